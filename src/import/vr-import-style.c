/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the styles of Word and LibreOffice say of a paragraph, by their names. */
#include "vr-import-style.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Styles may be based on each other in a circle. */
#define MAX_PARENTS 16

#define MAX_LEVEL 9

typedef struct
{
  char *name;
  char *parent;
  guint level;
  gboolean is_list;
} Style;

struct _VrImportStyles
{
  GHashTable *by_id; /* of Style */
};

/* Names without spaces, in lower case; a '*' stands for the rest. */
static const struct
{
  const char *name;
  VrImportStyle style;
} known[] = {
  { "title", { VR_ROLE_SUBHEAD, N_ ("a style for titles"), 1 } },
  { "subtitle", { VR_ROLE_DEK, N_ ("a style for subtitles") } },
  { "quote", { VR_ROLE_QUOTE, N_ ("a style for quotations") } },
  { "quotations", { VR_ROLE_QUOTE, N_ ("a style for quotations") } },
  { "intensequote", { VR_ROLE_QUOTE, N_ ("a style for quotations") } },
  { "blocktext", { VR_ROLE_QUOTE, N_ ("a style for quotations") } },
  { "blockquotation", { VR_ROLE_QUOTE, N_ ("a style for quotations") } },
  { "caption", { VR_ROLE_CAPTION, N_ ("a style for captions") } },
  { "illustration", { VR_ROLE_CAPTION, N_ ("a style for captions") } },
  { "figure", { VR_ROLE_CAPTION, N_ ("a style for captions") } },
  { "drawing", { VR_ROLE_CAPTION, N_ ("a style for captions") } },
  { "table", { VR_ROLE_CAPTION, N_ ("a style for captions") } },
  { "listbullet*", { VR_ROLE_LIST, N_ ("a style for lists") } },
  { "listnumber*", { VR_ROLE_LIST, N_ ("a style for lists") } },
  { "toc*", { VR_ROLE_NAV, N_ ("a table of contents") } },
  { "contents*", { VR_ROLE_NAV, N_ ("a table of contents") } },
  { "header", { VR_ROLE_FOOTER, N_ ("a page’s header") } },
  { "footer", { VR_ROLE_FOOTER, N_ ("a page’s footer") } },
};

static char *
simplify (const char *name)
{
  GString *simple = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p++)
    if (g_str_has_prefix (p, "_20_"))
      p += strlen ("_20_") - 1;
    else if (*p != ' ')
      g_string_append_c (simple, g_ascii_tolower (*p));
  return g_string_free (simple, FALSE);
}

static gboolean
is_named (const char *simple, const char *known_name)
{
  gsize n = strlen (known_name);

  return known_name[n - 1] == '*' ? strncmp (simple, known_name, n - 1) == 0
                                  : g_str_equal (simple, known_name);
}

static VrImportStyle
make_heading (guint level)
{
  return (VrImportStyle){ VR_ROLE_SUBHEAD, N_ ("a heading"), CLAMP (level, 1, MAX_LEVEL) };
}

gboolean
vr_import_style_from_name (const char *name, VrImportStyle *style)
{
  static const char heading[] = "heading";
  g_autofree char *simple = simplify (name);

  if (g_str_has_prefix (simple, heading))
    {
      int level = atoi (simple + strlen (heading));

      *style = make_heading (level > 0 ? (guint)level : 2);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (is_named (simple, known[i].name))
      {
        *style = known[i].style;
        return TRUE;
      }
  return FALSE;
}

static void
free_style (gpointer data)
{
  Style *style = data;

  g_free (style->name);
  g_free (style->parent);
  g_free (style);
}

VrImportStyles *
vr_import_styles_new (void)
{
  VrImportStyles *self = g_new0 (VrImportStyles, 1);

  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_style);
  return self;
}

void
vr_import_styles_free (VrImportStyles *self)
{
  g_hash_table_unref (self->by_id);
  g_free (self);
}

void
vr_import_styles_add (VrImportStyles *self, const char *id, const char *name, const char *parent,
                      guint level, gboolean is_list)
{
  Style *style = g_new0 (Style, 1);

  style->name = g_strdup (name);
  style->parent = g_strdup (parent);
  style->level = level;
  style->is_list = is_list;
  g_hash_table_insert (self->by_id, g_strdup (id), style);
}

VrImportStyle
vr_import_styles_find (const VrImportStyles *self, const char *id)
{
  VrImportStyle found;

  for (guint i = 0; i < MAX_PARENTS && id != NULL; i++)
    {
      const Style *style = g_hash_table_lookup (self->by_id, id);

      if (style != NULL && style->name != NULL && vr_import_style_from_name (style->name, &found))
        return found;
      if (vr_import_style_from_name (id, &found))
        return found;
      if (style == NULL)
        break;
      if (style->level > 0)
        return make_heading (style->level);
      if (style->is_list)
        return (VrImportStyle){ VR_ROLE_LIST, N_ ("a style for lists") };
      id = style->parent;
    }
  return VR_IMPORT_STYLE_BODY;
}
