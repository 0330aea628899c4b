/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells what a paragraph and its neighbours show. */
#include "vr-role-features.h"

/* Groups of features: each gives a line one number of its range, or none.  Their order and ranges
 * are those of the weights: whoever changes them trains anew. */
#define GROUPS                                                                                     \
  G (BIAS, 1, TRUE)                                                                                \
  G (CELLS, 11, TRUE)                                                                              \
  G (WORDS, 9, FALSE)                                                                              \
  G (END_CELLS, 6 * 6, FALSE)                                                                      \
  G (START_CELLS, 6 * 6, FALSE)                                                                    \
  G (LOWER_CELLS, 6 * 6, FALSE)                                                                    \
  G (CAPS, 2, FALSE)                                                                               \
  G (DIGITS, 4, FALSE)                                                                             \
  G (COMMAS, 4, FALSE)                                                                             \
  G (STOPS, 5, FALSE)                                                                              \
  G (BARS, 4, FALSE)                                                                               \
  G (BULLET, 4 * 6, FALSE)                                                                         \
  G (LIKE, 4 * 4 * 4, FALSE)                                                                       \
  G (GLUED, 3 * 3, FALSE)                                                                          \
  G (INDENT, 2, FALSE)                                                                             \
  G (GAPS, 9, FALSE)                                                                               \
  G (REPEAT_NEAR, 3, FALSE)                                                                        \
  G (REPEAT_FAR, 3, FALSE)                                                                         \
  G (MARKS, 16, FALSE)                                                                             \
  G (WHOLE, 64, TRUE)                                                                              \
  G (HEAD, 3 * 16, FALSE)                                                                          \
  G (INSIDE, 3 * 16, FALSE)                                                                        \
  G (COVERED, 5, FALSE)                                                                            \
  G (BEFORE_KIND, 4 * 4, FALSE)                                                                    \
  G (AFTER_KIND, 4 * 4, FALSE)                                                                     \
  G (BEFORE_HIT, 16, FALSE)                                                                        \
  G (AFTER_HIT, 16, FALSE)                                                                         \
  G (SIDES, 4 * 4 * 4, FALSE)                                                                      \
  G (SIDES_2, 4 * 4 * 4, FALSE)                                                                    \
  G (DISTANCE, 6 * 6 * 4, TRUE)                                                                    \
  G (SHARE, 8 * 4, TRUE)                                                                           \
  G (WINDOW, 3 * 11, TRUE)                                                                         \
  G (WINDOW_KIND, 3 * 4 * 2, TRUE)                                                                 \
  G (NEAR, 6 * 4, TRUE)                                                                            \
  G (SINCE_BLOCK, 5 * 4, TRUE)                                                                     \
  G (SINCE_HIT, 5 * 4, TRUE)                                                                       \
  G (SINCE_COMMENTS, 4 * 4, TRUE)                                                                  \
  G (SINCE_DATE, 6 * 4, TRUE)                                                                      \
  G (RUN, 6 * 3, TRUE)                                                                             \
  G (LINES_LEFT, 4 * 4, TRUE)

enum
{
#define G(name, n, is_placed) FROM_##name, LAST_##name = FROM_##name + (n)-1,
  GROUPS
#undef G
      N_FEATURES,
};

/* What a line is at a glance. */
typedef enum
{
  PROSE,
  LONG,
  SHORT,
  SAID, /* the lists have it */
} Kind;

#define N_KINDS 4
#define NEAR_LINES 4
#define LONG_CELLS 45

struct _VrRoleFeatures
{
  const VrRoleLine *lines;
  guint n;
  guint32 *prose_before; /* cells of prose before each line, and of all at the end */
  guint16 *distance_before, *distance_after; /* lines to the next prose */
  guint16 *since_block, *since_hit, *since_comments, *since_date, *run;
  guint window_from, window_to;
};

static guint
bucket (guint value, const guint *limits, guint n)
{
  guint i = 0;

  while (i < n && value > limits[i])
    i++;
  return i;
}

#define BUCKET(value, ...)                                                                         \
  bucket (value, (const guint[]){ __VA_ARGS__ }, sizeof ((guint[]){ __VA_ARGS__ }) / sizeof (guint))

static gboolean
is_said (const VrRoleLine *line)
{
  return line->hits.roles[VR_ROLE_PLACE_WHOLE] != VR_N_ROLES
         || (line->n_words <= 12 && line->hits.n_covered * 3 >= line->n_words * 2);
}

static Kind
get_kind (const VrRoleLine *line)
{
  if (line->is_prose)
    return PROSE;
  if (is_said (line))
    return SAID;
  return line->n_cells > LONG_CELLS ? LONG : SHORT;
}

