/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row in TEI: both its witnesses, with marks where their paragraphs and moved sentences begin. */
#include "vr-report-markup.h"
#include "vr-report-moves.h"
#include "vr-report-role.h"
#include "vr-report-tei-private.h"

/* An element without text, before the byte @at of the row's text. */
typedef struct
{
  guint32 at;
  char *element;
} Mark;

typedef struct
{
  const VrTeiWriter *writer;
  guint index;
  VrRow row;
  VrReportTexts texts;
  GArray *marks[VR_N_SIDES]; /* Mark, rising */
  guint next[VR_N_SIDES];
} RowWriter;

static void
clear_mark (gpointer data)
{
  Mark *mark = data;

  g_free (mark->element);
}

static void
take_mark (RowWriter *self, VrSide side, guint32 at, char *element)
{
  Mark mark = { at, element };

  g_array_append_val (self->marks[side], mark);
}

static void
add_paragraphs (RowWriter *self, VrSide side)
{
  guint n;
  const guint32 *paragraphs = vr_row_peek_paragraphs (&self->row, side, &n);
  VrArticle *article = vr_comparison_get_article (self->writer->comparison, side);
  guint32 at = 0;

  for (guint i = 0; i < n; i++)
    {
      take_mark (self, side, at,
                 g_strdup_printf ("<milestone unit=\"paragraph\" edRef=\"#%s\" n=\"%u\"/>",
                                  vr_tei_get_witness (side), paragraphs[i] + 1));
      at += (guint32)vr_article_get_paragraph_text (article, paragraphs[i]).n_bytes
            + strlen (VR_PARAGRAPH_SEPARATOR);
    }
}

static char *
dup_sentence_id (const VrSentence *sentence, VrSide side)
{
  gboolean is_old = side == VR_SIDE_OLD;

  return g_strdup_printf ("sentence-%s-%u-%u", vr_tei_get_witness (side),
                          1 + (is_old ? sentence->old_paragraph : sentence->new_paragraph),
                          is_old ? sentence->old_span.from : sentence->new_span.from);
}

static void
add_sentences (RowWriter *self, VrSide side)
{
  g_autoptr (GArray) moves = vr_report_find_moves (self->writer->comparison, self->index, side);
  VrSide other = side == VR_SIDE_OLD ? VR_SIDE_NEW : VR_SIDE_OLD;

  for (guint i = 0; i < moves->len; i++)
    {
      const VrSentenceMove *move = &g_array_index (moves, VrSentenceMove, i);
      const VrSentence *sentence = &self->row.sentences[move->sentence - 1];
      g_autofree char *id = dup_sentence_id (sentence, side);
      g_autofree char *other_id = dup_sentence_id (sentence, other);

      take_mark (self, side, move->span.from,
                 g_strdup_printf ("<anchor type=\"moved-sentence\" xml:id=\"%s\" corresp=\"#%s\"/>",
                                  id, other_id));
      take_mark (self, side, move->span.to,
                 g_strdup_printf ("<anchor type=\"moved-sentence-end\" corresp=\"#%s\"/>", id));
    }
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const Mark *left = a;
  const Mark *right = b;

  return (left->at > right->at) - (left->at < right->at);
}

/* Where not all changes are shown, a sentence's other place may not be. */
static void
row_writer_init (RowWriter *self, const VrTeiWriter *writer, guint index)
{
  *self = (RowWriter){ .writer = writer, .index = index };
  self->row = vr_comparison_get_row (writer->comparison, index);
  vr_report_texts_init (&self->texts, writer->comparison, index);
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      self->marks[side] = g_array_new (FALSE, FALSE, sizeof (Mark));
      g_array_set_clear_func (self->marks[side], clear_mark);
      add_paragraphs (self, (VrSide)side);
      if (!writer->options->critical)
        add_sentences (self, (VrSide)side);
      g_array_sort (self->marks[side], compare_marks);
    }
}

