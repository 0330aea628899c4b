# SPDX-License-Identifier: GPL-3.0-or-later
"""What is of a page and not of its article: left out, marked, shown, and never lost."""

import json
import pathlib
import re
import resource
import shutil
import subprocess
import unittest

from support import Case, ROOT, shared

FIXTURES = ROOT / "tests/golden/fixtures"
PAIR = FIXTURES / "page-copy.old.txt", FIXTURES / "page-copy.new.txt"
MENU = "Privacy policy"
PAGE = """<!DOCTYPE html><html lang="en"><head><title>The old bridge closes in May</title></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>The old bridge closes in May</h1>
<p>The old harbour bridge closes to traffic in May for repairs that the council put off twice.</p>
<p>Ferries carry commuters across the river every quarter of an hour until the work is done.</p>
<p>The money comes from a fund that the council set up after the flood of ten years ago.</p>
</article><footer><p>© Harbour Post. All rights reserved.</p><a href="/t">Terms of use</a></footer>
</body></html>
"""
FURNITURE = {"promo", "related", "nav", "bio", "footer"}
CODECS = {"windows-1252": "cp1252"}


def decode(source, encoding):
    """The text as it was before any repair."""
    text = source.decode(CODECS.get(encoding.lower(), encoding))
    return text.removeprefix("\ufeff").encode()


def repair(decoded, repairs):
    """The text as it is read: each repair stands where it says."""
    pieces, at = [], 0
    for one in repairs:
        before = one["before"].encode()
        assert decoded[one["offset"]:one["offset"] + len(before)] == before, one
        pieces += [decoded[at:one["offset"]], one["after"].encode()]
        at = one["offset"] + len(before)
    return b"".join([*pieces, decoded[at:]])


def squeeze(text):
    return re.sub(r"\s+", "", text.decode())


