# SPDX-License-Identifier: GPL-3.0-or-later
"""Flips single bits in every kind of file an archive has, and repairs it.

A wrong text is never shown, neither before nor after; and after the repair every version none of
whose own objects was hit is there, its text and its source to the byte.  The suite flips 24 bits;
by hand: tests/store/flips.py --flips 200 _build/src/cli/variorum
"""

import argparse
import collections
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

# Whether a version is whole when these of its objects are: nothing else of it is in the archive.
OWN = ("", "^{tree}", ":article.md", ":article.json")
KINDS = ("pack", "idx", "loose", "ref", "packed-refs", "HEAD", "config", "index")


def kind_of(path):
    parts = path.parts
    if path.suffix in (".pack", ".idx"):
        return path.suffix[1:]
    if parts[0] == "refs":
        return "ref"
    if parts[0] == "objects":
        return "loose"
    if path.name.startswith("variorum-index"):
        return "index"
    return path.name if path.name in KINDS else None


class Flips:
    def __init__(self, program, seed):
        self.program = program
        self.chance = random.Random(seed)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="variorum-flips-"))
        self.archive = self.folder / "kept.git"
        self.whole = self.folder / "whole.git"
        self.where = ""
        self.sources = {}  # by the text that is shown
        # libgit2 1.5 itself forgets some bytes when it meets damage.
        self.env = dict(os.environ, LC_ALL="C.UTF-8", ASAN_OPTIONS="detect_leaks=0")

    def ask(self, *words):
        return subprocess.run([self.program, *words, "--archive", str(self.archive)],
                              capture_output=True, env=self.env, timeout=120, check=False)

    def git(self, *words, path=None, **more):
        return subprocess.run(["git", "--git-dir", str(path or self.archive), *words],
                              capture_output=True, check=False, **more).stdout

    def snapshot(self, variant, number):
        paragraphs = [f"{variant} says it for the {number}th time.", "The quay is shut."]
        paragraphs += [f"Ship {i} waits, {variant} {number // 3 + i}." for i in range(5)]
        source = ("\n\n".join(paragraphs) + "\n").encode()
        self.sources["\n".join(paragraphs).encode() + b"\n"] = source
        file = self.folder / "article.txt"
        file.write_bytes(source)
        done = self.ask("snapshot", str(file), "-s", "Quay", "-v", variant)
        assert done.returncode == 0, done.stderr

    def make(self):
        """Joined packs with deltas, packs of a snapshot, loose objects, refs of either kind."""
        for number in range(6):
            for variant in ("cnn", "bbc"):
                self.snapshot(variant, number)
        self.ask("label", "Quay/cnn@2", "second")
        # A newer git writes files of its own beside packs, which nobody here reads.
        self.git("-c", "pack.writeReverseIndex=false", "gc", "-q")
        shutil.rmtree(self.archive / "objects/info", ignore_errors=True)
        for bitmap in (self.archive / "objects/pack").glob("*.bitmap"):
            bitmap.unlink()
        for number in range(6, 8):
            self.snapshot("cnn", number)
        for pack in sorted((self.archive / "objects/pack").glob("*.pack"))[:2]:
            if pack.stat().st_size < 3000:
                moved = self.folder / pack.name
                shutil.move(pack, moved)
                pack.with_suffix(".idx").unlink()
                self.git("unpack-objects", "-q", input=moved.read_bytes())
        self.snapshot("thrown", 0)
        self.ask("rm", "Quay/thrown")
        self.snapshot("cnn", 8)
        self.ask("search", "quay")
        self.found = self.ask("search", "says it for the", "Quay/bbc", "--format=json").stdout
        assert self.ask("archive", "check").returncode == 0
        shutil.copytree(self.archive, self.whole)

    def ranges(self):
        """Where each object stands: (file, from, to, ids that are lost with it)."""
        places = []
        for idx in (self.whole / "objects/pack").glob("*.idx"):
            rows = [line.split() for line in
                    self.git("verify-pack", "-v", str(idx), path=self.whole).decode().split("\n")]
            rows = [row for row in rows if len(row) in (5, 7) and len(row[0]) == 40]
            on = collections.defaultdict(set)
            for row in rows:
                if len(row) == 7:
                    on[row[6]].add(row[0])
            pack = idx.with_suffix(".pack").relative_to(self.whole)
            for row in rows:
                lost, left = set(), [row[0]]
                while left:
                    lost.add(left[-1])
                    left.extend(on[left.pop()] - lost)
                places.append((pack, int(row[4]), int(row[4]) + int(row[3]), lost))
        for path in (self.whole / "objects").glob("??/*"):
            places.append((path.relative_to(self.whole), 0, path.stat().st_size,
                           {path.parent.name + path.name}))
        return places

    def versions(self):
        """The objects of each version, by the text that it shows."""
        versions = {}
        for ref in self.git("for-each-ref", "--format=%(refname)", "refs/heads",
                            "refs/trash/heads", path=self.whole).decode().split():
            for commit in self.git("rev-list", ref, path=self.whole).decode().split():
                ids = {self.git("rev-parse", commit + own, path=self.whole).decode().strip()
                       for own in OWN}
                known = json.loads(self.git("show", commit + ":article.json", path=self.whole))
                ids.add(known["source"]["blob"])
                text = self.git("show", commit + ":article.md", path=self.whole)
                assert text in self.sources
                versions[text] = ids
        assert len(versions) == len(self.sources)
        return versions

    def look(self):
        """What is there of every version; each must be one that was put in, a few are asked for."""
        shown = {}
        commits = self.git("rev-list", "--branches").decode().split()
        for commit in commits:
            text = self.git("show", commit + ":article.md")
            assert text in self.sources, f"{commit}: a wrong text: {text}"
            known = json.loads(self.git("show", commit + ":article.json"))
            blob = (known.get("source") or {}).get("blob")
            source = self.git("cat-file", "blob", blob) if blob else None
            shown[text] = source or None
            assert shown[text] in (None, self.sources[text]), f"{commit}: a wrong source"
        for commit in self.chance.sample(commits, min(3, len(commits))):
            self.see(commit, {})
        return shown

    def see(self, name, shown):
        text = self.ask("show", name)
        assert text.returncode in (0, 2), (name, text.returncode, text.stderr)
        if text.returncode == 2:
            assert text.stderr.count(b"\n") == 1, text.stderr
            return
        assert text.stdout in self.sources, f"{name}: a wrong text is shown: {text.stdout}"
        copy = self.folder / "copy"
        copy.unlink(missing_ok=True)
        back = self.ask("restore", name, "-o", str(copy))
        assert back.returncode in (0, 2), (name, back.returncode, back.stderr)
        shown[text.stdout] = copy.read_bytes() if back.returncode == 0 else None
        assert shown[text.stdout] in (None, self.sources[text.stdout]), f"{name}: a wrong source"

    def flip(self, name):
        """Returns where."""
        shutil.rmtree(self.archive)
        shutil.copytree(self.whole, self.archive)
        path = self.archive / name
        path.chmod(0o600)
        data = bytearray(path.read_bytes())
        at = self.chance.randrange(len(data))
        data[at] ^= 1 << self.chance.randrange(8)
        path.write_bytes(data)
        return at

    def repair(self):
        done = self.ask("archive", "repair", "--format=json")
        assert done.returncode == 0, (done.returncode, done.stderr)
        self.report = done.stdout.decode()
        for old in self.folder.glob("kept.git.damaged-*"):
            shutil.rmtree(old)
        fsck = subprocess.run(["git", "--git-dir", str(self.archive), "fsck", "--strict",
                               "--no-dangling"], capture_output=True, check=False)
        assert (fsck.returncode, fsck.stdout) == (0, b""), fsck
        if self.ask("archive", "trash").stdout:
            assert self.ask("archive", "restore-trash", "Quay").returncode == 0

    def try_one(self, name, places, versions):
        at = self.flip(name)
        hit = set()
        for file, start, end, ids in places:
            if file == name and start <= at < end:
                hit |= ids
        self.where = f"{name} at {at}"
        for _ in range(3):
            self.see(f"Quay/{self.chance.choice(('cnn', 'bbc'))}@{self.chance.randrange(1, 8)}", {})
        assert self.ask("search", "quay").returncode in (0, 1, 2)
        self.repair()
        shown = self.look()
        spared = {text for text, ids in versions.items() if not ids & hit}
        lost = [text for text in spared if shown.get(text) != self.sources[text]]
        if kind_of(name) == "index":
            found = self.ask("search", "says it for the", "Quay/bbc", "--format=json").stdout
            assert found == self.found, f"found {found}"
        assert not lost, f"lost, though not hit: {lost}, {self.report}"
        return len(versions) - len(spared), len(versions) - len(shown)

    def go(self, n_flips):
        self.make()
        places, versions = self.ranges(), self.versions()
        files = collections.defaultdict(list)
        for path in sorted(self.whole.rglob("*")):
            name = path.relative_to(self.whole)
            if path.is_file() and path.stat().st_size > 0 and kind_of(name):
                files[kind_of(name)].append(name)
        assert set(files) == set(KINDS), set(KINDS) - set(files)
        n_hit = n_lost = 0
        for i in range(n_flips):
            # Packs are most of an archive.
            kind = KINDS[i % len(KINDS)] if i % 2 == 0 else "pack"
            hit, lost = self.try_one(self.chance.choice(files[kind]), places, versions)
            n_hit += hit
            n_lost += lost
            if i % 50 == 49:
                print(f"{i + 1} flips", flush=True)
        print(f"{n_flips} flips in {len(versions)} versions: {n_hit} versions hit, of which "
              f"{n_lost} could not be saved; all others are there to the byte")
        shutil.rmtree(self.folder)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--flips", type=int, default=24)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    parser.add_argument("program")
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    flips = Flips(options.program, options.seed)
    try:
        flips.go(options.flips)
    except AssertionError as error:
        sys.exit(f"{flips.where}: {error}")


if __name__ == "__main__":
    main()
