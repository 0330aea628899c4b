# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills the program at random moments while it writes, packs, throws away and erases.

After each kill git finds nothing wrong, and whatever was acknowledged is there.  The suite runs 30
kills; by hand: tests/store/crash.py --kills 1000 _build/src/cli/variorum-archive
"""

import argparse
import fcntl
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

# What a command takes here when nobody kills it, and a join of packs.
USUAL_MS = 30
LONG_MS = 120


class Crash:
    def __init__(self, program, kills, seed):
        self.program, self.kills = program, kills
        self.chance = random.Random(seed)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="variorum-crash-"))
        self.archive = self.folder / "kept.git"
        self.file = self.folder / "article.txt"
        self.acknowledged = {"cnn": [], "bbc": [], "reuters": []}
        self.lines = {v: [f"{v} line {i} of the quay and its ships." for i in range(60)]
                      for v in self.acknowledged}
        self.in_time = 0
        self.n_texts = 0

    def words(self, command):
        variant = self.chance.choice(list(self.acknowledged))
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
        else:
            words = ["archive", command]
        return variant, [self.program, *words, "--archive", str(self.archive)]

    def run(self, command, kills):
        variant, words = self.words(command)
        process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if kills:
            span = LONG_MS if self.chance.random() < 0.3 else USUAL_MS
            time.sleep(self.chance.random() * span / 1000)
            process.send_signal(signal.SIGKILL)
        output, errors = process.communicate(timeout=120)
        if process.returncode == 0:
            self.in_time += kills
        elif process.returncode not in (-signal.SIGKILL, 2):
            sys.exit(f"{words}: status {process.returncode}: {errors.decode()}")
        elif "damaged" in errors.decode():
            sys.exit(errors.decode())
        said = output.decode().split()
        if command == "snapshot" and said:
            self.acknowledged[variant].append(said[-1])

    def git(self, *words):
        return subprocess.run(["git", "--git-dir", str(self.archive), *words], capture_output=True,
                              text=True, check=False)

    def verify(self):
        if not self.archive.exists():
            return
        # Git's fsck, unlike who reads objects, takes no pack that is joined meanwhile.
        with (self.archive / "variorum.packs.lock").open("a", encoding="ascii") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.look()

    def look(self):
        fsck = self.git("fsck", "--strict", "--no-dangling")
        if fsck.returncode != 0 or fsck.stdout:
            sys.exit("git fsck: " + fsck.stdout + fsck.stderr)
        for variant, ids in self.acknowledged.items():
            refs = self.git("for-each-ref", "--format=%(refname)", f"refs/heads/Quay/{variant}",
                            f"refs/trash/heads/Quay/{variant}").stdout.split()
            there = {i[:7] for i in self.git("rev-list", *refs).stdout.split()} if refs else set()
            lost = [i for i in ids if i not in there]
            if lost:
                sys.exit(f"{variant}: acknowledged, but not there: {lost}")

    def bring_back(self):
        """What is in the trash, or in it and not quite out of it, comes out whole."""
        for variant in self.acknowledged:
            if self.git("rev-parse", "--verify", "-q", f"refs/trash/heads/Quay/{variant}").stdout:
                subprocess.run([self.program, "archive", "restore-trash", "Quay/" + variant,
                                "--archive", str(self.archive)], stdout=subprocess.DEVNULL,
                               check=True)

    def go(self):
        for i in range(self.kills):
            kind = self.chance.random()
            command = ("snapshot" if kind < 0.6 else "pack" if kind < 0.75 else "label"
                       if kind < 0.85 else "rm" if kind < 0.93 else "empty-trash")
            if command == "empty-trash" or (command == "snapshot" and kind < 0.1):
                self.bring_back()
            self.run(command, True)
            self.verify()
            if command == "rm":
                self.run("restore", True)
                self.verify()
                self.bring_back()
                self.verify()
            for _ in range(self.chance.randrange(4)):
                self.run("snapshot", False)
            if i % 100 == 99:
                print(f"{i + 1} kills", flush=True)
        self.bring_back()
        self.verify()
        check = subprocess.run([self.program, "archive", "check", "--archive", str(self.archive)],
                               capture_output=True, text=True, check=False)
        if check.returncode != 0:
            sys.exit(check.stdout + check.stderr)
        left = [str(p) for p in self.archive.glob("**/*tmp*")]
        print(f"{self.kills} kills ({self.in_time} came too late), "
              f"{sum(map(len, self.acknowledged.values()))} versions acknowledged, all there; "
              f"{len(left)} half-written files wait for the next maintenance")
        shutil.rmtree(self.folder)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    parser.add_argument("program")
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    Crash(options.program, options.kills, options.seed).go()


if __name__ == "__main__":
    main()
