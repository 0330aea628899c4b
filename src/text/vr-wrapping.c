/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds out whether a text was wrapped by hand or program, and which lines belong together. */
#include "vr-wrapping.h"

#include "vr-line-shapes.h"

#include <string.h>

/* Narrower than any column that text is wrapped at; lists have such lines. */
#define MIN_WIDTH 24
/* With fewer pairs of lines than this, chance could bring agreement: all must agree, read on, and
 * the width must be one that people wrap at. */
#define FEW_PAIRS 3
#define FEW_MIN_WIDTH 40
#define FEW_MAX_WIDTH 132
/* In wrapped text hardly a line is longer: addresses of pages, tables. */
#define TOO_LONG_ONE_IN 8
/* An indent or its absence counts from this many cells on. */
#define MIN_INDENT 2
/* Indents mark off the paragraphs if there is one in so many lines. */
#define LINES_A_PARAGRAPH 16
/* Wide punctuation may hang over the margin. */
#define OVERHANG 2

#define ANY_BULLET (VR_LINE_BULLET | VR_LINE_MAYBE_BULLET)

/* A long text is looked at in so many pieces of so many lines first. */
#define N_PIECES 16
#define PIECE_LINES 64

typedef struct
{
  VrLine *lines;
  VrLineShape *shapes;
  guint n_lines;
  guint width;
  gboolean by_block;  /* only some blocks of lines were wrapped */
  gboolean by_blank;  /* blank lines stand between the paragraphs */
  gboolean hanging;   /* indented lines continue, others start a paragraph */
  gboolean by_indent; /* one of the two holds for all paragraphs, even those of one line */
} Wrapping;

static gboolean
has_neighbour (const Wrapping *self, guint i)
{
  return self->lines[i].is_followed || (i > 0 && self->lines[i - 1].is_followed);
}

/* How many cells line @i would have with the first word of the next. */
static guint
filled_end (const Wrapping *self, guint i)
{
  return self->shapes[i].end + self->shapes[i + 1].need;
}

static gboolean
is_filled (const Wrapping *self, guint i)
{
  return self->shapes[i].end <= self->width + OVERHANG && filled_end (self, i) > self->width;
}

/* Whether the sentence goes on from line @i to the next beyond doubt. */
static gboolean
reads_on (const Wrapping *self, guint i)
{
  guint flags = self->shapes[i].flags, next_flags = self->shapes[i + 1].flags;

  if (flags & VR_LINE_ENDS_SENTENCE)
    return FALSE;
  if (flags & VR_LINE_ENDS_IN_HYPHEN || next_flags & VR_LINE_STARTS_LOWER)
    return TRUE;
  return next_flags & VR_LINE_STARTS_CASELESS && !(flags & VR_LINE_ENDS_IN_PUNCTUATION);
}

/* Whether the pair of lines @i, @i + 1 says something of the width. */
static gboolean
is_evidence (const Wrapping *self, guint i)
{
  const VrLineShape *shape = &self->shapes[i], *next = shape + 1;

  return self->lines[i].is_followed && !((shape->flags | next->flags) & VR_LINE_ALONE)
         && !(next->flags & ANY_BULLET)
         && (next->indent < shape->indent + MIN_INDENT
             || (next->flags & VR_LINE_STARTS_LOWER && reads_on (self, i)));
}

/* Sets the width that most pairs agree on; returns how many do. */
static guint
find_width (Wrapping *self)
{
  int changes[VR_LINE_MAX_CELLS + 2] = { 0 };
  int n = 0, n_best = 0;

  for (guint i = 0; i + 1 < self->n_lines; i++)
    if (is_evidence (self, i) && self->shapes[i].end < VR_LINE_MAX_CELLS)
      {
        changes[self->shapes[i].end]++;
        changes[MIN (filled_end (self, i), VR_LINE_MAX_CELLS)]--;
      }
  for (guint width = 0; width < VR_LINE_MAX_CELLS; width++)
    {
      n += changes[width];
      if (width >= MIN_WIDTH && n > n_best)
        {
          n_best = n;
          self->width = width;
        }
    }
  return n_best;
}

/* What the pairs of neighbouring lines say once the width is known. */
typedef struct
{
  guint n_pairs;      /* that are evidence */
  guint n_agreeing;   /* filled lines */
  guint n_reading_on; /* among them */
  guint n_against;    /* lines that are short within a paragraph */
  guint n_in_blocks;  /* lines that have a neighbour */
  guint n_too_long;   /* among them */
} Evidence;

/* A short line speaks against wrapping, unless it looks like the last line of a paragraph or like
 * a heading. */
static gboolean
is_against (const Wrapping *self, guint i)
{
  if (self->shapes[i + 1].flags & VR_LINE_STARTS_LOWER)
    return TRUE;
  return !(self->shapes[i].flags & VR_LINE_ENDS_SENTENCE) && self->shapes[i].end * 2 >= self->width;
}

