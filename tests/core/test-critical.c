/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of critical changes: small differences that turn the meaning, and those that do not. */
#include "check-comparison.h"

#include <string.h>

/* A pair of paragraphs, and its critical changes: "kind old>new", with ";" between. */
typedef struct
{
  const char *language;
  const char *old_text;
  const char *new_text;
  const char *expected;
} Case;

static void
append_span (GString *text, const char *row_text, VrSpan span)
{
  g_string_append_len (text, row_text + span.from, span.to - span.from);
}

static char *
describe (const VrComparison *comparison, gboolean swapped)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < vr_comparison_get_n_rows (comparison); i++)
    {
      VrRow row = vr_comparison_get_row (comparison, i);
      g_autofree char *old_text = vr_comparison_dup_row_text (comparison, i, VR_SIDE_OLD, NULL);
      g_autofree char *new_text = vr_comparison_dup_row_text (comparison, i, VR_SIDE_NEW, NULL);

      for (guint32 k = 0; k < row.n_critical; k++)
        {
          const VrCriticalChange *change = &row.criticals[k];

          if (text->len > 0)
            g_string_append_c (text, ';');
          g_string_append_printf (text, "%s ",
                                  vr_critical_get_nick (g_bit_nth_lsf (change->kind, -1)));
          append_span (text, swapped ? new_text : old_text,
                       swapped ? change->new_span : change->old_span);
          g_string_append_c (text, '>');
          append_span (text, swapped ? old_text : new_text,
                       swapped ? change->old_span : change->new_span);
        }
    }

  return g_string_free (text, FALSE);
}

static void
check_case (const Case *test, VrOptions options)
{
  for (guint swapped = 0; swapped < 2; swapped++)
    {
      g_autoptr (VrComparison) comparison = NULL;
      g_autofree char *found = NULL;

      options.language = test->language;
      comparison = compare_lines (swapped ? test->new_text : test->old_text,
                                  swapped ? test->old_text : test->new_text, &options, NULL);
      found = describe (comparison, swapped);
      if (strcmp (found, test->expected) == 0)
        continue;
      g_test_message ("%s“%s” to “%s”: “%s”, not “%s”", swapped ? "(swapped) " : "", test->old_text,
                      test->new_text, found, test->expected);
      g_test_fail ();
    }
}

static void
check_cases (const Case *cases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    check_case (&cases[i], (VrOptions)VR_OPTIONS_INIT);
}

