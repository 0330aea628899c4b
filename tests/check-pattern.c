/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold for every search of a pattern, by a search that is slow and plain. */
#include "check-pattern.h"

#include "vr-fold.h"

#include <stdlib.h>
#include <utf8proc.h>

/* What the row of characters that begins at a character is. */
typedef enum
{
  ROW_NONE,
  ROW_SPACE,
  ROW_DASH,
  ROW_INVISIBLE,
} Row;

typedef struct
{
  const char *text;
  GArray *bounds; /* gsize: where characters begin, and the end */
} Characters;

static void
characters_init (Characters *self, const char *text)
{
  utf8proc_int32_t state = 0;
  gsize end = strlen (text);
  gunichar last = 0;

  self->text = text;
  self->bounds = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gsize at = (gsize)(p - text);

      if (p == text || utf8proc_grapheme_break_stateful ((gint32)last, (gint32)c, &state))
        g_array_append_val (self->bounds, at);
      last = c;
    }
  g_array_append_val (self->bounds, end);
}

static gsize
bound (const Characters *self, guint i)
{
  return g_array_index (self->bounds, gsize, i);
}

static Row
row_of (const Characters *self, guint i)
{
  g_autofree char *text =
      g_strndup (self->text + bound (self, i), bound (self, i + 1) - bound (self, i));
  gunichar c = g_utf8_get_char (text);

  if (strcmp (text, "\r\n") == 0)
    return ROW_SPACE;
  if (g_utf8_strlen (text, -1) != 1)
    return ROW_NONE;
  if (c == '-')
    return ROW_DASH;
  if (c == 0x200B || vr_fold_is_invisible ((gint32)c))
    return ROW_INVISIBLE;
  return g_unichar_isspace (c) || c == '\v' || c == 0x85 ? ROW_SPACE : ROW_NONE;
}

/* How many characters a whole has that begins with number @i. */
static guint
whole_length (const Characters *self, guint i)
{
  guint n = self->bounds->len - 1, end = i + 1;
  Row row = row_of (self, i);

  if (row == ROW_SPACE)
    while (end < n && (row_of (self, end) == ROW_SPACE || row_of (self, end) == ROW_INVISIBLE))
      end++;
  if (row == ROW_DASH)
    while (end < n && row_of (self, end) == ROW_DASH)
      end++;
  if (row == ROW_DASH && end - i > 3)
    return 1;
  return end - i;
}

/* A whole inside a long row of dashes is not one that begins there. */
static gboolean
is_in_row (const Characters *self, guint i)
{
  return row_of (self, i) == ROW_DASH && i > 0 && self->text[bound (self, i) - 1] == '-';
}

static void
fold_character (GString *folded, const char *text, gsize n_bytes)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  utf8proc_uint8_t *mapped = NULL;

  for (const char *p = text; p < text + n_bytes; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *instead = c >= 0x80 ? vr_fold_replacement ((gint32)c) : NULL;

      if (c == 0x200B)
        continue;
      if (c == 0x2212)
        instead = "-";
      else if (instead == NULL && (g_unichar_isspace (c) || c == '\v' || c == 0x85))
        instead = " ";
      if (instead != NULL)
        g_string_append (plain, instead);
      else
        g_string_append_unichar (plain, c);
    }
  utf8proc_map ((const utf8proc_uint8_t *)plain->str, (utf8proc_ssize_t)plain->len, &mapped,
                UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD);
  g_string_append (folded, (const char *)mapped);
  free (mapped);
}

/* Each whole as text: "" for one that cannot be seen. */
static void
fold_wholes (const Characters *self, GPtrArray *folded, GArray *bounds)
{
  guint n = self->bounds->len - 1;
  gsize last = bound (self, n);

  for (guint i = 0; i < n;)
    {
      guint length = is_in_row (self, i) ? 1 : whole_length (self, i);
      gsize from = bound (self, i), to = bound (self, i + length);
      g_autoptr (GString) whole = g_string_new (NULL);

      if (row_of (self, i) == ROW_SPACE)
        g_string_assign (whole, " ");
      else if (row_of (self, i) == ROW_DASH)
        g_string_assign (whole, "-");
      else
        fold_character (whole, self->text + from, to - from);
      g_array_append_val (bounds, from);
      g_ptr_array_add (folded, g_strdup (whole->str));
      i += length;
    }
  g_array_append_val (bounds, last);
}

/* Returns behind which whole a match ends that begins with whole @first, or 0. */
static guint
match_at (const GPtrArray *folded, guint first, const char *wanted)
{
  gsize n_wanted = strlen (wanted), n = 0;

  for (guint i = first; i < folded->len; i++)
    {
      const char *whole = g_ptr_array_index (folded, i);

      if (i == first && *whole == '\0')
        return 0;
      if (strncmp (wanted + n, whole, strlen (whole)) != 0)
        return 0;
      n += strlen (whole);
      if (n == n_wanted)
        return i + 1;
    }
  return 0;
}

static void
fold_text (const char *text, GPtrArray *folded, GArray *bounds)
{
  Characters characters;

  characters_init (&characters, text);
  fold_wholes (&characters, folded, bounds);
  g_array_unref (characters.bounds);
}

/* An index that has the folded text alone must not lose a match. */
static void
check_folded (const char *query, VrSlice text)
{
  g_autofree char *folded = vr_pattern_fold (text);
  g_autofree char *wanted = vr_pattern_fold ((VrSlice){ query, strlen (query) });

  g_assert_true (g_utf8_validate (folded, -1, NULL));
  g_assert_nonnull (strstr (folded, wanted));
}

guint
check_pattern (const char *query, const char *text)
{
  g_autoptr (VrPattern) pattern = vr_pattern_new (query);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) folded = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) bounds = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GArray) unused = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autofree char *joined = NULL;
  VrSlice slice = { text, strlen (text) };
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (VrSpan));
  VrSpan match = { 0, 0 };
  guint n_matches = 0;

  fold_text (query, wanted, unused);
  g_ptr_array_add (wanted, NULL);
  joined = g_strjoinv ("", (char **)wanted->pdata);
  g_assert_cmpint (pattern == NULL, ==, *joined == '\0');
  if (pattern == NULL)
    return 0;
  vr_pattern_find_all (pattern, slice, all);
  fold_text (text, folded, bounds);
  for (guint i = 0; i < folded->len;)
    {
      guint end = match_at (folded, i, joined);

      if (end == 0)
        {
          i++;
          continue;
        }
      g_assert_true (vr_pattern_find (pattern, slice, match.to, &match));
      g_assert_cmpuint (match.from, ==, g_array_index (bounds, gsize, i));
      g_assert_cmpuint (match.to, ==, g_array_index (bounds, gsize, end));
      g_assert_cmpuint (n_matches, <, all->len);
      g_assert_cmpmem (&g_array_index (all, VrSpan, n_matches), sizeof match, &match, sizeof match);
      n_matches++;
      i = end;
    }
  g_assert_false (vr_pattern_find (pattern, slice, match.to, &match));
  g_assert_cmpuint (n_matches, ==, all->len);
  if (n_matches > 0)
    check_folded (query, slice);
  return n_matches;
}
