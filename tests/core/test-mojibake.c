/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that was read by the wrong codec is put right; what somebody wrote stays as it is. */
#include "check-mojibake.h"
#include "vr-plausibility.h"

#include <string.h>

/* @text's UTF-8 read as @codec. */
static char *
misread (const char *text, const char *codec)
{
  g_autoptr (GError) error = NULL;
  char *result = g_convert (text, -1, "UTF-8", codec, NULL, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static void
assert_repaired (const char *text, const char *expected)
{
  g_autofree char *repaired = check_repair (text, strlen (text), NULL);

  g_assert_cmpstr (repaired, ==, expected);
}

typedef struct
{
  const char *codec; /* as iconv and the repair name it */
  const char *text;
} CodecCase;

static const CodecCase codec_cases[] = {
  { "ISO-8859-1", "Le café de l’été à Besançon" },
  { "ISO-8859-1", "Быстрая лодка плывёт" },
  { "windows-1252", "El niño comió en la montaña" },
  { "windows-1252", "Günstige Möbel für die Küche" },
  { "windows-1251", "Der Schlüssel hängt über der Tür" },
  { "windows-1250", "Příliš žlutý les úpí" },
  { "windows-1250", "The price is £20 – or ½ of it" },
  { "windows-1257", "Die Bäcker öffnen früh" },
  { "windows-1256", "La forêt est fermée" },
  { "windows-1258", "Où est la clé" },
  { "ISO-8859-5", "Crème brûlée für zwei" },
  { "ISO-8859-9", "Sınıfta dört öğrenci var" },
  { "KOI8-R", "Новости этого часа" },
  { "KOI8-R", "Så går det på ön" },
  { "macintosh", "Più tardi andrò in città" },
  { "macintosh", "Gdzie jest łódź i żagiel" },
  { "x-mac-cyrillic", "Où sont les élèves" },
  { "IBM437", "¿Dónde está el señor Núñez?" },
  { "IBM437", "Сегодня шёл снег" },
  { "IBM850", "Der Fluß führt Hochwasser" },
  { "IBM852", "Une pause, une détente" },
  { "IBM855", "Garçons et élèves" },
  { "IBM862", "Muñecos de trapo" },
  { "IBM866", "Кто там, за рекой?" },
  { "IBM866", "Das Gebäude ist schön" },
  { "EUC-KR", "Coração" },
  { "GB18030", "Größe" },
  { "Shift_JIS", "Los árboles" },
};

/* iconv has other names for two of them, and none for some. */
static const char *
name_for_iconv (const char *codec)
{
  return g_str_equal (codec, "x-mac-cyrillic") ? "MAC-CYRILLIC" : codec;
}

static void
test_codecs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (codec_cases); i++)
    {
      const CodecCase *row = &codec_cases[i];
      g_autofree char *text = misread (row->text, name_for_iconv (row->codec));

      g_test_message ("%s: %s", row->codec, text);
      assert_repaired (text, row->text);
    }
}

static void
test_one_word (void)
{
  assert_repaired ("The talks brought d├ętente, “he said”, at last.",
                   "The talks brought détente, “he said”, at last.");
  assert_repaired ("It’s a moment of dÃ©tente – or so he says.",
                   "It’s a moment of détente – or so he says.");
  assert_repaired ("Am 3. Mai öffnet das CafÃ© „Mokka“ in Köln.",
                   "Am 3. Mai öffnet das Café „Mokka“ in Köln.");
  assert_repaired ("ŉ Ou man, ĳs en ſo", "ŉ Ou man, ĳs en ſo");
  assert_repaired ("Новый альбом BjГ¶rk уже вышел", "Новый альбом Björk уже вышел");
}

static void
test_typography (void)
{
  assert_repaired ("Itâ€™s the â€œbestâ€\xC2\x9D of all", "It’s the “best” of all");
  assert_repaired ("It’s â€œours” now", "It’s “ours” now");
  assert_repaired ("В доме вЂ” тишина", "В доме — тишина");
  assert_repaired ("вЂњYesвЂќ, she said", "“Yes”, she said");
}

