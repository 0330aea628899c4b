/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A parsed web page as one row of nodes, whichever library parsed it. */
#include "vr-html-node.h"

#include "vr-html-guard.h"

#include <gumbo.h>
#include <string.h>

/* What gumbo allocates comes from chunks that go at once: it would free by recursion. */
#define CHUNK_BYTES (256 * 1024)
#define ALIGNMENT 16

typedef struct
{
  GPtrArray *chunks;
  char *at;
  gsize n_left;
  GString *html;
} Memory;

static const VrHtmlTag tags[GUMBO_TAG_LAST + 1] = {
#define VR_HTML_TAG(name, flow) [GUMBO_TAG_##name] = VR_HTML_##name,
  VR_HTML_TAGS (VR_HTML_TAG)
#undef VR_HTML_TAG
};

static const VrHtmlFlow flows[VR_HTML_N_TAGS] = {
#define VR_HTML_TAG(name, flow) [VR_HTML_##name] = VR_HTML_FLOW_##flow,
  VR_HTML_TAGS (VR_HTML_TAG)
#undef VR_HTML_TAG
};

static void *
allocate (void *user_data, size_t n_bytes)
{
  Memory *memory = user_data;
  void *block;

  n_bytes = (n_bytes + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
  if (n_bytes > memory->n_left)
    {
      memory->n_left = MAX (n_bytes, CHUNK_BYTES);
      memory->at = g_malloc (memory->n_left);
      g_ptr_array_add (memory->chunks, memory->at);
    }
  block = memory->at;
  memory->at += n_bytes;
  memory->n_left -= n_bytes;
  return block;
}

static void
deallocate (void *user_data, void *block)
{
}

static const GumboVector *
get_children (const GumboNode *node)
{
  if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE)
    return &node->v.element.children;
  return NULL;
}

static gboolean
is_text (const GumboNode *node)
{
  return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE
         || node->type == GUMBO_NODE_CDATA;
}

static void
add_node (GArray *nodes, const GumboNode *node, guint32 parent)
{
  const VrHtmlNode *above = nodes->len > 0 ? &g_array_index (nodes, VrHtmlNode, parent) : NULL;
  VrHtmlNode made = { .parent = parent,
                      .depth = above != NULL ? above->depth + 1 : 0,
                      .text = "",
                      .end = nodes->len + 1 };

  if (is_text (node))
    {
      made.tag = VR_HTML_TEXT;
      made.text = node->v.text.text;
      made.line = node->v.text.start_pos.line;
    }
  else
    {
      made.tag = tags[node->v.element.tag];
      made.line = node->v.element.start_pos.line;
      made.element = &node->v.element;
    }
  /* Elements that the parser implies stand where what is around them does. */
  if (made.line == 0)
    made.line = above != NULL ? above->line : 1;
  g_array_append_val (nodes, made);
}

/* Walks the tree without recursion: @next[depth] is the child that comes next. */
static GArray *
list_nodes (const GumboNode *root)
{
  GArray *nodes = g_array_new (FALSE, FALSE, sizeof (VrHtmlNode));
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autoptr (GArray) next = g_array_new (FALSE, TRUE, sizeof (guint));
  guint32 at = 0;

  add_node (nodes, root, 0);
  g_ptr_array_add (open, (gpointer)root);
  g_array_set_size (next, 1);
  while (open->len > 0)
    {
      const GumboVector *children = get_children (g_ptr_array_index (open, open->len - 1));
      guint *index = &g_array_index (next, guint, open->len - 1);
      const GumboNode *child;

      if (children == NULL || *index == children->length)
        {
          VrHtmlNode *ended = &g_array_index (nodes, VrHtmlNode, at);

          ended->end = nodes->len;
          at = ended->parent;
          g_ptr_array_set_size (open, open->len - 1);
          g_array_set_size (next, open->len);
          continue;
        }
      child = children->data[(*index)++];
      if (!is_text (child) && get_children (child) == NULL)
        continue;
      add_node (nodes, child, at);
      if (is_text (child))
        continue;
      at = nodes->len - 1;
      g_ptr_array_add (open, (gpointer)child);
      g_array_set_size (next, open->len);
    }
  return nodes;
}

