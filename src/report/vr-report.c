/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One walk over a comparison and the table of formats that take it. */
#include "vr-report.h"

#include "vr-report-critic.h"
#include "vr-report-csv.h"
#include "vr-report-diff.h"
#include "vr-report-html.h"
#include "vr-report-json.h"
#include "vr-report-markdown.h"
#include "vr-report-tei.h"
#include "vr-report-text.h"
#include "vr-report-words.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

/* Beside whether a place has a change: it is not to be counted. */
#define FOLDED 2

static const VrReportFormat formats[] = {
  { "text", "txt", "text/plain", N_ ("Plain Text"), VR_REPORT_FOR_TERMINAL | VR_REPORT_PLAIN,
    vr_report_text_write },
  { "json", "json", "application/json", N_ ("JSON"),
    VR_REPORT_FOR_TERMINAL | VR_REPORT_SEALED | VR_REPORT_WHOLE, vr_report_json_write },
  { "words", "words.txt", "text/plain", N_ ("A Sentence a Change"),
    VR_REPORT_FOR_TERMINAL | VR_REPORT_PLAIN, vr_report_words_write },
  { "pdf", "pdf", "application/pdf", N_ ("PDF"), VR_REPORT_SEALED, NULL },
  { "png", "png", "image/png", N_ ("PNG Picture"), VR_REPORT_ONE_ROW, NULL },
  { "svg", "svg", "image/svg+xml", N_ ("SVG Picture"), VR_REPORT_ONE_ROW, NULL },
  { "html", "html", "text/html", N_ ("Web Page"), VR_REPORT_SEALED, vr_report_html_write },
  { "markdown", "md", "text/markdown", N_ ("Markdown"), 0, vr_report_markdown_write },
  { "criticmarkup", "critic.md", "text/markdown", N_ ("CriticMarkup"), 0, vr_report_critic_write },
  { "csv", "csv", "text/csv", N_ ("CSV Table of Changes"), 0, vr_report_csv_write },
  { "tei", "xml", "application/tei+xml", N_ ("TEI XML"), VR_REPORT_SEALED, vr_report_tei_write },
  { "diff", "diff", "text/x-diff", N_ ("Unified Diff"), 0, vr_report_diff_write },
  { "docx", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    N_ ("Word Document with Tracked Changes"), VR_REPORT_SEALED, NULL },
  { "odt", "odt", "application/vnd.oasis.opendocument.text",
    N_ ("OpenDocument Text with Tracked Changes"), VR_REPORT_SEALED, NULL },
};

const VrReportFormat *
vr_report_peek_formats (guint *n_formats)
{
  *n_formats = G_N_ELEMENTS (formats);
  return formats;
}

const VrReportFormat *
vr_report_find_format (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].name, name))
      return &formats[i];
  return NULL;
}

/* Of two endings that fit, the longer one is meant. */
const VrReportFormat *
vr_report_find_format_of_file (const char *path)
{
  const VrReportFormat *found = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *ending = g_strconcat (".", formats[i].extension, NULL);
      g_autofree char *folded = g_ascii_strdown (path, -1);

      if (g_str_has_suffix (folded, ending)
          && (found == NULL || strlen (found->extension) < strlen (formats[i].extension)))
        found = &formats[i];
    }

  return found;
}

const char *
vr_report_layout_get_nick (guint layout)
{
  static const char *const nicks[] = {
    [VR_REPORT_SIDES] = "sides",
    [VR_REPORT_INLINE] = "inline",
  };

  return layout < G_N_ELEMENTS (nicks) ? nicks[layout] : NULL;
}

const char *
vr_report_furniture_get_nick (guint furniture)
{
  static const char *const nicks[] = {
    [VR_REPORT_FURNITURE_AUTO] = "auto",
    [VR_REPORT_FURNITURE_SHOWN] = "shown",
    [VR_REPORT_FURNITURE_FOLDED] = "folded",
  };

  return furniture < G_N_ELEMENTS (nicks) ? nicks[furniture] : NULL;
}

