# SPDX-License-Identifier: GPL-3.0-or-later
"""variorum history: all versions of a variant as HTML, PDF and JSON, from a scripted life."""

import hashlib
import html
import json
import os
import pathlib
import pty
import re
import shutil
import subprocess
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "cli"))

from life import FIRST, NAME, LifeCase, write_life  # noqa: E402
from support import PROGRAM, SCHEMAS, clean_environment  # noqa: E402

def needs(*programs):
    missing = [program for program in programs if not shutil.which(program)]
    return unittest.skipIf(missing, f"skipped: no {', '.join(missing)}")


def read(*command):
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


class History(LifeCase):
    def history(self, extension, *words, status=0, **env):
        path = self.folder / f"history.{extension}"
        done = self.run_program("history", NAME, "-o", path, f"--archive={self.archive}", *words,
                                env=env)
        self.assertEqual(done.returncode, status, done.stderr.decode())
        return path

    def make(self, extension, *words, **env):
        return self.history(extension, "--force", *words, **env)

    def read_page(self, path):
        """The words of a page, a line an element."""
        text = re.sub(r"<style>.*?</style>|<pre>.*?</pre>", "", path.read_text("utf-8"), flags=re.S)
        text = html.unescape(re.sub(r"<[^>]*>", "\n", text))
        return re.sub(r"\s*\n\s*", "\n", text)

    def read_pdf(self, *words):
        text = read("pdftotext", "-raw", str(self.make("pdf", *words)), "-")
        return re.sub(r"\s+", " ", text)


class What(History):
    """What a report tells, in every format."""

    TOLD = (
        "6 versions: ",
        "First version.",
        "1 of 4 paragraphs changed: 1 edited.",
        "silent edit: “forty” became “fifty”; no correction or update note was added",
        "Paragraph 2, edited, 1 word changed (removed “forty”, added “fifty”): The harbour opened",
        "headline changed",
        "Paragraph 2, moved up 2 places: Nobody was hurt, the harbour master said.",
        "Paragraph 6, added: Update: this article was corrected on Tuesday.",
        "back to version 3",
        "Paragraph 6, removed: Update: this article was corrected on Tuesday.",
        "The-Quay/cnn@6",
        "The tallest bar stands for ",
    )

    def test_a_page_tells_what_each_version_changed(self):
        text = self.read_page(self.make("html"))
        for words in self.TOLD:
            self.assertIn(words, text)
        self.assertEqual(re.findall(r"^Version \d+$", text, re.M),
                         [f"Version {i}" for i in range(1, 7)])
        self.assertIn("2014-04-12 16:23:00 UTC+02:00", text)
        self.assertIn("noted: Who said <b>so</b>?", text)

    @needs("pdftotext")
    def test_paper_tells_the_same(self):
        text = self.read_pdf()
        for words in self.TOLD:
            self.assertIn(words, text)
        for i in range(1, 7):
            self.assertIn(f"Version {i} · 2014-04-{9 + i} 16:23:00 UTC+02:00", text)
        self.assertIn("noted: Who said <b>so</b>?", text)

    def test_json_holds_to_its_schema(self):
        import jsonschema

        document = json.loads(self.make("json").read_text())
        schema = json.loads((SCHEMAS / "variorum-history-1.schema.json").read_text())
        jsonschema.Draft202012Validator(schema).validate(document)
        self.assertEqual((document["story"], document["variant"]), ("The Quay", "cnn"))
        self.assertEqual(document["title"], "Ferries lost in fog")
        versions = document["versions"]
        self.assertEqual([v["number"] for v in versions], [1, 2, 3, 4, 5, 6])
        self.assertEqual(versions[1]["words"], {"removed": 1, "added": 1, "moved": 0})
        self.assertEqual(versions[1]["time"], "2014-04-11T16:23:00+02:00")
        self.assertIn("headline changed", versions[2]["flags"])
        self.assertEqual(versions[0]["sha256"], hashlib.sha256(FIRST.encode()).hexdigest())

    def test_json_tells_what_the_log_tells(self):
        log = json.loads(self.call("log", NAME, "--format=json"))
        versions = json.loads(self.make("json").read_text())["versions"]
        for version, logged in zip(versions, reversed(log), strict=True):
            self.assertEqual(version["commit"], logged["id"])
            self.assertEqual(version["words"], logged["words"])
            self.assertEqual("headline changed" in version["flags"],
                             logged["flags"]["headline_changed"])

    def test_a_part_keeps_its_numbers_and_what_its_first_version_changed(self):
        document = json.loads(self.make("json", "--from=2", "--to=4").read_text())
        self.assertEqual([v["number"] for v in document["versions"]], [2, 3, 4])
        self.assertIn("“forty”", document["versions"][0]["changes"][0])
        text = self.read_page(self.make("html", "--from=5"))
        self.assertEqual(re.findall(r"^Version \d+$", text, re.M), ["Version 5", "Version 6"])

    def test_one_version_is_a_history(self):
        text = self.read_page(self.make("html", "--to=1"))
        self.assertIn("First version.", text)
        self.assertNotIn("tallest", text)
        self.make("pdf", "--to=1")

    def test_what_an_archive_of_plain_git_does_not_say_is_found_out(self):
        repository = self.folder / "plain"
        git = ["git", "-C", repository, "-c", "user.name=A. Reporter", "-c", "user.email=a@b.example"]
        subprocess.run(["git", "init", "-q", repository], check=True)
        for text in write_life():
            (repository / "a.txt").write_text(text, encoding="utf-8")
            subprocess.run([*git, "add", "a.txt"], check=True)
            subprocess.run([*git, "commit", "-qm", "version"], check=True)
        self.call("archive", "import", repository, "a.txt", "--story=Plain", "--variant=git")
        told = json.loads(self.call("history", "Plain/git", "--format=json"))
        kept = json.loads(self.make("json").read_text())
        for key in ("flags", "changes", "words", "summary", "sha256"):
            self.assertEqual([v[key] for v in told["versions"]], [v[key] for v in kept["versions"]])
        self.assertEqual(told["versions"][0]["author"], "A. Reporter")


