#include "events/members.h"
#include "tests/support/event_fixtures.h"
#include "tests/support/scratch_folder.h"

#include <unistd.h>
#include <algorithm>
#include <fstream>

using events::Role;
using events_test::gazetteer;
using events_test::lines;
using events_test::load;
using events_test::load_one;
using events_test::Store;
namespace fs = std::filesystem;

namespace {

/// A folder of its own that goes away with the test.
class TemporaryFolder {
public:
    TemporaryFolder() : path_{fs::temp_directory_path() / ("caravan-events-" + std::to_string(::getpid()))} {
        fs::create_directories(path_);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() { fs::remove_all(path_); }
    [[nodiscard]] fs::path write(const std::string& name, std::string_view text) const {
        std::ofstream{path_ / name, std::ios::binary} << text;
        return path_ / name;
    }
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

std::vector<std::string> ids(const events_test::Store& store) {
    std::vector<std::string> result;
    for (const events::Event& event : store.value->all()) {
        result.emplace_back(event.id);
    }
    return result;
}

}  // namespace

TEST_CASE("an event's fields are read as written") {
    const events::Event event = load_one(R"({
        "sources": {"s": {"title": "A title", "publication": "A paper", "url": "https://a.org/x"}},
        "events": [{
            "id": "x", "kind": "agreement", "title": "T", "summary": "S", "note": "N", "date": "2025-05-19~/2025-05-21~",
            "status": "in force", "venue": {"code": "CHN", "place": "Peking"}, "importance": 3, "confidence": 0.25,
            "tags": ["a", "b"], "people": ["X", {"name": "Y", "role": "chair"}], "link": "group", "sources": ["s"],
            "value": {"amount": 1e9, "currency": "USD", "year": 2024},
            "history": [{"date": "2025-05-01", "status": "negotiating", "note": "said so"},
                        {"date": "2025-05-21", "status": "signed"}],
            "parties": [{"code": "PAK", "role": "signatory", "place": "Karachi", "office": "Minister",
                         "people": ["P", "Q"], "signed": "2025-05-21"},
                        {"code": "CHN", "role": "host"}]
        }]})");
    CHECK(event.id == "x");
    CHECK(event.title == "T");
    CHECK(event.summary == "S");
    CHECK(event.note == "N");
    CHECK(event.date_words == "about 19 to 21 May 2025");
    CHECK(event.status == events::Status::InForce);
    CHECK(event.importance == 3);
    CHECK(event.confidence == 0.25);
    CHECK(event.tags == std::vector<std::string>{"a", "b"});
    CHECK(event.people == std::vector<std::string>{"X", "Y"});
    CHECK(event.link == "group");
    CHECK(event.file == "test.json");
    CHECK(event.line == 3);
    CHECK(event.sources == std::vector<std::uint32_t>{0});
    REQUIRE(event.value.has_value());
    CHECK(event.value->amount == 1e9);
    CHECK(event.value->currency == "USD");
    REQUIRE(event.history.size() == 2);
    CHECK(event.history[0].status == events::Status::Negotiating);
    CHECK(event.history[0].note == "said so");
    REQUIRE(event.venue.has_value());
    CHECK(event.venue->name == "Beijing");
    CHECK(event.venue->country == "CHN");
    REQUIRE(event.parties.size() == 2);
    const events::Party& first = event.parties[0];
    CHECK(first.code == "PAK");
    CHECK(first.name == "Pakistan");
    CHECK(first.role == Role::Signatory);
    CHECK(first.role_name == "signatory");
    CHECK(first.place.name == "Karachi");
    CHECK(first.office == "Minister");
    CHECK(first.people == std::vector<std::string>{"P", "Q"});
    CHECK(first.is_country);
    REQUIRE(first.signed_on.has_value());
    CHECK(events::iso_from_days(first.signed_on->start) == "2025-05-21");
    CHECK(event.parties[1].role == Role::Host);
    CHECK_FALSE(event.directed());
}

TEST_CASE("sources are numbered, put into words and shared by events and files") {
    const auto store = load(R"({"sources": [{"id": "a", "title": "A", "date": "2025-05-19~", "file": "a.txt"},
                                            {"id": "b", "title": "B", "date": "last spring"}],
        "events": [{"kind": "meeting", "sources": ["b", "a", "b"]},
                   {"kind": "meeting", "sources": [{"title": "A", "date": "2025-05-19~", "file": "a.txt"},
                                                   "https://x.org/"]}]})");
    CHECK(lines(store.problems).empty());
    REQUIRE(store.value->sources().size() == 3);
    CHECK(store.value->sources()[0].id == "a");
    CHECK(store.value->sources()[0].number == 1);
    CHECK(store.value->sources()[0].date_words == "about 19 May 2025");
    CHECK(store.value->sources()[0].file == "a.txt");
    CHECK(store.value->sources()[1].date_words == "last spring");
    CHECK(store.value->sources()[2].url == "https://x.org/");
    CHECK(store.value->all()[0].sources == std::vector<std::uint32_t>{1, 0});
    CHECK(store.value->all()[1].sources == std::vector<std::uint32_t>{0, 2});
}

