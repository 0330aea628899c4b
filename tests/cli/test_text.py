# SPDX-License-Identifier: GPL-3.0-or-later
"""The text report: layout, marks, colours, cells, safety."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
import unicodedata
import unittest

from support import Case, NEW, OLD, PROGRAM, clean_environment

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def cells(line):
    """Cells of a line, told by Python's own Unicode data."""
    total = 0
    for c in ESCAPE.sub("", line):
        if unicodedata.category(c) in ("Mn", "Me", "Cf"):
            continue
        total += 2 if unicodedata.east_asian_width(c) in "WF" else 1
    return total


class Layout(Case):
    def test_words_are_marked_inline(self):
        text = self.compare(*self.pair(), status=1)
        self.assertIn("~ Two ferries left for the {+outer+} islands", text)
        self.assertIn("[-forty-]{+fifty+}", text)
        self.assertIn("\n  The harbour opened at dawn.\n", text)
        self.assertIn("\n+ Nobody was hurt.\n", text)

    def test_a_summary_ends_the_report(self):
        lines = self.compare(*self.pair(), status=1).splitlines()
        self.assertEqual(lines[-2:], ["1 of 3 paragraphs changed: 1 edited; 1 added.",
                                      "1 word removed, 5 words added."])
        old, _ = self.pair()
        self.assertEqual(self.compare(old, old, status=0).splitlines()[-1],
                         "No difference in 3 paragraphs.")
        self.assertEqual(self.compare(*self.pair("", ""), status=0).splitlines()[-1],
                         "Both articles are empty.")

    def test_quiet_differences_are_counted_and_not_marked(self):
        text = self.compare(*self.pair('A "b" -- c.\n', "A “b” – c.\n"), status=0)
        self.assertIn("  A “b” – c.\n", text)
        self.assertIn("3 quiet differences: 3 typographic.", text)

    def test_wide_enough_stands_side_by_side(self):
        lines = self.compare("--width=100", *self.pair(), status=1).splitlines()
        self.assertTrue(any(line.startswith("Two ferries") and " ~ Two ferries" in line
                            for line in lines))
        self.assertIn(" " * 49 + "+ Nobody was hurt.", lines)
        self.assertNotIn("~ Two ferries left for the {+",
                         self.compare("--width=100", "--changes-only", *self.pair("", NEW)))
        self.assertIn("\n~ Two", self.compare("--width=99", *self.pair(), status=1))

    def test_unchanged_paragraphs_are_left_out_on_request(self):
        text = self.compare("--changes-only", *self.pair(), status=1)
        self.assertNotIn("harbour", text)
        self.assertEqual(text.count("… 1 paragraph the same …"), 2)
        self.assertIn("harbour", self.compare("--context=1", *self.pair(), status=1))

    def test_moved_paragraphs_name_where_they_went(self):
        paragraphs = [f"The {word} paragraph tells of {word} matters and of nothing else at all."
                      for word in ("first", "second", "third", "fourth", "fifth")]
        moved = paragraphs[1:4] + paragraphs[:1] + paragraphs[4:]
        text = self.compare(*self.pair("\n\n".join(paragraphs), "\n\n".join(moved)), status=1)
        self.assertRegex(text, r"\nv “The first paragraph tells of first.*…” \(moved down 3 "
                               r"places, after\n  “The fourth paragraph tells …”\)")
        self.assertIn("\nv (moved down 3 places, from the top)\n  The first paragraph", text)
        text = self.compare(*self.pair("\n\n".join(moved), "\n\n".join(paragraphs)), status=1)
        self.assertIn("\n^ (moved up 3 places, was after “The fourth paragraph tells …”)\n"
                      "  The first paragraph", text)
        self.assertRegex(text, r"\n\^ “The first.*…” \(moved up 3 places, to\s+the\s+top\)")

    def test_megabytes_without_a_space_are_wrapped_soon(self):
        """Before the minute is over that the program is given."""
        text = self.compare(*self.pair("€" * 1000000 + " 5", "€" * 1000000 + " 6"), status=1)
        self.assertIn("\n  " + "€" * 78 + "\n", text)

    def test_a_line_in_words_for_each_paragraph(self):
        old, new = self.pair("The harbour woke early.\n\nHe was not there on Monday.",
                             "The harbour woke early.\n\nHe was there on Monday.\n\nIt rained\x1b[31m.")
        self.assertEqual(self.compare("--format=words", old, new, status=1).splitlines()[:4], [
            "Paragraph 1, the same: The harbour woke early.",
            "Paragraph 2, edited, 1 word removed; critical: “not” removed (removed “not”): "
            "He was there on Monday.",
            "Paragraph 3, added: It rained\\x1b[31m.",
            "1 of 2 paragraphs changed: 1 edited; 1 added."])
        self.assertTrue(self.compare("--format=words", "--changes-only", old, new,
                                     status=1).startswith("… 1 paragraph the same …\nParagraph 2"))

    def test_split_and_merged_paragraphs_show_where_they_part(self):
        whole = ("The council met on Monday and voted for the bridge. "
                 "The mayor said that work would begin in spring, weather permitting.")
        parts = whole.replace("bridge. The", "bridge.\n\nThe")
        text = self.compare(*self.pair(whole, parts), status=1)
        self.assertRegex(text, r"\nY The council(.|\n)*¶")
        self.assertRegex(self.compare(*self.pair(parts, whole), status=1), r"\nλ The council")

    def test_no_line_is_wider_than_asked(self):
        words = ("Das Schiff 日本語の記事はここにあります fuhr e\u0301te\u0301 " + "x" * 150 +
                 " مرحبا بالعالم ภาษาไทยเขียนติดกันไม่เว้นวรรค 👩‍👩‍👧 🇩🇪 ﬁn\u200bis ")
        old, new = self.pair(words * 4, words * 2 + "neu 新しい " + words * 2)
        for width in (20, 37, 80, 99, 100, 133, 250):
            for colour in ("always", "never"):
                text = self.compare(f"--width={width}", f"--color={colour}", old, new, status=1)
                for line in text.splitlines():
                    self.assertLessEqual(cells(line), width, (width, line))

    def test_wide_and_combining_characters_keep_the_columns_straight(self):
        old, new = self.pair("港は夜明けに開いた。\n\ne\u0301te\u0301 a\u0300 Paris\n\nplain\n",
                             "港は朝に開いた。\n\ne\u0301te\u0301 a\u0300 Lyon\n\nplain\n")
        lines = self.compare("--width=100", "--color=never", old, new, status=1).splitlines()
        columns = {cells(line[:line.index(" ~ ")]) for line in lines if " ~ " in line}
        self.assertEqual(columns, {48})


