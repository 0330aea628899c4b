# SPDX-License-Identifier: GPL-3.0-or-later
"""variorum note: what a reporter makes of a change stays with the version."""

import json
import random
import subprocess
import time
import unittest
import zlib

from support import PROGRAM, ArchiveCase, clean_environment, damage_pack

MONDAY = "The quay is shut.\n\nShips wait outside. Nobody knows why, the mayor said.\n"
TUESDAY = "The quay is open.\n\nShips wait outside.\n"
CUT = "They cut the mayor’s quote without saying so."


class Notes(ArchiveCase):
    def setUp(self):
        super().setUp()
        self.snapshot(MONDAY)
        self.snapshot(TUESDAY)

    def notes(self, version="The-Quay/cnn"):
        return json.loads(self.call("note", version, "--format=json"))

    def texts(self, version="The-Quay/cnn"):
        return [note["text"] for note in self.notes(version)]

    def check(self):
        return json.loads(self.call("archive", "check", "--format=json"))["problems"]

    def test_a_note_is_kept_with_its_version(self):
        self.assertEqual(self.call("note", "The-Quay/cnn"), "")
        self.assertRegex(self.call("note", "The-Quay/cnn@2", "-m", CUT),
                         r"\AThe-Quay/cnn: note 1 on version [0-9a-f]{7}\n\Z")
        self.assertEqual(self.texts(), [CUT])
        self.assertEqual(self.texts("The-Quay/cnn@1"), [])
        note = self.notes()[0]
        self.assertRegex(note["time"], r"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d(:\d\d)?)\Z")
        self.assertIn("@", note["author"])
        self.assertEqual((note["at"], note["paragraph"]), (None, None))
        self.assertIn(f"   {CUT}\n", self.call("note", "The-Quay/cnn"))

    def test_it_is_about_a_sentence(self):
        self.call("note", "The-Quay/cnn@1", "-m", CUT, "--at", "nobody KNOWS")
        note = self.notes("The-Quay/cnn@1")[0]
        self.assertEqual((note["at"], note["paragraph"]), ("Nobody knows why, the mayor said.", 2))
        self.assertIn("paragraph 2: “Nobody knows why, the mayor said.”",
                      self.call("note", "The-Quay/cnn@1"))
        for words in ("zebra", "", "shut. Ships"):
            self.assertIn("stands in no paragraph",
                          self.call("note", "The-Quay/cnn@1", "-m", CUT, "--at", words, status=2))
        self.snapshot("Fog.\n\nFog.\n")
        self.assertIn("stands in 2 sentences",
                      self.call("note", "The-Quay/cnn", "-m", CUT, "--at", "fog", status=2))

    def test_it_comes_from_a_file_or_a_pipe(self):
        path = self.write("note.txt", "Größe\r\n\r\n  „fehlt“\r\n".encode("utf-16"))
        self.call("note", "The-Quay/cnn", "-F", path)
        self.call("note", "The-Quay/cnn", "--file=-", stdin="Piped.\n".encode())
        self.assertEqual(self.texts(), ["Größe\n\n  „fehlt“", "Piped."])
        self.call("note", "The-Quay/cnn", "-F", self.folder / "none.txt", status=2)

    def test_one_is_taken_away(self):
        for words in ("One.", "Two.", "Three."):
            self.call("note", "The-Quay/cnn", "-m", words)
        self.assertIn("is gone", self.call("note", "The-Quay/cnn", "--remove=2"))
        self.assertEqual(self.texts(), ["One.", "Three."])
        for number in ("3", "0", "-1", "x"):
            self.assertIn("from 1 to 2",
                          self.call("note", "The-Quay/cnn", f"--remove={number}", status=2))
        self.assertIn("has no note", self.call("note", "The-Quay/cnn@1", "--remove=1", status=2))

    def test_the_history_tells_of_them(self):
        self.call("note", "The-Quay/cnn@1", "-m", "First line.\nSecond.")
        lines = self.call("log", "The-Quay/cnn").split("\n")
        self.assertRegex(lines[-2], r"\A    note 1 by .+: First line\. …\Z")
        newest, oldest = json.loads(self.call("log", "The-Quay/cnn", "--format=json"))
        self.assertEqual(newest["notes"], [])
        self.assertEqual(oldest["notes"], self.notes("The-Quay/cnn@1"))

    def test_a_version_that_is_shown_tells_of_them_beside_its_text(self):
        self.call("note", "The-Quay/cnn", "-m", CUT)
        done = self.run_program("show", "The-Quay/cnn", "--archive", self.archive)
        self.assertEqual(done.stdout.decode(), "The quay is open.\nShips wait outside.\n")
        self.assertIn("has 1 note; “variorum note The-Quay/cnn” prints it", done.stderr.decode())
        shown = json.loads(self.call("show", "The-Quay/cnn", "--format=json"))
        self.assertEqual((shown["story"], shown["notes"]), ("The Quay", self.notes()))
        first = self.run_program("show", "The-Quay/cnn@1", "--archive", self.archive)
        self.assertEqual(first.stderr, b"")

    def test_git_shows_them(self):
        self.call("note", "The-Quay/cnn", "-m", CUT)
        log = self.git("log", "--notes=The-Quay/cnn", "The-Quay/cnn")
        self.assertIn(f"      {CUT}\n", log)
        self.assertIn(CUT, self.git("log", "--notes=*", "The-Quay/cnn"))

    def test_a_version_may_be_named_by_its_id_alone(self):
        commit = self.git("rev-parse", "The-Quay/cnn~1").strip()
        self.call("note", commit[:9], "-m", CUT)
        self.call("label", commit, "monday")
        self.assertEqual(self.texts("The-Quay/cnn@monday"), [CUT])

    def test_what_makes_no_sense_is_told(self):
        for words, says in ((["note"], "needs one version"),
                            (["note", "The-Quay/cnn", "-m", " \n "], "needs words"),
                            (["note", "The-Quay/cnn", "-m", "x", "-F", "y"], "one of"),
                            (["note", "The-Quay/cnn", "-m", "x", "--remove=1"], "one of"),
                            (["note", "The-Quay/cnn", "--at=x"], "--at needs a note"),
                            (["note", "The-Quay/bbc", "-m", "x"], "There is no variant"),
                            (["note", "The-Quay/cnn@7"], "There is no version"),
                            (["note", "The-Quay/cnn", "--format=xml"], "--format")):
            self.assertIn(says, self.call(*words, status=2))

    def test_nothing_in_a_note_steers_the_terminal(self):
        self.call("note", "The-Quay/cnn", "-m", "\x1b[2Jgone\tand \x07on")
        for words in (["note"], ["log"]):
            self.assertNotRegex(self.call(*words, "The-Quay/cnn"), "[\x1b\x07]")
        self.assertEqual(self.texts(), ["\x1b[2Jgone\tand \x07on"])

    def test_they_go_into_the_trash_and_out_again(self):
        self.call("note", "The-Quay/cnn", "-m", CUT)
        self.call("rm", "The-Quay")
        self.assertEqual(self.git("for-each-ref", "refs/notes"), "")
        self.call("archive", "restore-trash", "The-Quay")
        self.assertEqual(self.texts(), [CUT])
        self.assertEqual(self.check(), [])

    def test_what_is_erased_takes_its_notes_along(self):
        secret = "The source is Ms Walters of the harbour office, room 217 on the second floor."
        self.snapshot("Leaked.\n", variant="leak")
        self.call("note", "The-Quay/leak", "-m", secret)
        self.call("note", "The-Quay/cnn", "-m", secret)
        self.call("note", "The-Quay/cnn", "-m", CUT)
        self.call("note", "The-Quay/cnn", "--remove=1")
        self.call("rm", "The-Quay/leak")
        self.call("archive", "empty-trash")
        self.git("fsck", "--strict")
        objects = self.git("cat-file", "--batch-all-objects", "--batch-check=%(objectname)")
        for name in objects.split():
            self.assertNotIn("Walters", self.git("cat-file", "-p", name))
        for path in self.archive.rglob("*"):
            if path.is_file():
                self.assertNotIn(zlib.compress(secret.encode(), 1)[6:20], path.read_bytes())
        self.assertEqual(self.texts(), [CUT])

    def test_a_damaged_note_is_told_and_the_others_are_saved(self):
        self.call("note", "The-Quay/cnn@1", "-m", "Whole.")
        self.call("note", "The-Quay/cnn@2", "-m", CUT)
        before = self.notes("The-Quay/cnn@1")
        commit = self.git("rev-parse", "The-Quay/cnn").strip()
        blob = self.git("rev-parse", f"refs/notes/The-Quay/cnn:{commit}").strip()
        data = subprocess.run(["git", "--git-dir", self.archive, "cat-file", "blob", blob],
                              check=True, capture_output=True).stdout
        damage_pack(self.archive, zlib.compress(data, 1))
        done = self.run_program("archive", "check", "--archive", self.archive, "--format=json")
        kinds = {problem["kind"]: problem for problem in json.loads(done.stdout)["problems"]}
        self.assertEqual(kinds["note"]["name"], "The-Quay/cnn")
        self.assertIn("damaged", self.call("note", "The-Quay/cnn", status=2))
        report = json.loads(self.call("archive", "repair", "--format=json"))
        self.assertIn("The-Quay/cnn: some of the notes are lost.", report["changes"])
        self.assertEqual(self.notes("The-Quay/cnn@1"), before)
        self.assertEqual(self.check(), [])

    def test_a_story_may_be_called_as_the_folders_of_the_archive_are(self):
        for story in ("notes", "comparisons", "seen", "sources"):
            self.call("snapshot", self.write("a.txt", f"{story}.\n"), f"--story={story}",
                      "--variant=cnn", "--label=first")
            self.call("note", f"{story}/cnn", "-m", CUT)
        refs = self.git("for-each-ref")
        damage_pack(self.archive, zlib.compress("\n".join(MONDAY.split("\n\n")).encode(), 1))
        self.call("archive", "repair")
        self.assertEqual(self.git("for-each-ref"), refs)

    def test_whoever_is_killed_has_added_a_note_or_none(self):
        told = 0
        for i in range(24):
            process = subprocess.Popen([PROGRAM, "note", "The-Quay/cnn", "-m", f"Note {i}.",
                                        "--archive", self.archive], env=clean_environment(),
                                       stdout=subprocess.PIPE)
            time.sleep(random.random() * 0.08)
            process.kill()
            told += process.communicate()[0].count(b"note")
            self.assertEqual(self.check(), [])
            self.assertGreaterEqual(len(self.texts()), told)
        self.call("note", "The-Quay/cnn", "-m", CUT)
        self.assertEqual(self.texts()[-1], CUT)
        self.assertEqual(self.texts(), list(dict.fromkeys(self.texts())))

    def test_a_version_that_gets_another_id_keeps_its_notes(self):
        self.snapshot("A third one.\n")
        self.call("note", "The-Quay/cnn@3", "-m", CUT)
        self.call("note", "The-Quay/cnn@2", "-m", "Lost with it.")
        before = self.notes("The-Quay/cnn@3")
        for text in ("The quay is open.\nShips wait outside.\n", TUESDAY):
            damage_pack(self.archive, zlib.compress(text.encode(), 1))
        report = json.loads(self.call("archive", "repair", "--format=json"))
        self.assertTrue([line for line in report["changes"] if "lost with it" in line], report)
        self.assertEqual(self.notes("The-Quay/cnn@2"), before)
        self.assertEqual(self.check(), [])


