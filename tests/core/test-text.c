/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes of every encoding become text, and what is no text is refused in one sentence. */
#include "check-text.h"
#include "vr-error.h"

#include <string.h>

#define BYTES(literal) literal, sizeof literal - 1
#define REPLACED "\xEF\xBF\xBD"

typedef struct
{
  const char *name;
  const char *source;
  gsize n_source;
  const char *option;
  const char *text; /* NULL: refused */
  const char *encoding;
  const char *decided_by;
  guint n_replaced;
} DecodeCase;

static const DecodeCase decode_cases[] = {
  { "an empty file is an empty text", BYTES (""), NULL, "", "UTF-8", "empty", 0 },
  { "plain ASCII is UTF-8", BYTES ("plain\n"), NULL, "plain\n", "UTF-8", "utf-8", 0 },
  { "UTF-8 stays as it is", BYTES ("n\xC3\xA4mlich \xE2\x80\x94 \xF0\x9F\x98\x80"), NULL,
    "n\xC3\xA4mlich \xE2\x80\x94 \xF0\x9F\x98\x80", "UTF-8", "utf-8", 0 },
  { "a mark alone is an empty text", BYTES ("\xEF\xBB\xBF"), NULL, "", "UTF-8", "bom", 0 },
  { "a mark is not part of the text", BYTES ("\xEF\xBB\xBFtext"), NULL, "text", "UTF-8", "bom", 0 },
  { "a second mark is", BYTES ("\xEF\xBB\xBF\xEF\xBB\xBFx"), NULL, "\xEF\xBB\xBFx", "UTF-8", "bom",
    0 },
  { "UTF-16 with a mark, little end first", BYTES ("\xFF\xFEh\0\xE4\0\x3D\xD8\0\xDE"), NULL,
    "h\xC3\xA4\xF0\x9F\x98\x80", "UTF-16LE", "bom", 0 },
  { "UTF-16 with a mark, big end first", BYTES ("\xFE\xFF\0h\0\xE4\xD8\x3D\xDE\0"), NULL,
    "h\xC3\xA4\xF0\x9F\x98\x80", "UTF-16BE", "bom", 0 },
  { "UTF-32 with a mark, little end first", BYTES ("\xFF\xFE\0\0h\0\0\0\0\xF6\1\0"), NULL,
    "h\xF0\x9F\x98\x80", "UTF-32LE", "bom", 0 },
  { "UTF-32 with a mark, big end first", BYTES ("\0\0\xFE\xFF\0\0\0h\0\1\xF6\0"), NULL,
    "h\xF0\x9F\x98\x80", "UTF-32BE", "bom", 0 },
  { "UTF-16 with a mark and nothing else", BYTES ("\xFF\xFE"), NULL, "", "UTF-16LE", "bom", 0 },
  { "UTF-16 without a mark", BYTES ("t\0e\0x\0t\0\n\0"), NULL, "text\n", "UTF-16LE", "zeros", 0 },
  { "a lone surrogate is replaced", BYTES ("\xFF\xFE\x61\0\x00\xD8\x62\0\x63\0"), NULL,
    "a" REPLACED "bc", "UTF-16LE", "bom", 1 },
  { "a trailing surrogate is replaced", BYTES ("\xFF\xFE\x61\0\x62\0\x63\0\x00\xDC"), NULL,
    "abc" REPLACED, "UTF-16LE", "bom", 1 },
  { "a byte left over is replaced", BYTES ("\xFE\xFF\0\x61\0\x62\0\x63\0\x64\0"), NULL,
    "abcd" REPLACED, "UTF-16BE", "bom", 1 },
  { "a number above U+10FFFF is replaced", BYTES ("\0\0\xFE\xFF\0\0\0a\0\0\0b\0\0\0c\0\x11\0\0"),
    NULL, "abc" REPLACED, "UTF-32BE", "bom", 1 },
  { "U+0000 is replaced", BYTES ("one\0two\n"), NULL, "one" REPLACED "two\n", "UTF-8", "utf-8", 1 },
  { "U+0000 in UTF-16 is replaced", BYTES ("\xFF\xFE\x61\0\0\0\x62\0\x63\0"), NULL,
    "a" REPLACED "bc", "UTF-16LE", "bom", 1 },
  { "U+0000 behind a mark is replaced",
    BYTES ("\xEF\xBB\xBF"
           "a\0bc"),
    NULL, "a" REPLACED "bc", "UTF-8", "bom", 1 },
  { "stray bytes are replaced one by one",
    BYTES ("na\xC3\xAFve \xFF caf\xC3\xA9 d\xC3\xA9j\xC3\xA0"
           "\x80\n"),
    NULL, "na\xC3\xAFve " REPLACED " caf\xC3\xA9 d\xC3\xA9j\xC3\xA0" REPLACED "\n", "UTF-8",
    "utf-8", 2 },
  { "a character cut short is replaced once", BYTES ("\xC3\xA9t\xC3\xA9 \xE2\x82"), NULL,
    "\xC3\xA9t\xC3\xA9 " REPLACED, "UTF-8", "utf-8", 1 },
  { "a surrogate in UTF-8 is three stray bytes",
    BYTES ("\xC3\xA9\xC3\xA8\xC3\xA0\xC3\xB4\xC3\xBB\xC3\xAF \xED\xA0\x80!"), NULL,
    "\xC3\xA9\xC3\xA8\xC3\xA0\xC3\xB4\xC3\xBB\xC3\xAF " REPLACED REPLACED REPLACED "!", "UTF-8",
    "utf-8", 3 },
  { "control characters stay",
    BYTES ("a\x01"
           "b\x7F"
           "c and some more words\x1B[0m\n"),
    NULL,
    "a\x01"
    "b\x7F"
    "c and some more words\x1B[0m\n",
    "UTF-8", "utf-8", 0 },
  { "an escape is no Japanese by itself", BYTES ("price in \x1B$Big letters\n"), NULL,
    "price in \x1B$Big letters\n", "UTF-8", "utf-8", 0 },
  { "the option wins over the guess", BYTES ("caf\xE9"), "ISO-8859-1", "caf\xC3\xA9",
    "windows-1252", "option", 0 },
  { "the option wins over valid UTF-8", BYTES ("\xC3\xA9"), "windows-1252", "\xC3\x83\xC2\xA9",
    "windows-1252", "option", 0 },
  { "the option knows other spellings", BYTES ("caf\xE9"), "latin1", "caf\xC3\xA9", "windows-1252",
    "option", 0 },
  { "the option drops its own mark", BYTES ("\xEF\xBB\xBFx"), "utf_8", "x", "UTF-8", "option", 0 },
  { "UTF-16 by option takes the mark's side", BYTES ("\xFE\xFF\0x"), "UTF-16", "x", "UTF-16BE",
    "option", 0 },
  { "UTF-16 by option without a mark", BYTES ("x\0y\0"), "utf16", "xy", "UTF-16LE", "option", 0 },
  { "a surrogate that UTF-7 spells is replaced", BYTES ("a +2AA- b and some more"), "UTF-7",
    "a " REPLACED " b and some more", "UTF-7", "option", 1 },
  { "an encoding that nobody knows is refused", BYTES ("x"), "no-such-encoding", NULL, NULL, NULL,
    0 },
  { "a text that is not in the option's encoding is refused",
    BYTES ("\xE9\xE8 \xE0\xF4 \xE9\xE8 \xE0\xF4 \xE9\xE8 \xE0\xF4 \xE9\xE8 \xE0\xF4"), "UTF-8",
    NULL, NULL, NULL, 0 },
  { "a PDF document is refused", BYTES ("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj"), NULL, NULL, NULL,
    NULL, 0 },
  { "a ZIP archive is refused", BYTES ("PK\3\4\x14\0\6\0"), NULL, NULL, NULL, NULL, 0 },
  { "a PNG image is refused", BYTES ("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"), NULL, NULL, NULL, NULL, 0 },
  { "a JPEG image is refused", BYTES ("\xFF\xD8\xFF\xE0\0\x10JFIF"), NULL, NULL, NULL, NULL, 0 },
  { "a GIF image is refused", BYTES ("GIF89a\1\0\1\0"), NULL, NULL, NULL, NULL, 0 },
  { "a program is refused",
    BYTES ("\x7F"
           "ELF\2\1\1\0"),
    NULL, NULL, NULL, NULL, 0 },
  { "a gzip file is refused", BYTES ("\x1F\x8B\x08\0\0\0\0\0"), NULL, NULL, NULL, NULL, 0 },
  { "NULs alone are refused", BYTES ("\0\0\0\0\0\0\0\0"), NULL, NULL, NULL, NULL, 0 },
  { "control characters alone are refused", BYTES ("\1\2\3\4\5\6\7\1\2\3\4"), NULL, NULL, NULL,
    NULL, 0 },
};

