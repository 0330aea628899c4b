#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a style sheet as a C string, without its comments and indents: OUTPUT NAME SHEET"""
import re
import sys


def quote(line):
    return '  "%s\\n"' % ''.join(chr(b) if 32 <= b < 127 and chr(b) not in '"\\?' else '\\%03o' % b
                                 for b in line.encode())


def main(output, name, path):
    with open(path, encoding='utf-8') as sheet:
        text = re.sub(r'/\*.*?\*/', '', sheet.read(), flags=re.DOTALL)
    lines = [line.strip() for line in text.split('\n')]
    with open(output, 'w', encoding='ascii') as out:
        out.write('/* Made by embed-style.py. */\n'
                  '#include "vr-report-html-style.h"\n\n'
                  'const char %s[] =\n%s;\n' % (name, '\n'.join(quote(line) for line in lines if line)))


main(*sys.argv[1:])
