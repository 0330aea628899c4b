#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Furniture stands folded, and all that was judged of a side can be undone."""

import os
import shutil
import subprocess
import unittest

import driven
from keyed import KeyboardCase

ARTICLE = [
    'The old harbour bridge closes to traffic in May for repairs that the council put off twice.',
    'Mayor Edda Brandt said on Monday that the quay of the old harbour would be rebuilt by spring.',
    'Ferries carry commuters across the river every quarter of an hour until the work is done.',
    'The money for the work comes from a fund that the council set up after the flood in 2009.',
    'Traders around the market fear for their summer, and some of them want to be paid for it.',
]
MENU = ['Skip to main content', 'Home', 'News', 'Sport', 'Weather', 'Sign in']
END = ['Share on Facebook', 'READ MORE: Ferry fares to rise in autumn', 'Privacy policy',
       'Terms of use', '© 2024 Harbour Post. All rights reserved.']


def plain(paragraphs):
    return '\n\n'.join(paragraphs) + '\n'


def page():
    return plain(MENU + ARTICLE + END)


def reads_pages(path):
    done = subprocess.run([os.environ['VARIORUM_PROGRAM'], 'extract', path], capture_output=True)
    return done.returncode == 0 and b'<p>' not in done.stdout


@unittest.skipUnless(shutil.which('xdotool'), 'skipped: no xdotool')
class RolesTest(KeyboardCase):
    def open_page(self):
        self.old.write_text(plain(ARTICLE), encoding='utf-8')
        self.new.write_text(page(), encoding='utf-8')
        window = self.open(self.old, self.new)
        window.find('list item', 'Paragraph 7')
        self.wait_for_list()
        return window

    def first_fold(self, window):
        return window.find('list item', '6 lines of page furniture, hidden')

    def test_furniture_is_folded_and_counted_apart(self):
        window = self.open_page()
        self.first_fold(window)
        window.find('list item', '5 lines of page furniture, hidden')
        window.gone('list item', 'Paragraph 1, ')
        window.find_toggle('11 lines of page furniture, new article')

    def test_a_fold_is_opened_by_key_and_a_line_put_back(self):
        window = self.open_page()
        self.keys('Home')
        window.selected('6 lines of page furniture')
        self.keys('Return')
        window.find('list item', '6 lines of page furniture, shown')
        self.keys('Down')
        self.tab_to('Put Back')
        self.keys('space')
        window.find('list item', 'Paragraph 1, added')
        window.find('label', '1 line is part of the article now.')
        window.find('push button', '1 decided by you')
        self.keys('ctrl+z')
        window.find('list item', '6 lines of page furniture, shown')
        window.gone('push button', '1 decided by you')
        # Whoever was among them is still there.
        window.selected('Paragraph 1, ')

    def test_a_paragraph_is_taken_out(self):
        window = self.open_page()
        self.keys('Home', 'Down')
        window.selected('Paragraph 7')
        self.keys('ctrl+alt+u')
        window.find('list item', '7 lines of page furniture, hidden')
        window.find('label', '2 lines are page furniture now.')
        self.keys('ctrl+z')
        self.first_fold(window)

    def test_the_menu_takes_out_and_each_decision_can_be_removed(self):
        window = self.open_page()
        self.keys('Home', 'Down')
        window.selected('Paragraph 7')
        self.keys('shift+F10')
        window.activate(window.find('menu item', 'Take Out as Furniture'))
        window.activate(window.find('push button', '2 decided by you'))
        window.activate(window.find('push button', 'Remove: Paragraph 7 of the new article: Navigation'))
        window.find('push button', '1 decided by you')

    def test_the_menu_says_what_a_paragraph_is(self):
        window = self.open_page()
        self.keys('Home', 'Down')
        window.selected('Paragraph 7')
        self.set_role(window, 'Caption')
        window.find('label', 'The role is “Caption” now.')
        window.find('push button', '2 decided by you')
        # What it was is no decision.
        self.set_role(window, 'Text')
        window.gone('push button', '2 decided by you')
        self.keys('ctrl+z')
        window.find('push button', '2 decided by you')
        self.set_role(window, 'Promotion')
        window.find('list item', '7 lines of page furniture, hidden')
        window.activate(window.find('push button', '2 decided by you'))
        window.find('push button', 'Remove: Paragraph 7 of the new article: Promotion')

    def set_role(self, window, title):
        window.find('list item', 'Paragraph 8')
        self.keys('shift+F10')
        window.activate(window.find('menu item', 'Set Role'))
        window.activate(window.find('menu item', title))

    def test_all_is_put_back_from_the_header(self):
        window = self.open_page()
        window.activate(window.find_toggle('11 lines of page furniture, new article'))
        window.activate(window.find('push button', 'Put All Back'))
        window.find('list item', 'Paragraph 1, added')
        window.gone('list item', '6 lines of page furniture')
        window.find('push button', 'Fold Again: Skip to main content')
        self.keys('Escape', 'ctrl+z')
        self.first_fold(window)

    def test_a_narrow_window_has_one_button(self):
        window = self.open_page()
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid',
                                str(window.process.pid)], capture_output=True, text=True)
        subprocess.run(['xdotool', 'windowsize', found.stdout.split()[-1], '360', '640'])
        button = window.find_toggle('How the New Article Was Read')
        window.gone('toggle button', '11 lines of page furniture')
        window.activate(button)
        window.find('push button', 'Put All Back')
        window.find('label', 'UTF-8')
        window.find('list item', 'Detect Automatically')


