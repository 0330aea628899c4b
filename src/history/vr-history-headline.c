/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether an article got another headline. */
#include "vr-history-headline.h"

/* Where the line stands that the article takes its title from, or VR_NO_PARAGRAPH. */
static guint32
find_headline (VrArticle *article)
{
  const char *title = vr_article_get_title (article);
  VrSlice wanted = { title, strlen (title) };
  guint n = vr_article_get_n_paragraphs (article);

  for (guint i = 0; i < n; i++)
    if (vr_slice_is_equal (vr_article_get_paragraph_text (article, i), wanted))
      return i;

  return VR_NO_PARAGRAPH;
}

gboolean
vr_history_headline_is_changed (const VrComparison *comparison)
{
  guint32 headline = find_headline (vr_comparison_get_article (comparison, VR_SIDE_OLD));
  VrRow row;

  if (headline == VR_NO_PARAGRAPH)
    return FALSE;
  row = vr_comparison_get_row (comparison,
                               vr_comparison_find_row (comparison, VR_SIDE_OLD, headline));
  if (row.n_new == 0)
    return TRUE;
  for (guint32 i = 0; i < row.n_pieces; i++)
    if (row.pieces[i].op == VR_PIECE_DELETE || row.pieces[i].op == VR_PIECE_INSERT)
      return TRUE;

  return FALSE;
}
