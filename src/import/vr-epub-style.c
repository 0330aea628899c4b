/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How large the letters of a book's classes are: some programs write their headings as paragraphs
 * that are told apart by style alone. */
#include "vr-epub-style.h"

#include <string.h>

/* What text has where nothing is said. */
#define TEXT_POINTS 12.0
#define TEXT_PIXELS 16.0

struct _VrEpubStyle
{
  GHashTable *sizes; /* of double, by class */
};

VrEpubStyle *
vr_epub_style_new (void)
{
  VrEpubStyle *self = g_new0 (VrEpubStyle, 1);

  self->sizes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
vr_epub_style_free (VrEpubStyle *self)
{
  g_hash_table_unref (self->sizes);
  g_free (self);
}

/* "15.0pt" as so many times the text's size; 0 where it is no size. */
static double
parse_size (const char *value)
{
  char *unit;
  double number = g_ascii_strtod (value, &unit);

  if (g_str_has_prefix (unit, "pt"))
    return number / TEXT_POINTS;
  if (g_str_has_prefix (unit, "px"))
    return number / TEXT_PIXELS;
  if (g_str_has_prefix (unit, "em") || g_str_has_prefix (unit, "rem"))
    return number;
  return *unit == '%' ? number / 100 : 0;
}

/* ".name", or "p.name"; NULL for what is less simple. */
static char *
dup_class (const char *selector)
{
  g_autofree char *plain = g_strstrip (g_strdup (selector));
  const char *dot = strchr (plain, '.');

  return dot != NULL && dot[1] != '\0' && strpbrk (dot + 1, " .:>+~,[#*") == NULL
                 && strpbrk (plain, " >+~,[#*") == NULL
             ? g_strdup (dot + 1)
             : NULL;
}

static void
take_rule (VrEpubStyle *self, const char *selector, const char *rule)
{
  static const char property[] = "font-size:";
  const char *found = strstr (rule, property);
  char *name = found != NULL ? dup_class (selector) : NULL;
  double *size;

  if (name == NULL)
    return;
  size = g_new (double, 1);
  *size = parse_size (found + strlen (property) + strspn (found + strlen (property), " \t"));
  g_hash_table_insert (self->sizes, name, size);
}

void
vr_epub_style_add (VrEpubStyle *self, GBytes *sheet)
{
  gsize n_bytes;
  const char *bytes = g_bytes_get_data (sheet, &n_bytes);
  g_autofree char *text = bytes != NULL ? g_strndup (bytes, n_bytes) : g_strdup ("");

  for (char *p = text, *open, *close;
       (open = strchr (p, '{')) != NULL && (close = strchr (open, '}')) != NULL; p = close + 1)
    {
      *open = *close = '\0';
      take_rule (self, p, open + 1);
    }
}

double
vr_epub_style_get_size (const VrEpubStyle *self, const char *classes)
{
  g_auto (GStrv) names = classes != NULL ? g_strsplit_set (classes, " \t\n", -1) : NULL;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      const double *size = g_hash_table_lookup (self->sizes, names[i]);

      if (size != NULL)
        return *size;
    }
  return 0;
}
