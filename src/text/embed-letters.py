#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the files of data/letters as C tables for vr-charset-tables.h: OUTPUT FILE..."""
import os
import sys
import unicodedata

DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+-'
SCRIPTS = ('LATIN', 'CYRILLIC', 'GREEK', 'HEBREW', 'ARABIC', 'THAI')
TYPOGRAPHY = '«»“”„‚‘’–—…•\u00AD‹›'
SIGNS = '§°€£©®™½¼¾ªº×÷±²³¹µ¡¿·№‰†‡¢¥¶\u200E\u200F\u200C\u200D'
ALIASES = {'ș': 'ş', 'ț': 'ţ'}
# So much of a language's letters an encoding has to have.
COVERAGE = 0.985
# What a character costs that is not among the common ones, in bits.
UNCOMMON = {'kana': 14, 'sign': 14, 'ideograph': 18, 'hangul': 17, 'other': 21, 'private': 24,
            'hole': 40}
DOUBLES = (
    # name, Python's codec, language, the other language and what it costs more, leads, trails
    ('shift_jis', 'cp932', 'ja', None, (0x81, 0xFC), (0x40, 0xFC)),
    ('euc_jp', 'euc_jp', 'ja', None, (0xA1, 0xFE), (0xA1, 0xFE)),
    ('gb18030', 'gb18030', 'zh-hans', 'zh-hant', (0x81, 0xFE), (0x40, 0xFE)),
    ('big5', 'big5hkscs', 'zh-hant', None, (0x81, 0xFE), (0x40, 0xFE)),
    ('euc_kr', 'cp949', 'ko', None, (0x81, 0xFE), (0x41, 0xFE)),
    ('johab', 'johab', 'ko', None, (0x84, 0xF9), (0x31, 0xFE)),
)


def read_lines(path):
    with open(path, encoding='utf-8') as lines:
        return [line.rstrip('\n') for line in lines if not line.startswith('#')]


def kind_of(c):
    if c == '\uFFFD':
        return 'HOLE'
    if 0x7F <= ord(c) < 0xA0:
        return 'CONTROL'
    if c == '\u00A0':
        return 'BLANK'
    if c in TYPOGRAPHY:
        return 'TYPOGRAPHY'
    if c in SIGNS:
        return 'SIGN'
    if 0x2500 <= ord(c) <= 0x25FF:
        return 'BOX'
    if unicodedata.category(c)[0] == 'M':
        return 'MARK'
    return 'LETTER' if c.isalpha() else 'RARE'


def script_of(c):
    name = unicodedata.name(c, '')
    return next((i for i, script in enumerate(SCRIPTS) if name.startswith(script)), len(SCRIPTS))


def lower_of(c):
    low = c.lower() if len(c.lower()) == 1 else c
    return ALIASES.get(low, low)


class Language:
    def __init__(self, name, lines):
        self.name = name
        self.alphabet = lines[0]
        self.costs = [[DIGITS.index(c) for c in line] for line in lines[1:]]
        n = len(self.costs)
        assert n == len(self.alphabet) + 3 and all(len(row) == n for row in self.costs), name
        chances = [[2 ** (-cost / 4) for cost in row] for row in self.costs]
        share = [1 / n] * n
        for _ in range(30):
            share = [sum(share[i] * chances[i][j] for i in range(n)) for j in range(n)]
            whole = sum(share)
            share = [x / whole for x in share]
        self.share = dict(zip(self.alphabet, share[3:]))
        letters = [script_of(c) for c in self.alphabet if c.isalpha()]
        self.script = max(set(letters), key=letters.count)

    def fits(self, characters):
        own = {c: x for c, x in self.share.items() if c.isalpha() and ord(c) >= 0x80}
        have = {lower_of(c) for c in characters}
        needed = sum(own.values())
        return needed == 0 or sum(x for c, x in own.items() if c in have) >= COVERAGE * needed


def read_codepages(path):
    pages = []
    for line in read_lines(path):
        name, digits = line.split('\t')
        pages.append((name, [chr(int(digits[i:i + 4], 16)) for i in range(0, 512, 4)]))
    return pages


def numbers(values, per_line=24):
    values = list(values)
    return ',\n'.join('  ' + ', '.join(map(str, values[i:i + per_line]))
                      for i in range(0, len(values), per_line))


