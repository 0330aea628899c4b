/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random texts in every paragraph mode lose nothing, and wrapping is undone. */
#include "check-text.h"

#include <string.h>

static VrText *
new_text (const GString *bytes)
{
  g_autoptr (GBytes) source = g_bytes_new (bytes->str, bytes->len);
  VrText *text = vr_text_new_from_bytes (source, "UTF-8", "text", NULL);

  g_assert_nonnull (text);
  return text;
}

static void
test_nothing_is_lost (void)
{
  static const char *const pieces[] = { "a",      "Word",     "two words ",
                                        " ",      "\t",       "\n",
                                        "\n",     "\n\n",     "\r",
                                        "\r\n",   "\xC2\x85", "\f",
                                        "\u2028", "\u2029",   "\u3000",
                                        "\u00A0", "漢字",     "かな",
                                        "ไทย",    "한글",     "e\u0301",
                                        "- ",     "* ",       "12. ",
                                        "(a) ",   "> ",       "well-",
                                        "–",      ".",        "“quote”",
                                        "\u00AD", "\x1B",     "\U0001F468\u200D\U0001F469" };

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) bytes = g_string_new (NULL);
      g_autoptr (VrText) text = NULL;
      guint n = g_test_rand_int_range (0, 120);

      for (guint j = 0; j < n; j++)
        g_string_append (bytes, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      text = new_text (bytes);
      for (VrParagraphMode mode = VR_PARAGRAPHS_AUTO; mode <= VR_PARAGRAPHS_WRAPPED; mode++)
        {
          g_autoptr (VrParagraphs) paragraphs = vr_paragraphs_new (text, mode);

          check_paragraphs (text, paragraphs);
        }
    }
}

/* A sentence of made-up words; like prose, it starts with a capital and ends with a stop. */
static void
add_sentence (GString *paragraph)
{
  guint n_words = g_test_rand_int_range (4, 18);

  for (guint i = 0; i < n_words; i++)
    {
      guint n = g_test_rand_int_range (1, 10);

      if (paragraph->len > 0)
        g_string_append_c (paragraph, ' ');
      for (guint j = 0; j < n; j++)
        g_string_append_c (paragraph, g_test_rand_int_range ('a', 'z' + 1));
      if (i == 0)
        paragraph->str[paragraph->len - n] = g_ascii_toupper (paragraph->str[paragraph->len - n]);
    }
  g_string_append_c (paragraph, '.');
}

/* Breaks lines as an editor does: before the first word that has no room. */
static void
add_wrapped (GString *text, const char *paragraph, guint width, const char *indent)
{
  g_auto (GStrv) words = g_strsplit (paragraph, " ", -1);
  gsize n_line = strlen (indent);

  g_string_append (text, indent);
  g_string_append (text, words[0]);
  n_line += strlen (words[0]);
  for (guint i = 1; words[i] != NULL; i++)
    {
      gsize n_word = strlen (words[i]);

      if (n_line + 1 + n_word > width)
        {
          g_string_append_c (text, '\n');
          n_line = 0;
        }
      else
        {
          g_string_append_c (text, ' ');
          n_line++;
        }
      g_string_append (text, words[i]);
      n_line += n_word;
    }
  g_string_append_c (text, '\n');
}

static void
check_unwrapped (const char *between, const char *indent)
{
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GString) bytes = g_string_new (NULL);
      g_autoptr (VrText) text = NULL;
      g_autoptr (VrParagraphs) paragraphs = NULL;
      guint n = g_test_rand_int_range (3, 30), width = g_test_rand_int_range (50, 100);

      for (guint i = 0; i < n; i++)
        {
          g_autoptr (GString) paragraph = g_string_new (NULL);
          guint n_sentences = g_test_rand_int_range (3, 9);

          for (guint j = 0; j < n_sentences; j++)
            add_sentence (paragraph);
          add_wrapped (bytes, paragraph->str, width, indent);
          g_string_append (bytes, between);
          g_ptr_array_add (wanted, g_strdup (paragraph->str));
        }
      text = new_text (bytes);
      paragraphs = vr_paragraphs_new (text, VR_PARAGRAPHS_AUTO);
      check_paragraphs (text, paragraphs);
      g_assert_cmpint (vr_paragraphs_get_mode (paragraphs), ==, VR_PARAGRAPHS_WRAPPED);
      g_assert_cmpuint (vr_paragraphs_get_n (paragraphs), ==, wanted->len);
      for (guint i = 0; i < wanted->len; i++)
        {
          VrSlice paragraph = vr_paragraphs_get_text (paragraphs, i);
          g_autofree char *got = g_strndup (paragraph.text, paragraph.n_bytes);

          g_assert_cmpstr (got, ==, g_ptr_array_index (wanted, i));
        }
    }
}

static void
test_wrapped_with_blank_lines (void)
{
  check_unwrapped ("\n", "");
}

