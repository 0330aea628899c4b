# SPDX-License-Identifier: GPL-3.0-or-later
"""Critical changes: named in the text report, listed in JSON, shown alone on request."""

import unittest

import check_json
from support import Case

OLD = """The council will pay 5.0m for the bridge, it said on Monday.

The harbour opened at dawn.

The mayor has approved the plan. Is it safe? The reform of the port is agreed.

Two ferries left for the islands.

A frost of -5 degrees is expected in the hills this week.
"""

NEW = """The council will pay 50m for the bridge, it said on Monday.

The harbour opened at dawn.

The mayor has not approved the plan. Is it safe. The “reform” of the port is agreed.

Two ferries left for the outer islands.

A frost of 5 degrees is expected in the hills this week.

No fewer than 12 people came.
"""


class Text(Case):
    def test_what_is_critical_stands_below_the_paragraph(self):
        text = self.compare(*self.pair(OLD, NEW), status=1)
        self.assertIn("\n~ The council will pay [-5.0m-]{+50m+} for the bridge, it said on Monday.\n"
                      "! decimal point or thousands mark changed from “5.0m” to “50m”\n\n", text)
        self.assertIn("\n! “not” added; question mark became a full stop; quotation marks put on "
                      "“reform”\n\n", text)
        self.assertIn("\n! minus sign changed from “-5” to “5”\n", text)
        self.assertEqual(text.count("\n!"), 3)

    def test_the_other_way_round_it_says_the_opposite(self):
        text = self.compare(*self.pair(NEW, OLD), status=1)
        self.assertIn("\n! “not” removed; full stop became a question mark; quotation marks taken off\n"
                      "  “reform”\n\n", text)
        self.assertIn("\n! minus sign changed from “5” to “-5”\n", text)

    def test_the_summary_counts_them_by_kind(self):
        text = self.compare("--width=200", *self.pair(OLD, NEW), status=1)
        self.assertEqual(text.splitlines()[-1],
                         "5 critical changes: 1 decimal point or thousands mark, 1 minus sign, "
                         "1 negation, 1 end mark, 1 pair of quotation marks.")
        text = self.compare(*self.pair("The 11 men slept.\n", "The 12 men slept.\n"), status=1)
        self.assertEqual(text.splitlines()[-1], "1 critical change: 1 number.")

    def test_the_sign_stands_between_two_columns_too(self):
        text = self.compare("--width=120", *self.pair(OLD, NEW), status=1)
        self.assertIn("\n" + " " * 59 + "! minus sign changed from “-5” to “5”\n", text)

    def test_nothing_is_said_where_nothing_is_critical(self):
        text = self.compare(*self.pair("Two ferries left.\n", "Three ferries left.\n"), status=1)
        self.assertNotIn("critical", text)
        self.assertNotIn("\n!", text)


class Option(Case):
    def test_only_paragraphs_with_critical_changes_are_shown(self):
        text = self.compare("--critical", *self.pair(OLD, NEW), status=1)
        self.assertEqual(text.count("\n~"), 3)
        self.assertEqual(text.count("… 1 paragraph without a critical change …"), 3)
        self.assertNotIn("ferries", text)
        self.assertNotIn("12 people", text)

    def test_a_context_counts_from_them(self):
        text = self.compare("--critical", "--context=1", *self.pair(OLD, NEW), status=1)
        self.assertIn("ferries", text)
        self.assertNotIn("without", text)

    def test_the_exit_status_tells_of_any_change(self):
        pair = self.pair("Two ferries left.\n", "Three ferries left.\n")
        self.assertNotIn("ferries", self.compare("--critical", *pair, status=1))
        self.compare("--critical", pair[0], pair[0], status=0)

    def test_json_lists_these_rows_alone(self):
        document = self.compare_json("--critical", *self.pair(OLD, NEW), status=1)
        check_json.validator().validate(document)
        self.assertTrue(document["options"]["critical"])
        self.assertEqual([row["old"] for row in document["rows"]], [[0], [2], [4]])
        self.assertEqual(sum(document["summary"]["critical"].values()), 5)


class Json(Case):
    def test_each_is_listed_with_its_text_and_place(self):
        document = self.compare_json(*self.pair(OLD, NEW), status=1)
        check_json.validator().validate(document)
        check_json.check(document)
        found = [(change["kind"], change["old"], change["new"])
                 for row in document["rows"] for change in row["critical"]]
        self.assertEqual(found, [("decimal", "5.0m", "50m"), ("negation", None, "not"),
                                 ("end-mark", "?", "."), ("quotes", None, "“reform”"),
                                 ("sign", "-5", "5")])
        self.assertEqual(document["rows"][0]["critical"][0]["old_at"],
                         {"paragraph": 0, "from": 21, "to": 25})

    def test_places_in_split_paragraphs_are_their_own(self):
        first = "The council met on Monday and voted for the bridge after a long debate. "
        second = "The mayor said that {} men would work on it from the spring on, weather permitting."
        old = first + second.format(11)
        new = first.strip() + "\n\n" + second.format(12)
        document = self.compare_json(*self.pair(old, new), status=1)
        check_json.validator().validate(document)
        check_json.check(document)
        change, = document["rows"][0]["critical"]
        self.assertEqual(change["new_at"], {"paragraph": 1, "from": 20, "to": 22})


if __name__ == "__main__":
    unittest.main()
