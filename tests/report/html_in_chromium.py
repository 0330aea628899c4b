#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""HTML reports in a real browser: what a reader sees, on a screen, a phone and paper.

Skipped where there is no Chromium.  VARIORUM_AXE names axe.min.js of the npm package axe-core, else
npm is asked for it.  VARIORUM_HISTORY_PAGE names the test that prints a history.
VARIORUM_SCREENSHOTS names a folder for pictures to look at."""

import atexit
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parent / "cli"))

import chromium  # noqa: E402
from hostile import BIDI_CONTROLS, HOSTILE_NEW, HOSTILE_OLD  # noqa: E402
from support import Case  # noqa: E402

FIXTURES = HERE.parent / "golden" / "fixtures"
PICTURES = os.environ.get("VARIORUM_SCREENSHOTS")

LOOKS = {
    "light": {"width": 1280},
    "dark": {"width": 1280, "scheme": "dark"},
    "phone": {"width": 360, "height": 740, "mobile": True},
    "phone-dark": {"width": 360, "height": 740, "mobile": True, "scheme": "dark"},
}

WHAT_IS_ACTIVE = """[...document.querySelectorAll('*')].filter(e =>
  ['SCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'IMG', 'LINK', 'BASE', 'FORM', 'VIDEO', 'AUDIO'].includes(
    e.tagName) ||
  [...e.attributes].some(a => a.name.startsWith('on') || a.name == 'style' ||
    (['href', 'src', 'action'].includes(a.name) && !a.value.startsWith('#')))
).map(e => e.outerHTML.slice(0, 200))"""

AXE = """axe.run(document, {resultTypes: ['violations']}).then(found =>
  found.violations.map(v => v.impact + ': ' + v.id + ': ' + v.nodes.slice(0, 3).map(
    n => n.html.slice(0, 120) + ' ' + n.any.map(a => a.message).join(' ').slice(0, 200)).join(' | ')))"""


def find_axe():
    """The text of axe-core, or None."""
    named = os.environ.get("VARIORUM_AXE")
    if named:
        return pathlib.Path(named).read_text(encoding="utf-8")
    if not shutil.which("npm"):
        return None
    folder = tempfile.mkdtemp(prefix="variorum-axe-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    done = subprocess.run(["npm", "install", "--no-audit", "--no-fund", "axe-core"], cwd=folder,
                          capture_output=True, timeout=120, check=False)
    path = pathlib.Path(folder, "node_modules/axe-core/axe.min.js")
    return path.read_text(encoding="utf-8") if done.returncode == 0 and path.exists() else None


@unittest.skipUnless(chromium.find(), "skipped: no Chromium")
class Browser(Case):
    @classmethod
    def setUpClass(cls):
        cls.page = chromium.Page()
        cls.addClassCleanup(cls.page.close)

    def open(self, old, new, *options):
        path = self.folder / "report.html"
        self.compare(old, new, *options, "--output", path, "--force")
        self.page.look()
        self.page.open(path)
        return path

    def open_texts(self, old, new, *options):
        return self.open(*self.pair(old, new), *options)

    def open_fixture(self, name, *options):
        return self.open(FIXTURES / f"{name}.old.txt", FIXTURES / f"{name}.new.txt", *options)

    def names(self):
        return sorted(path.name[:-len(".old.txt")] for path in FIXTURES.glob("*.old.txt"))

    def shown(self, selector):
        """Texts of the elements that are seen."""
        return self.page.ask(f"""[...document.querySelectorAll({selector!r})].filter(
            e => e.checkVisibility()).map(e => e.innerText)""")

    def assert_calm(self, path):
        self.assertEqual(self.page.requests, [f"file://{path}"])
        self.assertEqual(self.page.complaints, [])
        self.assertEqual(self.page.ask(WHAT_IS_ACTIVE), [])

    def picture(self, name, **more):
        if PICTURES:
            self.page.shoot(pathlib.Path(PICTURES, name + ".png"), **more)


class Seen(Browser):
    def test_no_request_leaves_and_nothing_is_active(self):
        for name in self.names():
            with self.subTest(fixture=name):
                self.assert_calm(self.open_fixture(name, "--explain"))

    def test_a_screen_has_both_sides_and_a_phone_one_text(self):
        self.open_fixture("edited")
        self.assertTrue(self.shown(".b > .o"))
        self.assertFalse(self.shown(".b > .i"))
        old, new = (self.page.ask(f"document.querySelector('.b > {c}').getBoundingClientRect().x")
                    for c in (".o", ".n"))
        self.assertLess(old, new)
        self.page.look(**LOOKS["phone"])
        self.assertFalse(self.shown(".b > .o"))
        self.assertTrue(self.shown(".b > .i"))

    def test_the_reader_chooses_the_view_without_a_script(self):
        self.open_fixture("edited")
        self.page.call("Emulation.setScriptExecutionDisabled", value=True)
        self.addCleanup(self.page.call, "Emulation.setScriptExecutionDisabled", value=False)
        self.page.ask("document.querySelector('#v-inline').click()")
        self.assertFalse(self.shown(".b > .o"))
        self.assertTrue(self.shown(".b > .i"))
        self.page.look(**LOOKS["phone"])
        self.page.ask("document.querySelector('#v-sides').click()")
        self.assertTrue(self.shown(".b > .o"))
        self.assertTrue(self.shown(".b > .n"))
        self.assertFalse(self.shown(".b > .i"))

    def test_unchanged_paragraphs_can_be_hidden(self):
        self.open_fixture("edited")
        self.assertTrue(self.shown(".s > .n"))
        self.page.ask("document.querySelector('#v-changes').click()")
        self.assertFalse(self.shown(".s > .n"))
        self.assertTrue(self.shown(".edited > .n"))

    def test_a_layout_that_was_asked_for_comes_first(self):
        self.open_fixture("edited", "--layout=inline")
        self.assertTrue(self.shown(".b > .i"))
        self.assertFalse(self.shown(".b > .o"))

    def test_the_list_leads_to_every_change(self):
        self.open_fixture("moved")
        self.assertTrue(self.page.ask("document.querySelectorAll('nav a').length"))
        self.assertEqual(self.page.ask(
            """[...document.querySelectorAll('a')].filter(
                 a => !document.getElementById(a.hash.slice(1))).map(a => a.hash)"""), [])

    def test_what_was_left_out_can_be_opened(self):
        self.open_fixture("edited", "--changes-only")
        self.assertFalse(self.shown(".fold .n"))
        self.page.ask("document.querySelectorAll('.fold > summary').forEach(s => s.click())")
        self.assertTrue(self.shown(".fold .n"))

    def test_no_sideways_scrolling_on_a_phone(self):
        for name in self.names():
            with self.subTest(fixture=name):
                self.open_fixture(name, "--explain")
                self.page.look(**LOOKS["phone"])
                self.assertLessEqual(self.page.ask("document.scrollingElement.scrollWidth"), 360)

    def test_a_note_stands_below_its_paragraph_on_a_phone(self):
        old, new = self.pair("Fog lay on the quay.\n\nThe ferry left at noon, and nobody was hurt.\n",
                             "Fog lay on the quay.\n\nRain came in the evening; gulls slept.\n")
        saved = self.folder / "noted.variorum"
        rows = self.compare_json(old, new, "--save", saved)["rows"]
        document = json.loads(saved.read_text(encoding="utf-8"))
        document["notes"] = [{"row": row["id"], "text": "Who says so?"} for row in rows]
        saved.write_text(json.dumps(document), encoding="utf-8")
        path = self.folder / "noted.html"
        self.compare(saved, "--output", path)
        for look in ("phone", "light"):
            self.page.look(**LOOKS[look])
            self.page.open(path)
            boxes = self.page.ask("""[...document.querySelectorAll('.note')].map(note => {
                const text = note.parentElement.querySelector('.removed > .o, .added > .n, .s > .n');
                const a = text.getBoundingClientRect(), b = note.getBoundingClientRect();
                return [a.width, b.width, a.bottom <= b.top || a.right <= b.left];
            })""")
            self.assertEqual(len(boxes), len(rows))
            for text, note, apart in boxes:
                self.assertGreater(min(text, note), 250)
                self.assertTrue(apart)

    def print_text(self, **options):
        path = self.folder / "report.pdf"
        self.page.print(path, **options)
        return subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True,
                              check=True).stdout

    @unittest.skipUnless(shutil.which("pdftotext"), "skipped: no pdftotext")
    def test_paper_gets_what_fits_it(self):
        self.open_texts("One day in May.\n\nThe harbour opened.\n", "One day in June.\n\nThe harbour opened.\n")
        upright = self.print_text()
        self.assertIn("Made by Variorum", upright)
        self.assertNotIn("Side by Side", upright)
        self.assertEqual(upright.count("The harbour opened."), 1)
        self.assertEqual(self.print_text(landscape=True).count("The harbour opened."), 2)
        self.page.ask("document.querySelector('#v-sides').click()")
        self.assertEqual(self.print_text(landscape=True).count("The harbour opened."), 2)

    def test_dark_is_dark_and_paper_is_light(self):
        self.open_fixture("edited")
        ground = "getComputedStyle(document.documentElement).backgroundColor"
        self.page.look(**LOOKS["light"])
        self.assertEqual(self.page.ask(ground), "rgb(255, 255, 255)")
        self.page.look(**LOOKS["dark"])
        self.assertEqual(self.page.ask(ground), "rgb(30, 30, 32)")
        self.page.look(scheme="dark", media="print")
        self.assertEqual(self.page.ask(ground), "rgb(255, 255, 255)")

    def test_right_to_left_paragraphs_start_right(self):
        for name in ("arabic", "hebrew"):
            self.open_fixture(name)
            self.assertEqual(self.page.ask(
                "[...document.querySelectorAll('main .n')].map(e => getComputedStyle(e).direction)"
                ".filter(d => d != 'rtl')"), [])
            self.assertEqual(self.page.ask("getComputedStyle(document.body).direction"), "ltr")

    def test_axe_finds_nothing(self):
        axe = find_axe()
        if axe is None:
            self.skipTest("skipped: no axe-core")
        for name in self.names():
            self.open_fixture(name, "--explain", "--context=1")
            self.page.ask("document.querySelectorAll('details').forEach(d => d.open = true)")
            self.page.ask(axe + ";0")
            for look, how in LOOKS.items():
                with self.subTest(fixture=name, look=look):
                    self.page.look(**how)
                    self.assertEqual(self.page.ask(AXE), [])

    def test_pictures(self):
        for name in self.names() if PICTURES else ():
            self.open_fixture(name, "--explain")
            for look, how in LOOKS.items():
                self.page.look(**how)
                self.picture(f"{name}-{look}")
            for way in ("upright", "lying"):
                self.page.print(pathlib.Path(PICTURES, f"{name}-{way}.pdf"), landscape=way == "lying")


class Hostile(Browser):
    def test_hostile_text_is_inert(self):
        path = self.open_texts(HOSTILE_OLD, HOSTILE_NEW, "--explain")
        self.assert_calm(path)
        self.assertIsNone(self.page.ask("window.pwned"))
        for look, how in LOOKS.items():
            self.page.look(**how)
            self.picture(f"hostile-{look}", height=4000)
        self.assertLessEqual(self.page.ask("document.scrollingElement.scrollWidth"), 360)

    def test_hostile_text_is_shown_as_it_is(self):
        self.open_texts(HOSTILE_OLD, HOSTILE_NEW)
        old = " ".join(self.page.ask(
            "[...document.querySelectorAll('main .o')].map(e => e.textContent)"))
        for word in ("<script>window.pwned = 1</script>", "]]>", "javascript:window.pwned=4",
                     "&lt;b&gt;", "👩‍👩‍👧‍👦", "日本語", "עברית", "العربية"):
            self.assertIn(word, old)

    def test_nothing_turns_what_is_around_it(self):
        self.open_texts(HOSTILE_OLD, HOSTILE_NEW)
        text = self.page.ask("document.documentElement.textContent + document.title")
        self.assertEqual([hex(ord(c)) for c in text if c in BIDI_CONTROLS], [])
        self.assertIn("U+202E", self.page.ask("document.querySelector('main code').textContent"))

    def test_a_word_of_a_megabyte_stays_on_the_phone(self):
        word = "Ab1" * 350_000
        self.open_texts("The start.\n\n" + word + "\n", "The start.\n\n" + word + "x\n")
        self.page.look(**LOOKS["phone"])
        self.assertLessEqual(self.page.ask("document.scrollingElement.scrollWidth"), 360)

    def test_the_policy_stops_what_would_get_in(self):
        """The check of the check: markup that is not escaped is still stopped, and noticed."""
        path = self.open_texts("One.\n", "Two.\n")
        content = path.read_text(encoding="utf-8")
        path.write_text(content.replace("</main>", "<script>window.pwned = 1</script>"
                                        "<img src=http://127.0.0.1:9/x></main>"), encoding="utf-8")
        self.page.open(path)
        self.assertIsNone(self.page.ask("window.pwned"))
        self.assertTrue(self.page.complaints)
        self.assertTrue(self.page.ask(WHAT_IS_ACTIVE))


@unittest.skipUnless(os.environ.get("VARIORUM_HISTORY_PAGE"), "skipped: no program prints a page")
class History(Browser):
    def setUp(self):
        super().setUp()
        self.path = self.folder / "history.html"
        with self.path.open("wb") as page:
            subprocess.run([os.environ["VARIORUM_HISTORY_PAGE"], "--page"], stdout=page, check=True)
        self.page.look()
        self.page.open(self.path)

    def test_no_request_leaves_and_nothing_is_active(self):
        self.assert_calm(self.path)
        self.assertIsNone(self.page.ask("window.pwned"))

    def test_it_fits_a_phone_and_axe_finds_nothing(self):
        axe = find_axe()
        self.page.ask("document.querySelectorAll('details').forEach(d => d.open = true)")
        for look, how in LOOKS.items():
            self.page.look(**how)
            self.picture(f"history-{look}")
            self.assertLessEqual(self.page.ask("document.scrollingElement.scrollWidth"), how["width"])
            self.assertGreater(self.page.ask("document.querySelector('svg').clientHeight"), 100)
            if axe:
                self.page.ask(axe + ";0")
                self.assertEqual(self.page.ask(AXE), [], look)
        if PICTURES:
            self.page.print(pathlib.Path(PICTURES, "history.pdf"))


if __name__ == "__main__":
    unittest.main()
