#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything once by keyboard alone."""

import json
import os
import shutil
import subprocess
import time
import unittest

import driven
from driven import Atspi, NEW, OLD, has_state, wait_for, walk
from keyed import EDITED, MOVED, SETTLE_SECONDS, KeyboardCase

ADDED = 'Paragraph 7, added'
CARD = 'new.txt, compared with “old.txt”'

QUIET_OLD = 'The "old" bridge closes in May.\n\nIt rained.\n'
QUIET_NEW = 'The “old” bridge closes  in May.\n\nIt poured.\n'
CRITICAL_OLD = 'The bridge will cost $48.5m.\n\nIt rained on Monday.\n\nBye.\n'
CRITICAL_NEW = 'The bridge will cost $485m.\n\nIt rained on Tuesday.\n\nBye.\n'


def read_clipboard():
    done = subprocess.run(['xclip', '-o', '-selection', 'clipboard'], capture_output=True,
                          timeout=5)
    return done.stdout.decode() if done.returncode == 0 else None


@unittest.skipUnless(shutil.which('xdotool') and shutil.which('xclip'),
                     'skipped: no xdotool, no xclip')
class BeginTest(KeyboardCase):
    """Ways to begin."""

    def test_the_targets_of_the_start_page(self):
        window = self.open_start()
        self.tab_to('Paste Two Texts')
        self.keys('Return')
        self.wait_for_focus('Old Text')
        self.keys('Escape')
        self.wait_for_focus('Open Two Articles')
        self.tab_to('Paste Two Texts')
        self.keys('Right')
        self.tab_to('See How It Works')
        self.keys('Return')
        window.find('list item', '1 line of page furniture, hidden')
        self.wait_for_list()

    def test_two_articles_are_chosen_by_their_paths(self):
        window = self.open_start()
        self.tab_to('Main Menu')
        self.tab_to('Open Two Articles')
        self.keys('space')
        wait_for('the file chooser', lambda: 'Choose Two Articles' in self.windows())
        self.choose_file(self.old)
        window.find('push button', 'Old Article: old.txt')
        self.tab_to('New Article')
        self.keys('Return')
        wait_for('the file chooser', lambda: len(self.windows()) == 2)
        self.choose_file(self.new)
        window.find('list item', EDITED)
        self.wait_for_list()

    def test_two_texts_are_pasted(self):
        window = self.open_start()
        for text in (OLD, NEW):
            subprocess.run(['xclip', '-i', '-selection', 'clipboard'], input=text.encode(),
                           check=True, timeout=5)
            if text is OLD:
                self.keys('ctrl+shift+v')
                self.wait_for_focus('Old Text')
            else:
                self.tab_to('New Text')
            self.keys('ctrl+v')
            window.find('label', f'{len(text)} characters')
        self.keys('ctrl+Return')
        window.find('list item', EDITED)
        self.wait_for_list()
        self.keys('ctrl+shift+e')
        self.wait_for_focus('Old Text')
        self.keys('alt+Left')
        window.find('list item', EDITED)

    def test_a_recent_comparison_is_opened_and_forgotten(self):
        self.open_pair()
        kept = self.folder / 'data' / 'variorum' / 'recent.json'
        wait_for('the list of recent comparisons', kept.exists)
        self.window.close()
        window = self.open_start()
        window.find('table cell', CARD)
        self.tab_to(CARD)
        self.keys('Return')
        window.find('list item', EDITED)
        self.window.close()
        self.open_start()
        self.tab_to(CARD)
        self.keys('Delete')
        wait_for('an empty list', lambda: not json.loads(kept.read_text())['recent'])
        # The keyboard is somewhere yet, and comes to the toast.
        self.tab_to('Undo')
        self.keys('Return')
        wait_for('the list as it was', lambda: len(json.loads(kept.read_text())['recent']) == 1)
        self.keys('ctrl+shift+Delete')
        wait_for('an empty list', lambda: not json.loads(kept.read_text())['recent'])

    def test_arrows_go_from_card_to_card(self):
        self.open_pair()
        self.window.find('label', '3 changes')
        kept = self.folder / 'data' / 'variorum' / 'recent.json'
        wait_for('the list of recent comparisons', kept.exists)
        self.window.close()
        other = self.write('other.txt', OLD.replace('Monday', 'Sunday').encode())
        self.open(self.old, other).find('label', '1 change')
        wait_for('both', lambda: len(json.loads(kept.read_text())['recent']) == 2)
        self.window.close()
        self.open_start()
        self.tab_to('other.txt, compared with')
        self.keys('Right')
        self.wait_for_focus(CARD)
        self.keys('Left')
        self.wait_for_focus('other.txt, compared with')

    def test_an_error_is_answered(self):
        late = self.folder / 'late.txt'
        window = self.open(self.old, late)
        window.find('push button', 'Choose Another File…')
        late.write_text(NEW)
        self.tab_to('Choose Another File…')
        self.keys('F5')
        window.find('list item', EDITED)


