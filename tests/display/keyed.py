# SPDX-License-Identifier: GPL-3.0-or-later
"""The window driven by keys alone: the accessibility bus only looks on."""

import subprocess
import time

import driven
from driven import Atspi, has_state, wait_for, walk

EDITED = 'Paragraph 2, edited, 1 word changed'
MOVED = 'Paragraph 6, moved down 3 places'

# What Tab may be pressed until it comes round, with all that can be open.
MOST_STOPS = 40
# A key that follows too soon would miss a widget that is not laid out yet.
SETTLE_SECONDS = 0.25


class KeyboardCase(driven.FlowCase):
    def open_pair(self, old=None, new=None):
        window = super().open_pair(old, new)
        self.wait_for_list()
        return window

    def open_start(self):
        window = self.open()
        window.find('push button', 'Open Two Articles')
        wait_for('a widget with the keyboard', lambda: self.focused()[0])
        return window

    def keys(self, *keys):
        for one in keys:
            self.window.press(one)

    def type_slowly(self, text):
        subprocess.run(['xdotool', 'type', '--delay', '20', str(text)], check=True)

    def focused(self):
        """Role and name of what has the keyboard, in the window that came last.

        Without a window manager the one below it may not have heard that it lost the keyboard.
        """
        root = self.window.root
        for i in reversed(range(root.get_child_count())):
            for accessible in walk(root.get_child_at_index(i)):
                if (has_state(accessible, Atspi.StateType.FOCUSED)
                        and not self.is_window(accessible)):
                    return accessible.get_role_name(), accessible.get_name()
        self.window.give_keyboard()
        return '', ''

    def is_window(self, accessible):
        return accessible.get_role_name() in ('frame', 'dialog', 'window', 'alert')

    def windows(self):
        root = self.window.root
        return [root.get_child_at_index(i).get_name() for i in range(root.get_child_count())]

    def wait_for_focus(self, starts):
        return wait_for(f'the keyboard at “{starts}”',
                        lambda: self.focused()[1].startswith(starts) or None)

    def wait_for_list(self):
        wait_for('the list to have the keyboard',
                 lambda: self.focused()[0] in ('list', 'list item'))

    def tab_to(self, starts, key='Tab'):
        """Tabs until the keyboard is at what is called so; nothing may hold it before."""
        for _ in range(MOST_STOPS):
            if self.focused()[1].startswith(starts):
                return
            self.window.press(key)
            time.sleep(SETTLE_SECONDS)
        self.fail(f'{key} does not come to “{starts}”; the keyboard is at {self.focused()}')

    def go_round(self, key):
        """The names of all that `key` stops at, until it is back where it began."""
        first = self.focused()
        stops = [first]
        for _ in range(MOST_STOPS):
            self.window.press(key)
            time.sleep(SETTLE_SECONDS)
            now = self.focused()
            if now == first:
                return [name for _, name in stops]
            self.assertNotIn(now, stops[-1:], f'{key} is held; so far {stops}')
            stops.append(now)
        self.fail(f'{key} does not come round: {stops}')

    def choose_file(self, *paths):
        """In a file chooser: slash opens the entry that paths go into.

        They are pasted, as what newer GTK adds while one types gets in the way of quick keys.
        """
        for path in paths:
            subprocess.run(['xclip', '-i', '-selection', 'clipboard'], input=str(path).encode(),
                           check=True, timeout=5)
            self.window.press('slash')
            for keys in ('ctrl+a', 'ctrl+v', 'Return'):
                time.sleep(2 * SETTLE_SECONDS)
                self.window.press(keys)
