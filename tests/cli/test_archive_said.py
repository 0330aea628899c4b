# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said of a variant besides its versions, its titles and labels, is as it was said last."""

import json
import subprocess
import time
import unittest

from test_archive_harm import TEXTS
from test_archive_sync import SyncCase


class Said(SyncCase):
    def do(self, archive, *words):
        done = self.at(archive).ask(*words)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.decode()

    def sync_all(self):
        for archive in (self.mine, self.other, self.mine):
            self.sync(archive)

    def labels(self, archive, name="Quay/cnn"):
        return {label: version["number"] for version in self.log(archive, name)
                for label in version.get("labels", [])}


class Titles(Said):
    def keep(self, story, variant, text=TEXTS[0]):
        path = self.write("kept.txt", text)
        self.do(self.archive, "snapshot", path, "--story", story, "--variant", variant)

    def next_titles(self, archive, name):
        story, variant = name.split("/")
        self.at(archive).keep(story, variant, f"Tide {time.monotonic_ns()}.\n")
        kept = json.loads(self.git("show", f"{name}:article.json").stdout)
        return kept["story"], kept["variant"]

    def test_what_is_typed_for_a_new_name_is_its_title(self):
        self.keep("The Quay", "CNN: page one")
        self.do(self.mine, "mv", "The-Quay/CNN-page-one", "The Quay, rebuilt/CNN, all pages")
        self.assertEqual(self.next_titles(self.mine, "The-Quay,-rebuilt/CNN,-all-pages"),
                         ("The Quay, rebuilt", "CNN, all pages"))

    def test_a_slug_that_is_typed_takes_no_title_away(self):
        self.keep("The Quay", "CNN: page one")
        self.do(self.mine, "mv", "The-Quay/CNN-page-one", "The-Quay/Page two?")
        self.assertEqual(self.next_titles(self.mine, "The-Quay/Page-two"),
                         ("The Quay", "Page two?"))
        self.do(self.mine, "mv", "The-Quay", "The Pier, new")
        self.assertEqual(self.next_titles(self.mine, "The-Pier,-new/Page-two"),
                         ("The Pier, new", "Page two?"))

    def test_a_variant_that_moves_takes_the_title_of_its_new_story(self):
        self.keep("The Quay", "cnn")
        self.keep("The other pier", "bbc")
        self.do(self.mine, "mv", "The-Quay/cnn", "The-other-pier")
        self.assertEqual(self.next_titles(self.mine, "The-other-pier/cnn")[0], "The other pier")

    def test_a_title_alone_is_changed(self):
        self.keep("The quay", "CNN page")
        said = self.do(self.mine, "mv", "The-quay/CNN-page", "The-quay/CNN  page")
        self.assertEqual(said, "The-quay/CNN-page is now titled “The quay”, “CNN  page”\n")
        self.assertEqual(self.next_titles(self.mine, "The-quay/CNN-page"), ("The quay", "CNN  page"))
        done = self.at(self.mine).ask("mv", "The-quay/CNN-page", "The-quay/CNN  page")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"is called so already", done.stderr)

    def test_no_title_steers_the_terminal(self):
        self.keep("Quay", "cnn")
        said = self.do(self.mine, "mv", "Quay/cnn", "Quay/cnn\x1b??")
        self.assertNotIn("\x1b", said)
        self.assertIn("is now titled", said)

    def test_a_slash_in_a_variants_title_stays(self):
        self.keep("Quay", "cnn")
        self.do(self.mine, "mv", "Quay/cnn", "Quay/CNN 16/4/2014")
        self.assertEqual(self.next_titles(self.mine, "Quay/CNN-16-4-2014")[1], "CNN 16/4/2014")

    def test_others_get_the_title_with_the_name(self):
        self.at(self.mine).keep("The Quay", "cnn")
        self.do(self.mine, "mv", "The-Quay", "The Quay, 2014")
        self.sync_all()
        self.assert_equal_ends_but_names()
        self.assertEqual(self.next_titles(self.other, "The-Quay,-2014/cnn")[0], "The Quay, 2014")

    def assert_equal_ends_but_names(self):
        ends = [{ref for ref in self.refs(archive) if not ref.startswith("refs/moved/")}
                for archive in (self.mine, self.other, self.remote)]
        self.assertEqual(ends[0], ends[1])
        self.assertEqual(ends[0], ends[2])

    def test_a_title_goes_into_the_trash_and_out_again_and_into_a_file(self):
        self.keep("The Quay", "cnn")
        self.do(self.mine, "mv", "The-Quay", "The Quay, 2014")
        self.do(self.mine, "rm", "The-Quay,-2014")
        self.assertNotIn("refs/records/", self.git("for-each-ref").stdout)
        self.do(self.mine, "archive", "restore-trash", "The-Quay,-2014/cnn")
        whole = self.folder / "whole.bundle"
        self.do(self.mine, "archive", "export", whole)
        self.do(self.other, "archive", "import", whole)
        self.assertEqual(self.next_titles(self.other, "The-Quay,-2014/cnn")[0], "The Quay, 2014")


