#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a window holds and what it opens: nothing is lost, and nothing is taken for something else."""

import os
import subprocess
import time
import unittest

import driven
from driven import Atspi, wait_for, walk
from keyed import EDITED, KeyboardCase, SETTLE_SECONDS

COMMAND = os.environ['VARIORUM_PROGRAM']
APP_ID = os.environ['VARIORUM_APP_ID']


class DocumentsCase(KeyboardCase):
    def save_by_command(self, name='kept.variorum'):
        path = self.folder / name
        subprocess.run([COMMAND, 'compare', '-o', os.devnull, self.old, self.new, f'--save={path}'],
                       check=False, capture_output=True)
        return path

    def shows(self, words):
        return any(words in accessible.get_name() for accessible in walk(self.window.root))

    def wait_to_see(self, words):
        wait_for(f'“{words}”', lambda: self.shows(words))

    def click(self, name):
        self.window.activate(self.window.find('push button', name))

    def type_text(self, text):
        """On the page for texts, in the window that has the keyboard."""
        self.keys('ctrl+shift+v')
        self.wait_for_focus('Old Text')
        self.type_slowly(text)
        self.window.find('label', f'{len(text)} characters')

    def compare_typed(self, text):
        """The same, compared with another; nothing of it is in a file."""
        self.type_text(text)
        self.tab_to('New Text')
        self.type_slowly('Fog.')
        self.keys('ctrl+Return')
        self.window.find('list item', f'Paragraph 1, removed: {text}')
        self.wait_for_list()

    def wait_for_question(self, n_windows=1, title='Save the Comparison?'):
        """Above @n_windows; the keyboard is on its Save."""
        self.window.find('label', title)
        self.wait_for_focus('Save')
        self.assertEqual(len(self.windows()), n_windows + 1)

    def wait_for_no_question(self, n_windows=1):
        wait_for('no question', lambda: len(self.windows()) == n_windows)

    def wait_for_end(self):
        self.assertEqual(self.window.process.wait(timeout=driven.WAIT_SECONDS), 0)

    def expect_to_save(self):
        """What GTK's file chooser was about to list is not freed by it when the program ends."""
        self.environment['ASAN_OPTIONS'] = os.environ.get('ASAN_OPTIONS', '') + ':detect_leaks=0'

    def choose_in(self, chooser, path):
        wait_for('the file chooser', lambda: chooser in self.windows())
        time.sleep(2 * SETTLE_SECONDS)
        self.choose_file(path)


class NoArticleTest(DocumentsCase):
    def test_a_saved_comparison_is_not_compared_as_a_text(self):
        saved = self.save_by_command()
        for pair in ((saved, saved), (self.old, saved)):
            self.open(*pair)
            self.window.find('push button', 'Choose Another File…')
            self.wait_to_see('kept.variorum” is a saved comparison, not an article; open it alone')
            self.window.close()
        self.open('--new-name=Printed', self.old, saved)
        self.wait_to_see('kept.variorum” is a saved comparison, not an article; open it alone')

    def test_one_that_is_chosen_for_a_place_is_opened(self):
        saved = self.save_by_command()
        window = self.open(self.old)
        window.find('label', 'Choose the article to compare with “old.txt”.')
        self.click('New Article: Now choose this one')
        self.choose_in('Choose the New Article', saved)
        window.find('list item', 'Paragraph 2, edited, 1 word')
        window.press('ctrl+s')
        wait_for('the very file', lambda: self.shows('Saved as “kept.variorum”.'))

    def test_an_article_is_placed_where_it_was_chosen(self):
        window = self.open(self.old)
        window.find('label', 'Choose the article to compare with “old.txt”.')
        self.click('Old Article: old.txt')
        self.choose_in('Choose the Old Article', self.new)
        window.find('label', 'Choose the article to compare with “new.txt”.')
        window.find('push button', 'Old Article: new.txt')


