# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills the program at random moments while it writes, packs, throws away, erases and syncs.

After each kill the archive is opened by git and has whatever was acknowledged; after every so many
git reads all of it and finds nothing wrong.  At the end all ends of the sync are equal.  The suite
runs 30 kills; by hand: tests/store/crash.py --kills 1000 --every 10 _build/src/cli/variorum-archive
"""

import argparse
import collections
import fcntl
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

# What a command takes here when nobody kills it, and a join of packs or a sync.
USUAL_MS = 30
LONG_MS = 150
SYNC_MS = 250
# As many small packs are joined.
MANY_PACKS = 33
VARIANTS = ("cnn", "bbc", "reuters")
SNAPSHOT, MAINTENANCE, SYNC = "snapshot", "maintenance", "sync"
# How often each command is killed, of a thousand, and what it counts as.
KILLED = (("snapshot", 240, SNAPSHOT), ("label", 50, SNAPSHOT), ("rm", 50, SNAPSHOT),
          ("pack", 200, MAINTENANCE), ("empty-trash", 130, MAINTENANCE), ("sync", 330, SYNC))


class End:
    """An archive, and what it has acknowledged."""

    def __init__(self, path):
        self.path = path
        self.acknowledged = {v: [] for v in VARIANTS}


def is_alive(group):
    """Whether a process of the group is left that does anything."""
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            words = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        if int(words[2]) == group and words[0] != "Z":
            return True
    return False


class Crash:
    def __init__(self, program, kills, every, seed):
        self.program, self.kills, self.every = program, kills, every
        self.chance = random.Random(seed)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="variorum-crash-"))
        self.mine, self.other = End(self.folder / "kept.git"), End(self.folder / "other.git")
        self.remote = self.folder / "between.git"
        subprocess.run(["git", "init", "-q", "--bare", str(self.remote)], check=True)
        self.file = self.folder / "article.txt"
        self.lines = {v: [f"{v} line {i} of the quay and its ships." for i in range(60)]
                      for v in VARIANTS}
        self.killed = collections.Counter()
        self.in_time = 0
        self.n_texts = 0

    def words(self, command, end):
        variant = self.chance.choice(VARIANTS)
        if command == "snapshot":
            self.n_texts += 1
            self.lines[variant][self.chance.randrange(60)] = f"Said anew, number {self.n_texts}."
            self.file.write_text("\n\n".join(self.lines[variant]) + "\n", encoding="utf-8")
            words = ["snapshot", str(self.file), "-s", "Quay", "-v", variant]
        elif command == "rm":
            words = ["rm", "Quay/" + variant]
        elif command == "label":
            words = ["label", f"Quay/{variant}", f"label-{self.chance.randrange(20)}"]
        elif command == "restore":
            words = ["archive", "restore-trash", "Quay/" + variant]
        elif command == "sync":
            words = ["archive", "sync", str(self.remote)]
        else:
            words = ["archive", command]
        return variant, [self.program, *words, "--archive", str(end.path)]

    def kill(self, process, command):
        span = (SYNC_MS if command == "sync" else LONG_MS if self.chance.random() < 0.3
                or command in ("pack", "empty-trash") else USUAL_MS)
        time.sleep(self.chance.random() * span / 1000)
        if self.chance.random() < 0.5:
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.send_signal(signal.SIGKILL)

    def run(self, command, kills, end=None):
        end = end or self.mine
        variant, words = self.words(command, end)
        # A pipe would be kept open by a git that goes on alone.
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            process = subprocess.Popen(words, stdout=out, stderr=err, start_new_session=True)
            if kills:
                self.kill(process, command)
            process.wait(timeout=120)
            while kills and is_alive(process.pid):
                time.sleep(0.01)
            out.seek(0)
            err.seek(0)
            output, errors = out.read().decode(), err.read().decode()
        if process.returncode == 0:
            self.in_time += kills
        elif process.returncode not in (-signal.SIGKILL, 2):
            sys.exit(f"{words}: status {process.returncode}: {errors}")
        elif "damaged" in errors or (errors and errors.count("\n") != 1):
            sys.exit(f"{words}: {errors}")
        said = output.split()
        if command == "snapshot" and said:
            end.acknowledged[variant].append(said[-1])
        return process.returncode, errors

    @staticmethod
    def git(path, *words):
        return subprocess.run(["git", "--git-dir", str(path), *words], capture_output=True,
                              text=True, check=False)

    def verify(self, end, is_thorough):
        if not end.path.exists():
            return
        # Git's fsck, unlike who reads objects, takes no pack that is joined meanwhile.
        with (end.path / "variorum.packs.lock").open("a", encoding="ascii") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if is_thorough:
                self.fsck(end.path)
            self.look(end.path, end.acknowledged)

    def fsck(self, path):
        fsck = self.git(path, "fsck", "--strict", "--no-dangling")
        if fsck.returncode != 0 or fsck.stdout:
            sys.exit(f"git fsck {path}: " + fsck.stdout + fsck.stderr)

    def look(self, path, acknowledged):
        for variant, ids in acknowledged.items():
            refs = self.git(path, "for-each-ref", "--format=%(refname)",
                            f"refs/heads/Quay/{variant}",
                            f"refs/trash/heads/Quay/{variant}").stdout.split()
            there = {i[:7] for i in self.git(path, "rev-list", *refs).stdout.split()}
            lost = [i for i in ids if i not in there]
            if lost:
                sys.exit(f"{path}: {variant}: acknowledged, but not there: {lost}")

    def bring_back(self):
        """What is in the trash, or in it and not quite out of it, comes out whole."""
        for variant in VARIANTS:
            if self.git(self.mine.path, "rev-parse", "--verify", "-q",
                        f"refs/trash/heads/Quay/{variant}").stdout:
                subprocess.run([self.program, "archive", "restore-trash", "Quay/" + variant,
                                "--archive", str(self.mine.path)], stdout=subprocess.DEVNULL,
                               check=True)

    def prepare(self, command):
        """So that there is something to kill."""
        if command == "empty-trash":
            self.bring_back()
        elif command == "pack" and self.chance.random() < 0.4 and self.mine.path.exists():
            with (self.mine.path / "variorum.packs.lock").open("a", encoding="ascii") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX)
                for _ in range(MANY_PACKS):
                    self.run("snapshot", False)
        elif command == "sync":
            # Git's own locks, on the repository between, are git's to wait for; nobody is at it.
            for lock in self.remote.rglob("*.lock"):
                lock.unlink()
            for _ in range(self.chance.randrange(3)):
                self.run("snapshot", False, self.other)
            if self.chance.random() < 0.3:
                self.run("sync", False, self.other)

    def go_on(self, command, is_thorough):
        """What a command left half done is done by the next."""
        if command == "rm":
            self.run("restore", True)
            self.verify(self.mine, is_thorough)
            self.bring_back()
        elif command == "sync" and is_thorough:
            self.fsck(self.remote)
        for _ in range(self.chance.randrange(4)):
            self.run("snapshot", False)

    def go(self):
        names = [name for name, often, _ in KILLED for _ in range(often)]
        kinds = {name: kind for name, _, kind in KILLED}
        for i in range(self.kills):
            command = self.chance.choice(names)
            is_thorough = i % self.every == self.every - 1
            self.prepare(command)
            self.run(command, True)
            self.killed[kinds[command]] += 1
            self.verify(self.mine, is_thorough)
            self.go_on(command, is_thorough)
            if i % 50 == 49:
                print(f"{i + 1} kills", flush=True)
        self.end()

    def refs(self, path):
        lines = self.git(path, "for-each-ref", "--format=%(refname) %(objectname)").stdout
        return {line for line in lines.splitlines()
                if line.startswith(("refs/heads/", "refs/sources/", "refs/seen/", "refs/tags/"))}

    def end(self):
        self.bring_back()
        for lock in self.remote.rglob("*.lock"):
            lock.unlink()
        for end in (self.mine, self.other, self.mine):
            status, errors = self.run("sync", False, end)
            if status != 0:
                sys.exit(f"sync: {errors}")
        everything = {v: self.mine.acknowledged[v] + self.other.acknowledged[v] for v in VARIANTS}
        for path in (self.mine.path, self.other.path, self.remote):
            self.fsck(path)
            self.look(path, everything)
            if self.refs(path) != self.refs(self.mine.path):
                sys.exit(f"{path} is not equal to {self.mine.path}")
        check = subprocess.run([self.program, "archive", "check", "--archive",
                                str(self.mine.path)], capture_output=True, text=True, check=False)
        if check.returncode != 0:
            sys.exit(check.stdout + check.stderr)
        left = [str(p) for p in self.mine.path.glob("**/*tmp*")]
        print(f"{self.kills} kills, {dict(self.killed)} ({self.in_time} came too late), "
              f"{sum(map(len, everything.values()))} versions acknowledged, all there, at both "
              f"ends; {len(left)} half-written files wait for the next maintenance")
        shutil.rmtree(self.folder)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--every", type=int, default=1, help="kills between two looks at it all")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    parser.add_argument("program")
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    Crash(options.program, options.kills, options.every, options.seed).go()


if __name__ == "__main__":
    main()
