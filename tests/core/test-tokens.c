/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of vr-tokens: which words a reader sees. */
#include "vr-tokens.h"

#include <locale.h>
#include <string.h>

/* The tokens of @text, each followed by '|'. */
static char *
show (const char *text, guint quiet, VrTokenUnit unit, const char *language)
{
  g_autoptr (VrInterner) interner = vr_interner_new ();
  VrSlice slice = { text, strlen (text) };
  g_autoptr (VrTokens) tokens = vr_tokens_new (&slice, 1, quiet, unit, language, interner);
  GString *shown = g_string_new (NULL);
  for (guint32 i = 0; i < vr_tokens_get_n (tokens); i++)
    {
      guint32 from = vr_tokens_peek_starts (tokens)[i];
      guint32 to = vr_tokens_get_end (tokens, slice, 0, i);
      g_assert_cmpuint (from, <, to);
      g_string_append_len (shown, text + from, to - from);
      g_string_append_c (shown, '|');
    }
  return g_string_free (shown, FALSE);
}

typedef struct
{
  const char *language;
  const char *text;
  const char *tokens;
} Case;

static void
check (const Case *cases, gsize n, guint quiet, VrTokenUnit unit)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *shown = show (cases[i].text, quiet, unit, cases[i].language);
      if (g_strcmp0 (shown, cases[i].tokens) == 0)
        continue;
      g_test_message ("%s\n  gives %s\n  not   %s", cases[i].text, shown, cases[i].tokens);
      g_test_fail ();
    }
}

