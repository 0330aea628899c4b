/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an importer found as JSON, from one process to another. */
#include "vr-imported-json.h"

#include <string.h>

/* Reasons are phrases of ours, and stay in memory as long as the program runs. */
#define MAX_REASON_BYTES 200
#define MAX_REASONS 500

/* Reads what is written below, token by token in that order and no other: a page of a million
 * paragraphs takes no more memory than they do, and nothing can stand where it was not expected. */
typedef struct
{
  const char *at;
  const char *end;
  GString *text;       /* the string that was read last */
  GString *more;       /* one that is needed beside it */
  GHashTable *reasons; /* set of those that were read */
  VrImportedBuilder *builder;
} Reading;

void
vr_text_span_write_json (const VrTextSpan *span, VrJsonWriter *json)
{
  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "kind", string, vr_text_span_kind_get_nick (span->kind));
  vr_json_writer_put (json, "from", uint, span->span.from);
  vr_json_writer_put (json, "to", uint, span->span.to);
  if (span->target != NULL)
    vr_json_writer_put (json, "target", string, span->target);
  vr_json_writer_end (json, '}');
}

static void
write_spans (const VrImportedParagraph *paragraph, VrJsonWriter *json)
{
  vr_json_writer_name (json, "spans");
  vr_json_writer_begin (json, '[');
  for (guint i = 0; i < paragraph->n_spans; i++)
    vr_text_span_write_json (&paragraph->spans[i], json);
  vr_json_writer_end (json, ']');
}

void
vr_imported_paragraph_write_json (const VrImportedParagraph *paragraph, VrJsonWriter *json)
{
  vr_json_writer_put (json, "role", string, vr_role_get_nick (paragraph->role));
  vr_json_writer_put (json, "reason", string, paragraph->reason);
  vr_json_writer_put (json, "text", slice, paragraph->text, paragraph->n_bytes);
  write_spans (paragraph, json);
}

void
vr_imported_write_json (const VrImported *self, VrJsonWriter *json)
{
  vr_json_writer_begin (json, '{');
  for (guint fact = 0; fact < VR_N_FACTS; fact++)
    if (vr_imported_get_fact (self, fact) != NULL)
      {
        vr_json_writer_dynamic_name (json, vr_fact_get_nick (fact));
        vr_json_writer_string (json, vr_imported_get_fact (self, fact));
      }
  vr_json_writer_name (json, "paragraphs");
  vr_json_writer_begin (json, '[');
  for (guint i = 0; i < vr_imported_get_n_paragraphs (self); i++)
    {
      VrImportedParagraph paragraph = vr_imported_get_paragraph (self, i);

      vr_json_writer_begin (json, '{');
      vr_json_writer_put (json, "line", uint, paragraph.line);
      vr_imported_paragraph_write_json (&paragraph, json);
      vr_json_writer_end (json, '}');
    }
  vr_json_writer_end (json, ']');
  vr_json_writer_end (json, '}');
}

/* Steps over @token, if that comes next. */
static gboolean
take (Reading *self, const char *token)
{
  gsize n_bytes = strlen (token);

  if ((gsize)(self->end - self->at) < n_bytes || memcmp (self->at, token, n_bytes) != 0)
    return FALSE;
  self->at += n_bytes;
  return TRUE;
}

/* What stands behind a backslash; 0 for what may not. */
static gunichar
take_escape (Reading *self)
{
  static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  char c = self->at < self->end ? *self->at++ : '\0';
  const char *found = c != '\0' ? strchr (letters, c) : NULL;
  gunichar code = 0;

  if (found != NULL)
    return meanings[found - letters];
  if (c != 'u' || self->end - self->at < 4)
    return 0;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (*self->at++);

      if (digit < 0)
        return 0;
      code = code << 4 | (guint)digit;
    }
  return g_unichar_validate (code) ? code : 0;
}

static gboolean
take_string (Reading *self, GString *text)
{
  g_string_truncate (text, 0);
  if (!take (self, "\""))
    return FALSE;
  while (self->at < self->end && *self->at != '"')
    {
      const char *from = self->at;
      gunichar c;

      while (self->at < self->end && *self->at != '"' && *self->at != '\\'
             && (guchar)*self->at >= ' ')
        self->at++;
      g_string_append_len (text, from, self->at - from);
      if (self->at == self->end || *self->at == '"')
        continue;
      if (!take (self, "\\"))
        return FALSE;
      c = take_escape (self);
      if (c == 0)
        return FALSE;
      g_string_append_unichar (text, c);
    }
  return take (self, "\"");
}

static gboolean
take_uint (Reading *self, guint32 *value)
{
  const char *from = self->at;
  guint64 number = 0;

  while (self->at < self->end && g_ascii_isdigit (*self->at) && number <= G_MAXUINT32)
    number = number * 10 + (guint64)(*self->at++ - '0');
  *value = (guint32)number;
  return self->at > from && number <= G_MAXUINT32;
}