static const Case numbers[] = {
  { "en", "It cost 5.0 percent more.", "It cost 5.1 percent more.", "number 5.0>5.1" },
  { "en", "The 11 men were found.", "The 12 men were found.", "number 11>12" },
  { "en", "The deal is worth $5m today.", "The deal is worth €5m today.", "number $5m>€5m" },
  { "en", "The deal is worth $5m today.", "The deal is worth $5bn today.", "number $5m>$5bn" },
  { "en", "The deal is worth $5m today.", "The deal is worth $5 today.", "number $5m>$5" },
  { "en", "Growth was 5% last year.", "Growth was 5 last year.", "number 5%>5" },
  { "de", "Es waren 5 % mehr als sonst.", "Es waren 6 % mehr als sonst.", "number 5 %>6 %" },
  { "de", "Es waren 5 % mehr als sonst.", "Es waren 5 mehr als sonst.", "number 5 %>5" },
  { "fr", "Il a payé 5 € pour cela.", "Il a payé 5 $ pour cela.", "number 5 €>5 $" },
  { "fr", "Quelque 1 000 personnes sont venues.", "Quelque 2 000 personnes sont venues.",
    "number 1 000>2 000" },
  { "ru", "Погибли 11 человек и ранены 20.", "Погибли 12 человек и ранены 20.", "number 11>12" },
  { "en", "It runs from 10–12 on Monday.", "It runs from 10–13 on Monday.", "number 10–12>10–13" },
  { "en", "It opens at 10:30 on Monday.", "It opens at 10:45 on Monday.", "number 10:30>10:45" },
  { "en", "The 11-year-old boy slept.", "The 12-year-old boy slept.",
    "number 11-year-old>12-year-old" },
  { "en", "All of the 11 men were found.", "All of the men were found.", "number 11>" },
  { "en", "Prices fell from $5 to $10.", "Prices fell from $10 to $5.",
    "number $5>$10;number $10>$5" },
  { "en", "They lost by 3 to 2 in the end.", "They lost by 2 to 3 in the end.",
    "number 3>2;number 2>3" },
  { "en", "In 1998 it had 5 rooms and 20 doors.", "In 1999 it had 6 rooms and 20 doors.",
    "number 1998>1999;number 5>6" },
  { "ar", "قتل ١١ شخصا في الحادث", "قتل ١٢ شخصا في الحادث", "number ١١>١٢" },
  { "en", "11 dead", "12 dead", "number 11>12" },
  { "en", "They lost 1.5 billion dollars.", "They lost 1.5 million dollars.",
    "number 1.5 billion>1.5 million" },
  { "en", "They lost $1.5bn in a year.", "They lost $1.5 million in a year.",
    "number $1.5bn>$1.5 million" },
  { "de", "Das kostet 5 Millionen € im Jahr.", "Das kostet 5 Milliarden € im Jahr.",
    "number 5 Millionen €>5 Milliarden €" },
  { "de", "Das kostet 5 Millionen € im Jahr.", "Das kostet 5 Millionen $ im Jahr.",
    "number 5 Millionen €>5 Millionen $" },
  { "ru", "Это стоит 5 миллионов рублей.", "Это стоит 5 миллиардов рублей.",
    "number 5 миллионов>5 миллиардов" },
  { "en", "They lost $1,500,000 in a year.", "They lost $15 million in a year.",
    "number $1,500,000>$15 million" },
  { "en", "They lost $1,500,000 in a year.", "They lost €1.5 million in a year.",
    "number $1,500,000>€1.5 million" },
  { "en", "They lost 0.5 million in a year.", "They lost 5 million in a year.",
    "decimal 0.5 million>5 million" },
  { "de", "Das kostet 5 Milliarden Euro.", "Das kostet 5 Billionen Euro.",
    "number 5 Milliarden>5 Billionen" },
  { "en", "He took ½ of it home.", "He took ⅓ of it home.", "number ½>⅓" },
  { "en", "It holds 10² of them now.", "It holds 102 of them now.", "number 10>102" },
  { "de", "Es war am 12.05.2020 in Bonn.", "Es war am 12.06.2020 in Bonn.",
    "number 12.05.2020>12.06.2020" },
  { "en", "They lost 5 bn in a year.", "They lost 5 mn in a year.", "number 5 bn>5 mn" },
  { "en", "They paid 5 lakh rupees for it.", "They paid 5 crore rupees for it.",
    "number 5 lakh>5 crore" },
  { "ja", "市は5億円を払った。", "市は5万円を払った。", "number 5億>5万" },
  { "zh", "约有5万人来到广场。", "约有5亿人来到广场。", "number 5万人>5亿" },
  { "es", "Costó 5 mil millones en total.", "Costó 5 mil en total.",
    "number 5 mil millones>5 mil" },
  { "en", "A rate of 5 percent is low.", "A rate of 15 percent is low.", "number 5>15" },
  { "en", "There is 1 chance in 5 of it.", "There is 1 chance in 50 of it.", "number 5>50" },
  { "en", "It takes 2-3 weeks to heal.", "It takes 23 weeks to heal.", "number 2-3>23" },
  { "en", "They won by 52-48 in the end.", "They won by 48-52 in the end.", "number 52-48>48-52" },
  { "en", "They won by 1-12 in the end.", "They won by 11-2 in the end.", "number 1-12>11-2" },
  { "en", "It took 1:05.3 to the top.", "It took 10:5.3 to the top.", "number 1:05.3>10:5.3" },
  { "fr", "Il a payé 1 234,56 € hier.", "Il a payé 1 235,56 € hier.",
    "number 1 234,56 €>1 235,56 €" },
  { "fr", "Ils sont 1 000-2 000 au plus.", "Ils sont 1 000-3 000 au plus.",
    "number 1 000-2 000>1 000-3 000" },
};

