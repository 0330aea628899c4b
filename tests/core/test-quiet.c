/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of quiet differences: what compares equal, and by which name it is counted. */
#include "vr-fold.h"
#include "vr-tokens.h"

#include <locale.h>
#include <string.h>
#include <utf8proc.h>

static gboolean
are_equal (const char *a, const char *b, guint quiet, VrTokenUnit unit)
{
  g_autoptr (VrInterner) interner = vr_interner_new ();
  VrSlice texts[2] = { { a, strlen (a) }, { b, strlen (b) } };
  g_autoptr (VrTokens) tokens = vr_tokens_new (texts, 2, quiet, unit, "en", interner);
  const guint32 *firsts = vr_tokens_peek_firsts (tokens);
  const guint32 *ids = vr_tokens_peek_ids (tokens);
  guint n = firsts[1];
  if (vr_tokens_get_n_numbers (tokens) == 1)
    return TRUE; /* the same bytes */
  return firsts[2] == 2 * n && memcmp (ids, ids + n, n * sizeof *ids) == 0;
}

typedef struct
{
  const char *a;
  const char *b;
} Pair;

static void
check (const Pair *pairs, gsize n, guint quiet, gboolean expected)
{
  for (gsize i = 0; i < n; i++)
    if (are_equal (pairs[i].a, pairs[i].b, quiet, VR_UNIT_WORD) != expected)
      {
        g_test_message ("\"%s\" %s \"%s\"", pairs[i].a, expected ? "is not" : "is", pairs[i].b);
        g_test_fail ();
      }
}

static const Pair typographic[] = {
  { "“word”", "\"word\"" },
  { "„word“", "»word«" },
  { "« mot »", "\" mot \"" },
  { "‘word’", "'word'" },
  { "‚word‘", "‹word›" },
  { "don’t", "don't" },
  { "donʼt", "don‛t" },
  { "a -- b", "a — b" },
  { "a – b", "a — b" },
  { "a - b", "a – b" },
  { "a --- b", "a ― b" },
  { "a--b", "a—b" },
  { "a–b", "a—b" },
  { "10-12", "10–12" },
  { "10—12", "10‒12" },
  { "10--12", "10-12" },
  { "5%-10%", "5%–10%" },
  { "e-mail", "e\u2010mail" },
  { "e-mail", "e\u2011mail" },
  { "-5", "\u22125" },
  { "-5", "–5" },
  { "$-5", "$\u22125" },
  { "wait...", "wait…" },
  {
      "wait....",
      "wait….",
  },
  { "ﬁnance ﬂow oﬀ oﬃce baﬄe", "finance flow off office baffle" },
  { "ﬆop ﬅop", "stop stop" },
  { "ĳs Ĳs", "ijs IJs" },
  { "co\u00ADop", "coop" },
  { "co\u00ADop e\u00ADmail.\u00AD", "coop email." },
  { "word\uFEFF and \u200Fmore\u200E", "word and more" },
  { "caf\u00E9", "cafe\u0301" },
  { "\u1EC7", "e\u0323\u0302" },
  { "\u1EC7", "e\u0302\u0323" },
  { "\u212B", "\u00C5" },
  { "한국", "\u1112\u1161\u11AB\u1100\u116E\u11A8" },
  { "й", "и\u0306" },
  { "ארה״ב", "ארה\"ב" },
};

static void
test_typographic_variants_are_equal (void)
{
  check (typographic, G_N_ELEMENTS (typographic), VR_QUIET_DEFAULT, TRUE);
  check (typographic, G_N_ELEMENTS (typographic), VR_QUIET_SPACE, FALSE);
}

static const Pair never[] = {
  { "5", "-5" },
  { "5", "–5" },
  { "5", "\u22125" },
  { "(5)", "(-5)" },
  { "$5", "-$5" },
  { "$5", "$-5" },
  { "5", "+5" },
  { "5", "±5" },
  { "5", "~5" },
  { "5", ".5" },
  { "5", "5%" },
  { "5%", "5‰" },
  { "$5", "£5" },
  { "$5", "5" },
  { "5 €", "5 $" },
  { "€5", "£5" },
  { "1,200", "1.200" },
  { "1,200", "1200" },
  { "10-12", "10\u221212" },
  { "3 - 2", "3 \u2212 2" },
  { "10:30", "10.30" },
  { "1", "l" },
  { "2014", "2015" },
  { "can", "can't" },
  { "is", "is not" },
  { "https://x.org/a--b", "https://x.org/a-b" },
  { "https://x.org/a–b", "https://x.org/a-b" },
};

