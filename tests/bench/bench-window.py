#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the window: first frame against an empty window's, scrolling and finding in a large pair,
the library of a large archive (--library, as `variorum archive import` makes one of a git
repository that git fast-import made).

Run inside a display, for example:
  xvfb-run -a -s "-screen 0 1600x1200x24" dbus-run-session -- \\
    env GSK_RENDERER=cairo tests/bench/bench-window.py _build
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import tempfile
import time


def run(command, **environment):
    started = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, timeout=300,
                          env={**os.environ, **environment})
    values = dict(line.split() for line in done.stdout.splitlines() if len(line.split()) == 2)
    if 'first-frame' not in values:
        raise SystemExit(f'{command}: no first frame\n{done.stdout}{done.stderr}')
    values['first-frame-ms'] = int(values['first-frame']) / 1000 - started * 1000
    return values


def bench_first_frame(window, empty, pair, n_rounds):
    ours, theirs = [], []
    for _ in range(n_rounds):
        theirs.append(run([empty]))
        ours.append(run([window, '--benchmark=first-frame', *pair]))
    for name, key, scale in (('first frame', 'first-frame-ms', 1),
                             ('  main thread', 'first-frame-cpu-us', 1000)):
        median, yardstick = (statistics.median(float(values[key]) / scale for values in side)
                             for side in (ours, theirs))
        print(f'{name}: {median:.0f} ms, empty window {yardstick:.0f} ms, '
              f'ratio {median / yardstick:.2f} (median of {n_rounds}; at most 1.3)')


def bench_large(window, pair):
    n_bytes = sum(os.path.getsize(name) for name in pair)
    for mode in ('scroll', 'idle', 'views'):
        values = run([window, f'--benchmark={mode}', *pair])
        print(f'{mode}: {n_bytes / 1e6:.1f} MB, first rows {values["first-frame-ms"]:.0f} ms, '
              f'longest stall {values["longest-stall-ms"]} ms '
              f'({values["longest-stall-cpu-ms"]} ms of the thread; at most 50), '
              f'peak {int(values["peak-kb"]) * 1024 / n_bytes:.1f} x input (below 12)')
        if 'switch-p50-ms' in values:
            print(f'  another view until rows are painted: median {values["switch-p50-ms"]} ms, '
                  f'longest {values["switch-max-ms"]} ms (at most 100)')
        for name in ('frame', 'frame-cpu'):
            if name + '-p99-ms' in values:
                print(f'  {values["frames"]} frames of 60 px, {name}: median '
                      f'{values[name + "-p50-ms"]} ms, p99 {values[name + "-p99-ms"]} ms '
                      f'(at most 16), longest {values[name + "-max-ms"]} ms')


def bench_find(window, pair, words):
    n_bytes = sum(os.path.getsize(name) for name in pair)
    for word in words:
        values = run([window, f'--benchmark=find:{word}', *pair])
        print(f'find “{word}”: {n_bytes / 1e6:.1f} MB, first match painted after '
              f'{values["found-ms"]} ms (at most 100), longest stall '
              f'{values["longest-stall-ms"]} ms')


def bench_library(window, archive):
    """What a reader does in the library of ARCHIVE, and how long the window stood still for it."""
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder) / 'variorum'
        place.mkdir()
        (place / 'archive.git').symlink_to(pathlib.Path(archive).resolve())
        values = run([window, '--benchmark=library'], XDG_DATA_HOME=folder)
    print(f'library: {values["variants"]} variants, the one selected has {values["versions"]} '
          f'versions; versions are there after {values["listed-ms"]} ms; longest stalls (at most 50):')
    for name, value in values.items():
        if name.endswith('-stall-ms'):
            step = name.removesuffix('-stall-ms')
            print(f'  {step}: {value} ms ({values[step + "-stall-cpu-ms"]} ms of the thread)')


def write_pair(folder):
    """A small pair of our own for where there is no shared data."""
    old = [f'Paragraph {i} of an article about the harbour, its ships and its weather. ' * 4
           for i in range(40)]
    new = [text.replace('ships', 'boats') if i % 7 == 0 else text for i, text in enumerate(old)]
    pair = [folder / 'old.txt', folder / 'new.txt']
    for path, text in zip(pair, (old, new)):
        path.write_text('\n\n'.join(text) + '\n', encoding='utf-8')
    return [str(path) for path in pair]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('build', type=pathlib.Path)
    parser.add_argument('--rounds', type=int, default=15)
    parser.add_argument('--pair', nargs=2, metavar=('OLD', 'NEW'))
    parser.add_argument('--large', nargs=2, metavar=('OLD', 'NEW'))
    parser.add_argument('--library', action='append', default=[], metavar='ARCHIVE',
                        help='measure the library of this archive, and nothing else')
    parser.add_argument('--find', nargs='+', metavar='WORD', default=['e', 'the', 'zebra'])
    arguments = parser.parse_args()

    window = str(arguments.build / 'src/app/variorum-window')
    empty = str(arguments.build / 'tests/bench/empty-window')
    for archive in arguments.library:
        bench_library(window, archive)
    if arguments.library:
        return
    with tempfile.TemporaryDirectory() as folder:
        pair = arguments.pair or write_pair(pathlib.Path(folder))
        bench_first_frame(window, empty, pair, arguments.rounds)
    if arguments.large:
        bench_large(window, arguments.large)
        bench_find(window, arguments.large, arguments.find)


if __name__ == '__main__':
    main()
