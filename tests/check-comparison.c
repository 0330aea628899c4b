/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every comparison must hold to, whatever the texts. */
#include "check-comparison.h"

#include <string.h>

static VrArticle *
article_from_lines (const char *text, const VrOptions *options)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (VrText) decoded = vr_text_new_from_bytes (bytes, "UTF-8", "test", &error);

  g_assert_no_error (error);
  return vr_article_new (decoded, VR_PARAGRAPHS_LINE,
                         options != NULL && options->language != NULL ? options->language : "en");
}

static VrComparison *
compare_articles (VrArticle *old_article, VrArticle *new_article, const VrOptions *options,
                  VrOverrides *overrides)
{
  VrOptions defaults = VR_OPTIONS_INIT;
  g_autoptr (GError) error = NULL;
  VrComparison *comparison =
      vr_compare (old_article, new_article, options != NULL ? options : &defaults, overrides, NULL,
                  NULL, &error);

  g_assert_no_error (error);
  return comparison;
}

VrComparison *
compare_lines (const char *old_text, const char *new_text, const VrOptions *options,
               VrOverrides *overrides)
{
  g_autoptr (VrArticle) old_article = article_from_lines (old_text, options);
  g_autoptr (VrArticle) new_article = article_from_lines (new_text, options);

  return compare_articles (old_article, new_article, options, overrides);
}

VrComparison *
compare_units (const char *const *old_units, guint n_old, const char *const *new_units, guint n_new,
               const VrOptions *options)
{
  g_autoptr (VrArticle) old_article = vr_article_new_from_units (old_units, n_old, "en");
  g_autoptr (VrArticle) new_article = vr_article_new_from_units (new_units, n_new, "en");

  return compare_articles (old_article, new_article, options, NULL);
}

/* Text of the pieces of one side, joined; spans must follow each other without a gap. */
static void
check_pieces (const VrComparison *comparison, guint index, VrSide side)
{
  VrRow row = vr_comparison_get_row (comparison, index);
  gsize n_bytes;
  g_autofree char *text G_GNUC_UNUSED =
      vr_comparison_dup_row_text (comparison, index, side, &n_bytes);
  guint32 at = 0;

  for (guint32 i = 0; i < row.n_pieces; i++)
    {
      VrSpan span = side == VR_SIDE_OLD ? row.pieces[i].old_span : row.pieces[i].new_span;
      VrPieceOp absent = side == VR_SIDE_OLD ? VR_PIECE_INSERT : VR_PIECE_DELETE;

      if (row.pieces[i].op == absent)
        {
          g_assert_cmpuint (span.from, ==, span.to);
          continue;
        }
      g_assert_cmpuint (span.from, ==, at);
      g_assert_cmpuint (span.to, >=, span.from);
      at = span.to;
    }
  g_assert_cmpuint (at, ==, n_bytes);
}

static void
check_equal_pieces (const VrComparison *comparison, guint index)
{
  VrRow row = vr_comparison_get_row (comparison, index);
  g_autofree char *old_text = vr_comparison_dup_row_text (comparison, index, VR_SIDE_OLD, NULL);
  g_autofree char *new_text = vr_comparison_dup_row_text (comparison, index, VR_SIDE_NEW, NULL);

  for (guint32 i = 0; i < row.n_pieces; i++)
    {
      const VrPiece *piece = &row.pieces[i];
      guint32 n_old = piece->old_span.to - piece->old_span.from;
      guint32 n_new = piece->new_span.to - piece->new_span.from;

      if (piece->op == VR_PIECE_EQUAL)
        g_assert_cmpmem (old_text + piece->old_span.from, n_old, new_text + piece->new_span.from,
                         n_new);
      else
        g_assert_cmpuint (n_old + n_new, >, 0);
      if (piece->op == VR_PIECE_QUIET)
        g_assert_cmpuint (piece->quiet, !=, 0);
    }
}

