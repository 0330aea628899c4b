# SPDX-License-Identifier: GPL-3.0-or-later
"""Web pages by their address: asked for, dropped, named on the command line, and what may go wrong."""

import json
import os
import pathlib
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'cli'))

import driven
from driven import Atspi, WAIT_SECONDS, has_state, wait_for, walk, xdotool
from web_server import HUGE_BYTES, Server

OLD_PARAGRAPH = 'Paragraph 2, edited'


class AddressCase(driven.FlowCase):
    def setUp(self):
        super().setUp()
        self.server = Server()
        self.put('/old', driven.OLD)
        self.put('/new', driven.NEW)
        self.source = None

    def tearDown(self):
        if self.source is not None:
            self.source.terminate()
            self.source.wait(timeout=WAIT_SECONDS)
        super().tearDown()
        self.server.close()

    def put(self, path, text, status=200):
        self.server.http.pages[path] = (status, 'text/plain; charset=utf-8', text.encode())

    def url(self, path):
        return self.server.url + path

    def count_asked(self, path):
        return sum(asked == path for asked, _ in self.server.http.asked)

    def saw(self, words):
        return wait_for(f'“{words}”', lambda: any(
            words in accessible.get_name() for accessible in walk(self.window.root)))

    def entry(self, side):
        """GTK 4.18 has another role for it than GTK 4.8."""
        name = f'Address of the {side} article'

        def look():
            return self.window.look_for('text', name) or self.window.look_for('entry', name)
        return wait_for(f'the entry of the {side} article', look)

    def text_of(self, side):
        entry = self.entry(side)
        return Atspi.Text.get_text(entry, 0, Atspi.Text.get_character_count(entry))

    def wait_for_text(self, side, text):
        wait_for(f'“{text}”', lambda: self.text_of(side) == text)

    def wait_for_start(self):
        """GTK 4.8 shows pages that are left to assistive technology: what can be given up tells."""
        wait_for('nothing to be given up', lambda: not has_state(
            self.window.look_for('push button', 'Cancel'), Atspi.StateType.SENSITIVE))

    def ask(self, window):
        window.press('ctrl+u')
        self.entry('old')
        # Where there is no window manager the new window has to be given the keyboard.
        wait_for('the dialog', lambda: self.focus_dialog(window))

    def focus_dialog(self, window):
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid',
                                str(window.process.pid)], capture_output=True, text=True)
        windows = found.stdout.split()
        if len(windows) < 2:
            return False
        xdotool('windowfocus', max(windows, key=int))
        time.sleep(0.3)
        return True

    def compare(self, old, new):
        window = self.window
        self.ask(window)
        window.type(old)
        self.wait_for_text('old', old)
        xdotool('key', 'Return')
        window.type(new)
        self.wait_for_text('new', new)
        xdotool('key', 'Return')


class AskTest(AddressCase):
    def test_two_pages_are_asked_for_and_compared(self):
        window = self.open()
        window.activate(window.find('push button', 'Compare With a Web Page'))
        self.entry('old')
        wait_for('the dialog', lambda: self.focus_dialog(window))
        window.type(self.url('/old'))
        self.saw('Now this one')
        xdotool('key', 'Return')
        window.type(self.url('/new'))
        xdotool('key', 'Return')
        window.find('list item', OLD_PARAGRAPH)
        self.saw(self.url('/new'))

    def test_what_is_no_address_is_told_and_not_compared(self):
        window = self.open()
        window.find('push button', 'Open Two Articles')
        self.ask(window)
        window.type('the harbour')
        self.saw('An address looks like https://example.org/article.')
        self.assertFalse(has_state(window.find_toggle('Compare'), Atspi.StateType.SENSITIVE))
        xdotool('key', 'ctrl+a')
        window.type('example.org/a')
        self.saw('This is read as “https://example.org/a”.')
        xdotool('key', 'ctrl+a')
        window.type('ftp://example.org/a')
        self.saw('Only what begins with http:// or https://')

    def test_a_page_and_a_file_are_compared(self):
        window = self.open()
        window.find('push button', 'Open Two Articles')
        self.compare(str(self.old), self.url('/new'))
        window.find('list item', OLD_PARAGRAPH)

    def test_the_address_that_was_copied_stands_there_already(self):
        window = self.open()
        window.find('push button', 'Open Two Articles')
        self.ask(window)
        window.type(self.url('/old'))
        self.wait_for_text('old', self.url('/old'))
        xdotool('key', 'ctrl+a', 'ctrl+c', 'Escape')
        window.gone('push button', 'Cancel')
        self.ask(window)
        self.wait_for_text('old', self.url('/old'))


