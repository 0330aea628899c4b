/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markdown, as CommonMark has it, with what stands before many a text: front matter. */
#include "vr-front-matter.h"
#include "vr-import-flow.h"
#include "vr-import-formats.h"

#include "vr-text.h"

#include <cmark.h>
#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  VrImportFlow *flow;
  guint n_lines_before;
  guint n_quotes;
  guint n_items;
} Walk;

static guint32
get_line (const Walk *walk, cmark_node *node)
{
  int line = cmark_node_get_start_line (node);

  return line > 0 ? (guint32)line + walk->n_lines_before : 0;
}

static VrImportStyle
tell_style (const Walk *walk, cmark_node *paragraph)
{
  cmark_node *child = cmark_node_first_child (paragraph);

  if (child != NULL && cmark_node_get_type (child) == CMARK_NODE_IMAGE
      && cmark_node_next (child) == NULL)
    return (VrImportStyle){ VR_ROLE_CAPTION, N_ ("words of a picture") };
  if (walk->n_quotes > 0)
    return (VrImportStyle){ VR_ROLE_QUOTE, N_ ("a quotation") };
  if (walk->n_items > 0)
    return (VrImportStyle){ VR_ROLE_LIST, N_ ("an item of a list") };
  return (VrImportStyle){ VR_ROLE_BODY, N_ ("a paragraph of text") };
}

/* What is between tags and comments; a ">" in an attribute ends its tag, as in a browser's sight it
 * seldom is there. */
static void
put_without_tags (VrImportFlow *flow, const char *html)
{
  while (*html != '\0')
    {
      gsize n = strcspn (html, "<");
      const char *end;

      vr_import_flow_put_collapsed (flow, html, (gssize)n);
      html += n;
      if (*html == '\0')
        return;
      end = g_str_has_prefix (html, "<!--") ? strstr (html, "-->") : strchr (html, '>');
      if (end == NULL)
        return;
      html = strchr (end, '>') + 1;
      vr_import_flow_put_collapsed (flow, " ", 1);
    }
}

static void
put_leaf (Walk *walk, cmark_node *node)
{
  const char *literal = cmark_node_get_literal (node);

  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE:
      vr_import_flow_put (walk->flow, literal, -1);
      break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
      vr_import_flow_put (walk->flow, " ", 1);
      break;
    case CMARK_NODE_CODE_BLOCK:
      vr_import_flow_put (walk->flow, literal, -1);
      vr_import_flow_end (walk->flow, (VrImportStyle){ VR_ROLE_BODY, N_ ("a block of code") },
                          get_line (walk, node));
      break;
    case CMARK_NODE_HTML_BLOCK:
      put_without_tags (walk->flow, literal);
      vr_import_flow_end (walk->flow,
                          (VrImportStyle){ VR_ROLE_BODY, N_ ("a part written as a web page") },
                          get_line (walk, node));
      break;
    default:
      break;
    }
}

static void
enter (Walk *walk, cmark_node *node)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_BLOCK_QUOTE:
      walk->n_quotes++;
      break;
    case CMARK_NODE_ITEM:
      walk->n_items++;
      break;
    case CMARK_NODE_LINK:
      vr_import_flow_begin_span (walk->flow, VR_TEXT_SPAN_LINK, cmark_node_get_url (node));
      break;
    case CMARK_NODE_EMPH:
      vr_import_flow_begin_span (walk->flow, VR_TEXT_SPAN_EMPHASIS, NULL);
      break;
    case CMARK_NODE_STRONG:
      vr_import_flow_begin_span (walk->flow, VR_TEXT_SPAN_STRONG, NULL);
      break;
    default:
      put_leaf (walk, node);
      break;
    }
}

static void
leave (Walk *walk, cmark_node *node)
{
  const VrImportStyle heading = { VR_ROLE_SUBHEAD, N_ ("a heading"),
                                  (guint)cmark_node_get_heading_level (node) };

  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_BLOCK_QUOTE:
      walk->n_quotes--;
      break;
    case CMARK_NODE_ITEM:
      walk->n_items--;
      break;
    case CMARK_NODE_LINK:
      vr_import_flow_end_span (walk->flow, VR_TEXT_SPAN_LINK);
      break;
    case CMARK_NODE_EMPH:
      vr_import_flow_end_span (walk->flow, VR_TEXT_SPAN_EMPHASIS);
      break;
    case CMARK_NODE_STRONG:
      vr_import_flow_end_span (walk->flow, VR_TEXT_SPAN_STRONG);
      break;
    case CMARK_NODE_PARAGRAPH:
      vr_import_flow_end (walk->flow, tell_style (walk, node), get_line (walk, node));
      break;
    case CMARK_NODE_HEADING:
      vr_import_flow_end (walk->flow, heading, get_line (walk, node));
      break;
    default:
      break;
    }
}

static gboolean
begins_with_title (cmark_node *document)
{
  cmark_node *first = cmark_node_first_child (document);

  return first != NULL && cmark_node_get_type (first) == CMARK_NODE_HEADING
         && cmark_node_get_heading_level (first) == 1;
}

/* A title in the front matter is the headline where the text has none. */
static void
put_front (const VrFrontMatter *front, cmark_node *document, VrImportedBuilder *builder,
           VrImportFlow *flow)
{
  const char *title = front->facts[VR_FACT_HEADLINE];

  for (guint i = 0; i < VR_N_FACTS; i++)
    if (front->facts[i] != NULL)
      vr_imported_builder_set_fact (builder, i, front->facts[i]);
  if (title == NULL || begins_with_title (document))
    return;
  vr_import_flow_put (flow, title, -1);
  vr_import_flow_end (flow, (VrImportStyle){ VR_ROLE_HEADLINE, N_ ("the title before the text") },
                      front->title_line);
}

static void
read_text (const char *text, gsize n_bytes, VrImportedBuilder *builder)
{
  g_auto (VrFrontMatter) front = { 0 };
  g_autoptr (VrImportFlow) flow = vr_import_flow_new (builder);
  Walk walk = { .flow = flow };
  cmark_event_type event;
  cmark_node *document;
  cmark_iter *iter;

  vr_front_matter_read (&front, text, n_bytes);
  walk.n_lines_before = front.n_lines;
  document =
      cmark_parse_document (text + front.n_bytes, n_bytes - front.n_bytes, CMARK_OPT_DEFAULT);
  put_front (&front, document, builder, flow);
  iter = cmark_iter_new (document);
  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    if (event == CMARK_EVENT_ENTER)
      enter (&walk, cmark_iter_get_node (iter));
    else
      leave (&walk, cmark_iter_get_node (iter));
  cmark_iter_free (iter);
  cmark_node_free (document);
  vr_import_flow_finish (flow);
}

gboolean
vr_import_markdown (const VrImportSource *source, VrImportedBuilder *builder, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (source->data, source->n_bytes);
  g_autoptr (VrText) text = vr_text_new_from_bytes (bytes, source->encoding, source->name, error);
  const char *content;
  gsize n_bytes;

  if (text == NULL)
    return FALSE;
  content = vr_text_peek (text, &n_bytes);
  vr_imported_builder_set_fact (builder, VR_FACT_ENCODING, vr_text_get_encoding (text));
  vr_imported_builder_set_fact (builder, VR_FACT_DECIDED_BY, vr_text_get_decided_by (text));
  read_text (content, n_bytes, builder);
  return TRUE;
}
