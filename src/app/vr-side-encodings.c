/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a side's encoding was decided, and others that it could be read in. */
#include "vr-side-lists.h"

#include "vr-role-words.h"
#include "vr-wrapped-label.h"

#include <glib/gi18n-lib.h>

/* What articles come in; any other can be given on the command line. */
static const struct
{
  const char *encoding;
  const char *script;
} encodings[] = {
  { "UTF-8", N_ ("Unicode") },
  { "UTF-16LE", N_ ("Unicode") },
  { "UTF-16BE", N_ ("Unicode") },
  { "windows-1252", N_ ("Western") },
  { "ISO-8859-15", N_ ("Western") },
  { "macintosh", N_ ("Western") },
  { "IBM850", N_ ("Western") },
  { "IBM437", N_ ("Western") },
  { "windows-1250", N_ ("Central European") },
  { "ISO-8859-2", N_ ("Central European") },
  { "IBM852", N_ ("Central European") },
  { "windows-1257", N_ ("Baltic") },
  { "windows-1251", N_ ("Cyrillic") },
  { "KOI8-R", N_ ("Cyrillic") },
  { "ISO-8859-5", N_ ("Cyrillic") },
  { "IBM866", N_ ("Cyrillic") },
  { "windows-1253", N_ ("Greek") },
  { "windows-1254", N_ ("Turkish") },
  { "windows-1255", N_ ("Hebrew") },
  { "windows-1256", N_ ("Arabic") },
  { "windows-1258", N_ ("Vietnamese") },
  { "Shift_JIS", N_ ("Japanese") },
  { "EUC-JP", N_ ("Japanese") },
  { "GB18030", N_ ("Chinese") },
  { "Big5", N_ ("Chinese") },
  { "EUC-KR", N_ ("Korean") },
};

static void
add_choice (GtkListBox *list, VrSide side, const char *encoding, const char *label,
            gboolean is_current)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = vr_wrapped_label_new (label, NULL);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);
  if (is_current)
    {
      GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("In Use"), -1);
      gtk_box_append (GTK_BOX (box), check);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(us)", (guint32)side, encoding);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.set-encoding");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_append (list, row);
}

static GtkWidget *
make_list (VrText *text, VrSide side)
{
  GtkWidget *list = gtk_list_box_new ();
  gboolean is_told = g_str_equal (vr_text_get_decided_by (text), "option");

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "side-choices");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Encodings"), -1);
  add_choice (GTK_LIST_BOX (list), side, "", _ ("Detect Automatically"), !is_told);
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      /* Translators: a script, as in “Cyrillic”, and the name of an encoding of it. */
      g_autofree char *label =
          g_strdup_printf (_ ("%s (%s)"), _ (encodings[i].script), encodings[i].encoding);

      add_choice (
          GTK_LIST_BOX (list), side, encodings[i].encoding, label,
          is_told && g_ascii_strcasecmp (encodings[i].encoding, vr_text_get_encoding (text)) == 0);
    }

  return list;
}

GtkWidget *
vr_side_lists_new_encodings (VrComparison *comparison, VrSide side)
{
  VrText *text = vr_article_get_text (vr_comparison_get_article (comparison, side));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  guint n_replaced = vr_text_get_n_replaced (text);

  gtk_box_append (GTK_BOX (box), vr_wrapped_label_new (vr_text_get_encoding (text), "heading"));
  gtk_box_append (GTK_BOX (box),
                  vr_wrapped_label_new (vr_role_words_get_decided (vr_text_get_decided_by (text)),
                                        "dim-label"));
  if (n_replaced > 0)
    {
      g_autofree char *replaced =
          g_strdup_printf (ngettext ("%'u byte could not be read in it.",
                                     "%'u bytes could not be read in it.", n_replaced),
                           n_replaced);

      gtk_box_append (GTK_BOX (box), vr_wrapped_label_new (replaced, NULL));
    }
  gtk_box_append (GTK_BOX (box), make_list (text, side));

  return box;
}
