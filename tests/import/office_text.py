# SPDX-License-Identifier: GPL-3.0-or-later
"""One text of our own of several pages, as a flat OpenDocument file: what LibreOffice makes of it in
other formats must read the same."""

from xml.sax.saxutils import escape

HEADLINE = "Der Hafen von Grünau öffnet wieder"

BLOCKS = (
    ("p", "Am frühen Morgen, als der Nebel noch über der Förde lag, öffnete die Hafenmeisterin Ada Quill das "
          "Tor zur neuen Anlegestelle. Drei Jahre lang hatten Handwerker, Ingenieurinnen und Taucher daran "
          "gearbeitet, und niemand wusste bis zuletzt, ob der Zeitplan der Verwaltungsgemeinschaft eingehalten "
          "werden könnte. Nun fahren die Fähren wieder zu den äußeren Inseln, viermal am Tag und im Sommer "
          "sogar sechsmal."),
    ("p", "Die Wiederinbetriebnahme der Schiffsverbindung kostete weniger als erwartet. Im Haushaltsplan der "
          "Gemeinde standen zwölf Millionen, ausgegeben wurden elf, weil die Spundwandverankerung, anders als "
          "von den Sachverständigen befürchtet, nicht vollständig ausgewechselt werden musste."),
    ("h2", "Was sich für Reisende ändert"),
    ("p", "Wer mit dem Fahrrad kommt, stellt es in der überdachten Fahrradabstellanlage ab oder nimmt es mit an "
          "Bord. Die Fahrkarten gibt es am Automaten, beim Steuermann und in der Hafenbuchhandlung; für "
          "Inselbewohnerinnen und Inselbewohner bleibt die Überfahrt kostenlos."),
    ("li", "Abfahrt um sechs, um zehn, um vierzehn und um achtzehn Uhr"),
    ("li", "Fahrräder fahren kostenlos mit, Lastenräder nach Anmeldung"),
    ("li", "Hunde bleiben an der Leine, und zwar auch auf dem Oberdeck, wo der Wind an manchen Tagen so kräftig "
           "weht, dass selbst große Tiere unruhig werden"),
    ("q", "Wir haben vierzig Menschen an Bord gezählt, und zwar zweimal, weil es bei der ersten Zählung "
          "neununddreißig waren und niemand glauben wollte, dass einer fehlt."),
    ("p", "So beschreibt es die Hafenmeisterin. Der vierzigste Fahrgast schlief, wie sich herausstellte, in einem "
          "Rettungsboot, das eigentlich hätte verschlossen sein sollen; die Reederei untersucht den Vorfall "
          "und hat angekündigt, die Verschlüsse auszuwechseln."),
    ("h2", "Streit um den alten Leuchtturm"),
    ("p", "Weniger einig ist man sich darüber, was aus dem Leuchtturm werden soll. Der Verschönerungsverein "
          "möchte darin ein Museum einrichten, die Eigentümergemeinschaft dagegen Ferienwohnungen. Ein "
          "Denkmalpflegegutachten liegt seit dem vergangenen Herbst im Rathaus, ist aber noch nicht "
          "veröffentlicht worden, was die Gemüter zusätzlich erhitzt."),
    ("p", "Bürgermeister Jörg Äcker will im November abstimmen lassen. „Es geht nicht um Steine, sondern um "
          "Licht“, sagte er auf der Versammlung, zu der mehr als zweihundert Menschen in die Turnhalle "
          "gekommen waren, und fügte hinzu, dass jede Meinung in das Protokoll aufgenommen werde."),
    ("p", "Die Abstimmung dauerte bis Mitternacht."),
    ("h2", "Drei Jahre auf der Baustelle"),
    ("p", "Begonnen hatte alles mit einem Sturm. In der Nacht auf den ersten Advent drückte das Hochwasser die "
          "hölzerne Anlegestelle gegen die Kaimauer, bis deren Fugen nachgaben. Am nächsten Morgen standen die "
          "Einwohnerinnen und Einwohner auf dem Deich und sahen zu, wie Balken und Planken in Richtung der "
          "Hafenausfahrt trieben, wo die Wasserschutzpolizei sie mit Netzen einsammelte."),
    ("p", "Danach begann eine Zeit der Gutachten. Die Bundesanstalt für Wasserbau untersuchte den Untergrund, "
          "eine Hochschule die Strömungsverhältnisse, und ein Ingenieurbüro aus der Landeshauptstadt rechnete "
          "aus, wie tief die neuen Pfähle in den Schlick gerammt werden müssten. Vierundzwanzig Meter, lautete "
          "die Antwort, und damit vier mehr als im ursprünglichen Entwurf vorgesehen."),
    ("p", "Die Bauarbeiten selbst verliefen ruhig. Nur einmal, im zweiten Winter, mussten sie unterbrochen "
          "werden, weil Taucherinnen beim Ausbaggern auf die Überreste eines Frachtseglers stießen. Das "
          "Schiff, vermutlich aus dem achtzehnten Jahrhundert, liegt heute im Becken des Schifffahrtsmuseums "
          "und wird dort in den kommenden Jahrzehnten konserviert."),
    ("h2", "Wie es weitergeht"),
    ("p", "Im Frühjahr soll die Promenade folgen. Geplant sind Sitzbänke aus Robinienholz, eine Freitreppe zum "
          "Wasser und eine Aussichtsplattform, von der aus sich die Inselgruppe bei klarem Wetter vollständig "
          "überblicken lässt. Die Gemeinde hofft auf Fördermittel des Landwirtschaftsministeriums, das kleine "
          "Häfen an der Küste mit einem Sonderprogramm unterstützt."),
    ("li", "Promenade und Freitreppe bis zum Sommer"),
    ("li", "Aussichtsplattform im Jahr darauf"),
    ("q", "Ein Hafen ist niemals fertig, er ist nur gerade nicht kaputt."),
    ("p", "Das sagt Ada Quill, und sie muss es wissen: Schon ihre Großmutter hat hier die Leinen angenommen, in "
          "einer Zeit, in der die Fähre noch mit Kohle fuhr und der Fahrplan sich nach den Gezeiten richtete "
          "und nicht nach den Anschlusszügen."),
    ("p", "Am Abend lag wieder Nebel über der Förde. Die letzte Fähre kam mit sieben Minuten Verspätung an, und "
          "niemand beschwerte sich."),
)

