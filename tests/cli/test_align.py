# SPDX-License-Identifier: GPL-3.0-or-later
"""variorum align: cases in, pairs out, one a line."""

import json
import unittest

from support import Case, shared

OLD = ["The harbour opened at dawn today.", "Two ferries left for the islands.", "Nobody was hurt."]
NEW = ["A storm was expected for the evening.", "Nobody was hurt at all.",
       "The harbour opened at dawn."]


class Align(Case):
    def align(self, *lines, status=0, args=()):
        text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
        done = self.run_program("align", *args, stdin=text + "\n")
        self.assertEqual(done.returncode, status, done.stderr.decode())
        return [json.loads(line) for line in done.stdout.splitlines()], done.stderr.decode()

    def test_units_are_paired(self):
        answers, _ = self.align({"id": "a", "old": OLD, "new": NEW})
        self.assertEqual(answers, [{"id": "a", "pairs": [[0, 2], [2, 1]]}])

    def test_units_and_scores_by_option(self):
        for unit in ("sentence", "paragraph"):
            answers, _ = self.align({"id": "a", "old": OLD, "new": OLD},
                                    args=[f"--unit={unit}", "--scores"])
            self.assertEqual(answers[0]["pairs"], [[0, 0], [1, 1], [2, 2]])
            self.assertEqual(len(answers[0]["scores"]), 3)
            self.assertTrue(all(0 <= score <= 1 for score in answers[0]["scores"]))

    def test_ids_come_back_as_they_were(self):
        ids = ["a", "", "é\"\\\u0001", 0, -7, 12345678901234567, 1.5, "12"]
        answers, _ = self.align(*({"id": i, "old": [], "new": []} for i in ids))
        self.assertEqual([answer["id"] for answer in answers], ids)

    def test_empty_and_odd_units_are_read(self):
        odd = ["", " ", "\u0000", "a\u0000b", "\u2029", "日本語。", "x" * 100000]
        answers, _ = self.align({"id": 1, "old": odd, "new": odd}, {"id": 2, "old": [], "new": odd},
                                '{"id":3,"old":["\\ud800"],"new":["\\udc00\\ud83d\\ude00"]}')
        self.assertEqual([answer["id"] for answer in answers], [1, 2, 3])
        for i, j in answers[0]["pairs"]:
            self.assertEqual(odd[i].replace("\0", ""), odd[j].replace("\0", ""))

    def test_unreadable_lines_are_named_and_the_rest_goes_on(self):
        good = {"id": "good", "old": OLD, "new": OLD, "gold": [[0, 0]], "unit": "sentence"}
        bad = ["{", "nonsense", "[]", "{}", '{"id":[],"old":[],"new":[]}', '{"id":1,"old":[]}',
               '{"id":1,"old":[1],"new":[]}', '{"id":1,"old":"x","new":[]}', "[" * 100000,
               '{"id":1,"old":[],"new":[]} trailing']
        for line in bad:
            answers, errors = self.align(good, "", "  ", line, good, status=2)
            self.assertEqual([answer["id"] for answer in answers], ["good", "good"], line[:40])
            self.assertRegex(errors, r"\Avariorum: [^\n]*line 4[^\n]*\n\Z")

    def test_bytes_that_are_no_text_are_named(self):
        done = self.run_program("align", stdin=b'{"id":1,"old":["\xff"],"new":[]}\n')
        self.assertEqual(done.returncode, 2)
        self.assertIn("line 1", done.stderr.decode())

    def test_nothing_in_gives_nothing_out(self):
        self.assertEqual(self.align(""), ([], ""))

    def test_a_line_without_an_end_counts(self):
        done = self.run_program("align", stdin='{"id":1,"old":[],"new":[]}')
        self.assertEqual(done.stdout, b'{"id":1,"pairs":[]}\n')

    def test_wrong_options_are_named(self):
        self.fails("align", "--unit=word", says="--unit")
        self.fails("align", "cases.jsonl", says="cases.jsonl")

    def test_a_full_disk_is_said(self):
        with open("/dev/full", "wb") as full:
            self.fails("align", says="tandard output", stdin='{"id":1,"old":[],"new":[]}\n',
                       stdout=full)

    def test_human_alignments_are_met(self):
        path = shared("align/dev/argrewrite2_sent.jsonl")
        cases = [json.loads(line) for line in path.read_text().splitlines()][:40]
        answers, _ = self.align(*cases)
        found = {(a["id"], *pair) for a in answers for pair in a["pairs"]}
        gold = {(c["id"], *pair) for c in cases for pair in c["gold"]}
        self.assertGreater(2 * len(found & gold) / (len(found) + len(gold)), 0.95)


if __name__ == "__main__":
    unittest.main()
