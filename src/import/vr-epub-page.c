/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page of a book, XHTML that may be broken, as paragraphs. */
#include "vr-epub-page.h"

#include "vr-import-xml.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <string.h>

#define OPTIONS                                                                                    \
  (HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET               \
   | HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC)

/* How many times as large as text headings are. */
#define HEADING_SIZE 1.15
#define TITLE_SIZE 1.5

/* How far up an element's kind is looked for. */
#define MAX_ANCESTORS 32

typedef struct
{
  const char *name;
  VrImportStyle style;
} Kind;

/* What tells what is in it: the innermost counts. */
static const Kind kinds[] = {
  { "h1", { VR_ROLE_SUBHEAD, N_ ("a heading"), 1 } },
  { "h2", { VR_ROLE_SUBHEAD, N_ ("a heading"), 2 } },
  { "h3", { VR_ROLE_SUBHEAD, N_ ("a heading"), 3 } },
  { "h4", { VR_ROLE_SUBHEAD, N_ ("a heading"), 4 } },
  { "h5", { VR_ROLE_SUBHEAD, N_ ("a heading"), 5 } },
  { "h6", { VR_ROLE_SUBHEAD, N_ ("a heading"), 6 } },
  { "figcaption", { VR_ROLE_CAPTION, N_ ("words of a picture") } },
  { "caption", { VR_ROLE_CAPTION, N_ ("words of a picture") } },
  { "nav", { VR_ROLE_NAV, N_ ("a table of contents") } },
  { "blockquote", { VR_ROLE_QUOTE, N_ ("a quotation") } },
  { "li", { VR_ROLE_LIST, N_ ("an item of a list") } },
  { "dt", { VR_ROLE_LIST, N_ ("an item of a list") } },
  { "dd", { VR_ROLE_LIST, N_ ("an item of a list") } },
  { "td", { VR_ROLE_BODY, N_ ("a cell of a table") } },
  { "th", { VR_ROLE_BODY, N_ ("a cell of a table") } },
};

static const char *const blocks[] = { "p",     "div",    "body",    "section", "article",
                                      "aside", "figure", "table",   "tr",      "ul",
                                      "ol",    "dl",     "pre",     "header",  "main",
                                      "hr",    "footer", "address", "caption", "thead",
                                      "tbody", "form",   "center",  "html",    NULL };

static const char *const unseen[] = { "head", "script",   "style", "template", "rt",
                                      "rp",   "noscript", "svg",   NULL };

typedef struct
{
  VrImportFlow *flow;
  const VrEpubStyle *style;
  gboolean is_contents;
} Walk;

static const Kind *
find_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name))
      return &kinds[i];
  return NULL;
}

static double
get_size (const Walk *walk, const xmlNode *node)
{
  xmlChar *classes = xmlGetNoNsProp ((xmlNode *)node, (const xmlChar *)"class");
  double size = vr_epub_style_get_size (walk->style, (const char *)classes);

  xmlFree (classes);
  return size;
}

/* Of a paragraph whose letters are large: its own, or those of all that is in it. */
static guint
tell_level (const Walk *walk, const xmlNode *node)
{
  double size = node != NULL && node->type == XML_ELEMENT_NODE ? get_size (walk, node) : 0;

  if (size == 0 && node != NULL && node->children != NULL && node->children->next == NULL
      && node->children->type == XML_ELEMENT_NODE)
    size = get_size (walk, node->children);
  if (size < HEADING_SIZE)
    return 0;
  return size < TITLE_SIZE ? 2 : 1;
}

static VrImportStyle
tell_style (const Walk *walk, const xmlNode *node)
{
  guint level = tell_level (walk, node);

  if (walk->is_contents)
    return (VrImportStyle){ VR_ROLE_NAV, N_ ("a table of contents") };
  for (guint i = 0; i < MAX_ANCESTORS && node != NULL && node->type == XML_ELEMENT_NODE; i++)
    {
      const Kind *kind = find_kind ((const char *)node->name);

      if (kind != NULL)
        return kind->style;
      node = node->parent;
    }
  if (level > 0)
    return (VrImportStyle){ VR_ROLE_SUBHEAD, N_ ("large letters"), level };
  return VR_IMPORT_STYLE_BODY;
}

