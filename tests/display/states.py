# SPDX-License-Identifier: GPL-3.0-or-later
"""The states of the window that screenshots.py takes pictures of, and how to get there."""

import dataclasses
import os
import pathlib
import shutil
import subprocess
import time
import typing

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SAMPLES = ROOT / 'data' / 'samples'
SHARED = pathlib.Path(os.environ.get('VARIORUM_SHARED', ROOT.parent / 'shared'))

WIDE = (1200, 800)
NARROW = (360, 640)
MIDDLE = (600, 700)
DARK = {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}
HIGH = {'ADW_DEBUG_HIGH_CONTRAST': '1'}
GERMAN = {'LC_ALL': 'de_DE.UTF-8'}
PSEUDO = {'LC_ALL': 'de_DE.UTF-8', 'LANGUAGE': 'xx'}
# GTK turns the interface round only where the program itself is translated.
ARABIC = {'LC_ALL': 'ar_EG.UTF-8', 'LANGUAGE': 'xx:ar'}


PAGE = b'''<!DOCTYPE html><html lang="en"><head><title>Saltmere to lose its swing bridge</title>
<meta property="og:site_name" content="The Harbour Post">
<meta property="article:published_time" content="2019-03-14T18:40:00+01:00"></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></nav>
<article><h1>Saltmere to lose its swing bridge</h1><p class="byline">By Edda Lorenz</p>
<figure><img src="a.jpg" alt=""><figcaption>The Corran Bridge, half open</figcaption></figure>
<p>The city council of Saltmere voted on Tuesday night to replace the Corran Bridge, the steel swing
bridge that has carried people, carts and lorries over the harbour mouth since 1931.</p>
<p>The vote, nine to six, ends a quarrel that has outlasted four mayors. More than 1,200 letters about
the bridge have reached the council since January, most of them against pulling it down.</p></article>
<footer><p>\xc2\xa9 The Harbour Post. All rights reserved.</p><a href="/terms">Terms of use</a></footer>
</body></html>'''


def none(folder):
    return []


def pair(name):
    return lambda folder: [HERE / 'articles' / f'{name}-old.txt',
                           HERE / 'articles' / f'{name}-new.txt']


def sample(folder):
    return [SAMPLES / 'harbour-plain.txt', SAMPLES / 'harbour-page.txt']


def copies(folder):
    """The sample as files of the reader's own, which may change or go."""
    if not (folder / 'plain.txt').exists():
        shutil.copy(SAMPLES / 'harbour-plain.txt', folder / 'plain.txt')
        shutil.copy(SAMPLES / 'harbour-page.txt', folder / 'page.txt')
    return [folder / 'plain.txt', folder / 'page.txt']


def seeds(folder):
    return [next((SHARED / 'seeds').glob(f'{number}_*.txt')) for number in ('000', '001')]


def huge(folder):
    """Two megabytes a side, a word changed in every twentieth paragraph."""
    lines = [f'Paragraph {i} tells of ship number {i * 7919 % 10007}, of her crew and of her cargo, '
             'and of how she came into harbour late that night.' for i in range(16000)]
    for name, word in (('huge-old.txt', 'late'), ('huge-new.txt', 'early')):
        (folder / name).write_text('\n\n'.join(
            line.replace('late', word) if i % 20 == 3 else line for i, line in enumerate(lines)))
    return [folder / 'huge-old.txt', folder / 'huge-new.txt']


def beside(name, data=None):
    """A good article, and one that there is trouble with."""
    def files(folder):
        if data is not None:
            (folder / name).write_bytes(data)
        return [sample(folder)[0], folder / name]
    return files


def untitled(folder):
    """Articles without a headline, which are called as their files are."""
    for name, day in (('first-draft.txt', 'Monday'), ('second-draft.txt', 'Tuesday')):
        (folder / name).write_text(f'The quay will be rebuilt by spring, the mayor said on {day}.\n')
    return [folder / 'first-draft.txt', folder / 'second-draft.txt']


