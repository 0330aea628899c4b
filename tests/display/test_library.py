# SPDX-License-Identifier: GPL-3.0-or-later
"""The library in the window: kept by key, found, read and compared, by keyboard and by pointer."""

import json
import os
import shutil
import subprocess
import time
import unittest

import driven
import keyed
from driven import Atspi, has_state, wait_for, walk, xdotool

ARCHIVE_PROGRAM = os.environ.get('VARIORUM_ARCHIVE', 'variorum-archive')
STORY = 'Harbour rebuilt'
LATER = driven.NEW.replace('Tuesday', 'Wednesday')

needs_keys = unittest.skipUnless(shutil.which('xdotool'), 'needs xdotool')


class LibraryCase(keyed.KeyboardCase):
    def ask(self, *words):
        """What the command line answers about the same archive."""
        done = subprocess.run([ARCHIVE_PROGRAM, *map(str, words)], check=True, text=True,
                              stdout=subprocess.PIPE,
                              env={**os.environ, **self.environment, 'G_DEBUG': ''})
        return done.stdout

    def keep(self, text, variant, *more, story=STORY):
        """A version that was kept before the window opens."""
        path = self.write('kept.txt', text.encode())
        self.ask('snapshot', '--story', story, '--variant', variant, *more, path)

    def keep_three(self):
        self.keep(driven.OLD, 'Courier', '--published', '2014-04-14T09:05')
        self.keep(driven.NEW, 'Courier', '--published', '2014-04-15T10:00', '--label', 'as printed')
        self.keep(LATER, 'Courier', '--published', '2014-04-16T16:23')

    def open_library(self):
        window = self.open_start()
        window.press('F8')
        return window

    def open_at(self, variant='Courier'):
        """The library, in which the reader stands at that variant and has its versions beside."""
        window = self.open_library()
        self.wait_for_focus(f'{variant}, of the story')
        self.wait_to_see('Harbour rebuilt · ')
        return window

    def open_three(self):
        self.keep_three()
        return self.open_at()

    def open_narrow(self):
        """Three versions in a window with room for one side of the library."""
        window = self.open_three()
        xdotool('windowsize', self.find_shown(), 360, 640)
        time.sleep(0.5)
        return window

    def answer(self, entry, text):
        """In place of what stands there."""
        self.wait_for_focus(entry)
        self.keys('ctrl+a')
        self.type_slowly(text)

    def type_search(self, words):
        self.window.press('ctrl+f')
        self.answer('Search Stories', words)

    def find_shown(self):
        """The window as X knows it."""
        return xdotool('search', '--onlyvisible', '--pid', self.window.process.pid).split()[-1]

    def log(self, name):
        """The versions of a variant as the command line tells them, newest first."""
        return json.loads(self.ask('log', '--format=json', name))

    def saw(self, words):
        return any(words in accessible.get_name() for accessible in walk(self.window.root)
                   if accessible.get_role_name() == 'label')

    def wait_to_see(self, words):
        wait_for(f'“{words}”', lambda: self.saw(words))

    def click(self, role, starts, nearer=None):
        """With the pointer, in the middle of it, or so many pixels from where it begins."""
        x, y, width, height = self.find_place_of(role, starts)
        self.click_at(x + (width // 2 if nearer is None else nearer), y + height // 2)

    def find_place_of(self, role, starts):
        """Where it is on the screen: x, y, width, height."""
        xdotool('windowmove', self.find_shown(), 0, 0)
        return driven.find_box(self.window.find(role, starts))

    def click_at(self, x, y, button=1):
        xdotool('mousemove', x, y)
        time.sleep(0.1)
        xdotool('click', button)


@needs_keys
class KeepTest(LibraryCase):
    def test_what_is_shown_is_kept_by_one_key(self):
        window = self.open_pair()
        window.press('ctrl+d')
        self.answer('Story', STORY)
        self.wait_to_see('The first version of a new variant.')
        window.press('Return')
        self.wait_to_see('2 versions were kept.')
        self.assertEqual(len(self.log('Harbour-rebuilt/old')), 1)
        self.assertEqual(len(self.log('Harbour-rebuilt/new')), 1)

    def test_two_versions_of_one_variant_and_nothing_twice(self):
        window = self.open_pair()
        for sentence in ('2 versions were kept.', 'seen again'):
            window.press('ctrl+d')
            self.answer('Story', STORY)
            self.tab_to('Keep the Old Article')
            if sentence == 'seen again':
                # The new article alone: it is what was kept last.
                self.keys('space')
            else:
                self.tab_to('Variant of the Old Article')
                self.answer('Variant of the Old Article', 'Courier')
            self.tab_to('Variant of the New Article')
            self.answer('Variant of the New Article', 'Courier')
            window.press('Return')
            self.wait_to_see(sentence)
            self.assertEqual(len(self.log('Harbour-rebuilt/Courier')), 2)

    def test_without_a_name_nothing_is_kept(self):
        window = self.open_pair()
        window.press('ctrl+d')
        self.wait_for_focus('Story')
        self.keys('ctrl+a', 'BackSpace')
        self.wait_to_see('Needs a name with a letter or a digit.')
        keep = window.find('push button', 'Keep')
        wait_for('the button to be off',
                 lambda: not has_state(keep, Atspi.StateType.ENABLED))
        window.press('Escape')
        wait_for('the dialog to go', lambda: 'Keep in the Library' not in self.windows())


@needs_keys
class LibraryTest(LibraryCase):
    def test_an_empty_library_says_so_and_offers_a_way(self):
        window = self.open_library()
        self.wait_to_see('No Articles Kept Yet')
        window.find('push button', 'Open Two Articles…')
        # Nothing can be in it yet.
        self.assertIsNone(window.look_for('push button', 'Trash'))
        self.wait_for_focus('Open Two Articles…')
        window.press('F8')
        wait_for('the start page', lambda: window.look_for('push button', 'Paste'))

    def test_an_empty_library_keeps_what_is_shown(self):
        window = self.open_pair()
        window.press('F8')
        window.activate(window.find('push button', 'Keep the Articles Shown…'))
        self.wait_for_focus('Story')
        window.press('Return')
        window.find('list item', 'new, of the story')
        self.wait_to_see('1 version')

    def test_an_archive_that_cannot_be_read_says_why(self):
        place = self.folder / 'data' / 'variorum' / 'archive.git'
        place.mkdir(parents=True)
        (place / 'config').write_text('nothing of ours')
        window = self.open_library()
        self.wait_to_see('The Library Cannot Be Read')
        shutil.rmtree(place)
        self.keep_three()
        window.activate(window.find('push button', 'Try Again'))
        window.find('list item', 'Courier, of the story Harbour rebuilt')

    def test_the_timeline_is_newest_first_and_says_what_changed(self):
        self.keep_three()
        window = self.open_library()
        window.find('list item', 'Version 3: 1 of 7 paragraphs changed: 1 edited. '
                                 '16 April 2014, 16:23')
        window.find('list item', 'Version 1: First version')
        labelled = window.find('list item', 'Version 2').get_name()
        self.assertTrue(labelled.endswith('; as-printed'), labelled)
        self.wait_to_see('Harbour rebuilt · 3 versions')
        names = [a.get_name() for a in walk(window.root) if a.get_role_name() == 'list item'
                 and a.get_name().startswith('Version')]
        self.assertEqual([name[:9] for name in names], ['Version 3', 'Version 2', 'Version 1'])

    def test_a_version_is_compared_with_the_one_before_by_keyboard(self):
        window = self.open_three()
        self.tab_to('Version 3')
        self.keys('Down')
        self.wait_for_focus('Version 2')
        window.press('Return')
        window.find('list item', 'Paragraph 2, edited, 1 word changed (removed “Monday”, '
                                 'added “Tuesday”)')
        # It is nobody's own work: there is nothing to save.
        self.assertFalse(window.root.get_child_at_index(0).get_name().startswith('•'))
        window.press('F8')
        self.wait_for_focus('Courier, of the story')

    def test_two_marked_versions_are_compared(self):
        window = self.open_three()
        self.tab_to('Version 3')
        self.keys('space', 'Down', 'Down')
        window.find('list item', 'Version 3, marked')
        self.keys('space')
        self.wait_to_see('Versions 1 and 3 are marked.')
        window.find('push button', 'Compare Version 1 with Version 3')
        window.press('ctrl+shift+Return')
        window.find('list item', 'Paragraph 2, edited, 1 word changed (removed “Monday”, '
                                 'added “Wednesday”)')

    def test_marked_and_compared_by_the_pointer(self):
        self.keep_three()
        window = self.open_library()
        for number in (1, 3):
            self.click('list item', f'Version {number}', nearer=24)
            window.find('list item', f'Version {number}, marked')
        self.click('push button', 'Compare Version 1 with Version 3')
        window.find('list item', 'Paragraph 2, edited, 1 word changed')

    def test_a_search_leaves_what_has_its_words(self):
        self.keep_three()
        self.keep(driven.OLD, 'Northern Wire')
        self.keep(driven.OLD, 'Saltmere Post', story='The swing bridge')
        window = self.open_library()
        window.find('list item', 'Saltmere Post')
        self.wait_for_focus('Courier, of the story')
        self.type_search('wire harbour')
        window.gone('list item', 'Saltmere Post')
        window.gone('list item', 'Courier, of')
        window.press('Return')
        self.wait_to_see('Harbour rebuilt · 1 version')
        self.type_search('nobody')
        self.wait_to_see('No story or variant has these words.')
        self.keys('Escape')
        window.find('list item', 'Saltmere Post')

    def test_titles_are_shown_and_found_as_they_were_typed(self):
        self.keep(driven.OLD, 'The Post (late)', '--published', '2014-04-14T09:05',
                  story='Odd “couple”? Yes!')
        self.keep(driven.NEW, 'The-Post-late', '--published', '2014-04-15T10:00',
                  story='Odd-“couple”-Yes')
        self.keep(driven.OLD, 'Wire')
        window = self.open_library()
        window.find('list item', 'The Post (late), of the story Odd “couple”? Yes!')
        self.type_search('couple?  (late')
        window.gone('list item', 'Wire, of')
        window.press('Return')
        self.wait_to_see('Odd “couple”? Yes! · 2 versions')
        self.assertTrue(self.saw('The Post (late)'))

    def test_tab_goes_round_and_every_stop_has_a_name(self):
        self.open_three()
        self.window.find('list item', 'Version 3')
        forward = self.go_round('Tab')
        self.assertNotIn('', forward)
        for stop in ('Courier, of the story', 'Version 3', 'Compare Version 2', 'Search Stories'):
            self.assertTrue(any(name.startswith(stop) for name in forward), (stop, forward))
        self.assertEqual(len([name for name in forward if name.startswith('Version ')]), 1)

    def test_in_a_narrow_window_one_side_goes_before_the_other(self):
        window = self.open_narrow()
        window.press('Return')
        self.wait_for_focus('Version 3')
        window.press('alt+Left')
        self.wait_for_focus('Courier, of the story')
        self.click('list item', 'Courier, of the story')
        self.wait_for_focus('Version 3')
        self.keys('Escape', 'Escape')
        window.find('push button', 'Open Two Articles')


if __name__ == '__main__':
    driven.main()
