/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of what a reader decides by hand. */
#include "vr-error.h"
#include "vr-overrides.h"

#include <string.h>

/* One by one these would take minutes to find their places; so long a slow machine may take. */
#define N_MANY 800
#define SOON_SECONDS 10.0

static void
assert_pairs (const VrOverride *pairs, guint n, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%u-%u ", pairs[i].old_index, pairs[i].new_index);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_overrides (const VrOverrides *overrides, const char *must, const char *must_not)
{
  const VrOverride *pairs;
  guint n;

  pairs = vr_overrides_peek_must (overrides, &n);
  assert_pairs (pairs, n, must);
  pairs = vr_overrides_peek_must_not (overrides, &n);
  assert_pairs (pairs, n, must_not);
}

static void
test_the_later_word_wins (void)
{
  g_autoptr (VrOverrides) overrides = vr_overrides_new ();

  vr_overrides_must_pair (overrides, 1, 2);
  vr_overrides_must_pair (overrides, 0, 5);
  vr_overrides_must_pair (overrides, 1, 2);
  assert_overrides (overrides, "0-5 1-2 ", "");
  vr_overrides_must_not_pair (overrides, 1, 2);
  assert_overrides (overrides, "0-5 ", "1-2 ");
  vr_overrides_must_pair (overrides, 1, 2);
  assert_overrides (overrides, "0-5 1-2 ", "");
}

static VrOverrides *
read_json (const char *json, GError **error)
{
  return vr_overrides_new_from_json (json, strlen (json), "test", error);
}

static void
test_a_file_is_read_sorted_and_without_repeats (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VrOverrides) overrides =
      read_json ("{\"schema\":\"variorum-overrides/1\",\"must_pair\":[[3,1],[0,0],[3,0],[0,0]],"
                 "\"must_not_pair\":[[1,1]],\"unknown\":{\"a\":[null,true,1.5e3]}}",
                 &error);

  g_assert_no_error (error);
  assert_overrides (overrides, "0-0 3-0 3-1 ", "1-1 ");
}

static void
test_an_empty_file_of_ours_decides_nothing (void)
{
  g_autoptr (VrOverrides) overrides = read_json ("{\"schema\":\"variorum-overrides/1\"}", NULL);

  assert_overrides (overrides, "", "");
}

static void
test_what_is_wrong_is_refused (void)
{
  static const char *const wrong[] = {
    "",
    "null",
    "{",
    "[]",
    "{}",
    "{\"schema\":1}",
    "{\"schema\":\"variorum-comparison/1\"}",
    "{\"schema\":\"variorum-overrides/1\",\"must_pair\":{}}",
    "{\"schema\":\"variorum-overrides/1\",\"must_pair\":[[1,2,3]]}",
    "{\"schema\":\"variorum-overrides/1\",\"must_pair\":[[1,null]]}",
    "{\"schema\":\"variorum-overrides/1\",\"must_pair\":[[1,4294967295]]}",
    "{\"schema\":\"variorum-overrides/1\",\"must_pair\":[[1,010]]}",
    "{\"schema\":\"variorum-overrides/1\",\"must_pair\":[[1,0x1]]}",
    "{\"schema\":\"variorum-overrides/1\" /* comment */}",
    "{'schema':'variorum-overrides/1'}",
    "{\"schema\":\"variorum-overrides/1\",\"note\":\"\\x\"}",
    "{\"schema\":\"variorum-overrides/1\",\"note\":\"\\u12\"}",
    "{\"schema\":\"variorum-overrides/1\"} more",
    "{\"schema\":\"variorum-overrides/1\",\"must_pair\":[[1,1]],\"must_not_pair\":[[1,1]]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_json (wrong[i], &error));
      g_assert_error (error, VR_ERROR, VR_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, "test"));
    }
}

static void
test_deep_nesting_is_refused (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1000000; i++)
    g_string_append_c (deep, '[');
  g_assert_null (read_json (deep->str, &error));
  g_assert_error (error, VR_ERROR, VR_ERROR_INVALID);
}

/* json-glib would read the beginning of it; what is behind the first byte is never looked at. */
static void
test_what_is_longer_than_json_may_be_is_refused (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (vr_overrides_new_from_json ("{", (gsize)G_MAXINT32 + 1, "test", &error));
  g_assert_error (error, VR_ERROR, VR_ERROR_TOO_LARGE);
}

