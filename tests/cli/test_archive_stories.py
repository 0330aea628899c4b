# SPDX-License-Identifier: GPL-3.0-or-later
"""variorum stories reads the files of refs as git writes them, and asks libgit2 about the rest."""

import json
import os
import pathlib
import subprocess
import unittest

from support import PROGRAM, clean_environment
from test_archive_harm import ArchiveCase

HEADS = "refs/heads/"


class Stories(ArchiveCase):
    def setUp(self):
        super().setUp()
        self.fill()
        self.assertEqual(self.snapshot("Of the fleet.\n", "abc").returncode, 0)

    def stories(self):
        """As listed; the program that opens the archive as a whole says the same."""
        told = self.ask("stories", "--format=json")
        self.assertEqual((told.returncode, told.stderr), (0, b""))
        opened = subprocess.run([pathlib.Path(PROGRAM).with_name("variorum-archive"), "stories",
                                 "--format=json", "--archive", self.archive], check=True,
                                capture_output=True, env=clean_environment())
        self.assertEqual(told.stdout, opened.stdout)
        by_git = subprocess.run(["git", "--git-dir", self.archive, "for-each-ref",
                                 "--format=%(refname)", HEADS], check=True, capture_output=True,
                                text=True).stdout.split()
        names = [f"{s['story']}/{v}" for s in json.loads(told.stdout) for v in s["variants"]]
        self.assertEqual(names, [name.removeprefix(HEADS) for name in by_git])
        return names

    def test_loose_packed_and_both(self):
        both = ["Quay/abc", "Quay/cnn"]
        self.assertEqual(self.stories(), both)
        self.git("pack-refs", "--all")
        self.assertEqual(self.stories(), both)
        self.assertEqual(self.snapshot("Another.\n", "abc").returncode, 0)
        self.assertEqual(self.snapshot("Other.\n", "reuters").returncode, 0)
        self.assertEqual(self.stories(), [*both, "Quay/reuters"])
        self.git("update-ref", "-d", "refs/heads/Quay/abc")
        self.assertEqual(self.stories(), ["Quay/cnn", "Quay/reuters"])

    def test_many_packed_among_other_refs(self):
        tip = self.git("rev-parse", "refs/heads/Quay/cnn").stdout.strip()
        names = [f"refs/{kind}/Story-{i}/v{i % 7}" for i in range(150)
                 for kind in ("a", "heads", "heads-up", "tags", "zz")]
        subprocess.run(["git", "--git-dir", self.archive, "update-ref", "--stdin"], check=True,
                       input="".join(f"create {name} {tip}\n" for name in names).encode())
        self.git("-c", "user.name=A", "-c", "user.email=a@b", "tag", "-a", "-m", "x", "Story-1/v1/x",
                 tip)
        self.git("pack-refs", "--all", "--prune")
        self.assertEqual(len(self.stories()), 152)
        packed = self.archive / "packed-refs"
        lines = packed.read_text().splitlines(keepends=True)
        # Older programs neither put the names in order nor say that they do.
        packed.write_text("".join(["# pack-refs with: peeled \n"]
                                  + [line for line in reversed(lines[1:]) if line[0] != "^"]))
        self.assertEqual(len(self.stories()), 152)

    def test_labels_are_found_among_many_packed(self):
        self.assertEqual(self.ask("label", "Quay/cnn@1", "first").returncode, 0)
        self.assertEqual(self.ask("label", "Quay/cnn@2", "second").returncode, 0)
        self.assertEqual(self.ask("label", "Quay/abc@1", "other").returncode, 0)
        self.git("pack-refs", "--all")
        self.assertEqual(self.ask("label", "Quay/cnn@2", "third").returncode, 0)
        log = json.loads(self.ask("log", "Quay/cnn", "--format=json").stdout)
        self.assertEqual([v["labels"] for v in reversed(log)][:2], [["first"], ["second", "third"]])
        self.assertEqual(self.ask("log", "Quay/abc").stdout.count(b"[other]"), 1)

    def test_what_is_no_name_of_ours_is_not_listed(self):
        tip = self.git("rev-parse", "refs/heads/Quay/cnn").stdout.strip()
        for name in ("main", "a/b/c", "Quay/.hidden", "Quay/x.lock"):
            path = self.archive / "refs/heads" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(tip + "\n")
        told = self.ask("stories")
        self.assertEqual((told.returncode, told.stdout), (0, b"Quay\n  abc\n  cnn\n"))

    def test_what_the_files_do_not_tell_libgit2_is_asked(self):
        (self.archive / "refs/heads/Quay/odd").write_text("This is no ref.\n")
        told = self.ask("stories")
        self.assertEqual(told.stdout, b"Quay\n  abc\n  cnn\n", told.stderr)
        (self.archive / "refs/heads/Quay/odd").unlink()
        (self.archive / "packed-refs").write_text("Nor is this one.\n")
        self.assertEqual(self.ask("stories").returncode, 2)
        (self.archive / "packed-refs").unlink()
        os.symlink("cnn", self.archive / "refs/heads/Quay/linked")
        self.assertEqual(self.stories(), ["Quay/abc", "Quay/cnn", "Quay/linked"])

    def test_what_is_no_archive_is_told_as_ever(self):
        config = self.archive / "config"
        good = config.read_text()
        config.write_text(good.replace("format = 1", "format = 9"))
        self.assertIn(b"made by a newer Variorum", self.ask("stories").stderr)
        config.write_text(good.replace("[variorum]", "[other]"))
        self.assertIn(b"is a git repository, but no archive", self.ask("stories").stderr)
        config.write_text(good.replace("[variorum]", '[variorum "sub"]'))
        self.assertIn(b"is a git repository, but no archive", self.ask("stories").stderr)
        config.write_text(good + "[extensions]\n\tpartialClone = origin\n")
        self.assertEqual(self.stories(), ["Quay/abc", "Quay/cnn"])
        config.write_text("# Set by hand\n" + good + '[remote "origin"]\n\turl = /nowhere\n')
        self.assertEqual(self.stories(), ["Quay/abc", "Quay/cnn"])
        (self.archive / "HEAD").unlink()
        self.assertIn(b"is no archive", self.ask("stories").stderr)
        self.archive = self.folder / "none.git"
        self.assertIn(b"There is no archive", self.ask("stories").stderr)


if __name__ == "__main__":
    unittest.main()
