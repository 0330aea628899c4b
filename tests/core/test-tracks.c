/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of tracked changes: what they say when all are accepted, or rejected, and whose they are;
 * with --document it writes one, to open. */
#include "check-comparison.h"
#include "vr-report-docx.h"
#include "vr-report-odt.h"
#include "vr-tracks.h"

#include <errno.h>
#include <stdio.h>

#define OLD_TEXT "The harbour opened.\nTwo ferries left at noon.\nNobody was hurt.\nThe end."
#define NEW_TEXT "Nobody was hurt.\nThe harbour opened.\nSix ferries left at noon.\nThe end."

/* The text of a side as the tracks have it, a line a paragraph. */
static char *
dup_side (const VrTracks *tracks, VrSide side)
{
  GString *text = g_string_new (NULL);
  VrTrackOp gone = side == VR_SIDE_OLD ? VR_TRACK_INSERTED : VR_TRACK_DELETED;

  for (guint i = 0; i < tracks->tracks->len; i++)
    {
      const VrTrack *track = vr_tracks_get (tracks, i);

      if (track->op == gone)
        continue;
      if (track->kind == VR_TRACK_TEXT)
        g_string_append_len (text, track->text.text, (gssize)track->text.n_bytes);
      else if (track->kind == VR_TRACK_MARK)
        g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

static char *
dup_article (const VrComparison *comparison, VrSide side)
{
  VrArticle *article = vr_comparison_get_article (comparison, side);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < vr_article_get_n_paragraphs (article); i++)
    {
      VrSlice paragraph = vr_article_get_paragraph_text (article, i);

      g_string_append_len (text, paragraph.text, (gssize)paragraph.n_bytes);
      g_string_append_c (text, '\n');
    }
  if (text->len == 0)
    g_string_append_c (text, '\n');

  return g_string_free (text, FALSE);
}

static void
assert_exact (const VrComparison *comparison, const VrReportOptions *options)
{
  g_autoptr (VrTracks) tracks = vr_tracks_new (comparison, options);

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      g_autofree char *said = dup_side (tracks, (VrSide)side);
      g_autofree char *meant = dup_article (comparison, (VrSide)side);

      g_assert_cmpstr (said, ==, meant);
    }
  g_assert_cmpint (vr_tracks_get (tracks, tracks->tracks->len - 1)->kind, !=, VR_TRACK_TEXT);
}

static void
test_both_texts_are_there (void)
{
  static const char *const texts[] = {
    "",
    "One.",
    OLD_TEXT,
    NEW_TEXT,
    "Two ferries left at noon. Nobody was hurt.\nThe end.",
    "The end.\nThe harbour opened. Two ferries\tleft  at noon.\n“Nobody” was hurt.",
    "Nothing of all that.\nNot a word.",
    "The end. Now.\nNow the harbour opened.",
  };
  VrReportOptions options = VR_REPORT_OPTIONS_INIT;

  options.context = 0;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
      {
        g_autoptr (VrComparison) comparison = compare_lines (texts[i], texts[k], NULL, NULL);

        options.quiet = i % 2 == 0;
        assert_exact (comparison, &options);
      }
}

/* Paragraphs of a few words, many of them alike, so that what is paired is anyone's guess. */
static char *
dup_random (GRand *rand)
{
  static const char *const words[] = { "ferry", "harbour", "noon",   "fog", "left", "opened",
                                       "mayor", "“no”",    "\"no\"", "was", "hurt", "40" };
  GString *text = g_string_new (NULL);

  for (gint paragraph = g_rand_int_range (rand, 0, 9); paragraph > 0; paragraph--)
    {
      for (gint word = g_rand_int_range (rand, 1, 9); word > 0; word--)
        g_string_append_printf (text, "%s%s",
                                words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))],
                                g_rand_int_range (rand, 0, 4) == 0 ? ". " : " ");
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

static void
test_both_texts_are_there_whatever_is_paired (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20140416);
  VrReportOptions options = VR_REPORT_OPTIONS_INIT;

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *old_text = dup_random (rand);
      g_autofree char *new_text = dup_random (rand);
      g_autoptr (VrComparison) comparison = compare_lines (old_text, new_text, NULL, NULL);

      assert_exact (comparison, &options);
    }
}

/* LibreOffice 7 takes two insertions that meet at the end of a paragraph for one. */
static void
test_insertions_do_not_meet_at_a_kept_end (void)
{
  g_autoptr (VrComparison) comparison = compare_lines (
      "The harbour opened at noon\nNobody was hurt there.",
      "The harbour opened at noon again\nLuckily nobody was hurt there.", NULL, NULL);
  VrReportOptions options = VR_REPORT_OPTIONS_INIT;
  g_autoptr (VrTracks) tracks = vr_tracks_new (comparison, &options);

  assert_exact (comparison, &options);
  for (guint i = 1; i + 1 < tracks->tracks->len; i++)
    {
      const VrTrack *mark = vr_tracks_get (tracks, i);

      g_assert_false (mark->kind == VR_TRACK_MARK && mark->op == VR_TRACK_KEPT
                      && vr_tracks_get (tracks, i - 1)->op == VR_TRACK_INSERTED
                      && vr_tracks_get (tracks, i + 1)->op == VR_TRACK_INSERTED);
    }
}

