#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the extractor's forests and scores them by 5-fold, on two cuts into folds.

usage: train.py EXTRACT_DEV IMPORT_FOLDER WORK_FOLDER [--write=vr-extract-weights.inc]

IMPORT_FOLDER is the shared material's `import`; WORK_FOLDER keeps the unpacked pages and what
extract-dev sees of them.  Needs numpy and scikit-learn (Debian: python3-numpy python3-sklearn).
A block of a page with a body by hand is the article's where most of its words are in a longest
common run with it; of a page with segments only the blocks that hold one say anything.
Pages of one site never stand in different folds.
"""
import argparse
import difflib
import gzip
import hashlib
import json
import os
import pickle
import re
import subprocess
import sys
from urllib.parse import urlsplit

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

WORD = re.compile(r"\w+")
N_FOLDS = 5
# What the second forest learns from are answers about pages that the first one did not see: that
# is grown once more for each of so many parts.
N_PARTS = 3
# What the pages with segments weigh beside those with whole bodies.
SEGMENTS_WEIGHT = 0.6
# Where the two sets disagree of what belongs to the text (standfirsts, captions, comments), the whole
# bodies decide: what segments say for those weighs so little.
DISPUTED = ["m-dek", "m-caption", "m-thread", "m-comment", "is-description"]
DISPUTED_WEIGHT = 0.15
# Rows of trees: each sees some of the pages and some of the features, so that together they are
# steadier than one.
N_ROWS = 4
N_ROWS_OF_PARTS = 1
SHARE_OF_PAGES = 0.85
SHARE_OF_FEATURES = 0.7
SECOND_SHARE_OF_FEATURES = 0.5
SETTINGS = {"max_iter": 90, "learning_rate": 0.09, "max_leaf_nodes": 12, "min_samples_leaf": 15,
            "l2_regularization": 2.0}
SECOND_SETTINGS = {"max_iter": 60, "learning_rate": 0.09, "max_leaf_nodes": 8,
                   "min_samples_leaf": 20, "l2_regularization": 2.0}
N_SECOND_ROWS = 4
# As vr_extract_new() has it: of a page of which less is taken, what is less sure is taken too.
THRESHOLDS = [0.45, 0.35, 0.2, 0.1]
FEW_CHARS = 250


class Pages:
    """One set of pages: what extract-dev sees of their blocks, and what is known of them."""

    def __init__(self, options, name):
        self.folder = os.path.join(options.work, name)
        self.dev = options.extract_dev
        os.makedirs(self.folder, exist_ok=True)
        with open(os.path.join(options.shared, name + "_gold.json"), encoding="utf-8") as f:
            self.gold = json.load(f)
        self.ids = sorted(self.gold)
        for page in self.ids:
            path = os.path.join(self.folder, page + ".html")
            if not os.path.exists(path):
                with gzip.open(os.path.join(options.shared, name, page + ".html.gz")) as packed:
                    with open(path, "wb") as f:
                        f.write(packed.read())
        paths = "".join(os.path.join(self.folder, k) + ".html\n" for k in self.ids)
        subprocess.run([self.dev, self.folder], input=paths.encode(), check=True)
        with open(os.path.join(self.folder, "blocks.jsonl"), encoding="utf-8") as f:
            self.blocks = [json.loads(line)["blocks"] for line in f]
        self.rows = np.cumsum([0] + [len(b) for b in self.blocks])
        data = np.fromfile(os.path.join(self.folder, "features.f32"), dtype=np.float32)
        self.seen = data.reshape(self.rows[-1], -1)
        out = subprocess.run([self.dev, "--names"], stdout=subprocess.PIPE, check=True).stdout
        self.names = out.decode().split()
        self.sites = [urlsplit(self.gold[k].get("url", k)).netloc or k for k in self.ids]

    def cut(self, salt, n_folds=N_FOLDS):
        """The fold of each page, by its site."""
        return np.array([int(hashlib.sha1((salt + s).encode()).hexdigest(), 16) % n_folds
                         for s in self.sites])

    def look_around(self, answer):
        """What each block shows, and how those around it were judged."""
        answer.astype(np.float32).tofile(os.path.join(self.folder, "sure.f32"))
        counts = "".join(f"{n}\n" for n in np.diff(self.rows))
        subprocess.run([self.dev, "--around", self.folder], input=counts.encode(), check=True)
        around = np.fromfile(os.path.join(self.folder, "around.f32"), dtype=np.float32)
        return np.hstack([self.seen, around.reshape(self.rows[-1], -1)])

    def silence(self, answer):
        """As vr_extract_judge() has it: readers' comments are never the article."""
        answer[self.seen[:, self.names.index("m-thread")] > 0] = 0
        return answer

    def mask(self, chosen):
        return np.repeat(chosen, np.diff(self.rows))

    def split(self, values):
        return [values[self.rows[k]:self.rows[k + 1]] for k in range(len(self.ids))]


