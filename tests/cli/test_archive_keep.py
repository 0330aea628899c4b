# SPDX-License-Identifier: GPL-3.0-or-later
"""The archive checked and repaired, its trash filled and emptied."""

import json
import pathlib
import shutil
import subprocess
import unittest
import zlib

from support import damage_pack
from test_archive_harm import ArchiveCase, TEXTS

MORE = ["The quay was shut again.\n\nShips left.\n", "The quay is a museum now.\n\nShips are shown.\n"]


def packed(text):
    """How a snapshot stores the text, a paragraph a line."""
    return zlib.compress("\n".join(text.split("\n\n")).encode(), 1)


class KeepCase(ArchiveCase):
    def fill_more(self):
        for text in TEXTS + MORE:
            self.assertEqual(self.snapshot(text).returncode, 0)

    def ids(self, name="Quay/cnn"):
        result = self.ask("log", name, "--format=json")
        self.assertEqual(result.returncode, 0, result.stderr)
        return [version["id"] for version in reversed(json.loads(result.stdout))]

    def texts(self, name="Quay/cnn"):
        return [self.ask("show", f"{name}@{i + 1}").stdout.decode()
                for i in range(len(self.ids(name)))]

    def damage(self, what, *more):
        return damage_pack(self.archive, what, *more)

    def check(self):
        result = self.ask("archive", "check", "--format=json")
        self.assertIn(result.returncode, (0, 1), result.stderr)
        report = json.loads(result.stdout)
        self.assertEqual(result.returncode, 1 if report["problems"] else 0)
        return report

    def kinds(self):
        return sorted(problem["kind"] for problem in self.check()["problems"])

    def repair(self):
        result = self.ask("archive", "repair", "--format=json")
        self.assertEqual(result.returncode, 0, result.stderr)
        return json.loads(result.stdout)

    def object_of(self, kind, version):
        """The deflated bytes of an object, as they are in the pack."""
        data = self.git("cat-file", kind, version).stdout
        return zlib.compress(data.encode(), 1)


class Check(KeepCase):
    def test_what_is_whole_is_called_so(self):
        self.fill_more()
        result = self.ask("archive", "check")
        self.assertEqual((result.returncode, result.stderr), (0, b""))
        self.assertIn("5 versions", result.stdout.decode())
        self.assertIn("All is there", result.stdout.decode())

    def test_each_loss_is_named_with_its_version(self):
        self.fill_more()
        ids = self.ids()
        self.damage(packed(TEXTS[1]))
        report = self.check()
        problem = [p for p in report["problems"] if p["kind"] == "text"][0]
        self.assertEqual((problem["name"], problem["id"]), ("Quay/cnn", ids[1]))
        self.assertIn(ids[1][:7], problem["words"])
        self.assertIn("text", self.ask("archive", "check").stdout.decode())

    def test_a_source_that_is_lost(self):
        self.fill_more()
        self.damage(zlib.compress(TEXTS[2].encode(), 1))
        self.assertIn("source", self.kinds())

    def test_half_of_what_was_never_finished_is_no_loss(self):
        self.fill()
        whole = next((self.archive / "objects/pack").glob("*.pack"))
        self.snapshot("Never told.\n", "other")
        for path in (self.archive / "objects/pack").glob("*.idx"):
            if self.git("verify-pack", "-v", str(path)).stdout.find(
                    self.git("rev-parse", "refs/heads/Quay/other").stdout.strip()) >= 0:
                path.unlink()
        self.git("update-ref", "-d", "refs/heads/Quay/other")
        for kind in ("heads", "sources"):
            (self.archive / "refs" / kind / "Quay/other").unlink(missing_ok=True)
        self.assertEqual(self.check()["problems"], [])
        whole.with_suffix(".idx").unlink()
        self.assertIn("pack", self.kinds())

    def test_no_archive_at_all(self):
        for command in ("check", "repair", "trash"):
            self.assert_trouble(self.ask("archive", command), "There is no archive")
        self.archive = self.folder
        for command in ("check", "repair", "trash"):
            self.assert_trouble(self.ask("archive", command), "is no archive")


