/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison in words, a line a row: what a screen reader says in the window. */
#include "vr-report-words.h"

#include "vr-report-critical.h"
#include "vr-report-fate.h"
#include "vr-report-moves.h"
#include "vr-report-role.h"
#include "vr-report-summary.h"
#include "vr-styled-text.h"

#include <glib/gi18n-lib.h>

/* More than this many changes are heard as a count, not one by one. */
#define MAX_SPOKEN 6

/* Words that went, came or moved; @sentence is 0 but for a sentence that moved, which is whole. */
typedef struct
{
  VrSide side;
  VrSpan span;
  guint32 sentence;
} Change;

typedef struct
{
  const VrComparison *comparison;
  guint row_index;
  VrRow row;
  VrSpan spans[VR_N_SIDES];
  VrReportTexts texts;
  GArray *moves[VR_N_SIDES]; /* VrSentenceMove */
  GArray *changes;           /* Change */
} Reader;

static gboolean
overlap (VrSpan a, VrSpan b)
{
  return a.from < b.to && b.from < a.to;
}

static gboolean
is_told (const Reader *self, guint32 sentence, VrSide side)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      const Change *change = &g_array_index (self->changes, Change, i);

      if (change->sentence == sentence && change->side == side)
        return TRUE;
    }

  return FALSE;
}

static void
add_change (Reader *self, VrSide side, VrSpan span, guint32 sentence)
{
  Change change = { side, span, sentence };

  if (span.from < span.to)
    g_array_append_val (self->changes, change);
}

/* A run of words that went or came: what of it belongs to a moved sentence is told with that. */
static void
add_run (Reader *self, VrSide side, VrSpan run)
{
  for (guint i = 0; i < self->moves[side]->len; i++)
    {
      const VrSentenceMove *move = &g_array_index (self->moves[side], VrSentenceMove, i);

      if (!overlap (move->span, run))
        continue;
      add_change (self, side, (VrSpan){ run.from, MIN (run.to, MAX (run.from, move->span.from)) },
                  0);
      if (!is_told (self, move->sentence, side))
        add_change (self, side, move->span, move->sentence);
      run.from = MIN (run.to, MAX (run.from, move->span.to));
    }
  add_change (self, side, run, 0);
}

static void
find_changes (Reader *self)
{
  if (self->row.n_old > 0 && self->row.n_new > 0)
    for (guint32 i = 0; i < self->row.n_pieces; i++)
      {
        const VrPiece *piece = &self->row.pieces[i];

        if (piece->op == VR_PIECE_DELETE && overlap (piece->old_span, self->spans[VR_SIDE_OLD]))
          add_run (self, VR_SIDE_OLD, piece->old_span);
        else if (piece->op == VR_PIECE_INSERT
                 && overlap (piece->new_span, self->spans[VR_SIDE_NEW]))
          add_run (self, VR_SIDE_NEW, piece->new_span);
      }
  else
    for (guint side = 0; side < VR_N_SIDES; side++)
      for (guint i = 0; i < self->moves[side]->len; i++)
        {
          const VrSentenceMove *move = &g_array_index (self->moves[side], VrSentenceMove, i);

          if (overlap (move->span, self->spans[side]))
            add_change (self, side, move->span, move->sentence);
        }
}

static void
reader_init (Reader *self, const VrComparison *comparison, guint row, const VrSpan *spans)
{
  *self = (Reader){ .comparison = comparison, .row_index = row };
  self->row = vr_comparison_get_row (comparison, row);
  vr_report_texts_init (&self->texts, comparison, row);
  self->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      self->spans[side] =
          spans != NULL ? spans[side] : (VrSpan){ 0, (guint32)self->texts.sides[side].n_bytes };
      self->moves[side] = vr_report_find_moves (comparison, row, side);
    }
  find_changes (self);
}

static void
reader_clear (Reader *self)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    g_array_unref (self->moves[side]);
  vr_report_texts_clear (&self->texts);
  g_array_unref (self->changes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

guint
vr_report_count_words (VrSlice text)
{
  const char *end = text.text + text.n_bytes;
  gboolean in_word = FALSE;
  guint n = 0;

  for (const char *at = text.text; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c))
        in_word = FALSE;
      else if (!in_word && g_unichar_isalnum (c))
        {
          in_word = TRUE;
          n++;
        }
    }

  return n;
}

/* One line: what ends a paragraph inside the row is a space here. */
static char *
dup_words (const Reader *self, VrSide side, VrSpan span)
{
  GString *words = g_string_new_len (self->texts.sides[side].text + span.from, span.to - span.from);

  g_string_replace (words, VR_PARAGRAPH_SEPARATOR, " ", 0);

  return g_strstrip (g_string_free (words, FALSE));
}

