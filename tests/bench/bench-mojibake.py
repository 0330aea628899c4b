#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures how fast mojibake is repaired, on clean and on misread text, beside ftfy.

bench-mojibake.py [--build=_build] [--ftfy=FOLDER] [--mb=20]

Texts come from VARIORUM_SHARED/import.  FOLDER is a checkout of python-ftfy."""
import argparse
import json
import lzma
import os
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SHARED = os.environ.get('VARIORUM_SHARED', os.path.join(ROOT, '..', 'shared'))
LIMIT = 50  # MB a second on clean text
FTFY_BYTES = 2_000_000
PARTS = {'all': '', 'english': 'handbook/en', 'french': 'handbook/fr', 'russian': 'handbook/ru',
         'greek': 'handbook/el', 'arabic': 'handbook/ar', 'chinese': 'handbook/zh',
         'japanese': 'handbook/ja', 'korean': 'handbook/ko', 'vietnamese': 'handbook/vi'}


def read(name):
    with lzma.open(os.path.join(SHARED, 'import', name), 'rt', encoding='utf-8') as lines:
        return [json.loads(line) for line in lines]


def texts():
    clean = read('clean_text.jsonl.xz')
    for name, prefix in PARTS.items():
        yield name, [row['text'] for row in clean if row['id'].startswith(prefix)]
    yield 'misread', [row['mojibake'] for row in read('mojibake_matrix.jsonl.xz')]


def measure_ftfy(ftfy, text):
    start = time.process_time()
    for line in text.splitlines():
        ftfy.fix_encoding(line)
    return len(text.encode()) / 1e6 / (time.process_time() - start)


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument('--build', default=os.path.join(ROOT, '_build'))
    options.add_argument('--ftfy')
    options.add_argument('--mb', type=int, default=20)
    options = options.parse_args()
    ftfy = None
    if options.ftfy:
        sys.path.insert(0, options.ftfy)
        import ftfy
    slow = False
    print('%-12s %10s %10s' % ('text', 'MB/s', 'ftfy MB/s' if ftfy else ''))
    with tempfile.TemporaryDirectory() as folder:
        for name, lines in texts():
            text = '\n'.join(lines) + '\n'
            path = os.path.join(folder, name)
            with open(path, 'w', encoding='utf-8') as out:
                out.write(text * max(1, options.mb * 1_000_000 // len(text.encode())))
            program = os.path.join(options.build, 'tests', 'bench', 'bench-mojibake')
            rate = float(subprocess.check_output([program, path], text=True).split('\t')[1])
            slow |= name != 'misread' and rate < LIMIT
            beside = '%10.2f' % measure_ftfy(ftfy, text[:FTFY_BYTES]) if ftfy else ''
            print('%-12s %10.1f %s' % (name, rate, beside), flush=True)
    return 1 if slow else 0


sys.exit(main())