TEST_CASE("the host of a visit is where it goes, and its venue is where it arrives") {
    const events::Event visit = load_one(R"([{"kind": "visit", "parties": [{"code": "PAK", "role": "visitor"},
        {"code": "BGD", "role": "host"}], "venue": "BGD:Chittagong"}])");
    CHECK(visit.directed());
    CHECK(visit.parties[0].role == Role::From);
    CHECK(visit.parties[0].place.name == "Islamabad");
    CHECK(visit.parties[1].role == Role::To);
    CHECK(visit.parties[1].role_name == "host");
    CHECK(visit.parties[1].place.name == "Chattogram");
    const events::Event meeting = load_one(R"([{"kind": "meeting", "parties": [{"code": "BGD", "role": "host"}]}])");
    CHECK(meeting.parties[0].role == Role::Host);
}

TEST_CASE("the roles of other links say where they begin and end") {
    const events::Event trade = load_one(R"([{"kind": "trade", "parties": [{"code": "PAK", "role": "exporter"},
        {"code": "AFG", "role": "importer"}, {"code": "IRN", "role": "transit"}]}])");
    CHECK(trade.parties[0].role == Role::From);
    CHECK(trade.parties[1].role == Role::To);
    CHECK(trade.parties[2].role == Role::Transit);
    const events::Event statement = load_one(R"([{"kind": "statement", "parties": [{"code": "CHN", "role": "speaker"},
        {"code": "PAK", "role": "addressed"}, {"code": "IND", "role": "addressed"}, {"code": "KAZ", "role": "observer"}]}])");
    CHECK(statement.directed());
    CHECK(statement.parties[3].role == Role::Observer);
}

TEST_CASE("from and to give listed parties a direction and a place") {
    const events::Event event = load_one(
        R"([{"kind": "route", "parties": ["PAK", "BGD"], "from": "PAK:Karachi", "to": "BGD:Chittagong", "mode": "sea"}])");
    REQUIRE(event.parties.size() == 2);
    CHECK(event.parties[0].role == Role::From);
    CHECK(event.parties[0].place.name == "Karachi");
    CHECK(event.parties[1].place.name == "Chattogram");
    REQUIRE(event.path.size() == 1);
    CHECK(event.path[0].mode == events::RouteMode::Sea);
    CHECK(event.path[0].directed);
    CHECK(event.path[0].points.size() == 2);
}

TEST_CASE("paths keep their legs, modes and directions") {
    const events::Event event = load_one(R"([{"kind": "route", "path": {"directed": false, "legs": [
        {"mode": "sea", "via": ["Mumbai", {"chokepoint": "Gulf of Oman"}, {"lon": 60.0, "lat": 25.0}, [60.5, 25.2]]},
        {"mode": "rail", "directed": true, "via": ["IRN:Chabahar", "Mashhad"]}]}}])");
    REQUIRE(event.path.size() == 2);
    CHECK(event.path[0].mode == events::RouteMode::Sea);
    CHECK_FALSE(event.path[0].directed);
    REQUIRE(event.path[0].points.size() == 4);
    CHECK(event.path[0].points[1].name == "Gulf of Oman");
    CHECK(event.path[0].points[3].at == geodata::LonLat{60.5, 25.2});
    CHECK(event.path[1].mode == events::RouteMode::Rail);
    CHECK(event.path[1].directed);
    CHECK(event.touches("IRN"));
    CHECK(event.on_map());
}

TEST_CASE("an event closes straits and canals by id, name or alias, and stands where the first of them is") {
    const events::Event event = load_one(
        R"([{"kind": "tension", "date": "2024-01/2024-03", "closes": ["suez", "Gate of Tears", "Suez Canal"]}])");
    REQUIRE(event.closes.size() == 2);
    CHECK(events_test::gazetteer().passages[event.closes[0]].id == "suez");
    CHECK(events_test::gazetteer().passages[event.closes[1]].id == "bab_el_mandeb");
    REQUIRE(event.venue.has_value());
    CHECK(event.venue->name == "Suez Canal");
    CHECK(event.on_map());
    const events::Event elsewhere =
        load_one(R"([{"kind": "tension", "closes": "hormuz", "venue": [56.0, 26.8], "date": "2024"}])");
    CHECK(elsewhere.venue->at == geodata::LonLat{56.0, 26.8});
    CHECK(elsewhere.closes.size() == 1);
}

