#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reader's own settings, several windows, and what the next start opens again."""

import os
import shutil
import subprocess
import unittest

import driven
from driven import Atspi, wait_for, walk

HAS_KEYS = shutil.which('xdotool')


SCHEMA = 'io.github.variorum.Variorum'
LONG = [f'Paragraph {i} of a long article: the gulls of Lindholm wheeled over quay number {i}, and '
        f'boat {i} came in late.' for i in range(60)]


class PrefsCase(driven.FlowCase):
    """Settings in the folder of the test too, so that a second start finds them."""

    def setUp(self):
        super().setUp()
        self.before = dict(os.environ)
        os.environ['GSETTINGS_BACKEND'] = 'keyfile'
        os.environ['XDG_CONFIG_HOME'] = str(self.folder / 'config')

    def tearDown(self):
        super().tearDown()
        os.environ.clear()
        os.environ.update(self.before)

    def open_long(self, changed='boat 50 sank'):
        old = self.write('old.txt', '\n\n'.join(LONG).encode())
        text = "\n\n".join(LONG).replace("boat 50 came", changed)
        new = self.write("new.txt", text.encode())
        window = self.open(old, new)
        window.find('label', '1 change')
        return window

    def extents(self, starts):
        row = self.window.find('list item', starts)
        return Atspi.Component.get_extents(row, Atspi.CoordType.WINDOW)

    def height(self, starts):
        return self.extents(starts).height

    def wait_for_height(self, starts, is_so):
        return wait_for(f'another height of “{starts}”', lambda: is_so(self.height(starts)))

    def wait_until_seen(self, starts):
        def is_seen():
            extents = self.extents(starts)
            return extents.height > 0 and 0 < extents.y < 700
        wait_for(f'“{starts}” in view', is_seen)

    def quit(self):
        self.window.press('ctrl+q')
        self.assertEqual(self.window.process.wait(timeout=driven.WAIT_SECONDS), 0)

    def frames(self):
        return [frame for frame in walk(self.window.root) if frame.get_role_name() == 'frame']

    def toggle(self, name):
        self.window.activate(self.window.find_toggle(name))

    def set_number(self, name, value):
        Atspi.Value.set_current_value(self.window.find('spin button', name), value)

    def open_preferences(self, page='Reading'):
        self.window.press('ctrl+comma')
        self.window.find('spin button', 'Text Size')
        self.window.activate(self.window.find('page tab', page))

    def session_files(self):
        return sorted(path.name for path in (self.folder / 'state').rglob('*') if path.is_file())


