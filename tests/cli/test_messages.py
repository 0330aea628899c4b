# SPDX-License-Identifier: GPL-3.0-or-later
"""Trouble ends in status 2, one sentence that names the file, and no half-written file."""

import os
import pathlib
import resource
import shutil
import subprocess
import unittest

from support import AS_NOBODY, Case, PROGRAM, clean_environment


class Inputs(Case):
    def test_a_missing_file_is_named(self):
        _, new = self.pair()
        self.fails("compare", "absent.txt", new, says="absent.txt")
        self.fails("compare", new, "absent.txt", says="absent.txt")

    def test_a_folder_is_named(self):
        _, new = self.pair()
        self.fails("compare", self.folder, new, says="folder")

    def test_a_picture_is_no_text(self):
        _, new = self.pair()
        path = self.write("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
        self.fails("compare", path, new, says="picture.png")

    def test_a_file_that_may_not_be_read_is_named(self):
        old, new = self.pair()
        os.chmod(old, 0)
        command = [PROGRAM, "compare", old, new]
        if os.geteuid() == 0:
            if shutil.which("setpriv") is None:
                self.skipTest("setpriv is not installed")
            os.chmod(self.folder, 0o755)
            command = [*AS_NOBODY, *command]
        done = subprocess.run(command, capture_output=True, env=clean_environment(), check=False)
        if b"failed to execute" in done.stderr:
            self.skipTest("the program is not in reach of another user")
        self.assertEqual(done.returncode, 2)
        self.assertIn("old.txt", done.stderr.decode())

    def test_both_sides_cannot_be_standard_input(self):
        self.fails("compare", "-", "-", says="Standard input", stdin="text")

    def test_steering_characters_of_a_name_stay_out_of_the_terminal(self):
        message = self.fails("compare", "\x1b[31mred", "b", says="red")
        self.assertNotIn("\x1b", message)


class Options(Case):
    def test_wrong_options_are_named(self):
        old, new = self.pair()
        for wrong in ("--nonsense", "--format=papyrus", "--unit=line", "--paragraphs=none",
                      "--context=-1", "--context=many", "--color=red", "--width=0", "--width=x",
                      "--language=english", "--encoding=nonsense"):
            option = wrong.split("=")[0]
            message = self.fails("compare", wrong, old, new, says="")
            self.assertTrue(option in message or wrong.split("=")[-1] in message, message)

    def test_two_articles_are_needed(self):
        old, new = self.pair()
        self.fails("compare", says="two articles")
        self.fails("compare", old, says="two articles")
        self.fails("compare", old, new, new, says="two articles")

    def test_unknown_words_are_named(self):
        self.fails("nonsense", says="nonsense")
        self.fails("--nonsense", says="--nonsense")
        self.fails("help", "nonsense", says="nonsense")

    def test_help_and_version_are_shown(self):
        for args in (("--help",), ("help",), ("compare", "--help"), ("help", "compare"),
                     ("align", "--help"), ("help", "align")):
            done = self.run_program(*args)
            self.assertEqual((done.returncode, done.stderr), (0, b""), args)
            self.assertIn("variorum", done.stdout.decode())
        self.assertRegex(self.run_program("--version").stdout.decode(), r"\Avariorum \d\S*\n\Z")

    def test_help_names_every_option(self):
        text = self.run_program("compare", "--help").stdout.decode()
        for option in ("--format", "--output", "--context", "--changes-only", "--ignore-case",
                       "--ignore-punctuation", "--strict", "--unit", "--paragraphs", "--language",
                       "--encoding", "--overrides", "--color", "--width"):
            self.assertIn(option, text)
        self.assertIn("FORMAT is one of: text, json, words", text)

    def test_a_window_needs_a_display(self):
        old, new = self.pair()
        for args in ((), (old, new), ("window",), ("window", "--wait", old, new)):
            done = self.run_program(*args, env={"XDG_RUNTIME_DIR": str(self.folder)})
            self.assertEqual(done.returncode, 2)
            self.assertRegex(done.stderr.decode(), r"\Avariorum: [^\n]*variorum compare OLD NEW")

    def test_a_part_that_is_not_installed(self):
        alone = shutil.copy(PROGRAM, self.folder / "variorum")
        old, new = self.pair()
        for words, part in ((["compare", old, new], b"variorum-compare.so"),
                            (["align"], b"variorum-compare.so"),
                            (["snapshot", old], b"variorum-archive")):
            done = subprocess.run([alone, *words], capture_output=True, check=False,
                                  env=clean_environment())
            self.assertEqual((done.returncode, done.stdout), (2, b""))
            self.assertRegex(done.stderr, b"\\Avariorum: [^\n]*" + part + b"[^\n]*\n\\Z")
        self.write("variorum-compare.so", "This is no library.\n")
        done = subprocess.run([alone, "compare", old, new], capture_output=True, check=False,
                              env=clean_environment())
        self.assertEqual(done.returncode, 2)
        self.assertRegex(done.stderr, b"\\Avariorum: [^\n]*cannot be started[^\n]*\n\\Z")

    def test_the_window_gets_both_articles(self):
        # Beside itself comes first, so the program is copied to where nothing is.
        program = shutil.copy(PROGRAM, self.folder / "variorum")
        window = pathlib.Path(self.write("variorum-window", '#!/bin/sh\nprintf "%s|" "$@"\n'))
        window.chmod(0o755)
        saved = self.write("kept.variorum", "")
        for words, expected in (
                (["a b", "c"], b"a b|c|"),
                ([saved], f"{saved}|".encode()),
                (["window", "--wait", "a b", "c"], b"--wait|a b|c|"),
                (["window", "--", "-odd", "c"], b"./-odd|c|"),
                (["difftool", "--old-name=a | b", "a b", "c"], b"--wait|--old-name=a | b|a b|c|")):
            done = subprocess.run([program, *words], capture_output=True, check=False,
                                  env=clean_environment(DISPLAY=":0"))
            self.assertEqual((done.returncode, done.stdout), (0, expected), done.stderr)


class Overrides(Case):
    def check(self, content, says):
        old, new = self.pair()
        path = self.write("pins.json", content)
        message = self.fails("compare", "--overrides", path, old, new, says=says)
        return message

    def test_what_is_wrong_in_a_file_is_said(self):
        head = '{"schema":"variorum-overrides/1",'
        self.assertIn("pins.json", self.check("{", "JSON"))
        self.check("[]", "object")
        self.check("{}", "schema")
        self.check('{"schema":"variorum-overrides/2"}', "schema")
        self.check(head + '"must_pair":3}', "must_pair")
        self.check(head + '"must_pair":[[0]]}', "entry 1")
        self.check(head + '"must_pair":[[0,0],[0,-1]]}', "entry 2")
        self.check(head + '"must_not_pair":[[0.5,1]]}', "entry 1")
        self.check(head + '"must_not_pair":[["0",1]]}', "entry 1")
        self.check(head + '"must_pair":[[0,1]],"must_not_pair":[[0,1]]}', "both")
        self.check(b'{"schema":"\xff"}', "UTF-8")
        self.check("[" * 100000, "nested")
        self.check("", "JSON")

    def test_a_paragraph_that_is_not_there_is_named(self):
        self.check('{"schema":"variorum-overrides/1","must_pair":[[0,99]]}', "99")

    def test_a_missing_file_is_named(self):
        old, new = self.pair()
        self.fails("compare", "--overrides=absent.json", old, new, says="absent.json")
        self.fails("compare", "--overrides", self.folder, old, new, says="folder")


class Outputs(Case):
    def test_a_missing_folder_is_said(self):
        old, new = self.pair()
        self.fails("compare", "-o", "absent/report.txt", old, new, says="absent/report.txt")
        self.assertFalse((self.folder / "absent").exists())

    def test_a_folder_is_no_file_to_write(self):
        old, new = self.pair()
        self.fails("compare", "-o", self.folder, old, new, says="folder")

    def test_an_article_is_not_written_over(self):
        old, new = self.pair()
        before = pathlib.Path(old).read_bytes()
        self.fails("compare", "-o", old, old, new, says="old.txt")
        self.assertEqual(pathlib.Path(old).read_bytes(), before)

    def test_an_existing_file_is_replaced_and_keeps_its_permissions(self):
        old, new = self.pair()
        report = pathlib.Path(self.write("report.txt", "before"))
        report.chmod(0o640)
        self.assertEqual(self.compare("--force", "-o", report, old, new, status=1), "")
        self.assertIn("paragraphs changed", report.read_text())
        self.assertEqual(report.stat().st_mode & 0o777, 0o640)
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()),
                         ["new.txt", "old.txt", "report.txt"])

    def test_trouble_leaves_an_existing_file_alone(self):
        _, new = self.pair()
        report = pathlib.Path(self.write("report.txt", "before"))
        self.fails("compare", "-o", report, "absent.txt", new, says="absent.txt")
        self.assertEqual(report.read_text(), "before")

    def test_a_link_is_followed(self):
        old, new = self.pair()
        report = pathlib.Path(self.write("report.txt", "before"))
        link = self.folder / "link.txt"
        link.symlink_to("report.txt")
        self.compare("--force", "-o", link, old, new, status=1)
        self.assertTrue(link.is_symlink())
        self.assertIn("paragraphs changed", report.read_text())

    def test_a_full_disk_is_said(self):
        old, new = self.pair()
        self.fails("compare", "-o", "/dev/full", old, new, says="/dev/full")
        with open("/dev/full", "wb") as full:
            self.fails("compare", old, new, says="tandard output", stdout=full)
            self.fails("--help", says="tandard output", stdout=full)

    def test_a_report_that_cannot_be_finished_leaves_the_file_alone(self):
        old, new = self.pair("one line\n" * 50000, "another line\n" * 50000)
        report = pathlib.Path(self.write("report.json", "before"))
        self.fails("compare", "--format=json", "-o", report, old, new, says="report.json",
                   preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (300000, 300000)))
        self.assertEqual(report.read_text(), "before")
        self.assertEqual(len(list(self.folder.iterdir())), 3)

    def test_a_closed_output_is_said(self):
        old, new = self.pair()
        self.fails("compare", old, new, says="tandard output",
                   stdout=None, preexec_fn=lambda: os.close(1))

    def test_a_reader_that_had_enough_hears_nothing(self):
        old, new = self.pair("one line\n" * 50000, "another line\n" * 50000)
        read_end, write_end = os.pipe()
        os.close(read_end)
        done = self.run_program("compare", old, new, stdout=write_end)
        os.close(write_end)
        self.assertEqual((done.returncode, done.stderr), (2, b""))


if __name__ == "__main__":
    unittest.main()