class Furniture(Case):
    def lines(self, *args):
        return self.compare(*PAIR, *args).splitlines()

    def test_a_report_tells_how_many_lines_it_leaves_out(self):
        text = self.compare(*PAIR, "--width=80")
        self.assertIn("… 7 lines of page furniture …", text)
        self.assertIn("… 1 line of page furniture …", text)
        self.assertNotIn(MENU, text)
        self.assertIn("19 lines of page furniture set\naside.", text)

    def test_with_changes_only_both_counts_stand_in_one_line(self):
        self.assertIn("… 4 paragraphs the same, 11 lines of page furniture …",
                      self.lines("--changes-only"))

    def test_shown_furniture_bears_its_role_and_reason_and_no_sign_of_a_change(self):
        lines = self.lines("--furniture=shown", "--width=80")
        self.assertIn(f"  [page footer: words that only pages have] {MENU}", lines)
        self.assertIn("+ [byline] By Edda Lorenz", lines)

    def test_every_format_can_leave_furniture_out_and_have_it(self):
        for name in ("text", "words", "html", "markdown", "criticmarkup", "csv", "tei", "diff"):
            for how in ("shown", "folded"):
                with self.subTest(format=name, furniture=how):
                    report = self.compare(*PAIR, f"--format={name}", f"--furniture={how}")
                    has = MENU in report.replace("\\", "")
                    self.assertEqual(has, how == "shown" or name == "html")

    def test_exact_formats_have_it_unless_told_otherwise(self):
        for name in ("text", "words", "markdown", "criticmarkup", "csv"):
            self.assertNotIn(MENU, self.compare(*PAIR, f"--format={name}"), name)
        for name in ("json", "tei", "diff", "html"):
            self.assertIn(MENU, self.compare(*PAIR, f"--format={name}"), name)

    def test_json_without_furniture_still_has_its_paragraphs_and_says_so(self):
        document = self.compare_json(*PAIR, "--furniture=folded")
        self.assertFalse([row for row in document["rows"] if row.get("furniture")])
        self.assertEqual(document["manifest"]["report"]["furniture"], "folded")
        self.assertIn(MENU, [p["text"] for p in document["new"]["paragraphs"]])

    def test_a_web_page_has_it_to_be_opened_and_its_headline_is_a_heading(self):
        page = self.compare(*PAIR, "--format=html")
        self.assertIn("<summary>… 10 lines of page furniture …</summary>", page)
        self.assertIn('<p class="role">page footer: words that only pages have</p>', page)
        self.assertRegex(page, r'<p class="n" role="heading" aria-level="3"[^>]*>'
                               r"<ins>Last crossing: ")

    def test_a_screen_reader_hears_what_a_paragraph_is(self):
        self.assertIn("Paragraph 12, byline, added: By Edda Lorenz", self.lines("--format=words"))

    def test_a_table_has_the_roles_of_both_sides(self):
        head, *rows = self.lines("--format=csv")
        self.assertTrue(head.endswith('"row","role_old","role_new"'))
        self.assertTrue(rows[0].endswith('"","headline"'))

    def test_each_repair_is_listed_with_its_place(self):
        repairs = self.compare_json(*PAIR)["new"]["repairs"]
        self.assertEqual([(one["before"], one["after"], one["codec"]) for one in repairs],
                         [("d├®tente", "détente", "IBM850"), ("H├®l├¿ne", "Hélène", "IBM850")])
        source = PAIR[1].read_bytes()
        for one in repairs:
            before = one["before"].encode()
            self.assertEqual(source[one["offset"]:one["offset"] + len(before)], before)
            self.assertEqual(source[:one["offset"]].count(b"\n") + 1, one["line"])

    def test_an_explained_report_tells_of_each_repair(self):
        self.assertIn("New: repaired: “d├®tente” → “détente” (IBM850), line 29",
                      self.lines("--explain", "--width=100"))

    def test_every_report_for_people_tells_of_each_repair_where_it_explains(self):
        for form, words in (("html", "New: repaired: “d├®tente” → “détente” (IBM850), line 29"),
                            ("markdown", "- New: repaired: “d├®tente” → “détente” (IBM850), line 29")):
            with self.subTest(form):
                self.assertIn(words, "\n".join(self.lines(f"--format={form}", "--explain")))
                self.assertNotIn("repaired: “", "\n".join(self.lines(f"--format={form}")))

    @unittest.skipUnless(shutil.which("pdftotext"), "needs pdftotext")
    def test_a_printed_report_tells_of_each_repair_where_it_explains(self):
        for more, is_told in (("--explain",), True), ((), False):
            self.run_program("compare", "--format=pdf", "-o", "r.pdf", "--force", *more, *PAIR)
            text = subprocess.run(["pdftotext", "-layout", self.folder / "r.pdf", "-"],
                                  capture_output=True, check=True).stdout.decode()
            self.assertEqual("→ “détente” (IBM850), line 29" in " ".join(text.split()), is_told)

    def test_twice_as_many_repairs_take_twice_as_long(self):
        def measure(n, separator):
            old = separator.join(f"Die Tür Nummer {i} blieb zu, die dÃ©tente war vorbei." for i in range(n))
            pair = self.write("a.txt", old), self.write("b.txt", old.replace("Ã©", "é"))
            before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
            done = self.run_program("compare", "--format=json", *pair, "-o", "r.json", "--force")
            self.assertEqual((done.returncode, done.stderr), (0, b""))
            return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before

        for separator in " ", "\n\n":
            self.assertLess(measure(20000, separator), 3 * measure(10000, separator) + 0.2)

    def test_extract_lists_the_same_repairs_and_spans(self):
        document = self.compare_json(*PAIR)
        for side, path in zip(("old", "new"), PAIR):
            article = json.loads(self.run_program("extract", path, "--format=json").stdout)
            self.assertEqual(article["repairs"], document[side]["repairs"])
            self.assertEqual([p["spans"] for p in article["paragraphs"]],
                             [p["spans"] for p in document[side]["paragraphs"]])

    def test_a_dateline_is_a_span(self):
        first = self.compare_json(*PAIR)["old"]["paragraphs"][0]
        self.assertEqual(first["spans"], [{"kind": "dateline", "from": 0, "to": 30}])
        self.assertEqual(first["text"][:30], "MARENBERG, Norway (Reuters) - ")

    def test_verbatim_reads_what_is_there(self):
        document = self.compare_json(*PAIR, "--verbatim")
        self.assertTrue(document["options"]["verbatim"])
        for side in "old", "new":
            self.assertEqual(document[side]["repairs"], [])
            self.assertEqual({p["role"] for p in document[side]["paragraphs"]}, {"body"})
        self.assertIn("dÃ©tente", document["old"]["paragraphs"][2]["text"])
        self.assertIn(MENU, self.compare(*PAIR, "--verbatim"))

    def test_verbatim_leaves_nothing_of_a_page_out(self):
        page = self.write("page.html", PAGE)
        folded = self.compare_json(PAIR[0], page)["new"]["paragraphs"]
        if folded[0]["text"].startswith("<"):
            self.skipTest("skipped: this build reads no web pages")
        self.assertIn("footer", {p["role"] for p in folded})
        document = self.compare_json(PAIR[0], page, "--verbatim")
        whole = document["new"]["paragraphs"]
        self.assertEqual([p["text"] for p in whole], [p["text"] for p in folded])
        self.assertEqual([p["role"] for p in whole],
                         ["body" if p["role"] in FURNITURE else p["role"] for p in folded])
        # It is marked as a heading.
        heading = [p["role"] for p in whole if p["text"] == "The old bridge closes in May"]
        self.assertNotEqual(heading, ["body"])
        self.assertIn("Terms of use", self.compare(PAIR[0], page, "--verbatim"))
        self.assertNotIn("Terms of use", self.compare(PAIR[0], page))

    def test_a_saved_comparison_stays_verbatim(self):
        saved = self.folder / "page.variorum"
        self.compare(*PAIR, "--verbatim", f"--save={saved}")
        self.assertTrue(self.compare_json(saved)["options"]["verbatim"])
        self.assertIn(MENU, self.compare(saved))

    def test_verify_makes_the_same_report_again(self):
        for name in ("json", "html", "tei", "docx", "csv"):
            for options in (["--verbatim"], ["--furniture=shown"], ["--furniture=folded"]):
                with self.subTest(format=name, options=options):
                    report = self.folder / f"report-{name}{options[0]}.{name}"
                    self.compare(*PAIR, f"--format={name}", *options, f"--output={report}")
                    done = self.run_program("verify", report, f"--old={PAIR[0]}",
                                            f"--new={PAIR[1]}")
                    self.assertEqual(done.returncode, 0, done.stdout.decode())


