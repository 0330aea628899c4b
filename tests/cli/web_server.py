# SPDX-License-Identifier: GPL-3.0-or-later
"""A web server on this computer, with whatever may go wrong on the way to a page."""

import gzip
import http.server
import os
import threading
import time

# Whoever tests behind a proxy does not ask it for this computer.
os.environ["no_proxy"] = "127.0.0.1"

TEXT = """The harbour café opened at dawn

Two ferries left the harbour for the islands, and the café on the quay had its doors open.

The third one stayed until noon, when the fog had gone and the light could be seen again.
"""
NEWER = TEXT.replace("Two ferries", "Four ferries")
HUGE_BYTES = 1 << 30

PARAGRAPHS = [
    "The harbour opened at dawn on Monday, and two ferries left for the islands with the mail.",
    "The third stayed at the quay until noon, when the light of the pier could be seen again.",
    "Nobody was hurt, and the evening boat went as it does on every day of the year but one.",
    "The council meets on Thursday to decide whether the old light is to be lit again.",
]


def make_page(paragraphs, head="", body=""):
    text = "".join(f"<p>{p}</p>\n" for p in paragraphs)
    return ("<!doctype html>\n<html lang=\"en\"><head><title>Fog holds up the third ferry</title>"
            f"{head}</head><body><article><h1>Fog holds up the third ferry</h1>\n{text}"
            f"</article>{body}</body></html>\n")


PAGE = make_page(PARAGRAPHS * 5)
PAYWALL = make_page(PARAGRAPHS[:1], head="""<script type="application/ld+json">
{"@type": "NewsArticle", "headline": "Fog holds up the third ferry",
 "isAccessibleForFree": "False"}</script>""",
                    body="<div>Subscribe to read the whole article. Already a subscriber?</div>")
PAYWALL_GERMAN = make_page(["Der Hafen öffnete am Montag.", "Jetzt abonnieren, um weiterzulesen."])
CONSENT = make_page(["We use cookies, and so do our partners.", "Accept all", "Reject all"])
# A page of an article about paywalls, long enough to be one.
ABOUT = make_page(PARAGRAPHS * 5 + ["Readers were asked to subscribe to read on."],
                  head="<script>{\"isAccessibleForFree\": false}</script>")


def pack_brotli(data):
    """RFC 7932, 9.2: a window of 16 bits, one block that is not compressed, an empty last one."""
    head = (len(data) - 1) << 4 | 1 << 20
    return head.to_bytes(3, "little") + data + b"\x03"


def chunks(data, size):
    return [data[i:i + size] for i in range(0, len(data), size)]


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def send(self, body, kind="text/plain; charset=utf-8", status=200, **headers):
        self.send_response(status)
        if kind is not None:
            self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def redirect(self, place, status=302):
        self.send(b"", status=status, Location=place)

    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers)))
        path, _, query = self.path.partition("?")
        name = "page_" + path.strip("/").replace("-", "_").replace(".", "_").replace("/", "_")
        method = getattr(self, name, None)
        try:
            if path in self.server.pages:
                status, kind, body = self.server.pages[path]
                self.send(body, kind, status)
            elif method is not None:
                method(query)
            else:
                self.send(b"no", status=404)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def page_old(self, _):
        self.send(TEXT.encode())

    def page_new(self, _):
        self.send(NEWER.encode())

    def page_header(self, _):
        self.send(TEXT.encode("cp1252"), "text/plain; charset=windows-1252")

    def page_koi8(self, _):
        self.send("Паром ушёл из гавани на рассвете.".encode("koi8-r"), "text/plain; charset=koi8-r")

    def page_meta(self, _):
        page = PAGE.replace("<head>", "<head><meta charset=\"windows-1252\">")
        self.send(page.replace("harbour", "Café").encode("cp1252"), "text/html")

    def page_both(self, _):
        page = PAGE.replace("<head>", "<head><meta charset=\"windows-1252\">")
        self.send(page.replace("harbour", "Café").encode("utf-8"), "text/html; charset=utf-8")

    def page_gzip(self, _):
        self.send(gzip.compress(TEXT.encode()), Content_Encoding="gzip")

    def page_brotli(self, _):
        self.send(pack_brotli(TEXT.encode()), Content_Encoding="br")

    def page_bomb(self, _):
        self.send(gzip.compress(b"a" * (200 << 20), 9), Content_Encoding="gzip")

    def page_chunked(self, _):
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for piece in chunks(TEXT.encode(), 50):
            self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        self.wfile.write(b"0\r\n\r\n")

    def page_moved(self, query):
        left = int(query or 0)
        self.redirect(f"/moved?{left - 1}" if left > 0 else "/old", 301 if left % 2 else 307)

    def page_loop(self, _):
        self.redirect("/loop-back")

    def page_loop_back(self, _):
        self.redirect("/loop")

    def page_to_file(self, _):
        self.redirect("file:///etc/hostname")

    def page_slow(self, _):
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        while not self.server.is_over:
            self.wfile.write(b"a")
            time.sleep(0.2)

    def page_late(self, _):
        time.sleep(1)
        self.send(TEXT.encode())

    def page_silent(self, _):
        while not self.server.is_over:
            time.sleep(0.1)

    def page_huge(self, _):
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(HUGE_BYTES))
        self.end_headers()
        self.pour()

    # A body of which nobody knows how long it is.
    def page_endless(self, _):
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Connection", "close")
        self.end_headers()
        self.pour()

    def pour(self):
        piece = b"words and more words " * 3200
        for _ in range(HUGE_BYTES // len(piece)):
            self.wfile.write(piece)
            self.server.n_poured += len(piece)
        self.close_connection = True

    def page_cut(self, _):
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", "100000")
        self.end_headers()
        self.wfile.write(TEXT.encode())
        self.close_connection = True

    def page_picture(self, _):
        self.send(b"\x89PNG\r\n\x1a\n" + bytes(200), "image/png")

    def page_page(self, _):
        self.send(PAGE.encode(), "text/html; charset=utf-8")

    def page_paywall(self, _):
        self.send(PAYWALL.encode(), "text/html; charset=utf-8")

    def page_paywall_german(self, _):
        self.send(PAYWALL_GERMAN.encode(), "text/html; charset=utf-8")

    def page_consent(self, _):
        self.send(CONSENT.encode(), "text/html; charset=utf-8")

    def page_asks(self, _):
        self.redirect("/consent/form")

    def page_consent_form(self, _):
        self.send(make_page(["Choose."]).encode(), "text/html; charset=utf-8")

    def page_about(self, _):
        self.send(ABOUT.encode(), "text/html; charset=utf-8")

    def page_status(self, query):
        self.send(b"words", status=int(query))


class QuietServer(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        """Whoever asked has gone, as some tests want."""


class Server:
    """Answers in threads until it is closed."""

    def __init__(self):
        self.http = QuietServer(("127.0.0.1", 0), Handler)
        self.http.asked = []
        self.http.pages = {}
        self.http.n_poured = 0
        self.http.is_over = False
        self.url = "http://127.0.0.1:%d" % self.http.server_address[1]
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def close(self):
        self.http.is_over = True
        self.http.shutdown()
        self.http.server_close()
