/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which blocks of a web page are its article, and what the others are. */
#include "vr-extract.h"

#include "vr-extract-model.h"
#include "vr-extract-roles.h"

/* From here on a block is taken for text of the article. */
#define SURE 0.45f
/* A page of which less is taken has its text elsewhere: in what is not displayed, or where the
 * model looks for none. */
#define FEW_CHARS 250
/* What is not displayed is the article if it has so many times the text that is. */
#define HIDDEN_TIMES 3

typedef struct
{
  VrHtmlBlocks *text;
  VrExtractFeatures *features;
  float *sure;
} Reading;

static Reading
read_blocks (const VrHtmlPage *page, const VrExtractHints *hints, gboolean with_hidden)
{
  Reading reading = { vr_html_blocks_new (page, with_hidden), NULL, NULL };

  reading.features = vr_extract_features_new (reading.text, hints);
  reading.sure = vr_extract_judge (reading.features);
  return reading;
}

static void
forget (Reading *reading)
{
  if (reading->text != NULL)
    vr_html_blocks_free (reading->text);
  g_clear_pointer (&reading->features, vr_extract_features_free);
  g_clear_pointer (&reading->sure, g_free);
}

static guint
count_taken (const Reading *reading, float threshold)
{
  guint n = 0;

  for (guint i = 0; i < reading->text->blocks->len; i++)
    if (reading->sure[i] > threshold)
      n += vr_html_blocks_get (reading->text, i)->n_chars;
  return n;
}

/* Where little is sure enough, what is surest is taken: a page of few words has them somewhere. */
static float
find_threshold (const Reading *reading)
{
  static const float thresholds[] = { SURE, 0.35f, 0.2f, 0.1f };

  for (guint i = 0; i < G_N_ELEMENTS (thresholds); i++)
    if (count_taken (reading, thresholds[i]) >= FEW_CHARS)
      return thresholds[i];
  for (guint i = 0; i < G_N_ELEMENTS (thresholds); i++)
    if (count_taken (reading, thresholds[i]) > 0)
      return thresholds[i];
  return SURE;
}

/* Nothing is sure enough for the text, where it is in the page's data alone. */
#define NOTHING 2

/* The article in the page's data, where next to none of it is in the page. */
static const char *
find_data (const VrExtractHints *hints, guint n_taken)
{
  glong n_chars = hints->body != NULL ? g_utf8_strlen (hints->body, -1) : 0;

  return n_taken < FEW_CHARS && n_chars > MAX (HIDDEN_TIMES * (glong)n_taken, FEW_CHARS)
             ? hints->body
             : NULL;
}

VrExtract *
vr_extract_new (const VrHtmlPage *page, const VrEvidenceList *evidence)
{
  VrExtract *self = g_new0 (VrExtract, 1);
  const VrExtractHints hints = vr_extract_hints_from (evidence);
  Reading reading = read_blocks (page, &hints, FALSE);
  float threshold;

  if (count_taken (&reading, SURE) < FEW_CHARS)
    {
      Reading other = read_blocks (page, &hints, TRUE);

      if (count_taken (&other, SURE) > MAX (HIDDEN_TIMES * count_taken (&reading, SURE), FEW_CHARS))
        {
          Reading swapped = reading;

          reading = other;
          other = swapped;
        }
      forget (&other);
    }
  threshold = find_threshold (&reading);
  self->data = find_data (&hints, count_taken (&reading, threshold));
  if (self->data != NULL)
    threshold = NOTHING;
  self->blocks = g_new0 (VrExtractBlock, reading.text->blocks->len + 1);
  vr_extract_tell_roles (reading.text, reading.features, reading.sure, threshold, evidence,
                         self->blocks);
  self->text = g_steal_pointer (&reading.text);
  forget (&reading);
  return self;
}

void
vr_extract_free (VrExtract *self)
{
  vr_html_blocks_free (self->text);
  g_free (self->blocks);
  g_free (self);
}