class Ledger(Case):
    """Kept and folded paragraphs together are the input, in order, byte for byte."""

    def check(self, source, side):
        decoded = repair(decode(source, side["encoding"]), side["repairs"])
        at = 0
        for paragraph in side["paragraphs"]:
            start, end = paragraph["from"], paragraph["to"]
            self.assertFalse(squeeze(decoded[at:start]), "a line that no paragraph has")
            self.assertEqual(squeeze(decoded[start:end]), squeeze(paragraph["text"].encode()))
            at = end
        self.assertFalse(squeeze(decoded[at:]), "a line that no paragraph has")

    def check_pair(self, old, new):
        document = self.compare_json(old, new)
        self.check(pathlib.Path(old).read_bytes(), document["old"])
        self.check(pathlib.Path(new).read_bytes(), document["new"])
        in_rows = [sorted(i for row in document["rows"] for i in row[side])
                   for side in ("old", "new")]
        self.assertEqual(in_rows, [list(range(len(document[side]["paragraphs"])))
                                   for side in ("old", "new")])

    def test_nothing_of_our_own_pages_is_lost(self):
        self.check_pair(*PAIR)
        self.check_pair(ROOT / "data/samples/harbour-page.txt",
                        ROOT / "data/samples/harbour-plain.txt")

    def test_nothing_of_real_articles_is_lost(self):
        seeds = sorted(shared("seeds").glob("*.txt"))
        for old, new in zip(seeds, seeds[1:] + seeds[:1]):
            with self.subTest(old=old.name, new=new.name):
                self.check_pair(old, new)

    def test_nothing_of_copied_pages_is_lost(self):
        lines = shared("import/page_copies.jsonl").read_text(encoding="utf-8").splitlines()
        paths = [self.write(f"{number}.txt", json.loads(line)["text"])
                 for number, line in enumerate(lines)]
        for old, new in zip(paths[::2], paths[1::2]):
            with self.subTest(old=old, new=new):
                self.check_pair(old, new)


if __name__ == "__main__":
    unittest.main()
