/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A parsed web page as one row of nodes, whichever library parsed it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* name in gumbo and here, what it is to the flow of text */
#define VR_HTML_TAGS(X)                                                                            \
  X (HTML, BLOCK)                                                                                  \
  X (HEAD, UNSEEN)                                                                                 \
  X (TITLE, UNSEEN)                                                                                \
  X (BASE, UNSEEN)                                                                                 \
  X (LINK, UNSEEN)                                                                                 \
  X (META, UNSEEN)                                                                                 \
  X (STYLE, UNSEEN)                                                                                \
  X (SCRIPT, UNSEEN)                                                                               \
  X (NOSCRIPT, UNSEEN)                                                                             \
  X (TEMPLATE, UNSEEN)                                                                             \
  X (BODY, BLOCK)                                                                                  \
  X (ARTICLE, BLOCK)                                                                               \
  X (SECTION, BLOCK)                                                                               \
  X (NAV, BLOCK)                                                                                   \
  X (ASIDE, BLOCK)                                                                                 \
  X (H1, BLOCK)                                                                                    \
  X (H2, BLOCK)                                                                                    \
  X (H3, BLOCK)                                                                                    \
  X (H4, BLOCK)                                                                                    \
  X (H5, BLOCK)                                                                                    \
  X (H6, BLOCK)                                                                                    \
  X (HGROUP, BLOCK)                                                                                \
  X (HEADER, BLOCK)                                                                                \
  X (FOOTER, BLOCK)                                                                                \
  X (ADDRESS, BLOCK)                                                                               \
  X (P, BLOCK)                                                                                     \
  X (HR, BLOCK)                                                                                    \
  X (PRE, BLOCK)                                                                                   \
  X (BLOCKQUOTE, BLOCK)                                                                            \
  X (OL, BLOCK)                                                                                    \
  X (UL, BLOCK)                                                                                    \
  X (LI, BLOCK)                                                                                    \
  X (DL, BLOCK)                                                                                    \
  X (DT, BLOCK)                                                                                    \
  X (DD, BLOCK)                                                                                    \
  X (FIGURE, BLOCK)                                                                                \
  X (FIGCAPTION, BLOCK)                                                                            \
  X (MAIN, BLOCK)                                                                                  \
  X (DIV, BLOCK)                                                                                   \
  X (A, INLINE)                                                                                    \
  X (EM, INLINE)                                                                                   \
  X (STRONG, INLINE)                                                                               \
  X (SMALL, INLINE)                                                                                \
  X (S, INLINE)                                                                                    \
  X (CITE, INLINE)                                                                                 \
  X (Q, INLINE)                                                                                    \
  X (TIME, INLINE)                                                                                 \
  X (CODE, INLINE)                                                                                 \
  X (SUB, INLINE)                                                                                  \
  X (SUP, INLINE)                                                                                  \
  X (I, INLINE)                                                                                    \
  X (B, INLINE)                                                                                    \
  X (U, INLINE)                                                                                    \
  X (SPAN, INLINE)                                                                                 \
  X (FONT, INLINE)                                                                                 \
  X (BR, BREAK)                                                                                    \
  X (DEL, INLINE)                                                                                  \
  X (IMG, INLINE)                                                                                  \
  X (IFRAME, UNSEEN)                                                                               \
  X (OBJECT, UNSEEN)                                                                               \
  X (VIDEO, UNSEEN)                                                                                \
  X (AUDIO, UNSEEN)                                                                                \
  X (CANVAS, UNSEEN)                                                                               \
  X (SVG, UNSEEN)                                                                                  \
  X (TABLE, BLOCK)                                                                                 \
  X (CAPTION, BLOCK)                                                                               \
  X (TBODY, BLOCK)                                                                                 \
  X (THEAD, BLOCK)                                                                                 \
  X (TFOOT, BLOCK)                                                                                 \
  X (TR, BLOCK)                                                                                    \
  X (TD, BLOCK)                                                                                    \
  X (TH, BLOCK)                                                                                    \
  X (FORM, BLOCK)                                                                                  \
  X (FIELDSET, BLOCK)                                                                              \
  X (LEGEND, BLOCK)                                                                                \
  X (LABEL, INLINE)                                                                                \
  X (INPUT, UNSEEN)                                                                                \
  X (BUTTON, BLOCK)                                                                                \
  X (SELECT, BLOCK)                                                                                \
  X (OPTGROUP, BLOCK)                                                                              \
  X (OPTION, BLOCK)                                                                                \
  X (TEXTAREA, UNSEEN)                                                                             \
  X (DETAILS, BLOCK)                                                                               \
  X (SUMMARY, BLOCK)                                                                               \
  X (MENU, BLOCK)                                                                                  \
  X (CENTER, BLOCK)                                                                                \
  X (DIR, BLOCK)                                                                                   \
  X (NOFRAMES, UNSEEN)                                                                             \
  X (RT, UNSEEN)                                                                                   \
  X (RTC, UNSEEN)                                                                                  \
  X (RP, UNSEEN)