static void
row_writer_clear (RowWriter *self)
{
  vr_report_texts_clear (&self->texts);
  for (guint side = 0; side < VR_N_SIDES; side++)
    g_clear_pointer (&self->marks[side], g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RowWriter, row_writer_clear)

/* Puts the marks up to @at; returns where the next one is. */
static guint32
put_marks (RowWriter *self, VrSide side, guint32 at)
{
  const GArray *marks = self->marks[side];

  for (; self->next[side] < marks->len; self->next[side]++)
    {
      const Mark *mark = &g_array_index (marks, Mark, self->next[side]);

      if (mark->at > at)
        return mark->at;
      vr_output_put (self->writer->output, mark->element);
    }

  return G_MAXUINT32;
}

static void
put_glyph (VrOutput *output, gunichar c)
{
  char picture[6];
  char element[sizeof "<g n=\"U+10FFFF\">"];

  g_snprintf (element, sizeof element, "<g n=\"U+%04X\">", c);
  vr_output_put (output, element);
  vr_output_write (output, picture, (gsize)g_unichar_to_utf8 (vr_markup_get_picture (c), picture));
  vr_output_put (output, "</g>");
}

/* A milestone tells of the end of a paragraph, so its sign is left out. */
static void
put_text (VrOutput *output, VrSlice text)
{
  const char *end = text.text + text.n_bytes;
  const char *start = text.text;

  for (const char *p = text.text, *next; p < end; p = next)
    {
      gunichar c = g_utf8_get_char (p);

      next = g_utf8_next_char (p);
      if (vr_markup_is_allowed (c) && c != 0x2029)
        continue;
      vr_markup_put (output, start, (gsize)(p - start));
      if (c != 0x2029)
        put_glyph (output, c);
      start = next;
    }
  vr_markup_put (output, start, (gsize)(end - start));
}

static void
put_side (RowWriter *self, VrSide side, VrSpan span)
{
  while (span.from < span.to)
    {
      guint32 end = MIN (put_marks (self, side, span.from), span.to);

      put_text (self->writer->output,
                (VrSlice){ self->texts.sides[side].text + span.from, end - span.from });
      span.from = end;
    }
}

/* What both have, as the new one does. */
static void
put_shared (RowWriter *self, VrSpan old_span, VrSpan new_span)
{
  guint32 shift = old_span.from - new_span.from;

  /* Where they differ, and nobody wants to know, bytes of one are no bytes of the other. */
  if (old_span.to - old_span.from != new_span.to - new_span.from)
    {
      if (old_span.from < old_span.to)
        put_marks (self, VR_SIDE_OLD, old_span.to - 1);
      put_side (self, VR_SIDE_NEW, new_span);
      return;
    }
  while (new_span.from < new_span.to)
    {
      guint32 old_end = put_marks (self, VR_SIDE_OLD, new_span.from + shift);
      guint32 end = MIN (put_marks (self, VR_SIDE_NEW, new_span.from), new_span.to);

      if (old_end != G_MAXUINT32)
        end = MIN (end, old_end - shift);
      put_text (
          self->writer->output,
          (VrSlice){ self->texts.sides[VR_SIDE_NEW].text + new_span.from, end - new_span.from });
      new_span.from = end;
    }
}

static gboolean
has_text (const RowWriter *self, VrSide side, VrSpan span)
{
  const char *text = self->texts.sides[side].text;
  gsize n = strlen (VR_PARAGRAPH_SEPARATOR);

  while (span.to - span.from >= n && memcmp (text + span.from, VR_PARAGRAPH_SEPARATOR, n) == 0)
    span.from += (guint32)n;

  return span.from < span.to;
}

static void
put_reading (RowWriter *self, VrSide side, VrSpan span)
{
  const VrComparison *comparison = self->writer->comparison;
  const char *language = vr_article_get_language (vr_comparison_get_article (comparison, side));
  const char *shared =
      vr_article_get_language (vr_comparison_get_article (comparison, VR_SIDE_NEW));

  vr_tei_put_format (self->writer, "<rdg wit=\"#%s\"", vr_tei_get_witness (side));
  if (g_strcmp0 (language, shared) != 0)
    vr_markup_put_attribute (self->writer->output, "xml:lang", language);
  if (span.from == span.to)
    {
      vr_output_put (self->writer->output, "/>");
      return;
    }
  vr_output_put_char (self->writer->output, '>');
  put_side (self, side, span);
  vr_output_put (self->writer->output, "</rdg>");
}

static void
put_quiet (RowWriter *self, guint quiet)
{
  const char *before = " ana=\"";

  for (guint bit = 0; bit < VR_N_QUIET; bit++)
    if ((quiet & (1u << bit)) != 0)
      {
        vr_output_put (self->writer->output, before);
        vr_tei_put_format (self->writer, "#quiet-%s", vr_quiet_get_nick (bit));
        before = " ";
      }
  if (quiet != 0)
    vr_output_put_char (self->writer->output, '"');
}

static void
put_entry (RowWriter *self, const char *type, guint quiet, VrSpan old_span, VrSpan new_span)
{
  /* The end of a paragraph alone is told by a milestone. */
  if (!has_text (self, VR_SIDE_OLD, old_span) && !has_text (self, VR_SIDE_NEW, new_span))
    return;
  vr_tei_put_format (self->writer, "<app type=\"%s\"", type);
  put_quiet (self, quiet);
  vr_output_put_char (self->writer->output, '>');
  put_reading (self, VR_SIDE_OLD, old_span);
  put_reading (self, VR_SIDE_NEW, new_span);
  vr_output_put (self->writer->output, "</app>");
}

static gboolean
is_edit (const VrPiece *piece)
{
  return piece->op == VR_PIECE_DELETE || piece->op == VR_PIECE_INSERT;
}

/* What is removed and what comes in its place are one entry.  Returns: where the next one is */
static guint32
put_piece (RowWriter *self, guint32 i)
{
  const VrPiece *first = &self->row.pieces[i];
  const VrPiece *last = first;

  if (is_edit (first))
    while (last + 1 < self->row.pieces + self->row.n_pieces && is_edit (last + 1))
      last++;
  if (is_edit (first))
    put_entry (self, "edit", 0, (VrSpan){ first->old_span.from, last->old_span.to },
               (VrSpan){ first->new_span.from, last->new_span.to });
  else if (first->op == VR_PIECE_QUIET && self->writer->options->quiet)
    put_entry (self, "quiet", first->quiet, first->old_span, first->new_span);
  else
    put_shared (self, first->old_span, first->new_span);

  return (guint32)(last - self->row.pieces) + 1;
}

/* What became of it, and what it is; of furniture the latter alone, as it is no change. */
static void
put_analysis (RowWriter *self)
{
  const VrComparison *comparison = self->writer->comparison;
  VrRole role = vr_report_get_row_role (comparison, self->index);
  const char *kind = vr_row_kind_get_nick (self->row.kind);
  g_autoptr (GString) ids = g_string_new (NULL);

  if (self->row.kind != VR_ROW_SAME && !vr_role_is_furniture (role))
    {
      g_string_append_printf (ids, " #fate-%s", kind);
      if (self->row.moved && !g_str_has_prefix (kind, "moved"))
        g_string_append (ids, " #fate-moved");
    }
  if (role != VR_ROLE_BODY)
    g_string_append_printf (ids, " #role-%s", vr_role_get_nick (role));
  if (ids->len > 0)
    vr_markup_put_attribute (self->writer->output, "ana", ids->str + 1);
}

static void
put_start (RowWriter *self)
{
  const VrTeiWriter *writer = self->writer;
  const VrComparison *comparison = writer->comparison;
  g_autofree char *id = vr_comparison_dup_row_id (comparison, self->index);
  VrSide side = self->row.n_new > 0 ? VR_SIDE_NEW : VR_SIDE_OLD;
  guint reference = vr_comparison_get_row_reference (comparison, self->index);

  vr_tei_put_format (writer, "<p xml:id=\"row-%s\"", id);
  vr_markup_put_attribute (writer->output, "xml:lang",
                           vr_article_get_language (vr_comparison_get_article (comparison, side)));
  put_analysis (self);
  if (reference != G_MAXUINT && (writer->walk->shown == NULL || writer->walk->shown[reference]))
    vr_tei_put_format (writer, " corresp=\"#from-%s\"", id);
  vr_output_put_char (writer->output, '>');
}

void
vr_tei_put_row (const VrTeiWriter *writer, guint index)
{
  g_auto (RowWriter) self;
  VrSpan spans[VR_N_SIDES];

  row_writer_init (&self, writer, index);
  for (guint side = 0; side < VR_N_SIDES; side++)
    spans[side] = (VrSpan){ 0, (guint32)self.texts.sides[side].n_bytes };
  put_start (&self);
  if (self.row.n_old == 0 || self.row.n_new == 0)
    put_entry (&self,
               vr_comparison_is_furniture (writer->comparison, index) ? "furniture"
               : self.row.n_old == 0                                  ? "added"
                                                                      : "removed",
               0, spans[VR_SIDE_OLD], spans[VR_SIDE_NEW]);
  else if (self.row.n_pieces == 0)
    put_shared (&self, spans[VR_SIDE_OLD], spans[VR_SIDE_NEW]);
  else
    for (guint32 i = 0; i < self.row.n_pieces;)
      i = put_piece (&self, i);
  for (guint side = 0; side < VR_N_SIDES; side++)
    put_marks (&self, (VrSide)side, G_MAXUINT32);
  vr_output_put (writer->output, "</p>\n");
}
