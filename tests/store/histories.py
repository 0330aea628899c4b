# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the archive against git on a real history, which has to be at hand.

tests/store/histories.py [--seed=N] [--sentences=200] [--phrases=200] PROGRAM REPOSITORY PATH

Takes in the history of the file PATH of a git REPOSITORY and asks git, and plain reading of every
version:

1. versions: none is missing and none there twice; their bytes, text, author, times and message are
   git's;
2. blame: SENTENCES of the last version were brought, and have stood since, where an exact search in
   all versions finds them;
3. search: PHRASES of three to six words of a line, from any version, come and go where reading all
   versions says, and first and last where "git log -S" says on REPOSITORY.

Git's changes of a version are those against its first parent; where that tells otherwise, "git log
-S" is asked where the same blobs are put in a row, one commit a version, and then in the archive,
where a paragraph is a line.

Where the two do not say the same for a reason, as sentences count by their words and not by their
spaces, the reason is counted.  Exit status 1: something is wrong.
"""

import argparse
import collections
import itertools
import json
import os
import pathlib
import random
import re
import string
import subprocess
import sys
import tempfile
import time
import unicodedata

VARIANT = "Real/history"
EMPTY = "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"
# What compares equal, of that which real texts have.
FOLDS = str.maketrans({**dict.fromkeys("‘’‛", "'"), **dict.fromkeys("“”„‟", '"'), "…": "...",
                       **dict.fromkeys("\u00ad\u200b\ufeff", ""), **dict.fromkeys("–—―", "-"),
                       "ﬁ": "fi", "ﬂ": "fl"})
SENTENCE_ENDS = ".!?…。！？\"')]*"
# Behind which no sentence begins, whatever stands in front (UAX #29, SContinue).
CONTINUING = tuple(",-:;–—")
# Scripts that set no spaces between words.
UNSPACED = "\u2e80-\u9fff\uff00-\uffef"


def fold(text):
    """Without quiet differences."""
    text = unicodedata.normalize("NFC", text).translate(FOLDS)
    return re.sub(r"\s+", " ", re.sub("-{2,3}", "-", text)).strip()


def squeeze(text):
    """The same without white space but between words."""
    return re.sub(rf"(?<=[\W_{UNSPACED}]) | (?=[\W_{UNSPACED}])", "", fold(text))


def decode(data):
    """What is not UTF-8 is taken for Windows' Latin letters."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def loosen(phrase):
    """A regular expression for git that finds it whatever its quotes, dashes and spaces."""
    kinds = "'‘’‛", '"“”„‟', "-–—―"
    parts = []
    for part in re.findall(r"\s+|-{2,3}|\.{3}|.", unicodedata.normalize("NFC", phrase)):
        alike = next((kind for kind in kinds if part[0] in kind), None)
        if part.isspace():
            parts.append("( |\t|\u00a0|\u3000)+")
        elif part in ("...", "…"):
            parts.append(r"(\.\.\.|…)")
        elif alike:
            parts.append("(" + "|".join(alike) + ("|--|---" if "-" in alike else "") + ")")
        else:
            parts.append("\\" + part if part in "\\.^$*+?()[]{}|" else part)
    return "".join(parts)


def stands_alone(line, text):
    """Whether a line has it as a sentence of its own, by the marks around it."""
    at = line.find(text)
    while at >= 0:
        before, behind = line[:at].rstrip(), line[at + len(text):]
        if ((not before or before[-1] in SENTENCE_ENDS)
                and (not behind
                     or text[-1] in SENTENCE_ENDS and behind[0] not in string.punctuation
                     and behind.lstrip()[:1] not in CONTINUING)):
            return True
        at = line.find(text, at + 1)
    return False


