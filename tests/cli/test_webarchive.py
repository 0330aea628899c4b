# SPDX-License-Identifier: GPL-3.0-or-later
"""variorum archive import of web archives: each capture a version, each address a variant."""

import gzip
import json
import shutil
import subprocess
import time
import unittest
import zlib

from support import Case
from web_server import TEXT, Server, pack_brotli

URL = "http://example.org/news"


def record(kind, block, url=URL, date="2024-05-01T10:00:00Z", more=""):
    head = (f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: {date}\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n{more}"
            f"Content-Length: {len(block)}\r\n\r\n")
    return head.encode() + block + b"\r\n\r\n"


def answer(body, status="200 OK", kind="text/plain; charset=utf-8", more=""):
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body


def chunked(body):
    return b"".join(b"%x;name=value\r\n%s\r\n" % (len(body[i:i + 40]), body[i:i + 40])
                    for i in range(0, len(body), 40)) + b"0\r\n\r\n"


def text(number):
    return TEXT.replace("Two ferries", f"{number} ferries")


def captures(n, **more):
    return [record("response", answer(text(i).encode()), date=f"2024-05-0{i}T10:00:00Z", **more)
            for i in range(1, n + 1)]


INFO = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\nab\r\n\r\n\r\n"


class Webarchive(Case):
    def setUp(self):
        super().setUp()
        self.archive = str(self.folder / "archive")

    def take(self, data, *args, name="news.warc"):
        return self.run_program("archive", "import", "--archive", self.archive, *args,
                                data if isinstance(data, str) else self.write(name, data))

    def takes(self, data, *args, **more):
        done = self.take(data, "--story=Fog", *args, **more)
        self.assertEqual((done.returncode, done.stderr), (0, b""), done.stderr.decode())
        return done.stdout.decode()

    def versions(self, name):
        done = self.run_program("log", "--archive", self.archive, "--format=json", name)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def show(self, name):
        done = self.run_program("show", "--archive", self.archive, name)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.decode()

    def test_each_capture_is_a_version_of_its_date(self):
        said = self.takes(INFO + b"".join(reversed(captures(3))), "--variant=post")
        self.assertEqual(said, "Fog/post: 3 versions\n")
        for number in (1, 2, 3):
            self.assertIn(f"{number} ferries", self.show(f"Fog/post@{number}"))
            self.assertIn(f"{number} ferries", self.show(f"Fog/post@2024-05-0{number}"))

    def test_packed_record_by_record_or_whole(self):
        for i, data in enumerate((b"".join(gzip.compress(r) for r in [INFO, *captures(3)]),
                                  gzip.compress(INFO + b"".join(captures(3))))):
            with self.subTest(i):
                self.assertIn("3 versions", self.takes(data, f"--variant=v{i}", name="n.warc.gz"))

    def test_bodies_are_joined_and_unpacked(self):
        raw = zlib.compressobj(wbits=-15)
        bodies = [("Transfer-Encoding: chunked\r\n", chunked(text(1).encode())),
                  ("Content-Encoding: gzip\r\n", gzip.compress(text(2).encode())),
                  ("Content-Encoding: deflate\r\n", zlib.compress(text(3).encode())),
                  ("Content-Encoding: deflate\r\n", raw.compress(text(4).encode()) + raw.flush()),
                  ("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n",
                   chunked(gzip.compress(text(5).encode()))),
                  # Some write down what they have unpacked, and the headers as they were.
                  ("Content-Encoding: gzip\r\n", text(6).encode()),
                  ("Transfer-Encoding: chunked\r\n", text(7).encode()),
                  ("Content-Encoding: br\r\n", pack_brotli(text(8).encode()))]
        data = b"".join(record("response", answer(body, more=more),
                               date=f"2024-05-01T10:0{i}:00Z")
                        for i, (more, body) in enumerate(bodies))
        self.assertIn(f"{len(bodies)} versions", self.takes(data, "--variant=post"))
        for i in range(1, len(bodies) + 1):
            self.assertIn(f"{i} ferries left the harbour", self.show(f"Fog/post@{i}"))

    def test_the_server_tells_the_encoding(self):
        body = text(1).encode("cp1252")
        self.takes(record("response", answer(body, kind="text/plain; charset=\"windows-1252\"")),
                   "--variant=post")
        self.assertIn("café", self.show("Fog/post"))

    def test_a_page_seen_again_is_no_new_version_but_between_others(self):
        one = record("response", answer(text(1).encode()), date="2024-05-01T10:00:00Z",
                     more="WARC-Payload-Digest: sha1:AAAA\r\n")
        two = record("response", answer(text(2).encode()), date="2024-05-03T10:00:00Z",
                     more="WARC-Payload-Digest: sha1:BBBB\r\n")
        again = [record("revisit", b"HTTP/1.1 200 OK\r\n\r\n", date=f"2024-05-0{day}T10:00:00Z",
                        more="WARC-Payload-Digest: sha1:AAAA\r\n") for day in (2, 4)]
        said = self.takes(one + again[0] + two + again[1], "--variant=post")
        self.assertEqual(said, "Fog/post: 3 versions\n1 more has the same text as the one before.\n")
        self.assertIn("1 ferries", self.show("Fog/post@3"))

    def test_each_address_is_a_variant(self):
        data = b"".join(captures(2, url="https://www.example.org/news/")
                        + captures(3, url="http://example.org/news#top")
                        + captures(1, url="http://example.org/other")
                        + [record("response", answer(b"User-agent: *"),
                                  url="http://example.org/robots.txt"),
                           record("response", answer(bytes(99), kind="image/png"),
                                  url="http://example.org/a.png"),
                           record("request", b"GET / HTTP/1.1\r\n\r\n")])
        done = self.take(data, "--story=Fog", "--format=json")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual([(v["name"], v["versions"]) for v in json.loads(done.stdout)],
                         [("Fog/example.org-news", 3), ("Fog/example.org-other", 1)])

    def test_a_variant_names_one_address_only(self):
        done = self.take(b"".join(captures(1) + captures(1, url=URL + "/2")), "--story=Fog",
                         "--variant=post")
        self.assertEqual(done.returncode, 2)
        self.assertIn("2 pages", done.stderr.decode())

    def test_that_it_was_gone_is_an_event(self):
        gone = record("response", answer(b"no", "404 Not Found"), date="2024-05-02T20:00:00Z")
        self.takes(b"".join([*captures(3), gone]), "--variant=post")
        notes = [[n["text"] for n in v.get("notes", [])] for v in self.versions("Fog/post")]
        notes = notes if notes[1] else notes[::-1]
        self.assertEqual(notes, [[], [f"The page is gone: {URL} (404)"], []])

    def test_what_is_cut_is_told_and_the_rest_is_taken(self):
        data = b"".join(captures(3))
        done = self.take(data[:-100], "--story=Fog", "--variant=post")
        self.assertEqual(done.returncode, 2)
        self.assertIn("no whole record", done.stderr.decode())
        self.assertIn("2 versions", done.stdout.decode())

    def test_what_is_broken_keeps_nothing_else_out(self):
        packed = [gzip.compress(r) for r in captures(4)]
        middle = bytearray(packed[1])
        middle[40:60] = bytes(20)
        texts = captures(4)
        texts[2] = texts[2].replace(b"Content-Length", b"Content-Lengths")
        for i, data in enumerate((packed[0] + bytes(middle) + packed[2] + packed[3],
                                  b"".join(texts), packed[0] + packed[1][:-30] + packed[2] + packed[3])):
            with self.subTest(i):
                done = self.take(data, "--story=Fog", f"--variant=v{i}")
                self.assertEqual(done.returncode, 2)
                self.assertIn("no whole record", done.stderr.decode())
                self.assertRegex(done.stdout.decode(), "[34] versions")

    def test_what_is_missing_is_asked_for(self):
        data = b"".join(captures(1))
        self.fails("archive", "import", "--archive", self.archive, self.write("a.warc", data),
                   says="--story")
        self.fails("archive", "import", "--archive", self.archive, "--story=Fog",
                   self.write("b.warc", INFO), says="no page")

    @unittest.skipUnless(shutil.which("wget"), "skipped: no wget")
    def test_five_states_that_wget_captured_are_five_versions(self):
        server = Server()
        self.addCleanup(server.close)
        whole = b""
        for i in range(1, 6):
            server.http.pages["/news"] = (200, "text/plain; charset=utf-8", text(i).encode())
            subprocess.run(["wget", "-q", "--no-proxy", f"--warc-file={self.folder}/w{i}",
                            "-O", str(self.folder / "page"), server.url + "/news"], check=True)
            whole += (self.folder / f"w{i}.warc.gz").read_bytes()
            time.sleep(1.1)
        said = self.takes(whole, "--variant=post", name="all.warc.gz")
        self.assertEqual(said, "Fog/post: 5 versions\n")
        for i in range(1, 6):
            self.assertIn(f"{i} ferries", self.show(f"Fog/post@{i}"))


if __name__ == "__main__":
    unittest.main()
