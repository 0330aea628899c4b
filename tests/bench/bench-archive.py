#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the archive beside git and libgit2 and prints the ratios.

bench-archive.py [--build=_build] [--folder=FOLDER] [--rounds=200] [--variants=1000]
                 [--versions=100] [PART...]

PART: snapshot (synced, in process, against a bare libgit2 loop of blob, tree, commit, ref), process
(variorum snapshot against git add and git commit with core.fsync=all), list (stories against git
for-each-ref, log against git log, as processes; a log in process against a bare libgit2 walk), size
(after archive pack and after git gc, a tenth of the variants), import (10,000 versions of a file in
git against git fast-import of the same), search (phrases of several kinds, in process), grow (what
becomes of all that from 1,000 to 100,000 versions).  All but the last one by default.  Both
sides of a ratio are run in turn, so that what else the machine does weighs on both; what is printed
are medians.  FOLDER should be on the disk that archives are on: in memory nothing is synced."""
import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
LIMITS = {'snapshot': 1.3, 'process': 2.5, 'stories': 2.0, 'log': 2.0, 'size': 1.2,
          'import': 2.0}
SEARCH_LIMIT_MS = 100
IMPORTED = 10000
IMPORT_ROUNDS = 5
GROWN = 1000, 10000, 100000
GROWTH_ROUNDS = 20
MIN_LIST_ROUNDS = 20


def run(*argv):
    subprocess.run(argv, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def run_ms(*commands):
    began = time.perf_counter()
    for command in commands:
        run(*command)
    return (time.perf_counter() - began) * 1e3


def start_ms(rounds, *commands):
    """What starting the programs takes, which no archive makes longer."""
    return medians(rounds, *[lambda _, c=command: [c] for command in commands])


def medians(rounds, *sides):
    """The median time of each side; a side makes its commands for a round."""
    times = [[] for _ in sides]
    for number in range(rounds):
        for own, side in zip(times, sides):
            own.append(run_ms(*side(number)))
    return [statistics.median(own) for own in times]


class Bench:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.program = os.path.join(options.build, 'src', 'cli', 'variorum')
        self.tool = os.path.join(options.build, 'tests', 'bench', 'bench-archive')
        self.n_missed = 0

    def say(self, name, own, other, unit, limit=None):
        ratio = own / other
        is_missed = limit is not None and ratio > limit
        self.n_missed += is_missed
        print(f'{name:28} {own:10.2f} {other:10.2f} {unit:3} {ratio:6.2f}x'
              + (f'  limit {limit}x' if limit is not None else '') + ('  MISSED' * is_missed),
              flush=True)

    def snapshot(self):
        folder = os.path.join(self.folder, 'snapshots')
        os.mkdir(folder)
        took = json.loads(subprocess.check_output(
            [self.tool, 'snapshots', folder, str(self.options.rounds)]))
        self.say('snapshot / libgit2 loop', took['snapshot_us'] / 1e3, took['bare_us'] / 1e3, 'ms',
                 LIMITS['snapshot'])
        self.say('compared snapshot / loop', took['history_us'] / 1e3, took['bare_us'] / 1e3, 'ms')

    def process(self):
        archive = os.path.join(self.folder, 'process.git')
        tree = os.path.join(self.folder, 'tree')
        article = os.path.join(tree, 'article.txt')
        git = ['git', '-C', tree, '-c', 'core.fsync=all', '-c', 'user.name=A', '-c', 'user.email=a@b',
               '-c', 'gc.auto=0']
        run('git', 'init', tree)

        def write(number):
            text = ''.join(f'Ship {i} waited {(number + i) % 97 if i % 40 == number % 40 else i} '
                           'hours outside the old harbour for its pilot, and for the fog.\n\n'
                           for i in range(100))
            with open(article, 'w', encoding='utf-8') as file:
                file.write(f'The quay is shut, {number}\n\n{text}')

        def own(number):
            write(number)
            return [[self.program, 'snapshot', article, '--story=s', '--variant=v',
                     f'--archive={archive}']]

        def other(number):
            return [git + ['add', 'article.txt'], git + ['commit', '-q', '-m', f'Version {number}']]

        self.say('variorum snapshot / git', *medians(self.options.rounds, own, other), 'ms',
                 LIMITS['process'])

    def fill(self, name, variants):
        archive = os.path.join(self.folder, name)
        took = run_ms([self.tool, 'fill', archive, str(variants), str(self.options.versions)])
        n = variants * self.options.versions
        print(f'{n} versions written in {took / 1e3:.1f} s, {took / n:.2f} ms each', flush=True)
        return archive

    def list(self):
        archive = self.fill('list.git', self.options.variants)
        rounds = max(MIN_LIST_ROUNDS, self.options.rounds // 4)
        self.say('start alone', *start_ms(rounds, [self.program, 'log', '--help'],
                                          ['git', '--version']), 'ms')
        git = ['git', '--git-dir', archive]
        for state in 'a pack a variant', 'one pack':
            self.say(f'stories, {state}', *medians(
                rounds, lambda _: [[self.program, 'stories', f'--archive={archive}']],
                lambda _: [git + ['for-each-ref', 'refs/heads']]), 'ms', LIMITS['stories'])
            self.say(f'log, {state}', *medians(
                rounds, lambda n: [[self.program, 'log', self.variant(n), f'--archive={archive}']],
                lambda n: [git + ['log', self.variant(n)]]), 'ms', LIMITS['log'])
            took = json.loads(subprocess.check_output(
                [self.tool, 'log', archive, str(min(self.options.rounds, self.options.variants))]))
            self.say(f'in process, {state}', took['log_us'] / 1e3, took['walk_us'] / 1e3, 'ms')
            # Git joins so many large packs faster than the archive does.
            run(*git, 'repack', '-a', '-d', '-q')
            run(*git, 'pack-refs', '--all')

    def variant(self, number):
        number = number * 37 % self.options.variants
        return f'story-{number // 10}/variant-{number % 10}'

    def size(self):
        archive = self.fill('size.git', max(1, self.options.variants // 10))
        took = run_ms([self.program, 'archive', 'pack', f'--archive={archive}'])
        print(f'archive pack took {took / 1e3:.1f} s', flush=True)
        own = self.n_bytes(archive)
        copy = os.path.join(self.folder, 'copy.git')
        shutil.copytree(archive, copy)
        took = run_ms(['git', '--git-dir', copy, 'gc', '-q', '--prune=now'])
        self.say('size / after git gc', own / 1e6, self.n_bytes(copy) / 1e6, 'MB', LIMITS['size'])
        print(f'git gc took {took / 1e3:.1f} s', flush=True)
        shutil.rmtree(copy)

    def write_history(self, path):
        """A stream for git fast-import: one file, of which each version has another word."""
        words = ('the of and to in a that was for on harbour pilot ship fog quay minister hours '
                 'outside government officials police council vote election storm rain').split()
        random.seed(5)
        text = [' '.join(random.choice(words) for _ in range(60)) for _ in range(24)]
        with open(path, 'w', encoding='utf-8') as file:
            for number in range(IMPORTED):
                at = random.randrange(len(text))
                text[at] = text[at].replace(random.choice(words), f'word-{number}', 1)
                body = 'The quay is shut\n\n' + '\n\n'.join(text) + '\n'
                moment = f'A <a@b> {1397606400 + number * 3600} +0000'
                file.write(f'commit refs/heads/main\nauthor {moment}\ncommitter {moment}\n'
                           f'data 1\nV\nM 100644 inline article.txt\ndata {len(body)}\n{body}\n')

    def imports(self):
        stream = os.path.join(self.folder, 'history')
        source = os.path.join(self.folder, 'source.git')
        self.write_history(stream)

        def make(folder):
            shutil.rmtree(folder, ignore_errors=True)
            return ['sh', '-c', f'git init -q --bare {folder} && git -C {folder} '
                    f'symbolic-ref HEAD refs/heads/main && git -C {folder} fast-import --quiet '
                    f'<{stream}']

        def own(number):
            return [[self.program, 'archive', 'import', source, 'article.txt', '--story=s',
                     '--variant=v', '--archive=' + os.path.join(self.folder, f'import{number}.git')]]

        run(*make(source))
        self.say('import / git fast-import', *medians(
            IMPORT_ROUNDS, own, lambda _: [make(os.path.join(self.folder, 'other.git'))]), 'ms',
            LIMITS['import'])

    def say_search(self, archive, rounds):
        took = json.loads(subprocess.check_output([self.tool, 'search', archive, str(rounds)]))
        print(f'index made in {took.pop("index_us") / 1e6:.1f} s', flush=True)
        for kind, time_us in took.items():
            is_missed = time_us / 1e3 > SEARCH_LIMIT_MS
            self.n_missed += is_missed
            print(f'search: {kind:20} {time_us / 1e3:10.2f} ms  limit {SEARCH_LIMIT_MS} ms'
                  + '  MISSED' * is_missed, flush=True)

    def search(self):
        archive = os.path.join(self.folder, 'list.git')
        if not os.path.exists(archive):
            archive = self.fill('list.git', self.options.variants)
        self.say_search(archive, MIN_LIST_ROUNDS)

    def grow(self):
        print('versions of a variant, variants: snapshot, text that is back, another one, '
              'log in process, stories as a process, search for a rare and for a frequent phrase, size, '
              'archive pack')
        for one in False, True:
            for n in GROWN:
                self.grow_to(*((1, n) if one else (n // 100, 100)))

    def grow_to(self, variants, versions):
        archive = os.path.join(self.folder, f'grow-{variants}-{versions}.git')
        run(self.tool, 'fill', archive, str(variants), str(versions))
        packed_ms = run_ms([self.program, 'archive', 'pack', f'--archive={archive}'])
        size = self.n_bytes(archive)
        took = json.loads(subprocess.check_output(
            [self.tool, 'grow', archive, str(versions), str(GROWTH_ROUNDS)]))
        found = json.loads(subprocess.check_output([self.tool, 'search', archive, '10']))
        stories_ms, = medians(MIN_LIST_ROUNDS, lambda _: [[self.program, 'stories',
                                                           f'--archive={archive}']])
        print(f'{versions:7} {variants:5}: {took["snapshot_us"] / 1e3:7.2f} ms '
              f'{took["back_us"] / 1e3:8.2f} ms {took["back_again_us"] / 1e3:8.2f} ms '
              f'{took["log_us"] / 1e3:8.2f} ms {stories_ms:7.2f} ms '
              f'{found["rare"] / 1e3:7.2f} ms {found["frequent"] / 1e3:7.2f} ms '
              f'{size / 1e6:7.1f} MB {packed_ms / 1e3:7.1f} s', flush=True)
        shutil.rmtree(archive)

    @staticmethod
    def n_bytes(folder):
        return sum(os.path.getsize(os.path.join(place, name))
                   for place, _, names in os.walk(folder) for name in names)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--build', default=os.path.join(ROOT, '_build'))
    parser.add_argument('--folder')
    parser.add_argument('--rounds', type=int, default=200)
    parser.add_argument('--variants', type=int, default=1000)
    parser.add_argument('--versions', type=int, default=100)
    parser.add_argument('parts', nargs='*', metavar='PART')
    options = parser.parse_args()
    os.environ['LC_ALL'] = 'C.UTF-8'
    with tempfile.TemporaryDirectory(dir=options.folder, prefix='bench-archive-') as folder:
        bench = Bench(options, folder)
        print(f'{"":28} {"ours":>10} {"theirs":>10}')
        for part in options.parts or ['snapshot', 'process', 'list', 'size', 'import', 'search']:
            getattr(bench, {'import': 'imports'}.get(part, part))()
    print('all limits held' if bench.n_missed == 0 else f'{bench.n_missed} limits missed')


if __name__ == '__main__':
    main()