static const Case not_numbers[] = {
  { "en", "About 11 men were found.", "About eleven men were found.", "" },
  { "en", "It lasted 10–12 days at most.", "It lasted 10-12 days at most.", "" },
  { "en", "It lasted 10–12 days at most.", "It lasted 10 to 12 days at most.", "" },
  { "en", "It lasted 10-12 days at most.", "It lasted 10\u221212 days at most.", "" },
  { "en", "Growth was 5% last year.", "Growth was 5 percent last year.", "" },
  { "en", "The deal is worth $5m today.", "The deal is worth $5 million today.", "" },
  { "en", "They lost $1.5bn in a year.", "They lost $1.5 billion in a year.", "" },
  { "de", "Das kostet 5 Millionen Euro.", "Das kostet 5 Mio. Euro.", "" },
  { "en", "They lost 5bn in a year.", "They lost 5 bn in a year.", "" },
  { "es", "Costó 5 mil millones en total.", "Costó 5 mil\u00a0millones en total.", "" },
  { "en", "They lost $1,500,000 in a year.", "They lost $1.5 million in a year.", "" },
  { "en", "They lost $1,500 million in a year.", "They lost $1.5 billion in a year.", "" },
  { "en", "Some 5,000 people came to it.", "Some 5k people came to it.", "" },
  { "de", "Das kostet 2.500.000 Euro.", "Das kostet 2,5 Mio. Euro.", "" },
  { "ja", "市は50000円を払った。", "市は5万円を払った。", "" },
  { "en", "He took ½ of it home.", "He took 1/2 of it home.", "" },
  { "en", "It is 50 m² at most.", "It is 50 m2 at most.", "" },
  { "de", "Es war am 12.05.2020 in Bonn.", "Es war am 12.5.2020 in Bonn.", "" },
  { "en", "It is 5m long at most.", "It is 5 metres long at most.", "" },
  { "en", "Millions of people came.", "Several million people came.", "" },
  { "en", "The 11-year-old boy slept.", "The boy, 11 years old, slept.", "" },
  { "en", "It opens at 10.30 on Monday.", "It opens at 10:30 on Monday.", "" },
  { "en", "On 5 May the council met again.", "The council met again on 5 May.", "" },
  { "en", "He was elected on 5 May 2020.", "He was elected on May 5, 2020.", "" },
  { "fr", "Quelque 1 000 personnes sont venues.", "Quelque 1\u202f000 personnes sont venues.", "" },
  { "en", "Read more of it here. It is long.",
    "Read more of it here. See pages 11 and 12 of the annex. It is long.", "" },
  { "en", "Read more of it here.",
    "Read more of it here, in the annex that the council published in 2019 and again in 2020.",
    "" },
  { "en", "See https://example.org/11 for more.", "See https://example.org/12 for more.", "" },
  { "en", "The bridge is old, they said.", "The bridge [3] is old, they said.", "" },
  { "en", "1. The bridge is old, they said.", "The bridge is old, they said.", "" },
  { "en", "It was in the 1980's that he came.", "It was in the 1980s that he came.", "" },
  { "fr", "Il a payé 1 234,56 € hier.", "Il a payé 1234,56 € hier.", "" },
  { "en", "He paid 1 234.56 in all.", "He paid 1,234.56 in all.", "" },
  { "fr", "Ils sont 1 000-2 000 au plus.", "Ils sont 1000-2000 au plus.", "" },
  { "en", "It opens at 10:30-11:30 today.", "It opens at 10.30-11.30 today.", "" },
  { "ar", "قتل ١١ شخصا في الحادث", "قتل 11 شخصا في الحادث", "" },
  { "en", "He flew in a Boeing 737-800 then.", "He flew in a Boeing 737 800 then.", "" },
  { "en", "Call them on 555-1234 today.", "Call them on 5551234 today.", "" },
  { "en", "It was on 9/05 in Bonn, they said.", "It was on 9/5 in Bonn, they said.", "" },
  { "en", "It opens at 09:30 on Monday.", "It opens at 9:30 on Monday.", "" },
  { "de", "Es war am 12.05.2020 in Bonn.", "Es war am 12/05/2020 in Bonn.", "" },
};

