/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text is read in the encoding that it is in: as its bytes tell, as it says, as the server says.
 */
#include "check-text.h"
#include "vr-charset-declared.h"
#include "vr-charset-labels.h"

#include <string.h>

#define REPLACED "\xEF\xBF\xBD"

/* A text of a few lines, and the encodings of iconv in which people have kept such texts. */
typedef struct
{
  const char *language;
  const char *text;
  const char *encodings;
} Sample;

static const Sample samples[] = {
  { "German",
    "Der Zug nach Tübingen fährt heute später ab, weil die Strecke überschwemmt ist.\n"
    "Reisende müssen in Plochingen umsteigen und größere Verzögerungen einplanen.\n",
    "CP1252 ISO-8859-15 CP850 CP437 MACINTOSH ISO-8859-2 CP852" },
  { "French",
    "La fête a été annulée à cause des élèves malades ; le maire l'a annoncé très tôt.\n"
    "Où iront les bénévoles ? Personne ne l'a encore décidé.\n",
    "CP1252 ISO-8859-15 CP850 MACINTOSH CP863" },
  { "French with its ligature", "Ma sœur a un cœur en or, et son œuvre est déjà connue à Liège.\n",
    "CP1252 ISO-8859-15 MACINTOSH" },
  { "Spanish",
    "El niño soñó que volvía a la montaña con su tía. ¿Quién lo acompañaría mañana?\n"
    "Según la vecina, nadie más había salido de la habitación.\n",
    "CP1252 CP850 MACINTOSH" },
  { "Portuguese",
    "A estação ficou fechada até às três, e ninguém sabia a razão da demora.\n"
    "As crianças não puderam ir à escola, porque a ponte está em construção.\n",
    "CP1252 CP850 CP860 MACINTOSH" },
  { "Danish", "Børnene gik hjem over åen, før mørket faldt på. Så blev der stille på gården.\n",
    "CP1252 CP850 MACINTOSH CP865" },
  { "Icelandic",
    "Þegar veðrið batnaði fórum við út á sjó með afa og veiddum þorsk í öðrum firði.\n",
    "CP1252 CP861" },
  { "Polish",
    "Wczoraj wieczorem cała rodzina usiadła przy dużym stole, żeby porozmawiać o podróży.\n"
    "Gdzieś daleko słychać było pociąg, a księżyc świecił jaśniej niż zwykle.\n",
    "CP1250 ISO-8859-2 CP852 MAC-CENTRALEUROPE" },
  { "Czech",
    "Příští týden začne v městském divadle nová hra o životě horníků.\n"
    "Vstupenky jsou už téměř vyprodané, říká ředitelka, a těší se na první večer.\n",
    "CP1250 ISO-8859-2 CP852 MAC-CENTRALEUROPE" },
  { "Hungarian",
    "A tegnapi vihar után több fa is kidőlt, és az erdőben járó turistákat mentőkkel vitték le.\n"
    "Az út délután újra járható lesz, de a hűvös idő még egy hétig tart.\n",
    "CP1250 ISO-8859-2 CP852" },
  { "Croatian",
    "Učenici će sljedeći tjedan posjetiti muzej, a nakon toga šetati će uz rijeku.\n"
    "Većina njih još nikada nije vidjela tako stare građevine.\n",
    "CP1250 ISO-8859-2 CP852" },
  { "Latvian",
    "Rīt mēs brauksim uz jūru, jo tur būs mazāk cilvēku un gaiss ir tīrāks nekā pilsētā.\n",
    "CP1257 ISO-8859-13 CP775" },
  { "Turkish",
    "Çocuklar bahçede oynarken yağmur başladı, hepsi koşarak içeri girdi.\n"
    "Annesi onlara sıcak süt verdi ve pencereyi açık bıraktı.\n",
    "CP1254 CP857 MACTURKISH" },
  { "Russian",
    "Вчера вечером мы долго сидели у окна и смотрели, как идёт снег.\n"
    "Потом пришёл сосед и рассказал, что дорогу закрыли до утра.\n",
    "CP1251 KOI8-R ISO-8859-5 CP866 MAC-CYRILLIC CP855" },
  { "Ukrainian",
    "Учора ввечері діти гралися біля річки, а їхні батьки чекали на березі.\n"
    "Її сестра приїхала пізніше, бо автобус зламався.\n",
    "CP1251 KOI8-U CP1125" },
  { "Bulgarian", "Вчера вечерта валя сняг и пътят към града беше затворен чак до сутринта.\n",
    "CP1251 ISO-8859-5 CP866" },
  { "Greek",
    "Χθες το βράδυ καθίσαμε πολλή ώρα στο παράθυρο και κοιτούσαμε τη βροχή.\n"
    "Ύστερα ήρθε ο γείτονας και μας είπε ότι ο δρόμος θα μείνει κλειστός.\n",
    "CP1253 ISO-8859-7 CP737" },
  { "Hebrew", "אתמול בערב ישבנו זמן רב ליד החלון והסתכלנו בגשם היורד.\n",
    "CP1255 ISO-8859-8 CP862" },
  { "Arabic", "جلسنا مساء أمس طويلا قرب النافذة ننظر إلى المطر حتى الصباح.\n",
    "CP1256 ISO-8859-6" },
  { "Thai", "เมื่อวานตอนเย็นเรานั่งอยู่ริมหน้าต่างและมองดูฝนตกเป็นเวลานาน\n", "CP874 TIS-620" },
  { "Japanese", "昨日の夜、私たちは窓のそばに座って、雪が降るのを長い間見ていました。\n",
    "SHIFT_JIS EUC-JP ISO-2022-JP" },
  { "Simplified Chinese", "昨天晚上我们坐在窗边，看了很久的雪。后来邻居告诉我们道路要封闭。\n",
    "GB18030 GBK GB2312 HZ" },
  { "Traditional Chinese", "昨天晚上我們坐在窗邊，看了很久的雪。後來鄰居告訴我們道路要封閉。\n",
    "BIG5" },
  { "Korean", "어제 저녁에 우리는 창가에 앉아 오랫동안 눈이 내리는 것을 보았다.\n",
    "EUC-KR UHC JOHAB ISO-2022-KR" },
};

