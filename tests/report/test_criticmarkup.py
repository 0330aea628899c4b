# SPDX-License-Identifier: GPL-3.0-or-later
"""CriticMarkup, with all changes accepted and with all rejected."""

import re
import unittest

from pairs import PairCase

MARK = re.compile(r"\{\+\+(?P<added>.*?)\+\+\}|\{--(?P<removed>.*?)--\}"
                  r"|\{~~(?P<old>.*?)~>(?P<new>.*?)~~\}|\{>>(?P<comment>.*?)<<\}"
                  r"|\{==(?P<lit>.*?)==\}", re.DOTALL)


def settled(text, side):
    """With all changes accepted or rejected, as a program does that knows of nothing else."""
    names = ("removed", "old") if side == 0 else ("added", "new")
    return MARK.sub(lambda found: "".join(found[name] or "" for name in names), text)


def unescaped(text):
    def plain(found):
        return chr(int(found[1], 16)) if found[1] else found[2]

    return re.sub(r"&#x([0-9a-f]+);|\\(.)", plain, text)


def paragraphs(text):
    return [unescaped(block) for block in text.split("\n\n") if block]


class CriticMarkup(PairCase):
    def critic(self, *args):
        return self.report("criticmarkup", *args).decode()

    def test_accepted_it_is_the_new_text_and_rejected_the_old_one(self):
        def check(old, new):
            _, sides = self.read_pair(old, new)
            text = self.critic("--furniture=shown", old, new)
            for side in (0, 1):
                self.assertEqual(paragraphs(settled(text, side)), sides[side])
            self.assertNotRegex(settled(text, 1), r"\{\+\+|\{--|\{~~|\{>>|\{==|<<\}|~~\}|==\}")

        self.check_each(check)

    def test_nothing_in_it_is_a_control_character(self):
        def check(old, new):
            self.assertNotRegex(self.critic(old, new),
                                "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

        self.check_each(check)

    def test_a_replaced_word_is_one_change(self):
        text = self.critic(*self.pair("It opened at dawn today.", "It opened at dusk today."))
        self.assertIn("It opened at {~~dawn~>dusk~~} today.", text)

    def test_a_paragraph_that_moved_says_so_at_both_places(self):
        moved = "The third ferry stayed at the quay until the fog had gone, and then some."
        rest = [f"Paragraph number {n} tells of something else, as it did before." for n in range(4)]
        text = self.critic(*self.pair("\n\n".join([moved, *rest]), "\n\n".join([*rest, moved])))
        ways = re.findall(r"\{>>(moved down [^<]*) \(([0-9a-f]+)\)<<\}", text)
        self.assertEqual(len(ways), 2)
        self.assertEqual(ways[0][1], ways[1][1])
        self.assertIn("{--" + moved + "--}", text)
        self.assertIn("{++" + moved + "++}", text)

    def test_options_choose_what_it_has(self):
        old, new = self.pair("It’s late.\n\nAll were told not to go.\n\nThe fog came in.\n\nThe end.",
                             "It's late.\n\nAll were told to go.\n\nThe fog came in.\n\nThe end.")
        self.assertIn("{~~", self.critic(old, new).split("\n\n")[1])
        self.assertIn("It's late.", self.critic("--hide-quiet", old, new))
        self.assertIn("{>>… 2 paragraphs the same …<<}", self.critic("--changes-only", old, new))
        self.assertIn("{>>“not” removed<<}", self.critic(old, new))
        self.assertIn("Words", self.critic("--explain", old, new))

    def test_a_manifest_is_written_beside(self):
        old, new = self.pair()
        done = self.run_program("compare", "-o", "changes.critic.md", old, new)
        self.assertEqual(done.returncode, 1, done.stderr.decode())
        self.assertTrue((self.folder / "changes.critic.md.manifest.json").exists())


if __name__ == "__main__":
    unittest.main()
