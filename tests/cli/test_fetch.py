# SPDX-License-Identifier: GPL-3.0-or-later
"""Web pages by their address: each its defined outcome."""

import json
import signal
import socket
import subprocess
import time
import unittest

from support import OLD, PROGRAM, Case, clean_environment
from web_server import HUGE_BYTES, NEWER, PARAGRAPHS, TEXT, Server, make_page


class PageCase(Case):
    def needs_pages(self):
        done = self.run_program("extract", "--as=html", self.write("page.html", "<p>Words"))
        if b"not installed" in done.stderr:
            self.skipTest("skipped: this build reads no web pages")


class Fetch(PageCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.server = Server()
        cls.addClassCleanup(cls.server.close)

    def url(self, path):
        return self.server.url + path

    def read(self, path, *args):
        done = self.run_program("extract", *args, self.url(path))
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertEqual(done.stderr, b"")
        return json.loads(done.stdout)

    def refuse(self, path, *words, args=()):
        done = self.run_program("extract", *args, self.url(path))
        message = done.stderr.decode()
        self.assertEqual(done.returncode, 2, message)
        self.assertEqual(done.stdout, b"")
        self.assertEqual(message.count("\n"), 1, message)
        for word in words:
            self.assertIn(word, message)
        return message

    def test_a_text_is_read_from_its_address(self):
        article = self.read("/old")
        self.assertEqual(article["encoding"], "UTF-8")
        self.assertIn("Two ferries left", article["articleBody"])

    def test_what_it_says_of_itself_is_true_and_nothing_more(self):
        self.read("/old")
        path, headers = self.server.http.asked[-1]
        self.assertEqual(path, "/old")
        version = self.run_program("--version").stdout.decode().split()[1]
        self.assertTrue(headers["User-Agent"].startswith(f"Variorum/{version} (+https://"))
        for name in ("Cookie", "Referer", "Authorization"):
            self.assertNotIn(name, headers)

    def test_a_password_in_an_address_is_not_sent(self):
        url = self.url("/old").replace("http://", "http://ann:secret@")
        done = self.run_program("extract", url)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertNotIn("Authorization", self.server.http.asked[-1][1])
        self.assertNotIn(b"secret", done.stdout)

    def test_a_batch_takes_pages_among_files_and_answers_in_order(self):
        words = [self.url("/late"), self.write("old.txt", TEXT), self.url("/missing"), self.url("/koi8"),
                 "ftp://a.example/", self.url("/paywall"), *[self.url("/old")] * 20]
        done = self.run_program("extract", "--batch", stdin="\n".join(words))
        self.assertEqual((done.returncode, done.stderr), (2, b""))
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual([answer["path"] for answer in answers], words)
        self.assertEqual([i for i, answer in enumerate(answers) if "error" in answer], [2, 4, 5])
        self.assertIn("404", answers[2]["error"])
        self.assertIn("subscribers", answers[5]["error"])
        self.assertEqual(answers[3]["encoding"], "KOI8-R")
        self.assertEqual(answers[6]["articleBody"], answers[1]["articleBody"])

    def test_a_batch_gives_a_page_no_more_time_than_it_may_take(self):
        words = [self.url("/old"), self.url("/silent"), self.url("/old")]
        done = self.run_program("extract", "--batch", "--timeout=1", stdin="\n".join(words))
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual(["error" in answer for answer in answers], [False, True, False])
        self.fails("extract", "--batch", "--timeout=soon", stdin="", says="--timeout cannot be “soon”")

    def test_two_pages_are_compared(self):
        done = self.run_program("compare", "--format=json", self.url("/old"), self.url("/new"))
        self.assertEqual(done.returncode, 1, done.stderr)
        report = json.loads(done.stdout)
        self.assertEqual(report["old"]["path"], self.url("/old"))
        self.assertIn("Four", done.stdout.decode())

    def test_a_file_and_a_page(self):
        done = self.run_program("compare", self.write("old.txt", TEXT), self.url("/old"))
        self.assertEqual((done.returncode, done.stderr), (0, b""))

    def test_a_comparison_of_pages_is_saved_with_their_bytes(self):
        saved = str(self.folder / "saved.variorum")
        done = self.run_program("compare", "--save", saved, self.url("/header"), self.url("/new"))
        self.assertEqual((done.returncode, done.stderr), (1, b""))
        again = self.run_program("compare", saved)
        self.assertEqual((again.returncode, again.stderr), (1, b""))
        self.assertIn("café", again.stdout.decode())
        self.assertEqual(again.stdout, done.stdout)

    def test_a_report_of_another_program_asks_once(self):
        before = len(self.server.http.asked)
        done = self.run_program("compare", "-o", str(self.folder / "report.svg"), self.url("/old"),
                                self.url("/new"))
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertEqual(len(self.server.http.asked) - before, 2)

    def test_the_header_alone_tells_the_encoding(self):
        article = self.read("/header")
        self.assertIn("café", article["articleBody"])
        self.assertEqual(article["encoding"].lower(), "windows-1252")
        article = self.read("/koi8")
        self.assertIn("Паром ушёл", json.dumps(article, ensure_ascii=False))

    def test_the_page_alone_tells_the_encoding(self):
        self.needs_pages()
        self.assertIn("Café", self.read("/meta")["articleBody"])

    def test_the_header_goes_before_the_page(self):
        self.needs_pages()
        article = self.read("/both")
        self.assertIn("Café", article["articleBody"])
        self.assertEqual(article["encoding"], "UTF-8")

    def test_packed_and_chunked_pages(self):
        for path in ("/gzip", "/brotli", "/chunked"):
            with self.subTest(path):
                self.assertEqual(self.read(path)["articleBody"], self.read("/old")["articleBody"])

    def test_redirects_are_followed_up_to_ten(self):
        self.assertIn("Two ferries", self.read("/moved?9")["articleBody"])
        self.refuse("/moved?10", "more than 10 times")

    def test_a_loop_is_told(self):
        self.refuse("/loop", "/loop", "back to itself")

    def test_no_redirect_leads_to_a_file(self):
        self.refuse("/to-file", "no web page", "file:///etc/hostname")

    def test_each_status_has_its_sentence(self):
        for status, words in ((404, "no such page"), (410, "gone"), (401, "log in"), (402, "pay"),
                              (403, "saved in a browser"), (451, "legal"), (429, "too often"),
                              (500, "fault"), (503, "out of service"), (204, "empty"),
                              (418, "does not answer with a page")):
            with self.subTest(status):
                self.refuse(f"/status?{status}", words, str(status))

    def test_what_is_no_text_is_told(self):
        self.refuse("/picture", "/picture")

    def test_a_gigabyte_is_stopped_at_the_limit(self):
        self.refuse("/huge", "64", "limit")
        self.assertLess(self.server.http.n_poured, HUGE_BYTES // 8)
        self.server.http.n_poured = 0
        self.refuse("/endless", "64", "limit")
        self.assertLess(self.server.http.n_poured, HUGE_BYTES // 4)

    def test_what_is_packed_counts_unpacked(self):
        self.refuse("/bomb", "64", "limit")

    def test_slow_bytes_end_at_the_time_limit(self):
        for path in ("/slow", "/silent"):
            with self.subTest(path):
                began = time.monotonic()
                self.refuse(path, "in time", args=("--timeout=2",))
                self.assertLess(time.monotonic() - began, 6)

    def test_a_page_cut_short_is_no_page(self):
        self.refuse("/cut", "/cut")

    def test_nobody_listens(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            url = "http://127.0.0.1:%d/" % taken.getsockname()[1]
            done = self.run_program("extract", url)
        self.assertEqual(done.returncode, 2)
        self.assertIn("takes no connections", done.stderr.decode())

    def test_no_such_host(self):
        done = self.run_program("extract", "http://nobody.invalid/")
        self.assertEqual(done.returncode, 2)
        self.assertIn("cannot be found", done.stderr.decode())

    def test_an_address_that_is_none(self):
        for url in ("http://", "http://[", "https:///path"):
            with self.subTest(url):
                done = self.run_program("extract", url)
                self.assertEqual(done.returncode, 2)
                self.assertIn("no address", done.stderr.decode())

    def test_an_interrupt_ends_it_at_once(self):
        asked = len(self.server.http.asked)
        with subprocess.Popen([PROGRAM, "extract", self.url("/silent")], env=clean_environment(),
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
            while len(self.server.http.asked) == asked:
                time.sleep(0.02)
            began = time.monotonic()
            program.send_signal(signal.SIGINT)
            program.communicate(timeout=10)
            self.assertLess(time.monotonic() - began, 2)
            self.assertEqual(program.returncode, -signal.SIGINT)

    def test_a_paywall_is_told_and_never_read(self):
        self.needs_pages()
        for path in ("/paywall", "/paywall-german"):
            with self.subTest(path):
                self.refuse(path, "subscribers")

    def test_a_question_about_cookies_is_told_and_never_read(self):
        self.needs_pages()
        for path in ("/consent", "/asks"):
            with self.subTest(path):
                self.refuse(path, "cookies")

    def test_a_long_article_that_tells_of_paying_is_one(self):
        self.needs_pages()
        for path in ("/page", "/about"):
            with self.subTest(path):
                self.assertIn(PARAGRAPHS[0], self.read(path)["articleBody"])

    def test_files_are_compared_without_what_fetches(self):
        env = dict(clean_environment(), LD_DEBUG="files")
        old, new = self.write("old.txt", OLD), self.write("new.txt", NEWER)
        done = subprocess.run([PROGRAM, "compare", old, new], env=env, capture_output=True,
                              check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"variorum-compare.so", done.stderr)
        for name in (b"libsoup", b"variorum-fetch.so", b"libbrotli"):
            self.assertNotIn(name, done.stderr)
        done = subprocess.run([PROGRAM, "extract", self.url("/old")], env=env, capture_output=True,
                              check=False)
        self.assertIn(b"libsoup", done.stderr)


class Snapshots(PageCase):
    """Pages that are kept, and that go."""

    def setUp(self):
        super().setUp()
        self.server = Server()
        self.addCleanup(self.server.close)
        self.archive = str(self.folder / "archive")
        self.url = self.server.url + "/news"
        self.put(TEXT)

    def put(self, text, status=200):
        self.server.http.pages["/news"] = (status, "text/plain; charset=utf-8", text.encode())

    def keep(self, **more):
        return self.run_program("snapshot", "--archive", self.archive, "--story=Fog", "--variant=post",
                                self.url, **more)

    def log(self, *args):
        done = self.run_program("log", "--archive", self.archive, *args, "Fog/post")
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.decode()

    def notes(self):
        versions = json.loads(self.log("--format=json"))
        versions = versions["versions"] if isinstance(versions, dict) else versions
        return [[n["text"] for n in v.get("notes", [])] for v in versions]

    def test_each_change_is_a_version_and_its_source_the_address(self):
        for text in (TEXT, NEWER, NEWER):
            self.put(text)
            done = self.keep()
            self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertIn("unchanged", done.stdout.decode())
        self.assertEqual(len(self.notes()), 2)
        about = subprocess.run(["git", "-C", self.archive, "show", "Fog/post:article.json"],
                               capture_output=True, check=True)
        self.assertEqual(json.loads(about.stdout)["source"]["name"], self.url)

    def test_a_page_that_is_gone_is_an_event_in_its_history(self):
        self.keep()
        for status in (404, 404, 410):
            self.put("no", status)
            done = self.keep()
            self.assertEqual((done.returncode, done.stderr), (0, b""))
            self.assertIn(f"gone ({status})", done.stdout.decode())
        (notes,) = self.notes()
        self.assertEqual(notes, [f"The page is gone: {self.url} (404)",
                                 f"The page is gone: {self.url} (410)"])
        self.assertIn("The page is gone", self.log())
        self.put(TEXT)
        self.keep()
        self.assertIn("there again", self.notes()[0][-1])
        self.keep()
        self.assertEqual(len(self.notes()[0]), 3)

    def test_a_page_that_never_was_is_no_history(self):
        self.put("no", 404)
        done = self.keep()
        self.assertEqual(done.returncode, 2)
        self.assertIn("no such page", done.stderr.decode())

    def test_other_troubles_leave_the_history_alone(self):
        self.keep()
        for status in (403, 500):
            self.put("no", status)
            self.assertEqual(self.keep().returncode, 2)
        self.assertEqual(self.notes(), [[]])

    def put_page(self, *paragraphs, updated="2024-05-01T08:00:00Z", menu="Boats"):
        head = ("<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", "
                f"\"headline\": \"Fog holds up the third ferry\", \"dateModified\": \"{updated}\"}}"
                "</script>")
        page = make_page(paragraphs, head=head).replace(
            "<article>", f"<nav><a href=\"/\">Home</a> <a href=\"/b\">{menu}</a></nav><article>")
        self.server.http.pages["/news"] = (200, "text/html; charset=utf-8", page.encode())
        done = self.keep()
        self.assertEqual((done.returncode, done.stderr), (0, b""))

    def test_a_changed_text_is_silent_where_the_page_says_no_other_time(self):
        self.needs_pages()
        self.put_page(*PARAGRAPHS * 4)
        self.put_page(*[p.replace("two ferries", "nine ferries") for p in PARAGRAPHS * 4])
        self.assertIn("silent edit", self.log())

    def test_a_changed_text_is_not_silent_where_the_page_says_that_it_was_updated(self):
        self.needs_pages()
        self.put_page(*PARAGRAPHS * 4)
        self.put_page(*[p.replace("two ferries", "nine ferries") for p in PARAGRAPHS * 4],
                      updated="2024-05-02T09:30:00Z")
        self.assertEqual(len(self.notes()), 2)
        self.assertNotIn("silent edit", self.log())

    def test_another_menu_is_no_edit(self):
        self.needs_pages()
        self.put_page(*PARAGRAPHS * 4)
        self.put_page(*PARAGRAPHS * 4, menu="Ships and more than 300 boats")
        self.assertNotIn("silent edit", self.log())


if __name__ == "__main__":
    unittest.main()
