/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a report goes: a stream, a file replaced as a whole, or memory; through one buffer. */
#include "vr-output.h"

#include "vr-xxh128.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define OWN_FILES "/proc/self/fd"

/* As mkstemp() draws names: six letters, and not for ever. */
#define NAME_N_DIGITS 6
#define NAME_MAX_DRAWS 100

typedef struct
{
  VrOutput public;
  int fd;
  gboolean owns_fd;
  char *name;
  char *target;         /* what close () puts the temporary file in place of */
  char *temporary;      /* NULL where nothing is to be put in place */
  gboolean is_durable;  /* what is put in place is on the disk before, and its name after */
  gboolean is_nameless; /* no file is called @temporary yet */
  GString *memory;
  gsize most_bytes;    /* of @memory */
  VrSha256 *sum;       /* (nullable): of what goes out */
  VrXxh128 *quick_sum; /* (nullable): or this one */
  int failed_errno;
} Output;

static VrOutput *
new_output (int fd, const char *name)
{
  Output *self = g_new0 (Output, 1);

  self->public.buffer = g_malloc (VR_OUTPUT_BUFFER);
  self->fd = fd;
  self->name = g_strdup (name);
  return &self->public;
}

VrOutput *
vr_output_new_for_fd (int fd, const char *name)
{
  g_return_val_if_fail (fd >= 0 && name != NULL, NULL);

  return new_output (fd, name);
}

VrOutput *
vr_output_new_in_memory (GString *string)
{
  VrOutput *self;

  g_return_val_if_fail (string != NULL, NULL);

  self = new_output (-1, "");
  ((Output *)self)->memory = string;
  ((Output *)self)->most_bytes = G_MAXSIZE;
  return self;
}

VrOutput *
vr_output_new_for_beginning (GString *string, gsize most_bytes)
{
  VrOutput *self = vr_output_new_in_memory (string);

  ((Output *)self)->most_bytes = most_bytes;
  return self;
}

VrOutput *
vr_output_new_for_nothing (void)
{
  return new_output (-1, "");
}

static gboolean
fail_with (const char *path, int code, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (code == EISDIR)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY,
                 _ ("“%s” is a folder; name a file to write to."), name);
  else if (code == ENOENT || code == ENOTDIR)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _ ("“%s” cannot be written: its folder does not exist."), name);
  else
    g_set_error (error, G_IO_ERROR, (int)g_io_error_from_errno (code),
                 _ ("“%s” cannot be written: %s."), name, g_strerror (code));
  return FALSE;
}

/* Opens a new file beside self->target.  Where the file system can, it has no name until it is
 * complete, so that not even a killed program leaves one behind. */
static gboolean
open_beside (Output *self, mode_t mode, gboolean exists, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->target);
  mode_t first_mode = exists ? 0600 : 0666;

  self->temporary = g_strdup_printf ("%s.XXXXXX", self->target);
  if (access (OWN_FILES, X_OK) == 0) /* where it gets its name from */
    self->fd = open (folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, first_mode);
  self->is_nameless = self->fd >= 0;
  if (!self->is_nameless)
    self->fd = g_mkstemp_full (self->temporary, O_WRONLY | O_CLOEXEC, (int)first_mode);
  if (self->fd < 0)
    {
      int code = errno;

      g_clear_pointer (&self->temporary, g_free);
      return fail_with (self->name, code, error);
    }
  /* A file system without permissions refuses this, and loses nothing by it. */
  if (exists)
    (void)!fchmod (self->fd, mode & 07777);
  return TRUE;
}

