#include "app/panels/table_layout.h"

#include "app/panels/panel_places.h"
#include "tests/support/an_event.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

using app::AppState;
using app::EventTable;
using app::TableColumn;
using app::World;
using events::Status;
using support::an_event;
using support::state_at;

namespace {

World a_world() {
    return support::world_of(
        {an_event("visit", "2025-05-19").titled("Zhob, \"talks\"").from("PAK").to("CHN").tagged("b").sourced(0),
         an_event("meeting", "2025-05-18").titled("Agra").with("IND").worth(2e9, "USD").tagged("a").tagged("c"),
         an_event("trade", "2025-05-17").titled("Multan").from("CHN").to("PAK").worth(5e8, "USD"),
         an_event("visit", "2019~").titled("Bam").from("BGD").to("CHN").being(Status::Planned),
         an_event("visit", "").titled("Undated").from("CHN")});
}

AppState with_table(EventTable table, const World& world, float width = 1920.0F, float height = 1080.0F) {
    AppState state = reduce(state_at("2025-05-20", width, height), app::ToggleTable{}, world);
    return reduce(state, app::SetTable{table}, world);
}

std::string titles(EventTable table, const World& world) {
    std::string out;
    for (const events::EventIndex index : table_rows(with_table(table, world), world)) {
        out += std::string{(*world.events)[index].title.substr(0, 1)};
    }
    return out;
}

}  // namespace

TEST_CASE("the table sorts by each column, and what has no such thing stands last") {
    const World world = a_world();
    const auto whole = [](TableColumn column, bool down = false) { return EventTable{true, column, down, {}}; };
    CHECK(titles({}, world) == "MAZ");
    CHECK(titles(whole(TableColumn::Date), world) == "BMAZU");
    CHECK(titles(whole(TableColumn::Date, true), world) == "ZAMBU");
    CHECK(titles(whole(TableColumn::Title), world) == "ABMUZ");
    CHECK(titles(whole(TableColumn::Title, true), world) == "ZUMBA");
    CHECK(titles(whole(TableColumn::Kind), world) == "AMBZU");
    CHECK(titles(whole(TableColumn::Status), world) == "MAZUB");
    CHECK(titles(whole(TableColumn::Sources, true), world) == "ZBMAU");
    CHECK(titles(whole(TableColumn::Value), world) == "MABZU");
    CHECK(titles(whole(TableColumn::Value, true), world) == "AMBZU");
    CHECK(titles(whole(TableColumn::Tags), world) == "AZBMU");
}

TEST_CASE("filters leave rows out of the table") {
    const World world = a_world();
    AppState state = with_table({true, TableColumn::Date, false, {}}, world);
    state = reduce(state, app::SetFilter{{.tags = {"a", "b"}}}, world);
    CHECK(table_rows(state, world).size() == 2);
}

TEST_CASE("rows are copied as comma-separated values, quoted where they have to be") {
    const World world = a_world();
    EventTable table;
    table.hidden[static_cast<std::size_t>(TableColumn::Parties)] = true;
    table.hidden[static_cast<std::size_t>(TableColumn::Kind)] = true;
    const AppState state = with_table(table, world);
    CHECK(table_csv(table_rows(state, world), state, world) ==
          "Date,Title,Status,Sources,Value,Unit,Tags\r\n"
          "2025-05-17,Multan,occurred,,500000000,USD,\r\n"
          "2025-05-18,Agra,occurred,,2000000000,USD,\"a, c\"\r\n"
          "2025-05-19,\"Zhob, \"\"talks\"\"\",occurred,1,,,b\r\n");
}

TEST_CASE("columns stand beside each other inside the panel, and hidden ones are left out") {
    const World world = a_world();
    for (const auto& [width, height] :
         std::array<std::pair<float, float>, 4>{{{640, 400}, {1280, 720}, {1920, 1080}, {3840, 2160}}}) {
        EventTable table;
        table.hidden[static_cast<std::size_t>(TableColumn::Status)] = true;
        AppState state = with_table(table, world, width, height);
        state.selection.countries = {"PAK"};
        const app::PanelPlaces places = app::panel_places(state, world);
        const app::TableLayout layout = app::table_layout(state, places.table, 46);
        CAPTURE(width);
        CHECK(layout.title == "46 events");
        CHECK(places.table.bottom <= places.timeline.top);
        CHECK(places.table.left >= places.card.right);
        CHECK(places.legend.bottom <= places.table.top);
        float left = layout.place.left;
        CHECK_FALSE(layout.columns.empty());
        for (const app::TableHeader& column : layout.columns) {
            CHECK(column.column != TableColumn::Status);
            CHECK(column.left >= left);
            left = column.right;
        }
        if (width > 700.0F) {
            CHECK(left <= layout.place.right);
            CHECK(layout.list.bottom <= layout.place.bottom);
        }
    }
}
