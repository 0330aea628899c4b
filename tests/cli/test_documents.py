# SPDX-License-Identifier: GPL-3.0-or-later
"""Word and OpenDocument files, books, PDF and Markdown: what is in them, and as what."""

import json
import pathlib
import shutil
import subprocess
import sys
import unittest

from support import Case

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "import"))

import office_text  # noqa: E402
import seeds  # noqa: E402

TEXT_ROLES = ("body", "subhead", "quote", "list")
W = f'xmlns:w="{seeds.W}" xmlns:r="{seeds.OFFICE}"'
EXTRA = ('xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
         'xmlns:v="urn:schemas-microsoft-com:vml"')


class Documents(Case):
    def read(self, path, *args):
        done = self.run_program("extract", path, *args)
        if b"not installed" in done.stderr or b"not plain text" in done.stderr:
            self.skipTest("skipped: this build does not read it")
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return json.loads(done.stdout)

    def pairs(self, path, *args):
        return [(p["role"], p["text"]) for p in self.read(path, *args)["paragraphs"]]

    def texts(self, path, *args):
        return [text for _, text in self.pairs(path, *args)]


class OneTextInEveryFormat(Documents):
    @unittest.skipUnless(shutil.which("soffice"), "skipped: no LibreOffice")
    def test_libreoffice_writes_it_and_its_paragraphs_are_the_same(self):
        source = self.write("text.fodt", office_text.flat())
        for form in ("docx", "odt", "pdf", "epub"):
            subprocess.run(["soffice", f"-env:UserInstallation=file://{self.folder}/profile", "--headless",
                            "--convert-to", form, "--outdir", str(self.folder), str(self.folder / source)],
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=240, check=True)
            article = self.read(f"text.{form}")
            want = [(office_text.ROLES[kind], text) for kind, text in office_text.BLOCKS]
            got = [(p["role"], p["text"]) for p in article["paragraphs"] if p["role"] in TEXT_ROLES]
            with self.subTest(form):
                self.assertEqual(article["headline"], office_text.HEADLINE)
                self.assertEqual(article["byline"] if form != "pdf" else "Ada Quill", "Ada Quill")
                self.assertEqual([text for _, text in got], [text for _, text in want])
                # LibreOffice writes a book's lists and quotations as paragraphs.
                plain = {"list": "body", "quote": "body"} if form == "epub" else {}
                self.assertEqual(got, [(plain.get(role, role), text) for role, text in want])


class Loading(Documents):
    def loaded(self, name):
        """What the system's loader says while a small file of a format is read."""
        path = self.folder / f"small.{name}"
        path.write_bytes(seeds.SEEDS[name]())
        self.read(str(path))
        done = self.run_program("extract", str(path), env={"LD_DEBUG": "files"})
        return done.stderr

    def test_what_reads_pdf_is_loaded_for_pdf_alone(self):
        for name in seeds.SEEDS:
            loaded = self.loaded(name)
            for library in (b"variorum-import-pdf.so", b"libpoppler", b"libcairo"):
                with self.subTest(name, library=library):
                    self.assertEqual(library in loaded, name == "pdf")


class TrackedChanges(Documents):
    OLD = ("The harbour opened at dawn.", "Two ferries left for the islands before the fog came in.",
           "The third stayed at the quay until noon. Nobody was hurt, and the boat went at night.",
           "A paragraph that goes away.", "The last one stays as it is.")
    NEW = ("The harbour opened at dawn,  they say.",
           "Two ferries left for the outer islands before the fog came in. The third stayed at the quay until "
           "noon.", "Nobody was hurt, and the boat went at night.", "The last one stays as it is.",
           "And one has come.")

    def test_what_compare_writes_reads_as_either_version(self):
        old = self.write("old.txt", "\n\n".join(self.OLD))
        new = self.write("new.txt", "\n\n".join(self.NEW))
        for form in ("docx", "odt"):
            done = self.run_program("compare", f"--format={form}", old, new, "-o", f"changes.{form}")
            self.assertIn(done.returncode, (0, 1), done.stderr.decode())
            with self.subTest(form):
                self.assertEqual(self.texts(f"changes.{form}"), list(self.NEW))
                self.assertEqual(self.texts(f"changes.{form}", "--original"), list(self.OLD))


