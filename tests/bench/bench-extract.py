#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast and in how much memory web pages are read, side by side with Readability.js.

usage: bench-extract.py [--build=_build] [--modules=FOLDER] [--rounds=3]

FOLDER, which stays outside of this tree, gets node_modules with
  npm install --prefix FOLDER @mozilla/readability@0.6.0 linkedom@0.18.10
where it has none.  Both read the same pages of VARIORUM_SHARED/import in one batch, in turn; the
best round of each counts.  Processor time is measured, so that what else runs matters little.
"""
import argparse
import gzip
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SETS = ["pages", "pages_meta"]
LEAST_PAGES = 80.0  # a second
MOST_MB = 64.0

PEER = r"""
const fs = require('fs');
const { Readability } = require('@mozilla/readability');
const { parseHTML } = require('linkedom');
const found = {};
for (const path of fs.readFileSync(0, 'utf8').split('\n').filter((line) => line)) {
  const name = path.replace(/^.*\//, '').replace('.html', '');
  try {
    const { document } = parseHTML(fs.readFileSync(path, 'utf8'));
    const article = new Readability(document).parse();
    found[name] = article ? { articleBody: blocks(article.content), headline: article.title,
      byline: article.byline, published: article.publishedTime } : {};
  } catch (error) {
    found[name] = {};
  }
}
// A line for each block, as the measure wants words apart.
function blocks(html) {
  const { document } = parseHTML('<html><body>' + html + '</body></html>');
  for (const node of document.querySelectorAll('p,div,li,h1,h2,h3,h4,h5,h6,td,th,pre,br,figcaption'))
    node.after('\n');
  return document.body.textContent;
}
console.log(JSON.stringify(found));
"""


def unpack(shared, folder):
    paths = {}
    for name in SETS:
        source = os.path.join(shared, "import", name)
        paths[name] = []
        for page in sorted(os.listdir(source)):
            paths[name].append(os.path.join(folder, page[:-len(".gz")]))
            with gzip.open(os.path.join(source, page)) as packed, open(paths[name][-1], "wb") as f:
                f.write(packed.read())
    return paths


def run(command, paths, folder, environment=None):
    """What it found, pages a second of processor time, and its largest memory in MB."""
    report = os.path.join(folder, "report")
    done = subprocess.run(["/usr/bin/time", "-f", "%U %S %M", "-o", report] + command,
                          input="\n".join(paths + [""]).encode(), stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, check=True, env=environment)
    with open(report, encoding="ascii") as f:
        user, system, memory = map(float, f.read().split())
    return json.loads(done.stdout), len(paths) / (user + system), memory / 1024


def quality(evaluate, shared, name, found, folder):
    path = os.path.join(folder, "found.json")
    with open(path, "w", encoding="utf-8") as f:
        json.dump(found, f)
    done = subprocess.run([sys.executable, evaluate,
                           os.path.join(shared, "import", name + "_gold.json"), path],
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return re.search(r"F1 ([\d.]+)", done.stdout.decode())[1]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", default=os.path.join(ROOT, "_build"))
    parser.add_argument("--modules", default=os.path.join(tempfile.gettempdir(), "extract-peers"))
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    shared = os.environ.get("VARIORUM_SHARED", os.path.join(ROOT, "..", "shared"))
    if not os.path.isdir(os.path.join(shared, "import", "pages")):
        sys.exit("skipped: no shared data")
    if not os.path.isdir(os.path.join(options.modules, "node_modules", "linkedom")):
        os.makedirs(options.modules, exist_ok=True)
        subprocess.run(["npm", "install", "--prefix", options.modules,
                        "@mozilla/readability@0.6.0", "linkedom@0.18.10"], check=True)
    environment = dict(os.environ, NODE_PATH=os.path.join(options.modules, "node_modules"))
    ours = [os.path.join(options.build, "tests", "bench", "extract-pages")]
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, paths in unpack(shared, folder).items():
            best = {}
            for _ in range(options.rounds):
                for who, command in (("variorum", ours), ("Readability.js", ["node", "-e", PEER])):
                    found, speed, memory = run(command, paths, folder, environment)
                    if who not in best or speed > best[who][1]:
                        best[who] = (found, speed, memory)
            for who, (found, speed, memory) in best.items():
                f1 = quality(os.path.join(shared, "import", "eval_extract.py"), shared, name,
                             found, folder)
                print(f"{name:10} {who:15} {speed:6.0f} pages/s {memory:6.1f} MB  F1 {f1}")
            _, speed, memory = best["variorum"]
            _, peer_speed, peer_memory = best["Readability.js"]
            print(f"{name:10} ratios: {speed / peer_speed:.1f} times the pages, "
                  f"{memory / peer_memory:.3f} times the memory")
            missed += speed < LEAST_PAGES or memory > MOST_MB
    sys.exit(missed > 0)


if __name__ == "__main__":
    main()