class Files(History):
    """Where a report goes."""

    def test_two_runs_give_the_same_bytes(self):
        for extension in ("html", "pdf", "json"):
            with self.subTest(extension=extension):
                first = self.make(extension).read_bytes()
                self.assertEqual(first, self.make(extension).read_bytes())

    def test_every_format_carries_its_manifest_and_seals_the_whole_file(self):
        for extension in ("html", "pdf", "json"):
            with self.subTest(extension=extension):
                data = self.make(extension).read_bytes()
                found = re.search(rb'\{"schema":"variorum-history-manifest/1".*?"seal":"sha256:(\w{64})"\}',
                                  data, re.S)
                manifest = json.loads(found[0])
                self.assertEqual(manifest["report"]["format"], extension)
                self.assertEqual(len(manifest["versions"]), 6)
                blank = data[:found.start(1)] + b"0" * 64 + data[found.end(1):]
                self.assertEqual(hashlib.sha256(blank).hexdigest(), found[1].decode())

    def test_verify_finds_a_byte_that_changed(self):
        for extension in ("html", "pdf", "json"):
            with self.subTest(extension=extension):
                path = self.make(extension)
                self.assertEqual(self.run_program("verify", path).returncode, 0)
                data = path.read_bytes()
                path.write_bytes(data.replace(b"The-Quay/cnn@3", b"The-Quay/cnn@8", 1))
                self.assertNotEqual(path.read_bytes(), data)
                self.assertEqual(self.run_program("verify", path).returncode, 1)

    def test_a_document_is_replaced_only_where_that_is_asked_for(self):
        for extension in ("html", "pdf"):
            path = self.folder / f"history.{extension}"
            path.write_text("mine")
            self.fails("history", NAME, "-o", path, f"--archive={self.archive}",
                       says="is there already; --force replaces it.")
            self.assertEqual(path.read_text(), "mine")
            self.make(extension)
            self.assertNotEqual(path.read_bytes(), b"mine")

    def test_json_is_replaced_and_that_is_said(self):
        self.history("json")
        done = self.run_program("history", NAME, "-o", "history.json", f"--archive={self.archive}")
        self.assertEqual(done.returncode, 0)
        self.assertIn("was there already and is replaced", done.stderr.decode())

    def test_a_terminal_gets_no_pdf_and_no_page(self):
        for words in (["--format=pdf"], []):
            ours, theirs = pty.openpty()
            done = subprocess.run([PROGRAM, "history", NAME, f"--archive={self.archive}", *words],
                                  stdout=theirs, stderr=subprocess.PIPE, env=clean_environment(),
                                  check=False, timeout=60)
            os.close(theirs)
            os.close(ours)
            self.assertEqual(done.returncode, 2)
            self.assertIn(b"A terminal cannot show", done.stderr)

    def test_a_pipe_gets_the_same_as_a_file(self):
        for extension in ("html", "pdf", "json"):
            done = self.run_program("history", NAME, f"--format={extension}",
                                    f"--archive={self.archive}")
            self.assertEqual(done.stdout, self.make(extension).read_bytes())

    @unittest.skipUnless(os.path.exists("/dev/full"), "skipped: no /dev/full")
    def test_a_full_disk_is_told(self):
        for extension in ("html", "pdf", "json"):
            done = self.run_program("history", NAME, f"--format={extension}", "-o", "/dev/full",
                                    f"--archive={self.archive}", "--force")
            self.assertEqual(done.returncode, 2)
            self.assertIn("/dev/full", done.stderr.decode())

    def test_what_makes_no_sense_is_said(self):
        archive = f"--archive={self.archive}"
        self.fails("history", archive, says="history needs one variant, STORY/VARIANT")
        self.fails("history", f"{NAME}@3", archive, says="history needs one variant")
        self.fails("history", "The-Quay/bbc", archive, "-o", "x.html", says="The-Quay/bbc")
        self.fails("history", NAME, archive, "--format=png", says="it is one of: html, pdf, json.")
        self.fails("history", NAME, archive, "-o", "x.svg", says="it is one of: html, pdf, json.")
        self.fails("history", NAME, archive, "--from=4", "--to=2", "-o", "x.html",
                   says="Version 2 is before version 4")
        self.fails("history", NAME, archive, "--from=9", "-o", "x.html", says="@9")
        self.assertFalse((self.folder / "x.html").exists())


