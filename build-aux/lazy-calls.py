#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a header by which a library is opened when it is first needed, not when the program starts.

lazy-calls.py OUTPUT TABLE HEADERS EXTERN SOURCE...

Each function that HEADERS, a folder, declares with the macro EXTERN and that a SOURCE names becomes
a member of TABLE, which whoever opens the library fills by the list TABLE_NAMES.
"""
import pathlib
import re
import sys

output, table, headers, extern, *sources = sys.argv[1:]
declared = set()
for path in pathlib.Path(headers).rglob('*.h'):
    declared.update(re.findall(extern + r'\([^)]*\)\s*(\w+)\s*\(', path.read_text(encoding='utf-8')))
named = set()
for source in sources:
    named.update(re.findall(r'\b\w+\b', pathlib.Path(source).read_text(encoding='utf-8')))
calls = sorted(declared & named)
lines = ['/* Written by build-aux/lazy-calls.py. */', '#pragma once', '', 'typedef struct', '{']
lines += [f'  __typeof__ ({call}) *{call};' for call in calls]
lines += [f'}} {table}_table;', '', f'extern {table}_table {table};', '']
lines += [f'#define {table.upper()}_NAMES ' + ', '.join(f'"{call}"' for call in calls), '']
lines += [f'#define {call} ({table}.{call})' for call in calls]
pathlib.Path(output).write_text('\n'.join(lines) + '\n', encoding='utf-8')
