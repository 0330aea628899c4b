# SPDX-License-Identifier: GPL-3.0-or-later
"""What takes long to find out is found out once: what comparing versions told, where texts stood."""

import json
import sqlite3
import subprocess
import unittest

from support import AS_NOBODY, PROGRAM, clean_environment, needs_nobody
from test_archive_import import ImportCase

FERRY = """Ferry runs aground off the old harbour

The ferry ran aground on Monday, and {} people were hurt, the coast guard said.

The harbour will stay closed until the fog lifts.
"""
TOLD = "number changed from “11” to “12”; no correction or update note was added"


class KnownCase(ImportCase):
    """A history of another's making: nobody said what to look twice at."""

    def setUp(self):
        super().setUp()
        self.index = self.archive / "variorum-index.sqlite"

    def bring(self, *texts):
        self.begin()
        for number, text in enumerate(texts):
            self.commit(text, f"Version {number + 1}")
        self.assertEqual(self.take(self.other, "article.txt").returncode, 0)

    def list(self, **env):
        done = subprocess.run([PROGRAM, "log", "Quay/cnn", "--format=json", "--archive",
                               self.archive], capture_output=True, check=False,
                              env=clean_environment(**env), cwd=self.folder, timeout=60)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        return {v["number"]: v["flags"] for v in json.loads(done.stdout)}

    def ask_index(self, words, *values):
        database = sqlite3.connect(self.index)
        with database:
            rows = database.execute(words, values).fetchall()
        database.close()
        return rows


class Flags(KnownCase):
    def bring_ferry(self):
        self.bring(FERRY.format(11), FERRY.format(12), FERRY.format(11).replace("runs", "ran"),
                   FERRY.format(12))

    def test_what_was_found_once_is_not_looked_for_again(self):
        self.bring_ferry()
        first = self.list()
        self.assertEqual(first[3]["silent"], TOLD)
        self.assertEqual((first[4]["headline_changed"], first[5]["headline_changed"]), (True, True))
        self.assertEqual(first[5]["back_to"], 3)
        self.assertEqual(self.list(), first)
        # Whoever changes what is noted there sees that it is what the list goes by.
        self.ask_index("UPDATE flags SET lines = replace (lines, '12', '13') WHERE number = 3")
        self.assertEqual(self.list()[3]["silent"], TOLD.replace("12", "13"))

    def test_the_list_is_the_same_whatever_becomes_of_the_index(self):
        self.bring_ferry()
        first = self.list()
        good = self.index.read_bytes()
        for bad in (b"", b"This is no index.\n", good[:5000], good[:8192] + b"\xff" * 8192):
            self.index.write_bytes(bad)
            self.assertEqual(self.list(), first)
        self.index.unlink()
        self.index.mkdir()
        self.assertEqual(self.list(), first)

    def test_an_index_of_an_earlier_form_is_made_anew(self):
        self.bring_ferry()
        first = self.list()
        self.ask_index("UPDATE meta SET format = 1")
        self.assertEqual(self.list(), first)
        self.assertEqual(self.ask_index("SELECT format FROM meta"), [(2,)])
        self.assertEqual(self.ask("search", "aground").returncode, 0)
        self.assertEqual(self.list(), first)

    @needs_nobody
    def test_who_may_only_read_is_told_the_same(self):
        self.bring_ferry()
        for known in False, True:
            if known:
                first = self.list()
            for path in (self.folder, *self.archive.rglob("*"), self.archive):
                path.chmod(0o755 if path.is_dir() else 0o644)
            done = subprocess.run([*AS_NOBODY, PROGRAM, "log", "Quay/cnn", "--archive",
                                   self.archive], capture_output=True, cwd="/", timeout=60,
                                  check=False, env=clean_environment(HOME="/nonexistent"))
            self.assertEqual((done.returncode, done.stderr), (0, b""))
            self.assertIn(TOLD, done.stdout.decode())
            self.assertEqual(self.index.exists(), known)
        self.assertEqual(self.list(), first)

    def test_another_writing_the_index_is_not_waited_for(self):
        self.bring_ferry()
        first = self.list()
        database = sqlite3.connect(self.index, isolation_level=None)
        database.execute("BEGIN EXCLUSIVE")
        self.assertEqual(self.list(), first)
        database.execute("ROLLBACK")
        self.ask_index("DELETE FROM flags")
        database.execute("BEGIN IMMEDIATE")
        self.assertEqual(self.list(), first)
        database.close()
        self.assertEqual(self.ask_index("SELECT count(*) FROM flags"), [(0,)])

    def test_several_at_once_are_told_the_same(self):
        self.bring_ferry()
        running = [subprocess.Popen([PROGRAM, "log", "Quay/cnn", "--archive", self.archive],
                                    stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                    env=clean_environment()) for _ in range(8)]
        told = {program.communicate(timeout=60) for program in running}
        self.assertEqual(len(told), 1)
        self.assertEqual(told.pop()[1], b"")
        self.assertEqual(len(self.ask_index("SELECT * FROM flags")), 4)

    def test_reasons_are_in_the_language_of_who_asks(self):
        self.bring_ferry()
        self.assertEqual(self.list()[3]["silent"], TOLD)
        self.ask_index("UPDATE flags SET lines = replace (lines, 'number', 'digit')")
        # Nobody has found anything out for readers of Esperanto yet.
        self.assertEqual(self.list(LANGUAGE="eo")[3]["silent"], TOLD)
        self.assertEqual(self.list()[3]["silent"], TOLD.replace("number", "digit"))

    def test_of_another_s_versions_in_between_nothing_old_is_told(self):
        self.bring_ferry()
        self.list()
        ids = self.git("rev-list", "--reverse", "refs/heads/Quay/cnn").stdout.split()
        self.git("update-ref", "refs/heads/Quay/cnn", ids[1])
        self.assertEqual(self.snapshot(FERRY.format(40)).returncode, 0)
        self.commit_by_hand(FERRY.format(41))
        told = self.list()
        self.assertIn("“40” to “41”", told[4]["silent"])
        self.assertEqual(len(told), 4)

    def commit_by_hand(self, text):
        """As git makes one, without a word on what changed."""
        source = self.folder / "by-hand.md"
        source.write_text("\n".join(text.split("\n\n")))
        blob = self.git("hash-object", "-w", str(source)).stdout.strip()
        tree = self.git("ls-tree", "refs/heads/Quay/cnn").stdout
        lines = [line if "article.md" not in line else f"100644 blob {blob}\tarticle.md"
                 for line in tree.splitlines()]
        made = subprocess.run(["git", "--git-dir", self.archive, "mktree"], check=True, text=True,
                              input="\n".join(lines) + "\n", capture_output=True).stdout.strip()
        commit = subprocess.run(["git", "--git-dir", self.archive, "-c", "user.name=A", "-c",
                                 "user.email=a@b", "commit-tree", made, "-m", "by hand", "-p",
                                 "refs/heads/Quay/cnn"], check=True, text=True,
                                capture_output=True).stdout.strip()
        self.git("update-ref", "refs/heads/Quay/cnn", commit)

    def test_what_is_erased_is_not_in_the_index_either(self):
        self.bring_ferry()
        self.list()
        self.assertIn(TOLD.encode(), self.index.read_bytes())
        self.assertEqual(self.ask("rm", "Quay/cnn").returncode, 0)
        self.assertEqual(self.ask("archive", "empty-trash").returncode, 0)
        for path in self.archive.rglob("variorum-index*"):
            self.assertNotIn(TOLD.encode(), path.read_bytes(), path)


