/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The notes of one version as the text that git shows. */
#include "vr-note-text.h"

#include "vr-sha256.h"

#define TIME_FORMAT "%Y-%m-%dT%H:%M:%S%:z"
#define PLACE "paragraph "
#define PLACE_END ": "
#define INDENT "  "
/* On one version: what another program has written there is read in a second at most. */
#define MAX_NOTES 10000

/* What is read so far of a note, or of a paragraph that git's user wrote. */
typedef struct
{
  GPtrArray *notes;
  VrNote *own;    /* NULL while there is none, or in text of others */
  GString *text;  /* of either */
  guint n_breaks; /* empty lines that belong to it if it goes on */
} Reading;

void
vr_note_free (VrNote *self)
{
  g_free (self->id);
  g_free (self->author);
  g_clear_pointer (&self->time, g_date_time_unref);
  g_free (self->at);
  g_free (self->text);
  g_free (self);
}

static void
append_note (GString *text, const VrNote *note)
{
  g_auto (GStrv) lines = g_strsplit (note->text, "\n", -1);
  g_autofree char *time = note->time != NULL ? g_date_time_format (note->time, TIME_FORMAT) : NULL;

  if (time != NULL)
    g_string_append_printf (text, "%s %s\n", time, note->author);
  if (time != NULL && note->at != NULL)
    g_string_append_printf (text, PLACE "%u" PLACE_END "%s\n", note->paragraph, note->at);
  for (char **line = lines; *line != NULL; line++)
    g_string_append_printf (text, "%s%s\n", time != NULL && **line != '\0' ? INDENT : "", *line);
}

static void
set_id (VrNote *note)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_note (text, note);
  note->id = g_malloc (VR_SHA256_HEX_BYTES);
  vr_sha256_hex (text->str, text->len, note->id);
}

/* Seconds and minutes are all that is written of a moment. */
static GDateTime *
dup_plain_time (GDateTime *time)
{
  g_autofree char *text = g_date_time_format (time, TIME_FORMAT);

  return g_date_time_new_from_iso8601 (text, NULL);
}

VrNote *
vr_note_text_new (const VrNote *note)
{
  VrNote *self = g_new0 (VrNote, 1);

  self->author = g_strdup (note->author);
  self->time = dup_plain_time (note->time);
  self->paragraph = note->at != NULL ? note->paragraph : 0;
  self->at = g_strdup (note->at);
  self->text = g_strdup (note->text);
  set_id (self);

  return self;
}

VrNote *
vr_note_text_dup (const VrNote *note)
{
  VrNote *self = g_memdup2 (note, sizeof *note);

  self->id = g_strdup (note->id);
  self->author = g_strdup (note->author);
  self->time = note->time != NULL ? g_date_time_ref (note->time) : NULL;
  self->at = g_strdup (note->at);
  self->text = g_strdup (note->text);

  return self;
}

static int
compare_notes (const VrNote *a, const VrNote *b)
{
  int order = (a->time != NULL) - (b->time != NULL);

  if (order == 0 && a->time != NULL)
    order = g_date_time_compare (a->time, b->time);

  return order != 0 ? order
                    : strcmp (a->time != NULL ? a->id : a->text, b->time != NULL ? b->id : b->text);
}

int
vr_note_text_find (const GPtrArray *notes, const char *id)
{
  for (guint i = 0; i < notes->len; i++)
    if (g_str_equal (((const VrNote *)g_ptr_array_index (notes, i))->id, id))
      return (int)i;

  return -1;
}

void
vr_note_text_add (GPtrArray *notes, VrNote *note)
{
  guint i = notes->len;

  if (vr_note_text_find (notes, note->id) >= 0)
    {
      vr_note_free (note);
      return;
    }
  while (i > 0 && compare_notes (g_ptr_array_index (notes, i - 1), note) > 0)
    i--;
  g_ptr_array_insert (notes, (int)i, note);
}

/* The note that a line of time and author begins; NULL for any other line. */
static VrNote *
begin_note (const char *line)
{
  const char *space = strchr (line, ' ');
  g_autofree char *word = space != NULL ? g_strndup (line, (gsize)(space - line)) : NULL;
  GDateTime *time = word != NULL && space[1] != '\0' && g_ascii_isdigit (*word)
                        ? g_date_time_new_from_iso8601 (word, NULL)
                        : NULL;
  VrNote *note;

  if (time == NULL)
    return NULL;
  note = g_new0 (VrNote, 1);
  note->time = time;
  note->author = g_strdup (space + 1);

  return note;
}

static gboolean
read_place (VrNote *note, const char *line)
{
  char *end;
  guint64 number;

  if (!g_str_has_prefix (line, PLACE))
    return FALSE;
  number = g_ascii_strtoull (line + strlen (PLACE), &end, 10);
  if (number == 0 || number > G_MAXUINT || !g_str_has_prefix (end, PLACE_END))
    return FALSE;
  note->paragraph = (guint)number;
  note->at = g_strdup (end + strlen (PLACE_END));

  return TRUE;
}

static void
end_note (Reading *self)
{
  VrNote *note = g_steal_pointer (&self->own);

  if (note == NULL && self->text->len > 0)
    note = g_new0 (VrNote, 1);
  if (note != NULL)
    {
      note->text = g_strdup (self->text->str);
      set_id (note);
      vr_note_text_add (self->notes, note);
    }
  g_string_truncate (self->text, 0);
  self->n_breaks = 0;
}

static void
add_line (Reading *self, const char *line)
{
  if (self->text->len > 0)
    g_string_append_c (self->text, '\n');
  for (; self->n_breaks > 0; self->n_breaks--)
    g_string_append_c (self->text, '\n');
  g_string_append (self->text, line);
}

static void
read_line (Reading *self, const char *line)
{
  gboolean is_full = self->notes->len >= MAX_NOTES;
  VrNote *next = is_full ? NULL : begin_note (line);
  gboolean is_first = self->text->len == 0;

  if (next != NULL)
    {
      end_note (self);
      self->own = next;
    }
  else if (*line == '\0' && self->own == NULL && !is_full)
    end_note (self);
  else if (*line == '\0')
    self->n_breaks += !is_first;
  else if (self->own != NULL && g_str_has_prefix (line, INDENT))
    add_line (self, line + strlen (INDENT));
  else if (self->own == NULL || !is_first || self->own->at != NULL || !read_place (self->own, line))
    {
      if (self->own != NULL)
        end_note (self);
      add_line (self, line);
    }
}

void
vr_note_text_read (const char *text, gsize n_bytes, GPtrArray *notes)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize)n_bytes);
  g_auto (GStrv) lines = g_strsplit (valid, "\n", -1);
  g_autoptr (GString) gathered = g_string_new (NULL);
  Reading reading = { .notes = notes, .text = gathered };

  for (char **line = lines; *line != NULL; line++)
    read_line (&reading, *line);
  end_note (&reading);
}

char *
vr_note_text_write (const GPtrArray *notes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      append_note (text, g_ptr_array_index (notes, i));
    }

  return g_string_free (text, FALSE);
}