static const Case marks[] = {
  { "en", "The deal is worth 5.0m today.", "The deal is worth 50m today.", "decimal 5.0m>50m" },
  { "en", "About 1,000 people came.", "About 1.000 people came.", "decimal 1,000>1.000" },
  { "en", "About 1,000 people came.", "About 1000 people came.", "decimal 1,000>1000" },
  { "en", "It rose by 1.25 percent.", "It rose by 12.5 percent.", "decimal 1.25>12.5" },
  { "de", "Es stieg um 1,25 Prozent.", "Es stieg um 12,5 Prozent.", "decimal 1,25>12,5" },
  { "en", "It rose by .5 points today.", "It rose by 5 points today.", "decimal .5>5" },
  { "fr", "Il a payé 1 234,56 € hier.", "Il a payé 12 345,6 € hier.",
    "decimal 1 234,56 €>12 345,6 €" },
  { "fr", "Il a payé 1 234,5 € hier.", "Il a payé 12345 € hier.", "decimal 1 234,5 €>12345 €" },
  { "en", "It rose by 1.5–2.5 percent.", "It rose by 1.5–25 percent.", "decimal 1.5–2.5>1.5–25" },
  { "en", "It rose by 0.5 points today.", "It rose by .5 points today.", "" },
  { "en", "It rose by 5.0 points today.", "It rose by 5 points today.", "decimal 5.0>5" },
};

static const Case signs[] = {
  { "en", "It was -5 degrees in the morning.", "It was 5 degrees in the morning.", "sign -5>5" },
  { "en", "It was \u22125 degrees in the morning.", "It was 5 degrees in the morning.",
    "sign \u22125>5" },
  { "en", "It was –5 degrees in the morning.", "It was 5 degrees in the morning.", "sign –5>5" },
  { "en", "A result of -$5m was noted.", "A result of $5m was noted.", "sign -$5m>$5m" },
  { "en", "It was -5 degrees in the morning.", "It was \u22125 degrees in the morning.", "" },
};

static const Case negations[] = {
  { "en", "The mayor is guilty of fraud.", "The mayor is not guilty of fraud.", "negation >not" },
  { "en", "The mayor resigned on Monday.", "The mayor did not resign on Monday.", "negation >not" },
  { "en", "They can't leave the island.", "They can leave the island.", "negation can't>" },
  { "en", "They can’t leave the island.", "They can leave the island.", "negation can’t>" },
  { "en", "They cannot leave the island.", "They can leave the island.", "negation cannot>" },
  { "en", "No one came to the meeting.", "Someone came to the meeting.", "negation No>" },
  { "en", "There is no 5-year plan for it.", "There is a 5-year plan for it.", "negation no>" },
  { "en", "There is no 100% proof of it.", "There is 100% proof of it.", "negation no>" },
  { "en", "He left with his children.", "He left without his children.", "negation >without" },
  { "en", "Either the mayor or the council knew.", "Neither the mayor nor the council knew.",
    "negation >Neither;negation >nor" },
  { "en", "MAYOR GUILTY OF FRAUD", "MAYOR NOT GUILTY OF FRAUD", "negation >NOT" },
  { "en", "Was he there? Yes.", "Was he there? No.", "negation >No" },
  { "de", "Der Minister hat davon gewusst.", "Der Minister hat davon nicht gewusst.",
    "negation >nicht" },
  { "de", "Es gab einen Plan für die Brücke.", "Es gab keinen Plan für die Brücke.",
    "negation >keinen" },
  { "fr", "Le ministre a parlé hier soir.", "Le ministre n'a pas parlé hier soir.",
    "negation >pas" },
  { "fr", "Le ministre voit tout le monde.", "Le ministre ne voit personne.", "negation >ne" },
  { "es", "El alcalde dijo la verdad.", "El alcalde no dijo la verdad.", "negation >no" },
  { "it", "Il sindaco ha mentito ieri.", "Il sindaco non ha mentito ieri.", "negation >non" },
  { "pt", "O presidente sabia de tudo.", "O presidente não sabia de tudo.", "negation >não" },
  { "nl", "De burgemeester wist het gisteren.", "De burgemeester wist het gisteren niet.",
    "negation >niet" },
  { "sv", "Ministern visste om saken.", "Ministern visste inte om saken.", "negation >inte" },
  { "da", "Ministeren kendte sagen.", "Ministeren kendte ikke sagen.", "negation >ikke" },
  { "nb", "Ministeren kjente saken.", "Ministeren kjente aldri saken.", "negation >aldri" },
  { "pl", "Minister wiedział o sprawie.", "Minister nie wiedział o sprawie.", "negation >nie" },
  { "zh", "市长是一个罪犯。", "市长不是一个罪犯。", "negation >不是" },
  { "ru", "Министр знал об этом деле.", "Министр не знал об этом деле.", "negation >не" },
  { "el", "Ο δήμαρχος ήξερε τα πάντα.", "Ο δήμαρχος δεν ήξερε τα πάντα.", "negation >δεν" },
  { "el", "Ο δήμαρχος δεν ήξερε κάτι.", "Ο δήμαρχος δεν ήξερε τίποτα.", "" },
  { "ru", "Он пришёл с детьми вчера.", "Он пришёл без детей вчера.", "negation >без" },
};

