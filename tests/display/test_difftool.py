#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as a tool of git: whoever called it waits until that comparison's window is closed."""

import os
import pathlib
import shutil
import signal
import subprocess
import time
import unittest

import driven
from driven import Atspi, DEBUG, NEW, OLD, PROGRAM, WAIT_SECONDS, wait_for, walk

COMMAND = os.environ['VARIORUM_PROGRAM']
APP_ID = os.environ['VARIORUM_APP_ID']
WAITING_SECONDS = 1.5  # long enough for what would return by itself to have returned


def applications():
    desktop = Atspi.get_desktop(0)
    found = [desktop.get_child_at_index(i) for i in range(desktop.get_child_count())]
    return [child for child in found if child is not None and child.get_name() == 'variorum-window']


def shows(application, text):
    return any(accessible.get_name().startswith(text) for accessible in walk(application))


class DifftoolTest(driven.FlowCase):
    def setUp(self):
        super().setUp()
        self.processes = []
        # The command line program looks for the window's beside itself, then on the path.
        folder = str(pathlib.Path(PROGRAM).parent)
        self.env = {**os.environ, 'G_DEBUG': DEBUG, 'HOME': str(self.folder),
                    'GIT_CONFIG_NOSYSTEM': '1', 'PATH': folder + os.pathsep + os.environ['PATH']}

    def tearDown(self):
        for process in self.processes:
            if process.poll() is None:
                process.kill()
            process.wait(timeout=WAIT_SECONDS)
        super().tearDown()

    def start(self, *command):
        process = subprocess.Popen([*map(str, command)], cwd=self.folder, env=self.env,
                                   start_new_session=True)
        self.processes.append(process)
        return process

    def git(self, *words):
        subprocess.run(['git', *words], cwd=self.folder, env=self.env, check=True,
                       capture_output=True)

    def make_repository(self):
        if shutil.which('git') is None:
            self.skipTest('skipped: no git')
        self.git('init', '-q', '.')
        for name, value in (('user.name', 'Reader'), ('user.email', 'reader@example.org'),
                            ('diff.tool', 'variorum'), ('difftool.prompt', 'false'),
                            ('difftool.variorum.cmd', f'"{COMMAND}" difftool "$LOCAL" "$REMOTE"')):
            self.git('config', name, value)
        for name in ('first.txt', 'second.txt'):
            self.write(name, OLD.encode())
        self.git('add', 'first.txt', 'second.txt')
        self.git('commit', '-qm', 'two articles')
        self.write('first.txt', NEW.encode())
        self.write('second.txt', NEW.replace('Shares', 'Stakes').encode())

    def wait_for_comparison(self, text):
        return wait_for(f'a comparison with “{text}”', lambda: next(
            (application for application in applications() if shows(application, text)), None))

    def assert_waits(self, process):
        with self.assertRaises(subprocess.TimeoutExpired):
            process.wait(timeout=WAITING_SECONDS)

    def assert_returns(self, process, status):
        self.assertEqual(process.wait(timeout=WAIT_SECONDS), status)

    def activate_in(self, number, action):
        """With two windows and no window manager nobody knows where keys go."""
        path = '/' + APP_ID.replace('.', '/').replace('-', '_')
        subprocess.run(['gdbus', 'call', '--session', '--dest', APP_ID, '--object-path',
                        f'{path}/window/{number}', '--method', 'org.gtk.Actions.Activate', action,
                        '[]', '{}'], check=True, capture_output=True)

    @unittest.skipUnless(shutil.which('xdotool'), 'skipped: no xdotool')
    def test_git_goes_on_when_the_window_is_closed(self):
        self.make_repository()
        git = self.start('git', 'difftool', '--trust-exit-code')
        first = self.wait_for_comparison('Paragraph 7, added: Shares in two')
        wait_for('the name of the file', lambda: shows(first, 'first.txt'))
        self.assert_waits(git)
        subprocess.run(['xdotool', 'key', 'ctrl+w'], check=True)
        self.wait_for_comparison('Paragraph 7, added: Stakes in two')
        self.assert_waits(git)
        subprocess.run(['xdotool', 'key', 'ctrl+w'], check=True)
        self.assert_returns(git, 0)

    def test_it_waits_for_its_own_window_in_a_program_that_runs(self):
        self.make_repository()
        instance = self.open(self.old, self.new)
        instance.find('label', '3 changes')
        git = self.start('git', 'difftool', '--', 'second.txt')
        wait_for('a second window', lambda: instance.root.get_child_count() == 2)
        wait_for('the second comparison', lambda: shows(instance.root, 'second.txt'))
        self.assert_waits(git)
        self.activate_in(2, 'close')
        self.assert_returns(git, 0)
        self.assertIsNone(instance.process.poll())
        instance.find('label', '3 changes')

    @unittest.skipUnless(shutil.which('xdotool'), 'skipped: no xdotool')
    def test_an_article_that_was_added_stands_beside_no_file(self):
        self.make_repository()
        self.write('third.txt', NEW.encode())
        self.git('add', 'third.txt')
        git = self.start('git', 'difftool', '--cached', '--', 'third.txt')
        window = self.wait_for_comparison('Paragraph 7, added: Shares in two')
        wait_for('what it is beside', lambda: shows(window, 'No file'))
        subprocess.run(['xdotool', 'key', 'ctrl+w'], check=True)
        self.assert_returns(git, 0)

    def test_who_waits_may_give_up(self):
        instance = self.open(self.old, self.new)
        instance.find('label', '3 changes')
        copies = [pathlib.Path(shutil.copy(path, self.folder / f'copy-{path.name}'))
                  for path in (self.old, self.new)]
        waiting = self.start(COMMAND, 'difftool', '--old-name=HEAD~1', '--new-name=drafts/printed',
                             *copies)
        wait_for('the second comparison', lambda: shows(instance.root, 'drafts/printed'))
        self.assert_waits(waiting)
        # The file in the working tree goes on being edited, and its name stays.
        copies[1].write_bytes(NEW.replace('Shares', 'Stakes').encode())
        self.activate_in(2, 'compare-again')
        wait_for('what was edited', lambda: shows(instance.root, 'Paragraph 7, added: Stakes in'))
        self.assertTrue(shows(instance.root, 'drafts/printed'))
        os.killpg(waiting.pid, signal.SIGINT)
        self.assert_returns(waiting, -signal.SIGINT)
        # As git does: the files are gone now, and the window still has what was in them.
        for path in copies:
            path.unlink()
        self.assertTrue(shows(instance.root, 'HEAD~1'))
        self.activate_in(2, 'compare-again')
        time.sleep(WAITING_SECONDS)
        self.assertFalse(shows(instance.root, 'Choose Another File…'))
        self.assertTrue(shows(instance.root, 'HEAD~1'))
        self.assertTrue(shows(instance.root, 'Paragraph 7, added: Stakes in'))
        self.assertIsNone(instance.process.poll())

    @unittest.skipUnless(shutil.which('xdotool'), 'skipped: no xdotool')
    def test_trouble_is_told_when_the_window_is_closed(self):
        waiting = self.start(COMMAND, 'window', '--wait', self.old, self.folder / 'none.txt')
        self.wait_for_comparison('Choose Another File…')
        subprocess.run(['xdotool', 'key', 'ctrl+w'], check=True)
        self.assert_returns(waiting, 2)

    def test_trouble_is_told_by_a_program_that_runs(self):
        instance = self.open(self.old, self.new)
        instance.find('label', '3 changes')
        waiting = self.start(COMMAND, 'window', '--wait', self.old, self.folder / 'none.txt')
        wait_for('the error', lambda: shows(instance.root, 'Choose Another File…'))
        self.activate_in(2, 'close')
        self.assert_returns(waiting, 2)

    def test_a_program_that_is_killed_is_trouble(self):
        instance = self.open(self.old, self.new)
        instance.find('label', '3 changes')
        waiting = self.start(COMMAND, 'window', '--wait', '--new-name=Waited', self.old, self.new)
        wait_for('its window', lambda: shows(instance.root, 'Waited'))
        instance.process.kill()
        instance.process.wait(timeout=WAIT_SECONDS)
        self.window = None
        self.assert_returns(waiting, 2)


if __name__ == '__main__':
    driven.main()
