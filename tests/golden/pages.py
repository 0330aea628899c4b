# SPDX-License-Identifier: GPL-3.0-or-later
"""What a PDF file draws, as lines to read: each text with its place and colour, each shape with its bounds.

qpdf unpacks the file; what is drawn is read here, so that no version of a PDF reader decides about it."""

import base64
import json
import re
import subprocess

from shapes import IDENTITY, Bounds, apply, color, multiply, number

TOKEN = re.compile(rb"""\s+ | %[^\n]*\n | (?P<number>[-+]?(?:\d+\.?\d*|\.\d+)) |
    (?P<text>\((?:[^()\\]|\\.)*\)) | (?P<hex><[0-9a-fA-F\s]*>) |
    (?P<open><<|\[) | (?P<close>>>|\]) | (?P<name>/[^\s/<>\[\]()]*) | (?P<operator>[A-Za-z'"*]+[0-9]?)""",
                   re.VERBOSE | re.DOTALL)
GAP = 1000  # thousandths of the font's size: more than between letters
ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def unescape(text):
    def put(match):
        code = match.group(1)
        return bytes([int(code, 8) & 255]) if code.isdigit() else ESCAPES.get(code, code)
    return re.sub(rb"\\([0-7]{1,3}|.)", put, text, flags=re.DOTALL)


def tokens(content):
    """Operands as Python has them, operators as (name,)."""
    at, stack = 0, [[]]
    while at < len(content):
        match = TOKEN.match(content, at)
        if match is None:
            raise ValueError(f"no PDF operator: {content[at:at + 40]!r}")
        at = match.end()
        kind, value = match.lastgroup, match.group()
        if kind == "open":
            stack.append([])
        elif kind == "close":
            stack[-2].append(stack.pop())
        elif kind == "operator":
            yield (value.decode(),), stack[0]
            stack = [[]]
        elif kind == "number":
            stack[-1].append(float(value))
        elif kind == "text":
            stack[-1].append(unescape(value[1:-1]))
        elif kind == "hex":
            digits = re.sub(rb"\s", b"", value[1:-1]).decode()
            stack[-1].append(bytes.fromhex(digits + "0" * (len(digits) % 2)))
        elif kind == "name":
            stack[-1].append(value.decode())


def quote(words):
    return json.dumps(words, ensure_ascii=False)


class File:
    def __init__(self, path):
        done = subprocess.run(["qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=all",
                               str(path)], capture_output=True, check=True)
        self.objects = json.loads(done.stdout)["qpdf"][1]
        self.root = self.get(self.objects["trailer"]["value"]["/Root"])
        self.info = self.get(self.objects["trailer"]["value"]["/Info"])

    def get(self, value):
        """Follows a reference; of a stream, what describes it."""
        while isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value):
            entry = self.objects["obj:" + value]
            value = entry["stream"]["dict"] if "stream" in entry else entry["value"]
        return value

    def read(self, reference):
        return base64.b64decode(self.objects["obj:" + reference]["stream"]["data"])

    def pages(self, node=None):
        node = self.get(self.root["/Pages"]) if node is None else node
        for reference in node["/Kids"]:
            kid = self.get(reference)
            if kid["/Type"] == "/Pages":
                yield from self.pages(kid)
            else:
                yield reference, kid


class Font:
    """Which characters the bytes of a text stand for."""

    def __init__(self, file, reference):
        font = file.get(reference)
        self.name = re.sub(r"^/([A-Z]{6}\+)?", "", font["/BaseFont"])
        self.n_bytes = 2 if font["/Subtype"] == "/Type0" else 1
        self.characters = {}
        for operator, operands in tokens(file.read(font["/ToUnicode"])):
            if operator == ("endbfchar",):
                self.add([operands[i:i + 2] for i in range(0, len(operands), 2)])
            elif operator == ("endbfrange",):
                for low, high, target in (operands[i:i + 3] for i in range(0, len(operands), 3)):
                    self.add_range(int.from_bytes(low, "big"), int.from_bytes(high, "big"), target)

    def add(self, pairs):
        for code, target in pairs:
            self.characters[int.from_bytes(code, "big")] = target.decode("utf-16-be")

    def add_range(self, low, high, target):
        for code in range(low, high + 1):
            if isinstance(target, list):
                self.characters[code] = target[code - low].decode("utf-16-be")
            else:
                start = target.decode("utf-16-be")
                self.characters[code] = start[:-1] + chr(ord(start[-1]) + code - low)

    def read(self, text):
        codes = (int.from_bytes(text[i:i + self.n_bytes], "big")
                 for i in range(0, len(text), self.n_bytes))
        return "".join(self.characters.get(code, "\ufffd") for code in codes)


