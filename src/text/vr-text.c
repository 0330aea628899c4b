/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file's bytes as UTF-8: decoded once, immutable, with where they came from. */
#include "vr-text.h"

#include "vr-decode.h"
#include "vr-error.h"
#include "vr-sha256.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What is read at a time where a file does not tell its size (a pipe). */
#define READ_BYTES (64 * 1024)

struct _VrText
{
  char *name;
  char *buffer; /* owns what @text points into */
  const char *text;
  gsize n_bytes;
  gsize n_source_bytes;
  const char *encoding;
  const char *decided_by;
  guint n_replaced;
  VrText *unrepaired; /* NULL where nothing was repaired */
  GArray *repairs;    /* of VrRepairedRun */
  GArray *kept;       /* the same: those that were taken back */
  GArray *strays;
  char sha256[VR_SHA256_HEX_BYTES];
};

/* Takes @buffer over, which has @n_bytes and a NUL byte behind them. */
static VrText *
new_from_buffer (char *buffer, gsize n_bytes, const char *encoding, const char *content_type,
                 const char *name, const char *shown_name, GError **error)
{
  g_autofree char *owned = buffer;
  VrDecoded decoded;
  VrText *self;

  if (!vr_decode ((const guint8 *)buffer, n_bytes, encoding, content_type, shown_name, &decoded,
                  error))
    return NULL;
  self = g_atomic_rc_box_new0 (VrText);
  vr_sha256_hex (buffer, n_bytes, self->sha256);
  self->name = g_strdup (name);
  self->buffer = decoded.text != NULL ? decoded.text : g_steal_pointer (&owned);
  self->text = self->buffer + decoded.from;
  self->n_bytes = decoded.n_bytes;
  self->n_source_bytes = n_bytes;
  self->encoding = decoded.encoding;
  self->decided_by = decoded.decided_by;
  self->n_replaced = decoded.n_replaced;
  self->strays = decoded.strays;
  return self;
}

static gboolean
fail_as_too_large (const char *shown_name, GError **error)
{
  g_set_error (error, VR_ERROR, VR_ERROR_TOO_LARGE,
               _ ("“%s” is over the limit of 1 GB; cut it into parts."), shown_name);
  return FALSE;
}

VrText *
vr_text_new_from_bytes (GBytes *bytes, const char *encoding, const char *name, GError **error)
{
  return vr_text_new_from_web (bytes, encoding, NULL, name, error);
}

VrText *
vr_text_new_from_web (GBytes *bytes, const char *encoding, const char *content_type,
                      const char *name, GError **error)
{
  gsize n_bytes;
  const char *data;
  char *buffer;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);
  data = g_bytes_get_data (bytes, &n_bytes);
  if (n_bytes > VR_TEXT_MAX_BYTES)
    return (void)fail_as_too_large (name, error), NULL;
  buffer = g_malloc (n_bytes + 1);
  if (n_bytes > 0)
    memcpy (buffer, data, n_bytes);
  buffer[n_bytes] = '\0';
  return new_from_buffer (buffer, n_bytes, encoding, content_type, name, name, error);
}

VrText *
vr_text_new_converted (GBytes *source, char *text, const char *encoding, const char *decided_by,
                       const char *name)
{
  VrText *self = g_atomic_rc_box_new0 (VrText);
  const void *data = g_bytes_get_data (source, &self->n_source_bytes);

  vr_sha256_hex (data, self->n_source_bytes, self->sha256);
  self->name = g_strdup (name);
  self->buffer = text;
  self->text = text;
  self->n_bytes = strlen (text);
  self->encoding = g_intern_string (encoding);
  self->decided_by = g_intern_string (decided_by);
  return self;
}

static gboolean
fail_by_errno (int code, const char *shown_name, GError **error)
{
  vr_error_set_unreadable (error, (int)g_io_error_from_errno (code), shown_name, g_strerror (code));

  return FALSE;
}

/* Reads all there is; one more byte than the size asked for tells the end without growing. */
static gboolean
read_all (int fd, const char *shown_name, char **buffer, gsize *n_bytes, GError **error)
{
  struct stat info;
  gsize n = 0, n_room;
  g_autofree char *read_so_far = NULL;

  if (fstat (fd, &info) != 0)
    return fail_by_errno (errno, shown_name, error);
  if (S_ISDIR (info.st_mode))
    return fail_by_errno (EISDIR, shown_name, error);
  if (S_ISREG (info.st_mode) && (guint64)info.st_size > VR_TEXT_MAX_BYTES)
    return fail_as_too_large (shown_name, error);
  n_room = (S_ISREG (info.st_mode) && info.st_size > 0 ? (gsize)info.st_size : READ_BYTES) + 1;
  read_so_far = g_malloc (n_room);
  for (;;)
    {
      gssize n_got = read (fd, read_so_far + n, n_room - n);

      if (n_got < 0 && errno == EINTR)
        continue;
      if (n_got < 0)
        return fail_by_errno (errno, shown_name, error);
      if (n_got == 0)
        break;
      n += n_got;
      if (n > VR_TEXT_MAX_BYTES)
        return fail_as_too_large (shown_name, error);
      if (n == n_room)
        read_so_far = g_realloc (read_so_far, n_room *= 2);
    }
  read_so_far[n] = '\0';
  *buffer = g_steal_pointer (&read_so_far);
  *n_bytes = n;
  return TRUE;
}

