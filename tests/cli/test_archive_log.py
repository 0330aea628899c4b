# SPDX-License-Identifier: GPL-3.0-or-later
"""variorum log reads the files of the archive, and says what the program with libgit2 says."""

import json
import os
import pathlib
import random
import shutil
import subprocess
import unittest

from support import PROGRAM, clean_environment
from test_archive_harm import FLIPS, TEXTS
from test_archive_sync import SyncCase

FORMATS = "--format=text", "--format=json"
LANGUAGES = {}, {"LANGUAGE": "de", "LC_ALL": "C.UTF-8", "TZ": "Asia/Kathmandu"}
# Libgit2 1.5 itself forgets some bytes when it meets damage.
QUIET = {"ASAN_OPTIONS": "detect_leaks=0"}


class LogCase(SyncCase):
    def setUp(self):
        super().setUp()
        # By itself it has nobody to ask.
        (self.folder / "alone").mkdir()
        self.alone = shutil.copy(PROGRAM, self.folder / "alone")

    def log(self, program, *words, name="Quay/cnn", **env):
        return subprocess.run([program, "log", name, *words, "--archive", self.archive],
                              capture_output=True, env=clean_environment(**env), timeout=60,
                              check=False)

    def opened(self, *words, **more):
        return self.log(pathlib.Path(PROGRAM).with_name("variorum-archive"), *words, **QUIET,
                        **more)

    def assert_equal_or_asked(self, *words, **more):
        """Whether it had to ask; what it says otherwise is what it would have been told."""
        alone = self.log(self.alone, *words, **more)
        if alone.returncode == 2 and b"needs the program" in alone.stderr:
            self.assertEqual(alone.stdout, b"")
            return True
        told = self.opened(*words, **more)
        self.assertEqual((alone.returncode, alone.stdout, alone.stderr),
                         (told.returncode, told.stdout, told.stderr))
        self.assertEqual(alone.returncode, 0)
        return False

    def assert_answers(self, *names):
        """The files tell all of it, in every format and language."""
        for name in names or ("Quay/cnn",):
            for format_ in FORMATS:
                for env in LANGUAGES:
                    self.assertFalse(self.assert_equal_or_asked(format_, name=name, **env), name)

    def assert_asks(self, name="Quay/cnn"):
        """They do not; then it says what the other program says, whatever that is."""
        for format_ in FORMATS:
            self.assertTrue(self.assert_equal_or_asked(format_, name=name))
            whole, told = self.log(PROGRAM, format_, name=name, **QUIET), self.opened(format_, name=name)
            self.assertEqual((whole.returncode, whole.stdout, whole.stderr),
                             (told.returncode, told.stdout, told.stderr))
        return told

    def call(self, *words):
        done = self.ask(*words)
        self.assertEqual(done.returncode, 0, done.stderr)

    def put_many(self, n, variant="cnn"):
        for i in range(n):
            self.put(self.archive, f"The Quay\n\nShip {i} waits at the quay since {i % 7} hours.\n",
                     variant)

    def unpack(self, *packs):
        """What is in packs, a file each."""
        for pack in packs:
            data = pack.read_bytes()
            pack.with_suffix(".idx").unlink()
            pack.unlink()
            subprocess.run(["git", "--git-dir", self.archive, "unpack-objects", "-q"], input=data,
                           check=True)

    def packs(self):
        return sorted((self.archive / "objects/pack").glob("*.pack"))

    def deltas(self):
        """How many commits are told by what differs from another one."""
        rows = [row.split() for pack in self.packs() for row in
                self.git("verify-pack", "-v", str(pack.with_suffix(".idx"))).stdout.splitlines()]
        return sum(len(row) == 7 and row[1] == "commit" for row in rows)


