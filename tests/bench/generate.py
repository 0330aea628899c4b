#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes pairs of synthetic texts to measure with: generate.py FOLDER [SEED [NAME...]]

NAME.a and NAME.b, and NAME.truth.json where paragraphs move, split and merge ("pairs" of lines
from 0, "moved" old lines, "split" old lines, "merged_new" new lines).  Words have the frequencies
of a language (Zipf), sentences and paragraphs their usual lengths."""
import bisect
import itertools
import json
import os
import random
import sys

SYLLABLES = [c + v for c in 'b d f g k l m n p r s t v z st br th'.split() for v in 'a e i o u ai'.split()]
N_WORDS = 30000


class Language:
    """A vocabulary and how often each of its words is used."""

    def __init__(self, seed, n_shared=N_WORDS):
        shared, own = random.Random(1), random.Random(seed)
        words = {}
        while len(words) < N_WORDS:
            dice = shared if len(words) < n_shared else own
            words.setdefault(''.join(dice.choices(SYLLABLES, k=dice.choice((1, 2, 2, 3, 4)))))
        self.words = list(words)
        self.limits = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(N_WORDS)))

    def word(self, dice):
        return self.words[bisect.bisect(self.limits, dice.random() * self.limits[-1])]


def make_sentence(dice, language):
    n_words = max(2, int(dice.lognormvariate(2.8, 0.5)))
    words = [language.word(dice) + (',' if dice.random() < 0.07 else '') for _ in range(n_words)]
    return words[0].capitalize() + ' ' + ' '.join(words[1:]).rstrip(',') + '.'


def make_paragraph(dice, language):
    return [make_sentence(dice, language) for _ in range(max(1, int(dice.lognormvariate(1.2, 0.6))))]


def make_paragraphs(dice, language, n_bytes):
    paragraphs = []
    while n_bytes > 0:
        paragraphs.append(make_paragraph(dice, language))
        n_bytes -= sum(len(sentence) + 1 for sentence in paragraphs[-1])
    return paragraphs


def edit(dice, language, sentences, rate):
    """One word in 1 / rate replaced, dropped, or followed by another."""
    edited = []
    for sentence in sentences:
        words = []
        for word in sentence.split(' '):
            kind = dice.randrange(3) if dice.random() < rate else None
            if kind != 0:
                words.append(language.word(dice) if kind == 1 else word)
            if kind == 2:
                words.append(language.word(dice))
        edited.append(' '.join(words) or language.word(dice) + '.')
    return edited


def move_blocks(dice, items, share):
    """Takes blocks of 1 to 5 items out, `share` of all, and puts each in at another place."""
    rest, blocks, i = [], [], 0
    while i < len(items):
        n = dice.randint(1, 5)
        if dice.random() < share:
            blocks.append(items[i:i + n])
        else:
            rest.extend([item] for item in items[i:i + n])
        i += n
    for block in blocks:
        rest.insert(dice.randrange(len(rest) + 1), block)
    return [item for block in rest for item in block]


def outside_longest_run(pairs):
    """Old lines of the pairs outside a longest increasing run."""
    tails, links, places = [], [], []
    for at, (old, new) in enumerate(pairs):
        k = bisect.bisect_left(tails, new)
        tails[k:k + 1], places[k:k + 1] = [new], [at]
        links.append(places[k - 1] if k else None)
    run, at = set(), places[-1] if places else None
    while at is not None:
        run.add(at)
        at = links[at]
    return sorted({old for at, (old, new) in enumerate(pairs) if at not in run})


def make_moving(dice, n_bytes):
    """Five words in a hundred edited, one paragraph in twenty moved, some split or merged."""
    language = Language(2)
    old = make_paragraphs(dice, language, n_bytes)
    new, pairs, split, merged = [], [], [], []
    for index in move_blocks(dice, list(range(len(old))), 0.05):
        sentences = edit(dice, language, old[index], 0.05)
        chance = dice.random()
        if chance < 0.01 and len(sentences) > 1:
            at = dice.randrange(1, len(sentences))
            split.append(index)
            pairs += [(index, len(new)), (index, len(new) + 1)]
            new += [sentences[:at], sentences[at:]]
        elif chance < 0.02 and new and pairs[-1][0] == index - 1 and len(new) - 1 not in merged:
            merged.append(len(new) - 1)
            pairs.append((index, len(new) - 1))
            new[-1] = new[-1] + sentences
        else:
            pairs.append((index, len(new)))
            new.append(sentences)
    truth = {'pairs': pairs, 'moved': outside_longest_run(sorted(pairs)), 'split': sorted(split),
             'merged_new': merged}
    return old, new, truth


def make_edited(dice, n_bytes, rate):
    language = Language(2)
    old = make_paragraphs(dice, language, n_bytes)
    return old, [edit(dice, language, paragraph, rate) for paragraph in old], None


def make_one_paragraph(dice, n_bytes, rate):
    old, new, truth = make_edited(dice, n_bytes, rate)
    return [list(itertools.chain(*old))], [list(itertools.chain(*new))], truth


def make_unrelated(dice, n_bytes):
    return [make_paragraphs(dice, Language(seed, n_shared=12000), n_bytes) for seed in (2, 3)] + [None]


def make_values(dice, n_lines):
    values = ['alpha', 'beta', 'gamma']
    old = [[dice.choice(values)] for _ in range(n_lines)]
    new = []
    for line in old:
        kind = dice.randrange(3) if dice.random() < 0.3 else None
        new += [] if kind == 0 else [[dice.choice(values)] if kind == 1 else line]
        new += [[dice.choice(values)]] if kind == 2 else []
    return old, new, None


def make_shuffled(dice, n_lines):
    language = Language(2)
    old = [[make_sentence(dice, language)] for _ in range(n_lines)]
    blocks, i = [], 0
    while i < n_lines:
        blocks.append(old[i:i + dice.randint(1, 50)])
        i += len(blocks[-1])
    dice.shuffle(blocks)
    return old, list(itertools.chain(*blocks)), None


RECIPES = {
    'w2': lambda dice: make_edited(dice, 1 << 20, 0.01),
    'w3s': lambda dice: make_moving(dice, 1 << 20),
    'w3': lambda dice: make_moving(dice, 10 << 20),
    'w4': lambda dice: make_unrelated(dice, 1 << 20),
    'w5': lambda dice: make_values(dice, 200000),
    'w6': lambda dice: make_one_paragraph(dice, 2 << 20, 0.02),
    'w7': lambda dice: make_shuffled(dice, 100000),
}


def write(path, paragraphs):
    with open(path, 'w', encoding='utf-8') as file:
        file.writelines(' '.join(sentences) + '\n' for sentences in paragraphs)


def generate(folder, seed, names):
    os.makedirs(folder, exist_ok=True)
    for name in names:
        old, new, truth = RECIPES[name](random.Random(f'{seed} {name}'))
        write(os.path.join(folder, name + '.a'), old)
        write(os.path.join(folder, name + '.b'), new)
        if truth is not None:
            with open(os.path.join(folder, name + '.truth.json'), 'w', encoding='utf-8') as file:
                json.dump(truth, file)


if __name__ == '__main__':
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    generate(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else '1', sys.argv[3:] or list(RECIPES))
