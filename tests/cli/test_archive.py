# SPDX-License-Identifier: GPL-3.0-or-later
"""variorum snapshot, stories, log, show, restore, label: a life of an article in the archive."""

import json
import os
import pathlib
import stat
import subprocess
import unittest

from support import ArchiveCase

MONDAY = "The quay is shut\n\nThe mayor said on Monday that no ship may land.\n\nNobody was hurt.\n"
TUESDAY = "The quay is shut\n\nThe mayor said on Tuesday that no ship may land.\n\nNobody was hurt.\n"


class Archive(ArchiveCase):
    def versions(self):
        return json.loads(self.call("log", "The-Quay/cnn", "--format=json"))

    def test_versions_are_kept_and_listed_in_words(self):
        self.snapshot(MONDAY, "--published=2014-04-16T16:23+02:00")
        self.snapshot(TUESDAY)
        lines = [line for line in self.call("log", "The-Quay/cnn").splitlines() if line[0] != " "]
        self.assertEqual(len(lines), 2)
        self.assertIn("1 of 3 paragraphs changed", lines[0])
        self.assertIn("2014-04-16 16:23:00 +0200", lines[1])
        self.assertIn("The quay is shut", lines[1])
        message = self.git("log", "-1", "--format=%b", "The-Quay/cnn")
        self.assertIn("removed “Monday”, added “Tuesday”", message)

    def test_the_same_text_brings_no_version(self):
        self.snapshot(MONDAY)
        self.assertIn("unchanged", self.snapshot(MONDAY))
        versions = self.versions()
        self.assertEqual([v["number"] for v in versions], [1])
        self.assertIsNotNone(versions[0]["seen"])

    def test_a_text_that_is_back_is_told(self):
        for text in MONDAY, TUESDAY, MONDAY:
            self.snapshot(text)
        self.assertIn("Back to the text of version 1", self.versions()[0]["summary"])

    def test_the_very_bytes_come_back(self):
        for number, text in enumerate((MONDAY.encode("cp1252"), "dÃ©tente “é”\r\n\tx".encode(),
                                       b"\xff\xfeT\x00h\x00e\x00\n\x00", b""), 1):
            self.snapshot(text)
            back = os.path.join(self.folder, "back")
            self.call("restore", f"The-Quay/cnn@{number}", "-o", back)
            self.assertEqual(pathlib.Path(back).read_bytes(), text)

    def test_a_version_is_named_by_number_day_label_and_id(self):
        self.snapshot(MONDAY, "--label=As printed")
        self.snapshot(TUESDAY)
        first, last = self.versions()[1]["id"], self.versions()[0]["id"]
        for name, text in (("The-Quay/cnn@1", "Monday"), ("The-Quay/cnn", "Tuesday"),
                           ("The-Quay/cnn@latest", "Tuesday"), (first[:8], "Monday"),
                           ("The-Quay/cnn@As-printed", "Monday"), (last, "Tuesday"),
                           ("The-Quay/cnn@9999-01-01", "Tuesday")):
            self.assertIn(text, self.call("show", name), name)
        for name in ("The-Quay/cnn@3", "The-Quay/cnn@2001-01-01", "The-Quay/bbc", "nothing", "@",
                     "../../etc", "The-Quay/cnn@no-such-label", ""):
            self.assertIn(name, self.call("show", name, status=2))

    def test_labels_are_tags_and_can_be_taken_away(self):
        self.snapshot(MONDAY)
        self.call("label", "The-Quay/cnn@1", "first edition")
        self.assertEqual(self.versions()[0]["labels"], ["first-edition"])
        self.assertIn("The-Quay/cnn/first-edition", self.git("tag"))
        self.call("label", "--remove", "The-Quay/cnn@1", "first edition")
        self.assertEqual(self.versions()[0]["labels"], [])
        for label in ("3", "latest", "2014-04-16", "abcdef12", "///", ""):
            self.call("label", "The-Quay/cnn@1", label, status=2)

    def test_stories_are_listed_with_their_variants(self):
        self.snapshot(MONDAY, variant="reuters")
        self.snapshot(MONDAY, variant="CNN: page")
        self.assertEqual(self.call("stories"), "The-Quay\n  CNN-page\n  reuters\n")
        self.assertEqual(json.loads(self.call("stories", "--format=json")),
                         [{"story": "The-Quay", "variants": ["CNN-page", "reuters"],
                           "comparisons": []}])

    def test_git_reads_all_of_it(self):
        self.snapshot(MONDAY)
        self.snapshot(TUESDAY, variant="reuters")
        self.assertEqual(subprocess.run(["git", "--git-dir", self.archive, "fsck", "--strict"],
                                        capture_output=True, text=True).returncode, 0)
        difference = self.git("diff", "The-Quay/cnn", "The-Quay/reuters", "--", "article.md")
        self.assertIn("+The mayor said on Tuesday", difference)
        self.assertNotIn("source", self.git("ls-tree", "--name-only", "The-Quay/cnn"))

    def test_git_shows_what_is_known_of_a_version_line_by_line(self):
        self.snapshot("Quay shut at dawn\n\nShips wait outside.\n")
        self.snapshot("Quay open again\n\nShips wait outside.\n")
        changed = [line[1:] for line in self.git(
            "diff", "The-Quay/cnn~1", "The-Quay/cnn", "--", "article.json").splitlines()
            if line.startswith("+") and not line.startswith("+++")]
        self.assertEqual([line.split(":")[0] for line in changed],
                         ['"title"', '"retrieved"', '"source"'])

    def test_a_version_stands_where_a_file_does(self):
        self.snapshot(MONDAY)
        self.snapshot(TUESDAY)
        path = self.write("monday.txt", MONDAY)
        for old, new, status in (("The-Quay/cnn@1", "The-Quay/cnn", 1), (path, "The-Quay/cnn@1", 0),
                                 ("archive:The-Quay/cnn@2", path, 1), ("The-Quay/cnn", "-", 1),
                                 (self.versions()[1]["id"][:9], path, 0)):
            report = json.loads(self.call("compare", "--format=json", old, new, status=status,
                                          stdin=MONDAY.encode()))
            if "@" in old:
                self.assertEqual(report["old"]["path"], old.removeprefix("archive:"))
        self.assertIn("neither a file nor a version",
                      self.call("compare", "The-Quay/bbc", path, status=2))
        self.assertIn("neither a file nor a version",
                      self.call("compare", path, "nothing/there.txt", status=2))

    def test_a_file_goes_before_a_version_of_its_name(self):
        self.snapshot(MONDAY)
        folder = self.folder / "The-Quay"
        folder.mkdir()
        (folder / "cnn").write_text(TUESDAY)
        done = self.run_program("compare", f"--archive={self.archive}", "The-Quay/cnn",
                                "archive:The-Quay/cnn")
        self.assertEqual(done.returncode, 1, done.stderr)

    def test_a_comparison_of_versions_can_be_saved(self):
        self.snapshot(MONDAY)
        self.snapshot(TUESDAY)
        saved = str(self.folder / "saved.variorum")
        self.call("compare", "The-Quay/cnn@1", "The-Quay/cnn@2", f"--save={saved}", status=1)
        done = self.run_program("compare", saved)
        self.assertIn("Tuesday", done.stdout.decode())

    def test_only_its_owner_may_look_into_it(self):
        self.snapshot(MONDAY)
        self.assertEqual(stat.S_IMODE(self.archive.stat().st_mode), 0o700)

    def test_standard_input_can_be_kept(self):
        self.call("snapshot", "-", "--story=s", "--variant=v", stdin=MONDAY.encode())
        self.assertIn("Monday", self.call("show", "s/v"))

    def test_what_cannot_be_kept_leaves_no_archive(self):
        for words in (["snapshot", "/nowhere", "--story=s", "--variant=v"],
                      ["snapshot", "/bin/ls", "--story=s", "--variant=v"],
                      ["snapshot", __file__, "--story=s"],
                      ["snapshot", __file__, "--story=s", "--variant=v", "--published=yesterday"],
                      ["log", "s/v"], ["stories"], ["show", "s/v"]):
            self.call(*words, status=2)
            self.assertFalse(self.archive.exists(), words)

    def test_what_is_no_name_is_said(self):
        path = self.write("article.txt", MONDAY)
        self.assertIn("///", self.call("snapshot", path, "--story=///", "--variant=v", status=2))
        self.assertNotIn("///", self.call("snapshot", path, "--story=a", "--variant=b"))

    def test_a_user_s_git_settings_and_hooks_change_nothing(self):
        home = pathlib.Path(self.folder, "home")
        home.mkdir()
        (home / ".gitconfig").write_text("[user]\n\tname = Somebody Else\n[core]\n"
                                         "\thooksPath = /bin\n[init]\n\tdefaultBranch = x\n")
        before = dict(os.environ)
        os.environ["HOME"] = str(home)
        self.addCleanup(lambda: (os.environ.clear(), os.environ.update(before)))
        self.snapshot(MONDAY)
        self.assertNotIn("Somebody Else", self.git("log", "--format=%an", "The-Quay/cnn"))


if __name__ == "__main__":
    unittest.main()
