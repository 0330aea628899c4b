/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison for a terminal: side by side where it is wide enough, else inline. */
#include "vr-report-text.h"

#include "vr-report-critical.h"
#include "vr-report-fate.h"
#include "vr-report-role.h"
#include "vr-report-summary.h"
#include "vr-styled-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A sign and a space before each line, or a space, a sign and a space between two columns. */
#define INLINE_GUTTER 2
#define SIDES_GUTTER 3

#define EXCERPT_MAX_CELLS 48
#define LEFT_TO_RIGHT_MARK "\u200e"

typedef struct
{
  const VrComparison *comparison;
  VrOutput *output;
  guint whole_width;
  guint width; /* of a column */
  gboolean sides;
  gboolean colour;
  gboolean critical; /* other changes are left out too */
  gboolean explain;
  VrStyledText *texts[VR_N_SIDES]; /* inline uses the first alone */
} Writer;

typedef struct
{
  const char *sign; /* one cell */
  VrStyle style;
} Gutter;

static Gutter
get_gutter (const Writer *self, guint index)
{
  static const Gutter gutters[VR_N_ROW_KINDS] = {
    [VR_ROW_SAME] = { " ", VR_STYLE_PLAIN },      [VR_ROW_EDITED] = { "~", VR_STYLE_EDITED },
    [VR_ROW_SPLIT] = { "Y", VR_STYLE_EDITED },    [VR_ROW_MERGED] = { "λ", VR_STYLE_EDITED },
    [VR_ROW_RECAST] = { "X", VR_STYLE_EDITED },   [VR_ROW_ADDED] = { "+", VR_STYLE_ADDED },
    [VR_ROW_REMOVED] = { "-", VR_STYLE_REMOVED },
  };
  VrRowKind kind = vr_comparison_get_row (self->comparison, index).kind;

  if (vr_comparison_is_furniture (self->comparison, index))
    return gutters[VR_ROW_SAME];
  if (kind == VR_ROW_MOVED || kind == VR_ROW_MOVED_EDITED)
    return (Gutter){ vr_comparison_get_moved_by (self->comparison, index) < 0 ? "^" : "v",
                     VR_STYLE_MOVED };
  return gutters[kind];
}

static void
put_spaces (VrOutput *output, guint n)
{
  while (n-- > 0)
    vr_output_put_char (output, ' ');
}

/* For line breaks: the language of the side that is shown. */
static const char *
get_language (const Writer *self, VrSide side)
{
  return vr_article_get_language (vr_comparison_get_article (self->comparison, side));
}

/* The sign stands beside the first line of its row. */
static void
write_sign (Writer *self, Gutter gutter, guint line)
{
  if (line == 0 && *gutter.sign != ' ')
    vr_style_write (self->output, self->colour, gutter.style, gutter.sign);
  else
    vr_output_put_char (self->output, ' ');
}

static void
write_inline (Writer *self, Gutter gutter)
{
  guint n_lines;
  const VrStyledLine *lines =
      vr_styled_text_wrap (self->texts[0], self->width, get_language (self, VR_SIDE_NEW), &n_lines);

  for (guint i = 0; i < n_lines; i++)
    {
      write_sign (self, gutter, i);
      if (lines[i].to > lines[i].from)
        vr_output_put_char (self->output, ' ');
      vr_styled_text_write_line (self->texts[0], &lines[i], self->output);
      vr_output_put_char (self->output, '\n');
    }
}

/* Marks of the left-to-right direction, which take no cell, keep a terminal that knows writing
 * directions from taking two columns of Arabic for one text and swapping them. */
static void
write_cell (Writer *self, guint side, const VrStyledLine *line)
{
  gboolean is_turned = vr_styled_text_has_right_to_left (self->texts[side], line);

  if (is_turned)
    vr_output_put (self->output, LEFT_TO_RIGHT_MARK);
  vr_styled_text_write_line (self->texts[side], line, self->output);
  if (is_turned)
    vr_output_put (self->output, LEFT_TO_RIGHT_MARK);
}

