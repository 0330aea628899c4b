# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways of writing numbers that the machine at hand need not have installed."""

import pathlib
import shutil
import subprocess
import unittest

SOURCES = pathlib.Path('/usr/share/i18n/locales')


def make_locale(folder, name, charset='UTF-8'):
    """The environment in which numbers are written as by the locale, such as de_DE."""
    if shutil.which('localedef') is None or not (SOURCES / name).exists():
        raise unittest.SkipTest('skipped: no sources of locales')
    path = folder / f'{name}.{charset}'
    subprocess.run(['localedef', '-i', name, '-f', charset, path], check=True, capture_output=True)
    # LC_ALL would go before the one that is meant.
    return {'LOCPATH': str(folder), 'LANG': 'C.UTF-8', 'LC_ALL': '', 'LC_CTYPE': 'C.UTF-8',
            'LC_MESSAGES': 'C', 'LC_NUMERIC': path.name}
