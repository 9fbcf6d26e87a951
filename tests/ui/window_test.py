#!/usr/bin/python3
"""Caravan in a real window: what mouse and keys do, as the control socket's `state` tells. Needs DISPLAY and xdotool.

  CARAVAN=build/dev/bin/caravan tests/ui/window_test.py [-v] [Map.test_...]
"""

import contextlib
import datetime
import os
import pathlib
import shutil
import signal
import socket
import stat
import struct
import subprocess
import sys
import tempfile
import time
import unittest

from running_caravan import FIXTURES, Caravan

SEA = {"lon": 64.0, "lat": 17.0}  # the Arabian Sea, far from any coast and any link


def png_size(path):
    with open(path, "rb") as file:
        head = file.read(24)
    assert head[:8] == b"\x89PNG\r\n\x1a\n", f"{path} is no PNG"
    return struct.unpack(">II", head[16:24])


def pictures_differ(caravan):
    """Of two pictures of the map, half a second apart, when everything has come to rest (names do with the first)."""
    time.sleep(1.0)
    pictures = []
    for name in ("rested.png", "one.png", "two.png"):
        caravan.ask("screenshot", path=str(caravan.folder / name), panels=False)
        pictures.append((caravan.folder / name).read_bytes())
        time.sleep(0.5)
    return pictures[1] != pictures[2]


def days_between(first, last):
    return (datetime.date.fromisoformat(last) - datetime.date.fromisoformat(first)).days


class WindowTest(unittest.TestCase):
    """Each test has a program of its own, with these arguments."""

    arguments = ()

    def setUp(self):
        self.caravan = Caravan(*self.arguments)
        self.addCleanup(self.caravan.close)

    def assert_near(self, actual, expected, within=1.0):
        for a, b in zip(actual, expected):
            self.assertLessEqual(abs(a - b), within, f"{actual} is not within {within} of {expected}")

    def countries(self):
        return self.caravan.state()["selection"]["countries"]