@unittest.skipUnless(shutil.which('xdotool'), 'skipped: no xdotool')
class ReadingTest(KeyboardCase):
    def test_a_repair_is_undone_and_made_again(self):
        broken = ARTICLE[0].replace('repairs', 'rÃ©pairs of the cafÃ©')
        self.old.write_text(plain(ARTICLE), encoding='utf-8')
        self.new.write_text(plain([broken] + ARTICLE[1:]), encoding='utf-8')
        window = self.open(self.old, self.new)
        window.find('list item', 'Paragraph 1')
        button = window.find_toggle('1 repair, new article') if window.look_for('toggle button', '1 repair') \
            else window.find_toggle('2 repairs, new article')
        window.activate(button)
        window.activate(window.find('push button', 'Undo: “'))
        window.find('label', 'The repair was undone.')
        window.activate(window.find('push button', 'Repair Again: “'))
        window.find('label', 'Repaired again.')
        window.gone('push button', 'Repair Again')

    def open_encodings(self, encoding):
        self.tab_to(encoding, 'shift+Tab')
        self.keys('space')

    def choose(self, name):
        self.window.find('list item', name)
        self.tab_to('Detect Automatically')
        self.tab_to(name, 'Down')
        self.keys('Return')

    def test_an_encoding_is_chosen_and_detected_again(self):
        cyrillic = 'Старый мост через гавань закроют для движения в мае из-за ремонта.\n'
        self.old.write_text(cyrillic, encoding='utf-8')
        self.new.write_bytes(cyrillic.encode('windows-1251'))
        window = self.open(self.old, self.new)
        window.find('list item', 'Paragraph 1, the same')
        window.find_toggle('windows-1251, new article')
        self.wait_for_list()
        self.open_encodings('windows-1251')
        self.choose('Western (windows-1252)')
        window.find('label', 'Read as windows-1252.')
        window.find('list item', 'Paragraph 1, removed')
        self.open_encodings('windows-1252')
        window.find('label', 'You chose it.')
        self.choose('Detect Automatically')
        window.find('list item', 'Paragraph 1, the same')

    def test_what_was_decided_stays_in_another_encoding(self):
        old = plain([*ARTICLE[:2], 'The cafés stay.', *ARTICLE[2:]])
        self.old.write_text(old, encoding='utf-8')
        self.new.write_bytes(old.encode('windows-1252'))
        window = self.open(self.old, self.new)
        window.find('list item', 'Paragraph 3, the same')
        self.wait_for_list()
        self.keys('Home', 'Down', 'Down')
        window.selected('Paragraph 3')
        self.keys('ctrl+shift+n')
        window.find('push button', '1 decided by you')
        window.find('list item', 'Paragraph 3, removed')
        self.open_encodings('windows-1252')
        self.choose('Cyrillic (windows-1251)')
        window.find('label', 'Read as windows-1251.')
        window.find('push button', '1 decided by you')
        window.find('list item', 'Paragraph 3, removed')
        self.keys('ctrl+z')
        window.find_toggle('windows-1252, new article')
        window.find('push button', '1 decided by you')
        self.keys('ctrl+shift+z')
        window.find_toggle('windows-1251, new article')
        window.find('push button', '1 decided by you')


@unittest.skipUnless(shutil.which('xdotool') and shutil.which('xclip'),
                     'skipped: no xdotool, no xclip')
class PasteTest(KeyboardCase):
    def test_a_page_is_pasted_as_its_paragraphs(self):
        page = ('<html><body><p>' + '</p><p>'.join(ARTICLE) + '</p></body></html>').encode()
        if not reads_pages(self.write('page.html', page)):
            self.skipTest('skipped: no importer of web pages')
        window = self.open_start()
        self.keys('ctrl+shift+v')
        self.wait_for_focus('Old Text')
        subprocess.run(['xclip', '-i', '-selection', 'clipboard', '-t', 'text/html'], input=page,
                       check=True, timeout=5)
        self.keys('ctrl+v')
        window.find('label', f'{len(plain(ARTICLE)) - 1} characters')


if __name__ == '__main__':
    driven.main()
