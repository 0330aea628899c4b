#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways to begin and to begin again: texts, recent comparisons, swapping, what changed on disk."""

import json
import os
import shutil
import subprocess
import time
import unittest

import driven
from driven import Atspi, has_state, wait_for, walk

COMMAND = os.environ.get('VARIORUM_PROGRAM', 'variorum')

needs_keys = unittest.skipUnless(shutil.which('xdotool'), 'skipped: no xdotool')

CARD = 'new.txt, compared with “old.txt”'


class StartCase(driven.FlowCase):
    def shows(self, text):
        """Whether any widget says @text."""
        return any(text in accessible.get_name() for accessible in walk(self.window.root))

    def wait_to_see(self, text):
        wait_for(f'“{text}”', lambda: self.shows(text))

    def wait_not_to_see(self, text):
        wait_for(f'no “{text}”', lambda: not self.shows(text))

    def click(self, name):
        self.window.activate(self.window.find('push button', name))


class PasteTest(StartCase):
    def fill(self, name, text):
        view = self.window.find('text', name)
        Atspi.EditableText.set_text_contents(view, text)

    def can_compare(self):
        """Newer GTK does not tell of a page that is not seen."""
        button = next((accessible for accessible in driven.walk(self.window.root)
                       if accessible.get_name() == 'Compare'
                       and accessible.get_role_name() in driven.TOGGLES), None)
        return button is not None and has_state(button, Atspi.StateType.SENSITIVE)

    def wait_for_comparison(self):
        """Older GTK tells of it also while another page is seen, where the keyboard is then."""
        wait_for('the comparison', lambda: has_state(
            self.window.find('list item', 'Paragraph 1'), Atspi.StateType.FOCUSED))

    def test_two_texts_are_compared_and_edited_again(self):
        self.open()
        self.click('Paste Two Texts')
        wait_for('a page without texts', lambda: not self.can_compare())
        self.fill('Old Text', driven.OLD)
        self.fill('New Text', driven.NEW)
        wait_for('a button to compare with', self.can_compare)
        self.window.activate(self.window.find_toggle('Compare'))
        self.window.find('list item', 'Paragraph 2, edited, 1 word')
        self.wait_to_see('Pasted old text')

    @needs_keys
    def test_keys_go_to_the_texts_and_back(self):
        self.open()
        self.window.find('push button', 'Paste Two Texts')
        self.window.press('ctrl+shift+v')
        self.window.find('text', 'Old Text')
        subprocess.run(['xdotool', 'type', 'One harbour.'], check=True)
        self.window.find('label', '12 characters')
        # One text alone is no comparison.
        self.assertFalse(self.can_compare())
        self.window.press('Escape')
        self.window.find('push button', 'Paste Two Texts')
        self.window.press('ctrl+shift+v')
        self.window.find('label', '12 characters')
        subprocess.run(['xdotool', 'type', 'Two harbours.'], check=True)
        wait_for('a button to compare with', self.can_compare)
        self.window.press('ctrl+Return')
        self.wait_for_comparison()
        self.window.press('ctrl+shift+e')
        wait_for('the texts', self.can_compare)
        self.wait_to_see('12 characters')
        self.window.press('ctrl+KP_Enter')
        self.wait_for_comparison()


