#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What assistive technology says of a comparison is what the command line prints, word for word."""

import os
import pathlib
import subprocess

import driven
from driven import wait_for, walk

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
        wait_for('as many rows as lines', lambda: len(labels()) == len(lines))
        self.assertEqual(sorted(labels()), sorted(lines))
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


if __name__ == '__main__':
    driven.main()
