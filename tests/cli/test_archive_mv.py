# SPDX-License-Identifier: GPL-3.0-or-later
"""Variants and stories get other names: all of it moves, no id changes, nothing is lost."""

import json
import os
import random
import subprocess
import time
import unittest

from support import PROGRAM, clean_environment
from test_archive_harm import ArchiveCase, TEXTS
from test_archive_sync import SyncCase


class Mv(ArchiveCase):
    def refs(self):
        lines = self.git("for-each-ref", "--format=%(refname) %(objectname)").stdout.splitlines()
        return {line for line in lines if not line.startswith(("refs/moved/", "refs/records/"))}

    def mv(self, old, new):
        result = self.ask("mv", old, new, "--format=json")
        self.assertEqual(result.returncode, 0, result.stderr)
        return [(change["from"], change["to"]) for change in json.loads(result.stdout)]

    def log(self, name):
        return json.loads(self.ask("log", name, "--format=json").stdout)

    def keep_all_kinds(self):
        self.fill()
        self.assertEqual(self.snapshot(TEXTS[-1]).returncode, 0)
        self.assertEqual(self.ask("label", "Quay/cnn@2", "as printed").returncode, 0)
        self.assertEqual(self.ask("note", "Quay/cnn@2", "-m", "Called the harbour.").returncode, 0)

    def keep_comparison(self):
        saved = self.folder / "opening.variorum"
        old, new = self.write("old.txt", TEXTS[0]), self.write("new.txt", TEXTS[1])
        self.run_program("compare", old, new, f"--save={saved}", "-o", "/dev/null")
        self.assertEqual(self.ask("snapshot", saved, "-s", "Quay").returncode, 0)
        return saved.read_bytes()

    def test_a_variant_moves_with_all_that_it_has(self):
        self.keep_all_kinds()
        before, log = self.refs(), self.log("Quay/cnn")
        self.assertEqual(len(before), 5)
        self.assertEqual(self.mv("Quay/cnn", "Quay/The Courier"), [("Quay/cnn", "Quay/The-Courier")])
        self.assertEqual(self.refs(), {ref.replace("Quay/cnn", "Quay/The-Courier") for ref in before})
        self.assertEqual(self.log("Quay/The-Courier"), log)
        self.assertEqual(self.ask("show", "Quay/The-Courier@as-printed").stdout.decode(),
                         "The quay is open.\nShips wait outside.\n")
        self.assertIn("Called the harbour.", self.ask("note", "Quay/The-Courier@2").stdout.decode())
        copy = self.folder / "copy.txt"
        self.ask("restore", "Quay/The-Courier@3", "-o", copy)
        self.assertEqual(copy.read_text(), TEXTS[2])
        self.assert_trouble(self.ask("log", "Quay/cnn"), "Quay/cnn")
        self.assert_whole()

    def test_in_words(self):
        self.fill()
        self.assertEqual(self.ask("mv", "Quay", "Harbour").stdout.decode(),
                         "Quay/cnn is now Harbour/cnn\n")

    def test_a_story_is_renamed_with_its_variants(self):
        self.fill()
        self.snapshot(TEXTS[0], "bbc")
        self.assertEqual(self.mv("Quay", "The harbour"), [("Quay/bbc", "The-harbour/bbc"),
                                                          ("Quay/cnn", "The-harbour/cnn")])
        self.assertEqual(len(self.log("The-harbour/cnn")), 3)
        self.assertNotIn(b"Quay", self.ask("stories").stdout)

    def test_saved_comparisons_go_with_their_story_or_alone(self):
        self.keep_all_kinds()
        whole = self.keep_comparison()
        self.mv("Quay", "Harbour")
        self.assertEqual(self.mv("Harbour/opening.variorum", "Harbour/The first day"),
                         [("Harbour/opening.variorum", "Harbour/The-first-day.variorum")])
        copy = self.folder / "copy.variorum"
        self.ask("restore", "Harbour/The-first-day.variorum", "-o", copy)
        self.assertEqual(copy.read_bytes(), whole)
        self.assertNotIn("Quay", str(self.refs()))
        self.assert_whole()

    def test_a_variant_joins_another_story_under_its_name(self):
        self.fill()
        self.assertEqual(self.mv("Quay/cnn", "Harbour"), [("Quay/cnn", "Harbour/cnn")])
        self.snapshot(TEXTS[0], "bbc")
        self.assertEqual(self.mv("Quay", "Harbour"), [("Quay/bbc", "Harbour/bbc")])
        self.assertEqual(self.mv("Harbour/bbc", "Quay/wire"), [("Harbour/bbc", "Quay/wire")])

    def test_a_name_that_is_taken_changes_nothing(self):
        self.fill()
        self.snapshot(TEXTS[0], "bbc")
        self.snapshot(TEXTS[1], "wire")
        before = self.refs()
        self.assert_trouble(self.ask("mv", "Quay/cnn", "Quay/bbc"), "another “Quay/bbc” already")
        self.mv("Quay/wire", "Harbour/bbc")
        self.assert_trouble(self.ask("mv", "Quay", "Harbour"), "another “Harbour/bbc” already")
        self.mv("Harbour/bbc", "Quay/wire")
        self.assertEqual(self.refs(), before)

    def test_one_sentence_for_what_cannot_be(self):
        self.fill()
        for old, new, words in (("Quay/nobody", "Quay/x", "no story or variant “Quay/nobody”"),
                                ("Nowhere", "Quay", "no story or variant “Nowhere”"),
                                ("Quay/cnn", "Quay/cnn", "is called so already"),
                                ("Quay/cnn", "Quay/…", None), ("Quay/cnn", "//", "is no name"),
                                ("Quay", "Quay/x", "is a story"), ("Quay/cnn", "", "is no name")):
            result = self.ask("mv", old, new)
            if words is not None:
                self.assertEqual(result.returncode, 2, (old, new, result.stdout))
                self.assertEqual(result.stderr.count(b"\n"), 1)
                self.assertIn(words, result.stderr.decode())
            else:
                self.mv("Quay/…", "Quay/cnn")
        self.assertEqual(self.ask("mv", "Quay").returncode, 2)

    def test_there_and_back_is_as_before(self):
        self.keep_all_kinds()
        before = self.refs()
        self.mv("Quay/cnn", "Harbour/bbc")
        self.mv("Harbour/bbc", "Quay/cnn")
        self.assertEqual(self.refs(), before)

    def test_the_trash_takes_all_of_what_was_renamed(self):
        self.keep_all_kinds()
        self.mv("Quay", "Harbour")
        before = self.refs()
        self.ask("rm", "Harbour/cnn")
        self.assertEqual(self.ask("stories").stdout, b"")
        self.ask("archive", "restore-trash", "Harbour")
        self.assertEqual(self.refs(), before)
        self.ask("rm", "Harbour")
        self.assertEqual(self.ask("archive", "empty-trash").returncode, 0)
        self.assertEqual(self.ask("archive", "check").returncode, 0)

    def test_search_finds_it_under_its_new_name(self):
        self.fill()
        self.assertIn(b"Quay/cnn", self.ask("search", "came in at noon").stdout)
        self.mv("Quay", "Harbour")
        found = self.ask("search", "came in at noon").stdout
        self.assertIn(b"Harbour/cnn", found)
        self.assertNotIn(b"Quay/cnn", found)

    def test_killed_at_any_moment_one_name_has_everything(self):
        self.keep_all_kinds()
        names = ["Quay/cnn", "Harbour/bbc"]
        chance = random.Random(int(os.environ.get("VARIORUM_SEED", "4")))
        log, whole = self.log(names[0]), self.refs()
        for i in range(24):
            cut = subprocess.Popen([PROGRAM, "mv", *names, "--archive", str(self.archive)],
                                   env=clean_environment(), stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
            time.sleep(chance.random() * 0.04)
            cut.kill()
            cut.wait()
            self.assert_whole()
            left = [name for name in names if whole
                    <= {ref.replace(name, "Quay/cnn") for ref in self.refs()}]
            self.assertTrue(left, (i, self.refs()))
            self.ask("mv", *names)
            self.assertEqual({ref.replace(names[1], "Quay/cnn") for ref in self.refs()}, whole)
            self.assertEqual(self.log(names[1]), log)
            names.reverse()


class MovedSync(SyncCase):
    """What others still call by its old name finds the new one."""

    def mv(self, archive, old, new):
        result = self.at(archive).ask("mv", old, new)
        self.assertEqual(result.returncode, 0, result.stderr)

    def variants(self, archive):
        lines = self.at(archive).git("for-each-ref", "--format=%(refname)", "refs/heads").stdout
        return [line[len("refs/heads/"):] for line in lines.splitlines()]

    def begin(self):
        self.put(self.mine, TEXTS[0])
        self.sync(self.mine)
        self.sync(self.other)

    def test_the_old_name_does_not_come_back(self):
        self.begin()
        self.mv(self.mine, "Quay/cnn", "Harbour/cnn")
        for _ in range(2):
            self.sync(self.mine)
            self.assertEqual(self.variants(self.mine), ["Harbour/cnn"])
        self.sync(self.other)
        # It was renamed in one archive; the others have both.
        self.assertEqual(self.variants(self.other), ["Harbour/cnn", "Quay/cnn"])
        self.assertEqual(self.log(self.other, "Harbour/cnn"), self.log(self.other))

    def test_what_others_add_under_the_old_name_arrives(self):
        self.begin()
        self.mv(self.mine, "Quay/cnn", "Harbour/cnn")
        self.mv(self.mine, "Harbour", "Port")
        self.put(self.other, TEXTS[1])
        self.at(self.other).ask("label", "Quay/cnn@2", "second")
        self.sync(self.other)
        self.assertEqual(self.sync(self.mine)["received"], 1)
        self.assertEqual(self.variants(self.mine), ["Port/cnn"])
        self.assertEqual(len(self.log(self.mine, "Port/cnn")), 2)
        self.assertEqual(self.log(self.mine, "Port/cnn")[0]["labels"], ["second"])

    def test_back_both_names_come_to_one(self):
        self.begin()
        self.mv(self.mine, "Quay/cnn", "Harbour/cnn")
        self.sync(self.mine)
        self.mv(self.mine, "Harbour/cnn", "Quay/cnn")
        self.sync(self.mine)
        self.assertEqual(self.variants(self.mine), ["Quay/cnn"])

    def test_and_thrown_away_it_stays_away(self):
        self.begin()
        self.mv(self.mine, "Quay/cnn", "Harbour/cnn")
        self.at(self.mine).ask("rm", "Harbour/cnn")
        self.sync(self.mine)
        self.assertEqual(self.variants(self.mine), [])

    def test_erased_for_good_it_comes_back_under_no_name(self):
        self.begin()
        self.mv(self.mine, "Quay/cnn", "Harbour/cnn")
        self.mv(self.mine, "Harbour", "Port")
        self.at(self.mine).ask("rm", "Port/cnn")
        self.at(self.mine).ask("archive", "empty-trash")
        self.sync(self.mine)
        self.assertEqual(self.variants(self.mine), [])

    def test_a_new_one_of_the_old_name_is_its_own(self):
        self.begin()
        self.mv(self.mine, "Quay/cnn", "Harbour/cnn")
        self.put(self.mine, "Something else of that name.\n")
        self.assertEqual(self.variants(self.mine), ["Harbour/cnn", "Quay/cnn"])
        ids = {name: self.log(self.mine, name)[0]["id"] for name in self.variants(self.mine)}
        # There, under the old name, stands what was renamed: it is no news here.
        self.sync(self.mine)
        self.assertEqual(self.log(self.mine, "Harbour/cnn")[0]["id"], ids["Harbour/cnn"])
        self.assertIn(ids["Quay/cnn"], [v["id"] for v in self.log(self.mine, "Quay/cnn")])


if __name__ == "__main__":
    unittest.main()
