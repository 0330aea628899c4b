# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents with tracked changes: who accepts all has the new text, who rejects all the old one."""

import io
import json
import os
import shutil
import subprocess
import unittest
import xml.etree.ElementTree as ET
import zipfile

from office import OFFICE, READERS, TEXT, W, odd_pair, read_part, settle
from pairs import FIXTURES, PairCase

N_RANDOM = int(os.environ.get("VARIORUM_REPORT_PAIRS", "40"))

OLD = "The harbour opened.\n\nTwo ferries left, with \"forty\" aboard.\n\nThe third stayed.\n\nEnd."
NEW = "The third stayed.\n\nThe harbour opened.\n\nTwo ferries left, with “fifty” aboard.\n\nEnd."


class Office(PairCase):
    def each_odd_pair(self):
        yield from self.each_pair(n_random=0)
        for number in range(N_RANDOM):
            old, new = odd_pair(number)
            yield (f"odd {number}", self.write("odd.old.txt", old), self.write("odd.new.txt", new))

    def check_both(self, form, document, texts):
        for choice, paragraphs in zip(("reject", "accept"), texts):
            expected = [settle(text) for text in paragraphs] or [""]
            self.assertEqual(READERS[form](document, choice), expected, choice)

    def check_ends(self, document):
        """Every move has both its places, and nothing is numbered twice."""
        root = ET.fromstring(read_part(document, "word/document.xml"))
        names = {side: [end.get(W + "name") for end in root.iter(f"{W}move{side}RangeStart")]
                 for side in ("From", "To")}
        self.assertEqual(sorted(names["From"]), sorted(names["To"]))
        self.assertEqual(len(names["To"]), len(set(names["To"])))
        for side in ("From", "To"):
            starts = [end.get(W + "id") for end in root.iter(f"{W}move{side}RangeStart")]
            ends = [end.get(W + "id") for end in root.iter(f"{W}move{side}RangeEnd")]
            self.assertEqual(starts, ends)
            # ISO/IEC 29500-4 wants a time there, be one known or not.
            for start in root.iter(f"{W}move{side}RangeStart"):
                self.assertRegex(start.get(W + "date"), r"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\Z")
        numbers = [element.get(W + "id") for element in root.iter()
                   if element.get(W + "author") is not None]
        self.assertEqual(len(numbers), len(set(numbers)))

    def check_pairs(self, form):
        for name, old, new in self.each_odd_pair():
            with self.subTest(pair=name):
                _, texts = self.read_pair(old, new)
                document = self.report(form, old, new)
                self.check_both(form, document, texts)
                if form == "docx":
                    self.check_ends(document)

    def test_docx_accepted_is_the_new_text_and_rejected_the_old_one(self):
        self.check_pairs("docx")

    def test_odt_accepted_is_the_new_text_and_rejected_the_old_one(self):
        self.check_pairs("odt")

    def check_files(self, form):
        old, new = str(FIXTURES / "recast.old.txt"), str(FIXTURES / "recast.new.txt")
        document = self.report(form, old, new)
        self.assertEqual(document, self.report(form, old, new))
        with zipfile.ZipFile(io.BytesIO(document)) as archive:
            self.assertIsNone(archive.testzip())
            self.assertRegex(archive.comment.decode(), r'^\{"seal":"sha256:[0-9a-f]{64}"\}$')
            for entry in archive.infolist():
                self.assertEqual(entry.extra, b"", entry.filename)
                self.assertEqual(entry.date_time, (1980, 1, 1, 0, 0, 0))
                if entry.filename.endswith((".xml", ".rels", ".rdf")):
                    ET.fromstring(archive.read(entry))
        return document

    def test_docx_is_a_sound_package_of_the_same_bytes_each_time(self):
        document = self.check_files("docx")
        with zipfile.ZipFile(io.BytesIO(document)) as archive:
            names = archive.namelist()
            manifest = ET.fromstring(archive.read("customXml/item1.xml")).text
            types = ET.fromstring(archive.read("[Content_Types].xml"))
        self.assertTrue(manifest.startswith('{"schema":"variorum-manifest/1"'))
        self.assertTrue(manifest.endswith("}"))
        for part in types:
            if part.get("PartName") is not None:
                self.assertIn(part.get("PartName").lstrip("/"), names)

    def test_odt_is_told_by_its_first_bytes_and_lists_all_it_holds(self):
        document = self.check_files("odt")
        self.assertEqual(document[30:77], b"mimetypeapplication/vnd.oasis.opendocument.text")
        with zipfile.ZipFile(io.BytesIO(document)) as archive:
            names = set(archive.namelist()) - {"mimetype", "META-INF/manifest.xml"}
            listed = ET.fromstring(archive.read("META-INF/manifest.xml"))
            manifest = archive.read("variorum-manifest.json").decode()
        key = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}full-path"
        self.assertEqual(names | {"/"}, {entry.get(key) for entry in listed})
        self.assertEqual(json.loads(manifest)["report"]["format"], "odt")

    def test_other_programs_unpack_them(self):
        for form in READERS:
            path = self.write(f"pack.{form}", "")
            with open(path, "wb") as file:
                file.write(self.check_files(form))
            for command in (["unzip", "-tq"], ["bsdtar", "-tf"]):
                if shutil.which(command[0]) is not None:
                    done = subprocess.run([*command, path], capture_output=True, check=False)
                    self.assertEqual(done.returncode, 0, done.stderr.decode())

    def test_a_move_in_docx_is_a_move(self):
        old, new = self.write("move.old.txt", OLD), self.write("move.new.txt", NEW)
        root = ET.fromstring(read_part(self.report("docx", old, new), "word/document.xml"))
        for side in ("From", "To"):
            texts = [run.text for run in root.findall(f".//{W}p/{W}move{side}/{W}r/{W}t")]
            self.assertEqual(texts, ["The third stayed."])
            self.assertEqual(len(root.findall(f".//{W}pPr/{W}rPr/{W}move{side}")), 1)

    def test_a_move_in_odt_is_a_deletion_and_an_insertion_that_name_each_other(self):
        old, new = self.write("move.old.txt", OLD), self.write("move.new.txt", NEW)
        root = ET.fromstring(read_part(self.report("odt", old, new), "content.xml"))
        texts = {}
        for region in root.iter(TEXT + "changed-region"):
            comment = region[0].find(f"{OFFICE}change-info/{TEXT}p")
            if comment is not None:
                texts[region[0].tag.removeprefix(TEXT)] = comment.text
        self.assertEqual(set(texts), {"deletion", "insertion"})
        for text in texts.values():
            self.assertTrue(text.startswith("Move 1: moved up 2 places"), text)

    def test_quiet_differences_have_an_author_of_their_own(self):
        old, new = self.write("quiet.old.txt", OLD), self.write("quiet.new.txt", NEW)
        root = ET.fromstring(read_part(self.report("docx", old, new), "word/document.xml"))
        quiet = [change for change in root.iter(W + "ins")
                 if change.get(W + "author") == "Variorum (quiet)"]
        self.assertIn("“", "".join("".join(change.itertext()) for change in quiet))
        loud = "".join("".join(change.itertext()) for change in root.iter(W + "ins")
                       if change.get(W + "author") == "Variorum")
        self.assertIn("fifty", loud)
        self.assertNotIn("“", loud)

    def test_what_is_left_out_elsewhere_is_there(self):
        old, new = self.write("all.old.txt", OLD), self.write("all.new.txt", NEW)
        _, texts = self.read_pair(old, new)
        for form in READERS:
            document = self.report(form, "--changes-only", "--hide-quiet", old, new)
            self.check_both(form, document, texts)

    def test_what_earned_a_pairing_is_a_comment_and_no_text(self):
        old, new = self.write("why.old.txt", OLD), self.write("why.new.txt", NEW)
        _, texts = self.read_pair(old, new)
        for form, part, tag in (("docx", "word/comments.xml", W + "comment"),
                                ("odt", "content.xml", OFFICE + "annotation")):
            document = self.report(form, "--explain", old, new)
            self.check_both(form, document, texts)
            comments = ["".join(comment.itertext())
                        for comment in ET.fromstring(read_part(document, part)).iter(tag)]
            self.assertEqual(len([text for text in comments if "Match" in text]), len(comments))
            self.assertTrue(comments, form)

    def test_arabic_runs_from_the_right_and_chinese_has_its_fonts(self):
        for name, path in (("arabic", f".//{W}pPr/{W}bidi"), ("hebrew", f".//{W}rPr/{W}rtl"),
                           ("chinese", f".//{W}rFonts[@{W}hint='eastAsia']")):
            document = self.report("docx", str(FIXTURES / f"{name}.old.txt"),
                                   str(FIXTURES / f"{name}.new.txt"))
            root = ET.fromstring(read_part(document, "word/document.xml"))
            self.assertTrue(root.findall(path), name)


if __name__ == "__main__":
    unittest.main()
