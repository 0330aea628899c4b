#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The overview beside the articles: a click and a drag lead to the place that is pointed at."""

import shutil
import time
import unittest

import driven
from driven import Atspi, wait_for, walk, xdotool

PARAGRAPHS = [f'Note {i} is about a ship in the harbour.' for i in range(1, 901)]


@unittest.skipUnless(shutil.which('xdotool'), 'skipped: no xdotool')
class OverviewTest(driven.FlowCase):
    def setUp(self):
        super().setUp()
        changed = [text.replace('ship', 'boat') if i == 450 else text
                   for i, text in enumerate(PARAGRAPHS, 1)]
        self.open(self.write('a.txt', '\n\n'.join(PARAGRAPHS).encode()),
                  self.write('b.txt', '\n\n'.join(changed).encode()))
        self.window.find('label', '1 change')
        self.window.find('list item', 'Paragraph 1, ')
        self.strip = self.find_strip()

    def find_strip(self):
        def look():
            for accessible in walk(self.window.root):
                if accessible.get_name() == 'Overview of both articles':
                    box = Atspi.Component.get_extents(accessible, Atspi.CoordType.WINDOW)
                    return box if box.height > 100 else None
            return None
        return wait_for('the overview', look)

    def point(self, share):
        """A point of the strip, @share of the way down."""
        return (self.strip.x + self.strip.width // 2,
                self.strip.y + 6 + int(share * (self.strip.height - 13)))

    def in_view(self):
        """The numbers of the paragraphs that are on the screen."""
        bottom = self.strip.y + self.strip.height
        numbers = []
        for accessible in walk(self.window.root):
            name = accessible.get_name() or ''
            if accessible.get_role_name() != 'list item' or not name.startswith('Paragraph '):
                continue
            box = Atspi.Component.get_extents(accessible, Atspi.CoordType.WINDOW)
            if box.height > 0 and box.y >= self.strip.y and box.y + box.height <= bottom:
                numbers.append(int(name.split()[1].strip(',')))
        return numbers

    def test_a_click_leads_to_the_middle_and_to_the_end(self):
        xdotool('mousemove', *self.point(0.5), 'click', 1)
        # A pixel stands for more than a paragraph, and a window may have a shadow around it.
        wait_for('the middle', lambda: any(430 <= n <= 470 for n in self.in_view()))
        xdotool('mousemove', *self.point(0.985), 'click', 1)
        wait_for('the end', lambda: any(n >= 870 for n in self.in_view()))

    def test_a_drag_goes_along_with_the_pointer(self):
        xdotool('mousemove', *self.point(0.02), 'mousedown', 1)
        for step in range(1, 21):
            xdotool('mousemove', *self.point(0.02 + 0.049 * step))
            time.sleep(0.02)
        wait_for('the end', lambda: any(n >= 870 for n in self.in_view()))
        for step in range(20, -1, -1):
            xdotool('mousemove', *self.point(0.049 * step))
            time.sleep(0.02)
        wait_for('the beginning', lambda: 1 in self.in_view())
        xdotool('mouseup', 1)


if __name__ == '__main__':
    driven.main()
