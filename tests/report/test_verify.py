# SPDX-License-Identifier: GPL-3.0-or-later
"""`variorum verify`: what holds is said to hold, and what was changed is found, in every format."""

import collections
import hashlib
import json
import os
import pathlib
import random
import re
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "cli"))
sys.path.append(str(HERE.parent))

from support import ArchiveCase, Case, NEW, OLD, PROGRAM, SCHEMAS, clean_environment  # noqa: E402
from made_locale import make_locale  # noqa: E402
import formats  # noqa: E402

EPOCH = "1397606400"
SIGNS = {"✓": "holds", "✗": "false", "?": "unknown", "–": "unchecked"}
NAMES = formats.list_formats(PROGRAM, clean_environment())
CHECKED = [name for name in NAMES if name not in formats.PLAIN]


def validator(name):
    import jsonschema

    schema = json.loads((SCHEMAS / f"variorum-{name}-1.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


class Reports(Case):
    """Makes reports, and asks what of them holds."""

    def make(self, name, *args, epoch=EPOCH, path="report"):
        """A report of OLD and NEW in its file, and in another one where that is its way."""
        old, new = self.write("old.txt", OLD), self.write("new.txt", NEW)
        report = self.folder / path
        self.beside(report).unlink(missing_ok=True)
        done = self.run_program("compare", f"--format={name}", "--force", "-o", report, *args, old,
                                new, env={"SOURCE_DATE_EPOCH": epoch} if epoch else {})
        self.assertEqual(done.returncode, 1, done.stderr.decode())
        return report

    def beside(self, report):
        return report.with_name(report.name + formats.SUFFIX)

    def manifest_of(self, report):
        """Its bytes, and the file that they are in."""
        beside = self.beside(report)
        if beside.exists():
            return beside.read_bytes(), beside
        return formats.find_manifest(report.read_bytes()), report

    def verify(self, report, *args, status, env=None):
        """Returns the verdicts by check, as JSON and text have them."""
        told = self.run_program("verify", "--format=json", report, *args, env=env)
        self.assertEqual(told.returncode, status, told.stdout.decode() + told.stderr.decode())
        self.assertEqual(told.stderr, b"")
        findings = json.loads(told.stdout)
        said = self.run_program("verify", report, *args, env=env)
        self.assertEqual(said.returncode, status)
        lines = said.stdout.decode().splitlines()
        self.assertEqual([f"{SIGNS[line[0]]} {line[2:]}" for line in lines],
                         [f"{c['verdict']} {c['sentence']}" for c in findings["checks"]])
        return {check["check"]: check["verdict"] for check in findings["checks"]}

    def verify_with_sources(self, report, *args, status, env=None):
        return self.verify(report, "--old", self.folder / "old.txt", "--new",
                           self.folder / "new.txt", *args, status=status, env=env)

    def forge(self, report, change):
        """Does @change to the manifest and seals it anew, as whoever means to deceive would do."""
        manifest, file = self.manifest_of(report)
        data = file.read_bytes()
        changed = change(manifest)
        self.assertNotEqual(manifest, changed)
        if data.startswith(b"PK"):
            file.write_bytes(formats.rezip(data, lambda _: changed))
        else:
            at = data.rfind(manifest)
            file.write_bytes(formats.seal(data[:at] + changed + data[at + len(manifest):]))


class Honest(Reports):
    def test_every_report_that_is_as_it_was_written_holds(self):
        for name in CHECKED:
            with self.subTest(format=name):
                report = self.make(name)
                verdicts = self.verify_with_sources(report, status=0)
                self.assertEqual(set(verdicts.values()), {"holds"}, verdicts)
                self.assertLessEqual({"body", "old", "new", "comparison", "report"}, set(verdicts))

    def test_options_of_the_comparison_and_of_the_report_are_taken_from_the_manifest(self):
        pins = self.write("pins.json", json.dumps({"schema": "variorum-overrides/1",
                                                   "must_pair": [[2, 3]],
                                                   "must_not_pair": [[0, 0]]}))
        for name in CHECKED:
            with self.subTest(format=name):
                report = self.make(name, "--context=1", "--strict", "--unit=character",
                                   "--paragraphs=blank", "--language=de", "--encoding=windows-1252",
                                   "--layout=inline", "--explain", "--hide-quiet", "--critical",
                                   f"--overrides={pins}", epoch=None)
                verdicts = self.verify_with_sources(report, status=0)
                self.assertEqual(set(verdicts.values()), {"holds"}, verdicts)

    def test_nothing_of_the_readers_environment_has_a_part_in_it(self):
        for name in CHECKED:
            with self.subTest(format=name):
                report = self.make(name, epoch=None)
                self.verify_with_sources(report, status=0, env={"SOURCE_DATE_EPOCH": "1"})

    def test_two_runs_give_the_same_bytes(self):
        for name in NAMES:
            with self.subTest(format=name):
                both = []
                for _ in range(2):
                    report = self.make(name)
                    beside = self.beside(report)
                    both.append((report.read_bytes(),
                                 beside.read_bytes() if beside.exists() else None))
                    beside.unlink(missing_ok=True)
                self.assertEqual(*both)

    def test_the_time_of_a_report_is_the_one_it_was_told(self):
        for name in CHECKED:
            with self.subTest(format=name):
                manifest, _ = self.manifest_of(self.make(name))
                self.assertEqual(json.loads(manifest)["report"]["time"], "2014-04-16T00:00:00Z")

    def test_every_manifest_is_as_its_schema_says_and_needs_no_escape(self):
        try:
            valid = validator("manifest")
        except ImportError:
            self.skipTest("python3-jsonschema is not installed")
        for name in CHECKED:
            with self.subTest(format=name):
                manifest, _ = self.manifest_of(self.make(name))
                valid.validate(json.loads(manifest))
                self.assertTrue(manifest.isascii())
                self.assertFalse(set(manifest) & set(b"<>&"))

    def test_what_verify_tells_is_as_its_schema_says(self):
        try:
            valid = validator("verification")
        except ImportError:
            self.skipTest("python3-jsonschema is not installed")
        report = self.make("json")
        for args in ((), ("--old", self.folder / "new.txt", "--new", self.folder / "gone")):
            told = self.run_program("verify", "--format=json", report, *args)
            valid.validate(json.loads(told.stdout))

    def test_without_sources_only_the_body_is_checked_and_that_is_said(self):
        for name in CHECKED:
            with self.subTest(format=name):
                verdicts = self.verify(self.make(name), status=0)
                self.assertEqual(verdicts["body"], "holds")
                for check in ("old", "new", "comparison", "report"):
                    self.assertEqual(verdicts[check], "unchecked")

    def test_the_manifest_beside_may_be_named_itself(self):
        for name in CHECKED:
            report = self.make(name, path=f"report.{name}")
            if self.beside(report).exists():
                with self.subTest(format=name):
                    self.verify_with_sources(self.beside(report), status=0)

    def test_a_report_in_another_language_or_with_other_numbers_is_not_written_again(self):
        for name in CHECKED:
            for old, new in ((b'"language":"en"', b'"language":"xx"'),
                             (b'"numbers":"1234567"', b'"numbers":"1.234.567"')):
                with self.subTest(format=name):
                    report = self.make(name)
                    if old not in self.manifest_of(report)[0]: # it has no words for people
                        self.assertEqual(name, "json")
                        continue
                    self.forge(report, lambda data: data.replace(old, new, 1))
                    verdicts = self.verify_with_sources(report, status=0)
                    self.assertEqual(verdicts["comparison"], "holds")
                    self.assertEqual(verdicts["report"], "unchecked")


class Changed(Reports):
    def find_change(self, report):
        return formats.find_change(self, report, "--old", self.folder / "old.txt", "--new",
                                   self.folder / "new.txt")

    def change_something(self, name, report, chance, what):
        """Changes one byte of a source, of the body, or of a figure or setting."""
        if what in ("old", "new"):
            return formats.change_one_byte(self.folder / f"{what}.txt", chance)
        manifest, file = self.manifest_of(report)
        if what == "body":
            return formats.change_one_byte(report, chance)
        data = file.read_bytes()
        at = data.rfind(manifest)
        if at < 0: # deflated in a ZIP file
            return formats.change_one_byte(report, chance)
        return formats.change_one_byte(file, chance, at, at + len(manifest))

    def test_every_change_of_one_byte_is_found(self):
        for name in CHECKED:
            found = collections.Counter()
            chance = random.Random(formats.SEED)
            report = self.make(name)
            beside = self.beside(report)
            kept = {path: path.read_bytes() for path in
                    (report, beside, self.folder / "old.txt", self.folder / "new.txt")
                    if path.exists()}
            for i in range(formats.N_CHANGES):
                what = ("old", "body", "manifest", "new", "body", "manifest")[i % 6]
                with self.subTest(format=name, seed=formats.SEED, change=i, what=what):
                    self.change_something(name, report, chance, what)
                    found[self.find_change(report)] += 1
                for path, data in kept.items():
                    path.write_bytes(data)
            formats.say_found(name, formats.N_CHANGES, found)

    def test_what_is_changed_so_that_nothing_can_be_read_of_it_is_called_false(self):
        for name in CHECKED:
            with self.subTest(format=name):
                report = self.make(name)
                manifest, file = self.manifest_of(report)
                data = file.read_bytes()
                if manifest not in data: # deflated: where the first entries are
                    file.write_bytes(data[:40] + bytes(200) + data[240:])
                else:
                    file.write_bytes(data.replace(b'"engine":{', b'"engine":['))
                verdicts = self.verify_with_sources(report, status=1)
                if file == report:
                    self.assertEqual(verdicts, {"body": "false", "manifest": "unknown"})
                else:
                    self.assertEqual(verdicts, {"manifest": "false", "body": "unknown"})

    def test_a_figure_changed_and_sealed_anew_is_found_by_comparing_again(self):
        for name in CHECKED:
            with self.subTest(format=name):
                report = self.make(name)
                self.forge(report, lambda data: data.replace(b'"edited":1', b'"edited":2', 1))
                verdicts = self.verify_with_sources(report, status=1)
                self.assertEqual(verdicts["body"], "holds")
                self.assertEqual(verdicts["comparison"], "false")

    def test_a_setting_changed_and_sealed_anew_is_found_by_writing_again(self):
        for name in CHECKED:
            with self.subTest(format=name):
                report = self.make(name)
                self.forge(report, lambda data: data.replace(b'"unit":"word"', b'"unit":"character"',
                                                              1))
                verdicts = self.verify_with_sources(report, status=1)
                self.assertEqual(verdicts["body"], "holds")
                self.assertIn("false", (verdicts["comparison"], verdicts["report"]))

    def test_a_body_changed_and_sealed_anew_is_found_by_writing_again(self):
        for name in CHECKED:
            with self.subTest(format=name):
                report = self.make(name)
                data = report.read_bytes()
                changed = data.replace(b"fifty", b"sixty")
                if changed == data: # deflated, or drawn
                    continue
                manifest, file = self.manifest_of(report)
                report.write_bytes(changed)
                if file == report:
                    report.write_bytes(formats.seal(changed))
                else:
                    told = json.loads(manifest)
                    told["file"]["sha256"] = hashlib.sha256(changed).hexdigest()
                    text = json.dumps(told, separators=(",", ":")).encode() + b"\n"
                    file.write_bytes(formats.seal(text))
                verdicts = self.verify_with_sources(report, status=1)
                self.assertEqual(verdicts["body"], "holds")
                self.assertEqual(verdicts["report"], "false")

    def test_another_source_is_told_from_the_one_that_was_compared(self):
        for name in CHECKED:
            with self.subTest(format=name):
                report = self.make(name)
                verdicts = self.verify(report, "--old", self.folder / "new.txt", "--new",
                                       self.folder / "new.txt", status=1)
                self.assertEqual(verdicts["old"], "false")
                self.assertEqual(verdicts["new"], "holds")
                self.assertEqual(verdicts["comparison"], "unchecked")

    def test_a_report_without_its_manifest_says_so_in_one_sentence(self):
        for name in CHECKED:
            with self.subTest(format=name):
                report = self.make(name)
                manifest, file = self.manifest_of(report)
                if file != report:
                    file.unlink()
                elif not report.read_bytes().startswith(b"PK"):
                    report.write_bytes(report.read_bytes().replace(manifest, b""))
                else:
                    report.write_bytes(formats.rezip(report.read_bytes(), lambda _: b"{}"))
                self.fails("verify", report, says="no manifest")

    def test_a_damaged_manifest_says_so_in_one_sentence(self):
        for name in CHECKED:
            for old, new in ((b'"engine":{', b'"engine":['), (b'"format":', b'"Format":'),
                             (b'"sha256":"', b'"sha256":"X'), (b'"layout":"', b'"layout":"x')):
                with self.subTest(format=name):
                    report = self.make(name)
                    self.forge(report, lambda data: data.replace(old, new, 1))
                    self.fails("verify", report, says="cannot be read: it is damaged")


class Engines(Reports):
    def test_another_engine_that_says_the_same_is_no_falsehood(self):
        for name in CHECKED:
            with self.subTest(format=name):
                report = self.make(name)
                self.forge(report, lambda data: re.sub(rb'"icu":"[^"]+"', b'"icu":"999"', data))
                verdicts = self.verify_with_sources(report, status=2)
                self.assertEqual(verdicts["comparison"], "holds")
                self.assertEqual(verdicts["report"], "unknown")

    def test_what_another_engine_says_differently_cannot_be_told(self):
        for name in CHECKED:
            with self.subTest(format=name):
                report = self.make(name)
                self.forge(report, lambda data: re.sub(rb'"weights":"[^"]+"', b'"weights":"other"',
                                                       data.replace(b'"edited":1', b'"edited":2')))
                verdicts = self.verify_with_sources(report, status=2)
                self.assertEqual(verdicts["comparison"], "unknown")
                said = self.run_program("verify", report, "--old", "old.txt", "--new", "new.txt")
                self.assertIn("weights other", said.stdout.decode())

    def test_other_libraries_or_fonts_are_no_falsehood(self):
        for name in CHECKED:
            report = self.make(name)
            if b'"made_with"' not in self.manifest_of(report)[0]:
                continue
            with self.subTest(format=name):
                self.forge(report, lambda data: re.sub(rb'"made_with":"[^"]+"',
                                                       b'"made_with":"a pen"', data))
                verdicts = self.verify_with_sources(report, status=2)
                self.assertEqual(verdicts["comparison"], "holds")
                self.assertEqual(verdicts["report"], "unknown")

    def test_other_paper_is_no_falsehood(self):
        letter = make_locale(self.folder, "en_US")
        letter["LC_PAPER"] = letter.pop("LC_NUMERIC")
        report = self.make("pdf")
        old, new = self.folder / "old.txt", self.folder / "new.txt"
        self.run_program("compare", "--format=pdf", "--force", "-o", report, old, new, env=letter)
        self.assertIn(b"paper letter", self.manifest_of(report)[0])
        verdicts = self.verify_with_sources(report, status=0, env=letter)
        self.assertEqual(set(verdicts.values()), {"holds"})
        verdicts = self.verify_with_sources(report, status=2)
        self.assertEqual((verdicts["comparison"], verdicts["report"]), ("holds", "unknown"))

    def test_a_format_of_another_version_cannot_be_told(self):
        report = self.make("json")
        self.forge(report, lambda data: data.replace(b'"format":"json"', b'"format":"runes"'))
        self.assertEqual(self.verify_with_sources(report, status=2)["comparison"], "unknown")


class Stale(Reports):
    def test_a_manifest_that_another_report_of_that_name_left_is_passed_over(self):
        for name in CHECKED:
            with self.subTest(format=name):
                report = self.make(name)
                if not self.beside(report).exists():
                    self.beside(report).write_bytes(formats.seal(
                        formats.find_manifest(self.make("json", path="other").read_bytes())))
                    self.verify_with_sources(report, status=0)


class Hostile(Reports):
    def test_a_manifest_in_an_article_is_not_taken_for_the_reports(self):
        fake = '{"schema":"variorum-manifest/1","seal":"sha256:' + "0" * 64 + '"}\n\n'
        old = self.write("a.txt", fake + OLD)
        new = self.write("b.txt", NEW + "\n" + fake)
        for name in CHECKED:
            with self.subTest(format=name):
                report = self.folder / "report"
                self.run_program("compare", f"--format={name}", "--force", "-o", report, old, new)
                self.verify(report, "--old", old, "--new", new, status=0)
                self.beside(report).unlink(missing_ok=True)

    def test_what_a_manifest_says_steers_no_terminal(self):
        report = self.make("json")
        self.forge(report, lambda data: re.sub(rb'"weights":"[^"]+"', b'"weights":"\\\\u001b[31m"',
                                               data.replace(b'"edited":1', b'"edited":2')))
        said = self.run_program("verify", report, "--old", "old.txt", "--new", "new.txt")
        self.assertEqual(said.returncode, 2)
        self.assertNotIn(b"\x1b", said.stdout)

    def test_overrides_of_paragraphs_that_are_not_there_are_a_falsehood(self):
        report = self.make("json")
        pins = b'"overrides":{"must_pair":[[99,99]],"must_not_pair":[]}'
        self.forge(report, lambda data: data.replace(b'"overrides":null', pins))
        self.assertEqual(self.verify_with_sources(report, status=1)["comparison"], "false")

    def test_nonsense_is_refused_in_one_sentence(self):
        for content in (b"", b"PK\x03\x04", b"PK\x03\x04" + os.urandom(999), formats.MARK,
                        formats.MARK + b'"' * 999, formats.MARK + b',"a":' + b"[" * 99999,
                        formats.MARK + b"}", os.urandom(9999)):
            path = self.write("nonsense", content)
            said = self.run_program("verify", path)
            self.assertEqual(said.returncode, 2)
            self.assertRegex(said.stderr.decode(), r"\Avariorum: [^\n]*[.]\n\Z")
        self.fails("verify", self.folder / "gone", says="gone")
        self.fails("verify", says="takes one report")


class Kept(ArchiveCase):
    """Versions of an archive are found by their commits."""

    def setUp(self):
        super().setUp()
        self.snapshot(OLD)
        self.snapshot(NEW)
        self.report = self.folder / "report.json"
        done = self.run_program("compare", f"--archive={self.archive}", "-o", self.report,
                                "The-Quay/cnn@1", "The-Quay/cnn@2")
        self.assertEqual(done.returncode, 1, done.stderr.decode())

    def verdicts(self, *args, status):
        told = self.run_program("verify", "--format=json", self.report, *args)
        self.assertEqual(told.returncode, status, told.stdout.decode() + told.stderr.decode())
        return {c["check"]: c["verdict"] for c in json.loads(told.stdout)["checks"]}

    def change(self, old, new):
        data = self.report.read_text(encoding="utf-8")
        self.assertIn(old, data)
        self.report.write_bytes(formats.seal(data.replace(old, new).encode()))

    def test_versions_are_read_from_the_archive(self):
        verdicts = self.verdicts(f"--archive={self.archive}", status=0)
        self.assertEqual(set(verdicts.values()), {"holds"}, verdicts)

    def test_a_version_that_is_not_there_is_said(self):
        commit = json.loads(self.report.read_text())["manifest"]["old"]["commit"]
        self.change(commit, "0123456789" * 4)
        verdicts = self.verdicts(f"--archive={self.archive}", status=2)
        self.assertEqual(verdicts["old"], "unknown")
        self.assertEqual(verdicts["new"], "holds")

    def test_another_version_of_the_archive_is_told(self):
        manifest = json.loads(self.report.read_text())["manifest"]
        self.change(manifest["old"]["commit"], manifest["new"]["commit"])
        self.assertEqual(self.verdicts(f"--archive={self.archive}", status=1)["old"], "false")

    def test_another_time_than_the_archives_is_told(self):
        time = json.loads(self.report.read_text())["manifest"]["old"]["time"]
        self.change(time, "1999" + time[4:])
        self.assertEqual(self.verdicts(f"--archive={self.archive}", status=1)["old"], "false")

    def test_files_go_before_the_archive(self):
        old, _ = self.write("old.txt", OLD), None
        verdicts = self.verdicts(f"--archive={self.archive}", "--old", old, status=0)
        self.assertEqual(set(verdicts.values()), {"holds"}, verdicts)

    def test_files_are_no_versions_of_an_archive(self):
        old, new = self.write("old.txt", OLD), self.write("new.txt", NEW)
        self.run_program("compare", "-o", self.report, old, new)
        verdicts = self.verdicts(f"--archive={self.archive}", status=0)
        self.assertEqual(verdicts["old"], "unchecked")


if __name__ == "__main__":
    unittest.main()
