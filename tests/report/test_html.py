# SPDX-License-Identifier: GPL-3.0-or-later
"""The HTML report as a file: one page that needs nothing, whatever it is about."""

import base64
import hashlib
import html.parser
import pathlib
import re
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parent / "cli"))

from hostile import BIDI_CONTROLS, HOSTILE_NEW, HOSTILE_OLD, PARAGRAPHS  # noqa: E402
from support import Case  # noqa: E402

VOID = {"meta", "input", "wbr"}
ELEMENTS = VOID | set("""html head title style body a header p h1 h2 h3 div section dl dt dd bdi
    fieldset legend label span nav details summary ol li q main del ins u mark code footer pre
    b""".split())


class Tree(html.parser.HTMLParser):
    """Notes what a browser would have to guess, and collects texts by their class."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.faults, self.open, self.ids, self.links = [], [], [], []
        self.texts, self.headings, self.attributes = {}, [], []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.attributes.append((tag, attrs))
        if tag not in ELEMENTS:
            self.faults.append(f"<{tag}>")
        if "id" in attrs:
            self.ids.append(attrs["id"])
        if tag == "a":
            self.links.append(attrs["href"])
        if tag not in VOID:
            self.open.append((tag, attrs.get("class", "")))
        if tag in ("h1", "h2", "h3"):
            self.headings.append(tag)
        for name in ("o", "n", "i"):
            if attrs.get("class") == name:
                self.texts.setdefault(name, []).append("")

    def handle_endtag(self, tag):
        if not self.open or self.open[-1][0] != tag:
            self.faults.append(f"</{tag}> in {self.open[-1:]}")
        elif self.open:
            self.open.pop()

    def handle_data(self, data):
        for name in ("o", "n", "i"):
            if ("p", name) in self.open or ("div", name) in self.open:
                self.texts[name][-1] += data

    def handle_comment(self, data):
        self.faults.append("a comment")

    def handle_pi(self, data):
        self.faults.append("an instruction")

    def unknown_decl(self, data):
        self.faults.append("a declaration")


class Page(Case):
    def write_report(self, old, new, *options):
        path = self.folder / "report.html"
        self.compare(*self.pair(old, new), "--output", path, "--force", *options)
        return path.read_text(encoding="utf-8")

    def assertIn(self, member, container, msg=None):
        """The same, without the style sheet in what is told."""
        if member not in container:
            body = container[container.find("<nav"):] if isinstance(container, str) else container
            self.fail(msg or f"{member!r} is not in:\n{str(body)[:4000]}")

    def read(self, text):
        tree = Tree()
        tree.feed(text)
        tree.close()
        self.assertEqual(tree.faults, [])
        self.assertEqual(tree.open, [])
        self.assertEqual(len(tree.ids), len(set(tree.ids)))
        self.assertEqual([link for link in tree.links if link[0] != "#" or link[1:] not in tree.ids], [])
        return tree

    def report(self, *what, **more):
        return self.read(self.write_report(*what, **more))


class Form(Page):
    def test_a_page_is_whole_and_needs_nothing(self):
        text = self.write_report("One old day.\n\nTwo.\n", "One new day.\n\nTwo.\n", "--explain")
        tree = self.read(text)
        self.assertEqual(text.split("\n")[0], "<!DOCTYPE html>")
        self.assertIn('<html lang="en">', text)
        self.assertNotRegex(text, r"(?i)<script|@import|url\(|\ssrc=|http-equiv=.refresh")
        for tag, attributes in tree.attributes:
            self.assertFalse([name for name in attributes if name.startswith("on") or name == "style"], tag)

    def test_the_policy_allows_the_one_style_and_nothing_else(self):
        text = self.write_report("One.\n", "Two.\n")
        style = re.search(r"<style>(.*?)</style>", text, re.DOTALL).group(1)
        name = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text).group(1)
        self.assertEqual(policy, f"default-src 'none'; style-src 'sha256-{name}'; base-uri 'none'; "
                                 "form-action 'none'")
        self.assertLess(text.index("Content-Security-Policy"), text.index("<style>"))

    def test_the_same_input_gives_the_same_bytes(self):
        self.assertEqual(self.write_report(HOSTILE_OLD, HOSTILE_NEW),
                         self.write_report(HOSTILE_OLD, HOSTILE_NEW))

    def test_landmarks_and_headings(self):
        text = self.write_report("One old day.\n", "One new day.\n")
        tree = self.read(text)
        for tag in ("header", "nav", "main", "footer"):
            self.assertEqual(text.count(f"<{tag}"), 1 + (tag == "header") * text.count("<header-"), tag)
        self.assertEqual(tree.headings, ["h1", "h2", "h2", "h2", "h2", "h3"])
        self.assertEqual(tree.links[0], "#text")

    def test_a_report_of_no_change_says_so_and_lists_none(self):
        text = self.write_report("One day.\n", "One day.\n")
        self.read(text)
        self.assertNotIn("<nav", text)
        self.assertIn('class="lede"', text)

    def test_the_seal_is_the_files_sum(self):
        text = self.write_report("One.\n", "Two.\n")
        seal = re.search(r'"seal":"sha256:([0-9a-f]{64})"\}</pre>', text).group(1)
        self.assertEqual(hashlib.sha256(text.replace(seal, "0" * 64).encode()).hexdigest(), seal)


class Told(Page):
    OLD = "The harbour opened at dawn.\n\nTwo ferries left with 40 people aboard.\n\nThe end of it.\n"
    NEW = "The harbour opened at dawn.\n\nTwo ferries left with 50 people aboard.\n\nThe end of it.\n"

    def test_each_change_has_an_entry_and_a_heading_in_words(self):
        text = self.write_report(self.OLD, self.NEW)
        self.assertIn('<a href="#c1"><q>Two ferries left with …</q></a> edited, 1 word changed; '
                      "critical: number changed from “40” to “50”", text)
        self.assertIn("<h3>Paragraph 2, edited, 1 word changed; critical: number changed from “40” "
                      "to “50”</h3>", text)

    def test_words_are_marked_as_removed_added_and_critical(self):
        text = self.write_report(self.OLD, self.NEW)
        self.assertIn("left with <del><mark>40</mark></del> people", text)
        self.assertIn("left with <ins><mark>50</mark></ins> people", text)
        self.assertIn("left with <del><mark>40</mark></del><ins><mark>50</mark></ins> people", text)

    def test_unchanged_paragraphs_stand_once_a_side_and_not_inline(self):
        tree = self.report(self.OLD, self.NEW)
        self.assertEqual(len(tree.texts["o"]), 3)
        self.assertEqual(len(tree.texts["n"]), 3)
        self.assertEqual(len(tree.texts["i"]), 1)

    def test_quiet_differences_are_marked_unless_they_are_hidden(self):
        old, new = "He said - and left - it was over.\n", "He said – and left – it was over.\n"
        self.assertIn("<u>", self.write_report(old, new))
        self.assertNotIn("<u>", self.write_report(old, new, "--hide-quiet"))
        self.assertNotIn("quiet difference", self.write_report(old, new, "--hide-quiet"))

    def test_white_space_that_differs_is_seen(self):
        text = self.write_report("He went\u00a0to the cold sea.\n", "He went  to the cold sea.\n", "--strict")
        self.assertIn("<del>⍽<wbr></del>", text)
        self.assertIn("<ins>␣<wbr>␣<wbr></ins>", text)

    def test_paragraphs_left_out_are_in_folds(self):
        self.assertNotIn('class="fold"', self.write_report(self.OLD, self.NEW))
        text = self.write_report(self.OLD, self.NEW, "--changes-only")
        self.read(text)
        self.assertEqual(text.count('<details class="fold"><summary>… 1 paragraph the same …'), 2)

    def test_pairings_are_explained_when_that_is_asked_for(self):
        self.assertNotIn("Rare Words Shared", self.write_report(self.OLD, self.NEW))
        text = self.write_report(self.OLD, self.NEW, "--explain")
        self.assertRegex(text, r"<summary>Match [0-9]+%: [^<]*Rare Words Shared \+[0-9.]+")
        self.assertIn("<dt>Rare Words Shared</dt><dd>Both have the same words", text)

    def test_a_moved_paragraph_and_its_old_place_lead_to_each_other(self):
        paragraphs = [f"The {word} ferry left the {word} quay at {word} o'clock with {word} people."
                      for word in ("first", "second", "third", "fourth")]
        tree = self.report("\n\n".join(paragraphs), "\n\n".join(paragraphs[1:] + paragraphs[:1]))
        self.assertEqual(sorted(set(tree.links)), ["#c1", "#m1", "#text"])

    def test_split_paragraphs_stay_paragraphs(self):
        first = "The ferry left at noon with forty people aboard, and none of them looked back at us."
        second = "The quay was empty by the evening of that day, but for a dog that waited for its man."
        rest = "\n\nNothing else was heard of it on the islands until the spring of the next year.\n"
        text = self.write_report(f"{first} {second}{rest}", f"{first}\n\n{second} Gulls.{rest}")
        self.read(text)
        self.assertIn(f'<p class="o">{first}<u>␣<wbr></u>{second}</p>', text)
        self.assertIn(f'<div class="n"><p>{first}<ins>¶</ins></p>\n<p>{second}<ins> Gulls.</ins></p></div>', text)

    def test_languages_and_directions_are_said(self):
        old = "وصلت العبّارة إلى الميناء عند الفجر ومعها أربعون راكباً من الجزر البعيدة في البحر.\n"
        text = self.write_report(old, old.replace("أربعون", "خمسون"))
        self.assertIn('<p class="n" lang="ar" dir="rtl">', text)
        self.assertIn('<h1 lang="ar"', text)


class Hostile(Page):
    def test_every_paragraph_is_text_and_nothing_else(self):
        tree = self.report(HOSTILE_OLD, HOSTILE_NEW)
        whole = "\n".join(tree.texts["o"])
        for paragraph in PARAGRAPHS[:5] + PARAGRAPHS[9:]:
            self.assertIn(paragraph, whole)

    def test_nothing_turns_what_is_around_it(self):
        text = self.write_report(HOSTILE_OLD, HOSTILE_NEW)
        self.read(text)
        self.assertFalse([hex(ord(c)) for c in text if c in BIDI_CONTROLS])
        self.assertIn("The name <code>U+202E</code>gnp.exe<code>U+202C</code> was turned", text)

    def test_controls_stand_as_pictures(self):
        text = self.write_report(HOSTILE_OLD, HOSTILE_NEW)
        self.assertIn("a␁b␈c", text)
        self.assertFalse([hex(ord(c)) for c in text if ord(c) < 32 and c != "\n"])

    def test_a_title_is_text(self):
        title = "</title><script>window.pwned=1</script>\u202e and so on"
        self.report(title + "\n\n" + "It was a day.\n", title + "\n\n" + "It was one day.\n")

    def test_names_of_files_are_text(self):
        old, new = (self.write(name, name) for name in ("a<script>\u202e.txt", "b\"onclick=x'.txt"))
        path = self.folder / "report.html"
        self.compare(old, new, "--output", path)
        text = path.read_text(encoding="utf-8")
        self.read(text)
        self.assertNotIn("\u202e", text)

    def test_a_megabyte_without_a_space(self):
        word = "Ab1" * 350_000
        tree = self.report(word, word + "x")
        self.assertEqual(tree.texts["n"], [word + "x"])


if __name__ == "__main__":
    unittest.main()
