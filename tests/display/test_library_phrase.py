# SPDX-License-Identifier: GPL-3.0-or-later
"""Sentences and phrases in the library: where they come from, when they came and went."""

import time

import driven
from driven import has_state, wait_for, walk
from test_library import LATER, LibraryCase, needs_keys

CAME = 'Mayor Edda Brandt said on Wednesday that the quay would be rebuilt by spring, storms or not.'
STOOD = 'Not everyone is pleased.'


def long_article(word):
    """Three hundred paragraphs, one of which has something of its own."""
    lines = [f'Ship number {i} came into harbour late that night. Her crew went ashore.'
             for i in range(300)]
    lines[240] = f'The harbour master said that the pier was {word}. He went home.'
    return '\n\n'.join(lines) + '\n'


class PhraseCase(LibraryCase):
    def open_origins(self):
        window = self.open_at()
        window.press('alt+2')
        return window

    def search(self, words):
        self.type_search(words)
        self.window.press('ctrl+shift+f')

    def found(self):
        return [a.get_name() for a in walk(self.window.root) if a.get_role_name() == 'list item'
                and a.get_name().startswith(('Appeared', 'Vanished', 'Came back', 'Stands'))]

    def find_entry(self):
        return wait_for('the find bar', lambda: next(
            (a for a in walk(self.window.root) if a.get_name() == 'Find in both articles'
             and has_state(a, driven.Atspi.StateType.EDITABLE)), None))


@needs_keys
class OriginsTest(PhraseCase):
    def test_each_sentence_stands_beside_its_version(self):
        self.keep_three()
        window = self.open_origins()
        window.find('list item', f'Version 3, new: {CAME}')
        window.find('list item', f'Version 1, 2 days: {STOOD}')
        window.find('list item', 'Version 2, 30 hours: Shares in two shipping lines')
        self.wait_to_see('Harbour rebuilt · version 3, 16 April 2014, 16:23')
        self.wait_to_see('Brought by version 1, 14 April 2014, 09:05; unchanged since.')

    def test_the_variant_has_its_menu_among_origins_too(self):
        self.keep_three()
        window = self.open_origins()
        window.find('list item', 'Version 3, new')
        window.activate(window.find_toggle('Variant Menu'))
        window.find('menu item', 'Copy Version Name')
        window.find('menu item', 'Delete Variant')
        window.press('Escape')
        self.wait_to_see('Harbour rebuilt · version 3')

    def test_a_sentence_leads_to_the_place_where_it_came(self):
        self.keep_three()
        window = self.open_origins()
        window.find('list item', 'Version 3, new')
        self.tab_to('The harbour of Lindholm')
        self.keys('Down')
        self.wait_for_focus(f'{CAME} Brought by version 3, 16 April 2014, 16:23; unchanged since. '
                            'An earlier wording of it goes back to version 1')
        window.find('push button', 'Compare Version 2 with Version 3')
        window.press('Return')
        self.wait_for_focus('Paragraph 2, edited, 1 word changed (removed “Tuesday”, '
                            'added “Wednesday”)')
        # Back in the library the reader is where they were.
        window.press('F8')
        window.find('list item', f'{CAME} Brought by version 3')

    def test_the_arrows_go_from_sentence_to_sentence(self):
        self.keep_three()
        window = self.open_origins()
        window.find('list item', 'Version 3, new')
        self.tab_to('The harbour of Lindholm')
        self.keys('Down', 'Down')
        self.wait_for_focus(STOOD)
        self.keys('Down')
        self.wait_for_focus('Fishermen fear')
        self.keys('Up', 'Up')
        self.wait_for_focus(CAME)

    def test_what_was_gone_says_since_when_it_is_back(self):
        for text, day in ((driven.OLD, 14), (driven.NEW, 15), (driven.OLD, 16)):
            self.keep(text, 'Courier', '--published', f'2014-04-{day}T10:00')
        window = self.open_origins()
        window.find('list item', 'Version 1, new: Mayor Edda Brandt said on Monday')
        self.tab_to('The harbour of Lindholm')
        self.keys('Down')
        self.wait_to_see('Brought by version 1, 14 April 2014, 10:00; gone or different in between, '
                         'and last changed by version 3, 16 April 2014, 10:00.')
        window.press('ctrl+shift+Return')
        self.wait_for_focus('Paragraph 2, edited, 1 word changed (removed “Tuesday”, '
                            'added “Monday”)')

    def test_what_stood_there_from_the_beginning_has_nothing_to_compare(self):
        self.keep_three()
        window = self.open_origins()
        window.find('list item', 'Version 3, new')
        self.tab_to('The harbour of Lindholm')
        wait_for('no button to compare',
                 lambda: not any(a.get_name().startswith('Compare Version')
                                 and has_state(a, driven.Atspi.StateType.SHOWING)
                                 for a in walk(window.root)))
        window.press('Return')
        time.sleep(0.5)
        self.wait_for_focus('The harbour of Lindholm')

    def test_an_earlier_version_is_shown_where_it_is_selected(self):
        window = self.open_three()
        self.tab_to('Version 3')
        self.keys('Down', 'alt+2')
        window.find('list item', 'Version 2, new: Mayor Edda Brandt said on Tuesday')
        self.wait_for_focus('The harbour of Lindholm')
        self.wait_to_see('Harbour rebuilt · version 2')
        window.press('alt+1')
        self.wait_for_focus('Version 2')

    def test_a_click_selects_a_sentence(self):
        self.keep_three()
        window = self.open_origins()
        window.find('list item', f'Version 3, new: {CAME}')
        time.sleep(0.3)
        self.click('list item', f'Version 3, new: {CAME}')
        window.find('list item', f'{CAME} Brought by version 3')
        window.press('Return')
        self.wait_for_focus('Paragraph 2, edited')

    def test_far_down_a_long_article_the_place_is_found(self):
        for word, day in (('safe', 14), ('closed', 15), ('closed for good', 16)):
            self.keep(long_article(word), 'Courier', '--published', f'2014-04-{day}T10:00')
        window = self.open_origins()
        window.find('list item', 'Ship number 0')
        self.tab_to('Ship number 0')
        self.search('closed for good')
        window.press('Down')
        self.wait_for_focus('Appeared in version 3')
        window.press('Return')
        window.selected('Paragraph 241, edited')

    def test_tab_goes_round_and_every_stop_has_a_name(self):
        self.keep_three()
        window = self.open_origins()
        window.find('list item', 'Version 3, new')
        forward = self.go_round('Tab')
        self.assertNotIn('', forward)
        for stop in ('Versions', 'Origins', 'The harbour of Lindholm', 'Search Stories'):
            self.assertTrue(any(name.startswith(stop) for name in forward), (stop, forward))


