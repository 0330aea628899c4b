/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of a phrase, event by event. */
#include "vr-phrase-lives.h"

#include "vr-pattern.h"

/* So much of a sentence around the phrase tells what it is about; in characters. */
#define CONTEXT_BEFORE 60
#define CONTEXT_BEHIND 90
/* No word is looked for longer than this for its end, so that languages without spaces end too. */
#define WORD_MOST 16

static void
clear_event (gpointer data)
{
  g_free (((VrPhraseEvent *)data)->context);
}

static void
clear_titles (gpointer data)
{
  vr_variant_titles_clear (data);
}

/* The pair with the version that has the phrase on @side, of which @id is known. */
static void
set_pair (VrPhraseEvent *event, guint older, VrSide side, const char *older_id,
          const char *newer_id)
{
  event->older = older;
  event->newer = older + 1;
  event->side = side;
  g_strlcpy (event->older_id, older_id, sizeof event->older_id);
  g_strlcpy (event->newer_id, newer_id, sizeof event->newer_id);
}

/* What has the phrase from the first version on is shown beside the second one. */
static void
add_coming (GArray *events, guint variant, const VrFoundVariant *found,
            const VrFoundVersion *version, VrPhraseEventKind kind)
{
  VrPhraseEvent event = { .variant = variant, .kind = kind, .version = *version };

  if (version->number > 1)
    set_pair (&event, version->number - 1, VR_SIDE_NEW, "", version->id);
  else if (found->n_versions > 1)
    set_pair (&event, 1, VR_SIDE_OLD, version->id, "");
  g_array_append_val (events, event);
}

static void
add_vanished (GArray *events, guint variant, const VrFoundSpan *span)
{
  VrPhraseEvent event = { .variant = variant,
                          .kind = VR_PHRASE_VANISHED,
                          .version = span->vanished };

  set_pair (&event, span->last.number, VR_SIDE_OLD, span->last.id, span->vanished.id);
  g_array_append_val (events, event);
}

static void
add_variant (GArray *events, guint variant, const VrFoundVariant *found)
{
  const VrFoundSpan *last = &found->spans[found->n_spans - 1];

  for (guint i = 0; i < found->n_spans; i++)
    {
      const VrFoundSpan *span = &found->spans[i];

      add_coming (events, variant, found, &span->first,
                  i == 0 ? VR_PHRASE_APPEARED : VR_PHRASE_BACK);
      if (span->vanished.number != 0)
        add_vanished (events, variant, span);
    }
  if (last->vanished.number == 0 && last->last.number != last->first.number)
    add_coming (events, variant, found, &last->last, VR_PHRASE_STANDS);
}

VrPhraseLives *
vr_phrase_lives_new (const char *phrase, VrHistorySearch *search)
{
  VrPhraseLives *self = g_atomic_rc_box_new (VrPhraseLives);
  guint n;
  const VrFoundVariant *variants = vr_history_search_peek_variants (search, &n);

  self->phrase = g_strdup (phrase);
  self->search = search;
  self->events = g_array_new (FALSE, FALSE, sizeof (VrPhraseEvent));
  g_array_set_clear_func (self->events, clear_event);
  self->titles = g_array_sized_new (FALSE, FALSE, sizeof (VrVariantTitles), n);
  g_array_set_clear_func (self->titles, clear_titles);
  for (guint i = 0; i < n; i++)
    {
      VrVariantTitles slugs;

      vr_variant_titles_init_slugs (&slugs, variants[i].name);
      g_array_append_val (self->titles, slugs);
      add_variant (self->events, i, &variants[i]);
    }

  return self;
}

VrPhraseLives *
vr_phrase_lives_ref (VrPhraseLives *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_lives (gpointer data)
{
  VrPhraseLives *self = data;

  g_free (self->phrase);
  g_clear_pointer (&self->search, vr_history_search_unref);
  g_array_unref (self->titles);
  g_array_unref (self->events);
}

void
vr_phrase_lives_unref (VrPhraseLives *self)
{
  g_atomic_rc_box_release_full (self, clear_lives);
}

const VrPhraseEvent *
vr_phrase_lives_peek_event (const VrPhraseLives *self, guint index)
{
  return &g_array_index (self->events, VrPhraseEvent, index);
}

const VrFoundVariant *
vr_phrase_lives_peek_variant (const VrPhraseLives *self, guint index)
{
  guint n;

  return &vr_history_search_peek_variants (self->search,
                                           &n)[vr_phrase_lives_peek_event (self, index)->variant];
}

const VrVariantTitles *
vr_phrase_lives_peek_titles (const VrPhraseLives *self, guint index)
{
  return &g_array_index (self->titles, VrVariantTitles,
                         vr_phrase_lives_peek_event (self, index)->variant);
}

void
vr_phrase_lives_take_titles (VrPhraseLives *self, guint variant, const VrVariantTitles *titles)
{
  VrVariantTitles *to = &g_array_index (self->titles, VrVariantTitles, variant);

  vr_variant_titles_clear (to);
  *to = *titles;
}

gboolean
vr_phrase_lives_begins_variant (const VrPhraseLives *self, guint index)
{
  return index == 0
         || vr_phrase_lives_peek_event (self, index - 1)->variant
                != vr_phrase_lives_peek_event (self, index)->variant;
}

/* So many characters before @from, and on to where a word begins. */
static const char *
find_begin (const char *text, const char *from)
{
  for (guint i = 0; i < CONTEXT_BEFORE && from > text; i++)
    from = g_utf8_find_prev_char (text, from);
  for (guint i = 0; i < WORD_MOST && from > text; i++)
    {
      const char *before = g_utf8_find_prev_char (text, from);

      if (g_unichar_isspace (g_utf8_get_char (before)))
        break;
      from = before;
    }

  return from;
}

static const char *
find_end (const char *to, const char *end)
{
  for (guint i = 0; i < CONTEXT_BEHIND && to < end; i++)
    to = g_utf8_next_char (to);
  for (guint i = 0; i < WORD_MOST && to < end && !g_unichar_isspace (g_utf8_get_char (to)); i++)
    to = g_utf8_next_char (to);

  return to;
}

static void
cut_context (VrPhraseEvent *self, VrSlice text, VrSpan match)
{
  const char *begin = find_begin (text.text, text.text + match.from);
  const char *end = find_end (text.text + match.to, text.text + text.n_bytes);
  GString *context = g_string_new (begin > text.text ? "…" : NULL);
  guint32 before = (guint32)(begin - text.text);

  self->match.from = match.from - before + (guint32)context->len;
  self->match.to = match.to - before + (guint32)context->len;
  g_string_append_len (context, begin, end - begin);
  if (end < text.text + text.n_bytes)
    g_string_append (context, "…");
  self->context = g_string_free (context, FALSE);
}

void
vr_phrase_event_set_context (VrPhraseEvent *self, const VrArticle *article, const char *phrase)
{
  g_autoptr (VrPattern) pattern = vr_pattern_new (phrase);
  guint n = vr_article_get_n_paragraphs (article);
  VrSpan match;

  for (guint i = 0; pattern != NULL && i < n; i++)
    {
      VrSlice text = vr_article_get_paragraph_text (article, i);

      if (!vr_pattern_find (pattern, text, 0, &match))
        continue;
      g_clear_pointer (&self->context, g_free);
      cut_context (self, text, match);
      return;
    }
}