class Repair(KeepCase):
    def assert_repaired(self, kinds=()):
        self.assertEqual(self.kinds(), sorted(kinds))
        self.assert_whole()

    def test_nothing_is_done_where_nothing_is_wrong(self):
        self.fill()
        report = self.repair()
        self.assertIsNone(report["old"])
        self.assertEqual(report["problems"], [])

    def test_a_text_comes_back_from_its_source(self):
        self.fill_more()
        ids, texts = self.ids(), self.texts()
        self.damage(packed(TEXTS[1]))
        report = self.repair()
        self.assertTrue(pathlib.Path(report["old"]).is_dir())
        self.assertEqual((self.ids(), self.texts()), (ids, texts))
        self.assertEqual(report["changes"], [])
        self.assert_repaired()
        self.assertEqual(self.snapshot("And on.\n").returncode, 0)

    def test_a_version_that_is_lost_leaves_the_others(self):
        self.fill_more()
        ids, texts = self.ids(), self.texts()
        self.ask("label", "Quay/cnn@2", "second")
        self.ask("label", "Quay/cnn@4", "fourth")
        self.damage(packed(TEXTS[1]))
        self.damage(zlib.compress(TEXTS[1].encode(), 1))
        report = self.repair()
        self.assertEqual(self.texts(), texts[:1] + texts[2:])
        self.assertEqual(self.ids()[0], ids[0])
        words = "\n".join(report["changes"])
        self.assertIn(f"version {ids[1][:7]} is lost", words)
        self.assertIn("second: the label is lost", words)
        self.assertEqual(self.ask("show", "Quay/cnn@fourth").stdout.decode(), texts[3])
        self.assert_repaired()

    def test_a_commit_that_is_lost_does_not_take_those_before_it(self):
        self.fill_more()
        ids, texts = self.ids(), self.texts()
        self.damage(self.object_of("commit", ids[2]))
        self.assertIn("version", self.kinds())
        self.repair()
        self.assertEqual(self.texts(), texts[:2] + texts[3:])
        self.assertEqual(self.ids()[:2], ids[:2])
        self.assert_repaired()

    def test_what_was_known_is_made_again(self):
        self.fill_more()
        texts = self.texts()
        blob = self.git("rev-parse", "refs/heads/Quay/cnn~1:article.json").stdout.strip()
        self.damage(self.object_of("blob", blob))
        self.assertIn("metadata", self.kinds())
        self.repair()
        self.assertEqual(self.texts(), texts)
        copy = self.folder / "copy.txt"
        self.assertEqual(self.ask("restore", "Quay/cnn@4", "-o", copy).returncode, 0)
        self.assertEqual(copy.read_text(), MORE[0])
        self.assert_repaired()

    def test_a_source_that_is_lost_stays_lost_and_is_told(self):
        self.fill_more()
        ids, texts = self.ids(), self.texts()
        self.damage(zlib.compress(TEXTS[2].encode(), 1))
        self.repair()
        self.assertEqual((self.ids(), self.texts()), (ids, texts))
        self.assert_repaired(["source"])
        self.assertIsNone(self.repair()["old"])

    def test_a_truncated_pack(self):
        self.fill_more()
        ids, texts = self.ids(), self.texts()
        pack = self.damage(packed(TEXTS[1]), b"", 0)
        with pack.open("r+b") as file:
            file.truncate(pack.stat().st_size - 25)
        self.repair()
        self.assertEqual(self.texts()[-3:], texts[-3:])
        self.assertEqual(self.ids()[0], ids[0])
        self.assert_whole()

    def test_indexes_that_are_lost_or_wrong(self):
        self.fill_more()
        ids, texts = self.ids(), self.texts()
        indexes = sorted((self.archive / "objects/pack").glob("*.idx"))
        indexes[0].unlink()
        for index in indexes[1:]:
            index.chmod(0o600)
            data = bytearray(index.read_bytes())
            data[-60] ^= 0x70
            data[40] ^= 0xff
            index.write_bytes(data)
        self.repair()
        self.assertEqual((self.ids(), self.texts()), (ids, texts))
        self.assert_repaired()

    def test_joined_packs_give_back_what_bits_did_not_hit(self):
        self.fill_more()
        ids = self.ids()
        self.git("gc", "-q", "--prune=now")
        pack = next((self.archive / "objects/pack").glob("*.pack"))
        pack.chmod(0o600)
        data = bytearray(pack.read_bytes())
        data[len(data) // 2] ^= 0x10
        pack.write_bytes(data)
        self.repair()
        self.assertGreaterEqual(len(self.ids()), len(ids) - 2)
        self.assert_whole()

    def test_each_damaged_one_is_kept(self):
        self.fill()
        for _ in range(3):
            (self.archive / "HEAD").unlink()
            self.assertTrue(pathlib.Path(self.repair()["old"]).is_dir())
        self.assertEqual(len(list(self.folder.glob("kept.git.damaged-*"))), 3)
        self.assert_repaired()

    def test_lost_refs_and_files(self):
        self.fill_more()
        ids, texts = self.ids(), self.texts()
        (self.archive / "refs/heads/Quay/cnn").write_text("nothing\n")
        (self.archive / "HEAD").unlink()
        (self.archive / "config").write_text("[[[")
        self.repair()
        self.assertEqual((self.ids(), self.texts()), (ids, texts))
        self.assert_repaired()
        shutil.rmtree(self.archive / "refs")
        self.repair()
        self.assertEqual((self.ids(), self.texts()), (ids, texts))

    def test_a_program_that_waits_writes_into_the_repaired_archive(self):
        self.fill_more()
        self.damage(packed(TEXTS[1]))
        file = self.write("late.txt", "Late.\n")
        with (self.archive / "variorum.lock").open("r+b") as lock:
            import fcntl
            fcntl.flock(lock, fcntl.LOCK_EX)
            from support import PROGRAM, clean_environment
            late = subprocess.Popen([PROGRAM, "snapshot", file, "-s", "Quay", "-v", "late",
                                     "--archive", str(self.archive)], env=clean_environment(),
                                    stdout=subprocess.DEVNULL)
            mend = subprocess.Popen([PROGRAM, "archive", "repair", "--archive", str(self.archive)],
                                    env=clean_environment(), stdout=subprocess.DEVNULL)
            fcntl.flock(lock, fcntl.LOCK_UN)
        self.assertEqual((late.wait(30), mend.wait(30)), (0, 0))
        self.assertEqual(self.texts("Quay/late"), ["Late.\n"])
        self.assert_repaired()


class Trash(KeepCase):
    def names(self):
        return self.ask("stories").stdout.decode().split()

    def test_there_and_back(self):
        self.fill()
        self.snapshot("Other.\n", "bbc")
        self.snapshot(TEXTS[-1])
        self.ask("label", "Quay/cnn@1", "first")
        before = self.ask("log", "Quay/cnn", "--format=json").stdout
        result = self.ask("rm", "Quay/cnn")
        self.assertEqual((result.returncode, result.stdout), (0, b"Quay/cnn: in the trash\n"))
        self.assertEqual(self.names(), ["Quay", "bbc"])
        self.assertEqual(self.ask("archive", "trash").stdout, b"Quay/cnn\n")
        self.assert_trouble(self.ask("show", "Quay/cnn"), "There is no")
        self.assertEqual(self.ask("archive", "restore-trash", "Quay/cnn").returncode, 0)
        self.assertEqual(self.ask("log", "Quay/cnn", "--format=json").stdout, before)
        self.assertEqual(self.ask("archive", "trash").stdout, b"")
        self.assert_whole()

    def test_a_whole_story(self):
        self.fill()
        self.snapshot("Other.\n", "bbc")
        result = self.ask("rm", "Quay", "--format=json")
        self.assertEqual(json.loads(result.stdout), ["Quay/bbc", "Quay/cnn"])
        self.assertEqual(self.names(), [])
        self.assertEqual(self.ask("archive", "restore-trash", "Quay").returncode, 0)
        self.assertEqual(self.names(), ["Quay", "bbc", "cnn"])

    def test_what_is_not_there_or_taken(self):
        self.fill()
        self.assert_trouble(self.ask("rm", "Quay/nbc"), "There is no variant")
        self.assert_trouble(self.ask("archive", "restore-trash", "Quay/nbc"), "There is no")
        self.ask("rm", "Quay/cnn")
        self.snapshot("New.\n")
        self.assert_trouble(self.ask("archive", "restore-trash", "Quay/cnn"), "has another")
        self.assert_trouble(self.ask("rm", "Quay/cnn"), "has another")
        self.assertEqual(self.ask("show", "Quay/cnn").stdout, b"New.\n")

    def test_emptied_is_gone(self):
        secret = "The minister’s private number is 555-0199 and nobody may know it.\n"
        self.fill()
        self.snapshot(secret, "leak")
        blob = self.git("rev-parse", "refs/heads/Quay/leak:article.md").stdout.strip()
        ids, texts = self.ids(), self.texts()
        self.assertEqual(self.ask("search", "minister").returncode, 0)
        self.ask("rm", "Quay/leak")
        self.assertEqual(self.git("cat-file", "-e", blob).returncode, 0)
        result = self.ask("archive", "empty-trash")
        self.assertEqual(result.stdout, b"Quay/leak: erased for good\n")
        self.assertNotEqual(self.git("cat-file", "-e", blob).returncode, 0)
        deflated = zlib.compress(secret.encode(), 1)[6:20]
        for path in self.archive.rglob("*"):
            if path.is_file():
                self.assertNotIn(deflated, path.read_bytes(), path)
                self.assertNotIn(b"minister", path.read_bytes(), path)
                self.assertNotIn("leak", str(path))
        self.assertEqual((self.ids(), self.texts()), (ids, texts))
        self.assertEqual(self.check()["problems"], [])
        self.assert_whole()

    def test_a_damaged_archive_is_not_emptied(self):
        self.fill_more()
        self.snapshot("Other.\n", "bbc")
        self.ask("rm", "Quay/bbc")
        self.damage(packed(TEXTS[1]))
        self.assert_trouble(self.ask("archive", "empty-trash"), "archive repair")
        self.assertEqual(self.ask("archive", "trash").stdout, b"Quay/bbc\n")

    def test_the_trash_survives_a_repair(self):
        self.fill_more()
        self.snapshot("Other.\n", "bbc")
        self.ask("rm", "Quay/bbc")
        self.damage(packed(TEXTS[1]))
        self.repair()
        self.assertEqual(self.ask("archive", "restore-trash", "Quay/bbc").returncode, 0)
        self.assertEqual(self.texts("Quay/bbc"), ["Other.\n"])


if __name__ == "__main__":
    unittest.main()
