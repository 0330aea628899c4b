/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page of a book, XHTML that may be broken, as paragraphs. */
#pragma once

#include "vr-epub-style.h"
#include "vr-import-style.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** vr_epub_page_read: @style: of the book; @is_contents: it is its table of contents.  Puts the
 * text of @part into
 * @flow; a broken page is read as far as a browser would. */
void vr_epub_page_read (GBytes *part, const VrEpubStyle *style, gboolean is_contents,
                        VrImportFlow *flow);

G_END_DECLS
