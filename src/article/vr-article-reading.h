/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a file of any kind to an article: text here, all else through the program variorum-import.
 */
#pragma once

#include "vr-article.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VrReading:
 * @format: (nullable): "text", "html", "docx", "odt", "epub", "pdf" or "markdown"; %NULL to tell it
 *   from the bytes, and from the name where they say nothing
 * @encoding: (nullable): forced by the reader
 * @declared: (nullable): an encoding that a server named
 * @url: (nullable): where a page came from, which its links start from
 * @paragraphs: how paragraphs of plain text are told apart
 * @language: (nullable): forced by the reader
 * @original: of tracked changes in a document: as before them, not as if all were accepted
 * @chapter: of a book: this one alone, from 1 to %VR_IMPORT_MAX_CHAPTER; 0 for all
 * @verbatim: as it is: no repairs, and nothing is furniture; what a page or a document itself tells
 *   of its paragraphs hides none of them and stays, plain text tells nothing
 * @kept, @n_kept: what is not to be repaired, as vr_text_new_repaired() has it; borrowed
 *
 * How a reader wants a file to be read; all zero is the usual way.
 */
typedef struct
{
  const char *format;
  const char *encoding;
  const char *declared;
  const char *url;
  VrParagraphMode paragraphs;
  const char *language;
  gboolean original;
  guint chapter;
  gboolean verbatim;
  const guint32 *kept;
  guint n_kept;
} VrReading;

/**
 * vr_article_read_bytes:
 * @name: what messages call the input
 *
 * Fails as vr_text_new_from_bytes() does; with %VR_ERROR_INVALID for a broken document, and where
 * there is no such chapter, %VR_ERROR_NOT_FOUND for one that is no text where the program that
 * reads it is not installed, and %VR_ERROR_TOO_LARGE for one that needs more time or memory than an
 * article may.
 *
 * Returns: (transfer full): the article
 */
VrArticle *vr_article_read_bytes (GBytes *bytes, const char *name, const VrReading *reading,
                                  GCancellable *cancellable,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** vr_article_read_file: the same for the file @path, or "-" for standard input; @name as
 * vr_text_new_from_named_file() says. */
VrArticle *vr_article_read_file (const char *path, const char *name, const VrReading *reading,
                                 GCancellable *cancellable,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_format_sniff:
 * @name: (nullable): whose ending decides where the bytes could be several
 *
 * Returns: the format's name as VrReading has it; "text" where nothing speaks for another; static
 */
const char *vr_format_sniff (const guint8 *data, gsize n_bytes, const char *name);

/** vr_format_get_names: those that VrReading can have, terminated by %NULL; static. */
const char *const *vr_format_get_names (void);

G_END_DECLS