class Map(WindowTest):
    """With the bundled events."""

    def test_opens_with_panels_and_without_problems(self):
        state = self.caravan.state()
        self.assertEqual(state["size"], [1280, 720])
        self.assertEqual(state["panels"], ["timeline", "toolbar", "legend"])
        self.assertEqual(state["selection"], {"countries": [], "event": None})
        self.assertEqual(state["problems"], 0)
        self.assertFalse(state["playing"])
        self.assertTrue(0 < state["visible"] < state["total"], state)
        self.assertEqual(self.caravan.messages(), "")

    def test_hover_names_the_country_under_the_pointer(self):
        self.caravan.move(self.caravan.locate(country="IRN"))
        self.caravan.wait_until("Iran under the pointer", lambda s: s["hover"] and s["hover"]["country"] == "IRN")
        self.caravan.move(self.caravan.locate(**SEA))
        self.caravan.wait_until("nothing under the pointer", lambda s: s["hover"] is None)

    def test_click_on_pakistan_opens_its_card(self):
        self.caravan.click(self.caravan.spot_in("PAK"))
        state = self.caravan.wait_until("Pakistan selected", lambda s: s["selection"]["countries"] == ["PAK"])
        self.assertIn("country_card", state["panels"])
        self.assertIsNone(state["selection"]["event"])

    def test_a_click_beside_the_mark_of_a_small_state_selects_it(self):
        x, y = self.caravan.locate(country="MDV")
        self.caravan.move((x + 6, y - 2))
        self.caravan.wait_until("the Maldives under the pointer", lambda s: s["hover"] and s["hover"]["country"] == "MDV")
        self.caravan.click((x + 6, y - 2))
        self.caravan.wait_until("the Maldives selected", lambda s: s["selection"]["countries"] == ["MDV"])

    def test_escape_clears_the_selection(self):
        self.caravan.click(self.caravan.spot_in("PAK"))
        self.caravan.wait_until("Pakistan selected", lambda s: s["selection"]["countries"] == ["PAK"])
        self.caravan.key("Escape")
        state = self.caravan.wait_until("nothing selected", lambda s: not s["selection"]["countries"])
        self.assertNotIn("country_card", state["panels"])

    def test_click_on_the_sea_clears_the_selection(self):
        self.caravan.click(self.caravan.spot_in("PAK"))
        self.caravan.wait_until("Pakistan selected", lambda s: s["selection"]["countries"] == ["PAK"])
        self.caravan.click(self.caravan.locate(**SEA))
        self.caravan.wait_until("nothing selected", lambda s: not s["selection"]["countries"])

    def test_shift_click_adds_a_second_country(self):
        self.caravan.click(self.caravan.spot_in("PAK"))
        self.caravan.wait_until("Pakistan selected", lambda s: s["selection"]["countries"] == ["PAK"])
        self.caravan.click(self.caravan.spot_in("IRN"), shift=True)
        self.caravan.wait_until("the pair", lambda s: s["selection"]["countries"] == ["PAK", "IRN"])

    def open_pair(self):
        """In a window in which the panel's upper left corner is at 1184, 64."""
        self.caravan.resize(1920, 1080)
        self.caravan.wait_until("the larger window", lambda s: s["size"] == [1920, 1080])
        self.caravan.ask("select", countries=["PAK", "BGD"])
        state = self.caravan.wait_until("the pair view", lambda s: "pair" in s["panels"] and not s["flying"])
        self.assertNotIn("country_card", state["panels"])

    def test_shift_click_opens_the_pair_view_and_escape_goes_back_to_the_card(self):
        self.caravan.click(self.caravan.spot_in("PAK"))
        self.caravan.wait_until("Pakistan's card", lambda s: "country_card" in s["panels"])
        self.caravan.click(self.caravan.spot_in("IRN"), shift=True)
        self.caravan.wait_until("the pair view", lambda s: "pair" in s["panels"] and "country_card" not in s["panels"])
        self.caravan.key("Escape")
        state = self.caravan.wait_until("the card again", lambda s: "country_card" in s["panels"])
        self.assertEqual(state["selection"]["countries"], ["PAK"])
        self.assertNotIn("pair", state["panels"])

    def test_p_closes_and_opens_the_pair_view(self):
        self.open_pair()
        self.caravan.key("p")
        state = self.caravan.wait_until("no pair view", lambda s: "pair" not in s["panels"])
        self.assertEqual(state["selection"]["countries"], ["PAK", "BGD"])
        self.caravan.key("p")
        self.caravan.wait_until("the pair view", lambda s: "pair" in s["panels"])

    def test_a_click_on_a_row_of_the_pair_view_flies_to_its_event(self):
        self.caravan.ask("seek", date="2025-05-20")
        self.open_pair()
        self.caravan.click((1650, 232))  # the first row, of 1971
        state = self.caravan.wait_until("the event's card", lambda s: s["selection"]["event"] == "fact-37")
        self.assertTrue(state["playhead"].startswith("1971"), state["playhead"])
        self.assertIn("event_card", state["panels"])
        self.caravan.key("Escape")
        self.caravan.wait_until("the pair view alone", lambda s: s["selection"]["event"] is None and "pair" in s["panels"])

    def test_the_days_between_which_something_changed_are_typed(self):
        self.open_pair()
        self.caravan.click((1600, 160))  # Changed
        self.caravan.wait_until("what changed", lambda s: s["pair"] and s["pair"]["tab"] == "changed")
        self.caravan.click((1310, 208))  # its first day, which is selected for typing
        self.caravan.key("2", "0", "2", "5", "minus", "0", "9", "Return")
        self.caravan.wait_until("the first day", lambda s: s["pair"]["from"] == "2025-09-01")
        self.caravan.click((1870, 160))  # Copy
        self.caravan.key("t", "ctrl+v")
        state = self.caravan.wait_until("the copy", lambda s: s["typing"] and "what changed" in s["typing"]["text"])
        self.assertTrue(state["typing"]["text"].startswith("Pakistan and Bangladesh"), state["typing"])
        self.caravan.key("Escape")
        self.caravan.wait_until("no field", lambda s: s["typing"] is None)
        self.caravan.key("Escape")
        self.caravan.wait_until("the card", lambda s: s["pair"] is None and "country_card" in s["panels"])

    def test_click_without_shift_replaces_the_country(self):
        for code in ("PAK", "IRN"):
            self.caravan.click(self.caravan.spot_in(code))
            self.caravan.wait_until(code, lambda s, code=code: s["selection"]["countries"] == [code])

    def test_a_click_on_a_panel_does_not_reach_the_map(self):
        self.caravan.click(self.caravan.spot_in("PAK"))
        self.caravan.wait_until("Pakistan selected", lambda s: s["selection"]["countries"] == ["PAK"])
        self.caravan.click((20, 68))  # the card's corner
        time.sleep(0.2)
        self.assertEqual(self.countries(), ["PAK"])

    def test_double_click_flies_to_a_country(self):
        before = self.caravan.state()["camera"]["metres_per_point"]
        kazakhstan = self.caravan.spot_in("KAZ")
        for _ in range(5):  # on a machine that is too busy, two clicks can be too far apart
            self.caravan.double_click(kazakhstan)
            time.sleep(0.5)
            if self.caravan.state()["camera"]["metres_per_point"] != before:
                break
        state = self.caravan.wait_until("arrival", lambda s: not s["flying"] and s["camera"]["metres_per_point"] != before)
        self.assertLess(state["camera"]["metres_per_point"], before)
        x, y = self.caravan.locate(country="KAZ")
        self.assertTrue(0 < x < 1280 and 0 < y < 560, f"Kazakhstan is at {x}, {y}")

    def test_wheel_zooms_about_the_pointer(self):
        karachi = self.caravan.locate(place="PAK:Karachi")
        before = self.caravan.state()["camera"]["metres_per_point"]
        self.caravan.move(karachi)
        self.caravan.wheel(4)
        nearer = self.caravan.wait_until(
            "four notches nearer", lambda s: s["camera"]["metres_per_point"] < before / 2)["camera"]["metres_per_point"]
        self.assert_near(self.caravan.locate(place="PAK:Karachi"), karachi, 2.0)
        self.caravan.wheel(-2)
        self.caravan.wait_until("two notches back", lambda s: s["camera"]["metres_per_point"] > nearer * 1.5)
        self.assert_near(self.caravan.locate(place="PAK:Karachi"), karachi, 2.0)

    def test_drag_moves_the_map_with_the_pointer(self):
        start = self.caravan.locate(**SEA)
        before = self.caravan.locate(place="PAK:Karachi")
        self.caravan.drag(start, (start[0] + 140, start[1] - 60))
        self.assert_near(self.caravan.locate(place="PAK:Karachi"), (before[0] + 140, before[1] - 60), 1.5)
        self.assertEqual(self.countries(), [], "dragging is not clicking")

    def test_h_shows_the_whole_region_again(self):
        opening = self.caravan.state()["camera"]
        start = self.caravan.locate(**SEA)
        self.caravan.drag(start, (start[0] + 200, start[1] + 50))
        self.caravan.wheel(5)
        self.caravan.wait_until("another view", lambda s: s["camera"]["metres_per_point"] < opening["metres_per_point"] / 2)
        self.caravan.key("h")
        state = self.caravan.wait_until(
            "the region", lambda s: not s["flying"] and s["camera"]["metres_per_point"] > opening["metres_per_point"] / 2)
        self.assertAlmostEqual(state["camera"]["metres_per_point"], opening["metres_per_point"], delta=1.0)
        self.assert_near((state["camera"]["lon"], state["camera"]["lat"]), (opening["lon"], opening["lat"]), 0.01)

    def test_a_hand_on_the_map_stops_a_flight(self):
        start = self.caravan.locate(**SEA)
        self.caravan.move(start)
        self.caravan.wheel(10)
        self.caravan.key("h")
        self.caravan.drag(start, (start[0] + 40, start[1]))
        self.caravan.wait_until("standstill", lambda s: not s["flying"])

    def test_resizing_the_window_resizes_the_map(self):
        self.caravan.resize(1000, 640)
        self.caravan.wait_until("the new size", lambda s: s["size"] == [1000, 640])
        picture = self.caravan.folder / "resized.png"
        self.caravan.ask("screenshot", path=str(picture))
        self.assertEqual(png_size(picture), (1000, 640))
        self.caravan.click(self.caravan.spot_in("PAK"))
        self.caravan.wait_until("Pakistan selected", lambda s: s["selection"]["countries"] == ["PAK"])


    def test_w_goes_through_the_worldviews_and_the_country_under_the_pointer_follows(self):
        self.caravan.ask("seek", date="2010-06-01")  # no link lies over the place then
        srinagar = {"lon": 74.8, "lat": 34.09}
        self.caravan.move(self.caravan.locate(**srinagar))
        self.caravan.wait_until("India under the pointer", lambda s: s["hover"] and s["hover"]["country"] == "IND")
        before = self.caravan.state()["camera"]
        seen = []
        for _ in self.caravan.state()["worldviews"]:
            last = self.caravan.state()["worldview"]
            self.caravan.key("w")
            state = self.caravan.wait_until("another view", lambda s, last=last: s["worldview"] != last)
            seen.append(state["worldview"])
        self.assertEqual(seen, self.caravan.state()["worldviews"][1:] + ["neutral"])
        self.assertEqual(self.caravan.state()["camera"], before)
        self.caravan.ask("worldview", worldview="Pakistan")
        x, y = self.caravan.locate(**srinagar)
        self.caravan.move((x + 2, y))
        state = self.caravan.wait_until("Pakistan", lambda s: s["hover"] and s["hover"]["country"] == "PAK")
        self.assertIn("as Pakistan draws them", state["boundaries"])

    def test_n_and_the_clock_in_the_toolbar_change_what_is_known(self):
        self.caravan.key("n")
        self.caravan.wait_until("what is known now", lambda s: s["known"] == "now")
        self.caravan.click((1280 - 16 - 4 - 7 * 41 + 20, 36))
        self.caravan.wait_until("what was known then", lambda s: s["known"] == "then")

    def test_the_toolbar_has_a_menu_of_worldviews(self):
        # Icons alone in a small window: the filter, worldviews, projection and names before the seven switches.
        button = (1280 - 16 - 4 - 10 * 41 + 20, 36)
        self.caravan.click(button)
        self.caravan.wait_until("the menu", lambda s: "worldviews" in s["panels"])
        self.caravan.key("Escape")
        self.caravan.wait_until("no menu", lambda s: "worldviews" not in s["panels"])
        self.caravan.click(button)
        self.caravan.wait_until("the menu", lambda s: "worldviews" in s["panels"])
        self.caravan.click((1280 - 16 - 152, 64 + 36 + 3 * 44 + 22))  # the fourth row
        state = self.caravan.wait_until("India's view", lambda s: s["worldview"] == "IND")
        self.assertNotIn("worldviews", state["panels"])


