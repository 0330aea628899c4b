/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of notes: they stay with their rows, whichever way the articles stand, and none is lost. */
#include "vr-document-file.h"
#include "vr-report-info.h"

#include <string.h>

#define OLD "Fog lay on the quay.\n\nThe ferry left at noon.\n\nNobody was hurt.\n"
#define NEW "Fog lay on the quay.\n\nThe ferry left at three.\n\nNobody was hurt.\n"
#define REMARK "Who says \"three\"?\n<b>"

static VrDocument *
new_pair (const char *old_text, const char *new_text)
{
  g_autoptr (GBytes) old_bytes = g_bytes_new (old_text, strlen (old_text));
  g_autoptr (GBytes) new_bytes = g_bytes_new (new_text, strlen (new_text));
  const VrSource sources[VR_N_SIDES] = { { .name = "old.txt", .bytes = old_bytes },
                                         { .name = "new.txt", .bytes = new_bytes } };

  return vr_document_new (sources, NULL, NULL);
}

static VrComparison *
compare (const VrDocument *document)
{
  g_autoptr (GError) error = NULL;
  guint failed;
  VrComparison *comparison = vr_document_compare (document, NULL, NULL, &failed, &error);

  g_assert_no_error (error);
  return comparison;
}

static VrDocument *
save_and_open (const VrDocument *document)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (VrOutput) output = vr_output_new_in_memory (json);
  g_autoptr (GError) error = NULL;
  VrDocument *again;

  vr_document_write_json (document, VR_DOCUMENT_WHOLE, NULL, output);
  g_assert_true (vr_output_close (output, NULL));
  again = vr_document_new_from_json (json->str, json->len, "a.variorum", VR_DOCUMENT_WHOLE, NULL,
                                     &error);
  g_assert_no_error (error);
  return again;
}

/* The document with one more note, on row @row. */
static VrDocument *
add_note (const VrDocument *document, guint row, const char *text)
{
  g_autoptr (VrComparison) comparison = compare (document);
  g_autofree char *id = vr_comparison_dup_row_id (comparison, row);
  g_autofree char *remark = g_strdup (text);
  char about[] = "Fog lay", time[] = "2025-03-01T10:00:00Z";
  const VrRowNote note = { .row = id, .text = remark, .about = about, .time = time };
  g_autoptr (VrNotes) notes = vr_notes_put (vr_document_get_notes (document), G_MAXUINT, &note);

  return vr_document_with_notes (document, notes);
}

static void
assert_note (const VrDocument *document, guint index, guint32 row, const char *text)
{
  g_autoptr (VrComparison) comparison = compare (document);
  VrNotes *notes = vr_document_get_notes (document);
  g_autofree guint32 *rows = vr_notes_find_rows (notes, comparison);

  g_assert_cmpuint (index, <, vr_notes_get_n (notes));
  g_assert_cmpuint (rows[index], ==, row);
  g_assert_cmpstr (vr_notes_peek (notes, index)->text, ==, text);
}

static void
test_notes_are_saved_with_the_comparison (void)
{
  g_autoptr (VrDocument) bare = new_pair (OLD, NEW);
  g_autoptr (VrDocument) once = add_note (bare, 1, REMARK);
  g_autoptr (VrDocument) twice = add_note (once, 0, "Fine.");
  g_autoptr (VrDocument) again = save_and_open (twice);
  g_autoptr (VrDocument) without = vr_document_with_notes (again, NULL);

  assert_note (again, 0, 1, REMARK);
  assert_note (again, 1, 0, "Fine.");
  g_assert_true (vr_document_equal (twice, again));
  g_assert_false (vr_document_equal (twice, once));
  g_assert_true (vr_document_equal (bare, without));
  g_assert_true (vr_document_equal_but_notes (bare, twice));
}

static void
test_notes_stay_where_sides_are_swapped (void)
{
  g_autoptr (VrDocument) bare = new_pair (OLD, NEW);
  g_autoptr (VrDocument) noted = add_note (bare, 1, REMARK);
  g_autoptr (VrDocument) swapped = vr_document_swap (noted);
  g_autoptr (VrDocument) saved = save_and_open (swapped);
  g_autoptr (VrDocument) back = vr_document_swap (saved);

  assert_note (saved, 0, 1, REMARK);
  assert_note (back, 0, 1, REMARK);
  g_assert_false (vr_document_equal (noted, swapped));
  g_assert_true (vr_document_equal (noted, back));
}

