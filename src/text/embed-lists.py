#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the abbreviation lists named as arguments as one C table: OUTPUT LIST..."""
import os
import sys


def quote(line):
    data = ''.join(chr(b) if 32 <= b < 127 and chr(b) not in '"\\?' else '\\%03o' % b
                   for b in line.encode())
    return '    "%s\\n"' % data


def main(output, paths):
    with open(output, 'w', encoding='ascii') as out:
        out.write('/* Made by embed-lists.py from data/abbreviations. */\n'
                  '#include "src/text/vr-abbreviations.h"\n\n'
                  'const VrAbbreviationSource vr_abbreviation_sources[] = {\n')
        for path in sorted(paths):
            language = os.path.splitext(os.path.basename(path))[0]
            lines = [line.split('#')[0].strip() for line in open(path, encoding='utf-8')]
            out.write('  { "%s",\n%s },\n'
                      % (language, '\n'.join(quote(line) for line in lines if line)))
        out.write('  { NULL, NULL },\n};\n')


main(sys.argv[1], sys.argv[2:])