gboolean
vr_report_folds_furniture (const VrReportOptions *options, gboolean is_exact)
{
  return options->furniture == VR_REPORT_FURNITURE_FOLDED
         || (options->furniture == VR_REPORT_FURNITURE_AUTO && !is_exact);
}

/* Shows the places within the context of a change.  Furniture that is folded has no part in it, so
 * that the text around a change is shown whatever stands between. */
static void
show_context (VrReportWalk *self, const VrReportOptions *options, gboolean folds)
{
  guint8 *is_change = g_malloc0 (MAX (self->n_places, 1));
  guint64 reach = (guint64)options->context + 1, left = 0;
  gboolean all = options->context == VR_REPORT_ALL;

  for (guint i = 0; i < self->n_places; i++)
    {
      VrPlace place = vr_comparison_get_place (self->comparison, i);

      if (folds && vr_comparison_is_furniture (self->comparison, place.row))
        {
          is_change[i] = FOLDED;
          continue;
        }
      is_change[i] = all
                     || (options->critical ? vr_comparison_is_critical (self->comparison, place.row)
                                           : vr_comparison_is_change (self->comparison, place.row));
      left = is_change[i] ? reach : left;
      self->shown[i] = left > 0;
      left -= left > 0;
    }
  left = 0;
  for (guint i = self->n_places; i-- > 0;)
    {
      if (is_change[i] == FOLDED)
        continue;
      left = is_change[i] ? reach : left;
      self->shown[i] |= left > 0;
      left -= left > 0;
    }
  g_free (is_change);
}

static void
show_row (VrReportWalk *self, guint row)
{
  if (row != G_MAXUINT)
    self->shown[vr_comparison_get_row_place (self->comparison, row)] = 1;
}

static void
walk_init (VrReportWalk *self, const VrComparison *comparison, const VrReportOptions *options,
           gboolean is_exact)
{
  gboolean folds = vr_comparison_get_summary (comparison)->n_furniture_rows > 0
                   && vr_report_folds_furniture (options, is_exact);

  self->comparison = comparison;
  self->n_places = vr_comparison_get_n_places (comparison);
  self->shown = NULL;
  self->next = 0;
  if (options->context == VR_REPORT_ALL && options->row == NULL && !folds)
    return;
  self->shown = g_malloc0 (MAX (self->n_places, 1));
  if (options->row != NULL)
    show_row (self, vr_comparison_find_row_id (comparison, options->row));
  else
    show_context (self, options, folds);
}

void
vr_report_walk_init (VrReportWalk *self, const VrComparison *comparison,
                     const VrReportOptions *options)
{
  walk_init (self, comparison, options, FALSE);
}

void
vr_report_walk_init_exact (VrReportWalk *self, const VrComparison *comparison,
                           const VrReportOptions *options)
{
  walk_init (self, comparison, options, TRUE);
}

void
vr_report_walk_clear (VrReportWalk *self)
{
  g_clear_pointer (&self->shown, g_free);
}

gboolean
vr_report_walk_next (VrReportWalk *self, VrPlace *place, VrSkipped *skipped)
{
  *skipped = (VrSkipped){ 0 };
  for (; self->shown != NULL && self->next < self->n_places && !self->shown[self->next];
       self->next++)
    {
      VrPlace left_out = vr_comparison_get_place (self->comparison, self->next);

      if (!left_out.is_reference)
        vr_skipped_count (skipped, self->comparison, left_out.row);
    }
  if (self->next == self->n_places)
    return FALSE;
  *place = vr_comparison_get_place (self->comparison, self->next++);
  return TRUE;
}

static guint
find_change (const VrComparison *comparison, const VrReportOptions *options, guint64 number)
{
  g_auto (VrReportWalk) walk;
  VrReportOptions numbered = *options;
  VrPlace place;
  VrSkipped skipped;

  numbered.row = NULL;
  vr_report_walk_init (&walk, comparison, &numbered);
  while (vr_report_walk_next (&walk, &place, &skipped))
    if (!place.is_reference && vr_comparison_is_change (comparison, place.row) && --number == 0)
      return place.row;

  return G_MAXUINT;
}