/* Weighs the lines @from up to, not including, @to. */
static Evidence
weigh (const Wrapping *self, guint from, guint to)
{
  Evidence evidence = { 0 };

  for (guint i = from; i < to; i++)
    {
      if (has_neighbour (self, i))
        {
          evidence.n_in_blocks++;
          evidence.n_too_long += self->shapes[i].end > self->width + OVERHANG;
        }
      if (!is_evidence (self, i))
        continue;
      evidence.n_pairs++;
      if (is_filled (self, i))
        {
          evidence.n_agreeing++;
          evidence.n_reading_on += reads_on (self, i);
        }
      else
        evidence.n_against += is_against (self, i);
    }
  return evidence;
}

/* Whether the text as a whole was wrapped. */
static gboolean
was_wrapped (const Wrapping *self)
{
  Evidence e = weigh (self, 0, self->n_lines);

  if (e.n_agreeing == 0 || e.n_too_long * TOO_LONG_ONE_IN > e.n_in_blocks)
    return FALSE;
  if (e.n_pairs < FEW_PAIRS)
    return e.n_reading_on == e.n_pairs && self->width >= FEW_MIN_WIDTH
           && self->width <= FEW_MAX_WIDTH;
  /* Half of the lines start with a capital in German; nine in ten in verse and lists. */
  if (e.n_agreeing * 2 >= e.n_pairs)
    return e.n_reading_on * 10 >= e.n_agreeing * 3;
  /* Many short paragraphs without a blank line between: the rest must be their last lines. */
  return e.n_agreeing * 10 >= e.n_pairs * 3 && e.n_against * 10 <= e.n_pairs
         && e.n_reading_on * 2 >= e.n_agreeing;
}

/* Whether a block of neighbouring lines was wrapped in a text that was not as a whole. */
static gboolean
block_was_wrapped (const Wrapping *self, guint from, guint to)
{
  Evidence e = weigh (self, from, to);

  return e.n_pairs >= FEW_PAIRS - 1 && e.n_too_long == 0 && e.n_agreeing * 5 >= e.n_pairs * 4
         && e.n_reading_on * 2 >= e.n_agreeing;
}

static guint
find_block_end (const Wrapping *self, guint from)
{
  while (self->lines[from].is_followed)
    from++;
  return from + 1;
}

/* Whether there are wrapped blocks among lists and paragraphs of one line; they must agree. */
static gboolean
has_wrapped_blocks (const Wrapping *self)
{
  guint n_pairs = 0;

  if (self->width < FEW_MIN_WIDTH || self->width > FEW_MAX_WIDTH)
    return FALSE;
  for (guint from = 0, to; from < self->n_lines; from = to)
    {
      to = find_block_end (self, from);
      if (block_was_wrapped (self, from, to))
        n_pairs += to - from - 1;
    }
  return n_pairs > FEW_PAIRS;
}

/* Finds the width; FALSE if nothing is to be joined. */
static gboolean
judge (Wrapping *self)
{
  if (find_width (self) == 0)
    return FALSE;
  self->by_block = !was_wrapped (self);
  return !self->by_block || has_wrapped_blocks (self);
}

/* Tells how paragraphs are marked off: by blank lines, and by which kind of indent. */
static void
learn_style (Wrapping *self)
{
  guint n_blocks = 0, n_ends_inside = 0, n_flowing = 0, n_fresh = 0, n_pairs = 0;

  for (guint i = 0; i + 1 < self->n_lines; i++)
    {
      const VrLineShape *shape = &self->shapes[i], *next = shape + 1;

      if (!self->lines[i].is_followed)
        {
          n_blocks += i > 0 && self->lines[i - 1].is_followed;
          continue;
        }
      /* List items are marked off by their own means. */
      if ((shape->flags | next->flags) & ANY_BULLET)
        continue;
      n_pairs++;
      if (next->indent >= shape->indent + MIN_INDENT)
        {
          gboolean flows = is_filled (self, i) && !(shape->flags & VR_LINE_ENDS_SENTENCE);

          n_flowing += flows;
          n_fresh += !flows;
        }
      n_ends_inside += !is_filled (self, i) && shape->flags & VR_LINE_ENDS_SENTENCE;
    }
  self->hanging = n_flowing > n_fresh;
  self->by_blank = n_blocks >= n_ends_inside;
  self->by_indent = !self->by_blank && MAX (n_flowing, n_fresh) * LINES_A_PARAGRAPH >= n_pairs;
}

/* Whether what looks like a list number at the start of line @i + 1 is one. */
static gboolean
starts_item (const Wrapping *self, guint first, guint i)
{
  const VrLineShape *shape = &self->shapes[i], *next = shape + 1;

  if (!is_filled (self, i) || shape->flags & VR_LINE_ENDS_SENTENCE)
    return TRUE;
  return self->shapes[first].flags & ANY_BULLET && next->indent == self->shapes[first].indent
         && (i == first || shape->indent > next->indent);
}

