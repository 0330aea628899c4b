#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Roles of pasted pages against what people said they are.

usage: roles-of-copies.py ROLES_OF_COPIES [--verbose]

Reads the folder VARIORUM_SHARED: five pages with the role of each line, and page copies with their
article's text, scored as eval_extract.py there does.  Fails below the shares and figures that are
named here.  The copies trained the weights: for pages that those have not seen, run train-roles.
"""
import json
import os
import subprocess
import sys

FURNITURE = {"promo", "related", "nav", "bio", "footer"}
MIN_ROLES, MIN_FURNITURE, MIN_F1 = 0.95, 0.98, 0.93


def get_rows(program, path):
    out = subprocess.run([program, "--rows", path], check=True, capture_output=True).stdout
    rows = (line.split("\t", 3) for line in out.decode().splitlines())
    return {int(line): (role, reason, text) for line, role, reason, text in rows}


def check_pages(program, shared, is_verbose):
    n = n_right = n_furniture = 0
    with open(os.path.join(shared, "gold", "seed_roles.json"), encoding="utf-8") as file:
        pages = json.load(file)["files"]
    for name, lines in sorted(pages.items()):
        rows = get_rows(program, os.path.join(shared, "seeds", name))
        for line in lines:
            role, reason, text = rows[line["n"]]
            n += 1
            n_right += role == line["role"]
            n_furniture += (role in FURNITURE) == (line["role"] in FURNITURE)
            if is_verbose and role != line["role"]:
                print(f"{name[:3]} {line['n']}: {role} for {line['role']} ({reason}): {text[:70]}")
        if len(lines) == 21:
            assert [rows[line["n"]][0] for line in lines] == ["body"] * 20 + ["related"], name
    print(f"roles {n_right}/{n} = {n_right / n:.3f}, furniture {n_furniture}/{n} = {n_furniture / n:.3f}")
    return n_right >= MIN_ROLES * n and n_furniture >= MIN_FURNITURE * n


def check_copies(program, shared):
    folder = os.path.join(shared, "import")
    sys.path.insert(0, folder)
    sys.dont_write_bytecode = True
    import eval_extract

    with open(os.path.join(folder, "page_copies.jsonl"), "rb") as file:
        out = subprocess.run([program, "--bodies"], stdin=file, check=True, capture_output=True).stdout
    with open(os.path.join(folder, "pages_gold.json"), encoding="utf-8") as file:
        gold = json.load(file)
    found = json.loads(out)
    eval_extract.bodies(gold, found)
    precision = recall = n = 0
    for key, page in gold.items():
        hit, extra, lost = eval_extract.page_counts(page["body"], found[key]["articleBody"])
        precision += eval_extract.ratio(hit, extra, lost)
        recall += eval_extract.ratio(hit, lost, extra)
        n += 1
    return 2 * precision * recall / (precision + recall) / n >= MIN_F1


def main():
    shared = os.environ.get("VARIORUM_SHARED", "../shared")
    if not os.path.exists(os.path.join(shared, "import", "page_copies.jsonl")):
        print("skipped: no shared data")
        return 77
    is_right = check_pages(sys.argv[1], shared, "--verbose" in sys.argv)
    return 0 if check_copies(sys.argv[1], shared) and is_right else 1


sys.exit(main())