class TryAgainTest(DocumentsCase):
    def test_the_very_file_is_tried_again(self):
        saved = self.save_by_command()
        whole = saved.read_bytes()
        saved.write_bytes(whole[:-20])
        other = self.write('other.txt', driven.NEW.replace('Tuesday', 'Friday').encode())
        window = self.open(self.old, other)
        window.find('list item', EDITED)
        self.keys('ctrl+o')
        self.choose_in('Choose Two Articles', saved)
        self.wait_to_see('kept.variorum')
        self.keys('F5')
        time.sleep(1)
        # Not the comparison that stood before, which would say so in its title.
        self.assertEqual(self.windows(), ['Variorum'])
        saved.write_bytes(whole)
        self.keys('F5')
        window.find('list item', 'Paragraph 2, edited, 1 word changed (removed “Monday”, added “Tuesday”')

    def test_it_is_tried_again_where_nothing_was_compared(self):
        saved = self.save_by_command()
        whole = saved.read_bytes()
        saved.write_bytes(whole[:-20])
        window = self.open(saved)
        self.wait_to_see('kept.variorum')
        saved.write_bytes(whole)
        self.keys('F5')
        window.find('list item', EDITED)

    def test_another_can_be_chosen_instead(self):
        saved = self.save_by_command()
        saved.write_bytes(saved.read_bytes()[:-20])
        window = self.open(saved)
        self.click('Choose Another File…')
        self.choose_in('Choose Two Articles', self.old)
        window.find('label', 'Choose the article to compare with “old.txt”.')


class QuitTest(DocumentsCase):
    """Each window with something to save asks, and before the first is closed."""

    def add_window(self):
        n = len(self.windows())
        self.keys('ctrl+n')
        wait_for('another window', lambda: len(self.windows()) == n + 1)
        self.wait_for_focus('Open Two Articles')

    def test_who_cancels_keeps_every_window(self):
        window = self.open_start()
        self.compare_typed('One harbour.')
        self.add_window()
        self.keys('ctrl+F1')
        window.find('label', '8 of 16 paragraphs changed')
        self.keys('ctrl+q')
        self.wait_for_question(2)
        self.keys('Escape')
        self.wait_for_no_question(2)
        time.sleep(1)
        self.assertEqual(len(self.windows()), 2)
        window.find('list item', 'Paragraph 1, removed: One harbour.')
        self.keys('ctrl+q')
        self.wait_for_question(2)
        self.click('Discard')
        self.wait_for_end()
        # What could be read again is; what was discarded is gone.
        window = self.open()
        window.find('label', '8 of 16 paragraphs changed')
        self.assertEqual(len(self.windows()), 1)

    def test_each_window_asks_and_one_that_is_cancelled_makes_all_ask_again(self):
        self.open_start()
        self.compare_typed('One harbour.')
        self.add_window()
        self.compare_typed('Two ferries.')
        for last in ('Escape', 'alt+d'):
            self.keys('ctrl+q')
            self.wait_for_question(2)
            self.keys('alt+d')
            # The other window's question is called the same and comes at once.
            time.sleep(1)
            self.wait_for_question(2)
            self.keys(last)
            if last == 'Escape':
                self.wait_for_no_question(2)
        self.wait_for_end()

    def test_what_is_asked_for_twice_is_one_question(self):
        self.open_start()
        self.compare_typed('One harbour.')
        self.keys('ctrl+q')
        self.wait_for_question()
        self.keys('ctrl+q')
        # As the dock does, whatever window has the keyboard.
        subprocess.run(['gdbus', 'call', '--session', '--dest', APP_ID, '--object-path',
                        '/' + APP_ID.replace('.', '/').replace('-', '_'), '--method',
                        'org.gtk.Actions.Activate', 'quit', '[]', '{}'], check=True,
                       capture_output=True)
        time.sleep(1)
        self.assertEqual(len(self.windows()), 2)
        self.keys('Escape')
        self.wait_for_no_question()

    def test_what_is_saved_holds_up_nothing(self):
        self.expect_to_save()
        self.open_start()
        self.compare_typed('One harbour.')
        path = self.folder / 'kept by quitting.variorum'
        for is_cancelled in (True, False):
            self.keys('ctrl+q')
            self.wait_for_question()
            self.keys('Return')
            wait_for('the file chooser', lambda: 'Save the Comparison' in self.windows())
            time.sleep(2 * SETTLE_SECONDS)
            if is_cancelled:
                self.keys('Escape')
                self.wait_for_no_question()
        self.keys('ctrl+a')
        self.choose_file(path)
        self.wait_for_end()
        self.assertIn('One harbour.', path.read_text(encoding='utf-8'))


