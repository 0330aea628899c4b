# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the house that a compiler does not hold: each check returns its complaints."""

import json
import os
import re
import subprocess

MAX_FILE_LINES = 500
MAX_FUNCTION_LINES = 60

# Header: the only layers that may include it.
OWNED_HEADERS = {
    "git2.h": "store",
    "git2/": "store",
    "zlib.h": "store press",
    "sqlite3.h": "history",
    "libsoup/": "fetch",
    "brotli/": "fetch",
    "utf8proc.h": "text",
    "unicode/": "text",
    "libexttextcat": "text",
    "textcat.h": "text",
    "nettle/": "base",
    "gtk/": "app",
    "gdk/": "app",
    "adwaita.h": "app",
}

UI_FLOORS = {"gtk": "4.8", "libadwaita": "1.2"}

# What org.gnome.Platform holds; any other dependency is a module of the Flatpak manifest.
GNOME_RUNTIME = {
    "glib-2.0",
    "gio-2.0",
    "gio-unix-2.0",
    "cairo",
    "cairo-pdf",
    "cairo-svg",
    "pangocairo",
    "fontconfig",
    "harfbuzz",
    "gtk4",
    "libadwaita-1",
    "icu-uc",
    "json-glib-1.0",
    "libbrotlidec",
    "libsoup-3.0",
    "libxml-2.0",
    "nettle",
    "sqlite3",
    "zlib",
}


def sources(tree, *suffixes):
    for folder in ("src", "tests"):
        for path in sorted((tree.root / folder).rglob("*")):
            if path.suffix in suffixes and path.is_file():
                yield path


def relative(tree, path):
    return path.relative_to(tree.root).as_posix()


def read(path):
    return path.read_text(encoding="utf-8")


