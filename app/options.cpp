#include "app/options.h"

#include "app/input/mode_names.h"
#include "app/input/nearest.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>
#include <string_view>
#include <system_error>
#include <tuple>
#include <utility>

#ifndef CARAVAN_VERSION
#define CARAVAN_VERSION "0.1.0"
#endif

namespace app {

namespace {

constexpr std::string_view version_text = "caravan " CARAVAN_VERSION "\n";

// Written by hand, to be read by people; a test keeps it whole.
constexpr std::string_view help_text =
    R"(Caravan draws visits, agreements, trade routes and other events between countries as living links over a map.

  caravan [OPTIONS] [FILE...]                     open the window; with no FILE, the events that come with it
  caravan render [OPTIONS] [FILE...] -o OUT.png   draw one moment to a picture; needs no display
  caravan check [OPTIONS] FILE...                 name every problem in the files and the map's data, and count
  caravan bench [OPTIONS] [FILE...]               measure loading and drawing on this machine
  caravan theme NAME|FILE                         write all colours of a theme, to be changed and given to --theme

A FILE holds events in JSON (.json, .ndjson); several are read as one, and - is standard input. Options may stand
before or after the command.

What is shown
  --boundaries PATH[,layer=NAME][,code=FIELD][,name=FIELD]
                           countries from any vector file that GDAL reads, a folder or a .zip
  --lines PATH[,layer=NAME]
                           provinces or other lines, drawn thin under the borders
  --raster FILE            a relief or another picture of the Earth under the land, of any raster that GDAL reads
  --projection TEXT        equal-area, conformal, mercator, equal-earth or globe; or a PROJ string ('+proj=merc')
                           or a code (EPSG:3857)
  --worldview NAME         boundaries as this state draws them: IND, PAK, CHN, NPL, BTN, RUS, UKR and what else the
                           file has; or neutral, in which what is disputed is dashed and hatched
  --kinds KIND,...         events of these kinds only: visit, meeting, agreement, trade, route, ...
  --focus CODE,...         select these countries, and show only events that touch them
  --select CODE,...        select these countries and go on showing all events
  --event ID               select this event: the card says what is known of it
  --fit CODE,...           move the map so that these countries fill it

Time (dates are EDTF: 2025-05-20, 2025-05, 2025, 2025-05-20T14:30Z; or words: "12 may 2025", "q2 2025", "last month")
  --at DATE                put the playhead there; at the last day of a month or a year
  --window A/B             show what lies from A to B; implies --mode range
  --mode MODE              moment (a short trail), range, so-far or all
  --known WHEN             each status as it was known then, at the playhead (then), or as we know now (now) [then]

Looks
  --theme NAME|FILE        dark (rooms, screens), light or print (paper, daylight), contrast, or a file of colours
  --labels WHICH           names in English (en), in their own scripts (local), both or none [en]
  --bundles WHICH          one curve for each pair of countries: where there are too many links to read (auto), always
                           (on), never (off) [auto]
  --bundle-width BY        these curves as wide as their number of events (count), or as their sum in a currency (USD)
                           [count]
  --ranking WHICH          rank pairs, countries or kinds in the left column
  --rank-by BY             by their number of events (count), by how many partners countries have (partners), or by a
                           sum in a currency (USD) [count]
  --shade                  countries in tones of land, by the same
  --size WxH               size of the window or of the picture in pixels, 1x1 to 16384x16384 [1920x1080]
  --ui-scale X             text and panels larger or smaller, 0.5 to 4 [1]
  --fresh                  window: begin anew, and not as the last window was when it was closed
  --reduced-motion         no flights, and nothing moves while time stands still
  --panels                 render: draw the panels too
  --press KEYS             render: as after these keys, with spaces between them, such as 'Ctrl+P l i g h t'
  --clock S                render: beads, dashes and rings as they are S seconds later [0]
  -o, --output OUT.png     render: the picture to write

Other
  --control PATH           take commands through a socket at PATH (see the manual page)
  --events N               bench: make N events instead of reading files
  --in-window P            bench: P per cent of the events are in the window at once [5]
  --json                   bench: write the figures as JSON
  -h, --help               this text
  --version                the version

Examples
  caravan --at 2025-05-20 --focus PAK,BGD --fit PAK,BGD
  caravan render visits.json --kinds visit --window 2024/2024 --theme light --size 3840x2160 -o visits.png
  caravan --boundaries world.gpkg,layer=countries,code=ISO_A3 --projection EPSG:3857
  caravan check events/*.json

Exit status: 0 done, 1 the input has errors, 2 the command line is wrong, 3 the environment is (no display, no OpenGL,
no data). Messages go to standard error, results to standard output.
)";

/// What is wrong with the command line; never leaves this file.
struct Wrong {
    std::string why;
};

/// The options as they were typed.
struct Typed {
    std::vector<std::string> window_files, render_files, check_files, bench_files, theme_names;
    std::vector<std::string> files_behind_dashes;  ///< what stands behind "--" is a file whatever it looks like
    std::string output, boundaries, lines, raster, projection, focus, fit, kinds, select, at, window, mode, theme, size,
        ui_scale, clock;
    std::string worldview, known, labels, bundles, bundle_width, control, bench_events, bench_in_window;
    bool shade = false, panels = false, reduced_motion = false, json = false, fresh = false;
    std::string event, ranking, rank_by, press;
};

std::string listed(std::span<const std::string_view> names) {
    std::string list;
    for (const std::string_view name : names) {
        list += (list.empty() ? "" : ", ") + std::string{name};
    }
    return list;
}

[[noreturn]] void not_one_of(std::string_view option, const std::string& text,
                             std::span<const std::string_view> names) {
    const std::string hint = did_you_mean(text, names);
    throw Wrong{std::string{option} + ": '" + text + "' is none of " + listed(names) + hint};
}

std::vector<std::string> split(std::string_view option, const std::string& text) {
    std::vector<std::string> parts;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t comma = std::min(text.find(',', from), text.size());
        parts.push_back(CLI::detail::trim_copy(text.substr(from, comma - from)));
        if (parts.back().empty()) {
            throw Wrong{std::string{option} + ": '" + text + "' is no list of names with commas between them"};
        }
        from = comma + 1;
    }
    return parts;
}

template <class Number>
std::optional<Number> number_from(std::string_view text) {
    Number number{};
    const char* const end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    return error == std::errc{} && stopped == end ? std::optional{number} : std::nullopt;
}

template <class Number>
Number number_within(std::string_view option, const std::string& text, Number lowest, Number highest) {
    const auto number = number_from<Number>(text);
    if (!number || !(*number >= lowest && *number <= highest)) {
        std::ostringstream range;
        range << "a number from " << lowest << " to " << highest;
        throw Wrong{std::string{option} + ": '" + text + "' is not " + range.str()};
    }
    return *number;
}

std::pair<int, int> size_from(const std::string& text) {
    constexpr int largest = 16384;
    const std::size_t x = text.find_first_of("xX");
    const auto width = number_from<int>(text.substr(0, x));
    const auto height = x == std::string::npos ? std::nullopt : number_from<int>(text.substr(x + 1));
    if (!width || !height || *width < 1 || *height < 1 || *width > largest || *height > largest) {
        throw Wrong{"--size: '" + text + "' is no size; write it as 1920x1080, from 1x1 to 16384x16384"};
    }
    return {*width, *height};
}

TypedWindow window_from(const std::string& text, double today) {
    const std::size_t slash = text.find('/');
    if (slash == std::string::npos || text.find('/', slash + 1) != std::string::npos) {
        throw Wrong{"--window: '" + text + "' is not two dates with a slash between them, such as 2024-01/2025-06"};
    }
    std::string why;
    const auto window = typed_window(text.substr(0, slash), text.substr(slash + 1), &why, {today, today});
    return window ? *window : throw Wrong{"--window: " + why};
}

void read_time(const Typed& typed, double today, Options& options) {
    if (!typed.at.empty()) {
        std::string why;
        options.at_day = playhead_from_text(typed.at, &why, {today, today});
        if (!options.at_day) {
            throw Wrong{"--at: " + why};
        }
    }
    if (!typed.window.empty()) {
        options.window = window_from(typed.window, today);
        if (options.at_day) {
            throw Wrong{"--at and --window both place the playhead; give one of them"};
        }
    }
    if (!typed.mode.empty()) {
        options.mode = window_modes.find(typed.mode);
        if (!options.mode) {
            not_one_of("--mode", typed.mode, window_modes.all);
        }
    }
    if (!typed.known.empty()) {
        const auto known = known_modes.find(typed.known);
        if (!known) {
            not_one_of("--known", typed.known, known_modes.all);
        }
        options.known = *known;
    }
}

/// What has a dot or a slash in it, and what is there, is a file; everything else was meant to be a name.
void read_theme(std::string_view option, const std::string& text, Options& options) {
    std::error_code error;
    if (const render::Theme* theme = render::theme_from_name(text)) {
        options.theme = theme;
    } else if (text.find_first_of("./") != std::string::npos || std::filesystem::exists(text, error)) {
        options.theme_file = text;
    } else {
        not_one_of(option, text, std::array<std::string_view, 4>{"dark", "light", "print", "contrast"});
    }
}

/// The one argument of `caravan theme` is no file of events.
void read_theme_command(const Typed& typed, Options& options) {
    if (options.job != Job::Theme) {
        return;
    }
    if (typed.theme_names.size() != 1) {
        throw Wrong{"theme takes one NAME or FILE: dark, light, contrast, or a file of colours"};
    }
    read_theme("theme", typed.theme_names.front(), options);
}

void read_looks(const Typed& typed, Options& options) {
    if (!typed.theme.empty()) {
        read_theme("--theme", typed.theme, options);
    }
    if (!typed.labels.empty()) {
        const auto labels = label_modes.find(typed.labels);
        if (!labels) {
            not_one_of("--labels", typed.labels, label_modes.all);
        }
        options.labels = *labels;
    }
    if (!typed.bundles.empty()) {
        const auto bundles = bundle_modes.find(typed.bundles);
        if (!bundles) {
            not_one_of("--bundles", typed.bundles, bundle_modes.all);
        }
        options.bundles = *bundles;
    }
    options.bundle_width = typed.bundle_width;
    if (!typed.ranking.empty()) {
        options.ranking = ranked_things.find(typed.ranking);
        if (!options.ranking) {
            not_one_of("--ranking", typed.ranking, ranked_things.all);
        }
    }
    options.rank_by = typed.rank_by;
    options.shades = typed.shade;
    if (!typed.size.empty()) {
        std::tie(options.width_px, options.height_px) = size_from(typed.size);
    }
    if (!typed.ui_scale.empty()) {
        options.ui_scale = number_within("--ui-scale", typed.ui_scale, 0.5, 4.0);
    }
    options.reduced_motion = typed.reduced_motion;
    if (!typed.clock.empty()) {
        constexpr double longest_s = 3600.0;
        options.clock_s = number_within("--clock", typed.clock, 0.0, longest_s);
    }
}

void read_countries_and_kinds(const Typed& typed, Options& options) {
    const auto list = [](std::string_view option, const std::string& text) {
        return text.empty() ? std::vector<std::string>{} : split(option, text);
    };
    options.focus = list("--focus", typed.focus);
    options.fit = list("--fit", typed.fit);
    options.kinds = list("--kinds", typed.kinds);
    options.select = list("--select", typed.select);
    options.event = typed.event;
    options.boundaries = typed.boundaries;
    options.lines = typed.lines;
    options.raster = typed.raster;
    options.projection = typed.projection;
    options.worldview = typed.worldview;
}

void read_bench(const Typed& typed, Options& options) {
    constexpr int most_events = 10'000'000;
    if (!typed.bench_events.empty()) {
        options.bench_events = number_within("--events", typed.bench_events, 1, most_events);
    }
    if (!typed.bench_in_window.empty()) {
        options.bench_in_window = number_within("--in-window", typed.bench_in_window, 0.001, 100.0);
    }
    options.json = typed.json;
    if (options.bench_events && !options.files.empty()) {
        throw Wrong{"bench takes files or --events, not both"};
    }
}

/// Options of one command that were given to another.
void refuse_strangers(const CLI::App& root, Job job) {
    struct Bound {
        const char* name;
        Job job;
        std::string_view whose;
    };
    for (const Bound& bound : {Bound{"--output", Job::Render, "render"},
                               {"--panels", Job::Render, "render"},
                               {"--clock", Job::Render, "render"},
                               {"--press", Job::Render, "render"},
                               {"--events", Job::Bench, "bench"},
                               {"--in-window", Job::Bench, "bench"},
                               {"--json", Job::Bench, "bench"},
                               {"--control", Job::Window, "the window"},
                               {"--fresh", Job::Window, "the window"}}) {
        if (job != bound.job && root.get_option(bound.name)->count() > 0) {
            throw Wrong{std::string{bound.name} + " is for " + std::string{bound.whose} + " alone"};
        }
    }
}

void check_job(const Options& options) {
    if (std::find(options.files.begin(), options.files.end(), "") != options.files.end()) {
        throw Wrong{"a file has an empty name; is a variable of the shell not set?"};
    }
    if (options.job == Job::Render && options.output.extension() != ".png") {
        throw Wrong{options.output.empty() ? "render needs -o OUT.png, the picture to write"
                                           : "-o: '" + options.output.string() + "' does not end in .png"};
    }
    if (options.job == Job::Check && options.files.empty() && options.boundaries.empty() && options.lines.empty() &&
        options.raster.empty() && options.theme_file.empty()) {
        throw Wrong{"check needs at least one FILE, or --boundaries, --lines, --raster or a theme's file to look at"};
    }
    std::error_code error;
    if (options.job == Job::Window && !options.files.empty() &&
        !std::filesystem::exists(options.files.front(), error)) {
        const std::string first = options.files.front().string();
        const std::string hint =
            did_you_mean(first, std::array<std::string_view, 4>{"render", "check", "bench", "theme"});
        if (!hint.empty()) {
            throw Wrong{"there is no command and no file '" + first + "'" + hint};
        }
    }
}

/// The command line's grammar; what is typed lands in `typed`.
void declare(CLI::App& root, Typed& typed) {
    root.set_help_flag("-h,--help");
    root.set_version_flag("--version", std::string{version_text});
    root.allow_extras();
    root.add_option("FILE", typed.window_files);
    for (const auto& [name, text] :
         std::initializer_list<std::pair<const char*, std::string*>>{{"-o,--output", &typed.output},
                                                                     {"--boundaries", &typed.boundaries},
                                                                     {"--lines", &typed.lines},
                                                                     {"--raster", &typed.raster},
                                                                     {"--projection", &typed.projection},
                                                                     {"--worldview", &typed.worldview},
                                                                     {"--focus", &typed.focus},
                                                                     {"--fit", &typed.fit},
                                                                     {"--kinds", &typed.kinds},
                                                                     {"--select", &typed.select},
                                                                     {"--event", &typed.event},
                                                                     {"--ranking", &typed.ranking},
                                                                     {"--rank-by", &typed.rank_by},
                                                                     {"--at", &typed.at},
                                                                     {"--window", &typed.window},
                                                                     {"--mode", &typed.mode},
                                                                     {"--known", &typed.known},
                                                                     {"--theme", &typed.theme},
                                                                     {"--labels", &typed.labels},
                                                                     {"--bundles", &typed.bundles},
                                                                     {"--bundle-width", &typed.bundle_width},
                                                                     {"--size", &typed.size},
                                                                     {"--ui-scale", &typed.ui_scale},
                                                                     {"--clock", &typed.clock},
                                                                     {"--press", &typed.press},
                                                                     {"--control", &typed.control},
                                                                     {"--events", &typed.bench_events},
                                                                     {"--in-window", &typed.bench_in_window}}) {
        root.add_option(name, *text)->take_last();
    }
    root.add_flag("--panels", typed.panels);
    root.add_flag("--shade", typed.shade);
    root.add_flag("--reduced-motion", typed.reduced_motion);
    root.add_flag("--json", typed.json);
    root.add_flag("--fresh", typed.fresh);
    for (const auto& [name, files] :
         std::initializer_list<std::pair<const char*, std::vector<std::string>*>>{{"render", &typed.render_files},
                                                                                  {"check", &typed.check_files},
                                                                                  {"bench", &typed.bench_files},
                                                                                  {"theme", &typed.theme_names}}) {
        CLI::App* command = root.add_subcommand(name);
        command->set_help_flag();
        command->allow_extras();
        command->fallthrough();
        command->add_option("FILE", *files);
    }
    root.require_subcommand(0, 1);
}

Job job_of(const CLI::App& root) {
    constexpr std::array<std::pair<const char*, Job>, 4> jobs{
        {{"render", Job::Render}, {"check", Job::Check}, {"bench", Job::Bench}, {"theme", Job::Theme}}};
    for (const auto& [name, job] : jobs) {
        if (root.got_subcommand(name)) {
            return job;
        }
    }
    return Job::Window;
}

void refuse_unknown(const CLI::App& root) {
    const auto rest = root.remaining(true);
    if (rest.empty()) {
        return;
    }
    std::vector<std::string> names{"--help", "--version"};
    for (const CLI::Option* option : root.get_options()) {
        for (const std::string& name : option->get_lnames()) {
            names.push_back("--" + name);
        }
    }
    const std::string typed = rest.front().substr(0, rest.front().find('='));
    const std::vector<std::string_view> views{names.begin(), names.end()};
    throw Wrong{"there is no option " + typed + did_you_mean(typed, views)};
}

/// An empty value is most often a variable of the shell that nobody set.
void refuse_empty(const CLI::App& root) {
    for (const CLI::Option* option : root.get_options()) {
        const auto& values = option->results();
        if (!option->get_positional() && std::find(values.begin(), values.end(), "") != values.end()) {
            throw Wrong{option->get_name() + " needs a value"};
        }
    }
}

std::vector<Key> keys_from(const std::string& text) {
    std::vector<Key> keys;
    std::istringstream names{text};
    for (std::string name; names >> name;) {
        const auto key = key_from_name(name);
        keys.push_back(
            key ? *key
                : throw Wrong{"--press: there is no key '" + name + "'; names are like Space, K, F1 and Ctrl+Right"});
    }
    return keys;
}

std::vector<std::string> given_names(const CLI::App& root) {
    std::vector<std::string> names;
    for (const CLI::Option* option : root.get_options()) {
        if (option->count() > 0 && !option->get_lnames().empty()) {
            names.push_back(option->get_lnames().front());
        }
    }
    return names;
}

Options options_from(const CLI::App& root, const Typed& typed, double today) {
    refuse_unknown(root);
    refuse_empty(root);
    Options options;
    options.job = job_of(root);
    refuse_strangers(root, options.job);
    for (const auto* files : {&typed.window_files, &typed.render_files, &typed.check_files, &typed.bench_files,
                              &typed.files_behind_dashes}) {
        options.files.insert(options.files.end(), files->begin(), files->end());
    }
    std::replace(options.files.begin(), options.files.end(), std::filesystem::path{"-"},
                 std::filesystem::path{"/dev/stdin"});
    options.output = typed.output;
    options.control = typed.control;
    options.panels = typed.panels;
    options.keys = keys_from(typed.press);
    options.fresh = typed.fresh;
    options.given = given_names(root);
    read_countries_and_kinds(typed, options);
    read_time(typed, today, options);
    read_looks(typed, options);
    read_theme_command(typed, options);
    read_bench(typed, options);
    check_job(options);
    return options;
}

ExitNow wrong_command_line(const std::string& why) {
    return {exit_wrong_command_line, {}, "caravan: " + why + (why.ends_with('?') ? "" : "; see caravan --help") + '\n'};
}

}  // namespace

GroundChoice ground_of(const Options& options) {
    GroundChoice choice;
    choice.boundaries = options.boundaries;
    choice.lines = options.lines;
    choice.raster = options.raster;
    choice.worldview = options.worldview == "neutral" ? std::string() : options.worldview;
    if (!options.projection.empty()) {
        choice.projection = options.projection;
    }
    return choice;
}

std::variant<Options, ExitNow> parse_options(int argc, const char* const* argv, double today) {
    std::vector<std::string> words{argv + std::min(argc, 1), argv + argc};
    const auto dashes = std::find(words.begin(), words.end(), "--");
    Typed typed;
    typed.files_behind_dashes.assign(dashes == words.end() ? dashes : dashes + 1, words.end());
    words.erase(dashes, words.end());
    std::reverse(words.begin(), words.end());  // as CLI11 wants them
    CLI::App root;
    declare(root, typed);
    try {
        root.parse(words);
        return options_from(root, typed, today);
    } catch (const CLI::CallForHelp&) {
        return ExitNow{exit_done, std::string{help_text}, {}};
    } catch (const CLI::CallForVersion&) {
        return ExitNow{exit_done, std::string{version_text}, {}};
    } catch (const CLI::ArgumentMismatch& error) {
        const std::string what = error.what();
        return wrong_command_line(what.substr(0, what.find(':')) + " needs a value");
    } catch (const CLI::ParseError& error) {
        std::string what = error.what();
        return wrong_command_line(what.substr(0, what.find('\n')));
    } catch (const Wrong& wrong) {
        return wrong_command_line(wrong.why);
    }
}

}  // namespace app
