/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The changes as a table, a line a change, for spreadsheets. */
#include "vr-report-csv.h"

#include "vr-report-critical.h"
#include "vr-report-fate.h"
#include "vr-report-markup.h"
#include "vr-report-reasons.h"
#include "vr-report-role.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define LINE_END "\r\n"

/* Between runs of words in one cell. */
#define BETWEEN " | "

typedef struct
{
  const VrComparison *comparison;
  const VrReportOptions *options;
  VrOutput *output;
  GHashTable *notes; /* of vr_report_info_sort_notes() */
  guint n_changes;
} Writer;

static gboolean
begins_formula (gunichar c)
{
  return c == '=' || c == '+' || c == '-' || c == '@' || c == 0xff1d || c == 0xff0b || c == 0xff0d
         || c == 0xff20;
}

/* Whether what begins at @text would be more than text there: @is_first in a cell. */
static gboolean
needs_apostrophe (const char *text, const char *end, gboolean is_first)
{
  while (text < end && (*text == '\'' || *text == '"'))
    text++;
  if (text == end)
    return FALSE;

  return begins_formula (g_utf8_get_char (text))
         || (is_first && *text != ' ' && g_unichar_isspace (g_utf8_get_char (text)));
}

static void
put_character (VrOutput *output, gunichar c)
{
  char bytes[6];

  vr_output_write (output, bytes, (gsize)g_unichar_to_utf8 (c, bytes));
}

static void
put_cell (Writer *self, const char *text, gsize n_bytes)
{
  const char *end = text + n_bytes;
  gboolean is_start = TRUE;

  vr_output_put_char (self->output, '"');
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      c = c == 0x2029 ? '\n' : vr_markup_is_allowed (c) ? c : vr_markup_get_picture (c);
      if (is_start && needs_apostrophe (p, end, p == text))
        vr_output_put_char (self->output, '\'');
      if (c == '"')
        vr_output_put_char (self->output, '"');
      put_character (self->output, c);
      is_start = c == ';' || c == '\t' || c == '\n' || c == '\r';
    }
  vr_output_put_char (self->output, '"');
}

static void
put_next_cell (Writer *self, const char *text)
{
  vr_output_put_char (self->output, ',');
  if (text != NULL)
    put_cell (self, text, strlen (text));
  else
    vr_output_put (self->output, "\"\"");
}

static void
put_paragraphs (Writer *self, const VrRow *row, VrSide side)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n;
  const guint32 *paragraphs = vr_row_peek_paragraphs (row, side, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (list, "%s%u", i > 0 ? " " : "", paragraphs[i] + 1);
  put_next_cell (self, list->str);
}

static void
append_words (GString *words, VrSlice text, VrSpan span)
{
  const char *from = text.text + span.from;
  const char *to = text.text + span.to;

  while (from < to && g_unichar_isspace (g_utf8_get_char (from)))
    from = g_utf8_next_char (from);
  while (from < to && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (to))))
    to = g_utf8_prev_char (to);
  if (from == to)
    return;
  if (words->len > 0)
    g_string_append (words, BETWEEN);
  g_string_append_len (words, from, to - from);
}

/* What went from @side, or came to it. */
static void
put_words (Writer *self, const VrRow *row, VrSide side, VrSlice text)
{
  g_autoptr (GString) words = g_string_new (NULL);
  VrPieceOp op = side == VR_SIDE_OLD ? VR_PIECE_DELETE : VR_PIECE_INSERT;

  for (guint32 i = 0; i < row->n_pieces; i++)
    if (row->pieces[i].op == op)
      append_words (words, text, vr_piece_get_span (&row->pieces[i], side));
  if (row->n_pieces == 0 && row->n_old * row->n_new == 0)
    g_string_append_len (words, text.text, (gssize)text.n_bytes);
  put_next_cell (self, words->str);
}

static void
put_quiet (Writer *self, guint quiet)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint bit = 0; bit < VR_N_QUIET; bit++)
    if (self->options->quiet && (quiet & (1u << bit)) != 0)
      g_string_append_printf (list, "%s%s", list->len > 0 ? " " : "", vr_quiet_get_nick (bit));
  put_next_cell (self, list->str);
}