def check_includes(tree):
    complaints = []
    for path in sources(tree, ".c", ".h"):
        parts = relative(tree, path).split("/")
        if parts[0] != "src":
            continue
        for header in re.findall(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', read(path), re.MULTILINE):
            for prefix, layer in OWNED_HEADERS.items():
                if header.startswith(prefix) and parts[1] not in layer.split():
                    complaints.append(f"{relative(tree, path)} includes {header}: {layer} only")
    return complaints


def loads(path, forbidden):
    """Complaints about what a file loads, and what that loads in turn."""
    listed = subprocess.run(["ldd", path], capture_output=True, text=True, check=True).stdout
    if "libasan" in listed:  # which is C++ itself
        forbidden = forbidden.removesuffix("|stdc")
    found = re.compile(rf"lib({forbidden})")
    return [
        f"{os.path.basename(path)} loads {line.split()[0]}"
        for line in listed.splitlines()
        if found.search(line)
    ]


def check_command_line_without_gtk(tree):
    """Nor does the program itself load what comparing needs: its start would take twice as long."""
    never = "gtk-|adwaita|gdk|cairo|pango|X11|wayland|git2|sqlite|soup|poppler|gumbo"
    return loads(tree.program, f"{never}|icu|stdc") + loads(tree.module, never)


def check_sizes(tree):
    complaints = []
    for path in sources(tree, ".c", ".h", ".py"):
        lines = read(path).splitlines()
        if len(lines) > MAX_FILE_LINES:
            complaints.append(f"{relative(tree, path)} has {len(lines)} lines")
        begun = None
        for number, line in enumerate(lines, 1):
            if line == "{":
                begun = number
            elif line == "}" and begun is not None:
                if number - begun - 1 > MAX_FUNCTION_LINES:
                    complaints.append(
                        f"{relative(tree, path)}:{begun}: {number - begun - 1} lines in a function"
                    )
                begun = None
    return complaints


def check_openings(tree):
    """An SPDX line, and a sentence that says what the file is for."""
    complaints = []
    for path in sources(tree, ".c", ".h", ".py"):
        head = read(path).splitlines()[:4]
        if not any("SPDX-License-Identifier: GPL-3.0-or-later" in line for line in head[:2]):
            complaints.append(f"{relative(tree, path)} has no SPDX line")
        elif not any(
            re.match(r'(/\*|"""|# )\s*\S+ \S+', line) and "SPDX" not in line for line in head
        ):
            complaints.append(f"{relative(tree, path)} does not open with a sentence")
    return complaints


def check_ui_floors(tree):
    complaints = []
    for path in sources(tree, ".ui"):
        text = read(path)
        wanted = dict(re.findall(r'<requires lib="([^"]+)" version="([^"]+)"/>', text))
        if "gtk" not in wanted or ("Adw" in text and "libadwaita" not in wanted):
            complaints.append(f"{relative(tree, path)} does not say what it requires")
        for library, version in wanted.items():
            if UI_FLOORS.get(library) != version:
                complaints.append(f"{relative(tree, path)} requires {library} {version}")
    return complaints


def meson_dependencies(tree):
    scanned = subprocess.run(
        ["meson", "introspect", str(tree.root / "meson.build"), "--scan-dependencies"],
        capture_output=True,
        text=True,
        check=True,
        cwd=tree.root,
    )
    return {found["name"] for found in json.loads(scanned.stdout[scanned.stdout.index("[") :])}


def disabled_dependencies(tree, module):
    """The libraries of features that the manifest says it is built without."""
    options = re.findall(r"dependency\('([^']+)'[^)]*required: get_option\('([^']+)'\)", read(tree.root / "meson.build"))
    return {name for name, option in options if f"-D{option}=disabled" in module["config-opts"]}


def check_manifest(tree):
    path = tree.root / "flatpak" / "io.github.variorum.Variorum.json"
    shown = subprocess.run(
        ["flatpak-builder", "--show-manifest", str(path)],
        capture_output=True,
        text=True,
        cwd=tree.scratch,
    )  # it leaves a folder behind
    if shown.returncode != 0:
        return [shown.stderr.strip() or "flatpak-builder cannot read the manifest"]
    complaints = []
    manifest = json.loads(read(path))
    if any(argument.startswith("--filesystem=") for argument in manifest["finish-args"]):
        complaints.append("the sandbox is opened to the file system")
    *modules, own = manifest["modules"]
    if own["name"] != "variorum":
        complaints.append("the last module is not variorum")
    for module in modules:
        for source in module["sources"]:
            if not (source.get("tag") and re.fullmatch(r"[0-9a-f]{40}", source.get("commit", ""))):
                complaints.append(f"module {module['name']} is not pinned by tag and commit")
    provided = {module.get("x-pkg-config") for module in modules}
    lacking = meson_dependencies(tree) - GNOME_RUNTIME - disabled_dependencies(tree, own)
    complaints += [f"{name} is no module of the manifest" for name in sorted(lacking - provided)]
    complaints += [
        f"module for {name}, which nothing needs" for name in sorted(map(str, provided - lacking))
    ]
    return complaints


def check_versions(tree):
    """project(), the newest entry of NEWS and of the metainfo agree."""
    project = re.search(
        r"^\s*version: '([^']+)'", read(tree.root / "meson.build"), re.MULTILINE
    ).group(1)
    metainfo = read(tree.root / "data" / "io.github.variorum.Variorum.metainfo.xml.in.in")
    found = {
        "NEWS": re.match(r"Variorum ([0-9.]+)", read(tree.root / "NEWS")),
        "metainfo": re.search(r'<release version="([^"]+)"', metainfo),
    }
    return [
        f"{where}: {match and match.group(1)}, project(): {project}"
        for where, match in found.items()
        if not match or match.group(1) != project
    ]


def check_layers(tree):
    """CONTRIBUTING.md draws the layers as src/meson.build builds them."""
    built = {
        name: set(re.findall(r"'(\w+)'", needs))
        for name, needs in re.findall(
            r"^  '(\w+)': \{(?:'needs': \[([^\]]*)\])?",
            read(tree.root / "src" / "meson.build"),
            re.MULTILINE,
        )
    }
    drawn = {
        name: set(re.findall(r"\w+", needs))
        for name, needs in re.findall(
            r"^\| `(\w+)` \|([^|]*)\|", read(tree.root / "CONTRIBUTING.md"), re.MULTILINE
        )
    }
    complaints = [
        f"CONTRIBUTING.md does not show the layer {name}"
        for name in sorted(built.keys() - drawn.keys())
    ]
    complaints += [
        f"{name} is built on {sorted(needs)}, drawn on {sorted(drawn[name])}"
        for name, needs in built.items()
        if name in drawn and needs != drawn[name]
    ]
    return complaints