class Texts(KnownCase):
    def bring_long(self):
        """More versions than are gone through without being noted."""
        self.bring(*(f"Ships at the quay: {number}.\n" for number in range(400)))

    def back(self, text):
        result = self.snapshot(text)
        self.assertEqual(result.returncode, 0, result.stderr)
        last = json.loads(self.ask("log", "Quay/cnn", "--format=json").stdout)[0]
        self.assertEqual(last["flags"]["back_to"] is not None, "Back to" in last["summary"])
        return last["flags"]["back_to"]

    def test_a_text_that_is_back_is_told_with_the_last_version_that_had_it(self):
        self.bring_long()
        quay = "Ships at the quay: {}.\n".format
        self.assertEqual(self.back(quay(7)), 9)
        self.assertEqual(self.ask_index("SELECT n_listed FROM variants"), [(401,)])
        self.assertEqual(self.back(quay(300)), 302)
        self.assertEqual(self.back(quay(7)), 402)
        self.assertEqual(self.back("A text of its own.\n"), None)
        self.assertEqual(self.back(quay(300)), 403)
        self.assertEqual(self.back("One.\n"), 1)

    def test_a_text_that_stands_in_another_variant_is_not_back(self):
        self.bring_long()
        self.assertEqual(self.back("Ships at the quay: 7.\n"), 9)
        self.assertEqual(self.snapshot("Elsewhere.\n", "other").returncode, 0)
        self.assertEqual(self.back("Elsewhere.\n"), None)
        self.assertEqual(self.back("Ships at the quay: 7.\n"), 402)

    def test_whatever_becomes_of_the_index_the_number_is_right(self):
        self.bring_long()
        self.assertEqual(self.back("Ships at the quay: 7.\n"), 9)
        self.ask_index("UPDATE texts SET id = ? WHERE number = 100", "0" * 40)
        self.assertEqual(self.back("Ships at the quay: 98.\n"), 100)
        self.ask_index("UPDATE variants SET listed = ?", "f" * 40)
        self.assertEqual(self.back("Ships at the quay: 97.\n"), 99)
        self.ask_index("UPDATE variants SET listed = 'no id'")
        self.assertEqual(self.back("Ships at the quay: 96.\n"), 98)
        self.index.write_bytes(b"This is no index.\n")
        self.assertEqual(self.back("Ships at the quay: 95.\n"), 97)

    def test_after_a_rewind_nothing_is_told_of_what_is_gone(self):
        self.bring_long()
        self.assertEqual(self.back("Ships at the quay: 7.\n"), 9)
        ids = self.git("rev-list", "--reverse", "refs/heads/Quay/cnn").stdout.split()
        self.git("update-ref", "refs/heads/Quay/cnn", ids[349])
        self.assertEqual(self.back("Ships at the quay: 380.\n"), None)
        self.assertEqual(self.back("Ships at the quay: 7.\n"), 9)


if __name__ == "__main__":
    unittest.main()
