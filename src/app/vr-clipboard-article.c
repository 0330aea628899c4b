/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is pasted, as text: a page's own paragraphs where the clipboard has it as a page. */
#include "vr-clipboard-article.h"

#include "vr-article-reading.h"

#define HTML "text/html"

static void
text_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_pointer (
      task, gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL), g_free);
}

/* Takes @task. */
static void
read_text (GTask *task)
{
  gdk_clipboard_read_text_async (g_task_get_source_object (task), NULL, text_cb, task);
}

static char *
join_paragraphs (const VrArticle *article)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < vr_article_get_n_paragraphs (article); i++)
    {
      VrSlice paragraph = vr_article_get_paragraph_text (article, i);

      if (i > 0)
        g_string_append (text, "\n\n");
      g_string_append_len (text, paragraph.text, paragraph.n_bytes);
    }

  return g_string_free (text, FALSE);
}

static void
import_in_thread (GTask *task, gpointer source_object, gpointer task_data,
                  GCancellable *cancellable)
{
  /* A clipboard's HTML is UTF-8, whatever it says of itself. */
  const VrReading reading = { .format = "html", .encoding = "UTF-8" };
  g_autoptr (VrArticle) article =
      vr_article_read_bytes (task_data, HTML, &reading, cancellable, NULL);

  if (article == NULL || vr_article_get_n_paragraphs (article) == 0)
    g_task_return_pointer (task, NULL, NULL);
  else
    g_task_return_pointer (task, join_paragraphs (article), g_free);
}

static void
imported_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  char *text = g_task_propagate_pointer (G_TASK (result), NULL);

  if (text == NULL)
    {
      read_text (task);
      return;
    }
  g_task_return_pointer (task, text, g_free);
  g_object_unref (task);
}

static void
spliced_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  GOutputStream *stream = G_OUTPUT_STREAM (object);
  g_autoptr (GTask) import = NULL;

  if (g_output_stream_splice_finish (stream, result, NULL) <= 0)
    {
      read_text (task);
      return;
    }
  import = g_task_new (g_task_get_source_object (task), NULL, imported_cb, task);
  g_task_set_source_tag (import, spliced_cb);
  g_task_set_task_data (import,
                        g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream)),
                        (GDestroyNotify)g_bytes_unref);
  g_task_run_in_thread (import, import_in_thread);
}

static void
html_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  g_autoptr (GInputStream) stream =
      gdk_clipboard_read_finish (GDK_CLIPBOARD (object), result, NULL, NULL);
  g_autoptr (GOutputStream) bytes = NULL;

  if (stream == NULL)
    {
      read_text (task);
      return;
    }
  bytes = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (
      bytes, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
      G_PRIORITY_DEFAULT, NULL, spliced_cb, task);
}

void
vr_clipboard_article_read_async (GdkClipboard *clipboard, GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task = g_task_new (clipboard, NULL, callback, user_data);

  g_task_set_source_tag (task, vr_clipboard_article_read_async);
  if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), HTML))
    gdk_clipboard_read_async (clipboard, (const char *[]){ HTML, NULL }, G_PRIORITY_DEFAULT, NULL,
                              html_cb, task);
  else
    read_text (task);
}

char *
vr_clipboard_article_read_finish (GdkClipboard *clipboard, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, clipboard), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