static void
test_wrapped_with_indents (void)
{
  check_unwrapped ("", "    ");
}

static void
test_one_a_line (void)
{
  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (GString) bytes = g_string_new (NULL);
      g_autoptr (VrText) text = NULL;
      g_autoptr (VrParagraphs) paragraphs = NULL;
      guint n = g_test_rand_int_range (2, 60);

      for (guint i = 0; i < n; i++)
        {
          g_autoptr (GString) paragraph = g_string_new (NULL);
          guint n_sentences = g_test_rand_int_range (1, 9);

          for (guint j = 0; j < n_sentences; j++)
            add_sentence (paragraph);
          g_string_append (bytes, paragraph->str);
          g_string_append_c (bytes, '\n');
        }
      text = new_text (bytes);
      paragraphs = vr_paragraphs_new (text, VR_PARAGRAPHS_AUTO);
      g_assert_cmpint (vr_paragraphs_get_mode (paragraphs), ==, VR_PARAGRAPHS_LINE);
      g_assert_cmpuint (vr_paragraphs_get_n (paragraphs), ==, n);
    }
}

/* Adds a few lines, mostly one, and blank ones behind them; @wanted takes the paragraph that they
 * are, or one for each line if they are not @joined, and @texts what is read there. */
static void
add_block (GString *bytes, GArray *wanted, GString *texts, guint *line, gboolean joined)
{
  guint n_lines = g_test_rand_int_range (0, 3) == 0 ? g_test_rand_int_range (2, 5) : 1;
  guint n_blank = g_test_rand_int_range (0, 2) == 0 ? g_test_rand_int_range (1, 5) : 1;

  for (guint i = 0; i < n_lines; i++)
    {
      g_autofree char *word = g_strnfill (g_test_rand_int_range (1, 9), 'a' + i);
      gsize n_before = texts->len;
      VrParagraph *last;

      g_string_append (bytes, g_test_rand_bit () ? "" : " \t");
      if (i == 0 || !joined)
        {
          VrParagraph next = { .from = bytes->len, .first_line = *line };

          g_array_append_val (wanted, next);
        }
      else
        g_string_append_c (texts, ' ');
      g_string_append (texts, word);
      g_string_append (bytes, word);
      last = &g_array_index (wanted, VrParagraph, wanted->len - 1);
      last->n_bytes += texts->len - n_before;
      last->to = bytes->len;
      last->last_line = (*line)++;
      g_string_append_c (bytes, '\n');
    }
  for (guint i = 0; i < n_blank; i++, ++*line)
    g_string_append (bytes, g_test_rand_bit () ? "\n" : " \n");
}

static void
check_mixed (VrParagraphMode mode)
{
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_autoptr (GString) texts = g_string_new (NULL);
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (VrParagraph));
  g_autoptr (VrText) text = NULL;
  g_autoptr (VrParagraphs) paragraphs = NULL;
  guint n_blocks = g_test_rand_int_range (1, 200), line = 1;
  const char *wanted_text;

  for (guint i = 0; i < n_blocks; i++)
    add_block (bytes, wanted, texts, &line, mode == VR_PARAGRAPHS_BLANK);
  text = new_text (bytes);
  paragraphs = vr_paragraphs_new (text, mode);
  g_assert_cmpuint (vr_paragraphs_get_n (paragraphs), ==, wanted->len);
  wanted_text = texts->str;
  for (guint i = 0; i < wanted->len; i++)
    {
      const VrParagraph *one = &g_array_index (wanted, VrParagraph, i);
      VrParagraph got = vr_paragraphs_get (paragraphs, i);
      VrSlice slice = vr_paragraphs_get_text (paragraphs, i);

      g_assert_cmpuint (got.from, ==, one->from);
      g_assert_cmpuint (got.to, ==, one->to);
      g_assert_cmpuint (got.first_line, ==, one->first_line);
      g_assert_cmpuint (got.last_line, ==, one->last_line);
      g_assert_cmpmem (got.text, got.n_bytes, wanted_text, one->n_bytes);
      g_assert_true (slice.text == got.text && slice.n_bytes == got.n_bytes);
      wanted_text += one->n_bytes;
    }
}

static void
test_mixed (void)
{
  for (guint round = 0; round < 300; round++)
    {
      check_mixed (VR_PARAGRAPHS_BLANK);
      check_mixed (VR_PARAGRAPHS_LINE);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paragraphs-random/nothing is lost or doubled", test_nothing_is_lost);
  g_test_add_func ("/paragraphs-random/wrapped text between blank lines is joined",
                   test_wrapped_with_blank_lines);
  g_test_add_func ("/paragraphs-random/wrapped text with indented first lines is joined",
                   test_wrapped_with_indents);
  g_test_add_func ("/paragraphs-random/one a line stays one a line", test_one_a_line);
  g_test_add_func ("/paragraphs-random/places are right where one line and several are mixed",
                   test_mixed);
  return g_test_run ();
}
