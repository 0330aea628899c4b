# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports are written whole or not at all, in every format.

Kills the program at random moments of its run, and every other time while it has the new file open:
the file is the old one or the whole new one, and nothing else is left.  (To replace a file Linux
needs two system calls: whoever is killed just between them leaves the whole new one beside it, which
is counted.)  Then a full disk (a small one of its own, as root; else a limit on the size of files), a
folder that may not be written to, and a file that is there already.  The suite runs a few kills; by
hand: tests/report/kill.py --kills 200 _build/src/cli/variorum
"""

import argparse
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "cli"))

from support import clean_environment  # noqa: E402
import formats  # noqa: E402

# Long enough that most of the time is spent with writing.
N_PARAGRAPHS = 400
OLD_REPORT = b"What was written before.\n"
NOBODY = 65534
DISK_BYTES = 256 * 1024
# The sizes that a file may have at most, where no small disk can be made.
LIMITS = (0, 4096, 40000)
# Reports on all versions of a variant, by how they are called here.
HISTORIES = {f"history-{name}": name for name in ("html", "pdf", "json")}
N_VERSIONS = 12
VARIANT = "Quay/cnn"
SECONDS_TO_WATCH = 0.0002


class Kill:
    def __init__(self, program, folder, kills, seed):
        self.program, self.folder, self.kills = os.path.abspath(program), folder, kills
        self.chance = random.Random(seed)
        self.env = clean_environment(SOURCE_DATE_EPOCH="1397606400")
        self.names = formats.list_formats(self.program, self.env) + list(HISTORIES)
        self.folder.chmod(0o755)
        self.old, self.new = folder / "old.txt", folder / "new.txt"
        self.archive = folder / "archive"
        self.n_between = self.n_troubles = 0
        self.reports = folder / "reports"
        self.reports.mkdir()

    def write_articles(self):
        words = [hex(self.chance.getrandbits(40)) for _ in range(2000)]
        old = [" ".join(self.chance.choices(words, k=30)) for _ in range(N_PARAGRAPHS)]
        new = [p.replace(" ", " then ", 1) if i % 3 == 0 else p for i, p in enumerate(old)]
        self.old.write_text("\n\n".join(old) + "\n")
        self.new.write_text("\n\n".join(new) + "\n")
        for number in range(N_VERSIONS):
            text = "\n\n".join(new[:20 + number] if number % 2 else old[:20 + number])
            subprocess.run([self.program, "snapshot", "-", f"--archive={self.archive}",
                            "--story=Quay", "--variant=cnn"], input=text.encode(), env=self.env,
                           capture_output=True, check=True)

    def command(self, name, report, *more):
        if name in HISTORIES:
            return [self.program, "history", VARIANT, f"--archive={self.archive}",
                    f"--format={HISTORIES[name]}", "-o", str(report), *more]
        return [self.program, "compare", f"--format={name}", "-o", str(report), *more,
                str(self.old), str(self.new)]

    def status(self, name):
        """Of a program that has written its report: both articles differ."""
        return 0 if name in HISTORIES else 1

    def run(self, name, report, *more, **how):
        return subprocess.run(self.command(name, report, *more), env=self.env, capture_output=True,
                              check=False, timeout=120, **how)

    def clear(self, folder):
        for path in folder.iterdir():
            path.unlink()

    def read(self, folder):
        return {path.name: path.read_bytes() for path in folder.iterdir()}

    def make_whole(self, name):
        """What the folder holds when nobody disturbs; and how long that takes."""
        self.clear(self.reports)
        took = time.monotonic()
        done = self.run(name, self.reports / "report", "--force")
        took = time.monotonic() - took
        assert done.returncode == self.status(name), done.stderr
        return self.read(self.reports), took

    def check_files(self, name, whole, before):
        """Each file is the old or the new one; a manifest never stands without its report."""
        found = self.read(self.reports)
        between = [file for file in found if re.fullmatch(r".*\.[0-9a-f]{6}", file)]
        if before and len(between) == 1 and found.pop(between[0]) in whole.values():
            self.n_between += 1
        for file, data in found.items():
            assert file in whole, f"{name}: {file} was left"
            assert data in (whole[file], before.get(file)), f"{name}: {file} is half written"
        assert not before or "report" in found, f"{name}: the old report is gone"
        assert set(found) - {"report"} == set() or "report" in found, f"{name}: no report"

    def has_opened(self, process):
        """Whether the program has a file of the folder open, be it one without a name."""
        fds = f"/proc/{process.pid}/fd"
        try:
            return any(os.readlink(f"{fds}/{fd}").startswith(f"{self.reports}/")
                       for fd in os.listdir(fds))
        except OSError: # one that was just closed
            return False

    def measure_writing(self, name):
        """How long the program has the new file open."""
        self.clear(self.reports)
        with subprocess.Popen(self.command(name, self.reports / "report", "--force"), env=self.env,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            self.wait_until_open(process)
            began = time.monotonic()
            process.wait()
        return time.monotonic() - began

    def wait_until_open(self, process):
        while process.poll() is None and not self.has_opened(process):
            time.sleep(SECONDS_TO_WATCH)

    def kill_once(self, name, seconds, is_writing):
        with subprocess.Popen(self.command(name, self.reports / "report", "--force"), env=self.env,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            if is_writing:
                self.wait_until_open(process)
            time.sleep(seconds)
            process.send_signal(signal.SIGKILL)

    def kill_writing(self, name):
        whole, took = self.make_whole(name)
        # By whether it is waited for that the file is open: how long the program goes on.
        seconds = {False: took, True: self.measure_writing(name)}
        n_old = self.n_between = 0
        for i in range(self.kills):
            is_writing = i % 2 == 1
            self.clear(self.reports)
            before = {"report": OLD_REPORT} if i % 4 < 2 else {}
            for file, data in before.items():
                (self.reports / file).write_bytes(data)
            self.kill_once(name, self.chance.uniform(0 if is_writing else 0.6, 1.1)
                           * seconds[is_writing], is_writing)
            self.check_files(name, whole, before)
            is_old = self.read(self.reports).get("report") != whole["report"]
            n_old += is_old
            # Other programs run besides: half of the kills shall come before the end.
            seconds[is_writing] *= 1.05 if is_old else 0.95
        print(f"{name}: {self.kills} kills, {n_old} of them before the report stood, "
              f"{self.n_between} between two system calls; {self.n_troubles} times trouble",
              flush=True)

    def check_trouble(self, name, done, before, folder):
        assert done.returncode == 2, f"{name}: {done}"
        assert done.stderr.startswith(b"variorum: ") and done.stderr.count(b"\n") == 1, done.stderr
        assert self.read(folder) == before, f"{name}: {sorted(self.read(folder))}"
        self.n_troubles += 1

    def fill_disk(self, name, disk, whole):
        """Room for ever more of it; the old report stays until there is enough."""
        needed = sum(map(len, whole.values()))
        for room in (0, 4096, needed // 2):
            self.clear(disk)
            (disk / "report").write_bytes(OLD_REPORT)
            free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
            if room >= min(free, needed):
                continue
            (disk / "fill").write_bytes(b"x" * (free - room))
            before = self.read(disk)
            done = self.run(name, disk / "report", "--force")
            self.check_trouble(name, done, before, disk)

    def limit_size(self, name):
        for limit in LIMITS:
            self.clear(self.reports)
            (self.reports / "report").write_bytes(OLD_REPORT)
            done = self.run(name, self.reports / "report", "--force", preexec_fn=lambda:
                            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
            if done.returncode == self.status(name): # so short a report
                continue
            self.check_trouble(name, done, {"report": OLD_REPORT}, self.reports)

    def give_archive(self, owner):
        """To whom an archive does not belong, it is closed."""
        for path in [self.archive, *self.archive.rglob("*")]:
            os.chown(path, owner, owner)

    def forbid_folder(self, name):
        folder = self.folder / "closed"
        folder.mkdir()
        (folder / "report").write_bytes(OLD_REPORT)
        (folder / "report").chmod(0o444)
        folder.chmod(0o555)
        if os.geteuid() == 0:
            self.give_archive(NOBODY)
        how = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
        try:
            for file in ("report", "other"):
                done = self.run(name, folder / file, "--force", **how)
                self.check_trouble(name, done, {"report": OLD_REPORT}, folder)
                assert str(folder).encode() in done.stderr, done.stderr
        finally:
            folder.chmod(0o755)
            if os.geteuid() == 0:
                self.give_archive(0)
            shutil.rmtree(folder)

    def find_existing(self, name, whole):
        """A document is not replaced unasked; what programs write often is, and that is said."""
        for file in whole:
            self.clear(self.reports)
            (self.reports / file).write_bytes(OLD_REPORT)
            done = self.run(name, self.reports / "report")
            if HISTORIES.get(name, name) in formats.STREAMS:
                assert done.returncode == self.status(name), done
                assert b"is replaced" in done.stderr and done.stderr.count(b"\n") == 1, done.stderr
                assert self.read(self.reports) == whole, name
            else:
                self.check_trouble(name, done, {file: OLD_REPORT}, self.reports)
                assert b"--force" in done.stderr, done.stderr
            done = self.run(name, self.reports / "report", "--force")
            assert (done.returncode, done.stderr) == (self.status(name), b""), done
            assert self.read(self.reports) == whole, name

    def go(self, disk, only):
        self.write_articles()
        for name in only or self.names:
            whole, _ = self.make_whole(name)
            self.n_troubles = 0
            self.find_existing(name, whole)
            self.forbid_folder(name)
            self.limit_size(name)
            if disk is not None:
                self.fill_disk(name, disk, whole)
            self.kill_writing(name)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200, help="of each format")
    parser.add_argument("--only", action="append", metavar="FORMAT", help="else all of them")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    parser.add_argument("--mounted", type=pathlib.Path, help=argparse.SUPPRESS)
    parser.add_argument("program")
    options = parser.parse_args()
    print(f"seed {options.seed}")
    if options.mounted is None:
        folder = tempfile.mkdtemp(prefix="variorum-kill-")
        words = [sys.executable, __file__, "--mounted", folder, "--kills", str(options.kills),
                 "--seed", str(options.seed)]
        words += [f"--only={name}" for name in options.only or ()] + [options.program]
        # Its own mounts, where that is allowed.
        alone = ["unshare", "--mount"] if subprocess.run(
            ["unshare", "--mount", "true"], capture_output=True, check=False).returncode == 0 else []
        try:
            sys.exit(subprocess.call(alone + words))
        finally:
            shutil.rmtree(folder)
    disk = options.mounted / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "none",
                              str(disk)], capture_output=True, check=False).returncode == 0
    print("a full disk of its own" if mounted else "no disk of its own: files have a limit instead")
    try:
        Kill(options.program, options.mounted, options.kills, options.seed).go(
            disk if mounted else None, options.only)
    finally:
        if mounted: # in a chroot the mounts are not its own alone
            subprocess.run(["umount", "--lazy", str(disk)], check=False)


if __name__ == "__main__":
    main()
