"""The program in a real window, with a real mouse and real keys, and its control socket to see what came of it."""

import json
import os
import pathlib
import signal
import socket
import subprocess
import tempfile
import time

PROGRAM = os.environ.get("CARAVAN", "build/dev/bin/caravan")
FIXTURES = pathlib.Path(__file__).resolve().parent / "fixtures"
PATIENCE_S = 10.0  # far more than anything takes; a slow machine must not fail a test


def wait_for(what, answer, patience_s=PATIENCE_S):
    """Calls answer() until it gives something true, and returns that."""
    end = time.monotonic() + patience_s
    while True:
        found = answer()
        if found:
            return found
        if time.monotonic() > end:
            raise AssertionError(f"waited {patience_s:g} s in vain for {what}")
        time.sleep(0.02)


def listen_to_signals():
    """In the background of a shell Ctrl+C is ignored, by whatever is started there too."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


class Caravan:
    """One running program. Use it in a `with`; leaving asks it to end, and kills it where it does not."""

    def __init__(self, *arguments, size="1280x720", state_home=None):
        self._folder = tempfile.TemporaryDirectory(prefix="caravan-ui-")
        self.folder = pathlib.Path(self._folder.name)  # its working directory
        self._log = open(self.folder / "messages", "w", encoding="utf-8")
        self._socket = None
        path = self.folder / "control"
        command = [os.path.abspath(PROGRAM), "--size", size, "--control", str(path), *map(str, arguments)]
        environment = {key: value for key, value in os.environ.items() if key not in ("WAYLAND_DISPLAY", "CARAVAN_DATA")}
        environment["XDG_STATE_HOME"] = str(state_home or self.folder / "state")
        self._process = subprocess.Popen(
            command, cwd=self.folder, env=environment, stdin=subprocess.DEVNULL, stdout=self._log, stderr=self._log,
            preexec_fn=listen_to_signals)
        try:
            connection = self._connect(path)
            self._socket, self._lines = connection, connection.makefile("rw", encoding="utf-8")
            found = wait_for("the window", lambda: self._xdotool("search", "--pid", self._process.pid, may_fail=True))
            self.window = found.split()[-1]
            self._xdotool("windowfocus", "--sync", self.window)
            self.px_per_point = self.window_size()[0] / self.state()["size"][0]
        except BaseException:
            self.close()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        if self._socket:
            self._lines.close()
            self._socket.close()
        if self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(5)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._log.close()
        self._folder.cleanup()

    def _connect(self, path):
        def attempt():
            if self._process.poll() is not None:
                raise AssertionError(f"caravan ended with {self._process.returncode}: {self.messages()}")
            connection = socket.socket(socket.AF_UNIX)
            connection.settimeout(PATIENCE_S)
            try:
                connection.connect(str(path))
                return connection
            except OSError:
                connection.close()
                return None

        return wait_for("the control socket", attempt)

    def messages(self):
        self._log.flush()
        return pathlib.Path(self._log.name).read_text(encoding="utf-8")

    # --- the socket ---

    def ask_text(self, line):
        """Sends a line as it is and returns the answer, whatever it says."""
        self._lines.write(line + "\n")
        self._lines.flush()
        answer = self._lines.readline()
        assert answer, f"no answer to {line}; caravan says: {self.messages()}"
        return json.loads(answer)

    def ask(self, do, **members):
        answer = self.ask_text(json.dumps({"do": do, **members}))
        assert answer["ok"], f"{do}: {answer.get('error')}"
        return answer

    def state(self):
        return self.ask("state")

    def locate(self, **what):
        """Where something is, in points."""
        answer = self.ask("locate", **what)
        return answer["x"], answer["y"]

    def wait_until(self, what, holds):
        """Waits until holds(state) is true, and returns that state."""
        last = {}

        def look():
            last.update(self.state())
            return holds(last)

        try:
            wait_for(what, look)
        except AssertionError as failure:
            raise AssertionError(f"{failure}; the state was {last}") from None
        return last

    # --- what a person does ---

    def _xdotool(self, *words, may_fail=False):
        done = subprocess.run(["xdotool", *map(str, words)], capture_output=True, text=True, timeout=PATIENCE_S)
        assert may_fail or done.returncode == 0, f"xdotool {words}: {done.stderr}"
        return done.stdout

    def move(self, at):
        x, y = (round(part * self.px_per_point) for part in at)
        self._xdotool("mousemove", "--window", self.window, x, y)
        time.sleep(0.1)  # as long as a hand rests before it does something; time for a frame

    def spot_in(self, code):
        """Moves the pointer to where a country is under it and no link is, and returns that place."""
        middle = self.locate(country=code)
        around = [(dx, dy) for dx in range(-60, 61, 12) for dy in range(-60, 61, 12)]
        for dx, dy in sorted(around, key=lambda by: by[0] ** 2 + by[1] ** 2):
            at = middle[0] + dx, middle[1] + dy
            self.move(at)
            hover = self.state()["hover"]
            if hover and hover["country"] == code:
                return at
        raise AssertionError(f"{code} is nowhere free around {middle}")

    def press(self, button=1):
        self._xdotool("mousedown", button)
        time.sleep(0.05)

    def release(self, button=1):
        self._xdotool("mouseup", button)
        time.sleep(0.05)

    def click(self, at, shift=False):
        self.move(at)
        if shift:
            self._xdotool("keydown", "shift")
        self.press()
        self.release()
        if shift:
            self._xdotool("keyup", "shift")

    def double_click(self, at):
        self.move(at)
        self._xdotool("click", "--repeat", 2, "--delay", 80, 1)

    def drag(self, start, end, steps=4):
        self.move(start)
        self.press()
        for step in range(1, steps + 1):
            self.move(tuple(a + (b - a) * step / steps for a, b in zip(start, end)))
        self.release()

    def wheel(self, notches):
        """Away from the hand is positive; over what the pointer is on."""
        self._xdotool("click", "--repeat", abs(notches), "--delay", 30, 4 if notches > 0 else 5)

    def key(self, *names):
        """As xdotool names them: space, Escape, ctrl+Right, question."""
        self._xdotool("key", *names)

    def write(self, text):
        self._xdotool("type", "--delay", 20, "--", text)

    def resize(self, width, height):
        self._xdotool("windowsize", "--sync", self.window, width, height)

    def window_size(self):
        pairs = dict(line.split("=", 1) for line in
                     self._xdotool("getwindowgeometry", "--shell", self.window).split() if "=" in line)
        return int(pairs["WIDTH"]), int(pairs["HEIGHT"])

    # --- the process ---

    def cpu_s(self):
        """Processor time used so far, of all threads."""
        with open(f"/proc/{self._process.pid}/stat", encoding="utf-8") as stat:
            fields = stat.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def signal(self, number):
        self._process.send_signal(number)

    def end_status(self):
        """Waits for the program to end by itself."""
        return self._process.wait(PATIENCE_S)
