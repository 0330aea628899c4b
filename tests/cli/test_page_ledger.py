# SPDX-License-Identifier: GPL-3.0-or-later
"""Of what a web page displays, nothing is lost: each letter is kept or folded, in the page's order.

What is displayed is read by another parser than the program's, Python's own."""

import gzip
import html.parser
import json
import pathlib
import re
import tempfile
import unittest

from support import Case, shared

UNSEEN = {"script", "style", "noscript", "template", "title", "head", "textarea", "select", "svg",
          "option", "iframe", "object", "rt", "rp", "button", "audio", "video", "canvas", "math",
          "datalist", "noframes"}
EMPTY = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
         "source", "track", "wbr"}


class Displayed(html.parser.HTMLParser):
    """The text of a page, but of what it says not to display."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open = []
        self.text = []

    def handle_starttag(self, tag, attributes):
        if tag in EMPTY:
            return
        said = dict(attributes)
        is_unseen = (tag in UNSEEN or "hidden" in said
                     or re.search(r"display\s*:\s*none", said.get("style") or ""))
        self.open.append((tag, bool(is_unseen)))

    def handle_startendtag(self, tag, attributes):
        pass

    def handle_endtag(self, tag):
        if any(tag == name for name, _ in self.open):
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data):
        if not any(is_unseen for _, is_unseen in self.open):
            self.text.append(data)


def letters(text):
    return re.sub(r"[\W_]+", "", text)


def find_lost(displayed, told):
    """Where in @displayed the first letter is that @told does not have in its turn; None for none."""
    at = 0
    for letter in told:
        if at < len(displayed) and displayed[at] == letter:
            at += 1
    return None if at == len(displayed) else at


class PageLedgerTest(Case):
    def test_a_lost_letter_is_found(self):
        self.assertIsNone(find_lost("abc", "xaybzc"))
        self.assertEqual(find_lost("abc", "acb"), 2)

    def test_every_letter_that_a_page_displays_is_kept_or_folded(self):
        packed = sorted(shared("import/pages").glob("*.html.gz"))
        with tempfile.TemporaryDirectory() as folder:
            paths = [pathlib.Path(folder, page.stem) for page in packed]
            for page, path in zip(packed, paths):
                path.write_bytes(gzip.decompress(page.read_bytes()))
            listed = "".join(f"{path}\n" for path in paths)
            told = self.run_program("extract", "--batch", stdin=listed.encode()).stdout
            self.assertGreater(len(paths), 100)
            for path, line in zip(paths, told.splitlines(), strict=True):
                article = json.loads(line)
                page = Displayed()
                page.feed(path.read_bytes().decode(article["encoding"], "replace"))
                page.close()
                displayed = letters("".join(page.text))
                kept = letters("".join(one["text"] for one in article["paragraphs"]))
                lost = find_lost(displayed, kept)
                with self.subTest(page=path.name):
                    self.assertIsNone(lost, displayed[(lost or 0) - 40:(lost or 0) + 40])


if __name__ == "__main__":
    unittest.main()
