#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the lists of a page's words (data/roles) as one C table that is looked up by hash:
OUTPUT LIST..."""
import os
import sys
import unicodedata

PLACES = ('whole', 'head', 'inside')
MAX_WORDS = 9
MAX_BYTES = 79


def is_word_character(c):
    return unicodedata.category(c)[0] in 'LNM'


def fold(text):
    """As fold() in vr-role-phrases.c."""
    out = []
    for i, c in enumerate(text):
        near = lambda j: 0 <= j < len(text) and is_word_character(text[j])
        if c in '0123456789':
            if not near(i - 1) or out[-1][-1:] != '0':
                out.append('0')
        elif is_word_character(c):
            out.append(c.lower())
        elif c in "'’" and near(i - 1) and near(i + 1):
            out.append("'")
        elif c == '-' and near(i - 1) and near(i + 1):
            out.append('-')
        elif c == ':' and ''.join(out).strip():
            out = [''.join(out).rstrip(), ': ']
        elif c in '©&@':
            out.append(' %s ' % c)
        else:
            out.append(' ')
    return ' '.join(''.join(out).split())


def hash_of(text):
    value = 0x811c9dc5
    for byte in text.encode():
        value = (value ^ byte) * 0x01000193 & 0xffffffff
    return value


def read(paths):
    """{folded text: {PLACE: ROLE, 'maybe', 'block', 'pointer', 'label', 'languages'}}"""
    phrases, languages = {}, []
    for path in sorted(paths, key=lambda p: (not p.endswith('/en.txt'), p)):
        bit = len(languages)
        languages.append(os.path.splitext(os.path.basename(path))[0])
        role, flag = None, None
        for line in open(path, encoding='utf-8'):
            line = line.split('#')[0].strip()
            if line.startswith('[') and line.endswith(']'):
                role, _, flag = line[1:-1].partition(' ')
            elif line:
                place = PLACES[line.endswith('*') + (line.startswith('*') and line.endswith('*'))]
                text = fold(line.strip('*'))
                assert text and len(text.split()) <= MAX_WORDS, (path, line)
                assert len(text.encode()) <= MAX_BYTES, (path, line)
                entry = phrases.setdefault(text, {'languages': 0})
                entry['languages'] |= 1 << bit
                if flag == 'maybe':
                    entry['maybe'] = place not in entry or entry.get('maybe', False)
                elif place == 'whole':
                    entry['maybe'] = False
                if flag in ('block', 'pointer', 'label'):
                    entry[flag] = True
                entry.setdefault(place, role)
    return phrases, languages


def quote(text):
    return ''.join(chr(b) if 32 <= b < 127 and chr(b) not in '"\\?' else '\\%03o' % b
                   for b in text.encode())


def main(output, paths):
    phrases, languages = read(paths)
    names = sorted(phrases)
    size = 1
    while size < 2 * len(names):
        size *= 2
    slots, first = [0] * size, [0] * 1024
    for i, name in enumerate(names):
        at = hash_of(name) % size
        while slots[at]:
            at = (at + 1) % size
        slots[at] = i + 1
        bit = hash_of(name.split(' ')[0]) >> 8 & 0x1fff
        first[bit >> 3] |= 1 << (bit & 7)
    role = lambda e, place: 'VR_ROLE_%s' % e[place].upper() if place in e else 'VR_N_ROLES'
    with open(output, 'w', encoding='ascii') as out:
        out.write('/* Made by embed-phrases.py from data/roles. */\n#include "vr-role-phrases.h"\n\n')
        # Where each text stands in one long one: 4,400 pointers would have to be set at every start.
        out.write('const char vr_role_phrase_texts[] =\n')
        for name in names:
            out.write('  "%s"\n' % quote(name))
        out.write('  ;\n\nconst VrRolePhrase vr_role_phrases[] = {\n')
        at = 0
        for name in names:
            e = phrases[name]
            out.write('  { %d, 0x%xu, %d, { %s }, %d, %d, %d, %d },\n'
                      % (at, e['languages'], len(name.encode()),
                         ', '.join(role(e, p) for p in PLACES),
                         e.get('maybe', False), e.get('block', False), e.get('pointer', False), e.get('label', False)))
            at += len(name.encode())
        out.write('};\n\nconst guint32 vr_role_phrase_mask = %d;\n' % (size - 1))
        out.write('const guint16 vr_role_phrase_slots[] = { %s };\n' % ', '.join(map(str, slots)))
        out.write('const guint8 vr_role_phrase_first[] = { %s };\n' % ', '.join(map(str, first)))
        out.write('const char *const vr_role_phrase_languages[] = { %s, NULL };\n'
                  % ', '.join('"%s"' % name for name in languages))


main(sys.argv[1], sys.argv[2:])
