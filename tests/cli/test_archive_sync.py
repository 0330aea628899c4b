# SPDX-License-Identifier: GPL-3.0-or-later
"""Two archives and a repository between them: both ends equal, nothing lost."""

import json
import os
import random
import signal
import subprocess
import time
import unittest

from support import PROGRAM, clean_environment
from test_archive_harm import ArchiveCase, TEXTS


class SyncCase(ArchiveCase):
    def setUp(self):
        super().setUp()
        self.remote = self.folder / "between.git"
        self.mine, self.other = self.archive, self.folder / "other.git"
        subprocess.run(["git", "init", "-q", "--bare", self.remote], check=True)

    def at(self, archive):
        self.archive = archive
        return self

    def sync(self, archive):
        result = self.at(archive).ask("archive", "sync", self.remote, "--format=json")
        self.assertEqual(result.returncode, 0, result.stderr)
        return json.loads(result.stdout)

    def refs(self, archive):
        self.at(archive)
        lines = self.git("for-each-ref", "--format=%(refname) %(objectname)").stdout.split("\n")
        return {line for line in lines if line and "/trash/" not in line}

    def assert_equal_ends(self):
        refs = self.refs(self.mine)
        self.assertEqual(refs, self.refs(self.other))
        self.assertEqual(refs, self.refs(self.remote))
        for archive in (self.mine, self.other, self.remote):
            self.at(archive).assert_whole()

    def put(self, archive, text, variant="cnn"):
        self.assertEqual(self.at(archive).snapshot(text, variant).returncode, 0)

    def log(self, archive, name="Quay/cnn"):
        return json.loads(self.at(archive).ask("log", name, "--format=json").stdout)