def label_bodies(pages):
    path = os.path.join(pages.folder, "labels.pickle")
    known = {}
    if os.path.exists(path):
        with open(path, "rb") as f:
            known = pickle.load(f)
    labels, weights = [], []
    for page, blocks in zip(pages.ids, pages.blocks):
        gold = WORD.findall(pages.gold[page]["body"])
        words = [WORD.findall(b) for b in blocks]
        key = hashlib.sha1("\n".join(blocks).encode()).hexdigest()
        if key not in known:
            owners = [k for k, w in enumerate(words) for _ in w]
            flat = [x for w in words for x in w]
            hits = np.zeros(len(blocks))
            matcher = difflib.SequenceMatcher(None, flat, gold, autojunk=False)
            for start, _, n in matcher.get_matching_blocks():
                for k in range(start, start + n):
                    hits[owners[k]] += 1
            known[key] = hits
        n_words = np.array([max(1, len(w)) for w in words])
        labels.append((known[key] / n_words > 0.5).astype(int))
        weights.append((np.minimum(n_words, 80) + 6) / (len(gold) + 60))
    with open(path, "wb") as f:
        pickle.dump(known, f)
    return np.concatenate(labels), np.concatenate(weights)


def label_segments(pages):
    labels = []
    for page, blocks in zip(pages.ids, pages.blocks):
        gold = pages.gold[page]
        found = np.full(len(blocks), -1)
        for k, block in enumerate(blocks):
            inside = any(s in block for s in gold["with"])
            outside = any(s in block for s in gold["without"])
            if inside != outside:
                found[k] = int(inside)
        labels.append(found)
    labels = np.concatenate(labels)
    names = pages.names
    disputed = (pages.seen[:, names.index("heading")] > 0) & (
        pages.seen[:, names.index("prose-before")] < 0.02)
    for name in DISPUTED:
        disputed |= pages.seen[:, names.index(name)] > 0
    return labels, np.where(disputed & (labels == 1), DISPUTED_WEIGHT, 1.0) * (labels >= 0)


def grow(sets, seens, chosen, seed, n_rows, share_of_features, settings):
    """Rows of trees, as pairs of the features that one sees and a model.  What the blocks around
    say, behind the features, each row sees."""
    rows = []
    for row in range(n_rows):
        random = np.random.RandomState(1000 * seed + row)
        n_names = len(sets[0].names)
        columns = np.sort(random.permutation(n_names)[:int(share_of_features * n_names)])
        columns = np.append(columns, np.arange(n_names, seens[0].shape[1]))
        seen, labels, weights = [], [], []
        for pages, all_seen, pick in zip(sets, seens, chosen):
            use = pages.mask(pick & (random.rand(len(pick)) < SHARE_OF_PAGES))
            use &= pages.labels >= 0
            seen.append(all_seen[use][:, columns])
            labels.append(pages.labels[use])
            weights.append(pages.weights[use] / pages.weights[use].sum() * 10000 * pages.weight)
        model = HistGradientBoostingClassifier(random_state=row, **settings)
        model.fit(np.concatenate(seen), np.concatenate(labels),
                  sample_weight=np.concatenate(weights))
        rows.append((columns, model))
    return rows


def ask(rows, seen):
    logit = sum(model.decision_function(seen[:, columns]) for columns, model in rows) / len(rows)
    return 1 / (1 + np.exp(-logit))


def fit(sets, chosen, seed):
    """The first forest, and the second."""
    seens = [p.seen for p in sets]
    first = grow(sets, seens, chosen, seed, N_ROWS, SHARE_OF_FEATURES, SETTINGS)
    answers = [np.zeros(p.rows[-1]) for p in sets]
    cuts = [p.cut(f"part {seed}", N_PARTS) for p in sets]
    for part in range(N_PARTS):
        rows = grow(sets, seens, [c & (cut != part) for c, cut in zip(chosen, cuts)],
                    N_PARTS * (seed + N_FOLDS) + part, N_ROWS_OF_PARTS, SHARE_OF_FEATURES, SETTINGS)
        for pages, cut, answer in zip(sets, cuts, answers):
            held = pages.mask(cut == part)
            answer[held] = ask(rows, pages.seen[held])
    seens = [p.look_around(p.silence(a)) for p, a in zip(sets, answers)]
    second = grow(sets, seens, chosen, seed, N_SECOND_ROWS, SECOND_SHARE_OF_FEATURES,
                  SECOND_SETTINGS)
    return first, second


