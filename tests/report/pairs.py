# SPDX-License-Identifier: GPL-3.0-or-later
"""Pairs of articles for the tests beside this file: fixtures, made-up ones, hostile ones."""

import pathlib
import random
import shutil
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
FIXTURES = HERE.parent / "golden" / "fixtures"
sys.path.insert(0, str(HERE.parent / "cli"))

from support import Case  # noqa: E402

N_RANDOM = 200

WORDS = """the a of and to in harbour quay ferry island council vote mayor bridge fog noon captain
crew seven twelve 40 5.0 million not never said “yes” said, told — reporters; "closed" opened port's
well-known Ærø naïve Straße мост تقرير שלום 港口 ท่าเรือ 👩‍👩‍👧 é e\u0301 <b> &amp; ]]> {++ ++} {~~a~>b~~} **bold**
~~gone~~ `code` $1.3m [link](javascript:alert(1)) =1+1 @home -5 +3 \\ # | 1. * _x_ > ;=cmd()
\u202eright\u202c \u2067iso\u2069 \x1b[31m \x07 \x7f \x85x \ufffe \ufdd0 \x0bx http://a.example/ x@a.example
--- +++ @@ <<} {>> =="} '= "+" '--' ++ -- != a-b --} ~> :""".split(" ")
WORDS = [word.strip("\n") for line in WORDS for word in line.split("\n") if word.strip("\n")]

HOSTILE = {
    "script": ("<script>alert(1)</script> stays.", "<script>alert(2)</script> stays & goes."),
    "cdata": ("One ]]> two <![CDATA[ three.", "One ]]> two <![CDATA[ four. <!-- -->"),
    "instruction": ("<?variorum-manifest {}?> a", "<?variorum-manifest {}?> b ?>"),
    "formula": ("=cmd()|' /C calc'!A0\n\n@SUM(1)\n\n'=already\n\n\"=quoted\"\n\n-5 degrees; fine",
                "=cmd()|' /C notepad'!A0\n\n+1\n\n'=already so\n\n\"=quote\"\n\nx;=cmd()\n\n＝1"),
    "override": ("abc \u202edef ghi", "abc \u202edef jkl \u2066x"),
    "controls": ("a\x01b \x1b[31mred\x1b[0m \x08\x7f", "a\x02b \x1b[32mred\x1b[0m \x9b1m"),
    "javascript": ("javascript:alert(1) [x](javascript:alert(1))",
                   "javascript:alert(2) [x](javascript:alert(1)) <javascript:alert(1)>"),
    "long": ("x" * 1_000_000, "x" * 999_999 + "y"),
    "emoji": ("👩‍👩‍👧‍👦 🇩🇪 👍🏽", "👩‍👩‍👧 🇫🇷 👍🏿"),
    "arabic": ("نشر التقرير اليوم في القاهرة.", "نشر التقرير أمس في القاهرة."),
    "hebrew": ("הנמל נפתח בבוקר.", "הנמל נסגר בערב."),
    "cjk": ("港口于今天早上开放。", "港口于昨天晚上「关闭」。"),
    "critic": ("{++ no ++} {-- no --} {~~ a ~> b ~~} {>> c <<} {== d ==}",
               "{++ yes ++} {-- no --} {~~ a ~> c ~~} {>> c <<}[^1] {== e ==}"),
    "markdown": ("# Not a heading\n\n- no list\n\n1. no list\n\n> no quote\n\n``` no code\n\n---\n\n"
                 "<div>no</div>\n\n| no | table |\n\n[a]: http://a.example/\n\n***x***",
                 "# Not a header\n\n- no lists\n\n2. no list\n\n> no quotes\n\n~~~ no code\n\n***\n\n"
                 "<div>none</div>\n\n| no | tables |\n\n[a]: http://b.example/\n\n***y***"),
    "patch": ("--- a/x\n\n+++ b/y\n\n@@ -1,1 +1,1 @@\n\n\\ No newline at end of file\n\ndiff --git a b",
              "--- a/y\n\n+++ b/x\n\n@@ -1,2 +1,1 @@\n\n\\ No newline\n\nIndex: /etc/passwd\n\nw\nq"),
    "nothing": ("", "Now there is something."),
    "nothing left": ("There was something.\n\nAnd more.", ""),
}