class Finding(WindowTest):
    """With the bundled events."""

    def wait_for_filters(self, filters):
        return self.caravan.wait_until(f"filters {filters}", lambda s: s["filters"] == filters)

    def test_ctrl_f_types_a_country_and_enter_goes_there(self):
        self.caravan.key("ctrl+f")
        self.caravan.wait_until("the field", lambda s: "search" in s["panels"])
        self.caravan.key("p", "a", "k", "i", "s")
        self.caravan.key("Return")
        state = self.caravan.wait_until("Pakistan", lambda s: s["selection"]["countries"] == ["PAK"])
        self.assertNotIn("search", state["panels"])

    def test_a_click_on_the_field_opens_it_and_escape_or_a_click_elsewhere_closes_it(self):
        for close in (lambda: self.caravan.key("Escape"), lambda: self.caravan.click(self.caravan.locate(**SEA))):
            self.caravan.click((120, 36))
            self.caravan.wait_until("the field", lambda s: "search" in s["panels"])
            close()
            self.caravan.wait_until("no field", lambda s: "search" not in s["panels"])

    def test_an_event_outside_the_window_is_gone_to(self):
        self.caravan.ask("seek", date="2012-01-01")
        self.caravan.key("ctrl+f")
        self.caravan.ask("type", text="ishaq dar to beijing")
        self.caravan.key("Down")  # from the person, where there is one; the last event stays the last
        self.caravan.key("Up")
        self.caravan.wait_until("the index", lambda s: "search" in s["panels"])
        self.caravan.key("Return")
        state = self.caravan.wait_until("the event", lambda s: s["selection"]["event"] is not None)
        self.assertTrue(state["playhead"].startswith("2025"), state["playhead"])

    def test_the_last_row_makes_a_filter_whose_chip_takes_it_away_again(self):
        self.caravan.key("ctrl+f")
        self.caravan.ask("type", text="visit")
        self.caravan.key(*["Down"] * 20)
        self.caravan.key("Return")
        self.wait_for_filters(['Text "visit"'])
        # A chip in the second row, below the toolbar; its cross is at its right.
        found = False
        for x in range(360, 560, 4):
            self.caravan.click((x, 36))
            if not self.caravan.state()["filters"]:
                found = True
                break
        self.assertTrue(found)

    def test_f_opens_the_filter_and_escape_peels_panel_and_filters(self):
        self.caravan.key("f")
        self.caravan.wait_until("the panel", lambda s: "filter" in s["panels"])
        all_of_them = self.caravan.state()["visible"]
        # The first kind, below the numbers.
        self.caravan.ask("filter", statuses=["planned"])
        self.wait_for_filters(["Status planned"])
        self.assertLess(self.caravan.state()["visible"], all_of_them)
        self.caravan.key("Escape")
        state = self.caravan.wait_until("no panel", lambda s: "filter" not in s["panels"])
        self.assertEqual(state["filters"], ["Status planned"])
        self.caravan.key("Escape")
        self.wait_for_filters([])

    def test_d_opens_the_table_and_a_row_is_gone_to(self):
        self.caravan.key("d")
        self.caravan.wait_until("the table", lambda s: "table" in s["panels"])
        # Rows of 24 points; the table is two fifths of the window high and ends 56 above the timeline of 160.
        top = 720 - 160 - 56 - 0.4 * 720
        self.caravan.click((400, top + 48 + 28 + 12))
        self.caravan.wait_until("an event", lambda s: s["selection"]["event"] is not None)
        self.caravan.key("d")
        self.caravan.wait_until("no table", lambda s: "table" not in s["panels"])


