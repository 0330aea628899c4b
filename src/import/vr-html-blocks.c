/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The visible text of a web page, cut into paragraphs as a reader sees them. */
#include "vr-html-blocks.h"

#include <string.h>

/* Behind so many blocks those that follow are joined to long ones: no article is so long, and what
 * is found out about each block takes memory. */
#define MANY_BLOCKS 30000
#define LONG_BLOCK 4096
/* So many stretches of a block are told apart. */
#define MAX_SPANS 2000

/* An inline element that is open, and where its stretch of the line began. */
typedef struct
{
  guint32 node;
  VrTextSpanKind kind;
  const char *target;
  guint32 from;
} OpenSpan;

typedef struct
{
  VrHtmlBlocks *built;
  gboolean with_hidden;
  GString *line;  /* the text since the last cut */
  GArray *blocks; /* guint32: the block elements that are open */
  GArray *spans;  /* OpenSpan */
  guint32 first;  /* the line's first text node */
  guint32 first_span;
  guint n_breaks; /* since the last text */
  guint n_preformatted;
  gboolean is_over;
} Walk;

static const char *
get_attribute (const Walk *walk, guint32 node, const char *name)
{
  return vr_html_page_get_attribute (walk->built->page, node, name);
}

/* Whether a browser without styles of the page's own would not show it. */
static gboolean
is_hidden (const Walk *walk, guint32 node)
{
  const char *style = get_attribute (walk, node, "style");

  if (get_attribute (walk, node, "hidden") != NULL)
    return TRUE;
  if (style == NULL)
    return FALSE;
  for (const char *p = style; (p = strstr (p, "display")) != NULL; p++)
    {
      const char *value = p + strlen ("display");

      while (g_ascii_isspace (*value) || *value == ':')
        value++;
      if (g_ascii_strncasecmp (value, "none", 4) == 0)
        return TRUE;
    }
  return FALSE;
}

static gint
compare_spans (gconstpointer a, gconstpointer b)
{
  const VrTextSpan *one = a, *other = b;

  if (one->span.from != other->span.from)
    return one->span.from < other->span.from ? -1 : 1;
  return one->span.to > other->span.to ? -1 : one->span.to < other->span.to;
}

static void
keep_span (Walk *walk, const OpenSpan *open, guint32 to)
{
  VrTextSpan span = { .kind = open->kind, .span = { open->from, to }, .target = open->target };

  if (open->from < to && walk->built->spans->len - walk->first_span < MAX_SPANS)
    g_array_append_val (walk->built->spans, span);
}

static guint32
count_chars (const char *from, const char *to)
{
  guint32 n = 0;

  for (; from < to; from++)
    n += *from != ' ' && ((guchar)*from & 0xC0) != 0x80;
  return n;
}

/* Words as runs of letters and digits; an ideograph is one alone. */
static guint32
count_words (const char *from, const char *to)
{
  guint32 n = 0;
  gboolean is_inside = FALSE;

  while (from < to)
    {
      gunichar c = g_utf8_get_char (from);
      gboolean is_letter = c < 0x80 ? g_ascii_isalnum (c) : g_unichar_isalnum (c);
      gboolean is_wide = c >= 0x2E80 && g_unichar_iswide (c);

      n += is_letter && (!is_inside || is_wide);
      is_inside = is_letter && !is_wide;
      from = g_utf8_next_char (from);
    }
  return n;
}

/* Sums up what kinds of spans the block has; nested ones of one kind count once. */
static void
measure_spans (const Walk *walk, VrHtmlBlock *block, const char *text)
{
  const VrTextSpan *spans = (const VrTextSpan *)walk->built->spans->data + block->first_span;
  guint32 link_end = 0, strong_end = 0;

  for (guint i = 0; i < block->n_spans; i++)
    {
      guint32 *end = spans[i].kind == VR_TEXT_SPAN_LINK ? &link_end : &strong_end;
      guint32 from = MAX (spans[i].span.from, *end);
      guint32 n;

      block->n_links += spans[i].kind == VR_TEXT_SPAN_LINK;
      if (from >= spans[i].span.to)
        continue;
      n = count_chars (text + from, text + spans[i].span.to);
      *end = spans[i].span.to;
      if (spans[i].kind == VR_TEXT_SPAN_LINK)
        block->n_link_chars += n;
      else
        block->n_strong_chars += n;
    }
}

