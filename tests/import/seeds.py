# SPDX-License-Identifier: GPL-3.0-or-later
"""One small article of our own in every format that is read, and files made to do harm."""

import io
import zipfile
import zlib

PARAGRAPHS = (
    "The harbour opened at dawn, and two ferries left for the outer islands before the fog came in.",
    "“We had forty people aboard,” said the harbour master, Ada Quill, who had counted them twice.",
    "The third ferry stayed at the quay until noon, when the light of the pier could be seen again.",
    "Nobody was hurt, and the evening boat went as it does on every day but the first of January.",
)
HEADLINE = "Fog holds up the third ferry for a morning"


def html():
    body = "".join(f"<p>{text}</p>\n" for text in PARAGRAPHS)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{HEADLINE} | The Harbour Post</title>
<meta property="og:title" content="{HEADLINE}"><meta name="author" content="Ada Quill">
<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{HEADLINE}",
"datePublished":"2019-03-14T18:40:00Z"}}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/boats">Boats</a></li></ul></nav>
<article><h1>{HEADLINE}</h1>{body}<ul><li>one</li><li>two</li></ul>
<table><tr><td>left<td>right</table></article><footer>© The Harbour Post</footer></body></html>
""".encode()


def zipped(entries, stored_first=False):
    """Entries in their order; office programs look at the first one, which is stored as it is."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for i, (name, data) in enumerate(entries):
            info = zipfile.ZipInfo(name, (2019, 3, 14, 12, 0, 0))
            info.compress_type = (zipfile.ZIP_STORED if stored_first and i == 0
                                  else zipfile.ZIP_DEFLATED)
            archive.writestr(info, data)
    return memory.getvalue()


def entries_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(info.filename, archive.read(info)) for info in archive.infolist()]


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def docx_around(document):
    return zipped([
        ("[Content_Types].xml", '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/'
         'package/2006/content-types"><Default Extension="rels" ContentType="application/'
         'vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
         'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.'
         'main+xml"/></Types>'),
        ("_rels/.rels", f'<?xml version="1.0"?><Relationships xmlns="{RELS}"><Relationship Id="r1" '
         f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'),
        ("word/document.xml", document),
    ])


def docx():
    runs = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in PARAGRAPHS)
    return docx_around(
        f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{W}"><w:body><w:p><w:pPr>'
        f'<w:pStyle w:val="Title"/></w:pPr><w:r><w:t>{HEADLINE}</w:t></w:r></w:p>{runs}'
        '<w:p><w:ins w:id="1" w:author="A"><w:r><w:t>new</w:t></w:r></w:ins><w:del w:id="2" '
        'w:author="A"><w:r><w:delText>old</w:delText></w:r></w:del></w:p></w:body></w:document>')


OASIS = "urn:oasis:names:tc:opendocument:xmlns"


def odt_around(content):
    media = "application/vnd.oasis.opendocument.text"
    return zipped([
        ("mimetype", media),
        ("META-INF/manifest.xml", f'<?xml version="1.0"?><manifest:manifest xmlns:manifest="{OASIS}:'
         f'manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="{media}"/>'
         '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
         '</manifest:manifest>'),
        ("content.xml", content),
    ], stored_first=True)


def odt():
    paragraphs = "".join(f"<text:p>{text}</text:p>" for text in PARAGRAPHS)
    return odt_around(
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{OASIS}:'
        f'office:1.0" xmlns:text="{OASIS}:text:1.0" office:version="1.3"><office:body><office:text>'
        f'<text:h text:outline-level="1">{HEADLINE}</text:h>{paragraphs}<text:list><text:list-item>'
        '<text:p>one</text:p></text:list-item></text:list></office:text></office:body>'
        '</office:document-content>')


def epub_around(chapter):
    return zipped([
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:'
         'names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf" '
         'media-type="application/oebps-package+xml"/></rootfiles></container>'),
        ("book.opf", '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" '
         'version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
         f'<dc:identifier id="id">x</dc:identifier><dc:title>{HEADLINE}</dc:title><dc:language>en'
         '</dc:language></metadata><manifest><item id="c1" href="c1.xhtml" media-type="application/'
         'xhtml+xml"/></manifest><spine><itemref idref="c1"/></spine></package>'),
        ("c1.xhtml", chapter),
    ], stored_first=True)


def epub():
    paragraphs = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    return epub_around(
        '<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head>'
        f'<title>{HEADLINE}</title></head><body><h1>{HEADLINE}</h1>{paragraphs}</body></html>')


def pdf_of(objects):
    """A file of those objects, the first of which is the catalogue."""
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for i, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (i, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)


def stream(data, packed=True):
    if packed:
        data = zlib.compress(data, 1)
        return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(data), data)
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def pdf_page(content):
    return pdf_of([
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        content,
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ])


def pdf():
    lines = [HEADLINE, ""]
    for text in PARAGRAPHS:
        words = text.replace("“", '"').replace("”", '"').split()
        while words:
            lines.append(" ".join(words[:9]))
            words = words[9:]
        lines.append("")
    shown = "".join(f"({line}) Tj T*\n".replace('"', "\\042") for line in lines)
    return pdf_page(stream(f"BT /F1 12 Tf 14 TL 72 770 Td\n{shown}ET".encode("cp1252")))


def markdown():
    body = "\n\n".join(PARAGRAPHS)
    return f"---\nauthor: Ada Quill\n---\n\n# {HEADLINE}\n\n{body}\n\n- one\n- two\n\n> [x](http://y)\n".encode()


