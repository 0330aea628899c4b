/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that one side had as mojibake: equal by now, but said to have been repaired. */
#include "vr-inline.h"

#include <string.h>

/* A repaired run in a row's text, on one side. */
typedef struct
{
  VrSpan span;
  VrSlice before;
} Run;

static const char *
find_within (const char *text, gsize n_bytes, VrSlice what)
{
  return what.n_bytes > 0 ? memmem (text, n_bytes, what.text, what.n_bytes) : NULL;
}

/* The first of @runs that is not before @from. */
static guint
find_first_run (const GArray *runs, guint32 from)
{
  guint low = 0, high = runs->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (runs, Run, middle).span.from < from)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Where what @repair made of @source stands in @paragraph, from byte @at of it on; NULL where it
 * does not.  The same letters may stand before it, and were always right: only in a paragraph that
 * was joined from lines, which has other offsets than the text, are they looked for. */
static const char *
find_repaired (VrSlice source, VrParagraph paragraph, gsize at, const VrRepairedRun *repair)
{
  VrSlice after = { source.text + repair->from, repair->to - repair->from };

  if (paragraph.text == source.text + paragraph.from)
    return repair->to <= paragraph.to ? after.text : NULL;
  return find_within (paragraph.text + at, paragraph.n_bytes - at, after);
}

/* Where the runs of paragraph @index stand in it, rising. */
static void
find_runs (const VrArticle *article, guint32 index, guint32 base, GArray *runs)
{
  const VrText *text = vr_article_get_text ((VrArticle *)article);
  VrParagraph paragraph = vr_article_get_paragraph (article, index);
  VrSlice source = { NULL, 0 };
  guint n = 0;
  const VrRepairedRun *repairs = text != NULL ? vr_text_peek_repairs (text, &n) : NULL;
  gsize at = 0;

  if (n == 0)
    return;
  source.text = vr_text_peek (text, &source.n_bytes);
  for (guint i = vr_text_find_repair (text, paragraph.from);
       i < n && repairs[i].from < paragraph.to; i++)
    {
      const char *found = find_repaired (source, paragraph, at, &repairs[i]);
      Run run = { .before = vr_text_peek_before (text, &repairs[i]) };

      if (found == NULL)
        continue;
      at = (gsize)(found - paragraph.text) + repairs[i].to - repairs[i].from;
      run.span.from = base + (guint32)(found - paragraph.text);
      run.span.to = base + (guint32)at;
      g_array_append_val (runs, run);
    }
}

static GArray *
gather (const VrComparison *comparison, const VrRow *row, VrSide side)
{
  VrArticle *article = vr_comparison_get_article (comparison, side);
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (Run));
  guint n;
  const guint32 *members = vr_row_peek_paragraphs (row, side, &n);
  guint32 base = 0;

  for (guint i = 0; i < n; i++)
    {
      find_runs (article, members[i], base, runs);
      base += (guint32)vr_article_get_paragraph_text (article, members[i]).n_bytes
              + strlen (VR_PARAGRAPH_SEPARATOR);
    }

  return runs;
}

static gint
compare_spans (gconstpointer a, gconstpointer b)
{
  const VrSpan *one = a, *other = b;

  return (one->from > other->from) - (one->from < other->from);
}

/* Whether @runs have one at @from that was the same before. */
static gboolean
has_twin (const GArray *runs, guint32 from, VrSlice before)
{
  guint i = find_first_run (runs, from);
  const Run *twin = i < runs->len ? &g_array_index (runs, Run, i) : NULL;

  return twin != NULL && twin->span.from == from && vr_slice_is_equal (twin->before, before);
}

/* Where the runs of either side stand in @piece (bytes of the piece, rising) that the other side
 * does not have as they were. */
static GArray *
list_cuts (const VrPiece *piece, GArray *const runs[VR_N_SIDES])
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (VrSpan));

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      VrSpan span = vr_piece_get_span (piece, side), other = vr_piece_get_span (piece, !side);

      for (guint i = find_first_run (runs[side], span.from); i < runs[side]->len; i++)
        {
          const Run *run = &g_array_index (runs[side], Run, i);
          VrSpan cut = { run->span.from - span.from, run->span.to - span.from };

          if (run->span.to > span.to)
            break;
          if (!has_twin (runs[!side], other.from + cut.from, run->before))
            g_array_append_val (cuts, cut);
        }
    }
  g_array_sort (cuts, compare_spans);

  return cuts;
}

