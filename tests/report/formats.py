# SPDX-License-Identifier: GPL-3.0-or-later
"""Which formats `variorum compare` has, and how their reports are sealed: as the program tells."""

import hashlib
import io
import json
import os
import random
import re
import subprocess
import zipfile

MARK = b'{"schema":"variorum-manifest/1"'
SEAL = re.compile(rb'"seal":"(sha256:[0-9a-f]{64}|xxh128:[0-9a-f]{32})"')
SUFFIX = ".manifest.json"
# What people read as it is, and nobody checks.
PLAIN = ("text", "words")
# What programs write again and again: it is replaced, and that is said.
STREAMS = PLAIN + ("json",)
# One-byte changes to the reports of each format; by hand 200: VARIORUM_CHANGES=200.
N_CHANGES = int(os.environ.get("VARIORUM_CHANGES") or 12)
SEED = int(os.environ.get("VARIORUM_TEST_SEED") or random.randrange(1 << 32))


def list_formats(program, env):
    """All of them, by the program's own help."""
    said = subprocess.run([program, "compare", "--help"], env=env, capture_output=True, check=True)
    return re.search(r"FORMAT is one of: ([^.]+)\.", said.stdout.decode())[1].split(", ")


def find_json(data):
    """The manifest in an entry of a ZIP file."""
    at = data.find(MARK)
    if at < 0:
        return None
    text = data[at:].decode()
    return text[:json.JSONDecoder().raw_decode(text)[1]].encode()


def find_manifest(report):
    """The manifest that the bytes of a report carry; None where they carry none."""
    if report.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(report)) as file:
            return next(filter(None, (find_json(file.read(name)) for name in file.namelist())), None)
    at = report.rfind(MARK)
    if at < 0:
        return None
    end = SEAL.search(report, at)
    return report[at:end.end() + 1]


def seal(report):
    """The same bytes sealed anew by SHA-256, as whoever means to deceive would do."""
    last = list(SEAL.finditer(report))[-1]
    head, tail = report[:last.start()] + b'"seal":"sha256:', b'"' + report[last.end():]
    return head + hashlib.sha256(head + b"0" * 64 + tail).hexdigest().encode() + tail


def rezip(report, change):
    """The same ZIP file with @change done to its manifest, sealed anew."""
    old = zipfile.ZipFile(io.BytesIO(report))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as new:
        for info in old.infolist():
            data = old.read(info)
            manifest = find_json(data)
            if manifest is not None:
                data = data.replace(manifest, change(manifest))
            new.writestr(info, data)
        new.comment = old.comment
    return seal(made.getvalue())


def change_one_byte(path, chance, least=0, most=None):
    """Another bit somewhere in the file, or between two places of it."""
    data = bytearray(path.read_bytes())
    at = chance.randrange(least, len(data) if most is None else most)
    data[at] ^= 1 << chance.randrange(8)
    path.write_bytes(data)


def find_change(case, report, *words):
    """`verify` must not say that all holds, whatever it takes the report for; returns what it did."""
    told = case.run_program("verify", report, *words)
    case.assertIn(told.returncode, (1, 2), told.stdout.decode())
    if told.returncode == 1:
        case.assertRegex(told.stdout.decode(), "(?m)^✗ ")
        return "called false"
    said = told.stderr.decode() + told.stdout.decode()
    case.assertRegex(said, r"\Avariorum: [^\n]+[.]\n\Z|(\A|\n)\? ")
    return "refused" if told.stderr else "called unknown"


def say_found(name, n, found):
    print(f"{name}: {n} changes of a byte, {sum(found.values())} found ("
          + ", ".join(f"{found[how]} {how}" for how in sorted(found)) + f"), seed {SEED}", flush=True)