class Time(WindowTest):
    """With the bundled events."""

    HISTOGRAM_Y = 600  # well inside the timeline of a window 720 high

    def test_space_plays_and_stops(self):
        before = self.caravan.state()["playhead"]
        self.caravan.key("space")
        self.caravan.wait_until("time to move", lambda s: s["playing"] and s["playhead"] > before)
        self.caravan.key("space")
        self.caravan.wait_until("time to stop", lambda s: not s["playing"])
        stopped = self.caravan.state()["playhead"]
        time.sleep(0.7)
        self.assertEqual(self.caravan.state()["playhead"], stopped)

    def test_space_plays_while_a_panel_was_clicked_last(self):
        self.caravan.click((1200, 700))
        self.caravan.key("space")
        self.caravan.wait_until("play", lambda s: s["playing"])

    def test_dragging_the_timeline_scrubs(self):
        self.caravan.move((400, self.HISTOGRAM_Y))
        self.caravan.press()
        days = []
        for x in (400, 550, 700, 850, 700, 550, 400):
            self.caravan.move((x, self.HISTOGRAM_Y))
            days.append(self.caravan.state()["playhead"])
        self.caravan.release()
        there, back = days[:4], days[3:]
        self.assertEqual(there, sorted(set(there)), "time goes on to the right")
        self.assertEqual(back, list(reversed(there)), "the same way back")
        self.caravan.move((900, self.HISTOGRAM_Y))
        self.assertEqual(self.caravan.state()["playhead"], days[-1], "it stays where it was let go")

    def test_a_drag_that_leaves_the_timeline_goes_on_scrubbing(self):
        camera = self.caravan.state()["camera"]
        self.caravan.move((400, self.HISTOGRAM_Y))
        self.caravan.press()
        self.caravan.move((600, 300))
        self.caravan.move((700, 300))
        away = self.caravan.state()
        self.caravan.release()
        self.caravan.drag((400, self.HISTOGRAM_Y), (700, self.HISTOGRAM_Y))
        self.assertEqual(self.caravan.state()["playhead"], away["playhead"])
        self.assertEqual(away["camera"], camera, "the map does not move with it")

    def test_arrows_step_by_days(self):
        self.caravan.ask("seek", date="2025-05-20")
        for key, day in (("Right", "2025-05-21"), ("Left", "2025-05-20"), ("shift+Right", "2025-05-30"),
                         ("shift+Left", "2025-05-20")):
            self.caravan.key(key)
            self.caravan.wait_until(f"{key} to lead to {day}", lambda s, day=day: s["playhead"] == day)

    def test_the_timeline_follows_keys_too(self):
        self.caravan.ask("seek", date="2025-05-20")
        before = self.caravan.state()
        self.caravan.key("ctrl+Right")
        after = self.caravan.wait_until("a later event", lambda s: s["playhead"] > before["playhead"])
        self.assertEqual(after["window"][1], after["playhead"])

    def test_m_goes_through_the_modes_and_time_stays(self):
        day = self.caravan.state()["playhead"]
        for mode in ("range", "so-far", "all", "moment"):
            self.caravan.key("m")
            state = self.caravan.wait_until(mode, lambda s, mode=mode: s["mode"] == mode)
            self.assertEqual(state["playhead"], day)

    def test_all_shows_every_event(self):
        self.caravan.ask("mode", mode="all")
        state = self.caravan.state()
        self.assertEqual(state["visible"], state["total"])


class Timeline(WindowTest):
    """Its own zoom, handles, loop and highlights, with the bundled events."""

    HISTOGRAM_Y = 600
    AXIS_Y = 626
    MAP_Y = 566  # the small map of all days, where there is one

    def zoomed(self, what="a zoomed timeline"):
        return self.caravan.wait_until(what, lambda s: s["timeline"])

    def test_the_wheel_zooms_about_the_day_under_it_and_back_and_time_stays(self):
        before = self.caravan.state()
        self.caravan.move((700, self.HISTOGRAM_Y))
        self.caravan.wheel(6)
        first, last = self.zoomed()["timeline"]
        self.caravan.wheel(3)
        closer = self.caravan.wait_until("a closer view", lambda s: s["timeline"] and s["timeline"][0] > first)
        self.assertLess(closer["timeline"][1], last)
        self.assertEqual(closer["playhead"], before["playhead"])
        self.assertEqual(closer["camera"], before["camera"], "the map does not zoom with it")
        self.caravan.wheel(-20)
        self.caravan.wait_until("all days", lambda s: s["timeline"] is None)

    def test_shift_and_the_wheel_the_middle_button_ctrl_and_the_small_map_move_the_view(self):
        self.caravan.ask("timeline", **{"from": "2025-03-01", "to": "2025-05-31"})
        self.caravan.move((700, self.HISTOGRAM_Y))
        self.caravan.wheel(-2, held="shift")
        later = self.caravan.wait_until("later days", lambda s: s["timeline"][0] > "2025-03-01")
        self.caravan.drag((500, self.HISTOGRAM_Y), (800, self.HISTOGRAM_Y), button=2)
        earlier = self.caravan.wait_until("earlier days", lambda s: s["timeline"][0] < later["timeline"][0])
        self.caravan.drag((800, self.HISTOGRAM_Y), (500, self.HISTOGRAM_Y), held="ctrl")
        again = self.caravan.wait_until("later days again", lambda s: s["timeline"][0] > earlier["timeline"][0])
        self.assertEqual(again["playhead"], later["playhead"], "none of these is scrubbing")
        self.caravan.drag((1000, self.MAP_Y), (200, self.MAP_Y))
        self.caravan.wait_until("the past", lambda s: s["timeline"][0] < "2025-01-01")

    def test_z_shows_the_window_and_shift_z_or_a_double_click_on_the_axis_all_days(self):
        day = self.caravan.state()["playhead"]
        for back in ("shift+z", None):
            self.caravan.key("z")
            state = self.zoomed("the window")
            self.assertTrue(state["timeline"][0] < state["window"][0] and state["window"][1] < state["timeline"][1], state)
            self.assertEqual(state["playhead"], day)
            if back:
                self.caravan.key(back)
            else:
                self.caravan.ask("click", x=200, y=self.AXIS_Y, double=True)
            self.caravan.wait_until("all days", lambda s: s["timeline"] is None)

    def test_handles_move_the_windows_ends_and_its_middle(self):
        self.caravan.ask("window", **{"from": "2025-03-01", "to": "2025-05-31"})
        self.caravan.ask("timeline", **{"from": "2025-01-01", "to": "2025-08-31"})
        first, last = self.caravan.state()["window"]
        def x_of(date):
            days = (datetime.date.fromisoformat(date) - datetime.date(2025, 1, 1)).days
            return 16 + (1280 - 48) * days / 243
        middle_y = 592
        self.caravan.drag((x_of(last) + 2.5, middle_y), (x_of("2025-07-15"), middle_y))
        later = self.caravan.wait_until("a later end", lambda s: s["playhead"] > "2025-07-01")
        self.assertLessEqual(abs(days_between(later["window"][0], first)), 1)
        self.caravan.drag((x_of(first), middle_y), (x_of("2025-04-15"), middle_y))
        shorter = self.caravan.wait_until("a later start", lambda s: s["window"][0] > "2025-04-01")
        self.assertEqual(shorter["playhead"], later["playhead"])
        length = days_between(*shorter["window"])
        centre = (x_of(shorter["window"][0]) + x_of(shorter["window"][1])) / 2
        self.caravan.drag((centre + 2, 575.5), (centre - 200, 575.5))
        moved = self.caravan.wait_until("an earlier window", lambda s: s["playhead"] < "2025-07-01")
        self.assertLessEqual(abs(days_between(*moved["window"]) - length), 1)

    def test_a_drag_with_shift_marks_a_loop_that_playing_keeps_to_and_escape_removes(self):
        self.caravan.ask("timeline", **{"from": "2025-01-01", "to": "2025-08-31"})
        day = self.caravan.state()["playhead"]
        self.caravan.drag((400, self.HISTOGRAM_Y), (430, self.HISTOGRAM_Y), held="shift")
        state = self.caravan.wait_until("a loop", lambda s: s["loop_range"])
        self.assertTrue(state["loop"])
        self.assertEqual(state["playhead"], day)
        first, last = state["loop_range"]
        self.caravan.ask("speed", speed=20)
        self.caravan.key("space")
        self.caravan.wait_until("play", lambda s: s["playing"])
        for _ in range(20):
            playhead = self.caravan.state()["playhead"]
            self.assertTrue(first <= playhead <= last, f"{playhead} is not in {first} to {last}")
            time.sleep(0.05)
        self.caravan.key("space")
        self.caravan.key("Escape")
        self.caravan.wait_until("no loop", lambda s: s["loop_range"] is None and not s["loop"])

    def test_brackets_mark_a_loop_at_the_playhead(self):
        self.caravan.ask("seek", date="2025-03-01")
        self.caravan.key("bracketleft")
        self.caravan.wait_until("its start", lambda s: s["loop_range"])
        self.caravan.ask("seek", date="2025-03-11")
        self.caravan.key("bracketright")
        self.caravan.wait_until("its end", lambda s: s["loop_range"] == ["2025-03-01", "2025-03-11"])

    def test_j_plays_backwards_and_g_from_event_to_event(self):
        self.caravan.ask("seek", date="2025-05-20")
        self.caravan.key("j")
        self.caravan.key("space")
        self.caravan.wait_until("time to run back", lambda s: s["reverse"] and s["playhead"] < "2025-05-20")
        self.caravan.key("space")
        self.caravan.key("j")
        self.caravan.ask("seek", date="2025-05-21")
        self.caravan.key("g")
        self.caravan.key("space")
        self.caravan.wait_until("the next event", lambda s: s["by_event"] and s["playhead"] > "2025-05-25")

    def test_digits_set_the_speed_and_a_click_on_it_types_one(self):
        for key, speed in (("7", 20), ("1", 0.25), ("0", 2)):
            self.caravan.key(key)
            self.caravan.wait_until(f"{speed} days a second", lambda s, speed=speed: s["speed"] == speed)
        self.caravan.click((300, 694))
        self.caravan.ask("type", text="1 month/s")
        self.caravan.key("Return")
        self.caravan.wait_until("30 days a second", lambda s: s["speed"] == 30)

    def test_steps_follow_the_zoom_and_u_chooses_them(self):
        self.caravan.ask("seek", date="2025-05-20")
        self.caravan.ask("timeline", **{"from": "2005", "to": "2025"})
        self.caravan.key("Right")
        self.caravan.wait_until("a month later", lambda s: s["playhead"] == "2025-06-20")
        for unit in ("hour", "day"):
            self.caravan.key("u")
            self.caravan.wait_until(unit, lambda s, unit=unit: s["step_unit"] == unit)
        self.caravan.key("Left")
        self.caravan.wait_until("a day earlier", lambda s: s["playhead"] == "2025-06-19")


