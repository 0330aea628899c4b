#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents with tracked changes in LibreOffice: accepting all gives the new text, rejecting all the
old one, paragraph by paragraph, and the text that is exported is the same.

usage: office-in-libreoffice.py [--pairs N] [--long] [--keep FOLDER] [FORM...]    (default: docx odt)

--long: with a megabyte without a space, which LibreOffice takes minutes to lay out.
Ends with 77 (skipped) where there is no LibreOffice, or no python3-uno."""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from office import OFFICE, TEXT, odd_pair, settle  # noqa: E402
from pairs import FIXTURES, HOSTILE, PairCase  # noqa: E402

SKIPPED = 77
DC = "{http://purl.org/dc/elements/1.1/}"
SECONDS_TO_START = 60
SECONDS_TO_WONDER = 10
SYSTEM_PYTHON = "/usr/bin/python3"
COMMANDS = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}

# LibreOffice keeps these for itself, or has no place for them: what it reads is all that can be said.
OWN = {ord("\ufff9"): None, ord("\ufffa"): None, ord("\ufffb"): None}


class LibreOffice:
    """One headless process, in a profile of its own."""

    def __init__(self, folder):
        import uno
        self.uno = uno
        pipe = f"variorum-{os.getpid()}"
        self.process = subprocess.Popen(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore",
             "--nologo", f"--accept=pipe,name={pipe};urp;"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext(
            "com.sun.star.bridge.UnoUrlResolver", local)
        self.context = self.resolve(resolver, f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        services = self.context.ServiceManager
        self.desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", self.context)
        self.dispatcher = services.createInstanceWithContext(
            "com.sun.star.frame.DispatchHelper", self.context)

    def resolve(self, resolver, address):
        for _ in range(SECONDS_TO_START * 5):
            try:
                return resolver.resolve(address)
            except self.uno.getClass("com.sun.star.connection.NoConnectException"):
                time.sleep(0.2)
        raise SystemExit("LibreOffice does not start")

    def make(self, name, value):
        from com.sun.star.beans import PropertyValue
        return PropertyValue(Name=name, Value=value)

    def read(self, path, choice, export=None):
        """The paragraphs of a document, when all its changes are accepted, or rejected; and how many
        there were."""
        document = self.desktop.loadComponentFromURL(
            pathlib.Path(path).as_uri(), "_blank", 0, (self.make("Hidden", True),))
        if document is None:
            raise AssertionError("it does not open")
        n_changes = len(list(self.each(document.getRedlines())))
        self.dispatcher.executeDispatch(document.getCurrentController().getFrame(),
                                        COMMANDS[choice], "", 0, ())
        if list(self.each(document.getRedlines())):
            raise AssertionError("changes are left")
        paragraphs = [paragraph.getString() for paragraph in self.each(document.getText())]
        if export is not None:
            document.storeToURL(pathlib.Path(export).as_uri(), (
                self.make("FilterName", "Text (encoded)"), self.make("FilterOptions", "UTF8,LF")))
        document.close(True)
        return paragraphs, n_changes

    def each(self, container):
        things = container.createEnumeration()
        while things.hasMoreElements():
            yield things.nextElement()

    def end(self):
        try:
            self.desktop.terminate()
        except self.uno.getClass("com.sun.star.lang.DisposedException"):
            pass
        self.process.wait(timeout=30)


class Pairs(PairCase):
    """Only for its ways to run the program."""

    def runTest(self):
        pass


def each_pair(case, n_pairs, with_long):
    for path in sorted(FIXTURES.glob("*.old.txt")):
        yield path.name, str(path), str(path).replace(".old.txt", ".new.txt")
    for name, (old, new) in HOSTILE.items():
        if with_long or name != "long":
            yield name, case.write("h.old.txt", old), case.write("h.new.txt", new)
    for number in range(n_pairs):
        old, new = odd_pair(number)
        yield (f"pair {number}", case.write("n.old.txt", old), case.write("n.new.txt", new))


def check(office, case, form, old, new, folder):
    _, texts = case.read_pair(old, new)
    path = folder / f"pair.{form}"
    path.write_bytes(case.report(form, old, new))
    n_most = 0
    for choice, expected in zip(("reject", "accept"), texts):
        export = folder / "export.txt"
        found, n_changes = office.read(path, choice, export)
        n_most = max(n_most, n_changes)
        expected = [settle(text).translate(OWN) for text in expected] or [""]
        if found != expected:
            for number, (one, other) in enumerate(zip(found, expected)):
                if one != other:
                    raise AssertionError(f"{choice}, paragraph {number}: {one!r} is not {other!r}")
            raise AssertionError(f"{choice}: {len(found)} paragraphs, not {len(expected)}")
        text = export.read_bytes().decode("utf-8-sig").removesuffix("\n")
        if text != "\n".join(expected):
            raise AssertionError(f"{choice}: the exported text differs")
    return n_most


def find_uno():
    """Debian's module is its own Python's."""
    try:
        import uno  # noqa: F401
    except ImportError:
        if os.path.realpath(sys.executable) == os.path.realpath(SYSTEM_PYTHON):
            return False
        os.execv(SYSTEM_PYTHON, [SYSTEM_PYTHON, *sys.argv])
    return True


def read_people(path, folder):
    """Title, who changed what and when, and the comments, as LibreOffice writes them again: without
    a window of its own it cannot show comments (Debian's libreoffice-core-nogui stops at them)."""
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/other-profile", "--headless",
                    "--convert-to", "fodt", "--outdir", str(folder), str(path)],
                   check=True, capture_output=True, timeout=SECONDS_TO_START * 2)
    root = ET.parse(path.with_suffix(".fodt")).getroot()
    changes = {(info.findtext(DC + "creator"), info.findtext(DC + "date")[:16])
               for info in root.iter(OFFICE + "change-info")}
    comments = [(note.findtext(DC + "creator"),
                 "\n".join("".join(line.itertext()) for line in note.findall(TEXT + "p")))
                for note in root.iter(OFFICE + "annotation")]
    return root.findtext(f"{OFFICE}meta/{DC}title"), changes, sorted(comments)