static const Case words[] = {
  { "en", "", "" },
  { "en", "  \t ", "" },
  { "en", "One word.", "One|word|.|" },
  { "en", "The 5%-10% range, 5 % and 50%.", "The|5|%|-|10|%|range|,|5|%|and|50|%|.|" },
  { "en", "£5–£10 or $5-$10m or €5—€10", "£5–£10|or|$5-$10m|or|€5—€10|" },
  { "en", "-5 degrees, – 5, (-5), \"-5\", 10 -5, 10-5, 10 - 5, 5-, x-5",
    "-5|degrees|,|–|5|,|(|-5|)|,|\"|-5|\"|,|10|-5|,|10-5|,|10|-|5|,|5|-|,|x-5|" },
  { "en", "a $-5 loss and -$5 too, +5, ±5, ~5", "a|$-5|loss|and|-$5|too|,|+|5|,|±|5|,|~|5|" },
  { "en", ".5 of it, 0.5, 5., No.1, v2.0, 3.14.15",
    ".5|of|it|,|0.5|,|5|.|,|No|.|1|,|v2.0|,|3.14.15|" },
  { "en", "$5.0m-plus deal; $1,234.56; 1.234,56 €; US$5bn; C$5",
    "$5.0m-plus|deal|;|$1,234.56|;|1.234,56|€|;|US$5bn|;|C$5|" },
  { "en", "U.S. and U.K.-based; U.S.'s; the U.S.; anti-U.S. riots; U.S.A.; U.S...",
    "U.S.|and|U.K.-based|;|U.S.'s|;|the|U.S.|;|anti-U.S.|riots|;|U.S.A.|;|U.S|...|" },
  { "en", "Ph.D., B.Sc., e.g., i.e., a.m./p.m.", "Ph.D.|,|B.Sc.|,|e.g.|,|i.e.|,|a.m.|/|p.m.|" },
  { "en", "J.K. Rowling, J. K. Rowling, J.R.R. Tolkien",
    "J.K.|Rowling|,|J|.|K|.|Rowling|,|J.R.R.|Tolkien|" },
  { "en", "Mr. O'Neill's mother-in-law's e-mails", "Mr|.|O'Neill's|mother-in-law's|e-mails|" },
  { "en", "rock 'n' roll, the '90s, 1990s', dogs' tails, ’tis",
    "rock|'|n|'|roll|,|the|'|90s|,|1990s|'|,|dogs|'|tails|,|’|tis|" },
  { "en", "‘single’ “double” \"straight\" 'straight'",
    "‘|single|’|“|double|”|\"|straight|\"|'|straight|'|" },
  { "en", "twenty-one-year-old; co-operate; pre- and post-war; -ish",
    "twenty-one-year-old|;|co-operate|;|pre|-|and|post-war|;|-|ish|" },
  { "en", "COVID-19, F-16, A4, B2B, 2nd, 5km, 100m, H2O",
    "COVID-19|,|F-16|,|A4|,|B2B|,|2nd|,|5km|,|100m|,|H2O|" },
  { "en", "10:30 a.m., 2:1, 16:9, John 3:16, ratio 1:2:3, note: this",
    "10:30|a.m.|,|2:1|,|16:9|,|John|3:16|,|ratio|1:2:3|,|note|:|this|" },
  { "en", "9/11, 24/7, 1/2, and/or, he/she, km/h, 12/31/2020, 2020-01-01",
    "9/11|,|24/7|,|1/2|,|and|/|or|,|he|/|she|,|km|/|h|,|12/31/2020|,|2020-01-01|" },
  { "en", "AT&T, R&D, Q&A, Smith & Sons, A & B", "AT&T|,|R&D|,|Q&A|,|Smith|&|Sons|,|A|&|B|" },
  { "en", "@bob said #hashtag #1 C# C++ F#", "@bob|said|#hashtag|#1|C|#|C|+|+|F|#|" },
  { "en", "me@x.org, first.last@sub.domain.co.uk, mailto:me@x.org",
    "me@x.org|,|first.last@sub.domain.co.uk|,|mailto|:|me@x.org|" },
  { "en", "https://example.org/path?q=1&r=2#frag, http://x.org. (www.x.org) www.x.org/a.",
    "https://example.org/path?q=1&r=2#frag|,|http://x.org|.|(|www.x.org|)|www.x.org/a"
    "|.|" },
  { "en", "wait... what…? no...! ….. .. . . .", "wait|...|what|…|?|no|...|!|…|.|.|.|.|.|.|.|" },
  { "en", "yes -- no, yes—no, yes – no, yes--no, yes --- no, ----- rule",
    "yes|--|no|,|yes|—|no|,|yes|–|no|,|yes|--|no|,|yes|---|no|,|-----|rule|" },
  { "en", "[1] (a) {b} <tag> |x| *bold* _under_ snake_case ~strike~ `code`",
    "[|1|]|(|a|)|{|b|}|<|tag|>|||x|||*|bold|*|_under_|snake_case|~|strike|~|`|code|`|" },
  { "en", "a+b=c, 2+2=4, x>y, 5×3, 5*3, 100°C, 20 °C, §5, №5, ½ cup, 2½, m², CO₂",
    "a|+|b|=|c|,|2|+|2|=|4|,|x|>|y|,|5|×|3|,|5|*|3|,|100|°|C|,|20|°|C|,|§|5|,|№|5|,|½"
    "|cup|,|2|½|,|m|²|,|CO|₂|" },
  { "en", "don't can’t I'm we've it’d o'clock y'all ma'am fo'c'sle",
    "don't|can’t|I'm|we've|it’d|o'clock|y'all|ma'am|fo'c'sle|" },
  { "en", "St. Petersburg's \"Nevsky Prospekt\"; St Andrews",
    "St|.|Petersburg's|\"|Nevsky|Prospekt|\"|;|St|Andrews|" },
  { "en", "naïve café résumé coöperate Ångström œuvre",
    "naïve|café|résumé|coöperate|Ångström|œuvre|" },
  { "en", "word,word word;word word:word word.word word!word",
    "word|,|word|word|;|word|word|:|word|word.word|word|!|word|" },
  { "en", "state-of-the-art—really—it is", "state-of-the-art|—|really|—|it|is|" },
  { "en", "pages 10–12, 1914–18, May–June, Paris–Dakar, the 1990s–2000s",
    "pages|10–12|,|1914–18|,|May|–|June|,|Paris|–|Dakar|,|the|1990s–2000s|" },
  { "en", "(555) 123-4567, +1-555-123-4567, 555.123.4567",
    "(|555|)|123-4567|,|+|1-555-123-4567|,|555.123.4567|" },
  { "en", "¿Qué? ¡No!", "¿|Qué|?|¡|No|!|" },
  { "en", "Yahoo! Jeopardy! “What?!” he said.", "Yahoo|!|Jeopardy|!|“|What|?|!|”|he|said|.|" },
  { "de", "Das ist z.B. Berlin, z. B. Bonn, d.h. „Anführung“ und ‚einfach‘ »so«.",
    "Das|ist|z.B.|Berlin|,|z|.|B|.|Bonn|,|d.h.|„|Anführung|“|und|‚|einfach|‘|»|so|«|."
    "|" },
  { "de", "16. April 2014, 1.000,50 €, 50 Prozent, E-Mail-Adresse, Müller-Lüdenscheidt",
    "16|.|April|2014|,|1.000,50|€|,|50|Prozent|,|E-Mail-Adresse|,|Müller-Lüdenscheidt"
    "|" },
  { "de",
    "Straße, Größe, Ein- und Ausgang, Bundesverfassungsgerichtsentscheidung, geht's, "
    "Schröder'sche",
    "Straße|,|Größe|,|Ein|-|und|Ausgang|,|Bundesverfassungsgerichtsentscheidung|,|geh"
    "t's|,|Schröder'sche|" },
  { "fr", "« Vraiment ? » dit-il : l’homme d’État, aujourd’hui, c'est-à-dire, qu’il",
    "«|Vraiment|?|»|dit-il|:|l’homme|d’État|,|aujourd’hui|,|c'est-à-dire|,|qu’il|" },
  { "fr", "1 000 habitants, 1 000 habitants, 50 %, M. Le Pen, n° 5, 1er",
    "1|000|habitants|,|1|000|habitants|,|50|%|,|M|.|Le|Pen|,|n|°|5|,|1er|" },
  { "es", "¿Qué hay en EE. UU.? ¡Nada! 1.000 millones, 3,5 %",
    "¿|Qué|hay|en|EE|.|UU|.|?|¡|Nada|!|1.000|millones|,|3,5|%|" },
  { "it", "L’università dell’Aquila, po' di più, 1ª volta",
    "L’università|dell’Aquila|,|po|'|di|più|,|1ª|volta|" },
  { "ru", "Владимир Путин сказал: «Нет». 1990-е годы, из-за, т. е. так, г-н",
    "Владимир|Путин|сказал|:|«|Нет|»|.|1990-е|годы|,|из-за|,|т|.|е|.|так|,|г-н|" },
  { "el", "Η Αθήνα; Ναι. Το «σπίτι» του Γιώργου, 3,5%",
    "Η|Αθήνα|;|Ναι|.|Το|«|σπίτι|»|του|Γιώργου|,|3,5|%|" },
  { "ar", "ذهب الرئيس إلى القاهرة، هل جاء؟ نعم. ٢٠١٤",
    "ذهب|الرئيس|إلى|القاهرة|،|هل|جاء|؟|نعم|.|٢٠١٤|" },
  { "he", "ראש הממשלה אמר: \"כן\". צה\"ל, ארה״ב, ג'ירפה",
    "ראש|הממשלה|אמר|:|\"|כן|\"|.|צה\"ל|,|ארה״ב|,|ג'ירפה|" },
  { "hi", "वह दिल्ली गया। क्या? हाँ, 2014 में", "वह|दिल्ली|गया|।|क्या|?|हाँ|,|2014|में|" },
  { "vi", "Tiếng Việt có dấu, Nguyễn Văn A", "Tiếng|Việt|có|dấu|,|Nguyễn|Văn|A|" },
  { "tr", "İstanbul'da 5'te görüştük, TBMM'nin", "İstanbul'da|5'te|görüştük|,|TBMM'nin|" },
  { "und", "👍🏽 👨\u200D👩\u200D👧 ok 🇩🇪🇫🇷 1️⃣ ❤️!",
    "👍🏽|👨\u200D👩\u200D👧|ok|🇩🇪|🇫🇷|1️⃣|❤️|!|" },
  { "und", "é vs é, ﬁnance vs finance, ĳs", "é|vs|é|,|ﬁnance|vs|finance|,|ĳs|" },
  { "pl", "Zażółć gęślą jaźń, ul. Długa, np. 5 zł", "Zażółć|gęślą|jaźń|,|ul|.|Długa|,|np|.|5|zł|" },
  { "en", "tail\u200B end\uFEFF", "tail|end|" },
  { "en", "thin\u2009space and\u00A0no-break", "thin|space|and|no-break|" },
  { "en", "a\u202Fb", "a|b|" },
  { "en", "soft\u00ADhyphen", "soft\u00ADhyphen|" },
  { "en", "two  spaces\tand\ttabs", "two|spaces|and|tabs|" },
  { "en", "a\u2029b", "a|b|" },
  { "en", "1\u202F000 km", "1|000|km|" },
  { "en", "_", "_|" },
  { "en", "@", "@|" },
  { "en", "e\u0301te\u0301", "e\u0301te\u0301|" },
  { "en", "\u0301alone", "\u0301|alone|" },
  { "en", "$", "$|" },
  { "en", "-", "-|" },
  { "en", "5", "5|" },
  { "en", "\"", "\"|" },
  { "en", "O‛Neill", "O‛Neill|" },
  { "en", "x\u200By", "x|y|" },
  { "en", "−5 or 10−5", "−5|or|10|−|5|" },
  { "en", "−", "−|" },
  { "en", "3 − 2", "3|−|2|" },
  { "en", "—5", "—|5|" },
  { "en", "--5", "--|5|" },
  { "en", "the “U.S.” now", "the|“|U.S.|”|now|" },
  { "en", "(U.S.)", "(|U.S.|)|" },
  { "en", "word—“quote”", "word|—|“|quote|”|" },
  { "en", "Antidisestablishmentarianism, pneumonoultramicroscopicsilicovolcanoconiosis.",
    "Antidisestablishmentarianism|,|pneumonoultramicroscopicsilicovolcanoconiosis|.|" },
  { "en", "abcdefghijklmnop abcdefghijklmnopq", "abcdefghijklmnop|abcdefghijklmnopq|" },
  { "en", "naïveté’s", "naïveté’s|" },
  { "en", "…and", "…|and|" },
  { "en", "one…two", "one|…|two|" },
  { "en", "£1.2bn-a-year", "£1.2bn-a-year|" },
  { "en", "20-something", "20-something|" },
  { "en", "Al-Qaeda’s", "Al-Qaeda’s|" },
  { "en", "€1–2m", "€1–2m|" },
  { "nl", "'s avonds, zo'n, foto's, €5,-", "'|s|avonds|,|zo'n|,|foto's|,|€5|,|-|" },
  { "da", "1.000,50 kr.", "1.000,50|kr|.|" },
  { "fr", "1er, 2e, XXIe siècle, S.N.C.F.", "1er|,|2e|,|XXIe|siècle|,|S.N.C.F.|" },
  { "ru", "«Ёлка» — это да", "«|Ёлка|»|—|это|да|" },
  { "uk", "об’єднання п’ять", "об’єднання|п’ять|" },
  { "ar", "٪٥٠", "٪|٥٠|" },
  { "he", "\"שלום\", אמר", "\"|שלום|\"|,|אמר|" },
  { "hi", "₹500", "₹500|" },
  { "en", "100%", "100|%|" },
  { "en", "‰", "‰|" },
  { "ko", "한국어 텍스트입니다.", "한국어|텍스트입니다|.|" },
};

