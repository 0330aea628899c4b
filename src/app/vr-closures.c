/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pure formatting: values in, words out.  Nothing here knows a widget. */
#include "vr-closures.h"

#include "vr-direction.h"

#include <glib/gi18n-lib.h>

#define NO_BREAK_SPACE "\302\240"

/* A number and its words on one line, as “4 moved and edited”. */
static char *
dup_unbroken_count (VrRowKind kind, gulong n)
{
  g_autofree char *count = vr_report_dup_row_count (kind, n);
  g_auto (GStrv) words = g_strsplit (count, " ", -1);

  return g_strjoinv (NO_BREAK_SPACE, words);
}

char *
vr_closure_summary (const VrSummary *summary)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint kind = 0; kind < VR_N_ROW_KINDS; kind++)
    if (summary->n_rows[kind] > 0)
      g_ptr_array_add (parts, dup_unbroken_count ((VrRowKind)kind, summary->n_rows[kind]));
  g_ptr_array_add (parts, NULL);

  /* No line begins with a dot. */
  return g_strjoinv (NO_BREAK_SPACE "· ", (char **)parts->pdata);
}

char *
vr_closure_brief_headline (const VrHeadline *headline)
{
  guint n_changed = headline->n_changed;

  if (headline->n_rows == 0)
    /* Translators: short for “Both articles are empty”. */
    return g_strdup (_ ("Both empty"));
  if (n_changed > 0)
    /* Translators: short for “10 of 16 paragraphs changed”, for a very narrow window, where it
     * must not be longer than 16 letters. */
    return g_strdup_printf (ngettext ("%'u of %'u changed", "%'u of %'u changed", headline->n_old),
                            n_changed, headline->n_old);
  if (headline->n_added > 0)
    return vr_report_dup_row_count (VR_ROW_ADDED, headline->n_added);

  /* Translators: short for “No difference in 16 paragraphs”. */
  return g_strdup (_ ("No difference"));
}

char *
vr_closure_headline_figures (const VrHeadline *headline)
{
  if (headline->n_changed == 0)
    return vr_closure_brief_headline (headline);

  return g_strdup_printf ("%'u/%'u", headline->n_changed, headline->n_old);
}

char *
vr_closure_critical (guint n)
{
  /* Translators: changes that turn the meaning, as of a number. */
  return g_strdup_printf (ngettext ("%'u critical", "%'u critical", n), n);
}

char *
vr_closure_quiet (guint n)
{
  /* Translators: differences that compare equal, as of typography. */
  return g_strdup_printf (ngettext ("%'u quiet", "%'u quiet", n), n);
}

char *
vr_closure_position (guint current, guint n_changes)
{
  if (n_changes == 0)
    return g_strdup (_ ("No changes"));
  if (current == 0)
    return g_strdup_printf (ngettext ("%'u change", "%'u changes", n_changes), n_changes);

  /* Translators: the third of twelve changes is "3 of 12". */
  return g_strdup_printf (_ ("%'u of %'u"), current, n_changes);
}

char *
vr_closure_noted (guint n)
{
  /* Translators: how many notes the reader wrote on a comparison. */
  return g_strdup_printf (ngettext ("%'u note", "%'u notes", n), n);
}

char *
vr_closure_decided (guint n)
{
  /* Translators: how many pairs of paragraphs the reader decided on by hand. */
  return g_strdup_printf (ngettext ("%'u decided by you", "%'u decided by you", n), n);
}

char *
vr_closure_moved_sentence (guint number, gboolean is_gone)
{
  if (number > 0 && is_gone)
    return g_strdup_printf (_ ("This sentence moved to paragraph %'u"), number);
  if (number > 0)
    return g_strdup_printf (_ ("This sentence came from paragraph %'u"), number);

  return g_strdup (is_gone ? _ ("This sentence moved to another place in the paragraph")
                           : _ ("This sentence stood at another place in the paragraph"));
}

char *
vr_closure_furniture (guint n)
{
  /* Translators: what a web page has around its article: menus, promotions, footers. */
  return g_strdup_printf (ngettext ("%'u line of page furniture", "%'u lines of page furniture", n),
                          n);
}

static char *
dup_folded_rows (guint n, guint n_changed)
{
  if (n_changed == 0)
    return g_strdup_printf (ngettext ("%'u paragraph the same", "%'u paragraphs the same", n), n);
  if (n_changed == n)
    return g_strdup_printf (ngettext ("%'u other change", "%'u other changes", n), n);

  /* Translators: these paragraphs are left out; the second number is how many of them changed. */
  return g_strdup_printf (
      ngettext ("%'u paragraph, %'u of them changed", "%'u paragraphs, %'u of them changed", n), n,
      n_changed);
}

char *
vr_closure_fold (guint n, guint n_changed, guint n_furniture)
{
  g_autofree char *rows = n > 0 ? dup_folded_rows (n, n_changed) : NULL;
  g_autofree char *furniture = n_furniture > 0 ? vr_closure_furniture (n_furniture) : NULL;

  if (rows == NULL)
    return g_steal_pointer (&furniture);
  if (furniture == NULL)
    return g_steal_pointer (&rows);

  /* Translators: what a line stands for: "3 paragraphs the same, 9 lines of page furniture". */
  return g_strdup_printf (_ ("%s, %s"), rows, furniture);
}

char *
vr_closure_fold_label (const char *words, gboolean is_open)
{
  if (is_open)
    /* Translators: said by a screen reader of a line behind which paragraphs were left out and
     * are shown again: "12 paragraphs the same, shown". */
    return g_strdup_printf (_ ("%s, shown"), words);

  /* Translators: said by a screen reader of a line that stands for paragraphs left out: "12
   * paragraphs the same, hidden". */
  return g_strdup_printf (_ ("%s, hidden"), words);
}

char *
vr_closure_side (const char *file_name, const char *encoding, guint n_replaced)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (file_name != NULL)
    g_ptr_array_add (parts, g_strdup (file_name));
  g_ptr_array_add (parts, g_strdup (encoding));
  if (n_replaced > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%'u unreadable byte",
                                                       "%'u unreadable bytes", n_replaced),
                                             n_replaced));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **)parts->pdata);
}
