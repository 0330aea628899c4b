# SPDX-License-Identifier: GPL-3.0-or-later
"""The library while another program acts on the same archive."""

import subprocess
import time
import unittest

import driven
from driven import wait_for, walk
from test_library import needs_keys
from test_library_acts import ActsCase

NAME = 'Harbour-rebuilt/Courier'


@needs_keys
class OthersTest(ActsCase):
    def test_the_keyboard_stays_in_the_list_where_another_renames(self):
        self.keep_three()
        self.keep(driven.OLD, 'Wire')
        window = self.open_at()
        self.ask('mv', NAME, 'Harbour-rebuilt/Times')
        window.find('list item', 'Times, of the story')
        wait_for('the keyboard in the list', lambda: self.focused()[0] == 'list item')
        self.ask('mv', 'Harbour-rebuilt/Wire', 'Harbour-rebuilt/Zephyr')
        window.find('list item', 'Zephyr, of the story')
        wait_for('the keyboard in the list', lambda: self.focused()[0] == 'list item')

    def test_the_keyboard_stays_at_its_variant_where_another_comes_before_it(self):
        self.keep(driven.OLD, 'Wire')
        window = self.open_at('Wire')
        self.keep(driven.NEW, 'Courier')
        window.find('list item', 'Courier, of the story')
        time.sleep(0.5)
        self.wait_for_focus('Wire, of the story')

    def test_versions_that_are_gone_for_good_are_not_stepped_to(self):
        self.keep_three()
        self.keep(driven.OLD, 'Wire')
        window = self.open_at()
        self.tab_to('Version 3')
        window.press('Return')
        window.find('list item', 'Paragraph 1')
        self.wait_to_see('Version 3 of 3')
        self.ask('rm', NAME)
        self.ask('archive', 'empty-trash')
        wait_for('the versions to be gone', lambda: not self.saw('Version 3 of 3'))
        for keys in ('alt+Page_Up', 'alt+Page_Down', 'shift+F8', 'alt+Page_Up', 'F5'):
            window.press(keys)
            time.sleep(0.5)
            self.assertIsNone(window.process.poll(), f'{keys} ended the program')
        # What was read stays to be read.
        window.find('list item', 'Paragraph 1')

    def test_a_shorter_one_of_its_name_is_not_stepped_through(self):
        self.keep_three()
        window = self.open_at()
        self.tab_to('Version 3')
        window.press('Return')
        window.find('list item', 'Paragraph 1')
        self.wait_to_see('Version 3 of 3')
        self.ask('rm', NAME)
        self.ask('archive', 'empty-trash')
        self.keep(driven.OLD, 'Courier')
        wait_for('the other to be known', lambda: not self.saw('Version 3 of 3'))
        window.press('alt+Page_Up')
        time.sleep(0.5)
        self.assertIsNone(window.process.poll())
        window.find('list item', 'Paragraph 1')


@needs_keys
class TrashTest(ActsCase):
    def keep_comparison(self):
        path = self.folder / 'argued.variorum'
        subprocess.run([driven.os.environ['VARIORUM_PROGRAM'], 'compare', '--save', path,
                        self.old, self.new], stdout=subprocess.DEVNULL, check=False)
        self.ask('snapshot', '--story', 'Harbour rebuilt', path)

    def said(self, words):
        """Read out by itself, so it is no label."""
        return any(words in accessible.get_name() for accessible in walk(self.window.root)
                   if accessible.get_role_name() in ('alert', 'notification'))

    def test_saved_comparisons_are_not_counted_as_variants(self):
        self.keep_three()
        self.keep_comparison()
        self.ask('rm', 'Harbour-rebuilt')
        window = self.open_library()
        self.press_button('Trash')
        self.wait_for_focus('Restore Courier')
        self.press_button('Empty Trash')
        self.wait_to_see('Erase 2 Items for Good?')
        window.press('Escape')
        self.assertTrue(self.saw('Harbour rebuilt'), 'the story goes by its title')
        self.press_button('Restore Courier')
        self.wait_for_kept(NAME)
        self.wait_for_focus('Restore argued')
        self.press_button('Empty Trash')
        self.wait_to_see('Erase 1 Saved Comparison for Good?')

    def test_a_trash_that_cannot_be_read_is_not_called_empty(self):
        self.keep_three()
        self.ask('rm', NAME)
        window = self.open_library()
        window.find('push button', 'Import Archive')
        archive = self.folder / 'data' / 'variorum' / 'archive.git'
        (archive / 'config').write_text('[core]\n\tbare = true\n[variorum]\n\tformat = 99\n')
        window.press('ctrl+t')
        wait_for('the trouble', lambda: self.said('was made by a newer Variorum'))
        self.assertFalse(self.saw('The Trash Is Empty'))


if __name__ == '__main__':
    driven.main()
