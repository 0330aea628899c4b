#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as assistive technology and the keyboard meet it.

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
NEWER_ROLES = {'push button': 'button'}


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


def has_state(accessible, state):
    return accessible.get_state_set().contains(state)


class Window:
    """The program under test, seen through the accessibility bus."""

    def __init__(self, *arguments):
        self.process = subprocess.Popen([PROGRAM, *map(str, arguments)],
                                        env={**os.environ, 'G_DEBUG': DEBUG})
        self.root = wait_for('the application', self.find_root)

    def find_root(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def find(self, role, starts):
        def look():
            for accessible in walk(self.root):
                names = (role, NEWER_ROLES.get(role))
                if accessible.get_role_name() in names and accessible.get_name().startswith(starts):
                    return accessible
            return None
        return wait_for(f'{role} “{starts}”', look)

    def selected(self, starts):
        def look():
            item = self.find('list item', starts)
            return item if has_state(item, Atspi.StateType.SELECTED) else None
        return wait_for(f'selected row “{starts}”', look)

    def press(self, keys):
        subprocess.run(['xdotool', 'key', '--clearmodifiers', keys], check=True)

    def activate(self, accessible):
        Atspi.Action.do_action(accessible, 0)

    def close(self):
        self.process.terminate()
        self.process.wait(timeout=WAIT_SECONDS)


class FlowTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='variorum-flow-'))
        self.old = self.write('old.txt', OLD.encode())
        self.new = self.write('new.txt', NEW.encode())
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
        self.window = Window(*arguments)
        return self.window

    def test_rows_say_what_became_of_them(self):
        window = self.open(self.old, self.new)
        window.find('label', '2 of 6 paragraphs changed')
        window.find('label', '4 the same · 1 edited · 1 moved · 1 added')
        window.find('list item', 'Paragraph 1, the same: The harbour of Lindholm')
        window.find('list item', 'Paragraph 2, edited, 1 word changed (removed “Monday”, '
                                 'added “Tuesday”): Mayor Edda Brandt said on Tuesday')
        window.find('list item', 'Paragraph 6, moved down 3 places: Construction begins')
        window.find('list item', 'Paragraph 3, Moved down 3 places, after “Until then the ferry …”')
        window.find('list item', 'Paragraph 7, added: Shares in two')

    @unittest.skipUnless(shutil.which('xdotool'), 'skipped: no xdotool')
    def test_keys_step_through_the_changes(self):
        window = self.open(self.old, self.new)
        window.find('label', '3 changes')
        for number, row in enumerate(('Paragraph 2, edited', 'Paragraph 6, moved',
                                      'Paragraph 7, added'), 1):
            window.press('alt+Down')
            window.find('label', f'{number} of 3')
            window.selected(row)
        window.press('alt+Up')
        window.selected('Paragraph 6, moved')
        window.press('alt+Return')
        window.selected('Paragraph 3, Moved down')
        window.press('alt+Return')
        window.selected('Paragraph 6, moved')
        window.press('alt+Home')
        window.selected('Paragraph 2, edited')
        window.press('alt+End')
        window.selected('Paragraph 7, added')

    def test_buttons_do_what_they_say(self):
        window = self.open(self.old, self.new)
        window.activate(window.find('push button', 'Next Change'))
        window.selected('Paragraph 2, edited')
        window.activate(window.find('push button', 'Go to Where It Stands Now'))
        window.selected('Paragraph 6, moved')
        window.activate(window.find('push button', 'Go to Where It Stood'))
        window.selected('Paragraph 3, Moved down')
        window.activate(window.find('push button', 'Previous Change'))
        window.selected('Paragraph 2, edited')

    def test_two_empty_files_are_said_to_be_empty(self):
        window = self.open(self.write('a.txt', b''), self.write('b.txt', b' \n'))
        window.find('label', 'Both articles are empty.')
        window.find('label', 'No differences')

    def test_a_missing_file_is_named(self):
        window = self.open(self.old, self.folder / 'no-such-file.txt')
        button = window.find('push button', 'Choose Another File…')
        self.assertTrue(has_state(button, Atspi.StateType.SENSITIVE))
        wait_for('the file’s name', lambda: any(
            'no-such-file.txt' in accessible.get_name() for accessible in walk(window.root)))

    def test_a_file_that_is_no_text_is_named(self):
        binary = self.write('picture.png', b'\x89PNG\r\n\x1a\n\x00\x00' + bytes(range(256)) * 8)
        window = self.open(self.old, binary)
        window.find('push button', 'Choose Another File…')
        wait_for('the file’s name', lambda: any(
            'picture.png' in accessible.get_name() for accessible in walk(window.root)))

    def test_the_start_page_waits_for_two_files(self):
        window = self.open()
        window.find('push button', 'Old Article: Choose or drop a file')
        window.find('push button', 'New Article: Choose or drop a file')

    def test_one_file_waits_for_the_second(self):
        window = self.open(self.old)
        window.find('push button', 'Old Article: old.txt')
        window.find('push button', 'New Article: Now choose this one')

    @unittest.skipUnless(shutil.which('xdotool'), 'skipped: no xdotool')
    def test_the_shortcuts_are_shown(self):
        window = self.open(self.old, self.new)
        window.find('label', '3 changes')
        window.press('ctrl+question')
        window.find('label', 'Follow a moved paragraph')


class CommandLineTest(unittest.TestCase):
    def test_three_files_are_too_many(self):
        done = subprocess.run([PROGRAM, 'a', 'b', 'c'], capture_output=True, text=True,
                              timeout=WAIT_SECONDS)
        self.assertEqual(done.returncode, 2)
        self.assertIn('two files', done.stderr)

    def test_the_version_is_printed(self):
        done = subprocess.run([PROGRAM, '--version'], capture_output=True, text=True,
                              timeout=WAIT_SECONDS)
        self.assertEqual(done.returncode, 0)
        self.assertTrue(done.stdout.startswith('variorum-window '))


if __name__ == '__main__':
    # The registry is started by the first who asks; the program must find it running.
    Atspi.init()
    wait_for('the accessibility bus', lambda: Atspi.get_desktop(0) is not None
             and Atspi.get_desktop(0).get_child_count() >= 0)
    unittest.main(verbosity=2)