static const Case not_negations[] = {
  { "en", "They don't know the way home.", "They do not know the way home.", "" },
  { "en", "No one came to the meeting.", "Nobody came to the meeting.", "" },
  { "en", "It stands at no. 5 in the list.", "It stands at 5 in the list.", "" },
  { "en", "He lives at No 10 in that street.", "He lives at 10 in that street.", "" },
  { "en", "The council met on Monday.",
    "The council met on Monday, although the mayor, who had not been invited, stayed away.", "" },
  { "en", "The council met on Monday.", "The council met on Monday. It was not a long day.", "" },
  { "en", "Not everyone was there, he said.", "He said not everyone was there.", "" },
  { "fr", "Je sais pas ce qu'il veut dire.", "Je ne sais pas ce qu'il veut dire.", "" },
  { "pt", "Ele estava no centro da cidade.", "Ele estava centro da cidade.", "" },
  { "en", "A well known fact of the case.", "A well-known fact of the case.", "" },
};

static const Case end_marks[] = {
  { "en", "Is the bridge safe?", "Is the bridge safe.", "end-mark ?>." },
  { "en", "The bridge is safe!", "The bridge is safe?", "end-mark !>?" },
  { "en", "The bridge is safe.", "The bridge is safe!", "end-mark .>!" },
  { "en", "Peace in our time", "Peace in our time?", "end-mark >?" },
  { "en", "Did the mayor leave the town?", "The mayor left the town.", "end-mark ?>." },
  { "es", "¿Vino el alcalde ayer?", "Vino el alcalde ayer.", "end-mark ?>." },
  { "ar", "هل وصل الوزير أمس؟", "هل وصل الوزير أمس.", "end-mark ؟>." },
  { "el", "Είναι ασφαλής η γέφυρα;", "Είναι ασφαλής η γέφυρα.", "end-mark ;>." },
  { "ja", "市長は知っていたか？", "市長は知っていたか。", "end-mark ？>。" },
  { "en", "Peace in our time", "Peace in our time.", "" },
  { "en", "He came; she left.", "He came. She left.", "" },
  { "en", "Is the bridge safe?", "Is the bridge safe?!", "" },
  { "en", "The bridge is safe...", "The bridge is safe.", "" },
  { "en", "The bridge is safe.", "The bridge is safe. Is it?", "" },
};

static const Case quotes[] = {
  { "en", "The reform was agreed on Monday.", "The “reform” was agreed on Monday.",
    "quotes >“reform”" },
  { "en", "The reform was agreed on Monday.", "The 'reform' was agreed on Monday.",
    "quotes >'reform'" },
  { "de", "Die Reform der Stadt gilt seit Montag.", "Die „Reform der Stadt“ gilt seit Montag.",
    "quotes >„Reform der Stadt“" },
  { "fr", "La réforme du marché a été votée.", "La « réforme » du marché a été votée.",
    "quotes >« réforme »" },
  { "fr", "Elle a voté la réforme.", "Elle a voté « la réforme ».", "quotes >« la réforme »" },
  { "ja", "市長は改革を進めた。", "市長は「改革」を進めた。", "quotes >「改革」" },
  { "en", "The reform was agreed on Monday.", "The so-called “reform” was agreed on Monday.",
    "quotes >“reform”" },
  { "en", "The “reform” was agreed on Monday.", "The \"reform\" was agreed on Monday.", "" },
  { "en", "The “reform” was agreed on Monday.", "The 'reform' was agreed on Monday.", "" },
  { "en", "The workers' and students' rights remain.", "The workers and students rights remain.",
    "" },
  { "en", "The mayor was pleased with it.", "The mayor was “over the moon” with it.", "" },
  { "en", "The mayor was pleased with it.", "The mayor was pleased with it. “It is good,” he said.",
    "" },
};

