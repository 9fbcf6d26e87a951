#!/usr/bin/python3
"""Caravan's command line: statuses, messages and files. Needs no display.

  CARAVAN=build/dev/bin/caravan tests/ui/command_line_test.py [-v] [Render.test_...]
"""

import gzip
import os
import pathlib
import re
import stat
import struct
import subprocess
import tempfile
import unittest

PROGRAM = os.path.abspath(os.environ.get("CARAVAN", "build/dev/bin/caravan"))
FIXTURES = pathlib.Path(__file__).resolve().parent / "fixtures"
GOOD = str(FIXTURES / "three_events.json")
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")


class CommandLineTest(unittest.TestCase):
    """Each test runs the program without a display, in an empty folder of its own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="caravan-ui-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def run_caravan(self, *arguments, **environment):
        kept = {key: value for key, value in os.environ.items() if key not in (*DISPLAYS, "CARAVAN_DATA")}
        return subprocess.run([PROGRAM, *arguments], cwd=self.folder, env={**kept, **environment}, text=True,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False)

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")
        return name

    def assert_refused(self, status, words, *arguments, **environment):
        """It ends with this status, nothing on standard output and one line on standard error with these words."""
        done = self.run_caravan(*arguments, **environment)
        self.assertEqual(done.returncode, status, done.stderr)
        self.assertEqual(done.stdout, "")
        self.assertRegex(done.stderr, r"\Acaravan: [^\n]+\n\Z")
        self.assertIn(words, done.stderr)

    def assert_picture(self, name, width, height):
        head = (self.folder / name).read_bytes()[:24]
        self.assertEqual(head[:8], b"\x89PNG\r\n\x1a\n")
        self.assertEqual(struct.unpack(">II", head[16:24]), (width, height))


class Options(CommandLineTest):
    def test_help_names_every_command_and_option_of_the_man_page(self):
        done = self.run_caravan("--help")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        page = (pathlib.Path(__file__).resolve().parents[2] / "docs/caravan.1").read_text(encoding="utf-8")
        options = set(re.findall(r"^\.It Fl -([a-z-]+)", page, re.MULTILINE))
        self.assertGreater(len(options), 10)
        for word in [*(f"--{option}" for option in options), "render", "check", "bench"]:
            self.assertIn(word, done.stdout)

    def test_the_man_page_names_every_option_of_the_help(self):
        page = (pathlib.Path(__file__).resolve().parents[2] / "docs/caravan.1").read_text(encoding="utf-8")
        for option in set(re.findall(r"^ +(?:-\w, )?--([a-z-]+)", self.run_caravan("--help").stdout, re.MULTILINE)):
            self.assertRegex(page, rf"Fl -{option}\b")

    def test_a_theme_that_is_written_can_be_checked_and_drawn_with(self):
        written = self.run_caravan("theme", "contrast")
        self.assertEqual((written.returncode, written.stderr), (0, ""))
        (self.folder / "mine.json").write_text(written.stdout, encoding="utf-8")
        checked = self.run_caravan("check", "--theme", "mine.json")
        self.assertEqual((checked.returncode, checked.stdout), (0, "0 events, 0 warnings, 0 errors\n"))
        for theme in ("contrast", "mine.json"):
            done = self.run_caravan("render", "--theme", theme, "--size", "160x90", "-o", f"{theme}.png")
            self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual((self.folder / "contrast.png").read_bytes(), (self.folder / "mine.json.png").read_bytes())

    def test_results_that_do_not_arrive_are_no_success(self):
        for arguments in (["--help"], ["--version"], ["theme", "dark"], ["check", GOOD]):
            with self.subTest(arguments), open("/dev/full", "w", encoding="utf-8") as full:
                done = subprocess.run([PROGRAM, *arguments], stdout=full, stderr=subprocess.PIPE, text=True,
                                      stdin=subprocess.DEVNULL, timeout=60, check=False)
                self.assertEqual(done.returncode, 3)
                self.assertEqual(done.stderr, "caravan: cannot write to standard output: No space left on device\n")

    def test_version(self):
        done = self.run_caravan("--version")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertRegex(done.stdout, r"\Acaravan \d+\.\d+\.\d+\n\Z")

    def test_an_unknown_option_gets_the_nearest_one(self):
        self.assert_refused(2, "did you mean --theme?", "--thme", "dark")

    def test_values_that_make_no_sense_are_refused(self):
        for words, *arguments in (
                ("notadate", "--at", "notadate"),
                ("2025-13", "--at", "2025-13"),
                ("did you mean light?", "--theme", "ligth"),
                ("--size", "--size", "big"),
                ("--mode", "--mode", "later"),
                ("--window", "--window", "2025"),
                ("two dates", "--window", "2024/2025/2026"),
                ("one date", "--at", "2024/2025"),
                ("--ui-scale", "--ui-scale", "0"),
                ("--at needs a value", "--at")):
            with self.subTest(arguments):
                self.assert_refused(2, words, *arguments)
                self.assert_refused(2, words, "render", "-o", "x.png", *arguments)
        self.assertEqual(os.listdir(self.folder), [])

    def test_no_display_is_said_with_what_to_do(self):
        self.assert_refused(3, "caravan render")

    def test_a_display_that_does_not_answer_is_said(self):
        self.assert_refused(3, "display", DISPLAY=":7531")

    def test_data_that_is_not_there_is_said(self):
        self.assert_refused(3, "/nowhere", "render", "-o", "x.png", CARAVAN_DATA="/nowhere")


class Render(CommandLineTest):
    def test_draws_a_picture_of_the_size_asked_for(self):
        done = self.run_caravan("render", GOOD, "--size", "321x123", "-o", "x.png")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))
        self.assert_picture("x.png", 321, 123)
        self.assertEqual(os.listdir(self.folder), ["x.png"], "nothing else is left")
        mask = os.umask(0)
        os.umask(mask)
        self.assertEqual(stat.S_IMODE((self.folder / "x.png").stat().st_mode), 0o666 & ~mask, "as other programs do")

    def test_the_same_moment_gives_the_same_bytes(self):
        for name in ("a.png", "b.png"):
            self.assertEqual(self.run_caravan("render", GOOD, "--panels", "--size", "640x400", "-o", name).returncode, 0)
        self.assertEqual((self.folder / "a.png").read_bytes(), (self.folder / "b.png").read_bytes())

    def test_other_pictures_than_png_are_refused(self):
        self.assert_refused(2, "x.jpg", "render", "-o", "x.jpg")
        self.assert_refused(2, "-o OUT.png", "render", GOOD)

    def test_a_folder_that_is_not_there_is_said_and_nothing_is_left(self):
        self.assert_refused(3, "nowhere/x.png", "render", "--size", "64x64", "-o", "nowhere/x.png")
        self.assertEqual(os.listdir(self.folder), [])

    def test_a_picture_that_cannot_be_written_leaves_the_old_one(self):
        (self.folder / "x.png").mkdir()
        self.assert_refused(3, "x.png", "render", "--size", "64x64", "-o", "x.png")
        self.assertTrue((self.folder / "x.png").is_dir())
        self.assertEqual(os.listdir(self.folder), ["x.png"])

    def test_a_missing_event_file_is_said_and_the_map_is_drawn(self):
        done = self.run_caravan("render", "missing.json", GOOD, "--size", "200x100", "-o", "x.png")
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, r"\Amissing\.json: error: [^\n]+\n\Z")
        self.assert_picture("x.png", 200, 100)

    def test_missing_boundaries_are_said_and_the_bundled_ones_stand_in(self):
        self.run_caravan("render", GOOD, "--size", "200x100", "-o", "bundled.png")
        done = self.run_caravan("render", GOOD, "--size", "200x100", "--boundaries", "missing.gpkg", "-o", "x.png")
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, r"\Amissing\.gpkg: error: [^\n]+\n\Z")
        self.assertIn("(the bundled boundaries are drawn instead)", done.stderr)
        self.assertEqual((self.folder / "x.png").read_bytes(), (self.folder / "bundled.png").read_bytes())

    def test_a_projection_that_is_none_is_said_and_the_default_stands_in(self):
        done = self.run_caravan("render", GOOD, "--size", "200x100", "--projection", "+proj=nonsense", "-o", "x.png")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
        self.assertIn("+proj=nonsense", done.stderr)
        self.assertIn("(the default projection is used instead)", done.stderr)
        self.assert_picture("x.png", 200, 100)

    def test_a_time_without_events_is_said_and_drawn(self):
        for option, value in (("--at", "1950"), ("--window", "1950/1951")):
            done = self.run_caravan("render", GOOD, "--size", "200x100", option, value, "-o", "x.png")
            self.assertEqual(done.returncode, 0)
            self.assertRegex(done.stderr, rf"\Acaravan: warning: {option}: there is nothing at that time; [^\n]+\n\Z")
            self.assert_picture("x.png", 200, 100)

    def test_a_country_that_is_none_is_refused(self):
        self.assert_refused(2, "XXX", "render", "--focus", "XXX", "-o", "x.png")
        self.assert_refused(2, "did you mean PAK", "render", "--fit", "PAX", "-o", "x.png")
        self.assert_refused(2, "did you mean visit", "render", "--kinds", "visti", "-o", "x.png")

    def test_odd_sizes_are_drawn(self):
        for width, height in ((1, 1), (7, 300), (3000, 40)):
            done = self.run_caravan("render", GOOD, "--panels", "--size", f"{width}x{height}", "-o", "x.png")
            self.assertEqual((done.returncode, done.stderr), (0, ""), f"{width}x{height}")
            self.assert_picture("x.png", width, height)


class Check(CommandLineTest):
    def check(self, *arguments):
        done = self.run_caravan("check", *arguments)
        self.assertEqual(done.stderr, "")
        return done.returncode, done.stdout.splitlines()

    def test_good_files_are_counted(self):
        self.assertEqual(self.check(GOOD), (0, ["3 events, 0 warnings, 0 errors"]))

    def test_the_bundled_events_are_good(self):
        events = sorted((pathlib.Path(__file__).resolve().parents[2] / "data/events").glob("*.json"))
        status, lines = self.check(*map(str, events))
        self.assertEqual(status, 0)
        self.assertEqual(len(lines), 1, lines)

    def test_every_problem_has_its_place(self):
        name = self.write("bad.json", '{"format": "caravan-events/1", "sources": {"s": {"title": "T"}}, "events": [\n'
                          '  {"id": "a", "kind": "visti", "date": "2025-13", "title": "A", "sources": ["s"],\n'
                          '   "parties": [{"code": "PKA", "role": "visitor"}, {"code": "BGD", "role": "host"}]}\n]}\n')
        status, lines = self.check(name)
        self.assertEqual(status, 1)
        for line in lines[:-1]:
            self.assertRegex(line, r"\Abad\.json:\d+:\d+: (error|warning): .+ /events/0/\S+\Z")
        self.assertTrue(any("did you mean visit?" in line for line in lines), lines)
        self.assertTrue(any(line.startswith("bad.json:2:40: error: ") for line in lines), lines)
        self.assertTrue(any("PKA" in line for line in lines), lines)
        self.assertRegex(lines[-1], r"\A1 event, \d+ warnings?, \d+ errors?")

    def test_json_that_breaks_off_is_said(self):
        status, lines = self.check(self.write("half.json", '{"events": [\n  {"id": "a", "kind": "visit", '))
        self.assertEqual(status, 1)
        self.assertRegex(lines[0], r"\Ahalf\.json:2:\d+: error: ")

    def test_files_that_are_missing_or_empty_are_errors(self):
        for name in ("missing.json", self.write("empty.json", "")):
            status, lines = self.check(name)
            self.assertEqual(status, 1)
            self.assertRegex(lines[0], rf"\A{name}(:\d+:\d+)?: error: ")

    def test_boundaries_are_checked_too(self):
        name = self.write("points.geojson", '{"type": "Point", "coordinates": [70, 30]}')
        status, lines = self.check("--boundaries", name)
        self.assertEqual(status, 1)
        self.assertIn("points.geojson", lines[0])

    def test_events_come_through_pipes(self):
        for words in (f"{PROGRAM} check <(cat {GOOD})", f"cat {GOOD} | {PROGRAM} check /dev/stdin",
                      f"{PROGRAM} check <(sleep 0.3; cat {GOOD})"):
            done = subprocess.run(["bash", "-c", words], text=True, capture_output=True, timeout=60, check=False)
            self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "3 events, 0 warnings, 0 errors\n", ""))

    def test_a_pipe_without_a_writer_is_said(self):
        os.mkfifo(self.folder / "pipe")
        self.assertEqual(self.check("pipe"), (1, ["pipe: error: this is a pipe into which nobody writes",
                                                  "0 events, 0 warnings, 1 error"]))

    def test_a_file_that_is_no_text_is_one_problem(self):
        (self.folder / "a.json").write_bytes(gzip.compress(pathlib.Path(GOOD).read_bytes()))
        self.assertEqual(self.check("a.json"), (1, [
            "a.json: error: this is not JSON: it is compressed; unpack it with gunzip first",
            "0 events, 0 warnings, 1 error"]))

    def test_without_a_file_there_is_nothing_to_check(self):
        self.assert_refused(2, "FILE", "check")


if __name__ == "__main__":
    unittest.main()
