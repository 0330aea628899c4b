/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes out of HTML what would make gumbo slow, and what no reader of an article needs. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** VR_HTML_MAX_DEPTH: so many elements may be open at once, as in Blink and WebKit. */
#define VR_HTML_MAX_DEPTH 512

/** VR_HTML_MAX_ATTRIBUTES: so many attributes of a tag are kept. */
#define VR_HTML_MAX_ATTRIBUTES 128

/**
 * vr_html_guard:
 * @html: valid UTF-8
 *
 * A light tokenizer: gumbo takes time with the square of a tag's attributes and of how many
 * elements are open, so tags past %VR_HTML_MAX_DEPTH and attributes past %VR_HTML_MAX_ATTRIBUTES
 * go; with them comments and the content of scripts and styles, but for JSON-LD.  Line ends stay,
 * so that lines still count as in @html.
 *
 * Returns: (transfer full): the HTML for the parser
 */
GString *vr_html_guard (const char *html, gsize n_bytes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