static void
check_kind (const VrComparison *comparison, guint index)
{
  VrRow row = vr_comparison_get_row (comparison, index);
  guint n_changes = 0;

  for (guint32 i = 0; i < row.n_pieces; i++)
    n_changes += row.pieces[i].op == VR_PIECE_DELETE || row.pieces[i].op == VR_PIECE_INSERT;

  switch (row.kind)
    {
    case VR_ROW_SAME:
    case VR_ROW_MOVED:
      g_assert_true (row.n_old == 1 && row.n_new == 1 && n_changes == 0);
      break;
    case VR_ROW_EDITED:
    case VR_ROW_MOVED_EDITED:
      g_assert_true (row.n_old == 1 && row.n_new == 1 && n_changes > 0);
      break;
    case VR_ROW_SPLIT:
      g_assert_true (row.n_old == 1 && row.n_new > 1);
      break;
    case VR_ROW_MERGED:
      g_assert_true (row.n_old > 1 && row.n_new == 1);
      break;
    case VR_ROW_RECAST:
      g_assert_true (row.n_old > 1 && row.n_new > 1);
      break;
    case VR_ROW_ADDED:
      g_assert_true (row.n_old == 0 && row.n_new == 1 && row.score == 0);
      break;
    case VR_ROW_REMOVED:
      g_assert_true (row.n_old == 1 && row.n_new == 0 && row.score == 0);
      break;
    case VR_N_ROW_KINDS:
    default:
      g_assert_not_reached ();
    }
  if (row.kind == VR_ROW_MOVED || row.kind == VR_ROW_MOVED_EDITED)
    g_assert_true (row.moved);
  g_assert_true (row.score >= 0 && row.score <= 1);
}

static void
check_cover (const VrComparison *comparison, VrSide side)
{
  guint n = vr_article_get_n_paragraphs (vr_comparison_get_article (comparison, side));
  g_autofree guint8 *seen = g_new0 (guint8, n + 1);

  for (guint i = 0; i < vr_comparison_get_n_rows (comparison); i++)
    {
      VrRow row = vr_comparison_get_row (comparison, i);
      guint32 n_members = side == VR_SIDE_OLD ? row.n_old : row.n_new;
      const guint32 *members = side == VR_SIDE_OLD ? row.old_paragraphs : row.new_paragraphs;

      for (guint32 k = 0; k < n_members; k++)
        {
          g_assert_cmpuint (members[k], <, n);
          g_assert_cmpuint (seen[members[k]]++, ==, 0);
        }
    }
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (seen[i], ==, 1);
}

static void
check_places (const VrComparison *comparison)
{
  guint n_rows = vr_comparison_get_n_rows (comparison), n_shown = 0, n_moved = 0, n_references = 0;

  for (guint i = 0; i < vr_comparison_get_n_places (comparison); i++)
    {
      VrPlace place = vr_comparison_get_place (comparison, i);

      g_assert_cmpuint (place.row, <, n_rows);
      if (place.is_reference)
        {
          g_assert_cmpuint (vr_comparison_get_row_reference (comparison, place.row), ==, i);
          n_references++;
          continue;
        }
      g_assert_cmpuint (place.row, ==, n_shown++);
      g_assert_cmpuint (vr_comparison_get_row_place (comparison, place.row), ==, i);
    }
  for (guint i = 0; i < n_rows; i++)
    {
      gboolean moved = vr_comparison_get_row (comparison, i).moved;

      g_assert_true ((vr_comparison_get_moved_by (comparison, i) != 0) == moved);
      g_assert_true ((vr_comparison_get_row_reference (comparison, i) != G_MAXUINT) == moved);
      n_moved += moved;
    }
  g_assert_cmpuint (n_shown, ==, n_rows);
  g_assert_cmpuint (n_references, ==, n_moved);
}

static gsize
paragraph_bytes (const VrComparison *comparison, VrSide side, guint32 paragraph)
{
  VrArticle *article = vr_comparison_get_article (comparison, side);

  return vr_article_get_paragraph_text (article, paragraph).n_bytes;
}