TEST_CASE("what is no strait, and what cannot be closed, is told") {
    const auto store = load(R"([{"kind": "tension", "closes": ["hormus", "palk_strait", "Gulf of Oman", 5]}])");
    REQUIRE(store.value->size() == 1);
    CHECK(store.value->all().front().closes.empty());
    const auto told = events_test::lines(store.problems);
    REQUIRE(told.size() == 4);
    CHECK(told[0].find("there is no strait or canal called hormus; did you mean hormuz?") != std::string::npos);
    CHECK(told[1].find("Palk Strait is nothing that can be closed to ships") != std::string::npos);
    CHECK(told[2].find("Gulf of Oman is nothing that can be closed to ships") != std::string::npos);
}

TEST_CASE("a closure holds from its first to its last day, and neither before it is real nor while suspended") {
    const auto closes_on = [](const events::Event& event, double when) {
        return events::closes_on(event, when, events::status_on(event, when));
    };
    const auto day = [](std::string_view text) { return events::edtf_from_text(text).value().strict.start; };
    const events::Event plain =
        load_one(R"([{"kind": "tension", "closes": "suez", "date": "2021-03-23/2021-03-29", "status": "ended"}])");
    CHECK_FALSE(closes_on(plain, day("2021-03-22")));
    CHECK(closes_on(plain, day("2021-03-23")));
    CHECK(closes_on(plain, day("2021-03-29") + 0.5));
    CHECK_FALSE(closes_on(plain, day("2021-03-30")));
    CHECK(closes_on(load_one(R"([{"kind": "tension", "closes": "suez", "date": "2021/.."}])"), day("2030")));
    CHECK_FALSE(closes_on(load_one(R"([{"kind": "tension", "closes": "suez"}])"), day("2030")));
    for (const std::string status : {"planned", "proposed", "cancelled", "suspended"}) {
        CAPTURE(status);
        CHECK_FALSE(closes_on(
            load_one(R"([{"kind": "tension", "closes": "suez", "date": "2021", "status": ")" + status + R"("}])"),
            day("2021-06")));
    }
    const events::Event lifted = load_one(R"([{"kind": "tension", "closes": "suez", "date": "2021", "history": [
        {"date": "2021", "status": "occurred"}, {"date": "2021-05", "status": "suspended"}]}])");
    CHECK(closes_on(lifted, day("2021-04")));
    CHECK_FALSE(closes_on(lifted, day("2021-06")));
}

TEST_CASE("who has no place on the map is kept, listed and counted") {
    const auto store = load(R"([{"id": "org", "kind": "statement", "parties": [{"code": "IGO", "name": "SCO"}]},
        {"id": "past", "kind": "milestone", "parties": ["SUN"]},
        {"id": "name", "kind": "tension", "parties": [{"name": "An armed group"}]},
        {"id": "wrong", "kind": "tension", "parties": ["PKA"]}])");
    CHECK(store.value->size() == 4);
    CHECK(store.value->not_on_map() == 4);
    CHECK(lines(store.problems) ==
          std::vector<std::string>{"test.json:4:56: error: unknown country code PKA; did you mean PAK? /3/parties/0"});
    const events::Event& org = (*store.value)[*store.value->find("org")];
    CHECK(org.parties[0].code == "SCO");
    CHECK(org.parties[0].is_organisation);
    CHECK(store.value->all()[1].parties[0].name == "Soviet Union");
}