def judge(forests, pages):
    first, second = forests
    alone = pages.silence(ask(first, pages.seen))
    return pages.silence(ask(second, pages.look_around(alone)))


def cross(sets, salt):
    """Each block's answer by forests that saw no page of its fold."""
    answers = [np.zeros(p.rows[-1]) for p in sets]
    folds = [p.cut(salt) for p in sets]
    for fold in range(N_FOLDS):
        forests = fit(sets, [f != fold for f in folds], fold)
        for pages, cut, answer in zip(sets, folds, answers):
            held = pages.mask(cut == fold)
            answer[held] = judge(forests, pages)[held]
    return answers


def take(blocks, sure):
    for least in (FEW_CHARS, 1):
        for threshold in THRESHOLDS:
            taken = "\n".join(b for b, s in zip(blocks, sure) if s > threshold)
            if len(re.sub(r"\s", "", taken)) >= least:
                return taken
    return ""


def score(sets, answers, evaluate):
    for pages, answer in zip(sets, answers):
        found = {}
        for page, blocks, sure in zip(pages.ids, pages.blocks, pages.split(answer)):
            found[page] = {"articleBody": take(blocks, sure)}
        if "body" in pages.gold[pages.ids[0]]:
            evaluate.bodies(pages.gold, found)
        else:
            evaluate.segments(pages.gold, found)


def write_forest(rows, name):
    """A branch, what is below it on the left, on the right; the rows' mean as one sum."""
    branches, trees = [], []

    def add(nodes, at, columns):
        node = nodes[at]
        place = len(branches)
        branches.append(None)
        if node["is_leaf"]:
            branches[place] = (0, 0, node["value"] / len(rows))
            return
        add(nodes, node["left"], columns)
        branches[place] = (columns[node["feature_idx"]], len(branches) - place,
                           node["num_threshold"])
        add(nodes, node["right"], columns)

    for columns, model in rows:
        for (predictor,) in model._predictors:
            trees.append(len(branches))
            add(predictor.nodes, 0, columns)
    bias = sum(float(np.ravel(model._baseline_prediction)[0]) for _, model in rows) / len(rows)
    return [f"static const guint16 {name}_trees[] = {{", *wrap([str(t) for t in trees]), "};",
            f"static const Branch {name}_branches[] = {{",
            *wrap([f"{{ {f}, {s}, {number(v)} }}" for f, s, v in branches]), "};",
            f"static const Forest {name}_forest = {{ {number(bias)}, "
            f"G_N_ELEMENTS ({name}_trees), {name}_trees, {name}_branches }};"]


def write_forests(forests, n_features, n_around):
    first, second = forests
    return ["/* Made by tests/extract/train.py. */", "/* clang-format off */",
            f"#define FOREST_N_FEATURES {n_features}", f"#define FOREST_N_AROUND {n_around}",
            *write_forest(first, "first"), *write_forest(second, "second"), "/* clang-format on */"]


def number(value):
    text = f"{float(value):.6g}"
    return text + ("f" if any(c in text for c in ".e") else ".0f")


def wrap(items):
    lines, line = [], " "
    for item in items:
        if len(line) + len(item) > 96:
            lines.append(line)
            line = " "
        line += f" {item},"
    return lines + [line]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("extract_dev")
    parser.add_argument("shared")
    parser.add_argument("work")
    parser.add_argument("--write")
    options = parser.parse_args()
    options.extract_dev = os.path.abspath(options.extract_dev)
    options.work = os.path.abspath(options.work)
    sys.path.insert(0, options.shared)
    import eval_extract as evaluate

    sets = [Pages(options, "pages"), Pages(options, "pages_meta")]
    sets[0].labels, sets[0].weights = label_bodies(sets[0])
    sets[0].weight = 1.0
    sets[1].labels, sets[1].weights = label_segments(sets[1])
    sets[1].weight = SEGMENTS_WEIGHT
    for salt in ("", "x"):
        answers = cross(sets, salt)
        print("5-fold" + (", other folds" if salt else "") + ":")
        score(sets, answers, evaluate)
        sys.stdout.flush()
        np.savez(os.path.join(options.work, "answers.npz"), *answers)
    if options.write:
        forests = fit(sets, [np.ones(len(p.ids), dtype=bool) for p in sets], N_FOLDS)
        n_features = len(sets[0].names)
        n_around = forests[1][0][0][-1] + 1 - n_features
        with open(options.write, "w", encoding="ascii") as f:
            f.write("\n".join(write_forests(forests, n_features, n_around)) + "\n")


if __name__ == "__main__":
    main()