static const Pair marks[] = {
  { "Yes.", "Yes?" },     { "Yes.", "Yes!" },       { "Yes?", "Yes!" },     { "word", "“word”" },
  { "word", "'word'" },   { "'word'", "\"word\"" }, { "‘word’", "“word”" }, { "word", "word." },
  { "wait.", "wait..." }, { "a, b", "a b" },        { "a - b", "a b" },     { "e-mail", "email" },
  { "a----b", "a—b" },
};

static const Pair letters[] = {
  { "Word", "word" },
  { "ÉTÉ", "été" },
  { "ПУТИН", "Путин" },
};

static void
test_what_changes_the_meaning_is_never_quiet (void)
{
  const guint quiets[] = { VR_QUIET_NONE, VR_QUIET_TYPOGRAPHIC, VR_QUIET_DEFAULT,
                           VR_QUIET_DEFAULT | VR_QUIET_CASE };
  for (gsize i = 0; i < G_N_ELEMENTS (quiets); i++)
    {
      check (never, G_N_ELEMENTS (never), quiets[i], FALSE);
      check (marks, G_N_ELEMENTS (marks), quiets[i], FALSE);
    }
  check (letters, G_N_ELEMENTS (letters), VR_QUIET_DEFAULT, FALSE);
  check (never, G_N_ELEMENTS (never), VR_QUIET_DEFAULT | VR_QUIET_PUNCTUATION, FALSE);
}

static void
test_case_and_punctuation_are_quiet_when_asked_to (void)
{
  static const Pair both[] = {
    { "“Don’t”", "\"don't\"" },
    { "CAFÉ", "cafe\u0301" },
    { "Maße", "MASSE" },
    { "E-MAIL a_B", "e-mail A_b" },
    { "ABCDEFGHIJKLMNOPQRST", "abcdefghijklmnopqrst" },
  };
  static const Pair hidden[] = {
    { "Yes.", "Yes?" }, { "word", "“word”" }, { "a, b", "a b" },
    { "a—b", "a, b" },  { "(Yes)", "Yes" },   { "wait...", "wait" },
  };
  check (letters, G_N_ELEMENTS (letters), VR_QUIET_CASE | VR_QUIET_SPACE, TRUE);
  check (both, G_N_ELEMENTS (both), VR_QUIET_DEFAULT | VR_QUIET_CASE, TRUE);
  check (hidden, G_N_ELEMENTS (hidden), VR_QUIET_DEFAULT | VR_QUIET_PUNCTUATION, TRUE);
}

static void
test_space_is_quiet_unless_strict (void)
{
  static const Pair spaces[] = {
    { "a b", "a  b" }, { "a b", "a\tb" },         { "a b", "a\u00A0b" },  { "a b", "a\u2003b" },
    { "5 %", "5%" },   { "5\u202F€", "5 €" },     { "a — b", "a—b" },     { "word .", "word." },
    { "a b", "a b " }, { "1\u202F000", "1 000" }, { "a b", "a\u200B b" }, { "他 来", "他来" },
  };
  check (spaces, G_N_ELEMENTS (spaces), VR_QUIET_DEFAULT, TRUE);
  check (spaces, G_N_ELEMENTS (spaces), VR_QUIET_TYPOGRAPHIC, FALSE);
  check (spaces, G_N_ELEMENTS (spaces), VR_QUIET_NONE, FALSE);
}

static void
test_every_letter_equals_its_decomposed_spelling (void)
{
  g_autoptr (GString) composed_key = g_string_new (NULL);
  g_autoptr (GString) decomposed_key = g_string_new (NULL);
  for (gunichar point = 0x80; point < 0x30000; point++)
    {
      char composed[8];
      /* GLib may know letters that utf8proc's older Unicode data does not. */
      if (!g_unichar_validate (point) || !g_unichar_isdefined (point)
          || utf8proc_category ((utf8proc_int32_t)point) == UTF8PROC_CATEGORY_CN)
        continue;
      gsize n_bytes = (gsize)g_unichar_to_utf8 (point, composed);
      g_autofree char *decomposed = g_utf8_normalize (composed, (gssize)n_bytes, G_NORMALIZE_NFD);
      VrSlice a = vr_fold_key ((VrSlice){ composed, n_bytes }, VR_QUIET_TYPOGRAPHIC, composed_key);
      VrSlice b = vr_fold_key ((VrSlice){ decomposed, strlen (decomposed) }, VR_QUIET_TYPOGRAPHIC,
                               decomposed_key);
      g_assert_cmpmem (a.text, a.n_bytes, b.text, b.n_bytes);
      if (!vr_fold_changes ((gint32)point))
        g_assert_cmpmem (a.text, a.n_bytes, composed, n_bytes);
    }
}