class Screen(WindowTest):
    """With the bundled events."""

    def test_k_takes_the_legend_away_and_back(self):
        self.caravan.key("k")
        self.caravan.wait_until("no legend", lambda s: "legend" not in s["panels"])
        self.caravan.key("k")
        self.caravan.wait_until("the legend", lambda s: "legend" in s["panels"])

    def test_shift_and_a_click_in_the_legend_show_one_kind_alone_and_all_again(self):
        self.caravan.ask("seek", date="2012-01-01")  # the date tab is far from the legend then
        visit = (1244, 284)  # the first glyph of the column
        self.caravan.click(visit, shift=True)
        state = self.caravan.wait_until("visits alone", lambda s: len(s["hidden_kinds"]) > 1)
        self.assertNotIn("visit", state["hidden_kinds"])
        self.caravan.click(visit, shift=True)
        self.caravan.wait_until("all kinds", lambda s: s["hidden_kinds"] == [])
        self.caravan.click(visit)
        self.caravan.wait_until("no visits", lambda s: s["hidden_kinds"] == ["visit"])

    def test_s_goes_through_the_kinds_one_by_one(self):
        self.caravan.key("s")
        state = self.caravan.wait_until("one kind", lambda s: len(s["hidden_kinds"]) > 1)
        self.assertNotIn("visit", state["hidden_kinds"])
        self.caravan.key("shift+s")
        self.caravan.wait_until("all kinds", lambda s: s["hidden_kinds"] == [])

    def test_f1_takes_all_panels_away_and_back(self):
        before = self.caravan.state()["panels"]
        self.caravan.key("F1")
        self.caravan.wait_until("no panels", lambda s: s["panels"] == [])
        self.caravan.key("F1")
        self.caravan.wait_until("the panels", lambda s: s["panels"] == before)

    def test_question_mark_shows_the_keys_and_escape_hides_them(self):
        self.caravan.key("question")
        self.caravan.wait_until("the keys", lambda s: "help" in s["panels"])
        self.caravan.key("Escape")
        self.caravan.wait_until("no keys", lambda s: "help" not in s["panels"])

    def test_c_goes_through_the_themes(self):
        for theme in ("light", "contrast", "dark"):
            self.caravan.key("c")
            self.caravan.wait_until(theme, lambda s, theme=theme: s["theme"] == theme)

    def test_a_theme_of_ones_own_joins_the_round_and_a_broken_one_changes_nothing(self):
        good, broken = self.caravan.folder / "house.json", self.caravan.folder / "broken.json"
        good.write_text('{"name": "House", "based_on": "light", "land.selected": "#FFE9B0"}', encoding="utf-8")
        broken.write_text("{}", encoding="utf-8")
        self.caravan.ask("theme", file=str(good))
        self.assertEqual(self.caravan.state()["theme"], "House")
        for theme in ("dark", "light", "contrast", "House"):
            self.caravan.key("c")
            self.caravan.wait_until(theme, lambda s, theme=theme: s["theme"] == theme)
        for path in (broken, self.caravan.folder / "none.json"):
            with self.assertRaisesRegex(AssertionError, path.name):
                self.caravan.ask("theme", file=str(path))
            self.assertEqual(self.caravan.state()["theme"], "House")

    def test_alt_with_arrows_plus_and_minus_moves_the_eye(self):
        before = self.caravan.state()["camera"]
        self.caravan.key("alt+Right")
        east = self.caravan.wait_until(
            "further east", lambda s: not s["flying"] and s["camera"]["lon"] > before["lon"] + 1)["camera"]
        self.caravan.key("alt+Up")
        self.caravan.wait_until("further north", lambda s: not s["flying"] and s["camera"]["lat"] > east["lat"] + 1)
        for key, nearer in (("alt+plus", True), ("alt+minus", False)):
            scale = self.caravan.state()["camera"]["metres_per_point"]
            self.caravan.key(key)
            self.caravan.wait_until(key, lambda s, scale=scale, nearer=nearer: not s["flying"] and (
                s["camera"]["metres_per_point"] < scale * 0.7 if nearer else s["camera"]["metres_per_point"] > scale * 1.4))

    def test_l_goes_through_the_languages_of_names(self):
        for labels in ("local", "both", "none", "en"):
            self.caravan.key("l")
            self.caravan.wait_until(labels, lambda s, labels=labels: s["labels"] == labels)

    def test_ctrl_plus_and_minus_scale_the_text(self):
        self.caravan.key("ctrl+plus")
        self.caravan.wait_until("larger text", lambda s: s["ui_scale"] > 1.05)
        self.caravan.key("ctrl+minus")
        self.caravan.wait_until("text as before", lambda s: abs(s["ui_scale"] - 1) < 0.01)

    def test_f12_saves_a_picture_beside(self):
        self.caravan.key("F12")
        picture = self.caravan.folder / "caravan-1.png"
        self.caravan.wait_until("a picture", lambda _: picture.exists() and "saved" in self.caravan.messages())
        self.assertEqual(png_size(picture), (1280, 720))

    def test_links_go_on_moving_while_time_stands_still(self):
        self.assertTrue(pictures_differ(self.caravan))

    def test_ctrl_q_ends_with_status_0(self):
        self.caravan.key("ctrl+q")
        self.assertEqual(self.caravan.end_status(), 0)


