# SPDX-License-Identifier: GPL-3.0-or-later
"""Versions of the archive on the window's command line, where files may stand."""

import shutil

import driven
from driven import wait_for
from test_library import LibraryCase, STORY

NAME = 'Harbour-rebuilt/Courier'


class OperandsTest(LibraryCase):
    def open_and_wait(self, *arguments):
        window = self.open(*arguments)
        window.find('list item', 'Paragraph 1')
        self.wait_for_list()
        return window

    def wait_for_error(self, words):
        self.window.find('label', words)

    def test_two_versions_are_compared(self):
        self.keep_three()
        self.open_and_wait(f'{NAME}@1', f'archive:{NAME}@latest')
        self.assertTrue(self.saw(f'{NAME}@1'))
        self.assertTrue(self.saw(f'{NAME}@3'))

    def test_a_version_is_compared_with_a_file(self):
        self.keep_three()
        self.open_and_wait(self.old, f'{NAME}@2')
        self.assertTrue(self.saw('old.txt'))
        self.assertTrue(self.saw(f'{NAME}@2'))

    def test_a_version_alone_is_compared_with_the_one_before(self):
        self.keep_three()
        self.open_and_wait(f'{NAME}@3')
        self.assertTrue(self.saw(f'{NAME}@2'))

    def test_the_first_version_has_none_before(self):
        self.keep_three()
        self.open(f'{NAME}@1')
        self.wait_for_error(f'“{NAME}@1” is the first version')

    def test_what_is_neither_file_nor_version_is_named(self):
        self.open('no/such', self.new)
        self.wait_for_error('“no/such” is neither a file nor a version')

    def test_an_address_is_a_file_still(self):
        self.keep(driven.OLD, 'Courier', story=STORY)
        self.open_and_wait(self.old.as_uri(), self.new.as_uri())
        self.assertTrue(self.saw('old.txt'))

    def test_versions_come_back_with_the_session(self):
        self.keep_three()
        window = self.open_and_wait(f'{NAME}@1', f'{NAME}@3')
        window.press('ctrl+q')
        wait_for('the program to end', lambda: window.process.poll() is not None)
        # Whatever became of the archive, it is what was read.
        shutil.rmtree(self.folder / 'data' / 'variorum' / 'archive.git')
        self.open_and_wait()
        self.assertTrue(self.saw(f'{NAME}@3'))

    def test_a_version_goes_by_another_name_for_who_waits(self):
        self.keep_three()
        window = self.open_and_wait('--wait', '--old-name', 'As printed', f'{NAME}@1', self.new)
        self.assertTrue(self.saw('As printed'))
        window.press('ctrl+w')
        wait_for('the window to close', lambda: window.process.poll() is not None)
        self.assertEqual(window.process.returncode, 0)


if __name__ == '__main__':
    driven.main()