@unittest.skipUnless(HAS_KEYS, 'skipped: no xdotool')
class ReadingTest(PrefsCase):
    ROW = 'Paragraph 2, edited'

    def test_text_grows_and_shrinks_by_keys(self):
        window = self.open_pair()
        normal = self.height(self.ROW)
        for _ in range(4):
            window.press('ctrl+plus')
        self.wait_for_height(self.ROW, lambda height: height > 1.4 * normal)
        window.press('ctrl+0')
        self.wait_for_height(self.ROW, lambda height: height == normal)
        for _ in range(4):
            window.press('ctrl+minus')
        self.wait_for_height(self.ROW, lambda height: height < 0.8 * normal)

    def test_the_size_is_kept_for_the_next_start(self):
        window = self.open_pair()
        normal = self.height(self.ROW)
        for _ in range(4):
            window.press('ctrl+plus')
        self.wait_for_height(self.ROW, lambda height: height > 1.4 * normal)
        self.quit()
        self.open_pair()
        self.wait_for_height(self.ROW, lambda height: height > 1.4 * normal)

    def test_the_reader_stays_where_they_are_when_text_grows(self):
        window = self.open_long()
        window.press('alt+End')
        row = window.selected('Paragraph 51, edited').get_name()
        self.wait_until_seen(row)
        before = self.height(row)
        for _ in range(4):
            window.press('ctrl+plus')
        self.wait_for_height(row, lambda height: height > 1.4 * before)
        self.wait_until_seen(row)

    def test_lines_and_sizes_are_set_in_the_preferences(self):
        self.open_pair()
        normal = self.height(self.ROW)
        self.open_preferences()
        self.set_number('Line Length', 40)
        self.wait_for_height(self.ROW, lambda height: height > 1.3 * normal)
        self.toggle('Full Width')
        self.wait_for_height(self.ROW, lambda height: height <= normal)
        self.set_number('Text Size', 200)
        self.wait_for_height(self.ROW, lambda height: height > 1.5 * normal)

    def test_every_preference_says_what_it_is(self):
        window = self.open_pair()
        self.open_preferences()
        for name in ('Text Size', 'Line Length'):
            window.find('spin button', name)
        for name in ('Font', 'Line Spacing'):
            window.find('combo box', name)
        window.find_toggle('Full Width')
        window.activate(window.find('page tab', 'Comparing'))
        for name in ('Mark Changes By', 'Paragraph Breaks'):
            window.find('combo box', name)
        for name in ('Typography', 'White Space', 'Case', 'Punctuation',
                     'Count as Edits'):
            window.find_toggle(name)
        window.activate(window.find('page tab', 'General'))
        window.find_toggle('Reopen Comparisons')

    @unittest.skipUnless(shutil.which('gsettings'), 'skipped: no gsettings')
    def test_open_windows_follow_the_settings_wherever_they_are_changed(self):
        self.open_pair()
        normal = self.height(self.ROW)
        self.set('line-spacing', 'wide')
        self.wait_for_height(self.ROW, lambda height: height > normal)
        self.set('line-spacing', 'normal')
        self.wait_for_height(self.ROW, lambda height: height == normal)
        self.set('measure', '40')
        self.wait_for_height(self.ROW, lambda height: height > normal)

    def set(self, key, value):
        subprocess.run(['gsettings', 'set', SCHEMA, key, value], check=True)


@unittest.skipUnless(HAS_KEYS, 'skipped: no xdotool')
class ComparingTest(PrefsCase):
    def test_a_change_of_case_becomes_quiet_in_open_windows(self):
        old = self.write('old.txt', b'The Harbour of Lindholm woke before the town did.\n')
        new = self.write('new.txt', b'The harbour of Lindholm woke before the town did.\n')
        window = self.open(old, new)
        window.find('list item', 'Paragraph 1, edited')
        self.open_preferences('Comparing')
        self.toggle('Case')
        window.find('list item', 'Paragraph 1, the same')
        self.toggle('Count as Edits')
        window.find('list item', 'Paragraph 1, edited')
        self.quit()
        # What was chosen holds for the next comparison too.
        window = self.open(old, new)
        window.find('list item', 'Paragraph 1, edited')
        self.open_preferences('Comparing')
        self.toggle('Count as Edits')
        window.find('list item', 'Paragraph 1, the same')

    def test_the_row_stays_selected_when_all_is_compared_again(self):
        window = self.open_long('boat 50, came')
        window.press('alt+End')
        window.selected('Paragraph 51, edited')
        self.open_preferences('Comparing')
        self.toggle('Punctuation')
        row = window.selected('Paragraph 51, the same').get_name()
        self.wait_until_seen(row)


