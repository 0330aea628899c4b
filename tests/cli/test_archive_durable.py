# SPDX-License-Identifier: GPL-3.0-or-later
"""What the archive tells of is on the disk: the order of system calls, as strace sees it.

Objects and their folder are synced before a ref points at them, each ref and its folder before
success is told, and what is taken away goes only after what stands for it has come.
"""

import fcntl
import os
import re
import shutil
import subprocess
import time
import unittest

from support import PROGRAM, clean_environment
from test_archive_harm import ArchiveCase, TEXTS

CALL = re.compile(r"(\w+)\((.*)\) += (-?\d+)")
HALF = re.compile(r"^(\d+) +(.*) <unfinished \.\.\.>$")
REST = re.compile(r"^(\d+) +<\.\.\. \w+ resumed>(.*)$")
PATH = re.compile(r'"([^"]*)"')
OPEN = re.compile(r"^\d+<([^>]*)>")
CALLS = "fsync,fdatasync,rename,renameat,renameat2,link,linkat,unlink,unlinkat,write"


def can_trace():
    if not shutil.which("strace"):
        return False
    return subprocess.run(["strace", "-f", "-o", "/dev/null", "true"], capture_output=True,
                          check=False).returncode == 0


def whole_lines(text):
    """Calls in the order in which they ended."""
    begun = {}
    for line in text.splitlines():
        half, rest = HALF.match(line), REST.match(line)
        if half:
            begun[half[1]] = half[2]
        elif rest:
            yield f"{rest[1]} {begun.pop(rest[1], '')}{rest[2]}"
        else:
            yield line


class Trace:
    """Reads a run call by call and says what was not yet on the disk."""

    def __init__(self, archive):
        self.archive = str(archive)
        self.synced = set()
        self.unsynced = {}  # folder: what was named in it since it was synced
        self.refs = self.packs = 0
        self.problems = []

    def is_object(self, path):
        return path.startswith(self.archive + "/objects/pack/") and path.endswith((".pack", ".idx"))

    def is_ref(self, path):
        """Of what a program finds; refs/sync/ is git's, and only a sync reads it."""
        return (path.startswith(self.archive + "/refs/") and not path.endswith(".lock")
                and "/refs/sync/" not in path)

    def name(self, old, new):
        if (self.is_object(new) or self.is_ref(new)) and old not in self.synced:
            self.problems.append(f"{new} is named before it is synced")
        if old in self.synced:
            self.synced.add(new)
        self.unsynced.setdefault(os.path.dirname(new), []).append(new)
        if self.is_ref(new):
            self.refs += 1
            self.expect_none("objects/pack", f"{new} is moved")
        self.packs += self.is_object(new)

    def expect_none(self, folder, moment):
        for path in self.unsynced.get(os.path.join(self.archive, folder), []):
            if self.is_object(path):
                self.problems.append(f"{moment} before the folder has {path}")

    def take(self, path):
        if path.endswith(".pack") and self.is_object(path):
            self.expect_none("objects/pack", f"{path} is taken away")
        if self.is_ref(path) or self.is_object(path):
            self.unsynced.setdefault(os.path.dirname(path), []).append("less " + path)

    def tell(self):
        for paths in self.unsynced.values():
            for path in paths:
                plain = path.removeprefix("less ")
                # The last of a folder takes it away, and the one above is synced.
                if ((self.is_ref(plain) or self.is_object(plain))
                        and os.path.isdir(os.path.dirname(plain))):
                    self.problems.append(f"{path} is told before its folder is synced")

    def read(self, line, told):
        match = CALL.search(line)
        if match is None or int(match[3]) < 0:
            return
        call, words = match[1], match[2]
        opened = OPEN.match(words)
        paths = [os.path.normpath(p) for p in PATH.findall(words)]
        if call in ("fsync", "fdatasync"):
            self.synced.add(opened[1])
            self.unsynced.pop(opened[1], None)
        elif call.startswith(("rename", "link")):
            self.name(paths[0], paths[1])
        elif call.startswith("unlink"):
            self.take(paths[0])
        elif call == "write" and opened and opened[1] == told:
            self.tell()


@unittest.skipUnless(can_trace(), "needs strace, and to be allowed to use it")
class Durable(ArchiveCase):
    def trace(self, *words, status=0):
        told, log = self.folder / "told", self.folder / "strace"
        with told.open("wb") as output:
            done = subprocess.run(["strace", "-f", "-y", "-s", "4096", "-o", log, "-e",
                                   "trace=" + CALLS, PROGRAM, *map(str, words), "--archive",
                                   str(self.archive)], stdout=output, stderr=subprocess.PIPE,
                                  env=clean_environment(ASAN_OPTIONS="detect_leaks=0"), cwd="/",
                                  timeout=120, check=False)
        self.assertEqual(done.returncode, status, done.stderr)
        trace = Trace(self.archive)
        for line in whole_lines(log.read_text(encoding="utf-8", errors="replace")):
            trace.read(line, str(told))
        self.assertEqual(trace.problems, [])
        return trace

    def test_snapshots(self):
        file = self.write("article.txt", TEXTS[0])
        trace = self.trace("snapshot", file, "-s", "Quay", "-v", "cnn")
        self.assertEqual((trace.refs, trace.packs), (2, 2))
        self.write("article.txt", TEXTS[1])
        trace = self.trace("snapshot", file, "-s", "Quay", "-v", "cnn", "-l", "second")
        self.assertEqual((trace.refs, trace.packs), (3, 2))
        trace = self.trace("snapshot", file, "-s", "Quay", "-v", "cnn")
        self.assertEqual((trace.refs, trace.packs), (1, 2))

    def test_labels_and_the_trash(self):
        self.fill()
        self.snapshot("Other.\n", "bbc")
        self.assertEqual(self.trace("label", "Quay/cnn@1", "first").refs, 1)
        self.assertEqual(self.trace("rm", "Quay/cnn").refs, 3)
        self.assertEqual(self.trace("archive", "restore-trash", "Quay/cnn").refs, 3)
        self.trace("rm", "Quay/cnn")
        self.assertEqual(self.trace("archive", "empty-trash").packs, 4)

    def test_packs_that_are_joined(self):
        self.fill()
        with (self.archive / "variorum.packs.lock").open("a", encoding="ascii") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            for i in range(32):
                self.assertEqual(self.snapshot(f"Number {i}.\n").returncode, 0)
            # What the last of them began in the background finds the lock taken, and ends.
            time.sleep(1)
        self.assertGreaterEqual(self.trace("archive", "pack").packs, 2)

    def test_syncs(self):
        other, remote = self.folder / "other.git", self.folder / "between.git"
        subprocess.run(["git", "init", "-q", "--bare", remote], check=True)
        self.fill()
        self.trace("archive", "sync", remote)
        mine, self.archive = self.archive, other
        trace = self.trace("archive", "sync", remote)
        self.assertGreaterEqual((trace.refs, trace.packs), (2, 2))
        self.snapshot("Theirs.\n")
        self.trace("archive", "sync", remote)
        self.archive = mine
        self.snapshot("Mine.\n")
        self.trace("archive", "sync", remote)
        self.assert_whole()


if __name__ == "__main__":
    unittest.main()