static void
count_prose (VrRoleFeatures *self)
{
  guint32 cells = 0;
  guint16 distance = G_MAXUINT16;

  for (guint i = 0; i < self->n; i++)
    {
      self->prose_before[i] = cells;
      self->distance_before[i] = distance;
      if (self->lines[i].is_prose)
        {
          cells += self->lines[i].n_cells;
          distance = 1;
        }
      else if (distance < G_MAXUINT16)
        distance++;
    }
  self->prose_before[self->n] = cells;
  distance = G_MAXUINT16;
  for (guint i = self->n; i-- > 0;)
    {
      self->distance_after[i] = distance;
      if (self->lines[i].is_prose)
        distance = 1;
      else if (distance < G_MAXUINT16)
        distance++;
    }
}

static gboolean
is_block (const VrRoleLine *line, VrRole role)
{
  return line->hits.is_block && line->hits.roles[VR_ROLE_PLACE_WHOLE] == role;
}

static gboolean
is_dated (const VrRoleLine *line)
{
  return (line->has_time || line->has_year || line->hits.roles[VR_ROLE_PLACE_HEAD] == VR_ROLE_DATE)
         && line->n_digits >= 3 && line->n_words <= 14;
}

/* How far each line is below a heading of a block and below words of the lists, and how many lines
 * without prose stand together. */
static void
count_blocks (VrRoleFeatures *self)
{
  guint block = G_MAXUINT16, hit = G_MAXUINT16, comments = G_MAXUINT16, date = G_MAXUINT16;

  for (guint i = 0; i < self->n; i++)
    {
      const VrRoleLine *line = &self->lines[i];

      self->since_block[i] = block;
      self->since_hit[i] = hit;
      self->since_comments[i] = comments;
      self->since_date[i] = date;
      block = is_block (line, VR_ROLE_RELATED) ? 0 : MIN (block + 1, G_MAXUINT16);
      comments = is_block (line, VR_ROLE_FOOTER) ? 0 : MIN (comments + 1, G_MAXUINT16);
      date = is_dated (line) ? 0 : MIN (date + 1, G_MAXUINT16);
      hit = is_said (line) ? 0 : MIN (hit + 1, G_MAXUINT16);
      if (line->is_prose && line->n_cells > 160)
        block = G_MAXUINT16;
    }
  for (guint i = 0, from = 0; i <= self->n; i++)
    if (i == self->n || self->lines[i].is_prose)
      {
        for (guint j = from; j < i; j++)
          self->run[j] = MIN (i - from, G_MAXUINT16);
        if (i < self->n)
          self->run[i] = 0;
        from = i + 1;
      }
}

/* The stretch of lines with the most prose, where each other line costs something (Kadane). */
static void
find_window (VrRoleFeatures *self)
{
  gint64 sum = 0, best = 0;
  guint from = 0;

  for (guint i = 0; i < self->n; i++)
    {
      const VrRoleLine *line = &self->lines[i];

      sum += line->is_prose ? (gint64)line->n_cells : -60;
      if (sum > best)
        {
          best = sum;
          self->window_from = from;
          self->window_to = i + 1;
        }
      if (sum <= 0)
        {
          sum = 0;
          from = i + 1;
        }
    }
}

VrRoleFeatures *
vr_role_features_new (const VrRoleLine *lines, guint n)
{
  VrRoleFeatures *self = g_new0 (VrRoleFeatures, 1);

  self->lines = lines;
  self->n = n;
  self->prose_before = g_new (guint32, n + 1);
  self->distance_before = g_new (guint16, n + 1);
  self->distance_after = g_new (guint16, n + 1);
  self->since_block = g_new (guint16, n + 1);
  self->since_hit = g_new (guint16, n + 1);
  self->since_comments = g_new (guint16, n + 1);
  self->since_date = g_new (guint16, n + 1);
  self->run = g_new (guint16, n + 1);
  count_prose (self);
  count_blocks (self);
  find_window (self);
  return self;
}

void
vr_role_features_free (VrRoleFeatures *self)
{
  g_free (self->prose_before);
  g_free (self->distance_before);
  g_free (self->distance_after);
  g_free (self->since_block);
  g_free (self->since_hit);
  g_free (self->since_comments);
  g_free (self->since_date);
  g_free (self->run);
  g_free (self);
}

guint
vr_role_features_get_n (void)
{
  return N_FEATURES;
}

gboolean
vr_role_features_is_placed (guint feature)
{
  static const struct
  {
    guint last;
    gboolean is_placed;
  } groups[] = {
#define G(name, n, is_placed) { LAST_##name, is_placed },
    GROUPS
#undef G
  };
  guint i = 0;

  while (feature > groups[i].last)
    i++;
  return groups[i].is_placed;
}

typedef struct
{
  guint16 *features;
  guint n;
} Out;