/* A document that text can be taken out of is another matter than one that has none. */
static int
find_code (const char *name)
{
  static const char *const with_text[] = { "PDF", "ZIP", "gzip", "nobody knows", NULL };

  for (guint i = 0; with_text[i] != NULL; i++)
    if (strstr (name, with_text[i]) != NULL)
      return VR_ERROR_ENCODING;

  return VR_ERROR_NOT_TEXT;
}

static void
test_decoding (gconstpointer data)
{
  const DecodeCase *test = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (test->source, test->n_source);
  g_autoptr (GError) error = NULL;
  g_autoptr (VrText) text = vr_text_new_from_bytes (bytes, test->option, "some.file", &error);

  if (test->text == NULL)
    {
      g_assert_null (text);
      g_assert_true (error->domain == VR_ERROR);
      g_assert_cmpint (error->code, ==, find_code (test->name));
      g_assert_nonnull (strstr (error->message, "some.file"));
      g_assert_true (g_str_has_suffix (error->message, "."));
      return;
    }
  g_assert_no_error (error);
  check_text (text);
  g_assert_cmpstr (vr_text_peek (text, NULL), ==, test->text);
  g_assert_cmpstr (vr_text_get_encoding (text), ==, test->encoding);
  g_assert_cmpstr (vr_text_get_decided_by (text), ==, test->decided_by);
  g_assert_cmpuint (vr_text_get_n_replaced (text), ==, test->n_replaced);
  g_assert_cmpuint (vr_text_get_source_bytes (text), ==, test->n_source);
  g_assert_cmpstr (vr_text_get_name (text), ==, "some.file");
}