class Git:
    def __init__(self, folder):
        self.folder = folder

    def run(self, *words, **more):
        return subprocess.run(["git", "-C", self.folder, *words], capture_output=True, check=True,
                              **more).stdout

    def lines(self, *words, names=()):
        """What it prints; @names are its standard input."""
        output = self.run(*words, input="".join(f"{name}\n" for name in names).encode())
        return output.decode("utf-8", "replace").splitlines()

    def find_blobs(self, names):
        """The id of each blob that is there, by its name."""
        told = self.lines("cat-file", "--batch-check=%(objectname) %(objecttype)", names=names)
        return {name: line.split()[0] for name, line in zip(names, told) if line.endswith(" blob")}

    def read_blobs(self, names):
        """The bytes of each, one after the other."""
        with subprocess.Popen(["git", "-C", self.folder, "cat-file", "--batch"],
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            for name in names:
                process.stdin.write(f"{name}\n".encode())
                process.stdin.flush()
                yield process.stdout.read(int(process.stdout.readline().split()[2]) + 1)[:-1]

    def list_commits(self, *words, names=()):
        """Of each its id, author, both times in their zones, and message."""
        told = self.run("log", "-z", "--date=raw",
                        "--format=tformat:%H%x00%an <%ae>%x00%ad%x00%cd%x00%B", *words,
                        input="".join(f"{name}\n" for name in names).encode())
        fields = told.decode("utf-8", "replace").split("\0")[:-1]
        return [[*fields[i:i + 4], fields[i + 4].strip()] for i in range(0, len(fields), 5)]


class Chain:
    """The versions of a file, as the program says that it follows them, found by git alone."""

    def __init__(self, git, path):
        self.git = git
        self.parents = {}
        for line in git.lines("rev-list", "--parents", "HEAD"):
            commit, *others = line.split()
            self.parents[commit] = others
        self.set_path(path)
        self.steps = self.follow(git.lines("rev-parse", "HEAD")[0])

    def set_path(self, path):
        self.path = path
        told = self.git.find_blobs([f"{commit}:{path}" for commit in self.parents])
        self.blobs = {name[:name.index(":")]: blob for name, blob in told.items()}

    def find_old_path(self, parent, commit):
        """Where the file stood in @parent: the same elsewhere, or what git finds alike."""
        name, blob = self.path.split("/")[-1], self.blobs[commit]
        if blob == EMPTY:
            return None
        same = [line.split("\t")[1] for line in self.git.lines("ls-tree", "-r", parent)
                if blob in line]
        if same:
            return next((path for path in same if path.split("/")[-1] == name), same[0])
        for line in self.git.lines("diff-tree", "-r", "-M", "-l1000", "--diff-filter=R", parent,
                                   commit):
            if line.split("\t")[2] == self.path:
                return line.split("\t")[1]
        return None

    def follow(self, commit):
        """(commit, path, blob), oldest first."""
        steps = []
        while commit in self.blobs:
            step = commit, self.path, self.blobs[commit]
            parents = self.parents[commit]
            having = [parent for parent in parents if parent in self.blobs]
            before = next((p for p in having if self.blobs[p] == step[2]), (having or [None])[0])
            if before is None and parents:
                before = parents[0]
                path = self.find_old_path(before, commit)
                if path is not None:
                    self.set_path(path)
                while before is not None and before not in self.blobs:
                    before = (self.parents[before] or [None])[0]
            if self.blobs.get(before) != step[2]:
                steps.append(step)
            commit = before
        return steps[::-1]


class Lines:
    """The different lines of all versions, and how many of each a version has."""

    def __init__(self, texts):
        numbers, before, self.changes = {}, collections.Counter(), []
        self.n_versions = 0
        for text in texts:
            now = collections.Counter(text.split("\n"))
            for line, _ in now.items() ^ before.items():
                number = numbers.setdefault(line, len(numbers))
                if number == len(self.changes):
                    self.changes.append([])
                if now[line] != before[line]:
                    self.changes[number].append((self.n_versions, now[line] - before[line]))
            before = now
            self.n_versions += 1
        self.lines = list(numbers)

    def count(self, needle, lines=None):
        """By version, how often it stands there; @lines: these lines, folded."""
        differences = [0] * self.n_versions
        for line, changes in zip(lines or self.lines, self.changes):
            n = line.count(needle)
            if n:
                for version, more in changes:
                    differences[version] += n * more
        return list(itertools.accumulate(differences))


def first_of(counts):
    return next((n for n, count in enumerate(counts, 1) if count), None)


def since_of(counts):
    return max((n for n, count in enumerate(counts, 1) if not count), default=0) + 1


def spans_of(counts):
    """(first, last, vanished) of each row of versions that have it."""
    spans, n = [], 0
    for has, group in itertools.groupby(map(bool, counts)):
        size = len(list(group))
        if has:
            spans.append((n + 1, n + size, n + size + 1 if n + size < len(counts) else None))
        n += size
    return spans


def ends_of(spans):
    """The first and the last event."""
    return spans[0][0], spans[-1][2] or spans[-1][0]


class Check:
    def __init__(self, options, archive):
        self.options, self.archive = options, archive
        self.dice = random.Random(options.seed)
        self.source, self.kept = Git(options.repository), Git(archive)
        self.n_wrong = 0
        self.told = collections.Counter()

    def ask(self, *words, status=0):
        done = subprocess.run([self.options.program, *words, f"--archive={self.archive}"],
                              capture_output=True, check=False)
        if done.returncode != status:
            sys.exit(f"{words}: {done.returncode} {done.stderr.decode()}")
        return done.stdout

    def timed(self, what, *words, **more):
        began, used = time.monotonic(), os.times()
        output = self.ask(*words, **more)
        took, now = time.monotonic() - began, os.times()
        processor = (now.children_user + now.children_system
                     - used.children_user - used.children_system)
        print(f"  {what}: {took:.2f} s, processor {processor:.2f} s")
        return output

    def wrong(self, *words):
        self.n_wrong += 1
        print("  WRONG:", *words)

    def print_told(self):
        for what, n in sorted(self.told.items()):
            print(f"    {n:4} {what}")
        self.told.clear()

    def match(self, ours, steps, theirs):
        """The steps that are versions; the others have no other text than the one before."""
        left, at = [], 0
        for step, their in zip(steps, theirs):
            if at < len(ours) and ours[at][1:] == their[1:]:
                left.append(step)
                at += 1
            elif not left or len(set(map(self.squash, (left[-1][2], step[2])))) > 1:
                self.wrong(f"missing: {their[:4]}; ours: {ours[at][:4] if at < len(ours) else None}")
                sys.exit(1)
        if len(left) != len(ours):
            sys.exit(f"  WRONG: {len(ours)} versions, git has {len(left)}")
        print(f"  {len(steps)} versions in git, {len(steps) - len(left)} of them with the text of "
              "the one before")
        return left

    def squash(self, blob):
        return "".join(decode(next(self.source.read_blobs([blob]))).split())

    def check_version(self, n, theirs, shown, file):
        self.ask("restore", f"{VARIANT}@{n}", "-o", str(file))
        if file.read_bytes() != theirs:
            self.wrong(f"version {n} is restored otherwise")
        if self.ask("show", f"{VARIANT}@{n}") != shown:
            self.wrong(f"version {n} is shown otherwise")
        if "".join(shown.decode().split()) != "".join(decode(theirs).split()):
            self.wrong(f"version {n} has another text")

    def check_versions(self):
        chain = Chain(self.source, self.options.path)
        told = self.timed("import", "archive", "import", self.options.repository, self.options.path,
                          "-s", "Real", "-v", "history")
        print(" ", told.decode().strip().replace("\n", "\n  "))
        ours = self.kept.list_commits("--reverse", f"refs/heads/{VARIANT}")
        theirs = self.source.list_commits("--no-walk=unsorted", "--stdin",
                                          names=[step[0] for step in chain.steps])
        self.steps = self.match(ours, chain.steps, theirs)
        self.ids = [commit[0] for commit in ours]
        sources = self.kept.lines("rev-list", "--reverse", f"refs/sources/{VARIANT}")
        if list(self.kept.find_blobs([f"{c}:source" for c in sources]).values()) != [
                step[2] for step in self.steps]:
            self.wrong("git finds other sources")
        with tempfile.TemporaryDirectory() as folder:
            for n, (theirs, shown) in enumerate(zip(
                    self.source.read_blobs([step[2] for step in self.steps]),
                    self.kept.read_blobs([f"{i}:article.md" for i in self.ids])), 1):
                self.check_version(n, theirs, shown, pathlib.Path(folder, str(n)))
        self.kept.run("fsck", "--strict", "--no-dangling")
        if not self.n_wrong:
            print(f"  {len(ours)} versions: bytes, text, author, times and message are git's")
        every = set(self.source.lines("log", "--follow", "--format=%H", "HEAD", "--",
                                      self.options.path))
        steps = {step[0] for step in chain.steps}
        print(f"  git log --follow has {len(every)}: {len(every - steps)} on branches that were "
              f"joined, which {len(steps - every)} more bring in")

    def read_texts(self):
        self.texts = Lines(t.decode() for t in
                           self.kept.read_blobs([f"{i}:article.md" for i in self.ids]))
        self.folded = [fold(line) for line in self.texts.lines]
        self.squeezed = [squeeze(line) for line in self.texts.lines]
        self.cased = [line.casefold() for line in self.folded]
        self.sources = Lines(decode(data).lower() for data in
                             self.source.read_blobs([step[2] for step in self.steps]))

    def check_blame(self):
        blame = json.loads(self.timed("blame", "blame", VARIANT, "--format=json"))
        if [version["id"] for version in blame["versions"]] != self.ids:
            self.wrong("blame has other versions")
        sentences = [s for s in blame["sentences"] if len(re.findall(r"\w+", s["text"])) > 1]
        sample = self.dice.sample(sentences, min(self.options.sentences, len(sentences)))
        for sentence in sample:
            self.check_sentence(sentence)
        print(f"  {len(sample)} of {len(sentences)} sentences of more than a word")
        self.print_told()

    def check_sentence(self, sentence):
        text = sentence["text"]
        exact = self.texts.count(text)
        quiet = self.texts.count(fold(text), self.folded)
        words = self.texts.count(squeeze(text), self.squeezed)
        if sentence["brought"] == first_of(exact):
            self.told["brought: the first version that has it, by exact search"] += 1
        elif sentence["brought"] in (first_of(quiet), first_of(words)):
            self.told["brought: the first that has it but for quotes, dashes or spaces"] += 1
            print(f"  “{text}”: brought by {sentence['brought']}, as it stands {first_of(exact)}")
        else:
            self.told["brought: by another version"] += 1
            self.wrong(f"{sentence}: exactly {first_of(exact)}, quiet {first_of(quiet)}, words "
                       f"{first_of(words)}")
        if sentence["changed"] == since_of(exact):
            self.told["changed: since when it stands there, by exact search"] += 1
        elif sentence["changed"] in (since_of(quiet), since_of(words)):
            self.told["changed: the same but for quotes, dashes or spaces"] += 1
        else:
            self.told[self.explain(sentence, max(words))] += 1

    def explain(self, sentence, most):
        """Why a sentence is told to be changed though its words stood there."""
        if most > 1:
            return "changed: one of several equal sentences"
        text, n = fold(sentence["text"]), sentence["changed"] - 1
        data = next(self.kept.read_blobs([f"{self.ids[n - 1]}:article.md"])).decode() if n else ""
        before = [line for line in map(fold, data.split("\n")) if text in line]
        if before and not any(stands_alone(line, text) for line in before):
            return "changed: out of a longer sentence"
        print(f"  “{text}”: changed in {n + 1}; before:", *before)
        return "changed: otherwise, see above"

    def check_search(self):
        self.timed("index", "search", "zzqqzz", VARIANT, status=1)
        last = set(decode(next(self.source.read_blobs([self.steps[-1][2]]))).splitlines())
        n_last, ours, git = 0, 0, 0
        for _ in range(self.options.phrases):
            phrase = self.choose_phrase(last)
            began = time.monotonic()
            found = json.loads(self.ask("search", phrase, VARIANT, "--format=json"))
            ours += time.monotonic() - began
            spans = [(s["first"]["number"], s["last"]["number"],
                      s["vanished"] and s["vanished"]["number"]) for s in found[0]["spans"]]
            n_last += spans[-1][2] is None
            began = time.monotonic()
            self.check_phrase(phrase, spans)
            git += time.monotonic() - began
        n = self.options.phrases
        print(f"  {n} phrases, {n_last} of them in the last version, {ours / n * 1000:.0f} ms each; "
              f"git and reading {git / n * 1000:.0f} ms")
        self.print_told()

    def choose_phrase(self, last):
        """Words one after the other on a line of any version, mostly of a line that is gone, and
        never more than once in a version, as git tells of each that comes or goes."""
        while True:
            step = self.dice.choice(self.steps)
            lines = decode(next(self.source.read_blobs([step[2]]))).splitlines()
            line = self.dice.choice([line for line in lines if line not in last] or lines or [""]
                                    if self.dice.random() < 0.7 else lines or [""])
            words = [match.span() for match in re.finditer(r"\S+", line)]
            n = self.dice.randint(3, 6)
            if len(words) < n:
                continue
            at = self.dice.randrange(len(words) - n + 1)
            phrase = line[words[at][0]:words[at + n - 1][1]]
            if (sum(map(str.isalpha, phrase)) >= 8 and phrase[0] != "-"
                    and max(self.sources.count(phrase.lower())) == 1
                    and max(self.texts.count(fold(phrase).casefold(), self.cased)) == 1):
                return phrase

    def check_phrase(self, phrase, spans):
        read = spans_of(self.texts.count(fold(phrase).casefold(), self.cased))
        if read == spans:
            self.told["came and went where reading all versions says"] += 1
        else:
            self.wrong(f"“{phrase}”: {spans}; reading says {read}")
        commits = [step[0] for step in self.steps]
        paths = {step[1] for step in self.steps}
        told = self.pick(self.source, phrase, commits, "--no-walk=unsorted", "--no-patch",
                         "--diff-merges=first-parent", "-M", "--stdin", "--", *paths)
        if told == ends_of(spans):
            self.told["first and last as git log -S says"] += 1
            return
        row = self.pick(self.row, phrase, self.row_ids, "--reverse", "row")
        if row == ends_of(spans):
            self.told["first and last as git log -S says where the versions are put in a row"] += 1
            return
        kept = self.pick(self.kept, phrase, self.ids, "--reverse", f"refs/heads/{VARIANT}", "--",
                         "article.md")
        if kept == ends_of(spans):
            self.told["first and last as git log -S says where paragraphs are lines"] += 1
            return
        loose = self.pick(self.kept, loosen(phrase), self.ids, "--pickaxe-regex", "--reverse",
                          f"refs/heads/{VARIANT}", "--", "article.md")
        if loose == ends_of(spans):
            self.told["first and last as git log -S says there with any quotes, dashes, spaces"] += 1
            return
        self.wrong("first and last:")
        print(f"  “{phrase}”: {spans}; on a line {spans_of(self.sources.count(phrase.lower()))}; "
              f"git {told} {row} {kept} {loose}")

    @staticmethod
    def pick(git, phrase, commits, *words):
        """The first and the last version that git names."""
        told = git.lines("log", "-i", "--format=%H", f"-S{phrase}", *words, names=commits)
        told = [commits.index(commit) + 1 for commit in told if commit]
        return (told[0], told[-1]) if told else None

    def make_row(self, folder):
        """The same blobs without branches, other files and times without the file."""
        objects = self.source.lines("rev-parse", "--git-path", "objects")[0]
        objects = os.path.join(os.path.abspath(self.options.repository), objects)
        subprocess.run(["git", "init", "-q", "--bare", folder], check=True)
        pathlib.Path(folder, "objects/info/alternates").write_text(objects + "\n")
        self.row = Git(folder)
        stream = "".join("commit refs/heads/row\ncommitter A <a@b> 0 +0000\ndata 0\n"
                         f"M 100644 {step[2]} article\n\n" for step in self.steps)
        self.row.run("fast-import", "--quiet", input=stream.encode())
        self.row_ids = self.row.lines("rev-list", "--reverse", "row")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--sentences", type=int, default=200)
    parser.add_argument("--phrases", type=int, default=200)
    parser.add_argument("program")
    parser.add_argument("repository")
    parser.add_argument("path")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="variorum-histories-") as folder:
        print(f"{options.repository} {options.path} --seed={options.seed}", flush=True)
        check = Check(options, os.path.join(folder, "archive.git"))
        check.check_versions()
        check.read_texts()
        check.make_row(os.path.join(folder, "row.git"))
        check.check_blame()
        check.check_search()
    return 1 if check.n_wrong else 0


if __name__ == "__main__":
    sys.exit(main())