def check_people(form, folder):
    """What the test of the tracks writes, see tests/core/test-tracks.c."""
    path = folder / f"people.{form}"
    subprocess.run([os.environ["VARIORUM_TEST_TRACKS"], f"--document={form}", str(path)], check=True)
    title, changes, comments = read_people(path, folder)
    expected = [("R. Eader", "Note <0>\n=second"), ("R. Eader", "Note <2>\n=second"),
                ("R. Eader", "On all of it."), ("R. Eader", "On what is gone."),
                ("Reader", "Note <1>\n=second"), ("Reader", "Note <3>\n=second")]
    if title != "Ferries <left>":
        raise AssertionError(f"the title is {title!r}")
    if changes != {('A. "Reporter" & others', "2014-04-16T14:23")}:
        raise AssertionError(f"the changes are {changes!r}")
    if comments != expected:
        raise AssertionError(f"the comments are {comments!r}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--pairs", type=int, default=200)
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("forms", nargs="*", default=["docx", "odt"])
    arguments = parser.parse_args()
    if not find_uno():
        print("skipped: no python3-uno")
        return SKIPPED
    if shutil.which("soffice") is None:
        print("skipped: no LibreOffice")
        return SKIPPED
    failed = checked = 0
    case = Pairs()
    case.setUp()
    with tempfile.TemporaryDirectory() as folder:
        office = LibreOffice(folder)
        for form in arguments.forms:
            n_changes = 0
            for name, old, new in each_pair(case, arguments.pairs, arguments.long):
                checked += 1
                started = time.monotonic()
                try:
                    n_changes += check(office, case, form, old, new, pathlib.Path(folder))
                except AssertionError as error:
                    failed += 1
                    print(f"{form}, {name}: {error}"[:600], flush=True)
                    if arguments.keep:
                        arguments.keep.mkdir(parents=True, exist_ok=True)
                        shutil.copy(f"{folder}/pair.{form}",
                                    arguments.keep / f"{name.replace(' ', '-')}.{form}")
                if time.monotonic() - started > SECONDS_TO_WONDER:
                    print(f"{form}, {name}: {time.monotonic() - started:.0f} seconds", flush=True)
            if "VARIORUM_TEST_TRACKS" in os.environ:
                checked += 1
                try:
                    check_people(form, pathlib.Path(folder))
                except AssertionError as error:
                    failed += 1
                    print(f"{form}, people: {error}", flush=True)
            print(f"{form}: {n_changes} changes", flush=True)
        office.end()
    case.doCleanups()
    print(f"{checked - failed} of {checked} documents are exact")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
