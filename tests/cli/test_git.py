# SPDX-License-Identifier: GPL-3.0-or-later
"""compare as a git difftool, with two lines of configuration, under real git."""

import shutil
import subprocess
import unittest

from support import Case, NEW, OLD, PROGRAM, ROOT, clean_environment

# The line of configuration, as it is said in every place.
LINE = "git config difftool.variorum.cmd 'variorum difftool \"$LOCAL\" \"$REMOTE\"'"


class Advice(Case):
    def help_of(self, command):
        return self.run_program(command, "--help").stdout.decode()

    def test_git_is_told_the_same_everywhere(self):
        places = {path: (ROOT / path).read_text(encoding="utf-8")
                  for path in ("README.md", "data/variorum.1", "src/app/vr-help-topics.c")}
        places["difftool --help"] = self.help_of("difftool")
        for place, text in places.items():
            self.assertEqual(text.replace('\\"', '"').count(LINE), 1, place)
            self.assertEqual(text.count("difftool.variorum.cmd"), 1, place)

    def test_the_comparison_in_the_terminal_leaves_it_to_that_command(self):
        text = self.help_of("compare")
        self.assertNotIn("git config", text)
        self.assertIn("variorum difftool --help", text)


class Difftool(Case):
    def git(self, *args):
        done = subprocess.run(["git", *args], cwd=self.folder, capture_output=True, check=False,
                              env=clean_environment(HOME=str(self.folder), GIT_CONFIG_NOSYSTEM="1"))
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return done.stdout.decode()

    def setUp(self):
        super().setUp()
        if shutil.which("git") is None:
            self.skipTest("git is not installed")
        self.git("init", "-q", ".")
        self.git("config", "user.name", "Reader")
        self.git("config", "user.email", "reader@example.org")
        self.git("config", "diff.tool", "variorum")
        self.git("config", "difftool.variorum.cmd", f'"{PROGRAM}" compare "$LOCAL" "$REMOTE"')

    def commit(self, name, content):
        self.write(name, content)
        self.git("add", "-A")
        self.git("commit", "-qm", "an article")

    def test_a_changed_article_is_compared(self):
        self.commit("an article.txt", OLD)
        self.write("an article.txt", NEW)
        text = self.git("difftool", "--no-prompt")
        self.assertIn("{+outer+}", text)
        self.assertIn("1 of 3 paragraphs changed", text)

    def test_added_and_deleted_articles_are_compared_with_nothing(self):
        self.commit("gone.txt", OLD)
        (self.folder / "gone.txt").unlink()
        self.write("come.txt", NEW)
        self.git("add", "-A")
        text = self.git("difftool", "--no-prompt", "--no-renames", "--cached")
        self.assertIn("4 paragraphs added.", text)
        self.assertIn("3 of 3 paragraphs changed: 3 removed.", text)

    def test_without_a_display_the_window_tool_compares_in_the_terminal(self):
        self.git("config", "difftool.variorum.cmd", f'"{PROGRAM}" difftool "$LOCAL" "$REMOTE"')
        self.commit("an article.txt", OLD)
        self.write("an article.txt", NEW)
        done = subprocess.run(["git", "difftool", "--no-prompt", "--trust-exit-code"],
                              cwd=self.folder, capture_output=True, check=False,
                              env=clean_environment(HOME=str(self.folder)))
        self.assertEqual(done.returncode, 0)
        self.assertIn("{+outer+}", done.stdout.decode())
        self.assertRegex(done.stderr.decode(), r"\Avariorum: [^\n]*in the terminal\.\n\Z")

    def test_trouble_reaches_git_where_it_is_trusted(self):
        self.commit("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
        self.write("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(255, -1, -1)) * 4)
        done = subprocess.run(["git", "difftool", "--no-prompt", "--trust-exit-code"],
                              cwd=self.folder, capture_output=True, check=False,
                              env=clean_environment(HOME=str(self.folder)))
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("variorum: ", done.stderr.decode())


if __name__ == "__main__":
    unittest.main()
