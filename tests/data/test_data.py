# SPDX-License-Identifier: GPL-3.0-or-later
"""What ships beside the programs, and the rules of the house.

Each check runs twice: on the tree, where it must find nothing, and on a copy with one thing broken, where it
must find something; a check that cannot fail checks nothing.
"""

import os
import pathlib
import shutil
import tempfile
import unittest

import checks_files
import checks_keys
import checks_rules
import checks_translation

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILT = pathlib.Path(os.environ["VARIORUM_BUILT_DATA"])
PROGRAM = os.environ["VARIORUM_PROGRAM"]
HAS_WINDOW = os.environ["VARIORUM_HAS_WINDOW"] == "1"
COPIED = (
    "src",
    "data",
    "po",
    "flatpak",
    "tests",
    "meson.build",
    "meson_options.txt",
    "NEWS",
    "CONTRIBUTING.md",
)


class Tree:
    """A source tree, the data built from it, and a folder to write in."""

    def __init__(self, root, built, scratch):
        self.root = root
        self.built = built
        self.scratch = scratch
        self.program = PROGRAM
        self.module = pathlib.Path(PROGRAM).with_name("variorum-compare.so")
        self.english = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en"}


def replace(path, old, new):
    def break_it(tree):
        file = tree.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{old} is not in {path}"
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    return break_it


def append(path, text):
    def break_it(tree):
        with open(tree.root / path, "a", encoding="utf-8") as file:
            file.write(text)

    return break_it


def replace_built(name, old, new):
    def break_it(tree):
        file = tree.built / name
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{old} is not in {name}"
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    return break_it


def copy_line(path, begins, to):
    def break_it(tree):
        lines = (tree.root / path).read_text(encoding="utf-8").splitlines()
        append(to, "\n" + next(line for line in lines if line.startswith(begins)) + "\n")(tree)

    return break_it


def remove(path):
    return lambda tree: (tree.root / path).unlink()


def use_program(path):
    def break_it(tree):
        tree.program = shutil.which(path) or path

    return break_it


DE = "po/de.po"
MANIFEST = "flatpak/io.github.variorum.Variorum.json"
SYMBOLIC = "data/icons/hicolor/symbolic/apps/io.github.variorum.Variorum-symbolic.svg"
LONG_FUNCTION = "\nvoid\nf (void)\n{\n" + "  f ();\n" * 61 + "}\n"