@unittest.skipUnless(shutil.which('xdotool') and shutil.which('xclip'),
                     'skipped: no xdotool, no xclip')
class ReadTest(KeyboardCase):
    """Going through a comparison."""

    def test_changes_are_stepped_through_and_said(self):
        window = self.open_pair()
        for number, row in enumerate((EDITED, MOVED, ADDED), 1):
            self.keys('alt+Down')
            item = window.selected(row)
            wait_for('which of the changes it is',
                     lambda: item.get_description() == f'{number} of 3')
            self.wait_for_focus(row)
        self.keys('alt+Home')
        self.wait_for_focus(EDITED)
        self.keys('Up')
        item = window.selected('Paragraph 1, the same')
        self.assertEqual(item.get_description(), '')
        self.tab_to('Next Change')
        self.keys('Return')
        self.wait_for_focus(EDITED)

    def test_views_are_switched_and_folds_opened(self):
        window = self.open_pair()
        self.keys('ctrl+3')
        window.find('list item', '3 paragraphs the same, hidden')
        self.keys('alt+Down')
        self.wait_for_focus(EDITED)
        self.keys('Down', 'Down')
        self.wait_for_focus('3 paragraphs the same, hidden')
        self.keys('Return')
        self.wait_for_focus('3 paragraphs the same, shown')
        self.tab_to('Hide These Paragraphs')
        self.keys('space')
        self.window.gone('list item', 'Paragraph 3, the same')
        self.tab_to('Inline')
        self.keys('space')
        window.find('list item', 'Paragraph 3, the same')
        self.keys('ctrl+1')
        self.tab_to('Side by Side')

    def test_words_are_found(self):
        window = self.open_pair()
        self.keys('ctrl+f')
        self.wait_for_focus('Find in both articles')
        self.type_slowly('for')
        window.find('label', '1 of 2')
        self.keys('Return')
        entry = window.find('entry', 'Find in both articles')
        wait_for('the count at the entry', lambda: entry.get_description() == '2 of 2')
        self.tab_to('Previous Match')
        self.keys('space')
        wait_for('the count at the entry', lambda: entry.get_description() == '1 of 2')
        self.keys('ctrl+f', 'ctrl+a')
        self.type_slowly('ferry')
        window.find('label', '1 of 1')
        self.keys('Escape')
        self.wait_for_focus('Paragraph 5, the same')

    def test_three_paragraphs_are_selected_and_copied(self):
        self.open_pair()
        self.keys('F7', 'shift+ctrl+Down', 'shift+ctrl+Down', 'shift+ctrl+Down', 'ctrl+c')
        expected = '\n\n'.join(NEW.split('\n\n')[:3])
        wait_for('what was copied', lambda: (read_clipboard() or '').strip() == expected)
        self.keys('Escape', 'alt+Home')
        self.wait_for_focus(EDITED)
        self.keys('ctrl+shift+c')
        wait_for('the citation', lambda: 'Brandt said on Tuesday that the quay …” (old.txt; '
                 in (read_clipboard() or ''))

    def test_the_menu_of_a_row(self):
        window = self.open_pair()
        # What lies below the pointer would take the keyboard.
        driven.xdotool('mousemove', '0', '0')
        self.keys('alt+Down')
        self.wait_for_focus(EDITED)
        self.keys('shift+F10')
        self.wait_for_focus('Copy')
        self.keys('Escape')
        self.wait_for_focus(EDITED)
        self.keys('shift+F10')
        self.wait_for_focus('Copy')
        self.keys('Return')
        window.find('label', 'Paragraph copied')
        wait_for('what was copied', lambda: read_clipboard() == NEW.split('\n\n')[1])
        self.wait_for_focus(EDITED)

    def test_critical_changes_stand_alone(self):
        window = self.open_pair(CRITICAL_OLD, CRITICAL_NEW)
        window.find('label', '2 changes')
        self.tab_to('1 critical')
        self.keys('space')
        window.find('label', '1 change')
        self.keys('ctrl+4')
        window.find('label', '2 changes')

    def test_quiet_differences_are_chosen(self):
        window = self.open_pair(QUIET_OLD, QUIET_NEW)
        window.find('label', '1 of 2 paragraphs changed')
        self.tab_to('3 quiet')
        self.keys('space')
        self.wait_for_focus('Typography: ')
        self.tab_to('Typography: Hidden')
        self.keys('space')
        wait_for('it to be pressed', lambda: any(
            accessible.get_name() == 'Typography: Hidden'
            and (has_state(accessible, Atspi.StateType.PRESSED)
                 or has_state(accessible, Atspi.StateType.CHECKED))
            for accessible in walk(window.root)))
        self.keys('Escape')
        self.wait_for_focus('3 quiet')

    def test_text_grows_and_shrinks_from_the_menu(self):
        window = self.open_pair()
        row = window.find('list item', EDITED)

        def height():
            return Atspi.Component.get_extents(row, Atspi.CoordType.WINDOW).height
        normal = wait_for('the row to be laid out', height)
        self.keys('F10')
        self.tab_to('Larger Text', 'Right')
        self.keys('space', 'space', 'space', 'space')
        wait_for('larger text', lambda: height() > 1.2 * normal)
        self.keys('Escape')
        self.wait_for_focus('Main Menu')
        self.keys('ctrl+0')
        wait_for('normal text', lambda: height() == normal)

    def test_escape_leaves_what_is_nearest_first(self):
        window = self.open_pair()
        self.keys('alt+Down')
        self.wait_for_focus(EDITED)
        self.keys('F9')
        window.find('label', 'Edited, 1 word changed')
        self.keys('ctrl+f')
        self.wait_for_focus('Find in both articles')
        self.type_slowly('quay')
        window.find('label', '1 of 1')
        self.tab_to(EDITED)
        self.keys('F7', 'shift+F10')
        self.wait_for_focus('Copy')
        self.keys('Escape')
        self.wait_for_focus(EDITED)
        item = window.selected(EDITED)
        self.assertIn('Mayor', item.get_description())
        self.keys('Escape')
        wait_for('no caret', lambda: item.get_description() == '1 of 3')
        self.keys('Escape')
        wait_for('no search', lambda: not self.is_pressed('Find in Both Articles'))
        window.find('label', 'Edited, 1 word changed')
        self.wait_for_focus(EDITED)
        self.keys('Escape')
        self.window.gone('label', 'Edited, 1 word changed')
        self.wait_for_focus(EDITED)

    def is_pressed(self, name):
        return any(has_state(accessible, Atspi.StateType.PRESSED)
                   for accessible in walk(self.window.root) if accessible.get_name() == name)


