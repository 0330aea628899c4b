#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a window holds and what it opens: nothing is lost, and nothing is taken for something else."""

import os
import subprocess
import time
import unittest

import driven
from driven import wait_for, walk
from keyed import EDITED, KeyboardCase, SETTLE_SECONDS

COMMAND = os.environ['VARIORUM_PROGRAM']


class DocumentsCase(KeyboardCase):
    def save_by_command(self, name='kept.variorum'):
        path = self.folder / name
        subprocess.run([COMMAND, 'compare', '-o', os.devnull, self.old, self.new, f'--save={path}'],
                       check=False, capture_output=True)
        return path

    def shows(self, words):
        return any(words in accessible.get_name() for accessible in walk(self.window.root))

    def wait_to_see(self, words):
        wait_for(f'“{words}”', lambda: self.shows(words))

    def click(self, name):
        self.window.activate(self.window.find('push button', name))

    def choose_in(self, chooser, path):
        wait_for('the file chooser', lambda: chooser in self.windows())
        time.sleep(2 * SETTLE_SECONDS)
        self.choose_file(path)


class NoArticleTest(DocumentsCase):
    def test_a_saved_comparison_is_not_compared_as_a_text(self):
        saved = self.save_by_command()
        for pair in ((saved, saved), (self.old, saved)):
            self.open(*pair)
            self.window.find('push button', 'Choose Another File…')
            self.wait_to_see('kept.variorum” is a saved comparison, not an article; open it alone')
            self.window.close()
        self.open('--new-name=Printed', self.old, saved)
        self.wait_to_see('kept.variorum” is a saved comparison, not an article; open it alone')

    def test_one_that_is_chosen_for_a_place_is_opened(self):
        saved = self.save_by_command()
        window = self.open(self.old)
        window.find('label', '“old.txt” waits for the article')
        self.click('New Article: Now choose this one')
        self.choose_in('Choose the New Article', saved)
        window.find('list item', 'Paragraph 2, edited, 1 word')
        window.press('ctrl+s')
        wait_for('the very file', lambda: self.shows('Saved as “kept.variorum”.'))

    def test_an_article_is_placed_where_it_was_chosen(self):
        window = self.open(self.old)
        window.find('label', '“old.txt” waits for the article')
        self.click('Old Article: old.txt')
        self.choose_in('Choose the Old Article', self.new)
        window.find('label', '“new.txt” waits for the article')
        window.find('push button', 'Old Article: new.txt')


class TryAgainTest(DocumentsCase):
    def test_the_very_file_is_tried_again(self):
        saved = self.save_by_command()
        whole = saved.read_bytes()
        saved.write_bytes(whole[:-20])
        other = self.write('other.txt', driven.NEW.replace('Tuesday', 'Friday').encode())
        window = self.open(self.old, other)
        window.find('list item', EDITED)
        self.keys('ctrl+o')
        self.choose_in('Choose Two Articles', saved)
        self.wait_to_see('kept.variorum')
        self.keys('F5')
        time.sleep(1)
        # Not the comparison that stood before, which would say so in its title.
        self.assertEqual(self.windows(), ['Variorum'])
        saved.write_bytes(whole)
        self.keys('F5')
        window.find('list item', 'Paragraph 2, edited, 1 word changed (removed “Monday”, added “Tuesday”')

    def test_it_is_tried_again_where_nothing_was_compared(self):
        saved = self.save_by_command()
        whole = saved.read_bytes()
        saved.write_bytes(whole[:-20])
        window = self.open(saved)
        self.wait_to_see('kept.variorum')
        saved.write_bytes(whole)
        self.keys('F5')
        window.find('list item', EDITED)

    def test_another_can_be_chosen_instead(self):
        saved = self.save_by_command()
        saved.write_bytes(saved.read_bytes()[:-20])
        window = self.open(saved)
        self.click('Choose Another File…')
        self.choose_in('Choose Two Articles', self.old)
        window.find('label', '“old.txt” waits for the article')


if __name__ == '__main__':
    if not driven.shutil.which('xdotool'):
        print('skipped: no xdotool')
        driven.sys.exit(77)
    driven.main()