static gboolean
has_ink (const char *text, gsize n_bytes)
{
  for (const char *p = text; p < text + n_bytes; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && !g_unichar_iszerowidth (c) && c != 0xAD && c >= ' ')
        return TRUE;
    }
  return FALSE;
}

/* Ends the line: it becomes a block if anything can be seen in it. */
static void
cut (Walk *walk)
{
  VrHtmlBlocks *built = walk->built;
  VrHtmlBlock block = { .first = walk->first, .first_span = walk->first_span };

  walk->n_breaks = 0;
  if (built->blocks->len >= MANY_BLOCKS && walk->line->len < LONG_BLOCK && !walk->is_over)
    {
      vr_html_append_collapsed (walk->line, " ", walk->line->len > 0);
      return;
    }
  if (walk->line->len > 0 && walk->line->str[walk->line->len - 1] == ' ')
    g_string_truncate (walk->line, walk->line->len - 1);
  if (has_ink (walk->line->str, walk->line->len))
    {
      const char *text = walk->line->str, *end = text + walk->line->len;

      for (guint i = 0; i < walk->spans->len; i++)
        keep_span (walk, &g_array_index (walk->spans, OpenSpan, i), walk->line->len);
      block.n_spans = built->spans->len - block.first_span;
      qsort ((VrTextSpan *)built->spans->data + block.first_span, block.n_spans,
             sizeof (VrTextSpan), compare_spans);
      block.node = g_array_index (walk->blocks, guint32, walk->blocks->len - 1);
      block.line = built->page->nodes[walk->first].line;
      block.text.from = built->text->len;
      g_string_append_len (built->text, text, end - text);
      block.text.to = built->text->len;
      g_string_append_c (built->text, '\n');
      block.n_chars = count_chars (text, end);
      block.n_words = count_words (text, end);
      measure_spans (walk, &block, text);
      g_array_append_val (built->blocks, block);
    }
  else
    g_array_set_size (built->spans, block.first_span);
  g_string_truncate (walk->line, 0);
  walk->first_span = built->spans->len;
  for (guint i = 0; i < walk->spans->len; i++)
    g_array_index (walk->spans, OpenSpan, i).from = 0;
}

static void
take_words (Walk *walk, guint32 node, const char *from, gsize n_bytes)
{
  if (strspn (from, " \t\n\r\f") < n_bytes)
    {
      walk->n_breaks = 0;
      if (walk->line->len == 0)
        walk->first = node;
    }
  vr_html_append_collapsed (walk->line, from, n_bytes);
}

static void
take_text (Walk *walk, guint32 node)
{
  const char *text = walk->built->page->nodes[node].text;

  while (walk->n_preformatted > 0)
    {
      const char *end = strchr (text, '\n');

      if (end == NULL)
        break;
      take_words (walk, node, text, end - text);
      cut (walk);
      text = end + 1;
    }
  take_words (walk, node, text, strlen (text));
}

static void
take_break (Walk *walk)
{
  if (++walk->n_breaks > 1)
    cut (walk);
  else
    vr_html_append_collapsed (walk->line, " ", walk->line->len > 0);
}

static void
open_span (Walk *walk, guint32 node)
{
  OpenSpan open = { .node = node, .from = walk->line->len };

  switch ((int)walk->built->page->nodes[node].tag)
    {
    case VR_HTML_A:
      open.kind = VR_TEXT_SPAN_LINK;
      open.target = get_attribute (walk, node, "href");
      if (open.target == NULL)
        return;
      break;
    case VR_HTML_EM:
    case VR_HTML_I:
    case VR_HTML_CITE:
      open.kind = VR_TEXT_SPAN_EMPHASIS;
      break;
    case VR_HTML_STRONG:
    case VR_HTML_B:
      open.kind = VR_TEXT_SPAN_STRONG;
      break;
    default:
      return;
    }
  g_array_append_val (walk->spans, open);
}

