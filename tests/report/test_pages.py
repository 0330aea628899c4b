# SPDX-License-Identifier: GPL-3.0-or-later
"""PDF, PNG and SVG as poppler, qpdf and parsers of their own read them."""

import hashlib
import json
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import unittest
import xml.etree.ElementTree as ET
import zlib

HERE = pathlib.Path(__file__).resolve().parent
FIXTURES = HERE.parent / "golden" / "fixtures"
sys.path.insert(0, str(HERE.parent / "cli"))

from support import PROGRAM, Case, clean_environment  # noqa: E402

NAMES = sorted(path.name[:-len(".old.txt")] for path in FIXTURES.glob("*.old.txt"))

HOSTILE = """He wrote \u202eno\u202c and \x1b[31mred\x1b[0m and <script>alert(1)</script> (a) \\ ]]>.

=cmd()|' /C calc'!A0 and javascript:alert(1) stay words.

A family 👩‍👩‍👧‍👦 and a flag 🇩🇪 stand here.
"""


def needs(*programs):
    missing = [program for program in programs if not shutil.which(program)]
    return unittest.skipIf(missing, f"skipped: no {', '.join(missing)}")


def read(*command):
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


class Pages(Case):
    def make(self, old, new, extension, *options, **env):
        path = pathlib.Path(self.folder) / f"out.{extension}"
        done = subprocess.run(
            [PROGRAM, "compare", "--force", *options, "-o", str(path), str(old), str(new)],
            env=clean_environment(**env), capture_output=True, check=False)
        self.assertIn(done.returncode, (0, 1), done.stderr.decode())
        return path

    def make_fixture(self, name, extension, *options, **env):
        return self.make(FIXTURES / f"{name}.old.txt", FIXTURES / f"{name}.new.txt", extension,
                          *options, **env)

    def make_texts(self, old, new, extension, *options):
        paths = []
        for name, text in (("old.txt", old), ("new.txt", new)):
            paths.append(pathlib.Path(self.folder) / name)
            paths[-1].write_text(text, encoding="utf-8")
        return self.make(*paths, extension, *options)