@needs_keys
class SearchTest(PhraseCase):
    def test_a_phrase_says_when_it_came_and_went(self):
        self.keep_three()
        self.keep(driven.NEW, 'Courier', '--published', '2014-04-17T08:00')
        window = self.open_at()
        # However it is set: case, and white space of any amount.
        self.search('said  ON tuesday')
        self.wait_for_focus('Appeared in version 2, 15 April 2014, 10:00: Courier, of the story '
                            'Harbour rebuilt. Mayor Edda Brandt said on Tuesday that the quay')
        self.assertEqual([name.split(',')[0] for name in self.found()],
                         ['Appeared in version 2', 'Vanished in version 3',
                          'Came back in version 4'])
        window.find('heading', '“said  ON tuesday”')
        self.wait_to_see('In 1 variant')
        self.wait_to_see('Harbour rebuilt · in 2 of 4 versions')

    def test_where_it_vanished_is_one_key_away(self):
        window = self.open_three()
        self.search('on tuesday')
        self.wait_for_focus('Appeared in version 2')
        self.keys('Down')
        self.wait_for_focus('Vanished in version 3')
        window.press('Return')
        window.selected('Paragraph 2, edited, 1 word changed (removed “Tuesday”, '
                        'added “Wednesday”)')
        entry = self.find_entry()
        wait_for('the phrase in the find bar', lambda: entry.get_description() == '1 of 1')
        window.press('Escape')
        self.wait_for_focus('Paragraph 2')
        window.press('F8')
        self.wait_for_focus('Vanished in version 3')

    def test_enter_searches_what_is_no_name(self):
        window = self.open_three()
        self.type_search('gulls')
        self.wait_to_see('Press Enter to look for them in all versions.')
        window.press('Return')
        self.wait_for_focus('Appeared in version 1')
        window.press('Return')
        # Nothing is before the first version; the second shows it beside.
        window.selected('Paragraph 1, the same')

    def test_who_presses_enter_while_typing_means_what_was_typed(self):
        self.keep_three()
        window = self.open_library()
        self.wait_for_focus('Courier, of the story')
        window.press('ctrl+f')
        self.wait_for_focus('Search Stories')
        self.type_slowly('gulls')
        window.press('Return')
        self.wait_for_focus('Appeared in version 1')

    def test_the_button_searches_where_names_are_found_too(self):
        window = self.open_three()
        self.type_search('harbour')
        self.tab_to('Search in All Versions')
        window.press('space')
        self.wait_for_focus('Appeared in version 1')

    def test_what_no_version_has_is_said(self):
        window = self.open_three()
        self.search('zeppelin')
        window.find('heading', 'No Version Has These Words')
        self.keys('Escape')
        window.gone('push button', 'Search in All Versions')
        self.keys('Escape')
        self.wait_to_see('Harbour rebuilt · 3 versions')

    def test_an_archive_that_cannot_be_searched_says_why(self):
        window = self.open_three()
        place = self.folder / 'data' / 'variorum' / 'archive.git'
        place.rename(self.folder / 'aside')
        self.search('gulls')
        window.find('heading', 'The Versions Cannot Be Searched')
        (self.folder / 'aside').rename(place)
        self.tab_to('Try Again')
        window.press('Return')
        self.wait_for_focus('Appeared in version 1')

    def test_a_variant_of_one_version_shows_the_words_where_they_stand(self):
        self.keep(LATER, 'Courier')
        self.keep(driven.OLD, 'Northern Wire')
        window = self.open_at()
        self.search('on monday')
        self.wait_for_focus('Appeared in version 1')
        window.press('Return')
        self.wait_for_focus('Mayor Edda Brandt said on Monday')
        window.press('ctrl+f')
        self.keys('ctrl+a', 'BackSpace')
        window.selected('Northern Wire, of the story')

    def test_choosing_a_variant_leaves_the_search(self):
        window = self.open_three()
        self.search('gulls')
        self.wait_for_focus('Appeared in version 1')
        window.press('ctrl+f')
        self.keys('ctrl+a', 'BackSpace')
        self.click('list item', 'Courier, of the story')
        window.find('list item', 'Version 3')

    def test_in_a_narrow_window_what_is_found_goes_before_the_stories(self):
        window = self.open_narrow()
        self.search('gulls')
        self.wait_for_focus('Appeared in version 1')
        window.press('Escape')
        self.wait_for_focus('Search Stories')

    def test_tab_goes_round_what_is_found(self):
        self.open_three()
        self.search('gulls')
        self.wait_for_focus('Appeared in version 1')
        forward = self.go_round('Tab')
        self.assertNotIn('', forward)
        self.assertEqual(len([name for name in forward if ' version ' in name]), 1, forward)


if __name__ == '__main__':
    driven.main()
