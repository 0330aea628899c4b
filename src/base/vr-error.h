/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one error domain of the core. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VrError:
 * @VR_ERROR_ENCODING: the bytes are not text in an encoding we know, though there is text in them
 * @VR_ERROR_NOT_TEXT: the bytes are an image, a program or other data without text
 * @VR_ERROR_TOO_LARGE: the input is over a limit named in the message
 * @VR_ERROR_INVALID: a file of ours (overrides, JSON lines) does not say what it must
 * @VR_ERROR_NOT_FOUND: no such thing in the input
 * @VR_ERROR_GONE: a web page that is not, or no longer, there
 * @VR_ERROR_WITHHELD: a web page that is not given to everyone
 *
 * The only error domain of the core.  Files fail in %G_IO_ERROR, and a stopped job fails with
 * %G_IO_ERROR_CANCELLED.  Messages are one sentence, translated, and name the file where there
 * is one.
 */
typedef enum
{
  VR_ERROR_ENCODING,
  VR_ERROR_NOT_TEXT,
  VR_ERROR_TOO_LARGE,
  VR_ERROR_INVALID,
  VR_ERROR_NOT_FOUND,
  VR_ERROR_GONE,
  VR_ERROR_WITHHELD,
} VrError;

#define VR_ERROR (vr_error_quark ())

GQuark vr_error_quark (void);

/**
 * vr_error_set_unreadable:
 * @code: a GIOErrorEnum
 * @name: what people call the file
 * @reason: what the system says, for a cause that has no sentence of its own
 *
 * Fails in %G_IO_ERROR with one sentence: what is wrong with a file that was to be read, and what
 * to do.
 */
void vr_error_set_unreadable (GError **error, int code, const char *name, const char *reason);

/** vr_error_take_unreadable: the same for what GIO says, in @trouble (transfer full); a stopped job
 * stays one. */
void vr_error_take_unreadable (GError **error, GError *trouble, const char *name);

G_END_DECLS
