# SPDX-License-Identifier: GPL-3.0-or-later
"""variorum extract: pages, documents and texts in, articles out."""

import json
import os
import subprocess
import unittest

import jsonschema

from support import OLD, PROGRAM, SCHEMAS, Case, clean_environment

PAGE = """<!doctype html>
<html lang="en"><head><title>Fog holds up the third ferry | The Harbour Post</title></head><body>
<nav><a href="/">Home</a> <a href="/boats">Boats</a></nav>
<article><h1>Fog holds up the third ferry</h1>
<p>The harbour opened at dawn, and two <a href="/ferries">ferries</a> left for the islands.</p>
<p>The third stayed at the quay until noon, when the light of the pier could be seen again.</p>
<p>Nobody was hurt, and the evening boat went as it does on every day of the year but one.</p>
</article></body></html>
"""


class Extract(Case):
    schema = json.loads((SCHEMAS / "variorum-article-1.schema.json").read_text())

    def check(self, article):
        jsonschema.Draft202012Validator(self.schema).validate(article)
        body = [p["text"] for p in article["paragraphs"]
                if p["role"] in ("body", "subhead", "quote", "list")]
        self.assertEqual(article["articleBody"], "\n".join(body))
        self.assertEqual([p["index"] for p in article["paragraphs"]],
                         list(range(len(article["paragraphs"]))))
        return article

    def extract(self, *args, **more):
        done = self.run_program("extract", *args, **more)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertEqual(done.stderr, b"")
        return done.stdout.decode()

    def read(self, *args, **more):
        return self.check(json.loads(self.extract(*args, **more)))

    def needs_pages(self, path):
        done = self.run_program("extract", "--as=html", path)
        if b"not installed" in done.stderr:
            self.skipTest("skipped: this build reads no web pages")

    def test_a_text_is_an_article_line_by_line(self):
        article = self.read(self.write("old.txt", OLD))
        self.assertEqual([p["line"] for p in article["paragraphs"]], [1, 3, 5])
        self.assertIn("Two ferries left", article["articleBody"])
        self.assertEqual((article["language"], article["encoding"]), ("en", "UTF-8"))

    def test_standard_input_and_a_forced_encoding(self):
        article = self.read("-", "--encoding=windows-1252", stdin="Grüße aus Köln".encode("cp1252"))
        self.assertIn("Grüße aus Köln", [p["text"] for p in article["paragraphs"]])
        self.assertEqual(article["encoding"].lower(), "windows-1252")

    def test_what_was_put_right_is_listed(self):
        article = self.read(self.write("a.txt", "Die Tür der Schule blieb zu.\n\nDie dÃ©tente war vorbei.\n"))
        self.assertIn("Die détente war", article["articleBody"])
        (repair,) = article["repairs"]
        self.assertIn("Ã©", repair["before"])
        self.assertIn("é", repair["after"])

    def test_for_people_it_is_text_or_markdown(self):
        path = self.write("a.txt", "One line, and *stars*.\n\nAnother line.\n")
        self.assertEqual(self.extract("--format=text", path),
                         "One line, and *stars*.\n\nAnother line.\n")
        self.assertIn("\\*stars\\*", self.extract("--format=markdown", path))

    def test_into_a_file_and_nothing_where_it_cannot_be_read(self):
        path = self.write("old.txt", OLD)
        self.assertEqual(self.extract(path, "-o", "out.json"), "")
        self.check(json.loads((self.folder / "out.json").read_text()))
        before = (self.folder / "out.json").read_bytes()
        self.fails("extract", "missing.txt", "-o", "out.json", says="“missing.txt”")
        self.fails("extract", self.write("a.bin", bytes(range(256)) * 9), "-o", "out.json", says="a.bin")
        self.assertEqual((self.folder / "out.json").read_bytes(), before)

    def test_what_makes_no_sense_is_told(self):
        path = self.write("old.txt", OLD)
        self.fails("extract", says="needs one page or document")
        self.fails("extract", path, path, says="needs one page or document")
        self.fails("extract", path, "--format=yaml", says="json, text, markdown")
        self.fails("extract", path, "--as=doc", says="text, html, docx, odt, epub, pdf, markdown")
        self.fails("extract", path, "--batch", says="--batch")
        self.fails("extract", "--batch", "--format=text", says="--batch")

    def test_a_batch_answers_in_order_line_by_line(self):
        paths = [self.write(f"an article {i}.txt", f"Number {i} of them.\n" * (1 + i % 7 * 300))
                 for i in range(60)]
        lines = self.extract("--batch", stdin="\n".join(paths)).splitlines()
        articles = [self.check(json.loads(line)) for line in lines]
        self.assertEqual([article["path"] for article in articles], paths)
        for i, article in enumerate(articles):
            self.assertTrue(article["articleBody"].startswith(f"Number {i} of them."))

    def test_what_a_batch_cannot_read_stops_nothing(self):
        good = self.write("good.txt", OLD)
        folder = self.folder / "folder"
        folder.mkdir()
        paths = ["missing.txt", good, str(folder), "", good, "-"]
        done = self.run_program("extract", "--batch", stdin="".join(f"{p}\n" for p in paths))
        self.assertEqual(done.returncode, 2)
        self.assertEqual(done.stderr, b"")
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual([answer["path"] for answer in answers], ["missing.txt", good, str(folder), good, "-"])
        self.assertEqual(["error" in answer for answer in answers], [True, False, True, False, True])
        self.assertIn("“missing.txt”", answers[0]["error"])

    def test_a_batch_answers_before_it_is_asked_again(self):
        path = self.write("old.txt", OLD)
        with subprocess.Popen([PROGRAM, "extract", "--batch"], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE, env=clean_environment()) as process:
            for _ in range(3):
                process.stdin.write(f"{path}\n".encode())
                process.stdin.flush()
                self.check(json.loads(process.stdout.readline()))
            process.stdin.close()
            self.assertEqual(process.wait(timeout=20), 0)

    def test_a_page_is_its_article(self):
        path = self.write("page.html", PAGE)
        self.needs_pages(path)
        article = self.read(path)
        self.assertEqual(article["headline"], "Fog holds up the third ferry")
        self.assertNotIn("Boats", article["articleBody"])
        self.assertIn("stayed at the quay until noon", article["articleBody"])
        links = [span for p in article["paragraphs"] for span in p["spans"] if span["kind"] == "link"]
        self.assertIn("/ferries", " ".join(span.get("target", "") for span in links))
        self.assertEqual(self.read("-", stdin=PAGE)["articleBody"], article["articleBody"])
        self.assertIn("](<", self.extract("--format=markdown", path))
        self.assertIn("<h1>", self.read("--as=text", path)["articleBody"])

    def targets(self, page, *args):
        path = self.write("links.html", page)
        return [span.get("target") for p in self.read(path, *args)["paragraphs"] for span in p["spans"]
                if span["kind"] == "link"]

    def test_links_are_whole_where_the_place_of_the_page_is_known(self):
        self.needs_pages(self.write("page.html", PAGE))
        links = ("/ferries", "boats.html?a=b&amp;c=ü#top", "../quay", "#note", "//b.example/x",
                 "https://c.example/a b", "  mailto:ann@a.example\n")
        page = PAGE.replace('href="/ferries">ferries', ">" + " ".join(
            f'<a href="{link}">ferry</a>' for link in links))
        at = "https://a.example/news/today/fog.html"
        want = ["https://a.example/", "https://a.example/boats", "https://a.example/ferries",
                "https://a.example/news/today/boats.html?a=b&c=%C3%BC#top", "https://a.example/news/quay",
                at + "#note", "https://b.example/x", "https://c.example/a b", "mailto:ann@a.example"]
        self.assertEqual(self.targets(page, f"--url={at}"), want)
        canonical = f'<head><link rel="canonical" href="{at}">'
        self.assertEqual(self.targets(page.replace("<head>", canonical)), want)
        base = page.replace("<head>", '<head><base href="/news/today/x">')
        self.assertEqual(self.targets(base, "--url=https://a.example/elsewhere/fog.html")[3:5], want[3:5])
        self.assertEqual(self.targets(page)[:5], ["/", "/boats", *"/ferries boats.html?a=b&c=ü#top ../quay".split()])
        for nowhere in ("", "not an address", "file:///home/", "javascript:alert(1)", "https://" + "a" * 5000):
            self.assertEqual(self.targets(page, f"--url={nowhere}")[:2], ["/", "/boats"])

    def test_a_page_with_a_picture_in_a_link_or_a_title_without_end_is_read(self):
        self.needs_pages(self.write("page.html", PAGE))
        long = "a" * 100000
        for page in (PAGE.replace("/ferries", f"data:image/png;base64,{long}"), PAGE.replace("/ferries", f"/{long}"),
                     PAGE.replace("<head>", f'<head><meta property="og:title" content="{long}">'
                                            f'<meta name="author" content="{long}">')):
            article = self.read(self.write("long.html", page))
            self.assertIn("stayed at the quay until noon", article["articleBody"])
            self.assertNotIn(long, json.dumps(article))

    def test_no_link_leads_to_what_would_run(self):
        self.needs_pages(self.write("page.html", PAGE))
        for link in ("javascript:alert(1)", " JavaScript:alert(1)", "java\tscript:alert(1)", "\1javascript:alert(1)",
                     "vbscript:x", "data:text/html,<script>alert(1)</script>", "file:///etc/passwd", ""):
            page = PAGE.replace("/ferries", link.replace("<", "&lt;"))
            for args in (), ("--url=https://a.example/",):
                with self.subTest(link, args=args):
                    target = self.targets(page, *args)[2]
                    self.assertTrue(target is None or target.startswith("https://a.example/"), target)
                    path = self.write("links.html", page)
                    self.assertNotIn("](<", self.extract("--format=markdown", path).replace("](</", ""))

    def test_a_page_is_compared_as_its_article(self):
        page = self.write("page.html", PAGE)
        self.needs_pages(page)
        text = self.write("article.txt", self.extract("--format=text", page))
        rows = self.compare_json(page, text)["rows"]
        self.assertGreaterEqual(sum(row["kind"] == "same" for row in rows), 3)
        same = self.compare_json("--as=text", page, page)
        self.assertIn("<h1>", json.dumps(same["old"]["paragraphs"]))
        self.compare("--as=text", page, page, "--save=source.variorum")
        saved = json.loads((self.folder / "source.variorum").read_text())
        self.assertEqual([saved[side]["format"] for side in ("old", "new")], ["text", "text"])
        self.assertIn("<h1>", self.compare("--format=json", "source.variorum"))
        self.fails("compare", "--as=text", "source.variorum", says="--as")

    def test_without_the_helper_a_page_is_told_and_a_text_is_read(self):
        """A page's source is not its article, and nobody may take it for that unawares."""
        page = self.write("page.html", PAGE)
        text = self.write("article.txt", "The boats are back.\n")
        alone = self.folder / "variorum"
        os.link(PROGRAM, alone) if os.stat(PROGRAM).st_dev == os.stat(self.folder).st_dev else (
            alone.write_bytes(open(PROGRAM, "rb").read()), alone.chmod(0o755))
        module = self.folder / "variorum-compare.so"
        module.symlink_to(os.path.join(os.path.dirname(PROGRAM), "variorum-compare.so"))

        def run(*args):
            return subprocess.run([alone, *args], capture_output=True, check=False, env=clean_environment())

        for args in (("extract", page), ("compare", text, page)):
            done = run(*args)
            self.assertEqual((done.returncode, done.stdout), (2, b""))
            self.assertIn("“variorum-import” is not installed", done.stderr.decode())
            self.assertEqual(done.stderr.count(b"\n"), 1)
        for args in (("extract", text), ("extract", "--as=text", page)):
            done = run(*args)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertTrue(json.loads(done.stdout)["articleBody"])


if __name__ == "__main__":
    unittest.main()