static char *
words_phrase (const Reader *self)
{
  guint n[VR_N_SIDES] = { 0, 0 };
  guint n_changed;

  for (guint i = 0; i < self->changes->len; i++)
    {
      const Change *change = &g_array_index (self->changes, Change, i);
      VrSlice words = { self->texts.sides[change->side].text + change->span.from,
                        change->span.to - change->span.from };

      if (change->sentence == 0)
        n[change->side] += vr_report_count_words (words);
    }
  n_changed = MAX (n[VR_SIDE_OLD], n[VR_SIDE_NEW]);
  if (n_changed == 0)
    return NULL;
  if (n[VR_SIDE_OLD] > 0 && n[VR_SIDE_NEW] > 0)
    return g_strdup_printf (ngettext ("%'u word changed", "%'u words changed", n_changed),
                            n_changed);
  if (n[VR_SIDE_OLD] > 0)
    return g_strdup_printf (ngettext ("%'u word removed", "%'u words removed", n_changed),
                            n_changed);

  return g_strdup_printf (ngettext ("%'u word added", "%'u words added", n_changed), n_changed);
}

/* One that moved inside the row has both its ends there. */
static char *
moved_phrase (const Reader *self)
{
  guint n = 0;

  for (guint side = 0; side < VR_N_SIDES; side++)
    for (guint i = 0; i < self->moves[side]->len; i++)
      {
        const VrSentenceMove *move = &g_array_index (self->moves[side], VrSentenceMove, i);

        n += overlap (move->span, self->spans[side])
             && (side == VR_SIDE_OLD || !is_told (self, move->sentence, VR_SIDE_OLD));
      }
  if (n == 0)
    return NULL;

  return g_strdup_printf (ngettext ("%'u sentence moved", "%'u sentences moved", n), n);
}

/* Without what is critical. */
static char *
dup_plain_fate (const Reader *self)
{
  g_autofree char *kind = vr_report_dup_kind (self->comparison, self->row_index);
  g_autofree char *words = words_phrase (self);
  g_autofree char *moved = moved_phrase (self);
  GString *fate = g_string_new (kind);

  if (words != NULL)
    g_string_append_printf (fate, ", %s", words);
  if (moved != NULL)
    g_string_append_printf (fate, ", %s", moved);

  return g_string_free (fate, FALSE);
}

/* Takes over @fate; a list of critical changes ends the sentence. */
static char *
take_with_critical (const Reader *self, char *fate)
{
  g_autofree char *plain = fate;
  g_autofree char *critical = vr_report_dup_critical (self->comparison, self->row_index);

  if (critical == NULL)
    return g_steal_pointer (&plain);

  /* Translators: what became of a paragraph, then its critical changes: "edited, 1 word changed;
   * critical: number changed from “5.0” to “50”". */
  return g_strdup_printf (_ ("%s; critical: %s"), plain, critical);
}

char *
vr_report_dup_fate (const VrComparison *comparison, guint row, const VrSpan *spans)
{
  g_auto (Reader) reader;

  reader_init (&reader, comparison, row, spans);

  return take_with_critical (&reader, dup_plain_fate (&reader));
}

static char *
dup_whole_fate (const Reader *self)
{
  g_autofree char *fate = dup_plain_fate (self);

  if (self->row.terms[VR_ALIGN_TERM_PINNED] <= 0)
    return take_with_critical (self, g_steal_pointer (&fate));

  /* Translators: what became of a paragraph, and that the reader said so: “edited, paired by you”.
   */
  return take_with_critical (self, g_strdup_printf (_ ("%s, paired by you"), fate));
}

char *
vr_report_dup_whole_fate (const VrComparison *comparison, guint row, const VrSpan *spans)
{
  g_auto (Reader) reader;

  reader_init (&reader, comparison, row, spans);

  return dup_whole_fate (&reader);
}

static char *
spoken_move (gboolean is_gone, guint number, const char *words)
{
  if (number == 0)
    return g_strdup_printf (is_gone ? _ ("moved away “%s”") : _ ("moved here “%s”"), words);
  if (is_gone)
    return g_strdup_printf (_ ("moved to paragraph %'u “%s”"), number, words);

  return g_strdup_printf (_ ("moved here from paragraph %'u “%s”"), number, words);
}

static char *
spoken_change (const Reader *self, const Change *change, const char *words)
{
  gboolean is_gone = change->side == VR_SIDE_OLD;

  if (change->sentence > 0)
    return spoken_move (is_gone,
                        vr_report_get_move_number (self->comparison, self->row_index,
                                                   change->sentence, change->side),
                        words);

  return g_strdup_printf (is_gone ? _ ("removed “%s”") : _ ("added “%s”"), words);
}

/* "removed “struggled”, added “struggle”"; NULL where there is nothing or too much to say. */
static char *
dup_spoken_changes (const Reader *self)
{
  g_autoptr (GPtrArray) spoken = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->changes->len; i++)
    {
      const Change *change = &g_array_index (self->changes, Change, i);
      g_autofree char *words = dup_words (self, change->side, change->span);

      /* The end of a paragraph is told by what became of the row. */
      if (*words == '\0')
        continue;
      if (spoken->len == MAX_SPOKEN)
        return NULL;
      g_ptr_array_add (spoken, spoken_change (self, change, words));
    }
  if (spoken->len == 0)
    return NULL;
  g_ptr_array_add (spoken, NULL);

  return g_strjoinv (", ", (char **)spoken->pdata);
}