static void
test_words_are_a_readers (void)
{
  check (words, G_N_ELEMENTS (words), VR_QUIET_DEFAULT, VR_UNIT_WORD);
}

/* Dictionaries grow with each ICU; these words are in all of them. */
static void
test_scripts_without_spaces_are_cut_by_dictionary (void)
{
  static const Case found[] = {
    { "zh", "他昨天去了北京。今天回来了。", "|北京|。|今天|" },
    { "zh", "“你好”，他说：“再见！”", "“|你好|”|，|他|说|：|“|再见|！|”|" },
    { "ja", "東京都に住んでいます。", "東京|都|に|" },
    { "ja", "「はい」と言った。", "「|はい|」|と|" },
    { "ja", "コンピューターを買いました。", "コンピューター|を|" },
    { "th", "ฉันรักภาษาไทย", "ฉัน|รัก|ภาษา|ไทย|" },
    { "th", "ไม่เป็นไร 100 บาท", "|100|บาท|" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (found); i++)
    {
      g_autofree char *shown =
          show (found[i].text, VR_QUIET_DEFAULT, VR_UNIT_WORD, found[i].language);
      g_test_message ("%s", shown);
      g_assert_nonnull (strstr (shown, found[i].tokens));
    }
}

static void
test_characters_are_what_a_reader_counts (void)
{
  static const Case characters[] = {
    { "en", "a-5 hi, 1.5", "a|-|5|h|i|,|1|.|5|" },
    { "en", "wait... -- no", "w|a|i|t|...|--|n|o|" },
    { "fr", "\u00E9e\u0301", "\u00E9|e\u0301|" },
    { "zh", "東京 2", "東|京|2|" },
    { "th", "กำ", "กำ|" },
    { "ko", "한국", "한|국|" },
    { "und", "👨‍👩‍👧🇩🇪🇫🇷1️⃣",
      "👨‍👩‍👧|🇩🇪|🇫🇷|1️⃣|" },
    { "en", "co\u00ADop", "c|o|o|p|" },
  };
  check (characters, G_N_ELEMENTS (characters), VR_QUIET_DEFAULT, VR_UNIT_CHARACTER);
}

static void
test_punctuation_hides_in_gaps_when_asked_to (void)
{
  const guint quiet = VR_QUIET_DEFAULT | VR_QUIET_PUNCTUATION;
  static const Case hidden[] = {
    { "en", "It\u2019s \u201C5.0%\u201D, e-mail & AT&T -- really?",
      "It\u2019s|5.0|%|e-mail|&|AT&T|really|" },
    { "en", "-5 $5 (10 \u20135)\u2026 .5 1,000 +5 ~5 U.S.",
      "-5|$5|10|\u20135|.5|1,000|+|5|~|5|U.S.|" },
    { "en", "No. 5, \u00A75 #tag @me *", "No|5|\u00A7|5|#tag|@me|" },
    { "zh", "\u201C好\u201D。", "好|" },
  };
  check (hidden, G_N_ELEMENTS (hidden), quiet, VR_UNIT_WORD);
  static const Case characters[] = {
    { "en", "1.5 $5.0, x, y -- (5)", "1|.|5|$|5|.|0|x|y|(|5|" },
    { "en", "a -5", "a|-|5|" },
  };
  check (characters, G_N_ELEMENTS (characters), quiet, VR_UNIT_CHARACTER);
}

static void
test_strictly_space_counts (void)
{
  static const Case strict[] = {
    { "en", "a b", "a|b|" },
    { "en", "a  b", "a|  |b|" },
    { "en", "a\u00A0b", "a|\u00A0|b|" },
    { "en", "5 % (x)", "5| |%| |(|x|)|" },
    { "en", "5%(x)", "5|%|(|x|)|" },
    { "en", " x ", " |x| |" },
    { "en", "\u00E9 \u0434 5", "\u00E9|\u0434|5|" },
    { "zh", "他 昨天", "他| |昨天|" },
    { "en", "don't  stop", "don't|  |stop|" },
  };
  check (strict, G_N_ELEMENTS (strict), VR_QUIET_TYPOGRAPHIC, VR_UNIT_WORD);
}

static void
test_each_text_has_its_own_tokens (void)
{
  const char *texts[] = { "one two", "", "   ", "two three four" };
  static const guint32 firsts[] = { 0, 2, 2, 2, 5 };
  static const guint32 ids[] = { 0, 1, 1, 2, 3 };
  static const guint32 starts[] = { 0, 4, 0, 4, 10 };
  VrSlice slices[G_N_ELEMENTS (texts)];
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    slices[i] = (VrSlice){ texts[i], strlen (texts[i]) };
  g_autoptr (VrInterner) interner = vr_interner_new ();
  g_autoptr (VrTokens) tokens =
      vr_tokens_new (slices, G_N_ELEMENTS (slices), VR_QUIET_DEFAULT, VR_UNIT_WORD, "en", interner);
  g_assert_cmpuint (vr_tokens_get_n (tokens), ==, 5);
  g_assert_cmpmem (vr_tokens_peek_firsts (tokens), sizeof firsts, firsts, sizeof firsts);
  g_assert_cmpmem (vr_tokens_peek_ids (tokens), sizeof ids, ids, sizeof ids);
  g_assert_cmpmem (vr_tokens_peek_starts (tokens), sizeof starts, starts, sizeof starts);
  g_assert_cmpuint (vr_tokens_get_end (tokens, slices[0], 0, 1), ==, 7);
  g_assert_cmpuint (vr_tokens_get_end (tokens, slices[3], 3, 4), ==, 14);

  g_autoptr (VrTokens) none = vr_tokens_new (NULL, 0, 0, VR_UNIT_WORD, "en", interner);
  g_assert_cmpuint (vr_tokens_get_n (none), ==, 0);
  g_assert_cmpuint (vr_tokens_peek_firsts (none)[0], ==, 0);
}

static void
test_equal_texts_share_their_tokens (void)
{
  static const char *const beginnings[] = { "",          "a", "b", "ab", "a b", "alpha beta gamma",
                                            "alpha beta" };
  guint32 seed = g_test_rand_int_range (0, G_MAXINT32);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 200; round++)
    {
      guint n = (guint)g_rand_int_range (rand, 0, 300);
      g_autofree VrSlice *texts = g_new (VrSlice, n + 1);
      g_autoptr (GStringChunk) chunk = g_string_chunk_new (4096);
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *text = g_strdup_printf (
              "%s %d", beginnings[g_rand_int_range (rand, 0, G_N_ELEMENTS (beginnings))],
              g_rand_int_range (rand, 0, 40));
          texts[i] = (VrSlice){ g_string_chunk_insert (chunk, text), strlen (text) };
        }
      g_autoptr (VrInterner) interner = vr_interner_new ();
      g_autoptr (VrTokens) tokens =
          vr_tokens_new (texts, n, VR_QUIET_DEFAULT, VR_UNIT_WORD, "en", interner);
      const guint32 *numbers = vr_tokens_peek_numbers (tokens);
      guint32 n_numbers = 0;
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpuint (numbers[i], <=, n_numbers);
          n_numbers += numbers[i] == n_numbers;
          for (guint k = 0; k < i; k++)
            g_assert_cmpint (numbers[i] == numbers[k], ==,
                             g_str_equal (texts[i].text, texts[k].text));
        }
      g_assert_cmpuint (vr_tokens_get_n_numbers (tokens), ==, n_numbers);
    }
}

