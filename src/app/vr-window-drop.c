/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is dropped anywhere in the window: files beside or in place of what stands, and text. */
#include "vr-address.h"
#include "vr-file-name.h"
#include "vr-window-history.h"

#include <glib/gi18n-lib.h>

static guint
count_files (const GValue *value)
{
  g_autoptr (GSList) files = NULL;

  if (value == NULL || !G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return 0;
  files = gdk_file_list_get_files (g_value_get_boxed (value));

  return g_slist_length (files);
}

/* Above which side something is; the old one stands where reading begins. */
static VrSide
find_side (VrWindow *self, double x, double y)
{
  guint side = VR_N_SIDES;
  gboolean is_first = x < gtk_widget_get_width (GTK_WIDGET (self->overlay)) / 2.0;
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self->overlay)) == GTK_TEXT_DIR_RTL;

  if (vr_window_shows (self, "paste"))
    side = vr_paste_page_find_side (
        self->paste_page, gtk_widget_pick (GTK_WIDGET (self->overlay), x, y, GTK_PICK_DEFAULT));
  if (side < VR_N_SIDES)
    return side;

  return is_first != is_rtl ? VR_SIDE_OLD : VR_SIDE_NEW;
}

static VrDropHint *
get_hint (VrWindow *self)
{
  if (self->drop_hint == NULL)
    {
      self->drop_hint = g_object_new (VR_TYPE_DROP_HINT, NULL);
      gtk_overlay_add_overlay (self->overlay, GTK_WIDGET (self->drop_hint));
    }

  return self->drop_hint;
}

static void
show_hint_beside (VrWindow *self, VrSide side)
{
  VrComparison *comparison = vr_window_get_comparison (self);
  g_autofree char *sentence =
      g_strdup_printf (_ ("Drop to compare with “%s”"),
                       vr_article_get_title (vr_comparison_get_article (comparison, 1 - side)));

  vr_drop_hint_show (get_hint (self), side, sentence);
}

static void
show_hint (VrWindow *self, guint n_files, VrSide side)
{
  VrDropHint *hint = get_hint (self);

  if (n_files == 0)
    vr_drop_hint_show (hint, VR_DROP_WHOLE, _ ("Drop to compare this text"));
  else if (n_files > 1)
    vr_drop_hint_show (hint, VR_DROP_WHOLE, _ ("Drop to compare the two"));
  else if (vr_window_shows (self, "compare"))
    show_hint_beside (self, side);
  else if (vr_window_shows (self, "paste"))
    vr_drop_hint_show (hint, VR_DROP_WHOLE,
                       side == VR_SIDE_OLD ? _ ("Drop to read the old text from this file")
                                           : _ ("Drop to read the new text from this file"));
  else
    vr_drop_hint_show (hint, VR_DROP_WHOLE, _ ("Drop to compare this article"));
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, VrWindow *self)
{
  const GValue *value = gtk_drop_target_get_value (target);

  /* What it is is not known at once. */
  if (value != NULL)
    show_hint (self, count_files (value), find_side (self, x, y));

  return GDK_ACTION_COPY;
}

static void
leave_cb (GtkDropTarget *target, VrWindow *self)
{
  if (self->drop_hint != NULL)
    vr_drop_hint_hide (self->drop_hint);
}

static void
replace_side (VrWindow *self, VrSide side, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *shown = vr_file_name_dup (file);
  g_autofree char *sentence = NULL;
  const VrSource source = { .name = name, .uri = uri };
  g_autoptr (VrDocument) document =
      vr_document_with_source (vr_window_begin_step (self), side, &source);

  sentence = g_strdup_printf (side == VR_SIDE_OLD ? _ ("“%s” is the old article now.")
                                                  : _ ("“%s” is the new article now."),
                              shown);
  vr_window_push_document (self, document, sentence);
}

static void
take_files (VrWindow *self, GSList *list, VrSide side)
{
  if (list->next != NULL)
    vr_window_open (self, list->data, list->next->data);
  else if (vr_window_shows (self, "compare"))
    replace_side (self, side, list->data);
  else if (vr_window_shows (self, "paste") && vr_address_is_page (list->data))
    vr_window_tell (self,
                    _ ("A web page is not read as a text here; compare with it from the menu."));
  else if (vr_window_shows (self, "paste"))
    vr_paste_page_load (self->paste_page, side, list->data);
  else
    vr_window_open_file (self, list->data);
}

/* A link that is dragged may be no more than the text of its address. */
static void
take_text (VrWindow *self, const char *text, VrSide side)
{
  g_autoptr (GFile) page = vr_address_read_page (text);
  GSList list = { .data = page };

  if (page != NULL)
    take_files (self, &list, side);
  else
    vr_window_show_paste (self, text);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, VrWindow *self)
{
  leave_cb (target, self);
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      g_autoptr (GSList) list = gdk_file_list_get_files (g_value_get_boxed (value));

      if (list != NULL)
        take_files (self, list, find_side (self, x, y));
      return list != NULL;
    }
  if (G_VALUE_HOLDS_STRING (value) && g_value_get_string (value) != NULL)
    {
      take_text (self, g_value_get_string (value), find_side (self, x, y));
      return TRUE;
    }

  return FALSE;
}

/* Text that is dropped on a comparison would take the reader away from it, and the page for texts
 * has views of its own for it. */
static gboolean
accept_cb (GtkDropTarget *target, GdkDrop *drop, VrWindow *self)
{
  GdkContentFormats *formats = gdk_drop_get_formats (drop);
  g_autoptr (GdkContentFormats) readable =
      gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (formats));

  if (gdk_content_formats_contain_gtype (readable, GDK_TYPE_FILE_LIST))
    return TRUE;

  return gdk_content_formats_contain_gtype (readable, G_TYPE_STRING)
         && !vr_window_shows (self, "compare") && !vr_window_shows (self, "paste");
}

void
vr_window_accept_drops (VrWindow *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  gtk_drop_target_set_preload (target, TRUE);
  /* Before a text view, which would take a file's address for text. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect (target, "accept", G_CALLBACK (accept_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->overlay), GTK_EVENT_CONTROLLER (target));
}
