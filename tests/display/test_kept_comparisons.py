# SPDX-License-Identifier: GPL-3.0-or-later
"""A saved comparison that is kept in the archive, opened in the window by its name."""

import os
import subprocess

import driven
from test_library import ARCHIVE_PROGRAM, STORY, LibraryCase

NAME = 'Harbour-rebuilt/both.variorum'


class KeptComparisonsTest(LibraryCase):
    def run_archive(self, *words):
        """Both programs compare; a difference is no failure."""
        done = subprocess.run([ARCHIVE_PROGRAM, *map(str, words)], check=False,
                              stdout=subprocess.DEVNULL,
                              env={**os.environ, **self.environment, 'G_DEBUG': ''})
        self.assertIn(done.returncode, (0, 1))

    def keep_comparison(self):
        saved = self.folder / 'both.variorum'
        self.run_archive('compare', self.old, self.new, '--save', saved)
        self.run_archive('snapshot', saved, '--story', STORY)
        saved.unlink()

    def test_it_opens_by_its_name(self):
        self.keep_comparison()
        window = self.open(NAME)
        window.find('list item', 'Paragraph 1')
        self.wait_for_list()
        self.assertTrue(self.saw('old.txt'))
        self.assertTrue(self.saw('new.txt'))

    def test_it_opens_by_its_version(self):
        self.keep_comparison()
        window = self.open(f'archive:{NAME}@1')
        window.find('list item', 'Paragraph 1')
        self.wait_for_list()

    def test_it_is_no_article(self):
        self.keep_comparison()
        window = self.open(NAME, self.new)
        window.find('label', f'“{NAME}@1” is a saved comparison, not an article')


if __name__ == '__main__':
    driven.main()
