/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which keys a critical change may begin with: told once for each, not for each place it stands. */
#include "vr-critical-private.h"

#include "vr-fold.h"
#include "vr-scale.h"

static gboolean
is_unit_sign (gunichar c)
{
  return vr_critical_is_percent (c) || g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL;
}

/* An address has digits, but is no number. */
static gboolean
is_address (VrSlice key)
{
  return vr_fold_is_address (key) || memchr (key.text, '@', key.n_bytes) != NULL;
}

static guint8
find_number_traits (VrSlice key)
{
  gboolean is_sign = key.n_bytes > 0;

  for (const char *p = key.text; p < key.text + key.n_bytes; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar)*p;

      if (c < 0x80 ? g_ascii_isdigit (c) : vr_critical_is_digit (c = g_utf8_get_char (p)))
        return is_address (key) ? 0 : VR_TRAIT_NUMBER;
      is_sign = is_sign && !g_ascii_isalpha (c) && is_unit_sign (c);
    }

  return is_sign || vr_scale_is_word (key) ? VR_TRAIT_UNIT_SIGN : 0;
}

static gboolean
is_quote (VrSlice key, GString *buffer)
{
  static const char corners[] = "「」『』《》〈〉";
  VrSlice folded = vr_fold_key (key, VR_QUIET_TYPOGRAPHIC, buffer);

  if (folded.n_bytes == 1)
    return *folded.text == '"' || *folded.text == '\'';
  return folded.n_bytes == 3 && g_utf8_strchr (corners, -1, g_utf8_get_char (folded.text)) != NULL;
}

static gboolean
is_greek (const VrNegations *const negations[VR_N_SIDES])
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    if (negations[side] != NULL && g_str_equal (negations[side]->language, "el"))
      return TRUE;

  return FALSE;
}

/* @semicolon_asks: as in Greek. */
static guint8
find_mark_traits (VrSlice key, gboolean semicolon_asks, GString *buffer)
{
  if (vr_end_mark_get (key) != VR_END_MARK_NONE && (semicolon_asks || *key.text != ';'))
    return VR_TRAIT_END_MARK;
  return is_quote (key, buffer) ? VR_TRAIT_QUOTE : 0;
}

/* Most keys: no number, no sign and, as all of those have an apostrophe or a hyphen, nothing with a
 * negation's beginning or end. */
static gboolean
is_letters (VrSlice key)
{
  for (gsize i = 0; i < key.n_bytes; i++)
    if ((guchar)((key.text[i] | 0x20) - 'a') > 'z' - 'a')
      return FALSE;

  return key.n_bytes > 0;
}

void
vr_critical_describe_ids (VrEngine *engine, const VrNegations *const negations[VR_N_SIDES])
{
  g_autoptr (GString) buffer = g_string_new (NULL);
  gboolean semicolon_asks = is_greek (negations);

  for (guint32 id = 0; id < engine->n_ids; id++)
    {
      VrSlice key = vr_interner_peek (engine->interner, id);

      if (engine->traits[id] & VR_TRAIT_PUNCTUATION)
        {
          engine->traits[id] |= find_mark_traits (key, semicolon_asks, buffer);
          continue;
        }
      if (is_letters (key))
        {
          engine->traits[id] |= vr_scale_is_word (key) ? VR_TRAIT_UNIT_SIGN : 0;
          continue;
        }
      engine->traits[id] |= find_number_traits (key);
      for (guint side = 0; side < VR_N_SIDES; side++)
        if (negations[side] != NULL)
          {
            if (vr_negations_has_suffix (negations[side], key))
              engine->traits[id] |= VR_TRAIT_NEGATION;
            if (vr_negations_has_prefix (negations[side], key))
              engine->traits[id] |= VR_TRAIT_NEGATION_PART;
          }
    }
}