# A check, and ways to break the tree that it must notice.
CHECKS = {
    checks_files.check_icons: [remove(SYMBOLIC), replace(SYMBOLIC, "</svg>", "")],
    checks_files.check_json_schemas: [
        replace("data/variorum-comparison-1.schema.json", '"type": "object"', '"type": "thing"'),
        replace("data/variorum-comparison-1.schema.json", "comparison-1.schema.json", "other.json"),
    ],
    checks_files.check_samples: [
        use_program("true"),
        copy_line(
            "data/samples/harbour-plain.txt", "Saltmere last built", "data/samples/harbour-page.txt"
        ),
        remove("data/samples/harbour-plain.txt"),
    ],
    checks_files.check_manuals: [
        append("data/variorum.1", ".Sh\n.Bogus\n"),
        replace("data/variorum.1", "\\-ignore-case", "\\-ignore"),
        replace("data/variorum.1", ".It Fl \\-with-erased\n", ""),
        replace("data/variorum.1", ".It Fl \\-wait\n", ".It Fl \\-wait , Fl \\-idle\n"),
    ],
    checks_files.check_completion: [
        replace("data/variorum.bash", "--ignore-case ", ""),
        replace("data/variorum.bash", "--help --version", "--help --version --verbose"),
        replace("data/variorum.bash", "--with-erased ", ""),
        replace("data/variorum.bash", " restore-trash ", " "),
        replace("data/variorum.bash", " mv ", " "),
        append("data/variorum.bash", "if then\n"),
    ],
    checks_translation.check_potfiles: [
        append("po/POTFILES.in", "src/cli/gone.c\n"),
        replace("po/POTFILES.in", "src/cli/main.c\n", ""),
        append("src/base/vr-span.h", '#define VR_HELLO _ ("Hello")\n'),
    ],
    checks_translation.check_translations: [
        append(DE, "bogus\n"),
        replace(DE, 'msgstr "Standardeingabe"', 'msgstr ""'),
        replace(DE, 'msgid "Commands:"', '#, fuzzy\nmsgid "Commands:"'),
        append("src/cli/main.c", 'const char *s = N_("A string nobody has translated");\n'),
        append(
            "src/cli/main.c",
            'const char *s = g_strdup_printf (_("%" G_GSIZE_FORMAT " bytes"), 1);\n',
        ),
    ],
    checks_translation.check_grouping: [
        replace("src/report/vr-report-summary.c", "%'lu the same", "%lu the same"),
        replace(DE, "%'u Änderungen", "%u Änderungen"),
    ],
    checks_keys.check_mnemonics: [
        replace("src/app/ui/vr-row-menu.ui", "Copy as C_itation", "Copy as _Citation"),
        replace("src/app/ui/vr-window.ui", "A_bout Variorum", "_About Variorum"),
        replace("src/app/ui/vr-preferences-window.ui", "Line _Spacing", "_Line Spacing"),
        replace(DE, 'msgstr "_Hilfe"', 'msgstr "Hil_fe"\n\nmsgid "_First Change"\nmsgstr "_Fehler"'),
    ],
    checks_keys.check_accelerators: [
        replace("src/app/vr-application.c", '"<Control>comma"', '"<Control>c"'),
        replace("src/app/vr-application.c", '"<Control>comma"', '"<Alt>F4"'),
        replace("src/app/vr-application.c", '"<Control>comma"', '"<Control>q"'),
    ],
    checks_keys.check_literals: [
        replace("src/app/ui/vr-window.ui", '"label" translatable="yes">_Help', '"label">_Help'),
        append("src/app/vr-about.c", 'void f (void) { gtk_label_set_label (l, "Bare words"); }\n'),
    ],
    checks_rules.check_includes: [
        append("src/compare/vr-compare.c", "#include <utf8proc.h>\n"),
        append("src/report/vr-report-text.c", "# include <unicode/ubrk.h>\n"),
        append("src/cli/main.c", "#include <gtk/gtk.h>\n"),
        append("src/article/vr-article.c", "#include <git2.h>\n"),
    ],
    checks_rules.check_sizes: [
        append("src/cli/main.c", "\n" * 500),
        append("src/cli/main.c", LONG_FUNCTION),
    ],
    checks_rules.check_openings: [
        replace("src/cli/main.c", "SPDX-License-Identifier", "License"),
        append("src/cli/new.c", "/* SPDX-License-Identifier: GPL-3.0-or-later */\nint i;\n"),
    ],
    checks_rules.check_manifest: [
        append(MANIFEST, "}"),
        replace(MANIFEST, '"--share=ipc"', '"--share=ipc", "--filesystem=host"'),
        replace(MANIFEST, '"tag": "v3.4.7",', ""),
        replace(MANIFEST, '"x-pkg-config": "libutf8proc"', '"x-pkg-config": "libcurl"'),
        append("meson.build", "dependency('libcurl')\n"),
    ],
    checks_rules.check_versions: [
        replace("NEWS", "Variorum 0", "Variorum 9"),
        replace("meson.build", "version: '0", "version: '9"),
    ],
    checks_rules.check_layers: [
        replace(
            "src/meson.build",
            "'article': {'needs': ['base', 'text']}",
            "'article': {'needs': ['base']}",
        ),
        replace("CONTRIBUTING.md", "| `diff` |", "| `difference` |"),
    ],
}
CHECKS_OF_THE_WINDOW = {
    checks_files.check_desktop_file: [
        replace_built("io.github.variorum.Variorum.desktop", "Type=Application", "Type=App")
    ],
    checks_files.check_metainfo: [
        replace_built("io.github.variorum.Variorum.metainfo.xml", "<summary>", "<sumary>")
    ],
    checks_files.check_file_type: [
        replace("data/io.github.variorum.Variorum.mime.xml", "*.variorum", "*.other"),
        replace("data/io.github.variorum.Variorum.mime.xml", "</mime-info>", ""),
        replace_built("io.github.variorum.Variorum.desktop", "x-variorum+json", "json"),
    ],
    checks_files.check_settings: [
        replace("data/io.github.variorum.Variorum.gschema.xml", "<default>1200<", "<default>wide<"),
    ],
    checks_files.check_shortcuts: [
        replace("src/app/vr-application.c", '{ "app.help",', '{ "app.rescue",'),
        replace("src/app/ui/vr-shortcuts.ui", ">app.help<", ">app.about<"),
    ],
    checks_files.check_release_notes: [
        replace("data/io.github.variorum.Variorum.metainfo.xml.in.in", "<p>The first", "<p>The last")
    ],
    checks_rules.check_ui_floors: [
        replace("src/app/ui/vr-window.ui", 'version="4.8"', 'version="4.10"'),
        replace("src/app/ui/vr-window.ui", '<requires lib="libadwaita" version="1.2"/>', ""),
    ],
}
if HAS_WINDOW:
    CHECKS.update(CHECKS_OF_THE_WINDOW)
CHECKS[checks_rules.check_command_line_without_gtk] = (
    [use_program(os.environ["VARIORUM_WINDOW"])] if "VARIORUM_WINDOW" in os.environ else []
)


class Data(unittest.TestCase):
    """One test a check; they are made below."""

    maxDiff = None

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="variorum-data-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def copy(self, number):
        copy = self.folder / str(number)
        copy.mkdir()
        for name in COPIED:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(
                    source,
                    copy / name,
                    ignore=shutil.ignore_patterns("corpus", "golden", "__pycache__"),
                )
            else:
                shutil.copy2(source, copy / name)
        built = copy / "built"
        built.mkdir()
        for path in BUILT.glob("io.github.variorum.Variorum.*"):
            if path.is_file():
                shutil.copy2(path, built / path.name)
        return Tree(copy, built, built)


def make_test(check, breaks):
    def test(self):
        self.assertEqual(check(Tree(ROOT, BUILT, self.folder)), [])
        for number, break_it in enumerate(breaks):
            tree = self.copy(number)
            break_it(tree)
            self.assertNotEqual(check(tree), [], f"break number {number} was not noticed")

    return test


for a_check, its_breaks in CHECKS.items():
    setattr(Data, a_check.__name__.replace("check_", "test_"), make_test(a_check, its_breaks))


if __name__ == "__main__":
    unittest.main(verbosity=2)
