/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What paragraphs of OpenDocument have in common, wherever they stand. */
#include "vr-odt-text.h"

#include "vr-import-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Who writes more of them in one go means no good. */
#define MAX_SPACES 1000

void
vr_odt_text_collapse (const char *text, GString *into, VrOdtSpaces *spaces)
{
  for (; *text != '\0'; text++)
    {
      gboolean is_space = *text == ' ' || *text == '\t' || *text == '\n' || *text == '\r';

      if (!is_space)
        g_string_append_c (into, *text);
      else if (!spaces->is_space && !spaces->is_first)
        g_string_append_c (into, ' ');
      spaces->is_space = is_space;
      spaces->is_first = spaces->is_first && is_space;
    }
}

void
vr_odt_text_put_white (xmlTextReader *reader, const char *name, GString *into, VrOdtSpaces *spaces)
{
  gsize n_before = into->len;

  if (g_str_equal (name, "s"))
    {
      g_autofree char *count = vr_import_xml_dup (reader, "c");
      guint64 n = count != NULL ? g_ascii_strtoull (count, NULL, 10) : 1;

      for (guint64 i = 0; i < MIN (n, MAX_SPACES); i++)
        g_string_append_c (into, ' ');
    }
  else if (g_str_equal (name, "tab"))
    {
      g_string_append_c (into, '\t');
    }
  else if (g_str_equal (name, "line-break"))
    {
      g_string_append_c (into, '\n');
    }
  if (into->len > n_before)
    *spaces = (VrOdtSpaces){ 0 };
}

gboolean
vr_odt_text_is_unseen (const char *space, const char *name)
{
  static const char *const names[] = { "annotation",
                                       "script",
                                       "ruby-text",
                                       "hidden-text",
                                       "event-listeners",
                                       "forms",
                                       "sequence-decls",
                                       "variable-decls",
                                       "user-field-decls",
                                       "index-title-template",
                                       "table-of-content-source",
                                       "math" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      return TRUE;
  /* A picture's; a text has fields of these names. */
  return strstr (space, "svg") != NULL;
}

VrImportStyle
vr_odt_text_style (const VrImportStyles *styles, xmlTextReader *reader, const char *name,
                   gboolean is_item)
{
  g_autofree char *id = vr_import_xml_dup (reader, "style-name");
  g_autofree char *level = vr_import_xml_dup (reader, "outline-level");
  VrImportStyle style = vr_import_styles_find (styles, id);

  if (g_str_equal (name, "h") && style.level == 0)
    return (VrImportStyle){ VR_ROLE_SUBHEAD, N_ ("a heading"),
                            level != NULL ? CLAMP (atoi (level), 1, 9) : 1 };
  if (style.level > 0 || style.role != VR_ROLE_BODY)
    return style;
  return is_item ? (VrImportStyle){ VR_ROLE_LIST, N_ ("an item of a list") } : style;
}