/* Whether line @i + 1 begins something new by how it starts; @first is its paragraph's first. */
static gboolean
starts_anew (const Wrapping *self, guint first, guint i)
{
  const VrLineShape *shape = &self->shapes[i], *next = shape + 1;

  if ((shape->flags | next->flags) & VR_LINE_ALONE || next->flags & VR_LINE_BULLET)
    return TRUE;
  if (next->flags & VR_LINE_MAYBE_BULLET && starts_item (self, first, i))
    return TRUE;
  if (next->indent >= shape->indent + MIN_INDENT)
    return !self->hanging && !(i == first && shape->flags & ANY_BULLET);
  if (shape->indent >= next->indent + MIN_INDENT)
    return self->hanging || i > first;
  /* Two first lines, one right behind the other. */
  return self->by_indent && i == first && (self->hanging || next->indent >= MIN_INDENT);
}

/* Whether line @i + 1 continues line @i; line @first is the first of the paragraph so far. */
static gboolean
continues (const Wrapping *self, guint first, guint i)
{
  const VrLineShape *shape = &self->shapes[i];

  if (starts_anew (self, first, i))
    return FALSE;
  if (shape->end > self->width + OVERHANG)
    return reads_on (self, i);
  if (is_filled (self, i))
    return TRUE;
  if (reads_on (self, i))
    return shape->end * 5 >= self->width * 2;
  /* Wrapped text that was edited later, or wrapped evenly, has shorter lines within; a short first
   * line is more likely a heading, a verse or an address. */
  return self->by_blank
         && (shape->end * 4 >= self->width * 3
             || (i > first && !(shape->flags & VR_LINE_ENDS_SENTENCE)));
}

/* Marks the lines from @from up to @to, which are neighbours. */
static void
join_block (Wrapping *self, guint from, guint to)
{
  guint first = from;

  for (guint i = from; i + 1 < to; i++)
    {
      self->lines[i].goes_on = continues (self, first, i);
      if (!self->lines[i].goes_on)
        first = i + 1;
    }
}

/* Looks at all lines; FALSE if it is plain already that none are to be joined. */
static gboolean
look_at_lines (Wrapping *self, const char *text, gboolean forced)
{
  guint n_in_blocks = 0, n_too_long = 0;

  for (guint i = 0; i < self->n_lines; i++)
    {
      vr_line_shape_measure (&self->shapes[i], text, &self->lines[i]);
      if (has_neighbour (self, i))
        {
          n_in_blocks++;
          n_too_long += self->shapes[i].end == VR_LINE_MAX_CELLS;
        }
    }
  if (n_in_blocks == 0 || (!forced && n_too_long * 4 > n_in_blocks * 3))
    return FALSE;
  for (guint i = 0; i < self->n_lines; i++)
    vr_line_shape_look (&self->shapes[i], text, &self->lines[i]);
  return TRUE;
}

/* Looks at pieces spread over a long text, which is quicker: most texts are not wrapped. */
static gboolean
pieces_were_wrapped (const char *text, const VrLine *lines, guint n_lines)
{
  VrLine picked[N_PIECES * PIECE_LINES];
  VrLineShape shapes[N_PIECES * PIECE_LINES];
  Wrapping pieces = { .lines = picked, .shapes = shapes, .n_lines = G_N_ELEMENTS (picked) };

  for (guint i = 0; i < N_PIECES; i++)
    {
      memcpy (picked + i * PIECE_LINES, lines + (gsize)(n_lines - PIECE_LINES) * i / (N_PIECES - 1),
              PIECE_LINES * sizeof (VrLine));
      /* By a line that was not picked. */
      picked[(i + 1) * PIECE_LINES - 1].is_followed = FALSE;
    }
  return look_at_lines (&pieces, text, FALSE) && judge (&pieces);
}

gboolean
vr_wrapping_join (const char *text, GArray *lines, gboolean forced)
{
  Wrapping self = { .lines = (VrLine *)lines->data, .n_lines = lines->len };
  g_autofree VrLineShape *shapes = NULL;

  if (!forced && lines->len > 2 * N_PIECES * PIECE_LINES
      && !pieces_were_wrapped (text, self.lines, self.n_lines))
    return FALSE;
  self.shapes = shapes = g_new (VrLineShape, lines->len);
  if (!look_at_lines (&self, text, forced))
    return FALSE;
  if (forced ? find_width (&self) == 0 : !judge (&self))
    return FALSE;
  learn_style (&self);
  for (guint from = 0, to; from < lines->len; from = to)
    {
      to = find_block_end (&self, from);
      if (!self.by_block || block_was_wrapped (&self, from, to))
        join_block (&self, from, to);
    }
  return TRUE;
}
