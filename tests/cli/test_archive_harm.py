# SPDX-License-Identifier: GPL-3.0-or-later
"""What disks and people do to an archive: one clear sentence, status 2, and nothing made worse."""

import os
import pathlib
import random
import shutil
import subprocess
import unittest

from support import AS_NOBODY, Case, PROGRAM, clean_environment, needs_nobody

TEXTS = ["The quay is shut.\n\nShips wait outside.\n",
         "The quay is open.\n\nShips wait outside.\n",
         "The quay is open.\n\nShips came in at noon.\n\nNobody waits.\n"]
FLIPS = int(os.environ.get("VARIORUM_FLIPS", "40"))


class ArchiveCase(Case):
    def setUp(self):
        super().setUp()
        self.archive = self.folder / "kept.git"

    def snapshot(self, text, variant="cnn", prefix=(), **more):
        file = self.write("article.txt", text)
        return subprocess.run([*prefix, PROGRAM, "snapshot", file, "-s", "Quay", "-v", variant,
                               "--archive", str(self.archive)],
                              capture_output=True, env=clean_environment(), cwd="/", timeout=60,
                              check=False, **more)

    def fill(self):
        for text in TEXTS:
            self.assertEqual(self.snapshot(text).returncode, 0)

    def ask(self, *words, **more):
        return self.run_program(*words, "--archive", self.archive, **more)

    def git(self, *words):
        return subprocess.run(["git", "--git-dir", str(self.archive), *words], capture_output=True,
                              text=True, check=False)

    def assert_whole(self):
        fsck = self.git("fsck", "--strict", "--no-dangling")
        self.assertEqual((fsck.returncode, fsck.stdout), (0, ""), fsck.stderr)

    def assert_trouble(self, result, words, path=None):
        error = result.stderr.decode()
        self.assertEqual(result.returncode, 2, (result.stdout, error))
        self.assertEqual(error.count("\n"), 1, error)
        self.assertIn(words, error)
        self.assertIn(str(path or self.archive), error)


