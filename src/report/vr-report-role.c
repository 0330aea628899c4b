/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the paragraphs of a row are to their articles, in words. */
#include "vr-report-role.h"

#include <glib/gi18n-lib.h>

static gboolean
find_paragraph (const VrComparison *comparison, guint row_index, VrSide side, guint *paragraph)
{
  VrRow row = vr_comparison_get_row (comparison, row_index);
  guint n;
  const guint32 *paragraphs = vr_row_peek_paragraphs (&row, side, &n);

  if (n > 0)
    *paragraph = paragraphs[0];

  return n > 0;
}

static VrSide
find_first (const VrComparison *comparison, guint row, guint *paragraph)
{
  if (find_paragraph (comparison, row, VR_SIDE_NEW, paragraph))
    return VR_SIDE_NEW;
  (void)find_paragraph (comparison, row, VR_SIDE_OLD, paragraph);

  return VR_SIDE_OLD;
}

VrRole
vr_report_get_row_role (const VrComparison *comparison, guint row)
{
  guint paragraph = 0;
  VrSide side = find_first (comparison, row, &paragraph);

  return vr_comparison_get_role (comparison, side, paragraph);
}

const char *
vr_report_get_side_role (const VrComparison *comparison, guint row, VrSide side)
{
  guint paragraph;

  if (!find_paragraph (comparison, row, side, &paragraph))
    return NULL;

  return vr_role_get_nick (vr_comparison_get_role (comparison, side, paragraph));
}

const char *
vr_report_get_role_words (VrRole role)
{
  static const char *const words[VR_N_ROLES] = {
    [VR_ROLE_BODY] = N_ ("text"),          [VR_ROLE_HEADLINE] = N_ ("headline"),
    [VR_ROLE_DEK] = N_ ("standfirst"),     [VR_ROLE_DATE] = N_ ("date"),
    [VR_ROLE_BYLINE] = N_ ("byline"),      [VR_ROLE_SUBHEAD] = N_ ("subhead"),
    [VR_ROLE_QUOTE] = N_ ("quotation"),    [VR_ROLE_LIST] = N_ ("list item"),
    [VR_ROLE_CAPTION] = N_ ("caption"),    [VR_ROLE_CORRECTION] = N_ ("correction"),
    [VR_ROLE_PROMO] = N_ ("promotion"),    [VR_ROLE_RELATED] = N_ ("related article"),
    [VR_ROLE_NAV] = N_ ("navigation"),     [VR_ROLE_BIO] = N_ ("about the author"),
    [VR_ROLE_FOOTER] = N_ ("page footer"),
  };

  g_return_val_if_fail (role < VR_N_ROLES, NULL);

  return _ (words[role]);
}

const char *
vr_report_peek_role_reason (const VrComparison *comparison, VrSide side, guint index)
{
  const VrArticle *article = vr_comparison_get_article (comparison, side);

  return vr_comparison_get_role (comparison, side, index) == vr_article_get_role (article, index)
             ? vr_article_get_role_reason (article, index)
             : NULL;
}

char *
vr_report_dup_role (const VrComparison *comparison, guint row, gboolean explain)
{
  guint paragraph = 0;
  VrSide side = find_first (comparison, row, &paragraph);
  VrRole role = vr_comparison_get_role (comparison, side, paragraph);
  const char *reason = NULL;

  if (role == VR_ROLE_BODY)
    return NULL;
  if (explain || vr_role_is_furniture (role))
    reason = vr_report_peek_role_reason (comparison, side, paragraph);
  if (reason == NULL)
    return g_strdup (vr_report_get_role_words (role));

  /* Translators: what a paragraph is, and what told so: "navigation: many short links and little
   * text". */
  return g_strdup_printf (_ ("%s: %s"), vr_report_get_role_words (role), _ (reason));
}

static char *
dup_repair (const VrText *text, const VrRepairedRun *run, guint line)
{
  VrSlice before = vr_text_peek_before (text, run);
  VrSlice after = vr_text_peek_after (text, run);
  g_autofree char *was = g_strndup (before.text, before.n_bytes);
  g_autofree char *is = g_strndup (after.text, after.n_bytes);

  if (line == 0)
    /* Translators: letters that had been read wrongly, what they are, and as which encoding they
     * had been read. */
    return g_strdup_printf (_ ("repaired: “%s” → “%s” (%s)"), was, is, run->codec);

  /* Translators: letters that had been read wrongly, what they are, as which encoding they had been
   * read, and the line that they stand in. */
  return g_strdup_printf (_ ("repaired: “%s” → “%s” (%s), line %'u"), was, is, run->codec, line);
}

static void
list_repairs (GPtrArray *list, const VrComparison *comparison, VrSide side)
{
  const VrArticle *article = vr_comparison_get_article (comparison, side);
  const VrText *text = vr_article_get_text (article);
  guint n = 0;
  VrLineCursor cursor = { 0 };
  const VrRepairedRun *runs = text != NULL ? vr_text_peek_repairs (text, &n) : NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *repair =
          dup_repair (text, &runs[i], vr_article_find_line (article, runs[i].from, &cursor));

      g_ptr_array_add (list, side == VR_SIDE_OLD ? g_strdup_printf (_ ("Old: %s"), repair)
                                                 : g_strdup_printf (_ ("New: %s"), repair));
    }
}

GPtrArray *
vr_report_list_repairs (const VrComparison *comparison)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  list_repairs (list, comparison, VR_SIDE_OLD);
  list_repairs (list, comparison, VR_SIDE_NEW);

  return list;
}
