#include "app/commands/opening.h"
#include "app/commands/resume.h"
#include "app/platform/kept_state_file.h"
#include "tests/support/bundled_world.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

using namespace app;
using support::bundled;
using support::bundled_state;

namespace {

/// A folder of its own for each test.
struct Folder {
    std::filesystem::path path;
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "caravan-kept-XXXXXX").string();
        path = ::mkdtemp(name.data());
    }
    ~Folder() { std::filesystem::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
};

void write(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream{path} << bytes;
}

KeptState some_state() {
    AppState state = bundled_state();
    const World& world = bundled().world;
    for (const Command& command :
         Commands{Seek{state.time.playhead + 40.0}, SetMode{WindowMode::Range}, SetTrail{90.0}, SetSpeed{5.0},
                  SetLoop{events::DaySpan{19000.0, 19100.0}}, ToggleReverse{}, ToggleLoop{},
                  ToggleKind{world.kinds.front()}, SetTheme{&render::light_theme()}, SetLabels{LabelMode::Both},
                  Zoom{{500.0F, 400.0F}, 2.0}, ToggleLegend{}, SetUiScale{1.5},
                  SetFilter{{.statuses = {events::Status::Planned},
                  .roles = {events::Role::Host},
                  .tags = {"trade"},
                  .sources = 1}}}) {
        state = reduce(std::move(state), command, world);
    }
    return kept_state_of(state, world);
}

AppState opened(const Options& options) {
    AppState state;
    state.camera.size = {1920.0F, 1080.0F};
    const auto commands = opening_commands(options, state, bundled().world);
    REQUIRE(std::holds_alternative<Commands>(commands));
    for (const Command& command : std::get<Commands>(commands)) {
        state = reduce(std::move(state), command, bundled().world);
    }
    return state;
}

}  // namespace

TEST_CASE("a state survives being kept") {
    KeptState kept = some_state();
    kept.files = {"/data/a.json", "/data/b c.json"};
    kept.fullscreen = true;
    std::string why;
    const auto back = kept_state_from_json(json_from_kept_state(kept), &why);
    REQUIRE_MESSAGE(back, why);
    CHECK(*back == kept);
}

TEST_CASE("the window opens as it was closed") {
    const KeptState kept = some_state();
    const AppState state = opened(resumed({}, kept));
    CHECK(state.time == kept.time);
    CHECK(state.filter == kept.filter);
    CHECK(state.filtered);
    CHECK(state.theme == &render::light_theme());
    CHECK(state.labels == LabelMode::Both);
    CHECK(state.ui_scale == 1.5);
    CHECK_FALSE(state.legend_shown);
    REQUIRE(state.hidden_kinds.size() == 1);
    CHECK(state.hidden_kinds.front() == bundled().world.kinds.front());
    const auto again = kept_state_of(state, bundled().world);
    REQUIRE(again.view);
    CHECK(again.view->center.lon == doctest::Approx(kept.view->center.lon));
    CHECK(again.view->center.lat == doctest::Approx(kept.view->center.lat));
    CHECK(again.view->metres_per_pt == doctest::Approx(kept.view->metres_per_pt));
}

TEST_CASE("what is typed goes before what was kept") {
    const KeptState kept = some_state();
    Options options;
    options.given = {"theme", "labels"};
    options.at_day = 19000.5;
    options.kinds = {"visit"};
    options.fit = {"BGD"};
    const AppState state = opened(resumed(options, kept));
    CHECK(state.theme == &render::dark_theme());
    CHECK(state.labels == LabelMode::English);
    CHECK(state.time.playhead == 19000.5);
    CHECK(state.time.mode == WindowMode::Moment);
    CHECK(state.hidden_kinds.size() > 1);
    CHECK(state.camera.center != opened(resumed({}, kept)).camera.center);
}

TEST_CASE("time and view come back for the same events alone") {
    const Folder folder;
    write(folder.path / "mine.json", "[]");
    KeptState kept = some_state();
    Options other;
    other.files = {folder.path / "mine.json"};
    CHECK_FALSE(resumed(other, kept).resume);
    kept.files = {folder.path / "mine.json"};
    CHECK(resumed(other, kept).resume);
    const Options again = resumed({}, kept);
    CHECK(again.files == kept.files);
    CHECK(again.resume);
}

TEST_CASE("files that are gone are named, and the bundled events open") {
    const Folder folder;
    KeptState kept = some_state();
    kept.files = {folder.path / "gone.json"};
    std::string why;
    const Options options = resumed({}, kept, &why);
    CHECK(options.files.empty());
    CHECK_FALSE(options.resume);
    CHECK(why.find("gone.json") != std::string::npos);
}

TEST_CASE("a damaged state is set aside and said, and nothing comes back") {
    for (const char* damaged : {"", "{", "[]", "{\"format\":\"caravan-state/1\",\"time\":{\"loop\":\"x\"}}", "\xff\xfe",
                                "{\"format\":\"caravan-state/2\"}", "{\"format\":\"caravan-state/1\",\"files\":7}"}) {
        CAPTURE(damaged);
        const Folder folder;
        const auto path = folder.path / "state.json";
        write(path, damaged);
        std::string message;
        CHECK_FALSE(read_kept_state(path, &message));
        CHECK(message.find("state.json.damaged") != std::string::npos);
        CHECK(message.find('\n') == std::string::npos);
        CHECK_FALSE(std::filesystem::exists(path));
        std::ifstream aside{folder.path / "state.json.damaged"};
        CHECK(std::string{std::istreambuf_iterator<char>{aside}, {}} == damaged);
    }
}

TEST_CASE("numbers out of range become the nearest that is in it") {
    const auto kept = kept_state_from_json(
        R"({"format":"caravan-state/1","width_px":5,"height_px":1e9,"ui_scale":-3,"time":{"days_per_second":1e300,
            "trail_days":0},"view":{"lon":700,"lat":-91,"metres_per_point":0}})");
    REQUIRE(kept);
    CHECK(kept->width_px == 640);
    CHECK(kept->height_px == 16384);
    CHECK(kept->ui_scale == 0.5);
    CHECK(kept->time.days_per_second == 10000.0);
    CHECK(kept->time.trail_days == 1.0);
    CHECK(kept->view->center.lon == 180.0);
    CHECK(kept->view->center.lat == -90.0);
    CHECK(kept->view->metres_per_pt == 1.0);
}

TEST_CASE("nothing is kept without a home, and folders are made where they are missing") {
    CHECK_FALSE(write_kept_state({}, {}));
    const Folder folder;
    const auto path = folder.path / "deep" / "er" / "state.json";
    CHECK_FALSE(write_kept_state(some_state(), path));
    CHECK(read_kept_state(path));
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator{path.parent_path()}) {
        ++files;
    }
    CHECK(files == 1);
    write(folder.path / "file", "x");
    CHECK(write_kept_state({}, folder.path / "file" / "state.json"));
}
