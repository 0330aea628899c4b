# SPDX-License-Identifier: GPL-3.0-or-later
"""The unified diff, applied by patch and by git."""

import pathlib
import re
import subprocess
import unittest

from pairs import PairCase, needs


def lines(paragraphs):
    return "".join(text + "\n" for text in paragraphs).encode()


class Diff(PairCase):
    def patch(self, diff, old):
        """What patch makes of @old."""
        target = pathlib.Path(self.write("target", old))
        done = subprocess.run(["patch", "--binary", "--fuzz=0", "--posix", str(target)],
                              input=diff, capture_output=True, cwd=self.folder, check=False)
        self.assertEqual(done.returncode, 0, done.stdout.decode() + done.stderr.decode())
        self.assertNotIn(b"offset", done.stdout)
        return target.read_bytes()

    def test_patch_makes_the_new_lines_of_the_old_ones(self):
        needs("patch")

        def check(old, new):
            _, (before, after) = self.read_pair(old, new)
            diff = self.report("diff", old, new)
            if before == after:
                self.assertEqual(diff, b"")
            else:
                self.assertEqual(self.patch(diff, lines(before)), lines(after))

        self.check_each(check)

    def test_any_context_gives_a_patch(self):
        needs("patch")

        def check(old, new):
            _, (before, after) = self.read_pair(old, new)
            for option in ("--context=0", "--context=1", "--changes-only", "--context=100",
                           "--critical", "--hide-quiet"):
                diff = self.report("diff", option, old, new)
                if before != after:
                    self.assertEqual(self.patch(diff, lines(before)), lines(after), option)

        self.check_each(check, n_random=10)

    def test_three_lines_stand_around_a_change(self):
        old = "\n\n".join(f"Paragraph number {n} of the long report." for n in range(20))
        new = old.replace("number 3 of", "number 3 in").replace("number 15 of", "number 15 in")
        diff = self.report("diff", *self.pair(old, new)).decode()
        self.assertEqual(re.findall("^@@.*", diff, re.M), ["@@ -1,7 +1,7 @@", "@@ -13,7 +13,7 @@"])

    def test_git_applies_it(self):
        needs("git")
        old, new = self.pair()
        _, (before, after) = self.read_pair(old, new)
        tree = self.folder / "tree"
        tree.mkdir()
        (tree / "old.txt").write_bytes(lines(before))
        diff = self.report("diff", old, new).replace(b"+++ b/new.txt", b"+++ b/old.txt")
        subprocess.run(["git", "apply"], input=diff, cwd=tree, check=True)
        self.assertEqual((tree / "old.txt").read_bytes(), lines(after))

    def test_no_file_name_leads_anywhere_else(self):
        for name in ("..\\..\\etc", "-rf", ".hidden", "a\tb", "a\nb", 'q"uote', "two words",
                     "\u202eevil", "\x1b[31m"):
            with self.subTest(name=name):
                old = self.write(name, "One line.\n")
                new = self.write("new.txt", "Another line.\n")
                head = self.report("diff", "--", f"./{name}", new).decode().split("\n")[:3]
                self.assertTrue(old)
                self.assertRegex(head[0], r"\A--- a/[^\s./\\\"-][^\t/\\\"\x00-\x1f\u202e]*\t?\Z")
                self.assertEqual(head[1], "+++ b/new.txt")
                self.assertRegex(head[2], r"\A@@ ")
                self.assertEqual(" " in head[0][6:], head[0].endswith("\t"))

    def test_a_manifest_is_written_beside(self):
        old, new = self.pair()
        done = self.run_program("compare", "-o", "changes.diff", old, new)
        self.assertEqual(done.returncode, 1, done.stderr.decode())
        self.assertTrue((self.folder / "changes.diff.manifest.json").exists())


if __name__ == "__main__":
    unittest.main()