static void
test_layers (void)
{
  g_autoptr (GArray) repairs = NULL;
  const char *text = "un cafÃƒÂ© noir";
  g_autofree char *repaired = check_repair (text, strlen (text), &repairs);

  g_assert_cmpstr (repaired, ==, "un café noir");
  g_assert_cmpuint (repairs->len, ==, 1);
  g_assert_cmpstr (g_array_index (repairs, VrRepairedRun, 0).codec, ==, "windows-1252+ISO-8859-1");
}

static void
test_lost_bytes (void)
{
  assert_repaired ("voilÃ le facteur", "voilà le facteur");
  assert_repaired ("dedicou Ã s filhas a cançÃ£o", "dedicou às filhas a canção");
  assert_repaired ("RevoluÃ§Ã£o: Ã s armas", "Revolução: às armas");
  assert_repaired ("ÄŒasopis a Ä\xEF\xBF\xBD"
                   "ervenec",
                   "Časopis a \xEF\xBF\xBD"
                   "ervenec");
  assert_repaired ("\xC3\xAD\xC2\xA0\xC2\xBD\xC3\xAD\xC2\xB8\xC2\x80 hello",
                   "\xF0\x9F\x98\x80 hello");
}

static void
test_controls (void)
{
  assert_repaired ("He said \xC2\x93no\xC2\x94 \xC2\x96 twice", "He said “no” – twice");
  assert_repaired ("La pel\xC2\x92"
                   "cula de Mar\xC2\x92n",
                   "La pel’cula de Mar’n");
  assert_repaired ("El gal\xC2\x87n y la pel\xC2\x92"
                   "cula",
                   "El galán y la película");
}

/* What is odd in it was written so. */
static const char *const negatives[] = {
  "",
  "Plain ASCII, nothing else.",
  "Straße, Größe, Übermut: „Ärger“ – ‚Öl‘ …",
  "L’été, l’œuvre et le cœur d’Éric : « À bientôt ! »",
  "À LA UNE : ÉLÈVES ET MAÎTRES À L’ÉCOLE",
  "¿Qué? ¡Él! Ñandú, pingüino, nº 3, 1ª planta, 20 °C",
  "Não há ação às três: CONCLUSÃO E OBRIGAÇÕES",
  "Þetta er ðað, Æsa og Ýmir á Íslandi",
  "Fågeln Ö i Å, å i Ängelholm; 5 Å – 10 Å",
  "Īsts vārds: ČEĻI, ŠĶĪVJI un ŅIRGAS",
  "Zażółć gęślą jaźń, ŁÓDŹ I ŻÓŁW",
  "Příliš žluťoučký kůň, ŘEŘICHA A ŽĎÁR",
  "Győr, Őrség, űrhajó, ÁRVÍZTŰRŐ TÜKÖRFÚRÓGÉP",
  "Iğdır’da İSTANBUL ÇIĞLIĞI şöyle",
  "Tiếng Việt: ĐÃ ĐẾN HÀ NỘI, ở đó có phở",
  "Съешь ещё этих мягких французских булок — «да», № 5",
  "ВІКІ, Київ, ґанок, їжак; 5 кБ, 3 МБ",
  "Љубав, Ђорђе и џак: ЊЕГОШ",
  "Το ¨σπίτι¨ του Γιώργου, 25 µm, ΆΛΛΑ ΌΧΙ",
  "שלום עולם, צה״ל ו־‎3 ילדים: «כן»",
  "مرحبا بالعالم، «نعم» ٣٤٪؛ الفصل ١٢",
  "سلام دنیا، می‌روم؛ گچ پژ",
  "人人生而自由，在尊严和权利上一律平等。DNA检测",
  "すべての人間は、生れながらにして自由であり、ﾃｽﾄ",
  "모든 인간은 태어날 때부터 자유로우며 K팝을",
  "ทุกคนเกิดมามีอิสระ",
  "सभी मनुष्यों को गौरव",
  "√2 ≈ 1.41, π·r², ±0.5 ½ × ¾, ∂f/∂x, ∆° und 5 µΩ",
  "┌──┬──┐\n│a │b │\n└──┴──┘ ╔══╗",
  "Price: 5¢, £3, ¥100, €20; © 2020 Café®, Brand™ § 5 ¶",
  "naïve façade, Brontë…” and ‘Zoë’",
  "(¬_¬) ಠ_ಠ ʕ•ᴥ•ʔ ¯\\_(ツ)_/¯ Ôôô",
  "\xEF\xBF\xBD alone, and caf\xEF\xBF\xBD",
};