static gboolean
open_target (Output *self, GError **error)
{
  struct stat info;

  if (stat (self->name, &info) != 0)
    {
      if (errno != ENOENT)
        return fail_with (self->name, errno, error);
      self->target = g_strdup (self->name);
      return open_beside (self, 0, FALSE, error);
    }
  if (S_ISDIR (info.st_mode))
    return fail_with (self->name, EISDIR, error);
  if (!S_ISREG (info.st_mode))
    {
      self->fd = g_open (self->name, O_WRONLY | O_CLOEXEC, 0);
      return self->fd >= 0 || fail_with (self->name, errno, error);
    }
  if (access (self->name, W_OK) != 0)
    return fail_with (self->name, errno, error);
  self->target = realpath (self->name, NULL);
  if (self->target == NULL)
    return fail_with (self->name, errno, error);
  return open_beside (self, info.st_mode, TRUE, error);
}

VrOutput *
vr_output_new_for_file (const char *path, GError **error)
{
  g_autoptr (VrOutput) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = new_output (-1, path);
  if (!open_target ((Output *)self, error))
    return NULL;
  ((Output *)self)->owns_fd = TRUE;
  return g_steal_pointer (&self);
}

static void
drop_sums (Output *self)
{
  g_clear_pointer (&self->sum, vr_sha256_free);
  g_clear_pointer (&self->quick_sum, vr_xxh128_free);
}

void
vr_output_free (VrOutput *output)
{
  Output *self = (Output *)output;

  if (self == NULL)
    return;
  if (self->owns_fd)
    close (self->fd);
  if (self->temporary != NULL && !self->is_nameless)
    g_unlink (self->temporary);
  drop_sums (self);
  g_free (self->temporary);
  free (self->target);
  g_free (self->name);
  g_free (self->public.buffer);
  g_free (self);
}

static void
add_to_sum (Output *self, const char *bytes, gsize n_bytes)
{
  if (self->sum != NULL)
    vr_sha256_update (self->sum, bytes, n_bytes);
  if (self->quick_sum != NULL)
    vr_xxh128_update (self->quick_sum, bytes, n_bytes);
}

static void
write_out (Output *self, const char *bytes, gsize n_bytes)
{
  add_to_sum (self, bytes, n_bytes);
  if (self->memory != NULL)
    {
      gsize room = self->most_bytes - MIN (self->memory->len, self->most_bytes);

      g_string_append_len (self->memory, bytes, (gssize)MIN (n_bytes, room));
      if (n_bytes > room && self->failed_errno == 0)
        self->failed_errno = EFBIG;
      return;
    }
  if (self->fd < 0)
    return;
  while (n_bytes > 0 && self->failed_errno == 0)
    {
      gssize n = write (self->fd, bytes, n_bytes);

      if (n > 0)
        {
          bytes += n;
          n_bytes -= (gsize)n;
        }
      else if (n == 0)
        self->failed_errno = EIO;
      else if (errno != EINTR)
        self->failed_errno = errno;
    }
}

void
vr_output_begin_sum (VrOutput *output)
{
  Output *self = (Output *)output;

  vr_output_flush (output);
  drop_sums (self);
  self->sum = vr_sha256_new ();
}

void
vr_output_begin_quick_sum (VrOutput *output)
{
  Output *self = (Output *)output;

  vr_output_flush (output);
  drop_sums (self);
  self->quick_sum = vr_xxh128_new ();
}

gboolean
vr_output_has_quick_sum (const VrOutput *self)
{
  return ((const Output *)self)->quick_sum != NULL;
}

void
vr_output_end_sum (VrOutput *output, const char *more, char hex[VR_SHA256_HEX_BYTES])
{
  Output *self = (Output *)output;

  g_return_if_fail (self->sum != NULL || self->quick_sum != NULL);

  vr_output_flush (output);
  add_to_sum (self, more, strlen (more));
  if (self->sum != NULL)
    vr_sha256_finish (self->sum, hex);
  else
    vr_xxh128_finish (self->quick_sum, hex);
  drop_sums (self);
}

void
vr_output_flush (VrOutput *output)
{
  gsize n_bytes = output->n_used;

  output->n_used = 0;
  write_out ((Output *)output, output->buffer, n_bytes);
}

