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


if __name__ == "__main__":
    unittest.main()