class Rankings(WindowTest):
    """Who is tied to whom, in the left column."""

    a_row = (150, 270)  # of any list there

    def test_r_shows_the_ranking_and_puts_it_away(self):
        self.caravan.key("r")
        state = self.caravan.wait_until("a ranking", lambda s: s["ranking"])
        self.assertEqual(state["ranking"], {"of": "pairs", "by": "count"})
        self.assertIn("ranking", state["panels"])
        self.caravan.key("r")
        self.caravan.wait_until("none", lambda s: s["ranking"] is None)

    def test_a_click_on_a_row_selects_its_pair_and_leaves_the_ranking(self):
        self.caravan.ask("mode", mode="all")
        self.caravan.key("r")
        self.caravan.wait_until("a ranking", lambda s: s["ranking"])
        self.caravan.click(self.a_row)
        state = self.caravan.wait_until("a pair", lambda s: len(s["selection"]["countries"]) == 2)
        self.assertEqual(state["ranking"]["of"], "pairs")
        self.caravan.click(self.a_row)
        self.caravan.wait_until("none", lambda s: not s["selection"]["countries"])

    def test_a_click_on_a_row_of_kinds_shows_it_alone(self):
        self.caravan.ask("mode", mode="all")
        self.caravan.ask("rankings", of="kinds")
        self.caravan.click(self.a_row)
        self.caravan.wait_until("one kind", lambda s: len(s["hidden_kinds"]) == 9)

    def test_a_country_on_the_map_has_its_card_on_top_and_escape_goes_back_to_the_ranking(self):
        self.caravan.key("r")
        self.caravan.wait_until("a ranking", lambda s: s["ranking"])
        self.caravan.click(self.caravan.spot_in("IRN"))
        self.caravan.wait_until("its card", lambda s: "country_card" in s["panels"])
        self.caravan.key("Escape")
        self.caravan.wait_until("the ranking", lambda s: "ranking" in s["panels"])
        self.caravan.key("Escape")
        self.caravan.wait_until("neither", lambda s: "ranking" not in s["panels"] and "country_card" not in s["panels"])

    def test_shades_change_the_map_and_rest_with_it(self):
        self.caravan.ask("mode", mode="all")
        self.caravan.key("shift+r")
        self.caravan.wait_until("shades", lambda s: s["shaded"])
        shaded = self.caravan.folder / "shaded.png"
        plain = self.caravan.folder / "plain.png"
        self.caravan.ask("screenshot", path=str(shaded), panels=False)
        self.caravan.key("shift+r")
        self.caravan.wait_until("none", lambda s: not s["shaded"])
        self.caravan.ask("screenshot", path=str(plain), panels=False)
        self.assertNotEqual(shaded.read_bytes(), plain.read_bytes())

    def test_the_way_to_an_event_takes_time_and_map_there(self):
        self.caravan.ask("seek", date="2010-06-01")
        self.caravan.ask("go_to", event="fact-28")
        state = self.caravan.wait_until("arrival", lambda s: not s["flying"])
        self.assertTrue(state["playhead"].startswith("2026-0"), state["playhead"])
        self.assertEqual(state["selection"]["event"], "fact-28")


class ReducedMotion(WindowTest):
    arguments = ("--reduced-motion",)

    def test_a_waiting_window_uses_no_processor(self):
        self.caravan.click(self.caravan.spot_in("PAK"))  # a card is open, the pointer rests over a country
        self.caravan.wait_until("Pakistan selected", lambda s: s["selection"]["countries"] == ["PAK"])
        time.sleep(1.5)
        before = self.caravan.cpu_s()
        time.sleep(2.0)
        self.assertLess(self.caravan.cpu_s() - before, 0.1, "5 % of one core over two seconds")

    def test_links_stand_still_with_time(self):
        self.assertFalse(pictures_differ(self.caravan))