VrHtmlPage *
vr_html_page_new (const char *html, gsize n_bytes)
{
  VrHtmlPage *self = g_new0 (VrHtmlPage, 1);
  Memory *memory = g_new0 (Memory, 1);
  GumboOptions options = kGumboDefaultOptions;
  g_autoptr (GArray) nodes = NULL;

  memory->chunks = g_ptr_array_new_with_free_func (g_free);
  memory->html = vr_html_guard (html, n_bytes);
  options.allocator = allocate;
  options.deallocator = deallocate;
  options.userdata = memory;
  options.max_errors = 0;
  nodes =
      list_nodes (gumbo_parse_with_options (&options, memory->html->str, memory->html->len)->root);
  self->n_nodes = nodes->len;
  self->nodes = (VrHtmlNode *)g_array_free (g_steal_pointer (&nodes), FALSE);
  self->memory = memory;
  return self;
}

void
vr_html_page_free (VrHtmlPage *self)
{
  Memory *memory = self->memory;

  g_ptr_array_unref (memory->chunks);
  g_string_free (memory->html, TRUE);
  g_free (memory);
  g_free (self->nodes);
  g_free (self);
}

const char *
vr_html_page_get_attribute (const VrHtmlPage *self, guint32 node, const char *name)
{
  const GumboElement *element = self->nodes[node].element;
  const GumboAttribute *attribute;

  if (element == NULL)
    return NULL;
  attribute = gumbo_get_attribute (&element->attributes, name);
  return attribute != NULL ? attribute->value : NULL;
}

/* Returns how many bytes of white space begin at @at: HTML's, and the no-break space, which editors
 * leave where they like and browsers copy as a space. */
static gsize
measure_space (const char *at, const char *end)
{
  const char *p = at;

  while (p < end)
    if (*p == ' ' || (*p >= '\t' && *p <= '\r' && *p != '\v'))
      p++;
    else if (end - p > 1 && p[0] == '\302' && p[1] == '\240')
      p += 2;
    else
      break;
  return p - at;
}

void
vr_html_append_collapsed (GString *text, const char *from, gsize n_bytes)
{
  const char *end = from + n_bytes, *word = from;

  while (from < end)
    {
      gsize n_space = measure_space (from, end);

      if (n_space == 0)
        {
          from++;
          continue;
        }
      g_string_append_len (text, word, from - word);
      if (text->len > 0 && text->str[text->len - 1] != ' ')
        g_string_append_c (text, ' ');
      from += n_space;
      word = from;
    }
  g_string_append_len (text, word, end - word);
}

void
vr_html_page_append_text (const VrHtmlPage *self, guint32 node, GString *text)
{
  for (guint32 i = node; i < self->nodes[node].end; i++)
    {
      const VrHtmlNode *below = &self->nodes[i];

      if (below->tag == VR_HTML_TEXT)
        vr_html_append_collapsed (text, below->text, strlen (below->text));
      else if (vr_html_tag_get_flow (below->tag) != VR_HTML_FLOW_INLINE)
        vr_html_append_collapsed (text, " ", 1);
    }
}

char *
vr_html_page_dup_text (const VrHtmlPage *self, guint32 node)
{
  g_autoptr (GString) text = g_string_new (NULL);

  vr_html_page_append_text (self, node, text);
  return g_strstrip (g_string_free (g_steal_pointer (&text), FALSE));
}

VrHtmlFlow
vr_html_tag_get_flow (VrHtmlTag tag)
{
  return flows[tag];
}

gboolean
vr_html_tag_is_heading (VrHtmlTag tag)
{
  return tag >= VR_HTML_H1 && tag <= VR_HTML_H6;
}