static void
test_sample (gconstpointer data)
{
  const Sample *sample = data;
  g_auto (GStrv) encodings = g_strsplit (sample->encodings, " ", -1);

  for (guint i = 0; encodings[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      gsize n_bytes;
      char *encoded = g_convert (sample->text, -1, encodings[i], "UTF-8", NULL, &n_bytes, &error);
      g_autoptr (GBytes) bytes = encoded != NULL ? g_bytes_new_take (encoded, n_bytes) : NULL;
      g_autoptr (VrText) text = NULL;

      if (bytes == NULL)
        {
          g_test_message ("%s: %s", encodings[i], error->message);
          g_assert_true (error->code == G_CONVERT_ERROR_NO_CONVERSION);
          continue;
        }
      text = vr_text_new_from_bytes (bytes, NULL, sample->language, &error);
      g_assert_no_error (error);
      check_text (text);
      g_test_message ("%s is read as %s", encodings[i], vr_text_get_encoding (text));
      g_assert_cmpstr (vr_text_peek (text, NULL), ==, sample->text);
      g_assert_cmpstr (vr_text_get_decided_by (text), ==, "statistics");
      g_assert_cmpuint (vr_text_get_n_replaced (text), ==, 0);
    }
}

static void
test_labels (void)
{
  static const struct
  {
    const char *label;
    const char *name;
  } cases[] = {
    { "latin1", "windows-1252" },
    { "ISO-8859-1", "windows-1252" },
    { " us-ascii\n", "windows-1252" },
    { "iso-8859-9", "windows-1254" },
    { "iso-8859-11", "windows-874" },
    { "dos-874", "windows-874" },
    { "windows-949", "EUC-KR" },
    { "ks_c_5601-1987", "EUC-KR" },
    { "x-sjis", "Shift_JIS" },
    { "x-x-big5", "Big5" },
    { "gb2312", "GBK" },
    { "iso-8859-8-i", "ISO-8859-8" },
    { "x-mac-cyrillic", "x-mac-cyrillic" },
    { "x-mac-ukrainian", "x-mac-cyrillic" },
    { "mac", "macintosh" },
    { "koi", "KOI8-R" },
    { "KOI8_U", "KOI8-U" },
    { "unicode-1-1-utf-8", "UTF-8" },
    { "utf8", "UTF-8" },
    { "cp866", "IBM866" },
    { "IBM850", "IBM850" },
    { "cp1252", "windows-1252" },
    { "437", "IBM437" },
    { "x-user-defined", "windows-1252" },
    { "no-such-encoding", NULL },
    { "", NULL },
    { "utf-8\"", NULL },
    { "a-name-that-is-far-longer-than-any-encoding-has-ever-had", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (vr_charset_by_label (cases[i].label, strlen (cases[i].label)), ==,
                     cases[i].name);
}

static void
test_declared (void)
{
  static const struct
  {
    const char *page;
    const char *name;
  } cases[] = {
    { "<meta charset=koi8-r>", "KOI8-R" },
    { "<META CHARSET = 'Windows-1251' >", "windows-1251" },
    { "<!DOCTYPE html><html><head><title>x</title><meta\ncharset=\"shift_jis\"/>", "Shift_JIS" },
    { "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-2'>", "ISO-8859-2" },
    { "<meta content='text/html; charset=iso-8859-2' http-equiv=Content-Type>", "ISO-8859-2" },
    { "<meta content='text/html; charset=iso-8859-2'>", NULL },
    { "<meta http-equiv=refresh content='5; charset=iso-8859-2'>", NULL },
    { "<!-- <meta charset=koi8-r> --><meta charset=gbk>", "GBK" },
    { "<!--><meta charset=gbk>", "GBK" },
    { "<a title='<meta charset=koi8-r>'><meta charset=gbk>", "GBK" },
    { "<metacharset=koi8-r>", NULL },
    { "<meta charset=none><meta charset=gbk>", "GBK" },
    { "<meta charset=koi8-r", NULL },
    { "<meta charset=utf-16>", "UTF-8" },
    { "<?xml version='1.0' encoding='iso-8859-5'?><x/>", "ISO-8859-5" },
    { "<?xml version=\"1.0\"?><x/>", NULL },
    { "no tag at all, only words about charset=koi8-r", NULL },
  };
  g_autoptr (GString) late = g_string_new ("<html><head>");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (vr_charset_declared ((const guint8 *)cases[i].page, strlen (cases[i].page)),
                     ==, cases[i].name);
  while (late->len < 3000)
    g_string_append (late, "<link rel=x>");
  g_string_append (late, "<script>s = '<meta charset=gbk>'</script><meta charset=koi8-r></head>"
                         "<body><meta charset=big5>");
  g_assert_cmpstr (vr_charset_declared ((const guint8 *)late->str, late->len), ==, "KOI8-R");
  g_assert_cmpstr (vr_charset_from_content_type ("text/html; Charset=\"EUC-KR\"; x=y"), ==,
                   "EUC-KR");
  g_assert_null (vr_charset_from_content_type ("text/html"));
}

typedef struct
{
  const char *name;
  const char *source;
  const char *content_type;
  const char *text;
  const char *encoding;
  const char *decided_by;
} WebCase;

static const WebCase web_cases[] = {
  { "a page is read as it says", "<meta charset=iso-8859-5><p>\xBC\xD8\xE0", NULL,
    "<meta charset=iso-8859-5><p>Мир", "ISO-8859-5", "declared" },
  { "the server is asked before the page", "<meta charset=koi8-r><p>\xBC\xD8\xE0",
    "text/html; charset=ISO-8859-5", "<meta charset=koi8-r><p>Мир", "ISO-8859-5", "http" },
  { "UTF-8 is UTF-8 whatever is said", "<meta charset=koi8-r><p>caf\xC3\xA9",
    "text/html; charset=ISO-8859-5", "<meta charset=koi8-r><p>café", "UTF-8", "utf-8" },
  { "what cannot be read as declared is not",
    "<meta charset=euc-jp><p>M\xFCller f\xE4hrt \xFC"
    "ber die Br\xFC"
    "cke",
    NULL, "<meta charset=euc-jp><p>Müller fährt über die Brücke", "windows-1252", "statistics" },
  { "a page that says what it is not",
    "<meta charset=iso-8859-1><p>\xF7\xDE\xC5\xD2\xC1 \xD7\xC5\xDE\xC5\xD2\xCF\xCD \xCD\xD9 "
    "\xC4\xCF\xCC\xC7\xCF \xD3\xC9\xC4\xC5\xCC\xC9 \xD5 \xCF\xCB\xCE\xC1 \xC9 "
    "\xD3\xCD\xCF\xD4\xD2\xC5\xCC\xC9, \xCB\xC1\xCB \xC9\xC4\xC5\xD4 \xD3\xCE\xC5\xC7.",
    NULL,
    "<meta charset=iso-8859-1><p>Вчера вечером мы долго сидели у окна и смотрели, как идет снег.",
    "KOI8-R", "statistics" },
};

static void
test_web (gconstpointer data)
{
  const WebCase *test = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (test->source, strlen (test->source));
  g_autoptr (GError) error = NULL;
  g_autoptr (VrText) text =
      vr_text_new_from_web (bytes, NULL, test->content_type, "a page", &error);

  g_assert_no_error (error);
  check_text (text);
  g_assert_cmpstr (vr_text_peek (text, NULL), ==, test->text);
  g_assert_cmpstr (vr_text_get_encoding (text), ==, test->encoding);
  g_assert_cmpstr (vr_text_get_decided_by (text), ==, test->decided_by);
}

/* Bytes of windows-1252 pasted into UTF-8 are read as such where that makes words. */
static void
test_stray_bytes (void)
{
  static const char source[] = "Déjà vu: caf\xE9, \x93quoted\x94 text \x96 na\xEFve \xC9t\xE9 "
                               "and 20 \x80 and a lost \xC3 and \xE2\x82 \xFF; été, août, forêt, "
                               "élève, fenêtre, très, brève, crème, château, reçu, déjà, où, là, "
                               "bâton, dîner, hôtel, goût, âge, île.";
  static const char expected[] =
      "Déjà vu: café, “quoted” text – naïve Été "
      "and 20 € and a lost " REPLACED " and " REPLACED " " REPLACED
      "; été, août, forêt, élève, fenêtre, très, brève, crème, château, reçu, "
      "déjà, où, là, bâton, dîner, hôtel, goût, âge, île.";
  static const guint8 strays[] = { 0xE9, 0x93, 0x94, 0x96, 0xEF, 0xC9, 0xE9, 0x80 };
  g_autoptr (GBytes) bytes = g_bytes_new_static (source, sizeof source - 1);
  g_autoptr (VrText) text = vr_text_new_from_bytes (bytes, NULL, "a page", NULL);
  const VrStrayByte *found;
  guint n_strays;

  g_assert_nonnull (text);
  check_text (text);
  g_assert_cmpstr (vr_text_peek (text, NULL), ==, expected);
  g_assert_cmpstr (vr_text_get_encoding (text), ==, "UTF-8");
  g_assert_cmpuint (vr_text_get_n_replaced (text), ==, 3);
  found = vr_text_peek_strays (text, &n_strays);
  g_assert_cmpuint (n_strays, ==, G_N_ELEMENTS (strays));
  for (guint i = 0; i < n_strays; i++)
    g_assert_cmpuint (found[i].byte, ==, strays[i]);
  g_assert_true (g_str_has_prefix (vr_text_peek (text, NULL) + found[0].offset, "é, “quoted"));
  g_assert_true (g_str_has_prefix (vr_text_peek (text, NULL) + found[7].offset, "€ and"));
}

static void
test_strays_behind_a_nul (void)
{
  static const char source[] = "un\0 caf\xE9 \xC3\xA9t\xC3\xA9 \xC3\xA0 \xC3\xA8";
  g_autoptr (GBytes) bytes = g_bytes_new_static (source, sizeof source - 1);
  g_autoptr (VrText) text = vr_text_new_from_bytes (bytes, NULL, "a page", NULL);
  guint n_strays;
  const VrStrayByte *found = vr_text_peek_strays (text, &n_strays);

  g_assert_cmpuint (n_strays, ==, 1);
  g_assert_true (g_str_has_prefix (vr_text_peek (text, NULL) + found[0].offset, "é été"));
}

/* What an encoding has no character for is a control character, as in every browser. */
static void
test_holes (void)
{
  static const struct
  {
    const char *bytes;
    const char *encoding;
    const char *text;
  } cases[] = {
    { "a\x81z\x80", "windows-1252", "a\xC2\x81z€" },
    { "a\x9Az", "windows-1253", "a\xC2\x9Az" },
    { "a\x83z", "windows-1250", "a\xC2\x83z" },
    { "\xCA\xE0", "windows-1255", "ֺא" },
    { "\xA2\xFF", "x-mac-cyrillic", "Ґ€" },
    { "\xF0\xDB", "macintosh", "\xEF\xA3\xBF€" },
    { "\xFF\x80", "windows-1258", "ÿ€" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].bytes, strlen (cases[i].bytes));
      g_autoptr (VrText) text = vr_text_new_from_bytes (bytes, cases[i].encoding, "holes", NULL);

      g_assert_nonnull (text);
      g_assert_cmpstr (vr_text_peek (text, NULL), ==, cases[i].text);
      g_assert_cmpuint (vr_text_get_n_replaced (text), ==, 0);
    }
}

/* UTF-16 and UTF-32 without a mark, in scripts whose bytes are no zeros. */
static void
test_wide_units (void)
{
  static const char *const names[] = { "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE" };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    for (guint j = 0; j < G_N_ELEMENTS (names); j++)
      {
        gsize n_bytes;
        char *encoded = g_convert (samples[i].text, -1, names[j], "UTF-8", NULL, &n_bytes, NULL);
        g_autoptr (GBytes) bytes = g_bytes_new_take (encoded, n_bytes);
        g_autoptr (VrText) text = vr_text_new_from_bytes (bytes, NULL, "wide", NULL);

        g_assert_nonnull (text);
        g_assert_cmpstr (vr_text_peek (text, NULL), ==, samples[i].text);
        g_assert_cmpstr (vr_text_get_encoding (text), ==, names[j]);
        g_assert_cmpstr (vr_text_get_decided_by (text), ==, "zeros");
      }
}

/* Tildes and braces in ASCII are no Chinese. */
static void
test_no_chinese (void)
{
  static const char source[] = "a shell's ~{user,home}/x and ~{a} or ~} and ~{abcd~} stay\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (source, sizeof source - 1);
  g_autoptr (VrText) text = vr_text_new_from_bytes (bytes, NULL, "shell", NULL);

  g_assert_cmpstr (vr_text_peek (text, NULL), ==, source);
  g_assert_cmpstr (vr_text_get_decided_by (text), ==, "utf-8");
}

/* What is no text in any encoding still shows, each byte of it. */
static void
test_noise (void)
{
  g_autoptr (GByteArray) noise = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (VrText) text = NULL;

  for (guint i = 0; i < 3000; i++)
    {
      guint8 byte = g_test_rand_int_range (0xA0, 0x100);

      g_byte_array_append (noise, &byte, 1);
    }
  bytes = g_bytes_new (noise->data, noise->len);
  text = vr_text_new_from_bytes (bytes, NULL, "noise", NULL);
  g_assert_nonnull (text);
  check_text (text);
  g_assert_cmpuint (vr_text_get_n_replaced (text), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/charset/told by its bytes/%s", samples[i].language);

      g_test_add_data_func (path, &samples[i], test_sample);
    }
  for (guint i = 0; i < G_N_ELEMENTS (web_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/charset/%s", web_cases[i].name);

      g_test_add_data_func (path, &web_cases[i], test_web);
    }
  g_test_add_func ("/charset/labels mean what they mean on the web", test_labels);
  g_test_add_func ("/charset/what a document says is found in all its head", test_declared);
  g_test_add_func ("/charset/stray bytes that make words are read", test_stray_bytes);
  g_test_add_func ("/charset/stray bytes keep their place behind U+0000", test_strays_behind_a_nul);
  g_test_add_func ("/charset/holes are control characters", test_holes);
  g_test_add_func ("/charset/wide units without a mark are told", test_wide_units);
  g_test_add_func ("/charset/ASCII is no Chinese", test_no_chinese);
  g_test_add_func ("/charset/noise is shown", test_noise);
  return g_test_run ();
}
