# SPDX-License-Identifier: GPL-3.0-or-later
"""What a reader does to what was kept: renamed, moved, labelled, deleted, taken back, out and in."""

import shutil
import subprocess
import time

import driven
from driven import Atspi, has_state, wait_for
from test_library import STORY, LibraryCase, needs_keys


class ActsCase(LibraryCase):
    def kept(self):
        archive = self.folder / 'data' / 'variorum' / 'archive.git'
        told = subprocess.run(['git', '--git-dir', archive, 'for-each-ref', '--format=%(refname)',
                               'refs/heads'], check=True, capture_output=True, text=True).stdout
        return [line[len('refs/heads/'):] for line in told.splitlines()]

    def wait_for_kept(self, *names):
        wait_for(f'the archive to have {names}, not {self.kept()}',
                 lambda: self.kept() == list(names))

    def click_secondary(self, role, starts):
        x, y, width, height = self.find_place_of(role, starts)
        self.click_at(x + width // 2, y + height - 12, button=3)

    def press_button(self, name):
        self.window.activate(self.window.find('push button', name))


@needs_keys
class NamesTest(ActsCase):
    def test_a_variant_is_renamed_and_that_is_taken_back(self):
        self.keep_three()
        self.keep(driven.OLD, 'Wire')
        window = self.open_at()
        window.press('F2')
        self.answer('Name of the Variant', 'Wire')
        self.wait_to_see('The story has another variant of this name.')
        self.keys('ctrl+a')
        self.type_slowly('The Evening Courier')
        self.wait_to_see('A command line calls it “The-Evening-Courier”.')
        window.press('Return')
        self.wait_for_focus('The Evening Courier, of the story')
        self.wait_to_see('“Courier” is now called “The Evening Courier”')
        self.assertTrue(self.saw('Harbour rebuilt · 3 versions'))
        self.wait_for_kept('Harbour-rebuilt/The-Evening-Courier', 'Harbour-rebuilt/Wire')
        self.assertIn('as-printed', self.ask('log', 'Harbour-rebuilt/The-Evening-Courier'))
        window.press('ctrl+z')
        self.wait_for_kept('Harbour-rebuilt/Courier', 'Harbour-rebuilt/Wire')
        self.wait_for_focus('Courier, of the story')
        window.press('ctrl+shift+z')
        self.wait_for_kept('Harbour-rebuilt/The-Evening-Courier', 'Harbour-rebuilt/Wire')
        window.find('list item', 'The Evening Courier')

    def test_a_title_alone_is_changed_and_that_is_taken_back(self):
        self.keep_three()
        window = self.open_at()
        window.press('F2')
        self.answer('Name of the Variant', 'Courier?')
        window.press('Return')
        self.wait_for_focus('Courier?, of the story Harbour rebuilt')
        self.assertEqual(self.kept(), ['Harbour-rebuilt/Courier'])
        window.press('ctrl+z')
        self.wait_for_focus('Courier, of the story Harbour rebuilt')

    def test_a_story_is_renamed_from_the_menu_of_the_timeline(self):
        self.keep_three()
        self.keep(driven.OLD, 'Wire')
        window = self.open_at()
        window.activate(window.find_toggle('Variant Menu'))
        window.find('menu item', 'Rename Story')
        window.press('shift+F2')
        self.answer('Name of the Story', 'The quay')
        window.press('Return')
        self.wait_for_kept('The-quay/Courier', 'The-quay/Wire')
        window.find('list item', 'Courier, of the story The quay')
        self.wait_to_see('The quay · 3 versions')
        self.press_button('Undo')
        self.wait_for_kept('Harbour-rebuilt/Courier', 'Harbour-rebuilt/Wire')

    def test_a_variant_goes_to_another_story_by_the_context_menu(self):
        self.keep_three()
        self.keep(driven.OLD, 'Wire', story='The swing bridge')
        window = self.open_at()
        self.click_secondary('list item', 'Wire, of the story')
        window.find('menu item', 'Move to Another Story')
        self.keys('m')
        self.answer('Story', STORY)
        self.wait_to_see('Goes to the story “Harbour rebuilt”.')
        window.press('Escape')
        time.sleep(0.3)
        if 'Move to Another Story' in self.windows() or self.focused()[1] == 'Story':
            # The first closes what completes.
            window.press('Escape')
        self.wait_for_kept('Harbour-rebuilt/Courier', 'The-swing-bridge/Wire')
        window.press('ctrl+m')
        self.answer('Story', STORY)
        self.wait_to_see('Goes to the story')
        self.press_button('Move')
        self.wait_for_kept('Harbour-rebuilt/Courier', 'Harbour-rebuilt/Wire')
        self.wait_for_focus('Wire, of the story Harbour rebuilt')

    def test_delete_goes_to_the_trash_and_undo_brings_it_back(self):
        self.keep_three()
        self.keep(driven.OLD, 'Wire')
        window = self.open_at()
        window.press('Delete')
        self.wait_for_kept('Harbour-rebuilt/Wire')
        self.wait_to_see('“Courier” is in the trash')
        self.wait_for_focus('Wire, of the story')
        self.press_button('Undo')
        self.wait_for_kept('Harbour-rebuilt/Courier', 'Harbour-rebuilt/Wire')
        self.wait_for_focus('Courier, of the story')
        self.assertIn('as-printed', self.ask('log', 'Harbour-rebuilt/Courier'))
        window.press('shift+Delete')
        self.wait_for_kept()
        self.wait_for_focus('Open Two Articles')
        self.wait_to_see('The story “Harbour rebuilt” is in the trash')
        window.press('ctrl+z')
        self.wait_for_kept('Harbour-rebuilt/Courier', 'Harbour-rebuilt/Wire')
        window.find('list item', 'Wire, of the story')

    def test_delete_in_the_search_takes_a_letter_only(self):
        window = self.open_three()
        self.type_search('Courier')
        self.keys('Home', 'Delete')
        time.sleep(0.5)
        self.assertEqual(self.kept(), ['Harbour-rebuilt/Courier'])

    def test_the_menu_key_opens_the_menu_of_the_row(self):
        window = self.open_three()
        for key in ('Menu', 'shift+F10'):
            window.press(key)
            window.find('menu item', 'Rename Variant')
            window.press('Escape')
            self.wait_for_focus('Courier, of the story')
        self.tab_to('Version 3')
        window.press('shift+F10')
        window.find('menu item', 'Label Version')

    def test_in_a_narrow_window_the_reader_stays_with_the_versions(self):
        window = self.open_narrow()
        window.press('Return')
        self.wait_for_focus('Version 3')
        self.tab_to('Variant Menu', 'shift+Tab')
        self.keys('space')
        window.find('menu item', 'Rename Variant')
        self.keys('r')
        self.answer('Name of the Variant', 'Post')
        window.press('Return')
        self.wait_for_kept('Harbour-rebuilt/Post')
        self.wait_for_focus('Version 3')
        self.wait_to_see('Post')

    def test_what_cannot_be_is_said_in_one_sentence(self):
        window = self.open_three()
        self.ask('rm', 'Harbour-rebuilt/Courier')
        window.press('F2')
        self.answer('Name of the Variant', 'Post')
        window.press('Return')
        self.wait_to_see('There is no story or variant “Harbour-rebuilt/Courier”')


@needs_keys
class VersionsTest(ActsCase):
    def test_a_version_is_labelled_relabelled_and_that_is_taken_back(self):
        window = self.open_three()
        self.tab_to('Version 3')
        window.press('ctrl+shift+l')
        self.answer('Labels', 'final, 2014')
        self.wait_to_see('“2014” would be taken for a number')
        self.keys('ctrl+a')
        self.type_slowly('as printed, final')
        self.wait_to_see('“as-printed” moves here from version 2.')
        window.press('Return')
        wait_for('both labels', lambda: window.find('list item', 'Version 3').get_name()
                 .endswith('; as-printed · final'))
        window.selected('Version 3')
        self.wait_to_see('Version 3 is labeled')
        window.press('ctrl+z')
        wait_for('the label where it was', lambda: window.find('list item', 'Version 2').get_name()
                 .endswith('; as-printed'))
        self.assertNotIn('final', self.ask('log', 'Harbour-rebuilt/Courier'))

    def test_a_label_is_taken_away(self):
        window = self.open_three()
        self.tab_to('Version 3')
        self.keys('Down')
        window.selected('Version 2')
        window.press('ctrl+shift+l')
        self.wait_for_focus('Labels')
        self.keys('ctrl+a', 'BackSpace', 'Return')
        self.wait_to_see('Version 2 has no label any more')
        window.selected('Version 2')
        self.assertNotIn('as-printed', self.ask('log', 'Harbour-rebuilt/Courier'))

    def test_marks_stay_when_a_label_changes(self):
        window = self.open_three()
        self.tab_to('Version 3')
        self.keys('space')
        window.find('list item', 'Version 3, marked')
        window.press('ctrl+shift+l')
        self.answer('Labels', 'final')
        window.press('Return')
        wait_for('the label', lambda: 'final' in window.find('list item', 'Version 3').get_name())
        window.find('list item', 'Version 3, marked')

    def test_its_name_is_copied(self):
        window = self.open_three()
        self.tab_to('Version 3')
        self.keys('Down', 'ctrl+c')
        self.wait_to_see('Copied: Harbour-rebuilt/Courier@2')
        self.assertIn('Tuesday', self.ask('show', 'Harbour-rebuilt/Courier@2'))

    def test_its_source_is_saved_untouched(self):
        window = self.open_three()
        self.tab_to('Version 3')
        self.keys('Down')
        window.selected('Version 2')
        window.press('ctrl+alt+s')
        window.find('label', 'Save')
        time.sleep(0.5)
        path = self.folder / 'source.txt'
        window.press('ctrl+a')
        self.type_slowly(path)
        window.press('Return')
        wait_for('the file', path.exists)
        self.wait_to_see('The source was saved as it was read')
        self.assertEqual(path.read_text(encoding='utf-8'), driven.NEW)


@needs_keys
class ArchiveTest(ActsCase):
    def test_out_and_in_as_one_file(self):
        window = self.open_three()
        path = self.folder / 'all.bundle'
        window.activate(window.find_toggle('Library Menu'))
        window.find('menu item', 'Export Archive')
        self.keys('e')
        window.find('label', 'Save')
        time.sleep(0.5)
        window.press('ctrl+a')
        self.type_slowly(path)
        window.press('Return')
        wait_for('the file', path.exists)
        self.wait_to_see('1 variant was exported with all its versions')
        subprocess.run(['git', 'clone', '-q', path, self.folder / 'clone'], check=True)
        self.tab_to('Courier, of the story')
        window.press('shift+Delete')
        self.wait_for_kept()
        self.wait_to_see('is in the trash')
        shutil.rmtree(self.folder / 'data' / 'variorum' / 'archive.git')
        self.press_button('Import Archive')
        wait_for('the dialog', lambda: 'Import an Archive' in self.windows())
        time.sleep(0.5)
        self.choose_file(path)
        self.wait_to_see('1 variant came in or got versions')
        window.find('list item', 'Courier, of the story')
        self.assertIn('as-printed', self.ask('log', 'Harbour-rebuilt/Courier'))

    def test_a_damaged_file_is_said_to_be(self):
        window = self.open_three()
        self.ask('archive', 'export', self.folder / 'whole.bundle')
        whole = (self.folder / 'whole.bundle').read_bytes()
        path = self.write('all.bundle', whole[:-30])
        window.press('ctrl+shift+o')
        wait_for('the dialog', lambda: 'Import an Archive' in self.windows())
        time.sleep(0.5)
        self.choose_file(path)
        self.wait_to_see('nothing of it was taken in')


@needs_keys
class TrashTest(ActsCase):
    def throw_away(self):
        self.keep_three()
        self.keep(driven.OLD, 'Wire')
        self.ask('rm', 'Harbour-rebuilt')

    def test_what_is_in_the_trash_is_restored(self):
        self.throw_away()
        window = self.open_library()
        self.press_button('Trash')
        self.wait_for_focus('Restore Courier, of the story Harbour rebuilt')
        window.press('Return')
        self.wait_for_kept('Harbour-rebuilt/Courier')
        self.wait_for_focus('Restore Wire')
        window.press('Escape')
        window.find('list item', 'Courier, of the story')

    def test_emptied_it_is_gone_for_good_and_was_said_to_be(self):
        self.throw_away()
        self.keep(driven.OLD, 'Post')
        window = self.open_at('Post')
        window.press('ctrl+t')
        self.wait_for_focus('Restore Courier')
        self.press_button('Empty Trash')
        self.wait_to_see('Erase 2 Variants for Good?')
        self.assertTrue(self.saw('This is final'))
        self.wait_for_focus('Cancel')
        window.press('Escape')
        self.assertEqual(len(self.ask('archive', 'trash').split()), 2)
        self.press_button('Empty Trash')
        self.press_button('Erase for Good')
        wait_for('nothing left in the trash', lambda: self.ask('archive', 'trash') == '')
        window.gone('push button', 'Restore')
        window.press('Escape')
        self.wait_for_focus('Post, of the story')

    def test_an_empty_trash_says_so(self):
        window = self.open_three()
        window.press('ctrl+t')
        self.wait_to_see('The Trash Is Empty')
        self.assertFalse(has_state(window.find('push button', 'Empty Trash'),
                                   Atspi.StateType.SENSITIVE))


if __name__ == '__main__':
    driven.main()