#define WESTERN                                                                                        \
  "Gestern fuhren wir über die Brücke nach Köln, weil das Museum ein größeres Gemälde zeigte. "  \
  "Später saßen wir müde im Café und hörten den Straßenmusikern zu; für fünf Stücke bekamen " \
  "sie höchstens zwölf Münzen. Natürlich wären wir länger geblieben."
#define CENTRAL                                                                                           \
  "Wczoraj wieczorem cała rodzina usiadła przy dużym stole, żeby porozmawiać o podróży. Gdzieś "  \
  "daleko słychać było pociąg, a księżyc świecił jaśniej niż zwykle. Później wszyscy poszli " \
  "spać, bo dzień był długi i męczący."
#define CYRILLIC                                                                                                                                                      \
  "Вчера вечером мы долго сидели у окна и смотрели, как идёт снег. Потом пришёл сосед и "          \
  "рассказал, что дорогу закрыли до утра. Никто не удивился, потому что зимой это случается " \
  "почти каждую неделю."
#define GREEK                                                                                                                                                  \
  "Χθες το βράδυ καθίσαμε πολλή ώρα στο παράθυρο και κοιτούσαμε τη βροχή. Ύστερα ήρθε ο " \
  "γείτονας και μας είπε ότι ο δρόμος θα μείνει κλειστός μέχρι το πρωί."
#define JAPANESE                                                                                                                               \
  "昨日の夜、私たちは窓のそばに座って、雪が降るのを長い間見ていました。それから隣の人が来て、朝" \
  "まで道が閉まっていると教えてくれました。冬にはよくあることなので、誰も驚きませんでした。"
#define CHINESE_SIMPLE                                                                                                                         \
  "昨天晚上我们坐在窗边，看了很久的雪。后来邻居来了，告诉我们道路要封闭到早上。没有人感到惊讶，" \
  "因为冬天几乎每个星期都会发生这样的事情。"
#define CHINESE_TRADITIONAL                                                                                                                    \
  "昨天晚上我們坐在窗邊，看了很久的雪。後來鄰居來了，告訴我們道路要封閉到早上。沒有人感到驚訝，" \
  "因為冬天幾乎每個星期都會發生這樣的事情。"
