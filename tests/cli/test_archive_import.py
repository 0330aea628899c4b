# SPDX-License-Identifier: GPL-3.0-or-later
"""What others kept is taken into the archive: a file's history in git, and folders of dated files."""

import fcntl
import json
import os
import subprocess
import time
import unittest

from support import clean_environment
from test_archive_harm import ArchiveCase


class ImportCase(ArchiveCase):
    """A repository of another's, and the archive."""

    def setUp(self):
        super().setUp()
        self.other = self.folder / "other"
        self.time = 1400000000

    def run_git(self, *words):
        names = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER")
                 for what, value in (("NAME", "Ada Ray"), ("EMAIL", "ada@example.org"),
                                     ("DATE", f"{self.time} +0200"))}
        subprocess.run(["git", "-C", self.other, *words], check=True, capture_output=True,
                       env=clean_environment(HOME=str(self.folder), **names))

    def commit(self, text, message, name="article.txt"):
        self.time += 3600
        (self.other / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        self.run_git("add", "-A")
        self.run_git("commit", "-q", "-m", message)

    def begin(self):
        self.other.mkdir()
        self.run_git("init", "-q", "-b", "main")
        self.commit("One.\n", "the first")

    def take(self, *words):
        return self.ask("archive", "import", *words, "-s", "Quay", "-v", "cnn")


class Import(ImportCase):
    def log(self, form):
        return self.git("log", "--reverse", f"--format={form}", "refs/heads/Quay/cnn").stdout

    def texts(self):
        n = int(self.git("rev-list", "--count", "refs/heads/Quay/cnn").stdout)
        return [self.ask("show", f"Quay/cnn@{i + 1}").stdout.decode() for i in range(n)]

    def test_a_history_with_its_authors_times_and_words(self):
        self.begin()
        self.commit("Two.\n", "the second\n\nAnd why.")
        self.commit("Elsewhere.\n", "another file", "other.txt")
        result = self.take(self.other, "article.txt")
        self.assertEqual((result.returncode, result.stdout), (0, b"Quay/cnn: 2 versions\n"),
                         result.stderr)
        self.assertEqual(self.texts(), ["One.\n", "Two.\n"])
        self.assertEqual(self.log("%an %ae %ad %s").split("\n")[0],
                         "Ada Ray ada@example.org Tue May 13 19:53:20 2014 +0200 the first")
        self.assertIn("And why.", self.log("%b"))
        self.assertEqual(self.git("log", "-1", "--format=%cI", "refs/heads/Quay/cnn").stdout,
                         "2014-05-13T20:53:20+02:00\n")
        copy = self.folder / "copy.txt"
        self.ask("restore", "Quay/cnn@1", "-o", copy)
        self.assertEqual(copy.read_text(), "One.\n")
        self.assertEqual(self.ask("archive", "check").returncode, 0)
        self.assert_whole()

    def test_what_was_imported_is_packed_afterwards(self):
        self.begin()
        lines = [f"Line {i} of the story, {i * 7919 % 1009} ships and {i * 31} crates." for i in range(90)]
        for i in range(40):
            lines[i] = f"Line {i} was said anew."
            self.commit("\n".join(lines) + "\n", "more")
        self.assertEqual(self.take(self.other, "article.txt").returncode, 0)
        self.assertEqual(self.ask("archive", "pack").returncode, 0)
        deadline = time.monotonic() + 20
        while (self.archive / "variorum.series").exists() and time.monotonic() < deadline:
            time.sleep(0.1)
        # What runs in the background takes the lock that this waits for.
        with (self.archive / "variorum.packs.lock").open("a", encoding="ascii") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            sizes = [p.stat().st_size for p in (self.archive / "objects/pack").glob("*.pack")]
            self.assertLess(sum(sizes), 41 * 1200)
            self.assert_whole()
        self.assertEqual(len(self.texts()), 41)

    def test_through_renames_copies_and_joined_branches(self):
        self.begin()
        long = "".join(f"Line {i} of the long story of the quay.\n" for i in range(40))
        self.commit(long, "long")
        self.run_git("mv", "article.txt", "story.txt")
        self.run_git("commit", "-q", "-m", "moved")
        (self.other / "story.txt").unlink()
        self.commit(long + "And on.\n", "moved and edited", "tale.txt")
        self.run_git("checkout", "-q", "-b", "side")
        self.commit(long + "And on and on.\n", "on a branch", "tale.txt")
        self.run_git("checkout", "-q", "main")
        self.commit("Elsewhere.\n", "another file", "other.txt")
        self.run_git("merge", "-q", "--no-ff", "-m", "joined", "side")
        self.assertEqual(self.take(self.other, "tale.txt").returncode, 0)
        self.assertEqual(self.log("%s").split("\n")[:-1],
                         ["the first", "long", "moved and edited", "on a branch"])

    def test_a_file_that_was_away_goes_on(self):
        self.begin()
        self.commit("Two.\n", "the second")
        self.run_git("rm", "-q", "article.txt")
        self.run_git("commit", "-q", "-m", "away")
        self.commit("Elsewhere.\n", "another file", "other.txt")
        self.commit("Three.\n", "back")
        self.assertEqual(self.take(self.other, "article.txt").returncode, 0)
        self.assertEqual(self.texts(), ["One.\n", "Two.\n", "Three.\n"])
        self.assertEqual(self.log("%s").split("\n")[:-1], ["the first", "the second", "back"])

    def test_an_empty_file_comes_from_no_other(self):
        self.begin()
        self.commit("", "somebody else's", "empty.txt")
        self.commit("", "begun", "story.txt")
        self.commit("Text.\n", "written", "story.txt")
        self.assertEqual(self.take(self.other, "story.txt").returncode, 0)
        self.assertEqual(self.log("%s").split("\n")[:-1], ["begun", "written"])

    def test_names_and_words_are_those_of_the_commit(self):
        """Git itself would leave the period out, but not every program that writes commits."""
        self.begin()
        self.commit("Two.\n", "the second")
        commit = subprocess.run(["git", "-C", self.other, "cat-file", "commit", "HEAD"], check=True,
                                capture_output=True).stdout
        commit = commit.replace(b"author Ada Ray", b"author Ada R\xe9.").replace(
            b"\n\nthe second", b"\nencoding ISO-8859-1\n\nth\xe9 second")
        made = subprocess.run(["git", "-C", self.other, "hash-object", "-t", "commit", "-w",
                               "--stdin"], input=commit, check=True, capture_output=True).stdout
        self.run_git("update-ref", "refs/heads/main", made.decode().strip())
        self.assertEqual(self.take(self.other, "article.txt").returncode, 0)
        self.assertEqual(self.log("%an, %s").split("\n")[:-1],
                         ["Ada Ray, the first", "Ada R\u00e9., th\u00e9 second"])

    def test_each_version_is_in_its_own_language(self):
        self.begin()
        self.commit("The harbour was shut at dawn, and nobody knew when the ferries would leave.\n",
                    "more")
        self.commit("Der Hafen wurde im Morgengrauen geschlossen, und niemand wusste, wann die "
                    "F\u00e4hren wieder fahren.\n", "translated")
        self.commit("Geschlossen.\n", "cut")
        self.assertEqual(self.take(self.other, "article.txt").returncode, 0)
        shown = [json.loads(self.ask("show", f"Quay/cnn@{n}", "--format=json").stdout)
                 for n in range(1, 5)]
        self.assertEqual([version["language"] for version in shown], ["und", "en", "de", "de"])

    def test_what_has_the_same_text_is_no_version_and_told(self):
        self.begin()
        self.commit("One.\n\n\n", "more lines")
        self.commit("Two.\n", "the second")
        result = self.take(self.other, "article.txt")
        self.assertEqual(result.stdout.decode().splitlines(),
                         ["Quay/cnn: 2 versions", "1 more has the same text as the one before."])
        self.assertEqual(self.texts(), ["One.\n", "Two.\n"])

    def test_what_is_no_text_is_left_out_and_told(self):
        self.begin()
        self.commit(b"\x7fELF\0\0\0\1\0\0\0\xff\xfe" * 40, "a slip")
        self.commit("Two.\n", "mended")
        result = self.take(self.other, "article.txt")
        self.assertEqual((result.returncode, result.stdout), (0, b"Quay/cnn: 2 versions\n"))
        self.assertIn("Left out", result.stderr.decode())

    def test_what_cannot_be_taken_in(self):
        self.begin()
        self.snapshot("Here already.\n")
        self.assert_trouble(self.take(self.other, "article.txt"), "has a variant “Quay/cnn” already")
        self.assert_trouble(self.take(self.other, "nothing.txt"), "no file “nothing.txt”", self.other)
        self.assert_trouble(self.take(self.folder, "article.txt"), "is no git repository",
                            self.folder)
        self.assert_trouble(self.take(self.folder / "nowhere"), "nowhere", self.folder / "nowhere")
        self.assertEqual(self.texts(), ["Here already.\n"])

    def test_another_s_message_does_not_steer_the_terminal(self):
        self.begin()
        self.commit("Two.\n", "a \033[31mred\a word")
        self.take(self.other, "article.txt")
        self.assertIn(b"a \\x1b[31mred\\x07 word", self.ask("log", "Quay/cnn").stdout)

    def test_what_follows_the_date_in_a_file_s_name_need_be_no_time(self):
        pages = self.folder / "pages"
        pages.mkdir()
        (pages / "2014-04-16-2500 words.txt").write_text("Later.\n")
        (pages / "2014-04-15 1623.txt").write_text("Earlier.\n")
        self.take(pages)
        self.assertEqual(self.texts(), ["Earlier.\n", "Later.\n"])
        self.assertIn("  2014-04-16  ", self.ask("log", "Quay/cnn").stdout.decode())

    def test_a_folder_of_dated_files(self):
        pages = self.folder / "pages"
        pages.mkdir()
        for name, text in (("cnn-2014-04-17.txt", "Later.\n"), ("cnn-2014-04-16T16:23.txt", "Two.\n"),
                           ("cnn_20140416_0900.txt", "One.\n"), ("undated.txt", "Last.\n")):
            (pages / name).write_text(text)
        os.utime(pages / "undated.txt", (1500000000, 1500000000))
        result = self.take(pages)
        self.assertEqual((result.returncode, result.stdout), (0, b"Quay/cnn: 4 versions\n"),
                         result.stderr)
        self.assertEqual(self.texts(), ["One.\n", "Two.\n", "Later.\n", "Last.\n"])
        self.assertTrue(self.log("%cI").startswith("2014-04-16T09:00:00"))
        self.assertEqual(self.ask("show", "Quay/cnn@2014-04-16").stdout, b"Two.\n")
        self.assert_whole()


if __name__ == "__main__":
    unittest.main()
