# SPDX-License-Identifier: GPL-3.0-or-later
"""The archive as one file: whole or not at all, read by git itself, and back without a loss."""

import json
import os
import resource
import subprocess
import time
import unittest

from support import PROGRAM, clean_environment
from test_archive_harm import ArchiveCase, TEXTS

SHORT_OF_ROOM = 2000


class ArchiveFile(ArchiveCase):
    def setUp(self):
        super().setUp()
        self.mine, self.other = self.archive, self.folder / "other.git"
        self.file = self.folder / "out: all.bundle"

    def at(self, archive):
        self.archive = archive
        return self

    def refs(self, archive):
        lines = self.at(archive).git("for-each-ref", "--format=%(refname) %(objectname)").stdout
        return {line for line in lines.splitlines()
                if not line.startswith(("refs/trash/", "refs/moved/"))}

    def keep_all_kinds(self):
        self.fill()
        self.assertEqual(self.snapshot(TEXTS[-1]).returncode, 0)
        self.assertEqual(self.ask("label", "Quay/cnn@2", "as printed").returncode, 0)
        self.assertEqual(self.ask("note", "Quay/cnn@2", "-m", "Called the harbour.").returncode, 0)
        saved = self.folder / "opening.variorum"
        old, new = self.write("old.txt", TEXTS[0]), self.write("new.txt", TEXTS[1])
        self.run_program("compare", old, new, f"--save={saved}", "-o", "/dev/null")
        self.assertEqual(self.ask("snapshot", saved, "-s", "Quay").returncode, 0)
        self.snapshot(TEXTS[0], "bbc")

    def export(self, *words):
        result = self.at(self.mine).ask("archive", "export", self.file, *words, "--format=json")
        self.assertEqual(result.returncode, 0, result.stderr)
        return json.loads(result.stdout)

    def take_in(self, archive, file=None):
        result = self.at(archive).ask("archive", "import", file or self.file, "--format=json")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assert_whole()
        return json.loads(result.stdout)

    def run_git(self, *words):
        done = subprocess.run(["git", *words], capture_output=True, text=True, check=False,
                              cwd=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def log(self, archive, name="Quay/cnn"):
        return json.loads(self.at(archive).ask("log", name, "--format=json").stdout)

    def test_git_verifies_and_clones_it(self):
        self.keep_all_kinds()
        self.assertEqual(self.export(), {"exported": 2})
        told = self.run_git("--git-dir", self.mine, "bundle", "verify", self.file)
        self.assertIn("refs/sources/Quay/cnn", told)
        self.run_git("clone", "-q", self.file, "clone")
        clone = self.folder / "clone"
        self.assertIn("refs/remotes/origin/Quay/cnn",
                      self.run_git("-C", clone, "for-each-ref", "--format=%(refname)"))
        self.assertEqual((clone / "article.md").read_text(), "The quay is shut.\nShips wait outside.\n")
        self.assertEqual(self.run_git("-C", clone, "show", "Quay/cnn/as-printed:article.md"),
                         "The quay is open.\nShips wait outside.\n")
        self.run_git("-C", clone, "fsck", "--strict")

    def test_out_and_in_is_the_same(self):
        self.keep_all_kinds()
        self.export()
        self.assertEqual(self.take_in(self.other), {"received": 2, "joined": 0})
        self.assertEqual(self.refs(self.other), self.refs(self.mine))
        self.assertEqual(self.log(self.other), self.log(self.mine))
        copy = self.folder / "copy.txt"
        self.at(self.other).ask("restore", "Quay/cnn@2", "-o", copy)
        self.assertEqual(copy.read_text(), TEXTS[1])
        self.assertEqual(self.take_in(self.other), {"received": 0, "joined": 0})
        self.assertEqual(self.at(self.other).ask("archive", "check").returncode, 0)

    def test_in_words(self):
        self.fill()
        self.assertEqual(self.ask("archive", "export", self.file).stdout, b"1 variant exported\n")
        self.assertEqual(self.at(self.other).ask("archive", "import", self.file).stdout,
                         b"1 variant received\n")

    def test_only_what_is_named_goes_out_and_no_trash(self):
        self.keep_all_kinds()
        self.snapshot("Thrown away for good reasons.\n", "wire")
        self.ask("rm", "Quay/wire")
        self.export("Quay/cnn", "Quay/cnn")
        self.take_in(self.other)
        self.assertEqual(len(self.log(self.other)), 3)
        self.assertFalse([ref for ref in self.refs(self.other) if "/bbc" in ref or "/wire" in ref])
        self.at(self.mine).assert_trouble(
            self.ask("archive", "export", self.folder / "x", "Quay/wire"), "Quay/wire")
        self.assertFalse((self.folder / "x").exists())

    def test_histories_are_joined(self):
        self.fill()
        self.export()
        self.take_in(self.other)
        self.at(self.mine).snapshot("Mine.\n")
        time.sleep(1.1)
        self.at(self.other).snapshot("Other, later.\n")
        ids = {v["id"] for a in (self.mine, self.other) for v in self.log(a)}
        self.export("--replace")
        self.assertEqual(self.take_in(self.other), {"received": 1, "joined": 1})
        self.assertLessEqual(ids, {v["id"] for v in self.log(self.other)})
        self.assertEqual(self.ask("show", "Quay/cnn").stdout, b"Other, later.\n")

    def test_what_was_renamed_or_thrown_away_here_stays_so(self):
        self.keep_all_kinds()
        self.export()
        self.take_in(self.other)
        self.ask("mv", "Quay/cnn", "Harbour")
        self.ask("rm", "Quay/bbc")
        before = self.refs(self.other)
        self.take_in(self.other)
        self.assertEqual(self.refs(self.other), before)

    def test_a_bundle_of_git_itself_comes_in(self):
        self.keep_all_kinds()
        self.git("bundle", "create", "--version=3", str(self.file), "--all")
        self.take_in(self.other)
        self.assertEqual(self.refs(self.other), self.refs(self.mine))

    def test_a_bundle_that_goes_on_from_elsewhere(self):
        self.fill()
        self.git("bundle", "create", str(self.file), "refs/heads/Quay/cnn", "^refs/heads/Quay/cnn~1")
        self.at(self.other).assert_trouble(self.ask("archive", "import", self.file),
                                           "import those first", self.file)
        self.git("bundle", "create", str(self.folder / "first"), "refs/heads/Quay/cnn~1")
        self.at(self.mine).git("update-ref", "refs/heads/Quay/other", "refs/heads/Quay/cnn~1")
        self.git("bundle", "create", str(self.folder / "first"), "refs/heads/Quay/other")
        self.take_in(self.other, self.folder / "first")
        self.take_in(self.other)
        self.assertEqual(len(self.log(self.other)), 3)

    def test_another_projects_bundle_says_so(self):
        self.run_git("init", "-q", "else")
        self.run_git("-C", "else", "-c", "user.name=A", "-c", "user.email=a@b", "commit", "-q",
                     "--allow-empty", "-m", "x")
        self.run_git("-C", "else", "bundle", "create", "-q", self.file, "HEAD", "--all")
        self.assert_trouble(self.ask("archive", "import", self.file), "no stories", self.file)

    def test_a_file_that_is_there_is_replaced_only_when_asked(self):
        self.fill()
        self.file.write_text("mine")
        self.assert_trouble(self.ask("archive", "export", self.file), "--replace", self.file)
        self.assertEqual(self.file.read_text(), "mine")
        self.export("--replace")
        self.run_git("--git-dir", self.mine, "bundle", "verify", self.file)

    def test_whole_or_not_at_all(self):
        self.fill()

        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (SHORT_OF_ROOM, SHORT_OF_ROOM))

        for _ in range(2):
            result = subprocess.run([PROGRAM, "archive", "export", str(self.file), "--replace",
                                     "--archive", str(self.mine)], capture_output=True,
                                    env=clean_environment(), check=False, preexec_fn=limit)
            self.assert_trouble(result, "cannot be written", self.file)
            self.assertEqual([p.name for p in self.folder.iterdir() if "out: all" in p.name
                              and p != self.file], [])
            if self.file.exists():
                self.assertEqual(self.file.read_text(), "before")
            self.file.write_text("before")
        self.assert_trouble(self.ask("archive", "export", self.folder / "no" / "x"),
                            "its folder does not exist", self.folder / "no")

    def test_nothing_to_export(self):
        self.fill()
        self.ask("rm", "Quay")
        self.assert_trouble(self.ask("archive", "export", self.file), "nothing yet")
        self.assertFalse(self.file.exists())

    def test_a_damaged_file_changes_nothing(self):
        self.keep_all_kinds()
        self.export()
        whole = self.file.read_bytes()
        self.at(self.other).snapshot("Here.\n", "own")
        before, packs = self.refs(self.other), set((self.other / "objects/pack").iterdir())
        header = whole.index(b"\n\n") + 2
        harms = [whole[:n] for n in (16, 40, header - 1, header, header + 6, len(whole) // 2,
                                     len(whole) - 1)]
        harms += [whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1:]
                  for at in (2, whole.index(b" refs/heads/") - 7, header + 2, header + 40, len(whole) - 5)]
        for i, harm in enumerate(harms):
            with self.subTest(harm=i):
                self.file.write_bytes(harm)
                result = self.ask("archive", "import", self.file)
                self.assertEqual(result.returncode, 2, result.stdout)
                self.assertEqual(result.stderr.count(b"\n"), 1, result.stderr)
                self.assertIn(str(self.file), result.stderr.decode())
                self.assertEqual(self.refs(self.other), before)
                self.assertEqual(set((self.other / "objects/pack").iterdir()), packs)
                self.assertEqual(list(self.other.glob("variorum-join-*")), [])
        for words in (("/nowhere/x",), (self.folder,)):
            self.assertEqual(self.ask("archive", "import", *words).returncode, 2)

    def test_killed_while_it_comes_in(self):
        self.keep_all_kinds()
        self.export()
        for i in range(12):
            cut = subprocess.Popen([PROGRAM, "archive", "import", str(self.file), "--archive",
                                    str(self.other)], env=clean_environment(),
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(0.01 * i)
            cut.kill()
            cut.wait()
            if self.other.exists():
                self.at(self.other).assert_whole()
        self.take_in(self.other)
        self.assertEqual(self.refs(self.other), self.refs(self.mine))


if __name__ == "__main__":
    unittest.main()
