#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files and words are dragged over the window and dropped."""

import os
import subprocess
import sys
import time
import unittest

import driven
from driven import PROGRAM, WAIT_SECONDS, wait_for, walk, xdotool

DRAG_SOURCE = os.environ.get('VARIORUM_DRAG_SOURCE', '')

OTHER = driven.NEW.replace('Tuesday', 'Wednesday').replace('by spring', 'by autumn')


class DropTest(driven.FlowCase):
    def setUp(self):
        super().setUp()
        self.other = self.write('other.txt', OTHER.encode())
        self.source = None

    def tearDown(self):
        self.end_source()
        super().tearDown()

    def end_source(self):
        if self.source is not None:
            self.source.terminate()
            self.source.wait(timeout=WAIT_SECONDS)
        self.source = None

    def grip(self, *what):
        """Begins to drag: a window beside ours is there to drag from."""
        self.end_source()
        self.source = subprocess.Popen([DRAG_SOURCE, *map(str, what)])
        number = wait_for('what is dragged from',
                          lambda: xdotool('search', '--onlyvisible', '--name', 'drag-source')).split()[-1]
        xdotool('windowmove', number, 1300, 900)
        time.sleep(0.5)
        xdotool('mousemove', 1400, 1000, 'mousedown', 1)
        for _ in range(5):
            xdotool('mousemove_relative', '--', -10, -10)
            time.sleep(0.05)

    def hover(self, x, y=400):
        for step in range(6):
            xdotool('mousemove', x + step, y + step)
            time.sleep(0.1)

    def drop(self, x, *what):
        self.grip(*what)
        self.hover(x)
        xdotool('mouseup', 1)

    def test_one_file_waits_for_the_next(self):
        window = self.open()
        window.find('push button', 'Open Two Articles')
        self.drop(300, self.old)
        window.find('push button', 'Old Article: old.txt')
        window.find('label', 'Choose the article to compare with “old.txt”.')
        self.drop(300, self.new)
        window.find('list item', 'Paragraph 2, edited')

    def test_two_files_are_compared(self):
        window = self.open()
        window.find('push button', 'Open Two Articles')
        self.drop(300, self.old, self.new)
        window.find('list item', 'Paragraph 7, added')

    def test_one_takes_the_place_of_the_side_it_is_dropped_on(self):
        window = self.open(self.old, self.new)
        window.find('list item', 'Paragraph 2, edited, 1 word')
        self.grip(self.other)
        self.hover(900)
        window.find('label', 'Drop to compare with “old.txt”')
        xdotool('mouseup', 1)
        window.find('list item', 'Paragraph 2, edited, 2 words changed (removed “Monday”')
        window.find('label', '“other.txt” is the new article now.')
        window.activate(window.find('push button', 'Undo'))
        window.find('list item', 'Paragraph 2, edited, 1 word')
        self.drop(200, self.other)
        window.find('list item', 'Paragraph 2, edited, 2 words changed (removed “Wednesday')

    def test_what_is_no_text_takes_no_place(self):
        window = self.open(self.old, self.new)
        window.find('list item', 'Paragraph 2, edited')
        self.drop(900, self.write('picture.png', b'\x89PNG\r\n\x1a\n\0\0' + bytes(range(256))))
        wait_for('the file’s name', lambda: any(
            'picture.png' in accessible.get_name() for accessible in walk(window.root)))
        window.find('list item', 'Paragraph 2, edited')

    def save_by_command(self):
        path = self.folder / 'kept.variorum'
        subprocess.run([os.environ['VARIORUM_PROGRAM'], 'compare', '-o', os.devnull, self.old,
                        self.new, f'--save={path}'], check=False, capture_output=True)
        return path

    def wait_to_see(self, words):
        wait_for(f'“{words}”', lambda: any(
            words in accessible.get_name() for accessible in walk(self.window.root)))

    def test_a_saved_comparison_is_opened_and_takes_no_side(self):
        saved = self.save_by_command()
        window = self.open()
        window.find('push button', 'Open Two Articles')
        self.drop(300, self.other)
        window.find('label', 'Choose the article to compare with “other.txt”.')
        self.drop(300, saved)
        window.find('list item', 'Paragraph 2, edited, 1 word')
        self.drop(900, saved)
        self.wait_to_see('kept.variorum” is a saved comparison, not an article')
        window.find('list item', 'Paragraph 2, edited, 1 word')

    def test_a_saved_comparison_is_no_text(self):
        window = self.open()
        window.find('push button', 'Open Two Articles')
        window.press('ctrl+shift+v')
        window.find('text', 'Old Text')
        self.drop(300, self.save_by_command())
        self.wait_to_see('kept.variorum” is a saved comparison, not an article')
        window.find('label', '0 characters')

    def test_words_go_to_the_page_for_texts(self):
        window = self.open()
        window.find('push button', 'Open Two Articles')
        self.drop(300, '--text', 'The harbour of Lindholm woke.')
        window.find('text', 'Old Text')
        window.find('label', '29 characters')

    def test_a_file_is_read_as_one_of_two_texts(self):
        window = self.open()
        window.find('push button', 'Open Two Articles')
        window.press('ctrl+shift+v')
        window.find('text', 'Old Text')
        self.drop(900, self.write('line.txt', b'harbour ' * 50000))
        window.find('label', '400000 characters; a line is too long to be edited here')
        self.drop(300, self.write('short.txt', b'One harbour.'))
        window.find('label', '12 characters')
        # What is in a file is not lost: nothing is asked.
        window.activate(window.find('push button', 'Close'))
        self.assertEqual(window.process.wait(timeout=WAIT_SECONDS), 0)

    def test_a_file_and_what_is_typed_are_compared(self):
        window = self.open()
        window.find('push button', 'Open Two Articles')
        window.press('ctrl+shift+v')
        window.find('text', 'Old Text')
        self.drop(300, self.write('short.txt', b'One harbour.'))
        window.find('label', '12 characters')
        self.drop(900, '--text', 'Two harbours.')
        window.find('label', '13 characters')
        window.activate(window.find_toggle('Compare'))
        window.find('list item', 'Paragraph 1')


if __name__ == '__main__':
    if not DRAG_SOURCE or not driven.shutil.which('xdotool'):
        print('skipped: nothing to drag with')
        sys.exit(77)
    driven.main()