char *
vr_report_dup_row_id (const VrComparison *comparison, const VrReportOptions *options,
                      const char *word)
{
  guint row = G_MAXUINT;
  guint64 number;

  if (g_ascii_string_to_unsigned (word, 10, 1, G_MAXUINT32, &number, NULL))
    row = find_change (comparison, options, number);
  if (row == G_MAXUINT)
    row = vr_comparison_find_row_id (comparison, word);

  return row != G_MAXUINT ? vr_comparison_dup_row_id (comparison, row) : NULL;
}

gboolean
vr_report_go_on (const VrReportOptions *options, VrOutput *output, guint done, guint total)
{
  if (g_cancellable_is_cancelled (options->cancellable))
    vr_output_fail (output, ECANCELED);
  vr_progress_tell (options->progress, done, total);

  return !vr_output_has_failed (output);
}

VrSlice
vr_report_peek_row_text (const VrComparison *comparison, guint row_index, VrSide side, char **owned)
{
  VrRow row = vr_comparison_get_row (comparison, row_index);
  guint n;
  const guint32 *paragraphs = vr_row_peek_paragraphs (&row, side, &n);
  VrSlice text = { "", 0 };

  *owned = NULL;
  if (n == 1)
    {
      VrArticle *article = vr_comparison_get_article (comparison, side);

      text = vr_article_get_paragraph_text (article, paragraphs[0]);
    }
  else if (n > 1)
    {
      *owned = vr_comparison_dup_row_text (comparison, row_index, side, &text.n_bytes);
      text.text = *owned;
    }
  return text;
}

void
vr_report_texts_init (VrReportTexts *self, const VrComparison *comparison, guint row)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    self->sides[side] = vr_report_peek_row_text (comparison, row, (VrSide)side, &self->owned[side]);
}

void
vr_report_texts_clear (VrReportTexts *self)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    g_clear_pointer (&self->owned[side], g_free);
}

void
vr_skipped_count (VrSkipped *self, const VrComparison *comparison, guint index)
{
  VrRow row;

  if (!vr_comparison_is_furniture (comparison, index))
    {
      self->n_same++;
      return;
    }
  row = vr_comparison_get_row (comparison, index);
  self->n_furniture += MAX (row.n_old, row.n_new);
}

static char *
dup_skipped_furniture (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "… %'u line of page furniture …",
                                       "… %'u lines of page furniture …", n),
                          n);
}

static char *
dup_skipped_same (gboolean critical, guint n)
{
  if (critical)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "… %'u paragraph without a critical change …",
                                         "… %'u paragraphs without a critical change …", n),
                            n);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "… %'u paragraph the same …", "… %'u paragraphs the same …", n),
      n);
}

char *
vr_report_dup_skipped (gboolean critical, VrSkipped skipped)
{
  guint n = skipped.n_same;
  g_autofree char *furniture = NULL;

  if (skipped.n_furniture == 0)
    return n > 0 ? dup_skipped_same (critical, n) : NULL;
  if (n == 0)
    return dup_skipped_furniture (skipped.n_furniture);
  furniture = vr_report_dup_furniture_count (skipped.n_furniture);
  if (critical)
    /* Translators: %s is "12 lines of page furniture". */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "… %'u paragraph without a critical change, %s …",
                                         "… %'u paragraphs without a critical change, %s …", n),
                            n, furniture);

  /* Translators: %s is "12 lines of page furniture". */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "… %'u paragraph the same, %s …",
                                       "… %'u paragraphs the same, %s …", n),
                          n, furniture);
}

char *
vr_report_dup_furniture_count (guint n)
{
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%'u line of page furniture", "%'u lines of page furniture", n),
      n);
}