static void
test_negatives (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (negatives); i++)
    {
      GArray *repairs;
      gsize n_repaired;

      g_test_message ("%s", negatives[i]);
      g_assert_null (
          vr_mojibake_repair (negatives[i], strlen (negatives[i]), &n_repaired, &repairs));
      g_assert_null (repairs);
    }
}

/* A clean text that is misread and repaired is itself again, whatever its language. */
static void
test_round_trip (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (negatives); i++)
    {
      g_autofree char *text = misread (negatives[i], "ISO-8859-1");

      g_test_message ("%s", text);
      assert_repaired (text, negatives[i]);
    }
}

static void
test_runs (void)
{
  static const struct
  {
    const char *before, *after;
  } expected[] = { { "gÃ©nÃ©ral", "général" }, { "cafÃ©", "café" }, { "d├ętente", "détente" } };
  const char *text = "Le gÃ©nÃ©ral, au cafÃ©:\nun peu de d├ętente.\n";
  g_autoptr (GArray) repairs = NULL;
  g_autofree char *repaired = check_repair (text, strlen (text), &repairs);

  g_assert_cmpuint (repairs->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < repairs->len; i++)
    {
      const VrRepairedRun *run = &g_array_index (repairs, VrRepairedRun, i);
      g_autofree char *before =
          g_strndup (text + run->source_from, run->source_to - run->source_from);
      g_autofree char *after = g_strndup (repaired + run->from, run->to - run->from);

      g_assert_cmpstr (before, ==, expected[i].before);
      g_assert_cmpstr (after, ==, expected[i].after);
    }
  g_assert_cmpstr (g_array_index (repairs, VrRepairedRun, 0).codec, ==, "ISO-8859-1");
  g_assert_cmpstr (g_array_index (repairs, VrRepairedRun, 2).codec, ==, "IBM852");
}

/* A line without an end is repaired in pieces, and in linear time. */
static void
test_long_line (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *repaired = NULL;

  for (guint i = 0; i < 50000; i++)
    g_string_append (text, i % 3 == 0 ? "été " : i % 3 == 1 ? "cafÃ© " : "plain ");
  repaired = check_repair (text->str, text->len, NULL);
  g_assert_null (strstr (repaired, "Ã"));
}

static void
test_plausibility (void)
{
  const char *right = "Le général est à l’hôtel";
  const char *wrong = "Le gÃ©nÃ©ral est Ã\xC2\xA0 lâ€™hÃ´tel";

  g_assert_cmpfloat (vr_plausibility_score ("plain", 5), ==, 1);
  g_assert_cmpfloat (vr_plausibility_score (right, strlen (right)), ==, 1);
  g_assert_cmpfloat (vr_plausibility_score (wrong, strlen (wrong)), <, 0.6);
  g_assert_cmpuint (vr_plausibility_measure (right, strlen (right)).n_marked, ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mojibake/codecs", test_codecs);
  g_test_add_func ("/mojibake/one-word", test_one_word);
  g_test_add_func ("/mojibake/typography", test_typography);
  g_test_add_func ("/mojibake/layers", test_layers);
  g_test_add_func ("/mojibake/lost-bytes", test_lost_bytes);
  g_test_add_func ("/mojibake/controls", test_controls);
  g_test_add_func ("/mojibake/negatives", test_negatives);
  g_test_add_func ("/mojibake/round-trip", test_round_trip);
  g_test_add_func ("/mojibake/runs", test_runs);
  g_test_add_func ("/mojibake/long-line", test_long_line);
  g_test_add_func ("/mojibake/plausibility", test_plausibility);

  return g_test_run ();
}
