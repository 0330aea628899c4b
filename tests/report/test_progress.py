# SPDX-License-Identifier: GPL-3.0-or-later
"""A long report: how far it is stands on the terminal, and who has enough leaves nothing behind."""

import os
import pty
import re
import signal
import subprocess
import sys
import pathlib
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "cli"))

from support import PROGRAM, Case, clean_environment  # noqa: E402

# Some hundreds of pages, which take more than a moment.
N_PARAGRAPHS = 4000
TOLD = re.compile(rb"\rWriting the report: (\d+) %")


def read_all(terminal):
    """Until the other side is closed."""
    data = b""
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError: # how Linux tells the end of a terminal
            return data
        if not part:
            return data
        data += part


class Progress(Case):
    def setUp(self):
        super().setUp()
        text = "\n\n".join(f"Paragraph {i} tells that the harbour opened at dawn, that two ferries left "
                           "for the islands before the fog came in, with forty people aboard, and that "
                           "the third stayed at the quay until noon." for i in range(N_PARAGRAPHS))
        self.pair(text, text.replace("7 tells", "7 told"))

    def command(self, *words):
        return [PROGRAM, "compare", *words, "old.txt", "new.txt"]

    def start(self, *words, **how):
        return subprocess.Popen(self.command(*words), cwd=self.folder, env=clean_environment(), **how)

    def run_on_terminal(self, *words):
        """What standard error, a terminal, was told."""
        ours, theirs = pty.openpty()
        with self.start(*words, stderr=theirs) as process:
            os.close(theirs)
            told = read_all(ours)
        os.close(ours)
        self.assertEqual(process.returncode, 1, told)
        return told

    def test_a_long_report_tells_how_far_it_is_and_takes_that_away(self):
        told = self.run_on_terminal("-o", "report.pdf")
        shares = [int(share) for share in TOLD.findall(told)]
        self.assertGreater(len(shares), 3, told)
        self.assertEqual(shares, sorted(shares))
        self.assertTrue(all(0 <= share <= 100 for share in shares))
        self.assertRegex(told, rb"\r +\r\Z")
        self.assertTrue((self.folder / "report.pdf").read_bytes().startswith(b"%PDF"))

    def test_a_short_report_tells_nothing(self):
        self.pair("Dawn.\n", "Noon.\n")
        self.assertEqual(self.run_on_terminal("-o", "report.html"), b"")

    def test_no_terminal_is_told_nothing(self):
        done = subprocess.run(self.command("-o", "report.pdf"), cwd=self.folder, check=False,
                              env=clean_environment(), stderr=subprocess.PIPE)
        self.assertEqual((done.returncode, done.stderr), (1, b""))

    def press_control_c(self, *words):
        """As soon as it tells how far it is; returns how the program ended."""
        pid, ours = pty.fork()
        if pid == 0:
            os.chdir(self.folder)
            os.execve(PROGRAM, self.command(*words), clean_environment())
        told = b""
        while not TOLD.search(told):
            told += os.read(ours, 4096)
        os.write(ours, b"\x03")
        read_all(ours)
        os.close(ours)
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])

    def test_control_c_leaves_no_file(self):
        self.assertEqual(self.press_control_c("-o", "report.pdf"), -signal.SIGINT)
        self.assertEqual(sorted(os.listdir(self.folder)), ["new.txt", "old.txt"])

    def test_control_c_leaves_the_file_that_was_there(self):
        self.write("report.pdf", "mine")
        self.assertEqual(self.press_control_c("--force", "-o", "report.pdf"), -signal.SIGINT)
        self.assertEqual((self.folder / "report.pdf").read_text(), "mine")
        self.assertEqual(len(os.listdir(self.folder)), 3)


if __name__ == "__main__":
    unittest.main()
