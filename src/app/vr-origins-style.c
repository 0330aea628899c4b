/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How prose with versions in its margin is set. */
#include "vr-origins-style.h"

#include "vr-origins-words.h"
#include "vr-row-layout.h"

/* So many versions are measured for the widest label; more have hardly wider ones. */
#define MOST_LABELS 400

static void
add_language (PangoAttrList *attributes, const VrHistoryBlame *blame)
{
  const char *language = vr_article_get_language (vr_history_blame_get_article (blame));

  if (!g_str_equal (language, "und"))
    pango_attr_list_insert (attributes,
                            pango_attr_language_new (pango_language_from_string (language)));
}

static void
measure_label (VrOriginsStyle *self, PangoLayout *layout, const VrHistoryBlame *blame,
               guint sentence)
{
  for (guint lines = 0; lines < G_N_ELEMENTS (self->margins); lines++)
    {
      g_autofree char *label = vr_origins_words_dup_label (blame, sentence, lines > 0);
      int width;

      pango_layout_set_text (layout, label, -1);
      pango_layout_get_pixel_size (layout, &width, NULL);
      self->margins[lines] = MAX (self->margins[lines], width);
    }
}

static void
measure_labels (VrOriginsStyle *self, const VrHistoryBlame *blame)
{
  g_autoptr (PangoLayout) layout = vr_row_layout_new (self->context, self->label_attributes);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);
  guint n;
  const VrBlamedSentence *sentences = vr_history_blame_peek_sentences (blame, &n);

  self->margins[0] = self->margins[1] = 0;
  for (guint i = 0; i < n && g_hash_table_size (seen) < MOST_LABELS; i++)
    {
      gsize key = (gsize)sentences[i].brought << 32 | sentences[i].changed;

      if (g_hash_table_add (seen, GSIZE_TO_POINTER (key)))
        measure_label (self, layout, blame, i);
    }
}

void
vr_origins_style_set (VrOriginsStyle *self, PangoContext *context, const VrReadingStyle *reading,
                      const VrHistoryBlame *blame)
{
  g_autoptr (PangoLayout) sample = NULL;

  vr_origins_style_clear (self);
  self->generation++;
  self->context = context;
  self->attributes = vr_row_layout_attributes (NULL, vr_reading_style_get_line_height (reading));
  add_language (self->attributes, blame);
  self->label_attributes = vr_row_layout_note_attributes ();
  sample = vr_row_layout_new (context, self->attributes);
  pango_layout_set_text (sample, "nineteen letters or", -1);
  pango_layout_get_pixel_size (sample, &self->letter_width, &self->line_height);
  self->letter_width = MAX (self->letter_width / 19, 1);
  self->measure = vr_reading_style_get_measure_px (reading, vr_row_layout_get_font_px (context));
  measure_labels (self, blame);
}

void
vr_origins_style_clear (VrOriginsStyle *self)
{
  g_clear_pointer (&self->attributes, pango_attr_list_unref);
  g_clear_pointer (&self->label_attributes, pango_attr_list_unref);
}