@unittest.skipUnless(HAS_KEYS, 'skipped: no xdotool')
class SessionTest(PrefsCase):
    def test_what_was_open_is_opened_again_where_it_was_read(self):
        window = self.open_long()
        window.press('alt+End')
        row = window.selected('Paragraph 51, edited').get_name()
        self.wait_until_seen(row)
        self.quit()
        window = self.open()
        window.find('label', '1 of 60 paragraphs changed')
        window.selected(row)
        self.wait_until_seen(row)

    def test_two_windows_are_opened_again_and_a_closed_one_is_not(self):
        window = self.open_pair()
        window.press('ctrl+n')
        window.find('push button', 'Paste Two Texts')
        self.assertEqual(len(self.frames()), 2)
        window.press('ctrl+F1')
        window.find('label', '8 of 16 paragraphs changed')
        self.quit()
        window = self.open()
        window.find('label', '8 of 16 paragraphs changed')
        window.find('label', '2 of 6 paragraphs changed')
        wait_for('two windows', lambda: len(self.frames()) == 2)
        window.press('ctrl+w')
        wait_for('one window', lambda: len(self.frames()) == 1)
        left = self.frames()[0].get_name()
        self.quit()
        window = self.open()
        wait_for('the window that was left', lambda: [
            frame.get_name() for frame in self.frames()] == [left])

    @unittest.skipUnless(os.environ.get('VARIORUM_PROGRAM'), 'skipped: no variorum')
    def test_a_saved_comparison_comes_back_as_the_file_it_is_in(self):
        saved = self.folder / 'harbour.variorum'
        subprocess.run([os.environ['VARIORUM_PROGRAM'], 'compare', f'--save={saved}', self.old,
                        self.new], stdout=subprocess.DEVNULL)
        window = self.open(saved)
        window.find('label', '3 changes')
        self.quit()
        self.old.unlink()
        window = self.open()
        window.find('label', '3 changes')
        # Nothing of it is unsaved, so nothing asks.
        self.quit()

    def test_a_crash_loses_no_window(self):
        window = self.open_pair()
        wait_for('the session', lambda: 'windows' in self.session_files())
        window.process.kill()
        window.process.wait()
        self.open().find('label', '2 of 6 paragraphs changed')

    def test_a_file_that_is_gone_is_named_and_holds_up_nothing(self):
        self.open_pair()
        self.quit()
        self.new.unlink()
        window = self.open()
        window.find('push button', 'Choose Another File…')
        wait_for('the file’s name', lambda: any(
            'new.txt' in accessible.get_name() for accessible in walk(window.root)))
        # Read and closed, it does not come again.
        window.press('ctrl+w')
        window.process.wait(timeout=driven.WAIT_SECONDS)
        self.open().find('push button', 'Paste Two Texts')

    def test_nothing_is_kept_where_the_reader_does_not_want_it(self):
        window = self.open_pair()
        wait_for('the session', lambda: 'windows' in self.session_files())
        self.open_preferences('General')
        self.toggle('Reopen Comparisons')
        wait_for('an empty session', lambda: self.session_files() == ['windows'])
        self.quit()
        self.assertEqual(self.session_files(), ['windows'])
        window = self.open()
        window.find('push button', 'Paste Two Texts')


@unittest.skipUnless(HAS_KEYS, 'skipped: no xdotool')
class HelpTest(PrefsCase):
    def test_f1_opens_the_help_and_it_lists_its_topics(self):
        window = self.open_pair()
        window.press('F1')
        for topic in ('Comparing Two Articles', 'Reading the Marks',
                      'Quiet and Critical Differences', 'Correcting a Pairing',
                      'Finding, Selecting, Copying and Citing', 'Saving and Reopening', 'Keyboard',
                      'From the Command Line and Git'):
            window.find('list item', topic)
        window.find('label', 'Open two versions of an article')
        # However many keys there are, what they do begins level.
        starts = {Atspi.Component.get_extents(window.find('label', text), Atspi.CoordType.WINDOW).x
                  for text in ('Open two articles', 'Paste two texts', 'Go to the next change')}
        self.assertEqual(len(starts), 1)
        for text in ('A sign between the two sides', 'What a reader would not hear'):
            window.press('Down')
            window.find('label', text)
        # One help is enough, however often it is asked for; Escape closes it.
        window.press('F1')
        self.assertEqual(len(self.frames()), 2)
        window.press('Escape')
        wait_for('the help to close', lambda: len(self.frames()) == 1)
        window.find('label', '3 changes')


if __name__ == '__main__':
    driven.main()
