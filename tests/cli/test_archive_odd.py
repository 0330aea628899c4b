# SPDX-License-Identifier: GPL-3.0-or-later
"""The archive given what nobody thought of: old papers, odd places, texts that mean harm."""

import json
import os
import pty
import subprocess
import time
import unittest

from support import PROGRAM, ArchiveCase, clean_environment

BERLIN = {"TZ": "Europe/Berlin"}
NAME = "The-Quay/cnn"


class OldPapers(ArchiveCase):
    def keep(self, text, published, archive=None):
        path = self.write("article.txt", text)
        done = self.run_program("snapshot", path, "--story=The Quay", "--variant=cnn",
                                f"--published={published}", f"--archive={archive or self.archive}",
                                env=BERLIN)
        self.assertEqual(done.returncode, 0, done.stderr.decode())

    def days(self, archive=None, name=NAME):
        done = self.run_program("log", name, "--format=json",
                                f"--archive={archive or self.archive}")
        return [version["published"] for version in reversed(json.loads(done.stdout))]

    def assert_sound(self, repository):
        for _ in range(50):
            done = subprocess.run(["git", "--git-dir", repository, "fsck", "--strict"],
                                  capture_output=True, text=True, check=False)
            # Packs may be joined in the background, under git's hands.
            if done.returncode == 0 or "bad" in done.stderr:
                break
            time.sleep(0.1)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertNotIn("error", done.stderr)

    def test_a_paper_of_1815_is_of_its_day_and_git_finds_no_fault(self):
        self.keep("Peace.", "1815-06-18")
        self.keep("Peace at last.", "1969-12-31T23:00Z")
        self.keep("Peace again.", "1970-01-01T00:00Z")
        self.assertEqual([day[:10] for day in self.days()],
                         ["1815-06-18", "1969-12-31", "1970-01-01"])
        self.assertIn("  1815-06-18  ", self.call("log", NAME))
        self.assertIn("appeared in version 1", self.call("search", "Peace"))
        self.assertIn("1815-06-18", self.call("search", "Peace"))
        self.assertIn("1970-01-01", self.call("blame", NAME))
        self.assert_sound(self.archive)
        self.assertIn("whole", self.call("archive", "check"))

    def test_what_changed_is_known_as_of_any_version(self):
        self.keep("Forty aboard.", "1815-06-18")
        self.keep("Fifty aboard.", "1815-06-19")
        last = json.loads(self.call("log", NAME, "--format=json"))[0]
        self.assertEqual(last["words"], {"removed": 1, "added": 1, "moved": 0})
        self.assertIn("Forty", last["flags"]["silent"])
        self.assertIn("Variorum-Published: 1815-06-19T00:00:00",
                      self.git("log", "-1", "--format=%(trailers)", NAME))

    def test_it_goes_to_other_archives_and_joins_with_theirs(self):
        between, other = self.folder / "between.git", self.folder / "other.git"
        subprocess.run(["git", "init", "-q", "--bare", between], check=True)
        self.keep("Peace.", "1815-06-18")
        self.call("archive", "sync", between)
        done = self.run_program("archive", "sync", between, f"--archive={other}")
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertEqual(self.days(other), self.days())
        self.keep("Peace, says one.", "1815-06-19")
        self.keep("Peace, says another.", "1815-06-20", other)
        for archive in (self.archive, other, self.archive):
            done = self.run_program("archive", "sync", between, f"--archive={archive}")
            self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertEqual(self.days(other), self.days())
        self.assertTrue(all(day.startswith("1815-06-") for day in self.days()), self.days())
        self.assert_sound(between)

    def test_a_folder_of_old_files_keeps_their_days(self):
        folder = self.folder / "papers"
        folder.mkdir()
        for day in ("1815-06-18", "1914-08-01", "2014-04-16"):
            (folder / f"{day}.txt").write_text(f"The paper of {day}.\n")
        self.call("archive", "import", folder, "--story=The Quay", "--variant=cnn")
        self.assertEqual([day[:10] for day in self.days()],
                         ["1815-06-18", "1914-08-01", "2014-04-16"])
        self.assertEqual(self.call("show", f"{NAME}@1900-01-01"), "The paper of 1815-06-18.\n")
        self.assert_sound(self.archive)


class Days(ArchiveCase):
    def test_a_day_is_told_as_a_day(self):
        self.snapshot("The quay opened.\n", "--published=2014-04-16")
        self.snapshot("The quay shut.\n", "--published=2014-04-16T16:23+00:00")
        later, *_, day = self.call("log", NAME).splitlines()
        self.assertRegex(day, r"^1  \w{7}  2014-04-16  First version")
        self.assertIn("  2014-04-16 16:23:00 +0000  ", later)


class HarmfulTexts(ArchiveCase):
    def show_on_terminal(self, *words):
        ours, theirs = pty.openpty()
        with subprocess.Popen([PROGRAM, "show", *words, f"--archive={self.archive}"],
                              stdout=theirs, env=clean_environment()) as process:
            self.assertEqual(process.wait(timeout=60), 0)
        os.close(theirs)
        shown = os.read(ours, 65536)
        os.close(ours)
        return shown

    def test_no_text_steers_the_terminal_that_shows_it(self):
        self.snapshot("The \x1b]0;gotcha\x07quay\x1b[2J opened.\n\nIt is café time.\n")
        shown = self.show_on_terminal(NAME)
        self.assertNotIn(b"\x1b", shown)
        self.assertNotIn(b"\x07", shown)
        self.assertIn(rb"\x1b[2J opened.", shown)
        self.assertTrue(shown.endswith("\nIt is café time.\r\n".encode()))

    def test_into_a_file_it_goes_as_it_is_kept(self):
        self.snapshot("The \x1b[2Jquay\topened.\n")
        self.assertEqual(self.call("show", NAME), "The \x1b[2Jquay\topened.\n")


class OddPlaces(ArchiveCase):
    def test_an_archive_is_not_exported_over_itself(self):
        self.snapshot("The quay opened.\n")
        link = self.folder / "link"
        link.symlink_to(self.archive)
        for place in (self.archive / "HEAD", self.archive / "config", link / "HEAD",
                      self.archive / "objects" / "new.bundle"):
            message = self.call("archive", "export", "--replace", place, status=2)
            self.assertIn("is in the archive itself", message)
        self.assertEqual(self.call("show", NAME), "The quay opened.\n")
        beside = self.folder / "archive.git.bundle"
        self.assertEqual(self.call("archive", "export", beside), "1 variant exported\n")

    def test_nor_is_a_version_restored_over_it(self):
        self.snapshot("The quay opened.\n")
        before = (self.archive / "HEAD").read_bytes()
        message = self.call("restore", NAME, "-o", self.archive / "HEAD", status=2)
        self.assertIn("is in the archive itself", message)
        self.assertEqual((self.archive / "HEAD").read_bytes(), before)

    def test_who_takes_a_label_away_that_is_not_there_hears_it(self):
        self.snapshot("The quay opened.\n")
        self.snapshot("The quay shut.\n", "--label=printed")
        for version, label in ((NAME, "pritned"), (f"{NAME}@1", "printed"), (NAME, "..")):
            self.assertIn("There is no label", self.call("label", "--remove", version, label,
                                                         status=2))
        self.call("label", "--remove", NAME, "printed")
        self.assertNotIn("printed", self.call("log", NAME))

    def test_who_asks_for_one_story_hears_that_all_are_listed(self):
        self.snapshot("The quay opened.\n")
        self.assertIn("stories takes no operand", self.call("stories", "The-Quay", status=2))


if __name__ == "__main__":
    unittest.main()