static void
write_sides (Writer *self, Gutter gutter)
{
  const VrStyledLine *lines[VR_N_SIDES];
  guint n_lines[VR_N_SIDES];

  for (guint side = 0; side < VR_N_SIDES; side++)
    lines[side] = vr_styled_text_wrap (self->texts[side], self->width,
                                       get_language (self, (VrSide)side), &n_lines[side]);
  for (guint i = 0; i < MAX (n_lines[0], n_lines[1]); i++)
    {
      guint cells = i < n_lines[0] ? lines[0][i].cells : 0;
      gboolean has_right = i < n_lines[1] && lines[1][i].to > lines[1][i].from;

      if (i < n_lines[0])
        write_cell (self, 0, &lines[0][i]);
      if (i == 0 || has_right)
        {
          put_spaces (self->output, self->width - MIN (cells, self->width) + 1);
          write_sign (self, gutter, i);
        }
      if (has_right)
        {
          vr_output_put_char (self->output, ' ');
          write_cell (self, 1, &lines[1][i]);
        }
      vr_output_put_char (self->output, '\n');
    }
}

static void
write_paragraph (Writer *self, Gutter gutter)
{
  if (self->sides)
    write_sides (self, gutter);
  else
    write_inline (self, gutter);
}

static void
clear_texts (Writer *self)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    vr_styled_text_clear (self->texts[side]);
}

static void
append_note (Writer *self, guint side, const char *note)
{
  vr_styled_text_append (self->texts[side], VR_STYLE_NOTE, note, strlen (note));
}

/* The styled text that shows @side. */
static VrStyledText *
get_text (Writer *self, VrSide side)
{
  return self->texts[self->sides ? side : 0];
}

static void
append_piece (Writer *self, const VrPiece *piece, VrSide side, VrStyle style, VrSlice text)
{
  VrSpan span = side == VR_SIDE_OLD ? piece->old_span : piece->new_span;

  vr_styled_text_append (get_text (self, side), style, text.text + span.from, span.to - span.from);
}

/* A whole paragraph that came or went needs no marks: the sign says it. */
static VrStyle
get_style (const VrRow *row, VrPieceOp op)
{
  switch (op)
    {
    case VR_PIECE_DELETE:
      return row->kind == VR_ROW_REMOVED ? VR_STYLE_REMOVED : VR_STYLE_DELETE;
    case VR_PIECE_INSERT:
      return row->kind == VR_ROW_ADDED ? VR_STYLE_ADDED : VR_STYLE_INSERT;
    case VR_PIECE_QUIET:
      return VR_STYLE_QUIET;
    case VR_PIECE_EQUAL:
    default:
      return VR_STYLE_PLAIN;
    }
}

/* Inline, what is on both sides stands once, as the new side has it. */
static void
append_pieces (Writer *self, const VrRow *row, const VrSlice texts[VR_N_SIDES])
{
  for (guint32 i = 0; i < row->n_pieces; i++)
    {
      const VrPiece *piece = &row->pieces[i];
      VrStyle style = get_style (row, piece->op);
      gboolean is_shared = piece->op == VR_PIECE_EQUAL || piece->op == VR_PIECE_QUIET;

      if (piece->op != VR_PIECE_INSERT && (self->sides || !is_shared))
        append_piece (self, piece, VR_SIDE_OLD, style, texts[VR_SIDE_OLD]);
      if (piece->op != VR_PIECE_DELETE)
        append_piece (self, piece, VR_SIDE_NEW, style, texts[VR_SIDE_NEW]);
    }
}

/* Before the words of each side that has any: what they are, unless they are of the text. */
static void
append_role (Writer *self, guint index, const VrRow *row)
{
  g_autofree char *role = vr_report_dup_role (self->comparison, index, self->explain);
  g_autofree char *label = role != NULL ? g_strdup_printf ("[%s] ", role) : NULL;

  if (label == NULL)
    return;
  for (guint side = self->sides ? VR_SIDE_OLD : VR_SIDE_NEW; side < VR_N_SIDES; side++)
    if (!self->sides || (side == VR_SIDE_OLD ? row->n_old : row->n_new) > 0)
      append_note (self, self->sides ? side : 0, label);
}

