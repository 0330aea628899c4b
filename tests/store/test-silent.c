/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits without a word about them: which are flagged, and which are not. */
#include "store-fixture.h"
#include "vr-compare.h"
#include "vr-history-flags.h"
#include "vr-history-silent.h"
#include "vr-history-snapshot.h"

#include <locale.h>
#include <string.h>

#define TITLE "Ferry runs aground off the old harbour\n"
#define LEAD                                                                                       \
  "The ferry ran aground on Monday morning, and 11 people were hurt, the coast guard said.\n"
#define QUOTE "\"We did not see the rocks,\" the captain told reporters at the quay.\n"
#define END "The harbour will stay closed until the fog lifts.\n"
#define STORY TITLE LEAD QUOTE END

/* @said: part of the reason; NULL where nothing is silent. */
typedef struct
{
  const char *what;
  const char *language;
  const char *before;
  const char *after;
  const char *said;
} Case;

static VrArticle *
make_article (const char *text, const char *language)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (VrText) decoded = vr_text_new_from_bytes (bytes, "UTF-8", "fixture", &error);

  g_assert_no_error (error);

  return vr_article_new (decoded, VR_PARAGRAPHS_LINE, language);
}

static VrComparison *
make_comparison (const Case *test)
{
  VrOptions options = VR_OPTIONS_INIT;
  g_autoptr (VrArticle) before = make_article (test->before, test->language);
  g_autoptr (VrArticle) after = make_article (test->after, test->language);
  g_autoptr (GError) error = NULL;
  VrComparison *comparison = vr_compare (before, after, &options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return comparison;
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (VrComparison) comparison = make_comparison (test);
  g_autofree char *reason = vr_history_silent_dup_reason (comparison);

  g_test_message ("%s", reason != NULL ? reason : "not silent");
  if (test->said == NULL)
    g_assert_cmpstr (reason, ==, NULL);
  else if (reason == NULL || strstr (reason, test->said) == NULL || strchr (reason, '\n') != NULL)
    g_test_fail_printf ("wanted one line with “%s”", test->said);
}

#define HURT(n)                                                                                    \
  TITLE "The ferry ran aground on Monday morning, and " n                                          \
        " were hurt, the coast guard said.\n" QUOTE END
#define SAID(s) TITLE LEAD s "\n" END
#define BEHIND(s) STORY s "\n"
#define ABOVE(s) TITLE s "\n" LEAD QUOTE END
#define MORE "A second boat was sent out in the afternoon.\n"
#define NO_NOTE "no correction or update note was added"

static const Case cases[] = {
  /* Substance without a word. */
  { "number", "en", STORY, HURT ("12 people"), "number changed from “11” to “12”" },
  { "number-says-no-note", "en", STORY, HURT ("12 people"), NO_NOTE },
  { "nothing-twice", "en", SAID ("It will be mended by 2020 and cost 3 million."),
    SAID ("It will be mended by 2021 and cost 5 million."),
    "number changed from “2020” to “2021”; number changed from “3 million” to “5 million”; "
    "no correction" },
  { "number-and-word", "en", SAID ("The captain was drunk in 2020, police said."),
    SAID ("The captain was tired in 2021, police said."), "“drunk” became “tired”" },
  { "number-word", "en", HURT ("forty people"), HURT ("fifty people"), "“forty” became “fifty”" },
  { "decimal", "en", SAID ("It cost 5.0 million."), SAID ("It cost 50 million."),
    "“5.0 million” to “50 million”" },
  { "day", "en", SAID ("It comes back on Tuesday."), SAID ("It comes back on Thursday."),
    "“Tuesday” became “Thursday”" },
  { "negation", "en", SAID ("The captain did not see the rocks."),
    SAID ("The captain did see the rocks."), "“not” removed" },
  { "question", "en", SAID ("Did the captain sleep?"), SAID ("Did the captain sleep."),
    "question mark" },
  { "scare-quotes", "en", SAID ("The captain spoke of safe rocks in the bay."),
    SAID ("The captain spoke of \"safe\" rocks in the bay."), "quotation marks" },
  { "word", "en", SAID ("The captain was drunk, police said."),
    SAID ("The captain was tired, police said."), "“drunk” became “tired”" },
  { "sentence-added", "en", STORY, BEHIND ("The mayor resigned on Tuesday."), "added" },
  { "sentence-removed", "en", BEHIND ("The mayor resigned on Tuesday."), STORY, "removed" },
  { "sentence-in-paragraph", "en", STORY,
    TITLE LEAD QUOTE "The harbour will stay closed until the fog lifts. The mayor is ill.\n",
    "The mayor is ill" },
  { "name", "en", SAID ("The rescue was led by Ann Lee, who is 40."),
    SAID ("The rescue was led by Ann Lea, who is 40."), "“Lee” became “Lea”" },
  { "headline", "en", STORY, "Ferry sinks off the old harbour\n" LEAD QUOTE END, "sinks" },
  { "plural", "en", SAID ("Police arrested the suspect at noon."),
    SAID ("Police arrested the suspects at noon."), "suspects" },
  { "prefix", "en", SAID ("The landing was legal, a judge found."),
    SAID ("The landing was illegal, a judge found."), "“legal” became “illegal”" },
  { "other-ending", "en", SAID ("The employer went to court."),
    SAID ("The employee went to court."), "employee" },
  { "two-words-in-their-own-right", "en", SAID ("The captain was suspected by the company."),
    SAID ("The captain was suspended by the company."), "suspended" },
  { "two-letters-of-one-word", "en", SAID ("The captain declined to talk of it."),
    SAID ("The captain decided to talk of it."), "decided" },
  { "short-words", "en", SAID ("She has a plan for the bay."), SAID ("She had a plan for the bay."),
    "“has” became “had”" },
  { "byline-and-number", "en", ABOVE ("By Ann Lee"),
    TITLE "By Ann Lee and Bo Ek\nThe ferry ran aground on Monday morning, and 12 people were hurt, "
          "the coast guard said.\n" QUOTE END,
    "“11” to “12”" },
  { "note-taken-out", "en", BEHIND ("Correction: An earlier version gave a wrong age."), STORY,
    "the note “Correction" },
  { "note-was-there", "en", BEHIND ("Correction: The captain is 40, not 44."),
    HURT ("12 people") "Correction: The captain is 40, not 44.\n", NO_NOTE },
  { "the-word-correction", "en", STORY,
    BEHIND ("The ministry published a correction of its own figures."), "added" },
  { "prose-about-an-update", "en", STORY, BEHIND ("The map was updated in 2013, he said."),
    "added" },
  { "corrections-officers", "en", STORY, BEHIND ("Corrections officers were sent to help."),
    "added" },
  { "by-monday", "en", STORY, BEHIND ("By Monday the town was dry."), "added" },
  { "updated-stayed", "en", ABOVE ("Updated 10:30 GMT"),
    TITLE
    "Updated 10:30 GMT\nThe ferry ran aground on Monday morning, and 12 people were hurt, the "
    "coast guard said.\n" QUOTE END,
    "“Updated 10:30 GMT” stayed as it was" },
  { "updated-figures", "en", STORY, BEHIND ("Updated figures show 12 people were hurt"), "added" },
  { "score", "en", BEHIND ("2-1"), BEHIND ("3-1"), "3-1" },
  { "minus", "en", SAID ("It was -5 degrees at the quay."), SAID ("It was 5 degrees at the quay."),
    "minus sign" },
  { "all-new", "en", STORY, "The market opened at noon.\nFish was cheap again.\n", NO_NOTE },
  { "emptied", "en", STORY, "", NO_NOTE },
  { "german", "de", "Die Fähre lief am Montag auf Grund, 11 Menschen wurden verletzt.\n",
    "Die Fähre lief am Montag auf Grund, 12 Menschen wurden verletzt.\n", "“11” to “12”" },
  { "german-mode", "de", "Die Werft wurde gestern geschlossen, sagt der Wirt.\n",
    "Die Werft würde gestern geschlossen, sagt der Wirt.\n", "würde" },
  { "french", "fr", "Le ferry s'est échoué lundi, onze personnes ont été blessées.\n",
    "Le ferry s'est échoué lundi, douze personnes ont été blessées.\n", "“onze” became “douze”" },
  { "spanish", "es", "El barco encalló el lunes y hubo once heridos.\n",
    "El barco encalló el lunes y hubo doce heridos.\n", "“once” became “doce”" },
  { "spanish-prose", "es", "El barco encalló el lunes.\n",
    "El barco encalló el lunes.\nLa corrección del rumbo llegó tarde.\n", "corrección" },

  /* Told. */
  { "noted", "en", STORY, HURT ("12 people") "Correction: 12 people were hurt, not 11.\n", NULL },
  { "note-with-a-date", "en", STORY,
    HURT ("12 people") "Correction, 5 May 2014: The number of people hurt was wrong.\n", NULL },
  { "note-in-capitals", "en", STORY, HURT ("12 people") "*CORRECTION* - The number was wrong.\n",
    NULL },
  { "editors-note", "en", STORY, HURT ("12 people") "Editor’s note: The number was wrong.\n",
    NULL },
  { "earlier-version", "en", STORY,
    HURT ("12 people") "An earlier version of this article gave a wrong number.\n", NULL },
  { "was-amended", "en", STORY,
    HURT ("12 people") "This article was amended on 5 May 2014 to give the right number.\n", NULL },
  { "headline-has-been-changed", "en", STORY,
    HURT ("12 people") "The headline of this story has been changed since.\n", NULL },
  { "update-on-top", "en", STORY, TITLE "UPDATE: More people were hurt.\n" LEAD QUOTE END MORE,
    NULL },
  { "update-at-a-time", "en", STORY,
    TITLE "Update at 5 p.m. ET: All are safe.\n" LEAD QUOTE END MORE, NULL },
  { "clarification-in-brackets", "en", STORY,
    HURT ("12 people") "[Clarification: the number was from the police.]\n", NULL },
  { "note-in-a-paragraph", "en", STORY,
    TITLE LEAD QUOTE
    "The harbour will stay closed for a week. This story has been corrected to say "
    "for how long.\n",
    NULL },
  { "note-grew", "en", BEHIND ("Correction: The captain is 40, not 44."),
    HURT ("12 people") "Correction: The captain is 40, not 44, and 12 people were hurt.\n", NULL },
  { "updated-moved", "en", ABOVE ("Updated 10:30 GMT"),
    TITLE
    "Updated 11:45 GMT\nThe ferry ran aground on Monday morning, and 12 people were hurt, the "
    "coast guard said.\n" QUOTE END,
    NULL },
  { "updated-came", "en", STORY, TITLE "Last updated on Monday at 11:45\n" LEAD QUOTE END MORE,
    NULL },
  { "updated-behind-the-name", "en", ABOVE ("By Ann Lee | Updated 5 May 2014, 10:30"),
    TITLE "By Ann Lee | Updated 5 May 2014, 12:15\n" LEAD QUOTE END MORE, NULL },
  { "german-note", "de", "Die Fähre lief am Montag auf Grund, 11 Menschen wurden verletzt.\n",
    "Die Fähre lief am Montag auf Grund, 12 Menschen wurden verletzt.\nAnmerkung der Redaktion: In "
    "einer früheren Version stand eine falsche Zahl.\n",
    NULL },
  { "german-sentence", "de", "Die Fähre lief am Montag auf Grund, 11 Menschen wurden verletzt.\n",
    "Die Fähre lief am Montag auf Grund, 12 Menschen wurden verletzt.\nWir haben die Zahl der "
    "Verletzten nachträglich korrigiert.\n",
    NULL },
  { "german-time", "de", "Aktualisiert am 5. Mai, 10:30 Uhr\nDie Fähre lief am Montag auf Grund.\n",
    "Aktualisiert am 5. Mai, 12:30 Uhr\nDie Fähre sank am Montag vor dem alten Hafen.\n", NULL },
  { "french-note", "fr", "Le ferry s'est échoué lundi, onze personnes ont été blessées.\n",
    "Le ferry s'est échoué lundi, douze personnes ont été blessées.\nRectificatif : douze "
    "personnes "
    "ont été blessées.\n",
    NULL },
  { "french-sentence", "fr", "Le ferry s'est échoué lundi, onze personnes ont été blessées.\n",
    "Le ferry s'est échoué lundi, douze personnes ont été blessées.\nCet article a été mis à jour "
    "mardi.\n",
    NULL },
  { "spanish-note", "es", "El barco encalló el lunes y hubo once heridos.\n",
    "El barco encalló el lunes y hubo doce heridos.\nFe de errores: una versión anterior de este "
    "artículo daba otra cifra.\n",
    NULL },
  { "italian-note", "it", "Il traghetto si è arenato lunedì, undici feriti.\n",
    "Il traghetto si è arenato lunedì, dodici feriti.\nRettifica: i feriti sono dodici.\n", NULL },
  { "english-note-elsewhere", "da", "Færgen gik på grund mandag, 11 blev såret.\n",
    "Færgen gik på grund mandag, 12 blev såret.\nUpdate: 12 blev såret.\n", NULL },

  /* Nothing to tell. */
  { "note-only", "en", STORY, BEHIND ("Correction: The captain is 40, not 44."), NULL },
  { "typo-only", "en", SAID ("The goverment said it would recieve the crew."),
    SAID ("The government said it would receive the crew."), NULL },
  { "typo-swapped", "en", SAID ("Then teh fog came in."), SAID ("Then the fog came in."), NULL },
  { "typo-joined", "en", SAID ("There was alot of fog."), SAID ("There was a lot of fog."), NULL },
  { "typo-parted", "en", SAID ("The boat wascalled back."), SAID ("The boat was called back."),
    NULL },
  { "typo-doubled-word", "en", SAID ("The boat left the the quay."),
    SAID ("The boat left the quay."), NULL },
  { "typo-two-letters", "en", SAID ("The crime was comited at sea."),
    SAID ("The crime was committed at sea."), NULL },
  { "typo-case", "en", SAID ("It came on a monday."), SAID ("It came on a Monday."), NULL },
  { "typo-hyphen", "en", SAID ("They will co-operate on it."), SAID ("They will cooperate on it."),
    NULL },
  { "typo-apostrophe", "en", SAID ("Its the harbours biggest ferry."),
    SAID ("It's the harbour's biggest ferry."), NULL },
  { "typo-in-a-name", "en", SAID ("Captain Andersson spoke. Later Andresson wept."),
    SAID ("Captain Andersson spoke. Later Andersson wept."), NULL },
  { "typo-german", "de", "Die Regirung schwieg am Montag zu dem Unfall.\n",
    "Die Regierung schwieg am Montag zu dem Unfall.\n", NULL },
  { "comma", "en", SAID ("The boat which was old sank."), SAID ("The boat, which was old, sank."),
    NULL },
  { "curly-quotes", "en", STORY,
    TITLE LEAD "“We did not see the rocks,” the captain told reporters at the quay.\n" END, NULL },
  { "white-space", "en", STORY,
    TITLE LEAD "\"We did  not see\u00a0the rocks,\" the captain told reporters at the quay. \n" END,
    NULL },
  { "dashes", "en", SAID ("The boat -- an old one -- sank."),
    SAID ("The boat – an old one – sank."), NULL },
  { "encoding-misread", "en", SAID ("They met in a cafÃ© in SÃ£o Paulo."),
    SAID ("They met in a café in São Paulo."), NULL },
  { "encoding-misread-quotes", "en", SAID ("It was the captainâ€™s fault."),
    SAID ("It was the captain’s fault."), NULL },
  { "encoding-lost", "en", SAID ("They met in a caf\uFFFD in S\uFFFDo Paulo."),
    SAID ("They met in a café in São Paulo."), NULL },
  { "encoding-question-marks", "en", SAID ("They don?t know the caf? in town."),
    SAID ("They don’t know the café in town."), NULL },
  { "encoding-entities", "en", SAID ("Fish &amp; ships, &quot;old&quot; ones, caf&eacute;."),
    SAID ("Fish & ships, \"old\" ones, café."), NULL },
  { "encoding-numbers", "en", SAID ("They met in a caf&#233;."), SAID ("They met in a café."),
    NULL },
  { "encoding-entity-alone", "en", SAID ("The R&amp;D office is shut."),
    SAID ("The R&D office is shut."), NULL },
  { "accents", "en", SAID ("They met in a cafe."), SAID ("They met in a café."), NULL },
  { "moved-paragraph", "en", STORY, TITLE QUOTE LEAD END, NULL },
  { "split-paragraph", "en", TITLE "The fog came in at noon. The boat left the quay at one.\n" END,
    TITLE "The fog came in at noon.\nThe boat left the quay at one.\n" END, NULL },
  { "byline-came", "en", STORY, ABOVE ("By Ann Lee and Bo Ek"), NULL },
  { "byline-changed", "en", ABOVE ("By Ann Lee in London"),
    ABOVE ("By Ann Lee and Bo Ek in London"), NULL },
  { "reporting-by", "en", STORY, BEHIND ("(Reporting by Ann Lee; editing by Bo Ek)"), NULL },
  { "published", "en", ABOVE ("Published 5 May 2014"), ABOVE ("Published Monday 5 May 2014 10:30"),
    NULL },
  { "update-time-alone", "en", ABOVE ("Updated 10:30 GMT"), ABOVE ("Updated 11:30 GMT"), NULL },
  { "advertisement", "en", STORY, BEHIND ("Advertisement"), NULL },
  { "share", "en", ABOVE ("Share this"), STORY, NULL },
  { "comments", "en", BEHIND ("12 comments"), BEHIND ("340 comments"), NULL },
  { "read-more", "en", STORY, BEHIND ("Read more: The harbour in pictures"), NULL },
  { "date-line", "en", ABOVE ("Monday 5 May 2014 10.30 BST"),
    ABOVE ("Tuesday 6 May 2014 11.30 BST"), NULL },
  { "rule", "en", STORY, BEHIND ("* * *"), NULL },
  { "german-furniture", "de", "Die Fähre lief am Montag auf Grund.\n",
    "Die Fähre lief am Montag auf Grund.\nLesen Sie auch: Der Hafen in Bildern\nVon Anna Berg\n",
    NULL },
  { "same", "en", STORY, STORY, NULL },
  { "both-empty", "en", "", "", NULL },
};

/* The four histories that an archive has to tell apart, kept and listed. */
static void
test_four_histories (void)
{
  static const struct
  {
    const char *variant;
    const char *after;
    gboolean is_silent;
  } histories[] = {
    { "noted", HURT ("12 people") "Correction: 12 people were hurt, not 11.\n", FALSE },
    { "unnoted", HURT ("12 people"), TRUE },
    { "note-only", BEHIND ("Correction: The captain is 40, not 44."), FALSE },
    { "typo-only", TITLE LEAD QUOTE "The harbour will stay closed untill the fog lifts.\n", FALSE },
  };
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (VrArchive) archive = fixture_create (path);

  for (guint i = 0; i < G_N_ELEMENTS (histories); i++)
    {
      g_autofree char *name = g_strconcat ("Quay/", histories[i].variant, NULL);
      g_autofree char *first G_GNUC_UNUSED =
          fixture_snapshot (archive, "Quay", histories[i].variant, STORY, FIXTURE_SPRING);
      g_autofree char *second G_GNUC_UNUSED = fixture_snapshot (
          archive, "Quay", histories[i].variant, histories[i].after, FIXTURE_SPRING + FIXTURE_DAY);
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) versions = vr_version_list (archive, name, &error);
      g_autoptr (VrHistoryFlags) flags = NULL;
      const VrVersionFlags *own;

      g_assert_no_error (error);
      flags = vr_history_flags_new (archive, versions);
      own = vr_history_flags_get (flags, 1, &error);
      g_assert_no_error (error);
      g_test_message ("%s: %s", name, own->silent != NULL ? own->silent : "told");
      g_assert_cmpint (own->silent != NULL, ==, histories[i].is_silent);
      g_assert_null (vr_history_flags_get (flags, 0, &error)->silent);
    }
  fixture_clean (path);
}