@unittest.skipUnless(shutil.which('xdotool') and shutil.which('xclip'),
                     'skipped: no xdotool, no xclip')
class CorrectTest(KeyboardCase):
    """Arguing, saving, reading again."""

    def test_a_pairing_is_read_parted_and_made_anew(self):
        window = self.open_pair()
        self.keys('alt+Down')
        self.wait_for_focus(EDITED)
        self.tab_to('Why Paired')
        self.keys('space')
        window.find('label', 'Why These Match')
        self.tab_to('Not the Same')
        self.keys('space')
        window.selected('Paragraph 2, added')
        # Its button cannot be pressed again; the keyboard is at what came of it.
        self.wait_for_focus('Paragraph 2, added')
        self.tab_to('Undo')
        self.keys('space')
        window.selected(EDITED)
        self.keys('ctrl+shift+n')
        window.selected('Paragraph 2, added')
        self.tab_to('Remove: Paragraphs 2 and 2 are not the same')
        self.keys('space')
        window.selected(EDITED)
        self.keys('ctrl+z')
        window.selected('Paragraph 2, added')
        self.tab_to('Pair With…')
        self.keys('Return')
        self.wait_for_focus('Search the other article’s paragraphs')
        self.type_slowly('Monday')
        window.find('list item', 'Paragraph 2 ·')
        self.keys('Return')
        window.selected('Paragraph 2, edited, 1 word changed, paired by you')
        wait_for('one window', lambda: len(self.windows()) == 1)
        self.tab_to('Paragraph 2, edited, 1 word changed, paired by you')
        self.keys('ctrl+shift+p')
        self.wait_for_focus('Search the other article’s paragraphs')
        self.keys('Escape')
        wait_for('one window', lambda: len(self.windows()) == 1)
        self.keys('alt+End')
        self.wait_for_focus(ADDED)

    def test_sides_are_swapped_from_the_menu(self):
        window = self.open_pair()
        self.keys('alt+Down')
        self.wait_for_focus(EDITED)
        self.keys('F10')
        self.tab_to('Comparison', 'Down')
        self.keys('Return')
        self.tab_to('Swap Sides', 'Down')
        self.keys('Return')
        window.selected('Paragraph 2, edited, 1 word changed (removed “Tuesday”')

    def test_a_comparison_is_saved_and_opened_again(self):
        # What GTK's file chooser was about to list is not freed by it when the program ends.
        self.environment['ASAN_OPTIONS'] = os.environ.get('ASAN_OPTIONS', '') + ':detect_leaks=0'
        window = self.open_pair()
        self.keys('alt+Down', 'ctrl+shift+n')
        window.selected('Paragraph 2, added')
        path = self.folder / 'by hand.variorum'
        self.keys('ctrl+w')
        window.find('label', 'Save the Comparison?')
        self.wait_for_focus('Save')
        self.keys('Escape')
        wait_for('no question', lambda: len(self.windows()) == 1)
        self.keys('ctrl+s')
        wait_for('the file chooser', lambda: 'Save the Comparison' in self.windows())
        time.sleep(2 * SETTLE_SECONDS)
        self.keys('ctrl+a')
        self.choose_file(path)
        wait_for('the file', path.exists)
        window.find('label', 'Saved as “by hand.variorum”.')
        self.keys('ctrl+w')
        self.assertEqual(window.process.wait(timeout=driven.WAIT_SECONDS), 0)
        self.environment['XDG_STATE_HOME'] = str(self.folder / 'another-state')
        window = self.open_start()
        self.keys('ctrl+o')
        wait_for('the file chooser', lambda: 'Choose Two Articles' in self.windows())
        self.choose_file(path)
        window.find('list item', 'Paragraph 2, removed')
        window.find('push button', '1 decided by you')

    def test_a_change_on_disk_is_read(self):
        window = self.open_pair()
        self.new.write_text(NEW.replace('Tuesday', 'Wednesday'))
        window.find('label', '“new.txt” changed on disk.')
        self.tab_to('Reload')
        self.keys('Return')
        window.find('list item', f'{EDITED} (removed “Monday”, added “Wednesday”)')
        self.window.gone('push button', 'Reload')
        # The button that was pressed is gone; the keyboard is not.
        wait_for('a widget with the keyboard', lambda: self.focused()[0])
        self.keys('alt+Down')
        self.wait_for_focus(EDITED)