TEST_CASE("an organisation stands at its seat, in no country, and as its members of that date on request") {
    const auto loaded = events::load_gazetteer(std::filesystem::path{CARAVAN_SOURCE_DIR} / "data");
    REQUIRE(loaded.problems.empty());
    const auto store = events::load_events_from_text(R"([
        {"id": "folded", "kind": "statement", "from": "PAK", "to": "SCO", "date": "2025"},
        {"id": "before", "kind": "meeting", "parties": [{"code": "SCO", "expand": true}], "date": "2016-06"},
        {"id": "again", "kind": "meeting", "parties": [{"code": "SCO", "expand": true}], "date": "2025-06"},
        {"id": "after", "kind": "meeting", "title": "", "venue": "CHN:Tianjin", "date": "2025-08",
         "parties": [{"code": "CHN", "role": "host"}, {"code": "SCO", "role": "participant", "expand": true}]},
        {"id": "undated", "kind": "meeting", "parties": [{"code": "CSTO", "expand": true}]},
        {"id": "body", "kind": "meeting", "parties": [{"code": "UN", "expand": true}], "date": "2025"},
        {"id": "country", "kind": "meeting", "parties": [{"code": "PAK", "expand": true}], "date": "2025"}])",
                                                     "test.json", loaded.value);
    const auto parties = [&](const char* id) -> events::PartyList {
        return (*store.value)[*store.value->find(id)].parties;
    };
    const auto codes = [&](const char* id) {
        std::string all;
        for (const events::Party& party : parties(id)) {
            all += (all.empty() ? "" : " ") + party.code;
        }
        return all;
    };
    const events::Party& seated = parties("folded")[1];
    REQUIRE(seated.place.at);
    CHECK(seated.place.at == loaded.value.places.capital("CHN")->at);
    CHECK(seated.place.country.empty());
    CHECK(seated.place.name == "SCO");
    CHECK(codes("before") == "CHN KAZ KGZ RUS TJK UZB");
    CHECK(codes("after") == "CHN KAZ KGZ RUS TJK UZB BLR IND IRN PAK");
    CHECK((*store.value)[*store.value->find("again")].touches("IND"));  // the same bytes as before, at another time
    CHECK(parties("after")[0].role == events::Role::Host);
    CHECK(parties("after")[1].role_name == "participant, member of SCO");
    CHECK(parties("after")[1].place.name == "Astana");
    CHECK((*store.value)[*store.value->find("after")].touches("IND"));
    CHECK(codes("undated") == "ARM BLR KAZ KGZ RUS TJK");
    CHECK(codes("body") == "UN");
    const auto told = events_test::lines(store.problems);
    REQUIRE(told.size() == 2);
    CHECK(told[0].find("no members of UN are known for that date; it stands for itself") != std::string::npos);
    CHECK(told[1].find("only organisations have members") != std::string::npos);
}

TEST_CASE("a place with coordinates of its own needs no gazetteer") {
    const events::Event event = load_one(R"([{"kind": "tension",
        "parties": [{"code": "IND", "place": "Somewhere", "lon": 75.3, "lat": 34.0}],
        "venue": {"name": "A valley", "lon": 75.5, "lat": 34.5}}])");
    CHECK(event.parties[0].place.name == "Somewhere");
    CHECK(event.parties[0].place.at == geodata::LonLat{75.3, 34.0});
    CHECK(event.parties[0].place.country == "IND");
    CHECK(event.venue->at == geodata::LonLat{75.5, 34.5});
    CHECK(event.venue->country.empty());
}

TEST_CASE("an event without a date is kept, undated") {
    const auto store = load(R"([{"kind": "meeting"}, {"kind": "meeting", "date": "2025"}])");
    CHECK(store.problems.empty());
    CHECK(store.value->undated() == 1);
    CHECK(store.value->all()[1].date_words == "undated");
}

TEST_CASE("ids that are missing are made up from kind and number, and never taken from another") {
    const auto store = load(R"([{"kind": "visit", "from": "PAK", "to": "BGD"}, {"kind": "meeting"},
                                {"id": "visit-1", "kind": "meeting"}, {"id": 7, "kind": "meeting"}])");
    CHECK(lines(store.problems).empty());
    auto found = ids(store);
    std::sort(found.begin(), found.end());
    CHECK(found == std::vector<std::string>{"7", "meeting-2", "visit-1", "visit-1-2"});
}

TEST_CASE("several files make one store, and an id counts once over all of them") {
    const TemporaryFolder folder;
    const std::vector<fs::path> files{
        folder.write("a.json", R"([{"id": "x", "kind": "parade"}, {"kind": "parade"}])"),
        folder.write(
            "b.ndjson",
            "{\"id\": \"y\", \"kind\": \"parade\"}\n{\"id\": \"x\", \"kind\": \"visit\"}\n{\"kind\": \"parade\"}\n"),
        folder.write("c.json",
                     R"({"kinds": {"parade": {"label": "Great parade"}}, "events": [{"id": "z", "kind": "parade"}]})")};
    const auto store = events::load_events(files, events_test::gazetteer());
    CHECK(ids(store) == std::vector<std::string>{"x", "parade-2", "y", "parade-3", "z"});
    const std::string a = files[0].string();
    const std::string b = files[1].string();
    // The one warning for the kind, although two files use it.
    REQUIRE(store.problems.size() == 4);
    CHECK(store.problems[0].what == "unknown kind parade; it is kept, in a neutral style; did you mean trade?");
    CHECK(store.problems[3].file == b);
    CHECK(store.problems[3].line == 2);
    CHECK(store.problems[3].what == "the id x is taken by the event in " + a + ":1; this one is left out");
    CHECK(store.value->kinds()[store.value->all()[0].kind].label == "Great parade");
}

