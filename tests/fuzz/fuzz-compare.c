/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole engine on any two texts: what every comparison must hold to, both ways round. */
#include "check-comparison.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes);

static VrArticle *
read_half (const guint8 *data, gsize n_bytes, VrParagraphMode mode)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, n_bytes);
  g_autoptr (VrText) text = vr_text_new_from_bytes (bytes, NULL, "fuzz", NULL);

  return text != NULL ? vr_article_new (text, mode, NULL) : NULL;
}

/* Two bytes choose options and pins, the rest is cut at the first form feed. */
static void
choose_options (guint8 choice, VrOptions *options)
{
  *options = (VrOptions)VR_OPTIONS_INIT;
  options->quiet = choice & 15;
  options->strict = (choice & 16) != 0;
  options->unit = choice & 32 ? VR_UNIT_CHARACTER : VR_UNIT_WORD;
  options->paragraphs = choice >> 6;
}

static VrOverrides *
choose_pins (guint8 choice, VrArticle *old_article, VrArticle *new_article)
{
  guint n_old = vr_article_get_n_paragraphs (old_article);
  guint n_new = vr_article_get_n_paragraphs (new_article);
  VrOverrides *overrides = vr_overrides_new ();

  if (n_old > 0 && n_new > 0 && (choice & 1))
    vr_overrides_must_pair (overrides, (choice >> 2) % n_old, (choice >> 4) % n_new);
  if (n_old > 0 && n_new > 0 && (choice & 2))
    vr_overrides_must_not_pair (overrides, (choice >> 4) % n_old, (choice >> 2) % n_new);

  return overrides;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  const guint8 *cut = n_bytes > 2 ? memchr (data + 2, '\f', n_bytes - 2) : NULL;
  g_autoptr (VrArticle) old_article = NULL;
  g_autoptr (VrArticle) new_article = NULL;
  g_autoptr (VrOverrides) pins = NULL;
  g_autoptr (VrOverrides) swapped_pins = NULL;
  g_autoptr (VrComparison) comparison = NULL;
  g_autoptr (VrComparison) swapped = NULL;
  VrOptions options;

  if (cut == NULL)
    return 0;
  choose_options (data[0], &options);
  old_article = read_half (data + 2, cut - data - 2, options.paragraphs);
  new_article = read_half (cut + 1, data + n_bytes - cut - 1, options.paragraphs);
  if (old_article == NULL || new_article == NULL)
    return 0;

  pins = choose_pins (data[1], old_article, new_article);
  swapped_pins = vr_overrides_swap (pins);
  comparison = vr_compare (old_article, new_article, &options, pins, NULL, NULL, NULL);
  swapped = vr_compare (new_article, old_article, &options, swapped_pins, NULL, NULL, NULL);
  g_assert_nonnull (comparison);
  g_assert_nonnull (swapped);
  check_comparison (comparison);
  check_mirror (comparison, swapped);

  return 0;
}