static void
test_a_word_is_taken_back (void)
{
  g_autoptr (VrOverrides) overrides = vr_overrides_new ();
  g_autoptr (VrOverrides) copy = NULL;

  vr_overrides_must_pair (overrides, 1, 2);
  vr_overrides_must_not_pair (overrides, 3, 4);
  copy = vr_overrides_copy (overrides);
  g_assert_true (vr_overrides_remove (overrides, 1, 2));
  g_assert_true (vr_overrides_remove (overrides, 3, 4));
  g_assert_false (vr_overrides_remove (overrides, 3, 4));
  assert_overrides (overrides, "", "");
  g_assert_cmpuint (vr_overrides_get_n (overrides), ==, 0);
  assert_overrides (copy, "1-2 ", "3-4 ");
  g_assert_cmpuint (vr_overrides_get_n (copy), ==, 2);
  g_assert_cmpuint (vr_overrides_get_n (NULL), ==, 0);
}

/* Each letter of @letters is a paragraph. */
static VrArticle *
make_article (const char *letters)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; letters[i] != '\0'; i++)
    g_ptr_array_add (units, g_strndup (letters + i, 1));

  return vr_article_new_from_units ((const char *const *)units->pdata, units->len, NULL);
}

static const struct
{
  const char *before[VR_N_SIDES];
  const char *after[VR_N_SIDES];
  const char *must;
  const char *must_not;
  guint n_lost;
} carried[] = {
  { { "abc", "xyz" }, { "abc", "xyz" }, "0-1 2-2 ", "1-0 ", 0 },
  { { "abc", "xyz" }, { "nabc", "zyx" }, "1-1 3-0 ", "2-2 ", 0 },
  { { "abc", "xyz" }, { "ab", "xyz" }, "0-1 ", "1-0 ", 1 },
  { { "abc", "xyz" }, { "ab", "y" }, "0-0 ", "", 2 },
  { { "abc", "xyz" }, { "", "" }, "", "", 3 },
  { { "aaa", "xxx" }, { "ana", "xnnx" }, "0-3 ", "2-0 ", 1 },
  { { "aaa", "xyx" }, { "aa", "xyx" }, "0-1 ", "1-0 ", 1 },
};

/* The reader paired 0 with 1 and 2 with 2, and parted 1 from 0; a file changed. */
static void
test_words_are_carried_to_a_changed_file (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (carried); i++)
    {
      g_autoptr (VrArticle) old_before = make_article (carried[i].before[VR_SIDE_OLD]);
      g_autoptr (VrArticle) new_before = make_article (carried[i].before[VR_SIDE_NEW]);
      g_autoptr (VrArticle) old_after = make_article (carried[i].after[VR_SIDE_OLD]);
      g_autoptr (VrArticle) new_after = make_article (carried[i].after[VR_SIDE_NEW]);
      VrArticle *before[VR_N_SIDES] = { old_before, new_before };
      VrArticle *after[VR_N_SIDES] = { old_after, new_after };
      g_autoptr (VrOverrides) overrides = vr_overrides_new ();
      g_autoptr (VrOverrides) now = NULL;
      guint n_lost;

      vr_overrides_must_pair (overrides, 0, 1);
      vr_overrides_must_pair (overrides, 2, 2);
      vr_overrides_must_not_pair (overrides, 1, 0);
      now = vr_overrides_carry (overrides, before, after, &n_lost);
      g_assert_cmpuint (n_lost, ==, carried[i].n_lost);
      if (*carried[i].must == '\0' && *carried[i].must_not == '\0')
        g_assert_null (now);
      else
        assert_overrides (now, carried[i].must, carried[i].must_not);
    }
}

static VrArticle *
read_in (const char *bytes, const char *encoding)
{
  g_autoptr (GBytes) source = g_bytes_new_static (bytes, strlen (bytes));
  g_autoptr (GError) error = NULL;
  g_autoptr (VrText) text = vr_text_new_from_bytes (source, encoding, "article.txt", &error);

  g_assert_no_error (error);

  return vr_article_new_verbatim (text, VR_PARAGRAPHS_LINE, NULL);
}

#define CAFES                                                                                      \
  "The ferry leaves.\n"                                                                            \
  "Caf\xe9 one opens.\n"                                                                           \
  "Caf\xe9 two opens.\n"                                                                           \
  "The ferry leaves.\n"

