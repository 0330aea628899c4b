/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a text stood before, which the index knows of long histories. */
#include "vr-known-texts.h"

#include "vr-known-index.h"

/* Fewer versions are gone through sooner than their texts are written. */
#define MIN_WRITTEN 256

typedef struct
{
  VrArchive *archive;
  const char *name;
  char *last;           /* version */
  char *text;           /* what git calls it */
  VrSearchIndex *index; /* (nullable) */
  gint64 variant;
  char listed[VR_VERSION_ID_BYTES]; /* the last version whose text the index knows, or "" */
  guint n_listed;
  GArray *texts; /* VrVersionText: those after it, or all */
} Looking;

static void
looking_clear (Looking *self)
{
  g_free (self->last);
  g_free (self->text);
  g_clear_pointer (&self->index, vr_search_index_free);
  g_clear_pointer (&self->texts, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Looking, looking_clear)

/* How far the index knows the variant's texts. */
static void
read_listed (Looking *self)
{
  char indexed[VR_VERSION_ID_BYTES];
  sqlite3_stmt *get;
  const char *listed;
  guint n_versions;

  self->index = vr_known_index_open (self->archive, FALSE);
  if (self->index == NULL
      || !vr_search_index_find_variant (self->index, self->name, &self->variant, indexed,
                                        &n_versions))
    return;
  get = vr_search_index_ask (self->index, VR_SEARCH_GET_LISTED);
  if (get == NULL)
    return;
  sqlite3_bind_int64 (get, 1, self->variant);
  if (!vr_search_index_next (self->index, get))
    return;
  listed = (const char *)sqlite3_column_text (get, 0);
  if (listed != NULL && strlen (listed) == VR_VERSION_ID_BYTES - 1
      && strspn (listed, "0123456789abcdef") == VR_VERSION_ID_BYTES - 1)
    g_strlcpy (self->listed, listed, sizeof self->listed);
  self->n_listed = (guint)sqlite3_column_int64 (get, 1);
  sqlite3_reset (get);
}

/* Those that the index does not know; all where another's history was joined since. */
static gboolean
list_texts (Looking *self, GError **error)
{
  gboolean is_rest;

  self->texts =
      vr_version_text_list (self->archive, self->last, *self->listed != '\0' ? self->listed : NULL,
                            &is_rest, NULL, error);
  if (self->texts != NULL && !is_rest)
    {
      *self->listed = '\0';
      self->n_listed = 0;
    }

  return self->texts != NULL;
}

static gboolean
find_listed (const Looking *self, char **id, guint *number)
{
  for (guint i = self->texts->len; i > 0; i--)
    {
      const VrVersionText *version = &g_array_index (self->texts, VrVersionText, i - 1);

      if (!g_str_equal (version->text, self->text))
        continue;
      *id = g_strdup (version->id);
      *number = self->n_listed + i;
      return TRUE;
    }

  return FALSE;
}

/* Returns whether the index knew; then @id is NULL where no version that it knows has the text. */
static gboolean
find_known (Looking *self, char **id, guint *number)
{
  sqlite3_stmt *find = vr_search_index_ask (self->index, VR_SEARCH_FIND_TEXT);

  if (find == NULL)
    return FALSE;
  sqlite3_bind_int64 (find, 1, self->variant);
  sqlite3_bind_text (find, 2, self->text, -1, SQLITE_STATIC);
  if (vr_search_index_next (self->index, find))
    {
      VrSlice found = vr_search_index_peek_text (self->index, find, 0);

      *id = g_strndup (found.text, found.n_bytes);
      *number = (guint)sqlite3_column_int64 (find, 1);
      sqlite3_reset (find);
    }

  return self->index->trouble == SQLITE_OK;
}

/* A flipped bit of the index must not be told in a message that stays. */
static gboolean
has_text (const Looking *self, const char *id, const char *text, gsize n_bytes)
{
  g_autoptr (GBytes) own = vr_version_read_text (self->archive, id, NULL);

  return own != NULL && g_bytes_get_size (own) == n_bytes
         && (n_bytes == 0 || memcmp (g_bytes_get_data (own, NULL), text, n_bytes) == 0);
}

static gboolean
write_texts (const Looking *self, VrSearchIndex *index, gint64 variant)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      const VrVersionText *version = &g_array_index (self->texts, VrVersionText, i);
      sqlite3_stmt *put = vr_search_index_ask (index, VR_SEARCH_PUT_TEXT);

      if (put == NULL)
        return FALSE;
      sqlite3_bind_int64 (put, 1, variant);
      sqlite3_bind_text (put, 2, version->text, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (put, 3, (gint64)self->n_listed + i + 1);
      sqlite3_bind_text (put, 4, version->id, -1, SQLITE_STATIC);
      if (!vr_search_index_do (index, put))
        return FALSE;
    }

  return TRUE;
}