def sentence(chance):
    words = [chance.choice(WORDS) for _ in range(chance.randint(2, 14))]
    return " ".join(words) + chance.choice(".?!。")


def paragraph(chance):
    return " ".join(sentence(chance) for _ in range(chance.randint(1, 4)))


def edited(chance, text):
    """A few words other than before; a sentence that moved; another's space or quotation mark."""
    words = text.split(" ")
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(words))
        act = chance.randrange(4)
        if act == 0:
            words[at] = chance.choice(WORDS)
        elif act == 1:
            words.insert(at, chance.choice(WORDS))
        elif act == 2 and len(words) > 2:
            del words[at]
        else:
            words[at] = words[at].replace('"', "”") + chance.choice(["", " "])
    return " ".join(words)


def random_pair(number):
    """Two texts: paragraphs edited, moved, split, merged, taken out, put in, swapped sentences."""
    chance = random.Random(number)
    old = [paragraph(chance) for _ in range(chance.randint(1, 12))]
    new = [edited(chance, text) if chance.random() < 0.4 else text for text in old]
    for _ in range(chance.randint(0, 5)):
        act, at = chance.randrange(6), chance.randrange(len(new))
        if act == 0:
            new.insert(at, paragraph(chance))
        elif act == 1 and len(new) > 1:
            del new[at]
        elif act == 2:
            new.insert(chance.randrange(len(new)), new.pop(at))
        elif act == 3 and at + 1 < len(new):
            new[at:at + 2] = [" ".join(new[at:at + 2])]
        elif act == 4 and " " in new[at]:
            cut = new[at].index(" ", len(new[at]) // 3) if " " in new[at][len(new[at]) // 3:] else -1
            if cut > 0:
                new[at:at + 1] = [new[at][:cut], new[at][cut + 1:]]
        elif act == 5 and at + 1 < len(new):
            # A sentence goes from one paragraph to the next.
            head, dot, tail = new[at].rpartition(". ")
            if head:
                new[at:at + 2] = [head + ".", tail + " " + new[at + 1]]
    return "\n\n".join(old), "\n\n".join(new)


class PairCase(Case):
    """A test that goes over pairs in files of a folder of its own."""

    def each_pair(self, n_random=N_RANDOM):
        """Names of pairs, each with its two files."""
        for path in sorted(FIXTURES.glob("*.old.txt")):
            yield path.name, str(path), str(path).replace(".old.txt", ".new.txt")
        for name, (old, new) in HOSTILE.items():
            yield name, self.write(f"{name}.old.txt", old), self.write(f"{name}.new.txt", new)
        for number in range(n_random):
            old, new = random_pair(number)
            yield (f"random {number}", self.write("random.old.txt", old),
                   self.write("random.new.txt", new))

    def check_each(self, check, n_random=N_RANDOM):
        for name, old, new in self.each_pair(n_random):
            with self.subTest(pair=name):
                check(old, new)

    def read_pair(self, old, new, *options):
        """The comparison as JSON, and the paragraphs of both."""
        found = self.compare_json(*options, old, new)
        return found, [[paragraph["text"] for paragraph in found[side]["paragraphs"]]
                       for side in ("old", "new")]

    def report(self, form, *args):
        """The bytes of a report on standard output."""
        done = self.run_program("compare", f"--format={form}", *args)
        self.assertIn(done.returncode, (0, 1), done.stderr.decode())
        return done.stdout


def needs(program):
    if shutil.which(program) is None:
        raise unittest.SkipTest(f"skipped: no {program}")
