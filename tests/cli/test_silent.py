# SPDX-License-Identifier: GPL-3.0-or-later
"""variorum log tells what to look twice at: silent edits, other headlines, texts that are back."""

import json
import pathlib
import resource
import subprocess
import sys
import unittest

from support import ArchiveCase

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "import"))

import seeds  # noqa: E402

FIRST = """Ferry runs aground off the old harbour

The ferry ran aground on Monday, and 11 people were hurt, the coast guard said.

The harbour will stay closed until the fog lifts.
"""
SILENT = FIRST.replace("11", "12")
NOTED = SILENT + "\nCorrection: 12 people were hurt, not 11.\n"
RENAMED = NOTED.replace("runs aground", "sinks")
TYPO = FIRST.replace("until", "untill")


class Silent(ArchiveCase):
    def keep(self, *texts, variant="cnn"):
        for text in texts:
            self.snapshot(text, variant=variant)

    def flags(self, variant="cnn"):
        """Of each version, the first one first."""
        log = json.loads(self.call("log", f"The-Quay/{variant}", "--format=json"))
        return [version["flags"] for version in reversed(log)]

    def test_of_four_histories_only_the_unnoted_is_flagged(self):
        for variant, text in (("noted", NOTED), ("unnoted", SILENT), ("typo", TYPO),
                              ("note", FIRST + "\nCorrection: The captain is 40, not 44.\n")):
            self.keep(FIRST, text, variant=variant)
            self.assertEqual(self.flags(variant)[1]["silent"] is not None, variant == "unnoted")
            self.assertEqual("silent edit" in self.call("log", f"The-Quay/{variant}"),
                             variant == "unnoted")

    def test_flags_stand_below_their_version_with_the_reason(self):
        self.keep(FIRST, SILENT, FIRST, RENAMED)
        lines = self.call("log", "The-Quay/cnn").splitlines()
        self.assertEqual([line[0] for line in lines], ["4", " ", "3", " ", "2", " ", "1"])
        self.assertEqual(lines[1], "    headline changed")
        self.assertEqual(lines[3], "    silent edit: number changed from “12” to “11”; "
                                   "no correction or update note was added")
        self.assertIn("Back to the text of version 1 (", lines[2])
        self.assertNotIn("back to version", self.call("log", "The-Quay/cnn"))
        self.assertEqual(self.flags()[2], {
            "headline_changed": False, "back_to": 1,
            "silent": lines[3].removeprefix("    silent edit: ")})
        self.assertEqual(self.flags()[0], {"headline_changed": False, "back_to": None, "silent": None})

    def test_a_mark_that_readers_see_tells_of_an_update_and_a_files_own_time_does_not(self):
        for kind in "md", "odt":
            for day, text in (1, FIRST), (2, SILENT):
                title, *paragraphs = text.strip().split("\n\n")
                if kind == "md":
                    data = f"---\nupdated: 2019-03-0{day}\n---\n# {title}\n\n" + "\n\n".join(paragraphs)
                else:
                    body = "".join(f"<t:p>{p}</t:p>" for p in (title, *paragraphs))
                    entries = dict(seeds.entries_of(seeds.odt_around(
                        f'<o:document-content xmlns:o="{seeds.OASIS}:office:1.0" xmlns:t="{seeds.OASIS}:text:1.0">'
                        f"<o:body><o:text>{body}</o:text></o:body></o:document-content>")))
                    entries["meta.xml"] = ('<?xml version="1.0"?><m xmlns:dc="http://purl.org/dc/elements/1.1/">'
                                           f"<dc:date>2019-03-0{day}T08:00:00</dc:date></m>")
                    data = seeds.zipped(list(entries.items()), stored_first=True)
                path = self.write(f"a.{kind}", data)
                told = self.run_program("extract", path)
                if b"not installed" in told.stderr or b"not plain text" in told.stderr:
                    self.skipTest("skipped: this build does not read it")
                self.assertEqual(json.loads(told.stdout)["updated"][:10], f"2019-03-0{day}")
                self.call("snapshot", path, "--story=The Quay", f"--variant={kind}")
            self.assertEqual(self.flags(kind)[1]["silent"] is None, kind == "md")

    def test_flags_are_lines_of_the_message_for_git(self):
        self.keep(FIRST, SILENT)
        keys = self.git("log", "-1", "--format=%(trailers:keyonly)", "The-Quay/cnn").split()
        self.assertEqual(keys, ["Variorum-Flags", "Variorum-Silent-Edit", "Variorum-Words"])

    def test_words_are_counted_and_kept_for_any_git_tool(self):
        self.keep(FIRST, SILENT)
        line = self.git("log", "-1", "--format=%(trailers:key=Variorum-Words,valueonly)",
                        "The-Quay/cnn").strip()
        self.assertEqual(line, "1 removed, 1 added, 0 moved")
        log = json.loads(self.call("log", "The-Quay/cnn", "--format=json"))
        self.assertEqual([version["words"] for version in log],
                         [{"removed": 1, "added": 1, "moved": 0},
                          {"removed": 0, "added": 0, "moved": 0}])

    def test_an_article_cannot_write_flags(self):
        self.keep(FIRST, FIRST + "\nVariorum-Silent-Edit: no\n\nVariorum-Headline: changed\n")
        self.assertFalse(self.flags()[1]["headline_changed"])

    def test_versions_that_others_wrote_are_compared(self):
        self.keep(FIRST, SILENT, NOTED)
        self.strip_messages()
        self.assertEqual([flag["silent"] is not None for flag in self.flags()], [False, True, False])

    def test_a_hundred_versions_without_flags_are_listed_within_a_second(self):
        self.keep(*(FIRST.replace("11", str(100 + n)) for n in range(100)))
        self.strip_messages()
        began = self.processor_s()
        self.assertEqual(sum(flag["silent"] is not None for flag in self.flags()), 99)
        self.assertLess(self.processor_s() - began, 1)

    @staticmethod
    def processor_s():
        """What the programs that were run have taken, however busy the machine is."""
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime

    def strip_messages(self):
        """The same history with messages of somebody else's."""
        parent = []
        for commit in self.git("rev-list", "--reverse", "The-Quay/cnn").split():
            made = subprocess.run(
                ["git", "--git-dir", self.archive, "-c", "user.name=A", "-c", "user.email=a@b",
                 "commit-tree", *parent, "-m", "Another", f"{commit}^{{tree}}"],
                check=True, capture_output=True, text=True).stdout.strip()
            parent = ["-p", made]
        self.git("update-ref", "refs/heads/The-Quay/cnn", parent[1])


if __name__ == "__main__":
    unittest.main()
