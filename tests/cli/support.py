# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the program on files in a folder of its own, for the tests beside this file."""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("VARIORUM_PROGRAM", str(ROOT / "_build/src/cli/variorum"))
SCHEMAS = ROOT / "data"

OLD = """The harbour opened at dawn.

Two ferries left for the islands before the fog came in, with forty people aboard.

The third stayed at the quay until noon.
"""

NEW = """The harbour opened at dawn.

Two ferries left for the outer islands before the fog came in, with fifty people aboard.

The third stayed at the quay until noon.

Nobody was hurt.
"""

# Who owns nothing here.
AS_NOBODY = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")


def shared(relative):
    """A file of the shared material; skips the test where there is none."""
    path = pathlib.Path(os.environ.get("VARIORUM_SHARED", ROOT.parent / "shared")) / relative
    if not path.exists():
        raise unittest.SkipTest("skipped: no shared data")
    return path


def clean_environment(**changes):
    env = {k: v for k, v in os.environ.items() if not k.startswith("LC_")}
    for name in ("LANGUAGE", "NO_COLOR", "COLUMNS", "DISPLAY", "WAYLAND_DISPLAY"):
        env.pop(name, None)
    env.update({"LC_ALL": "C.UTF-8", "TERM": "xterm-256color"})
    env.update(changes)
    return env


def nobody_can_run():
    """Whether there is another user to be, and the program stands where that one gets to."""
    if os.geteuid() != 0 or not shutil.which("setpriv"):
        return False
    return subprocess.run([*AS_NOBODY, "test", "-x", PROGRAM], check=False).returncode == 0


needs_nobody = unittest.skipUnless(nobody_can_run(), "needs another user who can run the program")


def damage_pack(archive, what, with_=b"\0\0\0\0", at=4):
    """Writes over what the one pack that has it has; returns the pack."""
    for pack in sorted((archive / "objects/pack").glob("*.pack")):
        data = pack.read_bytes()
        found = data.find(what)
        if found >= 0:
            pack.chmod(0o600)
            pack.write_bytes(data[:found + at] + with_ + data[found + at + len(with_):])
            return pack
    raise AssertionError("nothing to damage")


class Case(unittest.TestCase):
    """A test with a folder that goes away with it."""

    maxDiff = None

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="variorum-test-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def write(self, name, content):
        path = self.folder / name
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content, encoding="utf-8", newline="")
        return str(path)

    def pair(self, old=OLD, new=NEW):
        return self.write("old.txt", old), self.write("new.txt", new)

    def run_program(self, *args, stdin=b"", env=None, **more):
        more.setdefault("stdout", subprocess.PIPE)
        if isinstance(stdin, str):
            stdin = stdin.encode()
        if isinstance(stdin, bytes):
            more["input"] = stdin
        else:
            more["stdin"] = stdin
        return subprocess.run([PROGRAM, *map(str, args)], stderr=subprocess.PIPE,
                              env=clean_environment(**(env or {})), cwd=self.folder, timeout=60,
                              check=False, **more)

    def compare(self, *args, status=None, **more):
        """Runs `variorum compare`; returns its standard output as text."""
        done = self.run_program("compare", *args, **more)
        self.assertIn(done.returncode, (0, 1) if status is None else (status,), done.stderr.decode())
        if status is not None:
            self.assertEqual(done.returncode, status, done.stderr.decode())
            if status != 2:
                self.assertEqual(done.stderr, b"")
        return (done.stdout or b"").decode()

    def compare_json(self, *args, **more):
        return json.loads(self.compare("--format=json", *args, **more))

    def fails(self, *args, says, **more):
        """Expects status 2, one sentence on standard error and nothing else."""
        done = self.run_program(*args, **more)
        message = done.stderr.decode()
        self.assertEqual(done.returncode, 2, message)
        self.assertRegex(message, r"\Avariorum: [^\n]*[.)”]\n\Z")
        self.assertIn(says, message)
        self.assertFalse(done.stdout)
        return message


class ArchiveCase(Case):
    """A test with an archive of its own."""

    def setUp(self):
        super().setUp()
        self.archive = pathlib.Path(self.folder, "archive.git")

    def call(self, *words, status=0, stdin=b""):
        done = self.run_program(*words, f"--archive={self.archive}", stdin=stdin)
        self.assertEqual(done.returncode, status, done.stderr.decode())
        if status == 2:
            self.assertRegex(done.stderr.decode(), r"\Avariorum: [^\n]+\n\Z")
            return done.stderr.decode()
        return done.stdout.decode()

    def snapshot(self, text, *words, variant="cnn"):
        path = self.write("article.txt", text)
        return self.call("snapshot", path, "--story=The Quay", f"--variant={variant}", *words)

    def git(self, *words):
        return subprocess.run(["git", "--git-dir", self.archive, *words], check=True,
                              capture_output=True, text=True).stdout