static void
add (Out *out, guint from, guint last, guint value)
{
  g_assert (from + value <= last && out->n < VR_ROLE_MAX_FEATURES);
  out->features[out->n++] = from + value;
}

#define ADD(group, value) add (out, FROM_##group, LAST_##group, value)

static guint
get_size (const VrRoleLine *line)
{
  return BUCKET (line->n_cells, 12, 30, 60, 100, 200);
}

static void
add_shape (Out *out, const VrRoleLine *line)
{
  guint size = get_size (line);
  guint n_words = MAX (line->n_words, 1);

  ADD (BIAS, 0);
  ADD (CELLS, BUCKET (line->n_cells, 4, 10, 20, 30, 45, 60, 80, 120, 200, 350));
  ADD (WORDS, BUCKET (line->n_words, 0, 1, 2, 3, 5, 8, 12, 20));
  ADD (END_CELLS, line->end * 6 + size);
  ADD (START_CELLS, line->start * 6 + size);
  ADD (LOWER_CELLS, BUCKET (line->n_lower * 100 / n_words, 5, 25, 45, 60, 75) * 6 + size);
  if (line->is_caps)
    ADD (CAPS, size > 1);
  ADD (DIGITS, BUCKET (line->n_digits * 100 / MAX (line->n_cells, 1), 0, 8, 25));
  ADD (COMMAS, BUCKET (line->n_commas, 0, 1, 3));
  ADD (STOPS, BUCKET (line->n_stops, 0, 1, 2, 4));
  if (line->n_glued > 0)
    ADD (GLUED, BUCKET (line->n_glued, 1, 2) * 3 + BUCKET (size, 2, 4));
  ADD (BARS, BUCKET (line->n_bars, 0, 1, 3));
}

static void
add_marks (Out *out, const VrRoleLine *line)
{
  gboolean is_small = get_size (line) < 3;

  if (line->has_credit)
    ADD (MARKS, 0 + is_small);
  if (line->has_year)
    ADD (MARKS, 2 + is_small);
  if (line->has_time)
    ADD (MARKS, 4 + is_small);
  if (line->has_address)
    ADD (MARKS, 6 + is_small);
  if (line->n_letters == 0)
    ADD (MARKS, 8 + is_small);
  if (line->has_year && line->n_words < 9)
    ADD (MARKS, 10);
  if (line->has_time && line->n_words < 12)
    ADD (MARKS, 11);
  if (line->n_upper == line->n_words && line->n_words > 1)
    ADD (MARKS, 12 + is_small);
  if (line->n_bars > 0 && line->n_lower * 4 < line->n_words)
    ADD (MARKS, 14 + is_small);
}

static void
add_words (Out *out, const VrRoleLine *line)
{
  const VrRoleHits *hits = &line->hits;
  guint kind = line->is_prose ? (line->n_cells > 160 ? 2 : 1) : 0;

  if (hits->roles[VR_ROLE_PLACE_WHOLE] != VR_N_ROLES)
    ADD (WHOLE, hits->roles[VR_ROLE_PLACE_WHOLE] * 4 + hits->is_maybe * 2 + hits->is_block);
  if (hits->roles[VR_ROLE_PLACE_HEAD] != VR_N_ROLES)
    ADD (HEAD, kind * 16 + hits->roles[VR_ROLE_PLACE_HEAD]);
  if (hits->roles[VR_ROLE_PLACE_INSIDE] != VR_N_ROLES)
    ADD (INSIDE, kind * 16 + hits->roles[VR_ROLE_PLACE_INSIDE]);
  if (hits->n_words > 0 && hits->n_words < 40)
    ADD (COVERED, BUCKET (hits->n_covered * 100u / hits->n_words, 0, 34, 66, 99));
}

static guint
get_hit (const VrRoleLine *line)
{
  for (guint place = 0; place < VR_N_ROLE_PLACES; place++)
    if (line->hits.roles[place] != VR_N_ROLES)
      return line->hits.roles[place];
  return VR_N_ROLES;
}

static Kind
kind_at (const VrRoleFeatures *self, guint index, gint step)
{
  gint64 at = (gint64)index + step;

  return at < 0 || at >= self->n ? SAID : get_kind (&self->lines[at]);
}

/* Whether two lines are of one mould, as a list's are. */
static gboolean
is_like (const VrRoleFeatures *self, gint64 a, gint64 b)
{
  const VrRoleLine *x, *y;

  if (a < 0 || b < 0 || a >= self->n || b >= self->n)
    return FALSE;
  x = &self->lines[a];
  y = &self->lines[b];
  return x->start == y->start && x->end == y->end && x->is_bullet == y->is_bullet
         && (x->n_digits > 0) == (y->n_digits > 0) && x->is_prose == y->is_prose
         && x->n_cells < 2 * y->n_cells + 8 && y->n_cells < 2 * x->n_cells + 8
         && is_said (x) == is_said (y);
}

