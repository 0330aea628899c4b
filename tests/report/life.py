# SPDX-License-Identifier: GPL-3.0-or-later
"""A scripted life of an article, for the tests of what is told of all its versions."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "cli"))

from support import ArchiveCase  # noqa: E402

NAME = "The-Quay/cnn"

FIRST = """Ferries delayed in the harbour

The harbour opened at dawn, and two ferries left with forty people aboard.

The third stayed at the quay until noon because of the fog.

Nobody was hurt, the harbour master said.
"""
HOSTILE = "A helicopter <script>alert(1)</script> searched for \u202ehours, javascript:alert(2).\n"


def write_life():
    """Texts of one article: a figure, a headline, order, a note, and back again."""
    texts = [FIRST, FIRST.replace("forty", "fifty")]
    texts.append(texts[1].replace("Ferries delayed in the harbour", "Ferries lost in fog") + "\n" + HOSTILE)
    parts = texts[2].split("\n\n")
    texts.append("\n\n".join(parts[i] for i in (0, 3, 1, 2, 4)))
    texts.append(texts[3] + "\nUpdate: this article was corrected on Tuesday.\n")
    texts.append(texts[2])
    return texts


class LifeCase(ArchiveCase):
    def setUp(self):
        super().setUp()
        for day, text in enumerate(write_life()):
            self.snapshot(text, f"--published=2014-04-{10 + day}T16:23:00+02:00")
        self.call("note", f"{NAME}@3", "-m", "Who said <b>so</b>?\nNobody.")
