#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shares of real pages of which body, title, date and author are read right.

The pages are those that the model was fitted on, so a change that breaks them is seen here; how
well others are read, tests/extract/train.py says.
"""
import contextlib
import gzip
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

SHARED = os.path.join(os.environ.get("VARIORUM_SHARED", "../shared"), "import")
PROGRAM = os.environ.get("VARIORUM_EXTRACT_PAGES", "extract-pages")


def read_pages(name):
    with open(os.path.join(SHARED, name + "_gold.json"), encoding="utf-8") as f:
        gold = json.load(f)
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for page in gold:
            paths.append(os.path.join(folder, page + ".html"))
            with gzip.open(os.path.join(SHARED, name, page + ".html.gz")) as packed:
                with open(paths[-1], "wb") as f:
                    f.write(packed.read())
        done = subprocess.run([PROGRAM], input="\n".join(paths + [""]).encode(), check=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return gold, json.loads(done.stdout), done.stderr.decode()


@unittest.skipUnless(os.path.isdir(os.path.join(SHARED, "pages")), "skipped: no shared data")
class SharedPages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        sys.path.insert(0, SHARED)
        import eval_extract

        cls.evaluate = eval_extract

    def said(self, function, *values):
        with contextlib.redirect_stdout(io.StringIO()) as out:
            function(*values)
        return {k: float(v) for k, v in re.findall(r"(\w+) (\d\.\d+)", out.getvalue())}

    def test_whole_bodies(self):
        gold, found, _ = read_pages("pages")
        said = self.said(self.evaluate.bodies, gold, found)
        self.assertGreaterEqual(said["F1"], 0.970)
        self.assertGreaterEqual(said["accuracy"], 0.33)

    def test_segments_and_facts(self):
        gold, found, speed = read_pages("pages_meta")
        said = self.said(self.evaluate.segments, gold, found)
        self.assertGreaterEqual(said["F1"], 0.93)
        for field, fact, least in (("title", "headline", 0.75), ("date", "published", 0.88),
                                   ("author", "byline", 0.55)):
            pages = [k for k, page in gold.items() if page.get(field)]
            right = 0
            for page in pages:
                value = (found.get(page, {}).get(fact) or "").strip()
                if field == "date":
                    value = value[:10]
                known = gold[page][field]
                known = known if isinstance(known, list) else [known]
                right += value in [k.strip() for k in known]
            self.assertGreaterEqual(right / len(pages), least, field)
        # Sanitizers keep what was freed.
        if "VARIORUM_SANITIZED" not in os.environ:
            self.assertLess(float(re.search(r"([\d.]+) MB", speed)[1]), 64, "memory")


if __name__ == "__main__":
    unittest.main()