static void
test_marks_are_told_from_words (void)
{
  static const char *marks[] = { "?",   "--",     "\"",     "\u201C", "\u2026",
                                 "...", "\u00AB", "\u3002", "-",      "*" };
  static const char *others[] = { "",  "%",    "$",      "+", "\u2212", "&",  "5",
                                  "a", "U.S.", "\u00B0", "~", "_",      "-5", "#" };
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    g_assert_true (vr_token_is_punctuation ((VrSlice){ marks[i], strlen (marks[i]) }));
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (vr_token_is_punctuation ((VrSlice){ others[i], strlen (others[i]) }));
}

static void
test_monsters_end (void)
{
  static const char *parts[] = { "a",      "-",      ".",  "'",      "\u0301", "\u00AD",
                                 "\u2026", "a.",     "a-", "5:",     "(",      "\u200D",
                                 "\u0E01", "\u4E00", "$",  "\u2014", "!",      "www.a!A" };
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) text = g_string_new ("x");
      while (text->len < 300000)
        g_string_append (text, parts[i]);
      VrSlice slice = { text->str, text->len };
      g_autoptr (VrInterner) interner = vr_interner_new ();
      for (guint unit = VR_UNIT_WORD; unit <= VR_UNIT_CHARACTER; unit++)
        {
          g_autoptr (VrTokens) tokens =
              vr_tokens_new (&slice, 1, VR_QUIET_DEFAULT, unit, "en", interner);
          g_assert_cmpuint (vr_tokens_get_n (tokens), >, 0);
        }
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tokens/words are a reader's", test_words_are_a_readers);
  g_test_add_func ("/tokens/scripts without spaces are cut by dictionary",
                   test_scripts_without_spaces_are_cut_by_dictionary);
  g_test_add_func ("/tokens/characters are what a reader counts",
                   test_characters_are_what_a_reader_counts);
  g_test_add_func ("/tokens/punctuation hides in gaps when asked to",
                   test_punctuation_hides_in_gaps_when_asked_to);
  g_test_add_func ("/tokens/strictly space counts", test_strictly_space_counts);
  g_test_add_func ("/tokens/each text has its own tokens", test_each_text_has_its_own_tokens);
  g_test_add_func ("/tokens/equal texts share their tokens", test_equal_texts_share_their_tokens);
  g_test_add_func ("/tokens/marks are told from words", test_marks_are_told_from_words);
  g_test_add_func ("/tokens/monsters end", test_monsters_end);
  return g_test_run ();
}
