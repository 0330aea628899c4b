/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Working memory for what happens inside a row, and the row's two sides as runs of tokens. */
#include "vr-inline.h"

#include <string.h>

void
vr_inline_init (VrInline *self)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      self->texts[side] = g_string_new (NULL);
      self->ids[side] = g_array_new (FALSE, FALSE, sizeof (guint32));
      self->starts[side] = g_array_new (FALSE, FALSE, sizeof (guint32));
      self->ends[side] = g_array_new (FALSE, FALSE, sizeof (guint32));
      self->bounds[side] = g_array_new (FALSE, FALSE, sizeof (guint32));
      self->units[side] = g_array_new (FALSE, FALSE, sizeof (VrUnit));
      self->left[side] = g_array_new (FALSE, FALSE, sizeof (guint32));
    }
  self->cuts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->groups = g_array_new (FALSE, FALSE, sizeof (VrUnitGroup));
  self->table = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->hunks = g_array_new (FALSE, FALSE, sizeof (VrHunk));
  self->part = g_array_new (FALSE, FALSE, sizeof (VrHunk));
}

void
vr_inline_clear (VrInline *self)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      g_string_free (self->texts[side], TRUE);
      g_array_unref (self->ids[side]);
      g_array_unref (self->starts[side]);
      g_array_unref (self->ends[side]);
      g_array_unref (self->bounds[side]);
      g_array_unref (self->units[side]);
      g_array_unref (self->left[side]);
    }
  g_array_unref (self->cuts);
  g_array_unref (self->groups);
  g_array_unref (self->table);
  g_array_unref (self->hunks);
  g_array_unref (self->part);
}

/* One paragraph: everything is borrowed. */
static void
load_single (VrInline *self, const VrEngine *engine, guint side, guint32 paragraph)
{
  guint32 first = vr_engine_first_token (engine, side, paragraph);
  guint32 zero = 0;

  g_array_append_val (self->bounds[side], zero);
  self->runs[side] = (VrRun){
    .text = vr_engine_get_text (engine, side, paragraph),
    .ids = engine->ids[side] + first,
    .starts = engine->starts[side] + first,
    .n_tokens = vr_engine_end_token (engine, side, paragraph) - first,
    .tokens = engine->tokens[side],
    .paragraph = paragraph,
    .first_token = first,
  };
}

static void
append_token (VrInline *self, guint side, guint32 id, guint32 start, guint32 end)
{
  g_array_append_val (self->ids[side], id);
  g_array_append_val (self->starts[side], start);
  g_array_append_val (self->ends[side], end);
}

/* One with a dateline, or several paragraphs: joined by U+2029, which is a token of its own, so
 * that a split or a merge shows as an insertion or a deletion of it. */
static void
load_joined (VrInline *self, const VrEngine *engine, guint side, const guint32 *members,
             guint32 n_members)
{
  GString *text = self->texts[side];

  for (guint32 i = 0; i < n_members; i++)
    {
      VrSlice slice = vr_engine_get_text (engine, side, members[i]);
      guint32 lead = vr_engine_get_lead (engine, side, members[i]);
      VrSlice rest = { slice.text + lead, slice.n_bytes - lead };
      guint32 base;

      if (i > 0)
        {
          append_token (self, side, engine->separator, text->len,
                        text->len + strlen (VR_PARAGRAPH_SEPARATOR));
          g_string_append (text, VR_PARAGRAPH_SEPARATOR);
        }
      base = text->len;
      g_array_append_val (self->bounds[side], base);
      for (guint32 t = vr_engine_first_token (engine, side, members[i]);
           t < vr_engine_end_token (engine, side, members[i]); t++)
        append_token (self, side, engine->ids[side][t], base + lead + engine->starts[side][t],
                      base + lead + vr_tokens_get_end (engine->tokens[side], rest, members[i], t));
      g_string_append_len (text, slice.text, slice.n_bytes);
    }

  self->runs[side] = (VrRun){
    .text = { text->str, text->len },
    .ids = (const guint32 *)(gpointer)self->ids[side]->data,
    .starts = (const guint32 *)(gpointer)self->starts[side]->data,
    .ends = (const guint32 *)(gpointer)self->ends[side]->data,
    .n_tokens = self->ids[side]->len,
  };
}

void
vr_inline_load (VrInline *self, const VrEngine *engine, const guint32 *const members[VR_N_SIDES],
                const guint32 n_members[VR_N_SIDES])
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      g_string_truncate (self->texts[side], 0);
      g_array_set_size (self->ids[side], 0);
      g_array_set_size (self->starts[side], 0);
      g_array_set_size (self->ends[side], 0);
      g_array_set_size (self->bounds[side], 0);
      g_array_set_size (self->units[side], 0);
      if (n_members[side] == 1 && vr_engine_get_lead (engine, side, members[side][0]) == 0)
        load_single (self, engine, side, members[side][0]);
      else
        load_joined (self, engine, side, members[side], n_members[side]);
    }
  g_array_set_size (self->hunks, 0);
  g_array_set_size (self->groups, 0);
}
