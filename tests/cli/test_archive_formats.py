# SPDX-License-Identifier: GPL-3.0-or-later
"""Web pages in the archive: their own bytes are kept, and read as what they are."""

import json
import unittest

from support import ArchiveCase
from test_extract import PAGE


class Formats(ArchiveCase):
    def setUp(self):
        super().setUp()
        self.page = self.write("page.html", PAGE)
        done = self.run_program("extract", "--as=html", self.page)
        if b"not installed" in done.stderr:
            self.skipTest("skipped: this build reads no web pages")

    def keep(self, text):
        path = self.write("page.html", text)
        self.call("snapshot", path, "--story=The Quay", "--variant=post")

    def test_the_page_is_kept_and_its_article_is_the_text(self):
        self.keep(PAGE)
        self.call("restore", "The-Quay/post", "-o", "back.html")
        self.assertEqual((self.folder / "back.html").read_text(), PAGE)
        text = self.git("show", "The-Quay/post:article.md")
        self.assertIn("The third stayed at the quay until noon", text)
        self.assertNotIn("<p>", text)
        metadata = json.loads(self.git("show", "The-Quay/post:article.json"))
        self.assertEqual(metadata["source"]["format"], "html")
        self.assertEqual(metadata["title"], "Fog holds up the third ferry")

    def test_versions_are_compared_as_articles(self):
        self.keep(PAGE)
        self.keep(PAGE.replace("until noon", "until two").replace("Boats", "Ships"))
        done = self.run_program("compare", "--format=json", "archive:The-Quay/post@1",
                                "archive:The-Quay/post@2", f"--archive={self.archive}")
        self.assertEqual(done.returncode, 1, done.stderr.decode())
        rows = json.loads(done.stdout)["rows"]
        self.assertIn("same", {row["kind"] for row in rows})
        self.assertNotIn("<article>", done.stdout.decode())

    def compare_both(self, name):
        done = self.run_program("compare", "--format=json", f"archive:{name}@1", f"archive:{name}@2",
                                f"--archive={self.archive}")
        self.assertEqual(done.returncode, 1, done.stderr.decode())
        report = json.loads(done.stdout)
        for number in 1, 2:
            kept = self.git("show", f"{name}~{2 - number}:article.md").splitlines()
            side = report["old" if number == 1 else "new"]
            self.assertEqual([p["text"] for p in side["paragraphs"]], kept)
        return report

    def test_a_version_is_read_again_in_the_encoding_that_it_was_kept_in(self):
        for word in ("žluť", "žluťa"):
            path = self.write("a.txt", f"Straße über Öl – und {word}\n".encode("cp1250"))
            self.call("snapshot", path, "--story=a", "--variant=text", "--encoding=windows-1252")
        report = self.compare_both("a/text")
        self.assertEqual(report["old"]["encoding"], "windows-1252")
        meta = PAGE.replace("<head>", "<head><meta charset=windows-1252>").replace("quay", "„Kai“")
        for page in (meta, meta.replace("noon", "two")):
            path = self.write("b.html", page)
            self.call("snapshot", path, "--story=a", "--variant=page", "--encoding=utf-8")
        self.assertIn("„Kai“", json.dumps(self.compare_both("a/page"), ensure_ascii=False))

    def test_what_its_reader_says_that_it_is_it_stays(self):
        for page in (PAGE, PAGE.replace("noon", "two")):
            self.call("snapshot", self.write("b.html", page), "--story=a", "--variant=source", "--as=text")
        self.assertIn("<article>", json.dumps(self.compare_both("a/source")))
        done = self.run_program("snapshot", self.page, "--story=a", "--variant=b", "--as=doc",
                                f"--archive={self.archive}")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"text, html, docx, odt, epub, pdf, markdown", done.stderr)


if __name__ == "__main__":
    unittest.main()
