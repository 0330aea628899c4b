/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A topic of the help as widgets. */
#include "vr-help-blocks.h"

#include "vr-wrapped-label.h"

#include <glib/gi18n-lib.h>

/* A column for signs, words and keys, so that what they mean begins level; wider where keys are. */
#define MARK_WIDTH_PX 124

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = vr_wrapped_label_new (text, style);

  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);

  return label;
}

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", text,
                    "xalign", 0.0, "wrap", TRUE, "margin-top", 12, NULL);

  gtk_widget_add_css_class (label, "title-4");

  return label;
}

static GtkWidget *
make_mark (const VrHelpBlock *block)
{
  gboolean is_sign = block->kind == VR_HELP_SIGN;
  GtkWidget *mark = gtk_label_new (is_sign ? block->mark : _ (block->mark));

  gtk_widget_add_css_class (mark, is_sign ? "sign" : "word");
  gtk_widget_add_css_class (mark, block->style);

  return mark;
}

/* Keys as caps, the first ones where an action has several. */
static GtkWidget *
make_keys (const VrHelpBlock *block, GtkApplication *application)
{
  gboolean is_action = strchr (block->mark, '.') != NULL;
  g_auto (GStrv) keys =
      is_action ? gtk_application_get_accels_for_action (application, block->mark) : NULL;
  GtkWidget *caps;

  if (is_action && keys[0] == NULL)
    return NULL;
  caps = gtk_shortcut_label_new (is_action ? keys[0] : block->mark);
  gtk_widget_set_direction (caps, GTK_TEXT_DIR_LTR);

  return caps;
}

static GtkWidget *
make_row (GtkWidget *mark, const char *text, GtkSizeGroup *column)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *holder = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = make_label (text, NULL);

  gtk_widget_set_size_request (holder, MARK_WIDTH_PX, -1);
  gtk_size_group_add_widget (column, holder);
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (holder), mark);
  gtk_box_append (GTK_BOX (row), holder);
  gtk_box_append (GTK_BOX (row), label);

  return row;
}

static GtkWidget *
make_command (const VrHelpBlock *block)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = make_label (block->mark, "command");

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "monospace");
  gtk_widget_set_direction (label, GTK_TEXT_DIR_LTR);
  gtk_box_append (GTK_BOX (box), label);
  if (block->text != NULL)
    gtk_box_append (GTK_BOX (box), make_label (_ (block->text), NULL));

  return box;
}

static GtkWidget *
make_block (const VrHelpBlock *block, GtkApplication *application, GtkSizeGroup *column)
{
  GtkWidget *keys;

  switch (block->kind)
    {
    case VR_HELP_PROSE:
      return make_label (_ (block->text), "prose");
    case VR_HELP_HEADING:
      return make_heading (_ (block->text));
    case VR_HELP_SIGN:
    case VR_HELP_WORD:
      return make_row (make_mark (block), _ (block->text), column);
    case VR_HELP_COMMAND:
      return make_command (block);
    case VR_HELP_KEY:
      keys = make_keys (block, application);
      return keys != NULL ? make_row (keys, _ (block->text), column) : NULL;
    case VR_HELP_END:
    default:
      return NULL;
    }
}

GtkWidget *
vr_help_blocks_new (const VrHelpTopic *topic, GtkApplication *application)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *title = make_heading (_ (topic->title));
  g_autoptr (GtkSizeGroup) column = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  gtk_widget_remove_css_class (title, "title-4");
  gtk_widget_add_css_class (title, "title-2");
  gtk_box_append (GTK_BOX (box), title);
  for (const VrHelpBlock *block = topic->blocks; block->kind != VR_HELP_END; block++)
    {
      GtkWidget *widget = make_block (block, application, column);

      if (widget != NULL)
        gtk_box_append (GTK_BOX (box), widget);
    }

  return box;
}