def slow(folder):
    """An article that never comes."""
    os.mkfifo(folder / 'slow.txt')
    return [sample(folder)[0], folder / 'slow.txt']


def kept(folder):
    """A library of two stories, which the command line makes."""
    text = (SAMPLES / 'harbour-plain.txt').read_text()
    later = text.replace('Tuesday', 'Wednesday').replace('since 1931', 'since 1930')
    lines = later.splitlines()
    turned = '\n'.join(lines[:2] + lines[6:10] + lines[2:6] + lines[10:-2]) + '\n'
    for story, variant, words, more in (
            ('Saltmere swing bridge', 'Harbour Post', text, ['2019-03-14T18:40']),
            ('Saltmere swing bridge', 'Harbour Post', later, ['2019-03-15T07:05', '--label', 'print']),
            ('Saltmere swing bridge', 'Harbour Post', text + '\n\nA ferry will cross.\n',
             ['2019-03-15T16:20']),
            ('Saltmere swing bridge', 'Harbour Post', later, ['2019-03-16T09:00']),
            ('Saltmere swing bridge', 'Harbour Post', later, ['2019-03-16T09:00']),
            ('Saltmere swing bridge', 'Harbour Post', turned, ['2019-03-16T11:30']),
            ('Saltmere swing bridge', 'Northern Wire', text, ['2019-03-14T19:00']),
            ('The ferry', 'Northern Wire', later, ['2019-03-17T12:00'])):
        (folder / 'kept.txt').write_text(words)
        subprocess.run([os.environ['VARIORUM_LOOK_PREFIX'] + '/bin/variorum', 'snapshot', '--story',
                        story, '--variant', variant, str(folder / 'kept.txt'), '--published', *more],
                       env={**os.environ, 'XDG_DATA_HOME': str(folder / 'data')}, check=True,
                       stdout=subprocess.DEVNULL)
    return []


def thrown_away(folder):
    """The same, of which something is in the trash."""
    kept(folder)
    subprocess.run([os.environ['VARIORUM_LOOK_PREFIX'] + '/bin/variorum', 'rm',
                    'Saltmere-swing-bridge'],
                   env={**os.environ, 'XDG_DATA_HOME': str(folder / 'data')}, check=True,
                   stdout=subprocess.DEVNULL)
    return []


def read_before(folder):
    return [pair('japanese')(folder), pair('arabic')(folder), copies(folder)]


def then(*steps):
    """Each step is the name of an action, or a function of the look."""
    def act(look):
        for step in steps:
            if callable(step):
                step(look)
            else:
                look.act(step)
    return act


def keys(*names):
    return lambda look: look.keys(*names)


def types(text):
    return lambda look: look.type(text)


def to(name, target):
    return lambda look: look.act(name, f'<{target}>')


def of_app(name):
    return lambda look: look.act(name, path='')


def press(name, role=None):
    return lambda look: look.activate(name, role)


def click_on(*names):
    """The last of @names is what it is called in no language at all."""
    return lambda look: look.click_on(names[-1 if 'LANGUAGE' in look.env else 0])


def click_at(x, y):
    def act(look):
        look.click(x, y)
        time.sleep(0.5)
    return act


def dialog(size=None):
    return lambda look: look.turn_to_dialog(size)


def wait(seconds):
    return lambda look: time.sleep(seconds)


def forget_file(look):
    (look.folder / 'plain.txt').unlink()


def open_card(look):
    """The keyboard goes past the header, the doors and “Clear”."""
    look.keys(*['Tab'] * 6)
    look.keys('Return')


def change_file(look):
    path = look.folder / 'page.txt'
    (look.folder / 'page.txt~').write_text(path.read_text().replace('Monday', 'Tuesday'))
    os.replace(look.folder / 'page.txt~', path)
    time.sleep(1)


def select_paragraphs(look):
    """From the first paragraph that both sides have into the third."""
    look.drag(260, 392, 300, 622)


