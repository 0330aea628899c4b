#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures speed, size and the quality of the script, side by side with git.

run.py [--build=_build] [--rounds=5] [--seed=1] [--slow] [PART...]

PART: process (CPU of the whole program against git diff --word-diff), engine (in process, in units
of a plain interning loop), quality (edits against the exact minimum), memory (peak, and what grows
faster than its input).  All of them by default.  --slow adds what takes minutes: the exact minimum
of w3.  Texts come from VARIORUM_SHARED/perf where that is, else from generate.py and its SEED."""
import argparse
import json
import os
import statistics
import subprocess
import sys
import tarfile
import tempfile

import generate

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
PROCESS_LIMITS = {'w2': 1.2, 'w3s': 1.5, 'w3': 1.5, 'w4': 1.0, 'w5': 2.0, 'w6': 1.5, 'w7': 3.0}
ENGINE_LIMITS = {'w2': 3, 'w3': 3, 'w6': 3, 'w4': 30}
QUALITY_LIMITS = {'w2': 1.00, 'w6': 1.00, 'w3s': 1.01, 'w3': 1.01, 'w4': 1.08}
MEMORY_LIMIT = 8.0  # bytes a byte of both inputs
GROWTH_LIMIT = 13.0  # w3 is ten times w3s
ARTICLE_MS_LIMIT = 10.0


class Bench:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.shared = os.environ.get('VARIORUM_SHARED', os.path.join(ROOT, '..', 'shared'))
        self.program = os.path.join(options.build, 'src', 'cli', 'variorum')
        self.tools = os.path.join(options.build, 'tests', 'bench')
        self.is_shared = os.path.isdir(os.path.join(self.shared, 'perf'))
        self.n_missed = 0

    def pair(self, name):
        """The two files of a workload, made or unpacked on first use."""
        paths = [os.path.join(self.folder, f'{name}.{side}') for side in 'ab']
        if not os.path.exists(paths[1]):
            if self.is_shared:
                with tarfile.open(os.path.join(self.shared, 'perf', name + '.tar.xz')) as archive:
                    archive.extractall(self.folder)
            else:
                generate.generate(self.folder, str(self.options.seed), [name])
        return paths

    def measure(self, *argv, allowed=(0, 1)):
        output = os.path.join(self.folder, 'output')
        result = json.loads(subprocess.check_output(
            [os.path.join(self.tools, 'measure'), output, *argv], text=True))
        if result['status'] not in allowed:
            sys.exit(f'{" ".join(argv)}: status {result["status"]}')
        return result

    def compare(self, old, new):
        output = os.path.join(self.folder, 'comparison.json')
        # What git writes to is emptied before its time counts; the old report is nobody's either.
        if os.path.exists(output):
            os.unlink(output)
        return self.measure(self.program, 'compare', '--format=json', '-o', output, old, new)

    def git(self, old, new):
        return self.measure('git', 'diff', '--no-index', '--word-diff', '--no-color',
                            '--no-ext-diff', old, new)

    def engine(self, name, *arguments):
        return json.loads(subprocess.check_output(
            [os.path.join(self.tools, 'bench-engine'), *arguments, *self.pair(name)], text=True))

    def judge(self, value, limit):
        self.n_missed += value > limit
        return 'ok' if value <= limit else 'MISSED'


def print_row(*cells):
    print('  '.join(f'{cell:>12}' if i else f'{cell:<8}' for i, cell in enumerate(cells)), flush=True)


def run_process(bench):
    print('\nWhole process: CPU ms, compare --format=json -o FILE against git diff --word-diff')
    print_row('', 'variorum', 'git', 'ratio', 'limit', '')
    for name, limit in PROCESS_LIMITS.items():
        pair = bench.pair(name)
        ours, theirs = [], []
        for _ in range(bench.options.rounds):
            ours.append(bench.compare(*pair)['cpu_ms'])
            theirs.append(bench.git(*pair)['cpu_ms'])
        ratio = statistics.median(a / b for a, b in zip(ours, theirs))
        print_row(name, f'{statistics.median(ours):.1f}', f'{statistics.median(theirs):.1f}',
                  f'{ratio:.2f}', f'{limit:.1f}', bench.judge(ratio, limit))


def run_engine(bench):
    print('\nEngine in process: U is the plain interning loop over both files, in the same round')
    print_row('', 'U ms', 'tokens U', 'diff U', 'both U', 'limit', '')
    for name, limit in ENGINE_LIMITS.items():
        result = bench.engine(name, f'--rounds={bench.options.rounds}')
        unit = result['u_ms']
        print_row(name, f'{unit:.2f}', f'{result["tokens_ms"] / unit:.2f}',
                  f'{result["diff_ms"] / unit:.2f}', f'{result["ratio"]:.2f}', limit,
                  bench.judge(result['ratio'], limit))


def build_lcs(bench):
    """The independent program for the exact minimum; words end at white space there."""
    source = os.path.join(bench.shared, 'tools', 'perf', 'lcs.c')
    if not os.path.exists(source):
        return None
    program = os.path.join(bench.folder, 'lcs')
    subprocess.check_call(['cc', '-O2', '-o', program, source])
    return program


def run_quality(bench):
    print('\nDeleted + inserted words, one sequence a text, against the exact minimum')
    print_row('', 'ours', 'minimum', 'ratio', 'limit', '', 'by space', 'lcs.c', 'cut short')
    lcs = build_lcs(bench)
    for name, limit in QUALITY_LIMITS.items():
        slow = name == 'w3'
        if slow and not bench.options.slow:
            continue
        result = bench.engine(name, '--rounds=1', '--exact')
        spaced = checked = '-'
        if lcs is not None and not slow:
            spaced = bench.engine(name, '--rounds=1', '--exact', '--by-space')['least']
            output = subprocess.check_output([lcs, *bench.pair(name), 'ws', 'len'], text=True)
            checked = json.loads(output)['d_units']
            if spaced != checked:
                sys.exit(f'{name}: two exact programs disagree: {spaced}, {checked}')
        ratio = result['edits'] / result['least']
        print_row(name, result['edits'], result['least'], f'{ratio:.4f}', f'{limit:.2f}',
                  bench.judge(round(ratio, 4), limit), spaced, checked, result['limited'])


def write_empty(bench):
    paths = [os.path.join(bench.folder, f'empty.{side}') for side in 'ab']
    for path in paths:
        with open(path, 'w', encoding='utf-8'):
            pass
    return paths


def run_memory(bench):
    print('\nPeak memory beyond that of two empty files, in bytes a byte of both inputs')
    print_row('', 'KiB', 'inputs KiB', 'ratio', 'limit', '')
    empty = bench.compare(*write_empty(bench))['peak_kb']
    for name in PROCESS_LIMITS:
        pair = bench.pair(name)
        n_kb = sum(os.path.getsize(path) for path in pair) / 1024
        peak = bench.compare(*pair)['peak_kb'] - empty
        print_row(name, peak, f'{n_kb:.0f}', f'{peak / n_kb:.2f}', MEMORY_LIMIT,
                  bench.judge(peak / n_kb, MEMORY_LIMIT))
    run_growth(bench)
    run_article(bench)


def run_growth(bench):
    large, small = [], []
    for _ in range(bench.options.rounds):
        large.append(bench.compare(*bench.pair('w3'))['cpu_ms'])
        small.append(bench.compare(*bench.pair('w3s'))['cpu_ms'])
    growth = statistics.median(a / b for a, b in zip(large, small))
    print(f'\nw3 takes {growth:.1f} times w3s (limit {GROWTH_LIMIT}): '
          f'{bench.judge(growth, GROWTH_LIMIT)}')


def run_article(bench):
    """CPU of two short articles: what starting up costs."""
    seeds = os.path.join(bench.shared, 'seeds')
    if os.path.isdir(seeds):
        pair = [os.path.join(seeds, file) for file in sorted(os.listdir(seeds))[:2]]
    else:
        pair = [os.path.join(bench.folder, f'article.{side}') for side in 'ab']
        for path, source in zip(pair, bench.pair('w2')):
            with open(source, encoding='utf-8') as text, open(path, 'w', encoding='utf-8') as file:
                file.write(text.read(8000))
    times = [bench.compare(*pair)['cpu_ms'] for _ in range(4 * bench.options.rounds + 1)]
    median = statistics.median(times)
    print(f'Two articles take {median:.1f} ms of CPU (limit {ARTICLE_MS_LIMIT}): '
          f'{bench.judge(median, ARTICLE_MS_LIMIT)}')


PARTS = {'process': run_process, 'engine': run_engine, 'quality': run_quality, 'memory': run_memory}


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--build', default=os.path.join(ROOT, '_build'))
    parser.add_argument('--rounds', type=int, default=5)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--slow', action='store_true')
    parser.add_argument('parts', nargs='*', metavar='PART')
    options = parser.parse_args()
    unknown = set(options.parts) - set(PARTS)
    if unknown:
        parser.error(f'no such part: {", ".join(sorted(unknown))}')
    with tempfile.TemporaryDirectory(prefix='variorum-bench-') as folder:
        bench = Bench(options, folder)
        print('Texts: ' + (f'{bench.shared}/perf' if bench.is_shared else
                           f'generate.py, seed {options.seed} (skipped: no shared data)'))
        for part in options.parts or PARTS:
            PARTS[part](bench)
    print(f'\n{bench.n_missed} missed' if bench.n_missed else '\nall met')
    return 1 if bench.n_missed else 0


if __name__ == '__main__':
    sys.exit(main())
