/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language of a text of some lines is told; of too little text it is not. */
#include "vr-language.h"
#include "shared-data.h"

#include <string.h>

typedef struct
{
  const char *language;
  const char *text;
} LanguageCase;

static const LanguageCase language_cases[] = {
  { "en", "The road out of the village had been closed since the morning, and nobody who came down "
          "from the hills could say when it would open again, so the drivers sat in the shade." },
  { "de", "Die Straße aus dem Dorf war seit dem Morgen gesperrt, und niemand, der von den Hügeln "
          "herunterkam, konnte sagen, wann sie wieder frei sein würde; also warteten die Fahrer." },
  { "fr", "La route qui sort du village était fermée depuis le matin, et personne parmi ceux qui "
          "descendaient des collines ne pouvait dire quand elle serait ouverte à nouveau." },
  { "es", "La carretera que sale del pueblo estaba cerrada desde la mañana, y ninguno de los que "
          "bajaban de las colinas podía decir cuándo la volverían a abrir; así que esperaron." },
  { "it",
    "La strada che esce dal paese era chiusa dal mattino, e nessuno di quelli che scendevano "
    "dalle colline sapeva dire quando sarebbe stata riaperta; così gli autisti aspettarono." },
  { "pt", "A estrada que sai da aldeia estava fechada desde a manhã, e ninguém que descia das "
          "colinas sabia dizer quando ela seria aberta de novo; então os motoristas não saíram." },
  { "nl", "De weg uit het dorp was al sinds de ochtend afgesloten, en niemand die van de heuvels "
          "naar beneden kwam kon zeggen wanneer hij weer open zou gaan, dus wachtten zij." },
  { "sv",
    "Vägen ut ur byn hade varit avstängd sedan morgonen, och ingen av dem som kom ner från "
    "kullarna kunde säga när den skulle öppnas igen, så förarna satt i skuggan och väntade." },
  { "da",
    "Vejen ud af landsbyen havde været spærret siden om morgenen, og ingen af dem, der kom "
    "ned fra bakkerne, kunne sige, hvornår den ville blive åbnet igen, så de ventede af sig." },
  { "fi", "Kylästä lähtevä tie oli ollut suljettuna aamusta asti, eikä kukaan kukkuloilta alas "
          "tulleista osannut sanoa, milloin se taas avattaisiin, joten kuljettajat odottivat ja "
          "istuivat varjossa, mutta se ei ollut hauskaa." },
  { "pl",
    "Droga z wioski była zamknięta od rana i nikt z tych, którzy schodzili ze wzgórz, nie "
    "potrafił powiedzieć, kiedy zostanie otwarta, więc kierowcy siedzieli w cieniu i czekali." },
  { "cs", "Silnice z vesnice byla od rána uzavřená a nikdo z těch, kteří přišli z kopců, nedokázal "
          "říct, kdy se zase otevře, takže řidiči seděli ve stínu a čekali, jak to bylo zvykem." },
  { "hu", "A faluból kivezető út reggel óta le volt zárva, és senki azok közül, akik lejöttek a "
          "dombokról, nem tudta megmondani, hogy mikor nyitják meg újra, ezért csak ültek." },
  { "ro",
    "Drumul care iese din sat era închis de dimineață și nimeni dintre cei care coborau de pe "
    "dealuri nu putea să spună când va fi deschis din nou, așa că șoferii au stat la umbră." },
  { "tr", "Köyden çıkan yol sabahtan beri kapalıydı ve tepelerden inen hiç kimse bu yolun ne zaman "
          "yeniden açılacağını söyleyemiyordu, bu yüzden sürücüler gölgede oturup çok bekledi." },
  { "id", "Jalan keluar dari desa itu telah ditutup sejak pagi dan tidak ada orang yang turun dari "
          "bukit yang dapat mengatakan kapan jalan itu akan dibuka lagi untuk para sopir." },
  { "vi", "Con đường ra khỏi làng đã bị đóng từ sáng và không ai trong những người từ trên đồi "
          "xuống có thể nói khi nào nó được mở lại, cho nên các tài xế ngồi đợi trong bóng râm." },
  { "ca", "La carretera que surt del poble era tancada des del matí i cap dels que baixaven dels "
          "turons no podia dir quan la tornarien a obrir, i per això els conductors van esperar." },
  { "ru", "Дорога из деревни была закрыта с утра, и никто из тех, кто спускался с холмов, не мог "
          "сказать, когда её снова откроют, поэтому водители сидели в тени и ждали." },
  { "uk", "Дорога з села була закрита від ранку, і ніхто з тих, хто спускався з пагорбів, не міг "
          "сказати, коли її знову відкриють, тому водії сиділи в затінку й чекали." },
  { "bg",
    "Пътят от селото беше затворен от сутринта и никой от хората, които слизаха от хълмовете, "
    "не можеше да каже кога ще го отворят отново, затова шофьорите чакаха на сянка." },
  { "el", "Ο δρόμος έξω από το χωριό ήταν κλειστός από το πρωί." },
  { "he", "הדרך מן הכפר הייתה סגורה מאז הבוקר ואיש לא ידע מדוע." },
  { "ar", "كان الطريق الخارج من القرية مغلقا منذ الصباح ولم يعرف أحد السبب." },
  { "fa", "جاده از صبح بسته بود و کسی نمی‌دانست چرا." },
  { "ur", "گاؤں سے باہر جانے والی سڑک صبح سے بند تھی اور کسی کو معلوم نہیں تھا کہ کیوں۔" },
  { "hi", "गाँव से बाहर जाने वाली सड़क सुबह से बंद थी और किसी को नहीं पता था कि यह कब खुलेगी, इसलिए सब "
          "लोग छाया में बैठे रहे।" },
  { "th", "ถนนออกจากหมู่บ้านปิดมาตั้งแต่เช้าและไม่มีใครรู้ว่าทำไม" },
  { "ja", "村から出る道は朝から閉まっていて、誰も理由を知らなかった。" },
  { "ko", "마을에서 나가는 길은 아침부터 막혀 있었고 아무도 이유를 몰랐다." },
  { "zh", "从村子出去的路从早上起就封闭了，没有人知道为什么。" },
  { "ka", "სოფლიდან გამავალი გზა დილიდან დაკეტილი იყო." },
  { "und", "" },
  { "und", "12:30 – 14.50 (3 %) …" },
  { "und", "Hello there" },
  { "und", "Qwrtz plmk xyzzy bvcnq wrtpl gfdsk mnbvq trewq zxcvb asdfg hjklp poiuz." },
};