static void
check_sentences (const VrComparison *comparison, guint index)
{
  VrRow row = vr_comparison_get_row (comparison, index);

  for (guint32 i = 0; i < row.n_sentences; i++)
    {
      const VrSentence *sentence = &row.sentences[i];

      g_assert_true (sentence->old_paragraph != VR_NO_PARAGRAPH
                     || sentence->new_paragraph != VR_NO_PARAGRAPH);
      if (sentence->old_paragraph != VR_NO_PARAGRAPH)
        g_assert_cmpuint (sentence->old_span.to, <=,
                          paragraph_bytes (comparison, VR_SIDE_OLD, sentence->old_paragraph));
      if (sentence->new_paragraph != VR_NO_PARAGRAPH)
        g_assert_cmpuint (sentence->new_span.to, <=,
                          paragraph_bytes (comparison, VR_SIDE_NEW, sentence->new_paragraph));
    }
}

static gboolean
is_inside (VrSpan span, gsize n_bytes)
{
  return span.from <= span.to && span.to <= n_bytes;
}

/* They lie in the row's texts, rise, and stand on a side at least. */
static void
check_criticals (const VrComparison *comparison, guint index)
{
  VrRow row = vr_comparison_get_row (comparison, index);
  gsize n_old, n_new;
  g_autofree char *old_text G_GNUC_UNUSED =
      vr_comparison_dup_row_text (comparison, index, VR_SIDE_OLD, &n_old);
  g_autofree char *new_text G_GNUC_UNUSED =
      vr_comparison_dup_row_text (comparison, index, VR_SIDE_NEW, &n_new);
  guint64 last = 0;

  g_assert_true (vr_comparison_is_critical (comparison, index) == (row.n_critical > 0));
  if (row.n_critical > 0)
    g_assert_true (row.n_old > 0 && row.n_new > 0 && row.kind != VR_ROW_SAME);
  for (guint32 i = 0; i < row.n_critical; i++)
    {
      const VrCriticalChange *change = &row.criticals[i];
      guint64 place = (guint64)change->old_span.from + change->new_span.from;

      g_assert_true (is_inside (change->old_span, n_old) && is_inside (change->new_span, n_new));
      g_assert_true (change->old_span.to > change->old_span.from
                     || change->new_span.to > change->new_span.from);
      g_assert_cmpuint (last, <=, place);
      last = place;
    }
}

static void
check_summary (const VrComparison *comparison)
{
  const VrSummary *summary = vr_comparison_get_summary (comparison);
  guint n_rows = summary->n_furniture_rows, n_changed[VR_N_SIDES] = { 0 };
  guint n_furniture_rows = 0, n_furniture[VR_N_SIDES] = { 0 };
  guint64 n_critical = 0;

  for (guint kind = 0; kind < VR_N_ROW_KINDS; kind++)
    n_rows += summary->n_rows[kind];
  g_assert_cmpuint (n_rows, ==, vr_comparison_get_n_rows (comparison));
  for (guint i = 0; i < n_rows; i++)
    if (vr_comparison_is_change (comparison, i))
      {
        n_critical += vr_comparison_get_row (comparison, i).n_critical;
        n_changed[VR_SIDE_OLD] += vr_comparison_get_row (comparison, i).n_old;
        n_changed[VR_SIDE_NEW] += vr_comparison_get_row (comparison, i).n_new;
      }
  for (guint i = 0; i < n_rows; i++)
    if (vr_comparison_is_furniture (comparison, i))
      {
        VrRow row = vr_comparison_get_row (comparison, i);

        g_assert_false (vr_comparison_is_change (comparison, i));
        g_assert_false (row.moved);
        n_furniture_rows++;
        n_furniture[VR_SIDE_OLD] += row.n_old;
        n_furniture[VR_SIDE_NEW] += row.n_new;
      }
  g_assert_cmpuint (n_furniture_rows, ==, summary->n_furniture_rows);
  g_assert_cmpmem (n_furniture, sizeof n_furniture, summary->n_furniture,
                   sizeof summary->n_furniture);
  g_assert_cmpmem (n_changed, sizeof n_changed, summary->n_changed, sizeof summary->n_changed);
  g_assert_cmpuint (n_critical, ==, vr_summary_count_critical (summary));
  g_assert_cmpuint (summary->words[VR_SIDE_OLD].equal, ==, summary->words[VR_SIDE_NEW].equal);
}