SEEDS = {"html": html, "docx": docx, "odt": odt, "epub": epub, "pdf": pdf, "markdown": markdown}


def laughs(root, inside):
    """XML whose entities are nine times ten others: a thousand million words."""
    entities = '<!ENTITY a0 "ha ha ha">' + "".join(
        f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE {root} [{entities}]>' + inside


def bomb(n_bytes, head=b"", tail=b""):
    """What a stream that unpacks to that many spaces between head and tail is, and its sum."""
    packer = zlib.compressobj(1, zlib.DEFLATED, -15)
    block = b" " * (1 << 20)
    out = [packer.compress(head)]
    total, crc = len(head), zlib.crc32(head)
    while total < n_bytes:
        out.append(packer.compress(block))
        crc = zlib.crc32(block, crc)
        total += len(block)
    out.append(packer.compress(tail))
    out.append(packer.flush())
    return b"".join(out), total + len(tail), zlib.crc32(tail, crc)


def with_bomb(whole, name, n_bytes, head, tail):
    """The ZIP file once more, with an entry that unpacks to that much."""
    data, size, crc = bomb(n_bytes, head, tail)
    memory = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as source, zipfile.ZipFile(memory, "w") as archive:
        for info in source.infolist():
            if info.filename != name:
                archive.writestr(info, source.read(info), info.compress_type)
        info = zipfile.ZipInfo(name, (2019, 3, 14, 12, 0, 0))
        info.compress_type = zipfile.ZIP_DEFLATED
        info.header_offset = archive.fp.tell()
        info.CRC, info.compress_size, info.file_size = crc, len(data), size
        archive.fp.write(info.FileHeader(zip64=False) + data)
        archive.filelist.append(info)
        archive.NameToInfo[name] = info
        archive.start_dir = archive.fp.tell()
        archive._didModify = True
    return memory.getvalue()


def _word(inside):
    return f'<w:document xmlns:w="{W}"><w:body>{inside}</w:body></w:document>'


def _content(inside):
    return (f'<office:document-content xmlns:office="{OASIS}:office:1.0" xmlns:text="{OASIS}:text:1.0">'
            f'<office:body><office:text>{inside}</office:text></office:body></office:document-content>')


def harm():
    """name: (format, what makes its bytes, whether it must be refused)."""
    half = 320 << 20
    deep = 200_000
    word = _word("<w:p><w:r><w:t>").encode(), b"</w:t></w:r></w:p>"
    return {
        "nested tags": ("html", lambda: b"<!doctype html>" + b"<div>" * deep + b"x", False),
        "nested inline tags": ("html", lambda: b"<!doctype html><p>" + b"<b><i>" * deep + b"x", False),
        "nested tables": ("html", lambda: b"<!doctype html>" + b"<table><tr><td>" * (deep // 4) + b"x", False),
        "attributes": ("html", lambda: b"<!doctype html><p " + b" ".join(
            b"a%d=%d" % (i, i) for i in range(50_000)) + b">x", False),
        "one long attribute": ("html", lambda: b"<!doctype html><p a='" + b"x" * (64 << 20) + b"'>x", False),
        "a hundred megabytes": ("html", lambda: b"<!doctype html>" + b"<p>x" * (25 << 20), True),
        "open forms": ("html", lambda: b"<!doctype html>" + b"<a><form><p>" * 100_000, False),
        "character references": ("html", lambda: b"<!doctype html><p>" + b"&NotEqualTilde;" * 1_000_000, False),
        "bomb in Word": ("docx", lambda: with_bomb(docx(), "word/document.xml", half, *word), True),
        "laughs in Word": ("docx", lambda: docx_around(laughs("w:document", _word(
            "<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>"))), True),
        "nested Word": ("docx", lambda: docx_around(_word("<w:tbl><w:tr><w:tc>" * deep)), True),
        "bomb in OpenDocument": ("odt", lambda: with_bomb(odt(), "content.xml", half, _content(
            "<text:p>").encode(), b"</text:p>"), True),
        "laughs in OpenDocument": ("odt", lambda: odt_around(laughs("office:document-content", _content(
            "<text:p>&a9;</text:p>"))), True),
        "a million spaces by number": ("odt", lambda: odt_around(_content(
            '<text:p><text:s text:c="4000000000"/></text:p>')), False),
        "bomb in a book": ("epub", lambda: with_bomb(epub(), "c1.xhtml", half,
                                             b"<html><body><p>", b"</p></body></html>"), True),
        "laughs in a book": ("epub", lambda: epub_around(laughs("html", "<html><body><p>&a9;</p></body></html>")),
                             False),
        "bomb in PDF": ("pdf", lambda: pdf_page(stream(b" " * (256 << 20))), False),
        "pages in a circle": ("pdf", lambda: pdf_of([
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2000000000 >>"]), False),
        "much text in PDF": ("pdf", lambda: pdf_page(stream(
            b"BT /F1 12 Tf 72 770 Td " + b"(a) Tj 0 -1 Td " * 3_000_000 + b"ET")), False),
        "nested quotes": ("markdown", lambda: b"> " * 200_000 + b"x", False),
        "brackets": ("markdown", lambda: b"[" * 500_000, False),
        "backticks": ("markdown", lambda: b"".join(b"`" * i + b"x" for i in range(3000)), False),
    }
