// The command line as a value. docs/caravan.1 describes it for its readers.
#pragma once

#include "app/input/key_names.h"
#include "app/input/typed_date.h"
#include "app/state/app_state.h"
#include "app/state/ground_choice.h"
#include "app/state/kept_state.h"
#include "render/theme.h"

#include <filesystem>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace app {

/// What one run of the program is to do.
enum class Job : std::uint8_t { Window, Render, Check, Bench, Theme };

struct Options {
    Job job = Job::Window;
    std::vector<std::filesystem::path> files;  ///< none: the bundled events (never empty for Check)
    std::filesystem::path output;              ///< of Render; ends in .png

    std::string boundaries;           ///< PATH[,layer=...][,code=...][,name=...]; empty: the bundled ones
    std::string lines;                ///< PATH[,layer=...]; empty: none
    std::string raster;               ///< a picture of the Earth for under the land; empty: none
    std::string projection;           ///< PROJ string or EPSG code; empty: the default
    std::string worldview;            ///< as typed, a country's code or name, or neutral; empty: neutral
    std::vector<std::string> focus;   ///< as typed; opening_commands checks them
    std::vector<std::string> fit;     ///< as typed
    std::vector<std::string> kinds;   ///< as typed; empty: all kinds
    std::vector<std::string> select;  ///< countries, as typed; may be empty

    std::optional<double> at_day;       ///< where the playhead opens
    std::optional<TypedWindow> window;  ///< implies Range where `mode` is empty
    std::optional<WindowMode> mode;
    Known known = Known::Then;

    const render::Theme* theme = &render::dark_theme();
    LabelMode labels = LabelMode::English;
    BundleMode bundles = BundleMode::Auto;
    std::optional<Ranked> ranking;     ///< the ranking stands in the left column
    std::string rank_by;               ///< "count", "partners" or a currency, as typed; empty: by count
    bool shades = false;               ///< countries are shaded by the same
    std::string event;                 ///< the id of an event to select, as typed; may be empty
    std::string bundle_width;          ///< "count" or a currency, as typed; empty: by count
    std::filesystem::path theme_file;  ///< of a person's own theme, which then goes before `theme`; may be empty
    int width_px = 1920;               ///< 1 to 16384
    int height_px = 1080;              ///< 1 to 16384
    double ui_scale = 1.0;             ///< 0.5 to 4
    bool reduced_motion = false;
    double clock_s = 0.0;   ///< of Render: how far repeating motion has come, 0 to 3600
    bool panels = false;    ///< Render draws the panels too
    std::vector<Key> keys;  ///< that Render presses before it draws

    std::vector<std::string> given;                ///< the options that were typed, without their dashes
    bool fresh = false;                            ///< the window does not go on where the last one ended
    std::shared_ptr<const KeptState> resume = {};  ///< time, view and filters to go on with; may be null

    std::filesystem::path control;    ///< path of the control socket; empty: none
    std::optional<int> bench_events;  ///< 1 to 10 000 000 events to generate
    double bench_in_window = 5.0;     ///< per cent of them that the window holds; above 0, up to 100
    bool json = false;                ///< Bench writes JSON
};

/// What the options ask to draw on.
[[nodiscard]] GroundChoice ground_of(const Options& options);

/// Nothing is left to do but to write these and end.
struct ExitNow {
    int status = 0;   ///< 0 after --help and --version, 2 when the command line is wrong
    std::string out;  ///< for standard output; whole lines
    std::string err;  ///< for standard error; one line, or nothing
};

/// Reads the command line; `today` (days since 1970-01-01, NaN when nobody knows) is what dates in words such as
/// "yesterday" and "last month" count from. Options may stand before or after the command. A wrong one gives one line
/// that says what is wrong and, where there is one, the nearest right spelling.
[[nodiscard]] std::variant<Options, ExitNow> parse_options(int argc, const char* const* argv,
                                                           double today = std::numeric_limits<double>::quiet_NaN());

/// Statuses of the program.
inline constexpr int exit_done = 0;
inline constexpr int exit_input_has_errors = 1;
inline constexpr int exit_wrong_command_line = 2;
inline constexpr int exit_wrong_environment = 3;

}  // namespace app
