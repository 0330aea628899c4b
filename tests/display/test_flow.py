#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as assistive technology and the keyboard meet it."""

import shutil
import subprocess
import unittest

import driven
from driven import Atspi, PROGRAM, WAIT_SECONDS, has_state, wait_for, walk


class FlowTest(driven.FlowCase):
    def test_rows_say_what_became_of_them(self):
        window = self.open(self.old, self.new)
        window.find('label', '2 of 6 paragraphs changed, 1 added')
        window.find('label', '4 the same · 1 edited · 1 moved · 1 added'.replace(' ', '\u00a0')
                    .replace('·\u00a0', '· '))
        window.find('list item', 'Paragraph 1, the same: The harbour of Lindholm')
        window.find('list item', 'Paragraph 2, edited, 1 word changed (removed “Monday”, '
                                 'added “Tuesday”): Mayor Edda Brandt said on Tuesday')
        window.find('list item', 'Paragraph 6, moved down 3 places: Construction begins')
        window.find('list item', 'Paragraph 3, moved down 3 places, after “Until then the ferry …”')
        window.find('list item', 'Paragraph 7, added: Shares in two')

    @unittest.skipUnless(shutil.which('xdotool'), 'skipped: no xdotool')
    def test_keys_step_through_the_changes(self):
        window = self.open(self.old, self.new)
        window.find('label', '3 changes')
        for number, row in enumerate(('Paragraph 2, edited', 'Paragraph 6, moved',
                                      'Paragraph 7, added'), 1):
            window.press('alt+Down')
            window.find('label', f'{number} of 3')
            window.selected(row)
        window.press('alt+Up')
        window.selected('Paragraph 6, moved')
        window.press('alt+Return')
        window.selected('Paragraph 3, moved down')
        window.press('alt+Return')
        window.selected('Paragraph 6, moved')
        window.press('alt+Home')
        window.selected('Paragraph 2, edited')
        window.press('alt+End')
        window.selected('Paragraph 7, added')

    def test_buttons_do_what_they_say(self):
        window = self.open(self.old, self.new)
        window.activate(window.find('push button', 'Next Change'))
        window.selected('Paragraph 2, edited')
        window.activate(window.find('push button', 'Go to Where It Stands Now'))
        window.selected('Paragraph 6, moved')
        window.activate(window.find('push button', 'Go to Where It Stood'))
        window.selected('Paragraph 3, moved down')
        window.activate(window.find('push button', 'Previous Change'))
        window.selected('Paragraph 2, edited')

    def test_two_empty_files_are_said_to_be_empty(self):
        window = self.open(self.write('a.txt', b''), self.write('b.txt', b' \n'))
        window.find('label', 'Both articles are empty.')
        window.find('label', 'No changes')
        window.find('push button', 'Choose Other Files…')
        useless = [accessible for accessible in walk(window.root)
                   if accessible.get_name() in ('Side by Side', 'Why Paired')
                   and 'button' in accessible.get_role_name()]
        self.assertEqual(len(useless), 2)
        for button in useless:
            self.assertFalse(has_state(button, Atspi.StateType.SENSITIVE))

    def test_a_missing_file_is_named(self):
        window = self.open(self.old, self.folder / 'no-such-file.txt')
        button = window.find('push button', 'Choose Another File…')
        self.assertTrue(has_state(button, Atspi.StateType.SENSITIVE))
        wait_for('the file’s name', lambda: any(
            'no-such-file.txt' in accessible.get_name() for accessible in walk(window.root)))

    def test_a_file_that_is_no_text_is_named(self):
        binary = self.write('picture.png', b'\x89PNG\r\n\x1a\n\x00\x00' + bytes(range(256)) * 8)
        window = self.open(self.old, binary)
        window.find('push button', 'Choose Another File…')
        wait_for('the file’s name', lambda: any(
            'picture.png' in accessible.get_name() for accessible in walk(window.root)))

    def test_the_start_page_offers_ways_to_begin(self):
        window = self.open()
        window.find('push button', 'Open Two Articles')
        window.find('push button', 'Paste Two Texts')
        window.find('push button', 'See How It Works')

    def test_one_file_waits_for_the_second(self):
        window = self.open(self.old)
        window.find('push button', 'Old Article: old.txt')
        window.find('push button', 'New Article: Now choose this one')

    @unittest.skipUnless(shutil.which('xdotool'), 'skipped: no xdotool')
    def test_the_shortcuts_are_shown(self):
        window = self.open(self.old, self.new)
        window.find('label', '3 changes')
        window.press('ctrl+question')
        window.find('label', 'Follow a moved paragraph')
        window.find('label', 'Alt')


class CommandLineTest(unittest.TestCase):
    def test_three_files_are_too_many(self):
        done = subprocess.run([PROGRAM, 'a', 'b', 'c'], capture_output=True, text=True,
                              timeout=WAIT_SECONDS)
        self.assertEqual(done.returncode, 2)
        self.assertIn('two files', done.stderr)

    def test_the_version_is_printed(self):
        done = subprocess.run([PROGRAM, '--version'], capture_output=True, text=True,
                              timeout=WAIT_SECONDS)
        self.assertEqual(done.returncode, 0)
        self.assertTrue(done.stdout.startswith('variorum-window '))


if __name__ == '__main__':
    driven.main()
