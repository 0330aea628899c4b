/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is pasted, as text: a page's own paragraphs where the clipboard has it as a page. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * vr_clipboard_article_read_async:
 *
 * Where the clipboard has HTML, it is read as a web page is, in a thread, and its paragraphs, an
 * empty line between them, are the text; else, and where that comes to nothing, its plain text is.
 */
void vr_clipboard_article_read_async (GdkClipboard *clipboard, GAsyncReadyCallback callback,
                                      gpointer user_data);

/** vr_clipboard_article_read_finish: Returns: (transfer full) (nullable): the text; %NULL where the
 * clipboard has none. */
char *vr_clipboard_article_read_finish (GdkClipboard *clipboard,
                                        GAsyncResult *result) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