class Stored(LogCase):
    """However git keeps the same versions."""

    def test_as_they_were_written_and_loose(self):
        self.fill()
        self.assert_answers()
        self.unpack(*self.packs()[:2])
        self.assert_answers()
        self.unpack(*self.packs())
        self.assert_answers()
        self.assertEqual(self.packs(), [])
        self.git("pack-refs", "--all")
        self.assert_answers()

    def test_deltas_of_both_kinds(self):
        self.put_many(30)
        for by_offset in "true", "false":
            self.git("-c", f"repack.useDeltaBaseOffset={by_offset}", "repack", "-a", "-d", "-f",
                     "-q", "--depth=40", "--window=100")
            self.assertGreater(self.deltas(), 10)
            self.assert_answers()
        self.git("gc", "-q")
        self.assert_answers()

    def test_the_same_objects_in_two_packs(self):
        self.put_many(5)
        for pack in self.packs():
            self.git("repack", "-a", "-q")
        self.git("multi-pack-index", "write")
        self.assert_answers()

    def test_joined_by_the_archive_itself(self):
        self.put_many(40)
        self.call("archive", "pack")
        self.assert_answers()


class Told(LogCase):
    """Whatever a log tells."""

    def test_merges_of_a_sync(self):
        self.at(self.mine).fill()
        self.sync(self.mine)
        self.sync(self.other)
        for n in range(3):
            self.put(self.mine, f"Mine is the {n}th.\n")
            self.put(self.other, f"The {n}th is another’s.\n\nIt came later.\n")
        for archive in (self.mine, self.other, self.mine):
            self.sync(archive)
        for archive in (self.mine, self.other):
            self.at(archive)
            merges = self.git("rev-list", "--merges", "refs/heads/Quay/cnn").stdout
            self.assertNotEqual(merges, "")
            for format_ in FORMATS:
                # Whoever wrote in the same second: git alone knows the order.
                self.assert_equal_or_asked(format_)

    def test_merges_in_the_order_of_their_times(self):
        self.fill()
        tree = self.git("rev-parse", "refs/heads/Quay/cnn^{tree}").stdout.strip()
        tip = self.git("rev-parse", "refs/heads/Quay/cnn").stdout.strip()
        chance = random.Random(7)
        ends = [tip, tip, tip]

        def commit(time, *parents):
            env = {**os.environ, "GIT_COMMITTER_DATE": f"{time} +0130", "GIT_AUTHOR_DATE":
                   f"{time} -0330", "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b",
                   "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@b"}
            words = [word for parent in parents for word in ("-p", parent)]
            message = ("Some words.\n\nVariorum-Flags: 1\n"
                       "Variorum-Words: 1 removed, 2 added, 3 moved\n")
            return subprocess.run(["git", "--git-dir", self.archive, "commit-tree", tree, *words],
                                  input=message, text=True, env=env, check=True,
                                  capture_output=True).stdout.strip()

        times = chance.sample(range(10 ** 9, 3 * 10 ** 9), 40)
        for time in times:
            at, other = chance.sample(range(3), 2)
            parents = [ends[at]] + ([ends[other]] if chance.random() < 0.4 else [])
            ends[at] = commit(time, *dict.fromkeys(parents))
        last = commit(4 * 10 ** 9, *dict.fromkeys(ends))
        self.git("update-ref", "refs/heads/Quay/cnn", last)
        self.assert_answers()

    def test_labels_silent_edits_headlines_and_texts_that_are_back(self):
        old = "Quay Shut\n\nThe minister said that 40 ships wait.\n\nNobody was hurt.\n"
        for text in (old, old.replace("40", "47"), old, old.replace("Shut", "Open"), old + "\nNo.\n"):
            self.put(self.archive, text)
        self.assertEqual(self.snapshot(old + "\nNo.\n").returncode, 0)
        self.call("label", "Quay/cnn@1", "first")
        self.call("label", "Quay/cnn@1", "another")
        self.call("label", "Quay/cnn@3", "third")
        log = self.opened().stdout
        for words in (b"silent edit: ", b"  Back to the text of version 1 (", b"headline changed",
                      b"[another] [first]"):
            self.assertIn(words, log)
        self.assertNotIn(b"back to version", log)
        self.assert_answers()
        self.git("pack-refs", "--all")
        self.assert_answers()

    def test_a_text_that_is_back_where_the_summary_does_not_say_so(self):
        self.fill()
        ref = "refs/heads/Quay/cnn"
        first = self.git("rev-parse", ref + "~2").stdout.strip()
        message = (f"Taken over.\n\nVariorum-Flags: 1\nVariorum-Back-To: {first}\n"
                   "Variorum-Words: 1 removed, 2 added, 3 moved\n")
        new = self.git("-c", "user.name=A", "-c", "user.email=a@b", "commit-tree", first + "^{tree}",
                       "-p", ref, "-m", message).stdout.strip()
        self.git("update-ref", ref, new)
        self.assertIn(b"\n    back to version 1\n", self.opened().stdout)
        self.assert_answers()

    def keep(self, text, *words, story="Quay", variant="cnn"):
        self.call("snapshot", self.write("article.txt", text), "--story", story, "--variant",
                  variant, *words)

    def test_versions_from_before_1970(self):
        self.keep("Peace.\n", "--published=1815-06-18T12:30+00:53")
        self.keep("Peace at last.\n", "--published=1969-12-31T23:00Z")
        self.keep("Peace again.\n", "--published=1970-01-01T01:00Z")
        log = self.opened().stdout
        for time in (b"1815-06-18 12:30:00 +0053", b"1969-12-31 23:00:00", b"1970-01-01 01:00:00"):
            self.assertIn(time, log)
        self.assert_answers()
        self.git("repack", "-a", "-d", "-f", "-q", "--depth=40")
        self.assert_answers()

    def test_an_old_paper_that_was_got_when_it_came_out(self):
        papers = self.folder / "papers"
        papers.mkdir()
        (papers / "1815-06-18.txt").write_text("Peace.\n")
        self.call("archive", "import", papers, "--story=Quay", "--variant=cnn")
        (told,) = json.loads(self.opened("--format=json").stdout)
        self.assertEqual(told["published"][:10], "1815-06-18")
        self.assertEqual(told["retrieved"], told["published"])
        self.assert_answers()

    def test_a_day_has_no_time(self):
        self.keep("Shut.\n", "--published=2014-04-16")
        self.keep("Open.\n", "--published=2014-04-17T00:00:01Z")
        later, first = (line.split("  ")[2] for line in
                        self.opened().stdout.decode().splitlines() if line[0].isdigit())
        self.assertEqual(first, "2014-04-16")
        self.assertTrue(later.startswith("2014-04-17 00:00:01 "), later)
        self.assert_answers()

    def test_titles_that_were_typed(self):
        self.keep("Shut.\n", story="The Quay", variant="CNN: page one")
        self.keep("Open.\n", story="The Quay", variant="CNN: page one")
        self.call("label", "The-Quay/CNN-page-one@1", "first")
        self.call("label", "The-Quay/CNN-page-one@2", "second")
        self.call("label", "--remove", "The-Quay/CNN-page-one@2", "second")
        self.call("mv", "The-Quay/CNN-page-one", "The Quay, rebuilt/CNN, all pages")
        name = "The-Quay,-rebuilt/CNN,-all-pages"
        self.assertIn(f"refs/records/{name}", self.git("for-each-ref").stdout)
        self.assert_answers(name)
        self.call("mv", name, "The Quay, rebuilt/CNN,  all pages")
        self.assertIn(b" [first]\n", self.opened(name=name).stdout)
        self.assertNotIn(b"second", self.opened(name=name).stdout)
        self.assert_answers(name)
        self.git("pack-refs", "--all")
        self.assert_answers(name)
        self.assert_asks("The-Quay/CNN-page-one")

    def test_notes(self):
        self.fill()
        self.put(self.archive, "Nobody noted anything.\n", "bbc")
        for n in range(3):
            self.call("note", "Quay/cnn@2", f"--message=They cut it.\n\nAgain {n}.")
        self.call("note", "Quay/cnn@3", "--message=About the quay.", "--at=quay is open")
        self.assertIn(b"note 3 by ", self.opened().stdout)
        self.assert_answers("Quay/cnn", "Quay/bbc")
        self.call("note", "Quay/cnn@2", "--remove=2")
        self.assertNotIn(b"note 3 by ", self.opened().stdout)
        self.assert_answers()
        git = "-c", "user.name=A", "-c", "user.email=a@b", "notes", "--ref=Quay/cnn"
        self.git(*git, "append", "-m", "By hand.\n\nIn two paragraphs.", "refs/heads/Quay/cnn")
        self.assertIn(b"By hand.", self.opened().stdout)
        self.assert_answers()

    def test_notes_in_folders(self):
        self.put_many(4)
        tip = self.git("rev-parse", "refs/heads/Quay/cnn").stdout.strip()
        stream = "commit refs/notes/Quay/cnn\ncommitter A <a@b> 1 +0000\ndata 1\nx\n"
        for id_ in [tip] + [f"{n:02x}" * 20 for n in range(0, 256, 5)]:
            stream += f"M 100644 inline {id_[:2]}/{id_[2:]}\ndata 7\nOf {id_[:4]}\n"
        stream += "M 100644 inline readme\ndata 5\nNone.\n"
        subprocess.run(["git", "--git-dir", self.archive, "fast-import", "--quiet"], check=True,
                       input=stream.encode())
        self.assertIn(b": Of ", self.opened().stdout)
        self.assert_answers()

    def test_trash_renames_and_saved_comparisons(self):
        self.fill()
        self.put_many(3, "bbc")
        self.call("rm", "Quay/bbc")
        self.assert_answers()
        self.assertIn(b"no variant", self.assert_asks("Quay/bbc").stderr)
        self.call("mv", "Quay/cnn", "Quay/other")
        self.assert_answers("Quay/other")
        self.assert_asks("Quay/cnn")

    def test_messages_of_other_programs(self):
        self.fill()
        git = ["-c", "user.name=Ann", "-c", "user.email=a@b"]
        ref = "refs/heads/Quay/cnn"
        tree = self.git("rev-parse", ref + "^{tree}").stdout.strip()
        for message in ("One line", "Two\nlines\n\nand more", " \n\nblanks \n\nmore", "", "x\n \ny\n"):
            tip = self.git("rev-parse", ref).stdout.strip()
            new = self.git(*git, "commit-tree", tree, "-p", tip, "-m", message).stdout.strip()
            self.git("update-ref", ref, new)
            whole, told = self.log(PROGRAM), self.opened()
            self.assertEqual((whole.returncode, whole.stdout), (told.returncode, told.stdout))
            self.assertEqual(whole.returncode, 0)