class TroubleTest(AddressCase):
    def refuse_all(self, *cases):
        for path, heading, words in cases:
            with self.subTest(path=path):
                self.refuse_one(path, heading, words)

    def refuse_one(self, path, heading, words):
        """A sentence, and never rows of what is no article."""
        window = self.open(self.url('/old'), self.url(path))
        self.saw(heading)
        self.saw(words)
        self.assertIsNone(window.look_for('list item', 'Paragraph'))
        window.close()
        self.window = None

    def test_what_is_no_article_is_told_in_one_sentence(self):
        self.refuse_all(
            ('/nothing', 'Page Not Found', 'the server has no such page (404)'),
            ('/status?410', 'Page Not Found', 'the page was taken away (410)'),
            ('/status?403', 'Page Not Available', 'does not give'),
            ('/loop', 'Cannot Fetch Page', self.url('/loop').split('//')[1][:12]),
            ('/status?503', 'Cannot Fetch Page', 'out of service (503)'),
            ('/bomb', 'Page Too Large', 'the limit'))

    def test_what_stands_before_the_article_is_not_compared(self):
        done = subprocess.run([os.environ['VARIORUM_PROGRAM'], 'extract', '--as=html',
                               self.write('page.html', b'<p>Words')], capture_output=True,
                              check=False)
        if b'not installed' in done.stderr:
            self.skipTest('skipped: this build reads no web pages')
        self.refuse_all(
            ('/paywall', 'Page Not Available', 'subscribers alone'),
            ('/consent', 'Page Not Available', 'asks about cookies'))

    def test_the_address_is_mended_where_it_was_wrong(self):
        window = self.open(self.url('/old'), self.url('/newest'))
        self.saw('Page Not Found')
        window.activate(window.find('push button', 'Change the Address'))
        self.wait_for_text('old', self.url('/old'))
        self.wait_for_text('new', self.url('/newest'))
        wait_for('the dialog', lambda: self.focus_dialog(window))
        self.put('/newest', driven.NEW)
        window.activate(window.find_toggle('Compare'))
        window.find('list item', OLD_PARAGRAPH)

    def test_a_server_that_was_out_of_service_is_asked_again(self):
        self.put('/later', 'no', status=503)
        window = self.open(self.url('/old'), self.url('/later'))
        again = window.find('push button', 'Try Again')
        self.put('/later', driven.NEW)
        window.activate(again)
        window.find('list item', OLD_PARAGRAPH)

    def test_a_slow_page_is_given_up_at_once(self):
        window = self.open()
        window.find('push button', 'Open Two Articles')
        self.compare(self.url('/old'), self.url('/slow'))
        self.saw('Fetching the Web Page')
        self.saw(self.url('/slow').split('//')[1])
        began = time.monotonic()
        window.activate(window.find('push button', 'Cancel'))
        self.wait_for_start()
        self.assertLess(time.monotonic() - began, 5)
        # It is free for the next.
        self.compare(self.url('/old'), self.url('/new'))
        window.find('list item', OLD_PARAGRAPH)

    def test_escape_gives_up_what_says_nothing_and_what_never_ends(self):
        window = self.open()
        window.find('push button', 'Open Two Articles')
        for path in ('/silent', '/huge'):
            with self.subTest(path=path):
                self.compare(self.url('/old'), self.url(path))
                if path == '/silent':
                    self.saw('Fetching the Web Page')
                    window.press('Escape')
                    self.wait_for_start()
                else:
                    self.saw('Page Too Large')
        self.assertLess(self.server.http.n_poured, HUGE_BYTES // 2)

    def test_a_comparison_stays_where_a_page_cannot_be_read_again(self):
        window = self.open(self.url('/old'), self.url('/new'))
        window.find('list item', OLD_PARAGRAPH)
        self.put('/new', 'no', status=404)
        window.press('F5')
        self.saw('has no such page (404)')
        window.find('list item', OLD_PARAGRAPH)


class KeptTest(AddressCase):
    def libraries(self):
        maps = pathlib.Path(f'/proc/{self.window.process.pid}/maps').read_text(encoding='utf-8')
        return 'libsoup' in maps or 'variorum-fetch' in maps

    def end(self):
        self.window.press('ctrl+q')
        wait_for('the program to end', lambda: self.window.process.poll() is not None)

    def test_nothing_that_fetches_is_loaded_before_there_is_a_page(self):
        window = self.open(self.old, self.new)
        window.find('list item', OLD_PARAGRAPH)
        self.assertFalse(self.libraries())
        self.compare(self.url('/old'), self.url('/new'))
        wait_for('what fetches', self.libraries)

    def test_pages_come_back_as_they_were_read(self):
        window = self.open(self.url('/old'), self.url('/new'))
        window.find('list item', OLD_PARAGRAPH)
        self.end()
        self.put('/new', 'gone', status=410)
        window = self.open()
        window.find('list item', OLD_PARAGRAPH)
        self.saw(self.url('/new'))
        self.assertEqual(self.count_asked('/new'), 1)

    def test_reading_again_fetches_again(self):
        window = self.open(self.url('/old'), self.url('/new'))
        window.find('list item', 'Paragraph 2, edited, 1 word')
        self.put('/new', driven.NEW.replace('by spring', 'by autumn'))
        window.press('F5')
        window.find('list item', 'Paragraph 2, edited, 2 words')
        self.assertEqual(self.count_asked('/new'), 2)

    def test_a_recent_comparison_knows_its_addresses(self):
        window = self.open(self.url('/old'), self.url('/new'))
        window.find('list item', OLD_PARAGRAPH)
        recents = self.folder / 'data' / 'variorum' / 'recent.json'
        wait_for('the list', lambda: self.url('/new') in recents.read_text(encoding='utf-8'))

    def test_a_saved_comparison_has_the_addresses_and_what_was_read(self):
        path = self.folder / 'kept.variorum'
        subprocess.run([os.environ['VARIORUM_PROGRAM'], 'compare', '-o', os.devnull,
                        self.url('/old'), self.url('/new'), f'--save={path}'], check=False)
        kept = json.loads(path.read_text(encoding='utf-8'))
        self.assertEqual(kept['new']['uri'], self.url('/new'))
        self.put('/new', 'gone', status=410)
        window = self.open(path)
        window.find('list item', OLD_PARAGRAPH)
        self.assertEqual(self.count_asked('/new'), 1)

    def test_the_terminal_opens_the_window(self):
        path = os.path.dirname(driven.PROGRAM) + os.pathsep + os.environ['PATH']
        self.window = driven.Window.__new__(driven.Window)
        self.window.process = subprocess.Popen(
            [os.environ['VARIORUM_PROGRAM'], self.url('/old'), self.url('/new')],
            env={**os.environ, 'G_DEBUG': driven.DEBUG, **self.environment, 'PATH': path})
        self.window.root = wait_for('the application', self.window.find_root)
        self.window.find('list item', OLD_PARAGRAPH)

    def test_a_page_goes_by_the_name_that_it_was_given(self):
        window = self.open('--wait', '--old-name', 'As printed', self.url('/old'), self.url('/new'))
        window.find('list item', OLD_PARAGRAPH)
        self.saw('As printed')


class DropTest(AddressCase):
    def setUp(self):
        super().setUp()
        if not os.environ.get('VARIORUM_DRAG_SOURCE'):
            self.skipTest('skipped: nothing to drag with')

    def drop(self, x, *what):
        if self.source is not None:
            self.source.terminate()
            self.source.wait(timeout=WAIT_SECONDS)
        self.source = subprocess.Popen([os.environ['VARIORUM_DRAG_SOURCE'], *map(str, what)])
        number = wait_for('what is dragged from', lambda: xdotool(
            'search', '--onlyvisible', '--name', 'drag-source')).split()[-1]
        xdotool('windowmove', number, 1300, 900)
        time.sleep(0.5)
        xdotool('mousemove', 1400, 1000, 'mousedown', 1)
        for _ in range(5):
            xdotool('mousemove_relative', '--', -10, -10)
            time.sleep(0.05)
        for step in range(6):
            xdotool('mousemove', x + step, 400 + step)
            time.sleep(0.1)
        xdotool('mouseup', 1)

    def test_a_link_waits_for_the_next(self):
        window = self.open()
        window.find('push button', 'Open Two Articles')
        self.drop(300, '--text', self.url('/old'))
        window.find('push button', 'Old Article: ' + self.url('/old').split('//')[1])
        self.drop(300, self.url('/new'))
        window.find('list item', OLD_PARAGRAPH)

    def test_a_link_takes_the_place_of_a_side(self):
        window = self.open(self.old, self.old)
        window.find('list item', 'Paragraph 1')
        self.drop(900, self.url('/new'))
        window.find('list item', OLD_PARAGRAPH)
        self.saw('is the new article now.')


if __name__ == '__main__':
    if not driven.shutil.which('xdotool'):
        print('skipped: nothing to type with')
        sys.exit(77)
    driven.main()
