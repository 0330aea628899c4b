# SPDX-License-Identifier: GPL-3.0-or-later
"""variorum blame and search: which version brought a sentence, and where a phrase stands."""

import json
import random
import stat
import subprocess
import unittest

from support import PROGRAM, ArchiveCase

FIRST = """The quay is shut.

Ships wait outside the harbour. Nobody came in all morning, the captain said.

The mayor spoke of a storm.
"""
SECOND = FIRST.replace("outside the harbour", "outside the old harbour")
THIRD = SECOND.replace(" Nobody came in all morning, the captain said.", "")
FOURTH = SECOND.replace("The mayor spoke of a storm.", "The mayor\u2019s storm is over.")

WORDS = """quay ships wait outside harbour morning captain mayor storm fog island ferry people noon
doctor town pier rain north wind lamp rope anchor""".split()


class History(ArchiveCase):
    def keep(self, *texts, variant="cnn"):
        for day, text in enumerate(texts, 1):
            self.snapshot(text, f"--published=2014-04-{day:02}T08:00+02:00", variant=variant)

    def blame(self, version="The-Quay/cnn"):
        return json.loads(self.call("blame", version, "--format=json"))

    def search(self, phrase, *words):
        """(name, [(first, last, vanished)]) of each variant that has it."""
        found = json.loads(self.call("search", phrase, *words, "--format=json"))
        return [(variant["variant"],
                 [(span["first"]["number"], span["last"]["number"],
                   span["vanished"] and span["vanished"]["number"]) for span in variant["spans"]])
                for variant in found]

    def test_each_sentence_stands_behind_the_version_that_brought_it(self):
        self.keep(FIRST, SECOND, THIRD, FOURTH)
        ids = self.git("rev-list", "--reverse", "The-Quay/cnn").split()
        lines = self.call("blame", "The-Quay/cnn").splitlines()
        self.assertEqual(lines, [
            f"1      {ids[0][:7]}  2014-04-01  The quay is shut.",
            "",
            f"2      {ids[1][:7]}  2014-04-02  Ships wait outside the old harbour.",
            f"1 (4)  {ids[0][:7]}  2014-04-01  Nobody came in all morning, the captain said.",
            "",
            f"4      {ids[3][:7]}  2014-04-04  The mayor\u2019s storm is over.",
        ])
        blame = self.blame()
        self.assertEqual([v["id"] for v in blame["versions"]], ids)
        self.assertEqual(blame["versions"][0]["published"], "2014-04-01T08:00:00+02")
        self.assertEqual([(s["paragraph"], s["brought"], s["changed"], s["origin"])
                          for s in blame["sentences"]],
                         [(0, 1, 1, 1), (1, 2, 2, 1), (1, 1, 4, 1), (2, 4, 4, 1)])

    def test_an_earlier_version_knows_nothing_of_later_ones(self):
        self.keep(FIRST, SECOND, THIRD, FOURTH)
        self.assertEqual([s["brought"] for s in self.blame("The-Quay/cnn@3")["sentences"]],
                         [1, 2, 1])
        self.assertEqual(len(self.blame("The-Quay/cnn@2")["versions"]), 2)

    def test_nothing_in_an_article_steers_the_terminal(self):
        self.keep("The quay is \x1b[31mshut.\n")
        self.assertNotIn("\x1b", self.call("blame", "The-Quay/cnn"))

    def test_a_phrase_appears_vanishes_and_comes_back(self):
        self.keep(FIRST, SECOND, THIRD, FOURTH)
        ids = self.git("rev-list", "--reverse", "The-Quay/cnn").split()
        self.assertEqual(self.call("search", "nobody CAME  in").splitlines(), [
            "The-Quay/cnn",
            f"  appeared in version 1  {ids[0][:7]}  2014-04-01 08:00:00 +0200",
            f"  vanished in version 3  {ids[2][:7]}  2014-04-03 08:00:00 +0200",
            f"  came back in version 4  {ids[3][:7]}  2014-04-04 08:00:00 +0200",
            f"  stands in version 4, the last one  {ids[3][:7]}  2014-04-04 08:00:00 +0200",
        ])
        self.assertEqual(self.search("nobody CAME  in"),
                         [("The-Quay/cnn", [(1, 2, 3), (4, 4, None)])])
        self.assertEqual(self.search("mayor's"), [("The-Quay/cnn", [(4, 4, None)])])
        self.assertEqual(self.search("spoke"), [("The-Quay/cnn", [(1, 3, 4)])])

    def test_one_variant_or_all(self):
        self.keep(FIRST, SECOND)
        self.keep(SECOND, variant="abc")
        self.assertEqual(self.search("old harbour"), [("The-Quay/abc", [(1, 1, None)]),
                                                      ("The-Quay/cnn", [(2, 2, None)])])
        self.assertEqual(self.search("old harbour", "The-Quay/abc"),
                         [("The-Quay/abc", [(1, 1, None)])])

    def test_what_stands_nowhere_is_status_1(self):
        self.keep(FIRST)
        self.assertEqual(self.call("search", "whale", status=1), "")
        self.assertEqual(json.loads(self.call("search", "whale", "--format=json", status=1)), [])

    def test_the_index_is_private_and_never_the_only_copy(self):
        self.keep(FIRST, SECOND)
        self.search("quay")
        index = self.archive / "variorum-index.sqlite"
        self.assertEqual(stat.S_IMODE(index.stat().st_mode), 0o600)
        for content in b"", b"rubbish", index.read_bytes()[:5000]:
            index.write_bytes(content)
            self.assertEqual(self.search("old harbour"), [("The-Quay/cnn", [(2, 2, None)])])
        index.unlink()
        self.assertEqual(self.search("old harbour"), [("The-Quay/cnn", [(2, 2, None)])])
        self.assertEqual(self.git("fsck", "--strict", "--no-dangling"), "")

    def test_searching_at_once_gives_one_answer(self):
        self.keep(FIRST, SECOND, THIRD)
        running = [subprocess.Popen([PROGRAM, "search", "old harbour",
                                     f"--archive={self.archive}"], stdout=subprocess.PIPE)
                   for _ in range(8)]
        answers = {process.communicate(timeout=60)[0] for process in running}
        self.assertEqual(len(answers), 1)
        self.assertIn(b"appeared in version 2", answers.pop())

    def test_messages(self):
        self.keep(FIRST)
        self.assertIn("There is no variant “The-Quay/bbc”",
                      self.call("search", "quay", "The-Quay/bbc", status=2))
        self.assertIn("at least one letter", self.call("search", "", status=2))
        self.assertIn("search needs a phrase", self.call("search", status=2))
        self.assertIn("There is no version “The-Quay/cnn@9”",
                      self.call("blame", "The-Quay/cnn@9", status=2))
        self.assertIn("blame needs one variant", self.call("blame", status=2))
        self.assertIn("--format cannot be", self.call("blame", "x/y", "--format=pdf", status=2))