TEST_CASE("a folder stands for its event files") {
    const TemporaryFolder folder;
    const fs::path inner = folder.path() / "inner";
    fs::create_directories(inner);
    const auto empty = events::load_events(std::vector{inner}, events_test::gazetteer());
    CHECK(lines(empty.problems) ==
          std::vector<std::string>{inner.string() +
                                   ": error: there are no event files (.json, .ndjson, .jsonl) in this folder"});
    static_cast<void>(folder.write("b.json", R"([{"id": "b", "kind": "meeting"}])"));
    static_cast<void>(folder.write("a.NDJSON", "{\"id\": \"a\", \"kind\": \"meeting\"}\n"));
    static_cast<void>(folder.write("notes.txt", "nothing"));
    const auto store = events::load_events(std::vector{folder.path()}, events_test::gazetteer());
    CHECK(store.problems.empty());
    CHECK(ids(store) == std::vector<std::string>{"a", "b"});
}

TEST_CASE("a file that is not there is one problem, and the others still load") {
    const TemporaryFolder folder;
    const std::vector<fs::path> files{folder.path() / "missing.json",
                                      folder.write("a.json", R"([{"id": "a", "kind": "meeting"}])")};
    const auto store = events::load_events(files, events_test::gazetteer());
    CHECK(lines(store.problems) == std::vector<std::string>{files[0].string() + ": error: there is no such file"});
    CHECK(store.value->size() == 1);
    const auto none = events::load_events({}, events_test::gazetteer());
    REQUIRE(none.value != nullptr);
    CHECK(none.value->size() == 0);
}

TEST_CASE("a gazetteer that cannot be read is told, and what can be read is kept") {
    const TemporaryFolder folder;
    const auto missing = events::load_gazetteer(folder.path());
    REQUIRE(missing.problems.size() == 4);
    CHECK(missing.problems[0].severity == geodata::Severity::Warning);  // names.json: English will do
    CHECK(missing.problems[1].severity == geodata::Severity::Error);
    CHECK(missing.problems[3].severity == geodata::Severity::Warning);  // passages.json: no straits and canals
    static_cast<void>(folder.write("names.json", R"({"countries": [], "places": [], "waters": []})"));
    static_cast<void>(
        folder.write("places.json", R"({"countries": [{"code": "PAK", "alpha2": "PK", "name": "Pakistan"}, {"code": 5}],
        "places": [{"name": "X", "country": "PAK", "lon": 500, "lat": 0, "rank": "city"},
                   {"name": "Islamabad", "country": "PAK", "lon": 73.06, "lat": 33.7, "rank": "capital"}]})"));
    static_cast<void>(folder.write("organisations.json", "{"));
    static_cast<void>(folder.write("passages.json", R"({"passages": []})"));
    const auto half = events::load_gazetteer(folder.path());
    REQUIRE(half.problems.size() == 3);
    CHECK(half.problems[0].pointer == "/countries/1");
    CHECK(half.problems[1].pointer == "/places/0");
    CHECK(half.value.places.capital("PAK") != nullptr);
}

TEST_CASE("a strait needs an id, a name, a position and lines of two positions, and no two have one id") {
    const TemporaryFolder folder;
    static_cast<void>(folder.write("organisations.json", R"({"organisations": []})"));
    static_cast<void>(folder.write("places.json", R"({"countries": [], "places": []})"));
    static_cast<void>(folder.write("names.json", R"({"countries": [], "places": [], "waters": []})"));
    static_cast<void>(folder.write("passages.json", R"({"passages": [
        {"id": "a", "name": "A", "lon": 1, "lat": 2, "aliases": ["Alpha"], "gate": [[0, 2], [2, 2]], "navigable": false},
        {"id": "a", "name": "B", "lon": 1, "lat": 2},
        {"name": "C", "lon": 1, "lat": 2},
        {"id": "d", "lon": 1, "lat": 2},
        {"id": "e", "name": "E", "lon": 1},
        {"id": "f", "name": "F", "lon": 1, "lat": 2, "gate": [[0, 2]]},
        {"id": "g", "name": "G", "lon": 1, "lat": 2, "channel": [[0, 2], [0, 95]]},
        {"id": "h", "name": "H", "lon": 1, "lat": 2, "channel": "wide"},
        {"id": "i", "name": "I", "lon": 1, "lat": 2, "navigable": false},
        {"id": "j", "name": "J", "lon": 1, "lat": 2, "channel": [[0, 2], [3, 4]]}]})"));
    const auto loaded = events::load_gazetteer(folder.path());
    CHECK(loaded.problems.size() == 8);
    CHECK(loaded.problems.front().severity == geodata::Severity::Warning);
    CHECK(loaded.problems.front().pointer == "/passages/1");
    REQUIRE(loaded.value.passages.all().size() == 2);
    const auto found = loaded.value.passages.find("alpha");
    REQUIRE(found.has_value());
    CHECK_FALSE(loaded.value.passages[*found].navigable);
    CHECK(loaded.value.passages.all()[1].channel == std::vector<geodata::LonLat>{{0, 2}, {3, 4}});
}

