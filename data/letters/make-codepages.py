#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes codepages.txt: make-codepages.py > codepages.txt

The characters of Python's codecs, with what WHATWG's Encoding standard has otherwise.  A hole from
0x80 to 0x9F is the control character of that number, as browsers show it; others are U+FFFD.
"""
NAMES = {
    'windows-1252': 'cp1252', 'windows-1250': 'cp1250', 'windows-1251': 'cp1251',
    'windows-1253': 'cp1253', 'windows-1254': 'cp1254', 'windows-1255': 'cp1255',
    'windows-1256': 'cp1256', 'windows-1257': 'cp1257', 'windows-1258': 'cp1258',
    'windows-874': 'cp874',
    'ISO-8859-2': 'iso8859_2', 'ISO-8859-3': 'iso8859_3', 'ISO-8859-4': 'iso8859_4',
    'ISO-8859-5': 'iso8859_5', 'ISO-8859-6': 'iso8859_6', 'ISO-8859-7': 'iso8859_7',
    'ISO-8859-8': 'iso8859_8', 'ISO-8859-10': 'iso8859_10', 'ISO-8859-13': 'iso8859_13',
    'ISO-8859-14': 'iso8859_14', 'ISO-8859-15': 'iso8859_15', 'ISO-8859-16': 'iso8859_16',
    'KOI8-R': 'koi8_r', 'KOI8-U': 'koi8_u',
    'macintosh': 'mac_roman', 'x-mac-cyrillic': 'mac_cyrillic', 'x-mac-ce': 'mac_latin2',
    'x-mac-greek': 'mac_greek', 'x-mac-turkish': 'mac_turkish', 'x-mac-icelandic': 'mac_iceland',
    'x-mac-croatian': 'mac_croatian', 'x-mac-romanian': 'mac_romanian',
    'IBM437': 'cp437', 'IBM720': 'cp720', 'IBM737': 'cp737', 'IBM775': 'cp775', 'IBM850': 'cp850',
    'IBM852': 'cp852', 'IBM855': 'cp855', 'IBM857': 'cp857', 'IBM858': 'cp858', 'IBM860': 'cp860',
    'IBM861': 'cp861', 'IBM862': 'cp862', 'IBM863': 'cp863', 'IBM865': 'cp865', 'IBM866': 'cp866',
    'IBM869': 'cp869', 'IBM1125': 'cp1125',
}
WEB = {
    'windows-1255': {0xCA: 0x05BA},
    'KOI8-U': {0xAE: 0x045E, 0xBE: 0x040E},
    'x-mac-cyrillic': {0xA2: 0x0490, 0xB6: 0x0491, 0xFF: 0x20AC},
}

print('# Encodings of one byte a character: the name, a tab, the characters from 0x80 on, four digits each.')
print('# Made by make-codepages.py.  Facts, not a work: no licence is needed.')
for name, codec in NAMES.items():
    characters = []
    for byte in range(0x80, 0x100):
        try:
            c = bytes([byte]).decode(codec)
        except UnicodeDecodeError:
            c = chr(byte) if byte < 0xA0 else '\uFFFD'
        characters.append('%04X' % WEB.get(name, {}).get(byte, ord(c)))
    print('%s\t%s' % (name, ''.join(characters)))