void
vr_output_write (VrOutput *output, const char *bytes, gsize n_bytes)
{
  if (G_UNLIKELY (output->n_used + n_bytes > VR_OUTPUT_BUFFER))
    vr_output_flush (output);
  if (G_UNLIKELY (n_bytes > VR_OUTPUT_BUFFER))
    {
      write_out ((Output *)output, bytes, n_bytes);
      return;
    }
  memcpy (output->buffer + output->n_used, bytes, n_bytes);
  output->n_used += n_bytes;
}

gboolean
vr_output_has_failed (const VrOutput *self)
{
  return ((const Output *)self)->failed_errno != 0;
}

void
vr_output_fail (VrOutput *self, int code)
{
  g_return_if_fail (code != 0);

  if (((Output *)self)->failed_errno == 0)
    ((Output *)self)->failed_errno = code;
}

/* Gives a nameless file a name that is free. */
static gboolean
link_as (Output *self, const char *name)
{
  g_autofree char *link = g_strdup_printf (OWN_FILES "/%d", self->fd);

  if (linkat (AT_FDCWD, link, AT_FDCWD, name, AT_SYMLINK_FOLLOW) != 0)
    return FALSE;
  self->is_nameless = FALSE;
  return TRUE;
}

/* Gives it the temporary name; one that is taken is drawn again. */
static void
give_name (Output *self)
{
  gsize n_bytes = strlen (self->temporary);

  for (guint i = 0; i < NAME_MAX_DRAWS; i++)
    {
      g_snprintf (self->temporary + n_bytes - NAME_N_DIGITS, NAME_N_DIGITS + 1, "%0*x",
                  NAME_N_DIGITS, g_random_int () & 0xffffff);
      if (link_as (self, self->temporary))
        return;
      if (errno != EEXIST)
        break;
    }
  self->failed_errno = errno;
}

/* A nameless file gets its name in one step where nothing stands in its place; else the temporary
 * one first, for no longer than until the next system call. */
static void
put_in_place (Output *self)
{
  if (self->is_nameless && link_as (self, self->target))
    {
      g_clear_pointer (&self->temporary, g_free);
      return;
    }
  if (self->is_nameless)
    give_name (self);
  if (self->failed_errno == 0 && g_rename (self->temporary, self->target) != 0)
    self->failed_errno = errno;
  if (self->failed_errno == 0)
    g_clear_pointer (&self->temporary, g_free);
}

void
vr_output_make_durable (VrOutput *output)
{
  ((Output *)output)->is_durable = TRUE;
}

/* A name is on the disk when its folder is. */
static void
sync_folder (Output *self)
{
  g_autofree char *folder = g_path_get_dirname (self->target);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0 || fsync (fd) != 0)
    self->failed_errno = errno;
  if (fd >= 0)
    close (fd);
}

/* Closes the file and puts it in place; some file systems tell of a full disk only now. */
static void
finish_file (Output *self)
{
  if (!self->owns_fd)
    return;
  if (self->is_durable && self->target != NULL && self->failed_errno == 0 && fsync (self->fd) != 0)
    self->failed_errno = errno;
  if (self->is_nameless && self->failed_errno == 0)
    put_in_place (self);
  self->owns_fd = FALSE;
  if (close (self->fd) != 0 && errno != EINTR && self->failed_errno == 0)
    self->failed_errno = errno;
  if (self->temporary != NULL && self->failed_errno == 0)
    put_in_place (self);
  if (self->is_durable && self->target != NULL && self->failed_errno == 0)
    sync_folder (self);
}

gboolean
vr_output_close (VrOutput *output, GError **error)
{
  Output *self = (Output *)output;

  g_return_val_if_fail (output != NULL, FALSE);

  vr_output_flush (output);
  finish_file (self);
  if (self->failed_errno == 0)
    return TRUE;
  return fail_with (self->name, self->failed_errno, error);
}
