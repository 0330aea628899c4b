# SPDX-License-Identifier: GPL-3.0-or-later
"""The translations: each check returns its complaints."""

import re
import subprocess

# Meson's preset 'glib', which po/meson.build builds on.
XGETTEXT = """--from-code=UTF-8 --add-comments --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2
  --keyword=g_dcgettext:2 --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3
  --flag=N_:1:pass-c-format --flag=C_:2:pass-c-format --flag=NC_:2:pass-c-format
  --flag=g_dngettext:2:pass-c-format --flag=g_strdup_printf:1:c-format
  --flag=g_string_printf:2:c-format --flag=g_string_append_printf:2:c-format
  --flag=g_error_new:3:c-format --flag=g_set_error:4:c-format""".split()

MARKED = re.compile(
    r'(?<![A-Za-z0-9_])(?:N?C?_|g_dc?n?gettext|g_dpgettext2|ngettext|count) \(\s*(?:GETTEXT_PACKAGE,\s*)?"'
)
# A count without the flag that sets the reader's marks between its digits, and one with it.
BARE = re.compile(r"%(?:\d\$)?l?u(?!%%)")
GROUPED = re.compile(r"%(?:\d\$)?'l?u")
# Of two files as many had changed.
FEW = "files had changed"
UI_MARKED = 'translatable="yes"'


def listed(tree):
    lines = (tree.root / "po" / "POTFILES.in").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def holds_strings(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".ui":
        return UI_MARKED in text
    return (
        MARKED.search(text) is not None
        or path.suffix == ".in"
        or path.name.endswith(".gschema.xml")
    )


def check_potfiles(tree):
    files = [
        path for suffix in ("*.c", "*.h", "*.ui") for path in (tree.root / "src").rglob(suffix)
    ]
    files += [
        path
        for pattern in ("*.in.in", "*.gschema.xml")
        for path in (tree.root / "data").glob(pattern)
    ]
    needed = {path.relative_to(tree.root).as_posix() for path in files if holds_strings(path)}
    names = listed(tree)
    complaints = [f"{name} is not in POTFILES.in" for name in sorted(needed - set(names))]
    complaints += [
        f"{name} is in POTFILES.in and holds no strings" for name in sorted(set(names) - needed)
    ]
    if names != sorted(set(names)):
        complaints.append("POTFILES.in is not sorted")
    return complaints


def extract(tree):
    """The catalogue's template as of now, and what xgettext thinks of the sources."""
    more = re.findall(
        r"'(--keyword=[^']+)'", (tree.root / "po" / "meson.build").read_text(encoding="utf-8")
    )
    template = tree.scratch / "variorum.pot"
    done = subprocess.run(
        ["xgettext", *XGETTEXT, *more, "--files-from=po/POTFILES.in", f"--output={template}"],
        capture_output=True,
        text=True,
        cwd=tree.root,
    )
    return template, done.stderr.strip().splitlines()


def check_translations(tree):
    template, complaints = extract(tree)
    languages = (tree.root / "po" / "LINGUAS").read_text(encoding="utf-8").split()
    if "de" not in languages:
        complaints.append("there is no German translation")
    for language in languages:
        catalogue = str(tree.root / "po" / f"{language}.po")
        for command in (
            ["msgfmt", "--check", "--output-file=/dev/null", catalogue],
            # Untranslated and fuzzy entries, and strings the catalogue does not know.
            ["msgcmp", catalogue, str(template)],
        ):
            done = subprocess.run(command, capture_output=True, text=True)
            complaints += done.stderr.strip().splitlines() if done.returncode else []
        if "#~" in (tree.root / "po" / f"{language}.po").read_text(encoding="utf-8"):
            complaints.append(f"{language}.po holds strings that are gone")
    return complaints


def entries(path):
    """What is about the text, and the text, of each entry of a catalogue."""
    for entry in path.read_text(encoding="utf-8").replace('"\n"', "").split("\n\n")[1:]:
        yield entry, dict(re.findall(r'^(msg\w+(?:\[\d\])?) "(.*)"$', entry, re.MULTILINE))


def check_grouping(tree):
    """Numbers for people; those that stand in files or are typed have no marks."""
    template, _ = extract(tree)
    complaints = [
        f"“{text}” has a number without marks between its digits"
        for entry, texts in entries(template)
        if re.search("^#: src/(app|report)/", entry, re.MULTILINE) and FEW not in entry
        for text in texts.values()
        if BARE.search(text)
    ]
    for language in (tree.root / "po" / "LINGUAS").read_text(encoding="utf-8").split():
        for entry, texts in entries(tree.root / "po" / f"{language}.po"):
            wanted = len(GROUPED.findall(texts.get("msgid_plural", texts.get("msgid", ""))))
            complaints += [
                f"{language}: “{text}” has a number without marks between its digits"
                for name, text in texts.items()
                if name.startswith("msgstr") and text and len(GROUPED.findall(text)) != wanted
                and not entry.startswith("#~")
            ]
    return complaints