class OwnEvents(WindowTest):
    arguments = (FIXTURES / "three_events.json", "--at", "2025-02-15")

    def test_click_on_a_link_opens_its_card(self):
        self.caravan.click(self.caravan.locate(event="to-colombo"))
        state = self.caravan.wait_until("the event selected", lambda s: s["selection"]["event"] == "to-colombo")
        self.assertIn("event_card", state["panels"])
        self.caravan.key("Escape")
        self.caravan.wait_until("nothing selected", lambda s: s["selection"]["event"] is None)

    def test_a_link_beside_the_pointer_wins_over_the_country_under_it(self):
        x, y = self.caravan.locate(event="to-colombo")
        self.caravan.move((x + 5, y))
        self.caravan.wait_until("the link", lambda s: s["hover"] and s["hover"]["event"] == "to-colombo")
        self.caravan.move((x + 25, y))
        self.caravan.wait_until("no link", lambda s: not s["hover"] or not s["hover"]["event"])

    def test_ctrl_arrows_step_by_events(self):
        for key, day in (("Right", "2025-03-15"), ("Right", "2025-06-20"), ("Right", "2025-06-20"),
                         ("Left", "2025-03-15"), ("Left", "2025-02-10"), ("Left", "2025-02-10")):
            self.caravan.key(f"ctrl+{key}")
            state = self.caravan.wait_until(f"{day} by ctrl+{key}", lambda s, day=day: s["playhead"] == day)
            self.assertEqual(state["visible"], 1)

    def test_what_is_not_shown_is_not_hit(self):
        at = self.caravan.locate(event="to-colombo")
        self.caravan.ask("seek", date="2025-06-20")
        self.caravan.click(at)
        time.sleep(0.2)
        self.assertIsNone(self.caravan.state()["selection"]["event"])

    def test_playing_leaps_over_quiet_stretches(self):
        self.caravan.ask("seek", date="2025-04-20")  # two months before the next event, at two days a second
        self.caravan.key("space")
        self.caravan.wait_until("the next event", lambda s: s["playhead"] >= "2025-06-19")


class ControlSocket(WindowTest):
    def test_it_answers_each_of_many_questions_in_a_row(self):
        for _ in range(3000):  # each comes as the program is about to rest after the one before
            self.assertIn("x", self.caravan.ask("locate", lon=75.0, lat=30.0))

    def test_only_its_owner_may_use_it(self):
        self.assertEqual(stat.S_IMODE(os.stat(self.caravan.folder / "control").st_mode), 0o600)

    def test_bad_requests_are_refused_with_words(self):
        for line in ("nonsense", "[]", "{}", '{"do":"fly"}', '{"do":"seek"}', '{"do":"seek","date":"soon"}',
                     '{"do":"select","countries":["XXX"]}', '{"do":"mode","mode":"later"}', '{"do":"locate"}',
                     '{"do":"click","x":"left","y":1}', '{"do":"seek","dat":"2025"}',
                     '{"do":"screenshot","path":"/nowhere/at/all.png"}'):
            answer = self.caravan.ask_text(line)
            self.assertIs(answer["ok"], False, line)
            self.assertTrue(answer["error"], line)
        self.assertTrue(self.caravan.state()["ok"], "it goes on all the same")

    def test_screenshot_writes_what_is_on_screen(self):
        with_panels, without = self.caravan.folder / "with.png", self.caravan.folder / "without.png"
        self.caravan.ask("screenshot", path=str(with_panels))
        self.caravan.ask("screenshot", path=str(without), panels=False)
        self.assertEqual(png_size(with_panels), (1280, 720))
        self.assertEqual(png_size(without), (1280, 720))
        self.assertNotEqual(with_panels.read_bytes(), without.read_bytes())

    def test_two_clients_are_answered_each(self):
        with contextlib.closing(socket.socket(socket.AF_UNIX)) as other:
            other.settimeout(10)
            other.connect(str(self.caravan.folder / "control"))
            other.sendall(b'{"do":"mode","mode":"all"}\n')
            self.assertEqual(other.recv(100), b'{"ok":true}\n')
        self.assertEqual(self.caravan.state()["mode"], "all")

    def test_quit_answers_and_ends_with_status_0(self):
        self.caravan.ask("quit")
        self.assertEqual(self.caravan.end_status(), 0)
        self.assertFalse((self.caravan.folder / "control").exists(), "the socket goes with it")
        self.assertEqual(self.caravan.messages(), "")

    def test_a_signal_ends_the_program_and_leaves_no_socket(self):
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            with self.subTest(number), Caravan(FIXTURES / "three_events.json") as caravan:
                caravan.signal(number)
                self.assertEqual(caravan.end_status(), 128 + number)
                self.assertFalse((caravan.folder / "control").exists())
                self.assertEqual(caravan.messages(), "")


