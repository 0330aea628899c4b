# SPDX-License-Identifier: GPL-3.0-or-later
"""The life of an article in the library: what each version changed, stepped and played through."""

import time

import driven
import test_library
from driven import Atspi, has_state, wait_for, walk, xdotool

CHANGED = driven.NEW.replace('Tuesday', 'Wednesday').replace('a tenth', 'a ninth')


class LivesCase(test_library.LibraryCase):
    def keep_life(self):
        """Kept, edited, edited again, taken back."""
        self.keep(driven.OLD, 'Courier', '--published', '2014-04-14T09:05')
        self.keep(driven.NEW, 'Courier', '--published', '2014-04-15T10:00')
        self.keep(CHANGED, 'Courier', '--published', '2014-04-16T16:23')
        self.keep(driven.NEW, 'Courier', '--published', '2014-04-17T08:00')

    def open_life(self):
        self.keep_life()
        return self.open_at()

    def open_version(self, number):
        """Compared with the one before."""
        self.tab_to('Version 4')
        self.keys(*['Down'] * (4 - number))
        self.wait_for_focus(f'Version {number}')
        self.window.press('Return')
        self.wait_to_see(f'Version {number} of 4')

    def find_place(self):
        """What tells which versions are compared; asked directly, as it plays while one looks."""
        return wait_for('the place', lambda: next(
            (a for a in walk(self.window.root) if a.get_role_name() == 'label'
             and a.get_name().startswith('Version') and ' of 4' in a.get_name()), None))

    def wait_for_place(self, place, number):
        wait_for(f'version {number}',
                 lambda: place.get_name().startswith(f'Version {number} of 4'))

    def is_enabled(self, name):
        return has_state(self.window.find('push button', name), Atspi.StateType.ENABLED)


@test_library.needs_keys
class FiguresTest(LivesCase):
    def test_a_version_says_how_much_it_changed_and_what_to_look_twice_at(self):
        window = self.open_life()
        wait_for('the figures', lambda: '2 words removed, 2 words added' in window.find(
            'list item', 'Version 4').get_name())
        spoken = window.find('list item', 'Version 4').get_name()
        self.assertIn('Silent edit: ', spoken)
        self.assertEqual(spoken.count('Back to'), 1, spoken)
        self.assertIn('Back to the text of version 2', spoken)
        self.assertIn('First version', window.find('list item', 'Version 1').get_name())
        self.assertIn('words moved', window.find('list item', 'Version 2').get_name())
        self.wait_to_see('−2')

    def test_a_variant_says_how_many_versions_it_has_and_when_it_was_seen(self):
        window = self.open_life()
        window.find('list item', 'Courier, of the story Harbour rebuilt; '
                                 '4 versions · last seen today')

    def test_what_others_keep_appears_where_the_reader_stands(self):
        window = self.open_life()
        self.tab_to('Version 4')
        self.keys('space')
        window.find('list item', 'Version 4, marked')
        self.keep(CHANGED + '\nA ferry will cross.\n', 'Courier')
        self.keep(driven.OLD, 'Northern Wire')
        window.find('list item', 'Version 5')
        window.find('list item', 'Northern Wire, of the story')
        wait_for('another count', lambda: '5 versions' in window.find(
            'list item', 'Courier, of').get_name())
        self.wait_for_focus('Version 4, marked')


@test_library.needs_keys
class StepTest(LivesCase):
    def test_one_steps_to_the_pairs_before_and_after(self):
        window = self.open_life()
        self.open_version(2)
        window.find('list item', 'Paragraph 2, edited, 1 word changed (removed “Monday”')
        self.assertTrue(self.saw('Versions 1 and 2 · '))
        window.press('alt+Page_Down')
        self.wait_to_see('Version 3 of 4, 16 April 2014, 16:23')
        window.find('list item', 'Paragraph 2, edited, 1 word changed (removed “Tuesday”')
        window.press('alt+Page_Up')
        window.press('alt+Page_Up')
        self.wait_to_see('Version 2 of 4')
        wait_for('nothing before the first', lambda: not self.is_enabled('Earlier Versions'))
        for _ in range(3):
            window.activate(window.find('push button', 'Later Versions'))
            time.sleep(0.3)
        self.wait_to_see('Version 4 of 4')
        wait_for('nothing after the last', lambda: not self.is_enabled('Later Versions'))
        self.assertEqual(len(self.windows()), 1)

    def test_the_place_is_kept_and_each_version_has_its_own_name(self):
        window = self.open_life()
        self.open_version(3)
        self.keys('Down', 'Down', 'Down')
        self.wait_for_focus('Paragraph')
        stood = self.focused()[1][:11]
        self.assertNotEqual(stood, 'Paragraph 1')
        window.press('alt+Page_Down')
        self.wait_to_see('Version 4 of 4')
        window.selected(stood)
        # It has the text of version 2, and is not that version.
        self.wait_to_see('Harbour-rebuilt/Courier@4')

    def test_a_step_is_taken_back_like_any_other(self):
        window = self.open_life()
        self.open_version(2)
        window.press('alt+Page_Down')
        self.wait_to_see('Version 3 of 4')
        window.press('ctrl+z')
        self.wait_to_see('Version 2 of 4')

    def test_two_versions_that_are_no_neighbours_say_so(self):
        window = self.open_life()
        self.tab_to('Version 4')
        self.keys('space', 'Down', 'Down', 'space')
        self.wait_to_see('Versions 2 and 4 are marked.')
        window.press('ctrl+shift+Return')
        self.wait_to_see('Versions 2 and 4 of 4')
        window.press('alt+Page_Up')
        self.wait_to_see('Version 2 of 4')


@test_library.needs_keys
class PlayTest(LivesCase):
    def test_it_plays_from_the_first_pair_to_the_last(self):
        window = self.open_life()
        window.find('list item', 'Version 4')
        window.press('shift+F8')
        place = self.find_place()
        seen = []
        while not seen or seen[-1] != 'Version 4 of 4':
            self.assertLess(len(seen), 4)
            wait_for('the next one', lambda: place.get_name()[:14] not in seen[-1:])
            seen.append(place.get_name()[:14])
        self.assertEqual(seen, ['Version 2 of 4', 'Version 3 of 4', 'Version 4 of 4'][-len(seen):])
        self.assertGreater(len(seen), 1)
        window.find_toggle('Play Through the Versions')

    def test_any_key_pauses_it_and_the_button_goes_on(self):
        window = self.open_life()
        self.open_version(2)
        place = self.find_place()
        button = window.find_toggle('Play Through the Versions')
        window.activate(button)
        self.wait_for_place(place, 3)
        wait_for('it to play', lambda: has_state(button, Atspi.StateType.PRESSED))
        window.press('Down')
        wait_for('the pause', lambda: not has_state(button, Atspi.StateType.PRESSED))
        time.sleep(5)
        self.wait_for_place(place, 3)
        window.press('shift+F8')
        self.wait_for_place(place, 4)
        wait_for('the end', lambda: not has_state(button, Atspi.StateType.PRESSED))
        # From the last one it begins anew; a click pauses, too.
        window.activate(button)
        self.wait_for_place(place, 2)
        wait_for('it to play', lambda: has_state(button, Atspi.StateType.PRESSED))
        xdotool('mousemove', 300, 400, 'click', 1)
        wait_for('the pause', lambda: not has_state(button, Atspi.StateType.PRESSED))


if __name__ == '__main__':
    driven.main()