class RecentsTest(StartCase):
    def compare_first(self):
        self.open(self.old, self.new)
        self.window.find('list item', 'Paragraph 2, edited')
        wait_for('the list of recent comparisons', self.recent.exists)
        self.window.close()
        self.open()

    def setUp(self):
        super().setUp()
        self.recent = self.folder / 'data' / 'variorum' / 'recent.json'

    def go_to_card(self):
        card = self.window.find('table cell', CARD)
        for _ in range(20):
            if has_state(card, Atspi.StateType.FOCUSED):
                return
            self.window.press('Tab')
            time.sleep(0.2)
        self.fail('the keyboard does not come to the card')

    def count_kept(self):
        return len(json.loads(self.recent.read_text())['recent'])

    @needs_keys
    def test_a_card_opens_what_was_compared(self):
        self.compare_first()
        self.window.find('table cell', f'{CARD}, 2 of 6 paragraphs changed, 1 added, Just now')
        self.go_to_card()
        self.window.press('Return')
        self.window.find('list item', 'Paragraph 2, edited')

    @needs_keys
    def test_one_is_forgotten_and_comes_back(self):
        self.compare_first()
        self.click('Forget “new.txt”')
        self.wait_not_to_see(CARD)
        self.assertEqual(self.count_kept(), 0)
        self.click('Undo')
        self.go_to_card()
        self.window.press('Delete')
        wait_for('an empty list', lambda: self.count_kept() == 0)

    def test_all_are_cleared_and_come_back(self):
        self.compare_first()
        self.click('Clear Recent Comparisons')
        wait_for('an empty list', lambda: self.count_kept() == 0)
        self.click('Undo')
        wait_for('the list as it was', lambda: self.count_kept() == 1)

    @needs_keys
    def test_a_card_whose_file_is_gone_can_be_forgotten(self):
        self.compare_first()
        self.new.unlink()
        self.go_to_card()
        self.window.press('Return')
        self.wait_to_see('“new.txt” may have been moved')
        helps = self.window.find('push button', 'Choose Another File…')
        self.assertTrue(has_state(helps, Atspi.StateType.FOCUSED))
        self.click('Forget This Comparison')
        wait_for('an empty list', lambda: self.count_kept() == 0)

    @needs_keys
    def test_a_saved_comparison_is_kept_by_its_file(self):
        saved = self.folder / 'harbour.variorum'
        subprocess.run([COMMAND, 'compare', '-o', os.devnull, self.old, self.new,
                        f'--save={saved}'], check=False)
        self.open(saved)
        self.window.find('list item', 'Paragraph 2, edited')
        wait_for('the list of recent comparisons', self.recent.exists)
        self.assertEqual(json.loads(self.recent.read_text())['recent'][0]['document'],
                         saved.as_uri())
        self.window.close()
        self.open()
        self.go_to_card()
        saved.unlink()
        self.window.press('Return')
        self.wait_to_see('“harbour.variorum” may have been moved')
        self.click('Forget This Comparison')
        wait_for('an empty list', lambda: self.count_kept() == 0)

    def test_neither_the_sample_nor_what_git_shows_is_kept(self):
        self.open()
        self.click('See How It Works')
        self.window.find('list item', '1 line of page furniture, hidden')
        blob = self.folder / 'git-blob-a1b2c3'
        blob.mkdir()
        shutil.copy(self.old, blob / 'old.txt')
        self.window.close()
        self.open(blob / 'old.txt', self.new)
        self.window.find('list item', 'Paragraph 2, edited')
        self.window.close()
        self.open()
        self.window.find('push button', 'Open Two Articles')
        self.assertFalse(self.recent.exists())

    def test_nothing_is_kept_where_the_system_says_so(self):
        settings = self.folder / 'config' / 'gtk-4.0' / 'settings.ini'
        settings.parent.mkdir(parents=True)
        settings.write_text('[Settings]\ngtk-recent-files-enabled=0\n')
        self.environment['XDG_CONFIG_HOME'] = str(self.folder / 'config')
        self.open(self.old, self.new)
        self.window.find('list item', 'Paragraph 2, edited')
        time.sleep(1)
        self.assertFalse(self.recent.exists())

    def test_a_broken_list_is_kept_aside(self):
        self.recent.parent.mkdir(parents=True)
        self.recent.write_text('{"schema":')
        self.open(self.old, self.new)
        self.window.find('list item', 'Paragraph 2, edited')
        wait_for('a list that can be read', lambda: self.count_kept() == 1)
        self.assertEqual((self.recent.parent / 'recent.json.broken').read_text(), '{"schema":')


