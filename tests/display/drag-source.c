/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window to drag from: it offers the files it is given, or with --text the words. */
#include <gtk/gtk.h>

static GdkContentProvider *
new_content (char **words)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  GValue value = G_VALUE_INIT;
  GdkContentProvider *provider;

  if (g_strcmp0 (words[0], "--text") == 0)
    return gdk_content_provider_new_typed (G_TYPE_STRING, words[1]);
  for (; *words != NULL; words++)
    g_ptr_array_add (files, g_file_new_for_commandline_arg (*words));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array ((GFile **)files->pdata, files->len));
  provider = gdk_content_provider_new_for_value (&value);
  g_value_unset (&value);

  return provider;
}

int
main (int argc, char *argv[])
{
  GtkWidget *window, *label;
  GtkDragSource *source;
  g_autoptr (GdkContentProvider) content = NULL;

  gtk_init ();
  content = new_content (argv + 1);
  window = gtk_window_new ();
  label = gtk_label_new ("drag me");
  source = gtk_drag_source_new ();
  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  gtk_drag_source_set_content (source, content);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (source));
  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_set_title (GTK_WINDOW (window), "drag-source");
  gtk_window_set_default_size (GTK_WINDOW (window), 200, 200);
  gtk_window_present (GTK_WINDOW (window));
  for (;;)
    g_main_context_iteration (NULL, TRUE);
}
