/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader noted on the rows of a comparison. */
#include "vr-notes.h"

struct _VrNotes
{
  GArray *notes; /* VrRowNote */
};

static void
clear_note (gpointer data)
{
  VrRowNote *note = data;

  g_free (note->row);
  g_free (note->text);
  g_free (note->about);
  g_free (note->time);
}

static VrNotes *
new_empty (void)
{
  VrNotes *self = g_atomic_rc_box_new0 (VrNotes);

  self->notes = g_array_new (FALSE, FALSE, sizeof (VrRowNote));
  g_array_set_clear_func (self->notes, clear_note);

  return self;
}

VrNotes *
vr_notes_ref (VrNotes *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
notes_clear (gpointer data)
{
  g_array_unref (((VrNotes *)data)->notes);
}

void
vr_notes_unref (VrNotes *self)
{
  g_atomic_rc_box_release_full (self, notes_clear);
}

static void
append_copy (VrNotes *self, const VrRowNote *note, gboolean is_mirrored)
{
  VrRowNote copy = { .row = g_strdup (note->row),
                     .is_mirrored = is_mirrored,
                     .text = g_strdup (note->text),
                     .about = g_strdup (note->about),
                     .time = g_strdup (note->time) };

  g_array_append_val (self->notes, copy);
}

VrNotes *
vr_notes_new (const VrRowNote *notes, guint n)
{
  VrNotes *self = new_empty ();

  for (guint i = 0; i < n; i++)
    append_copy (self, &notes[i], notes[i].is_mirrored);

  return self;
}

VrNotes *
vr_notes_put (VrNotes *self, guint index, const VrRowNote *note)
{
  g_autoptr (VrNotes) notes = new_empty ();
  guint n = vr_notes_get_n (self);

  for (guint i = 0; i < n; i++)
    {
      const VrRowNote *kept = i == index ? note : vr_notes_peek (self, i);

      if (kept != NULL)
        append_copy (notes, kept, kept->is_mirrored);
    }
  if (index >= n && note != NULL)
    append_copy (notes, note, note->is_mirrored);

  return notes->notes->len > 0 ? g_steal_pointer (&notes) : NULL;
}

VrNotes *
vr_notes_swap (VrNotes *self)
{
  VrNotes *notes = new_empty ();

  for (guint i = 0; i < self->notes->len; i++)
    {
      const VrRowNote *note = vr_notes_peek (self, i);

      append_copy (notes, note, !note->is_mirrored);
    }

  return notes;
}

guint
vr_notes_get_n (const VrNotes *self)
{
  return self != NULL ? self->notes->len : 0;
}

const VrRowNote *
vr_notes_peek (const VrNotes *self, guint index)
{
  g_return_val_if_fail (index < vr_notes_get_n (self), NULL);

  return &g_array_index (self->notes, VrRowNote, index);
}

static gboolean
is_same_note (const VrRowNote *a, const VrRowNote *b)
{
  return g_str_equal (a->row, b->row) && a->is_mirrored == b->is_mirrored
         && g_str_equal (a->text, b->text) && g_strcmp0 (a->about, b->about) == 0
         && g_strcmp0 (a->time, b->time) == 0;
}

gboolean
vr_notes_equal (const VrNotes *a, const VrNotes *b)
{
  guint n = vr_notes_get_n (a);

  if (n != vr_notes_get_n (b))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!is_same_note (vr_notes_peek (a, i), vr_notes_peek (b, i)))
      return FALSE;

  return TRUE;
}

/* Notes by the id of their row, one more than their number; @next tells the next one of the same.
 */
static GHashTable *
collect_ids (const VrNotes *self, gboolean is_mirrored, guint *next)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->notes->len; i++)
    {
      const VrRowNote *note = vr_notes_peek (self, i);

      if (note->is_mirrored != is_mirrored)
        continue;
      next[i] = GPOINTER_TO_UINT (g_hash_table_lookup (ids, note->row));
      g_hash_table_insert (ids, note->row, GUINT_TO_POINTER (i + 1));
    }

  return ids;
}

static void
find_rows (const VrNotes *self, const VrComparison *comparison, gboolean is_mirrored, guint32 *rows)
{
  g_autofree guint *next = g_new0 (guint, self->notes->len);
  g_autoptr (GHashTable) ids = collect_ids (self, is_mirrored, next);
  guint n_rows = g_hash_table_size (ids) > 0 ? vr_comparison_get_n_rows (comparison) : 0;

  for (guint32 row = 0; row < n_rows; row++)
    {
      g_autofree char *id = is_mirrored ? vr_comparison_dup_mirrored_row_id (comparison, row)
                                        : vr_comparison_dup_row_id (comparison, row);

      for (guint i = GPOINTER_TO_UINT (g_hash_table_lookup (ids, id)); i > 0; i = next[i - 1])
        rows[i - 1] = row;
    }
}

guint32 *
vr_notes_find_rows (const VrNotes *self, const VrComparison *comparison)
{
  guint n = vr_notes_get_n (self);
  guint32 *rows = n > 0 ? g_new (guint32, n) : NULL;

  for (guint i = 0; i < n; i++)
    rows[i] = VR_NOTE_NO_ROW;
  for (guint i = 0; i < 2 && n > 0; i++)
    find_rows (self, comparison, i == 1, rows);

  return rows;
}