def write_codepages(out, pages, languages):
    characters = sorted({c for _, page in pages for c in page}
                        | {lower_of(c) for _, page in pages for c in page}
                        | {chr(c) for c in range(0x80)})
    index = {c: i for i, c in enumerate(characters)}
    out.write('const VrCodepageCharacter vr_codepage_characters[] = {\n')
    for c in characters:
        low = lower_of(c)
        out.write('  { 0x%04X, %d, VR_CODEPAGE_%s, %d, %d },\n'
                  % (ord(c), index.get(low, index[c]), kind_of(c), script_of(c),
                     1 if c.isupper() else 2 if c.islower() else 0))
    out.write('};\n\n')
    assert len(languages) <= 64
    out.write('const VrCodepage vr_codepages[] = {\n')
    for name, page in pages:
        fitting = sum(1 << i for i, language in enumerate(languages) if language.fits(page))
        out.write('  { "%s", G_GUINT64_CONSTANT (0x%X), {\n%s } },\n'
                  % (name, fitting, numbers(index[c] for c in page)))
    out.write('};\n\nconst guint vr_n_codepages = %d;\n' % len(pages))
    out.write('const guint vr_n_codepage_characters = %d;\n\n' % len(characters))
    return index


def write_languages(out, languages, index):
    for i, language in enumerate(languages):
        out.write('static const guint16 alphabet_%d[] = {\n%s\n};\n\n'
                  % (i, numbers(index[c] for c in language.alphabet)))
        out.write('static const guint8 costs_%d[] = {\n%s\n};\n\n'
                  % (i, numbers(cost for row in language.costs for cost in row)))
    out.write('const VrLetterStatistics vr_letter_statistics[] = {\n')
    for i, language in enumerate(languages):
        out.write('  { "%s", %d, %d, alphabet_%d, costs_%d },\n'
                  % (language.name, language.script, len(language.costs), i, i))
    out.write('};\n\nconst guint vr_n_letter_statistics = %d;\n\n' % len(languages))


def read_common(path):
    return {c: int(bits) for bits, characters in (line.split(' ', 1) for line in read_lines(path))
            for c in characters}


def uncommon_cost(c):
    code = ord(c)
    if 0xE000 <= code <= 0xF8FF:
        return UNCOMMON['private']
    if 0x3041 <= code <= 0x30FF:
        return UNCOMMON['kana']
    if 0x4E00 <= code <= 0x9FFF:
        return UNCOMMON['ideograph']
    if 0xAC00 <= code <= 0xD7A3:
        return UNCOMMON['hangul']
    if 0x3000 <= code <= 0x303F or 0xFF00 <= code <= 0xFF5E or 0x2010 <= code <= 0x2030:
        return UNCOMMON['sign']
    return UNCOMMON['other']


def cell_cost(data, codec, common, other):
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return UNCOMMON['hole']
    if len(text) != 1:
        return UNCOMMON['other']
    return min(common.get(text, uncommon_cost(text)), other.get(text, UNCOMMON['hole']) + 2)


def write_doubles(out, common):
    for name, codec, language, other, leads, trails in DOUBLES:
        cells = [cell_cost(bytes([lead, trail]), codec, common[language], common.get(other, {}))
                 for lead in range(leads[0], leads[1] + 1)
                 for trail in range(trails[0], trails[1] + 1)]
        out.write('static const guint8 cells_%s[] = {\n%s\n};\n\n' % (name, numbers(cells)))
    out.write('const VrDoubleTable vr_double_tables[] = {\n')
    for name, _, _, _, leads, trails in DOUBLES:
        out.write('  { 0x%X, 0x%X, 0x%X, 0x%X, cells_%s },\n' % (leads + trails + (name,)))
    out.write('};\n')


def main(output, paths):
    files = {os.path.splitext(os.path.basename(path))[0]: path for path in paths}
    pages = read_codepages(files.pop('codepages'))
    double = {name for row in DOUBLES for name in row[2:4] if name}
    common = {name: read_common(files.pop(name)) for name in double}
    languages = [Language(name, read_lines(files[name])) for name in sorted(files)]
    with open(output, 'w', encoding='ascii') as out:
        out.write('/* Made by embed-letters.py from data/letters. */\n'
                  '#include "src/text/vr-charset-tables.h"\n\n')
        index = write_codepages(out, pages, languages)
        write_languages(out, languages, index)
        write_doubles(out, common)


main(sys.argv[1], sys.argv[2:])
