# SPDX-License-Identifier: GPL-3.0-or-later
"""Many programs take snapshots at once, of variants of their own and all of the same one.

All versions are there, each once, in one line, in the order in which each writer was told of them,
and none is earlier than the one before.  By hand:
tests/store/writers.py --writers 8 --snapshots 500 _build/src/cli/variorum
"""

import argparse
import concurrent.futures
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time


class Writers:
    def __init__(self, program, n_writers, n_snapshots, folder, is_shared):
        self.program, self.n_writers, self.n_snapshots = program, n_writers, n_snapshots
        self.folder, self.is_shared = folder, is_shared
        self.archive = folder / "kept.git"

    def variant(self, writer):
        return "all" if self.is_shared else f"writer-{writer}"

    def write(self, writer):
        """Returns the ids that the program told of."""
        file = self.folder / f"article-{writer}.txt"
        ids = []
        for i in range(self.n_snapshots):
            file.write_text(f"Writer {writer} wrote number {i}.\n\nThe quay is shut.\n",
                            encoding="utf-8")
            done = subprocess.run([self.program, "snapshot", str(file), "-s", "Quay", "-v",
                                   self.variant(writer), "--archive", str(self.archive)],
                                  capture_output=True, text=True, check=False)
            if done.returncode != 0 or ": version " not in done.stdout:
                sys.exit(f"writer {writer}, {i}: {done.stdout}{done.stderr}")
            ids.append(done.stdout.split()[-1])
        return ids

    def git(self, *words):
        return subprocess.run(["git", "--git-dir", str(self.archive), *words], check=True,
                              capture_output=True, text=True).stdout

    def look(self, variant, told):
        rows = [line.split() for line in self.git("log", "--reverse", "--topo-order",
                                                  "--format=%H %ct %P",
                                                  f"refs/heads/Quay/{variant}").splitlines()]
        ids = [row[0][:7] for row in rows]
        times = [int(row[1]) for row in rows]
        assert [row[2:] for row in rows] == [[]] + [[row[0]] for row in rows[:-1]], "no one line"
        assert times == sorted(times), "a version is earlier than the one before it"
        assert len(set(ids)) == len(ids) and set(ids) == {i for one in told for i in one}
        at = {name: i for i, name in enumerate(ids)}
        assert all([at[i] for i in one] == sorted(at[i] for i in one) for one in told)
        log = subprocess.run([self.program, "log", f"Quay/{variant}", "--format=json",
                              "--archive", str(self.archive)], check=True, capture_output=True)
        assert [v["id"][:7] for v in reversed(json.loads(log.stdout))] == ids
        return len(ids)

    def go(self):
        begun = time.monotonic()
        with concurrent.futures.ThreadPoolExecutor(self.n_writers) as pool:
            told = list(pool.map(self.write, range(self.n_writers)))
        seconds = time.monotonic() - begun
        if self.is_shared:
            n = self.look("all", told)
        else:
            n = sum(self.look(self.variant(w), [told[w]]) for w in range(self.n_writers))
        assert n == self.n_writers * self.n_snapshots, n
        subprocess.run([self.program, "archive", "pack", "--archive", str(self.archive)],
                       check=True)
        fsck = subprocess.run(["git", "--git-dir", str(self.archive), "fsck", "--strict",
                               "--no-dangling"], capture_output=True, text=True, check=False)
        assert (fsck.returncode, fsck.stdout) == (0, ""), fsck
        print(f"{self.n_writers} writers, {'one variant' if self.is_shared else 'their own'}: "
              f"{n} versions, all there and in order, {seconds:.0f} s", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--writers", type=int, default=4)
    parser.add_argument("--snapshots", type=int, default=12)
    parser.add_argument("program")
    options = parser.parse_args()
    for is_shared in (False, True):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="variorum-writers-"))
        try:
            Writers(options.program, options.writers, options.snapshots, folder, is_shared).go()
        except AssertionError as error:
            sys.exit(str(error) or "not as it should be")
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