TEST_CASE("countries, places and waters have their names in their own languages, and a name of nobody is told") {
    const TemporaryFolder folder;
    static_cast<void>(folder.write("passages.json", R"({"passages": []})"));
    static_cast<void>(folder.write("organisations.json", R"({"organisations": []})"));
    static_cast<void>(
        folder.write("places.json", R"({"countries": [{"code": "LKA", "alpha2": "LK", "name": "Sri Lanka"}],
        "places": [{"name": "Kandy", "country": "LKA", "lon": 80.6, "lat": 7.3, "rank": "city"}]})"));
    static_cast<void>(folder.write("names.json", R"({
        "countries": [{"code": "LKA", "names": [{"lang": "si", "name": "a"}, {"lang": "ta", "name": "b"}]},
                      {"code": "XXX", "names": [{"lang": "si", "name": "c"}]},
                      {"code": "LKB", "names": [{"lang": "no spaces", "name": "c"}]},
                      {"code": "LKC", "names": []},
                      {"names": [{"lang": "si", "name": "c"}]},
                      {"code": "LKD", "names": ["si"]}],
        "places": [{"country": "LKA", "name": "Kandy", "names": [{"lang": "si", "name": "d"}]}, {"country": "LKA"}],
        "waters": [{"name": "Indus", "names": [{"lang": "ur", "name": "e"}]}, {"names": [{"lang": "ur", "name": "e"}]},
                   {"name": "Nile", "names": []}]})"));
    const auto loaded = events::load_gazetteer(folder.path());
    const auto* country = loaded.value.places.country("LKA");
    REQUIRE(country != nullptr);
    CHECK(country->local == std::vector<geodata::LocalName>{{"si", "a"}, {"ta", "b"}});
    const auto* kandy = loaded.value.places.find("LKA", "Kandy");
    REQUIRE(kandy != nullptr);
    CHECK(kandy->local == std::vector<geodata::LocalName>{{"si", "d"}});
    REQUIRE(loaded.value.waters.size() == 1);
    CHECK(loaded.value.waters.at("Indus") == std::vector<geodata::LocalName>{{"ur", "e"}});
    std::vector<std::string> pointers;
    for (const auto& problem : loaded.problems) {
        CHECK(problem.severity == geodata::Severity::Warning);
        pointers.push_back(problem.pointer);
    }
    CHECK(pointers == std::vector<std::string>{"/countries/2", "/countries/3", "/countries/4", "/countries/5",
                                               "/places/1", "/waters/1", "/waters/2", ""});
    CHECK(loaded.problems.back().what.find("'XXX'") != std::string::npos);
}

TEST_CASE("loading the same text twice gives the same store") {
    const std::string text =
        R"([{"kind": "parade", "parties": ["PAK"]},
                                {"kind": "visit", "from": "PAK", "to": "CHN", "date": "2025"}])";
    const auto first = load(text);
    const auto second = load(text);
    CHECK(first.problems == second.problems);
    CHECK(ids(first) == ids(second));
}

TEST_CASE("a thousand kinds are enough, and the others are shown as other") {
    std::string text = "[";
    for (int i = 0; i < 1500; ++i) {
        text += "{\"kind\": \"kind_" + std::to_string(i) + "\"},\n";
    }
    const auto store = load(text + "{\"kind\": \"visit\", \"from\": \"PAK\", \"to\": \"CHN\"}]");
    CHECK(store.value->size() == 1501);
    CHECK(store.value->kinds().all().size() <= 1001);
    CHECK(store.value->kinds()[store.value->all()[1499].kind].name == "other");
}

TEST_CASE("a file full of different mistakes is read to its end") {
    std::string text = "{\"sources\": {\"s\": {\"title\": \"S\"}}, \"events\": [";
    for (int i = 0; i < 3000; ++i) {
        const std::string number = std::to_string(i);
        text += "{\"kind\": \"meeting\", \"parties\": [\"PAK:Town" + number + "\"], \"venue\": \"Place" + number +
                "\", \"sources\": [\"x" + number + "\"]},\n";
    }
    const auto store = load(text + "{\"kind\": \"meeting\", \"sources\": [\"s\"]}]}");
    CHECK(store.value->size() == 3001);
    CHECK(store.problems.size() == 9001);
}

