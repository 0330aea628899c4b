/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The result of a comparison: an immutable value that everyone walks. */
#include "vr-comparison-private.h"

#include <string.h>

VrComparison *
vr_comparison_ref (VrComparison *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
vr_comparison_clear (gpointer data)
{
  VrComparison *self = data;

  for (guint side = 0; side < VR_N_SIDES; side++)
    g_clear_pointer (&self->articles[side], vr_article_unref);
  g_clear_pointer (&self->overrides, vr_overrides_unref);
  g_clear_pointer (&self->pieces, g_array_unref);
  g_clear_pointer (&self->sentences, g_array_unref);
  g_clear_pointer (&self->references, g_hash_table_unref);
  g_free (self->language);
  g_free (self->encoding);
  g_free (self->rows);
  g_free (self->members);
  g_free (self->terms);
  g_free (self->places);
  g_free (self->row_places);
  g_free (self->paired_before);
  g_free (self->ids);
  g_free (self->twins);
}

void
vr_comparison_unref (VrComparison *self)
{
  g_atomic_rc_box_release_full (self, vr_comparison_clear);
}

VrArticle *
vr_comparison_get_article (const VrComparison *self, VrSide side)
{
  g_return_val_if_fail (side < VR_N_SIDES, NULL);
  return self->articles[side];
}

const VrOptions *
vr_comparison_get_options (const VrComparison *self)
{
  return &self->options;
}

VrOverrides *
vr_comparison_get_overrides (const VrComparison *self)
{
  return self->overrides;
}

const VrSummary *
vr_comparison_get_summary (const VrComparison *self)
{
  return &self->summary;
}

gboolean
vr_comparison_is_same (const VrComparison *self)
{
  return self->summary.n_rows[VR_ROW_SAME] == self->n_rows;
}

guint
vr_comparison_get_n_rows (const VrComparison *self)
{
  return self->n_rows;
}

VrRow
vr_comparison_get_row (const VrComparison *self, guint index)
{
  g_return_val_if_fail (index < self->n_rows, (VrRow){ .kind = VR_ROW_SAME });
  return self->rows[index];
}

gboolean
vr_comparison_is_change (const VrComparison *self, guint index)
{
  g_return_val_if_fail (index < self->n_rows, FALSE);
  return self->rows[index].kind != VR_ROW_SAME;
}

guint
vr_comparison_get_n_places (const VrComparison *self)
{
  return self->n_places;
}

VrPlace
vr_comparison_get_place (const VrComparison *self, guint index)
{
  g_return_val_if_fail (index < self->n_places, ((VrPlace){ 0, FALSE }));
  return self->places[index];
}

guint
vr_comparison_get_row_place (const VrComparison *self, guint row)
{
  g_return_val_if_fail (row < self->n_rows, G_MAXUINT);
  return self->row_places[row];
}

guint
vr_comparison_get_row_reference (const VrComparison *self, guint row)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->references, GUINT_TO_POINTER (row))) - 1;
}

int
vr_comparison_get_moved_by (const VrComparison *self, guint row)
{
  guint from, to, n_steps;

  g_return_val_if_fail (row < self->n_rows, 0);
  if (!self->rows[row].moved)
    return 0;

  from = vr_comparison_get_row_reference (self, row);
  to = self->row_places[row];
  if (to > from)
    n_steps = self->paired_before[to] - self->paired_before[from];
  else
    n_steps = self->paired_before[from] - self->paired_before[to] - 1;

  /* It is one place away even where it only crossed added or removed paragraphs. */
  n_steps = MAX (n_steps, 1);
  return to > from ? (int)n_steps : -(int)n_steps;
}

char *
vr_comparison_dup_row_text (const VrComparison *self, guint row, VrSide side, gsize *n_bytes)
{
  const VrRow *this;
  const guint32 *members;
  guint32 n;
  GString *text;

  g_return_val_if_fail (row < self->n_rows && side < VR_N_SIDES, NULL);

  this = &self->rows[row];
  members = side == VR_SIDE_OLD ? this->old_paragraphs : this->new_paragraphs;
  n = side == VR_SIDE_OLD ? this->n_old : this->n_new;

  text = g_string_sized_new (
      n > 0 ? vr_article_get_paragraph_text (self->articles[side], members[0]).n_bytes + 1 : 1);
  for (guint32 i = 0; i < n; i++)
    {
      VrSlice paragraph = vr_article_get_paragraph_text (self->articles[side], members[i]);

      if (i > 0)
        g_string_append (text, "\u2029");
      g_string_append_len (text, paragraph.text, paragraph.n_bytes);
    }

  if (n_bytes != NULL)
    *n_bytes = text->len;
  return g_string_free (text, FALSE);
}

char *
vr_comparison_dup_row_id (const VrComparison *self, guint row)
{
  g_return_val_if_fail (row < self->n_rows, NULL);

  if (self->twins[row] == 0)
    return g_strdup_printf ("%016" G_GINT64_MODIFIER "x", self->ids[row]);
  return g_strdup_printf ("%016" G_GINT64_MODIFIER "x-%u", self->ids[row], self->twins[row] + 1);
}