/* It is no change, whichever side has it. */
static void
append_furniture (Writer *self, const VrRow *row, const VrSlice texts[VR_N_SIDES])
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    if (side == VR_SIDE_NEW ? row->n_new > 0 : self->sides || row->n_new == 0)
      vr_styled_text_append (get_text (self, (VrSide)side), VR_STYLE_NOTE, texts[side].text,
                             texts[side].n_bytes);
}

static void
append_row (Writer *self, guint index)
{
  VrRow row = vr_comparison_get_row (self->comparison, index);
  g_auto (VrReportTexts) texts;

  vr_report_texts_init (&texts, self->comparison, index);
  append_role (self, index, &row);
  if (vr_comparison_is_furniture (self->comparison, index))
    {
      append_furniture (self, &row, texts.sides);
      return;
    }
  if (row.n_pieces > 0)
    {
      append_pieces (self, &row, texts.sides);
      return;
    }
  for (guint side = self->sides ? VR_SIDE_OLD : VR_SIDE_NEW; side < VR_N_SIDES; side++)
    vr_styled_text_append (get_text (self, (VrSide)side), VR_STYLE_PLAIN, texts.sides[side].text,
                           texts.sides[side].n_bytes);
}

/* Below the row, so that its text stands as it would without. */
static void
write_critical (Writer *self, guint index)
{
  g_autofree char *words = vr_report_dup_critical (self->comparison, index);

  if (words == NULL)
    return;
  clear_texts (self);
  vr_styled_text_append (get_text (self, VR_SIDE_NEW), VR_STYLE_CRITICAL, words, strlen (words));
  write_paragraph (self, (Gutter){ "!", VR_STYLE_CRITICAL });
}

static void
write_row (Writer *self, guint index)
{
  clear_texts (self);
  if (vr_comparison_get_row (self->comparison, index).moved)
    {
      g_autofree char *way = vr_report_dup_moved_from (self->comparison, index, FALSE);
      g_autofree char *note = g_strdup_printf ("(%s)", way);

      for (guint side = 0; side < (self->sides ? VR_N_SIDES : 1); side++)
        {
          append_note (self, side, side == 0 ? note : "");
          vr_styled_text_end_line (self->texts[side]);
        }
    }
  append_row (self, index);
  write_paragraph (self, get_gutter (self, index));
  write_critical (self, index);
}

/* The old place of a row that moved: its beginning, and where it went. */
static void
write_reference (Writer *self, guint index)
{
  g_autofree char *owned = NULL;
  VrSlice text = vr_report_peek_row_text (self->comparison, index, VR_SIDE_OLD, &owned);
  g_autofree char *excerpt = vr_report_dup_excerpt (text, EXCERPT_MAX_CELLS);
  g_autofree char *way = vr_report_dup_moved_to (self->comparison, index, FALSE);
  g_autofree char *note = g_strdup_printf (self->sides ? "(%s)" : " (%s)", way);
  g_autofree char *quoted = g_strdup_printf (_ ("“%s”"), excerpt);

  clear_texts (self);
  append_note (self, 0, quoted);
  append_note (self, self->sides ? 1 : 0, note);
  write_paragraph (self, get_gutter (self, index));
}

static void
write_skipped (Writer *self, VrSkipped skipped)
{
  g_autofree char *note = vr_report_dup_skipped (self->critical, skipped);

  if (note == NULL)
    return;
  vr_style_write (self->output, self->colour, VR_STYLE_NOTE, note);
  vr_output_put (self->output, "\n\n");
}

/* What was no text in a file is shown as U+FFFD, and said. */
static void
append_replaced (Writer *self, VrSide side, const VrText *text)
{
  guint n = vr_text_get_n_replaced (text);
  g_autofree char *note = NULL;

  if (n == 0)
    return;
  note =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, " (%'u byte that is no text shown as \ufffd)",
                                    " (%'u bytes that are no text shown as \ufffd)", n),
                       n);
  vr_styled_text_append (get_text (self, side), VR_STYLE_NOTE, note, strlen (note));
}

