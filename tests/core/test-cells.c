/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of terminal cells and of where lines may break. */
#include "vr-cells.h"

#include <string.h>

static VrSlice
slice (const char *text)
{
  return (VrSlice){ text, strlen (text) };
}

static void
test_cells (void)
{
  static const struct
  {
    const char *text;
    guint cells;
  } cases[] = {
    { "", 0 },       { "abc", 3 },  { "é", 1 },        { "e\u0301", 1 },
    { "日本語", 6 }, { "ｶﾅ", 2 },   { "한국", 4 },     { "ภาษา", 4 },
    { "ที่", 1 },      { "שלום", 4 }, { "a\u200bb", 2 }, { "😀", 2 },
    { "🇩🇪", 2 },     { "ﬁ", 1 },    { "…", 1 },        { "e\u0301\u0302x", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (vr_cells_measure (slice (cases[i].text)), ==, cases[i].cells);
}

static void
test_marks_stay_with_their_letter (void)
{
  static const struct
  {
    const char *text;
    gsize n_bytes;
  } cases[] = {
    { "ab", 1 },        { "e\u0301x", 3 }, { "日本", 3 },     { "👩\u200d👩\u200d👧x", 18 },
    { "👍🏽x", 8 }, { "🇩🇪🇫🇷", 8 },     { "ب\u200dب", 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint cells;

      g_assert_cmpuint (vr_cells_next (slice (cases[i].text), &cells), ==, cases[i].n_bytes);
    }
}

static void
test_lines_break_between_words (void)
{
  static const struct
  {
    const char *text;
    const char *language;
    const char *parts;
  } cases[] = {
    { "", "en", "" },
    { "one", "en", "one" },
    { "one two", "en", "one |two" },
    { "face-to-face -5 a - b", "en", "face-|to-|face |-5 |a |- |b" },
    { "100\u00a0km", "en", "100\u00a0km" },
    { "Größe der Straße", "de", "Größe |der |Straße" },
    { "مرحبا بالعالم", "ar", "مرحبا |بالعالم" },
    { "港は開く。", "ja", "港|は|開|く。" },
    { "ภาษาไทยง่าย", "th", "ภาษา|ไทย|ง่าย" },
  };
  g_autoptr (GArray) breaks = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) parts = g_string_new (NULL);
      guint32 from = 0;

      vr_cells_find_breaks (slice (cases[i].text), cases[i].language, breaks);
      for (guint b = 0; b < breaks->len; b++)
        {
          guint32 to = g_array_index (breaks, guint32, b);

          if (b > 0)
            g_string_append_c (parts, '|');
          g_string_append_len (parts, cases[i].text + from, to - from);
          from = to;
        }
      g_assert_cmpstr (parts->str, ==, cases[i].parts);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cells/cells", test_cells);
  g_test_add_func ("/cells/marks-stay-with-their-letter", test_marks_stay_with_their_letter);
  g_test_add_func ("/cells/lines-break-between-words", test_lines_break_between_words);
  return g_test_run ();
}
