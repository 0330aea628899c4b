#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Text is selected and copied in the comparison, by pointer and by keyboard."""

import datetime
import shutil
import subprocess
import sys
import time

import driven
from driven import NEW, OLD, find_box, wait_for, xdotool

GUTTER = 64
EDGE = 28
DOUBLE_CLICK_SECONDS = 0.6

OLD_PARAGRAPHS = OLD.strip().split('\n\n')
NEW_PARAGRAPHS = NEW.strip().split('\n\n')


def read(selection='clipboard'):
    done = subprocess.run(['xclip', '-o', '-selection', selection], capture_output=True,
                          timeout=5)
    return done.stdout.decode() if done.returncode == 0 else None


class SelectTest(driven.FlowCase):
    def setUp(self):
        super().setUp()
        subprocess.run(['xclip', '-i', '-selection', 'clipboard'], input=b'nothing yet',
                       check=True, timeout=5)
        self.open(self.old, self.new)
        self.window.find('label', '3 changes')

    def row(self, starts):
        """The box of a row on the screen, once it has come to rest."""
        item = self.window.find('list item', starts)
        last = [None]

        def rests():
            box = find_box(item)
            same, last[0] = box == last[0], box
            return box if same and box[3] > 0 else None
        return wait_for(f'the place of “{starts}”', rests)

    def column(self, starts, is_new):
        """Where the text of one side of a row begins and ends: left, top, right, bottom."""
        x, y, width, height = self.row(starts)
        text_width = (width - 2 * EDGE - GUTTER) // 2
        left = x + EDGE + (text_width + GUTTER if is_new else 0)
        return left, y + 14, left + text_width, y + height - 14

    def copied(self, expected, keys='ctrl+c'):
        self.window.press(keys)
        got = [None]

        def look():
            got[0] = read()
            return got[0] == expected
        try:
            wait_for('the clipboard', look)
        except AssertionError:
            self.assertEqual(got[0], expected)

    def drag(self, start, end):
        xdotool('mousemove', *start, 'mousedown', 1)
        steps = 6
        for i in range(1, steps + 1):
            xdotool('mousemove', *(int(a + (b - a) * i / steps) for a, b in zip(start, end)))
            time.sleep(0.03)
        xdotool('mouseup', 1)

    def click(self, point, times=1):
        # Clicks before this one belong to it no more.
        time.sleep(DOUBLE_CLICK_SECONDS)
        xdotool('mousemove', *point, 'click', '--repeat', times, '--delay', 40, 1)

    def test_a_drag_copies_three_paragraphs_of_one_side(self):
        left, top, _, _ = self.column('Paragraph 1, the same', False)
        _, _, right, bottom = self.column('Paragraph 3, the same', False)
        self.drag((left + 1, top), (right - 1, bottom))
        # The paragraph that moved is only told of here; what it was stands farther down.
        self.copied('\n\n'.join(OLD_PARAGRAPHS[i] for i in (0, 1, 3)))
        self.assertEqual(read('primary'), '\n\n'.join(OLD_PARAGRAPHS[i] for i in (0, 1, 3)))

    def test_clicks_select_words_and_paragraphs(self):
        left, top, _, _ = self.column('Paragraph 2, edited', True)
        self.click((left + 4, top), 2)
        self.copied('Mayor')
        self.click((left + 4, top), 3)
        self.copied(NEW_PARAGRAPHS[1])

    def test_a_double_click_drags_by_words(self):
        left, top, _, _ = self.column('Paragraph 2, edited', False)
        time.sleep(DOUBLE_CLICK_SECONDS)
        xdotool('mousemove', left + 4, top, 'click', 1)
        xdotool('mousedown', 1)
        xdotool('mousemove', left + 40, top)
        xdotool('mousemove', left + 64, top)
        xdotool('mouseup', 1)
        self.copied('Mayor Edda')

    def test_shift_and_a_click_extend(self):
        left, top, _, _ = self.column('Paragraph 2, edited', True)
        _, _, right, bottom = self.column('Paragraph 3, the same', True)
        self.click((left + 1, top))
        time.sleep(DOUBLE_CLICK_SECONDS)
        xdotool('mousemove', right - 1, bottom, 'keydown', 'shift', 'click', 1, 'keyup', 'shift')
        self.copied('\n\n'.join(NEW_PARAGRAPHS[1:3]))

    def test_the_caret_selects_over_paragraphs(self):
        self.window.press('alt+Down')
        self.window.selected('Paragraph 2, edited')
        self.window.press('F7')
        for keys in ('ctrl+Right', 'ctrl+Right', 'Right', 'shift+ctrl+Down', 'shift+ctrl+Down',
                     'shift+ctrl+Left'):
            self.window.press(keys)
        expected = NEW_PARAGRAPHS[1][len('Mayor Edda '):] + '\n\n' + NEW_PARAGRAPHS[2]
        self.copied(expected[:-len('lie.')])
        # The list stands where the caret does, and says what is selected.
        item = self.window.selected('Paragraph 3, the same')
        wait_for('what is selected', lambda: '28 words selected' in item.get_description())

    def test_the_caret_crosses_to_the_other_side(self):
        self.window.press('alt+Down')
        self.window.selected('Paragraph 2, edited')
        for keys in ('F7', 'alt+Left', 'shift+ctrl+Right'):
            self.window.press(keys)
        for _ in range(5):
            self.window.press('shift+ctrl+Right')
        self.copied('Mayor Edda Brandt said on Monday')
        for keys in ('Home', 'Escape', 'Down'):
            self.window.press(keys)
        self.window.selected('Paragraph 3, moved down')

    def test_the_caret_goes_along_to_the_next_change(self):
        for keys in ('alt+Down', 'F7', 'alt+End', 'shift+ctrl+Right'):
            self.window.press(keys)
        self.window.selected('Paragraph 7, added')
        self.copied('Shares')

    def test_a_click_beside_the_text_leaves_it(self):
        left, top, right, bottom = self.column('Paragraph 2, edited', True)
        self.drag((left + 1, top), (right - 1, bottom))
        self.copied(NEW_PARAGRAPHS[1])
        _, top, right, _ = self.column('Paragraph 4, the same', False)
        self.click((right + GUTTER // 2, top))
        self.window.selected('Paragraph 4, the same')
        self.copied(NEW_PARAGRAPHS[3])

    def test_the_whole_side_is_selected(self):
        left, top, _, _ = self.column('Paragraph 1, the same', False)
        self.click((left + 20, top))
        self.window.press('ctrl+a')
        self.copied('\n\n'.join(OLD_PARAGRAPHS))
        left, top, _, _ = self.column('Paragraph 1, the same', True)
        self.click((left + 20, top))
        self.window.press('ctrl+a')
        self.copied('\n\n'.join(NEW_PARAGRAPHS))

    def test_without_a_selection_the_row_is_copied(self):
        self.window.press('alt+Down')
        self.window.selected('Paragraph 2, edited')
        self.copied(NEW_PARAGRAPHS[1])
        self.window.press('alt+Home')
        self.window.press('alt+Down')
        self.window.press('alt+Return')
        self.window.selected('Paragraph 3, moved down')
        self.copied(OLD_PARAGRAPHS[2])

    def test_a_change_is_cited(self):
        today = datetime.date.today()
        source = f'(old.txt; new.txt; compared {today.day} {today:%B %Y})'
        self.window.press('alt+Down')
        self.window.selected('Paragraph 2, edited')
        self.copied('“… Brandt said on Monday that the quay …” → '
                    f'“… Brandt said on Tuesday that the quay …” {source}', 'ctrl+shift+c')
        self.window.press('alt+End')
        self.window.selected('Paragraph 7, added')
        self.copied(f'Added: “{NEW_PARAGRAPHS[6]}” {source}', 'ctrl+shift+c')

    def open_long(self):
        """Many short paragraphs, all the same on both sides."""
        self.window.close()
        kinds = 'ferry council bridge storm quay diver chain basin'.split()
        paragraphs = [f'Note {i} is about a {kinds[i % 8]} in the harbour.' for i in range(300)]
        text = '\n\n'.join(paragraphs).encode()
        self.open(self.write('a.txt', text), self.write('b.txt', text))
        self.window.find('label', 'No changes')
        return paragraphs

    def test_a_drag_scrolls_at_the_edge(self):
        paragraphs = self.open_long()
        left, top, _, _ = self.column('Paragraph 3, the same', True)
        xdotool('mousemove', left + 1, top, 'mousedown', 1)
        xdotool('mousemove', left + 40, top + 40)
        xdotool('mousemove', left + 40, 796)
        time.sleep(1.5)
        xdotool('mouseup', 1)
        self.window.press('ctrl+c')
        expected = '\n\n'.join(paragraphs[2:])
        wait_for('a long selection', lambda: len(read() or '') > 30 * len(paragraphs[2])
                 and expected.startswith(read()))

    def test_the_caret_goes_by_pages_and_to_the_ends(self):
        paragraphs = self.open_long()
        for keys in ('F7', 'Page_Down', 'Home', 'shift+ctrl+Down'):
            self.window.press(keys)
        self.window.press('ctrl+c')
        wait_for('a paragraph of the second page', lambda: read() in paragraphs[8:40])
        self.window.press('ctrl+End')
        item = self.window.selected('Paragraph 300, the same')
        wait_for('the line', lambda: item.get_description() == paragraphs[-1])
        self.window.press('shift+ctrl+Home')
        self.copied('\n\n'.join(paragraphs))
        item = self.window.selected('Paragraph 1, the same')
        wait_for('what is selected', lambda: '300 paragraphs' in item.get_description())

    def test_the_menu_of_the_text(self):
        left, top, right, bottom = self.column('Paragraph 2, edited', False)
        self.drag((left + 1, top), (right - 1, bottom))
        xdotool('mousemove', left + 20, top, 'click', 3)
        self.window.find('menu item', 'Copy as Citation')
        self.window.find('menu item', 'Select All of This Side')
        self.window.activate(self.window.find('menu item', 'Copy'))
        wait_for('the clipboard', lambda: read() == OLD_PARAGRAPHS[1])
        self.window.press('shift+F10')
        self.window.activate(self.window.find('menu item', 'Select All of This Side'))
        self.copied('\n\n'.join(OLD_PARAGRAPHS))


if __name__ == '__main__':
    for needed in ('xdotool', 'xclip'):
        if shutil.which(needed) is None:
            print(f'skipped: no {needed}')
            sys.exit(77)
    driven.main()