class Sync(ArchiveCase):
    """Two people, and a repository between them."""

    def setUp(self):
        super().setUp()
        self.mine, self.theirs = self.folder / "mine.git", self.folder / "theirs.git"
        self.remote = self.folder / "between.git"
        subprocess.run(["git", "init", "-q", "--bare", self.remote], check=True)
        self.archive = self.mine
        self.snapshot(MONDAY)
        self.sync(self.mine)
        self.sync(self.theirs)

    def at(self, archive):
        self.archive = archive
        return self

    def sync(self, archive):
        self.at(archive).call("archive", "sync", self.remote)

    def texts(self, archive):
        return sorted(note["text"] for note in
                      json.loads(self.at(archive).call("note", "The-Quay/cnn", "--format=json")))

    def refs(self, archive):
        return self.at(archive).git("for-each-ref")

    def test_notes_of_both_are_joined(self):
        self.at(self.mine).call("note", "The-Quay/cnn", "-m", "Mine.")
        self.at(self.theirs).call("note", "The-Quay/cnn", "-m", "Theirs.")
        before = self.at(self.mine).git("rev-parse", "The-Quay/cnn")
        for archive in (self.mine, self.theirs, self.mine):
            self.sync(archive)
        self.assertEqual(self.texts(self.mine), ["Mine.", "Theirs."])
        self.assertEqual(self.refs(self.mine), self.refs(self.theirs))
        self.assertEqual(self.refs(self.mine), self.refs(self.remote))
        self.assertEqual(self.at(self.mine).git("rev-parse", "The-Quay/cnn"), before)

    def test_what_one_took_away_the_other_does_not_bring_back(self):
        self.at(self.mine).call("note", "The-Quay/cnn", "-m", "Wrong.")
        self.sync(self.mine)
        self.sync(self.theirs)
        self.at(self.mine).call("note", "The-Quay/cnn", "--remove=1")
        self.at(self.theirs).call("note", "The-Quay/cnn", "-m", "Right.")
        for archive in (self.theirs, self.mine, self.theirs):
            self.sync(archive)
        self.assertEqual(self.texts(self.mine), ["Right."])
        self.assertEqual(self.texts(self.theirs), ["Right."])
        self.assertEqual(self.refs(self.mine), self.refs(self.theirs))

    def test_what_is_in_the_trash_is_neither_sent_nor_brought_back(self):
        self.at(self.mine).call("note", "The-Quay/cnn", "-m", "Mine alone.")
        self.at(self.mine).call("rm", "The-Quay")
        self.at(self.theirs).call("note", "The-Quay/cnn", "-m", "Theirs.")
        for archive in (self.mine, self.theirs, self.mine):
            self.sync(archive)
        self.assertEqual(self.texts(self.theirs), ["Theirs."])
        self.assertNotIn("refs/notes", self.refs(self.mine).replace("refs/trash/notes", ""))

    def test_notes_of_other_people_s_branches_are_left_alone(self):
        subprocess.run(["git", "--git-dir", self.remote, "-c", "user.name=x", "-c",
                        "user.email=x@example.org", "notes", "--ref=other/branch", "add", "-m",
                        "Not ours.", "The-Quay/cnn"], check=True, capture_output=True)
        before = self.at(self.remote).git("rev-parse", "refs/notes/other/branch")
        self.at(self.mine).call("note", "The-Quay/cnn", "-m", "Mine.")
        self.sync(self.mine)
        self.assertEqual(self.at(self.remote).git("rev-parse", "refs/notes/other/branch"), before)
        self.assertNotIn("other/branch", self.refs(self.mine))


if __name__ == "__main__":
    unittest.main()
