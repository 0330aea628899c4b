#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Comparisons that are saved and opened again, by the keyboard and from the command line."""

import json
import os
import shutil
import subprocess
import time
import unittest

import driven
from driven import wait_for, walk

COMMAND = os.environ['VARIORUM_PROGRAM']


class SavingTest(driven.FlowCase):
    def save_by_command(self, name='kept.variorum'):
        path = self.folder / name
        subprocess.run([COMMAND, 'compare', '-o', os.devnull, self.old, self.new, f'--save={path}'],
                       check=False, capture_output=True)
        return path

    def test_a_saved_comparison_opens_without_its_files(self):
        path = self.save_by_command()
        self.old.unlink()
        self.new.unlink()
        window = self.open(path)
        window.find('label', '2 of 6 paragraphs changed')
        window.find('label', 'old.txt')

    def test_a_damaged_one_is_named(self):
        path = self.save_by_command()
        path.write_bytes(path.read_bytes()[:-20])
        window = self.open(path)
        window.find('push button', 'Choose Another File…')
        wait_for('the file’s name', lambda: any(
            'kept.variorum' in accessible.get_name() for accessible in walk(window.root)))

    @unittest.skipUnless(shutil.which('xdotool'), 'skipped: no xdotool')
    def test_the_keyboard_saves(self):
        window = self.open(self.old, self.new)
        window.find('label', '3 changes')
        window.press('ctrl+s')
        window.find('label', 'Save')
        time.sleep(0.5)
        path = self.folder / 'by hand.variorum'
        window.press('ctrl+a')
        subprocess.run(['xdotool', 'type', '--delay', '20', str(path)], check=True)
        window.press('Return')
        wait_for('the file', path.exists)
        window.find('label', 'Saved as “by hand.variorum”.')
        saved = json.loads(path.read_text(encoding='utf-8'))
        self.assertEqual(saved['old']['text'], driven.OLD)
        self.assertEqual(saved['new']['text'], driven.NEW)
        before = path.stat().st_mtime_ns
        window.press('alt+End')
        window.selected('Paragraph 7, added')
        window.press('ctrl+s')
        wait_for('the file saved again', lambda: path.stat().st_mtime_ns > before)
        window.close()
        self.open(path).selected('Paragraph 7, added')


if __name__ == '__main__':
    driven.main()
