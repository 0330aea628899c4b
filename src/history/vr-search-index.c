/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index of an archive's paragraphs: its file, its tables, its statements. */
#include "vr-search-index.h"

#include "vr-pattern.h"
#include "vr-utf8.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define FORMAT 2
#define FILE_MODE 0600
/* Letters are looked up by three (FTS5's trigrams of texts as patterns see them), and not where in
 * a paragraph they stand: VrPattern tells that.  A page holds most paragraphs whole. */
static const char schema[] =
    "CREATE TABLE meta (format INTEGER NOT NULL, folding TEXT NOT NULL);"
    "CREATE TABLE variants (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,"
    " last TEXT NOT NULL, n_versions INTEGER NOT NULL,"
    " listed TEXT NOT NULL DEFAULT '', n_listed INTEGER NOT NULL DEFAULT 0);"
    "CREATE TABLE flags (variant INTEGER NOT NULL, number INTEGER NOT NULL, rules INTEGER NOT NULL,"
    " id TEXT NOT NULL, before TEXT NOT NULL, lines TEXT NOT NULL,"
    " PRIMARY KEY (variant, number, rules)) WITHOUT ROWID;"
    "CREATE TABLE texts (variant INTEGER NOT NULL, text TEXT NOT NULL, number INTEGER NOT NULL,"
    " id TEXT NOT NULL, PRIMARY KEY (variant, text)) WITHOUT ROWID;"
    "CREATE TABLE versions (variant INTEGER NOT NULL, number INTEGER NOT NULL, id TEXT NOT NULL,"
    " published INTEGER NOT NULL, zone INTEGER NOT NULL, PRIMARY KEY (variant, number))"
    " WITHOUT ROWID;"
    "CREATE TABLE paragraphs (id INTEGER PRIMARY KEY, hash INTEGER NOT NULL, text TEXT NOT NULL);"
    "CREATE INDEX hashes ON paragraphs (hash);"
    "CREATE TABLE stays (paragraph INTEGER NOT NULL, variant INTEGER NOT NULL,"
    " first INTEGER NOT NULL, last INTEGER, PRIMARY KEY (paragraph, variant, first))"
    " WITHOUT ROWID;"
    "CREATE VIRTUAL TABLE letters USING fts5 (text, content='', detail='none', columnsize=0,"
    " tokenize='trigram case_sensitive 1');";

static const char *const texts[VR_N_SEARCH_STATEMENTS] = {
  [VR_SEARCH_BEGIN] = "BEGIN IMMEDIATE",
  [VR_SEARCH_BEGIN_READING] = "BEGIN",
  [VR_SEARCH_COMMIT] = "COMMIT",
  [VR_SEARCH_LIST_VARIANTS] = "SELECT name, last, id, n_versions FROM variants",
  [VR_SEARCH_FIND_VARIANT] = "SELECT id, last, n_versions FROM variants WHERE name = ?",
  [VR_SEARCH_ADD_VARIANT] = "INSERT INTO variants (name, last, n_versions) VALUES (?, '', 0)",
  [VR_SEARCH_SET_LAST] = "UPDATE variants SET last = ?2, n_versions = ?3 WHERE id = ?1",
  [VR_SEARCH_FORGET_VARIANT] = "DELETE FROM variants WHERE id = ?",
  [VR_SEARCH_FORGET_VERSIONS] = "DELETE FROM versions WHERE variant = ?",
  [VR_SEARCH_FORGET_STAYS] = "DELETE FROM stays WHERE variant = ?",
  [VR_SEARCH_FORGET_FLAGS] = "DELETE FROM flags WHERE variant = ?",
  [VR_SEARCH_FORGET_TEXTS] = "DELETE FROM texts WHERE variant = ?",
  [VR_SEARCH_LIST_FLAGS] = "SELECT number, id, before, lines FROM flags"
                           " WHERE variant = ? AND rules = ?",
  [VR_SEARCH_PUT_FLAGS] = "REPLACE INTO flags VALUES (?, ?, ?, ?, ?, ?)",
  [VR_SEARCH_GET_LISTED] = "SELECT listed, n_listed FROM variants WHERE id = ?",
  [VR_SEARCH_SET_LISTED] = "UPDATE variants SET listed = ?2, n_listed = ?3 WHERE id = ?1",
  [VR_SEARCH_FIND_TEXT] = "SELECT id, number FROM texts WHERE variant = ? AND text = ?",
  [VR_SEARCH_PUT_TEXT] = "REPLACE INTO texts VALUES (?, ?, ?, ?)",
  [VR_SEARCH_ADD_VERSION] = "INSERT INTO versions VALUES (?, ?, ?, ?, ?)",
  [VR_SEARCH_GET_VERSION] =
      "SELECT id, published, zone FROM versions WHERE variant = ? AND number = ?",
  [VR_SEARCH_FIND_PARAGRAPH] = "SELECT id FROM paragraphs WHERE hash = ? AND text = ?",
  [VR_SEARCH_ADD_PARAGRAPH] = "INSERT INTO paragraphs (hash, text) VALUES (?, ?)",
  [VR_SEARCH_ADD_LETTERS] = "INSERT INTO letters (rowid, text) VALUES (?, ?)",
  [VR_SEARCH_ADD_STAY] = "INSERT INTO stays VALUES (?, ?, ?, NULL)",
  [VR_SEARCH_END_STAY] =
      "UPDATE stays SET last = ?3 WHERE paragraph = ?1 AND variant = ?2 AND last IS NULL",
  [VR_SEARCH_LIST_ORPHANS] = "SELECT id, text FROM paragraphs"
                             " WHERE id NOT IN (SELECT paragraph FROM stays)",
  [VR_SEARCH_FORGET_LETTERS] = "INSERT INTO letters (letters, rowid, text) VALUES ('delete', ?, ?)",
  [VR_SEARCH_FORGET_PARAGRAPH] = "DELETE FROM paragraphs WHERE id = ?",
  [VR_SEARCH_GET_LAST_PARAGRAPH] = "SELECT max (id) FROM paragraphs",
  [VR_SEARCH_GET_PARAGRAPH_FROM] = "SELECT text FROM paragraphs WHERE id >= ? ORDER BY id LIMIT 1",
  [VR_SEARCH_MATCH] = "SELECT rowid FROM letters WHERE letters MATCH ? ORDER BY rowid",
  [VR_SEARCH_LIST_TEXTS] = "SELECT id, text FROM paragraphs WHERE id >= ? ORDER BY id",
  [VR_SEARCH_LIST_STAYS] = "SELECT paragraph, variant, first, last FROM stays"
                           " WHERE paragraph >= ? ORDER BY paragraph",
};

