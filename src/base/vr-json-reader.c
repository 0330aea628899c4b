/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One JSON value read by json-glib, behind the checks that json-glib leaves out. */
#include "vr-json-reader.h"

#include "vr-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Whether the `\u` escape whose four digits start at @digits stands for no character on its own:
 * U+0000, or a surrogate; @n_units tells how many escapes a valid pair takes. */
static gboolean
escape_is_orphan (const char *digits, const char *end, guint *n_units)
{
  guint unit = 0;

  *n_units = 1;
  for (guint i = 0; i < 4; i++)
    {
      if (digits + i >= end || !g_ascii_isxdigit (digits[i]))
        return FALSE;
      unit = unit * 16 + (guint)g_ascii_xdigit_value (digits[i]);
    }
  if (unit >= 0xd800 && unit <= 0xdbff && end - digits >= 10 && digits[4] == '\\'
      && digits[5] == 'u' && (digits[6] == 'd' || digits[6] == 'D')
      && strchr ("cdefCDEF", digits[7]) != NULL && digits[7] != '\0')
    {
      *n_units = 2;
      return FALSE;
    }
  return unit == 0 || (unit >= 0xd800 && unit <= 0xdfff);
}

/* Skips the string that opens at @position of @json, and mends the escapes no C string can carry.
 * Returns the position behind its closing quote, or the end. */
static gsize
mend_string (char *json, gsize position, gsize n_bytes)
{
  gsize i = position + 1;

  while (i < n_bytes && json[i] != '"')
    {
      guint n_units;

      if (json[i] != '\\')
        {
          i++;
          continue;
        }
      if (i + 1 < n_bytes && json[i + 1] == 'u')
        {
          if (escape_is_orphan (json + i + 2, json + n_bytes, &n_units))
            memcpy (json + i + 2, "fffd", 4);
          i += n_units == 2 ? 6 : 0;
        }
      i += 2;
    }
  return MIN (i + 1, n_bytes);
}

/* Mends the strings of @json in place; returns how deep its brackets nest. */
static guint
mend_and_measure (char *json, gsize n_bytes)
{
  guint depth = 0, deepest = 0;
  gsize i = 0;

  while (i < n_bytes)
    {
      if (json[i] == '"')
        {
          i = mend_string (json, i, n_bytes);
          continue;
        }
      if (json[i] == '[' || json[i] == '{')
        {
          depth++;
          deepest = MAX (deepest, depth);
        }
      else if ((json[i] == ']' || json[i] == '}') && depth > 0)
        depth--;
      i++;
    }
  return deepest;
}

JsonNode *
vr_json_read (const char *json, gsize n_bytes, const char *name, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autofree char *mended = NULL;
  JsonNode *root;

  if (!g_utf8_validate_len (json, n_bytes, NULL))
    {
      g_set_error (error, VR_ERROR, VR_ERROR_INVALID, _ ("“%s” is not UTF-8 text without NUL."),
                   name);
      return NULL;
    }
  mended = g_strndup (json, n_bytes);
  if (mend_and_measure (mended, n_bytes) > VR_JSON_MAX_DEPTH)
    {
      g_set_error (error, VR_ERROR, VR_ERROR_INVALID, _ ("“%s” is nested deeper than %d levels."),
                   name, VR_JSON_MAX_DEPTH);
      return NULL;
    }
  parser = json_parser_new ();
  if (!json_parser_load_from_data (parser, mended, (gssize)n_bytes, NULL))
    {
      g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
                   _ ("“%s” is not valid JSON: see line %u, character %u."), name,
                   json_parser_get_current_line (parser), json_parser_get_current_pos (parser));
      return NULL;
    }
  root = json_parser_steal_root (parser);
  if (root == NULL)
    g_set_error (error, VR_ERROR, VR_ERROR_INVALID, _ ("“%s” is empty; JSON was expected."), name);
  return root;
}