class Word(Documents):
    def document(self, body, **parts):
        entries = seeds.entries_of(seeds.docx_around(
            f'<?xml version="1.0"?><w:document {W} {EXTRA}><w:body>{body}</w:body></w:document>'))
        entries += [(name.replace("__", "/").replace("_dot_", "."), data) for name, data in parts.items()]
        return self.write("document.docx", seeds.zipped(entries))

    def related(self, *relations):
        return f'<Relationships xmlns="{seeds.RELS}">' + "".join(
            f'<Relationship Id="r{i}" Type="{seeds.OFFICE}/{kind}" Target="{target}" {more}/>'
            for i, (kind, target, more) in enumerate(relations)) + "</Relationships>"

    def p(self, text, properties=""):
        return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"

    def test_a_date_that_is_none_is_not_told(self):
        for date, want in (("2019-03-14T08:00:00Z", "2019-03-14T08:00:00Z"), ("2019-03", "2019-03"), ("2019", "2019"),
                           ("2019-03-14 08:00", "2019-03-14"), ("yesterday", None), ("2019-02-30", None),
                           ("20190314", None), ("14.3.2019", None), ("2019-03-14&lt;b&gt;", None)):
            core = ('<p xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:created>2019-03-13</dcterms:created>'
                    f"<dcterms:modified>{date}</dcterms:modified></p>")
            entries = dict(seeds.entries_of(seeds.docx_around(
                f'<?xml version="1.0"?><w:document {W}><w:body>{self.p("A line.")}</w:body></w:document>')))
            entries["_rels/.rels"] = entries["_rels/.rels"].decode().replace(
                "</Relationships>", '<Relationship Id="p" Target="core.xml" Type="http://schemas.openxmlformats.org/'
                'package/2006/relationships/metadata/core-properties"/></Relationships>')
            entries["core.xml"] = core
            article = self.read(self.write("a.docx", seeds.zipped(list(entries.items()))))
            with self.subTest(date):
                self.assertEqual((article["published"], article["updated"]), ("2019-03-13", want))
        article = self.read(self.write("a.md", "---\ndate: last week\nupdated: 2019-03-14 08:00:00\n---\nA line.\n"))
        self.assertEqual((article["published"], article["updated"]), (None, "2019-03-14"))

    def test_styles_tell_by_name_in_any_language_and_by_what_they_are_based_on(self):
        styles = (f'<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="de-DE"/></w:rPr>'
                  '</w:rPrDefault></w:docDefaults>'
                  '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
                  '<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>'
                  '<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>'
                  '<w:style w:type="paragraph" w:styleId="Mein"><w:name w:val="Mein Zitat"/>'
                  '<w:basedOn w:val="Zitat"/></w:style></w:styles>')
        style = '<w:pStyle w:val="{}"/>'.format
        path = self.document(
            self.p("Der Hafen", style("Titel")) + self.p("Ein Satz.") + self.p("Danach", style("berschrift2"))
            + self.p("Sagte sie.", style("Mein"))
            + self.p("eins", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>')
            + "<w:tbl><w:tr><w:tc>" + self.p("links") + "</w:tc><w:tc>" + self.p("rechts")
            + "</w:tc></w:tr></w:tbl>",
            word___rels__document_dot_xml_dot_rels=self.related(("styles", "styles.xml", "")),
            word__styles_dot_xml=styles)
        self.assertEqual(self.pairs(path), [
            ("headline", "Der Hafen"), ("body", "Ein Satz."), ("subhead", "Danach"), ("quote", "Sagte sie."),
            ("list", "eins"), ("body", "links"), ("body", "rechts")])
        self.assertEqual(self.read(path)["language"], "de-DE")

    def test_links_notes_frames_headers_and_what_nobody_sees(self):
        body = ('<w:p><w:r><w:t xml:space="preserve">See </w:t></w:r><w:hyperlink r:id="r0"><w:r><w:t>the port'
                '</w:t></w:r></w:hyperlink><w:r><w:t xml:space="preserve"> and </w:t></w:r>'
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "http://b.example/" '
                '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>more</w:t></w:r>'
                '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>'
                '<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
                '<w:p><w:r><w:t>Around</w:t><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent>'
                '<w:p><w:r><w:t>in a frame</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><v:textbox>'
                '<w:txbxContent><w:p><w:r><w:t>in a frame</w:t></w:r></w:p></w:txbxContent></v:textbox>'
                '</mc:Fallback></mc:AlternateContent><w:t xml:space="preserve"> it.</w:t></w:r></w:p>')
        notes = (f'<w:footnotes {W}><w:footnote w:id="1"><w:p><w:r><w:t>nowhere</w:t></w:r></w:p></w:footnote>'
                 '<w:footnote w:id="2"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>')
        path = self.document(
            body, word___rels__document_dot_xml_dot_rels=self.related(
                ("hyperlink", "http://a.example/", 'TargetMode="External"'), ("footnotes", "footnotes.xml", ""),
                ("header", "header1.xml", "")),
            word__footnotes_dot_xml=notes,
            word__header1_dot_xml=f'<w:hdr {W}><w:p><w:r><w:t>The Harbour Post</w:t></w:r></w:p></w:hdr>')
        article = self.read(path)
        self.assertEqual([(p["role"], p["text"]) for p in article["paragraphs"]], [
            ("body", "See the port and more"), ("body", "Around it."), ("body", "in a frame"),
            ("body", "A note."), ("footer", "The Harbour Post")])
        self.assertEqual(article["paragraphs"][0]["spans"], [
            {"kind": "link", "from": 4, "to": 12, "target": "http://a.example/"},
            {"kind": "link", "from": 17, "to": 21, "target": "http://b.example/"}])

    def test_a_paragraph_whose_end_was_deleted_or_inserted(self):
        mark = '<w:pPr><w:rPr><w:{} w:id="1" w:author="A"/></w:rPr></w:pPr>'.format
        path = self.document(
            f'<w:p>{mark("del")}<w:r><w:t xml:space="preserve">one </w:t></w:r></w:p>' + self.p("two")
            + f'<w:p>{mark("ins")}<w:r><w:t xml:space="preserve">three </w:t></w:r></w:p>'
            + '<w:p><w:moveFrom w:id="3" w:author="A"><w:r><w:t>four</w:t></w:r></w:moveFrom>'
            + '<w:moveTo w:id="4" w:author="A"><w:r><w:t>five</w:t></w:r></w:moveTo></w:p>')
        self.assertEqual(self.texts(path), ["one two", "three", "five"])
        self.assertEqual(self.texts(path, "--original"), ["one", "two", "three four"])

    def test_what_is_broken_or_no_document_is_told_in_a_sentence(self):
        whole = seeds.docx()
        for name, data in (("half.docx", whole[:len(whole) // 2]), ("text.docx", b"no ZIP file at all")):
            self.fails("extract", "--as=docx", self.write(name, data), says=f"{name}” cannot be read: a part")


class OpenDocument(Documents):
    def document(self, inside, before=""):
        return self.write("document.odt", seeds.odt_around(
            f'<?xml version="1.0"?><office:document-content xmlns:office="{seeds.OASIS}:office:1.0" '
            f'xmlns:text="{seeds.OASIS}:text:1.0" xmlns:draw="{seeds.OASIS}:drawing:1.0" '
            f'xmlns:style="{seeds.OASIS}:style:1.0" xmlns:svg="{seeds.OASIS}:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink">'
            f'<office:automatic-styles>{before}</office:automatic-styles><office:body><office:text>{inside}'
            '</office:text></office:body></office:document-content>'))

    def test_what_a_text_has(self):
        path = self.document(
            '<text:h text:outline-level="1">Fog</text:h><text:p text:style-name="P1">Said\n   she.</text:p>'
            '<text:list><text:list-item><text:p>one<text:s text:c="2"/>two<text:tab/>three</text:p>'
            '</text:list-item></text:list><text:p>See <text:a xlink:href="http://a.example/">the port</text:a>'
            '<office:annotation><text:p>a comment</text:p></office:annotation><text:note><text:note-citation>1'
            '</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note>, '
            '<draw:frame><svg:title>a picture</svg:title><draw:text-box><text:p>in a frame</text:p></draw:text-box></draw:frame><text:title>now</text:title>.</text:p>'
            '<text:h text:outline-level="2">Later</text:h>',
            '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>')
        article = self.read(path)
        self.assertEqual([(p["role"], p["text"]) for p in article["paragraphs"]], [
            ("headline", "Fog"), ("quote", "Said she."), ("list", "one  two\tthree"),
            ("body", "See the port, now."), ("body", "in a frame"), ("subhead", "Later"), ("body", "A note.")])
        self.assertEqual(article["paragraphs"][3]["spans"],
                         [{"kind": "link", "from": 4, "to": 12, "target": "http://a.example/"}])

    def test_a_locked_one_is_told(self):
        entries = seeds.entries_of(seeds.odt())
        entries[1] = (entries[1][0], b'<manifest><encryption-data checksum="x"/></manifest>')
        path = self.write("locked.odt", seeds.zipped(entries, stored_first=True))
        self.fails("extract", path, says="locked.odt” is locked with a password")


class Book(Documents):
    def test_pages_come_in_the_order_of_the_spine(self):
        page = ('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>'
                '<body>{}</body></html>').format
        entries = seeds.entries_of(seeds.epub_around(page(
            "<h1>Fog</h1><p>The <a href='c2.xhtml'>first</a>&nbsp;page,\n one <b>line</b>.</p>"
            "<blockquote><p>Said she.</p></blockquote><ul><li>one</li><li>two</li></ul>")))
        names = [name for name, _ in entries]
        package = entries[names.index("book.opf")][1].decode()
        package = package.replace("</manifest>", '<item id="c2" href="c2.xhtml" media-type="application/xhtml+xml"/>'
                                  '<item id="n" href="nav.xhtml" properties="nav" '
                                  'media-type="application/xhtml+xml"/></manifest>')
        package = package.replace("<spine>", '<spine><itemref idref="n"/>').replace(
            "</spine>", '<itemref idref="c2"/></spine>')
        entries[names.index("book.opf")] = ("book.opf", package)
        entries += [("c2.xhtml", page("<h1>Second</h1><p>Broken <i>tags</p><p>go on.")),
                    ("nav.xhtml", page("<nav><ol><li>Fog</li></ol></nav>"))]
        path = self.write("book.epub", seeds.zipped(entries, stored_first=True))
        self.assertEqual(self.pairs(path), [
            ("nav", "Fog"), ("headline", "Fog"), ("body", "The first\u00a0page, one line."),
            ("quote", "Said she."), ("list", "one"), ("list", "two"), ("subhead", "Second"),
            ("body", "Broken tags"), ("body", "go on.")])

    def book(self, *bodies):
        page = ('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>'
                '<body>{}</body></html>').format
        entries = dict(seeds.entries_of(seeds.epub_around(page(bodies[0]))))
        more = range(2, len(bodies) + 1)
        items = [f'<item id="c{i}" href="c{i}.xhtml" media-type="application/xhtml+xml"'
                 + (' properties="nav"/>' if "<nav>" in bodies[i - 1] else "/>") for i in more]
        entries["book.opf"] = entries["book.opf"].decode().replace(
            "</manifest>", "".join(items) + "</manifest>").replace(
            "</spine>", "".join(f'<itemref idref="c{i}"/>' for i in more) + "</spine>")
        entries |= {f"c{i}.xhtml": page(bodies[i - 1]) for i in more}
        return self.write("book.epub", seeds.zipped(list(entries.items()), stored_first=True))

    def test_one_chapter_is_read_alone(self):
        path = self.book("<p><img src='cover.png'/></p>", "<nav><ol><li>Fog</li></ol></nav>",
                         "<h1>Fog</h1><p>It came in.</p>", "<h1>Noon</h1><p>It went.</p>")
        self.assertEqual(self.pairs(path, "--chapter=1"), [("headline", "Fog"), ("body", "It came in.")])
        self.assertEqual(self.pairs(path, "--chapter=2"), [("headline", "Noon"), ("body", "It went.")])
        self.assertEqual(self.read(path, "--chapter=2")["headline"], "Noon")
        self.fails("extract", path, "--chapter=3", says="book.epub” has no chapter 3; ask for one from 1 to 2.")
        for word in ("0", "two", "65536", "-1"):
            self.fails("extract", path, f"--chapter={word}", says="it is a number from 1 to 65535")
        self.fails("extract", self.write("a.txt", "A line.\n"), "--chapter=1", says="a.txt” is no e-book")


class Pdf(Documents):
    def document(self, *pages):
        """Each page a list of (x, y, size, line)."""
        kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
        objects = [b"<< /Type /Catalog /Pages 2 0 R >>",
                   f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
                   b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>"]
        for i, lines in enumerate(pages):
            objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {5 + 2 * i} 0 R "
                           "/Resources << /Font << /F 3 0 R >> >> >>".encode())
            shown = "".join(f"BT /F {size} Tf {x} {y} Td ({line}) Tj ET\n" for x, y, size, line in lines)
            objects.append(seeds.stream(shown.encode("cp1252")))
        return self.write("document.pdf", seeds.pdf_of(objects))

    def page(self, lines, number, x=60):
        """Lines below each other, with what stands on every page."""
        return ([(x, 760, 10, "The Harbour Post")]
                + [(x, 700 - 12 * i, 10, line) for i, line in enumerate(lines)] + [(x, 40, 10, f"Page {number}")])

    def test_words_that_were_cut_are_whole_and_what_every_page_has_is_furniture(self):
        path = self.document(
            self.page(["The harbour opened at dawn, and the harbour-", "master counted the well-known passengers",
                       "twice; the North Sea ferry, a well-", "known boat, left for the Schleswig-",
                       "Holstein coast and for the outer is-"], 1),
            self.page(["lands, where nobody waited for any boat.", "",
                       "Nobody was hurt, and the evening boat", "went as always."], 2))
        self.assertEqual(self.pairs(path), [
            ("footer", "The Harbour Post"),
            ("body", "The harbour opened at dawn, and the harbourmaster counted the well-known passengers twice; the "
             "North Sea ferry, a well-known boat, left for the Schleswig-Holstein coast and for the outer islands, "
             "where nobody waited for any boat."),
            ("footer", "Page 1"), ("footer", "The Harbour Post"),
            ("body", "Nobody was hurt, and the evening boat went as always."), ("footer", "Page 2")])

    def test_columns_are_read_one_after_the_other(self):
        left = ["The harbour opened at dawn,", "and two ferries left for", "the outer islands before"]
        right = ["the fog came in. The third", "stayed at the quay till", "noon."]
        path = self.document([(60, 740, 20, "Fog holds up a ferry")]
                             + [(60, 700 - 12 * i, 10, line) for i, line in enumerate(left)]
                             + [(320, 700 - 12 * i, 10, line) for i, line in enumerate(right)])
        self.assertEqual(self.pairs(path), [("headline", "Fog holds up a ferry"),
                                            ("body", " ".join(left + right))])

    def test_one_without_text_and_a_locked_one_are_told(self):
        path = self.document([])
        self.fails("extract", path, says="document.pdf” has no text in it")
        if shutil.which("qpdf"):
            subprocess.run(["qpdf", "--encrypt", "secret", "secret", "256", "--", path, "locked.pdf"],
                           cwd=self.folder, check=True)
            self.fails("extract", "locked.pdf", says="locked.pdf” is locked with a password")


class Markdown(Documents):
    def test_front_matter_and_blocks(self):
        path = self.write("a.md", "---\ntitle: \"Fog: a ferry waits\"\nauthors:\n  - Ada Quill\n  - Ben Rook\n"
                          "date: 2019-03-14\n---\n\nSome *soft*\nlines, [a link](http://a.example/).\n\n"
                          "## Later\n\n> Said she.\n\n- one\n- two\n\n```\nmake\n```\n\n<div>a <b>page</b></div>\n")
        article = self.read(path)
        self.assertEqual([(p["role"], p["line"], p["text"]) for p in article["paragraphs"]], [
            ("headline", 2, "Fog: a ferry waits"), ("body", 9, "Some soft lines, a link."),
            ("subhead", 12, "Later"), ("quote", 14, "Said she."), ("list", 16, "one"), ("list", 17, "two"),
            ("body", 19, "make"), ("body", 23, "a page")])
        self.assertEqual((article["headline"], article["byline"], article["published"]),
                         ("Fog: a ferry waits", "Ada Quill, Ben Rook", "2019-03-14"))
        self.assertEqual([s["kind"] for s in article["paragraphs"][1]["spans"]], ["emphasis", "link"])

    def test_the_first_heading_is_the_headline_before_a_title_of_the_front_matter(self):
        path = self.write("a.md", "---\ntitle: Short\n---\n# Fog holds up a ferry\n\nA line.\n\n# More\n")
        self.assertEqual(self.pairs(path), [("headline", "Fog holds up a ferry"), ("body", "A line."),
                                            ("subhead", "More")])


if __name__ == "__main__":
    unittest.main()