VrText *
vr_text_new_from_file (const char *path, const char *encoding, GError **error)
{
  return vr_text_new_from_named_file (path, path, encoding, error);
}

char *
vr_text_dup_shown_name (const char *path)
{
  return g_str_equal (path, "-") ? g_strdup (_ ("standard input")) : g_filename_display_name (path);
}

static gboolean
read_file (const char *path, const char *shown_name, char **buffer, gsize *n_bytes, GError **error)
{
  gboolean is_stdin = g_str_equal (path, "-"), done;
  int fd = is_stdin ? STDIN_FILENO : open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY);

  if (fd < 0)
    return fail_by_errno (errno, shown_name, error);
  done = read_all (fd, shown_name, buffer, n_bytes, error);
  if (!is_stdin)
    close (fd);
  return done;
}

GBytes *
vr_text_read_bytes (const char *path, GError **error)
{
  g_autofree char *shown_name = vr_text_dup_shown_name (path);
  char *buffer = NULL;
  gsize n_bytes = 0;

  if (!read_file (path, shown_name, &buffer, &n_bytes, error))
    return NULL;
  return g_bytes_new_take (buffer, n_bytes);
}

/* Where one byte more was read for, it stays where it is. */
VrText *
vr_text_new_taking (GBytes *bytes, const char *encoding, const char *name, const char *shown_name,
                    GError **error)
{
  gsize n_bytes;
  char *buffer = g_bytes_unref_to_data (bytes, &n_bytes);

  if (n_bytes > VR_TEXT_MAX_BYTES)
    {
      g_free (buffer);
      fail_as_too_large (shown_name, error);
      return NULL;
    }
  buffer = g_realloc (buffer, n_bytes + 1);
  buffer[n_bytes] = '\0';
  return new_from_buffer (buffer, n_bytes, encoding, NULL, name, shown_name, error);
}

VrText *
vr_text_new_from_named_file (const char *path, const char *name, const char *encoding,
                             GError **error)
{
  g_autofree char *shown_name = vr_text_dup_shown_name (path);
  GBytes *bytes = vr_text_read_bytes (path, error);

  return bytes != NULL ? vr_text_new_taking (bytes, encoding, name, shown_name, error) : NULL;
}

VrText *
vr_text_ref (VrText *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  VrText *self = data;

  g_free (self->name);
  g_free (self->buffer);
  g_clear_pointer (&self->unrepaired, vr_text_unref);
  g_clear_pointer (&self->repairs, g_array_unref);
  g_clear_pointer (&self->kept, g_array_unref);
  g_clear_pointer (&self->strays, g_array_unref);
}

