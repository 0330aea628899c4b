/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text as data inside of Markdown. */
#include "vr-markdown.h"

/* Marks wherever they stand; CommonMark, its dialects, and what CriticMarkup opens and closes. */
#define ALWAYS "\\`*_[]<>&~|#{}$^"

/* CriticMarkup's marks are made of these. */
#define CRITIC "+-=~<>{}"

typedef struct
{
  const char *start;
  const char *end;
  guint flags;
} Text;

static gboolean
is_one_of (const char *set, char c)
{
  return c != '\0' && strchr (set, c) != NULL;
}

/* Zero before the start and behind the end. */
static char
peek (const Text *self, const char *at)
{
  return at >= self->start && at < self->end ? *at : '\0';
}

/* "12." and "12)" begin a list. */
static gboolean
ends_number (const Text *self, const char *at)
{
  const char *p = self->start;

  while (p < at && g_ascii_isdigit (*p))
    p++;

  return p == at && at > self->start;
}

/* A mark of CriticMarkup needs two of its characters, or one that a mark of ours stands beside. */
static gboolean
may_be_critic (const Text *self, const char *at)
{
  char before = peek (self, at - 1);
  char behind = peek (self, at + 1);

  return is_one_of ("+-=", *at)
         && (before == '\0' || behind == '\0' || is_one_of (CRITIC, before)
             || is_one_of (CRITIC, behind));
}

static gboolean
begins_link (const Text *self, const char *at)
{
  return (*at == ':' && peek (self, at + 1) == '/')
         || (*at == '.' && at - self->start >= 3 && g_ascii_strncasecmp (at - 3, "www", 3) == 0);
}

static gboolean
needs_backslash (const Text *self, const char *at)
{
  gboolean is_block = (self->flags & VR_MARKDOWN_BLOCK) != 0;

  if (is_one_of (ALWAYS, *at) || begins_link (self, at))
    return TRUE;
  if (is_block && at == self->start && is_one_of ("+-=:%", *at))
    return TRUE;
  if (is_block && is_one_of (".)", *at) && ends_number (self, at))
    return TRUE;

  return (self->flags & VR_MARKDOWN_CRITIC) != 0 && may_be_critic (self, at);
}

static gboolean
is_active (gunichar c)
{
  return (c != '\t' && g_unichar_iscntrl (c)) || (c >= 0x202a && c <= 0x202e)
         || (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f || c == 0x061c || c == 0x2028
         || c == 0x2029;
}

static gboolean
is_hidden (const Text *self, const char *at)
{
  return (at == self->start && (self->flags & VR_MARKDOWN_HIDE_FIRST) != 0)
         || (g_utf8_next_char (at) == self->end && (self->flags & VR_MARKDOWN_HIDE_LAST) != 0);
}

static void
put_number (VrOutput *output, gunichar c)
{
  char number[sizeof "&#x10ffff;"];

  g_snprintf (number, sizeof number, "&#x%x;", c);
  vr_output_put (output, number);
}

void
vr_markdown_put (VrOutput *output, VrSlice text, guint flags)
{
  Text self = { text.text, text.text + text.n_bytes, flags };
  const char *start = self.start;

  for (const char *p = self.start, *next; p < self.end; p = next)
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_number = is_active (c) || is_hidden (&self, p);

      next = g_utf8_next_char (p);
      if (!is_number && !(c < 0x80 && needs_backslash (&self, p)))
        continue;
      vr_output_write (output, start, (gsize)(p - start));
      if (is_number)
        put_number (output, c);
      else
        vr_output_put_char (output, '\\');
      start = is_number ? next : p;
    }
  vr_output_write (output, start, (gsize)(self.end - start));
}

void
vr_markdown_put_string (VrOutput *output, const char *text, guint flags)
{
  vr_markdown_put (output, (VrSlice){ text, strlen (text) }, flags);
}
