# SPDX-License-Identifier: GPL-3.0-or-later
"""Markdown, as cmark shows it."""

import collections
import html.parser
import re
import subprocess
import unittest

from pairs import PairCase, needs

# What stands for a tilde of the article, so that ours are known.
TILDE = "\ue000"

TAGS = {"h1", "h2", "h3", "p", "ul", "li", "em", "strong", "blockquote", "code"}


class Page(html.parser.HTMLParser):
    """Blocks of text in HTML: lists of (strong, text) by the tag around."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open = []
        self.blocks = []
        self.odd = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        if tag not in TAGS or attrs:
            self.odd.append((tag, attrs))
        if tag in ("h1", "h2", "h3", "p", "li"):
            self.blocks.append((tuple(self.open), []))

    def handle_endtag(self, tag):
        self.open.pop()

    def handle_data(self, data):
        if data.strip():
            self.blocks[-1][1].append(("strong" in self.open, "em" in self.open, data))

    def handle_comment(self, data):
        self.odd.append(("comment", data))

    def handle_pi(self, data):
        self.odd.append(("instruction", data))

    def handle_decl(self, data):
        self.odd.append(("declaration", data))


def read(markdown):
    """The document as cmark shows it, with what stands for tildes."""
    marked = re.sub(r"\\(.)", lambda found: f"&#x{ord(TILDE):x};" if found[1] == "~" else found[0],
                    markdown)
    return Page(subprocess.run(["cmark"], input=marked.encode(), capture_output=True,
                               check=True).stdout.decode())


def parts(blocks):
    """(is removed, is added, text) of all that is the article's."""
    removed = False
    for around, data in blocks:
        if around != ("p",) or all(emphasis for _, emphasis, _ in data):
            continue
        block = []
        for added, _, text in data:
            for number, part in enumerate(text.split("~~")):
                removed ^= number > 0
                block.append((removed, added, part.replace(TILDE, "~")))
        yield block


def words(text):
    return " ".join(text.split())


class Markdown(PairCase):
    def setUp(self):
        super().setUp()
        needs("cmark")

    def page(self, *args):
        return read(self.report("markdown", *args).decode())

    def test_what_is_shown_is_the_new_text_and_no_mark_of_it_is_active(self):
        def check(old, new):
            _, (_, after) = self.read_pair(old, new)
            page = self.page("--furniture=shown", old, new)
            self.assertEqual(page.odd, [])
            kept = [words("".join(text for removed, _, text in block if not removed))
                    for block in parts(page.blocks)]
            kept = [text.removesuffix("¶").rstrip() for text in kept if text]
            self.assertEqual(kept, [words(text) for text in after])

        self.check_each(check)

    def test_what_is_removed_and_what_stays_is_the_old_text(self):
        def check(old, new):
            _, (before, _) = self.read_pair(old, new, "--strict")
            shown = "".join(text for block in parts(self.page("--strict", old, new).blocks)
                            for _, added, text in block if not added)
            self.assertEqual(collections.Counter("".join(words(shown).replace("¶", "").split())),
                             collections.Counter("".join("".join(before).split())))

        self.check_each(check)

    def test_no_control_character_is_in_the_file(self):
        def check(old, new):
            self.assertNotRegex(self.report("markdown", old, new).decode(),
                                "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

        self.check_each(check)

    def test_a_change_has_a_heading_and_its_marks(self):
        text = self.report("markdown", *self.pair("It opened at dawn.", "It opened at dusk.")).decode()
        self.assertIn("### Change 1: edited, 1 word changed\n\nIt opened at ~~dawn~~**dusk**.\n", text)

    def test_marks_hold_beside_quotation_marks_and_in_chinese(self):
        for old, new in (("He saidyes to it.", "He said“no”yes to it."),
                         ("港口于今天早上开放。", "港口于今天「早上」开放。")):
            page = self.page("--unit=character", *self.pair(old, new))
            shown = "".join(text for _, data in page.blocks for strong, _, text in data)
            self.assertNotIn("**", shown)

    def test_marks_hold_beside_each_other_on_github_too(self):
        text = self.report("markdown", *self.pair("They pay 12 today.", "They pay -5 today.")).decode()
        # Its parser looks through the tildes, so punctuation has to stand there.
        self.assertIn("~~1&#x32;~~**-5**", text)

    def test_options_choose_what_it_has(self):
        old, new = self.pair("It’s late.\n\nAll were told not to go.\n\nThe fog came in.\n\nThe end.",
                             "It's late.\n\nAll were told to go.\n\nThe fog came in.\n\nThe end.")
        text = self.report("markdown", old, new).decode()
        self.assertIn("*the same but for typography*\n\nIt's late.\n", text)
        self.assertIn("critical: “not” removed", text)
        self.assertNotIn("typography*", self.report("markdown", "--hide-quiet", old, new).decode())
        self.assertIn("*… 2 paragraphs the same …*",
                      self.report("markdown", "--changes-only", old, new).decode())
        self.assertIn("Words", self.report("markdown", "--explain", old, new).decode())

    def test_a_manifest_is_written_beside(self):
        old, new = self.pair()
        done = self.run_program("compare", "-o", "changes.md", old, new)
        self.assertEqual(done.returncode, 1, done.stderr.decode())
        self.assertTrue((self.folder / "changes.md.manifest.json").exists())


if __name__ == "__main__":
    unittest.main()