static gboolean
get_span_kind (const char *name, VrTextSpanKind *kind)
{
  if (g_str_equal (name, "a"))
    *kind = VR_TEXT_SPAN_LINK;
  else if (g_str_equal (name, "em") || g_str_equal (name, "i"))
    *kind = VR_TEXT_SPAN_EMPHASIS;
  else if (g_str_equal (name, "strong") || g_str_equal (name, "b"))
    *kind = VR_TEXT_SPAN_STRONG;
  else
    return FALSE;
  return TRUE;
}

/* An anchor without an address is a place, no link. */
static void
begin_span (Walk *walk, xmlNode *node, VrTextSpanKind kind)
{
  xmlChar *target =
      kind == VR_TEXT_SPAN_LINK ? xmlGetNoNsProp (node, (const xmlChar *)"href") : NULL;

  vr_import_flow_begin_span (walk->flow, kind, (const char *)target);
  if (target != NULL)
    xmlFree (target);
}

/* Returns whether what is in @node counts. */
static gboolean
enter (Walk *walk, xmlNode *node)
{
  const char *name = (const char *)node->name;
  VrTextSpanKind kind;

  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    vr_import_flow_put_collapsed (walk->flow, (const char *)node->content, -1);
  if (node->type != XML_ELEMENT_NODE || g_strv_contains (unseen, name))
    return FALSE;
  if (g_strv_contains (blocks, name) || find_kind (name) != NULL)
    vr_import_flow_end (walk->flow, tell_style (walk, node->parent), 0);
  else if (g_str_equal (name, "br"))
    vr_import_flow_put_collapsed (walk->flow, " ", 1);
  else if (get_span_kind (name, &kind))
    begin_span (walk, node, kind);
  return TRUE;
}

static void
leave (Walk *walk, xmlNode *node)
{
  const char *name = (const char *)node->name;
  VrTextSpanKind kind;

  if (node->type != XML_ELEMENT_NODE || g_strv_contains (unseen, name))
    return;
  if (g_strv_contains (blocks, name) || find_kind (name) != NULL)
    vr_import_flow_end (walk->flow, tell_style (walk, node), 0);
  else if (get_span_kind (name, &kind))
    vr_import_flow_end_span (walk->flow, kind);
}

/* Without a stack, as pages may be deep. */
static void
walk_tree (Walk *walk, xmlNode *root)
{
  xmlNode *node = root;

  while (node != NULL)
    {
      if (enter (walk, node) && node->children != NULL)
        {
          node = node->children;
          continue;
        }
      leave (walk, node);
      while (node != root && node->next == NULL)
        {
          node = node->parent;
          leave (walk, node);
        }
      node = node != root ? node->next : NULL;
    }
}

void
vr_epub_page_read (GBytes *part, const VrEpubStyle *style, gboolean is_contents, VrImportFlow *flow)
{
  g_autoptr (GBytes) text = vr_import_xml_decode (part);
  gsize n_bytes = 0;
  const char *bytes = text != NULL ? g_bytes_get_data (text, &n_bytes) : NULL;
  g_autofree char *valid = NULL;
  Walk walk = { flow, style, is_contents };
  xmlDoc *page;

  if (n_bytes == 0)
    return;
  /* The tolerant parser lets anything pass. */
  if (!g_utf8_validate_len (bytes, n_bytes, NULL))
    {
      valid = g_utf8_make_valid (bytes, (gssize)n_bytes);
      bytes = valid;
      n_bytes = strlen (valid);
    }
  page = htmlReadMemory (bytes, (int)n_bytes, NULL, "UTF-8", OPTIONS);
  if (page == NULL)
    return;
  walk_tree (&walk, xmlDocGetRootElement (page));
  vr_import_flow_end (flow, tell_style (&walk, NULL), 0);
  xmlFreeDoc (page);
}
