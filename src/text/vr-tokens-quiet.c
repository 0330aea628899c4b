/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which quiet classes tell two stretches of text apart, and what counts as punctuation. */
#include "vr-tokens.h"

#include "vr-fold.h"
#include "vr-words-private.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <string.h>

/* Po, but it carries meaning as a word does: "5 %" is not "5". */
static gboolean
is_meaningful (gint32 point)
{
  switch (point)
    {
    case '%':
    case '&':
    case '#':
    case '@':
    case 0xA7:   /* section */
    case 0x2030: /* per mille */
    case 0x2031: /* per ten thousand */
    case 0x66A:  /* Arabic percent */
    case 0xFF05: /* fullwidth percent */
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
vr_token_is_punctuation (VrSlice token)
{
  gboolean found = FALSE;
  if (token.n_bytes > 0 && g_ascii_isalnum (token.text[0]))
    return FALSE; /* spares nearly all tokens the look-up */
  for (gsize at = 0; at < token.n_bytes;)
    {
      gint32 point;
      U8_NEXT (token.text, at, token.n_bytes, point);
      if (vr_fold_is_invisible (point))
        continue;
      if (!(U_GET_GC_MASK (point) & U_GC_P_MASK) || point == '_' || is_meaningful (point))
        return FALSE;
      found = TRUE;
    }
  return found;
}

/* @text's white space in @spaces, the rest in @rest. */
static void
take_apart (VrSlice text, GString *spaces, GString *rest)
{
  for (gsize at = 0; at < text.n_bytes;)
    {
      gsize here = at;
      gint32 point;
      U8_NEXT (text.text, at, text.n_bytes, point);
      g_string_append_len (vr_words_is_space (point) ? spaces : rest, text.text + here,
                           (gssize)(at - here));
    }
}

/* Makes one of each row of dashes: among other marks of a gap they are not tokens of their own. */
static void
squeeze_dashes (GString *text)
{
  gsize kept = 0;
  for (gsize at = 0; at < text->len; at++)
    if (text->str[at] != '-' || at == 0 || text->str[at - 1] != '-')
      text->str[kept++] = text->str[at];
  g_string_truncate (text, kept);
}

static GString *
fold_all (const GString *text, guint quiet)
{
  GString *key = g_string_new (NULL);
  VrSlice folded = vr_fold_key ((VrSlice){ text->str, text->len }, quiet, key);
  if (folded.text != key->str)
    g_string_append_len (key, folded.text, (gssize)folded.n_bytes);
  if (quiet & VR_QUIET_TYPOGRAPHIC)
    squeeze_dashes (key);
  return key;
}

static gboolean
folds_together (const GString *a, const GString *b, guint quiet)
{
  g_autoptr (GString) first = fold_all (a, quiet);
  g_autoptr (GString) second = fold_all (b, quiet);
  return g_string_equal (first, second);
}

static gboolean
is_plain (const GString *text)
{
  g_autoptr (GString) folded = fold_all (text, VR_QUIET_TYPOGRAPHIC);
  return g_string_equal (text, folded);
}

/* Case folding takes ligatures apart as well, so it alone does not tell. */
static gboolean
differ_in_case_only (const GString *a, const GString *b)
{
  g_autofree char *a_lower = g_utf8_strdown (a->str, (gssize)a->len);
  g_autofree char *b_lower = g_utf8_strdown (b->str, (gssize)b->len);
  if (strcmp (a_lower, b_lower) == 0)
    return TRUE;
  return folds_together (a, b, VR_QUIET_CASE) && is_plain (a) && is_plain (b);
}

guint
vr_tokens_quiet_between (VrSlice a, VrSlice b)
{
  if (vr_slice_is_equal (a, b))
    return VR_QUIET_NONE;

  g_autoptr (GString) a_spaces = g_string_new (NULL);
  g_autoptr (GString) b_spaces = g_string_new (NULL);
  g_autoptr (GString) a_rest = g_string_new (NULL);
  g_autoptr (GString) b_rest = g_string_new (NULL);
  take_apart (a, a_spaces, a_rest);
  take_apart (b, b_spaces, b_rest);

  gboolean same_rest = g_string_equal (a_rest, b_rest);
  guint quiet = VR_QUIET_NONE;
  if (!g_string_equal (a_spaces, b_spaces) || same_rest)
    quiet |= VR_QUIET_SPACE;
  if (same_rest)
    return quiet;
  if (folds_together (a_rest, b_rest, VR_QUIET_TYPOGRAPHIC))
    return quiet | VR_QUIET_TYPOGRAPHIC;
  if (!folds_together (a_rest, b_rest, VR_QUIET_TYPOGRAPHIC | VR_QUIET_CASE))
    return quiet | VR_QUIET_PUNCTUATION;
  if (differ_in_case_only (a_rest, b_rest))
    return quiet | VR_QUIET_CASE;
  return quiet | VR_QUIET_TYPOGRAPHIC | VR_QUIET_CASE;
}
