# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads documents with tracked changes: what they say when all are accepted, or rejected; and makes
pairs of articles with the characters that such documents have elements for."""

import io
import random
import xml.etree.ElementTree as ET
import zipfile

from pairs import random_pair

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"

GONE = {"accept": {W + "del", W + "moveFrom"}, "reject": {W + "ins", W + "moveTo"}}
IN_RUN = {W + "tab": "\t", W + "br": "\n", W + "softHyphen": "\u00ad"}

ODD = ["\u00a0", "\t", "  ", "   ", "\u00ad", "\u2011", "\u202f", "\u200b", "\u200d", "\u2009 ",
       "\t\t", " \t ", "\u3000", "\u200e", "\u2066a\u2069", "&amp;", "<w:p/>", "’", "'", "—"]
ENDS = ["“", "”", "—", "Now ", " too", " indeed.", "\"", "\u00ad", "\u00a0x"]


def read_part(document, name):
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return archive.read(name)


def settle(text):
    """What XML cannot hold stands as its picture, as vr-report-markup.h says."""
    def picture(c):
        code = ord(c)
        if code < 0x20:
            return c if c in "\t\n\r" else chr(0x2400 + code)
        if code == 0x7f:
            return "\u2421"
        if 0x80 <= code < 0xa0 and code != 0x85 or code & 0xfffe == 0xfffe or 0xfdd0 <= code <= 0xfdef:
            return "\ufffd"
        return c
    return "".join(picture(c) for c in text)


def read_docx_run(run):
    texts = []
    for child in run:
        if child.tag in (W + "t", W + "delText"):
            texts.append(child.text or "")
        else:
            texts.append(IN_RUN.get(child.tag, ""))
    return "".join(texts)


def read_docx(document, choice):
    """The paragraphs of a DOCX file when all changes are accepted, or rejected."""
    gone = GONE[choice]
    body = ET.fromstring(read_part(document, "word/document.xml")).find(W + "body")
    paragraphs, current = [], []
    for paragraph in body.iter(W + "p"):
        for child in paragraph:
            if child.tag == W + "r":
                current.append(read_docx_run(child))
            elif child.tag in (W + "ins", W + "del", W + "moveFrom", W + "moveTo"):
                if child.tag not in gone:
                    current += [read_docx_run(run) for run in child.iter(W + "r")]
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        if mark is None or not any(child.tag in gone for child in mark):
            paragraphs.append("".join(current))
            current = []
    if current:
        raise AssertionError("the last paragraph has no end")
    return paragraphs


class OdtReader:
    """Goes over an ODT file's body, putting deleted text back or leaving inserted text out."""

    def __init__(self, document, choice):
        body = ET.fromstring(read_part(document, "content.xml")).find(f"{OFFICE}body/{OFFICE}text")
        self.choice = choice
        self.paragraphs, self.current = [], []
        self.inserted = None
        self.after_space = True
        self.regions = {region.get(f"{TEXT}id"): region
                        for region in body.iter(TEXT + "changed-region")}
        for paragraph in body.findall(TEXT + "p"):
            self.after_space = True
            self.read(paragraph)
            self.end()
        if self.current or self.inserted is not None:
            raise AssertionError("the text ends inside of a change")

    def put(self, text):
        if self.choice == "accept" or self.inserted is None:
            self.current.append(text)

    def end(self):
        if self.choice == "accept" or self.inserted is None:
            self.paragraphs.append("".join(self.current))
            self.current = []

    def put_characters(self, text):
        """White space is collapsed as ODF 1.3, part 3, 6.1.2 says."""
        for c in text or "":
            is_space = c in " \t\r\n"
            if not (is_space and self.after_space):
                self.put(" " if is_space else c)
            self.after_space = is_space

    def put_deleted(self, name):
        if self.choice == "accept":
            return
        deletion = self.regions[name].find(TEXT + "deletion")
        for number, paragraph in enumerate(deletion.findall(TEXT + "p")):
            if number > 0:
                self.end()
                self.after_space = True
            self.read(paragraph)

    def read(self, element):
        self.put_characters(element.text)
        for child in element:
            self.read_child(child)
            self.put_characters(child.tail)

    def read_child(self, child):
        name = child.tag.removeprefix(TEXT)
        if name == "s":
            self.put(" " * int(child.get(TEXT + "c", "1")))
        elif name in ("tab", "line-break"):
            self.put("\t" if name == "tab" else "\n")
        elif name == "span":
            self.read(child)
        elif name == "change":
            self.put_deleted(child.get(TEXT + "change-id"))
        elif name == "change-start":
            self.inserted = child.get(TEXT + "change-id")
        elif name == "change-end":
            if self.inserted != child.get(TEXT + "change-id"):
                raise AssertionError("a change ends that did not begin")
            self.inserted = None
        elif name not in (OFFICE + "annotation",):
            raise AssertionError(name)
        if name in ("s", "tab", "line-break"):
            self.after_space = True


def read_odt(document, choice):
    """The same of an ODT file."""
    return OdtReader(document, choice).paragraphs


READERS = {"docx": read_docx, "odt": read_odt}


def odd_pair(number):
    """A pair with moves, splits and merges, and odd characters here and there, which differ."""
    chance = random.Random(number + 1000)
    sides = []
    for text in random_pair(number):
        paragraphs = text.split("\n\n")
        for at, paragraph in enumerate(paragraphs):
            words = paragraph.split(" ")
            for _ in range(chance.randint(0, 2)):
                words[chance.randrange(len(words))] += chance.choice(ODD)
            # What stands at the very start and end of paragraphs is where changes meet.
            start = chance.choice(ENDS) if chance.random() < 0.2 else ""
            end = chance.choice(ENDS) if chance.random() < 0.2 else ""
            paragraphs[at] = start + " ".join(words) + end
        sides.append("\n\n".join(paragraphs))
    return sides
