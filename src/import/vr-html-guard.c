/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes out of HTML what would make gumbo slow, and what no reader of an article needs. */
#include "vr-html-guard.h"

#include <string.h>

/* Formatting elements that are open are opened again in every block: so many copies are made at
 * most, summed over all blocks. */
#define MAX_REOPENED 200000
#define MAX_NAME 24

/* What the tokenizer does at a tag. */
typedef enum
{
  KIND_OTHER = 0,
  KIND_VOID = 1 << 0,       /* never has content */
  KIND_RAW = 1 << 1,        /* its content is no markup */
  KIND_UNREAD = 1 << 2,     /* and nobody reads it */
  KIND_SIBLING = 1 << 3,    /* ends an open one of its name */
  KIND_FORMATTING = 1 << 4, /* is opened again in the next block */
  KIND_BLOCK = 1 << 5,      /* in which formatting elements are opened again */
  KIND_FOREIGN = 1 << 6,    /* begins SVG or MathML */
  KIND_HOME = 1 << 7,       /* inside of which HTML is HTML again */
} Kind;

typedef struct
{
  guint32 name; /* its hash */
  guint16 kind;
  gboolean is_foreign;
} Open;

typedef struct
{
  const char *at, *end;
  GString *out;
  Open open[VR_HTML_MAX_DEPTH];
  guint n_open;
  guint n_formatting;
  gsize n_reopened;
} Guard;

static const struct
{
  const char *name;
  guint16 kind;
} kinds[] = {
  { "a", KIND_FORMATTING },
  { "annotation-xml", KIND_HOME },
  { "area", KIND_VOID },
  { "b", KIND_FORMATTING },
  { "base", KIND_VOID },
  { "big", KIND_FORMATTING },
  { "blockquote", KIND_BLOCK },
  { "br", KIND_VOID },
  { "code", KIND_FORMATTING },
  { "col", KIND_VOID },
  { "dd", KIND_SIBLING | KIND_BLOCK },
  { "desc", KIND_HOME },
  { "div", KIND_BLOCK },
  { "dt", KIND_SIBLING | KIND_BLOCK },
  { "em", KIND_FORMATTING },
  { "embed", KIND_VOID },
  { "font", KIND_FORMATTING },
  { "foreignobject", KIND_HOME },
  { "hr", KIND_VOID },
  { "i", KIND_FORMATTING },
  { "iframe", KIND_RAW | KIND_UNREAD },
  { "image", KIND_VOID },
  { "img", KIND_VOID },
  { "input", KIND_VOID },
  { "li", KIND_SIBLING | KIND_BLOCK },
  { "link", KIND_VOID },
  { "math", KIND_FOREIGN },
  { "meta", KIND_VOID },
  { "nobr", KIND_FORMATTING },
  { "noembed", KIND_RAW | KIND_UNREAD },
  { "noframes", KIND_RAW | KIND_UNREAD },
  { "option", KIND_SIBLING },
  { "p", KIND_SIBLING | KIND_BLOCK },
  { "param", KIND_VOID },
  { "s", KIND_FORMATTING },
  { "script", KIND_RAW | KIND_UNREAD },
  { "small", KIND_FORMATTING },
  { "source", KIND_VOID },
  { "strike", KIND_FORMATTING },
  { "strong", KIND_FORMATTING },
  { "style", KIND_RAW | KIND_UNREAD },
  { "svg", KIND_FOREIGN },
  { "td", KIND_SIBLING | KIND_BLOCK },
  { "textarea", KIND_RAW },
  { "th", KIND_SIBLING | KIND_BLOCK },
  { "title", KIND_RAW | KIND_HOME },
  { "tr", KIND_SIBLING },
  { "track", KIND_VOID },
  { "tt", KIND_FORMATTING },
  { "u", KIND_FORMATTING },
  { "wbr", KIND_VOID },
  { "xmp", KIND_RAW },
};

static guint16
find_kind (const char *name)
{
  guint from = 0, to = G_N_ELEMENTS (kinds);

  while (from < to)
    {
      guint middle = (from + to) / 2;
      int order = strcmp (name, kinds[middle].name);

      if (order == 0)
        return kinds[middle].kind;
      if (order < 0)
        to = middle;
      else
        from = middle + 1;
    }
  return KIND_OTHER;
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\f' || c == '\r';
}