/* "caption, edited, 1 word changed"; with the reason of a role where @explain or furniture asks. */
static char *
dup_place_fate (const Reader *self, VrPlace place, gboolean explain)
{
  g_autofree char *role = vr_report_dup_role (self->comparison, place.row, explain);
  g_autofree char *fate = place.is_reference
                              ? vr_report_dup_moved_to (self->comparison, place.row, FALSE)
                              : dup_whole_fate (self);

  return role != NULL ? g_strjoin (", ", role, fate, NULL) : g_steal_pointer (&fate);
}

static char *
dup_line (const VrComparison *comparison, VrPlace place, const VrSpan *spans, gboolean explain)
{
  g_auto (Reader) reader;
  VrSide side;
  guint number;
  g_autofree char *fate = NULL;
  g_autofree char *changes = NULL;
  g_autofree char *text = NULL;

  reader_init (&reader, comparison, place.row, spans);
  side = reader.row.n_new > 0 && !place.is_reference ? VR_SIDE_NEW : VR_SIDE_OLD;
  number = 1 + (side == VR_SIDE_NEW ? reader.row.new_paragraphs[0] : reader.row.old_paragraphs[0]);
  text = dup_words (&reader, side, reader.spans[side]);
  fate = dup_place_fate (&reader, place, explain);
  changes = place.is_reference ? NULL : dup_spoken_changes (&reader);
  if (changes != NULL)
    /* Translators: said by a screen reader: "Paragraph 4, edited, 1 word changed (removed
     * “struggled”, added “struggle”): As Vladimir Putin and …". */
    return g_strdup_printf (_ ("Paragraph %'u, %s (%s): %s"), number, fate, changes, text);

  /* Translators: said by a screen reader: "Paragraph 4, moved down 6 places: Lavrov, 64, …". */
  return g_strdup_printf (_ ("Paragraph %'u, %s: %s"), number, fate, text);
}

char *
vr_report_dup_line (const VrComparison *comparison, VrPlace place, const VrSpan *spans)
{
  return dup_line (comparison, place, spans, FALSE);
}

GPtrArray *
vr_report_list_changes (const VrComparison *comparison, guint max)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  guint n_places = vr_comparison_get_n_places (comparison);

  for (guint i = 0; i < n_places && list->len < max; i++)
    {
      VrPlace place = vr_comparison_get_place (comparison, i);

      if (!place.is_reference && vr_comparison_is_change (comparison, place.row))
        g_ptr_array_add (list, vr_report_dup_line (comparison, place, NULL));
    }

  return list;
}

/* On one line, whatever is in it. */
static void
put_line (VrOutput *output, VrStyledText *text, const char *line)
{
  const VrStyledLine *lines;
  guint n_lines;

  if (line == NULL)
    return;
  vr_styled_text_clear (text);
  vr_styled_text_append (text, VR_STYLE_PLAIN, line, strlen (line));
  lines = vr_styled_text_wrap (text, G_MAXUINT, "und", &n_lines);
  vr_styled_text_write_line (text, &lines[0], output);
  vr_output_put_char (output, '\n');
}

static void
put_skipped (VrOutput *output, const VrReportOptions *options, VrStyledText *text,
             VrSkipped skipped)
{
  g_autofree char *line = vr_report_dup_skipped (options->critical, skipped);

  put_line (output, text, line);
}

static void
put_summary (const VrComparison *comparison, VrOutput *output, VrStyledText *text)
{
  g_autofree char *summary = vr_report_dup_summary (comparison);
  g_autofree char *words = vr_report_dup_words_summary (comparison);
  g_autofree char *critical = vr_report_dup_critical_summary (comparison);
  g_autofree char *quiet = vr_report_dup_quiet_summary (comparison);

  put_line (output, text, summary);
  put_line (output, text, words);
  put_line (output, text, critical);
  put_line (output, text, quiet);
}

void
vr_report_words_write (const VrComparison *comparison, const VrReportOptions *options,
                       VrOutput *output)
{
  g_autoptr (VrStyledText) text = vr_styled_text_new (FALSE);
  g_auto (VrReportWalk) walk;
  VrPlace place;
  VrSkipped skipped;

  vr_report_walk_init (&walk, comparison, options);
  while (vr_report_walk_next (&walk, &place, &skipped) && !vr_output_has_failed (output))
    {
      g_autofree char *line = dup_line (comparison, place, NULL, options->explain);

      put_skipped (output, options, text, skipped);
      put_line (output, text, line);
    }
  put_skipped (output, options, text, skipped);
  put_summary (comparison, output, text);
}
