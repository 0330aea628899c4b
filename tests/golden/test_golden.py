# SPDX-License-Identifier: GPL-3.0-or-later
"""Every report format of every pair of fixtures against the files kept here.

VARIORUM_REWRITE_GOLDEN=1 writes them anew; read the difference before committing it."""

import io
import json
import os
import pathlib
import re
import subprocess
import sys
import unittest
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
FIXTURES = HERE / "fixtures"
sys.path.insert(0, str(HERE.parent / "cli"))

from support import PROGRAM, clean_environment  # noqa: E402

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


def run(name, arguments):
    done = subprocess.run([PROGRAM, "compare", *arguments, f"{name}.old.txt", f"{name}.new.txt"],
                          cwd=FIXTURES, env=clean_environment(), capture_output=True, check=False)
    if done.returncode not in (0, 1):
        raise AssertionError(done.stderr.decode())
    return done.stdout


class Golden(unittest.TestCase):
    maxDiff = None

    def check(self, name, variant):
        report = run(name, VARIANTS[variant])
        if variant in PARTS:
            with zipfile.ZipFile(io.BytesIO(report)) as archive:
                report = archive.read(PARTS[variant])
        text = report.decode()
        text = SETTLE.get(variant, str)(text)
        path = HERE / f"{name}.{variant}"
        if REWRITE:
            path.write_text(text, encoding="utf-8", newline="")
        self.assertTrue(path.exists(), f"{path.name}: VARIORUM_REWRITE_GOLDEN=1 writes it")
        self.assertEqual(path.read_bytes().decode(), text,
                         f"{path.name}: VARIORUM_REWRITE_GOLDEN=1 rewrites it")

    def test_every_report_of_every_pair_is_as_kept(self):
        names = sorted(path.name[:-len(".old.txt")] for path in FIXTURES.glob("*.old.txt"))
        self.assertTrue(names)
        for name in names:
            for variant in VARIANTS:
                with self.subTest(report=f"{name}.{variant}"):
                    self.check(name, variant)

    def test_no_kept_report_lacks_its_fixtures(self):
        for path in HERE.iterdir():
            name, _, variant = path.name.partition(".")
            if variant in VARIANTS:
                self.assertTrue((FIXTURES / f"{name}.old.txt").exists(), path.name)


if __name__ == "__main__":
    unittest.main()
