#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Find in both articles, by keyboard and by the buttons."""

import shutil
import unittest

import driven
from driven import Atspi, has_state, wait_for, walk


class FindCase(driven.FlowCase):
    def setUp(self):
        super().setUp()
        if shutil.which('xdotool') is None:
            self.skipTest('skipped: no xdotool')

    def entry(self):
        def look():
            for accessible in walk(self.window.root):
                if accessible.get_name() == 'Find in both articles' and has_state(
                        accessible, Atspi.StateType.EDITABLE):
                    return accessible
            return None
        return wait_for('the entry', look)

    def wait_for_focus(self, what, accessible):
        wait_for(what, lambda: any(has_state(found, Atspi.StateType.FOCUSED)
                                   for found in walk(accessible())))

    def find_button(self):
        return self.window.find_toggle('Find in Both Articles')

    def find_text(self, text):
        self.window.press('ctrl+f')
        self.wait_for_focus('the entry to have the keyboard', self.entry)
        self.window.type(text)

    def says(self, position):
        self.window.find('label', position)


class FindTest(FindCase):
    def test_by_keyboard_alone(self):
        window = self.open_pair()
        self.find_text('the quay')
        self.says('1 of 1')
        window.selected('Paragraph 2, edited')
        window.press('Escape')
        self.wait_for_focus('the row to have the keyboard',
                            lambda: window.find('list item', 'Paragraph 2, edited'))

    def test_steps_go_round_and_say_where(self):
        window = self.open_pair()
        self.find_text('FOR')
        self.says('1 of 2')
        window.selected('Paragraph 1, the same')
        window.press('Return')
        self.says('2 of 2')
        window.selected('Paragraph 5, the same')
        window.press('Return')
        self.says('1 of 2')
        window.selected('Paragraph 1, the same')
        window.press('shift+Return')
        self.says('2 of 2')
        window.press('ctrl+shift+g')
        self.says('1 of 2')
        window.press('ctrl+g')
        self.says('2 of 2')
        wait_for('the position in the entry’s description',
                 lambda: self.entry().get_description() == '2 of 2')

    def test_the_buttons_step_too(self):
        window = self.open_pair()
        self.find_text('for')
        self.says('1 of 2')
        window.activate(window.find('push button', 'Next Match'))
        self.says('2 of 2')
        window.activate(window.find('push button', 'Previous Match'))
        self.says('1 of 2')

    def test_the_button_in_the_header_opens_and_closes(self):
        window = self.open_pair()
        window.activate(self.find_button())
        self.wait_for_focus('the entry to have the keyboard', self.entry)
        wait_for('the button to be pressed',
                 lambda: has_state(self.find_button(), Atspi.StateType.PRESSED))
        self.window.type('quay')
        self.says('1 of 1')
        window.activate(self.find_button())
        wait_for('the button to be released',
                 lambda: not has_state(self.find_button(), Atspi.StateType.PRESSED))

    def test_words_of_either_side_are_found(self):
        window = self.open_pair()
        self.find_text('monday')
        self.says('1 of 1')
        window.selected('Paragraph 2, edited')
        window.press('ctrl+a')
        self.window.type('shipping')
        self.says('1 of 1')
        window.selected('Paragraph 7, added')

    def test_what_is_folded_away_is_found_and_shown(self):
        window = self.open_pair()
        window.press('ctrl+3')
        window.find('list item', '3 paragraphs the same')
        self.find_text('timetable')
        self.says('1 of 1')
        window.selected('Paragraph 5, the same')

    def test_no_results_are_said(self):
        window = self.open_pair()
        self.find_text('zebra')
        self.says('No results')
        wait_for('the entry to say so', lambda: self.entry().get_description() == 'No results')
        window.press('ctrl+a')
        self.window.type('ferry')
        self.says('1 of 1')

    def test_curly_quotes_are_found_by_straight_ones(self):
        self.open_pair('The pilot said “it isn’t over — yet”.\n\nNobody came.\n',
                       'The pilot said “it isn’t over — yet”.\n\nAll came.\n')
        self.find_text('"it isn\'t over - yet"')
        self.says('1 of 1')

    def test_what_was_typed_is_there_again(self):
        window = self.open_pair()
        self.find_text('for')
        self.says('1 of 2')
        window.press('Escape')
        window.press('ctrl+g')
        self.wait_for_focus('the entry to have the keyboard', self.entry)
        self.says('1 of 2')
        self.window.type('ferry')
        self.says('1 of 1')

    def test_escape_closes_it_from_the_rows_too(self):
        window = self.open_pair()
        self.find_text('ferry')
        self.says('1 of 1')
        window.press('alt+Down')
        window.press('alt+Up')
        self.wait_for_focus('the row to have the keyboard',
                            lambda: window.selected('Paragraph 2, edited'))
        window.press('Escape')
        wait_for('the button to be released',
                 lambda: not has_state(self.find_button(), Atspi.StateType.PRESSED))
        window.selected('Paragraph 2, edited')

    def test_compared_again_it_is_searched_again(self):
        window = self.open_pair()
        self.find_text('ferry')
        self.says('1 of 1')
        self.new.write_bytes(self.new.read_bytes() + b'\nA ferry and another ferry.\n')
        window.press('ctrl+r')
        self.says('1 of 3')


if __name__ == '__main__':
    driven.main()
