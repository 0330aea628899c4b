# SPDX-License-Identifier: GPL-3.0-or-later
"""The JSON report: valid, exact, stable."""

import json
import os
import pathlib
import random
import unittest

import check_json
from support import Case, NEW, OLD, SCHEMAS, shared

ODD_WORDS = ["harbour", "ferry", "1,200", "$5.0m", "U.S.", "said", "“quoted”", '"quoted"', "--", "–",
             "日本語の記事", "ภาษาไทย", "مرحبا", "שלום", "e\u0301te", "été", "\\", "/", "\t", "fog.",
             "fog?", "👩‍👩‍👧", "\u200d", "\u00ad", "-5", "−5", "a\u2028b", "\x1b[31mlong-enough-to-be-text\u2066", "<b>", "&"]


def random_article(rng, n_paragraphs):
    return "\n\n".join(" ".join(rng.choice(ODD_WORDS) for _ in range(rng.randint(1, 12)))
                       for _ in range(n_paragraphs)) + "\n"


def edit(rng, article):
    paragraphs = article.split("\n\n")
    for _ in range(rng.randint(0, 5)):
        at = rng.randrange(len(paragraphs))
        paragraph = paragraphs.pop(at)
        fate = rng.randrange(4)
        if fate == 0:
            paragraphs.insert(rng.randint(0, len(paragraphs)), paragraph)
        elif fate == 1:
            paragraphs.insert(at, paragraph + " " + rng.choice(ODD_WORDS))
        elif fate == 2:
            paragraphs.insert(at, paragraph.replace(" ", "\n\n", 1))
        paragraphs = paragraphs or [rng.choice(ODD_WORDS)]
    return "\n\n".join(paragraphs)


