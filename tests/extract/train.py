#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the extractor's forest and scores it by 5-fold, on two cuts into folds.

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
# What the pages with segments weigh beside those with whole bodies.
SEGMENTS_WEIGHT = 0.4
# Where the two sets disagree of what belongs to the text (standfirsts, captions, comments), the whole
# bodies decide: what segments say for those weighs so little.
DISPUTED = ["m-dek", "m-caption", "m-thread", "m-comment", "is-description"]
DISPUTED_WEIGHT = 0.15
# Rows of trees: each sees some of the pages and some of the features, so that together they are
# steadier than one.
N_ROWS = 3
SHARE_OF_PAGES = 0.85
SHARE_OF_FEATURES = 0.7
SETTINGS = {"max_iter": 90, "learning_rate": 0.09, "max_leaf_nodes": 12, "min_samples_leaf": 15,
            "l2_regularization": 2.0}
THRESHOLD = 0.45


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

    def cut(self, salt):
        """The fold of each page, by its site."""
        return np.array([int(hashlib.sha1((salt + s).encode()).hexdigest(), 16) % N_FOLDS
                         for s in self.sites])

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


def fit(sets, chosen, seed):
    """A row of trees, as pairs of its features and a model."""
    rows = []
    for row in range(N_ROWS):
        random = np.random.RandomState(1000 * seed + row)
        n_names = len(sets[0].names)
        columns = np.sort(random.permutation(n_names)[:int(SHARE_OF_FEATURES * n_names)])
        seen, labels, weights = [], [], []
        for pages, pick in zip(sets, chosen):
            use = pages.mask(pick & (random.rand(len(pick)) < SHARE_OF_PAGES))
            use &= pages.labels >= 0
            seen.append(pages.seen[use][:, columns])
            labels.append(pages.labels[use])
            weights.append(pages.weights[use] / pages.weights[use].sum() * 10000 * pages.weight)
        model = HistGradientBoostingClassifier(random_state=row, **SETTINGS)
        model.fit(np.concatenate(seen), np.concatenate(labels),
                  sample_weight=np.concatenate(weights))
        rows.append((columns, model))
    return rows


def ask(rows, seen):
    logit = sum(model.decision_function(seen[:, columns]) for columns, model in rows) / len(rows)
    return 1 / (1 + np.exp(-logit))


def cross(sets, salt):
    """Each block's answer by a model that saw no page of its fold."""
    answers = [np.zeros(p.rows[-1]) for p in sets]
    folds = [p.cut(salt) for p in sets]
    for fold in range(N_FOLDS):
        rows = fit(sets, [f != fold for f in folds], fold)
        for pages, cut, answer in zip(sets, folds, answers):
            held = pages.mask(cut == fold)
            answer[held] = ask(rows, pages.seen[held])
    for pages, answer in zip(sets, answers):
        # As vr_extract_judge() has it: readers' comments are never the article.
        answer[pages.seen[:, pages.names.index("m-thread")] > 0] = 0
    return answers


def score(sets, answers, evaluate, threshold=THRESHOLD):
    for pages, answer in zip(sets, answers):
        found = {}
        for page, blocks, sure in zip(pages.ids, pages.blocks, pages.split(answer)):
            found[page] = {"articleBody": "\n".join(
                b for b, s in zip(blocks, sure) if s > threshold)}
        if "body" in pages.gold[pages.ids[0]]:
            evaluate.bodies(pages.gold, found)
        else:
            evaluate.segments(pages.gold, found)


def write_forest(rows, n_features):
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
    return ["/* Made by tests/extract/train.py. */", "/* clang-format off */",
            f"#define FOREST_N_FEATURES {n_features}",
            f"static const float forest_bias = {bias:.6g}f;",
            "static const guint16 forest_trees[] = {", *wrap([str(t) for t in trees]), "};",
            "static const Branch forest_branches[] = {",
            *wrap([f"{{ {f}, {s}, {number(v)} }}" for f, s, v in branches]), "};",
            "/* clang-format on */"]


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
        rows = fit(sets, [np.ones(len(p.ids), dtype=bool) for p in sets], N_FOLDS)
        with open(options.write, "w", encoding="ascii") as f:
            f.write("\n".join(write_forest(rows, len(sets[0].names))) + "\n")


if __name__ == "__main__":
    main()
