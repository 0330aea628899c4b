#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a comparison shows: views, folds, quiet differences, sentences that moved."""

import shutil
import unittest

import driven
from driven import Atspi, has_state, wait_for, walk

# Positions of rows are of whole pixels, and lists round them.
NEAR_PX = 3

FERRY = 'Ferries carry commuters across the river every quarter of an hour.'
FUNDS = 'The money for the work comes from a fund that the council set up in 2009.'
BRIDGE = 'The old harbour bridge closes to traffic in May for repairs.'


def long_article(changed):
    """Eighty paragraphs; every second one has another word where `changed`."""
    lines = []
    for i in range(80):
        word = 'Tuesday' if changed and i % 2 else 'Monday'
        lines.append(f'Skipper number {i} said on {word} that the quay of the old harbour would be '
                     'rebuilt by spring, storms or not, and that the ferry would run until then.')
    return '\n\n'.join(lines) + '\n'


def top(accessible):
    return Atspi.Component.get_extents(accessible, Atspi.CoordType.WINDOW).y


@unittest.skipUnless(shutil.which('xdotool'), 'skipped: no xdotool')
class ViewsTest(driven.FlowCase):
    def wait_until_pressed(self, window, name):
        def look():
            button = window.find_toggle(name)
            return any(has_state(button, state)
                       for state in (Atspi.StateType.CHECKED, Atspi.StateType.PRESSED))
        wait_for(f'“{name}” to be pressed', look)

    def test_keys_switch_views(self):
        window = self.open_pair()
        self.wait_until_pressed(window, 'Side by Side')
        window.press('ctrl+3')
        self.wait_until_pressed(window, 'Changes')
        window.find('list item', '1 paragraph the same, hidden')
        window.find('list item', '3 paragraphs the same, hidden')
        window.find('list item', 'Paragraph 2, edited')
        window.gone('list item', 'Paragraph 1, the same')
        window.press('ctrl+2')
        self.wait_until_pressed(window, 'Inline')
        window.find('list item', 'Paragraph 1, the same')
        window.gone('list item', '3 paragraphs the same')
        window.press('ctrl+1')
        self.wait_until_pressed(window, 'Side by Side')

    def test_buttons_switch_views(self):
        window = self.open_pair()
        window.activate(window.find_toggle('Changes'))
        window.find('list item', '3 paragraphs the same, hidden')
        window.activate(window.find_toggle('Side by Side'))
        window.find('list item', 'Paragraph 1, the same')

    def test_a_fold_opens_and_closes(self):
        window = self.open_pair()
        window.press('ctrl+3')
        window.press('alt+Down')
        window.selected('Paragraph 2, edited')
        window.press('Down')
        window.press('Down')
        window.selected('3 paragraphs the same, hidden')
        window.press('Return')
        window.selected('3 paragraphs the same, shown')
        window.find('list item', 'Paragraph 3, the same: Not everyone')
        window.press('Return')
        window.selected('3 paragraphs the same, hidden')
        window.gone('list item', 'Paragraph 3, the same')
        window.activate(window.find('push button', 'Show These Paragraphs'))
        window.find('list item', 'Paragraph 1, the same')
        window.activate(window.find('push button', 'Hide These Paragraphs'))
        window.gone('list item', 'Paragraph 1, the same')

    def test_changes_are_stepped_through_where_the_rest_is_hidden(self):
        window = self.open_pair()
        window.press('ctrl+3')
        window.find('list item', '3 paragraphs the same, hidden')
        for number, row in enumerate(('Paragraph 2, edited', 'Paragraph 6, moved',
                                      'Paragraph 7, added'), 1):
            window.press('alt+Down')
            window.find('label', f'{number} of 3')
            window.selected(row)
        window.press('alt+Up')
        window.press('alt+Return')
        window.selected('Paragraph 3, moved down')

    def test_the_place_is_kept(self):
        window = self.open_pair(long_article(False), long_article(True))
        for _ in range(20):
            window.press('alt+Down')
        row = 'Paragraph 40, edited'
        before = top(window.selected(row))
        for keys in ('ctrl+3', 'ctrl+1', 'ctrl+2', 'ctrl+3', 'ctrl+1'):
            window.press(keys)
            wait_for(f'the row to stay where it was after {keys}',
                     lambda: abs(top(window.selected(row)) - before) <= NEAR_PX)

    def test_a_fold_stays_where_it_is(self):
        old = long_article(False)
        at = old.index('Skipper number 35')
        window = self.open_pair(old, old[:at] + old[at:].replace('spring', 'autumn'))
        window.press('ctrl+3')
        window.find('list item', '35 paragraphs the same, hidden')
        for _ in range(3):
            window.press('alt+Down')
        window.selected('Paragraph 38, edited')
        button = window.find('push button', 'Show These Paragraphs')
        before = top(window.find('list item', '35 paragraphs the same, hidden'))
        window.activate(button)
        wait_for('the fold to stay', lambda: abs(
            top(window.find('list item', '35 paragraphs the same, shown')) - before) <= NEAR_PX)
        window.find('list item', 'Paragraph 1, the same')

    def test_a_row_that_is_hidden_leaves_the_selection_to_the_next(self):
        window = self.open_pair()
        window.press('alt+Down')
        window.press('Up')
        window.selected('Paragraph 1, the same')
        window.press('ctrl+3')
        window.selected('Paragraph 2, edited')

    def test_quiet_differences_are_counted_and_chosen(self):
        window = self.open_pair('The "old" bridge closes in May.\n\nIt rained.\n',
                                'The “old” bridge closes  in May.\n\nIt poured.\n')
        window.find('label', '1 of 2 paragraphs changed')
        window.activate(window.find_toggle('3 quiet'))
        self.wait_until_pressed(window, 'Typography: Shown')
        self.wait_until_pressed(window, 'White Space: Faint')
        window.activate(window.find_toggle('Typography: Hidden'))
        self.wait_until_pressed(window, 'Typography: Hidden')
        self.assertFalse(any(accessible.get_name().startswith('Punctuation')
                             for accessible in walk(window.root)))

    def test_critical_changes_stand_alone(self):
        window = self.open_pair('The bridge will cost $48.5m.\n\nIt rained on Monday.\n\nBye.\n',
                                'The bridge will cost $485m.\n\nIt rained on Tuesday.\n\nBye.\n')
        window.find('label', '2 changes')
        window.find_toggle('1 critical')
        window.find('list item', 'Paragraph 1, edited, 1 word changed; critical: ')
        window.press('ctrl+4')
        self.wait_until_pressed(window, '1 critical')
        window.find('label', '1 change')
        window.find('list item', '2 paragraphs, 1 of them changed, hidden')
        window.press('alt+Down')
        window.selected('Paragraph 1, edited')
        window.activate(window.find_toggle('1 critical'))
        window.find('list item', 'Paragraph 3, the same')

    def test_nothing_critical_is_no_button(self):
        rainy = 'The bridge will cost $48.5m.\n\nIt rained on Tuesday.\n'
        window = self.open_pair('The bridge will cost $48.5m.\n\nIt rained on Monday.\n',
                                rainy.replace('48.5', '485'))

        def find_buttons():
            return [accessible for accessible in walk(window.root)
                    if accessible.get_role_name() in ('toggle button', 'push button', 'button')
                    and 'critical' in accessible.get_name()]
        wait_for('the button', find_buttons)
        self.new.write_text(rainy, encoding='utf-8')
        window.press('ctrl+r')
        window.find('list item', 'Paragraph 1, the same')
        window.find('list item', 'Paragraph 2, edited, 1 word changed (')
        wait_for('the button to go', lambda: not find_buttons())
        window.close()
        window = self.open_pair()
        self.assertEqual(find_buttons(), [])

    def test_a_sentence_that_moved_is_followed(self):
        window = self.open_pair(f'{BRIDGE} {FUNDS}\n\n{FERRY}\n', f'{BRIDGE}\n\n{FERRY} {FUNDS}\n')
        window.press('alt+Down')
        window.selected('Paragraph 1, edited, 1 sentence moved (moved to paragraph 2 “The money')
        window.press('alt+Return')
        window.selected('Paragraph 2, edited, 1 sentence moved (moved here from paragraph 1')
        window.press('alt+Return')
        window.selected('Paragraph 1, edited')


if __name__ == '__main__':
    driven.main()
