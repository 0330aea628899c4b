/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What assistive technology hears of the caret and of steps: GTK 4.8 has no text of ours to read
 * the one from, and announces nothing by itself. */
#include "vr-compare-page-private.h"

#include "vr-report-words.h"

#include <glib/gi18n-lib.h>

/* Counting the words of more than this would be felt at each step. */
#define MAX_COUNTED_POSITIONS 64

static guint
count_positions (VrColumn *column, const VrTextRange *range)
{
  guint n = 0;

  for (guint i = range->from.position; i <= range->to.position; i++)
    if (vr_column_has_text (column, i) && !vr_column_continues (column, i))
      n++;

  return MAX (n, 1);
}

static char *
dup_selected (VrSelection *text)
{
  VrColumn *column = vr_selection_get_column (text);
  g_autofree char *words = NULL;
  VrTextRange range;
  guint n;

  if (vr_selection_is_empty (text) || !vr_selection_get_range (text, &range))
    return NULL;
  if (range.to.position - range.from.position > MAX_COUNTED_POSITIONS)
    {
      n = count_positions (column, &range);
      return g_strdup_printf (ngettext ("%'u paragraph selected", "%'u paragraphs selected", n), n);
    }
  words = vr_column_dup_words (column, range);
  n = vr_report_count_words ((VrSlice){ words, strlen (words) });
  if (n == 0)
    return g_strdup_printf (_ ("“%s” selected"), words);

  return g_strdup_printf (ngettext ("%'u word selected", "%'u words selected", n), n);
}

static char *
dup_description (VrComparePage *self, VrSpan span)
{
  VrTextPoint caret = vr_selection_get_caret (self->text);
  g_autofree char *selected = dup_selected (self->text);
  g_autofree char *heard = vr_column_dup_words (
      vr_selection_get_column (self->text),
      (VrTextRange){ { caret.position, span.from }, { caret.position, span.to } });

  if (selected == NULL)
    return g_steal_pointer (&heard);
  if (*heard == '\0')
    return g_steal_pointer (&selected);

  /* Translators: a word or a line of the article, then how much is selected. */
  return g_strdup_printf (_ ("%s, %s"), heard, selected);
}

void
vr_compare_page_forget_described (VrComparePage *self, guint position)
{
  GtkWidget *list_item;

  if (position == VR_PAIR_NONE || position != self->caret.described)
    return;
  list_item = vr_compare_page_find_list_item (self, position);
  if (list_item != NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (list_item), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  self->caret.described = VR_PAIR_NONE;
}

static void
describe (VrComparePage *self, guint position, const char *description)
{
  GtkWidget *list_item;

  if (self->caret.described != position)
    vr_compare_page_forget_described (self, self->caret.described);
  list_item = vr_compare_page_find_list_item (self, position);
  if (list_item == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (list_item), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
  self->caret.described = position;
}

void
vr_compare_page_describe_selected (VrComparePage *self)
{
  guint selected = vr_compare_page_get_selected (self);

  /* With a caret it is that which is followed. */
  if (vr_selection_get_column (self->text) != NULL)
    return;
  if (selected != VR_PAIR_NONE && vr_pair_plan_is_change (self->plan, selected))
    describe (self, selected, gtk_label_get_label (self->position_label));
  else
    vr_compare_page_forget_described (self, self->caret.described);
}

void
vr_compare_page_describe_caret (VrComparePage *self, VrSpan span)
{
  VrTextPoint caret = vr_selection_get_caret (self->text);
  g_autofree char *description = NULL;

  if (vr_selection_get_column (self->text) == NULL)
    {
      vr_compare_page_describe_selected (self);
      return;
    }
  self->caret.heard = span;
  description = dup_description (self, span);
  describe (self, caret.position, description);
}

void
vr_compare_page_describe_late (VrComparePage *self)
{
  if (self->caret.described == VR_PAIR_NONE)
    vr_compare_page_describe_caret (self, self->caret.heard);
}
