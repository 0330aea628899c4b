#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the aligner's weights and scores them, on all of the cases and by 5-fold.

usage: train.py ALIGN_DEV DEV_FOLDER [--write=vr-align-weights.inc] [--sets=a,b]

Needs numpy and scipy (Debian: python3-numpy python3-scipy).  Folds are cut by underlying document:
two drafts of one essay, its sentences, its paragraphs and its version with a moved paragraph never
stand in different folds.
"""
import argparse
import hashlib
import json
import os
import subprocess
import tempfile

import numpy as np
from scipy.optimize import minimize

SETS = ["argrewrite2_sent", "argrewrite2_moved_sent", "argrewrite2_para", "deplain_ll_sent",
        "wikidiff2_cases"]
# What a pair counts in training: paragraphs and wiki lines are fewer than sentences.
SET_WEIGHTS = {"argrewrite2_para": 2.0, "wikidiff2_cases": 1.0, "argrewrite2_sent": 0.7,
               "argrewrite2_moved_sent": 0.7}
SHORT_WORDS, LONG_WORDS = 16.0, 96.0


def fold_of(case_id):
    return int(hashlib.sha1(case_id.split("-")[-1].encode()).hexdigest(), 16) % 5


class Cases:
    def __init__(self, tool, folder, names):
        self.tool = tool
        out = subprocess.run([tool, "--names"], stdout=subprocess.PIPE, check=True).stdout
        lines = [line.split() for line in out.decode().splitlines()]
        self.names = [[n for p, _, n in lines if p == "1"], [n for _, _, n in lines]]
        self.unused = [[], [k for k, line in enumerate(lines) if line[1] == "0"]]
        self.records = []
        for name in names:
            with open(os.path.join(folder, name + ".jsonl"), encoding="utf-8") as f:
                for line in f:
                    record = json.loads(line)
                    record["set"] = name
                    self.records.append(record)
        self.gold = [{tuple(p) for p in r["gold"]} for r in self.records]
        self.optional = [{tuple(p) for p in r.get("optional", [])} - g
                         for r, g in zip(self.records, self.gold)]
        self.folds = np.array([fold_of(r["id"]) for r in self.records])
        self.input = "\n".join(
            json.dumps({"id": str(k), "old": r["old"], "new": r["new"]})
            for k, r in enumerate(self.records)) + "\n"

    def run(self, model, features=False):
        """Predicted pairs by case, and the features of both passes if asked for."""
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "w")
            with open(path, "w", encoding="ascii") as f:
                f.write(model.text())
            command = [self.tool, "--weights=" + path]
            if features:
                command.append("--features=" + os.path.join(folder, "f"))
            out = subprocess.run(command, input=self.input.encode(), stdout=subprocess.PIPE,
                                 stderr=subprocess.DEVNULL, check=True).stdout
            pairs = [{tuple(p) for p in json.loads(line)["pairs"]} for line in out.splitlines()]
            if not features:
                return pairs
            return pairs, [self.load(os.path.join(folder, "f.%d" % k), n)
                           for k, n in enumerate(map(len, self.names))]

    def load(self, path, n_features):
        table = np.fromfile(path, dtype=[("h", "<i4", 5), ("x", "<f4", n_features)])
        head, x = table["h"], table["x"].astype(float)
        y = np.array([(i, j) in self.gold[c] for c, i, j in head[:, :3]], dtype=float)
        w = np.array([0.0 if (i, j) in self.optional[c] else
                      SET_WEIGHTS.get(self.records[c]["set"], 1.0) for c, i, j in head[:, :3]])
        blend = np.log(np.sqrt(head[:, 3].astype(float) * head[:, 4]) / SHORT_WORDS)
        blend = np.clip(blend / np.log(LONG_WORDS / SHORT_WORDS), 0, 1)
        return {"case": head[:, 0], "x": x, "y": y, "w": w, "blend": blend}

    def score(self, pairs, chosen=None):
        """F1 by set."""
        sums = {}
        for k, record in enumerate(self.records):
            if chosen is not None and not chosen[k]:
                continue
            s = sums.setdefault(record["set"], [0, 0, 0])
            found = pairs[k] - self.optional[k]
            s[0] += len(found & self.gold[k])
            s[1] += len(found)
            s[2] += len(self.gold[k])
        return {name: 2 * h / max(1, p + g) for name, (h, p, g) in sums.items()}


class Model:
    def __init__(self, names):
        self.names = names
        self.passes = [None, None]
        self.in_order, self.moved = 0.5, 0.7

    def text(self):
        lines = ["in-order %g" % self.in_order, "moved %g" % self.moved]
        for k, one in enumerate(self.passes):
            names = self.names[k]
            if one is None:
                lines += ["%d %s 0 0 0" % (k, name) for name in names]
                continue
            lines.append("%d bias %.9g %.9g" % (k, *one["bias"]))
            lines += ["%d %s %.9g %.9g %.9g" % (k, name, *values) for name, *values in
                      zip(names, one["mean"], one["short"], one["long"])]
        return "\n".join(lines) + "\n"


def fit(data, chosen, ridge, difference, unused):
    """Logistic regression with weights for short and for long units: ridge on their mean, and a
    stronger one on how much they differ."""
    rows = chosen[data["case"]] & (data["w"] > 0)
    x, y, w, g = data["x"][rows], data["y"][rows], data["w"][rows], data["blend"][rows]
    mean, scale = x.mean(0), x.std(0) + 1e-6
    z = (x - mean) / scale
    n = z.shape[1]
    c = (g - 0.5)[:, None]
    keep = np.array([k not in unused for k in range(n)])
    keep = np.concatenate([keep, keep, [True, True]])
    full = np.hstack([z, z * c, np.ones((len(z), 1)), c])[:, keep]
    penalty = np.concatenate([np.full(n, ridge), np.full(n, difference), [1e-3, difference]])[keep]

    def loss(b):
        t = full @ b
        p = 1 / (1 + np.exp(-t))
        return (w * (np.logaddexp(0, t) - y * t)).sum() + 0.5 * (penalty * b * b).sum(), \
            full.T @ (w * (p - y)) + penalty * b

    b = np.zeros(2 * n + 2)
    b[keep] = minimize(loss, np.zeros(full.shape[1]), jac=True, method="L-BFGS-B",
                       options={"maxiter": 2000, "maxfun": 4000}).x
    common, slope = b[:n], b[n:2 * n]
    return {"mean": mean, "short": (common - slope / 2) / scale, "long": (common + slope / 2) / scale,
            "bias": (b[2 * n] - b[2 * n + 1] / 2, b[2 * n] + b[2 * n + 1] / 2)}


def train(cases, chosen, options):
    model = Model(cases.names)
    _, (first, _) = cases.run(model, features=True)
    model.passes[0] = fit(first, chosen, options.ridge, options.difference, cases.unused[0])
    _, (_, second) = cases.run(model, features=True)
    model.passes[1] = fit(second, chosen, options.ridge, options.difference, cases.unused[1])
    return model


def goal(scores):
    return sum(scores.values())


def choose_thresholds(cases, model, chosen):
    best = None
    for in_order in np.arange(0.30, 0.62, 0.04):
        for moved in (0.5, 0.6, 0.7, 0.8, 0.9):
            model.in_order, model.moved = in_order, moved
            value = goal(cases.score(cases.run(model), chosen))
            if best is None or value > best[0] + 1e-9:
                best = (value, in_order, moved)
    _, model.in_order, model.moved = best


def table(title, scores):
    print(title.ljust(18) + "  ".join("%s %.4f" % (k, v) for k, v in scores.items()), flush=True)


def c_array(values):
    text, line = "", "     "
    for value in values:
        part = " %.7gf," % value if ("%.7g" % value).strip("-").count(".") or "e" in "%.7g" % value \
            else " %.7g," % value
        if len(line) + len(part) > 98:
            text, line = text + line + "\n", "     "
        line += part
    return "{\n" + text + line.rstrip(",") + "\n    }"


def write(model, path):
    with open(path, "w", encoding="ascii") as f:
        f.write("/* Made by tests/align/train.py; the order is VrFeature's. */\n  .passes = {\n")
        for one in model.passes:
            f.write("    {\n    .means = %s,\n    .weights = { %s, %s },\n"
                    "    .biases = { %.7g, %.7g },\n    },\n" % (
                        c_array(one["mean"]), c_array(one["short"]),
                        c_array(one["long"]), *one["bias"]))
        f.write("  },\n  .in_order = %.3g,\n  .moved = %.3g,\n" % (model.in_order, model.moved))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tool")
    parser.add_argument("folder")
    parser.add_argument("--write")
    parser.add_argument("--sets", default=",".join(SETS))
    parser.add_argument("--ridge", type=float, default=2.0)
    parser.add_argument("--difference", type=float, default=30.0)
    parser.add_argument("--thresholds", default="")
    options = parser.parse_args()
    cases = Cases(options.tool, options.folder, options.sets.split(","))
    everything = np.ones(len(cases.records), dtype=bool)

    def trained(chosen):
        model = train(cases, chosen, options)
        if options.thresholds:
            model.in_order, model.moved = map(float, options.thresholds.split(","))
        else:
            choose_thresholds(cases, model, chosen)
        return model

    model = trained(everything)
    table("all of dev", cases.score(cases.run(model)))
    print("thresholds", model.in_order, model.moved)
    if options.write:
        write(model, options.write)
    pairs = [None] * len(cases.records)
    for fold in range(5):
        one = trained(cases.folds != fold)
        found = cases.run(one)
        for k in np.flatnonzero(cases.folds == fold):
            pairs[k] = found[k]
    table("5-fold", cases.score(pairs))


main()
