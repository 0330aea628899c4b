# SPDX-License-Identifier: GPL-3.0-or-later
"""TEI: valid by jing, and each witness recovered from it as the document itself tells."""

import pathlib
import subprocess
import unittest
import xml.etree.ElementTree as ElementTree

from pairs import N_RANDOM, PairCase, needs
from support import ArchiveCase, shared

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"


class Witness:
    """Reads one witness: @paragraphs by their numbers."""

    def __init__(self, root, sigil):
        self.wanted = f"#{sigil}"
        self.paragraphs = {}
        self.number = None
        for row in root.find(f"{TEI}text/{TEI}body").findall(f"{TEI}p"):
            self.number = None
            self.take(row)

    def put(self, text):
        if text:
            self.paragraphs[self.number] += text

    def take(self, element):
        """The element's inside, without what stands behind it."""
        self.put(element.text)
        for child in element:
            if child.tag == f"{TEI}app":
                for reading in child:
                    if reading.get("wit") == self.wanted:
                        self.take(reading)
            elif child.tag == f"{TEI}milestone" and child.get("edRef") == self.wanted:
                self.number = int(child.get("n"))
                assert self.number not in self.paragraphs
                self.paragraphs[self.number] = ""
            elif child.tag == f"{TEI}g":
                self.put(chr(int(child.get("n")[2:], 16)))
            else:
                assert child.tag[len(TEI):] in ("milestone", "anchor", "ptr"), child.tag
            self.put(child.tail)

    def read(self):
        assert sorted(self.paragraphs) == list(range(1, len(self.paragraphs) + 1))
        return [self.paragraphs[number] for number in sorted(self.paragraphs)]


class Tei(PairCase):
    def tei(self, *args):
        return ElementTree.fromstring(self.report("tei", *args))

    def validate(self, paths):
        needs("jing")
        schema = shared("schemas/tei_all.rng")
        done = subprocess.run(["jing", str(schema), *map(str, paths)], capture_output=True,
                              text=True, check=False)
        said = [line for line in done.stdout.splitlines() if "[warning]" not in line]
        self.assertEqual((done.returncode, said), (0, []))

    def test_it_is_valid(self):
        paths = []
        for number, (name, old, new) in enumerate(self.each_pair()):
            options = (["--explain"], ["--context=1"], ["--critical", "--context=0"],
                       ["--hide-quiet"])[number % 4] if number % 2 else []
            paths.append(pathlib.Path(self.folder, f"{number}.xml"))
            paths[-1].write_bytes(self.report("tei", *options, old, new))
        self.assertGreater(len(paths), N_RANDOM)
        self.validate(paths)

    def test_each_witness_is_recovered(self):
        def check(old, new):
            _, sides = self.read_pair(old, new)
            root = self.tei(old, new)
            self.assertEqual(Witness(root, "old").read(), sides[0])
            self.assertEqual(Witness(root, "new").read(), sides[1])

        self.check_each(check)

    def test_pointers_lead_somewhere(self):
        def check(old, new):
            for options in ([], ["--changes-only"], ["--critical", "--context=1"]):
                root = self.tei(*options, old, new)
                ids = {element.get(ID) for element in root.iter() if element.get(ID)}
                for element in root.iter():
                    for name in ("target", "corresp", "ana", "wit", "edRef"):
                        for pointer in element.get(name, "").split():
                            self.assertEqual(pointer[0], "#")
                            self.assertIn(pointer[1:], ids)

        self.check_each(check)

    def test_what_moved_is_found_from_both_places(self):
        moved = "The third ferry stayed at the quay until the fog had gone, and then some."
        rest = [f"Paragraph number {n} tells of something else, as it did before." for n in range(4)]
        old, new = "\n\n".join([moved, *rest]), "\n\n".join([*rest, moved])
        root = self.tei(*self.pair(old, new))
        rows = root.findall(f".//{TEI}body/{TEI}p")
        pointer = rows[0].find(f".//{TEI}ptr").get("target")
        self.assertEqual("#" + rows[-1].get(ID), pointer)
        self.assertEqual(rows[-1].get("corresp"), "#" + rows[0].find(f"{TEI}app").get(ID))
        self.assertEqual(rows[-1].get("ana"), "#fate-moved")
        order = [target.get("target")[1:] for target in root.findall(f".//{TEI}transpose/{TEI}ptr")]
        self.assertEqual(order, [rows[-1].get(ID), *(row.get(ID) for row in rows[1:-1])])

    def test_a_sentence_that_moved_to_another_paragraph_has_anchors(self):
        stays = "The harbour opened at dawn, as it does on every day of the week but Sunday."
        other = "The council had voted for the bridge in the spring of the year before last."
        moved = "Nobody aboard the second ferry was hurt when it touched the quay."
        root = self.tei(*self.pair(f"{stays} {moved}\n\n{other}", f"{stays}\n\n{other} {moved}"))
        anchors = root.findall(f".//{TEI}anchor[@type='moved-sentence']")
        self.assertEqual(len(anchors), 2)
        self.assertEqual(anchors[0].get("corresp"), "#" + anchors[1].get(ID))
        self.assertEqual(anchors[1].get("corresp"), "#" + anchors[0].get(ID))

    def test_quiet_differences_say_so(self):
        old, new = self.pair("It’s late, they said.", "It's late, they said.")
        entry = self.tei(old, new).find(f".//{TEI}app")
        self.assertEqual(entry.get("type"), "quiet")
        self.assertEqual(entry.get("ana"), "#quiet-typographic")
        self.assertIsNone(self.tei("--hide-quiet", old, new).find(f".//{TEI}app"))

    def test_what_is_left_out_is_a_gap(self):
        root = self.tei("--changes-only", *self.pair())
        self.assertEqual([gap.get("quantity") for gap in root.iter(f"{TEI}gap")], ["1", "1"])

    def test_languages_are_told(self):
        root = self.tei("--language=fr", *self.pair())
        language = "{http://www.w3.org/XML/1998/namespace}lang"
        self.assertEqual({row.get(language) for row in root.findall(f".//{TEI}body/{TEI}p")}, {"fr"})

    def test_it_carries_its_manifest(self):
        text = self.report("tei", *self.pair()).decode()
        self.assertRegex(text, r'</TEI>\n<\?variorum-manifest \{"schema":"variorum-manifest/1",[^<>]*'
                               r'"seal":"sha256:[0-9a-f]{64}"\}\?>\n\Z')


class Archived(ArchiveCase):
    def test_versions_of_the_archive_have_their_commits_and_dates(self):
        self.snapshot("It opened at dawn.", "--published=2026-11-20T10:00:00+01:00")
        self.snapshot("It opened at dusk.", "--published=2026-11-21T10:00:00+01:00")
        text = self.call("compare", "--format=tei", "The-Quay/cnn@1", "The-Quay/cnn@2", status=1)
        root = ElementTree.fromstring(text)
        witnesses = root.findall(f".//{TEI}witness")
        self.assertEqual([witness.find(f".//{TEI}date").get("when") for witness in witnesses],
                         ["2026-11-20T10:00:00+01:00", "2026-11-21T10:00:00+01:00"])
        for witness in witnesses:
            self.assertRegex(witness.find(f".//{TEI}idno[@type='commit']").text, "^[0-9a-f]{40}$")


if __name__ == "__main__":
    unittest.main()