class TypedTest(DocumentsCase):
    """What was typed and never compared is not lost, whichever way the reader goes."""

    TITLE = 'Save the Texts?'

    def text_of(self, name):
        view = self.window.find('text', name)
        return Atspi.Text.get_text(view, 0, Atspi.Text.get_character_count(view))

    def test_typed_texts_are_asked_for_when_the_window_closes(self):
        self.open_start()
        self.type_text('One harbour.')
        self.keys('ctrl+w')
        self.wait_for_question(title=self.TITLE)
        self.keys('Escape')
        self.wait_for_no_question()
        self.assertEqual(self.text_of('Old Text'), 'One harbour.')
        self.keys('ctrl+w')
        self.wait_for_question(title=self.TITLE)
        self.keys('alt+d')
        self.wait_for_end()

    def test_texts_that_the_reader_went_back_from_are_saved_by_quitting(self):
        self.expect_to_save()
        self.open_pair()
        self.type_text('One harbour.')
        self.keys('Escape')
        self.wait_for_list()
        self.keys('ctrl+q')
        self.wait_for_question(title=self.TITLE)
        path = self.folder / 'typed.variorum'
        self.keys('Return')
        self.save_typed_as(path)
        self.wait_for_end()
        self.open(path).find('list item', 'Paragraph 1, removed: One harbour.')

    def save_typed_as(self, path):
        wait_for('the file chooser', lambda: 'Save the Comparison' in self.windows())
        time.sleep(2 * SETTLE_SECONDS)
        self.keys('ctrl+a')
        self.choose_file(path)

    def test_what_cannot_be_saved_stays_and_is_saved_elsewhere(self):
        self.expect_to_save()
        self.open_start()
        self.type_text('One harbour.')
        self.keys('ctrl+w')
        self.wait_for_question(title=self.TITLE)
        self.keys('Return')
        self.save_typed_as('/proc/typed.variorum')
        self.window.find('label', 'The Comparison Was Not Saved')
        self.wait_for_focus('Save As…')
        self.keys('Return')
        self.save_typed_as(self.folder / 'typed.variorum')
        self.wait_to_see('Saved as “typed.variorum”.')
        self.assertEqual(self.text_of('Old Text'), 'One harbour.')
        self.keys('ctrl+w')
        self.wait_for_end()

    def test_texts_are_asked_for_once_they_are_compared_as_a_comparison(self):
        self.open_start()
        self.compare_typed('One harbour.')
        self.keys('ctrl+w')
        self.wait_for_question()
        self.keys('alt+d')
        self.wait_for_end()

    def test_nothing_is_asked_where_the_texts_were_cleared(self):
        self.open_start()
        self.type_text('One harbour.')
        self.click('Clear the Text')
        wait_for('no text', lambda: self.text_of('Old Text') == '')
        self.keys('ctrl+z')
        wait_for('the text', lambda: self.text_of('Old Text') == 'One harbour.')
        self.click('Clear the Text')
        wait_for('no text', lambda: self.text_of('Old Text') == '')
        self.keys('ctrl+w')
        self.wait_for_end()

    def test_what_was_typed_comes_back_where_the_compared_texts_are_edited(self):
        self.open_start()
        self.compare_typed('One harbour.')
        self.keys('ctrl+shift+v')
        self.wait_for_focus('Old Text')
        self.tab_to('New Text')
        self.keys('ctrl+a')
        self.type_slowly('Two ferries.')
        self.keys('Escape')
        self.wait_for_list()
        self.keys('ctrl+shift+e')
        wait_for('the compared text', lambda: self.text_of('New Text') == 'Fog.')
        self.window.find('label', 'The texts that stood here were replaced.')
        self.click('Undo')
        wait_for('what was typed',
                 lambda: self.text_of('New Text') == 'Two ferries.')


if __name__ == '__main__':
    if not driven.shutil.which('xdotool'):
        print('skipped: no xdotool')
        driven.sys.exit(77)
    driven.main()