/* In another encoding the words are others, but the paragraphs stand where they stood. */
static void
test_words_are_carried_to_another_encoding (void)
{
  g_autoptr (VrArticle) western = read_in (CAFES, "windows-1252");
  g_autoptr (VrArticle) cyrillic = read_in (CAFES, "windows-1251");
  g_autoptr (VrArticle) other = make_article ("xyz");
  g_autoptr (VrArticle) edited = read_in ("The ferry leaves.\nA caf\xe9 opens.\n", "windows-1251");
  VrArticle *before[VR_N_SIDES] = { western, other };
  VrArticle *after[VR_N_SIDES] = { cyrillic, other };
  VrArticle *changed[VR_N_SIDES] = { edited, other };
  g_autoptr (VrOverrides) overrides = vr_overrides_new ();
  g_autoptr (VrOverrides) now = NULL;
  g_autoptr (VrOverrides) later = NULL;
  const VrRoleChoice *roles;
  guint n_lost, n;

  vr_overrides_must_pair (overrides, 2, 0);
  vr_overrides_must_not_pair (overrides, 3, 1);
  vr_overrides_set_role (overrides, VR_SIDE_OLD, 1, VR_ROLE_CAPTION);
  now = vr_overrides_carry (overrides, before, after, &n_lost);
  g_assert_cmpuint (n_lost, ==, 0);
  g_assert_true (vr_overrides_equal (now, overrides));
  roles = vr_overrides_peek_roles (now, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (roles[0].index == 1 && roles[0].role == VR_ROLE_CAPTION);

  /* Of another file a paragraph with other words is another one. */
  later = vr_overrides_carry (overrides, before, changed, &n_lost);
  g_assert_cmpuint (n_lost, ==, 3);
  g_assert_null (later);
}

static void
test_nothing_said_is_nothing_to_carry (void)
{
  g_autoptr (VrArticle) article = make_article ("abc");
  VrArticle *both[VR_N_SIDES] = { article, article };
  g_autoptr (VrOverrides) overrides = vr_overrides_new ();
  g_autoptr (VrOverrides) now = NULL;
  guint n_lost = 1;

  g_assert_null (vr_overrides_carry (NULL, both, both, &n_lost));
  g_assert_cmpuint (n_lost, ==, 0);
  vr_overrides_must_pair (overrides, 2, 0);
  now = vr_overrides_carry (overrides, both, both, &n_lost);
  assert_overrides (now, "2-0 ", "");
}

/* Whoever parts a thousand paragraphs from a thousand has said a million words. */
static void
test_many_words_are_swapped_soon (void)
{
  g_autoptr (VrOverrides) overrides = vr_overrides_new ();
  g_autoptr (VrOverrides) swapped = NULL;
  const VrOverride *pairs;
  guint n;

  for (guint32 i = 0; i < N_MANY; i++)
    for (guint32 k = 0; k < N_MANY; k++)
      vr_overrides_must_not_pair (overrides, i, N_MANY + k);
  g_test_timer_start ();
  swapped = vr_overrides_swap (overrides);
  g_assert_cmpfloat (g_test_timer_elapsed (), <, SOON_SECONDS);
  pairs = vr_overrides_peek_must_not (swapped, &n);
  g_assert_cmpuint (n, ==, N_MANY * N_MANY);
  for (guint i = 0; i < n; i++)
    g_assert_true (pairs[i].old_index == N_MANY + i / N_MANY && pairs[i].new_index == i % N_MANY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/overrides/the-later-word-wins", test_the_later_word_wins);
  g_test_add_func ("/overrides/read-sorted", test_a_file_is_read_sorted_and_without_repeats);
  g_test_add_func ("/overrides/empty", test_an_empty_file_of_ours_decides_nothing);
  g_test_add_func ("/overrides/wrong", test_what_is_wrong_is_refused);
  g_test_add_func ("/overrides/deep", test_deep_nesting_is_refused);
  g_test_add_func ("/overrides/too-long", test_what_is_longer_than_json_may_be_is_refused);
  g_test_add_func ("/overrides/taken-back", test_a_word_is_taken_back);
  g_test_add_func ("/overrides/carried", test_words_are_carried_to_a_changed_file);
  g_test_add_func ("/overrides/carried-to-another-encoding",
                   test_words_are_carried_to_another_encoding);
  g_test_add_func ("/overrides/nothing-said", test_nothing_said_is_nothing_to_carry);
  g_test_add_func ("/overrides/many", test_many_words_are_swapped_soon);
  return g_test_run ();
}
