# SPDX-License-Identifier: GPL-3.0-or-later
"""The fonts that pages and pictures are drawn with here, the same on every machine: nothing else is found."""

import os
import pathlib
import unittest

# Of fonts-dejavu-core, fonts-thai-tlwg and fonts-noto-cjk.
FILES = [
    "truetype/dejavu/DejaVuSans.ttf",
    "truetype/dejavu/DejaVuSans-Bold.ttf",
    "truetype/dejavu/DejaVuSerif.ttf",
    "truetype/dejavu/DejaVuSerif-Bold.ttf",
    "truetype/dejavu/DejaVuSansMono.ttf",
    "truetype/tlwg/Loma.ttf",
    "opentype/noto/NotoSansCJK-Regular.ttc",
]

# Pango 1.56 looks at all fonts of a folder, whatever fontconfig is told to reject: hence one of links.
CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{folder}/fonts</dir>
  <cachedir>{folder}/cache</cachedir>
  <alias><family>serif</family><prefer><family>DejaVu Serif</family></prefer></alias>
  <alias><family>sans</family><prefer><family>DejaVu Sans</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
</fontconfig>
"""


def make(folder):
    """Writes into the folder; returns what the environment needs for these fonts alone."""
    folder = pathlib.Path(folder)
    (folder / "fonts").mkdir()
    for name in FILES:
        path = pathlib.Path("/usr/share/fonts") / name
        if not path.exists():
            raise unittest.SkipTest(f"skipped: no {path}")
        (folder / "fonts" / path.name).symlink_to(path)
    (folder / "fonts.conf").write_text(CONFIGURATION.format(folder=folder), encoding="utf-8")
    return {"FONTCONFIG_FILE": os.fspath(folder / "fonts.conf")}


if __name__ == "__main__":
    import sys
    print(make(sys.argv[1]))