static void
add_neighbours (Out *out, const VrRoleFeatures *self, guint index)
{
  const VrRoleLine *line = &self->lines[index];
  Kind kind = get_kind (line);

  ADD (BEFORE_KIND, kind_at (self, index, -1) * 4 + kind);
  ADD (AFTER_KIND, kind_at (self, index, 1) * 4 + kind);
  ADD (SIDES, (kind_at (self, index, -1) * 4 + kind_at (self, index, 1)) * 4 + kind);
  ADD (SIDES_2, (kind_at (self, index, -2) * 4 + kind_at (self, index, 2)) * 4 + kind);
  if (index > 0)
    ADD (BEFORE_HIT, get_hit (line - 1));
  if (index + 1 < self->n)
    ADD (AFTER_HIT, get_hit (line + 1));
  ADD (
      LIKE,
      ((is_like (self, index, (gint64)index - 1) * 2 + is_like (self, index, (gint64)index + 1)) * 4
       + BUCKET (self->distance_before[index], 2, 10, 40))
              * 4
          + get_size (line) / 2 + line->is_prose);
  ADD (GAPS, line->gap_before * 3 + line->gap_after);
  if (line->is_bullet || line->is_indented)
    ADD (BULLET, (line->is_bullet * 2 + line->is_prose) * 6 + get_size (line));
  if (line->is_indented)
    ADD (INDENT, kind == PROSE);
  if (line->repeats_before || line->repeats_after)
    ADD (REPEAT_NEAR, line->repeats_before && line->repeats_after ? 2 : line->repeats_before);
  if (line->n_repeats > 0)
    ADD (REPEAT_FAR, BUCKET (line->n_repeats, 1, 3));
}

static guint
get_near_share (const VrRoleFeatures *self, guint index)
{
  guint from = index > NEAR_LINES ? index - NEAR_LINES : 0;
  guint to = MIN (index + NEAR_LINES + 1, self->n), n_prose = 0;

  for (guint i = from; i < to; i++)
    n_prose += i != index && self->lines[i].is_prose;
  return n_prose * 100 / MAX (to - from - 1, 1);
}

static void
add_place (Out *out, const VrRoleFeatures *self, guint index)
{
  Kind kind = get_kind (&self->lines[index]);
  guint32 all = self->prose_before[self->n], before = self->prose_before[index];
  guint share = before * 100 / MAX (all, 1);
  guint window = index < self->window_from ? 0 : index < self->window_to ? 1 : 2;

  ADD (DISTANCE, (BUCKET (self->distance_before[index], 1, 2, 4, 8, 20) * 6
                  + BUCKET (self->distance_after[index], 1, 2, 4, 8, 20))
                         * 4
                     + kind);
  ADD (SHARE, (before == 0                            ? 0
               : self->prose_before[index + 1] >= all ? 7
                                                      : 1 + BUCKET (share, 5, 25, 50, 75, 95))
                      * 4
                  + kind);
  ADD (WINDOW,
       window * 11 + BUCKET (self->lines[index].n_cells, 4, 10, 20, 30, 45, 60, 80, 120, 200, 350));
  ADD (WINDOW_KIND,
       (window * 4 + kind) * 2 + (self->lines[index].n_upper * 2 > self->lines[index].n_words));
  ADD (NEAR, BUCKET (get_near_share (self, index), 0, 20, 40, 60, 80) * 4 + kind);
  ADD (SINCE_BLOCK, BUCKET (self->since_block[index], 0, 2, 6, 20) * 4 + kind);
  ADD (SINCE_HIT, BUCKET (self->since_hit[index], 0, 1, 3, 8) * 4 + kind);
  ADD (SINCE_COMMENTS, BUCKET (self->since_comments[index], 1, 10, G_MAXUINT16 - 1) * 4 + kind);
  ADD (SINCE_DATE, BUCKET (self->since_date[index], 0, 1, 3, 6, 20) * 4 + kind);
  if (kind != PROSE)
    ADD (RUN, BUCKET (self->run[index], 1, 2, 3, 5, 10) * 3 + kind - 1);
  ADD (LINES_LEFT, BUCKET (self->n - index, 1, 3, 8) * 4 + kind);
}

guint
vr_role_features_get (const VrRoleFeatures *self, guint index,
                      guint16 features[VR_ROLE_MAX_FEATURES])
{
  Out stack = { features, 0 }, *out = &stack;

  add_shape (out, &self->lines[index]);
  add_marks (out, &self->lines[index]);
  add_words (out, &self->lines[index]);
  add_neighbours (out, self, index);
  add_place (out, self, index);
  return out->n;
}
