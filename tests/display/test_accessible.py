#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that takes the keyboard says what it is: the whole tree is walked, in every state."""

import re
import shutil
import unittest

import driven
from driven import NEW, NEWER_ROLES, Atspi, has_state, wait_for, walk

# What a screen reader could say nothing about.
NO_ROLES = {'unknown', 'invalid', 'redundant object', 'filler'}
# What GTK 4.8 calls a widget that has no name.
TYPE_NAME = re.compile(r'(?:Gtk|Adw|Vr)[A-Z][A-Za-z]*$')
# In windows of libadwaita's and GTK's own making only these are ours to name.
OPERATED = {'push button', 'button', 'toggle button', 'check box', 'switch', 'spin button',
            'combo box'}
OWN_WINDOWS = ('Preferences', 'About', 'Shortcuts', 'GtkShortcutsWindow')

needs_keys = unittest.skipUnless(shutil.which('xdotool'), 'skipped: no xdotool')

BRIDGE = 'The old harbour bridge closes to traffic in May for repairs.'
FERRY = 'Ferries carry commuters across the river every quarter of an hour.'
FUNDS = 'The money for the work comes from a fund that the council set up in 2009.'


def can_be_reached(accessible):
    return (has_state(accessible, Atspi.StateType.FOCUSABLE)
            and has_state(accessible, Atspi.StateType.VISIBLE))


def path_of(accessible):
    names = []
    while accessible is not None and accessible.get_role_name() != 'application':
        names.append(f'{accessible.get_role_name()} “{accessible.get_name()[:30]}”')
        accessible = accessible.get_parent()
    return ' < '.join(names)


def window_of(accessible):
    parent = accessible.get_parent()
    while parent is not None and parent.get_role_name() != 'application':
        accessible, parent = parent, parent.get_parent()
    return accessible.get_name()


def is_foreign(accessible):
    role = accessible.get_role_name()
    path = path_of(accessible)
    if role == 'scroll pane' and ('GtkPopoverContent' in path or ' < menu “' in path):
        return True  # inside GTK's menus; their items are what the keyboard stops at
    if 'combo box' in path.partition(' < ')[2] and role not in OPERATED:
        return True  # the lists that GTK's drop-downs open
    return window_of(accessible).startswith(OWN_WINDOWS) and (
        role not in OPERATED or 'GtkMenuButton' in path)


def is_name(name):
    """Words, said once, without the sign of a mnemonic."""
    half = len(name) // 2
    return (name.strip() != '' and TYPE_NAME.match(name) is None and not name.startswith('_')
            and not (len(name) % 2 and name[half] == ' ' and name[:half] == name[half + 1:]))


