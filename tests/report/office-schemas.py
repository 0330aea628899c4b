#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds each part of DOCX and ODT reports to the schemas of their standards, which may not be copied
here: those of ISO/IEC 29500 (transitional: wml.xsd and what it needs), of the Open Packaging
Conventions, of Dublin Core (2003) and of ODF 1.3, found in FOLDER by what they say they are for.

usage: office-schemas.py [--pairs N] [--seed N] [--keep FOLDER] [FOLDER]    (default: schemas/office
beside the tree's shared data)

Ends with 77 (skipped) where there is no FOLDER, no xmllint or no jing."""

import argparse
import collections
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree as ET
import zipfile
from xml.sax.saxutils import quoteattr

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "cli"))

from hostile import HOSTILE_NEW, HOSTILE_OLD  # noqa: E402
from office import READERS, odd_pair  # noqa: E402
from pairs import FIXTURES, HOSTILE  # noqa: E402
from support import PROGRAM, ROOT, clean_environment  # noqa: E402

SKIPPED = 77
XSD = "{http://www.w3.org/2001/XMLSchema}"
CATALOG = "urn:oasis:names:tc:entity:xmlns:xml:catalog"
ODF = "urn:oasis:names:tc:opendocument:xmlns:"
ODF_VERSION = "1.3"
# The manifest is an XML file of our own, whose schema is the JSON's.
OWN = "https://variorum.github.io/schemas/variorum-manifest/1"
MANY = 200
OPTIONS = ([], ["--explain"], ["--explain", "--context=0"], ["--strict"], ["--hide-quiet"],
           ["--unit=character", "--changes-only"])
FORMS = tuple(READERS)
SHARED = pathlib.Path(os.environ.get("VARIORUM_SHARED", ROOT.parent / "shared"))


class Schemas:
    """What a folder of schemas has, by namespace."""

    def __init__(self, folder, work):
        self.xsd, self.rng = {}, {}
        for path in sorted(folder.rglob("*.xsd")):
            self.xsd.setdefault(ET.parse(path).getroot().get("targetNamespace"), path)
        for path in sorted(folder.rglob(f"OpenDocument-v{ODF_VERSION}*.rng")):
            kind = re.sub(r".*?-(?:(\w+)-)?schema", r"\1", path.stem)
            self.rng.setdefault({"": "office", "os": "office"}.get(kind, kind), path)
        self.catalog = work / "catalog.xml"
        self.write_catalog()

    def write_catalog(self):
        """Imports that name no file here are answered by the file of that namespace."""
        lines = []
        for path in self.xsd.values():
            for part in ET.parse(path).getroot().iter(XSD + "import"):
                place = urllib.parse.urljoin(path.as_uri(), part.get("schemaLocation", ""))
                found = self.xsd.get(part.get("namespace"))
                if found is not None and found.as_uri() != place:
                    lines.append(f"<system systemId={quoteattr(place)} uri={quoteattr(found.as_uri())}/>"
                                 f"<uri name={quoteattr(place)} uri={quoteattr(found.as_uri())}/>")
        self.catalog.write_text(f"<catalog xmlns='{CATALOG}'>{''.join(sorted(set(lines)))}</catalog>")

    def command(self, namespace):
        """What validates a part that begins with an element of @namespace; None without a schema."""
        if namespace.startswith(ODF):
            schema = self.rng.get(namespace[len(ODF):].split(":")[0])
            # Jing has the kinds of ids that MathML's part of the schema mixes for a fault: -i.
            return ["jing", "-i", str(schema)] if schema else None
        schema = self.xsd.get(namespace)
        return ["xmllint", "--nonet", "--noout", "--schema", str(schema)] if schema else None

    def faults(self, namespace, paths):
        command = self.command(namespace)
        if command is None:
            return [f"no schema for {namespace}"]
        lines = []
        for at in range(0, len(paths), MANY):
            done = subprocess.run([*command, *map(str, paths[at:at + MANY])], text=True,
                                  env={**os.environ, "XML_CATALOG_FILES": str(self.catalog)},
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
            said = [line for line in done.stdout.splitlines()
                    if not re.search(r"\[warning\]|parser warning| validates$", line)]
            if done.returncode != 0 or said:
                lines += said or [f"{command[0]} failed"]
        return lines


def check_ids(path):
    """What jing cannot be asked: in ODF no xml:id stands twice."""
    ids = collections.Counter(element.get("{http://www.w3.org/XML/1998/namespace}id")
                              for element in ET.parse(path).getroot().iter())
    return [f"{path}: xml:id {name} stands {n} times" for name, n in ids.items() if name and n > 1]


class Reports:
    """Makes documents of many pairs and unpacks their parts."""

    def __init__(self, work, n_pairs, seed):
        self.work, self.n_pairs, self.seed = work, n_pairs, seed
        self.parts = collections.defaultdict(list)
        self.n_documents = 0

    def run(self, *words):
        done = subprocess.run([PROGRAM, *map(str, words)], env=clean_environment(), cwd=self.work,
                              capture_output=True, check=False)
        assert done.returncode in (0, 1), (words, done.stderr.decode())
        return done.stdout

    def write(self, name, text):
        path = self.work / name
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        return path

    def unpack(self, form, label, document):
        folder = self.work / "parts" / f"{self.n_documents}-{form}-{re.sub('[^a-z0-9]+', '-', label)}"
        self.n_documents += 1
        with zipfile.ZipFile(document) as archive:
            archive.extractall(folder)
        for path in folder.rglob("*"):
            if path.suffix in (".xml", ".rels"):
                root = ET.parse(path).getroot().tag
                self.parts[root[1:].split("}")[0]].append(path)

    def make(self, label, *words):
        for form in FORMS:
            document = self.work / f"report.{form}"
            self.run("compare", f"--format={form}", "--force", "-o", document, *words)
            self.unpack(form, label, document)

    def each_pair(self):
        for path in sorted(FIXTURES.glob("*.old.txt")):
            yield path.name, path, path.with_name(path.name.replace(".old.", ".new."))
        texts = dict(HOSTILE, page=(HOSTILE_OLD, HOSTILE_NEW))
        texts.update({f"odd {i}": odd_pair(self.seed + i) for i in range(self.n_pairs)})
        for name, (old, new) in texts.items():
            yield name, self.write("old.txt", old), self.write("new.txt", new)

    def make_noted(self, label, old, new):
        """With the reader's notes, on rows and on the whole."""
        found = json.loads(self.run("compare", "--format=json", old, new))
        saved = self.work / "saved.variorum"
        self.run("compare", f"--save={saved}", "--force", old, new)
        document = json.loads(saved.read_text())
        document["notes"] = [{"row": row["id"], "text": f"Who says so? <b> ]]> \u202e\x01 {row['id']}\n2",
                              "about": "x", "time": "2025-03-01T10:00:00+02:00"}
                             for row in found["rows"] if "id" in row][:20]
        saved.write_text(json.dumps(document))
        self.make(label + " noted", "--explain", saved)
        return len(document["notes"])

    def make_kept(self):
        """With authors and dates of an archive's versions."""
        archive = self.work / "archive"
        for number, text in enumerate((HOSTILE_OLD, HOSTILE_NEW)):
            path = self.write("article.txt", text)
            self.run("snapshot", path, f"--archive={archive}", "--story=Quay", "--variant=cnn",
                     f"--published=2014-04-1{number + 1}T10:00:00+02:00")
        self.make("kept", f"--archive={archive}", "Quay/cnn@1", "Quay/cnn@2")

    def make_all(self):
        n_notes = 0
        for number, (name, old, new) in enumerate(self.each_pair()):
            self.make(name, *OPTIONS[number % len(OPTIONS)], old, new)
            if number % 4 == 0:
                n_notes += self.make_noted(name, old, new)
        self.make_kept()
        print(f"{self.n_documents} documents, {n_notes} notes in them")


def spoil(path, work):
    """The same part with an attribute that none has."""
    spoilt = work / "spoilt.xml"
    spoilt.write_bytes(re.sub(rb"(<[A-Za-z][^ >/]*)", rb'\1 spoilt="so"', path.read_bytes(), count=1))
    return spoilt


def check(schemas, reports):
    n_faults = 0
    for namespace, paths in sorted(reports.parts.items()):
        if namespace == OWN:
            continue
        faults = schemas.faults(namespace, paths)
        if not schemas.faults(namespace, [spoil(paths[0], reports.work)]):
            faults.append("the schema finds nothing wrong with anything")
        if namespace.startswith(ODF):
            faults += [line for path in paths for line in check_ids(path)]
        n_faults += len(faults)
        print(f"{namespace}: {len(paths)} parts, {len(faults) or 'no'} faults")
        print(*("  " + line for line in faults[:20]), sep="\n", end="\n" if faults else "")
    return n_faults


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=50, help="made-up ones")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 20))
    parser.add_argument("--keep", type=pathlib.Path, help="leave the documents' parts there")
    parser.add_argument("folder", nargs="?", type=pathlib.Path, default=SHARED / "schemas/office")
    options = parser.parse_args()
    missing = [name for name in ("xmllint", "jing") if shutil.which(name) is None]
    if missing or not options.folder.is_dir():
        print(f"skipped: no {' and no '.join(missing) or f'schemas in {options.folder}'}")
        sys.exit(SKIPPED)
    print(f"seed {options.seed}")
    with tempfile.TemporaryDirectory(prefix="variorum-schemas-") as folder:
        work = options.keep or pathlib.Path(folder)
        work.mkdir(parents=True, exist_ok=True)
        reports = Reports(work.resolve(), options.pairs, options.seed)
        reports.make_all()
        sys.exit(1 if check(Schemas(options.folder.resolve(), work), reports) else 0)


if __name__ == "__main__":
    main()