class Harm(ArchiveCase):
    def packs(self):
        return sorted((self.archive / "objects/pack").glob("*.pack"))

    def test_a_truncated_pack_is_named_as_damage(self):
        self.fill()
        for pack in self.packs():
            pack.chmod(0o600)
            with pack.open("r+b") as file:
                file.truncate(pack.stat().st_size // 2)
        for words in (("log", "Quay/cnn"), ("show", "Quay/cnn")):
            self.assert_trouble(self.ask(*words), "is damaged")
        self.assert_trouble(self.snapshot("Other.\n"), "archive repair")

    def test_a_lost_pack_is_named_as_damage(self):
        self.fill()
        for pack in self.packs():
            pack.unlink()
        self.assert_trouble(self.ask("show", "Quay/cnn"), "is damaged")

    def test_flipped_bits_are_noticed_and_nothing_wrong_is_shown(self):
        self.fill()
        whole = self.folder / "whole.git"
        shutil.copytree(self.archive, whole)
        files = [p.relative_to(whole) for p in sorted(whole.rglob("*"))
                 if p.is_file() and p.stat().st_size > 0 and "hooks" not in p.parts]
        wanted = {"\n".join(t.split("\n\n")) for t in TEXTS}
        chance = random.Random(20140416)
        for _ in range(FLIPS):
            name = chance.choice(files)
            at = chance.randrange((whole / name).stat().st_size)
            bit = 1 << chance.randrange(8)
            shutil.rmtree(self.archive)
            shutil.copytree(whole, self.archive)
            path = self.archive / name
            path.chmod(0o600)
            data = bytearray(path.read_bytes())
            data[at] ^= bit
            path.write_bytes(data)
            with self.subTest(file=str(name), at=at, bit=bit):
                for version in ("1", "2", "3"):
                    # libgit2 1.5 itself forgets some bytes when it meets damage.
                    result = self.ask("show", f"Quay/cnn@{version}",
                                      env={"ASAN_OPTIONS": "detect_leaks=0"})
                    self.assertIn(result.returncode, (0, 2))
                    if result.returncode == 0:
                        self.assertIn(result.stdout.decode(), wanted)
                    else:
                        self.assertEqual(result.stderr.count(b"\n"), 1, result.stderr)

    def test_a_variant_whose_ref_lost_a_letter_is_missed_and_comes_back(self):
        self.fill()
        self.git("pack-refs", "--all")
        refs = self.archive / "packed-refs"
        refs.write_text(refs.read_text().replace("refs/heads/", "refs/hdads/"))
        shutil.rmtree(self.archive / "refs/heads", ignore_errors=True)
        (self.archive / "refs/heads").mkdir()
        check = self.ask("archive", "check")
        self.assertEqual(check.returncode, 1)
        self.assertIn(b"refs/hdads/Quay/cnn: no variant has the version", check.stdout)
        self.assertEqual(self.ask("archive", "repair").returncode, 0)
        for number, text in enumerate(TEXTS, 1):
            self.assertEqual(self.ask("show", f"Quay/cnn@{number}").stdout.decode(),
                             "\n".join(text.split("\n\n")))
        self.assertEqual(self.ask("archive", "check").returncode, 0)

    def test_folders_that_a_copy_left_out_are_made_again(self):
        self.fill()
        for pack in (self.archive / "objects/pack").iterdir():
            pack.unlink()
        shutil.rmtree(self.archive / "refs/heads/Quay")
        shutil.rmtree(self.archive / "refs/sources")
        (self.archive / "objects/pack").rmdir()
        self.assertEqual(self.snapshot(TEXTS[0]).returncode, 0)
        self.assert_whole()

    def test_a_lock_left_on_all_refs_keeps_nobody_out(self):
        self.fill()
        lock = self.archive / "packed-refs.lock"
        lock.write_text("")
        os.utime(lock, (1, 1))
        self.ask("label", "Quay/cnn@1", "first")
        self.git("pack-refs", "--all")
        lock.write_text("")
        os.utime(lock, (1, 1))
        self.assertEqual(self.ask("label", "--remove", "Quay/cnn@1", "first").returncode, 0)
        self.assert_whole()

    @needs_nobody
    def test_another_user_is_told_whom_to_ask(self):
        self.fill()
        self.folder.chmod(0o755)
        self.assert_trouble(self.snapshot(TEXTS[0], prefix=AS_NOBODY), "ask its owner")
        shared = self.folder / "shared"
        shared.mkdir(0o755)
        self.archive = shared / "other.git"
        self.assert_trouble(self.snapshot(TEXTS[0], prefix=AS_NOBODY), "ask its owner")
        self.assertEqual(list(shared.iterdir()), [])

    def ask_as_nobody(self, *words):
        """Someone else, who may look at the archive and change nothing."""
        return subprocess.run([*AS_NOBODY, PROGRAM, *map(str, words), "--archive",
                               str(self.archive)], capture_output=True, cwd="/", timeout=60,
                              stdin=subprocess.DEVNULL, env=clean_environment(HOME="/nonexistent"),
                              check=False)

    @needs_nobody
    def test_who_may_only_read_reads_and_is_told_once(self):
        self.fill()
        file, remote = self.write("other.txt", "Other.\n"), self.folder / "between.git"
        subprocess.run(["git", "init", "-q", "--bare", remote], check=True)
        for path in (self.folder, *self.archive.rglob("*"), self.archive, *remote.rglob("*")):
            path.chmod(0o777 if remote in path.parents else 0o755 if path.is_dir() else 0o644)
        before = {p: p.read_bytes() for p in self.archive.rglob("*") if p.is_file()}
        for words in (("log", "Quay/cnn"), ("show", "Quay/cnn@1"), ("stories",), ("archive", "check"),
                      ("search", "quay"), ("blame", "Quay/cnn"), ("archive", "trash")):
            done = self.ask_as_nobody(*words)
            self.assertEqual((done.returncode, done.stderr), (0, b""), words)
        for words in (("snapshot", file, "-s", "Quay", "-v", "cnn"), ("label", "Quay/cnn@1", "x"),
                      ("snapshot", file, "-s", "Quay", "-v", "new"), ("rm", "Quay/cnn"),
                      ("archive", "empty-trash"), ("archive", "pack"), ("archive", "repair"),
                      ("archive", "sync", remote)):
            self.assert_trouble(self.ask_as_nobody(*words), "ask its owner")
        self.assertEqual({p: p.read_bytes() for p in self.archive.rglob("*") if p.is_file()},
                         before)
        self.archive.chmod(0o700)
        for words in (("log", "Quay/cnn"), ("search", "quay"), ("archive", "check"),
                      ("archive", "repair"), ("archive", "sync", remote)):
            self.assert_trouble(self.ask_as_nobody(*words), "ask its owner")

    @unittest.skipUnless(os.geteuid() == 0 and shutil.which("unshare"), "needs to mount a disk")
    def test_a_full_disk_loses_nothing(self):
        self.run_on_disk("size=1500k", """
set -u
n=0
while [ $n -lt 400 ]; do
  n=$((n + 1))
  head -c 9000 /dev/urandom | od -An -tx1 > article.txt
  if ! "$PROGRAM" snapshot article.txt -s Quay -v cnn --archive disk/kept.git > said 2> error; then
    break
  fi
  tail -n 1 said | sed 's/.* //' >> acknowledged
done
cat error
[ $n -lt 400 ] || exit 9
git --git-dir disk/kept.git fsck --strict --no-dangling || exit 8
[ "$(git --git-dir disk/kept.git rev-list --count refs/heads/Quay/cnn)" = "$(wc -l < acknowledged)" ] || exit 7
"$PROGRAM" log Quay/cnn --archive disk/kept.git > list || exit 6
[ -z "$(find disk/kept.git -name '*tmp*' -o -name '*.lock' -size 0 -path '*/refs/*')" ] || exit 5
""", "There is no room left")

    @unittest.skipUnless(os.geteuid() == 0 and shutil.which("unshare"), "needs to mount a disk")
    def test_a_disk_that_can_only_be_read(self):
        self.run_on_disk("size=4m", """
set -u
echo One. > article.txt
"$PROGRAM" snapshot article.txt -s Quay -v cnn --archive disk/kept.git || exit 9
mount -o remount,ro disk || exit 8
"$PROGRAM" show Quay/cnn --archive disk/kept.git | grep -q One || exit 7
echo Two. > article.txt
"$PROGRAM" snapshot article.txt -s Quay -v cnn --archive disk/kept.git 2> error && exit 6
cat error
[ "$(wc -l < error)" = 1 ]
""", "can only be read")

    def run_on_disk(self, options, script, words):
        (self.folder / "disk").mkdir()
        script = f"mount -t tmpfs -o {options} none disk || exit 77\n" + script
        result = subprocess.run(["unshare", "--mount", "sh", "-c", script], cwd=self.folder,
                                env=clean_environment(PROGRAM=PROGRAM), capture_output=True,
                                text=True, timeout=250, check=False)
        if result.returncode == 77 or "unshare" in result.stderr:
            self.skipTest("skipped: no disk can be mounted here")
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        self.assertIn(words, result.stdout)


if __name__ == "__main__":
    unittest.main()
