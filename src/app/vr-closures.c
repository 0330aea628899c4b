/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pure formatting: values in, words out.  Nothing here knows a widget. */
#include "vr-closures.h"

#include "vr-direction.h"
#include "vr-report-summary.h"

#include <glib/gi18n-lib.h>

/* Four words name a paragraph; where words are long or have no spaces, so many cells do. */
#define EXCERPT_MAX_WORDS 4
#define EXCERPT_MAX_CELLS 32
#define EXCERPT_MAX_BYTES 256

const char *
vr_closure_sign (VrRowKind kind, gboolean moved, int moved_by)
{
  static const char *const signs[VR_N_ROW_KINDS] = {
    [VR_ROW_SAME] = "",         [VR_ROW_EDITED] = "~", [VR_ROW_MOVED] = "",
    [VR_ROW_MOVED_EDITED] = "", [VR_ROW_SPLIT] = "Y",  [VR_ROW_MERGED] = "λ",
    [VR_ROW_RECAST] = "X",      [VR_ROW_ADDED] = "+",  [VR_ROW_REMOVED] = "−",
  };

  g_return_val_if_fail (kind < VR_N_ROW_KINDS, "");

  if (kind == VR_ROW_MOVED || kind == VR_ROW_MOVED_EDITED)
    return moved_by < 0 ? "↑" : "↓";

  return signs[kind];
}

char *
vr_closure_summary (const VrSummary *summary)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint kind = 0; kind < VR_N_ROW_KINDS; kind++)
    if (summary->n_rows[kind] > 0)
      g_ptr_array_add (parts, vr_report_dup_row_count ((VrRowKind)kind, summary->n_rows[kind]));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **)parts->pdata);
}

char *
vr_closure_critical (guint n)
{
  /* Translators: changes that turn the meaning, as of a number. */
  return g_strdup_printf (ngettext ("%'u critical", "%'u critical", n), n);
}

char *
vr_closure_fate_critical (const char *fate, const char *words)
{
  /* Translators: what became of a paragraph, then its critical changes: "edited, 1 word changed;
   * critical: number changed from “5.0” to “50”". */
  return g_strdup_printf (_ ("%s; critical: %s"), fate, words);
}

char *
vr_closure_quiet (guint n)
{
  /* Translators: differences that compare equal, as of typography. */
  return g_strdup_printf (ngettext ("%'u quiet", "%'u quiet", n), n);
}

char *
vr_closure_position (guint current, guint n_changes)
{
  if (n_changes == 0)
    return g_strdup (_ ("No changes"));
  if (current == 0)
    return g_strdup_printf (ngettext ("%'u change", "%'u changes", n_changes), n_changes);

  /* Translators: the third of twelve changes is "3 of 12". */
  return g_strdup_printf (_ ("%'u of %'u"), current, n_changes);
}

char *
vr_closure_decided (guint n)
{
  /* Translators: how many pairs of paragraphs the reader decided on by hand. */
  return g_strdup_printf (ngettext ("%'u decided by you", "%'u decided by you", n), n);
}

static gboolean
is_quotation_mark (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return c == '"' || c == '\'' || type == G_UNICODE_INITIAL_PUNCTUATION
         || type == G_UNICODE_FINAL_PUNCTUATION;
}

/* The end of the last word that fits, or of the last character where a word is too long. */
static const char *
excerpt_end (const char *text, const char *limit)
{
  const char *word_end = NULL;
  guint n_words = 0;
  guint n_cells = 0;
  const char *at;

  for (at = text; at < limit; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c))
        {
          word_end = at;
          if (++n_words == EXCERPT_MAX_WORDS)
            return at;
        }
      n_cells += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
      if (n_cells > EXCERPT_MAX_CELLS)
        return word_end != NULL ? word_end : at;
    }

  return at;
}

