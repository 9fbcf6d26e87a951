#include "app/application.h"

#include "app/commands/opening.h"
#include "app/commands/resume.h"
#include "app/export/picture.h"
#include "app/export/png.h"
#include "app/input/press.h"
#include "app/platform/desktop.h"
#include "app/platform/kept_state_file.h"
#include "app/state/carry_camera.h"
#include "app/state/history.h"
#include "render/gl/draw.h"
#include "render/text/utf8.h"

#include <cmath>
#include <cstdio>
#include <future>
#include <iostream>
#include <stdexcept>
#include <tuple>

namespace app {

namespace {

constexpr double longest_step_s = 0.1;      // after a pause the clock does not leap
constexpr double worker_patience_s = 0.02;  // how often to look whether a worker has finished
constexpr double events_patience_s = 0.3;   // for what is read so soon the window waits, and no bar flashes
constexpr double drift_frame_s = 1.0 / 24;  // at least, while links move and time does not
constexpr double drift_share = 0.25;        // of the time that those frames may take
constexpr int pan_margin_px = 192;          // of the base map's picture, around the window

void report(const LoadedWorld& loaded, MapView& view) {
    geodata::write_problems(loaded.world.problems, std::cerr);
    for (const std::string& font : view.text().missing_fonts()) {
        std::cerr << "caravan: warning: the font " << font << " is missing; another one stands in\n";
    }
}

}  // namespace

Application::Application(const Options& options, const std::filesystem::path& data_folder)
    : options_{options},
      data_folder_{data_folder},
      end_{&Window::wake},
      window_{"Caravan", options.width_px, options.height_px} {
    auto loading = std::async(std::launch::async, start_world, std::cref(options_), std::cref(data_folder_));
    state_.ui_scale = options.ui_scale;
    state_.reduced_motion = options.reduced_motion;
    state_.fullscreen = options.resume && options.resume->fullscreen;
    const float px_per_pt = window_.desktop_scale() * static_cast<float>(state_.ui_scale);
    view_ = std::make_unique<MapView>(px_per_pt);
    view_->renderer().warm_up();
    StartedWorld started = loading.get();
    LoadedWorld& loaded = started.loaded;
    Options opening_options = options_;
    if (started.events->is_ready(events_patience_s)) {
        put_events(loaded.world, started.events->take());
    } else {
        events_job_ = std::move(started.events);
        state_.loading = events_job_->so_far();
        opening_options = before_events(options_);
    }
    report(loaded, *view_);
    world_ = std::make_shared<const World>(std::move(loaded.world));
    map_ = std::move(loaded.map);
    state_.ground = world_->ground;
    state_.own_theme = std::move(loaded.own_theme);
    make_view(px_per_pt);
    resize();
    auto opening = opening_commands(opening_options, state_, *world_);
    if (const auto* unknown = std::get_if<Unknown>(&opening)) {
        throw std::invalid_argument(unknown->why);
    }
    const bool still = std::exchange(state_.reduced_motion, true);  // the first picture stands at once
    apply(std::get<Commands>(opening));
    state_.reduced_motion = still;
    if (const std::string warning = warning_about_time(options_, state_.time, *world_); !warning.empty()) {
        std::cerr << "caravan: warning: " << warning << '\n';
    }
    resize();
    state_.history = {};
    opened_ = state_;
    end_.wait_for_the_loop();
    if (!options_.control.empty()) {
        control_.emplace(options_.control, &Window::wake);
    }
    last_turn_ = std::chrono::steady_clock::now();
}

void Application::make_view(float px_per_pt) {
    if (view_->px_per_pt() != px_per_pt) {
        view_ = std::make_unique<MapView>(px_per_pt);
    }
    view_->set_world(world_, map_);
}

void Application::resize() {
    const float px_per_pt = view_->px_per_pt();
    const int width = std::max(1, window_.width_px());
    const int height = std::max(1, window_.height_px());
    const render::SizePt size{static_cast<float>(width) / px_per_pt, static_cast<float>(height) / px_per_pt};
    if (size != state_.camera.size) {
        apply({Resize{size}});
    }
    if (!frame_ || frame_.width_px() != width || frame_.height_px() != height) {
        frame_ = render::gl::Target{render::gl::TexelFormat::Rgba8, width, height};
    }
}

void Application::apply(const Commands& commands) {
    state_ = reduce_step(std::move(state_), commands, *world_);
    if (!commands.empty()) {
        settle_frames_ = 3;
    }
}

void Application::run_errands() {
    struct Runner {
        Application& app;
        void operator()(const CopyText& errand) const { app.window_.set_clipboard(errand.text); }
        void operator()(const PasteText&) const { app.apply({EditText{InsertText{app.window_.clipboard()}}}); }
        void operator()(const OpenAddress& errand) const {
            if (const auto failed = open_address(errand.address)) {
                std::cerr << "caravan: " << *failed << '\n';
            }
        }
        void operator()(const SavePicture&) const { app.save_numbered_picture(); }
        void operator()(const PressControl&) const { app.panels_.press_focused(); }
    };
    const std::vector<Errand> errands = state_.errands;
    if (!errands.empty()) {
        apply({ErrandsRun{}});
    }
    for (const Errand& errand : errands) {
        std::visit(Runner{*this}, errand);
    }
}

int Application::run() {
    while (!window_.should_close() && !state_.quit && end_.received() == 0) {
        const bool busy = is_animating(state_) || settle_frames_ > 0 || view_->hurries();
        const bool waits = ground_job_.valid() || events_job_ || search_job_ || view_->waits_for_detail();
        const double drift_s = drifts() ? until_drift_frame_s() : -1.0;
        const double patience_s = busy ? 0.0 : waits ? worker_patience_s : drift_s;
        turn(window_.take_input(patience_s, view_->px_per_pt()));
        if (control_) {
            control_->answer_pending([this](std::string_view line) { return answer(line); });
        }
        window_.set_fullscreen(state_.fullscreen);
    }
    keep_state();
    constexpr int by_signal = 128;
    return end_.received() != 0 ? by_signal + end_.received() : exit_done;
}

void Application::keep_state() const {
    if (events_job_) {
        return;  // what was kept is of events that have not come yet
    }
    KeptState kept = kept_state_of(state_, *world_);
    std::tie(kept.width_px, kept.height_px) = window_.restored_size_px();
    kept.files = absolute_paths(options_.files);
    if (state_.theme == state_.own_theme.get()) {
        kept.theme = options_.theme_file.empty() ? "dark" : absolute_paths({options_.theme_file}).front().string();
    }
    if (const auto failed = write_kept_state(kept, kept_state_path())) {
        std::cerr << "caravan: " << *failed << '\n';
    }
}

bool Application::drifts() const {
    return !state_.time.playing && !state_.reduced_motion && view_->moves() && window_.is_watched();
}

double Application::until_drift_frame_s() const {
    const auto passed = std::chrono::steady_clock::now() - last_drift_;
    const double every_s = std::max(drift_frame_s, frame_ms_ / 1e3 / drift_share);
    return std::max(0.0, every_s - std::chrono::duration<double>(passed).count());
}

void Application::turn(InputEvents input) {
    const auto now = std::chrono::steady_clock::now();
    const double dt_s = std::min(std::chrono::duration<double>(now - last_turn_).count(), longest_step_s);
    last_turn_ = now;
    const float wanted = window_.desktop_scale() * static_cast<float>(state_.ui_scale);
    if (wanted != view_->px_per_pt()) {
        make_view(wanted);
    }
    resize();
    if (!input.empty() || window_.take_damage()) {
        settle_frames_ = 3;
    }
    Commands commands;
    const auto panel_at = [this](render::ScreenPt at) { return panels_.lie_at(at, state_, *world_); };
    bool opened_field = false;  // by the key whose character comes next
    for (const InputEvent& event : input) {
        if (const auto* pressed = std::get_if<KeyPressed>(&event)) {
            apply(std::exchange(commands, {}));
            const bool typed = state_.typing.has_value();
            apply(commands_of_press(pressed->key, state_, *world_));
            opened_field = !typed && state_.typing;
        } else if (const auto* typed = std::get_if<CharTyped>(&event)) {
            apply(std::exchange(commands, {}));
            if (!std::exchange(opened_field, false)) {
                apply(commands_of_character(typed->character, state_, *world_));
            }
        } else {
            gestures_.feed(event, panel_at, state_, *view_, commands);
            if (const auto* button = std::get_if<ButtonChanged>(&event); button != nullptr && button->down) {
                commands.emplace_back(EndStep{});
                commands.emplace_back(FocusControl{});
            }
        }
    }
    if (input.empty()) {  // what it did not see coming, such as a panel that it jumped onto
        gestures_.stayed(panel_at, state_, *view_, commands);
    }
    if (is_animating(state_)) {
        commands.emplace_back(Tick{dt_s});
    } else if (drifts()) {  // one frame and no more: nothing has to settle
        state_ = reduce(std::move(state_), Tick{dt_s}, *world_);
        if (until_drift_frame_s() <= 0.0) {
            last_drift_ = now;
            settle_frames_ = std::max(settle_frames_, 1);
        }
    }
    const int settle = settle_frames_;
    apply(commands);
    run_errands();
    follow_ground(false);
    follow_events();
    follow_search();
    if (settle_frames_ == 0 && !view_->has_news()) {
        return;
    }
    settle_frames_ = std::max(settle, settle_frames_) - 1;
    draw_frame(input, dt_s, false);
    settle_frames_ = std::max(settle_frames_, imgui_.has_more_input() || panels_.move() ? 1 : 0);
    window_.swap();
}

void Application::follow_ground(bool wait) {
    while (ground_job_.valid() || state_.ground != world_->ground) {
        if (!ground_job_.valid()) {
            ground_asked_ = state_.ground;
            ground_job_ = std::async(std::launch::async, [choice = ground_asked_, world = world_, this] {
                return changed_ground(choice, *world, data_folder_);
            });
        }
        if (!wait && ground_job_.wait_for(std::chrono::seconds{0}) != std::future_status::ready) {
            return;
        }
        const auto made = ground_job_.get();
        if (state_.ground != ground_asked_) {
            continue;  // somebody has changed their mind meanwhile
        }
        geodata::write_problems(made.problems, std::cerr);
        if (made.value) {
            show_ground(*made.value);
        } else {
            World same = *world_;
            set_ground_problems(same, made.problems);
            world_ = std::make_shared<const World>(std::move(same));
            view_->set_world(world_, map_);
            apply({SetGround{world_->ground}});
        }
    }
}

void Application::show_ground(const Ground& ground) {
    World changed = *world_;
    set_ground(changed, ground);
    if (!state_.reduced_motion) {
        view_->keep_picture(state_, panels_.covered(state_, *world_), frame_.framebuffer());
    }
    const auto before = std::exchange(world_, std::make_shared<const World>(std::move(changed)));
    map_ = ground.map;
    view_->set_world(world_, map_);
    const auto camera = carried_camera(state_.camera, *before, *world_);
    apply({GroundChanged{camera ? *camera : camera_to_fit(world_->region_box, state_, *world_)}});
}

void Application::follow_events() {
    if (!events_job_) {
        return;
    }
    if (state_.loading->stopping) {
        events_job_->stop();
    }
    if (events_job_->is_ready(0.0)) {
        const LoadedEvents events = events_job_->take();
        events_job_.reset();
        show_events(events);
        return;
    }
    Loading so_far = events_job_->so_far();
    so_far.stopping = state_.loading->stopping;
    if (so_far != *state_.loading) {
        apply({ShowLoading{so_far}});
    }
}

void Application::follow_search() {
    if (search_job_ && search_job_->store() == world_->events) {
        if (search_job_->is_ready()) {
            apply({TakeSearch{search_job_->take()}});
            search_job_.reset();
        }
    } else if (!events_job_ && (!state_.search || state_.search->events.store() != world_->events)) {
        search_job_ = std::make_unique<SearchIndexing>(*world_);
    }
}

void Application::show_events(const LoadedEvents& events) {
    geodata::write_problems(events.problems, std::cerr);
    World changed = *world_;
    put_events(changed, events);
    world_ = std::make_shared<const World>(std::move(changed));
    view_->set_world(world_, map_);
    const Options asked = events.stopped ? before_events(options_) : options_;
    const auto arrival = arrival_commands(asked, opened_, state_, *world_);
    if (const auto* unknown = std::get_if<Unknown>(&arrival)) {
        throw std::invalid_argument(unknown->why);
    }
    apply({SetFilter{state_.filter}});  // of the new events
    const bool moved = events.stopped || !is_same_time(state_.time, opened_.time);
    apply({ShowLoading{}});
    apply(std::get<Commands>(arrival));
    state_.history = {};
    if (const std::string warning = warning_about_time(options_, state_.time, *world_); !moved && !warning.empty()) {
        std::cerr << "caravan: warning: " << warning << '\n';
    }
}

void Application::draw_frame(const InputEvents& input, double dt_s, bool wait_for_detail) {
    const auto start = std::chrono::steady_clock::now();
    view_->draw(state_, panels_.covered(state_, *world_), Furniture::Explore, wait_for_detail, frame_.framebuffer());
    geodata::write_problems(view_->take_problems(), std::cerr);
    imgui_.begin_frame({state_.camera.size, view_->px_per_pt(), static_cast<float>(dt_s), input});
    Commands commands;
    panels_.draw(state_, *view_, commands);
    imgui_.end_frame(*view_, frame_.framebuffer());
    apply(commands);
    render::gl::blit(frame_.framebuffer(), {0, 0, frame_.width_px(), frame_.height_px()}, 0,
                     {0, 0, frame_.width_px(), frame_.height_px()});
    // The first picture comes without its margin, which takes a while and is not seen.
    view_->renderer().base_map().set_margin_px(pan_margin_px);
    frame_ms_ = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    constexpr double shortest_frame_s = 0.002;  // turns that the control socket asks for do not count
    if (dt_s > shortest_frame_s) {
        frames_per_s_ = frames_per_s_ == 0.0 ? 1.0 / dt_s : frames_per_s_ * 0.9 + 0.1 / dt_s;
    }
}

OnScreen Application::on_screen() const {
    return {view_->visible().size(),
            world_->events->size(),
            Panels::shown(state_, *world_),
            world_->problems.size(),
            frame_ms_,
            frames_per_s_,
            view_->links().bundles.bundles.size()};
}

std::optional<std::string> Application::save_picture(const std::filesystem::path& path, bool panels) {
    if (!panels) {
        AppState bare = state_;
        bare.panels_shown = false;
        bare.hover = {};
        view_->draw(bare, {}, Furniture::Export, true, frame_.framebuffer());
    } else {
        for (int i = 0; i < 2; ++i) {
            draw_frame({}, 0.0, true);
        }
    }
    settle_frames_ = 3;
    return write_png(image_of(frame_), path);
}

void Application::save_numbered_picture() {
    for (int number = 1; number < 10000; ++number) {
        const std::filesystem::path path = "caravan-" + std::to_string(number) + ".png";
        std::error_code unreadable;
        if (!std::filesystem::exists(path, unreadable)) {
            const auto failed = save_picture(path, false);
            std::cerr << "caravan: " << (failed ? *failed : "saved " + path.string()) << '\n';
            return;
        }
    }
}

void Application::act_out(const std::vector<InputEvents>& frames) {
    for (const InputEvents& input : frames) {
        turn(input);
    }
    turn({});
}

std::string Application::answer(std::string_view line) {
    return answer(request_from_line(line, state_, *world_));
}

std::string Application::answer(const ControlRequest& request) {
    struct Answer {
        Application& app;
        std::string operator()(const Commands& commands) const {
            app.apply(commands);
            const GroundChoice asked = app.state_.ground;
            app.follow_ground(true);
            app.turn({});
            return app.world_->ground == asked ? ok_json()
                                               : error_json(geodata::text_from_problem(app.world_->problems.back()));
        }
        std::string operator()(const control::Screenshot& r) const {
            const auto failed = app.save_picture(r.path, r.panels);
            return failed ? error_json(*failed) : ok_json();
        }
        std::string operator()(const control::LoadTheme& r) const {
            const auto theme = theme_from_file(r.path);
            geodata::write_problems(theme.problems, std::cerr);
            if (!theme.value) {
                return error_json(geodata::text_from_problem(theme.problems.front()));
            }
            return (*this)(Commands{SetOwnTheme{theme.value}});
        }
        std::string operator()(const control::Locate& r) const {
            std::optional<render::ScreenPt> at;
            if (const auto* lonlat = std::get_if<geodata::LonLat>(&r.target)) {
                if (const auto world = app.world_->project(*lonlat)) {
                    at = app.state_.camera.screen_from_world(*world);
                }
            } else {
                at = app.view_->locate(std::get<events::EventIndex>(r.target));
            }
            return at ? located_json(*at) : error_json("it is not on the map now");
        }
        std::string operator()(const control::StateQuery&) const {
            app.turn({});
            return state_json(app.state_, *app.world_, app.on_screen());
        }
        std::string operator()(const control::PressKey& r) const {
            app.act_out({{KeyPressed{r.key}}});
            return ok_json();
        }
        std::string operator()(const control::TypeText& r) const {
            std::vector<InputEvents> frames;
            for (const char32_t character : render::text::utf32_from_utf8(r.text)) {
                frames.push_back({CharTyped{character}});
            }
            app.act_out(frames);
            return ok_json();
        }
        std::string operator()(const control::Click& r) const {
            const auto button = static_cast<MouseButton>(r.button);
            std::vector<InputEvents> frames{{PointerMoved{r.at}}, {}};
            const double at_s = now_s();  // of both clicks: the frames between them may take as long as they like
            for (int i = 0; i < (r.double_click ? 2 : 1); ++i) {
                frames.push_back({ButtonChanged{button, true, r.mods, at_s}});
                frames.push_back({ButtonChanged{button, false, r.mods, at_s}});
            }
            app.act_out(frames);
            return ok_json();
        }
        std::string operator()(const control::Move& r) const {
            app.act_out({{PointerMoved{r.to}}, {}});
            return ok_json();
        }
        std::string operator()(const control::Drag& r) const {
            const render::ScreenPt half{(r.from.x + r.to.x) / 2.0F, (r.from.y + r.to.y) / 2.0F};
            app.act_out({{PointerMoved{r.from}},
                         {},
                         {ButtonChanged{MouseButton::Left, true, r.mods, now_s()}},
                         {PointerMoved{half}},
                         {PointerMoved{r.to}},
                         {ButtonChanged{MouseButton::Left, false, r.mods, now_s()}}});
            return ok_json();
        }
        std::string operator()(const control::Scroll& r) const {
            app.act_out({{PointerMoved{r.at}}, {}, {Scrolled{0.0F, static_cast<float>(r.steps), r.mods}}});
            return ok_json();
        }
        std::string operator()(const control::Quit&) const {
            app.apply({Quit{}});
            return ok_json();
        }
        std::string operator()(const std::string& wrong) const { return error_json(wrong); }
    };
    return std::visit(Answer{*this}, request);
}

}  // namespace app
