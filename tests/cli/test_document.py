# SPDX-License-Identifier: GPL-3.0-or-later
"""Saved comparisons: written by compare, printed again, and refused where they are damaged."""

import base64
import hashlib
import json
import os
import resource
import unittest

from support import Case, NEW, OLD, SCHEMAS

CAFE = "The café at the quay was open till noon.\r\n\r\nFog came in.\r\n"


def validator():
    import jsonschema

    schema = json.loads((SCHEMAS / "variorum-document-1.schema.json").read_text())
    return jsonschema.Draft202012Validator(schema)


class Document(Case):
    def save(self, *args, name="saved.variorum", **more):
        """Runs compare with --save; returns the file's path and what is in it."""
        path = self.folder / name
        self.compare(*args, f"--save={path}", **more)
        saved = json.loads(path.read_text(encoding="utf-8"))
        validator().validate(saved)
        return path, saved

    def source_bytes(self, source):
        held = (source["text"].encode() if "text" in source
                else base64.b64decode(source["bytes"], validate=True))
        self.assertEqual(hashlib.sha256(held).hexdigest(), source["sha256"])
        return held

    def edit(self, path, **members):
        saved = json.loads(path.read_text(encoding="utf-8"))
        saved.update(members)
        path.write_text(json.dumps(saved), encoding="utf-8")

    def test_a_saved_comparison_prints_the_same_without_its_files(self):
        old, new = self.pair()
        expected = self.compare_json(old, new)
        path, saved = self.save(old, new)
        os.unlink(old)
        os.unlink(new)
        again = self.compare_json(path)
        self.assertEqual(again, expected)
        self.assertEqual(saved["engine"].split()[0], "variorum")
        self.assertEqual(saved["old"]["name"], old)
        self.assertTrue(saved["old"]["uri"].startswith("file:///"))
        self.assertIn("{+outer+}", self.compare(path, status=1))

    def test_the_exact_bytes_are_kept(self):
        for encoding in ("utf-8", "utf-8-sig", "utf-16", "windows-1252"):
            data = CAFE.encode(encoding)
            old = self.write("old.txt", data)
            new = self.write("new.txt", OLD.encode() + b"\0")
            _, saved = self.save(old, new)
            self.assertEqual(self.source_bytes(saved["old"]), data)
            self.assertEqual("text" in saved["old"], encoding.startswith("utf-8"))
            self.assertEqual(self.source_bytes(saved["new"]), OLD.encode() + b"\0")

    def test_standard_input_is_saved_as_it_came(self):
        new = self.write("new.txt", NEW)
        _, saved = self.save("-", new, stdin=CAFE.encode("utf-16"))
        self.assertEqual(self.source_bytes(saved["old"]), CAFE.encode("utf-16"))
        self.assertNotIn("uri", saved["old"])

    def test_options_hold_unless_others_are_given(self):
        old = self.write("old.txt", "The Harbour\nopened at dawn.\n")
        new = self.write("new.txt", "The harbour\nopened, at dawn.\n")
        path, saved = self.save(old, new, "--ignore-case", "--ignore-punctuation", "--unit=character",
                                "--paragraphs=line", "--language=en-GB", "--encoding=UTF-8")
        self.assertEqual(saved["options"], {
            "unit": "character", "paragraphs": "line", "language": "en", "encoding": "UTF-8",
            "quiet": ["typographic", "space", "case", "punctuation", "dateline", "repair"], "strict": False})
        again = self.compare_json(path, status=0)
        self.assertEqual(again["options"]["unit"], "character")
        self.assertEqual(again["options"]["language"], "en")
        self.assertEqual(len(again["new"]["paragraphs"]), 2)
        other = self.compare_json(path, "--unit=word", "--paragraphs=blank", "--language=de")
        self.assertEqual(other["options"]["unit"], "word")
        self.assertEqual(other["options"]["language"], "de")
        self.assertEqual(len(other["new"]["paragraphs"]), 1)

    def test_a_strict_comparison_stays_strict(self):
        old = self.write("old.txt", "It’s open.\n")
        new = self.write("new.txt", "It's open.\n")
        path, _ = self.save(old, new)
        self.compare(path, status=0)
        self.compare(path, "--strict", status=1)
        path, _ = self.save(old, new, "--strict")
        self.compare(path, status=1)

    def test_overrides_are_saved_and_can_be_replaced(self):
        old, new = self.pair()
        overrides = self.write("overrides.json", json.dumps(
            {"schema": "variorum-overrides/1", "must_not_pair": [[0, 0]]}))
        none = self.write("none.json", json.dumps({"schema": "variorum-overrides/1"}))
        path, saved = self.save(old, new, f"--overrides={overrides}")
        self.assertEqual(saved["overrides"], {"must_pair": [], "must_not_pair": [[0, 0]]})
        kinds = {row["kind"] for row in self.compare_json(path)["rows"]}
        self.assertIn("removed", kinds)
        kinds = {row["kind"] for row in self.compare_json(path, f"--overrides={none}")["rows"]}
        self.assertNotIn("removed", kinds)

    def test_a_saved_comparison_is_saved_again_in_its_place(self):
        path, _ = self.save(*self.pair())
        _, saved = self.save(path, "--unit=character")
        self.assertEqual(saved["options"]["unit"], "character")
        self.assertEqual(self.source_bytes(saved["new"]), NEW.encode())

    def test_a_saved_comparison_is_known_by_what_is_in_it(self):
        path, _ = self.save(*self.pair(), name="saved.txt")
        self.assertIn("{+outer+}", self.compare(path, status=1))

    def test_one_article_is_not_enough(self):
        old, _ = self.pair()
        self.fails("compare", old, says="needs two articles, OLD and NEW, or a saved comparison")
        self.fails("compare", "none.variorum", says="There is no file")

    def test_a_saved_comparison_is_no_article(self):
        old, new = self.pair()
        path, _ = self.save(old, new)
        says = "saved.variorum” is a saved comparison, not an article; open it alone"
        for words in ((path, path), (old, path), (path, new), (old, path, "--save=other.variorum")):
            self.fails("compare", *words, says=says)
        self.fails("compare", old, self.folder / "gone.variorum", says="There is no file")
        # Neither its name nor the way it comes in hides what it is.
        os.rename(path, self.folder / "saved.txt")
        self.fails("compare", old, self.folder / "saved.txt", says="is a saved comparison, not an")
        done = self.run_program("compare", "-", new, stdin=(self.folder / "saved.txt").read_bytes())
        self.assertEqual(done.returncode, 2)
        self.assertIn("“standard input” is a saved comparison", done.stderr.decode())

    def test_what_is_read_is_not_overwritten(self):
        old, new = self.pair()
        path, _ = self.save(old, new)
        self.fails("compare", old, new, f"--save={old}", says="is an article to compare")
        self.fails("compare", path, "-o", path, says="is a saved comparison")
        self.fails("compare", old, new, f"--save={path}", "-o", path, says="is a saved comparison")

    def test_the_articles_of_a_saved_comparison_are_not_overwritten(self):
        old, new = self.pair()
        path, _ = self.save(old, new)
        os.link(old, self.folder / "other-name.txt")
        for target in (old, self.folder / "other-name.txt"):
            for option in ("--save", "--output"):
                self.fails("compare", path, f"{option}={target}", says="is an article to compare")
        self.assertEqual((self.folder / "other-name.txt").read_text(encoding="utf-8"), OLD)

    def test_nothing_is_saved_in_a_file_called_like_standard_output(self):
        self.fails("compare", *self.pair(), "--save=-", says="not to standard output; name one")
        self.assertFalse((self.folder / "-").exists())

    def test_a_newer_file_says_what_to_do(self):
        path, _ = self.save(*self.pair())
        self.edit(path, schema="variorum-document/2")
        message = self.fails("compare", path, says="update Variorum")
        self.assertIn("saved.variorum", message)

    def test_damage_is_said(self):
        path, saved = self.save(*self.pair())
        self.edit(path, old={**saved["old"], "text": "Another text.\n"})
        self.fails("compare", path, says="is damaged")
        self.edit(path, old={"name": "old.txt", "uri": "file:///etc/hostname"})
        self.fails("compare", path, says="does not hold the text of “old.txt”")
        self.edit(path, old=saved["old"], overrides={"must_pair": [[0, 99]]})
        message = self.fails("compare", path, says="An override names paragraphs")
        self.assertIn("saved.variorum", message)
        path.write_text("{\"schema\":\"variorum-document/1\",")
        self.fails("compare", path, says="is not valid JSON")

    def test_a_disk_that_is_full_leaves_the_file_whole(self):
        old, new = self.pair(OLD * 400, NEW * 400)
        path, _ = self.save(*self.pair())
        before = path.read_bytes()
        self.pair(OLD * 400, NEW * 400)
        done = self.run_program(
            "compare", "-o", "/dev/null", old, new, f"--save={path}",
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)))
        self.assertEqual(done.returncode, 2)
        self.assertIn("saved.variorum", done.stderr.decode())
        self.assertEqual(path.read_bytes(), before)
        self.assertEqual(sorted(os.listdir(self.folder)), ["new.txt", "old.txt", "saved.variorum"])


if __name__ == "__main__":
    unittest.main()
