# SPDX-License-Identifier: GPL-3.0-or-later
"""What pictures show, as lines to read: of SVG all that is drawn, of PNG a coarse grid of colours."""

import ctypes
import itertools
import re
import string
import struct
import xml.etree.ElementTree as ET

from shapes import IDENTITY, Bounds, apply, color, multiply, number

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
CELL = 24  # pixels: a line of text is some 26 high
LETTERS = string.ascii_letters + string.digits


def read_style(element, inherited):
    """Cairo 1.16 writes styles, 1.18 attributes."""
    found = dict(inherited)
    pairs = [part.split(":", 1) for part in element.get("style", "").split(";") if ":" in part]
    for key, value in itertools.chain(element.attrib.items(), pairs):
        if key.strip() in ("fill", "stroke", "stroke-width"):
            found[key.strip()] = value.strip()
    return found


def read_color(value):
    shares = re.fullmatch(r"rgb\(([\d.]+)%, ?([\d.]+)%, ?([\d.]+)%\)", value)
    return color([float(share) / 100 for share in shares.groups()]) if shares else value


def read_matrix(element, matrix):
    values = re.fullmatch(r"matrix\((.*)\)", element.get("transform", ""))
    if values is None:
        return matrix
    return multiply([float(value) for value in re.split(r"[ ,]+", values.group(1))], matrix)


class Picture:
    """Glyphs are outlines without their letters: each has a letter of ours, by its first place."""

    def __init__(self, root):
        self.lines = []
        self.letters = {}
        self.run = None  # (x, y, colour, letters, the last x)
        self.width, self.height = map(float, root.get("viewBox").split()[2:])
        for element in root:
            if element.tag != f"{SVG}defs":
                self.draw(element, IDENTITY, {"fill": "#000000", "stroke": "none"})
        self.end_run()

    def draw(self, element, matrix, style):
        matrix = read_matrix(element, matrix)
        style = read_style(element, style)
        if element.tag == f"{SVG}use":
            self.draw_glyph(element, matrix, read_color(style["fill"]))
        elif element.tag in (f"{SVG}path", f"{SVG}rect", f"{SVG}image"):
            self.end_run()
            self.draw_shape(element, matrix, style)
        for child in element:
            self.draw(child, matrix, style)

    def draw_glyph(self, element, matrix, fill):
        x, y = apply(matrix, float(element.get("x", "0")), float(element.get("y", "0")))
        n = len(self.letters)
        letter = self.letters.setdefault(element.get(LINK),
                                         LETTERS[n] if n < len(LETTERS) else chr(0x100 + n))
        if self.run is None or (number(self.run[1]), self.run[2]) != (number(y), fill):
            self.end_run()
            self.run = [x, y, fill, "", x]
        self.run[3] += letter
        self.run[4] = x

    def end_run(self):
        if self.run is not None:
            x, y, fill, letters, last = self.run
            self.lines.append(f"glyphs {number(x)} {number(last)} {number(y)} {fill} {letters}")
        self.run = None

    def draw_shape(self, element, matrix, style):
        bounds = Bounds()
        if element.tag == f"{SVG}path":
            values = [float(value) for value in re.findall(r"-?[\d.]+", element.get("d"))]
        else:
            x, y, width, height = (float(element.get(key, "0")) for key in ("x", "y", "width", "height"))
            values = [x, y, x + width, y + height]
        for i in range(0, len(values), 2):
            x, y = apply(matrix, *values[i:i + 2])
            # Cairo 1.18 paints more than what is seen.
            bounds.add(min(max(x, 0), self.width), min(max(y, 0), self.height))
        if bounds.is_empty():
            return
        kind = "image" if element.tag == f"{SVG}image" else "fill"
        if style["fill"] != "none":
            self.lines.append(f"{kind} {bounds} {read_color(style['fill'])}")
        if style["stroke"] != "none":
            width = number(float(style.get("stroke-width", "1")))
            self.lines.append(f"line {bounds} {read_color(style['stroke'])} {width}")


def list_svg(path):
    root = ET.parse(path).getroot()
    lines = [f"size {root.get('width')} {root.get('height')} {root.get('viewBox')}",
             f"role {root.get('role')}", f"title {root[0].text}", f"description {root[1].text}"]
    return "\n".join(lines + Picture(root).lines) + "\n"


class Pixels:
    """The image as Cairo reads it, four bytes a pixel: blue, green, red and one of no use."""

    def __init__(self, path):
        cairo = ctypes.CDLL("libcairo.so.2")
        for name in ("image_surface_create_from_png", "image_surface_get_data"):
            getattr(cairo, "cairo_" + name).restype = ctypes.c_void_p
        surface = ctypes.c_void_p(cairo.cairo_image_surface_create_from_png(str(path).encode()))
        if cairo.cairo_surface_status(surface) != 0:
            raise ValueError(f"{path}: no picture")
        self.width = cairo.cairo_image_surface_get_width(surface)
        self.height = cairo.cairo_image_surface_get_height(surface)
        stride = cairo.cairo_image_surface_get_stride(surface)
        data = cairo.cairo_image_surface_get_data(surface)
        self.rows = [ctypes.string_at(data + y * stride, 4 * self.width) for y in range(self.height)]
        cairo.cairo_surface_destroy(surface)

    def mean(self, x, y):
        """Red, green and blue of a cell, rounded."""
        rows = self.rows[y:y + CELL]
        parts = [row[4 * x:4 * (x + CELL)] for row in rows]
        n = sum(len(part) for part in parts) // 4
        return bytes(round(sum(sum(part[i::4]) for part in parts) / n) for i in (2, 1, 0))


def read_texts(path):
    with open(path, "rb") as file:
        data = file.read()
    at = 8
    while at < len(data):
        size, kind = struct.unpack(">I4s", data[at:at + 8])
        if kind == b"iTXt":
            keyword, rest = data[at + 8:at + 8 + size].split(b"\0", 1)
            yield f"{keyword.decode().lower()} {rest[4:].decode()}"
        at += 12 + size


def list_png(path):
    pixels = Pixels(path)
    lines = [f"size {pixels.width} {pixels.height}", *read_texts(path)]
    for y in range(0, pixels.height, CELL):
        cells = [pixels.mean(x, y) for x in range(0, pixels.width, CELL)]
        # White is the most of it.
        lines.append(" ".join("." if cell == b"\xff\xff\xff" else cell.hex() for cell in cells))
    return "\n".join(lines) + "\n"