DAWN = "The pier was closed at dawn."
FERRY, FERRY_LATE = "The ferry turned round at six.", "The ferry turned round at seven."
CREW = "Its crew saw smoke over the town."
SMOKE = "The smoke came from a bakery, firemen said later."
BAKER = "The baker had left the oven on."
MAYOR = "Nobody was hurt, the mayor said at noon."

# Each version and what was done to the one before.
LIFE = [
    [[DAWN], [FERRY, CREW], [SMOKE, BAKER], [MAYOR]],
    [[DAWN], [FERRY_LATE, CREW], [SMOKE, BAKER], [MAYOR]],  # an edit
    [[DAWN], [MAYOR], [FERRY_LATE, CREW], [SMOKE, BAKER]],  # a move
    [[DAWN], [MAYOR], [FERRY_LATE], [CREW], [SMOKE, BAKER]],  # a split
    [[DAWN], [MAYOR], [FERRY_LATE], [CREW], [SMOKE]],  # a cut
    [[DAWN, MAYOR], [FERRY_LATE], [CREW], [SMOKE]],  # a merge
    [[DAWN, MAYOR], [FERRY_LATE], [CREW], [SMOKE], [BAKER]],  # a return
    [[CREW], [DAWN, MAYOR], [FERRY_LATE], [SMOKE], [BAKER]],  # another move
]


