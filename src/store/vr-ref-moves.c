/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Refs that get other names, all or none. */
#include "vr-ref-moves.h"

#include "vr-refs.h"

struct _VrRefMoves
{
  VrArchive *archive;
  GArray *moves; /* of Move */
};

typedef struct
{
  char *from;
  char *to;
  git_oid id;
} Move;

static void
clear_move (gpointer data)
{
  Move *move = data;

  g_free (move->from);
  g_free (move->to);
}

VrRefMoves *
vr_ref_moves_new (VrArchive *archive)
{
  VrRefMoves *self = g_new0 (VrRefMoves, 1);

  self->archive = archive;
  self->moves = g_array_new (FALSE, FALSE, sizeof (Move));
  g_array_set_clear_func (self->moves, clear_move);

  return self;
}

void
vr_ref_moves_free (VrRefMoves *self)
{
  g_array_unref (self->moves);
  g_free (self);
}

static const Move *
get_move (const VrRefMoves *self, guint i)
{
  return &g_array_index (self->moves, Move, i);
}

/* KIND/STORY/VARIANT and what is behind it, with the new name in between. */
static char *
dup_new_ref (const char *rest, const char *name, const char *to, const char *new_name)
{
  const char *behind = strchr (rest, '/') + 1;
  g_autofree char *kind = g_strndup (rest, (gsize)(behind - rest));

  return g_strconcat (to, kind, new_name, behind + strlen (name), NULL);
}

gboolean
vr_ref_moves_add (VrRefMoves *self, const char *from, const char *name, const char *to,
                  const char *new_name, GError **error)
{
  g_autoptr (GPtrArray) refs = g_ptr_array_new_with_free_func (g_free);

  if (!vr_refs_list_variant (self->archive, from, name, refs, error))
    return FALSE;
  for (guint i = 0; i < refs->len; i++)
    {
      const char *ref = g_ptr_array_index (refs, i);
      gboolean found;
      Move move;

      if (!vr_archive_find (self->archive, ref, &move.id, &found, error))
        return FALSE;
      if (!found)
        continue;
      move.from = g_strdup (ref);
      move.to = dup_new_ref (ref + strlen (from), name, to, new_name);
      g_array_append_val (self->moves, move);
    }

  return TRUE;
}

guint
vr_ref_moves_get_n (const VrRefMoves *self)
{
  return self->moves->len;
}

gboolean
vr_ref_moves_find_taken (const VrRefMoves *self, const char **taken, GError **error)
{
  *taken = NULL;
  for (guint i = 0; i < self->moves->len && *taken == NULL; i++)
    {
      const Move *move = get_move (self, i);
      gboolean found;
      git_oid there;

      if (!vr_archive_find (self->archive, move->to, &there, &found, error))
        return FALSE;
      /* The same is there from before a crash. */
      if (found && !git_oid_equal (&there, &move->id))
        *taken = move->to;
    }

  return TRUE;
}

gboolean
vr_ref_moves_copy (const VrRefMoves *self, GError **error)
{
  for (guint i = 0; i < self->moves->len; i++)
    {
      const Move *move = get_move (self, i);
      gboolean overtaken;

      /* Overtaken means that it is there already, from before a crash. */
      if (!vr_refs_move (self->archive, move->to, NULL, &move->id, &overtaken, error) && !overtaken)
        return FALSE;
    }

  return TRUE;
}

gboolean
vr_ref_moves_finish (const VrRefMoves *self, GError **error)
{
  for (guint i = 0; i < self->moves->len; i++)
    if (!vr_refs_remove (self->archive, get_move (self, i)->from, error))
      return FALSE;

  return TRUE;
}
