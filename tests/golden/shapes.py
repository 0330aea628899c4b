# SPDX-License-Identifier: GPL-3.0-or-later
"""Places, colours and bounds, as the listings of pages and pictures have them."""

IDENTITY = (1, 0, 0, 1, 0, 0)


def multiply(first, then):
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
            e * g + f * i + k, e * h + f * j + m)


def apply(matrix, x, y):
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def number(value):
    return f"{round(value, 1) + 0:.1f}"


def color(shares):
    """Of one share for grey, or of three."""
    shares = list(shares) * (3 if len(shares) == 1 else 1)
    return "#" + "".join(f"{round(share * 255):02x}" for share in shares)


class Bounds:
    def __init__(self):
        self.points = []

    def add(self, x, y):
        self.points.append((x, y))

    def is_empty(self):
        return not self.points

    def __str__(self):
        xs, ys = zip(*self.points)
        return " ".join(map(number, (min(xs), min(ys), max(xs), max(ys))))