static VrPiece
cut_piece (const VrPiece *piece, guint32 from, guint32 to)
{
  VrPiece part = *piece;

  part.old_span = (VrSpan){ piece->old_span.from + from, piece->old_span.from + to };
  part.new_span = (VrSpan){ piece->new_span.from + from, piece->new_span.from + to };

  return part;
}

/* Appends @piece, in which repaired words are pieces of their own. */
static gboolean
append_cut (GArray *pieces, const VrPiece *piece, GArray *const runs[VR_N_SIDES])
{
  guint32 at = 0, n_bytes = piece->old_span.to - piece->old_span.from;
  g_autoptr (GArray) cuts = piece->op == VR_PIECE_EQUAL ? list_cuts (piece, runs) : NULL;
  gboolean any = FALSE;

  for (guint i = 0; cuts != NULL && i < cuts->len; i++)
    {
      VrSpan run = g_array_index (cuts, VrSpan, i);
      VrPiece before = cut_piece (piece, at, run.from), word = cut_piece (piece, run.from, run.to);

      if (run.from < at)
        continue;
      if (run.from > at)
        g_array_append_val (pieces, before);
      word.op = VR_PIECE_QUIET;
      word.quiet = VR_QUIET_REPAIR;
      g_array_append_val (pieces, word);
      at = run.to;
      any = TRUE;
    }
  if (at < n_bytes || piece->op != VR_PIECE_EQUAL)
    {
      VrPiece rest = piece->op == VR_PIECE_EQUAL ? cut_piece (piece, at, n_bytes) : *piece;

      g_array_append_val (pieces, rest);
    }

  return any;
}

static gboolean
has_repairs (const VrComparison *comparison)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      const VrText *text = vr_article_get_text (vr_comparison_get_article (comparison, side));
      guint n = 0;

      if (text != NULL)
        (void)vr_text_peek_repairs (text, &n);
      if (n > 0)
        return TRUE;
    }

  return FALSE;
}

guint
vr_repaired_mark (GArray *pieces, guint first, const VrComparison *comparison, const VrRow *row)
{
  g_autoptr (GArray) given = NULL;
  GArray *runs[VR_N_SIDES];
  gboolean any = FALSE;

  if (!(vr_comparison_get_options (comparison)->quiet & VR_QUIET_REPAIR)
      || !has_repairs (comparison))
    return 0;
  runs[VR_SIDE_OLD] = gather (comparison, row, VR_SIDE_OLD);
  runs[VR_SIDE_NEW] = gather (comparison, row, VR_SIDE_NEW);
  if (runs[VR_SIDE_OLD]->len + runs[VR_SIDE_NEW]->len > 0)
    {
      given = g_array_new (FALSE, FALSE, sizeof (VrPiece));
      if (pieces->len > first)
        g_array_append_vals (given, &g_array_index (pieces, VrPiece, first), pieces->len - first);
      else
        {
          guint32 n =
              (guint32)vr_article_get_paragraph_text (
                  vr_comparison_get_article (comparison, VR_SIDE_OLD), row->old_paragraphs[0])
                  .n_bytes;
          VrPiece whole = { VR_PIECE_EQUAL, 0, { 0, n }, { 0, n } };

          g_array_append_val (given, whole);
        }
      g_array_set_size (pieces, first);
      for (guint i = 0; i < given->len; i++)
        any |= append_cut (pieces, &g_array_index (given, VrPiece, i), runs);
      if (!any && given->len == 1 && g_array_index (given, VrPiece, 0).op == VR_PIECE_EQUAL)
        g_array_set_size (pieces, first);
    }
  g_array_unref (runs[VR_SIDE_OLD]);
  g_array_unref (runs[VR_SIDE_NEW]);

  return any ? VR_QUIET_REPAIR : 0;
}