@unittest.skipUnless(shutil.which('xdotool') and shutil.which('xclip'),
                     'skipped: no xdotool, no xclip')
class WindowsTest(KeyboardCase):
    """What opens beside the main window."""

    def wait_for_windows(self, n):
        wait_for(f'{n} windows', lambda: len(self.windows()) == n)

    def test_preferences(self):
        window = self.open_pair()
        self.keys('ctrl+comma')
        self.wait_for_windows(2)
        # Newer libadwaita has tabs, of which Tab comes to the one that is chosen only.
        self.tab_to('Reading')
        self.keys('Right')
        self.wait_for_focus('Comparing')
        self.keys('space')
        window.find('list item', 'Case')
        self.tab_to('Case')
        self.keys('Tab')
        before = self.is_on('Case')
        self.keys('space')
        wait_for('another setting', lambda: self.is_on('Case') != before)
        self.keys('Escape')
        self.wait_for_windows(1)
        self.keys('ctrl+comma')
        self.wait_for_windows(2)
        self.keys('ctrl+w')
        self.wait_for_windows(1)

    def is_on(self, name):
        return any(has_state(accessible, Atspi.StateType.CHECKED)
                   for accessible in walk(self.window.root)
                   if accessible.get_name() == name
                   and accessible.get_role_name() in ('check box', 'switch', 'toggle button'))

    def test_help(self):
        window = self.open_pair()
        self.keys('F1')
        self.wait_for_windows(2)
        window.find('label', 'Open two versions of an article')
        self.tab_to('Comparing Two Articles')
        self.keys('Down')
        window.find('label', 'A sign between the two sides')
        self.tab_to('Topic')
        window.find('label', 'A sign between the two sides')
        self.tab_to('Reading the Marks')
        self.tab_to('Topic', 'shift+Tab')
        self.keys('Escape')
        self.wait_for_windows(1)

    def test_shortcuts_and_about(self):
        window = self.open_pair()
        self.keys('ctrl+question')
        self.wait_for_windows(2)
        window.find('label', 'Follow a moved paragraph')
        self.keys('Escape')
        self.wait_for_windows(1)
        self.keys('shift+F1')
        self.wait_for_windows(2)
        self.keys('Escape')
        self.wait_for_windows(1)
        self.keys('alt+Down')
        self.wait_for_focus(EDITED)

    def test_windows_are_opened_and_closed(self):
        window = self.open_pair()
        self.keys('ctrl+n')
        self.wait_for_windows(2)
        window.find('push button', 'Paste Two Texts')
        self.keys('ctrl+w')
        self.wait_for_windows(1)
        self.keys('ctrl+q')
        self.assertEqual(window.process.wait(timeout=driven.WAIT_SECONDS), 0)


if __name__ == '__main__':
    driven.main()