static void
keep (VrArchive *archive, const char *variant, const char *text, guint day)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (VrArticle) article = make_article (text, "en");
  g_autoptr (GDateTime) time =
      g_date_time_new_from_unix_utc (FIXTURE_SPRING + (gint64)day * FIXTURE_DAY);
  VrSnapshot snapshot = { "Quay", variant, article, bytes, "fixture.txt", time, NULL };
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (vr_history_snapshot (archive, &snapshot, &id, &error), ==, VR_SNAPSHOT_WRITTEN);
  g_assert_no_error (error);
}

/* What a snapshot keeps in its message is what a comparison of the two texts finds. */
static void
test_kept_or_found (void)
{
  static const char *const texts[] = {
    STORY,
    HURT ("12 people"),
    STORY,
    "Ferry sinks off the old harbour\n" LEAD QUOTE END,
    BEHIND ("Correction: The captain is 40, not 44."),
    STORY,
  };
  static const guint back[] = { 0, 0, 1, 0, 0, 3 };
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (VrArchive) archive = fixture_create (path);
  g_autoptr (GArray) kept = NULL;
  g_autoptr (GArray) found = NULL;
  g_autoptr (VrHistoryFlags) kept_flags = NULL;
  g_autoptr (VrHistoryFlags) found_flags = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *id G_GNUC_UNUSED =
          fixture_snapshot (archive, "Quay", "found", texts[i], FIXTURE_SPRING + i * FIXTURE_DAY);

      keep (archive, "kept", texts[i], i);
    }
  kept = vr_version_list (archive, "Quay/kept", NULL);
  found = vr_version_list (archive, "Quay/found", NULL);
  kept_flags = vr_history_flags_new (archive, kept);
  found_flags = vr_history_flags_new (archive, found);
  for (guint i = G_N_ELEMENTS (texts); i > 0; i--)
    {
      const VrVersionFlags *a = vr_history_flags_get (kept_flags, i - 1, NULL);
      const VrVersionFlags *b = vr_history_flags_get (found_flags, i - 1, NULL);

      g_assert_nonnull (g_array_index (kept, VrVersion, i - 1).trailers);
      g_assert_null (g_array_index (found, VrVersion, i - 1).trailers);
      g_assert_cmpstr (a->silent, ==, b->silent);
      g_assert_cmpint (a->headline_changed, ==, b->headline_changed);
      g_assert_cmpuint (a->back_to, ==, back[i - 1]);
      g_assert_cmpuint (b->back_to, ==, back[i - 1]);
    }
  g_assert_true (vr_history_flags_get (kept_flags, 3, NULL)->headline_changed);
  g_assert_false (vr_history_flags_get (kept_flags, 1, NULL)->headline_changed);
  fixture_clean (path);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  /* One case that fails hides no other. */
  g_test_set_nonfatal_assertions ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/silent/", cases[i].what, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/silent/of-four-histories-the-unnoted-one", test_four_histories);
  g_test_add_func ("/silent/kept-with-the-version-or-found-later", test_kept_or_found);

  return g_test_run ();
}
