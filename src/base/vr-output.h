/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a report goes: a stream, a file replaced as a whole, or memory; through one buffer. */
#pragma once

#include "vr-sha256.h"

#include <gio/gio.h>
#include <string.h>

G_BEGIN_DECLS

/** VR_OUTPUT_BUFFER: bytes kept before they are written; a few pages of a pipe, and in L2. */
#define VR_OUTPUT_BUFFER ((gsize)1 << 17)

/** VR_OUTPUT_ROOM: what vr_output_reserve() can give at most. */
#define VR_OUTPUT_ROOM ((gsize)1 << 12)

/**
 * VrOutput:
 * @buffer, @n_used: what is not written yet; for the inline functions below only
 *
 * Failures are kept: after the first one nothing more is written, and vr_output_close() tells.
 */
typedef struct
{
  char *buffer;
  gsize n_used;
} VrOutput;

/** vr_output_new_for_fd: writes to @fd, which stays open; @name is for messages. */
VrOutput *vr_output_new_for_fd (int fd, const char *name) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_output_new_for_file:
 *
 * Writes to a new file beside @path, which takes its place in vr_output_close(): a reader of @path
 * finds the old contents or the whole of the new ones.  Permissions of an existing file are kept; a
 * symbolic link's target is replaced, not the link; a device or pipe is written to directly.
 *
 * Returns: (transfer full): the output, or %NULL (%G_IO_ERROR; the message names @path)
 */
VrOutput *vr_output_new_for_file (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** vr_output_make_durable: vr_output_close() returns only when the file, with its name, is on the
 * disk, and puts it in place only then. */
void vr_output_make_durable (VrOutput *self);

/** vr_output_new_in_memory: adds what is written to @string, which stays the caller's. */
VrOutput *vr_output_new_in_memory (GString *string) G_GNUC_WARN_UNUSED_RESULT;

/** vr_output_new_for_beginning: the same up to @most_bytes, then it fails, so that a report of any
 * length stops. */
VrOutput *vr_output_new_for_beginning (GString *string, gsize most_bytes) G_GNUC_WARN_UNUSED_RESULT;

/** vr_output_new_for_nothing: keeps nothing of what is written; for its sum. */
VrOutput *vr_output_new_for_nothing (void) G_GNUC_WARN_UNUSED_RESULT;

/** vr_output_free: without vr_output_close() before, a file is left as it was. */
void vr_output_free (VrOutput *self);

/** vr_output_begin_sum: all that is written from here on is added to a SHA-256. */
void vr_output_begin_sum (VrOutput *self);

/** vr_output_begin_quick_sum: the same with XXH3-128, of which nothing is felt. */
void vr_output_begin_quick_sum (VrOutput *self);

/** vr_output_has_quick_sum: which of the two was begun. */
gboolean vr_output_has_quick_sum (const VrOutput *self);

/** vr_output_end_sum: the sum since it was begun, as if @more had been written too. */
void vr_output_end_sum (VrOutput *self, const char *more, char hex[VR_SHA256_HEX_BYTES]);

/** vr_output_flush: writes what is kept; failures show in vr_output_close(). */
void vr_output_flush (VrOutput *self);

/** vr_output_has_failed: so that a long report can stop early. */
gboolean vr_output_has_failed (const VrOutput *self);

/** vr_output_fail: nothing more is written; vr_output_close() tells of @code, an errno. */
void vr_output_fail (VrOutput *self, int code);

/** vr_output_close: writes what is left and puts the file in place; %FALSE with the first error. */
gboolean vr_output_close (VrOutput *self, GError **error);

/** vr_output_reserve: room for @n_bytes (at most %VR_OUTPUT_ROOM), then vr_output_commit(). */
static inline char *
vr_output_reserve (VrOutput *self, gsize n_bytes)
{
  if (G_UNLIKELY (self->n_used + n_bytes > VR_OUTPUT_BUFFER))
    vr_output_flush (self);
  return self->buffer + self->n_used;
}

/** vr_output_commit: @n_bytes of the room reserved were filled. */
static inline void
vr_output_commit (VrOutput *self, gsize n_bytes)
{
  self->n_used += n_bytes;
}

/** vr_output_write: any bytes, of any number. */
void vr_output_write (VrOutput *self, const char *bytes, gsize n_bytes);

static inline void
vr_output_put_char (VrOutput *self, char c)
{
  *vr_output_reserve (self, 1) = c;
  self->n_used++;
}

/** vr_output_put: a terminated string. */
static inline void
vr_output_put (VrOutput *self, const char *text)
{
  gsize n_bytes = strlen (text);

  /* What is to be written is mostly known here, and short. */
  if (G_LIKELY (self->n_used + n_bytes <= VR_OUTPUT_BUFFER))
    {
      memcpy (self->buffer + self->n_used, text, n_bytes);
      self->n_used += n_bytes;
    }
  else
    vr_output_write (self, text, n_bytes);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrOutput, vr_output_free)

G_END_DECLS