/* The quoted name of one of ours. */
static gboolean
take_nick (Reading *self, guint n, const char *(*get_nick) (guint), guint *value)
{
  if (!take_string (self, self->more))
    return FALSE;
  for (*value = 0; *value < n; (*value)++)
    if (g_str_equal (self->more->str, get_nick (*value)))
      return TRUE;
  return FALSE;
}

static const char *
get_kind_nick (guint kind)
{
  return vr_text_span_kind_get_nick (kind);
}

static const char *
get_role_nick (guint role)
{
  return vr_role_get_nick (role);
}

/* Whether a character of the text starts, or all of it ends, at @at. */
static gboolean
is_between_characters (const GString *text, guint32 at)
{
  return at <= text->len && (text->str[at] & 0xC0) != 0x80;
}

static gboolean
take_span (Reading *self, guint32 *last)
{
  const char *target = NULL;
  VrSpan span;
  guint kind;

  if (!take (self, "{\"kind\":") || !take_nick (self, VR_N_TEXT_SPAN_KINDS, get_kind_nick, &kind)
      || !take (self, ",\"from\":") || !take_uint (self, &span.from) || !take (self, ",\"to\":")
      || !take_uint (self, &span.to))
    return FALSE;
  if (take (self, ",\"target\":"))
    {
      if (!take_string (self, self->more) || self->more->len > VR_IMPORTED_MAX_FACT)
        return FALSE;
      target = self->more->str;
    }
  if (!take (self, "}") || span.from < *last || span.from >= span.to
      || !is_between_characters (self->text, span.from)
      || !is_between_characters (self->text, span.to))
    return FALSE;
  *last = span.from;
  vr_imported_builder_add_span (self->builder, kind, span, target);
  return TRUE;
}

static gboolean
take_spans (Reading *self)
{
  guint32 last = 0;

  if (!take (self, "["))
    return FALSE;
  if (take (self, "]"))
    return TRUE;
  do
    if (!take_span (self, &last))
      return FALSE;
  while (take (self, ","));
  return take (self, "]");
}

/* Puts the reason into @reason, which stays as long as the program. */
static gboolean
take_reason (Reading *self, const char **reason)
{
  *reason = NULL;
  if (take (self, "null"))
    return TRUE;
  if (!take_string (self, self->more) || self->more->len > MAX_REASON_BYTES)
    return FALSE;
  *reason = g_hash_table_lookup (self->reasons, self->more->str);
  if (*reason != NULL)
    return TRUE;
  *reason = g_intern_string (self->more->str);
  g_hash_table_add (self->reasons, (gpointer)*reason);
  return g_hash_table_size (self->reasons) <= MAX_REASONS;
}

static gboolean
take_paragraph (Reading *self)
{
  const char *reason;
  guint32 line;
  guint role;

  if (!take (self, "{\"line\":") || !take_uint (self, &line) || !take (self, ",\"role\":")
      || !take_nick (self, VR_N_ROLES, get_role_nick, &role) || !take (self, ",\"reason\":")
      || !take_reason (self, &reason) || !take (self, ",\"text\":")
      || !take_string (self, self->text) || !take (self, ",\"spans\":"))
    return FALSE;
  return vr_imported_builder_add (self->builder, role, reason, line, self->text->str,
                                  (gssize)self->text->len)
         && take_spans (self) && take (self, "}");
}

static gboolean
take_paragraphs (Reading *self)
{
  if (!take (self, "["))
    return FALSE;
  if (take (self, "]"))
    return TRUE;
  do
    if (!take_paragraph (self))
      return FALSE;
  while (take (self, ","));
  return take (self, "]");
}

/* The facts that are known, in their order. */
static gboolean
take_facts (Reading *self)
{
  for (guint fact = 0; fact < VR_N_FACTS; fact++)
    {
      g_autofree char *name = g_strdup_printf ("\"%s\":", vr_fact_get_nick (fact));

      if (!take (self, name))
        continue;
      if (!take_string (self, self->text) || self->text->len > VR_IMPORTED_MAX_FACT
          || !take (self, ","))
        return FALSE;
      vr_imported_builder_set_fact (self->builder, fact, self->text->str);
    }
  return TRUE;
}

VrImported *
vr_imported_new_from_json (const char *json, gsize n_bytes)
{
  g_autoptr (VrImportedBuilder) builder = vr_imported_builder_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) more = g_string_new (NULL);
  g_autoptr (GHashTable) reasons = g_hash_table_new (g_str_hash, g_str_equal);
  Reading reading = { json, json + n_bytes, text, more, reasons, builder };

  if (!g_utf8_validate_len (json, n_bytes, NULL) || !take (&reading, "{") || !take_facts (&reading)
      || !take (&reading, "\"paragraphs\":") || !take_paragraphs (&reading) || !take (&reading, "}")
      || reading.at < reading.end)
    return NULL;
  return vr_imported_builder_finish (g_steal_pointer (&builder));
}