#define KOREAN                                                                                                                            \
  "어제 저녁에 우리는 창가에 앉아 오랫동안 눈이 내리는 것을 보았다. 그 뒤에 이웃이 와서 아침까지 " \
  "길이 막힌다고 말해 주었다. 겨울에는 거의 매주 있는 일이라 아무도 놀라지 않았다."
#define THAI "เมื่อวานตอนเย็นเรานั่งอยู่ริมหน้าต่างและมองดูฝนตกเป็นเวลานาน ต่อมาเพื่อนบ้านมาบอกว่าถนนจะปิดจนถึงเช้า"
#define HEBREW                                                                                                                                                   \
  "אתמול בערב ישבנו זמן רב ליד החלון והסתכלנו בגשם היורד. אחר כך בא השכן וסיפר לנו שהכביש " \
  "יהיה סגור עד הבוקר, ואיש לא הופתע."
#define ARABIC                                                                                                                                                             \
  "جلسنا مساء أمس طويلا قرب النافذة ننظر إلى المطر. ثم جاء الجار وأخبرنا أن الطريق سيبقى مغلقا " \
  "حتى الصباح، ولم يفاجأ أحد."

typedef struct
{
  const char *encoding;
  const char *text;
  gboolean is_guessed; /* right without the option, too */
} EncodingCase;

static const EncodingCase encoding_cases[] = {
  { "UTF-8", WESTERN, FALSE },          { "UTF-16LE", GREEK, FALSE },
  { "UTF-16BE", GREEK, FALSE },         { "UTF-32LE", GREEK, FALSE },
  { "UTF-32BE", GREEK, FALSE },         { "ISO-8859-1", WESTERN, TRUE },
  { "ISO-8859-2", CENTRAL, TRUE },      { "ISO-8859-5", CYRILLIC, TRUE },
  { "ISO-8859-7", GREEK, TRUE },        { "ISO-8859-8", HEBREW, TRUE },
  { "ISO-8859-15", WESTERN, TRUE },     { "ISO-8859-16", CENTRAL, TRUE },
  { "windows-1250", CENTRAL, TRUE },    { "windows-1251", CYRILLIC, TRUE },
  { "windows-1252", WESTERN, TRUE },    { "windows-1253", GREEK, TRUE },
  { "windows-1255", HEBREW, TRUE },     { "windows-1256", ARABIC, TRUE },
  { "windows-874", THAI, TRUE },        { "KOI8-R", CYRILLIC, TRUE },
  { "KOI8-U", CYRILLIC, TRUE },         { "IBM866", CYRILLIC, TRUE },
  { "IBM850", WESTERN, TRUE },          { "IBM852", CENTRAL, TRUE },
  { "Shift_JIS", JAPANESE, TRUE },      { "EUC-JP", JAPANESE, TRUE },
  { "ISO-2022-JP", JAPANESE, TRUE },    { "GB18030", CHINESE_SIMPLE, TRUE },
  { "GBK", CHINESE_SIMPLE, TRUE },      { "Big5", CHINESE_TRADITIONAL, TRUE },
  { "EUC-KR", KOREAN, TRUE },           { "macintosh", WESTERN, TRUE },
  { "x-mac-cyrillic", CYRILLIC, TRUE }, { "JOHAB", KOREAN, TRUE },
};

static GBytes *
encode (const char *text, const char *encoding)
{
  g_autoptr (GError) error = NULL;
  gsize n_bytes;
  const char *iconv_name = g_str_equal (encoding, "x-mac-cyrillic") ? "MAC-CYRILLIC" : encoding;
  char *bytes = g_convert (text, -1, iconv_name, "UTF-8", NULL, &n_bytes, &error);

  if (bytes == NULL)
    {
      g_test_message ("%s", error->message);
      return NULL;
    }
  return g_bytes_new_take (bytes, n_bytes);
}