static VrReportInfo *
make_info (const VrComparison *comparison)
{
  VrReportInfo *info = vr_report_info_new ();
  VrReportWitness *witness = &info->witnesses[VR_SIDE_NEW];

  witness->title = g_strdup ("Ferries <left>");
  witness->author = g_strdup ("A. \"Reporter\" & others");
  witness->time = g_strdup ("2014-04-16T16:23:00+02:00");
  for (guint row = 0; row < vr_comparison_get_n_rows (comparison); row++)
    {
      g_autofree char *id = vr_comparison_dup_row_id (comparison, row);
      g_autofree char *text = g_strdup_printf ("Note <%u>\n=second", row);

      vr_report_info_add_note (info, id, text, row % 2 == 0 ? "R. Eader" : NULL,
                               row % 2 == 0 ? "2015-01-01T00:00:00Z" : NULL);
    }
  vr_report_info_add_note (info, NULL, "On all of it.", "R. Eader", NULL);
  vr_report_info_add_note (info, "gone", "On what is gone.", "R. Eader", NULL);

  return info;
}

static void
test_notes_stand_at_their_rows (void)
{
  g_autoptr (VrComparison) comparison = compare_lines (OLD_TEXT, NEW_TEXT, NULL, NULL);
  g_autoptr (VrReportInfo) info = make_info (comparison);
  VrReportOptions options = VR_REPORT_OPTIONS_INIT;
  g_autoptr (VrTracks) tracks = NULL;
  guint n_ends[2] = { 0, 0 };

  options.info = info;
  tracks = vr_tracks_new (comparison, &options);
  assert_exact (comparison, &options);
  g_assert_cmpuint (tracks->comments->len, ==, vr_comparison_get_n_rows (comparison) + 2);
  for (guint i = 0; i < tracks->tracks->len; i++)
    {
      const VrTrack *track = vr_tracks_get (tracks, i);

      if (track->kind == VR_TRACK_COMMENT_START || track->kind == VR_TRACK_COMMENT_END)
        {
          const VrTrackComment *comment = g_ptr_array_index (tracks->comments, track->comment);

          g_assert_cmpuint (comment->row, ==, track->row);
          n_ends[track->kind == VR_TRACK_COMMENT_END]++;
        }
    }
  g_assert_cmpuint (n_ends[0], ==, tracks->comments->len);
  g_assert_cmpuint (n_ends[1], ==, tracks->comments->len);
}

static void
write_document (const VrComparison *comparison, const VrReportOptions *options, VrReportFunc write,
                const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VrOutput) output = vr_output_new_for_file (path, &error);

  g_assert_no_error (error);
  write (comparison, options, output);
  vr_output_close (output, &error);
  g_assert_no_error (error);
}

static void
test_a_stopped_report_fails (void)
{
  g_autoptr (VrComparison) comparison = compare_lines (OLD_TEXT, NEW_TEXT, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const VrReportFunc writers[] = { vr_report_docx_write, vr_report_odt_write };
  VrReportOptions options = VR_REPORT_OPTIONS_INIT;

  g_cancellable_cancel (cancellable);
  options.cancellable = cancellable;
  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      g_autoptr (VrOutput) output = vr_output_new_for_nothing ();
      g_autoptr (GError) error = NULL;

      writers[i](comparison, &options, output);
      g_assert_false (vr_output_close (output, &error));
      g_assert_nonnull (error);
    }
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_has_prefix (argv[1], "--document="))
    {
      g_autoptr (VrComparison) comparison = compare_lines (OLD_TEXT, NEW_TEXT, NULL, NULL);
      g_autoptr (VrReportInfo) info = make_info (comparison);
      VrReportOptions options = VR_REPORT_OPTIONS_INIT;

      options.info = info;
      write_document (
          comparison, &options,
          g_str_has_suffix (argv[1], "odt") ? vr_report_odt_write : vr_report_docx_write, argv[2]);
      return 0;
    }
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tracks/both-texts", test_both_texts_are_there);
  g_test_add_func ("/tracks/both-texts-random", test_both_texts_are_there_whatever_is_paired);
  g_test_add_func ("/tracks/insertions-apart", test_insertions_do_not_meet_at_a_kept_end);
  g_test_add_func ("/tracks/notes", test_notes_stand_at_their_rows);
  g_test_add_func ("/tracks/stopped", test_a_stopped_report_fails);

  return g_test_run ();
}
