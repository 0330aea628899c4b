/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that are in no file: the page they are pasted on, the way there and back. */
#include "vr-store-task.h"
#include "vr-window-library.h"

#include <glib/gi18n-lib.h>

static void
trouble_cb (VrPastePage *page, const char *sentence, VrWindow *self)
{
  vr_notice_say (vr_window_get_notice (self), "dialog-warning-symbolic", sentence, NULL, NULL);
}

void
vr_window_show_paste (VrWindow *self, const char *text)
{
  if (self->paste_page == NULL)
    {
      self->paste_page = g_object_new (VR_TYPE_PASTE_PAGE, NULL);
      g_signal_connect_swapped (self->paste_page, "notify::filled",
                                G_CALLBACK (vr_window_update_actions), self);
      g_signal_connect (self->paste_page, "trouble", G_CALLBACK (trouble_cb), self);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->paste_page), "paste");
    }
  if (text != NULL)
    vr_paste_page_add_text (self->paste_page, text);
  vr_window_show_page (self, "paste");
  vr_paste_page_take_focus (self->paste_page);
}

static void
paste_texts_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  vr_window_show_paste (VR_WINDOW (user_data), NULL);
}

static gboolean
is_pasted (VrDocument *document, VrSide side)
{
  const VrSource *source = vr_document_peek_source (document, side);

  return source->uri == NULL && source->bytes != NULL && !vr_store_task_is_version (source);
}

static void
put_back (VrWindow *self, gpointer document)
{
  vr_window_show_paste (self, NULL);
  vr_paste_page_put_back (self->paste_page, document);
}

/* The texts as they are compared, whatever stands on the page by now; the reader may have typed it,
 * and gone back. */
static void
edit_texts_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  VrDocument *document = vr_compare_task_get_document (self->task);
  VrComparison *comparison = vr_window_get_comparison (self);
  VrDocument *replaced = NULL;

  vr_window_show_paste (self, NULL);
  if (vr_paste_page_is_own (self->paste_page))
    replaced = vr_paste_page_dup_document (self->paste_page);
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      VrText *text = vr_article_get_text (vr_comparison_get_article (comparison, side));
      g_autofree char *name = g_path_get_basename (vr_document_peek_source (document, side)->name);

      vr_paste_page_set_text (self->paste_page, side, name, vr_text_peek (text, NULL));
    }
  if (replaced != NULL)
    vr_window_tell_undo (self, NULL, _ ("The texts that stood here were replaced."), put_back,
                         replaced, (GDestroyNotify)vr_document_unref);
}

static void
compare_texts_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  g_autoptr (VrDocument) document = vr_paste_page_dup_document (self->paste_page);

  /* What is in no file is not thrown away: it is a step back. */
  if (vr_window_is_unsaved (self))
    vr_window_replace_document (self, document);
  else
    vr_window_open_document (self, document);
}

/* From the page for texts to what was there before; from a file that waits to none. */
static void
back_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  gboolean is_waiting =
      vr_window_shows (self, "start") && vr_start_page_is_waiting (self->start_page);

  if (vr_window_shows (self, "library"))
    vr_window_leave_library (self);
  else if (is_waiting)
    vr_start_page_start_over (self->start_page);
  else if (vr_window_get_comparison (self) != NULL)
    {
      vr_window_show_page (self, "compare");
      vr_compare_page_take_focus (self->compare_page);
    }
  else
    vr_window_show_start (self);
}

static const GActionEntry entries[] = {
  { .name = "paste-texts", .activate = paste_texts_action },
  { .name = "edit-texts", .activate = edit_texts_action },
  { .name = "compare-texts", .activate = compare_texts_action },
  { .name = "back", .activate = back_action },
};

void
vr_window_add_paste_actions (VrWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

gboolean
vr_window_holds_texts (VrWindow *self)
{
  return self->paste_page != NULL && vr_paste_page_is_own (self->paste_page);
}

void
vr_window_note_kept_texts (VrWindow *self, VrDocument *document)
{
  if (self->paste_page != NULL)
    vr_paste_page_note_kept (self->paste_page, document);
}

gboolean
vr_window_can_compare_texts (VrWindow *self)
{
  return vr_window_shows (self, "paste") && vr_paste_page_is_filled (self->paste_page);
}

gboolean
vr_window_can_edit_texts (VrWindow *self)
{
  VrDocument *document;

  if (!vr_window_shows (self, "compare") || vr_window_get_comparison (self) == NULL)
    return FALSE;
  document = vr_compare_task_get_document (self->task);

  return is_pasted (document, VR_SIDE_OLD) || is_pasted (document, VR_SIDE_NEW);
}

gboolean
vr_window_can_go_back (VrWindow *self)
{
  if (vr_window_shows (self, "start"))
    return vr_window_get_comparison (self) != NULL || vr_start_page_is_waiting (self->start_page);

  return vr_window_shows (self, "paste") || vr_window_shows (self, "error")
         || vr_window_shows (self, "library");
}
