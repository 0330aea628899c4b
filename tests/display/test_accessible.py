#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that takes the keyboard says what it is: the whole tree is walked, in every state."""

import shutil
import unittest

import driven
from driven import Atspi, has_state, wait_for, walk

# What a screen reader could say nothing about.
NO_ROLES = {'unknown', 'invalid', 'redundant object', 'filler'}


def can_be_reached(accessible):
    return (has_state(accessible, Atspi.StateType.FOCUSABLE)
            and has_state(accessible, Atspi.StateType.VISIBLE))


def path_of(accessible):
    names = []
    while accessible is not None and accessible.get_role_name() != 'application':
        names.append(f'{accessible.get_role_name()} “{accessible.get_name()[:30]}”')
        accessible = accessible.get_parent()
    return ' < '.join(names)


class AccessibleTest(driven.FlowCase):
    def assert_all_named(self, least):
        reached, faults = 0, []
        for accessible in walk(self.window.root):
            if not can_be_reached(accessible):
                continue
            reached += 1
            role = accessible.get_role_name()
            if role == 'scroll pane' and 'GtkPopoverContent' in path_of(accessible):
                continue  # inside GTK's menus; their items are what the keyboard stops at
            if not accessible.get_name().strip() or role in NO_ROLES:
                faults.append(path_of(accessible))
        self.assertEqual(faults, [])
        self.assertGreaterEqual(reached, least, 'the walk went past the widgets')

    def test_with_a_comparison(self):
        self.open(self.old, self.new)
        self.window.find('list item', 'Paragraph 7, added')
        self.assert_all_named(10)

    def test_with_ways_to_begin_and_what_was_compared(self):
        self.open(self.old, self.new)
        self.window.find('list item', 'Paragraph 7, added')
        recent = self.folder / 'data' / 'variorum' / 'recent.json'
        wait_for('the list of recent comparisons', recent.exists)
        self.window.close()
        self.open()
        self.window.find('table cell', 'new.txt, compared with “old.txt”')
        self.assert_all_named(8)

    def test_with_two_texts_and_a_notice(self):
        self.open(self.old, self.new)
        self.window.find('list item', 'Paragraph 7, added')
        self.new.unlink()
        self.window.find('label', '“new.txt” is no longer where it was')
        self.assert_all_named(10)
        frame = self.window.find('frame', '')
        Atspi.Action.do_action(frame, next(
            i for i in range(frame.get_n_actions())
            if Atspi.Action.get_action_name(frame, i) == 'win.paste-texts'))
        self.window.find('text', 'Old Text')
        self.assert_all_named(12)

    def test_with_an_error(self):
        self.open(self.old, self.folder / 'no-such-file.txt')
        self.window.find('push button', 'Choose Another File…')
        self.assert_all_named(3)

    @unittest.skipUnless(shutil.which('xdotool'), 'skipped: no xdotool')
    def test_with_the_menu_open(self):
        self.open(self.old, self.new)
        self.window.find('list item', 'Paragraph 7, added')
        self.window.press('F10')
        wait_for('the menu', lambda: any(
            accessible.get_role_name() == 'menu item' for accessible in walk(self.window.root)))
        self.assert_all_named(15)

    @unittest.skipUnless(shutil.which('xdotool'), 'skipped: no xdotool')
    def test_with_reasons_decisions_and_choices(self):
        self.open(self.old, self.new)
        self.window.find('list item', 'Paragraph 7, added')
        self.window.press('alt+Down')
        self.window.press('F9')
        self.window.find('label', 'Edited, 1 word changed')
        self.assert_all_named(13)
        self.window.press('ctrl+shift+n')
        self.window.find('label', 'Decided by You')
        self.assert_all_named(15)
        self.window.press('ctrl+shift+p')
        self.window.find('list item', 'Paragraph 6 ·')
        self.assert_all_named(22)

    @unittest.skipUnless(shutil.which('xdotool'), 'skipped: no xdotool')
    def test_with_the_help_open(self):
        self.open(self.old, self.new)
        self.window.find('list item', 'Paragraph 7, added')
        self.window.press('F1')
        self.window.find('list item', 'Reading the Marks')
        self.assert_all_named(18)


if __name__ == '__main__':
    driven.main()