class Drawing:
    """Carries out what a page says and lists it.  Cairo uses few of the operators."""

    def __init__(self, file, page):
        self.file = file
        self.resources = file.get(page["/Resources"])
        self.height = page["/MediaBox"][3]
        self.lines = []
        self.saved = []
        self.matrix = IDENTITY
        self.fill = self.stroke = "#000000"
        self.width = 1
        self.bounds = Bounds()
        self.fonts = {}
        self.font = None
        self.text_matrix = IDENTITY
        self.text = None  # (place, size, colour, fonts, characters) of the one that is under way
        self.actual = None
        for operator, operands in tokens(file.read(page["/Contents"])):
            self.carry_out(operator[0], operands)
        self.end_text()

    def point(self, matrix, x=0, y=0):
        x, y = apply(multiply(matrix, self.matrix), x, y)
        return x, self.height - y

    def carry_out(self, operator, operands):
        if operator in ("q", "Q"):
            self.save_or_restore(operator)
        elif operator == "cm":
            self.matrix = multiply(operands, self.matrix)
        elif operator in ("rg", "g"):
            self.fill = color(operands)
        elif operator in ("RG", "G"):
            self.stroke = color(operands)
        elif operator == "w":
            self.width = operands[0]
        elif operator in ("m", "l", "c", "re", "f", "f*", "S", "B", "B*", "n", "W", "W*", "h"):
            self.carry_out_path(operator, operands)
        elif operator == "Do":
            self.end_text()
            self.lines.append(f"object {self.name_object(operands[0])}")
        else:
            self.carry_out_text(operator, operands)

    def save_or_restore(self, operator):
        if operator == "q":
            self.saved.append((self.matrix, self.fill, self.stroke, self.width))
        else:
            self.matrix, self.fill, self.stroke, self.width = self.saved.pop()

    def name_object(self, name):
        inside = self.file.get(self.file.get(self.resources["/XObject"])[name])
        x, y = self.point(IDENTITY)
        return f"{inside['/Subtype'][1:]} {number(x)} {number(y)}"

    def carry_out_path(self, operator, operands):
        if operator == "re":
            x, y, width, height = operands
            for corner in ((x, y), (x + width, y + height)):
                self.bounds.add(*self.point(IDENTITY, *corner))
        elif operator in ("m", "l", "c"):
            for i in range(0, len(operands), 2):
                self.bounds.add(*self.point(IDENTITY, *operands[i:i + 2]))
        elif operator[0] in "fSBn":
            self.end_text()
            if operator[0] in "fB" and not self.bounds.is_empty():
                self.lines.append(f"fill {self.bounds} {self.fill}")
            if operator[0] in "SB" and not self.bounds.is_empty():
                self.lines.append(f"line {self.bounds} {self.stroke} {number(self.width)}")
            self.bounds = Bounds()

    def carry_out_text(self, operator, operands):
        if operator == "BT":
            self.text_matrix = IDENTITY
        elif operator == "Tm":
            self.begin_text(operands)
        elif operator == "Td":
            self.begin_text(multiply((1, 0, 0, 1, *operands), self.text_matrix))
        elif operator == "Tf":
            name = self.file.get(self.resources["/Font"])[operands[0]]
            self.font = self.fonts.setdefault(name, None) or Font(self.file, name)
            self.fonts[name] = self.font
        elif operator == "Tj":
            self.put_text(operands[0])
        elif operator == "TJ":
            for part in operands[0]:
                if isinstance(part, bytes):
                    self.put_text(part)
                elif abs(part) > GAP:
                    self.text[-1].append(f" ⇥ {number(part / -1000)} ")
        elif operator == "BDC":
            values = dict(zip(operands[-1][::2], operands[-1][1::2])) if operands[-1] else {}
            if "/ActualText" in values:
                self.actual = values["/ActualText"].decode("utf-16")
        elif operator == "EMC":
            self.actual = None

    def begin_text(self, matrix):
        self.end_text()
        self.text_matrix = matrix
        self.text = [self.point(matrix), abs(matrix[3]), self.fill, [], []]

    def put_text(self, text):
        if self.text is None:
            self.begin_text(self.text_matrix)
        *_, fonts, characters = self.text
        if self.font.name not in fonts:
            fonts.append(self.font.name)
        if self.actual is None:
            characters.append(self.font.read(text))
        else:
            characters.append(self.actual)
            self.actual = ""

    def end_text(self):
        if self.text is not None and self.text[-1]:
            (x, y), size, fill, fonts, characters = self.text
            self.lines.append(f"text {number(x)} {number(y)} {number(size)} {fill} "
                              f"{'+'.join(fonts)} {quote(''.join(characters))}")
        self.text = None


def outline(file, pages):
    item = file.get(file.get(file.root["/Outlines"])["/First"]) if "/Outlines" in file.root else None
    while item is not None:
        page, _, _, y, _ = item["/Dest"]
        yield f"bookmark {pages.index(page) + 1} {number(y)} {quote(item['/Title'][2:])}"
        item = file.get(item["/Next"]) if "/Next" in item else None


def list_pdf(path):
    file = File(path)
    lines = [f"{key[1:].lower()} {value[2:]}" for key, value in sorted(file.info.items())
             if key not in ("/Producer", "/Creator")]
    lines.append(f"language {file.root['/Lang'][2:]}")
    pages = list(file.pages())
    lines += outline(file, [reference for reference, _ in pages])
    for i, (_, page) in enumerate(pages):
        lines.append(f"page {i + 1} of {len(pages)}: {' '.join(map(number, page['/MediaBox']))}")
        lines += Drawing(file, page).lines
    return "\n".join(lines) + "\n"
