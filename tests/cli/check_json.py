# SPDX-License-Identifier: GPL-3.0-or-later
"""What every JSON comparison must hold to; also a program: check_json.py FILE..."""

import json
import pathlib
import sys

SCHEMA = pathlib.Path(__file__).resolve().parents[2] / "data/variorum-comparison-1.schema.json"
JOINT = "\u2029"


def validator():
    import jsonschema

    schema = json.loads(SCHEMA.read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def check_side(side):
    """Paragraphs are numbered, in order, and lie in the file."""
    end = line = 0
    for index, paragraph in enumerate(side["paragraphs"]):
        assert paragraph["index"] == index
        assert paragraph["line"] == paragraph["lines"][0] <= paragraph["lines"][1]
        assert line < paragraph["lines"][0], paragraph
        assert end <= paragraph["from"] < paragraph["to"], paragraph
        end, line = paragraph["to"], paragraph["lines"][1]


def check_slices(side, source):
    """`from` and `to` cut the paragraph out of the decoded text, but for joined lines."""
    for paragraph in side["paragraphs"]:
        cut = source[paragraph["from"]:paragraph["to"]].decode()
        assert cut.split() == paragraph["text"].split(), paragraph


def row_text(document, row, name):
    paragraphs = document[name]["paragraphs"]
    return JOINT.join(paragraphs[i]["text"] for i in row[name])


def check_row(document, row):
    old, new = row_text(document, row, "old"), row_text(document, row, "new")
    words = row.get("words")
    if words is None:
        assert old == new, row
        assert not row["quiet"], row
        return
    assert old != new or "repair" in row["quiet"], row
    assert "".join(piece.get("old", "") for piece in words) == old, row
    assert "".join(piece.get("new", "") for piece in words) == new, row
    for piece in words:
        assert piece.get("old", "x") + piece.get("new", "x") != "", row
        if piece.get("quiet") == ["repair"]:
            assert piece["old"] == piece["new"], row
        else:
            assert (piece["op"] == "equal") == (piece.get("old") == piece.get("new")), row
    quiet = {name for piece in words for name in piece.get("quiet", [])}
    assert quiet <= set(row["quiet"]), row
    if row["kind"] in ("same", "moved"):
        assert all(piece["op"] in ("equal", "quiet") for piece in words), row


def check_sentences(document, row):
    for sentence in row["sentences"]:
        for name in ("old", "new"):
            place = sentence[name + "_at"]
            assert (place is None) == (sentence[name] is None), sentence
            if place is not None:
                text = document[name]["paragraphs"][place["paragraph"]]["text"].encode()
                assert text[place["from"]:place["to"]].decode() == sentence[name], sentence
        mine = [name for name in ("old", "new") if sentence[name] is not None
                and sentence[name + "_at"]["paragraph"] in row[name]]
        assert mine, sentence


def check_critical(document, row):
    """The places hold the texts, and the row has both sides."""
    assert not row["critical"] or (row["old"] and row["new"] and row["kind"] != "same"), row
    for change in row["critical"]:
        for name in ("old", "new"):
            place = change[name + "_at"]
            assert (place is None) == (change[name] is None), change
            if place is not None:
                assert place["paragraph"] in row[name], change
                text = document[name]["paragraphs"][place["paragraph"]]["text"].encode()
                assert text[place["from"]:place["to"]].decode() == change[name], change
        assert change["old"] != change["new"], change


def check_rows(document):
    """Every paragraph is in exactly one row, and the rows stand in the new side's order."""
    for name in ("old", "new"):
        indexes = sorted(index for row in document["rows"] for index in row[name])
        assert indexes == list(range(len(document[name]["paragraphs"]))), name
    firsts = [row["new"][0] for row in document["rows"] if row["new"]]
    assert firsts == sorted(firsts)
    ids = [row["id"] for row in document["rows"]]
    assert len(ids) == len(set(ids))


def check_summary(document):
    rows = document["summary"]["rows"]
    counted = [row for row in document["rows"] if not row.get("furniture")]
    for kind, n in rows.items():
        assert n == sum(row["kind"] == kind for row in counted), kind
    furniture = document["summary"].get("furniture", {"rows": 0, "old": 0, "new": 0})
    aside = [row for row in document["rows"] if row.get("furniture")]
    assert furniture["rows"] == len(aside)
    for name in ("old", "new"):
        assert furniture[name] == sum(len(row[name]) for row in aside), name
        assert furniture[name] == sum(not p["compared"] for p in document[name]["paragraphs"]), name
    changed = any(n for kind, n in rows.items() if kind != "same")
    assert document["summary"]["changed"] == changed
    for name, n in document["summary"]["quiet"].items():
        found = sum(name in piece.get("quiet", []) for row in counted
                    for piece in row.get("words", []))
        assert n == found, name
    for kind, n in document["summary"]["critical"].items():
        found = sum(change["kind"] == kind for row in document["rows"] for change in row["critical"])
        assert n == found, kind


def check(document, is_whole=True):
    """Raises AssertionError where @document is not as it must be; @is_whole: no row is left out."""
    for name in ("old", "new"):
        check_side(document[name])
    for row in document["rows"]:
        check_row(document, row)
        check_sentences(document, row)
        check_critical(document, row)
    if is_whole:
        check_rows(document)
        check_summary(document)


def mirror(document):
    """The set of rows as the other direction must have it."""
    swap = {"added": "removed", "removed": "added", "split": "merged", "merged": "split"}
    return sorted((swap.get(row["kind"], row["kind"]), row["new"], row["old"], row["score"])
                  for row in document["rows"])


if __name__ == "__main__":
    valid = validator()
    for path in sys.argv[1:]:
        whole = json.loads(pathlib.Path(path).read_text())
        valid.validate(whole)
        check(whole, whole["options"]["context"] is None)