class Pdf(Pages):
    def assert_in_order(self, words, text):
        """All the words, one behind the other, whatever stands between."""
        at = 0
        for word in words:
            found = text.find(word, at)
            self.assertGreaterEqual(found, 0, f"“{word}” is not behind {text[at - 40:at]!r}")
            at = found + len(word)

    @needs("qpdf")
    def test_every_file_is_one_that_qpdf_has_nothing_to_say_about(self):
        for name in NAMES:
            for layout in ("sides", "inline"):
                with self.subTest(name=name, layout=layout):
                    path = self.make_fixture(name, "pdf", f"--layout={layout}")
                    done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True,
                                          check=False)
                    self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    @needs("pdftotext")
    def test_every_word_of_both_texts_is_found_in_order(self):
        for name in ("edited", "quiet", "added-removed", "critical", "recast", "wrapped",
                     "emptied", "chinese", "japanese", "thai"):
            path = self.make_fixture(name, "pdf")
            text = re.sub(r"\s", "", read("pdftotext", "-raw", str(path), "-"))
            for side in ("old", "new"):
                with self.subTest(name=name, side=side):
                    source = (FIXTURES / f"{name}.{side}.txt").read_text(encoding="utf-8")
                    self.assert_in_order(source.split(), text)

    @needs("pdftotext")
    def test_hebrew_words_are_found(self):
        text = read("pdftotext", str(self.make_fixture("hebrew", "pdf")), "-")
        for word in re.findall(r"[א-ת]+", (FIXTURES / "hebrew.new.txt").read_text("utf-8")):
            self.assertIn(word, text)

    @needs("pdftotext")
    def test_what_would_steer_is_shown_and_does_nothing(self):
        path = self.make_texts(HOSTILE, HOSTILE.replace("red", "blue"), "pdf", "--layout=inline")
        text = re.sub(r"\s", "", read("pdftotext", "-raw", str(path), "-"))
        for words in ("\\u202eno\\u202c", "\\x1b[31m", "<script>alert(1)</script>(a)\\]]>",
                      "=cmd()|'/Ccalc'!A0", "javascript:alert(1)"):
            self.assertIn(words, text)
        for key in (b"/JavaScript", b"/JS", b"/URI", b"/Launch", b"/OpenAction"):
            self.assertNotIn(key, path.read_bytes())

    @needs("pdfdetach")
    def test_the_manifest_is_attached_and_seals_the_whole_file(self):
        path = self.make_fixture("moved", "pdf")
        data = path.read_bytes()
        attached = pathlib.Path(self.folder) / "manifest.json"
        self.assertIn("manifest.json", read("pdfdetach", "-list", str(path)))
        read("pdfdetach", "-save", "1", "-o", str(attached), str(path))
        self.assertIn(attached.read_bytes(), data)
        manifest = json.loads(attached.read_text())
        self.assertEqual(manifest["report"]["format"], "pdf")
        seal = manifest["seal"].removeprefix("sha256:")
        blank = data.replace(seal.encode(), b"0" * 64)
        self.assertEqual(hashlib.sha256(blank).hexdigest(), seal)

    def test_two_runs_give_the_same_bytes(self):
        for name in ("moved", "odd-characters", "arabic"):
            with self.subTest(name=name):
                first = self.make_fixture(name, "pdf").read_bytes()
                self.assertEqual(first, self.make_fixture(name, "pdf").read_bytes())

    @needs("pdfinfo")
    def test_the_file_tells_what_it_is_and_no_time_of_its_own(self):
        info = read("pdfinfo", "-isodates", str(self.make_fixture("edited", "pdf")))
        self.assertRegex(info, r"Title: +Harbour bridge to close for two weeks\n")
        self.assertRegex(info, r"Keywords: +edited\.old\.txt; edited\.new\.txt\n")
        self.assertNotIn("CreationDate", info)
        info = read("pdfinfo", "-isodates", str(
            self.make_fixture("edited", "pdf", SOURCE_DATE_EPOCH="1700000000")))
        self.assertRegex(info, r"CreationDate: +2023-11-14T22:13:20Z\n")

    @needs("pdfinfo")
    def test_pages_lie_side_by_side_and_stand_inline(self):
        self.assertRegex(read("pdfinfo", str(self.make_fixture("edited", "pdf"))),
                         r"Page size: +841\.89 x 595")
        self.assertRegex(
            read("pdfinfo", str(self.make_fixture("edited", "pdf", "--layout=inline"))),
            r"Page size: +595\.\d+ x 841\.89")

    @needs("pdftotext", "pdfinfo")
    def test_pages_are_numbered_and_say_which_versions_they_show(self):
        old = "\n\n".join(f"Paragraph {i} stands here." for i in range(90))
        path = self.make_texts(old, old.replace("7 ", "9 "), "pdf")
        n = int(re.search(r"Pages: +(\d+)", read("pdfinfo", str(path))).group(1))
        self.assertGreater(n, 2)
        for page in range(1, n + 1):
            text = read("pdftotext", "-f", str(page), "-l", str(page), str(path), "-")
            self.assertIn(f"{page} of {n}", text)
            self.assertIn("Old: old.txt", text)
            self.assertIn("New: new.txt", text)

    @needs("qpdf")
    def test_changes_are_in_the_outline(self):
        document = json.loads(read("qpdf", "--json", "--json-key=outlines",
                                   str(self.make_fixture("edited", "pdf"))))
        titles = [outline["title"] for outline in document["outlines"]]
        self.assertEqual(len(titles), 3)
        self.assertIn("edited", titles[0])

    @needs("pdftotext")
    def test_what_is_left_out_is_named(self):
        path = self.make_fixture("edited", "pdf", "--changes-only")
        self.assertIn("2 paragraphs the same", read("pdftotext", str(path), "-"))