class Odd(LogCase):
    """What is not as the archive itself writes it is left to the other program."""

    def setUp(self):
        super().setUp()
        self.fill()
        self.assert_answers()
        self.tip = self.git("rev-parse", "refs/heads/Quay/cnn").stdout.strip()

    def test_objects_that_stand_elsewhere(self):
        elsewhere = self.folder / "elsewhere"
        shutil.move(self.archive / "objects/pack", elsewhere / "pack")
        (self.archive / "objects/pack").mkdir()
        info = self.archive / "objects/info"
        info.mkdir(exist_ok=True)
        (info / "alternates").write_text(f"{elsewhere}\n")
        self.assertEqual(self.assert_asks().returncode, 0)

    def test_histories_that_are_cut_or_grafted(self):
        for name in ("shallow", "info/grafts"):
            (self.archive / "info").mkdir(exist_ok=True)
            (self.archive / name).write_text(self.tip + "\n")
            self.assert_asks()
            (self.archive / name).unlink()
        self.assert_answers()

    def test_replaced_objects_are_as_they_were(self):
        self.git("update-ref", f"refs/replace/{self.tip}", self.tip + "~1")
        for format_ in FORMATS:
            self.assert_equal_or_asked(format_)

    def test_annotated_labels(self):
        self.git("-c", "user.name=A", "-c", "user.email=a@b", "tag", "-a", "-m", "x",
                 "Quay/cnn/odd", self.tip)
        self.assertEqual(self.assert_asks().returncode, 0)

    def test_other_formats(self):
        config = self.archive / "config"
        good = config.read_text()
        for other in (good.replace("format = 1", "format = 2"),
                      good + "[extensions]\n\tobjectFormat = sha256\n",
                      good.replace("repositoryformatversion = 0", "repositoryformatversion = 1")):
            self.assertNotEqual(other, good)
            config.write_text(other)
            self.assert_asks()
        config.write_text(good)
        self.assert_answers()

    def test_a_link_for_a_variant_or_none(self):
        self.git("symbolic-ref", "refs/heads/Quay/link", "refs/heads/Quay/cnn")
        self.assertEqual(self.assert_asks("Quay/link").returncode, 0)
        for name in ("Quay/none", "Quay", "Quay/cnn/more", "../heads/Quay/cnn", "Quay/cnn@1", ""):
            self.assertEqual(self.assert_asks(name).returncode, 2)

    def test_an_object_that_is_missing(self):
        self.unpack(*self.packs())
        parent = self.git("rev-parse", self.tip + "~1").stdout.strip()
        (self.archive / "objects" / parent[:2] / parent[2:]).unlink()
        self.assertEqual(self.assert_asks().returncode, 2)

    def test_no_archive(self):
        self.archive = self.folder / "none.git"
        self.assertEqual(self.assert_asks().returncode, 2)


