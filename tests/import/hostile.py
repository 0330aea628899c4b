#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that are broken, or made to do harm: each ends with an article or with one sentence, in two
seconds and 256 MB, and nothing else happens.

usage: hostile.py [--mutants N] [--formats html,pdf] [--keep FOLDER] [--seed N] [PROGRAM]

Without arguments a test of `meson test`: 200 mutants of each format that this build reads.  By hand
with --mutants 10000.  A file whose reading ended in a crash of the process that reads it is no
failure, as that is what it is for, but it is counted, and kept with --keep.
"""

import argparse
import ctypes
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

import seeds

ROOT = pathlib.Path(__file__).resolve().parents[2]

# Two seconds for the file; the rest is what Python and a busy machine take.
MOST_SECONDS = 2.0
MOST_SECONDS_BUSY = 4.0
MOST_BYTES = 256 << 20
PER_BATCH = 250
# What is said where the process that reads did not live to say anything.
CRASHED = "it is damaged; save its text"

TOKENS = {
    "html": [b"<", b">", b"</", b"<!--", b"-->", b"<script>", b"<table>", b"<svg>", b"<math>", b"&#x",
             b"&", b'"', b"<p ", b"<title>", b"<![CDATA[", b"<template>", b"<a href=", b"\0", b"\xff"],
    "markdown": [b"*", b"_", b"[", b"](", b"`", b"> ", b"- ", b"\n\n", b"#", b"<", b"\\", b"&", b"---\n"],
    "pdf": [b"obj", b"endobj", b"stream", b"<<", b">>", b"[", b"]", b"(", b")", b" R", b"/Kids", b"-1",
            b"99999999999", b"/Length", b"xref", b"trailer"],
}
OFFICE = [b"<", b">", b"/>", b"&", b'"', b"<w:p>", b"</w:p>", b"<text:p>", b"<!DOCTYPE", b"]]>", b"\0",
          b"\xff", b"<w:del>", b"<table:table>"]


def cut(data, rng):
    return data[:rng.randrange(len(data) + 1)]


def flip(data, rng):
    data = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 4, 16, 64))):
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return bytes(data)


def repeat(data, rng):
    a, b = sorted(rng.randrange(len(data) + 1) for _ in range(2))
    return data[:b] + data[a:b] * rng.choice((1, 3, 30)) + data[b:]


def drop(data, rng):
    a, b = sorted(rng.randrange(len(data) + 1) for _ in range(2))
    return data[:a] + data[b:]


def noise(data, rng):
    at = rng.randrange(len(data) + 1)
    return data[:at] + rng.randbytes(rng.choice((1, 4, 100, 5000))) + data[at:]


def insert(tokens):
    def insert_token(data, rng):
        for _ in range(rng.choice((1, 2, 5, 40))):
            at = rng.randrange(len(data) + 1)
            data = data[:at] + rng.choice(tokens) * rng.choice((1, 1, 1, 2, 300)) + data[at:]
        return data
    return insert_token


def mutate_zip(name, data, rng):
    """Half of them stay ZIP files: what is in them is broken."""
    if rng.random() < 0.5:
        return rng.choice((cut, flip, repeat, drop, noise))(data, rng)
    entries = seeds.entries_of(data)
    at = rng.randrange(len(entries))
    way = rng.choice((cut, flip, repeat, drop, noise, insert(OFFICE)))
    entries[at] = (entries[at][0], way(entries[at][1], rng))
    if rng.random() < 0.1:
        entries.append(rng.choice(entries))
    return seeds.zipped(entries, stored_first=name != "docx")


def mutate(name, data, rng):
    if name in ("docx", "odt", "epub"):
        return mutate_zip(name, data, rng)
    return rng.choice((cut, flip, repeat, drop, noise, insert(TOKENS[name])))(data, rng)


class Checker:
    def __init__(self, program, keep):
        self.program = program
        self.keep = keep
        self.faults = []
        self.crashes = 0
        self.most_bytes = 0

    def run(self, *args, stdin=b""):
        argv = [self.program, "extract", *args]
        with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, \
                tempfile.TemporaryFile() as err:
            given.write(stdin)
            given.seek(0)
            begun = time.monotonic()
            process = subprocess.Popen(argv, stdin=given, stdout=out, stderr=err,
                                       env={**os.environ, "LC_ALL": "C.UTF-8"})
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.monotonic() - begun
            process.returncode = os.waitstatus_to_exitcode(status)
            self.count(usage)
            out.seek(0)
            err.seek(0)
            return subprocess.CompletedProcess(argv, process.returncode, out.read(), err.read()), seconds

    def count(self, usage):
        self.most_bytes = max(self.most_bytes, usage.ru_maxrss * 1024)

    def reap(self):
        """What the processes that read took, which the program leaves behind."""
        try:
            while (left := os.wait4(-1, os.WNOHANG))[0] != 0:
                self.count(left[2])
        except ChildProcessError:
            pass

    def fault(self, what):
        self.faults.append(what)
        print("FAULT", what, flush=True)

    def reads(self, name, folder):
        """Whether this build has an importer for it; the whole file must be read then."""
        path = folder / f"whole.{name}"
        path.write_bytes(seeds.SEEDS[name]())
        done, _ = self.run(f"--as={name}", str(path))
        if done.returncode == 2 and b"not installed" in done.stderr:
            return False
        body = json.loads(done.stdout)["articleBody"] if done.returncode == 0 else ""
        if "ferries left" not in body:
            self.fault(f"{name}: a whole file is not read: {done.stderr.decode()}")
        return True

    def keep_crash(self, path, error):
        if CRASHED not in error:
            return
        self.crashes += 1
        if self.keep:
            self.keep.mkdir(parents=True, exist_ok=True)
            (self.keep / path.name).write_bytes(path.read_bytes())

    def check_answer(self, path, answer):
        error = answer.get("error")
        if answer.get("path") != str(path):
            self.fault(f"{path}: answered as {answer.get('path')}")
        elif error is None and answer.get("schema") != "variorum-article/1":
            self.fault(f"{path}: no article and no error")
        elif error is not None and (not error.endswith(".") or "\n" in error):
            self.fault(f"{path}: no sentence: {error}")
        if error is not None:
            self.keep_crash(path, error)

    def check_batch(self, name, paths):
        stdin = "".join(f"{path}\n" for path in paths).encode()
        done, _ = self.run(f"--as={name}", "--batch", stdin=stdin)
        lines = done.stdout.decode().splitlines()
        if done.returncode not in (0, 2) or done.stderr or len(lines) != len(paths):
            self.fault(f"{name}: status {done.returncode}, {len(lines)} of {len(paths)} answers, "
                       f"{done.stderr.decode()}")
        for path, line in zip(paths, lines):
            self.check_answer(path, json.loads(line))

    def check_mutants(self, name, n, rng, folder):
        seed = seeds.SEEDS[name]()
        begun = time.monotonic()
        for first in range(0, n, PER_BATCH):
            paths = []
            for i in range(first, min(first + PER_BATCH, n)):
                path = folder / f"{name}-{i}.{name}"
                path.write_bytes(mutate(name, seed, rng))
                paths.append(path)
            self.check_batch(name, paths)
            for path in paths:
                path.unlink()
        print(f"{name}: {n} mutants, {self.crashes} crashes so far, "
              f"{time.monotonic() - begun:.0f} s", flush=True)

    def check_harm(self, title, name, make, must_fail, folder):
        path = folder / f"harm.{name}"
        output = folder / "output.json"
        apart(lambda: path.write_bytes(make()))
        done, seconds = self.run(f"--as={name}", "-o", str(output), str(path))
        if seconds > MOST_SECONDS:  # was it the machine?
            seconds = min(seconds, self.run(f"--as={name}", str(path))[1])
        error = done.stderr.decode()
        print(f"{title}: status {done.returncode}, {seconds:.1f} s: {error.strip()[:150]}", flush=True)
        if done.returncode not in ((2,) if must_fail else (0, 2)) or seconds > MOST_SECONDS_BUSY:
            self.fault(f"{title}: status {done.returncode}, {seconds:.1f} s")
        if done.returncode == 2 and (error.count("\n") != 1 or path.name not in error
                                     or output.exists()):
            self.fault(f"{title}: {error!r}, output: {output.exists()}")
        output.unlink(missing_ok=True)
        self.keep_crash(path, error)


def parse():
    parser = argparse.ArgumentParser()
    parser.add_argument("--mutants", type=int, default=200)
    parser.add_argument("--formats", default=",".join(seeds.SEEDS))
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("program", nargs="?", default=os.environ.get(
        "VARIORUM_PROGRAM", str(ROOT / "_build/src/cli/variorum")))
    return parser.parse_args()


def adopt():
    """The processes that read outlive who asked; as ours, the system tells what they took."""
    ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER


def apart(do):
    """In a process of its own: what we start is counted with the most that we ever had."""
    pid = os.fork()
    if pid == 0:
        do()
        os._exit(0)
    _, status = os.waitpid(pid, 0)
    if status != 0:
        raise RuntimeError(f"status {status}")


def main():
    args = parse()
    adopt()
    checker = Checker(args.program, args.keep)
    with tempfile.TemporaryDirectory(prefix="variorum-hostile-") as folder:
        folder = pathlib.Path(folder)
        names = [name for name in args.formats.split(",") if checker.reads(name, folder)]
        for title, (name, make, must_fail) in seeds.harm().items():
            if name in names:
                checker.check_harm(title, name, make, must_fail, folder)
        for name in names:
            checker.check_mutants(name, args.mutants, random.Random(args.seed), folder)
    time.sleep(0.2)
    checker.reap()
    most = checker.most_bytes
    print(f"{', '.join(names) or 'nothing'} read; at most {most >> 20} MB, {checker.crashes} crashes")
    # Sanitizers keep what was freed.
    if most > MOST_BYTES and "VARIORUM_SANITIZED" not in os.environ:
        checker.fault(f"{most >> 20} MB")
    if not names:
        print("skipped: this build reads text alone")
        return 77
    return 1 if checker.faults else 0


if __name__ == "__main__":
    sys.exit(main())