void
check_comparison (const VrComparison *comparison)
{
  for (guint i = 0; i < vr_comparison_get_n_rows (comparison); i++)
    {
      check_kind (comparison, i);
      check_sentences (comparison, i);
      check_criticals (comparison, i);
      if (vr_comparison_get_row (comparison, i).n_pieces == 0)
        continue;
      check_pieces (comparison, i, VR_SIDE_OLD);
      check_pieces (comparison, i, VR_SIDE_NEW);
      check_equal_pieces (comparison, i);
    }
  check_summary (comparison);
  check_cover (comparison, VR_SIDE_OLD);
  check_cover (comparison, VR_SIDE_NEW);
  check_places (comparison);
}

static VrRowKind
mirror_kind (VrRowKind kind)
{
  switch (kind)
    {
    case VR_ROW_ADDED:
      return VR_ROW_REMOVED;
    case VR_ROW_REMOVED:
      return VR_ROW_ADDED;
    case VR_ROW_SPLIT:
      return VR_ROW_MERGED;
    case VR_ROW_MERGED:
      return VR_ROW_SPLIT;
    case VR_ROW_SAME:
    case VR_ROW_EDITED:
    case VR_ROW_MOVED:
    case VR_ROW_MOVED_EDITED:
    case VR_ROW_RECAST:
    case VR_N_ROW_KINDS:
    default:
      return kind;
    }
}

/* One line a row that says all the mirror is about, the sides in the order asked for. */
static void
append_row (GString *text, const VrRow *row, gboolean swapped)
{
  const guint32 *members[VR_N_SIDES] = { row->old_paragraphs, row->new_paragraphs };
  guint32 n[VR_N_SIDES] = { row->n_old, row->n_new };

  g_string_append_printf (text, "%s",
                          vr_row_kind_get_nick (swapped ? mirror_kind (row->kind) : row->kind));
  if (row->moved && row->kind != VR_ROW_MOVED && row->kind != VR_ROW_MOVED_EDITED)
    g_string_append (text, "+moved");
  for (guint i = 0; i < VR_N_SIDES; i++)
    {
      guint side = swapped ? 1 - i : i;

      g_string_append (text, n[side] == 0 ? " -" : " ");
      for (guint32 k = 0; k < n[side]; k++)
        g_string_append_printf (text, "%s%u", k > 0 ? "," : "", members[side][k]);
    }
}

static void
append_criticals (GString *line, const VrRow *row, gboolean swapped)
{
  for (guint32 i = 0; i < row->n_critical; i++)
    {
      const VrCriticalChange *change = &row->criticals[i];
      VrSpan first = swapped ? change->new_span : change->old_span;
      VrSpan second = swapped ? change->old_span : change->new_span;

      g_string_append_printf (line, " %u:%u-%u:%u-%u", change->kind, first.from, first.to,
                              second.from, second.to);
    }
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static char *
row_set (const VrComparison *comparison, gboolean swapped)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < vr_comparison_get_n_rows (comparison); i++)
    {
      VrRow row = vr_comparison_get_row (comparison, i);
      GString *line = g_string_new (NULL);

      append_row (line, &row, swapped);
      g_string_append_printf (line, " %.9g", row.score);
      append_criticals (line, &row, swapped);
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }
  g_ptr_array_sort (lines, compare_strings);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **)lines->pdata);
}

void
check_mirror (const VrComparison *comparison, const VrComparison *swapped)
{
  g_autofree char *rows = row_set (comparison, FALSE);
  g_autofree char *mirrored = row_set (swapped, TRUE);

  g_assert_cmpstr (rows, ==, mirrored);
}

char *
describe_rows (const VrComparison *comparison)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < vr_comparison_get_n_rows (comparison); i++)
    {
      VrRow row = vr_comparison_get_row (comparison, i);

      if (i > 0)
        g_string_append_c (text, '|');
      append_row (text, &row, FALSE);
    }

  return g_string_free (text, FALSE);
}
