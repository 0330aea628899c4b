#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reader notes on changes: by keyboard, taken back, saved, remembered, carried into reports."""

import json
import os
import shutil
import subprocess
import time
import unittest

import driven
from driven import wait_for

COMMAND = os.environ['VARIORUM_PROGRAM']
NEEDS_KEYS = unittest.skipUnless(shutil.which('xdotool'), 'skipped: no xdotool')

EDITED = 'Paragraph 2, edited, 1 word changed'
NOTE = 'Ask who moved the day'


@NEEDS_KEYS
class NotesTest(driven.FlowCase):
    def open_at_the_edited_one(self, *arguments):
        window = self.open(*(arguments or (self.old, self.new)))
        window.find('label', '3 changes')
        window.press('alt+Down')
        window.selected(EDITED)
        return window

    def write_note(self, window, text):
        window.press('F4')
        window.find('label', 'On “Mayor Edda Brandt')
        time.sleep(0.5)
        window.press('ctrl+a')
        window.type(text)
        window.press('ctrl+Return')

    def name_of_row(self, window):
        return window.find('list item', EDITED).get_name()

    def noted(self, window, text):
        wait_for('the row’s note', lambda: f'your note: {text}' in self.name_of_row(window))

    def not_noted(self, window):
        wait_for('the row without a note', lambda: 'your note' not in self.name_of_row(window))

    def save(self, window, name):
        path = self.folder / name
        window.press('ctrl+s')
        window.find('label', 'Save')
        time.sleep(0.5)
        window.press('ctrl+a')
        window.type(str(path))
        window.press('Return')
        wait_for('the file', path.exists)
        return path

    def test_a_note_is_written_changed_and_taken_back(self):
        window = self.open_at_the_edited_one()
        self.write_note(window, NOTE)
        window.find('label', 'Note kept.')
        self.noted(window, NOTE)
        window.find('push button', '1 note')
        self.write_note(window, 'Settled.')
        self.noted(window, 'Settled.')
        window.press('ctrl+z')
        self.noted(window, NOTE)
        window.press('ctrl+z')
        self.not_noted(window)
        window.gone('push button', '1 note')
        window.press('ctrl+shift+z')
        self.noted(window, NOTE)
        window.selected(EDITED)

    def test_escape_keeps_nothing(self):
        window = self.open_at_the_edited_one()
        window.press('F4')
        window.find('label', 'On “Mayor Edda Brandt')
        time.sleep(0.5)
        window.type('Never mind')
        window.press('Escape')
        window.gone('label', 'On “Mayor Edda Brandt')
        self.not_noted(window)

    def test_the_list_leads_to_the_row_and_removes(self):
        window = self.open_at_the_edited_one()
        self.write_note(window, NOTE)
        self.noted(window, NOTE)
        window.press('alt+End')
        window.selected('Paragraph 7, added')
        window.activate(window.find('push button', '1 note'))
        item = window.find('list item', '“Mayor Edda Brandt')
        self.assertIn(NOTE, item.get_name())
        wait_for('the list to have the keyboard',
                 lambda: driven.has_state(item, driven.Atspi.StateType.FOCUSED))
        window.press('Return')
        window.selected(EDITED)
        window.activate(window.find('push button', f'Remove the note: {NOTE}'))
        window.find('label', 'Note removed.')
        self.not_noted(window)

    def test_notes_are_saved_and_opened_again(self):
        window = self.open_at_the_edited_one()
        self.write_note(window, NOTE)
        self.noted(window, NOTE)
        path = self.save(window, 'noted.variorum')
        saved = json.loads(path.read_text(encoding='utf-8'))
        self.assertEqual([note['text'] for note in saved['notes']], [NOTE])
        window.close()
        self.noted(self.open(path), NOTE)

    def test_notes_survive_a_restart(self):
        window = self.open_at_the_edited_one()
        self.write_note(window, NOTE)
        self.noted(window, NOTE)
        time.sleep(1)
        window.close()
        self.noted(self.open(), NOTE)

    def test_notes_stay_where_sides_are_swapped(self):
        window = self.open_at_the_edited_one()
        self.write_note(window, NOTE)
        self.noted(window, NOTE)
        window.press('ctrl+shift+x')
        wait_for('the sides to change', lambda: 'Tuesday' in window.find(
            'list item', EDITED).get_name() or True)
        self.noted(window, NOTE)
        self.write_note(window, 'Still here.')
        self.noted(window, 'Still here.')

    def test_a_note_whose_paragraph_changed_is_kept_and_told(self):
        window = self.open_at_the_edited_one()
        self.write_note(window, NOTE)
        self.noted(window, NOTE)
        self.new.write_text(driven.NEW.replace('on Tuesday', 'on Wednesday'), encoding='utf-8')
        window.press('ctrl+r')
        window.find('label', '1 of your notes is on a paragraph that is no longer there')
        self.not_noted(window)
        window.activate(window.find('push button', '1 note'))
        item = window.find('list item', '“Mayor Edda Brandt')
        self.assertIn('no longer there as it was', item.get_name())
        self.assertIn(NOTE, item.get_name())

    def test_a_report_of_a_saved_comparison_has_its_notes(self):
        window = self.open_at_the_edited_one()
        self.write_note(window, NOTE)
        self.noted(window, NOTE)
        path = self.save(window, 'noted.variorum')
        done = subprocess.run([COMMAND, 'compare', path, '--format=json'], check=False,
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 1)


if __name__ == '__main__':
    driven.main()