class Sync(SyncCase):
    def test_there_and_back(self):
        self.at(self.mine).fill()
        self.at(self.mine).ask("label", "Quay/cnn@1", "first")
        self.put(self.mine, TEXTS[-1])
        self.assertEqual(self.sync(self.mine), {"received": 0, "joined": 0, "sent": 1, "left_out": 0})
        self.assertEqual(self.sync(self.other), {"received": 1, "joined": 0, "sent": 0, "left_out": 0})
        self.assertEqual(self.sync(self.other), {"received": 0, "joined": 0, "sent": 0, "left_out": 0})
        self.assert_equal_ends()
        self.assertEqual(self.log(self.mine), self.log(self.other))
        self.assertEqual(self.at(self.other).ask("show", "Quay/cnn@first").stdout.decode(),
                         "The quay is shut.\nShips wait outside.\n")
        copy = self.folder / "copy.txt"
        self.at(self.other).ask("restore", "Quay/cnn@2", "-o", copy)
        self.assertEqual(copy.read_text(), TEXTS[1])

    def test_versions_added_on_both_sides(self):
        self.put(self.mine, TEXTS[0])
        self.sync(self.mine)
        self.sync(self.other)
        before = {v["id"] for v in self.log(self.mine)}
        self.put(self.mine, "Mine.\n")
        time.sleep(1.1)
        self.put(self.other, "Other, later.\n")
        self.put(self.other, "A variant of their own.\n", "bbc")
        ids = before | {v["id"] for a in (self.mine, self.other) for v in self.log(a)}
        self.sync(self.mine)
        self.assertEqual(self.sync(self.other)["joined"], 1)
        self.sync(self.mine)
        self.assert_equal_ends()
        self.assertLessEqual(ids, {v["id"] for v in self.log(self.mine)})
        self.assertEqual(self.at(self.mine).ask("show", "Quay/cnn").stdout, b"Other, later.\n")
        self.assertEqual(self.at(self.mine).ask("archive", "check").returncode, 0)

    def test_both_join_and_come_to_the_same(self):
        self.put(self.mine, TEXTS[0])
        self.sync(self.mine)
        self.sync(self.other)
        self.put(self.mine, "Mine.\n")
        self.put(self.other, "Theirs.\n")
        both = [subprocess.Popen([PROGRAM, "archive", "sync", str(self.remote), "--archive",
                                  str(archive)], env=clean_environment(),
                                 stdout=subprocess.DEVNULL) for archive in (self.mine, self.other)]
        self.assertEqual([p.wait(60) for p in both], [0, 0])
        self.sync(self.mine)
        self.sync(self.other)
        self.assert_equal_ends()

    def test_seen_and_thrown_away(self):
        self.put(self.mine, TEXTS[0])
        self.sync(self.mine)
        self.sync(self.other)
        time.sleep(1.1)
        self.put(self.other, TEXTS[0])
        self.sync(self.other)
        self.sync(self.mine)
        self.assertEqual(self.log(self.mine), self.log(self.other))
        self.assertIsNotNone(self.log(self.mine)[0]["seen"])
        self.at(self.mine).ask("rm", "Quay/cnn")
        self.sync(self.mine)
        self.assertEqual(self.at(self.mine).ask("stories").stdout, b"")
        self.put(self.other, TEXTS[1])
        self.sync(self.other)
        self.sync(self.mine)
        self.assertEqual(len(self.log(self.mine)), 2)

    def test_what_else_a_repository_has_stays_its_own(self):
        self.put(self.mine, TEXTS[0])
        blob = subprocess.run(["git", "--git-dir", self.remote, "hash-object", "-w", "--stdin"],
                              input=b"x", capture_output=True, check=True).stdout.strip()
        subprocess.run(["git", "--git-dir", self.remote, "update-ref", "refs/tags/v1", blob],
                       check=True)
        self.sync(self.mine)
        self.assertNotIn("refs/tags/v1", str(self.refs(self.mine)))
        self.assertIn("refs/tags/v1", str(self.refs(self.remote)))

    def make_odd(self, name, words, content=b"x"):
        """A ref of the repository between that no archive would have; its object is returned."""
        git = ["git", "--git-dir", self.remote]
        blob = subprocess.run([*git, "hash-object", "-w", "--stdin"], input=content, check=True,
                              capture_output=True, text=False).stdout.decode().strip()
        if words == "blob":
            made = blob
        else:
            tree = "".join(f"100644 blob {blob}\t{file}\n" for file in words)
            made = subprocess.run([*git, "mktree"], input=tree, check=True, capture_output=True,
                                  text=True).stdout.strip()
            made = subprocess.run([*git, "-c", "user.name=X", "-c", "user.email=x@y",
                                   "commit-tree", "-m", "Odd", made], check=True,
                                  capture_output=True, text=True).stdout.strip()
        if name.startswith("refs/heads/") and words == "blob":
            (self.remote / name).parent.mkdir(parents=True, exist_ok=True)
            (self.remote / name).write_text(made + "\n")
        else:
            subprocess.run([*git, "update-ref", name, made], check=True)
        return made

    def test_odd_things_elsewhere_harm_nothing(self):
        self.put(self.mine, TEXTS[0])
        self.sync(self.mine)
        odd = {name: self.make_odd(name, words) for name, words in (
            ("refs/heads/main", ["README"]), ("refs/heads/feature/login", ["README", "main.c"]),
            ("refs/heads/Quay/Bünd", ["article.md"]), ("refs/heads/a/b/c/d", ["article.md"]),
            ("refs/heads/Quay/cnn.old", ["article.json"]), ("refs/sources/Quay/odd", ["other"]),
            ("refs/seen/Quay/odd", ["article.md"]), ("refs/seen/Quay/half", "blob"),
            ("refs/tags/Quay/cnn/blob", "blob"), ("refs/tags/v1.0", ["README"]),
            ("refs/notes/commits", ["x"]), ("refs/heads/Quay/--upload-pack=x", ["README"]))}
        before = self.log(self.mine)
        self.sync(self.mine)
        self.assertEqual(self.log(self.mine), before)
        self.assertEqual(self.at(self.mine).ask("stories").stdout.split(), [b"Quay", b"cnn"])
        self.assertEqual(self.ask("archive", "check").returncode, 0)
        self.assert_whole()
        there = str(self.refs(self.remote))
        for name, made in odd.items():
            self.assertIn(f"{name} {made}", there)
        self.put(self.mine, TEXTS[1])
        self.assertEqual(self.sync(self.mine)["sent"], 1)

    def test_what_is_in_the_way_elsewhere_is_named_and_stays(self):
        self.put(self.mine, TEXTS[0])
        made = self.make_odd("refs/heads/Quay/cnn", ["README"])
        self.assert_trouble(self.ask("archive", "sync", self.remote), "heads/Quay/cnn", self.remote)
        self.assertEqual(self.refs(self.remote), {f"refs/heads/Quay/cnn {made}"})
        self.at(self.mine).assert_whole()

    def test_what_a_newer_variorum_wrote(self):
        self.put(self.mine, TEXTS[0])
        self.make_odd("refs/heads/Quay/bbc", ["article.md", "article.json"],
                      b'{"format": "variorum-article-2"}\n')
        before = self.refs(self.mine)
        self.assert_trouble(self.at(self.mine).ask("archive", "sync", self.remote), "newer",
                            self.remote)
        self.assertEqual({r for r in self.refs(self.mine) if "/sync/" not in r}, before)
        self.put(self.other, TEXTS[0])
        self.git("config", "variorum.format", "2")
        self.assert_trouble(self.at(self.mine).ask("archive", "sync", self.other), "newer",
                            self.other)
        self.assert_whole()

    def test_no_repository_at_all(self):
        self.put(self.mine, TEXTS[0])
        for remote in (self.write("file.txt", "x"), self.folder):
            self.assert_trouble(self.at(self.mine).ask("archive", "sync", remote),
                                "cannot be synced", remote)
        self.assert_whole()

    def test_seen_at_one_moment_in_two_zones(self):
        self.put(self.mine, TEXTS[0])
        self.sync(self.mine)
        self.sync(self.other)
        version = self.log(self.mine)[0]["id"]
        for archive, zone in ((self.mine, 60), (self.other, -120)):
            blob = subprocess.run(["git", "--git-dir", archive, "hash-object", "-w", "--stdin"],
                                  input=f"{version} 1790000000 {zone}\n", check=True, text=True,
                                  capture_output=True).stdout.strip()
            self.at(archive).git("update-ref", "refs/seen/Quay/cnn", blob)
        for archive in (self.mine, self.other, self.mine, self.other):
            self.sync(archive)
        self.assert_equal_ends()

    def test_nobody_there(self):
        self.put(self.mine, TEXTS[0])
        nowhere = self.folder / "nowhere.git"
        self.at(self.mine).assert_trouble(self.ask("archive", "sync", nowhere), "cannot be synced",
                                          nowhere)
        self.assert_trouble(self.run_program("archive", "sync", "--archive", self.archive, "--",
                                             "--upload-pack=true"), "cannot be synced")
        self.assert_whole()

    def test_cut_at_any_moment(self):
        chance = random.Random(int(os.environ.get("VARIORUM_SEED", "4")))
        for i in range(12):
            for archive in (self.mine, self.other):
                self.put(archive, f"Version {i} of {archive.name}.\n")
                cut = subprocess.Popen([PROGRAM, "archive", "sync", str(self.remote), "--archive",
                                        str(archive)], env=clean_environment(),
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                       start_new_session=True)
                time.sleep(chance.random() * 0.15)
                try:
                    os.killpg(cut.pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass
                cut.wait()
                self.at(archive).assert_whole()
        # Git's own locks, on the repository between, are git's to wait for; nobody is at it now.
        for lock in self.remote.rglob("*.lock"):
            lock.unlink()
        for archive in (self.mine, self.other, self.mine):
            self.sync(archive)
        self.assert_equal_ends()
        summaries = [v["id"] for v in self.log(self.mine)]
        self.assertGreaterEqual(len(summaries), 24)


if __name__ == "__main__":
    unittest.main()
