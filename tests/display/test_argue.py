#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reader argues with a pairing: reads its reasons, parts it, pairs others, takes it back."""

import shutil
import unittest

import driven
from driven import walk

NEEDS_KEYS = unittest.skipUnless(shutil.which('xdotool'), 'skipped: no xdotool')

EDITED = 'Paragraph 2, edited, 1 word changed'
ADDED = 'Paragraph 2, added: Mayor Edda Brandt said on Tuesday'


@NEEDS_KEYS
class ArgueTest(driven.FlowCase):
    def open_at_the_edited_one(self):
        window = self.open(self.old, self.new)
        window.find('label', '3 changes')
        window.press('alt+Down')
        window.selected(EDITED)
        return window

    def explain(self, window):
        window.press('F9')
        window.find('label', 'Edited, 1 word changed')

    def test_the_reasons_of_a_pair_are_read(self):
        window = self.open_at_the_edited_one()
        self.explain(window)
        window.find('label', 'Old article: paragraph 2')
        window.find('label', 'Sure · ')
        window.find('label', 'Why These Match')
        window.find('label', 'Shared Words')
        window.find('label', 'Brandt')
        window.press('F9')
        window.gone('label', 'Why These Match')

    def test_an_added_one_is_told_what_comes_nearest(self):
        window = self.open_at_the_edited_one()
        self.explain(window)
        window.find('label', 'Why Paired')
        window.find('push button', 'Not the Same')
        window.press('alt+End')
        window.find('label', 'Nothing on the other side comes close.')
        window.find('label', 'Why Not Paired')
        window.gone('push button', 'Not the Same')

    def test_what_has_no_partner_cannot_be_parted(self):
        window = self.open_at_the_edited_one()
        window.press('shift+F10')
        window.find('menu item', 'Not the Same')
        window.press('Escape')
        window.press('alt+End')
        window.selected('Paragraph 7, added: Shares in two')
        window.press('shift+F10')
        window.find('menu item', 'Pair With…')
        window.gone('menu item', 'Not the Same')

    def test_two_are_not_the_same_and_are_again(self):
        window = self.open_at_the_edited_one()
        self.explain(window)
        window.activate(window.find('push button', 'Not the Same'))
        window.find('label', 'Paragraphs 2 and 2 are no longer paired.')
        window.selected(ADDED)
        window.find('list item', 'Paragraph 2, removed: Mayor Edda Brandt said on Monday')
        # Whoever has just parted two is not asked to pair them.
        window.find('label', 'Nothing else on the other side comes close.')
        window.gone('push button', 'Pair With This One')
        window.find('push button', '1 decided by you')
        window.press('ctrl+z')
        window.selected(EDITED)
        window.gone('push button', '1 decided by you')
        window.press('ctrl+shift+z')
        window.selected(ADDED)
        window.press('ctrl+z')
        window.selected(EDITED)

    def test_the_toast_takes_it_back(self):
        window = self.open_at_the_edited_one()
        window.press('ctrl+shift+n')
        window.find('label', 'Paragraphs 2 and 2 are no longer paired.')
        window.activate(next(accessible for accessible in walk(window.root)
                             if accessible.get_name().lstrip('_').startswith('Undo')
                             and 'button' in accessible.get_role_name()))
        window.selected(EDITED)

    def test_the_nearest_one_is_taken(self):
        mayor = driven.OLD.split('\n\n')[1]
        self.old.write_text(driven.OLD + '\n' + mayor.replace('spring', 'autumn') + '\n')
        self.new.write_text(driven.OLD)
        window = self.open(self.old, self.new)
        window.find('label', '1 change')
        window.press('alt+Down')
        window.selected('Paragraph 7, removed')
        window.press('F9')
        window.find('label', 'Paragraph 2 of the new article shares')
        window.activate(window.find('push button', 'Pair With This One'))
        window.find('label', 'Paragraphs 7 and 2 are paired now.')
        window.find('label', 'Paired by you')

    def test_another_is_paired_by_keyboard_alone(self):
        window = self.open(self.old, self.new)
        window.find('label', '3 changes')
        window.press('alt+End')
        window.selected('Paragraph 7, added: Shares in two')
        window.press('ctrl+shift+p')
        window.find('list item', 'Paragraph 1')
        window.type('bell')
        window.find('list item', 'Paragraph 5')
        window.gone('list item', 'Paragraph 1 ·')
        window.press('Return')
        window.find('label', 'Paragraphs 5 and 7 are paired now.')
        window.selected('Paragraph 7, moved')
        self.assertIn('paired by you', window.find('list item', 'Paragraph 7, moved').get_name())
        window.find('list item', 'Paragraph 4, added: The bell of the old steamer')

    def test_the_closest_one_stands_first_and_says_so(self):
        mayor = driven.OLD.split('\n\n')[1]
        self.old.write_text(driven.OLD + '\n' + mayor.replace('spring', 'autumn') + '\n')
        self.new.write_text(driven.OLD)
        window = self.open(self.old, self.new)
        window.find('label', '1 change')
        window.press('alt+Down')
        window.selected('Paragraph 7, removed')
        window.press('ctrl+shift+p')
        window.find('list item', 'Paragraph 2 · the same · closest match')
        window.find('list item', 'Paragraph 1 · the same: The harbour')
        window.press('Return')
        window.find('label', 'Paragraphs 7 and 2 are paired now.')

    def test_what_was_decided_is_listed_and_removed(self):
        window = self.open_at_the_edited_one()
        window.press('ctrl+shift+n')
        window.selected(ADDED)
        window.activate(window.find('push button', '1 decided by you'))
        window.find('label', 'Decided by You')
        window.find('list item', 'Paragraphs 2 and 2 are not the same')
        window.activate(window.find('push button',
                                    'Remove: Paragraphs 2 and 2 are not the same'))
        window.find('label', 'What you decided on paragraphs 2 and 2 was removed.')
        window.selected(EDITED)
        window.gone('label', 'Decided by You')

    def test_a_decision_is_about_what_is_shown(self):
        window = self.open_at_the_edited_one()
        self.old.write_text('One paragraph alone.\n')
        window.press('ctrl+shift+n')
        window.selected(ADDED)
        window.find('push button', '1 decided by you')
        window.press('F5')
        window.find('label', '1 of your decisions was about a paragraph that is gone')
        window.find('list item', 'Paragraph 1, removed: One paragraph alone.')
        window.gone('push button', '1 decided by you')

    def test_a_decision_goes_with_its_paragraphs(self):
        window = self.open_at_the_edited_one()
        window.press('ctrl+shift+n')
        window.selected(ADDED)
        self.old.write_text('A line came in above all others.\n\n' + driven.OLD)
        window.press('F5')
        window.find('list item', 'Paragraph 1, removed: A line came in above')
        window.find('list item', 'Paragraph 3, removed: Mayor Edda Brandt said on Monday')
        window.find('push button', '1 decided by you')


if __name__ == '__main__':
    driven.main()