void
vr_text_unref (VrText *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* Puts back the runs that are to stay as they are, @kept; @repairs becomes what is left, and @back
 * (element-type VrRepairedRun) those runs, as they stand now.
 * Returns: (transfer full): the text with them */
static GString *
take_back (const VrText *self, const guint32 *kept, guint n_kept, VrSlice text, GArray *repairs,
           GArray *back)
{
  GString *mended = g_string_sized_new (text.n_bytes);
  guint32 done = 0;
  guint n_left = 0, next = 0;

  for (guint i = 0; i < repairs->len; i++)
    {
      VrRepairedRun repair = g_array_index (repairs, VrRepairedRun, i);
      VrSlice shown = { text.text + repair.from, repair.to - repair.from };
      gboolean is_kept;

      g_string_append_len (mended, text.text + done, repair.from - done);
      done = repair.to;
      /* Both lists rise. */
      while (next < n_kept && kept[next] < repair.source_from)
        next++;
      is_kept = next < n_kept && kept[next] == repair.source_from;
      if (is_kept)
        shown = (VrSlice){ self->text + repair.source_from, repair.source_to - repair.source_from };
      repair.from = (guint32)mended->len;
      g_string_append_len (mended, shown.text, shown.n_bytes);
      repair.to = (guint32)mended->len;
      if (is_kept)
        g_array_append_val (back, repair);
      else
        g_array_index (repairs, VrRepairedRun, n_left++) = repair;
    }
  g_string_append_len (mended, text.text + done, text.n_bytes - done);
  g_array_set_size (repairs, n_left);

  return mended;
}

static VrText *
new_with_repairs (VrText *self, char *text, gsize n_bytes, GArray *repairs, GArray *kept)
{
  VrText *repaired = g_atomic_rc_box_dup (sizeof *self, self);

  repaired->name = g_strdup (self->name);
  repaired->buffer = text;
  repaired->text = text;
  repaired->n_bytes = n_bytes;
  repaired->strays = self->strays != NULL ? g_array_ref (self->strays) : NULL;
  repaired->unrepaired = vr_text_ref (self);
  repaired->repairs = repairs;
  repaired->kept = kept;
  return repaired;
}

VrText *
vr_text_new_repaired (VrText *self, const guint32 *kept, guint n_kept)
{
  GArray *repairs = NULL;
  GArray *back = NULL;
  gsize n_bytes = 0;
  char *text;

  g_return_val_if_fail (self->unrepaired == NULL, NULL);
  text = vr_mojibake_repair (self->text, self->n_bytes, &n_bytes, &repairs);
  if (text == NULL)
    return vr_text_ref (self);
  if (n_kept > 0)
    {
      g_autofree char *whole = text;
      GString *mended;

      back = g_array_new (FALSE, FALSE, sizeof (VrRepairedRun));
      mended = take_back (self, kept, n_kept, (VrSlice){ whole, n_bytes }, repairs, back);
      n_bytes = mended->len;
      text = g_string_free (mended, FALSE);
    }
  return new_with_repairs (self, text, n_bytes, repairs, back);
}

const VrRepairedRun *
vr_text_peek_repairs (const VrText *self, guint *n)
{
  *n = self->repairs != NULL ? self->repairs->len : 0;

  return *n > 0 ? (const VrRepairedRun *)(gpointer)self->repairs->data : NULL;
}

const VrRepairedRun *
vr_text_peek_kept (const VrText *self, guint *n)
{
  *n = self->kept != NULL ? self->kept->len : 0;

  return *n > 0 ? (const VrRepairedRun *)(gpointer)self->kept->data : NULL;
}

VrSlice
vr_text_peek_before (const VrText *self, const VrRepairedRun *repair)
{
  g_return_val_if_fail (self->unrepaired != NULL, ((VrSlice){ "", 0 }));

  return (VrSlice){ self->unrepaired->text + repair->source_from,
                    repair->source_to - repair->source_from };
}

VrSlice
vr_text_peek_after (const VrText *self, const VrRepairedRun *repair)
{
  return (VrSlice){ self->text + repair->from, repair->to - repair->from };
}

/* The first of @n runs, rising by the number at @field, that is not before @at. */
static guint
find_run (const VrRepairedRun *runs, guint n, gsize field, guint32 at)
{
  guint from = 0;

  while (from < n)
    {
      guint middle = from + (n - from) / 2;

      if (*(const guint32 *)G_STRUCT_MEMBER_P (&runs[middle], field) < at)
        from = middle + 1;
      else
        n = middle;
    }

  return from;
}

guint
vr_text_find_repair (const VrText *self, guint32 at)
{
  guint n;
  const VrRepairedRun *runs = vr_text_peek_repairs (self, &n);

  return find_run (runs, n, G_STRUCT_OFFSET (VrRepairedRun, from), at);
}

guint32
vr_text_map_repaired (const VrText *self, guint32 at)
{
  guint n, from;
  const VrRepairedRun *runs = vr_text_peek_repairs (self, &n);

  /* The first run that begins behind it. */
  from = find_run (runs, n, G_STRUCT_OFFSET (VrRepairedRun, source_from), at + 1);
  if (from == 0)
    return at;
  if (at < runs[from - 1].source_to)
    return runs[from - 1].from;

  return at - runs[from - 1].source_to + runs[from - 1].to;
}

const char *
vr_text_peek (const VrText *self, gsize *n_bytes)
{
  if (n_bytes != NULL)
    *n_bytes = self->n_bytes;
  return self->text;
}

const char *
vr_text_get_name (const VrText *self)
{
  return self->name;
}

const char *
vr_text_get_encoding (const VrText *self)
{
  return self->encoding;
}

const char *
vr_text_get_decided_by (const VrText *self)
{
  return self->decided_by;
}

const char *
vr_text_get_sha256 (const VrText *self)
{
  return self->sha256;
}

gsize
vr_text_get_source_bytes (const VrText *self)
{
  return self->n_source_bytes;
}

guint
vr_text_get_n_replaced (const VrText *self)
{
  return self->n_replaced;
}

const VrStrayByte *
vr_text_peek_strays (const VrText *self, guint *n_strays)
{
  *n_strays = self->strays != NULL ? self->strays->len : 0;
  return *n_strays > 0 ? (const VrStrayByte *)(const void *)self->strays->data : NULL;
}
