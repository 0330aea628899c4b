# SPDX-License-Identifier: GPL-3.0-or-later
"""`variorum verify` on reports on all versions of a variant, with their archive and without."""

import collections
import json
import random
import re
import shutil
import unittest

from life import NAME, LifeCase
import formats

FORMATS = ("html", "pdf", "json")
MARK = b'{"schema":"variorum-history-manifest/1"'
ALL = {"body", "versions", "history", "notes", "report"}


class Histories(LifeCase):
    def make(self, name, *words, env=None):
        report = self.folder / f"history.{name}"
        done = self.run_program("history", NAME, "--force", "-o", report, f"--archive={self.archive}",
                                *words, env=env)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return report

    def verify(self, report, *words, status, archive=True, env=None):
        words = (f"--archive={self.archive}", *words) if archive else words
        told = self.run_program("verify", "--format=json", report, *words, env=env)
        self.assertEqual(told.returncode, status, told.stdout.decode() + told.stderr.decode())
        return {check["check"]: check["verdict"] for check in json.loads(told.stdout)["checks"]}

    def forge(self, report, change):
        """Does @change to the manifest and seals it anew, as whoever means to deceive would do."""
        data = report.read_bytes()
        at = data.rfind(MARK)
        end = formats.SEAL.search(data, at).end()
        changed = change(data[at:end])
        self.assertNotEqual(changed, data[at:end])
        report.write_bytes(formats.seal(data[:at] + changed + data[end:]))

    def forge_each(self, change, status):
        """Yields the verdicts on each format with @change done to its manifest."""
        for name in FORMATS:
            with self.subTest(format=name):
                report = self.make(name)
                self.forge(report, change)
                yield self.verify(report, status=status)

    def versions(self):
        return json.loads(self.make("json").read_text())["versions"]


class Honest(Histories):
    def test_every_check_of_an_honest_report_holds(self):
        for name in FORMATS:
            for words in ((), ("--from=2", "--to=4"), ("--from=3", "--to=3")):
                with self.subTest(format=name, words=words):
                    verdicts = self.verify(self.make(name, *words), status=0)
                    self.assertEqual(verdicts, dict.fromkeys(ALL, "holds"))

    def test_without_an_archive_only_the_body_is_checked_and_that_is_said(self):
        for name in FORMATS:
            with self.subTest(format=name):
                verdicts = self.verify(self.make(name), status=0, archive=False)
                self.assertEqual(verdicts, {"body": "holds", "versions": "unchecked",
                                            "report": "unchecked"})

    def test_the_time_of_a_report_is_its_own(self):
        for name in FORMATS:
            with self.subTest(format=name):
                report = self.make(name, env={"SOURCE_DATE_EPOCH": "1397606400"})
                verdicts = self.verify(report, status=0, env={"SOURCE_DATE_EPOCH": "1"})
                self.assertEqual(set(verdicts.values()), {"holds"})

    def test_two_runs_give_the_same_bytes(self):
        for name in FORMATS:
            with self.subTest(format=name):
                first = self.make(name).read_bytes()
                self.assertEqual(first, self.make(name, env={"TZ": "Asia/Tokyo"}).read_bytes())

    def test_later_versions_and_another_name_make_no_report_false(self):
        for name in FORMATS:
            with self.subTest(format=name):
                report = self.make(name)
                self.snapshot(f"Something else altogether, {name}.\n")
                verdicts = self.verify(report, status=0)
                self.assertEqual(verdicts, dict.fromkeys(ALL, "holds"))

    def test_a_renamed_variant_is_said_and_the_rest_holds(self):
        reports = [self.make(name) for name in FORMATS]
        self.call("mv", NAME, "The-Pier/cnn")
        for report in reports:
            verdicts = self.verify(report, status=2)
            self.assertEqual(verdicts, dict(dict.fromkeys(ALL, "holds"), history="unknown"))

    def test_a_later_note_is_said_and_the_rest_holds(self):
        reports = [self.make(name) for name in FORMATS]
        self.call("note", f"{NAME}@2", "-m", "Later.")
        for report in reports:
            verdicts = self.verify(report, status=2)
            self.assertEqual(verdicts, dict(dict.fromkeys(ALL, "holds"), notes="unknown"))

    def test_paper_tells_what_it_was_made_with(self):
        found = self.make("pdf").read_bytes()
        self.assertRegex(found[found.rfind(MARK):], rb'"made_with":"cairo [^"]+, paper A4"')

    def test_two_files_are_no_history(self):
        self.fails("verify", self.make("json"), "--old=a", "--new=b", says="not of two files")


