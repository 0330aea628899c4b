# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether two listings of a drawing are the same but for what does not meet the eye: versions of Cairo, Pango
and FreeType round otherwise.  Measured between those of Debian 12 and 13: 0.3 points, 6 levels of 255."""

import itertools
import re

POINTS = 0.4
LEVELS = 8

# Places of what is drawn; all else is met exactly, as are the words, which stand in quotes at the end.
DRAWN = re.compile(r"(bookmark|fill|glyphs|image|line|object|text) ")
NUMBER = re.compile(r"-?\d+\.\d")
GRID = re.compile(r"(\.|[0-9a-f]{6})( (\.|[0-9a-f]{6}))*")
SHOWN = 12


def is_alike_word(kept, made):
    if kept == made:
        return True
    if NUMBER.fullmatch(kept) and NUMBER.fullmatch(made):
        return abs(float(kept) - float(made)) < POINTS + 0.01
    return False


def is_alike_cell(kept, made):
    pairs = zip(*(bytes.fromhex("ffffff" if cell == "." else cell) for cell in (kept, made)))
    return all(abs(a - b) <= LEVELS for a, b in pairs)


def is_alike_line(kept, made):
    if kept == made:
        return True
    if GRID.fullmatch(kept) and GRID.fullmatch(made):
        kept, made = kept.split(), made.split()
        return len(kept) == len(made) and all(map(is_alike_cell, kept, made))
    if not DRAWN.match(kept):
        return False
    kept, _, kept_words = kept.partition('"')
    made, _, made_words = made.partition('"')
    kept, made = kept.split(), made.split()
    return (kept_words == made_words and len(kept) == len(made)
            and all(map(is_alike_word, kept, made)))


def find_differences(kept, made):
    """The first lines that differ, to be shown; none when all are alike."""
    pairs = itertools.zip_longest(kept.splitlines(), made.splitlines(), fillvalue="")
    different = [(n, a, b) for n, (a, b) in enumerate(pairs, 1) if not is_alike_line(a, b)]
    lines = [f"line {n}\n- {a}\n+ {b}" for n, a, b in different[:SHOWN]]
    if len(different) > SHOWN:
        lines.append(f"and {len(different) - SHOWN} more")
    return lines
