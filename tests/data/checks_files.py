# SPDX-License-Identifier: GPL-3.0-or-later
"""The files that ship beside the programs: each check returns its complaints."""

import json
import os
import re
import shutil
import subprocess

FILE_TYPE = "application/x-variorum+json"


def said(*command, **more):
    """What a program that should be silent says, or that it failed."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, **more)
    lines = (done.stdout + done.stderr).strip().splitlines()
    return lines or ([f"{command[0]} failed with {done.returncode}"] if done.returncode else [])


def check_desktop_file(tree):
    return said("desktop-file-validate", tree.built / "io.github.variorum.Variorum.desktop")


def check_metainfo(tree):
    done = subprocess.run(
        [
            "appstreamcli",
            "validate",
            "--no-net",
            "--no-color",
            str(tree.built / "io.github.variorum.Variorum.metainfo.xml"),
        ],
        capture_output=True,
        text=True,
    )
    return [] if done.returncode == 0 else done.stdout.strip().splitlines()


def check_file_type(tree):
    """The type of saved comparisons is told as the desktop wants it, by one name everywhere."""
    folder = tree.scratch / "mime"
    (folder / "packages").mkdir(parents=True)
    source = tree.root / "data" / "io.github.variorum.Variorum.mime.xml"
    shutil.copy2(source, folder / "packages" / "variorum.xml")
    found = {**os.environ, "XDG_DATA_DIRS": str(tree.scratch), "XDG_DATA_HOME": str(tree.scratch)}
    complaints = said("update-mime-database", folder, env=found)
    globs = folder / "globs2"
    if not globs.exists() or f"{FILE_TYPE}:*.variorum" not in globs.read_text(encoding="utf-8"):
        complaints.append(f"*.variorum is not {FILE_TYPE}")
    for name in ("desktop", "metainfo.xml"):
        built = tree.built / f"io.github.variorum.Variorum.{name}"
        if FILE_TYPE not in built.read_text(encoding="utf-8"):
            complaints.append(f"{built.name} does not name {FILE_TYPE}")
    return complaints


def check_settings(tree):
    return said("glib-compile-schemas", "--strict", "--dry-run", tree.root / "data")


def check_shortcuts(tree):
    """The shortcuts window lists every action that has a key, and no other."""
    application = (tree.root / "src/app/vr-application.c").read_text(encoding="utf-8")
    table = application[application.index("accelerators[] = {") :]
    table = set(re.findall(r'\{ "([a-z]+\.[a-z:-]+)", \{', table[: table.index("};")]))
    window = (tree.root / "src/app/ui/vr-shortcuts.ui").read_text(encoding="utf-8")
    keypad = re.findall(r"KP_\w+", application)
    listed = re.findall(r'<property name="action-name">([^<]+)</property>', window)
    complaints = [f"vr-shortcuts.ui does not list {action}" for action in table - set(listed)]
    complaints += [f"vr-shortcuts.ui: {action} has no key" for action in set(listed) - table]
    complaints += [f"vr-application.c: {key} would be shown by its raw name" for key in keypad]
    complaints += [f"{action} is listed twice" for action in {a for a in listed if listed.count(a) > 1}]
    return sorted(complaints)


def check_release_notes(tree):
    """The About window says of the newest version what the metainfo does."""
    metainfo = (tree.root / "data/io.github.variorum.Variorum.metainfo.xml.in.in").read_text(
        encoding="utf-8"
    )
    notes = re.search(r"<release .*?<p>(.*?)</p>", metainfo, re.DOTALL).group(1)
    about = (tree.root / "src/app/vr-about.c").read_text(encoding="utf-8")
    return [] if " ".join(notes.split()) in about else ["vr-about.c has other release notes"]


def check_icons(tree):
    complaints = []
    icons = tree.root / "data" / "icons" / "hicolor"
    for name in (
        "scalable/apps/io.github.variorum.Variorum.svg",
        "symbolic/apps/io.github.variorum.Variorum-symbolic.svg",
    ):
        if not (icons / name).exists():
            complaints.append(f"there is no icon {name}")
            continue
        complaints += said("rsvg-convert", "--output", tree.scratch / "icon.png", icons / name)
    return complaints


def check_json_schemas(tree):
    import jsonschema

    complaints = []
    found = sorted((tree.root / "data").glob("*.schema.json"))
    if not found:
        complaints.append("there are no JSON schemas")
    for path in found:
        try:
            schema = json.loads(path.read_text(encoding="utf-8"))
            jsonschema.Draft202012Validator.check_schema(schema)
            if not schema["$id"].endswith("/" + path.name):
                complaints.append(f"{path.name}: its $id is that of another file")
        except (ValueError, KeyError, jsonschema.exceptions.SchemaError) as error:
            complaints.append(f"{path.name}: {error}")
    return complaints


def check_samples(tree):
    """The samples are UTF-8, and show every kind of fate but the recast one."""
    samples = tree.root / "data" / "samples"
    done = subprocess.run(
        [
            tree.program,
            "compare",
            "--format=json",
            samples / "harbour-plain.txt",
            samples / "harbour-page.txt",
        ],
        capture_output=True,
    )
    if done.returncode != 1:
        return [f"the samples compare with {done.returncode}: {done.stderr.decode()}"]
    kinds = {row["kind"] for row in json.loads(done.stdout)["rows"]}
    return [
        f"no paragraph of the samples is {kind}"
        for kind in ("same", "edited", "moved-edited", "split", "merged", "added", "removed")
        if kind not in kinds
    ]


def help_lines(tree, command):
    words = [tree.program, *command.split(), "--help"]
    return subprocess.run(
        words, capture_output=True, text=True, check=True, env=tree.english
    ).stdout.splitlines()


def help_options(tree, command):
    """The options of a command, short ones too, as it tells them."""
    options = set()
    for line in help_lines(tree, command):
        if re.match(r"\s+-", line):
            options |= set(re.findall(r"(?<![\w-])--?[A-Za-z][a-z-]*", line.split("   ")[0]))
    return options


def list_commands(tree, command=""):
    """The commands that a command tells of, with theirs: "archive sync" among them."""
    commands = []
    lines = iter(help_lines(tree, command))
    if "Commands:" in lines:
        for line in lines:
            if not line:
                break
            name = f"{command} {line.split()[0]}".lstrip()
            if name != "help":
                commands += [name, *list_commands(tree, name)]
    return commands


def manual_options(text):
    """The options that each section of a manual tells of, by the section's title."""
    sections, title = {}, None
    for line in text.replace("\\-", "-").splitlines():
        if line.startswith((".Ss ", ".Sh ")):
            title = line[len(".Ss ") :]
        elif line.startswith(".It Fl"):
            sections.setdefault(title, set()).update(
                f"-{option}" for option in re.findall(r"Fl (-?[A-Za-z][a-z-]*)", line)
            )
    return sections


