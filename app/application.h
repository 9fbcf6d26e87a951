// The running program: owns the window, the map, the panels and the state, and wires them together. Members are
// declared in the order in which they are made, so that they go in reverse.
#pragma once

#include "app/input/gestures.h"
#include "app/jobs/load_world.h"
#include "app/jobs/search_indexing.h"
#include "app/options.h"
#include "app/panels/panels.h"
#include "app/platform/control_protocol.h"
#include "app/platform/control_socket.h"
#include "app/platform/end_signals.h"
#include "app/platform/imgui_host.h"
#include "app/platform/window.h"
#include "app/scene/map_view.h"
#include "app/state/command.h"

#include <chrono>
#include <deque>
#include <future>
#include <optional>

namespace app {

class Application {
public:
    /// Opens the window and loads the data side by side. Throws std::runtime_error when either cannot be had.
    Application(const Options& options, const std::filesystem::path& data_folder);

    /// Runs until the window is closed or a signal asks for the end; gives the status of the program, which for a
    /// signal is 128 and its number, as shells have it.
    int run();

private:
    /// One turn of the loop: input, commands, drawing. Draws only when something has changed.
    void turn(InputEvents input);
    /// Time stands still and somebody sees links that move: a frame now and then.
    [[nodiscard]] bool drifts() const;
    [[nodiscard]] double until_drift_frame_s() const;
    void draw_frame(const InputEvents& input, double dt_s, bool wait_for_detail);
    void apply(const Commands& commands);
    void run_errands();
    /// For the next start.
    void keep_state() const;
    void resize();
    std::string answer(std::string_view line);
    std::string answer(const ControlRequest& request);
    void act_out(const std::vector<InputEvents>& frames);
    [[nodiscard]] OnScreen on_screen() const;
    [[nodiscard]] std::optional<std::string> save_picture(const std::filesystem::path& path, bool panels);
    void save_numbered_picture();
    void make_view(float px_per_pt);
    /// Brings the world to the ground that the state asks for: starts the work, and shows what has become of it. With
    /// `wait`, until there is nothing left to do.
    void follow_ground(bool wait);
    void show_ground(const Ground& ground);
    /// Shows how far the reading of events has come, stops it when the state says so, and takes what has been read.
    void follow_events();
    void show_events(const LoadedEvents& events);
    /// Has the words of the present events read, and takes what has become of it.
    void follow_search();

    Options options_;
    std::filesystem::path data_folder_;
    EndSignals end_;  // before all that starts threads
    Window window_;
    std::shared_ptr<const World> world_;
    std::shared_ptr<const ProjectedMap> map_;
    std::unique_ptr<MapView> view_;
    ImGuiHost imgui_;
    Panels panels_;
    Gestures gestures_;
    AppState state_;
    AppState opened_;                             // as it was when the window opened
    std::unique_ptr<EventLoading> events_job_;    // null when all events are there
    std::unique_ptr<SearchIndexing> search_job_;  // null when nothing is to be read
    render::gl::Target frame_;
    std::optional<ControlSocket> control_;
    GroundChoice ground_asked_;  // of the job
    std::future<geodata::Loaded<std::optional<Ground>>> ground_job_;
    std::chrono::steady_clock::time_point last_turn_;
    std::chrono::steady_clock::time_point last_drift_;
    int settle_frames_ = 3;  // drawn though nothing asks for it: ImGui needs a frame or two to come to rest
    double frame_ms_ = 0.0;
    double frames_per_s_ = 0.0;
};

}  // namespace app
