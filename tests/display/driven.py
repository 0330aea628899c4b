# SPDX-License-Identifier: GPL-3.0-or-later
"""The window driven from outside: what the flows share.

Runs inside a display and a session bus (with-display.sh); 77 says skipped.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

# Meant for the program under test; the accessibility bus warns of what is not ours.
DEBUG = os.environ.pop('G_DEBUG', '')

try:
    import gi
    gi.require_version('Atspi', '2.0')
    from gi.repository import Atspi
except (ImportError, ValueError):
    print('skipped: no AT-SPI for Python')
    sys.exit(77)

PROGRAM = os.environ.get('VARIORUM_WINDOW', 'variorum-window')
WAIT_SECONDS = 20

OLD = '''The harbour of Lindholm woke before the town did, and the gulls wheeled over the fish market.

Mayor Edda Brandt said on Monday that the quay would be rebuilt by spring, storms or not.

Construction begins in October. Divers have already surveyed the bed of the basin.

Not everyone is pleased. Fishermen fear that their boats will have nowhere to lie.

The bell of the old steamer will hang in the museum, where visitors may hear it ring.

Until then the ferry keeps its timetable, and skippers are asked to watch for buoys.
'''

NEW = '''The harbour of Lindholm woke before the town did, and the gulls wheeled over the fish market.

Mayor Edda Brandt said on Tuesday that the quay would be rebuilt by spring, storms or not.

Not everyone is pleased. Fishermen fear that their boats will have nowhere to lie.

The bell of the old steamer will hang in the museum, where visitors may hear it ring.

Until then the ferry keeps its timetable, and skippers are asked to watch for buoys.

Construction begins in October. Divers have already surveyed the bed of the basin.

Shares in two shipping lines rose by a tenth on Friday.
'''

# at-spi2-core 2.54 calls some roles by other names.
NEWER_ROLES = {'push button': 'button', 'menu item': 'radio menu item'}
TOGGLES = ('toggle button', 'push button', 'button', 'check box', 'switch')


def wait_for(what, found):
    """Returns what `found` returns once that is true; the accessibility bus is never at once."""
    deadline = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < deadline:
        try:
            result = found()
        except Exception:  # an accessible that went away while it was looked at
            result = None
        if result:
            return result
        time.sleep(0.1)
    raise AssertionError(f'waited in vain for {what}')


def walk(accessible):
    yield accessible
    for i in range(accessible.get_child_count()):
        child = accessible.get_child_at_index(i)
        if child is not None:
            yield from walk(child)


def xdotool(*words):
    """What it prints; the pointer and the keys are not on the accessibility bus."""
    done = subprocess.run(['xdotool', *map(str, words)], check=True, capture_output=True, text=True)
    return done.stdout


def has_state(accessible, state):
    return accessible.get_state_set().contains(state)


def find_box(accessible):
    """Where it is in its window: x, y, width, height.

    GTK 4.18 counts the border around a window, which is there without a compositor, the wrong way.
    """
    box = Atspi.Component.get_extents(accessible, Atspi.CoordType.WINDOW)
    frame = accessible
    while frame.get_parent().get_role_name() != 'application':
        frame = frame.get_parent()
    border = Atspi.Component.get_extents(frame, Atspi.CoordType.WINDOW)
    return (box.x - 2 * min(border.x, 0), box.y - 2 * min(border.y, 0), box.width, box.height)


class Window:
    """The program under test, seen through the accessibility bus."""

    def __init__(self, *arguments, environment=None):
        self.process = subprocess.Popen([PROGRAM, *map(str, arguments)],
                                        env={**os.environ, 'G_DEBUG': DEBUG, **(environment or {})})
        self.root = wait_for('the application', self.find_root)

    def find_root(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def look_for(self, role, starts):
        names = (role, NEWER_ROLES.get(role))
        for accessible in walk(self.root):
            if accessible.get_role_name() in names and accessible.get_name().startswith(starts):
                return accessible
        return None

    def find(self, role, starts):
        return wait_for(f'{role} “{starts}”', lambda: self.look_for(role, starts))

    def gone(self, role, starts):
        wait_for(f'{role} “{starts}” to go', lambda: self.look_for(role, starts) is None)

    def find_toggle(self, name):
        """GTK 4.8 has no role of its own for it; a menu button has the one to press inside."""
        def look():
            found = [accessible for accessible in walk(self.root)
                     if accessible.get_role_name() in TOGGLES and accessible.get_name() == name]
            # What another page has of that name was never given a place.
            shown = [accessible for accessible in found if find_box(accessible)[2] > 0]
            return (shown or found)[-1] if found else None
        return wait_for(f'toggle “{name}”', look)

    def selected(self, starts):
        def look():
            item = self.find('list item', starts)
            return item if has_state(item, Atspi.StateType.SELECTED) else None
        return wait_for(f'selected row “{starts}”', look)

    def give_keyboard(self):
        """Where there is no window manager, a window that closes leaves the keyboard to nobody."""
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid',
                                str(self.process.pid)], capture_output=True, text=True)
        windows = found.stdout.split()
        focus = subprocess.run(['xdotool', 'getwindowfocus'], capture_output=True, text=True)
        if windows and focus.stdout.strip() not in windows:
            subprocess.run(['xdotool', 'windowfocus', windows[-1]], capture_output=True)

    def press(self, keys):
        self.give_keyboard()
        xdotool('key', '--clearmodifiers', keys)

    def type(self, text):
        xdotool('type', '--clearmodifiers', text)

    def activate(self, accessible):
        Atspi.Action.do_action(accessible, 0)

    def close(self):
        self.process.terminate()
        self.process.wait(timeout=WAIT_SECONDS)


class FlowCase(unittest.TestCase):
    """Two articles in a folder of their own, and a window that goes away with the test."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='variorum-flow-'))
        # What one test leaves open is not opened again by the next.
        os.environ['XDG_STATE_HOME'] = str(self.folder / 'state')
        self.old = self.write('old.txt', OLD.encode())
        self.new = self.write('new.txt', NEW.encode())
        # What the program keeps for its reader is the test's own.
        self.environment = {'XDG_DATA_HOME': str(self.folder / 'data')}
        self.window = None

    def tearDown(self):
        if self.window is not None:
            self.window.close()
        shutil.rmtree(self.folder)

    def write(self, name, data):
        path = self.folder / name
        path.write_bytes(data)
        return path

    def open(self, *arguments):
        self.window = Window(*arguments, environment=self.environment)
        return self.window

    def open_pair(self, old=None, new=None):
        """The two articles, or two texts in their place, once their rows are there."""
        if old is not None:
            self.old.write_text(old, encoding='utf-8')
            self.new.write_text(new, encoding='utf-8')
        window = self.open(self.old, self.new)
        window.find('list item', 'Paragraph 1')
        return window


def main():
    # The registry is started by the first who asks; the program must find it running.
    Atspi.init()
    wait_for('the accessibility bus', lambda: Atspi.get_desktop(0) is not None
             and Atspi.get_desktop(0).get_child_count() >= 0)
    unittest.main(verbosity=2)
