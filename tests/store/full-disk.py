# SPDX-License-Identifier: GPL-3.0-or-later
"""A small disk that is full to every level, and each command that writes.

Each time: one clear sentence and status 2, or all is done; git finds nothing wrong, no version is
lost, reading and searching go on; nothing half-written stays; and with room made the command does
what it should.  By hand, as root: tests/store/full-disk.py _build/src/cli/variorum
"""

import argparse
import collections
import fcntl
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

DISK = "4m"
# A command is tried with so much more room each time, until it has done what it should so often.
DONE = 3
LEFTOVERS = ("tmp_vr", "variorum-join", ".new-", ".repaired-")


class FullDisk:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.disk, self.template = folder / "disk", folder / "template.git"
        self.archive = self.disk / "kept.git"
        self.remote = folder / "between.git"
        self.file = folder / "article.txt"
        self.chance = random.Random(20140416)
        self.words = [hex(self.chance.getrandbits(60)) for _ in range(4000)]
        self.env = dict(os.environ, LC_ALL="C.UTF-8", ASAN_OPTIONS="detect_leaks=0")
        self.n_runs = 0
        self.sentences = collections.Counter()

    def ask(self, *words, archive=None):
        return subprocess.run([self.program, *map(str, words), "--archive",
                               str(archive or self.archive)], capture_output=True, text=True,
                              env=self.env, timeout=300, check=False)

    def git(self, *words):
        return subprocess.run(["git", "--git-dir", str(self.archive), *words], capture_output=True,
                              text=True, check=False)

    def write(self, n_paragraphs=12):
        self.file.write_text("\n\n".join(" ".join(self.chance.choices(self.words, k=60))
                                         for _ in range(n_paragraphs)) + "\n", encoding="utf-8")

    def make(self):
        self.template.parent.mkdir(exist_ok=True)
        for i in range(2):
            self.keep(self.template, "cd"[i])
        with (self.template / "variorum.packs.lock").open("a", encoding="ascii") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            for i in range(36):
                self.keep(self.template, "c" if i % 4 else "d")
            # What the last of them began in the background finds the lock taken, and ends.
            time.sleep(1)
        other = self.folder / "other.git"
        shutil.copytree(self.template, other)
        self.write(40)
        self.keep(other, "c")
        subprocess.run(["git", "init", "-q", "--bare", str(self.remote)], check=True)
        done = self.ask("archive", "sync", self.remote, archive=other)
        assert done.returncode == 0, done.stderr
        files = self.folder / "files"
        files.mkdir()
        for i in range(6):
            (files / f"2014-04-{i + 1:02}.txt").write_text(f"{i} " + " ".join(self.words[:1500]))
        self.write()

    def keep(self, archive, variant):
        self.write()
        done = self.ask("snapshot", self.file, "-s", "Quay", "-v", variant, archive=archive)
        assert done.returncode == 0, done.stderr

    def heads(self):
        lines = self.git("for-each-ref", "--format=%(refname) %(objectname)").stdout.split("\n")
        return dict(line.split() for line in lines if line.startswith("refs/heads/"))

    def assert_sound(self, before):
        fsck = self.git("fsck", "--strict", "--no-dangling")
        assert (fsck.returncode, fsck.stdout) == (0, ""), fsck
        for ref, version in before.items():
            places = [ref, ref.replace("refs/heads", "refs/trash/heads")]
            assert any(self.git("merge-base", "--is-ancestor", version, place).returncode == 0
                       for place in places), f"{ref} is lost"
        assert self.ask("log", "Quay/c").returncode == 0
        found = self.ask("search", "nowhere")
        assert found.returncode == 1, found.stderr

    def prepare(self, name, room):
        """Returns whether the disk has that much."""
        for path in self.disk.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        shutil.copytree(self.template, self.archive)
        if name == "empty-trash":
            assert self.ask("rm", "Quay/d").returncode == 0
        if name == "repair":
            sorted((self.archive / "objects/pack").glob("*.idx"))[0].unlink()
        state = os.statvfs(self.disk)
        free = state.f_bavail * state.f_frsize
        if room >= free:
            return False
        with (self.disk / "fill").open("wb") as fill:
            fill.write(b"x" * (free - room))
        return True

    def try_one(self, name, words, room):
        """Returns whether it was done in that room; None where there is not so much."""
        if not self.prepare(name, room):
            return None
        before = self.heads()
        done = self.ask(*words)
        self.n_runs += 1
        assert done.returncode in (0, 1, 2), done
        if done.returncode == 2:
            assert done.stderr.count("\n") == 1 and "damaged" not in done.stderr, done.stderr
            self.sentences[re.sub("“[^”]*”", "“…”", done.stderr.strip())] += 1
        if name != "repair" or done.returncode == 0:
            self.assert_sound(before)
        # A snapshot joins packs in the background.
        time.sleep(0.1)
        with (self.archive / "variorum.packs.lock").open("a", encoding="ascii") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
        left = [str(p) for p in self.disk.rglob("*") if any(w in p.name for w in LEFTOVERS)]
        assert not left, left
        (self.disk / "fill").unlink()
        if done.returncode == 2:
            again = self.ask(*words)
            assert again.returncode in (0, 1), again.stderr
            self.assert_sound(before)
        return done.returncode != 2

    def go(self, step):
        commands = {
            "snapshot": (1, ["snapshot", self.file, "-s", "Quay", "-v", "c"]),
            "first": (1, ["snapshot", self.file, "-s", "New", "-v", "x", "-l", "label"]),
            "label": (1, ["label", "Quay/c@1", "first"]), "rm": (1, ["rm", "Quay/d"]),
            "sync": (4, ["archive", "sync", self.remote]),
            "import": (4, ["archive", "import", self.folder / "files", "-s", "Im", "-v", "v"]),
            "search": (8, ["search", "nowhere"]), "pack": (16, ["archive", "pack"]),
            "empty-trash": (16, ["archive", "empty-trash"]),
            "repair": (16, ["archive", "repair"])}
        self.make()
        for name, (coarse, words) in commands.items():
            n_done = level = n_full = 0
            while n_done < DONE:
                try:
                    is_done = self.try_one(name, words, level * step * coarse)
                except AssertionError as error:
                    sys.exit(f"{name} with {level * step * coarse} bytes: {error}")
                if is_done is None:
                    sys.exit(f"{name}: not done with all the room there is")
                n_done += is_done
                n_full += not is_done
                level += 1
            print(f"{name}: {n_full} levels too full", flush=True)
        for sentence, n in self.sentences.most_common():
            print(f"{n} x {sentence}")
        print(f"{self.n_runs} runs, nothing lost")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--step", type=int, default=4096, help="bytes between two levels")
    parser.add_argument("--mounted", type=pathlib.Path, help=argparse.SUPPRESS)
    parser.add_argument("program")
    options = parser.parse_args()
    if options.mounted is None:
        folder = tempfile.mkdtemp(prefix="variorum-full-")
        try:
            sys.exit(subprocess.call(["unshare", "--mount", sys.executable, __file__, "--mounted",
                                      folder, "--step", str(options.step),
                                      os.path.abspath(options.program)]))
        finally:
            shutil.rmtree(folder)
    disk = options.mounted / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=" + DISK, "none", str(disk)], check=True)
    FullDisk(options.program, options.mounted).go(options.step)


if __name__ == "__main__":
    main()