static void
copy (Guard *self, const char *from, const char *to)
{
  g_string_append_len (self->out, from, to - from);
}

/* Leaves [@from, @to) out, but for its line ends. */
static void
drop (Guard *self, const char *from, const char *to)
{
  while ((from = memchr (from, '\n', to - from)) != NULL)
    {
      g_string_append_c (self->out, '\n');
      from++;
    }
}

/* Returns where @what begins in the rest, the end if nowhere. */
static const char *
find (const Guard *self, const char *from, const char *what)
{
  const char *found = memmem (from, self->end - from, what, strlen (what));

  return found != NULL ? found : self->end;
}

/* Reads a tag's name in lower case, cut where it is too long for any that is known. */
static const char *
read_name (const Guard *self, const char *at, char *name)
{
  guint n = 0;

  for (; at < self->end && !is_space (*at) && *at != '/' && *at != '>'; at++)
    if (n < MAX_NAME - 1)
      name[n++] = g_ascii_tolower (*at);
  name[n] = '\0';
  return at;
}

/* Returns where the attribute at @at ends: behind its value, if it has one. */
static const char *
skip_attribute (const Guard *self, const char *at)
{
  const char *value;
  char quote;

  at++; /* even an equals sign begins a name */
  while (at < self->end && !is_space (*at) && *at != '/' && *at != '>' && *at != '=')
    at++;
  value = at;
  while (value < self->end && is_space (*value))
    value++;
  if (value == self->end || *value != '=')
    return at;
  value++;
  while (value < self->end && is_space (*value))
    value++;
  if (value == self->end || *value == '>')
    return value;
  quote = *value;
  if (quote == '"' || quote == '\'')
    {
      const char *behind = memchr (value + 1, quote, self->end - value - 1);

      return behind != NULL ? behind + 1 : self->end;
    }
  while (value < self->end && !is_space (*value) && *value != '>')
    value++;
  return value;
}

/* Returns where the tag whose name ends at @at ends, behind its ">", and in @kept where what is
 * kept of its attributes does; @is_closed: whether it ends in "/>". */
static const char *
skip_attributes (const Guard *self, const char *at, const char **kept, gboolean *is_closed)
{
  guint n = 0;

  *kept = NULL;
  *is_closed = FALSE;
  while (at < self->end && *at != '>')
    {
      if (is_space (*at) || *at == '/')
        {
          *is_closed = *at == '/';
          at++;
          continue;
        }
      if (n++ == VR_HTML_MAX_ATTRIBUTES)
        *kept = at;
      at = skip_attribute (self, at);
      *is_closed = FALSE;
    }
  if (*kept == NULL)
    *kept = at;
  return at < self->end ? at + 1 : at;
}

static void
pop (Guard *self)
{
  self->n_open--;
  if (self->open[self->n_open].kind & KIND_FORMATTING && self->n_formatting > 0)
    self->n_formatting--;
}

static void
close_open (Guard *self, guint32 name)
{
  for (guint i = self->n_open; i-- > 0;)
    if (self->open[i].name == name)
      {
        while (self->n_open > i)
          pop (self);
        return;
      }
}

/* A paragraph or cell ends the open one before it, but not one outside of the block it is in. */
static void
close_sibling (Guard *self, guint32 name)
{
  for (guint i = self->n_open;
       i-- > 0 && (self->open[i].kind & KIND_FORMATTING || self->open[i].name == name);)
    if (self->open[i].name == name)
      {
        while (self->n_open > i)
          pop (self);
        return;
      }
}

static gboolean
is_in_foreign (const Guard *self)
{
  return self->n_open > 0 && self->open[self->n_open - 1].is_foreign;
}

/* Returns whether the element may be opened. */
static gboolean
try_push (Guard *self, const char *name, guint16 kind, gboolean is_closed)
{
  guint32 hash = g_str_hash (name);
  gboolean is_foreign;

  if (kind & (KIND_BLOCK | KIND_FORMATTING | KIND_VOID))
    while (is_in_foreign (self))
      pop (self);
  if (kind & KIND_VOID || (is_closed && is_in_foreign (self)))
    return TRUE;
  if (kind & KIND_SIBLING)
    close_sibling (self, hash);
  if (kind & KIND_BLOCK)
    self->n_reopened += self->n_formatting;
  is_foreign = kind & KIND_FOREIGN || (is_in_foreign (self) && !(kind & KIND_HOME));
  if (self->n_open == VR_HTML_MAX_DEPTH || self->n_reopened > MAX_REOPENED)
    return FALSE;
  self->open[self->n_open++] = (Open){ hash, kind, is_foreign };
  self->n_formatting += (kind & KIND_FORMATTING) != 0;
  return TRUE;
}