class Pictures(Pages):
    def read_chunks(self, path):
        data = path.read_bytes()
        at = 8
        while at < len(data):
            size, kind = struct.unpack(">I4s", data[at:at + 8])
            body = data[at + 8:at + 8 + size]
            (crc,) = struct.unpack(">I", data[at + 8 + size:at + 12 + size])
            self.assertEqual(crc, zlib.crc32(kind + body))
            yield kind, body
            at += 12 + size

    def test_a_png_file_tells_in_words_what_it_shows(self):
        texts = {}
        for kind, body in self.read_chunks(self.make_fixture("edited", "png")):
            if kind == b"iTXt":
                keyword, rest = body.split(b"\0", 1)
                texts[keyword] = rest[4:].decode()
        self.assertEqual(texts[b"Title"], "Comparison of “edited.old.txt” and “edited.new.txt”")
        self.assertIn("3 of 7 paragraphs changed", texts[b"Description"])

    def test_an_svg_file_tells_in_words_what_it_shows(self):
        root = ET.parse(self.make_fixture("edited", "svg")).getroot()
        self.assertEqual(root.get("role"), "img")
        self.assertEqual(root[0].tag, "{http://www.w3.org/2000/svg}title")
        self.assertIn("3 of 7 paragraphs changed", root[1].text)

    def test_an_svg_file_has_nothing_active_and_nothing_remote(self):
        path = self.make_texts(HOSTILE, HOSTILE.replace("red", "blue"), "svg")
        text = path.read_text(encoding="utf-8")
        for element in ET.fromstring(text).iter():
            self.assertNotIn("script", element.tag)
            for key, value in element.attrib.items():
                self.assertFalse(key.startswith("on"), key)
                if key.endswith("href"):
                    self.assertTrue(value.startswith(("#", "data:image/png")), value[:80])

    def read_description(self, path):
        return ET.parse(path).getroot()[1].text

    def get_height(self, path):
        return struct.unpack(">II", dict(self.read_chunks(path))[b"IHDR"][:8])[1]

    def test_a_picture_of_one_change_shows_and_tells_that_one_alone(self):
        first = self.make_fixture("edited", "svg", "--row=1")
        self.assertRegex(self.read_description(first),
                         r"^Paragraph 2, edited, 3 words changed .*Monday.*Tuesday")
        words = self.read_description(self.make_fixture("edited", "svg", "--row=2"))
        self.assertNotIn("Tuesday", words)
        whole = self.get_height(self.make_fixture("edited", "png"))
        self.assertLess(self.get_height(self.make_fixture("edited", "png", "--row=1")), whole / 2)

    def test_a_row_is_named_by_its_id_too_whatever_became_of_it(self):
        found = json.loads(self.make_fixture("moved", "json").read_text(encoding="utf-8"))
        for row in found["rows"]:
            path = self.make_fixture("moved", "svg", f"--row={row['id']}")
            self.assertRegex(self.read_description(path),
                             f"^Paragraph {(row['new'] or row['old'])[0] + 1}, ")

    def test_a_change_has_the_number_that_it_has_in_a_web_page(self):
        page = self.make_fixture("critical", "html", "--critical").read_text(encoding="utf-8")
        number = len(re.findall(r' id="c[0-9]+"', page))
        last = self.make_fixture("critical", "svg", "--critical", f"--row={number}")
        self.assertIn("critical", self.read_description(last))
        self.fails("compare", "--critical", "--row", number + 1, "-f", "png",
                   FIXTURES / "critical.old.txt", FIXTURES / "critical.new.txt",
                   says=f"--row cannot be “{number + 1}”; it is the number of a change")

    def test_formats_that_show_all_say_so(self):
        for name in ("text", "html", "pdf", "docx"):
            self.fails("compare", "--row=1", "-f", name, FIXTURES / "edited.old.txt",
                       FIXTURES / "edited.new.txt",
                       says="--row shows one change alone, which only these formats can: png, svg.")

    def test_a_picture_of_one_change_can_be_checked(self):
        path = self.make_fixture("moved", "png", "--row=2", "--layout=inline")
        done = self.run_program("verify", path, "--old", FIXTURES / "moved.old.txt",
                                 "--new", FIXTURES / "moved.new.txt")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn("Written again, the report has the same bytes.", done.stdout.decode())

    def test_pictures_have_their_manifest_beside(self):
        for extension in ("png", "svg"):
            path = self.make_fixture("edited", extension)
            manifest = json.loads((path.parent / f"{path.name}.manifest.json").read_text())
            self.assertEqual(manifest["file"]["sha256"],
                             hashlib.sha256(path.read_bytes()).hexdigest())

    def test_what_is_too_high_for_a_picture_ends(self):
        text = "\n\n".join(f"Paragraph {i} stands here." for i in range(900))
        path = self.make_texts(text, text.replace("7 ", "9 "), "png")
        chunks = dict(self.read_chunks(path))
        width, height = struct.unpack(">II", chunks[b"IHDR"][:8])
        self.assertEqual(width, 1684)
        self.assertLessEqual(height, 16000)
        self.assertGreater(height, 15000)


if __name__ == "__main__":
    unittest.main()