static gboolean
check (VrSearchIndex *self, int code)
{
  gboolean is_done = code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE;

  if (!is_done && self->trouble == SQLITE_OK)
    self->trouble = code;

  return is_done;
}

static gboolean
run (VrSearchIndex *self, const char *text)
{
  return check (self, sqlite3_exec (self->db, text, NULL, NULL, NULL));
}

sqlite3_stmt *
vr_search_index_ask (VrSearchIndex *self, VrSearchStatement statement)
{
  sqlite3_stmt **prepared = &self->statements[statement];

  if (*prepared == NULL)
    check (self, sqlite3_prepare_v3 (self->db, texts[statement], -1, SQLITE_PREPARE_PERSISTENT,
                                     prepared, NULL));
  else
    sqlite3_reset (*prepared);

  return self->trouble == SQLITE_OK ? *prepared : NULL;
}

gboolean
vr_search_index_next (VrSearchIndex *self, sqlite3_stmt *statement)
{
  int code;

  if (statement == NULL || self->trouble != SQLITE_OK)
    return FALSE;
  code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    return TRUE;
  check (self, code);
  sqlite3_reset (statement);

  return FALSE;
}

gboolean
vr_search_index_do (VrSearchIndex *self, sqlite3_stmt *statement)
{
  while (vr_search_index_next (self, statement))
    ;

  return self->trouble == SQLITE_OK;
}

gboolean
vr_search_index_do_it (VrSearchIndex *self, VrSearchStatement statement)
{
  return vr_search_index_do (self, vr_search_index_ask (self, statement));
}

void
vr_search_index_give_up (VrSearchIndex *self)
{
  check (self, SQLITE_CORRUPT);
}

VrSlice
vr_search_index_peek_text (VrSearchIndex *self, sqlite3_stmt *statement, int column)
{
  VrSlice text = { "", (gsize)sqlite3_column_bytes (statement, column) };

  /* As a blob it is not copied, which a NUL at its end would need. */
  if (text.n_bytes > 0)
    text.text = sqlite3_column_blob (statement, column);
  if (text.text != NULL
      && vr_utf8_valid_prefix ((const guint8 *)text.text, text.n_bytes) == text.n_bytes)
    return text;
  vr_search_index_give_up (self);

  return (VrSlice){ "", 0 };
}

/* What is of another format, or folded otherwise, is of no use. */
static gboolean
is_ours (VrSearchIndex *self)
{
  sqlite3_stmt *statement = NULL;
  gboolean is;

  if (!check (self, sqlite3_prepare_v2 (self->db, "SELECT format, folding FROM meta", -1,
                                        &statement, NULL)))
    return FALSE;
  is = check (self, sqlite3_step (statement)) && sqlite3_column_int (statement, 0) == FORMAT
       && g_strcmp0 ((const char *)sqlite3_column_text (statement, 1), vr_pattern_get_folding ())
              == 0;
  sqlite3_finalize (statement);

  return is;
}