class Safe(History):
    def test_a_page_has_nothing_active(self):
        page = self.make("html").read_text("utf-8")
        self.assertNotIn("<script", page)
        self.assertNotIn("\u202e", page)
        self.assertNotRegex(page, r"href=\"(?!#)")
        self.assertIn("&lt;script&gt;alert(1)&lt;/script&gt;", page)

    @needs("pdftotext")
    def test_paper_shows_what_would_steer(self):
        path = self.make("pdf")
        text = re.sub(r"\s", "", read("pdftotext", "-raw", str(path), "-"))
        self.assertIn("<script>alert(1)</script>", text)
        self.assertIn("\\u202ehours,javascript:alert(2).", text)
        for key in (b"/JavaScript", b"/JS", b"/URI", b"/Launch", b"/OpenAction"):
            self.assertNotIn(key, path.read_bytes())


class Pdf(History):
    @needs("qpdf")
    def test_qpdf_has_nothing_to_say(self):
        done = subprocess.run(["qpdf", "--check", self.make("pdf")], capture_output=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    @needs("pdfinfo", "pdftotext")
    def test_pages_are_upright_numbered_and_say_what_they_show(self):
        for i in range(30):
            self.snapshot(f"Ferries lost in fog\n\nShip {i} waits at the quay since {i % 7} hours.\n")
        path = self.make("pdf")
        info = read("pdfinfo", "-isodates", str(path))
        self.assertRegex(info, r"Title: +Ferries lost in fog: all versions\n")
        self.assertRegex(info, r"Page size: +595\.\d+ x 841\.89")
        n = int(re.search(r"Pages: +(\d+)", info)[1])
        self.assertGreater(n, 4)
        for page in range(1, n + 1):
            text = read("pdftotext", "-f", str(page), "-l", str(page), str(path), "-")
            self.assertIn(f"{page} of {n}", text)
            self.assertIn("The Quay / cnn", text)
        self.assertIn("Version 36", text)

    @needs("pdfinfo")
    def test_it_bears_the_last_version_s_time_and_no_other(self):
        info = read("pdfinfo", "-isodates", str(self.make("pdf", TZ="UTC")))
        self.assertRegex(info, r"CreationDate: +2014-04-15T14:23:00Z?")
        info = read("pdfinfo", "-isodates", str(self.make("pdf", TZ="UTC", SOURCE_DATE_EPOCH="1700000000")))
        self.assertRegex(info, r"CreationDate: +2023-11-14T22:13:20Z?")

    @needs("qpdf")
    def test_versions_are_in_the_outline(self):
        document = json.loads(read("qpdf", "--json", "--json-key=outlines", str(self.make("pdf"))))
        titles = [outline["title"] for outline in document["outlines"]]
        self.assertEqual(len(titles), 6)
        self.assertEqual(titles[2], "Version 3 · 2014-04-12 16:23:00 UTC+02:00")


if __name__ == "__main__":
    unittest.main()