class AgainTest(StartCase):
    @needs_keys
    def test_sides_are_swapped_in_place(self):
        self.open(self.old, self.new)
        self.window.find('label', '3 changes')
        self.window.press('alt+Down')
        self.window.selected('Paragraph 2, edited')
        self.window.press('ctrl+shift+x')
        self.window.selected('Paragraph 2, edited, 1 word changed (removed “Tuesday”')
        self.window.press('ctrl+shift+x')
        self.window.selected('Paragraph 2, edited, 1 word changed (removed “Monday”')

    def test_a_change_on_disk_is_told_and_read(self):
        self.open(self.old, self.new)
        self.window.find('list item', 'Paragraph 2, edited, 1 word')
        changed = self.write('new.txt~', driven.NEW.replace('Tuesday', 'Wednesday').encode())
        os.replace(changed, self.new)
        self.wait_to_see('“new.txt” changed on disk.')
        self.window.find('list item', 'Paragraph 2, edited, 1 word changed (removed “Monday”, '
                                      'added “Tuesday”)')
        self.click('Reload')
        self.window.find('list item', 'Paragraph 2, edited, 1 word changed (removed “Monday”, '
                                      'added “Wednesday”)')
        self.wait_not_to_see('changed on disk')

    @needs_keys
    def test_what_cannot_be_read_again_stays(self):
        self.open(self.old, self.new)
        self.window.find('list item', 'Paragraph 2, edited')
        self.new.unlink()
        self.wait_to_see('“new.txt” is no longer where it was')
        self.window.press('F5')
        self.wait_to_see('“new.txt” may have been moved')
        self.window.find('list item', 'Paragraph 2, edited')
        self.write('new.txt', driven.NEW.replace('Tuesday', 'Friday').encode())
        self.click('Try Again')
        self.window.find('list item', 'Paragraph 2, edited, 1 word changed (removed “Monday”, '
                                      'added “Friday”)')

    @needs_keys
    def test_the_place_is_kept(self):
        lines = [f'Paragraph number {i} tells of the harbour and of nothing else at all.\n\n'
                 for i in range(80)]
        old = self.write('long-old.txt', ''.join(lines).encode())
        lines[60] = 'Something new stands here, and that is all there is to say of it today.\n\n'
        new = self.write('long-new.txt', ''.join(lines).encode())
        self.open(old, new)
        self.window.find('label', '2 changes')
        self.window.press('alt+End')
        self.window.selected('Paragraph 61, added')
        where = self.top_of_selected()
        lines.insert(3, 'A paragraph that was not there before, far above what is read.\n\n')
        new.write_text(''.join(lines))
        self.wait_to_see('changed on disk')
        self.window.press('F5')
        self.window.selected('Paragraph 62, added')
        wait_for('the row where it stood', lambda: abs(self.top_of_selected() - where) <= 2)

    def top_of_selected(self):
        for accessible in walk(self.window.root):
            if (accessible.get_role_name() == 'list item'
                    and has_state(accessible, Atspi.StateType.SELECTED)):
                return accessible.get_extents(Atspi.CoordType.WINDOW).y
        return None


class ErrorTest(StartCase):
    def assert_told(self, path, sentence):
        self.open(self.old, path)
        self.wait_to_see(sentence)
        self.wait_to_see(path.name)
        self.window.find('push button', 'Choose Another File…')
        self.assertFalse(self.shows('Try Again') or self.shows('Forget This Comparison'))
        self.window.close()

    def test_each_says_its_sentence(self):
        huge = self.folder / 'huge.txt'
        with open(huge, 'wb') as file:
            file.truncate((1 << 30) + 1)
        self.assert_told(huge, 'is over the limit of 1 GB; cut it into parts.')
        self.assert_told(self.folder / 'missing.txt', '“missing.txt” may have been moved, renamed '
                                                      'or deleted.')
        self.assert_told(self.write('tool.bin', b'\x7fELF\2\1\1' + bytes(64)),
                         '“tool.bin” is not a text file.')
        self.assert_told(self.folder, 'is a folder')
        self.window = None

    @needs_keys
    def test_a_missing_file_is_tried_again(self):
        missing = self.folder / 'late.txt'
        self.open(self.old, missing)
        self.wait_to_see('may have been moved')
        missing.write_text(driven.NEW)
        self.window.press('F5')
        self.window.find('list item', 'Paragraph 2, edited')

    def test_an_empty_file_is_compared(self):
        self.open(self.old, self.write('empty.txt', b''))
        self.window.find('list item', 'Paragraph 1, removed')


if __name__ == '__main__':
    driven.main()