class Life(ArchiveCase):
    """A story's life in eight versions, as the program tells it."""

    def setUp(self):
        super().setUp()
        for day, paragraphs in enumerate(LIFE, 1):
            self.snapshot("\n\n".join(map(" ".join, paragraphs)) + "\n",
                          f"--published=2014-04-{day:02}T08:00+02:00")
        self.ids = self.git("rev-list", "--reverse", "The-Quay/cnn").split()

    def test_each_sentence_is_traced_through_moves_a_split_a_merge_a_cut_and_a_return(self):
        def line(number, margin, text):
            return f"{margin:5}  {self.ids[number - 1][:7]}  2014-04-{number:02}  {text}"

        self.assertEqual(self.call("blame", "The-Quay/cnn").splitlines(), [
            line(1, "1", CREW), "",
            line(1, "1", DAWN),
            line(1, "1", MAYOR), "",
            line(2, "2", FERRY_LATE), "",
            line(1, "1", SMOKE), "",
            line(1, "1 (7)", BAKER),
        ])
        origins = [s["origin"] for s in
                   json.loads(self.call("blame", "The-Quay/cnn", "--format=json"))["sentences"]]
        self.assertEqual(origins, [1] * 6)

    def test_each_phrase_has_its_time(self):
        for phrase, events in (
                ("closed at dawn", [("appeared", 1)]),
                ("round at six", [("appeared", 1), ("vanished", 2)]),
                ("round at seven", [("appeared", 2)]),
                ("left the oven on", [("appeared", 1), ("vanished", 5), ("came back", 7)]),
                ("at six. Its crew", [("appeared", 1), ("vanished", 2)]),
                ("at seven. Its crew", [("appeared", 2), ("vanished", 4)]),
                ("dawn. Nobody", [("appeared", 6)]),
                ("the", [("appeared", 1)])):
            stands = [] if events[-1][0] == "vanished" else [("stands", 8)]
            self.assertEqual(self.call("search", phrase).splitlines(), ["The-Quay/cnn"] + [
                f"  {what} in version {number}{', the last one' if what == 'stands' else ''}  "
                f"{self.ids[number - 1][:7]}  2014-04-{number:02} 08:00:00 +0200"
                for what, number in events + stands])

    def test_the_log_says_what_was_done(self):
        said = [self.git("log", "-1", "--format=%s", commit).strip() for commit in self.ids]
        for number, words in ((2, "1 edited"), (3, "moved"), (4, "split"), (5, "edited"),
                              (6, "merged"), (7, "added"), (8, "moved")):
            self.assertIn(words, said[number - 1])


class BesideGit(ArchiveCase):
    """A long made-up history, and what git itself says of it."""

    def import_history(self, dice, n_versions):
        def make_sentence():
            words = [dice.choice(WORDS) for _ in range(8)]
            return " ".join(words).capitalize() + f" k{dice.randrange(10**9)}."

        self.snapshot("made\n")
        paragraphs = [[make_sentence() for _ in range(3)] for _ in range(8)]
        stream = []
        for n in range(n_versions):
            paragraph = dice.choice(paragraphs)
            paragraph[dice.randrange(3)] = make_sentence()
            if n % 7 == 0:
                dice.shuffle(paragraphs)
            text = "".join(" ".join(paragraph) + "\n" for paragraph in paragraphs).encode()
            stream.append(b"commit refs/heads/made/up\ncommitter A <a@b> %d +0000\ndata 1\nx\n"
                          b"M 100644 inline article.md\ndata %d\n%s\n"
                          % (1400000000 + n * 60, len(text), text))
        subprocess.run(["git", "--git-dir", self.archive, "fast-import", "--quiet"],
                       input=b"".join(stream), check=True)

    def texts(self):
        ids = self.git("rev-list", "--reverse", "made/up").split()
        return ids, [self.git("show", f"{commit}:article.md") for commit in ids]

    def test_phrases_come_and_go_where_git_log_says(self):
        seed = random.randrange(10**6)
        dice = random.Random(seed)
        self.import_history(dice, 120)
        ids, texts = self.texts()
        for _ in range(40):
            # With a number in it, it stands at most once in a version.
            sentence = dice.choice(dice.choice(texts).splitlines()).split(". ")[0].rstrip(".")
            phrase = sentence[dice.randrange(len(sentence) - 14):]
            told = self.git("log", "--reverse", "--format=%H", f"-S{phrase}", "made/up").split()
            found = json.loads(self.call("search", phrase, "made/up", "--format=json"))
            spans = found[0]["spans"]
            ours = [version["id"] for span in spans for version in (span["first"], span["vanished"])
                    if version]
            self.assertEqual(ours, told, f"seed {seed}, “{phrase}”")

    def test_sentences_come_from_where_they_are_first(self):
        seed = random.randrange(10**6)
        self.import_history(random.Random(seed), 120)
        ids, texts = self.texts()
        blame = json.loads(self.call("blame", "made/up", "--format=json"))
        self.assertEqual([version["id"] for version in blame["versions"]], ids)
        self.assertEqual(len(blame["sentences"]), 24)
        for sentence in blame["sentences"]:
            first = next(i for i, text in enumerate(texts, 1) if sentence["text"] in text)
            self.assertEqual(sentence["brought"], first, f"seed {seed}, {sentence}")


if __name__ == "__main__":
    unittest.main()