static void
put_notes (Writer *self, guint32 row)
{
  g_autoptr (GString) list = g_string_new (NULL);
  const GPtrArray *notes = vr_report_peek_notes (self->notes, row);

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      const VrReportNote *note = g_ptr_array_index (notes, i);

      g_string_append_printf (list, "%s%s", list->len > 0 ? "\n" : "", note->text);
    }
  put_next_cell (self, list->str);
}

static void
put_row (Writer *self, guint index)
{
  VrRow row = vr_comparison_get_row (self->comparison, index);
  gboolean is_change = vr_comparison_is_change (self->comparison, index);
  g_autofree char *number =
      is_change ? g_strdup_printf ("\"%u\"", ++self->n_changes) : g_strdup ("\"\"");
  g_autofree char *critical = vr_report_dup_critical (self->comparison, index);
  g_autofree char *id = vr_comparison_dup_row_id (self->comparison, index);
  g_autofree char *reasons = vr_report_dup_reasons (self->comparison, index);
  g_autofree char *moved =
      row.moved ? vr_report_dup_moved_from (self->comparison, index, FALSE) : NULL;
  g_auto (VrReportTexts) texts;

  vr_report_texts_init (&texts, self->comparison, index);
  vr_output_put (self->output, number);
  put_next_cell (self, vr_row_kind_get_nick (row.kind));
  put_paragraphs (self, &row, VR_SIDE_OLD);
  put_paragraphs (self, &row, VR_SIDE_NEW);
  put_words (self, &row, VR_SIDE_OLD, texts.sides[VR_SIDE_OLD]);
  put_words (self, &row, VR_SIDE_NEW, texts.sides[VR_SIDE_NEW]);
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      vr_output_put_char (self->output, ',');
      put_cell (self, texts.sides[side].text, texts.sides[side].n_bytes);
    }
  put_next_cell (self, critical);
  put_quiet (self, row.quiet);
  put_next_cell (self, moved);
  put_notes (self, index);
  put_next_cell (self, id);
  put_next_cell (self, vr_report_get_side_role (self->comparison, index, VR_SIDE_OLD));
  put_next_cell (self, vr_report_get_side_role (self->comparison, index, VR_SIDE_NEW));
  if (self->options->explain)
    put_next_cell (self, reasons);
  vr_output_put (self->output, LINE_END);
}

static gboolean
is_wanted (const Writer *self, guint index)
{
  return vr_comparison_is_change (self->comparison, index)
         || vr_comparison_is_furniture (self->comparison, index)
         || (self->options->quiet && vr_comparison_get_row (self->comparison, index).quiet != 0);
}

static void
put_header (Writer *self)
{
  static const char *const names[] = { "kind",          "old_paragraphs", "new_paragraphs",
                                       "removed_words", "added_words",    "old_text",
                                       "new_text",      "critical",       "quiet",
                                       "moved",         "note",           "row",
                                       "role_old",      "role_new" };

  vr_output_put (self->output, BYTE_ORDER_MARK "\"change\"");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    put_next_cell (self, names[i]);
  if (self->options->explain)
    put_next_cell (self, "explanation");
  vr_output_put (self->output, LINE_END);
}

void
vr_report_csv_write (const VrComparison *comparison, const VrReportOptions *options,
                     VrOutput *output)
{
  g_autoptr (GHashTable) notes = vr_report_info_sort_notes (options->info, comparison);
  Writer self = { .comparison = comparison, .options = options, .output = output, .notes = notes };
  guint n_rows = vr_comparison_get_n_rows (comparison);
  g_auto (VrReportWalk) walk;
  VrPlace place;
  VrSkipped skipped;

  put_header (&self);
  vr_report_walk_init (&walk, comparison, options);
  while (vr_report_walk_next (&walk, &place, &skipped)
         && vr_report_go_on (options, output, MIN (place.row, n_rows), n_rows))
    if (!place.is_reference && is_wanted (&self, place.row))
      put_row (&self, place.row);
}