/* Of two paragraphs with the same words, the one that was meant. */
static void
test_a_note_is_on_the_second_of_two_twins (void)
{
  g_autoptr (VrDocument) bare = new_pair ("Fog.\n\nRain.\n\nFog.\n", "Fog.\n\nSun.\n\nFog.\n");
  g_autoptr (VrDocument) noted = NULL;
  g_autoptr (VrComparison) comparison = compare (bare);
  guint last = vr_comparison_get_n_rows (comparison) - 1;

  noted = add_note (bare, last, "Again.");
  assert_note (noted, 0, last, "Again.");
}

static void
test_notes_are_changed_and_taken_away (void)
{
  g_autoptr (VrDocument) bare = new_pair (OLD, NEW);
  g_autoptr (VrDocument) noted = add_note (bare, 1, REMARK);
  VrNotes *before = vr_document_get_notes (noted);
  VrRowNote other = *vr_notes_peek (before, 0);
  char text[] = "Three.";
  g_autoptr (VrNotes) changed = NULL;

  other.text = text;
  changed = vr_notes_put (before, 0, &other);
  g_assert_cmpuint (vr_notes_get_n (changed), ==, 1);
  g_assert_cmpstr (vr_notes_peek (changed, 0)->text, ==, "Three.");
  g_assert_cmpstr (vr_notes_peek (before, 0)->text, ==, REMARK);
  g_assert_null (vr_notes_put (changed, 0, NULL));
}

static void
test_a_note_whose_row_is_gone_is_kept (void)
{
  g_autoptr (VrDocument) bare = new_pair (OLD, NEW);
  g_autoptr (VrDocument) noted = add_note (bare, 1, REMARK);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Nothing of it.\n", 15);
  const VrSource other = { .name = "new.txt", .bytes = bytes };
  g_autoptr (VrDocument) reread = vr_document_with_source (noted, VR_SIDE_NEW, &other);
  g_autoptr (VrDocument) again = save_and_open (reread);

  assert_note (again, 0, VR_NOTE_NO_ROW, REMARK);
}

static void
test_reports_name_rows_as_they_are_now (void)
{
  g_autoptr (VrDocument) bare = new_pair (OLD, NEW);
  g_autoptr (VrDocument) noted = add_note (bare, 1, REMARK);
  g_autoptr (VrDocument) swapped = vr_document_swap (noted);
  g_autoptr (VrComparison) comparison = compare (swapped);
  g_autofree char *id = vr_comparison_dup_row_id (comparison, 1);
  g_autoptr (VrReportInfo) info = vr_report_info_new ();
  const VrReportNote *note;

  vr_report_info_add_notes (info, vr_document_get_notes (swapped), comparison);
  g_assert_cmpuint (info->notes->len, ==, 1);
  note = g_ptr_array_index (info->notes, 0);
  g_assert_cmpstr (note->row, ==, id);
  g_assert_cmpstr (note->text, ==, REMARK);
  g_assert_cmpstr (note->time, ==, "2025-03-01T10:00:00Z");
}

static void
test_reports_tell_what_a_lost_note_was_about (void)
{
  g_autoptr (VrDocument) bare = new_pair (OLD, NEW);
  g_autoptr (VrDocument) noted = add_note (bare, 1, "Who?");
  g_autoptr (VrDocument) other = new_pair (OLD, "Nothing of it.\n");
  g_autoptr (VrComparison) comparison = compare (other);
  g_autoptr (VrReportInfo) info = vr_report_info_new ();
  const VrReportNote *note;

  vr_report_info_add_notes (info, vr_document_get_notes (noted), comparison);
  note = g_ptr_array_index (info->notes, 0);
  g_assert_null (note->row);
  g_assert_nonnull (strstr (note->text, "Fog lay"));
  g_assert_nonnull (strstr (note->text, "Who?"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notes/saved", test_notes_are_saved_with_the_comparison);
  g_test_add_func ("/notes/swapped", test_notes_stay_where_sides_are_swapped);
  g_test_add_func ("/notes/twins", test_a_note_is_on_the_second_of_two_twins);
  g_test_add_func ("/notes/changed", test_notes_are_changed_and_taken_away);
  g_test_add_func ("/notes/gone", test_a_note_whose_row_is_gone_is_kept);
  g_test_add_func ("/notes/report", test_reports_name_rows_as_they_are_now);
  g_test_add_func ("/notes/report-gone", test_reports_tell_what_a_lost_note_was_about);
  return g_test_run ();
}