def check_manuals(tree):
    complaints = []
    for path in sorted((tree.root / "data").glob("*.1")):
        lint = said("mandoc", "-T", "lint", "-W", "warning", path)
        # Whether another manual is installed on this machine says nothing about ours.
        complaints += [
            line
            for line in lint
            if "referenced manual not found" not in line and "mandoc.db" not in line
        ]
    text = (tree.root / "data" / "variorum.1").read_text(encoding="utf-8")
    told = manual_options(text)
    wanted = {"Options without a command": help_options(tree, "")}
    for command in list_commands(tree):
        # A section may be of several commands, as that of "archive" is.
        title = next(
            (
                title
                for title in re.findall(r"^\.Ss (variorum .*)$", text, re.MULTILINE)
                if command.split()[0] in re.findall(r"\w+", title)[1:]
            ),
            command,
        )
        wanted[title] = wanted.get(title, set()) | help_options(tree, command)
    for title, options in wanted.items():
        for option in sorted(options ^ told.get(title, set())):
            what = "is not told of" if option in options else "is told of, and there is none"
            complaints.append(f"variorum.1: {option} of “{title}” {what}")
    return complaints


def completions(tree, *words):
    """What bash offers after these words."""
    script = """
      set -eu
      source "$1"
      shift
      COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
      compopt () { :; }
      _variorum
      printf '%s\\n' "${COMPREPLY[@]-}"
    """
    done = subprocess.run(
        ["bash", "-c", script, "bash", tree.root / "data" / "variorum.bash", *words],
        capture_output=True,
        text=True,
    )
    return done.stderr.strip(), set(done.stdout.split())


def check_completion(tree):
    complaints = []
    for command in ["", *list_commands(tree)]:
        words = ["variorum", *command.split()]
        trouble, offered = completions(tree, *words, "--")
        if trouble:
            complaints.append(trouble)
        offered = {word.rstrip("=") for word in offered}
        options = {option for option in help_options(tree, command) if option.startswith("--")}
        for option in sorted(options ^ offered):
            what = "is not offered" if option not in offered else "is offered, and there is none"
            complaints.append(f"{option} of “{command or 'variorum'}” {what}")
        if command and words[-1] not in completions(tree, *words)[1]:
            complaints.append(f"the command “{command}” is not offered")
    for words, wanted in (
        (["variorum", "c"], "compare"),
        (["variorum", "help", "a"], "align"),
        (["variorum", "d"], "difftool"),
        (["variorum", "compare", "--format", "=", "j"], "json"),
        (["variorum", "align", "--unit", "par"], "paragraph"),
        (["variorum", "compare", "--unit", "=", ""], "character"),
    ):
        trouble, offered = completions(tree, *words)
        if wanted not in offered:
            complaints.append(f"{words} does not complete to {wanted}: {trouble}")
    return complaints