class Safety(Case):
    def test_nothing_in_an_article_steers_the_terminal(self):
        evil = "before \x1b]0;title\x07 \x1b[2J \x9b1m \u202eright \u2066to left \x7f after"
        old, new = self.pair("calm\n\n" + evil + "\n", "calm\n\n" + evil + " more\n")
        for width in ("80", "120"):
            text = self.compare("--width", width, "--color=always", old, new, status=1)
            self.assertIsNone(re.search("[\x00-\x09\x0b-\x1a\x1c-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]",
                                        text))
            self.assertNotIn("\x1b", ESCAPE.sub("", text))
            self.assertIn("\\x1b]0;title\\x07", ESCAPE.sub("", text).replace("\n", " "))

    def test_a_steering_name_is_shown_safely(self):
        path = self.write("\x1b[31mred.txt", OLD)
        text = self.compare("--color=never", path, path, status=0)
        self.assertNotIn("\x1b", text)

    def test_bytes_that_are_no_text_are_told(self):
        old, new = self.pair(b"caf\x00e and more words here\n", "cafe and more words here\n")
        self.assertIn("1 byte that is no text", self.compare(old, new, status=1).replace("\n    ", " "))


class Colour(Case):
    def on_terminal(self, *args, columns=80, **env):
        main, other = pty.openpty()
        fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        with subprocess.Popen([PROGRAM, "compare", *args], stdout=other, stderr=subprocess.STDOUT,
                              stdin=subprocess.DEVNULL, env=clean_environment(**env)) as process:
            os.close(other)
            text = b""
            while True:
                try:
                    more = os.read(main, 65536)
                except OSError:
                    break
                if not more:
                    break
                text += more
        os.close(main)
        return text.decode().replace("\r\n", "\n")

    def test_only_a_terminal_gets_colour(self):
        pair = self.pair()
        self.assertNotIn("\x1b", self.compare(*pair))
        self.assertIn("\x1b[32;4mouter", self.on_terminal(*pair))
        self.assertIn("\x1b[31;9mforty", self.on_terminal(*pair))

    def test_colour_can_be_forced_and_forbidden(self):
        pair = self.pair()
        self.assertIn("\x1b[", self.compare("--color=always", *pair))
        self.assertNotIn("\x1b", self.on_terminal("--color=never", *pair))
        self.assertNotIn("\x1b", self.on_terminal(*pair, NO_COLOR="1"))
        self.assertIn("\x1b[", self.on_terminal(*pair, NO_COLOR=""))
        self.assertIn("\x1b[", self.on_terminal("--color=always", *pair, NO_COLOR="1"))
        self.assertNotIn("\x1b", self.on_terminal(*pair, TERM="dumb"))

    def test_colour_replaces_the_marks(self):
        text = self.compare("--color=always", *self.pair())
        self.assertNotIn("{+", text)
        self.assertNotIn("[-", ESCAPE.sub("", text))

    def test_a_wide_terminal_shows_both_sides(self):
        self.assertIn(" ~", ESCAPE.sub("", self.on_terminal(*self.pair(), columns=140)))
        self.assertIn("\n~ Two", ESCAPE.sub("", self.on_terminal(*self.pair(), columns=60)))
        self.assertIn(" + Nobody", self.compare(*self.pair(), env={"COLUMNS": "120"}))


if __name__ == "__main__":
    unittest.main()