static void
write_header (Writer *self)
{
  static const char *const signs[VR_N_SIDES] = { "--- ", "+++ " };

  clear_texts (self);
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      VrText *text = vr_article_get_text (vr_comparison_get_article (self->comparison, side));
      g_autofree char *name = NULL;

      if (text == NULL)
        continue;
      name = g_filename_display_name (vr_text_get_name (text));
      if (!self->sides)
        vr_styled_text_append (self->texts[0], VR_STYLE_TITLE, signs[side], strlen (signs[side]));
      vr_styled_text_append (get_text (self, side), VR_STYLE_TITLE, name, strlen (name));
      append_replaced (self, side, text);
      vr_styled_text_end_line (get_text (self, side));
    }
  write_paragraph (self, (Gutter){ " ", VR_STYLE_PLAIN });
  vr_output_put_char (self->output, '\n');
}

/* A sentence on lines of its own, over the whole width. */
static void
write_sentence (Writer *self, const char *sentence, VrStyle style)
{
  VrStyledText *text = self->texts[0];
  const VrStyledLine *lines;
  guint n_lines;

  if (sentence == NULL)
    return;
  vr_styled_text_clear (text);
  vr_styled_text_append (text, style, sentence, strlen (sentence));
  lines = vr_styled_text_wrap (text, self->whole_width, "und", &n_lines);
  for (guint i = 0; i < n_lines; i++)
    {
      vr_styled_text_write_line (text, &lines[i], self->output);
      vr_output_put_char (self->output, '\n');
    }
}

static void
write_repairs (Writer *self)
{
  g_autoptr (GPtrArray) repairs = vr_report_list_repairs (self->comparison);

  for (guint i = 0; i < repairs->len; i++)
    write_sentence (self, g_ptr_array_index (repairs, i), VR_STYLE_NOTE);
}

static void
write_summary (Writer *self)
{
  g_autofree char *summary = vr_report_dup_summary (self->comparison);
  g_autofree char *words = vr_report_dup_words_summary (self->comparison);
  g_autofree char *critical = vr_report_dup_critical_summary (self->comparison);
  g_autofree char *quiet = vr_report_dup_quiet_summary (self->comparison);

  write_sentence (self, summary, VR_STYLE_TITLE);
  write_sentence (self, words, VR_STYLE_PLAIN);
  write_sentence (self, critical, VR_STYLE_CRITICAL);
  write_sentence (self, quiet, VR_STYLE_NOTE);
  if (self->explain)
    write_repairs (self);
  if (vr_comparison_get_summary (self->comparison)->limited)
    write_sentence (self, _ ("A cost limit was reached: fewer words may have changed than shown."),
                    VR_STYLE_NOTE);
}

static void
write_places (Writer *self, const VrReportOptions *options)
{
  g_auto (VrReportWalk) walk;
  VrPlace place;
  VrSkipped skipped;

  vr_report_walk_init (&walk, self->comparison, options);
  while (vr_report_walk_next (&walk, &place, &skipped) && !vr_output_has_failed (self->output))
    {
      write_skipped (self, skipped);
      if (place.is_reference)
        write_reference (self, place.row);
      else
        write_row (self, place.row);
      vr_output_put_char (self->output, '\n');
    }
  write_skipped (self, skipped);
}

void
vr_report_text_write (const VrComparison *comparison, const VrReportOptions *options,
                      VrOutput *output)
{
  Writer self = { .comparison = comparison,
                  .output = output,
                  .colour = options->colour,
                  .critical = options->critical,
                  .explain = options->explain };
  guint width = MAX (options->width, VR_REPORT_TEXT_MIN_WIDTH);

  self.sides = width >= VR_REPORT_TEXT_SIDES_WIDTH;
  self.whole_width = width;
  self.width = self.sides ? (width - SIDES_GUTTER) / 2 : width - INLINE_GUTTER;
  for (guint side = 0; side < VR_N_SIDES; side++)
    self.texts[side] = vr_styled_text_new (options->colour);
  write_header (&self);
  write_places (&self, options);
  write_summary (&self);
  for (guint side = 0; side < VR_N_SIDES; side++)
    vr_styled_text_free (self.texts[side]);
}