TEST_CASE("a title or a name that is far too long is cut, and said with its place") {
    const std::string long_title(100'000, 'x');
    const Store store =
        load("[{\"id\":\"a\",\"kind\":\"milestone\",\"date\":\"2025\",\"venue\":\"PAK\",\n\"title\":\"" + long_title +
             "\"}]");
    REQUIRE(store.value->size() == 1);
    CHECK(store.value->all().front().title == std::string(1000, 'x'));
    CHECK(lines(store.problems) == std::vector<std::string>{"test.json:2:9: warning: title has 100000 characters; no "
                                                            "more than 1000 are kept /0/title"});
    const Store named = load(R"([{"id":"a","kind":"milestone","title":"t","date":"2025","venue":{"name":")" +
                             long_title + R"(","lon":70,"lat":30},"tags":[")" + long_title + R"("]}])");
    REQUIRE(named.value->size() == 1);
    CHECK(named.value->all().front().venue->name.size() == 1000);
    CHECK(named.value->all().front().tags.front().size() == 1000);
    CHECK(named.problems.size() == 2);
}

TEST_CASE("a summary may be a hundred times as long as a title") {
    const auto with_summary = [](std::size_t length) {
        return load(R"([{"id":"a","kind":"milestone","title":"t","date":"2025","venue":"PAK","summary":")" +
                    std::string(length, 'x') + R"("}])");
    };
    CHECK(with_summary(100'000).problems.empty());
    const Store store = with_summary(100'001);
    REQUIRE(store.problems.size() == 1);
    CHECK(store.problems.front().what == "summary has 100001 characters; no more than 100000 are kept");
    CHECK(store.value->all().front().summary.size() == 100'000);
}

TEST_CASE("the name of a source that is far too long is cut, and said with its place") {
    const Store store =
        load("{\"sources\":{\n\"" + std::string(5000, 's') + R"(":{"title":"T"}},"events":[{"id":"a","kind":"milestone",
        "title":"t","date":"2025","venue":"PAK","sources":[{"title":"U"}]}]})");
    REQUIRE(store.problems.size() == 1);
    CHECK(lines(store.problems).front() ==
          "test.json:2:1: warning: this name has 5000 characters; no more than 1000 are kept");
}

TEST_CASE("a file that is named twice is read once") {
    const support::ScratchFolder folder;
    const fs::path file = folder.path / "a.json";
    std::ofstream{file} << R"([{"id":"a","kind":"milestone","title":"t","date":"2025","venue":"PAK"}])";
    fs::create_symlink(file, folder.path / "link");
    const std::vector<fs::path> files{file, folder.path / "." / "a.json", folder.path / "link", folder.path};
    const auto store = events::load_events(files, gazetteer());
    CHECK(store.value->size() == 1);
    REQUIRE(store.problems.size() == 3);
    for (const geodata::Problem& problem : store.problems) {
        CHECK(problem.severity == geodata::Severity::Warning);
        CHECK(problem.what == "this file is named twice; it is read once");
    }
}

TEST_CASE("events come through a pipe too") {
    int ends[2] = {-1, -1};
    REQUIRE(::pipe(ends) == 0);
    constexpr std::string_view text = R"([{"id":"a","kind":"milestone","title":"t","date":"2025","venue":"PAK"}])";
    REQUIRE(::write(ends[1], text.data(), text.size()) == static_cast<ssize_t>(text.size()));
    ::close(ends[1]);
    const std::vector<fs::path> files{"/dev/fd/" + std::to_string(ends[0])};
    const auto store = events::load_events(files, gazetteer());
    ::close(ends[0]);
    CHECK(lines(store.problems) == std::vector<std::string>{});
    CHECK(store.value->size() == 1);
}

namespace {

std::string meeting(const std::string& id, int month, const std::string& more = {}) {
    return R"({"id": ")" + id + R"(", "kind": "meeting", "parties": ["PAK", "BGD"], "date": "2025-0)" +
           std::to_string(month) + "\"" + more + "}";
}

}  // namespace

TEST_CASE("a stray bracket between two events is taken out, and the events behind it are read") {
    const std::string a = meeting("a", 1);
    const std::string rest = meeting("b", 2) + ", " + meeting("c", 3);
    for (const std::string& list :
         {"[" + a + " }, " + rest + "]", "[" + a + ", } " + rest + "]", "[" + a + "}}," + rest + "]",
          "[" + a + "],\n" + rest + "]", "[" + a + ", ] " + rest + "]", "[ } " + a + "," + rest + "]",
          "{\"events\": [" + a + "\n], " + rest + "], \"title\": \"T\"}",
          "{\"events\": [" + a + "\n}\n" + rest + "]}"}) {
        const Store store = load(list);
        CAPTURE(list);
        CHECK(ids(store) == std::vector<std::string>{"a", "b", "c"});
        REQUIRE(store.problems.size() == 1);
        CHECK(store.problems[0].what.starts_with("a stray "));
        CHECK(store.problems[0].what.ends_with(" between two events; take it out"));
    }
}

