#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of every state of the window, for eyes to judge: tests/display/screenshots.py FOLDER [NAME...]

Builds and installs Variorum in a folder of its own (VARIORUM_LOOK keeps it from run to run), opens
each state in a display of its own and writes FOLDER/NAME.png.  Needs what `build-aux/deps build
test look` installs.  Nothing passes or fails here.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SAMPLES = ROOT / 'data' / 'samples'
SHARED = pathlib.Path(os.environ.get('VARIORUM_SHARED', ROOT.parent / 'shared'))
WIDE, TALL = 1200, 800


def accented(text):
    """Longer by a third and with accents, so that what is cut or not translated is seen."""
    keep = re.compile(r'(%[0-9$]*[-+ 0#\']*[0-9.*]*(?:l|ll|z)?[a-zA-Z%]|_|\\n|<[^>]*>|&[a-z]+;|\\")')
    table = str.maketrans('aceinouyACEINOUY', 'áçéîñöûýÁÇÉÎÑÖÛÝ')
    parts = keep.split(text)
    changed = ''.join(p if i % 2 else p.translate(table) for i, p in enumerate(parts))
    return '[' + changed + ' ' + 'x' * (len(text) // 3) + ']'


def pseudo_locale(pot, po):
    """Writes a translation of @pot into no language at all."""
    entry, out = None, []
    for line in pot.read_text().splitlines():
        match = re.match(r'(msgid|msgid_plural|msgstr(?:\[\d\])?) "(.*)"$', line)
        more = re.match(r'"(.*)"$', line)
        if match and match[1] == 'msgid':
            entry = [match[2], None]
        elif match and match[1] == 'msgid_plural':
            entry[1] = match[2]
        elif more and entry is not None and not out[-1].startswith('msgstr'):
            entry[1 if entry[1] is not None else 0] += more[1]
        if match and match[1].startswith('msgstr') and entry and entry[0]:
            text = entry[1] if match[1] in ('msgstr[1]',) and entry[1] is not None else entry[0]
            line = f'{match[1]} "{accented(text)}"'
        out.append(line.replace('charset=CHARSET', 'charset=UTF-8')
                   .replace('nplurals=INTEGER; plural=EXPRESSION', 'nplurals=2; plural=n!=1'))
    po.write_text('\n'.join(line for line in out if not line.startswith('#')) + '\n')


def install(place):
    build, prefix = place / 'build', place / 'prefix'
    if not (build / 'build.ninja').exists():
        subprocess.run(['meson', 'setup', build, ROOT, f'--prefix={prefix}'], check=True)
    subprocess.run(['meson', 'install', '-C', build, '--quiet'], check=True)
    messages = prefix / 'share' / 'locale' / 'xx' / 'LC_MESSAGES'
    messages.mkdir(parents=True, exist_ok=True)
    pseudo_locale(ROOT / 'po' / 'variorum.pot', place / 'xx.po')
    subprocess.run(['msgfmt', place / 'xx.po', '-o', messages / 'variorum.mo'], check=True)
    locales = place / 'locales'
    locales.mkdir(exist_ok=True)
    for name in ('de_DE', 'ar_EG'):
        if not (locales / f'{name}.UTF-8').exists():
            subprocess.run(['localedef', '-i', name, '-f', 'UTF-8', locales / f'{name}.UTF-8'],
                           check=True)
    return prefix


class Look:
    """A window in a display of its own."""

    def __init__(self, prefix, folder, arguments, size, environment, settings):
        self.size = size
        self.folder = folder
        config = folder / 'config' / 'glib-2.0' / 'settings'
        config.mkdir(parents=True)
        (config / 'keyfile').write_text('[io/github/variorum/Variorum]\n' + ''.join(
            f'{key}={value}\n' for key, value in settings.items()))
        self.env = {**os.environ, 'GSK_RENDERER': 'cairo', 'GDK_BACKEND': 'x11',
                    'GDK_DEBUG': 'gl-disable', 'GSETTINGS_BACKEND': 'keyfile',
                    'ADW_DISABLE_PORTAL': '1', 'ADW_DEBUG_COLOR_SCHEME': 'prefer-light',
                    'LC_ALL': 'C.UTF-8', 'XDG_CONFIG_HOME': str(folder / 'config'),
                    'XDG_DATA_HOME': str(folder / 'data'), 'XDG_STATE_HOME': str(folder / 'state'),
                    'XDG_DATA_DIRS': f'{prefix}/share:/usr/local/share:/usr/share',
                    'LOCPATH': str(prefix.parent / 'locales'), **environment}
        self.process = subprocess.Popen([prefix / 'bin' / 'variorum-window', *map(str, arguments)],
                                        env=self.env)
        self.window = self.find_window()
        self.tool('windowmove', self.window, 0, 0)
        self.tool('windowsize', self.window, *size)
        time.sleep(1.2)

    def find_window(self):
        for _ in range(100):
            done = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid',
                                   str(self.process.pid)], capture_output=True, text=True)
            if done.stdout.split():
                return done.stdout.split()[-1]
            time.sleep(0.1)
        raise SystemExit('no window')

    def tool(self, *arguments):
        subprocess.run(['xdotool', *map(str, arguments)], check=True)

    def keys(self, *keys):
        for key in keys:
            self.tool('key', '--clearmodifiers', key)
            time.sleep(0.25)

    def type(self, text):
        self.tool('type', '--delay', '20', text)

    def click(self, x, y, button=1, repeat=1):
        self.tool('mousemove', x, y)
        time.sleep(0.1)
        self.tool('click', '--repeat', repeat, '--delay', 40, button)

    def drag(self, x, y, to_x, to_y):
        self.tool('mousemove', x, y)
        self.tool('mousedown', 1)
        for step in range(1, 11):
            self.tool('mousemove', x + (to_x - x) * step // 10, y + (to_y - y) * step // 10)
            time.sleep(0.03)
        self.tool('mouseup', 1)

    def take(self, path):
        time.sleep(0.8)
        width, height = self.size
        subprocess.run(['import', '-window', 'root', '-crop', f'{width}x{height}+0+0', '+repage',
                        path], check=True)

    def close(self):
        self.process.kill()
        self.process.wait()


def pair(name):
    return [HERE / 'articles' / f'{name}-old.txt', HERE / 'articles' / f'{name}-new.txt']


def huge(folder):
    """Two megabytes a side, a word changed in every twentieth paragraph."""
    lines = [f'Paragraph {i} tells of ship number {i * 7919 % 10007}, of her crew and of her cargo, '
             'and of how she came into harbour late that night.' for i in range(16000)]
    for name, word in (('huge-old.txt', 'late'), ('huge-new.txt', 'early')):
        (folder / name).write_text('\n\n'.join(
            line.replace('late', word) if i % 20 == 3 else line for i, line in enumerate(lines)))
    return [folder / 'huge-old.txt', folder / 'huge-new.txt']


def simulate_deuteranopia(path):
    """As who can't tell red from green sees it (Viénot, Brettel and Mollon 1999)."""
    subprocess.run(['convert', path, '-color-matrix',
                    '0.29275 0.70725 0 0.29275 0.70725 0 -0.02234 0.02234 1', path], check=True)


SAMPLE = [SAMPLES / 'harbour-plain.txt', SAMPLES / 'harbour-page.txt']
SEEDS = [SHARED / 'seeds' / '000.txt', SHARED / 'seeds' / '001.txt']
DARK = {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}
HIGH = {'ADW_DEBUG_HIGH_CONTRAST': '1'}
GERMAN = {'LC_ALL': 'de_DE.UTF-8'}
PSEUDO = {'LC_ALL': 'de_DE.UTF-8', 'LANGUAGE': 'xx'}
# GTK turns the interface round only where the program itself is translated.
ARABIC = {'LC_ALL': 'ar_EG.UTF-8', 'LANGUAGE': 'xx:ar'}

# name: (arguments, (width, height), environment, settings, what to do first)
STATES = {
    'start': ([], (WIDE, TALL), {}, {}, None),
    'start-dark': ([], (WIDE, TALL), DARK, {}, None),
    'start-360': ([], (360, 640), {}, {}, None),
    'start-pseudo': ([], (WIDE, TALL), PSEUDO, {}, None),
    'sample': (SAMPLE, (WIDE, TALL), {}, {}, None),
    'sample-dark': (SAMPLE, (WIDE, TALL), DARK, {}, None),
    'sample-high': (SAMPLE, (WIDE, TALL), HIGH, {}, None),
    'sample-high-dark': (SAMPLE, (WIDE, TALL), {**HIGH, **DARK}, {}, None),
    'sample-360': (SAMPLE, (360, 640), {}, {}, None),
    'sample-600-dark': (SAMPLE, (600, 700), DARK, {}, None),
    'sample-1920': (SAMPLE, (1920, 1080), {}, {}, None),
    'sample-150': (SAMPLE, (WIDE, TALL), {'GDK_DPI_SCALE': '1.5'}, {}, None),
    'sample-deuteranopia': (SAMPLE, (WIDE, TALL), {}, {}, None),
    'sample-german': (SAMPLE, (WIDE, TALL), GERMAN, {}, None),
    'sample-pseudo': (SAMPLE, (WIDE, TALL), PSEUDO, {}, None),
    'sample-pseudo-360': (SAMPLE, (360, 640), PSEUDO, {}, None),
    'seeds': (SEEDS, (WIDE, TALL), {}, {}, None),
    'seeds-dark': (SEEDS, (WIDE, TALL), DARK, {}, None),
    'arabic': (pair('arabic'), (WIDE, TALL), {}, {}, None),
    'arabic-interface': (pair('arabic'), (WIDE, TALL), ARABIC, {}, None),
    'japanese': (pair('japanese'), (WIDE, TALL), {}, {}, None),
    'thai': (pair('thai'), (WIDE, TALL), {}, {}, None),
    'error': ([SAMPLE[0], '/no/such/article.txt'], (WIDE, TALL), {}, {}, None),
    'error-360': ([SAMPLE[0], '/no/such/article.txt'], (360, 640), {}, {}, None),
    'empty': (['/dev/null', '/dev/null'], (WIDE, TALL), {}, {}, None),
    'one-waits': (SAMPLE[:1], (WIDE, TALL), {}, {}, None),
    'huge': (huge, (WIDE, TALL), {}, {}, lambda look: time.sleep(3)),
    'shortcuts': (SAMPLE, (WIDE, TALL), {}, {}, lambda look: look.keys('ctrl+question')),
}


def take(prefix, out, name):
    arguments, size, environment, settings, act = STATES[name]
    folder = pathlib.Path(tempfile.mkdtemp(prefix='variorum-look-'))
    if callable(arguments):
        arguments = arguments(folder)
    look = Look(prefix, folder, arguments, size, environment, settings)
    try:
        if act is not None:
            act(look)
        look.take(out / f'{name}.png')
    finally:
        look.close()
        shutil.rmtree(folder)
    if 'deuteranopia' in name:
        simulate_deuteranopia(out / f'{name}.png')


def main(arguments):
    if len(arguments) < 2:
        sys.exit(__doc__)
    out = pathlib.Path(arguments[1])
    names = arguments[2:] or list(STATES)
    if len(names) == 1 and 'VARIORUM_LOOK_PREFIX' in os.environ:
        take(pathlib.Path(os.environ['VARIORUM_LOOK_PREFIX']), out, names[0])
        return
    out.mkdir(parents=True, exist_ok=True)
    place = pathlib.Path(os.environ.get('VARIORUM_LOOK') or tempfile.mkdtemp(prefix='variorum-'))
    place.mkdir(parents=True, exist_ok=True)
    prefix = install(place.resolve())
    for name in names:
        if not all(pathlib.Path(path).exists() or 'no/such' in str(path)
                   for path in (STATES[name][0] if isinstance(STATES[name][0], list) else [])):
            print(f'{name}: skipped: no shared data')
            continue
        # Each in a display and on a bus of its own, as if it were the only window.
        subprocess.run([HERE / 'with-display.sh', sys.executable, __file__, out, name],
                       env={**os.environ, 'VARIORUM_LOOK_PREFIX': str(prefix), 'G_DEBUG': '',
                            'VARIORUM_SCREEN': '1920x1200x24'}, check=True)
        print(f'{name}: {out / name}.png')


if __name__ == '__main__':
    main(sys.argv)