char *
vr_closure_excerpt (VrSlice text)
{
  gsize n_looked_at = MIN (text.n_bytes, EXCERPT_MAX_BYTES);
  g_autofree char *valid = g_utf8_make_valid (text.text, n_looked_at);
  const char *from = valid;
  const char *limit = valid + strlen (valid);
  const char *end;
  gboolean is_cut;

  /* A character may have been cut at the limit. */
  if (text.n_bytes > n_looked_at && limit - from > 4)
    limit = g_utf8_find_prev_char (valid, limit);
  while (from < limit && is_quotation_mark (g_utf8_get_char (from)))
    from = g_utf8_next_char (from);

  end = excerpt_end (from, limit);
  is_cut = end < limit || text.n_bytes > n_looked_at;
  while (end > from)
    {
      const char *last = g_utf8_find_prev_char (from, end);
      gunichar c = last != NULL ? g_utf8_get_char (last) : 'a';

      if (!g_unichar_isspace (c) && !is_quotation_mark (c) && !(is_cut && g_unichar_ispunct (c)))
        break;
      end = last;
    }

  /* Quoted in a sentence that runs the other way, its ellipsis would stand before it: UAX #9,
   * first strong isolate. */
  if (vr_direction_of ((VrSlice){ from, end - from }) == VR_DIRECTION_RIGHT_TO_LEFT)
    return g_strdup_printf ("\u2068%.*s%s\u2069", (int)(end - from), from, is_cut ? " …" : "");

  return g_strdup_printf ("%.*s%s", (int)(end - from), from, is_cut ? " …" : "");
}

char *
vr_closure_moved_to (int moved_by, const char *after)
{
  guint n = ABS (moved_by);

  if (after == NULL)
    return g_strdup_printf (
        ngettext ("Moved up %u place, to the top", "Moved up %u places, to the top", n), n);
  if (moved_by < 0)
    return g_strdup_printf (
        ngettext ("Moved up %u place, after “%s”", "Moved up %u places, after “%s”", n), n, after);
  if (moved_by > 0)
    return g_strdup_printf (
        ngettext ("Moved down %u place, after “%s”", "Moved down %u places, after “%s”", n), n,
        after);

  return g_strdup_printf (_ ("Moved after “%s”"), after);
}

char *
vr_closure_moved_from (int moved_by, const char *after)
{
  guint n = ABS (moved_by);

  if (after == NULL)
    return g_strdup_printf (
        ngettext ("Moved down %u place, from the top", "Moved down %u places, from the top", n), n);
  if (moved_by < 0)
    return g_strdup_printf (
        ngettext ("Moved up %u place, was after “%s”", "Moved up %u places, was after “%s”", n), n,
        after);
  if (moved_by > 0)
    return g_strdup_printf (
        ngettext ("Moved down %u place, was after “%s”", "Moved down %u places, was after “%s”", n),
        n, after);

  return g_strdup_printf (_ ("Moved, was after “%s”"), after);
}

static char *
moved_phrase (int moved_by)
{
  guint n = ABS (moved_by);

  if (moved_by > 0)
    return g_strdup_printf (ngettext ("moved down %u place", "moved down %u places", n), n);
  if (moved_by < 0)
    return g_strdup_printf (ngettext ("moved up %u place", "moved up %u places", n), n);

  return g_strdup (_ ("moved"));
}

static char *
kind_phrase (const VrRow *row)
{
  switch (row->kind)
    {
    case VR_ROW_SAME:
      if (row->quiet & (VR_QUIET_TYPOGRAPHIC | VR_QUIET_CASE | VR_QUIET_PUNCTUATION))
        return g_strdup (_ ("the same but for typography"));
      if (row->quiet & VR_QUIET_SPACE)
        return g_strdup (_ ("the same but for spaces"));
      return g_strdup (_ ("the same"));
    case VR_ROW_EDITED:
      return g_strdup (_ ("edited"));
    case VR_ROW_SPLIT:
      return g_strdup_printf (
          ngettext ("split into %u paragraph", "split into %u paragraphs", row->n_new), row->n_new);
    case VR_ROW_MERGED:
      return g_strdup_printf (
          ngettext ("merged from %u paragraph", "merged from %u paragraphs", row->n_old),
          row->n_old);
    case VR_ROW_RECAST:
      /* Translators: several paragraphs became several others. */
      return g_strdup_printf (_ ("recast, %u paragraphs as %u"), row->n_old, row->n_new);
    case VR_ROW_ADDED:
      return g_strdup (_ ("added"));
    case VR_ROW_REMOVED:
      return g_strdup (_ ("removed"));
    case VR_ROW_MOVED:
    case VR_ROW_MOVED_EDITED:
    case VR_N_ROW_KINDS:
    default:
      return NULL;
    }
}

static char *
words_phrase (guint n_removed, guint n_added)
{
  guint n_changed = MAX (n_removed, n_added);

  if (n_removed > 0 && n_added > 0)
    return g_strdup_printf (ngettext ("%u word changed", "%u words changed", n_changed), n_changed);
  if (n_removed > 0)
    return g_strdup_printf (ngettext ("%u word removed", "%u words removed", n_removed), n_removed);
  if (n_added > 0)
    return g_strdup_printf (ngettext ("%u word added", "%u words added", n_added), n_added);

  return NULL;
}

