/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes JSON as a stream: nothing is kept but the output's buffer. */
#pragma once

#include "vr-output.h"

G_BEGIN_DECLS

/**
 * VrJsonWriter:
 *
 * Lives on the caller's stack.  Commas are its business; that names stand in objects only, and
 * that what is begun is ended, is the caller's.
 */
typedef struct
{
  VrOutput *output;
  gboolean needs_comma;
} VrJsonWriter;

/** VR_JSON_WRITER_INIT: a writer to @output, which stays the caller's. */
#define VR_JSON_WRITER_INIT(output)                                                                \
  {                                                                                                \
    output, FALSE                                                                                  \
  }

/* The name's length is known when compiling; it needs no escapes. */
#define vr_json_writer_name(self, name)                                                            \
  vr_json_writer_raw_name (self, "\"" name "\":", sizeof ("\"" name "\":") - 1)

/* A member: vr_json_writer_put (json, "index", uint, 3) is its name, then its value. */
#define vr_json_writer_put(self, name, type, ...)                                                  \
  (vr_json_writer_name (self, name), vr_json_writer_##type (self, ##__VA_ARGS__))

static inline void
vr_json_writer_comma (VrJsonWriter *self)
{
  if (self->needs_comma)
    vr_output_put_char (self->output, ',');
  self->needs_comma = TRUE;
}

static inline void
vr_json_writer_raw_name (VrJsonWriter *self, const char *quoted, gsize n_bytes)
{
  vr_json_writer_comma (self);
  memcpy (vr_output_reserve (self->output, n_bytes), quoted, n_bytes);
  vr_output_commit (self->output, n_bytes);
  self->needs_comma = FALSE;
}

/** vr_json_writer_begin: @bracket is '{' or '['. */
static inline void
vr_json_writer_begin (VrJsonWriter *self, char bracket)
{
  vr_json_writer_comma (self);
  vr_output_put_char (self->output, bracket);
  self->needs_comma = FALSE;
}

/** vr_json_writer_end: @bracket is '}' or ']'. */
static inline void
vr_json_writer_end (VrJsonWriter *self, char bracket)
{
  vr_output_put_char (self->output, bracket);
  self->needs_comma = TRUE;
}

/** vr_json_writer_break_line: a line end before the next item, for people and line tools. */
static inline void
vr_json_writer_break_line (VrJsonWriter *self)
{
  if (self->needs_comma)
    vr_output_put_char (self->output, ',');
  vr_output_put_char (self->output, '\n');
  self->needs_comma = FALSE;
}

/** vr_json_writer_dynamic_name: a member's name that is known at run time only. */
void vr_json_writer_dynamic_name (VrJsonWriter *self, const char *name);

/**
 * vr_json_writer_slice:
 * @text: valid UTF-8, which passes as it is but for quotes, backslashes and controls
 */
void vr_json_writer_slice (VrJsonWriter *self, const char *text, gsize n_bytes);

/** vr_json_writer_string: a terminated string, or null for %NULL. */
void vr_json_writer_string (VrJsonWriter *self, const char *text);

void vr_json_writer_uint (VrJsonWriter *self, guint64 value);
void vr_json_writer_int (VrJsonWriter *self, gint64 value);
void vr_json_writer_boolean (VrJsonWriter *self, gboolean value);
void vr_json_writer_null (VrJsonWriter *self);
void vr_json_writer_empty_list (VrJsonWriter *self);

/**
 * vr_json_writer_number:
 *
 * Rounded to five decimals, no trailing zeros, never an exponent: the same text for the same value
 * everywhere.  What is no number, or too large to be a score, is null.
 */
void vr_json_writer_number (VrJsonWriter *self, double value);

G_END_DECLS