class AccessibleTest(driven.FlowCase):
    def assert_all_named(self, least):
        reached, faults = 0, []
        for accessible in walk(self.window.root):
            if not can_be_reached(accessible):
                continue
            reached += 1
            if is_foreign(accessible):
                continue
            if not is_name(accessible.get_name()) or accessible.get_role_name() in NO_ROLES:
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

    def assert_role(self, starts, *roles):
        named = wait_for(f'“{starts}”', lambda: [
            accessible.get_role_name() for accessible in walk(self.window.root)
            if accessible.get_name().startswith(starts)])
        wanted = {name for role in roles for name in (role, NEWER_ROLES.get(role, role))}
        self.assertTrue(wanted & set(named), (starts, named))

    def open_edited(self):
        window = self.open(self.old, self.new)
        window.find('label', '3 changes')
        window.press('alt+Down')
        window.selected('Paragraph 2, edited')
        return window

    def test_with_one_that_waits(self):
        self.open(self.old)
        self.window.find('push button', 'Old Article: old.txt')
        self.window.find('push button', 'Start Over')
        self.assert_all_named(5)

    @needs_keys
    def test_with_an_error_of_a_card(self):
        self.open(self.old, self.new)
        self.window.find('list item', 'Paragraph 7, added')
        recent = self.folder / 'data' / 'variorum' / 'recent.json'
        wait_for('the list of recent comparisons', recent.exists)
        self.window.close()
        self.new.unlink()
        self.open()
        card = self.window.find('table cell', 'new.txt, compared with “old.txt”')
        for _ in range(8):
            if has_state(card, Atspi.StateType.FOCUSED):
                break
            self.window.press('Tab')
        self.window.press('Return')
        self.window.find('push button', 'Forget This Comparison')
        self.assert_all_named(5)

    @needs_keys
    def test_with_the_search_open(self):
        window = self.open_edited()
        window.press('ctrl+f')
        window.find('entry', 'Find in both articles')
        window.type('quay')
        window.find('label', '1 of 1')
        self.assert_all_named(13)
        self.assert_role('Find in both articles', 'entry')
        wait_for('the count at the entry', lambda: window.find(
            'entry', 'Find in both articles').get_description() == '1 of 1')

    @needs_keys
    def test_with_folds_and_only_what_is_critical(self):
        self.old.write_text('It costs $48.5m.\n\nIt rained on Monday.\n\nBye.\n')
        self.new.write_text('It costs $485m.\n\nIt rained on Tuesday.\n\nBye.\n')
        window = self.open(self.old, self.new)
        window.find('list item', 'Paragraph 1, edited, 1 word changed; critical: decimal point or '
                                 'thousands mark changed from “$48.5m” to “$485m” (removed '
                                 '“$48.5m”, added “$485m”): It costs $485m.')
        window.press('ctrl+3')
        window.find('list item', '1 paragraph the same, hidden')
        self.assert_all_named(10)
        window.press('ctrl+4')
        window.find('list item', '2 paragraphs, 1 of them changed, hidden')
        self.assert_all_named(9)
        self.assert_role('Show These Paragraphs', 'push button')
        self.assert_role('1 critical', 'push button', 'toggle button')

    @needs_keys
    def test_with_quiet_differences_to_choose(self):
        self.old.write_text('The "old" bridge closes in May.\n\nIt rained.\n')
        self.new.write_text('The “old” bridge closes  in May.\n\nIt poured.\n')
        window = self.open(self.old, self.new)
        window.activate([accessible for accessible in walk(window.root)
                         if accessible.get_name() == '3 quiet'
                         and 'button' in accessible.get_role_name()][-1])
        self.assert_role('Typography: Hidden', 'push button', 'toggle button')
        self.assert_all_named(12)

    @needs_keys
    def test_with_a_toast_and_the_question_whether_to_save(self):
        window = self.open_edited()
        window.press('ctrl+shift+n')
        window.find('label', 'Paragraphs 2 and 2 are no longer paired.')
        window.find('push button', 'Undo')
        self.assert_all_named(15)
        window.press('ctrl+w')
        window.find('label', 'Save the Comparison?')
        for answer in ('Save', 'Discard', 'Cancel'):
            self.assert_role(answer, 'push button')
        self.assert_all_named(18)

    @needs_keys
    def test_with_the_menu_of_a_row(self):
        window = self.open_edited()
        window.press('shift+F10')
        window.find('menu item', 'Copy as Citation')
        self.assert_all_named(15)

    @needs_keys
    def test_with_preferences(self):
        window = self.open_edited()
        window.press('ctrl+comma')
        self.assert_role('Text Size', 'spin button')
        self.assert_role('Font', 'combo box')
        self.assert_role('Full Width', 'check box', 'switch', 'toggle button')
        self.assert_all_named(20)

    @needs_keys
    def test_with_shortcuts_and_about(self):
        window = self.open_edited()
        window.press('ctrl+question')
        window.find('label', 'Follow a moved paragraph')
        self.assert_all_named(10)
        window.press('Escape')
        wait_for('one window', lambda: window.root.get_child_count() == 1)
        window.press('shift+F1')
        window.find('label', 'The Variorum contributors')
        self.assert_all_named(10)

    def test_roles_say_what_can_be_done(self):
        window = self.open(self.old, self.new)
        window.find('list item', 'Paragraph 7, added')
        self.assert_role('Paragraphs', 'list')
        self.assert_role('Next Change', 'push button')
        self.assert_role('Side by Side', 'push button', 'toggle button')
        self.assert_role('View', 'panel', 'grouping')
        self.new.write_text(NEW.replace('Tuesday', 'Friday'))
        # An alert is read out by itself.
        self.assert_role('“new.txt” changed on disk.', 'alert', 'notification')

    @needs_keys
    def test_how_sure_a_pairing_is_can_be_heard(self):
        window = self.open_edited()
        window.press('F9')
        window.find('label', 'Edited, 1 word changed')
        self.assert_role('How sure the pairing is', 'level bar')

    @needs_keys
    def test_a_row_says_which_change_it_is_and_what_moved(self):
        self.old.write_text(f'{BRIDGE} {FUNDS}\n\n{FERRY}\n')
        self.new.write_text(f'{BRIDGE}\n\n{FERRY} {FUNDS}\n')
        window = self.open(self.old, self.new)
        first = 'Paragraph 1, edited, 1 sentence moved'
        row = window.find('list item', f'{first} (moved to paragraph 2 “The money')
        self.assertTrue(row.get_name().endswith(BRIDGE))
        window.press('alt+Down')
        wait_for('which change it is', lambda: row.get_description() == '1 of 2')
        window.press('alt+Down')
        wait_for('no other to say so', lambda: row.get_description() == '')

    @needs_keys
    def test_with_the_menu_open(self):
        self.open(self.old, self.new)
        self.window.find('list item', 'Paragraph 7, added')
        self.window.press('F10')
        wait_for('the menu', lambda: any(
            accessible.get_role_name() == 'menu item' for accessible in walk(self.window.root)))
        self.assert_all_named(15)

    @needs_keys
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

    @needs_keys
    def test_with_the_help_open(self):
        self.open(self.old, self.new)
        self.window.find('list item', 'Paragraph 7, added')
        self.window.press('F1')
        self.window.find('list item', 'Reading the Marks')
        self.assert_all_named(18)


if __name__ == '__main__':
    driven.main()