static void
test_encoding (gconstpointer data)
{
  const EncodingCase *test = data;
  g_autoptr (GBytes) bytes = encode (test->text, test->encoding);
  g_autoptr (GError) error = NULL;
  g_autoptr (VrText) told = NULL, guessed = NULL;

  if (bytes == NULL)
    {
      g_test_skip ("this system's iconv has no such encoding");
      return;
    }
  told = vr_text_new_from_bytes (bytes, test->encoding, "some.file", &error);
  g_assert_no_error (error);
  check_text (told);
  g_assert_cmpstr (vr_text_peek (told, NULL), ==, test->text);
  g_assert_cmpstr (vr_text_get_decided_by (told), ==, "option");
  g_assert_cmpuint (vr_text_get_n_replaced (told), ==, 0);

  guessed = vr_text_new_from_bytes (bytes, NULL, "some.file", &error);
  if (guessed != NULL)
    check_text (guessed);
  if (!test->is_guessed)
    return;
  g_assert_no_error (error);
  g_assert_cmpstr (vr_text_get_decided_by (guessed), ==, "statistics");
  g_assert_cmpstr (vr_text_peek (guessed, NULL), ==, test->text);
}

/* Whatever comes, each byte that is no text shows, and what is valid stays as it is. */
static void
test_random_bytes (void)
{
  for (guint i = 0; i < 4000; i++)
    {
      guint n = g_test_rand_int_range (0, 300), kind = i % 4;
      g_autofree guint8 *noise = g_malloc (n + 1);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (VrText) text = NULL;

      for (guint j = 0; j < n; j++)
        noise[j] = kind == 0 ? g_test_rand_int_range (0, 256)
                   : kind == 1
                       ? "ab \n\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"[g_test_rand_int_range (0, 13)]
                   : kind == 2 ? g_test_rand_int_range (0x20, 0x100)
                               : "a\0b\xD8\xDC\n"[g_test_rand_int_range (0, 6)];
      bytes = g_bytes_new (noise, n);
      text = vr_text_new_from_bytes (bytes, NULL, "noise", NULL);
      if (text != NULL)
        check_text (text);
      g_clear_pointer (&text, vr_text_unref);
      text = vr_text_new_from_bytes (bytes, "UTF-8", "noise", NULL);
      if (text != NULL)
        check_text (text);
    }
}

static void
test_valid_text_is_unchanged (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      guint n = g_test_rand_int_range (1, 200);
      g_autoptr (GString) source = g_string_new (NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (VrText) text = NULL;

      for (guint j = 0; j < n; j++)
        {
          gunichar c = g_test_rand_int_range (0x20, j % 7 == 0 ? 0x110000 : j % 3 ? 0x7F : 0x3000);

          if (g_unichar_validate (c) && c != 0xFEFF)
            g_string_append_unichar (source, c);
        }
      bytes = g_bytes_new (source->str, source->len);
      text = vr_text_new_from_bytes (bytes, NULL, "text", NULL);
      g_assert_nonnull (text);
      g_assert_cmpstr (vr_text_peek (text, NULL), ==, source->str);
      g_assert_cmpuint (vr_text_get_n_replaced (text), ==, 0);
    }
}

/* The validator works in blocks: a wrong byte is found wherever it stands. */
static void
test_wrong_byte_anywhere (void)
{
  static const char *const kinds[] = { "abcdefgh", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80" };

  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    for (guint at = 0; at < 100; at++)
      {
        g_autoptr (GString) source = g_string_new (NULL);
        g_autoptr (GBytes) bytes = NULL;
        g_autoptr (VrText) text = NULL;

        while (source->len < 120)
          g_string_append (source, kinds[kind]);
        g_string_append (source, "\xC3\xA9\xC3\xA9");
        g_string_insert_len (source, at, "\xFF", 1);
        bytes = g_bytes_new (source->str, source->len);
        text = vr_text_new_from_bytes (bytes, "UTF-8", "text", NULL);
        g_assert_nonnull (text);
        check_text (text);
        g_assert_cmpuint (vr_text_get_n_replaced (text), >=, 1);
        g_assert_cmpuint (vr_text_get_n_replaced (text), <=, 5);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (decode_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/text/decoding/%s", decode_cases[i].name);

      g_test_add_data_func (path, &decode_cases[i], test_decoding);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (encoding_cases); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/text/a file in %s is read", encoding_cases[i].encoding);

      g_test_add_data_func (path, &encoding_cases[i], test_encoding);
    }
  g_test_add_func ("/text/any bytes are read or refused", test_random_bytes);
  g_test_add_func ("/text/valid text stays as it is", test_valid_text_is_unchanged);
  g_test_add_func ("/text/a wrong byte is found wherever it stands", test_wrong_byte_anywhere);
  return g_test_run ();
}
