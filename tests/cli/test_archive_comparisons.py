# SPDX-License-Identifier: GPL-3.0-or-later
"""Saved comparisons in the archive: kept with a story, opened again, given back as they were."""

import json
import pathlib
import subprocess
import unittest
import zlib

from support import OLD, ArchiveCase, damage_pack

NAME = "The-Quay/both.variorum"


class Comparisons(ArchiveCase):
    def setUp(self):
        super().setUp()
        self.snapshot(OLD)
        self.file = self.save("both.variorum")

    def save(self, name, *options):
        path = self.folder / name
        self.compare(*self.pair(), "--save", path, *options, status=1)
        return path

    def keep(self, *words):
        return self.call("snapshot", self.file, "--story=The Quay", *words)

    def test_it_comes_back_byte_by_byte(self):
        self.assertRegex(self.keep(), rf"\A{NAME}: version [0-9a-f]{{7}}\n\Z")
        copy = self.folder / "copy.variorum"
        self.call("restore", NAME, "-o", copy)
        self.assertEqual(copy.read_bytes(), self.file.read_bytes())

    def test_it_is_listed_with_its_story_and_is_no_article(self):
        self.keep()
        self.keep("--variant=For the editor?")
        self.assertEqual(self.call("stories"), "The-Quay\n  cnn\n  For-the-editor.variorum\n"
                                               "  both.variorum\n")
        self.assertEqual(json.loads(self.call("stories", "--format=json")),
                         [{"story": "The-Quay", "variants": ["cnn"],
                           "comparisons": ["For-the-editor.variorum", "both.variorum"]}])
        self.assertEqual(self.git("branch", "--format=%(refname:short)"), "The-Quay/cnn\n")
        self.assertNotIn("variorum", self.call("search", "harbour"))

    def test_a_story_may_have_nothing_else(self):
        self.call("snapshot", self.file, "--story=Alone")
        self.assertEqual(json.loads(self.call("stories", "--format=json"))[0],
                         {"story": "Alone", "variants": [], "comparisons": ["both.variorum"]})

    def test_it_is_compared_as_it_was_saved(self):
        self.keep()
        wanted = self.compare(self.file)
        for word in (NAME, f"archive:{NAME}", f"{NAME}@1"):
            self.assertEqual(self.compare(word, "--archive", self.archive, status=1), wanted)
        found = self.compare_json(NAME, "--archive", self.archive)
        self.assertEqual(found["old"]["path"], self.compare_json(self.file)["old"]["path"])

    def test_kept_again_it_has_versions(self):
        self.keep("--label=first")
        self.assertIn("unchanged since version", self.keep())
        first = self.file.read_bytes()
        self.file = self.save("both.variorum", "--strict")
        self.keep()
        newest, oldest = json.loads(self.call("log", NAME, "--format=json"))
        self.assertEqual((newest["number"], oldest["labels"]), (2, ["first"]))
        self.assertIn("old.txt", oldest["summary"])
        copy = self.folder / "copy.variorum"
        self.call("restore", f"{NAME}@first", "-o", copy)
        self.assertEqual(copy.read_bytes(), first)
        self.call("restore", NAME, "-o", copy)
        self.assertEqual(copy.read_bytes(), self.file.read_bytes())
        self.assertEqual(len(self.call("log", NAME).splitlines()), 2)

    def test_it_takes_notes(self):
        self.keep()
        self.call("note", NAME, "-m", "For Thursday’s meeting.")
        self.assertIn("For Thursday’s meeting.", self.call("log", NAME))

    def test_it_is_no_article_to_be_compared_or_shown(self):
        self.keep()
        article = self.write("one.txt", OLD)
        for words in ((NAME, article), (article, NAME)):
            self.fails("compare", *words, "--archive", self.archive,
                       says="is a saved comparison, not an article")
        for command in ("show", "blame"):
            self.assertIn("is a saved comparison", self.call(command, NAME, status=2))
        self.fails("compare", "The-Quay/cnn", "--archive", self.archive, says="saved comparison")
        self.fails("compare", "The-Quay/none.variorum", "--archive", self.archive,
                   says="neither a file nor a version")

    def test_what_cannot_be_kept_is_told(self):
        broken = self.write("broken.variorum", self.file.read_bytes()[:-200])
        self.assertIn("broken.variorum",
                      self.call("snapshot", broken, "--story=Quay", status=2))
        for option in ("--published=2014-04-16", "--language=en", "--encoding=utf-8"):
            self.assertIn("is kept as it is", self.call("snapshot", self.file, "--story=Quay",
                                                        option, status=2))
        self.assertIn("needs a name", self.call("snapshot", "-", "--story=Quay", status=2,
                                                stdin=self.file.read_bytes()))
        self.assertIn("its --story", self.call("snapshot", self.file, status=2))
        article = self.write("one.txt", OLD)
        self.assertIn("its --variant", self.call("snapshot", article, "--story=Quay", status=2))
        self.assertIn("cannot be called", self.call("snapshot", article, "--story=Quay",
                                                    "--variant=a.variorum", status=2))
        self.assertEqual(self.call("stories"), "The-Quay\n  cnn\n")

    def test_from_standard_input_it_needs_a_name_only(self):
        self.call("snapshot", "-", "--story=The Quay", "--variant=piped",
                  stdin=self.file.read_bytes())
        self.call("restore", "The-Quay/piped.variorum", "-o", self.folder / "copy")
        self.assertEqual((self.folder / "copy").read_bytes(), self.file.read_bytes())

    def test_it_goes_into_the_trash_and_is_erased(self):
        self.keep()
        self.call("note", NAME, "-m", "With a note.")
        self.assertEqual(self.call("rm", NAME), f"{NAME}: in the trash\n")
        self.assertEqual(self.call("stories"), "The-Quay\n  cnn\n")
        self.assertEqual(self.call("archive", "trash"), f"{NAME}\n")
        self.call("archive", "restore-trash", NAME)
        self.assertIn("With a note.", self.call("note", NAME))
        self.call("rm", "The-Quay")
        self.assertEqual(json.loads(self.call("archive", "trash", "--format=json")),
                         [NAME, "The-Quay/cnn"])
        self.call("archive", "restore-trash", "The-Quay/cnn")
        self.assertEqual(self.call("archive", "empty-trash"), f"{NAME}: erased for good\n")
        objects = self.git("cat-file", "--batch-all-objects", "--batch-check=%(objectname)")
        for name in objects.split():
            self.assertNotIn("variorum-document", self.git("cat-file", "-p", name))
        self.assertEqual(self.call("stories"), "The-Quay\n  cnn\n")

    def test_it_is_checked_and_repaired(self):
        self.keep()
        first = self.file.read_bytes()
        self.file = self.save("both.variorum", "--strict")
        self.keep()
        self.assertIn("All is there", self.call("archive", "check"))
        damage_pack(self.archive, zlib.compress(self.file.read_bytes(), 1))
        done = self.run_program("archive", "check", "--archive", self.archive, "--format=json")
        problems = json.loads(done.stdout)["problems"]
        self.assertIn(("comparison", NAME), [(p["kind"], p["name"]) for p in problems])
        report = json.loads(self.call("archive", "repair", "--format=json"))
        self.assertIn(f"{NAME}: versions of the saved comparison are lost.", report["changes"])
        self.call("restore", NAME, "-o", self.folder / "copy")
        self.assertEqual((self.folder / "copy").read_bytes(), first)
        self.assertIn("All is there", self.call("archive", "check"))

    def test_two_people_have_the_same(self):
        mine, theirs = self.archive, self.folder / "theirs.git"
        remote = self.folder / "between.git"
        subprocess.run(["git", "init", "-q", "--bare", remote], check=True)
        self.keep()
        self.call("archive", "sync", remote)
        self.archive = theirs
        self.call("archive", "sync", remote)
        self.call("restore", NAME, "-o", self.folder / "copy")
        self.assertEqual((self.folder / "copy").read_bytes(), self.file.read_bytes())
        self.file = self.save("both.variorum", "--strict")
        self.keep()
        self.archive = mine
        self.file = self.save("both.variorum", "--ignore-case")
        self.keep()
        for archive in (mine, theirs, mine):
            self.archive = archive
            self.call("archive", "sync", remote)
        self.assertEqual(len(json.loads(self.call("log", NAME, "--format=json"))), 4)
        ends = set()
        for archive in (mine, theirs, pathlib.Path(remote)):
            self.archive = archive
            ends.add(self.git("for-each-ref", "refs/comparisons"))
        self.assertEqual(len(ends), 1)


if __name__ == "__main__":
    unittest.main()
