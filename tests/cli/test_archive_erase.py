# SPDX-License-Identifier: GPL-3.0-or-later
"""What is erased for good is nowhere in the archive, and no sync brings it back unasked."""

import json
import shutil
import subprocess
import unittest
import zlib

from test_archive_keep import KeepCase
from test_archive_harm import TEXTS

SECRETS = ["The minister’s private number is 555-0199 and nobody may know it.\n\nShips wait.\n",
           "The minister’s private number is 555-0188 and nobody may know it.\n\nShips wait.\n",
           "The minister’s private number was changed at once.\n\nShips wait outside.\n"]
WORD = b"minister"


def inflate_all(data):
    """Whatever is deflated anywhere in a file, as objects in packs and loose ones are."""
    at = 0
    while (at := data.find(b"x", at)) >= 0:
        if int.from_bytes(data[at:at + 2], "big") % 31 == 0:
            try:
                yield zlib.decompressobj().decompress(data[at:])
            except zlib.error:
                pass
        at += 1


class Erase(KeepCase):
    def setUp(self):
        super().setUp()
        self.remote, self.mine = self.folder / "between.git", self.archive
        subprocess.run(["git", "init", "-q", "--bare", self.remote], check=True)

    def fill_secrets(self):
        self.fill()
        for text in SECRETS:
            self.assertEqual(self.snapshot(text, "leak").returncode, 0)
        self.ask("label", "Quay/leak@1", "minister")
        self.assertEqual(self.ask("search", "minister").returncode, 0)

    def assert_gone(self):
        for path in self.archive.rglob("*"):
            self.assertNotIn("leak", str(path))
            if path.is_file():
                data = path.read_bytes()
                self.assertNotIn(WORD, data.lower(), path)
                for inflated in inflate_all(data):
                    self.assertNotIn(WORD, inflated.lower(), path)
        self.assertEqual(self.ask("search", "minister").returncode, 1)
        self.assertNotIn(WORD, (self.archive / "variorum-index.sqlite").read_bytes())
        self.assertEqual(self.check()["problems"], [])
        self.assert_whole()

    def erase(self):
        for words in (("rm", "Quay/leak"), ("archive", "empty-trash")):
            self.assertEqual(self.ask(*words).returncode, 0)

    def test_from_packs_and_the_index(self):
        self.fill_secrets()
        self.erase()
        self.assert_gone()
        self.assertEqual(self.texts(), ["\n".join(t.split("\n\n")) for t in TEXTS])

    def test_from_what_git_makes_of_an_archive(self):
        """Deltas, loose objects, a commit graph, an index of packs, packs kept, packed refs."""
        self.fill_secrets()
        self.git("config", "core.logAllRefUpdates", "false")
        self.git("gc", "-q", "--prune=now")
        self.snapshot("Said anew. " + SECRETS[0], "leak")
        self.git("commit-graph", "write", "--reachable")
        self.git("multi-pack-index", "write")
        pack = sorted((self.archive / "objects/pack").glob("*.pack"))[0]
        pack.with_suffix(".keep").write_text("")
        pack.with_suffix(".mtimes").write_bytes(b"minister")
        shutil.copy(pack, self.folder / "copy.pack")
        subprocess.run(["git", "--git-dir", self.archive, "unpack-objects", "-q"],
                       input=(self.folder / "copy.pack").read_bytes(), check=True)
        self.erase()
        self.assert_gone()

    def test_from_what_killed_programs_left(self):
        self.fill_secrets()
        folder = self.archive / "objects/pack"
        data = next(folder.glob("*.pack")).read_bytes() + zlib.compress(WORD)
        for name in ("tmp_pack_Ab3dEf", "tmp_vr_X", "pack_git2_12345", "pack-half.pack"):
            (folder / name).write_bytes(data)
        incoming = self.archive / "objects/tmp_objdir-incoming-Xyz/pack"
        incoming.mkdir(parents=True)
        (incoming / "tmp_pack_1").write_bytes(data)
        self.erase()
        self.assert_gone()

    def sync(self, *words):
        done = self.ask("archive", "sync", *words, self.remote, "--format=json")
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def test_a_sync_does_not_bring_it_back(self):
        self.fill_secrets()
        self.sync()
        self.erase()
        self.assertEqual(self.sync(), {"received": 0, "joined": 0, "sent": 0, "left_out": 0})
        self.assert_gone()
        self.archive = self.folder / "other.git"
        self.assertEqual(self.sync()["received"], 2)
        self.assertEqual(self.snapshot("Added there: the minister.\n", "leak").returncode, 0)
        self.assertEqual(self.sync()["sent"], 1)
        self.archive = self.mine
        self.sync()
        self.assert_gone()

    def test_it_comes_back_when_asked_for(self):
        self.fill_secrets()
        ids = self.ids("Quay/leak")
        self.sync()
        self.erase()
        self.snapshot("Begun anew.\n", "leak")
        self.assertEqual(self.sync()["left_out"], 1)
        self.assertEqual(self.texts("Quay/leak"), ["Begun anew.\n"])
        said = self.ask("archive", "sync", self.remote).stdout.decode()
        self.assertIn("--with-erased", said)
        self.assertEqual(self.sync("--with-erased")["received"], 1)
        self.assertLessEqual(set(ids), set(self.ids("Quay/leak")))
        self.assertEqual(self.sync(), {"received": 0, "joined": 0, "sent": 0, "left_out": 0})
        self.assert_whole()

    def test_what_was_restored_in_time_is_synced(self):
        self.fill_secrets()
        self.sync()
        self.ask("rm", "Quay/leak")
        self.ask("archive", "restore-trash", "Quay/leak")
        self.assertEqual(self.ask("archive", "empty-trash").returncode, 0)
        self.snapshot("More of it.\n", "leak")
        self.assertEqual(self.sync()["sent"], 1)

    def test_a_repair_remembers(self):
        self.fill_secrets()
        self.sync()
        self.erase()
        (self.archive / "HEAD").unlink()
        self.assertIsNotNone(self.repair()["old"])
        self.sync()
        self.assert_gone()


del KeepCase

if __name__ == "__main__":
    unittest.main()
