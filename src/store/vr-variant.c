/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a variant of a story is called: by people any text, in git a safe ref name. */
#include "vr-variant.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HASH_DIGITS 8

/* Git's own, and those of a version's name: story/variant@3. */
#define REFUSED "~^:?*[]\\/@{}\"'`$&|;<>()!#%"

static gboolean
is_refused (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_iscntrl (c) || !g_unichar_isdefined (c)
         || g_unichar_type (c) == G_UNICODE_FORMAT || g_unichar_type (c) == G_UNICODE_PRIVATE_USE
         || (c < 0x80 && strchr (REFUSED, (int)c) != NULL);
}

/* Neither a dot nor a hyphen may begin a name, nor may a dot or ".lock" end it. */
static void
trim (GString *slug)
{
  gsize n_odd;

  for (;;)
    {
      n_odd = strspn (slug->str, ".-");
      g_string_erase (slug, 0, (gssize)n_odd);
      while (slug->len > 0 && strchr (".-", slug->str[slug->len - 1]) != NULL)
        g_string_truncate (slug, slug->len - 1);
      if (!g_str_has_suffix (slug->str, ".lock"))
        return;
      g_string_erase (slug, (gssize)(slug->len - strlen (".lock")), 1);
    }
}

/* A title cut at a character still differs from others that begin alike. */
static void
shorten (GString *slug)
{
  g_autofree char *hash = NULL;
  const char *end;

  if (slug->len <= VR_VARIANT_MAX_BYTES)
    return;
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, slug->str, (gssize)slug->len);
  end = g_utf8_find_prev_char (slug->str, slug->str + VR_VARIANT_MAX_BYTES - HASH_DIGITS);
  g_string_truncate (slug, (gsize)(end - slug->str));
  trim (slug);
  g_string_append_printf (slug, "-%.*s", HASH_DIGITS, hash);
}

char *
vr_variant_dup_slug (const char *title)
{
  g_autofree char *normal = g_utf8_normalize (title, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  GString *slug = g_string_new (NULL);

  for (const char *at = normal; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      char last = slug->len > 0 ? slug->str[slug->len - 1] : '\0';

      if (is_refused (c) || (c == '.' && last == '.'))
        c = '-';
      if (c != '-' || last != '-')
        g_string_append_unichar (slug, c);
    }
  trim (slug);
  shorten (slug);

  return g_string_free (slug, slug->len == 0);
}

char *
vr_variant_dup_story (const char *title, GError **error)
{
  char *slug = g_utf8_validate (title, -1, NULL) ? vr_variant_dup_slug (title) : NULL;

  if (slug == NULL)
    {
      g_autofree char *valid = g_utf8_make_valid (title, -1);

      g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
                   _ ("“%s” is no name for a story or a variant; use letters or digits."), valid);
    }

  return slug;
}

char *
vr_variant_dup_name (const char *story, const char *variant, GError **error)
{
  g_autofree char *story_slug = vr_variant_dup_story (story, error);
  g_autofree char *variant_slug = story_slug != NULL ? vr_variant_dup_story (variant, error) : NULL;

  return variant_slug != NULL ? g_strconcat (story_slug, "/", variant_slug, NULL) : NULL;
}

gboolean
vr_variant_is_name (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "/", 3);
  g_autofree char *again = NULL;

  if (g_strv_length (parts) != 2)
    return FALSE;
  again = vr_variant_dup_name (parts[0], parts[1], NULL);

  return g_strcmp0 (again, name) == 0;
}