static void
add_phrase (GPtrArray *phrases, char *phrase)
{
  if (phrase != NULL)
    g_ptr_array_add (phrases, phrase);
}

char *
vr_closure_fate (const VrRow *row, int moved_by, guint n_removed, guint n_added)
{
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (g_free);

  add_phrase (phrases, kind_phrase (row));
  if (row->moved || row->kind == VR_ROW_MOVED || row->kind == VR_ROW_MOVED_EDITED)
    add_phrase (phrases, moved_phrase (moved_by));
  if (row->n_old > 0 && row->n_new > 0)
    add_phrase (phrases, words_phrase (n_removed, n_added));
  g_ptr_array_add (phrases, NULL);

  return g_strjoinv (", ", (char **)phrases->pdata);
}

char *
vr_closure_row_label (guint number, const char *fate, const char *words, const char *text)
{
  if (words != NULL)
    /* Translators: said by a screen reader: "Paragraph 4, edited, 1 word changed (removed
     * “struggled”, added “struggle”): As Vladimir Putin and …". */
    return g_strdup_printf (_ ("Paragraph %u, %s (%s): %s"), number, fate, words, text);

  /* Translators: said by a screen reader: "Paragraph 4, moved down 6 places: Lavrov, 64, …". */
  return g_strdup_printf (_ ("Paragraph %u, %s: %s"), number, fate, text);
}

char *
vr_closure_moved_sentence (guint number, gboolean is_gone)
{
  if (number > 0 && is_gone)
    return g_strdup_printf (_ ("This sentence moved to paragraph %u"), number);
  if (number > 0)
    return g_strdup_printf (_ ("This sentence came from paragraph %u"), number);

  return g_strdup (is_gone ? _ ("This sentence moved to another place in the paragraph")
                           : _ ("This sentence stood at another place in the paragraph"));
}

static char *
spoken_move (gboolean is_gone, guint number, const char *words)
{
  if (number == 0)
    return g_strdup_printf (is_gone ? _ ("moved away “%s”") : _ ("moved here “%s”"), words);
  if (is_gone)
    return g_strdup_printf (_ ("moved to paragraph %u “%s”"), number, words);

  return g_strdup_printf (_ ("moved here from paragraph %u “%s”"), number, words);
}

char *
vr_closure_spoken_words (VrPieceOp op, gboolean is_moved, guint number, const char *words)
{
  if (is_moved)
    return spoken_move (op == VR_PIECE_DELETE, number, words);
  if (op == VR_PIECE_DELETE)
    return g_strdup_printf (_ ("removed “%s”"), words);

  return g_strdup_printf (_ ("added “%s”"), words);
}

char *
vr_closure_moved_sentences (const char *fate, guint n)
{
  g_autofree char *moved =
      g_strdup_printf (ngettext ("%u sentence moved", "%u sentences moved", n), n);

  return g_strjoin (", ", fate, moved, NULL);
}

char *
vr_closure_fold (guint n, guint n_changed)
{
  if (n_changed == 0)
    return g_strdup_printf (ngettext ("%'u paragraph the same", "%'u paragraphs the same", n), n);
  if (n_changed == n)
    return g_strdup_printf (ngettext ("%'u other change", "%'u other changes", n), n);

  /* Translators: these paragraphs are left out; the second number is how many of them changed. */
  return g_strdup_printf (
      ngettext ("%'u paragraph, %'u of them changed", "%'u paragraphs, %'u of them changed", n), n,
      n_changed);
}

char *
vr_closure_fold_label (const char *words, gboolean is_open)
{
  if (is_open)
    /* Translators: said by a screen reader of a line behind which paragraphs were left out and
     * are shown again: "12 paragraphs the same, shown". */
    return g_strdup_printf (_ ("%s, shown"), words);

  /* Translators: said by a screen reader of a line that stands for paragraphs left out: "12
   * paragraphs the same, hidden". */
  return g_strdup_printf (_ ("%s, hidden"), words);
}

char *
vr_closure_side (const char *file_name, const char *encoding, guint n_replaced)
{
  g_autofree char *replaced = NULL;

  if (n_replaced == 0)
    return g_strdup_printf ("%s · %s", file_name, encoding);

  replaced = g_strdup_printf (ngettext ("%u unreadable byte", "%u unreadable bytes", n_replaced),
                              n_replaced);

  return g_strdup_printf ("%s · %s · %s", file_name, encoding, replaced);
}