ROLES = {"p": "body", "h2": "subhead", "li": "list", "q": "quote"}

NAMES = " ".join(f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for short, name in (
    ("office", "office"), ("text", "text"), ("style", "style"), ("fo", "xsl-fo-compatible"), ("meta", "meta")))

STYLES = """<office:styles><style:default-style style:family="paragraph"><style:text-properties
fo:language="de" fo:country="DE" style:font-name="DejaVu Serif" fo:font-size="12pt" fo:hyphenate="true"
fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph"
style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="0.25cm"
fo:text-align="justify"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"
style:default-outline-level="1"><style:text-properties fo:font-size="20pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph"
style:default-outline-level="2"><style:paragraph-properties fo:margin-top="0.4cm" fo:margin-bottom="0.2cm"
fo:keep-with-next="always"/>
<style:text-properties fo:font-size="15pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Quotations" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:margin-left="1cm" fo:margin-right="1cm" fo:margin-bottom="0.3cm"/></style:style>
<style:style style:name="Footer" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Header" style:family="paragraph" style:parent-style-name="Standard"/>
<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•">
<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">
<style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="1.2cm"/>
</style:list-level-properties></text:list-level-style-bullet></text:list-style>
</office:styles>
<office:automatic-styles><style:page-layout style:name="Page"><style:page-layout-properties
fo:page-width="14.8cm" fo:page-height="21cm" fo:margin="2cm"%s</style:page-layout-properties>
<style:header-style/><style:footer-style/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">
<style:header><text:p text:style-name="Header">Grünauer Hafenbote</text:p></style:header>
<style:footer><text:p text:style-name="Footer">Seite <text:page-number>1</text:page-number></text:p></style:footer>
</style:master-page></office:master-styles>"""

COLUMNS = '><style:columns fo:column-count="2" fo:column-gap="0.8cm"/>'


def put(blocks):
    out = [f'<text:h text:style-name="Heading_20_1" text:outline-level="1">{escape(HEADLINE)}</text:h>']
    for i, (kind, text) in enumerate(blocks):
        text = escape(text)
        before = i > 0 and blocks[i - 1][0] == "li"
        if kind == "li":
            out.append(("" if before else '<text:list text:style-name="Bullets">')
                       + f'<text:list-item><text:p text:style-name="Standard">{text}</text:p></text:list-item>')
            if i + 1 == len(blocks) or blocks[i + 1][0] != "li":
                out.append("</text:list>")
        elif kind == "h2":
            out.append(f'<text:h text:style-name="Heading_20_2" text:outline-level="2">{text}</text:h>')
        else:
            style = "Quotations" if kind == "q" else "Text_20_body"
            out.append(f'<text:p text:style-name="{style}">{text}</text:p>')
    return "".join(out)


def flat(columns=False):
    return (f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMES} office:version="1.3" '
            'office:mimetype="application/vnd.oasis.opendocument.text">'
            '<office:meta><meta:initial-creator>Ada Quill</meta:initial-creator></office:meta>'
            + STYLES % (COLUMNS if columns else ">")
            + f"<office:body><office:text>{put(BLOCKS)}</office:text></office:body></office:document>").encode()