static void
test_each_quiet_difference_has_its_names (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    guint quiet;
  } named[] = {
    { "same", "same", VR_QUIET_NONE },
    { "", "", VR_QUIET_NONE },
    { "don’t", "don't", VR_QUIET_TYPOGRAPHIC },
    { "“", "\"", VR_QUIET_TYPOGRAPHIC },
    { "–", "--", VR_QUIET_TYPOGRAPHIC },
    { "-", "—", VR_QUIET_TYPOGRAPHIC },
    { "10–12", "10--12", VR_QUIET_TYPOGRAPHIC },
    { "\u22125", "-5", VR_QUIET_TYPOGRAPHIC },
    { "ﬁnd", "find", VR_QUIET_TYPOGRAPHIC },
    { "co\u00ADop", "coop", VR_QUIET_TYPOGRAPHIC },
    { "cafe\u0301", "caf\u00E9", VR_QUIET_TYPOGRAPHIC },
    { "…", "...", VR_QUIET_TYPOGRAPHIC },
    { "Foo", "foo", VR_QUIET_CASE },
    { "ÉTÉ", "été", VR_QUIET_CASE },
    { "Don’t", "don't", VR_QUIET_CASE | VR_QUIET_TYPOGRAPHIC },
    { "ﬁND", "find", VR_QUIET_CASE | VR_QUIET_TYPOGRAPHIC },
    { " ", "  ", VR_QUIET_SPACE },
    { " ", "", VR_QUIET_SPACE },
    { " ", "\u00A0", VR_QUIET_SPACE },
    { " ", "\u200B", VR_QUIET_SPACE },
    { " ", " \uFEFF", VR_QUIET_TYPOGRAPHIC },
    { " ", "\u00AD\t", VR_QUIET_TYPOGRAPHIC | VR_QUIET_SPACE },
    { ", ", " ", VR_QUIET_PUNCTUATION },
    { ", ", "; ", VR_QUIET_PUNCTUATION },
    { " — ", " -- ", VR_QUIET_TYPOGRAPHIC },
    { " — ", "--", VR_QUIET_TYPOGRAPHIC | VR_QUIET_SPACE },
    { ".” ", ".\" ", VR_QUIET_TYPOGRAPHIC },
    { ".”—", ".\"--", VR_QUIET_TYPOGRAPHIC },
    { "- ", " -", VR_QUIET_SPACE },
    { ",  ", " ", VR_QUIET_PUNCTUATION | VR_QUIET_SPACE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (named); i++)
    {
      VrSlice a = { named[i].a, strlen (named[i].a) };
      VrSlice b = { named[i].b, strlen (named[i].b) };
      g_test_message ("\"%s\" and \"%s\"", named[i].a, named[i].b);
      g_assert_cmphex (vr_tokens_quiet_between (a, b), ==, named[i].quiet);
      g_assert_cmphex (vr_tokens_quiet_between (b, a), ==, named[i].quiet);
    }
}

static void
test_keys_map_back_to_the_bytes_shown (void)
{
  const char *text = "ﬁne cafe\u0301 co\u00ADop “ok”";
  static const char *shown[] = { "ﬁne", "cafe\u0301", "co\u00ADop", "“", "ok", "”" };
  static const char *keys[] = { "fine", "caf\u00E9", "coop", "\"", "ok", "\"" };
  VrSlice slice = { text, strlen (text) };
  g_autoptr (VrInterner) interner = vr_interner_new ();
  g_autoptr (VrTokens) tokens =
      vr_tokens_new (&slice, 1, VR_QUIET_DEFAULT, VR_UNIT_WORD, "en", interner);
  g_assert_cmpuint (vr_tokens_get_n (tokens), ==, G_N_ELEMENTS (shown));
  for (guint32 i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      guint32 from = vr_tokens_peek_starts (tokens)[i];
      guint32 to = vr_tokens_get_end (tokens, slice, 0, i);
      VrSlice key = vr_interner_peek (interner, vr_tokens_peek_ids (tokens)[i]);
      g_assert_cmpmem (text + from, to - from, shown[i], strlen (shown[i]));
      g_assert_cmpmem (key.text, key.n_bytes, keys[i], strlen (keys[i]));
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quiet/typographic variants are equal", test_typographic_variants_are_equal);
  g_test_add_func ("/quiet/what changes the meaning is never quiet",
                   test_what_changes_the_meaning_is_never_quiet);
  g_test_add_func ("/quiet/case and punctuation are quiet when asked to",
                   test_case_and_punctuation_are_quiet_when_asked_to);
  g_test_add_func ("/quiet/space is quiet unless strict", test_space_is_quiet_unless_strict);
  g_test_add_func ("/quiet/every letter equals its decomposed spelling",
                   test_every_letter_equals_its_decomposed_spelling);
  g_test_add_func ("/quiet/each quiet difference has its names",
                   test_each_quiet_difference_has_its_names);
  g_test_add_func ("/quiet/keys map back to the bytes shown",
                   test_keys_map_back_to_the_bytes_shown);
  return g_test_run ();
}
