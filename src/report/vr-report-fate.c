/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of a row, in words. */
#include "vr-report-fate.h"

#include "vr-report-cue.h"

#include <glib/gi18n-lib.h>

static char *
way_phrase (int moved_by)
{
  guint n = ABS (moved_by);

  if (moved_by > 0)
    return g_strdup_printf (ngettext ("moved down %'u place", "moved down %'u places", n), n);
  if (moved_by < 0)
    return g_strdup_printf (ngettext ("moved up %'u place", "moved up %'u places", n), n);

  return g_strdup (_ ("moved"));
}

/* What a page has around its article is no change, whichever side has it. */
static char *
furniture_phrase (const VrRow *row)
{
  if (row->n_old == 0)
    return g_strdup (_ ("page furniture of the new side"));
  if (row->n_new == 0)
    return g_strdup (_ ("page furniture of the old side"));
  return g_strdup (_ ("page furniture of both sides"));
}

static char *
kind_phrase (const VrRow *row)
{
  switch (row->kind)
    {
    case VR_ROW_SAME:
      if (row->quiet & (VR_QUIET_TYPOGRAPHIC | VR_QUIET_CASE | VR_QUIET_PUNCTUATION))
        return g_strdup (_ ("the same but for typography"));
      if (row->quiet & VR_QUIET_SPACE)
        return g_strdup (_ ("the same but for spaces"));
      if (row->quiet & VR_QUIET_DATELINE)
        return g_strdup (_ ("the same but for the dateline"));
      if (row->quiet & VR_QUIET_REPAIR)
        return g_strdup (_ ("the same once repaired"));
      return g_strdup (_ ("the same"));
    case VR_ROW_EDITED:
      return g_strdup (_ ("edited"));
    case VR_ROW_SPLIT:
      return g_strdup_printf (
          ngettext ("split into %'u paragraph", "split into %'u paragraphs", row->n_new),
          row->n_new);
    case VR_ROW_MERGED:
      return g_strdup_printf (
          ngettext ("merged from %'u paragraph", "merged from %'u paragraphs", row->n_old),
          row->n_old);
    case VR_ROW_RECAST:
      /* Translators: several paragraphs became several others. */
      return g_strdup_printf (_ ("recast, %'u paragraphs as %'u"), row->n_old, row->n_new);
    case VR_ROW_ADDED:
      return g_strdup (_ ("added"));
    case VR_ROW_REMOVED:
      return g_strdup (_ ("removed"));
    case VR_ROW_MOVED:
    case VR_ROW_MOVED_EDITED:
    case VR_N_ROW_KINDS:
    default:
      return NULL;
    }
}

char *
vr_report_dup_kind (const VrComparison *comparison, guint row_index)
{
  VrRow row = vr_comparison_get_row (comparison, row_index);
  g_autofree char *kind = vr_comparison_is_furniture (comparison, row_index)
                              ? furniture_phrase (&row)
                              : kind_phrase (&row);
  g_autofree char *way = NULL;

  if (!row.moved)
    return g_steal_pointer (&kind);
  way = way_phrase (vr_comparison_get_moved_by (comparison, row_index));

  return kind != NULL ? g_strjoin (", ", kind, way, NULL) : g_steal_pointer (&way);
}

static char *
to_phrase (int moved_by, const char *after)
{
  guint n = ABS (moved_by);

  if (after == NULL)
    return g_strdup_printf (
        ngettext ("moved up %'u place, to the top", "moved up %'u places, to the top", n), n);
  if (moved_by < 0)
    return g_strdup_printf (
        ngettext ("moved up %'u place, after “%s”", "moved up %'u places, after “%s”", n), n,
        after);
  if (moved_by > 0)
    return g_strdup_printf (
        ngettext ("moved down %'u place, after “%s”", "moved down %'u places, after “%s”", n), n,
        after);

  return g_strdup_printf (_ ("moved after “%s”"), after);
}

static char *
from_phrase (int moved_by, const char *after)
{
  guint n = ABS (moved_by);

  if (after == NULL)
    return g_strdup_printf (
        ngettext ("moved down %'u place, from the top", "moved down %'u places, from the top", n),
        n);
  if (moved_by < 0)
    return g_strdup_printf (
        ngettext ("moved up %'u place, was after “%s”", "moved up %'u places, was after “%s”", n),
        n, after);
  if (moved_by > 0)
    return g_strdup_printf (ngettext ("moved down %'u place, was after “%s”",
                                      "moved down %'u places, was after “%s”", n),
                            n, after);

  return g_strdup_printf (_ ("moved, was after “%s”"), after);
}

/* The cue of the paragraph of @side that the row follows in that article, or NULL. */
static char *
dup_cue_before (const VrComparison *comparison, guint row_index, VrSide side, gboolean isolates)
{
  VrRow row = vr_comparison_get_row (comparison, row_index);
  VrArticle *article = vr_comparison_get_article (comparison, side);
  guint n;
  const guint32 *paragraphs = vr_row_peek_paragraphs (&row, side, &n);

  if (n == 0 || paragraphs[0] == 0)
    return NULL;

  return vr_report_dup_cue (vr_article_get_paragraph_text (article, paragraphs[0] - 1), isolates);
}

char *
vr_report_dup_moved_to (const VrComparison *comparison, guint row, gboolean isolates)
{
  g_autofree char *cue = dup_cue_before (comparison, row, VR_SIDE_NEW, isolates);

  return to_phrase (vr_comparison_get_moved_by (comparison, row), cue);
}

char *
vr_report_dup_moved_from (const VrComparison *comparison, guint row, gboolean isolates)
{
  g_autofree char *cue = dup_cue_before (comparison, row, VR_SIDE_OLD, isolates);

  return from_phrase (vr_comparison_get_moved_by (comparison, row), cue);
}