def open_menu_of_row(look):
    look.act('next-change')
    look.click(100, 330, button=3)


def hover_drop(look):
    source = subprocess.Popen([look.prefix.parent / 'build' / 'tests' / 'display' / 'drag-source',
                               str(SAMPLES / 'harbour-wire.txt')])
    time.sleep(1)
    number = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', 'drag-source'],
                            capture_output=True, text=True, check=True).stdout.split()[-1]
    look.tool('windowmove', number, 1300, 900)
    time.sleep(0.5)
    look.tool('mousemove', 1400, 1000, 'mousedown', 1)
    for _ in range(5):
        look.tool('mousemove_relative', '--', -10, -10)
        time.sleep(0.05)
    for step in range(6):
        look.tool('mousemove', look.size[0] * 3 // 4 + step, look.size[1] // 2 + step)
        time.sleep(0.1)
    return source


@dataclasses.dataclass
class State:
    files: typing.Callable = none
    act: typing.Callable = None
    size: tuple = WIDE
    environment: dict = dataclasses.field(default_factory=dict)
    settings: dict = dataclasses.field(default_factory=dict)
    # What the reader compared before, for the cards of the start page.
    visits: typing.Callable = none
    is_shared: bool = False
    text_scale: float = 1


def widths(name, **state):
    """A state at the usual width and at a telephone's."""
    return {name: State(**state), f'{name}-360': State(**{**state, 'size': NARROW})}


def languages(name, **state):
    """A state in English and in no language at all, wide and narrow."""
    return {**widths(name, **state), **widths(f'{name}-pseudo', **{**state, 'environment': PSEUDO})}


def large(percent):
    return {'text-size': percent}


# Not what was open the last time.
AFRESH = {'restore-session': 'false'}

EXPLAIN = then(*['next-change'] * 7, 'explain')
UNPAIR = then(*['next-change'] * 7, 'unpair')
OPEN_FOLD = then('next-change', keys('Home', 'Return'))
PINNED = then(EXPLAIN, 'unpair', wait(6), 'show-decisions')

STATES = {
    **languages('start'),
    'start-dark': State(environment=DARK),
    **languages('start-cards', visits=read_before, settings=AFRESH),
    'start-cards-dark': State(visits=read_before, environment=DARK, settings=AFRESH),
    **languages('start-waits', files=lambda folder: sample(folder)[:1]),
    **languages('paste', act=then('paste-texts')),
    'paste-filled': State(act=then('paste-texts', types('The harbour woke.'), keys('Tab'))),
    **languages('loading', files=slow, act=wait(1)),
    **languages('error-missing', files=beside('missing.txt')),
    **languages('error-binary', files=beside('tool.bin', b'\x7fELF\2\1\1' + bytes(64))),
    **languages('error-card', visits=lambda folder: [copies(folder)], settings=AFRESH,
                act=then(forget_file, open_card)),
    **languages('library', files=kept, act=then('library', wait(1))),
    'library-dark': State(files=kept, act=then('library', wait(1)), environment=DARK),
    'library-high': State(files=kept, act=then('library', wait(1)), environment=HIGH),
    'library-high-dark': State(files=kept, act=then('library', wait(1)),
                               environment={**HIGH, **DARK}),
    'library-deuteranopia': State(files=kept, act=then('library', wait(1))),
    **widths('library-arabic', files=kept, act=then('library', wait(1)), environment=ARABIC),
    'library-150-360': State(files=kept, act=then('library', wait(1), keys('Return')), size=NARROW,
                             text_scale=1.5),
    **languages('versions', files=kept, act=then('library', wait(1), 'compare-versions', wait(2))),
    'versions-150-360': State(files=kept, size=NARROW, text_scale=1.5,
                              act=then('library', wait(1), 'compare-versions', wait(2))),
    'versions-playing': State(files=kept, act=then('library', wait(1), 'play-versions', wait(2))),
    'versions-playing-dark': State(files=kept, environment=DARK,
                                   act=then('library', wait(1), 'play-versions', wait(2))),
    'versions-arabic': State(files=kept, environment=ARABIC,
                             act=then('library', wait(1), 'compare-versions', wait(2))),
    **widths('library-versions', files=kept,
             act=then('library', wait(1), keys('Return', 'space', 'Down', 'Down', 'space'))),
    **languages('library-empty', act=then('library', wait(1))),
    **languages('library-menu', files=kept,
                act=then('library', wait(1), keys('shift+F10'), wait(1))),
    'library-menu-dark': State(files=kept, environment=DARK,
                               act=then('library', wait(1), keys('shift+F10'), wait(1))),
    **languages('library-menu-version', files=kept,
                act=then('library', wait(1), keys('Return', 'shift+F10'), wait(1))),
    **languages('library-rename', files=kept,
                act=then('library', wait(1), 'rename-variant', wait(1))),
    'library-rename-dark': State(files=kept, environment=DARK,
                                 act=then('library', wait(1), 'rename-variant', wait(1))),
    **languages('library-label', files=kept,
                act=then('library', wait(1), keys('Return'), 'label-version', wait(1))),
    **languages('library-deleted', files=kept,
                act=then('library', wait(1), 'delete-variant', wait(1.5))),
    **languages('library-trash', files=thrown_away,
                act=then('library', wait(1), 'trash', wait(1), dialog())),
    'library-trash-dark': State(files=thrown_away, environment=DARK,
                                act=then('library', wait(1), 'trash', wait(1), dialog())),
    **languages('library-trash-empty', files=kept,
                act=then('library', wait(1), 'trash', wait(1), dialog())),
    **languages('library-origins', files=kept,
                act=then('library', wait(1), keys('Return'), to('library-view', "'origins'"), wait(1),
                         keys('Down'))),
    'library-origins-dark': State(files=kept, environment=DARK,
                                  act=then('library', wait(1), to('library-view', "'origins'"),
                                           wait(1))),
    'library-origins-high': State(files=kept, environment=HIGH,
                                  act=then('library', wait(1), to('library-view', "'origins'"),
                                           wait(1))),
    'library-origins-arabic': State(files=kept, environment=ARABIC,
                                    act=then('library', wait(1), to('library-view', "'origins'"),
                                             wait(1))),
    **languages('library-phrase', files=kept,
                act=then('library', wait(1), 'find', types('since'), 'search-versions', wait(2))),
    'library-phrase-dark': State(files=kept, environment=DARK,
                                 act=then('library', wait(1), 'find', types('ferry'),
                                          'search-versions', wait(2))),
    'library-phrase-arabic': State(files=kept, environment=ARABIC,
                                   act=then('library', wait(1), 'find', types('ferry'),
                                            'search-versions', wait(2))),
    **widths('library-phrase-nothing', files=kept,
             act=then('library', wait(1), 'find', types('zeppelin'), 'search-versions', wait(2))),
    **languages('library-keep', files=sample, act=then('snapshot', dialog())),
    'empty': State(files=lambda folder: ['/dev/null', '/dev/null']),
    'empty-360': State(files=lambda folder: ['/dev/null', '/dev/null'], size=NARROW),
    'empty-one': State(files=beside('empty.txt', b'')),
    **widths('untitled', files=untitled),
    **languages('sample', files=sample),
    'sample-german': State(files=sample, environment=GERMAN),
    'sample-german-360': State(files=sample, environment=GERMAN, size=NARROW),
    'sample-dark': State(files=sample, environment=DARK),
    'sample-high': State(files=sample, environment=HIGH),
    'sample-high-dark': State(files=sample, environment={**HIGH, **DARK}),
    'sample-600': State(files=sample, size=MIDDLE),
    'sample-600-dark': State(files=sample, size=MIDDLE, environment=DARK),
    'sample-700': State(files=sample, size=(700, 700)),
    'sample-700-pseudo': State(files=sample, size=(700, 700), environment=PSEUDO),
    'sample-1920': State(files=sample, size=(1920, 1080)),
    'sample-150': State(files=sample, text_scale=1.5),
    'sample-150-360': State(files=sample, text_scale=1.5, size=NARROW),
    'sample-150-german-360': State(files=sample, text_scale=1.5, size=NARROW, environment=GERMAN),
    'sample-150-pseudo-360': State(files=sample, text_scale=1.5, size=NARROW, environment=PSEUDO),
    'start-150-360': State(text_scale=1.5, size=NARROW),
    'sample-200-arabic-360': State(files=pair('arabic'), text_scale=2, size=NARROW,
                                   environment=ARABIC),
    'notice-150-360': State(files=copies, act=change_file, text_scale=1.5, size=NARROW),
    'find-150-360': State(files=sample, text_scale=1.5, size=NARROW,
                          act=then('find', types('harbour'), keys('Return', 'Return'))),
    'explain-150-360': State(files=sample, act=EXPLAIN, text_scale=1.5, size=NARROW),
    'loading-150-360': State(files=slow, act=wait(1), text_scale=1.5, size=NARROW),
    'decisions-150-360': State(files=sample, act=then(UNPAIR, wait(6)), text_scale=1.5, size=NARROW),
    'sample-300': State(files=sample, settings=large(300)),
    'sample-300-360': State(files=sample, settings=large(300), size=NARROW),
    'sample-deuteranopia': State(files=sample),
    'sample-deuteranopia-dark': State(files=sample, environment=DARK),
    **widths('inline', files=sample, act=to('view', "'inline'")),
    **languages('changes', files=sample, act=to('view', "'changes'")),
    'changes-open': State(files=sample, act=then(to('view', "'changes'"), press('Show These'))),
    **languages('critical', files=sample, act=then('critical-only')),
    **languages('quiet', files=sample, act=click_on('23 quiet', '[23 q')),
    **languages('find', files=sample, act=then('find', types('harbour'), keys('Return', 'Return'))),
    'find-dark': State(files=sample, environment=DARK,
                       act=then('find', types('harbour'), keys('Return', 'Return'))),
    'find-nothing': State(files=sample, act=then('find', types('zeppelin'))),
    'selection': State(files=sample, act=select_paragraphs),
    'selection-dark': State(files=sample, environment=DARK, act=select_paragraphs),
    'caret': State(files=sample, act=then('next-change', 'place-caret', keys('Right', 'Right'))),
    **languages('row-menu', files=sample, act=open_menu_of_row),
    **languages('row-menu-role', files=sample,
                act=then(open_menu_of_row, keys('Up', 'Up', 'Return'), wait(1))),
    'row-menu-role-dark': State(files=sample, environment=DARK,
                                act=then(open_menu_of_row, keys('Up', 'Up', 'Return'), wait(1))),
    **widths('fold-open', files=sample, act=OPEN_FOLD),
    **{f'{name}{end}': State(files=sample, environment=environment,
                             act=then(click_on(words, '[' + words[:4]), wait(1)))
       for name, words in (('side-encoding', 'UTF-8, new article'),
                           ('side-repairs', '1 repair, new article'),
                           ('side-furniture', '10 lines of page furniture, new article'))
       for end, environment in (('', {}), ('-dark', DARK), ('-high', HIGH))},
    **widths('page', files=beside('page.html', PAGE)),
    'page-dark': State(files=beside('page.html', PAGE), environment=DARK),
    **widths('export', files=sample, act=then('export', wait(2), dialog())),
    'export-dark': State(files=sample, environment=DARK, act=then('export', wait(2), dialog())),
    **languages('explain', files=sample, act=EXPLAIN),
    'explain-dark': State(files=sample, act=EXPLAIN, environment=DARK),
    **widths('explain-added', files=sample, act=then('last-change', 'explain')),
    'explain-split': State(files=sample, act=then(*['next-change'] * 13, 'explain')),
    **widths('explain-parted', files=sample, act=then(EXPLAIN, 'unpair', wait(6))),
    **languages('decisions', files=sample, act=PINNED),
    **languages('pair-chooser', files=sample, act=then('last-change', 'pair-with', dialog())),
    **languages('toast', files=sample, act=UNPAIR),
    **languages('notice', files=copies, act=change_file),
    'drop': State(files=sample, act=hover_drop),
    'drop-start': State(act=hover_drop),
    'drop-dark': State(files=sample, act=hover_drop, environment=DARK),
    **languages('menu', files=sample, act=keys('F10')),
    'menu-german-360': State(files=sample, act=keys('F10'), size=NARROW, environment=GERMAN),
    'menu-comparison-360': State(files=sample, size=NARROW, act=then(
        keys('F10', 'Up', 'Up', 'Up', 'Up', 'Up', 'Up', 'Return'))),
    'menu-150-360': State(files=sample, act=keys('F10'), size=NARROW, text_scale=1.5),
    **languages('save-question', files=copies, act=then(UNPAIR, 'close', dialog())),
    **{f'preferences{page}{end}': State(files=sample, environment=environment, act=then(
           of_app('preferences'), dialog(), *clicks))
       for page, clicks in (('', ()), ('-comparing', (click_at(285, 30),)),
                            ('-general', (click_at(410, 30),)))
       for end, environment in (('', {}), ('-pseudo', PSEUDO), ('-dark', DARK))},
    'preferences-360': State(files=sample, act=then(of_app('preferences'), dialog(NARROW))),
    'preferences-pseudo-360': State(files=sample, environment=PSEUDO,
                                    act=then(of_app('preferences'), dialog(NARROW))),
    'shortcuts': State(files=sample, act=then('show-shortcuts', dialog())),
    'shortcuts-general': State(files=sample, act=then('show-shortcuts', dialog(),
                                                      click_at(500, 30), keys('Down', 'Return'))),
    'shortcuts-pseudo': State(files=sample, act=then('show-shortcuts', dialog()),
                              environment=PSEUDO),
    'help': State(files=sample, act=then(of_app('help'), dialog())),
    'help-marks': State(files=sample, act=then(of_app('help'), dialog(), click_at(100, 110))),
    'help-marks-dark': State(files=sample, environment=DARK,
                             act=then(of_app('help'), dialog(), click_at(100, 110))),
    'help-keyboard': State(files=sample, act=then(of_app('help'), dialog(), click_at(100, 300))),
    'help-360': State(files=sample, act=then(of_app('help'), dialog(NARROW))),
    'help-dark': State(files=sample, act=then(of_app('help'), dialog()), environment=DARK),
    'about': State(files=sample, act=then(of_app('about'), dialog())),
    'seeds': State(files=seeds, is_shared=True),
    'seeds-dark': State(files=seeds, environment=DARK, is_shared=True),
    'seeds-600': State(files=seeds, size=MIDDLE, is_shared=True),
    'seeds-360': State(files=seeds, size=NARROW, is_shared=True),
    **widths('arabic', files=pair('arabic')),
    **widths('arabic-interface', files=pair('arabic'), environment=ARABIC),
    'arabic-interface-start': State(environment=ARABIC, visits=read_before, settings=AFRESH),
    'arabic-interface-explain': State(files=pair('arabic'), environment=ARABIC, act=EXPLAIN),
    **widths('japanese', files=pair('japanese')),
    **widths('thai', files=pair('thai')),
    'huge': State(files=huge, act=wait(3)),
    'huge-360': State(files=huge, act=wait(3), size=NARROW),
    'huge-german': State(files=huge, act=wait(3), environment=GERMAN),
    'huge-german-360': State(files=huge, act=wait(3), environment=GERMAN, size=NARROW),
}