class Json(Case):
    def setUp(self):
        super().setUp()
        try:
            self.validator = check_json.validator()
        except ImportError:
            self.skipTest("python3-jsonschema is not installed")

    def check(self, *args, **more):
        document = self.compare_json(*args, **more)
        self.validator.validate(document)
        check_json.check(document, document["options"]["context"] is None)
        return document

    def test_a_comparison_is_valid_and_exact(self):
        document = self.check(*self.pair(), status=1)
        self.assertEqual([row["kind"] for row in document["rows"]],
                         ["same", "edited", "same", "added"])
        self.assertEqual(document["summary"]["words"]["new"]["added"], 5)
        self.assertNotIn("words", document["rows"][0])
        check_json.check_slices(document["old"], OLD.encode())
        check_json.check_slices(document["new"], NEW.encode())

    def test_random_articles_are_valid_exact_and_mirrored(self):
        seed = int(os.environ.get("VARIORUM_TEST_SEED") or random.randrange(1 << 32))
        rng = random.Random(seed)
        for _ in range(60):
            with self.subTest(seed=seed):
                old = random_article(rng, rng.randint(1, 12))
                new = edit(rng, old)
                paths = self.pair(old, new)
                document = self.check(*paths)
                check_json.check_slices(document["old"], old.encode())
                check_json.check_slices(document["new"], new.encode())
                mirrored = check_json.mirror(self.check(*reversed(paths)))
                rows = sorted((row["kind"], row["old"], row["new"], row["score"])
                              for row in document["rows"])
                self.assertEqual(rows, mirrored)

    def test_the_seeds_are_valid_and_exact(self):
        seeds = sorted(shared("seeds").glob("*.txt"))
        for old in seeds:
            for new in seeds:
                self.check(old, new)

    def test_equal_articles_are_the_same(self):
        old, _ = self.pair()
        document = self.check(old, old, status=0)
        self.assertFalse(document["summary"]["changed"])

    def test_empty_articles_have_no_rows(self):
        old, new = self.pair("", " \n\n")
        self.assertEqual(self.check(old, new, status=0)["rows"], [])

    def test_quiet_differences_are_the_same_and_shown(self):
        old, new = self.pair("He said \"no\" -- twice.\n", "He said “no” – twice.\n")
        document = self.check(old, new, status=0)
        self.assertEqual(document["rows"][0]["kind"], "same")
        self.assertEqual(document["rows"][0]["quiet"], ["typographic"])
        self.assertGreater(document["summary"]["quiet"]["typographic"], 0)
        strict = self.check("--strict", old, new, status=1)
        self.assertEqual(strict["rows"][0]["kind"], "edited")

    def test_case_and_punctuation_are_quiet_by_option(self):
        old, new = self.pair("One Two three.\n", "one two, three.\n")
        self.check(old, new, status=1)
        self.check("--ignore-case", old, new, status=1)
        document = self.check("--ignore-case", "--ignore-punctuation", old, new, status=0)
        self.assertEqual(sorted(document["rows"][0]["quiet"]), ["case", "punctuation"])

    def test_strict_still_ignores_what_it_is_told_to(self):
        old, new = self.pair("One two.\n", "one two.\n")
        self.check("--strict", "--ignore-case", old, new, status=0)
        old, new = self.pair("a \"b\" c.\n", "a “b” c.\n")
        self.check("--strict", "--ignore-case", old, new, status=1)

    def test_a_row_keeps_its_id_while_its_texts_stay(self):
        old, new = self.pair()
        before = {tuple(row["old"] + row["new"]): row["id"] for row in self.check(old, new)["rows"]}
        old, new = self.pair(OLD, "A new beginning.\n\n" + NEW)
        after = {row["id"] for row in self.check(old, new)["rows"]}
        self.assertLessEqual(set(before.values()), after)

    def test_context_leaves_rows_out_and_nothing_else(self):
        old, new = self.pair("\n\n".join(f"Paragraph number {i} stays." for i in range(9)),
                             "\n\n".join(f"Paragraph number {i} {'goes' if i == 4 else 'stays'}."
                                         for i in range(9)))
        whole = self.check(old, new, status=1)
        for args, indexes in ((["--changes-only"], [4]), (["--context=0"], [4]),
                              (["--context=2"], [2, 3, 4, 5, 6]), (["--context=99"], range(9))):
            part = self.check(*args, old, new, status=1)
            self.assertEqual([row["new"] for row in part["rows"]], [[i] for i in indexes])
            self.assertEqual(part["summary"], whole["summary"])

    def test_characters_are_marked_by_option(self):
        old, new = self.pair("The colour of it.\n", "The color of it.\n")
        document = self.check("--unit=character", old, new, status=1)
        self.assertIn({"op": "delete", "old": "u"}, document["rows"][0]["words"])

    def test_options_are_told(self):
        old, new = self.pair()
        options = self.check("--strict", "--unit=character", "--paragraphs=line", "--language=en-GB",
                             "--encoding=utf-8", "--context=1", old, new)["options"]
        self.assertEqual(options["unit"], "character")
        self.assertEqual(options["paragraphs"], "line")
        self.assertEqual(options["language"], "en")
        self.assertEqual(options["strict"], True)
        self.assertEqual(options["context"], 1)

    def test_overrides_are_obeyed_and_told(self):
        old, new = self.pair("Alpha one.\n\nBeta two.\n", "Alpha one.\n\nGamma three.\n")
        pins = {"schema": "variorum-overrides/1", "must_pair": [[1, 1]], "must_not_pair": [[0, 0]],
                "note": "ignored"}
        path = self.write("pins.json", json.dumps(pins))
        document = self.check("--overrides", path, old, new)
        rows = [(row["old"], row["new"]) for row in document["rows"]]
        self.assertIn(([1], [1]), rows)
        self.assertNotIn(([0], [0]), rows)
        self.assertEqual(document["options"]["overrides"]["must_pair"], [[1, 1]])

    def test_standard_input_and_odd_encodings_are_read(self):
        old, new = self.pair()
        document = self.check("-", new, stdin=OLD, status=1)
        self.assertEqual(document["old"]["path"], "-")
        utf16 = self.write("utf16.txt", OLD.encode("utf-16"))
        document = self.check(utf16, old, status=0)
        self.assertEqual(document["old"]["decided_by"], "bom")
        check_json.check_slices(document["old"], OLD.encode())

    def test_a_path_in_any_bytes_is_written_as_text(self):
        old, _ = self.pair()
        odd = pathlib.Path(self.folder) / b"caf\xe9.txt".decode(errors="surrogateescape")
        odd.write_text(NEW)
        self.assertIn("caf", self.check(old, odd, status=1)["new"]["path"])

    def test_a_report_is_the_same_each_time(self):
        old, new = self.pair()
        self.assertEqual(self.compare("--format=json", old, new),
                         self.compare("--format=json", old, new))
        report = self.folder / "report.json"
        self.compare("--format=json", "-o", report, old, new, status=1)
        self.assertEqual(report.read_text(), self.compare("--format=json", old, new))

    def test_the_overrides_schema_is_valid(self):
        import jsonschema

        schema = json.loads((SCHEMAS / "variorum-overrides-1.schema.json").read_text())
        jsonschema.Draft202012Validator.check_schema(schema)


if __name__ == "__main__":
    unittest.main()
