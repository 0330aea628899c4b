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

import driven
from driven import Atspi
from states import NARROW, SHARED, STATES

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]


def accented(text):
    """Longer by a third and with accents, so that what is cut or not translated is seen."""
    keep = re.compile(r'(%[0-9$]*[-+ 0#\']*[0-9.*]*(?:l|ll|z)?[a-zA-Z%]|_|\\n|<[^>]*>|&[a-z]+;|\\")')
    table = str.maketrans('aceinouyACEINOUY', 'áçéîñöûýÁÇÉÎÑÖÛÝ')
    parts = keep.split(text)
    changed = ''.join(p if i % 2 else p.translate(table) for i, p in enumerate(parts))
    end = '\\n' if text.endswith('\\n') else ''
    return '[' + changed.removesuffix('\\n') + ' ' + 'x' * (len(text) // 3) + ']' + end


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
    # What the sources say today; po/ waits for its turn.
    subprocess.run(['xgettext', '--files-from=po/POTFILES.in', '--from-code=UTF-8', '--keyword=_',
                    '--keyword=N_', '--keyword=g_dngettext:2,3', '--keyword=count:1,2',
                    f'--output={place / "xx.pot"}'], cwd=ROOT, check=True)
    pseudo_locale(place / 'xx.pot', place / 'xx.po')
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

    def __init__(self, prefix, folder, state):
        self.size = state.size
        self.folder = folder
        self.prefix = prefix
        config = folder / 'config' / 'glib-2.0' / 'settings'
        config.mkdir(parents=True)
        (config / 'keyfile').write_text('[io/github/variorum/Variorum]\n' + ''.join(
            f'{key}={value}\n' for key, value in state.settings.items()))
        # What “Large Text” of the desktop's settings does.
        subprocess.run(['xprop', '-root', '-f', 'RESOURCE_MANAGER', '8s', '-set', 'RESOURCE_MANAGER',
                        f'Xft.dpi:\t{96 * state.text_scale:.0f}\n'], check=True)
        self.env = {**os.environ, 'GSK_RENDERER': 'cairo', 'GDK_BACKEND': 'x11',
                    'GDK_DEBUG': 'gl-disable', 'GSETTINGS_BACKEND': 'keyfile',
                    'ADW_DISABLE_PORTAL': '1', 'ADW_DEBUG_COLOR_SCHEME': 'prefer-light',
                    'LC_ALL': 'C.UTF-8', 'XDG_CONFIG_HOME': str(folder / 'config'),
                    'XDG_DATA_HOME': str(folder / 'data'), 'XDG_STATE_HOME': str(folder / 'state'),
                    'XDG_DATA_DIRS': f'{prefix}/share:/usr/local/share:/usr/share',
                    'LOCPATH': str(prefix.parent / 'locales'), **state.environment}
        for files in state.visits(folder):
            self.start(files)
            time.sleep(0.8)
            self.act('close')
            self.process.wait(timeout=10)
        self.start(state.files(folder))

    def start(self, files):
        self.process = subprocess.Popen([self.prefix / 'bin' / 'variorum-window', *map(str, files)],
                                        env=self.env)
        self.window = self.find_window()
        self.tool('windowmove', self.window, 0, 0)
        self.tool('windowsize', self.window, *self.size)
        time.sleep(1.2)

    def find_windows(self):
        done = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid',
                               str(self.process.pid)], capture_output=True, text=True)
        return done.stdout.split()

    def find_window(self):
        for _ in range(100):
            windows = self.find_windows()
            if windows:
                return windows[-1]
            time.sleep(0.1)
        raise SystemExit('no window')

    def turn_to_dialog(self, size=None):
        """The picture is of the dialog that opened above the window."""
        time.sleep(0.8)
        windows = [window for window in self.find_windows() if window != self.window]
        self.window = windows[-1]
        self.tool('windowmove', self.window, 0, 0)
        self.tool('windowraise', self.window)
        self.tool('windowfocus', self.window)
        if size is not None:
            self.tool('windowsize', self.window, *size)
        time.sleep(0.4)
        geometry = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', self.window],
                                  capture_output=True, text=True, check=True).stdout
        self.size = tuple(int(re.search(name + r'=(\d+)', geometry)[1])
                          for name in ('WIDTH', 'HEIGHT'))

    def act(self, action, target='', path='/window/1'):
        """One of the actions that keys, menus and buttons point to."""
        subprocess.run(['gdbus', 'call', '--session', '--dest', 'io.github.variorum.Variorum',
                        '--object-path', '/io/github/variorum/Variorum' + path, '--method',
                        'org.gtk.Actions.Activate', action, f'[{target}]', '{}'],
                       check=True, stdout=subprocess.DEVNULL)
        time.sleep(0.4)

    def find(self, starts, role=None):
        def look():
            desktop = Atspi.get_desktop(0)
            for i in range(desktop.get_child_count()):
                root = desktop.get_child_at_index(i)
                if root is None or root.get_process_id() != self.process.pid:
                    continue
                for accessible in driven.walk(root):
                    if accessible.get_name().startswith(starts) \
                            and role in (None, accessible.get_role_name()):
                        return accessible
            return None
        return driven.wait_for(starts, look)

    def activate(self, starts, role=None):
        Atspi.Action.do_action(self.find(starts, role), 0)
        time.sleep(0.5)

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

    def click_on(self, words):
        """Somewhere in the middle of what is called so."""
        place = self.find(words).get_extents(Atspi.CoordType.WINDOW)
        self.click(place.x + place.width // 2, place.y + place.height // 2)
        time.sleep(0.5)

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


def simulate_deuteranopia(path):
    """As who can't tell red from green sees it (Viénot, Brettel and Mollon 1999)."""
    subprocess.run(['convert', path, '-color-matrix',
                    '0.29275 0.70725 0 0.29275 0.70725 0 -0.02234 0.02234 1', path], check=True)


def take(prefix, out, name):
    state = STATES[name]
    folder = pathlib.Path(tempfile.mkdtemp(prefix='variorum-look-'))
    Atspi.init()
    look = Look(prefix, folder, state)
    try:
        if state.act is not None:
            state.act(look)
        look.take(out / f'{name}.png')
    finally:
        look.close()
        shutil.rmtree(folder)
    if 'deuteranopia' in name:
        simulate_deuteranopia(out / f'{name}.png')


def screen_of(state):
    """A telephone's is as narrow as the window, and what opens has to keep within it."""
    width, height = NARROW if state.size == NARROW else (1920, 1200)
    return f'{width}x{height}x24'


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
        if STATES[name].is_shared and not SHARED.is_dir():
            print(f'{name}: skipped: no shared data')
            continue
        # Each in a display and on a bus of its own, as if it were the only window.
        subprocess.run([HERE / 'with-display.sh', sys.executable, __file__, out, name],
                       env={**os.environ, 'VARIORUM_LOOK_PREFIX': str(prefix), 'G_DEBUG': '',
                            'VARIORUM_SCREEN': screen_of(STATES[name])}, check=False)
        print(f'{name}: {out / name}.png', flush=True)


if __name__ == '__main__':
    main(sys.argv)
