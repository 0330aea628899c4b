#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports are exported from the window, seen before, and remembered; pages are seen before print."""

import os
import re
import shutil
import subprocess
import time
import unittest

import driven
from driven import wait_for, walk

# Where they stand in the list, as `variorum compare --help` has it.
COMMAND = os.environ['VARIORUM_PROGRAM']
HELP = subprocess.run([COMMAND, 'compare', '--help'], check=True, capture_output=True, text=True)
FORMATS = re.search(r'FORMAT is one of: ([^.]*)', HELP.stdout)[1].split(', ')
TEXT, PDF = FORMATS.index('text'), FORMATS.index('pdf')

NEEDS_KEYS = unittest.skipUnless(shutil.which('xdotool'), 'skipped: no xdotool')


@NEEDS_KEYS
class ExportTest(driven.FlowCase):
    def open_dialog(self):
        window = self.open(self.old, self.new)
        window.find('label', '3 changes')
        window.press('ctrl+e')
        window.find('push button', 'Export…')
        return window

    def choose_format(self, window, number):
        """By its place in the list, which the keyboard goes down."""
        window.press('alt+f')
        time.sleep(0.8)
        window.press('Home')
        for _ in range(number):
            window.press('Down')
        window.press('Return')
        time.sleep(0.8)

    def preview_text(self, window):
        view = window.find('text', 'Preview')
        return driven.Atspi.Text.get_text(view, 0, -1)

    def toggle(self, window, name):
        window.activate(window.find_toggle(name))

    def save_to(self, window, path):
        window.activate(window.find('push button', 'Export…'))
        window.find('label', 'Save')
        time.sleep(0.5)
        window.press('ctrl+a')
        window.type(str(path))
        window.press('Return')

    def test_text_is_previewed_and_written(self):
        window = self.open_dialog()
        self.choose_format(window, TEXT)
        wait_for('all paragraphs', lambda: 'gulls' in self.preview_text(window))
        self.toggle(window, 'Changes Only')
        self.assertTrue(wait_for('changes', lambda: 'Tuesday' in self.preview_text(window)))
        path = self.folder / 'report.txt'
        self.save_to(window, path)
        wait_for('the report', path.exists)
        window.find('label', 'Exported as “report.txt”.')
        window.find('push button', 'Open')
        self.assertIn('Tuesday', path.read_text(encoding='utf-8'))

    def test_furniture_is_shown_where_it_is_asked_for(self):
        self.new.write_text('Skip to main content\n\nHome\n\nNews\n\nSign in\n\n'
                            + driven.NEW + '\nPrivacy policy\n\nTerms of use\n', encoding='utf-8')
        window = self.open(self.old, self.new)
        window.find('list item', '4 lines of page furniture')
        window.press('ctrl+e')
        window.find('push button', 'Export…')
        self.choose_format(window, TEXT)
        wait_for('all paragraphs', lambda: 'gulls' in self.preview_text(window))
        self.assertNotIn('Sign in', self.preview_text(window))
        self.toggle(window, 'Page Furniture')
        wait_for('the furniture', lambda: 'Sign in' in self.preview_text(window))

    def test_pages_are_previewed_and_written(self):
        window = self.open_dialog()
        self.choose_format(window, PDF)
        window.find('image', 'Page 1 of 1')
        path = self.folder / 'report'
        self.save_to(window, path)
        whole = self.folder / 'report.pdf'
        wait_for('the report with its ending', whole.exists)
        self.assertEqual(whole.read_bytes()[:5], b'%PDF-')

    def test_the_selected_change_is_exported_as_a_picture(self):
        window = self.open(self.old, self.new)
        window.find('label', '3 changes')
        window.press('alt+Down')
        window.press('ctrl+alt+e')
        window.find('push button', 'Export…')
        window.find('image', 'Page 1 of 1')
        self.assertIsNone(window.look_for('label', 'Changes Only'))
        path = self.folder / 'change'
        self.save_to(window, path)
        whole = self.folder / 'change.png'
        wait_for('the picture with its ending', whole.exists)
        self.assertIn('Paragraph 2, edited', whole.read_bytes().decode('utf-8', 'replace'))

    def test_an_article_is_not_overwritten(self):
        window = self.open_dialog()
        self.choose_format(window, TEXT)
        self.save_to(window, self.old)
        time.sleep(0.5)
        window.press('Return')  # what the file chooser asks
        window.find('label', 'The Report Was Not Written')
        self.assertEqual(self.old.read_text(encoding='utf-8'), driven.OLD)

    def test_a_file_of_the_completed_name_is_asked_about(self):
        window = self.open_dialog()
        self.choose_format(window, TEXT)
        path = self.write('report.txt', b'mine')
        self.save_to(window, self.folder / 'report')
        window.find('label', 'Replace the File?')
        self.assertEqual(path.read_bytes(), b'mine')
        window.activate(window.find('push button', 'Replace'))
        wait_for('the report', lambda: b'Tuesday' in path.read_bytes())

    def test_a_folder_that_cannot_be_written_to_is_named(self):
        window = self.open_dialog()
        self.choose_format(window, TEXT)
        self.save_to(window, '/proc/report.txt')
        window.find('label', 'The Report Was Not Written')

    def test_pages_are_seen_before_they_are_printed(self):
        window = self.open(self.old, self.new)
        window.find('label', '3 changes')
        window.press('ctrl+alt+p')
        window.find('image', 'Page 1 of 1')
        upright = window.find_toggle('Upright, Inline')
        window.activate(upright)
        wait_for('the page to stand',
                 lambda: driven.has_state(upright, driven.Atspi.StateType.PRESSED)
                 or driven.has_state(upright, driven.Atspi.StateType.CHECKED))
        window.find('image', 'Page 1 of 1')
        window.press('Escape')
        window.gone('image', 'Page 1 of 1')

    def test_the_print_dialog_comes_up(self):
        window = self.open(self.old, self.new)
        window.find('label', '3 changes')
        window.press('ctrl+p')
        wait_for('the print dialog', lambda: any(
            accessible.get_role_name() in ('dialog', 'frame', 'window')
            and accessible.get_name() == 'Print' for accessible in walk(window.root)))
        window.press('Escape')


if __name__ == '__main__':
    driven.main()
