#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes web pages as a copy of them would read, with the pieces that people marked: what
train-roles --weak takes.

usage: weak-copies.py PAGES_FOLDER GOLD.json > weak.jsonl

PAGES_FOLDER has ID.html.gz; GOLD.json is {ID: {"with": [...], "without": [...]}}.  Of each line it is
known that it is text (1: it has a piece of "with"), that it is none (0: one of "without"), or
nothing (-1).
"""
import gzip
import json
import os
import re
import sys
from html.parser import HTMLParser

BLOCKS = set("""address article aside blockquote body button center dd div dl dt fieldset figcaption
figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol option p pre section table tbody tr
ul""".split())
HIDDEN = set("head iframe noscript object script select style svg template textarea".split())
MAX_LINES, MIN_LINES = 3000, 5
PIECE = 60  # characters of a marked piece that are looked for; a copy may break it later


class Copier(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.lines, self.line, self.hidden, self.is_item = [], "", 0, False

    def end_line(self):
        text = squeeze(self.line)
        if text:
            self.lines.append(("  \u2022 " if self.is_item else "") + text)
            self.is_item = False
        self.line = ""

    def handle_starttag(self, tag, attrs):
        if tag in HIDDEN:
            self.hidden += 1
            return
        if tag in BLOCKS or tag == "br":
            self.end_line()
        if tag == "li":
            self.is_item = True
        if tag in ("td", "th"):
            self.line += " \t"

    def handle_endtag(self, tag):
        if tag in HIDDEN:
            self.hidden = max(0, self.hidden - 1)
        elif tag in BLOCKS:
            self.end_line()
        if tag == "li":
            self.is_item = False

    def handle_data(self, data):
        if not self.hidden:
            self.line += data


def squeeze(text):
    return re.sub(r"\s+", " ", text).strip()


def decode(data):
    declared = re.search(rb"charset=[\"']?([\w-]+)", data[:3000])
    for name in ("utf-8", declared.group(1).decode() if declared else "cp1252"):
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            pass
    return data.decode("cp1252", errors="replace")


def know(line, page):
    text = squeeze(line)
    if any(squeeze(s)[:PIECE] in text for s in page["with"] if len(s) > 8):
        return 1
    return 0 if any(squeeze(s)[:PIECE] in text for s in page["without"] if len(s) > 3) else -1


def main():
    with open(sys.argv[2], encoding="utf-8") as file:
        gold = json.load(file)
    for key, page in gold.items():
        path = os.path.join(sys.argv[1], key + ".html.gz")
        if not os.path.exists(path):
            continue
        copier = Copier()
        copier.feed(decode(gzip.open(path).read()))
        copier.end_line()
        lines = [line.replace("\0", "") for line in copier.lines]
        known = [know(line, page) for line in lines]
        if MIN_LINES < len(lines) < MAX_LINES and 1 in known:
            print(json.dumps({"id": key, "text": "\n\n".join(lines), "known": known}))


main()