/* Closes what ends before @node. */
static void
close_before (Walk *walk, guint32 node)
{
  const VrHtmlNode *nodes = walk->built->page->nodes;

  while (walk->spans->len > 0 || walk->blocks->len > 1)
    {
      const OpenSpan *span = walk->spans->len > 0
                                 ? &g_array_index (walk->spans, OpenSpan, walk->spans->len - 1)
                                 : NULL;
      guint32 block = g_array_index (walk->blocks, guint32, walk->blocks->len - 1);
      gboolean is_span = span != NULL && (walk->blocks->len == 1 || span->node > block);

      if (nodes[is_span ? span->node : block].end > node)
        break;
      if (is_span)
        {
          guint32 to = walk->line->len;

          keep_span (walk, span, to > 0 && walk->line->str[to - 1] == ' ' ? to - 1 : to);
          g_array_set_size (walk->spans, walk->spans->len - 1);
          continue;
        }
      cut (walk);
      walk->n_preformatted -= nodes[block].tag == VR_HTML_PRE;
      g_array_set_size (walk->blocks, walk->blocks->len - 1);
    }
}

/* Returns the node to go on with. */
static guint32
visit (Walk *walk, guint32 i)
{
  const VrHtmlNode *node = &walk->built->page->nodes[i];

  close_before (walk, i);
  if (node->tag == VR_HTML_TEXT)
    {
      take_text (walk, i);
      return i + 1;
    }
  switch (vr_html_tag_get_flow (node->tag))
    {
    case VR_HTML_FLOW_UNSEEN:
      return node->end;
    case VR_HTML_FLOW_BREAK:
      take_break (walk);
      return i + 1;
    case VR_HTML_FLOW_BLOCK:
    case VR_HTML_FLOW_INLINE:
      break;
    }
  if (!walk->with_hidden && is_hidden (walk, i))
    return node->end;
  if (vr_html_tag_get_flow (node->tag) == VR_HTML_FLOW_INLINE)
    {
      open_span (walk, i);
      return i + 1;
    }
  cut (walk);
  walk->n_preformatted += node->tag == VR_HTML_PRE;
  g_array_append_val (walk->blocks, i);
  return i + 1;
}

VrHtmlBlocks *
vr_html_blocks_new (const VrHtmlPage *page, gboolean with_hidden)
{
  VrHtmlBlocks *self = g_new0 (VrHtmlBlocks, 1);
  Walk walk = { .built = self, .with_hidden = with_hidden };
  guint32 root = 0;

  self->page = page;
  self->text = g_string_new (NULL);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (VrHtmlBlock));
  /* Sized, as an empty array has no data to count from. */
  self->spans = g_array_sized_new (FALSE, FALSE, sizeof (VrTextSpan), 64);
  walk.line = g_string_new (NULL);
  walk.blocks = g_array_new (FALSE, FALSE, sizeof (guint32));
  walk.spans = g_array_new (FALSE, FALSE, sizeof (OpenSpan));
  g_array_append_val (walk.blocks, root);
  for (guint32 i = 1; i < page->n_nodes;)
    i = visit (&walk, i);
  walk.is_over = TRUE;
  close_before (&walk, page->n_nodes);
  cut (&walk);
  g_string_free (walk.line, TRUE);
  g_array_unref (walk.blocks);
  g_array_unref (walk.spans);
  return self;
}

guint
vr_html_blocks_find (const VrHtmlBlocks *self, guint32 node)
{
  guint from = 0, to = self->blocks->len;

  while (from < to)
    {
      guint middle = (from + to) / 2;

      if (vr_html_blocks_get (self, middle)->first < node)
        from = middle + 1;
      else
        to = middle;
    }
  return from;
}

void
vr_html_blocks_free (VrHtmlBlocks *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->blocks);
  g_array_unref (self->spans);
  g_free (self);
}
