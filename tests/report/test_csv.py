# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of changes, read by a strict reader and by careless ones."""

import csv
import io
import re
import unittest

from pairs import PairCase

HEADER = ["change", "kind", "old_paragraphs", "new_paragraphs", "removed_words", "added_words",
          "old_text", "new_text", "critical", "quiet", "moved", "note", "row", "role_old",
          "role_new"]

FORMULA = "=+\\-@＝＋－＠"


def shown(text):
    """Control characters as their pictures, as documented."""
    def picture(found):
        code = ord(found.group())
        return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7f else "\ufffd"

    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]", picture,
                  text)


def plain(cell):
    """A cell without the apostrophes that make it harmless."""
    cell = re.sub(rf"\A'(?=['\"]*[{FORMULA}\t\r\n])", "", cell)
    return re.sub(rf"(?<=[;\t\n\r])'(?=['\"]*[{FORMULA}])", "", cell)


# What Python takes for a cell of a decent size is a long paragraph.
csv.field_size_limit(1 << 24)


class Table(PairCase):
    def read(self, *args):
        report = self.report("csv", *args)
        self.assertTrue(report.startswith(b"\xef\xbb\xbf"))
        self.assertTrue(report.endswith(b"\r\n"))
        text = report.decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        self.assertEqual({len(row) for row in rows}, {len(rows[0])})
        return [dict(zip(rows[0], row)) for row in rows[1:]], rows[0], text

    def test_every_change_is_a_line_with_its_texts(self):

        def check(old, new):
            found, sides = self.read_pair(old, new)
            table, header, _ = self.read(old, new)
            self.assertEqual(header, HEADER)
            wanted = [row for row in found["rows"] if not row.get("furniture")
                      and (row["kind"] != "same" or row["quiet"])]
            self.assertEqual([line["row"] for line in table], [row["id"] for row in wanted])
            number = 0
            for line, row in zip(table, wanted):
                # Quiet differences are no changes: numbers are those of a web page.
                number += row["kind"] != "same"
                self.assertEqual(line["change"], str(number) if row["kind"] != "same" else "")
                self.assertEqual(line["kind"], row["kind"])
                self.assertEqual(bool(line["critical"]), bool(row["critical"]))
                self.assertEqual(bool(line["moved"]), row["moved"])
                self.assertEqual(line["quiet"].split(), row["quiet"])
                for side, name in enumerate(("old", "new")):
                    numbers = " ".join(str(index + 1) for index in row[name])
                    text = "\n".join(sides[side][index] for index in row[name])
                    self.assertEqual(line[f"{name}_paragraphs"], numbers)
                    self.assertEqual(plain(line[f"{name}_text"]), shown(text))

        self.check_each(check)

    def test_no_cell_is_a_formula_wherever_it_is_cut(self):

        def check(old, new):
            table, _, text = self.read(old, new)
            for line in table:
                for cell in line.values():
                    self.assertNotRegex(cell, rf"\A[{FORMULA}\t\r\n]")
            for cell in re.split("[;\t\r\n]", text):
                self.assertNotRegex(cell, rf'\A"*[{FORMULA}]')

        self.check_each(check)

    def test_words_that_went_and_came(self):
        table, _, _ = self.read(*self.pair("Two ferries left before noon.\n\nIt rained.",
                                           "Three ferries left before dusk.\n\nIt rained."))
        self.assertEqual(table[0]["removed_words"], "Two | noon")
        self.assertEqual(table[0]["added_words"], "Three | dusk")

    def test_options_choose_the_lines(self):
        old, new = self.pair("It’s 5 miles.\n\nAll were told not to go.\n\nThe fog came in late.",
                             "It's 5 miles.\n\nAll were told to go.\n\nThe fog came in early.")
        count = {options: len(self.read(*options, old, new)[0])
                 for options in ((), ("--hide-quiet",), ("--changes-only",), ("--critical",))}
        self.assertEqual(count, {(): 3, ("--hide-quiet",): 2, ("--changes-only",): 2,
                                 ("--critical",): 1})

    def test_an_explanation_has_a_column_of_its_own(self):
        table, header, _ = self.read("--explain", *self.pair())
        self.assertEqual(header, [*HEADER, "explanation"])
        self.assertIn("Words", table[0]["explanation"])

    def test_a_manifest_is_written_beside(self):
        old, new = self.pair()
        done = self.run_program("compare", "-o", "changes.csv", old, new)
        self.assertEqual(done.returncode, 1, done.stderr.decode())
        self.assertTrue((self.folder / "changes.csv.manifest.json").exists())


if __name__ == "__main__":
    unittest.main()
