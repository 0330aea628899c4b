#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes what mojibake is read by as C tables: OUTPUT.

For every character that one of the codecs has above ASCII: its byte in each of them, and in which
it may start or continue a character of UTF-8. For every character of the basic plane: its class."""
import sys
import unicodedata

# In the order of enum VrCodec in vr-mojibake-private.h: the more frequent first.
CODECS = ['latin-1', 'cp1252', 'cp1251', 'cp1250', 'cp1253', 'cp1254', 'cp1257', 'iso8859-2',
          'mac-roman', 'cp437', 'cp850', 'cp852', 'cp858', 'iso8859-15', 'iso8859-9', 'cp1255',
          'cp1256', 'cp1258', 'iso8859-5', 'iso8859-7', 'koi8-r', 'mac-latin2', 'mac-cyrillic',
          'cp855', 'cp857', 'cp862', 'cp865', 'cp866']

# Other readings of a byte: MacRoman before the euro.
ALIASES = [('mac-roman', 0xDB, 0xA4)]
# A byte without a character that is read as the character of its number, which the codec has too.
TWICE = [('cp857', 0xE7, 'ç')]

SYMBOLS = {
    'COMMON': '\u00a0\u00ad\u00b7\u00b4\u2019\u2026',
    'DASH': '\u2013\u2014\u2015',
    'BAD': '\u05c0\u05c3\u00a6\u00a4\u00a8\u00ac\u00af\u00b8\u0192\u02c6\u02c7\u02d8\u02d9\u02db\u02dc\u2020'
           '\u2021\u2030\u2310\u2017\u25ca\u00aa\u00ba\u0385\u20a7\u2320\u2321\u25a0\u2219',
    'LAW': '\u00b6\u00a7',
    'CURRENCY': '\u00a2\u00a3\u00a5\u20ac\u20aa\u20ab\u20af',
    'OPEN': '\u00a1\u00ab\u00bf\u00a9\u0384\u2018\u201a\u201c\u201e\u2022\u2039\u037a\uf8ff',
    'CLOSE': '\u00ae\u00bb\u02dd\u201d\u203a\u2122',
    'NUMERIC': '\u00b2\u00b3\u00b9\u00b1\u00bc\u00bd\u00be\u00d7\u00b5\u00f7\u2044\u2202\u2206\u220f'
               '\u2211\u221a\u221e\u2229\u222b\u2248\u2260\u2261\u2264\u2265\u2116\u207f',
    'DEGREE': '\u00b0',
    'LOST': '\ufffd',
}
# Latin letters outside Latin-1 and Extended-A that living languages with large presses use.
LATIN_MORE = 'ƏəƠơƯưǍǎǏǐǑǒǓǔȘșȚțẀẁẂẃẄẅẞỲỳ'


# The letters above ASCII of languages with a large press, the more frequent first: which of several
# readings of the same bytes is a text of one language. Spaces make a language less likely.
ALPHABETS = [
    'éèàêçôâîùûœïëüæÿ', 'üäößé', 'óíáéñúü', 'ãçáéíóêõâúàôü', 'àèùòéìî', 'àéóèòíçúïü', 'ëéïèóüöê',
    'äåöéà', 'øåæéóè', 'äöåšž', 'äõüöšž', 'áíðöéúþóýæ', 'áéöóőüúíű', 'łąężóśćńź',
    'íáěéžřščůúýťňďóä', 'áíčéžšúýťľôňäóďĺŕö', 'čšžćđ', 'ăîâșțşţé', 'ėįšųžąūčę', 'āīēšžūņļģķčōŗ',
    'ıüşöğçâîû', 'ëç', '    âŵêîôûŷïë', 'áéíóú', 'óáíéñ', '    ħġżċàè', '    ŭĝĉŝĵĥ', 'êëôéîïè', '    əıüöşğç',
    '    ýäňşçöüž', '    áčšŋđžâåäöø',
    'đàưáạảãâấầẩẫậăắằẳẵặèéẻẽẹêếềểễệìíỉĩịòóỏõọôốồổỗộơớờởỡợùúủũụứừửữựỳýỷỹỵ',
    'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё', 'оаинвіртесклмудпзяьгйчїєбхцюжщшфґ',
    'аиоетнрсвлкдпзмугъчбщцйхжяюшфьѝ', 'аиоенртсдкувмпјзљгћбњчшђжцџхф',
    'аоеинтрсвдкпмулјзшгчбцжќњѓхљџфѕ', 'аінеорсклтвяудпмзыўцьбгчхйшжэюёф',
    'αοιετνσρηκπμλςυίόάγδωέύχήθφβξζώψϊϋΐΰ',
]


def common_east_asian():
    """The first levels of the national standards, which is what texts are written with."""
    found = set()
    for codec, leads in [('gb2312', range(0xB0, 0xD8)), ('big5', range(0xA4, 0xC7)),
                         ('shift_jis', range(0x88, 0x99)), ('euc-kr', range(0xB0, 0xC9))]:
        for lead in leads:
            for trail in range(0x40, 0xFF):
                try:
                    found.add(bytes([lead, trail]).decode(codec))
                except UnicodeDecodeError:
                    pass
    return {ord(c) for c in found if len(c) == 1}


EAST_ASIAN = common_east_asian()
SYMBOL_OF = {ord(c): name for name, cs in SYMBOLS.items() for c in cs}


def classify_ascii(c):
    char = chr(c)
    if char in ' \t\n\r\f\v':
        return 'SPACE'
    if char.isdigit():
        return 'DIGIT'
    return 'LOWER' if char.islower() else 'UPPER' if char.isupper() else 'OTHER'


def by_case(c, script):
    return script + ('_UPPER' if chr(c).isupper() else '_LOWER')


def in_use(c):
    """Letters of Arabic itself, and those that Persian, Urdu, Kurdish and Uyghur add."""
    return c < 0x66E or 0x6F0 <= c <= 0x6F9 or chr(c) in 'پچژگکیھہۀۂۃےۓںٹڈڑەۆێڵڕۇۈۋېڭ'


def classify_letter(c, name):
    mark = unicodedata.category(chr(c))[0] == 'M'
    if name.startswith('LATIN'):
        common = (0xC0 <= c < 0x180 and c not in (0x138, 0x149, 0x17F) or 0x1EA0 <= c <= 0x1EF9
                  or chr(c) in LATIN_MORE)
        return by_case(c, 'LATIN') if common or 0xFB01 <= c <= 0xFB02 else 'LATIN_RARE'
    if name.startswith('GREEK'):
        return by_case(c, 'GREEK')
    if name.startswith('CYRILLIC'):
        return by_case(c, 'CYRILLIC') if 0x400 <= c < 0x460 or 0x490 <= c <= 0x4FF else 'CYRILLIC_RARE'
    if name.startswith('HEBREW'):
        return 'HEBREW_MARK' if mark else 'HEBREW'
    if name.startswith('ARABIC'):
        return 'ARABIC_MARK' if mark else 'ARABIC' if in_use(c) else 'ARABIC_RARE'
    if name.startswith('CJK'):
        return 'HAN' if c in EAST_ASIAN else 'HAN_RARE'
    if name.startswith(('HIRAGANA', 'KATAKANA')):
        return 'KANA'
    if name.startswith('HANGUL'):
        return 'HANGUL' if c in EAST_ASIAN else 'HANGUL_RARE'
    if name.startswith('COMBINING'):
        return 'MARK'
    return 'FOREIGN'


def classify(c):
    char = chr(c)
    category = unicodedata.category(char)
    name = unicodedata.name(char, '')
    if c < 0x80:
        return classify_ascii(c)
    if c < 0xA0:
        return 'C1'
    if c in SYMBOL_OF:
        return SYMBOL_OF[c]
    if 0x2500 <= c < 0x25A0:
        return 'BOX'
    # Braille, and arrows and operators of mathematicians, are no part of other texts.
    if category in ('Cn', 'Co') or 0x27C0 <= c < 0x2B00 and c != 0x2800 or 0x2B60 <= c < 0x2C00:
        return 'UNUSED'
    if 0x3000 <= c < 0x3040 or 0xFF01 <= c < 0xFF20:
        return 'CJK_PUNCT'
    if name.startswith('MODIFIER LETTER'):
        return 'OTHER'
    if 0xFF61 <= c < 0xFFDD:
        return 'KANA_HALF'
    if category[0] in 'LM' or category == 'Nd':
        return classify_letter(c, name)
    if category[0] == 'Z':
        return 'SPACE'
    return 'SYMBOL' if category[0] == 'S' else 'OTHER'


def blocks_of(values, default):
    """Two levels of 256: the numbers of the blocks, and the blocks that differ."""
    numbers, blocks = [], []
    for high in range(256):
        block = tuple(values.get(high << 8 | low, default) for low in range(256))
        if block not in blocks:
            blocks.append(block)
        numbers.append(blocks.index(block))
    return numbers, blocks


def write_array(out, declaration, rows):
    out.write('const %s = {\n' % declaration)
    for row in rows:
        out.write('  { %s },\n' % ', '.join(str(v) for v in row))
    out.write('};\n\n')


def write_row(out, declaration, row):
    out.write('const %s = {\n  %s\n};\n\n' % (declaration, ', '.join(str(v) for v in row)))


def read_codecs():
    """character: {codec: byte}; a byte without a character is a control character, as on the web."""
    found = {}
    holes = []
    for number, codec in enumerate(CODECS):
        for byte in range(0x80, 0x100):
            try:
                char = ord(bytes([byte]).decode(codec))
            except UnicodeDecodeError:
                holes.append((number, byte, byte))
            else:
                found.setdefault(char, {}).setdefault(number, byte)
    for number, byte, char in holes + [(CODECS.index(a), b, c) for a, b, c in ALIASES]:
        found.setdefault(char, {}).setdefault(number, byte)
    return found


def write_codecs(out):
    found = read_codecs()
    chars = sorted(found)
    numbers, blocks = blocks_of({c: i + 1 for i, c in enumerate(chars)}, 0)
    for codec, byte, char in TWICE:
        out.write('G_STATIC_ASSERT (VR_CODEC_TWICE == %d);\n\n' % CODECS.index(codec))
    write_row(out, 'guint8 vr_codec_pages[256]', numbers)
    write_array(out, 'guint16 vr_codec_slots[][256]', blocks)
    twice = {ord(char): 1 << CODECS.index(codec) for codec, byte, char in TWICE}
    masks = [(0, 0)]
    rows = [[0] * len(CODECS)]
    for char in chars:
        bytes_of = found[char]
        masks.append((sum(1 << n for n, b in bytes_of.items() if 0xC2 <= b < 0xF5)
                      | twice.get(char, 0),
                      sum(1 << n for n, b in bytes_of.items() if b < 0xC0)))
        rows.append([bytes_of.get(n, 0) for n in range(len(CODECS))])
    write_array(out, 'VrCodecMasks vr_codec_masks[]', [('%#x' % a, '%#x' % b) for a, b in masks])
    write_array(out, 'guint8 vr_codec_bytes[][VR_N_BYTE_CODECS]', rows)


def write_alphabets(out):
    """A row a letter, the cost in each alphabet: by place from 1 to 9, 11 where it lacks it."""
    letters = sorted(set(''.join(ALPHABETS)) - {' '})
    rows = [[12] * len(ALPHABETS)]  # what no alphabet has
    for letter in letters:
        rows.append([min(1 + alphabet.find(letter), 9) if letter in alphabet else 11
                     for alphabet in ALPHABETS])
    slots = {}
    for slot, letter in enumerate(letters):
        slots[ord(letter)] = slots[ord(letter.upper()[0])] = slot + 1
    numbers, blocks = blocks_of(slots, 0)
    write_row(out, 'guint8 vr_alphabet_pages[256]', numbers)
    write_array(out, 'guint16 vr_alphabet_slots[][256]', blocks)
    write_array(out, 'guint8 vr_alphabet_costs[][VR_N_ALPHABETS]', rows)


def main(output):
    numbers, blocks = blocks_of({c: 'VR_GLYPH_' + classify(c) for c in range(0x10000)}, None)
    with open(output, 'w', encoding='ascii') as out:
        out.write('/* Made by make-mojibake-tables.py. */\n'
                  '#include "src/text/vr-mojibake-private.h"\n\n')
        write_row(out, 'guint8 vr_glyph_pages[256]', numbers)
        write_array(out, 'guint8 vr_glyph_blocks[][256]', blocks)
        write_codecs(out)
        write_alphabets(out)


main(sys.argv[1])
