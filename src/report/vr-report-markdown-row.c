/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a row in Markdown. */
#include "vr-report-markdown-row.h"

#include "vr-markdown.h"

typedef enum
{
  STYLE_PLAIN,
  STYLE_REMOVED,
  STYLE_ADDED,
  STYLE_END, /* of a paragraph */
} Style;

typedef struct
{
  Style style;
  VrSlice text;
} Run;

static const char *
get_mark (Style style)
{
  return style == STYLE_REMOVED ? "~~" : "**";
}

static gboolean
is_marked (const Run *run)
{
  return run->style == STYLE_REMOVED || run->style == STYLE_ADDED;
}

static void
add_run (GArray *runs, Style style, const char *from, const char *to)
{
  Run run = { style, { from, (gsize)(to - from) } };

  if (from < to || style == STYLE_END)
    g_array_append_val (runs, run);
}

/* A mark holds only where it stands beside something else than white space. */
static void
add_trimmed (GArray *runs, Style style, const char *from, const char *to)
{
  const char *start = from, *end = to;

  while (start < to && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  add_run (runs, STYLE_PLAIN, from, start);
  add_run (runs, style, start, end);
  add_run (runs, STYLE_PLAIN, end, to);
}

static void
add_text (GArray *runs, Style style, VrSlice text)
{
  static const char pilcrow[] = "¶";
  const char *end = text.text + text.n_bytes;
  const char *start = text.text;
  const char *cut;

  while ((cut = g_strstr_len (start, end - start, VR_PARAGRAPH_SEPARATOR)) != NULL)
    {
      add_trimmed (runs, style, start, cut);
      if (style != STYLE_PLAIN)
        add_run (runs, style, pilcrow, pilcrow + strlen (pilcrow));
      if (style != STYLE_REMOVED)
        add_run (runs, STYLE_END, cut, cut);
      start = cut + strlen (VR_PARAGRAPH_SEPARATOR);
    }
  add_trimmed (runs, style, start, end);
}

static void
add_piece (GArray *runs, const VrPiece *piece, const VrReportTexts *texts)
{
  VrSide side = piece->op == VR_PIECE_DELETE ? VR_SIDE_OLD : VR_SIDE_NEW;
  VrSpan span = vr_piece_get_span (piece, side);
  Style style = piece->op == VR_PIECE_DELETE   ? STYLE_REMOVED
                : piece->op == VR_PIECE_INSERT ? STYLE_ADDED
                                               : STYLE_PLAIN;

  add_text (runs, style, (VrSlice){ texts->sides[side].text + span.from, span.to - span.from });
}

static GArray *
find_runs (const VrComparison *comparison, guint index, const VrReportTexts *texts)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (Run));
  VrRow row = vr_comparison_get_row (comparison, index);

  if (vr_comparison_is_furniture (comparison, index))
    add_text (runs, STYLE_PLAIN, texts->sides[row.n_new > 0 ? VR_SIDE_NEW : VR_SIDE_OLD]);
  else if (row.n_new == 0)
    add_text (runs, STYLE_REMOVED, texts->sides[VR_SIDE_OLD]);
  else if (row.n_old == 0)
    add_text (runs, STYLE_ADDED, texts->sides[VR_SIDE_NEW]);
  else if (row.n_pieces == 0)
    add_text (runs, STYLE_PLAIN, texts->sides[VR_SIDE_NEW]);
  else
    for (guint32 i = 0; i < row.n_pieces; i++)
      add_piece (runs, &row.pieces[i], texts);

  return runs;
}

static gunichar
get_first (const Run *run)
{
  return g_utf8_get_char (run->text.text);
}

static gunichar
get_last (const Run *run)
{
  return g_utf8_get_char (g_utf8_prev_char (run->text.text + run->text.n_bytes));
}

/* A mark between @inner, which it is about, and @outer: beside a letter or a digit it always holds,
 * else only where white space or punctuation stands on its other side
 * (https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run). */
static gboolean
needs_hiding (gunichar inner, gunichar outer)
{
  return !g_unichar_isalnum (inner) && outer != ' '
         && !(outer < 0x80 && g_ascii_ispunct ((char)outer));
}

/* Whether @run is outside of the mark of @neighbour.  GitHub's parser looks through the tildes of
 * what is removed when it weighs an asterisk. */
static gboolean
is_outside (const Run *run, const Run *neighbour)
{
  if (neighbour == NULL || !is_marked (neighbour))
    return FALSE;

  return run->style == STYLE_PLAIN
         || (run->style == STYLE_REMOVED && neighbour->style == STYLE_ADDED);
}

static guint
get_flags (const Run *before, const Run *run, const Run *behind)
{
  guint flags = before == NULL ? VR_MARKDOWN_BLOCK : 0;

  if (is_outside (run, before) && needs_hiding (get_last (before), get_first (run)))
    flags |= VR_MARKDOWN_HIDE_FIRST;
  if (is_outside (run, behind) && needs_hiding (get_first (behind), get_last (run)))
    flags |= VR_MARKDOWN_HIDE_LAST;

  return flags;
}

/* White space that begins a block would make code of it. */
static guint
skip_space (GArray *runs, guint from, guint to)
{
  for (; from < to; from++)
    {
      Run *run = &g_array_index (runs, Run, from);

      while (run->text.n_bytes > 0 && g_unichar_isspace (get_first (run)))
        {
          gsize n_bytes = (gsize)(g_utf8_next_char (run->text.text) - run->text.text);

          run->text.text += n_bytes;
          run->text.n_bytes -= n_bytes;
        }
      if (run->text.n_bytes > 0)
        break;
    }

  return from;
}

static void
put_block (VrOutput *output, GArray *runs, guint from, guint to)
{
  from = skip_space (runs, from, to);
  for (guint i = from; i < to; i++)
    {
      const Run *run = &g_array_index (runs, Run, i);
      const Run *before = i > from ? run - 1 : NULL;
      const Run *behind = i + 1 < to ? run + 1 : NULL;

      if (is_marked (run) && (before == NULL || before->style != run->style))
        vr_output_put (output, get_mark (run->style));
      vr_markdown_put (output, run->text, get_flags (before, run, behind));
      if (is_marked (run) && (behind == NULL || behind->style != run->style))
        vr_output_put (output, get_mark (run->style));
    }
  if (from < to)
    vr_output_put (output, "\n\n");
}

void
vr_markdown_put_row (VrOutput *output, const VrComparison *comparison, guint row)
{
  g_autoptr (GArray) runs = NULL;
  g_auto (VrReportTexts) texts;
  guint from = 0;

  vr_report_texts_init (&texts, comparison, row);
  runs = find_runs (comparison, row, &texts);
  for (guint i = 0; i < runs->len; i++)
    if (g_array_index (runs, Run, i).style == STYLE_END)
      {
        put_block (output, runs, from, i);
        from = i + 1;
      }
  put_block (output, runs, from, runs->len);
}