class Typing(WindowTest):
    """Fields, the palette, undo, and buttons by keyboard."""

    def open_date(self):
        self.caravan.key("t")
        self.caravan.wait_until("the field", lambda s: s["typing"] and s["typing"]["field"] == "date")

    def wait_for_text(self, text):
        self.caravan.wait_until(f"'{text}'", lambda s: s["typing"] and s["typing"]["text"] == text)

    def test_a_date_is_typed_and_gone_to(self):
        self.open_date()
        self.caravan.write("2025-02-0x")
        self.caravan.key("Return")
        self.caravan.wait_until("the reason", lambda s: "2025-02-0x" in s["typing"]["why"])
        self.caravan.key("BackSpace", "5", "Return")
        self.caravan.wait_until("the day", lambda s: s["playhead"] == "2025-02-05" and s["typing"] is None)

    def test_keys_that_are_typed_press_nothing_else(self):
        before = self.caravan.state()
        self.open_date()
        self.caravan.write("k l c ?+-")
        self.wait_for_text("k l c ?+-")
        after = self.caravan.state()
        for name in ("panels", "labels", "theme", "playing", "speed"):
            self.assertEqual(after.get(name), before.get(name), name)
        self.caravan.key("Escape")
        self.caravan.wait_until("no field", lambda s: s["typing"] is None)

    def test_text_is_copied_and_pasted(self):
        self.open_date()
        self.caravan.write("2024-03")
        self.caravan.key("ctrl+a", "ctrl+x")
        self.wait_for_text("")
        self.caravan.key("ctrl+v", "ctrl+v")
        self.caravan.wait_until("the text twice", lambda s: s["typing"]["text"] == "2024-032024-03")

    def test_the_palette_finds_a_command_and_does_it(self):
        self.caravan.key("ctrl+p")
        self.caravan.wait_until("the palette", lambda s: "palette" in s["panels"])
        self.caravan.write("light th")
        self.caravan.key("Return")
        state = self.caravan.wait_until("the theme", lambda s: s["theme"] == "light")
        self.assertNotIn("palette", state["panels"])

    def test_a_click_beside_the_palette_puts_it_away(self):
        self.caravan.key("ctrl+p")
        self.caravan.click((self.caravan.state()["size"][0] - 300, 300))
        self.caravan.wait_until("no palette", lambda s: "palette" not in s["panels"])

    def test_undo_and_redo(self):
        before = self.caravan.state()
        self.caravan.key("ctrl+Right", "m")
        after = self.caravan.wait_until("another mode and day", lambda s: s["mode"] != before["mode"] and
                                        s["playhead"] != before["playhead"])
        self.caravan.key("ctrl+z")
        self.caravan.wait_until("the mode before", lambda s: s["mode"] == before["mode"])
        self.caravan.key("ctrl+z")
        self.caravan.wait_until("the day before", lambda s: s["playhead"] == before["playhead"])
        self.caravan.key("ctrl+shift+z", "ctrl+shift+z")
        self.caravan.wait_until("both again", lambda s: (s["playhead"], s["mode"]) == (after["playhead"], after["mode"]))

    def test_one_drag_of_the_map_is_one_step_back(self):
        before = self.caravan.state()["camera"]
        start = self.caravan.locate(**SEA)
        self.caravan.drag(start, (start[0] + 120, start[1] + 40))
        self.caravan.key("ctrl+z")
        self.caravan.wait_until("the view before", lambda s: not s["flying"] and
                                abs(s["camera"]["lon"] - before["lon"]) < 0.01)

    def test_every_button_is_reached_and_pressed_without_a_mouse(self):
        pressed = set()
        before = self.caravan.state()
        for _ in range(60):
            self.caravan.key("F6", "Return")
            time.sleep(0.05)
            after = self.caravan.state()
            pressed.update(name for name in ("panels", "theme", "mode", "speed", "known") if after[name] != before[name])
            self.caravan.key("Escape" if "help" in after["panels"] else "F6", "shift+F6")
        self.assertLessEqual({"panels", "theme", "mode", "speed", "known"}, pressed)

    def test_tab_goes_through_the_links_that_are_shown(self):
        seen = []
        for _ in range(self.caravan.state()["visible"]):
            before = seen[-1] if seen else None
            self.caravan.key("Tab")
            state = self.caravan.wait_until("another link", lambda s: s["selection"]["event"] != before)
            seen.append(state["selection"]["event"])
        self.assertEqual(len(set(seen)), len(seen))
        self.caravan.key("Tab")
        self.caravan.wait_until("the first again", lambda s: s["selection"]["event"] == seen[0])

    def test_nothing_but_the_map(self):
        self.caravan.key("shift+F1")
        self.caravan.wait_until("no panels", lambda s: s["panels"] == [])
        self.caravan.key("Escape")
        self.caravan.wait_until("the panels", lambda s: "timeline" in s["panels"])


class Kept(unittest.TestCase):
    """What comes back on the next start."""

    def test_the_window_goes_on_where_it_was_closed(self):
        with tempfile.TemporaryDirectory() as home:
            with Caravan(state_home=home) as caravan:
                caravan.key("c", "m", "ctrl+Right")
                start = caravan.locate(**SEA)
                caravan.drag(start, (start[0] + 100, start[1]))
                closed = caravan.state()
                caravan.ask("quit")
                caravan.end_status()
            with Caravan(state_home=home) as caravan:
                opened = caravan.state()
            for name in ("theme", "mode", "playhead", "window", "total"):
                self.assertEqual(opened[name], closed[name], name)
            self.assertAlmostEqual(opened["camera"]["lon"], closed["camera"]["lon"], delta=0.05)
            with Caravan("--fresh", state_home=home) as caravan:
                self.assertEqual(caravan.state()["theme"], "dark")

    def test_the_last_files_come_back(self):
        with tempfile.TemporaryDirectory() as home:
            with Caravan(FIXTURES / "three_events.json", state_home=home) as caravan:
                caravan.ask("quit")
                caravan.end_status()
            with Caravan(state_home=home) as caravan:
                self.assertEqual(caravan.state()["total"], 3)

    def test_a_damaged_state_is_said_and_set_aside(self):
        with tempfile.TemporaryDirectory() as home:
            folder = pathlib.Path(home) / "caravan"
            folder.mkdir()
            (folder / "state.json").write_text("{", encoding="utf-8")
            with Caravan(state_home=home) as caravan:
                self.assertIn("state.json.damaged", caravan.messages())
                self.assertTrue((folder / "state.json.damaged").exists())


class FastHand(WindowTest):
    """Everything a hand does between two frames."""

    def at_once(self, *words):
        subprocess.run(["xdotool", *map(str, words)], check=True, timeout=10)

    def test_a_jump_onto_the_timeline_a_press_a_motion_and_a_release_scrub_and_do_not_pan(self):
        caravan = self.caravan
        caravan.move((400, 300))
        before = caravan.state()
        y = before["size"][1] - 90
        self.at_once("mousemove", "--window", caravan.window, 300, y, "click", 1)
        early = caravan.wait_until("the playhead has moved", lambda s: s["playhead"] < before["playhead"])
        self.assertEqual(early["camera"], before["camera"])
        caravan.move((400, 300))
        time.sleep(0.5)  # else it is a double click
        self.at_once("mousemove", "--window", caravan.window, 300, y, "mousedown", 1,
                     "mousemove", "--window", caravan.window, 900, y, "mouseup", 1)
        late = caravan.wait_until("the playhead has come along", lambda s: s["playhead"] > early["playhead"])
        self.assertEqual(late["camera"], before["camera"])
        self.assertEqual(late["selection"], before["selection"])


def why_not():
    if not os.environ.get("DISPLAY"):
        return "there is no DISPLAY"
    if not shutil.which("xdotool"):
        return "xdotool is not installed"
    if subprocess.run(["xdotool", "getdisplaygeometry"], capture_output=True, check=False).returncode != 0:
        return f"no display answers at {os.environ['DISPLAY']}"
    return None


if __name__ == "__main__":
    if why_not():
        print(f"skipped: {why_not()}")
        sys.exit(77)
    unittest.main()
