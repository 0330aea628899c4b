/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison in a sentence or two. */
#include "vr-report-summary.h"

#include "vr-cells.h"

#include <glib/gi18n-lib.h>

/* Both forms go to the catalogue; the number is the only argument. */
#define count(one, many, n) g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, one, many, n), n)

char *
vr_report_dup_row_count (VrRowKind kind, gulong n)
{
  switch (kind)
    {
    case VR_ROW_SAME:
      return count ("%'lu the same", "%'lu the same", n);
    case VR_ROW_EDITED:
      return count ("%'lu edited", "%'lu edited", n);
    case VR_ROW_MOVED:
      return count ("%'lu moved", "%'lu moved", n);
    case VR_ROW_MOVED_EDITED:
      return count ("%'lu moved and edited", "%'lu moved and edited", n);
    case VR_ROW_SPLIT:
      return count ("%'lu split", "%'lu split", n);
    case VR_ROW_MERGED:
      return count ("%'lu merged", "%'lu merged", n);
    case VR_ROW_RECAST:
      return count ("%'lu recast", "%'lu recast", n);
    case VR_ROW_ADDED:
      return count ("%'lu added", "%'lu added", n);
    case VR_ROW_REMOVED:
      return count ("%'lu removed", "%'lu removed", n);
    case VR_N_ROW_KINDS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
dup_quiet_count (guint bit, gulong n)
{
  switch (1u << bit)
    {
    case VR_QUIET_TYPOGRAPHIC:
      return count ("%'lu typographic", "%'lu typographic", n);
    case VR_QUIET_SPACE:
      return count ("%'lu of white space", "%'lu of white space", n);
    case VR_QUIET_CASE:
      return count ("%'lu of upper and lower case", "%'lu of upper and lower case", n);
    case VR_QUIET_PUNCTUATION:
      return count ("%'lu of punctuation", "%'lu of punctuation", n);
    case VR_QUIET_DATELINE:
      return count ("%'lu dateline", "%'lu datelines", n);
    case VR_QUIET_REPAIR:
      return count ("%'lu repaired word", "%'lu repaired words", n);
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
dup_critical_count (guint bit, gulong n)
{
  switch (1u << bit)
    {
    case VR_CRITICAL_NUMBER:
      return count ("%'lu number", "%'lu numbers", n);
    case VR_CRITICAL_DECIMAL:
      return count ("%'lu decimal point or thousands mark",
                    "%'lu decimal points or thousands marks", n);
    case VR_CRITICAL_SIGN:
      return count ("%'lu minus sign", "%'lu minus signs", n);
    case VR_CRITICAL_NEGATION:
      return count ("%'lu negation", "%'lu negations", n);
    case VR_CRITICAL_END_MARK:
      return count ("%'lu end mark", "%'lu end marks", n);
    case VR_CRITICAL_QUOTES:
      return count ("%'lu pair of quotation marks", "%'lu pairs of quotation marks", n);
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Appends @item, which is freed, to a list for people. */
static void
take_item_behind (GString *list, const char *separator, char *item)
{
  if (list->len > 0)
    g_string_append (list, separator);
  g_string_append (list, item);
  g_free (item);
}

static void
take_item (GString *list, char *item)
{
  take_item_behind (list, _ (", "), item);
}

VrHeadline
vr_report_get_headline (const VrComparison *comparison)
{
  const VrSummary *summary = vr_comparison_get_summary (comparison);
  VrArticle *old_article = vr_comparison_get_article (comparison, VR_SIDE_OLD);

  return (VrHeadline){ .n_rows = vr_comparison_get_n_rows (comparison) - summary->n_furniture_rows,
                       .n_old = vr_article_get_n_paragraphs (old_article)
                                - summary->n_furniture[VR_SIDE_OLD],
                       .n_changed = summary->n_changed[VR_SIDE_OLD],
                       .n_added = summary->n_rows[VR_ROW_ADDED] };
}

char *
vr_report_dup_headline (const VrComparison *comparison)
{
  VrHeadline headline = vr_report_get_headline (comparison);

  return vr_headline_to_string (&headline);
}

static char *
dup_changed (const VrHeadline *self)
{
  gulong n_old = self->n_old, n_changed = self->n_changed;

  /* Translators: the first number is how many of the old article's paragraphs changed, the
   * second how many it has. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'lu of %'lu paragraph changed",
                                       "%'lu of %'lu paragraphs changed", n_old),
                          n_changed, n_old);
}

char *
vr_headline_to_string (const VrHeadline *self)
{
  gulong n_rows = self->n_rows, n_added = self->n_added;
  g_autoptr (GString) list = g_string_new (NULL);

  if (n_rows == 0)
    return g_strdup (_ ("Both articles are empty"));
  if (self->n_changed == 0)
    return n_added > 0 ? count ("%'lu paragraph added", "%'lu paragraphs added", n_added)
                       : count ("No difference in %'lu paragraph",
                                "No difference in %'lu paragraphs", n_rows);
  take_item (list, dup_changed (self));
  if (n_added > 0)
    take_item (list, vr_report_dup_row_count (VR_ROW_ADDED, n_added));

  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* What counts nowhere is told behind what does. */
static void
take_furniture (GString *list, const VrSummary *summary)
{
  gulong n = summary->n_furniture_rows;

  if (n > 0)
    take_item_behind (list, _ ("; "),
                      count ("%'lu line of page furniture set aside",
                             "%'lu lines of page furniture set aside", n));
}

char *
vr_report_dup_summary (const VrComparison *comparison)
{
  const VrSummary *summary = vr_comparison_get_summary (comparison);
  VrHeadline figures = vr_report_get_headline (comparison);
  g_autofree char *headline = NULL;
  g_autoptr (GString) list = g_string_new (NULL);
  gulong n_added = summary->n_rows[VR_ROW_ADDED];

  headline = figures.n_changed > 0 ? dup_changed (&figures) : vr_headline_to_string (&figures);
  if (figures.n_changed == 0)
    {
      g_string_append (list, headline);
      take_furniture (list, summary);
      /* Translators: makes a sentence of a headline, as “2 paragraphs added”. */
      return g_strdup_printf (_ ("%s."), list->str);
    }
  for (guint kind = VR_ROW_SAME + 1; kind < VR_N_ROW_KINDS; kind++)
    if (summary->n_rows[kind] > 0 && kind != VR_ROW_ADDED)
      take_item (list, vr_report_dup_row_count ((VrRowKind)kind, summary->n_rows[kind]));
  /* They are none of the old article's paragraphs, which the others are counted in. */
  if (n_added > 0)
    take_item_behind (list, _ ("; "), vr_report_dup_row_count (VR_ROW_ADDED, n_added));
  take_furniture (list, summary);

  /* Translators: a headline, as “2 of 21 paragraphs changed”, and what it is made of. */
  return g_strdup_printf (_ ("%s: %s."), headline, list->str);
}

VrChangedWords
vr_report_get_changed_words (const VrComparison *comparison)
{
  const VrSummary *summary = vr_comparison_get_summary (comparison);

  return (VrChangedWords){ .removed = summary->words[VR_SIDE_OLD].changed,
                           .added = summary->words[VR_SIDE_NEW].changed,
                           .moved = summary->words[VR_SIDE_NEW].moved };
}

char *
vr_changed_words_to_string (const VrChangedWords *self)
{
  g_autoptr (GString) list = g_string_new (NULL);
  gulong n_removed = (gulong)self->removed;
  gulong n_added = (gulong)self->added;
  gulong n_moved = (gulong)self->moved;

  if (n_removed > 0)
    take_item (list, count ("%'lu word removed", "%'lu words removed", n_removed));
  if (n_added > 0)
    take_item (list, count ("%'lu word added", "%'lu words added", n_added));
  if (n_moved > 0)
    take_item (list, count ("%'lu word moved", "%'lu words moved", n_moved));
  return list->len > 0 ? g_strdup_printf ("%s.", list->str) : NULL;
}

char *
vr_report_dup_words_summary (const VrComparison *comparison)
{
  VrChangedWords words = vr_report_get_changed_words (comparison);

  return vr_changed_words_to_string (&words);
}

char *
vr_report_dup_critical_summary (const VrComparison *comparison)
{
  const VrSummary *summary = vr_comparison_get_summary (comparison);
  gulong n = (gulong)vr_summary_count_critical (summary);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint bit = 0; bit < G_N_ELEMENTS (summary->n_critical); bit++)
    if (summary->n_critical[bit] > 0)
      take_item (list, dup_critical_count (bit, (gulong)summary->n_critical[bit]));
  if (n == 0)
    return NULL;
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%'lu critical change: %s.", "%'lu critical changes: %s.", n),
      n, list->str);
}

char *
vr_report_dup_quiet_summary (const VrComparison *comparison)
{
  const VrSummary *summary = vr_comparison_get_summary (comparison);
  g_autoptr (GString) list = g_string_new (NULL);
  gulong n = 0;

  for (guint bit = 0; bit < G_N_ELEMENTS (summary->n_quiet); bit++)
    if (summary->n_quiet[bit] > 0)
      {
        n += (gulong)summary->n_quiet[bit];
        take_item (list, dup_quiet_count (bit, (gulong)summary->n_quiet[bit]));
      }
  if (n == 0)
    return NULL;
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%'lu quiet difference: %s.", "%'lu quiet differences: %s.", n),
      n, list->str);
}

char *
vr_report_dup_excerpt (VrSlice text, guint max_cells)
{
  const char *joint = g_strstr_len (text.text, (gssize)text.n_bytes, VR_PARAGRAPH_SEPARATOR);
  const char *end = joint != NULL ? joint : text.text + text.n_bytes;
  const char *cut = text.text, *space = NULL;
  guint n_cells = 0;

  while (cut < end)
    {
      guint cells;
      gsize n = vr_cells_next ((VrSlice){ cut, (gsize)(end - cut) }, &cells);

      if (n_cells + cells > max_cells)
        break;
      if (*cut == ' ' && n_cells > max_cells / 2)
        space = cut;
      n_cells += cells;
      cut += n;
    }
  if (cut == end && joint == NULL)
    return g_strndup (text.text, text.n_bytes);
  if (space != NULL && cut < end && *cut != ' ')
    cut = space;
  return g_strdup_printf ("%.*s…", (int)(cut - text.text), text.text);
}