/* Returns where the end tag of @name begins. */
static const char *
find_end_tag (const Guard *self, const char *at, const char *name)
{
  gsize n_name = strlen (name);

  for (; (at = find (self, at, "</")) < self->end; at += 2)
    if ((gsize)(self->end - at) > n_name + 2 && g_ascii_strncasecmp (at + 2, name, n_name) == 0
        && (is_space (at[n_name + 2]) || at[n_name + 2] == '>' || at[n_name + 2] == '/'))
      break;
  return at;
}

static void
read_raw (Guard *self, const char *tag, const char *behind, const char *name, guint16 kind)
{
  const char *end = find_end_tag (self, behind, name);
  gboolean is_data = memmem (tag, behind - tag, "ld+json", 7) != NULL;

  if (kind & KIND_UNREAD && !is_data)
    drop (self, behind, end);
  else
    copy (self, behind, end);
  self->at = end;
  if (end == self->end)
    g_string_append_printf (self->out, "</%s>", name);
}

static void
read_start_tag (Guard *self)
{
  const char *tag = self->at, *kept, *behind;
  char name[MAX_NAME];
  gboolean is_closed;
  guint16 kind;

  behind = read_name (self, tag + 1, name);
  behind = skip_attributes (self, behind, &kept, &is_closed);
  kind = find_kind (name);
  self->at = behind;
  if (behind == self->end && behind[-1] != '>')
    return;
  if (kind & KIND_RAW && !is_in_foreign (self))
    {
      copy (self, tag, kept);
      g_string_append_c (self->out, '>');
      read_raw (self, tag, behind, name, kind);
    }
  else if (try_push (self, name, kind, is_closed))
    {
      copy (self, tag, kept);
      drop (self, kept, behind);
      g_string_append_c (self->out, '>');
    }
  else
    drop (self, tag, behind);
}

static void
read_end_tag (Guard *self)
{
  const char *tag = self->at, *behind;
  char name[MAX_NAME];

  behind = find (self, read_name (self, tag + 2, name), ">");
  behind += behind < self->end;
  close_open (self, g_str_hash (name));
  g_string_append_printf (self->out, "</%s>", name);
  drop (self, tag, behind);
  self->at = behind;
}

/* A comment, a document type or what a parser takes for a comment. */
static void
read_declaration (Guard *self)
{
  const char *from = self->at, *to;
  gsize n_left = self->end - from;

  if (n_left >= 4 && memcmp (from, "<!--", 4) == 0)
    {
      gboolean is_empty =
          n_left >= 5 && (from[4] == '>' || (n_left >= 6 && from[4] == '-' && from[5] == '>'));

      to = find (self, from + 4, is_empty ? ">" : "-->");
      if (to < self->end)
        to += is_empty ? 1 : 3;
      drop (self, from, to);
    }
  else
    {
      to = find (self, from, ">");
      to += to < self->end;
      if (n_left > 9 && g_ascii_strncasecmp (from, "<!doctype", 9) == 0)
        copy (self, from, to);
      else
        drop (self, from, to);
    }
  self->at = to;
}

GString *
vr_html_guard (const char *html, gsize n_bytes)
{
  g_autofree Guard *self = g_new0 (Guard, 1);

  self->at = html;
  self->end = html + n_bytes;
  self->out = g_string_sized_new (n_bytes / 2 + 64);
  while (self->at < self->end)
    {
      const char *tag = find (self, self->at, "<");
      gsize n_left = self->end - tag;

      copy (self, self->at, tag);
      self->at = tag;
      if (n_left < 2)
        {
          copy (self, tag, self->end);
          break;
        }
      if (g_ascii_isalpha (tag[1]))
        read_start_tag (self);
      else if (tag[1] == '/' && n_left > 2 && g_ascii_isalpha (tag[2]))
        read_end_tag (self);
      else if (tag[1] == '!' || tag[1] == '?' || tag[1] == '/')
        read_declaration (self);
      else
        {
          g_string_append_c (self->out, '<');
          self->at++;
        }
    }
  return self->out;
}