typedef enum
{
  VR_HTML_FLOW_INLINE,
  VR_HTML_FLOW_BLOCK,
  VR_HTML_FLOW_BREAK,
  VR_HTML_FLOW_UNSEEN,
} VrHtmlFlow;

typedef enum
{
  VR_HTML_OTHER,
  VR_HTML_TEXT,
#define VR_HTML_TAG(name, flow) VR_HTML_##name,
  VR_HTML_TAGS (VR_HTML_TAG)
#undef VR_HTML_TAG
      VR_HTML_N_TAGS,
} VrHtmlTag;

/**
 * VrHtmlNode:
 * @tag: %VR_HTML_TEXT for text
 * @parent: its index; the first node is its own
 * @end: behind the last node below it: those from its own index + 1 up to this one
 * @depth: 0 for the first
 * @line: where it begins in the source, from 1
 * @text: of a text, character references resolved; terminated, and never %NULL
 * @element: of the parser's, for vr_html_page_get_attribute()
 */
typedef struct
{
  VrHtmlTag tag;
  guint32 parent;
  guint32 end;
  guint32 depth;
  guint32 line;
  const char *text;
  gconstpointer element;
} VrHtmlNode;

/** VrHtmlPage: @nodes in the order of the source, the html element first; there is always one. */
typedef struct
{
  VrHtmlNode *nodes;
  guint n_nodes;
  gpointer memory;
} VrHtmlPage;

/** vr_html_page_new: parses @html, which is valid UTF-8, as a browser would, and never fails. */
VrHtmlPage *vr_html_page_new (const char *html, gsize n_bytes) G_GNUC_WARN_UNUSED_RESULT;
void vr_html_page_free (VrHtmlPage *self);

/** vr_html_page_get_attribute: (nullable): borrowed. */
const char *vr_html_page_get_attribute (const VrHtmlPage *self, guint32 node, const char *name);

/** vr_html_page_append_text: puts all text below @node at the end of @text, white space as one
 * space. */
void vr_html_page_append_text (const VrHtmlPage *self, guint32 node, GString *text);

/** vr_html_page_dup_text: the same as a string of its own, stripped. */
char *vr_html_page_dup_text (const VrHtmlPage *self, guint32 node) G_GNUC_WARN_UNUSED_RESULT;

VrHtmlFlow vr_html_tag_get_flow (VrHtmlTag tag);

/** vr_html_tag_is_heading: h1 to h6. */
gboolean vr_html_tag_is_heading (VrHtmlTag tag);

/** vr_html_append_collapsed: puts @from at the end of @text, each run of white space, no-break
 * spaces too, as one space, none behind another. */
void vr_html_append_collapsed (GString *text, const char *from, gsize n_bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrHtmlPage, vr_html_page_free)

G_END_DECLS
