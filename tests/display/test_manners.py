#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing blocks: a long wait is shown and can be given up."""

import os
import shutil
import subprocess
import unittest

import driven
from driven import Atspi, PROGRAM, has_state, wait_for, walk


class MannersTest(driven.FlowCase):
    def setUp(self):
        super().setUp()
        # An article that takes its time: it is read only once somebody writes it.
        self.slow = self.folder / 'slow.txt'
        os.mkfifo(self.slow)

    def tearDown(self):
        # Whoever still waits for it may end.
        try:
            os.close(os.open(self.slow, os.O_WRONLY | os.O_NONBLOCK))
        except OSError:
            pass
        super().tearDown()

    def is_sensitive(self, name):
        return has_state(self.window.find('push button', name), Atspi.StateType.SENSITIVE)

    def test_a_long_wait_is_shown_and_ends_with_the_rows(self):
        self.open(self.old, self.slow)
        wait_for('something to stop', lambda: self.is_sensitive('Stop Comparing'))
        self.window.find('label', 'Comparing…')
        self.slow.write_bytes(driven.NEW.encode())
        self.window.find('list item', 'Paragraph 2, edited')
        wait_for('nothing to stop', lambda: not self.is_sensitive('Stop Comparing'))

    @unittest.skipUnless(shutil.which('xdotool'), 'skipped: no xdotool')
    def test_escape_gives_up_and_the_window_answers(self):
        self.open(self.old, self.slow)
        wait_for('something to stop', lambda: self.is_sensitive('Stop Comparing'))
        self.window.press('Escape')
        self.window.activate(self.window.find('push button', 'See How It Works'))
        self.window.find('list item', '1 line of page furniture, hidden')

    def test_what_stands_stays_until_the_answer_is_there(self):
        self.open(self.old, self.new)
        self.window.find('list item', 'Paragraph 2, edited')
        subprocess.run([PROGRAM, self.old, self.slow], timeout=driven.WAIT_SECONDS, check=True)
        wait_for('a second window', lambda: sum(
            accessible.get_role_name() == 'frame' for accessible in walk(self.window.root)) == 2)
        self.window.find('list item', 'Paragraph 2, edited')


if __name__ == '__main__':
    driven.main()
