# SPDX-License-Identifier: GPL-3.0-or-later
"""What the golden files of pages and pictures notice: another word, colour or place; and what not."""

import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest
import zlib

HERE = pathlib.Path(__file__).resolve().parent
FIXTURES = HERE / "fixtures"
sys.path.insert(0, str(HERE.parent / "cli"))

import alike  # noqa: E402
import fonts  # noqa: E402
import pages  # noqa: E402
import pictures  # noqa: E402
from support import PROGRAM, clean_environment  # noqa: E402

# Blue, green and red behind words that are gone.
REMOVED = b"\xd6\xd4\xfa"


def write_png(path, pixels, rows):
    """As Pixels has them, with the texts of the file that was read."""
    data = b"".join(b"\0" + bytes(byte for x in range(0, len(row), 4) for byte in row[x:x + 3][::-1])
                    for row in rows)
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", pixels.width, len(rows), 8, 2, 0, 0, 0)),
              (b"IDAT", zlib.compress(data, 1)), (b"IEND", b"")]
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        for kind, body in chunks:
            file.write(struct.pack(">I", len(body)) + kind + body
                       + struct.pack(">I", zlib.crc32(kind + body)))


class Drawn(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="variorum-drawn-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.env = clean_environment(**fonts.make(folder.name))

    def draw(self, extension, name="edited"):
        path = self.folder / f"{name}.{extension}"
        subprocess.run([PROGRAM, "compare", "--force", "-o", path, f"{name}.old.txt", f"{name}.new.txt"],
                       cwd=FIXTURES, env=self.env, capture_output=True, check=False)
        return path

    def change(self, path, pattern, by):
        """Changes the first place of the pattern."""
        data, n = re.subn(pattern, by, path.read_bytes(), count=1)
        self.assertEqual(n, 1, pattern)
        other = path.with_suffix(".changed" + path.suffix)
        other.write_bytes(data)
        return other


@unittest.skipUnless(shutil.which("qpdf") and shutil.which("fix-qdf"), "skipped: no qpdf")
class Pages(Drawn):
    def setUp(self):
        plain = self.draw("pdf")
        self.path = self.folder / "plain.pdf"
        subprocess.run(["qpdf", "--qdf", "--object-streams=disable", plain, self.path], check=True)
        self.listing = pages.list_pdf(plain)

    def find(self, pattern, by):
        changed = self.change(self.path, pattern, by)
        fixed = self.folder / "fixed.pdf"
        with open(fixed, "wb") as file:
            subprocess.run(["fix-qdf", changed], stdout=file, check=True)
        return alike.find_differences(self.listing, pages.list_pdf(fixed))

    def test_the_same_pages_are_alike(self):
        self.assertEqual(self.find(rb"\A", b""), [])

    def test_another_letter_is_noticed(self):
        (line,) = self.find(rb"Around 4", b"Around 9")
        self.assertIn('+ text 42.5 298.7 10.0 #000000 DejaVuSerif "Around 9,200 cars', line)

    def test_another_colour_of_letters_is_noticed(self):
        self.assertTrue(self.find(rb"0\.33 0\.33 0\.33 rg", b"0.34 0.33 0.33 rg"))

    def test_another_colour_of_a_mark_is_noticed(self):
        self.assertTrue(self.find(rb"0\.976902 0\.830118", b"0.976902 0.810118"))
        self.assertTrue(self.find(rb"0\.0941176 0\.439216 0\.270588 RG", b"0.1 0.439216 0.270588 RG"))

    def test_another_place_is_noticed(self):
        self.assertTrue(self.find(rb"17 0 0 -17 42\.5 ", b"17 0 0 -17 43.5 "))
        self.assertTrue(self.find(rb"17 0 0 -17 42\.5 ", b"18 0 0 -18 42.5 "))

    def test_a_mark_that_is_longer_is_noticed(self):
        self.assertTrue(self.find(rb"m 61\.098 262\.984 l S", b"m 62.098 262.984 l S"))

    def test_a_mark_that_is_thicker_is_noticed(self):
        self.assertTrue(self.find(rb"\n0\.9 w", b"\n1.4 w"))

    def test_the_page_s_size_is_noticed(self):
        self.assertTrue(self.find(rb"841\.889764", b"842.889764"))

    def test_a_title_of_the_outline_is_noticed(self):
        self.assertTrue(self.find(rb"<feff201c0054", b"<feff201c0055"))

    def test_what_is_rounded_otherwise_is_not_noticed(self):
        self.assertEqual(self.find(rb"17 0 0 -17 42\.5 ", b"17 0 0 -17 42.7 "), [])


class Svg(Drawn):
    def setUp(self):
        self.path = self.draw("svg")
        self.listing = pictures.list_svg(self.path)

    def find(self, pattern, by):
        return alike.find_differences(self.listing, pictures.list_svg(self.change(self.path, pattern, by)))

    def test_the_same_picture_is_alike(self):
        self.assertEqual(self.find(rb"\A", b""), [])

    def test_another_letter_is_noticed(self):
        self.assertTrue(self.find(rb'(<use xlink:href="#glyph-?0-)2"', rb'\g<1>3"'))

    def test_another_colour_of_letters_is_noticed(self):
        self.assertTrue(self.find(rb"rgb\(33%, ?33%, ?33%\)", b"rgb(34%,33%,33%)"))

    def test_another_colour_of_a_mark_is_noticed(self):
        self.assertTrue(self.find(rb"rgb\(93\.66\d*%", b"rgb(92.6%"))

    def test_another_place_is_noticed(self):
        self.assertTrue(self.find(rb'x="42\.5" y="58\.28125"', b'x="43.5" y="58.28125"'))
        self.assertTrue(self.find(rb'x="42\.5" y="58\.28125"', b'x="42.5" y="59.28125"'))

    def test_another_size_or_description_is_noticed(self):
        self.assertTrue(self.find(rb'width="842pt"', b'width="842"'))
        self.assertTrue(self.find(rb"10 words removed", b"11 words removed"))


class Png(Drawn):
    """The picture of “edited”: a sentence of another colour, of other words, elsewhere."""

    def setUp(self):
        self.path = self.draw("png")
        self.pixels = pictures.Pixels(self.path)

    def find(self, rows):
        changed = self.folder / "changed.png"
        write_png(changed, self.pixels, rows)
        kept = pictures.list_png(self.path).splitlines()
        made = pictures.list_png(changed).splitlines()
        # The title and the description were not written.
        return alike.find_differences("\n".join(kept[:1] + kept[3:]), "\n".join(made))

    def change_area(self, left, top, right, bottom, change):
        rows = list(self.pixels.rows)
        for y in range(top, bottom):
            row = rows[y]
            rows[y] = row[:4 * left] + change(row[4 * left:4 * right]) + row[4 * right:]
        return rows

    def find_tint(self):
        """A run of pixels in the colour of what was removed."""
        for y, row in enumerate(self.pixels.rows):
            at = row.find(REMOVED)
            if at >= 0:
                return at // 4, y
        raise AssertionError("nothing was removed")

    def test_the_same_picture_is_alike(self):
        self.assertEqual(self.find(self.pixels.rows), [])

    def test_another_colour_of_a_mark_is_noticed(self):
        x, y = self.find_tint()
        rows = self.change_area(x, y, x + 60, y + 20,
                                lambda part: part.replace(REMOVED, b"\xb4\xd4\xfa"))
        self.assertTrue(self.find(rows))

    def test_a_word_that_is_gone_is_noticed(self):
        x, y = self.find_tint()
        self.assertTrue(self.find(self.change_area(x, y, x + 40, y + 20,
                                                   lambda part: b"\xff" * len(part))))

    def test_words_elsewhere_are_noticed(self):
        x, y = self.find_tint()
        self.assertTrue(self.find(self.change_area(
            100, y, x, y + 20, lambda part: part[12:] + part[:12])))

    def test_another_word_is_noticed(self):
        other = self.folder / "word"
        other.mkdir(exist_ok=True)
        for side in ("old", "new"):
            text = (FIXTURES / f"edited.{side}.txt").read_text(encoding="utf-8")
            (other / f"edited.{side}.txt").write_text(text.replace("boats", "goats"), encoding="utf-8")
        path = other / "edited.png"
        subprocess.run([PROGRAM, "compare", "--force", "-o", path, "edited.old.txt", "edited.new.txt"],
                       cwd=other, env=self.env, capture_output=True, check=False)
        kept, made = pictures.list_png(self.path), pictures.list_png(path)
        self.assertTrue(alike.find_differences(kept, made))

    def test_what_is_rounded_otherwise_is_not_noticed(self):
        rows = self.change_area(0, 0, self.pixels.width, self.pixels.height,
                                lambda part: part.replace(REMOVED, b"\xd4\xd2\xf8"))
        self.assertEqual(self.find(rows), [])


if __name__ == "__main__":
    unittest.main()
