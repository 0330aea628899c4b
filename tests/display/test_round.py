#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""There is no keyboard trap: Tab goes round every page, and back the same way."""

import shutil
import unittest

import driven
from driven import NEW
from keyed import EDITED, MOVED, KeyboardCase


@unittest.skipUnless(shutil.which('xdotool'), 'skipped: no xdotool')
class RoundTest(KeyboardCase):
    def assert_round(self, *expected):
        forward = self.go_round('Tab')
        back = self.go_round('shift+Tab')
        for starts in expected:
            self.assertTrue(any(name.startswith(starts) for name in forward), (starts, forward))
        self.assertEqual(sorted(forward), sorted(back))
        self.assertEqual(forward[1:], back[:0:-1])

    def test_round_the_comparison(self):
        self.open_pair()
        self.keys('alt+Down')
        self.window.selected(EDITED)
        self.wait_for_focus(EDITED)
        self.assert_round(EDITED, 'Next Change', 'Why Paired', 'Open Two Articles',
                          'Side by Side', 'Inline', 'Changes', 'Find in Both Articles', 'Main Menu')

    def test_round_what_moved_stops_at_its_button(self):
        self.open_pair()
        self.keys('alt+Down', 'alt+Down')
        self.wait_for_focus(MOVED)
        forward = self.go_round('Tab')
        self.assertTrue(forward[0].startswith(MOVED))
        self.assertEqual(forward[1], 'Go to Where It Stood')
        self.tab_to('Main Menu')
        self.tab_to(MOVED)

    def test_round_the_search_and_the_reasons(self):
        self.open_pair()
        self.keys('alt+Down')
        self.wait_for_focus(EDITED)
        self.keys('F9', 'ctrl+f')
        self.wait_for_focus('Find in both articles')
        self.type_slowly('the')
        self.assert_round('Previous Match', 'Next Match', EDITED, 'Close “Why Paired”',
                          'Not the Same', 'Pair With…')

    def test_round_reasons_where_nothing_is_selected(self):
        self.open_pair()
        self.keys('F9')
        self.window.find('label', 'Select a paragraph to see why')
        self.keys('Tab')
        self.tab_to('Close “Why Paired”')
        self.tab_to('Main Menu')
        self.tab_to('Close “Why Paired”', 'shift+Tab')

    def test_round_a_notice(self):
        self.open_pair()
        self.keys('alt+Down')
        self.wait_for_focus(EDITED)
        self.new.write_text(NEW.replace('Tuesday', 'Friday'))
        self.window.find('label', '“new.txt” changed on disk.')
        self.assert_round('Reload', 'Close This Notice')

    def test_round_the_chooser_past_its_paragraphs(self):
        self.open_pair()
        self.keys('alt+Down')
        self.wait_for_focus(EDITED)
        self.keys('ctrl+shift+p')
        self.wait_for_focus('Search the other article’s paragraphs')
        stops = self.go_round('Tab')
        self.assertEqual([name for name in stops if name in ('Cancel', 'Pair')],
                         ['Cancel', 'Pair'])
        # Newer GTK calls the drop-down by what is chosen in it, “Paragraph 2 of the New Article”.
        self.assertEqual(sum(' · ' in name for name in stops), 1)
        self.go_round('shift+Tab')

    def test_round_two_empty_articles(self):
        window = self.open(self.write('a.txt', b''), self.write('b.txt', b' \n'))
        window.find('label', 'Both articles are empty.')
        self.tab_to('Main Menu')
        self.assert_round('Open Two Articles', 'Choose Other Files…', 'Main Menu')

    def test_round_the_start_page(self):
        self.open_start()
        self.tab_to('Main Menu')
        self.assert_round('Open Two Articles', 'Paste Two Texts', 'See How It Works', 'Main Menu')

    def test_round_the_pasted_texts(self):
        self.open_start()
        self.keys('ctrl+shift+v')
        self.wait_for_focus('Old Text')
        self.type_slowly('a')
        self.tab_to('New Text')
        self.type_slowly('b')
        self.tab_to('Compare')
        forward = self.go_round('Tab')
        self.assertEqual(forward.count('Name of the Text'), 2)
        self.assertEqual(forward.count('Clear the Text'), 2)
        self.assertEqual(forward[1:], self.go_round('shift+Tab')[:0:-1])


if __name__ == '__main__':
    driven.main()