static void
test_cases (gconstpointer data)
{
  const GArray *cases = data;

  check_cases ((const Case *)(gpointer)cases->data, cases->len);
}

static void
test_what_is_ignored_is_not_critical (void)
{
  static const Case without_marks = { "en", "Is the bridge “safe”?", "Is the bridge safe.", "" };
  static const Case strict = { "en", "It was -5 on 10–12 “May”.",
                               "It was \u22125 on 10-12 \"May\".", "" };
  VrOptions options = VR_OPTIONS_INIT;

  options.quiet |= VR_QUIET_PUNCTUATION;
  check_case (&without_marks, options);
  options = (VrOptions)VR_OPTIONS_INIT;
  options.strict = TRUE;
  check_case (&strict, options);
}

static void
test_paragraphs_that_came_or_went_have_none (void)
{
  static const Case added = { "en", "The harbour opened at dawn.\n",
                              "The harbour opened at dawn.\nNobody saw 11 “men”?\n", "" };

  check_case (&added, (VrOptions)VR_OPTIONS_INIT);
}

static void
test_split_paragraphs_are_read_as_one (void)
{
  static const Case split = {
    "en",
    "The council met on Monday and voted for the bridge. The mayor said that 11 men would work.\n",
    "The council met on Monday and voted for the bridge.\nThe mayor said that 12 men would work.\n",
    "number 11>12"
  };

  check_case (&split, (VrOptions)VR_OPTIONS_INIT);
}

static void
test_they_are_counted_by_kind (void)
{
  VrOptions options = { .language = "en" };
  g_autoptr (VrComparison) comparison =
      compare_lines ("It cost 5.0 in all.\nSame.\nHe was there on 11 May.\n",
                     "It cost 50 in all.\nSame.\nHe was not there on 12 May.\n", &options, NULL);
  const VrSummary *summary = vr_comparison_get_summary (comparison);

  g_assert_cmpuint (vr_summary_count_critical (summary), ==, 3);
  g_assert_cmpuint (summary->n_critical[0], ==, 1);
  g_assert_cmpuint (summary->n_critical[1], ==, 1);
  g_assert_cmpuint (summary->n_critical[3], ==, 1);
  g_assert_true (vr_comparison_is_critical (comparison, 0));
  g_assert_false (vr_comparison_is_critical (comparison, 1));
  g_assert_true (vr_comparison_is_critical (comparison, 2));
}

#define add_cases(path, cases)                                                                     \
  static const GArray cases##_array = { (char *)(gpointer)cases, G_N_ELEMENTS (cases) };           \
  g_test_add_data_func (path, &cases##_array, test_cases)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_cases ("/critical/numbers-that-changed", numbers);
  add_cases ("/critical/numbers-that-stayed", not_numbers);
  add_cases ("/critical/decimal-points-and-thousands", marks);
  add_cases ("/critical/minus-signs", signs);
  add_cases ("/critical/negations-that-came-or-went", negations);
  add_cases ("/critical/negations-that-stayed", not_negations);
  add_cases ("/critical/end-marks", end_marks);
  add_cases ("/critical/quotation-marks", quotes);
  g_test_add_func ("/critical/what-is-ignored-is-none", test_what_is_ignored_is_not_critical);
  g_test_add_func ("/critical/paragraphs-of-one-side-have-none",
                   test_paragraphs_that_came_or_went_have_none);
  g_test_add_func ("/critical/split-paragraphs", test_split_paragraphs_are_read_as_one);
  g_test_add_func ("/critical/counts", test_they_are_counted_by_kind);

  return g_test_run ();
}