static gboolean
is_empty (VrSearchIndex *self, gboolean *is)
{
  sqlite3_stmt *statement = NULL;

  if (!check (self, sqlite3_prepare_v2 (self->db, "SELECT count(*) FROM sqlite_schema", -1,
                                        &statement, NULL)))
    return FALSE;
  *is = check (self, sqlite3_step (statement)) && sqlite3_column_int (statement, 0) == 0;
  sqlite3_finalize (statement);

  return self->trouble == SQLITE_OK;
}

static gboolean
make (VrSearchIndex *self)
{
  g_autofree char *meta =
      g_strdup_printf ("INSERT INTO meta VALUES (%d, '%s');", FORMAT, vr_pattern_get_folding ());

  return run (self, schema) && run (self, meta);
}

/* Under a lock, as somebody else may be making it too. */
static gboolean
make_where_empty (VrSearchIndex *self)
{
  gboolean is;

  if (!is_empty (self, &is) || !is)
    return self->trouble == SQLITE_OK;

  return vr_search_index_do_it (self, VR_SEARCH_BEGIN) && is_empty (self, &is)
         && (!is || make (self)) && vr_search_index_do_it (self, VR_SEARCH_COMMIT);
}

/* SQLite would make it for all to read. */
static void
touch (const char *path)
{
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, FILE_MODE);

  if (fd < 0)
    return;
  if (fchmod (fd, FILE_MODE) != 0)
    g_debug ("The index keeps its mode: %s", g_strerror (errno));
  close (fd);
}

VrSearchIndex *
vr_search_index_new (const char *path, int wait_ms)
{
  VrSearchIndex *self = g_new0 (VrSearchIndex, 1);

  if (path != NULL)
    touch (path);
  if (!check (self, sqlite3_open_v2 (
                        path != NULL ? path : ":memory:", &self->db,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL)))
    return self;
  sqlite3_busy_timeout (self->db, wait_ms);
  /* What is deleted shall be gone; a file from anywhere must not run anything. */
  if (run (self, "PRAGMA page_size = 8192; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF;"
                 "PRAGMA cell_size_check = ON; PRAGMA synchronous = NORMAL;"
                 "PRAGMA mmap_size = 1073741824; PRAGMA cache_size = -65536;")
      && make_where_empty (self) && !is_ours (self))
    vr_search_index_give_up (self);

  return self;
}

void
vr_search_index_free (VrSearchIndex *self)
{
  for (guint i = 0; i < VR_N_SEARCH_STATEMENTS; i++)
    sqlite3_finalize (self->statements[i]);
  sqlite3_close (self->db);
  g_free (self);
}

void
vr_search_index_remove (const char *path)
{
  static const char *const ends[] = { "", "-journal", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *name = g_strconcat (path, ends[i], NULL);

      g_unlink (name);
    }
}

gboolean
vr_search_index_is_out_of_reach (int trouble)
{
  switch (trouble & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_READONLY:
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_NOMEM:
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
vr_search_index_find_variant (VrSearchIndex *self, const char *name, gint64 *id, char *last,
                              guint *n_versions)
{
  sqlite3_stmt *find = vr_search_index_ask (self, VR_SEARCH_FIND_VARIANT);
  const char *text;

  if (find == NULL)
    return FALSE;
  sqlite3_bind_text (find, 1, name, -1, SQLITE_STATIC);
  if (!vr_search_index_next (self, find))
    return FALSE;
  *id = sqlite3_column_int64 (find, 0);
  text = (const char *)sqlite3_column_text (find, 1);
  g_strlcpy (last, text != NULL ? text : "", VR_VERSION_ID_BYTES);
  *n_versions = (guint)sqlite3_column_int64 (find, 2);
  sqlite3_reset (find);

  return TRUE;
}

gboolean
vr_search_index_add_variant (VrSearchIndex *self, const char *name, gint64 *id)
{
  sqlite3_stmt *add = vr_search_index_ask (self, VR_SEARCH_ADD_VARIANT);

  if (add == NULL)
    return FALSE;
  sqlite3_bind_text (add, 1, name, -1, SQLITE_STATIC);
  if (!vr_search_index_do (self, add))
    return FALSE;
  *id = sqlite3_last_insert_rowid (self->db);

  return TRUE;
}

gboolean
vr_search_index_end (VrSearchIndex *self, gboolean is_done)
{
  if (is_done)
    return vr_search_index_do_it (self, VR_SEARCH_COMMIT);
  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);

  return FALSE;
}