static gboolean
forget_texts (VrSearchIndex *index, gint64 variant)
{
  sqlite3_stmt *forget = vr_search_index_ask (index, VR_SEARCH_FORGET_TEXTS);

  if (forget == NULL)
    return FALSE;
  sqlite3_bind_int64 (forget, 1, variant);

  return vr_search_index_do (index, forget);
}

static gboolean
set_listed (const Looking *self, VrSearchIndex *index, gint64 variant)
{
  sqlite3_stmt *set = vr_search_index_ask (index, VR_SEARCH_SET_LISTED);

  if (set == NULL)
    return FALSE;
  sqlite3_bind_int64 (set, 1, variant);
  sqlite3_bind_text (set, 2, self->last, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (set, 3, (gint64)self->n_listed + self->texts->len);

  return vr_search_index_do (index, set);
}

/* Whatever keeps it from being written, the next one goes through the history again.  What another
 * program wrote meanwhile is the same, as far as both went. */
static void
remember (Looking *self)
{
  g_autoptr (VrSearchIndex) index = NULL;
  gint64 variant;

  if (self->texts->len < MIN_WRITTEN)
    return;
  g_clear_pointer (&self->index, vr_search_index_free);
  index = vr_known_index_open (self->archive, TRUE);
  if (index == NULL
      || !vr_known_index_begin (index, self->archive, self->name, self->last, &variant))
    return;
  vr_search_index_end (index, (self->n_listed > 0 || forget_texts (index, variant))
                                  && write_texts (self, index, variant)
                                  && set_listed (self, index, variant));
}

/* As if the index knew nothing. */
static gboolean
look_anew (Looking *self, char **id, guint *number, GError **error)
{
  *self->listed = '\0';
  self->n_listed = 0;
  g_clear_pointer (&self->texts, g_array_unref);
  if (!list_texts (self, error))
    return FALSE;
  find_listed (self, id, number);
  remember (self);

  return TRUE;
}

gboolean
vr_known_texts_find (VrArchive *archive, const char *name, const char *text, gsize n_bytes,
                     char **id, guint *number, GError **error)
{
  g_auto (Looking) self = { .archive = archive, .name = name };
  g_autofree char *known = NULL;

  *id = NULL;
  *number = 0;
  if (!vr_version_text_find (archive, text, n_bytes, &self.text, error))
    return FALSE;
  /* Nearly every new text is new to the archive, and no history has it. */
  if (self.text == NULL)
    return TRUE;
  self.last = vr_version_find_last (archive, name, error);
  if (self.last == NULL)
    return FALSE;
  read_listed (&self);
  if (!list_texts (&self, error))
    return FALSE;
  if (!find_listed (&self, id, number) && self.n_listed > 0)
    {
      if (!find_known (&self, &known, number)
          || (known != NULL && !has_text (&self, known, text, n_bytes)))
        return look_anew (&self, id, number, error);
      *id = g_steal_pointer (&known);
    }
  remember (&self);

  return TRUE;
}
