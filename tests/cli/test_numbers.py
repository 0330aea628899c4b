# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers for people are written as they write them; those for programs never change."""

import pathlib
import sys
import unittest

from support import Case

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1]))
from made_locale import make_locale

MANY = 12000


class Numbers(Case):
    def many(self):
        lines = [f"Ship {i} came into harbour late that night." for i in range(MANY)]
        old = self.write("old.txt", "\n\n".join(lines))
        lines[11000] = lines[11000].replace("late", "early")
        return old, self.write("new.txt", "\n\n".join(lines))

    def compare(self, *args, **env):
        done = self.run_program("compare", *args, *self.many(), env=env)
        self.assertEqual((done.returncode, done.stderr), (1, b""))
        return done.stdout.decode()

    def test_they_are_as_in_the_readers_country(self):
        german = make_locale(self.folder, "de_DE")
        text = self.compare("--changes-only", **german)
        self.assertIn("1 of 12.000 paragraphs changed: 1 edited.", text)
        self.assertIn("… 11.000 paragraphs the same …", text)
        words = self.compare("--format=words", "--changes-only", **german)
        self.assertIn("Paragraph 11.001, edited, 1 word changed", words)

    def test_they_are_plain_where_nothing_is_said(self):
        text = self.compare("--changes-only")
        self.assertIn("1 of 12000 paragraphs changed: 1 edited.", text)
        self.assertIn("… 11000 paragraphs the same …", text)

    def test_marks_in_another_encoding_are_left_out(self):
        french = make_locale(self.folder, "fr_FR", "ISO-8859-1")
        self.assertIn("1 of 12000 paragraphs changed", self.compare("--changes-only", **french))

    def test_programs_read_the_same_everywhere(self):
        german = make_locale(self.folder, "de_DE")
        self.assertEqual(self.compare("--format=json", **german), self.compare("--format=json"))


if __name__ == "__main__":
    unittest.main()