class Changed(Histories):
    def test_every_change_of_one_byte_is_found(self):
        for name in FORMATS:
            chance, found = random.Random(formats.SEED), collections.Counter()
            report = self.make(name)
            whole = report.read_bytes()
            at = whole.rfind(MARK)
            for i in range(formats.N_CHANGES):
                what = ("body", "manifest")[i % 2]
                with self.subTest(format=name, seed=formats.SEED, change=i, what=what):
                    formats.change_one_byte(report, chance, at if what == "manifest" else 0)
                    found[formats.find_change(self, report, f"--archive={self.archive}")] += 1
                report.write_bytes(whole)
            formats.say_found(f"history as {name}", formats.N_CHANGES, found)

    def test_a_text_that_is_another_in_the_archive_is_found(self):
        sums = [version["sha256"] for version in self.versions()]
        def swap(data):
            return data.replace(sums[1].encode(), sums[2].encode())
        for verdicts in self.forge_each(swap, 1):
            self.assertEqual((verdicts["body"], verdicts["versions"]), ("holds", "false"))

    def test_another_time_is_found(self):
        def change(data):
            return data.replace(b"2014-04-12T16:23", b"2014-04-12T16:24", 1)
        for verdicts in self.forge_each(change, 1):
            self.assertEqual((verdicts["body"], verdicts["versions"]), ("holds", "false"))

    def test_a_version_that_is_not_there_cannot_be_told(self):
        commit = self.versions()[2]["commit"].encode()
        for verdicts in self.forge_each(lambda data: data.replace(commit, b"0123456789" * 4), 2):
            self.assertEqual((verdicts["body"], verdicts["versions"]), ("holds", "unknown"))

    def test_versions_in_another_order_are_found(self):
        def swap(data):
            told = json.loads(data + b"}")
            versions = told["versions"]
            versions[1], versions[2] = versions[2], versions[1]
            return json.dumps(told, separators=(",", ":")).encode()[:-1]
        for verdicts in self.forge_each(swap, 1):
            self.assertEqual((verdicts["versions"], verdicts["history"]), ("holds", "false"))

    def test_a_version_left_out_is_said(self):
        def leave_out(data):
            told = json.loads(data + b"}")
            del told["versions"][3]
            return json.dumps(told, separators=(",", ":")).encode()[:-1]
        for verdicts in self.forge_each(leave_out, 2):
            self.assertEqual((verdicts["versions"], verdicts["history"]), ("holds", "unknown"))
            self.assertEqual(verdicts["report"], "unchecked")

    def test_other_names_and_notes_than_the_archives_are_said(self):
        for old, new, check in ((b'"number":2', b'"number":9', "history"),
                                (b'"story":"The', b'"story":"An', "history"),
                                (b"Nobody.", b"Anybody.", "notes")):
            for verdicts in self.forge_each(lambda data: data.replace(old, new, 1), 1):
                # The report itself still says it in the other words.
                self.assertEqual((verdicts[check], verdicts["report"]), ("unknown", "false"))

    def test_a_body_changed_and_sealed_anew_is_found_by_writing_again(self):
        for name in ("html", "json"):
            report = self.make(name)
            report.write_bytes(formats.seal(report.read_bytes().replace("“fifty”".encode(),
                                                                        "“sixty”".encode())))
            verdicts = self.verify(report, status=1)
            self.assertEqual(verdicts, dict(dict.fromkeys(ALL, "holds"), report="false"))

    def test_another_engine_or_other_fonts_are_no_falsehood(self):
        for old, new in ((rb'"icu":"[^"]+"', b'"icu":"999"'),
                         (rb'"made_with":"[^"]+"', b'"made_with":"a pen"')):
            report = self.make("pdf")
            self.forge(report, lambda data: re.sub(old, new, data))
            self.assertEqual(self.verify(report, status=2)["report"], "unknown")

    def test_other_words_are_not_written_again(self):
        for verdicts in self.forge_each(
                lambda data: data.replace(b'"language":"en"', b'"language":"xx"'), 0):
            self.assertEqual(verdicts["report"], "unchecked")

    def test_a_format_of_a_newer_version_cannot_be_told(self):
        for verdicts in self.forge_each(
                lambda data: re.sub(rb'"format":"\w+"', b'"format":"runes"', data), 2):
            self.assertEqual(verdicts["report"], "unknown")

    def test_another_archive_has_none_of_it(self):
        report = self.make("html")
        shutil.rmtree(self.archive)
        verdicts = self.verify(report, status=2)
        self.assertEqual((verdicts["body"], verdicts["versions"]), ("holds", "unknown"))

    def test_a_damaged_manifest_is_said(self):
        for old, new in ((b'"versions":[', b'"versions":7,"x":['), (b'"engine":{', b'"engine":['),
                         (b'"commit":"', b'"commit":"HEAD'), (b'"notes":[', b'"notes":[7,'),
                         (b'"number":1', b'"number":0')):
            report = self.make("json")
            self.forge(report, lambda data: data.replace(old, new, 1))
            self.fails("verify", report, says="cannot be read: it is damaged")


if __name__ == "__main__":
    unittest.main()
