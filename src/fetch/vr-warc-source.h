/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes of a web archive, unpacked as they are asked for; for src/fetch only. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VrWarcSource:
 * @data, @n_bytes: the file; borrowed
 * @at: up to where it was unpacked
 * @member: where what is being unpacked begins
 * @unpacker: %NULL for a file that is not packed
 * @buffer: what was unpacked; its first @n_used bytes were passed
 * @n_passed: how much was passed of the whole, unpacked
 * @is_broken: whether something that was packed cannot be unpacked: what comes then is what stands
 *   behind it
 */
typedef struct
{
  const guint8 *data;
  gsize n_bytes;
  gsize at;
  gsize member;
  GZlibDecompressor *unpacker;
  GByteArray *buffer;
  gsize n_used;
  guint64 n_passed;
  gboolean is_broken;
} VrWarcSource;

void vr_warc_source_init (VrWarcSource *self, const guint8 *data, gsize n_bytes);
void vr_warc_source_clear (VrWarcSource *self);

/** vr_warc_source_peek: @n_bytes: (inout): how many are wanted at most, and how many there are.
 * Stops at what is broken.  Returns: them, borrowed until the next call */
const char *vr_warc_source_peek (VrWarcSource *self, gsize *n_bytes);

/** vr_warc_source_skip: passes @n_bytes.  Returns: %FALSE where there are fewer */
gboolean vr_warc_source_skip (VrWarcSource *self, guint64 n_bytes);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VrWarcSource, vr_warc_source_clear)

G_END_DECLS
