#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What assistive technology says of a comparison is what the command line prints, word for word."""

import os
import pathlib
import shutil
import subprocess
import sys
import unittest

import driven
from driven import wait_for, walk

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1]))
from made_locale import make_locale

PROGRAM = os.environ.get('VARIORUM_PROGRAM', 'variorum')
SAMPLES = pathlib.Path(__file__).resolve().parents[2] / 'data' / 'samples'


class WordsTest(driven.FlowCase):
    def assert_same_words(self, *arguments):
        printed = subprocess.run([PROGRAM, 'compare', '--format=words', *map(str, arguments)],
                                 capture_output=True, text=True, check=False).stdout.splitlines()
        lines = [line for line in printed if line.startswith('Paragraph ')]
        self.assertGreater(len(lines), 2)
        window = self.open(*arguments)
        window.find('list item', lines[0])

        def labels():
            return [accessible.get_name() for accessible in walk(window.root)
                    if accessible.get_role_name() == 'list item'
                    and accessible.get_name().startswith('Paragraph ')]
        seen = set()

        def all_seen():
            """Newer GTK tells of those rows only that are in view."""
            seen.update(labels())
            if 0 < len(seen) < len(lines):
                window.press('Down')
                window.press('Page_Down')
            return len(seen) >= len(lines)
        wait_for('as many rows as lines', all_seen)
        self.assertEqual(sorted(seen), sorted(lines))
        summary = next(line for line in printed if ' changed: ' in line)
        window.find('label', summary.partition(':')[0])

    def test_of_the_sample(self):
        self.assert_same_words(SAMPLES / 'harbour-plain.txt', SAMPLES / 'harbour-page.txt')

    def test_of_a_moved_and_an_edited_paragraph(self):
        self.assert_same_words(self.old, self.new)

    def test_of_negations_numbers_and_moved_sentences(self):
        old = self.write('a.txt', 'It cost 5.0 million. He was not there. The mayor came late that '
                                  'night and said nothing.\n\nThe quay is closed.\n\nThe bell will '
                                  'ring on Monday for all who come to hear it.\n'.encode())
        new = self.write('b.txt', 'It cost 50 million. He was there.\n\nThe quay is closed. The '
                                  'mayor came late that night and said nothing.\n\nThe bell will '
                                  'ring on Monday for all who come to hear it?\n'.encode())
        self.assert_same_words(old, new)

    @unittest.skipUnless(shutil.which('xdotool'), 'skipped: no xdotool')
    def test_of_numbers_as_the_reader_writes_them(self):
        self.environment.update(make_locale(self.folder, 'de_DE'))
        lines = [f'Ship {i} came into harbour late that night.' for i in range(12000)]
        self.old.write_text('\n\n'.join(lines))
        lines[11000] = lines[11000].replace('late', 'early')
        self.new.write_text('\n\n'.join(lines))
        done = subprocess.run([PROGRAM, 'compare', '--format=words', '--changes-only', self.old,
                               self.new], capture_output=True, text=True, check=False,
                              env={**os.environ, **self.environment})
        printed = done.stdout.splitlines()
        summary = next(line for line in printed if line.startswith('1 of 12.000 paragraphs'))
        row = next(line for line in printed if line.startswith('Paragraph 11.001, edited'))
        window = self.open(self.old, self.new)
        window.find('label', summary.partition(':')[0])
        window.find('label', '11.999\u00a0the\u00a0same')
        window.press('alt+Down')
        self.assertEqual(window.selected('Paragraph 11.001').get_name(), row)


if __name__ == '__main__':
    driven.main()