class Damaged(LogCase):
    """Bits that flip: never another answer, and never a crash."""

    def setUp(self):
        super().setUp()
        self.put_many(12)
        self.put_many(3, "bbc")
        self.git("-c", "repack.useDeltaBaseOffset=false", "repack", "-a", "-d", "-f", "-q",
                 "--depth=40", "--window=100")
        self.put_many(6)
        self.git("-c", "pack.packSizeLimit=0", "repack", "-d", "-q", "--depth=40")
        self.put_many(4)
        self.unpack(*sorted(self.packs(), key=lambda pack: pack.stat().st_size)[:2])
        self.assertGreater(self.deltas(), 3)
        self.assert_answers("Quay/cnn", "Quay/bbc")

    def flip(self, path, chance):
        data = bytearray(path.read_bytes())
        at = chance.randrange(len(data))
        bit = 1 << chance.randrange(8)
        data[at] ^= bit
        path.chmod(0o600)
        path.write_bytes(data)
        return at, bit

    def hurt(self, kind, change):
        paths = sorted(path for path in (self.archive / "objects").glob(kind))
        self.assertTrue(paths)
        chance = random.Random(11)
        n_asked = 0
        for n in range(FLIPS):
            path = chance.choice(paths)
            good = path.read_bytes()
            what = change(path, chance)
            with self.subTest(path=path.name, what=what, n=n):
                n_asked += self.assert_equal_or_asked(chance.choice(FORMATS))
            path.write_bytes(good)
        self.assert_answers()
        return n_asked

    def test_bits_of_packs(self):
        self.assertGreater(self.hurt("pack/*.pack", self.flip), 0)

    def test_bits_of_indexes(self):
        self.assertGreater(self.hurt("pack/*.idx", self.flip), 0)

    def test_bits_of_loose_objects(self):
        self.assertGreater(self.hurt("??/*", self.flip), 0)

    def test_files_that_end_early(self):
        def cut(path, chance):
            size = chance.randrange(path.stat().st_size)
            path.chmod(0o600)
            os.truncate(path, size)
            return size
        for kind in ("pack/*.pack", "pack/*.idx", "??/*"):
            self.assertGreater(self.hurt(kind, cut), 0)


if __name__ == "__main__":
    unittest.main()