class Labels(Said):
    def setUp(self):
        super().setUp()
        self.at(self.mine).fill()
        self.do(self.mine, "label", "Quay/cnn@1", "printed")
        self.sync_all()
        self.assertEqual(self.labels(self.other), {"printed": 1})

    def remove(self, archive, label="printed"):
        self.do(archive, "label", "--remove", "Quay/cnn@1", label)

    def test_one_that_was_taken_away_stays_away_everywhere(self):
        self.remove(self.mine)
        self.sync_all()
        self.assertEqual(self.labels(self.mine), {})
        self.assertEqual(self.labels(self.other), {})
        self.assert_equal_ends()

    def test_it_is_gone_from_whoever_has_it_still(self):
        self.remove(self.mine)
        self.sync(self.mine)
        self.assertEqual(self.labels(self.other), {"printed": 1})
        self.put(self.other, TEXTS[0] + "And more.\n")
        self.sync(self.other)
        self.assertEqual(self.labels(self.other), {})
        self.sync(self.mine)
        self.assert_equal_ends()

    def test_it_can_be_given_anew(self):
        self.remove(self.mine)
        self.sync_all()
        self.do(self.other, "label", "Quay/cnn@1", "printed")
        self.sync(self.other)
        self.sync(self.mine)
        self.assertEqual(self.labels(self.mine), {"printed": 1})
        self.assert_equal_ends()

    def test_one_that_was_moved_back_stays_there(self):
        self.do(self.mine, "label", "Quay/cnn@3", "printed")
        self.sync_all()
        self.assertEqual(self.labels(self.other), {"printed": 3})
        self.do(self.other, "label", "Quay/cnn@1", "printed")
        self.sync(self.other)
        self.sync(self.mine)
        self.assertEqual(self.labels(self.mine), {"printed": 1})
        self.assert_equal_ends()

    def test_of_a_variant_that_was_renamed_too(self):
        self.do(self.mine, "mv", "Quay/cnn", "Quay/CNN page")
        self.do(self.mine, "label", "--remove", "Quay/CNN-page@1", "printed")
        self.sync_all()
        self.assertEqual(self.labels(self.mine, "Quay/CNN-page"), {})
        self.assertNotIn("refs/tags/", "".join(self.refs(self.remote)))

    def test_an_old_file_does_not_bring_it_back(self):
        whole = self.folder / "whole.bundle"
        self.do(self.mine, "archive", "export", whole)
        self.remove(self.mine)
        self.do(self.mine, "archive", "import", whole)
        self.assertEqual(self.labels(self.mine), {})

    def test_a_tag_of_gits_own_is_taken_away_as_well(self):
        commit = self.at(self.remote).git("rev-parse", "Quay/cnn~2").stdout.strip()
        subprocess.run(["git", "--git-dir", self.remote, "-c", "user.name=Ann", "-c",
                        "user.email=ann@example.org", "tag", "-a", "-m", "x", "Quay/cnn/heavy",
                        commit], check=True)
        self.sync(self.mine)
        self.assertEqual(self.labels(self.mine), {"printed": 1, "heavy": 1})
        self.remove(self.mine, "heavy")
        self.sync_all()
        self.assertEqual(self.labels(self.other), {"printed": 1})

    def test_what_a_record_of_nonsense_says_changes_nothing(self):
        blob = subprocess.run(["git", "--git-dir", self.remote, "hash-object", "-w", "--stdin"],
                              input=b"\xff\tlabel\n18446744073709551616\tstory\nlabel printed\n\n",
                              check=True, capture_output=True).stdout.decode().strip()
        self.at(self.remote).git("update-ref", "refs/records/Quay/cnn", blob)
        self.sync(self.mine)
        self.assertEqual(self.labels(self.mine), {"printed": 1})
        self.at(self.mine).assert_whole()


if __name__ == "__main__":
    unittest.main()
