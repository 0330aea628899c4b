/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One JSON value read by json-glib, behind the checks that json-glib leaves out. */
#include "vr-json-reader.h"

#include "vr-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* json-glib's scanner takes what JSON does not have: octal numbers and escapes, comments, single
 * quotes.  This one looks at the tokens first; the grammar is left to json-glib. */
typedef struct
{
  char *json; /* changed in place where an escape is mended */
  const char *end;
  char *at;
  guint depth;
  guint deepest;
} Lexer;

/* Reads the four digits of a `\u` escape at @at. */
static gboolean
read_unit (const Lexer *self, const char *at, guint *unit)
{
  *unit = 0;
  for (guint i = 0; i < 4; i++)
    {
      if (at + i >= self->end || !g_ascii_isxdigit (at[i]))
        return FALSE;
      *unit = *unit * 16 + (guint)g_ascii_xdigit_value (at[i]);
    }
  return TRUE;
}

/* Steps over a `\u` escape; what is no character, or U+0000, becomes U+FFFD. */
static gboolean
mend_unit (Lexer *self)
{
  guint unit, low;

  if (!read_unit (self, self->at + 2, &unit))
    return FALSE;
  if ((unit & 0xfc00) == 0xd800 && self->end - self->at > 8 && self->at[6] == '\\'
      && self->at[7] == 'u' && read_unit (self, self->at + 8, &low) && (low & 0xfc00) == 0xdc00)
    self->at += 6;
  else if (unit == 0 || (unit & 0xf800) == 0xd800)
    memcpy (self->at + 2, "fffd", 4);
  self->at += 6;
  return TRUE;
}

/* Steps over a string. */
static gboolean
mend_string (Lexer *self)
{
  self->at++;
  while (self->at < self->end && *self->at != '"')
    {
      if (*self->at != '\\')
        self->at++;
      else if (self->at + 1 < self->end && self->at[1] == 'u')
        {
          if (!mend_unit (self))
            return FALSE;
        }
      else if (self->at + 1 < self->end && strchr ("\"\\/bfnrt", self->at[1]) != NULL)
        self->at += 2;
      else
        return FALSE;
    }
  self->at++;
  return self->at <= self->end;
}

static const char *
skip_digits (const char *at, const char *end)
{
  while (at < end && g_ascii_isdigit (*at))
    at++;
  return at;
}

gsize
vr_json_measure_number (const char *text, gsize n_bytes)
{
  const char *end = text + n_bytes;
  const char *at = text + (n_bytes > 0 && *text == '-');
  const char *digits = at;

  at = skip_digits (at, end);
  if (at == digits || (*digits == '0' && at > digits + 1))
    return 0;
  if (at < end && *at == '.')
    {
      digits = ++at;
      at = skip_digits (at, end);
      if (at == digits)
        return 0;
    }
  if (at < end && (*at == 'e' || *at == 'E'))
    {
      at++;
      at += at < end && (*at == '+' || *at == '-');
      digits = at;
      at = skip_digits (at, end);
      if (at == digits)
        return 0;
    }
  return (gsize)(at - text);
}

static gboolean
skip_number (Lexer *self)
{
  gsize n = vr_json_measure_number (self->at, (gsize)(self->end - self->at));

  self->at += n;
  return n > 0 && (self->at == self->end || strchr (",]} \t\r\n", *self->at) != NULL);
}

/* Steps over all tokens; FALSE at one that JSON does not have. */
static gboolean
mend_tokens (Lexer *self)
{
  while (self->at < self->end)
    {
      char c = *self->at;

      if (c == '"' || c == '-' || g_ascii_isdigit (c))
        {
          if (c == '"' ? !mend_string (self) : !skip_number (self))
            return FALSE;
          continue;
        }
      if (c == '[' || c == '{')
        {
          self->depth++;
          self->deepest = MAX (self->deepest, self->depth);
        }
      else if ((c == ']' || c == '}') && self->depth > 0)
        self->depth--;
      else if (strchr ("]}:, \t\r\ntruefalsn", c) == NULL)
        return FALSE;
      self->at++;
    }
  return TRUE;
}

static gboolean
fail_at (const Lexer *self, const char *name, GError **error)
{
  guint line = 1;

  for (const char *p = self->json; p < self->at && p < self->end; p++)
    line += *p == '\n';
  g_set_error (error, VR_ERROR, VR_ERROR_INVALID, _ ("“%s” is not valid JSON: see line %u."), name,
               line);
  return FALSE;
}

JsonNode *
vr_json_read (const char *json, gsize n_bytes, const char *name, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autofree char *mended = NULL;
  JsonNode *root;
  Lexer lexer;

  if (n_bytes > VR_JSON_MAX_BYTES)
    {
      g_set_error (error, VR_ERROR, VR_ERROR_TOO_LARGE,
                   _ ("“%s” is over the limit of 2 GB for JSON; cut it into parts."), name);
      return NULL;
    }
  if (!g_utf8_validate_len (json, n_bytes, NULL))
    {
      g_set_error (error, VR_ERROR, VR_ERROR_INVALID, _ ("“%s” is not UTF-8 text without NUL."),
                   name);
      return NULL;
    }
  mended = g_strndup (json, n_bytes);
  lexer = (Lexer){ .json = mended, .at = mended, .end = mended + n_bytes };
  if (!mend_tokens (&lexer))
    return (void)fail_at (&lexer, name, error), NULL;
  if (lexer.deepest > VR_JSON_MAX_DEPTH)
    {
      g_set_error (error, VR_ERROR, VR_ERROR_INVALID, _ ("“%s” is nested deeper than %d levels."),
                   name, VR_JSON_MAX_DEPTH);
      return NULL;
    }
  parser = json_parser_new ();
  if (!json_parser_load_from_data (parser, mended, (gssize)n_bytes, NULL))
    {
      g_set_error (error, VR_ERROR, VR_ERROR_INVALID, _ ("“%s” is not valid JSON."), name);
      return NULL;
    }
  root = json_parser_steal_root (parser);
  if (root == NULL)
    g_set_error (error, VR_ERROR, VR_ERROR_INVALID, _ ("“%s” is empty; JSON was expected."), name);
  return root;
}

const char *
vr_json_peek_string (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
                 && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}
