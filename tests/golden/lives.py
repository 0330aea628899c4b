# SPDX-License-Identifier: GPL-3.0-or-later
"""Articles with several versions, the same in whoever's archive: from a git repository with times and authors
of its own, as snapshots bear the name of who takes them."""

import os
import pathlib
import pwd
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
FIXTURES = HERE / "fixtures"
sys.path.insert(0, str(HERE.parent / "cli"))
sys.path.insert(0, str(HERE.parent / "report"))

from life import write_life  # noqa: E402
from support import PROGRAM, clean_environment  # noqa: E402

# Pairs that are told as two versions besides: other scripts, a page as it was copied, what would steer.
PAIRS = ("arabic", "chinese", "odd-characters", "page-copy")
NAMES = ("quay", *PAIRS)
NOTED = "quay"
FIRST = 1397140980  # 2014-04-10T16:43+02:00
DAY = 24 * 60 * 60


def read_versions(name):
    if name in PAIRS:
        return [(FIXTURES / f"{name}.{age}.txt").read_bytes() for age in ("old", "new")]
    return [text.encode() for text in write_life()]


def write_stream(versions):
    """What git fast-import reads."""
    for i, text in enumerate(versions):
        person = b"A. Reporter <a@b.example> %d +0200" % (FIRST + i * DAY)
        yield b"commit refs/heads/main\nauthor %s\ncommitter %s\ndata 7\nversion\n" % (person, person)
        yield b"M 644 inline a.txt\ndata %d\n%s\n" % (len(text), text)


class Archive:
    """All of them in one archive in the folder."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        for name in NAMES:
            repository = self.folder / name
            subprocess.run(["git", "init", "-q", "-b", "main", repository], check=True)
            subprocess.run(["git", "-C", repository, "fast-import", "--quiet"], check=True,
                           input=b"".join(write_stream(read_versions(name))))
            self.call("archive", "import", repository, "a.txt", "--story=Lives", f"--variant={name}")
        self.call("note", f"Lives/{NOTED}@3", "-m", "Who said <b>so</b>?\nNobody.")

    def call(self, *words, **env):
        return subprocess.run([PROGRAM, *map(str, words), f"--archive={self.folder / 'archive.git'}"],
                              env=clean_environment(**env), capture_output=True, check=True).stdout

    def report(self, name, extension, **env):
        return self.call("history", f"Lives/{name}", f"--format={extension}", **env)


def settle(text):
    """Without the names of commits, and of who wrote the note."""
    own = pwd.getpwuid(os.geteuid()).pw_gecos.split(",")[0] or pwd.getpwuid(os.geteuid()).pw_name
    text = re.sub(r"\b[0-9a-f]{40}\b", "…", text)
    return text.replace(f"{own} noted: Who said", "… noted: Who said")


LINE = re.compile(r'text (\S+) (\S+) (\S+) (#\S+ \S+) "(.*)"')
LEADING = 1.4  # of a line, by the font's size


def join_lines(listing):
    """Lines of one paragraph as one: where they are broken goes by Pango's version."""
    lines = []
    last = below = None
    for line in listing.splitlines():
        match = LINE.fullmatch(line)
        key = match and (match[1], match[3], match[4])
        if match and key == last and 0 < float(match[2]) - below < LEADING * float(match[3]):
            lines[-1] = f'{lines[-1][:-1]} {match[5]}"'
        else:
            lines.append(line)
        last, below = key, match and float(match[2])
    return "\n".join(lines) + "\n"
