# SPDX-License-Identifier: GPL-3.0-or-later
"""The keyboard's letters and keys, and words that cannot be translated: each check returns its complaints."""

import re

UI = "src/app/ui"
# What can be on the screen together, and so must not share a letter after Alt.  A popover menu has
# its letters to itself.
VIEWS = {
    "comparison": (
        ["vr-window.ui", "vr-compare-page.ui", "vr-explanation-sheet.ui"],
        ["_Reload", "_Try Again", "_Undo"],
    ),
    "start page": (["vr-window.ui", "vr-start-page.ui"], ["_Undo"]),
    "page for texts": (["vr-window.ui", "vr-paste-page.ui"], []),
    "error": (["vr-window.ui", "vr-error-page.ui"], []),
    "pair chooser": (["vr-pair-chooser.ui"], []),
    "menu of a row": (["vr-row-menu.ui"], []),
    "menu of a variant or a version": (["vr-library-menu.ui"], []),
    "library without a story": (["vr-window.ui"], ["_Keep the Articles Shown…", "_Undo",
                                                   "_Import Archive…", "_Trash"]),
    "question": ([], ["_Cancel", "_Discard", "_Save"]),
}
PAGED = "vr-preferences-window.ui"

# Keys that GTK's entries and texts need for themselves, and those of the desktop.
ENTRY_KEYS = {
    *(f"<Control>{key}" for key in "acvx"),
    *(f"<Control>{key}" for key in ("slash", "backslash", "period", "semicolon", "BackSpace")),
    *(f"<Control>{key}" for key in ("Left", "Right", "Home", "End", "Insert", "Delete", "space")),
    "<Control><Shift>a",
    "<Control><Shift>u",
    "<Shift>Insert",
    "<Shift>Delete",
    "BackSpace",
    "Delete",
    "Return",
    "space",
    "Tab",
}
DESKTOP_KEYS = {
    *(f"<Alt>F{number}" for number in range(1, 13)),
    *(f"<Alt>{key}" for key in ("Tab", "space", "Escape", "grave")),
    "<Control><Alt>Delete",
    "<Control><Shift>d",
    "<Control><Shift>i",
    "F10",
    "<Shift>F10",
}
WORDS = "(?:label|title|subtitle|description|tooltip-text|placeholder-text|text)"
PLAIN = re.compile(rf'<(?:property|attribute) name="{WORDS}">([^<]*[A-Za-z]{{2}}[^<]*)<')
MNEMONIC = re.compile(r'translatable="yes"[^>]*>([^<]*_[^<]*)<')
SET_IN_CODE = re.compile(
    r'_(?:label|title|text|name|tooltip_text) \([^"();]*,\s*"([^"]*[A-Za-z]{3}[^"]*)"\)'
)


def catalogues(tree):
    """Mappings from English, by language; English itself maps to itself."""
    yield "English", {}
    for language in (tree.root / "po" / "LINGUAS").read_text(encoding="utf-8").split():
        text = (tree.root / "po" / f"{language}.po").read_text(encoding="utf-8")
        yield language, dict(re.findall(r'\nmsgid "(.*)"\nmsgstr "(.+)"', text))


def find_letters(strings):
    by_letter = {}
    for string in strings:
        found = re.search(r"_(\w)", string)
        if found:
            by_letter.setdefault(found.group(1).lower(), set()).add(string)
    return by_letter


def read_views(tree):
    menu = re.compile(r"<menu id=.*?</menu>", re.S)
    folder = tree.root / UI
    for name, (files, more) in VIEWS.items():
        texts = [(folder / file).read_text(encoding="utf-8") for file in files]
        if not name.startswith("menu of"):
            texts = [menu.sub("", text) for text in texts]
        yield name, [string for text in texts for string in MNEMONIC.findall(text)] + more
    window = (folder / "vr-window.ui").read_text(encoding="utf-8")
    yield "main menu", MNEMONIC.findall("".join(menu.findall(window)))
    pages = (folder / PAGED).read_text(encoding="utf-8").split('class="AdwPreferencesPage"')
    for number, page in enumerate(pages[1:], 1):
        yield f"page {number} of the preferences", MNEMONIC.findall(page)


def check_mnemonics(tree):
    complaints = []
    for language, translated in catalogues(tree):
        for name, strings in read_views(tree):
            shown = [translated.get(string, string if not translated else "") for string in strings]
            complaints += [
                f"{language}, {name}: one letter for {sorted(same)}"
                for same in find_letters(shown).values()
                if len(same) > 1
            ]
    return complaints


def check_accelerators(tree):
    source = (tree.root / "src/app/vr-application.c").read_text(encoding="utf-8")
    table = source.partition("accelerators[] = {")[2].partition("};")[0]
    used = {}
    for action, keys in re.findall(r'\{ "([^"]+)", \{ ([^}]*) \} \}', table):
        for key in re.findall(r'"([^"]+)"', keys):
            used.setdefault(key, []).append(action)
    complaints = [
        f"{key} of {', '.join(actions)} is the entries' or the desktop's"
        for key, actions in used.items()
        if key in ENTRY_KEYS | DESKTOP_KEYS
    ]
    # Escape leaves whatever can be left; only one of them can be at a time.
    complaints += [
        f"{key} is of {' and '.join(actions)}"
        for key, actions in used.items()
        if len(actions) > 1 and key != "Escape"
    ]
    return complaints


def check_literals(tree):
    complaints = []
    for path in sorted((tree.root / UI).glob("*.ui")):
        complaints += [
            f"{path.name}: “{words}” is not translatable"
            for words in PLAIN.findall(path.read_text(encoding="utf-8"))
        ]
    for path in sorted((tree.root / "src/app").glob("*.c")):
        complaints += [
            f"{path.name}: “{words}” is not translatable"
            for words in SET_IN_CODE.findall(path.read_text(encoding="utf-8"))
            if " " in words or words[0].isupper()
        ]
    return complaints
