/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where sentences end. */
#include "vr-sentences.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

struct _VrSentences
{
  char *language;
  UBreakIterator *iterator;
  UText *view;
};

VrSentences *
vr_sentences_new (const char *language)
{
  VrSentences *self = g_new0 (VrSentences, 1);
  self->language = g_strdup (language != NULL ? language : "und");
  return self;
}

void
vr_sentences_free (VrSentences *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->iterator, ubrk_close);
  g_clear_pointer (&self->view, utext_close);
  g_free (self->language);
  g_free (self);
}

void
vr_sentences_cut (VrSentences *self, VrSlice text, GArray *ends)
{
  g_return_if_fail (self != NULL && ends != NULL);

  UErrorCode status = U_ZERO_ERROR;
  if (self->iterator == NULL)
    self->iterator = ubrk_open (UBRK_SENTENCE, self->language, NULL, 0, &status);
  self->view = utext_openUTF8 (self->view, text.text, (gint64)text.n_bytes, &status);
  ubrk_setUText (self->iterator, self->view, &status);
  if (U_FAILURE (status))
    g_error ("ICU cannot cut sentences: %s", u_errorName (status));

  g_array_set_size (ends, 0);
  for (gint32 end = ubrk_next (self->iterator); end != UBRK_DONE; end = ubrk_next (self->iterator))
    {
      guint32 at = (guint32)end;
      g_array_append_val (ends, at);
    }
}