TEST_CASE("where reading ends before the file does, that is said") {
    const std::string events = "{\"events\": [" + meeting("a", 1) + "]";
    for (const std::string& text : {events + "} x", events + "} [1]", events + ", 5 }", events + ", [] }"}) {
        const Store store = load(text);
        CAPTURE(text);
        CHECK(store.value->size() == 1);
        REQUIRE_FALSE(store.problems.empty());
        CHECK(store.problems.back().what.find("is not read") != std::string::npos);
    }
}

TEST_CASE("a source that a file does not name is told once, with the number of events behind that name it too") {
    const std::string header = R"({"sources": {"bbc": {"title": "T"}}, "events": [)";
    const auto told = [&](const std::string& events) {
        std::vector<std::string> found = lines(load(header + events + "]}").problems);
        std::erase_if(found, [](const std::string& line) { return line.find("there is no source") == line.npos; });
        return found;
    };
    const std::string twice = R"(, "sources": ["bbx", "bbx"])";
    const std::string once = R"(, "source": "bbx")";
    const std::string start = "test.json:1:138: error: there is no source bbx in this file";
    const std::string end = "; did you mean bbc? /events/0/sources/0";
    CHECK(told(meeting("a", 1, twice)) == std::vector<std::string>{start + end});
    CHECK(told(meeting("a", 1, twice) + ", " + meeting("b", 2, once)) ==
          std::vector<std::string>{start + ", and one more event names it" + end});
    CHECK(told(meeting("a", 1, twice) + ", " + meeting("b", 2, once) + ",\n" + meeting("c", 3, twice) + ", " +
               meeting("d", 4, R"(, "source": "own")")) ==
          std::vector<std::string>{start + ", and 2 more events name it" + end,
                                   "test.json:2:193: error: there is no source own in this file /events/3/source"});
}

TEST_CASE("a currency in small letters is read as the one that it is, and a negative value is told") {
    const auto with_value = [](const std::string& value) {
        return load("[" + meeting("a", 1, ", \"value\": " + value) + "]");
    };
    const Store small = with_value(R"({"amount": 5, "currency": "usd"})");
    CHECK(small.value->all().front().value->currency == "USD");
    REQUIRE(small.problems.size() == 1);
    CHECK(small.problems[0].severity == geodata::Severity::Warning);
    CHECK(small.problems[0].what == "the currency usd is read as USD: codes of ISO 4217 are written in capitals");
    for (const char* value : {R"({"amount": -5, "currency": "USD"})", "-5"}) {
        const Store negative = with_value(value);
        CHECK(negative.value->all().front().value->amount == -5.0);
        REQUIRE(negative.problems.size() == 1);
        CHECK(negative.problems[0].severity == geodata::Severity::Warning);
        CHECK(negative.problems[0].what == "a value is not negative; what goes the other way is said by from and to");
    }
    CHECK(with_value(R"({"amount": 5, "currency": "Rs"})").problems.size() == 1);
}

TEST_CASE("an organisation stands where a text says, as it does where an object says") {
    for (const char* party :
         {R"("SCO:Samarkand")", R"({"code": "SCO:Samarkand"})", R"({"code": "SCO", "place": "Samarkand"})"}) {
        const events::Event event = load_one(R"([{"id": "x", "kind": "meeting", "date": "2025", "parties": ["PAK", )" +
                                             std::string{party} + "]}]");
        REQUIRE(event.parties.size() == 2);
        CHECK(event.parties[1].code == "SCO");
        CHECK(event.parties[1].is_organisation);
        CHECK(event.parties[1].place.name == "Samarkand");
    }
    const Store store =
        load(R"([{"id": "x", "kind": "meeting", "date": "2025", "parties": ["PAK", "SCO:Samarcand"]}])");
    REQUIRE(store.problems.size() == 1);
    CHECK(store.problems[0].what == "there is no place called Samarcand; did you mean Samarkand?");
}

TEST_CASE("members that stand for their organisation are known as such, and nobody else is") {
    events::Party party;
    for (const char* role : {"member of SCO", "participant, member of SCO"}) {
        party.role_name = role;
        CHECK(events::stands_for_organisation(party));
    }
    for (const char* role : {"", "member", "a member of staff", "host"}) {
        party.role_name = role;
        CHECK_FALSE(events::stands_for_organisation(party));
    }
}
