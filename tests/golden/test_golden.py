# SPDX-License-Identifier: GPL-3.0-or-later
"""Every report format of every pair of fixtures, and of histories, against the files kept here.

Pages and pictures are kept as lines that say what is drawn where, in fonts that every machine has.
VARIORUM_REWRITE_GOLDEN=1 writes them anew; read the difference before committing it."""

import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
FIXTURES = HERE / "fixtures"
sys.path.insert(0, str(HERE.parent / "cli"))

import alike  # noqa: E402
import fonts  # noqa: E402
import lives  # noqa: E402
import pages  # noqa: E402
import pictures  # noqa: E402
from support import PROGRAM, clean_environment  # noqa: E402

NAMES = sorted(path.name[:-len(".old.txt")] for path in FIXTURES.glob("*.old.txt"))
REWRITE = os.environ.get("VARIORUM_REWRITE_GOLDEN", "") not in ("", "0")

VARIANTS = {
    "inline.txt": ["--width=80"],
    "sides.txt": ["--width=110"],
    "colour.txt": ["--width=110", "--color=always", "--context=1"],
    "json": ["--format=json"],
    "words.txt": ["--format=words"],
    "html": ["--format=html", "--context=1"],
    "md": ["--format=markdown"],
    "critic.md": ["--format=criticmarkup"],
    "csv": ["--format=csv"],
    "diff": ["--format=diff"],
    "tei.xml": ["--format=tei"],
    "docx.xml": ["--format=docx"],
    "odt.xml": ["--format=odt"],
}

# What is drawn: how it is listed, and with which options.
DRAWN = {
    "pdf.txt": (pages.list_pdf, ["--format=pdf"]),
    "inline.pdf.txt": (pages.list_pdf, ["--format=pdf", "--layout=inline"]),
    "svg.txt": (pictures.list_svg, ["--format=svg"]),
    "png.txt": (pictures.list_png, ["--format=png"]),
}

HISTORIES = ("history.html", "history.json", "history.pdf.txt")


def settle(text):
    """Without what another version of the engine or of Unicode's data changes by itself."""
    document = json.loads(text)
    for made in (document, document["manifest"]):
        made["engine"] = {key: "…" for key in made["engine"]}
    document["manifest"]["seal"] = "…"
    for row in document["rows"]:
        row["score"] = 0
        row["explanation"] = []
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def settle_history(text):
    """The same of a history, which has one manifest and no scores."""
    document = json.loads(text)
    made = document["manifest"]
    made["engine"] = {key: "…" for key in made["engine"]}
    made["seal"] = "…"
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def settle_html(text):
    """Without its style, and what goes by the engine's version and the style's sum."""
    text = re.sub(r"<style>.*?</style>", "<style>…</style>", text, flags=re.DOTALL)
    text = re.sub(r"'sha256-[^']*'", "'sha256-…'", text)
    text = re.sub(r"<pre>\{.*\}</pre>", "<pre>…</pre>", text)
    return re.sub(r"Variorum [0-9][0-9.]*", "Variorum …", text)


def settle_xml(text):
    """Without the manifest, which tells of the engine and sums up all bytes."""
    return re.sub(r'\{"schema":"variorum-manifest/1".*"seal":"[^"]*"\}', "{…}", text)


# Of a ZIP file, what a reader sees; how it is packed goes by zlib's version.
PARTS = {"docx.xml": "word/document.xml", "odt.xml": "content.xml"}

SETTLE = {"json": settle, "html": settle_html, "tei.xml": settle_xml}


def run(name, arguments, **env):
    done = subprocess.run([PROGRAM, "compare", *arguments, f"{name}.old.txt", f"{name}.new.txt"],
                          cwd=FIXTURES, env=clean_environment(**env), capture_output=True,
                          check=False)
    if done.returncode not in (0, 1):
        raise AssertionError(done.stderr.decode())
    return done.stdout


class Kept(unittest.TestCase):
    maxDiff = None

    def check_text(self, file_name, text):
        path = HERE / file_name
        if REWRITE:
            path.write_text(text, encoding="utf-8", newline="")
        self.assertTrue(path.exists(), f"{path.name}: VARIORUM_REWRITE_GOLDEN=1 writes it")
        self.assertEqual(path.read_bytes().decode(), text,
                         f"{path.name}: VARIORUM_REWRITE_GOLDEN=1 rewrites it")

    def check_drawing(self, file_name, made):
        path = HERE / file_name
        kept = path.read_text(encoding="utf-8") if path.exists() else ""
        differences = alike.find_differences(kept, made)
        if REWRITE and differences:
            path.write_text(made, encoding="utf-8", newline="")
        elif differences:
            self.fail(f"{path.name}: VARIORUM_REWRITE_GOLDEN=1 rewrites it\n" + "\n".join(differences))


class Golden(Kept):
    def check(self, name, variant):
        report = run(name, VARIANTS[variant])
        if variant in PARTS:
            with zipfile.ZipFile(io.BytesIO(report)) as archive:
                report = archive.read(PARTS[variant])
        self.check_text(f"{name}.{variant}", SETTLE.get(variant, str)(report.decode()))

    def test_every_report_of_every_pair_is_as_kept(self):
        self.assertTrue(NAMES)
        for name in NAMES:
            for variant in VARIANTS:
                with self.subTest(report=f"{name}.{variant}"):
                    self.check(name, variant)

    def test_no_kept_report_lacks_its_fixtures(self):
        for path in HERE.iterdir():
            name, _, variant = path.name.partition(".")
            if variant in VARIANTS or variant in DRAWN:
                self.assertIn(name, NAMES, path.name)
            if variant in HISTORIES:
                self.assertIn(name, lives.NAMES, path.name)


class Drawn(Kept):
    """Pages and pictures.  Each machine has other fonts and another Cairo: the fonts are set, and
    numbers and colours may differ by what does not meet the eye."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="variorum-golden-")
        cls.addClassCleanup(folder.cleanup)
        cls.fonts = fonts.make(folder.name)
        cls.file = pathlib.Path(folder.name) / "report"

    def draw(self, name, variant):
        list_file, options = DRAWN[variant]
        self.file.write_bytes(run(name, options, **self.fonts))
        return list_file(self.file)

    def test_every_drawing_of_every_pair_is_as_kept(self):
        self.assertTrue(NAMES)
        for name in NAMES:
            for variant in DRAWN:
                with self.subTest(report=f"{name}.{variant}"):
                    self.check_drawing(f"{name}.{variant}", self.draw(name, variant))


class History(Kept):
    """All versions of an article."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="variorum-golden-")
        cls.addClassCleanup(folder.cleanup)
        cls.fonts = fonts.make(folder.name)
        cls.file = pathlib.Path(folder.name) / "history.pdf"
        cls.archive = lives.Archive(folder.name)

    def test_pages_and_json_of_every_history_are_as_kept(self):
        for name in lives.NAMES:
            for extension, settle_text in (("html", settle_html), ("json", settle_history)):
                with self.subTest(report=f"{name}.history.{extension}"):
                    text = self.archive.report(name, extension).decode()
                    self.check_text(f"{name}.history.{extension}", lives.settle(settle_text(text)))

    def test_paper_of_every_history_is_as_kept(self):
        for name in lives.NAMES:
            with self.subTest(report=f"{name}.history.pdf.txt"):
                self.file.write_bytes(self.archive.report(name, "pdf", **self.fonts))
                made = lives.join_lines(lives.settle(pages.list_pdf(self.file)))
                self.check_drawing(f"{name}.history.pdf.txt", made)


if __name__ == "__main__":
    unittest.main()
