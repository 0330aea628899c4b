/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the blocks around a block, and those that are marked up alike, say of it. */
#include "vr-extract-private.h"

#include "vr-html-blocks.h"

#include <math.h>

/* How far away the next running text is counted. */
#define MAX_AWAY 10
/* How far behind a heading is counted. */
#define MAX_SINCE 30

typedef struct
{
  double prose;
  guint n;
} Twins;

static guint
sign (const VrExtractSums *sums, guint32 node)
{
  const char *class = vr_html_page_get_attribute (sums->page, node, "class");

  return (sums->page->nodes[node].tag * 31 + (class != NULL ? g_str_hash (class) : 7))
         * 2654435761u;
}

/* What is marked up alike has the same signature: tag and class of its element and the next. */
static guint
sign_block (const VrExtractSums *sums, guint block)
{
  guint32 node = vr_html_blocks_get (sums->blocks, block)->node;

  return sign (sums, node) ^ (sign (sums, sums->page->nodes[node].parent) >> 3);
}

static double
get_prose (const VrExtractSums *sums, guint block)
{
  return sums->prose[block + 1] - sums->prose[block];
}

static void
measure_twins (VrExtractFeatures *self, const VrExtractSums *sums)
{
  g_autoptr (GHashTable) table = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < self->n_blocks; i++)
    {
      gpointer key = GUINT_TO_POINTER (sign_block (sums, i));
      Twins *twins = g_hash_table_lookup (table, key);

      if (twins == NULL)
        {
          twins = g_new0 (Twins, 1);
          g_hash_table_insert (table, key, twins);
        }
      twins->n++;
      twins->prose += get_prose (sums, i);
    }
  for (guint i = 0; i < self->n_blocks; i++)
    {
      const Twins *twins = g_hash_table_lookup (table, GUINT_TO_POINTER (sign_block (sums, i)));
      float *values = vr_extract_features_get (self, i);

      values[VR_EXTRACT_FEATURE_TWIN_PROSE] = twins->prose / sums->all_prose;
      values[VR_EXTRACT_FEATURE_TWINS] = logf (twins->n);
    }
}

/* How many blocks away running text is, looking by @step, which is 1 or -1. */
static void
measure_away (VrExtractFeatures *self, const VrExtractSums *sums, int step)
{
  guint away = MAX_AWAY;
  VrExtractFeature feature =
      step > 0 ? VR_EXTRACT_FEATURE_TO_PROSE_BEFORE : VR_EXTRACT_FEATURE_TO_PROSE_BEHIND;

  for (guint n = 0; n < self->n_blocks; n++)
    {
      guint i = step > 0 ? n : self->n_blocks - 1 - n;

      vr_extract_features_get (self, i)[feature] = away;
      away = get_prose (sums, i) >= VR_EXTRACT_PROSE_CHARS ? 0 : MIN (away + 1, MAX_AWAY);
    }
}

static void
measure_neighbour (float *values, const VrExtractFeatures *self, const VrExtractSums *sums,
                   guint block, gint64 other, VrExtractFeature chars)
{
  const float *others;

  values[chars] = values[chars + 1] = -1;
  if (other < 0 || other >= self->n_blocks)
    return;
  others = vr_extract_features_get (self, other);
  values[chars] = others[VR_EXTRACT_FEATURE_CHARS];
  values[chars + 1] = others[VR_EXTRACT_FEATURE_LINK_DENSITY];
  values[chars + 2] = sums->page->nodes[vr_html_blocks_get (sums->blocks, block)->node].parent
                      == sums->page->nodes[vr_html_blocks_get (sums->blocks, other)->node].parent;
  values[chars + 3] = others[VR_EXTRACT_FEATURE_HEADING];
}

static void
measure_far_neighbour (float *values, const VrExtractFeatures *self, gint64 other,
                       VrExtractFeature chars)
{
  values[chars] = other < 0 || other >= self->n_blocks
                      ? -1
                      : vr_extract_features_get (self, other)[VR_EXTRACT_FEATURE_CHARS];
}

/* What the last heading announced, and how far behind it and the title a block stands. */
static void
measure_headings (VrExtractFeatures *self)
{
  guint since_heading = MAX_SINCE, since_title = MAX_SINCE;
  VrPhrase announced = VR_PHRASE_NONE;

  for (guint i = 0; i < self->n_blocks; i++)
    {
      float *values = vr_extract_features_get (self, i);
      gboolean is_heading = values[VR_EXTRACT_FEATURE_HEADING] > 0;

      values[VR_EXTRACT_FEATURE_PREVIOUS_PHRASE] = i > 0 ? self->phrases[i - 1] : 0;
      values[VR_EXTRACT_FEATURE_NEXT_PHRASE] = i + 1 < self->n_blocks ? self->phrases[i + 1] : 0;
      values[VR_EXTRACT_FEATURE_HEADING_PHRASE] = announced;
      values[VR_EXTRACT_FEATURE_SINCE_HEADING] = since_heading;
      values[VR_EXTRACT_FEATURE_SINCE_TITLE] = since_title;
      since_heading = is_heading ? 0 : MIN (since_heading + 1, MAX_SINCE);
      since_title = is_heading && values[VR_EXTRACT_FEATURE_IS_TITLE] >= 1
                        ? 0
                        : MIN (since_title + 1, MAX_SINCE);
      if (is_heading)
        announced = self->phrases[i];
    }
}

void
vr_extract_measure_context (VrExtractFeatures *self, const VrExtractSums *sums)
{
  gboolean is_behind_title = FALSE, is_behind_content = FALSE;

  measure_twins (self, sums);
  measure_headings (self);
  measure_away (self, sums, 1);
  measure_away (self, sums, -1);
  for (guint i = 0; i < self->n_blocks; i++)
    {
      float *values = vr_extract_features_get (self, i);

      measure_neighbour (values, self, sums, i, (gint64)i - 1, VR_EXTRACT_FEATURE_PREVIOUS_CHARS);
      measure_neighbour (values, self, sums, i, (gint64)i + 1, VR_EXTRACT_FEATURE_NEXT_CHARS);
      measure_far_neighbour (values, self, (gint64)i - 2, VR_EXTRACT_FEATURE_PREVIOUS_2_CHARS);
      measure_far_neighbour (values, self, (gint64)i + 2, VR_EXTRACT_FEATURE_NEXT_2_CHARS);
      values[VR_EXTRACT_FEATURE_PROSE_BEFORE] = sums->prose[i] / sums->all_prose;
      values[VR_EXTRACT_FEATURE_PROSE_BEHIND] = 1 - sums->prose[i + 1] / sums->all_prose;
      values[VR_EXTRACT_FEATURE_POSITION] = (float)i / self->n_blocks;
      values[VR_EXTRACT_FEATURE_PAGE_PROSE] = logf (sums->all_prose);
      values[VR_EXTRACT_FEATURE_BEHIND_TITLE] = is_behind_title;
      values[VR_EXTRACT_FEATURE_CONTENT_BEFORE] = is_behind_content;
      is_behind_title |=
          values[VR_EXTRACT_FEATURE_IS_TITLE] >= 1 && values[VR_EXTRACT_FEATURE_HEADING] > 0;
      is_behind_content |= values[VR_EXTRACT_FEATURE_IN_CONTENT] > 0;
    }
}
