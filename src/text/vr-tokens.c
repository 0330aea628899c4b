/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tokens of a list of texts, once built. */
#include "vr-tokens-private.h"

#include "vr-fold.h"
#include "vr-words-private.h"

#include <unicode/utf8.h>

VrTokens *
vr_tokens_new (const VrSlice *texts, guint n_texts, guint quiet, VrTokenUnit unit,
               const char *language, VrInterner *interner)
{
  return vr_tokens_new_by (VR_TOKENS_WAY_FASTEST, texts, n_texts, quiet, unit, language, interner);
}

static void
clear (gpointer data)
{
  VrTokens *self = data;
  g_free (self->ids);
  g_free (self->starts);
  g_free (self->ends);
  g_free (self->numbers);
  g_free (self->firsts);
}

void
vr_tokens_unref (VrTokens *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

guint32
vr_tokens_get_n (const VrTokens *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n;
}

const guint32 *
vr_tokens_peek_ids (const VrTokens *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->ids;
}

const guint32 *
vr_tokens_peek_starts (const VrTokens *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->starts;
}

const guint32 *
vr_tokens_peek_numbers (const VrTokens *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->numbers;
}

guint32
vr_tokens_get_n_numbers (const VrTokens *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_numbers;
}

const guint32 *
vr_tokens_peek_firsts (const VrTokens *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->firsts;
}

/* Back from @limit over what belongs to the gap behind a token. */
static guint32
trim_gap (const VrTokens *self, const char *text, guint32 from, guint32 limit)
{
  gint32 end = (gint32)limit;
  while (end > (gint32)from)
    {
      gint32 at = end;
      gint32 point;
      U8_PREV (text, (gint32)from, at, point);
      gboolean is_gap = vr_words_is_space (point)
                        || ((self->quiet & VR_QUIET_TYPOGRAPHIC) && vr_fold_is_invisible (point));
      if (!is_gap)
        break;
      end = at;
    }
  return (guint32)end;
}

guint32
vr_tokens_get_end (const VrTokens *self, VrSlice text, guint text_index, guint32 index)
{
  g_return_val_if_fail (self != NULL && index < self->n, 0);

  if (self->ends != NULL)
    return self->ends[index];
  guint32 from = self->starts[index];
  guint32 text_end = self->firsts[self->numbers[text_index] + 1];
  guint32 limit = index + 1 < text_end ? self->starts[index + 1] : (guint32)text.n_bytes;
  guint32 last = limit - 1;
  if (limit > from && g_ascii_isgraph (text.text[last]))
    return limit;
  if (last > from && text.text[last] == ' ' && g_ascii_isgraph (text.text[last - 1]))
    return last; /* most tokens are a word and one space */
  guint32 end = trim_gap (self, text.text, from, limit);
  return end > from ? end : limit; /* strictly, white space may be a token */
}