static void
test_language (gconstpointer data)
{
  const LanguageCase *test = data;

  g_assert_cmpstr (vr_language_detect ((VrSlice){ test->text, strlen (test->text) }), ==,
                   test->language);
}

/* What stands before and behind the article, as a licence in English, does not decide. */
static void
test_long_text (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 10; i++)
    g_string_append (text, language_cases[0].text);
  for (guint i = 0; i < 300; i++)
    g_string_append_printf (text, "%s\n", language_cases[2].text);
  for (guint i = 0; i < 10; i++)
    g_string_append (text, language_cases[0].text);
  g_assert_cmpstr (vr_language_detect ((VrSlice){ text->str, text->len }), ==, "fr");
}

static gpointer
detect_in_thread (gpointer data)
{
  for (guint i = 0; i < 50; i++)
    for (gsize j = GPOINTER_TO_UINT (data); j < G_N_ELEMENTS (language_cases); j++)
      test_language (&language_cases[j]);
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("detect", detect_in_thread, GUINT_TO_POINTER (i));
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
test_seeds (void)
{
  static const char *const names[] = { "000_2ff660b60fe53b3e.txt", "001_a1138dd64e220865.txt",
                                       "002_e0ac9c17155ba394.txt", "003_43cff2b3ea154ba1.txt",
                                       "004_acfd2d03c80d5158.txt" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *relative = g_build_filename ("seeds", names[i], NULL);
      g_autofree char *path = shared_path_or_skip (relative);
      g_autofree char *contents = NULL;
      gsize n_bytes;

      if (path == NULL)
        return;
      g_assert_true (g_file_get_contents (path, &contents, &n_bytes, NULL));
      g_assert_cmpstr (vr_language_detect ((VrSlice){ contents, n_bytes }), ==, "en");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (language_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/language/case %" G_GSIZE_FORMAT " is %s", i,
                                               language_cases[i].language);

      g_test_add_data_func (path, &language_cases[i], test_language);
    }
  g_test_add_func ("/language/the middle of a long text decides", test_long_text);
  g_test_add_func ("/language/threads may ask at once", test_threads);
  g_test_add_func ("/language/seeds are English", test_seeds);
  return g_test_run ();
}
