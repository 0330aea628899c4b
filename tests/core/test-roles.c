/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pasted page is told from a text, and what is the page's from what is the article's. */
#include "vr-roles.h"

#include <string.h>

/* What a reader selected and pasted: "role|line"; blank lines stand between. */
static const char *const pages[][2] = {
  { "en", "nav|Skip to main content\n"
          "nav|Menu\n"
          "nav|Sign in\n"
          "nav|News\n"
          "nav|Sport\n"
          "headline|Council closes the old harbour bridge\n"
          "date|Updated 4:23 PM, Monday March 4, 2019\n"
          "body|The old harbour bridge was closed to all traffic on Monday after divers found "
          "cracks in two of its pillars, the council said.\n"
          "body|About four thousand people cross the bridge every day, and most of them will have "
          "to take the ferry until the pillars are mended.\n"
          "promo|Sign up for our newsletter\n"
          "body|“We looked at everything, and there was no other way,” said the engineer who led "
          "the work, adding that the steel was sound.\n"
          "related|READ MORE: Ferries to run until midnight\n"
          "body|The council hopes to open one lane again before the winter, but the money for it "
          "has not been found.\n"
          "related|Most read\n"
          "related|Ten walks along the coast\n"
          "related|Why the market moved\n"
          "footer|Privacy policy\n"
          "footer|Terms of use\n"
          "footer|© 2019 The Harbour Herald. All rights reserved.\n" },
  { "de", "nav|Zum Inhalt springen\n"
          "nav|Startseite\n"
          "nav|Anmelden\n"
          "headline|Rat sperrt die alte Brücke am Hafen\n"
          "date|Aktualisiert am 4. März 2019, 16:23\n"
          "body|Die alte Hafenbrücke ist seit Montag für den gesamten Verkehr gesperrt, weil "
          "Taucher Risse in zwei Pfeilern gefunden haben.\n"
          "body|Rund viertausend Menschen überqueren die Brücke jeden Tag, und die meisten müssen "
          "nun die Fähre nehmen, bis alles repariert ist.\n"
          "promo|Newsletter abonnieren\n"
          "body|„Wir haben alles geprüft, und es gab keinen anderen Weg“, sagte die Ingenieurin, "
          "die die Arbeiten leitet, am Abend vor dem Rat.\n"
          "related|Lesen Sie auch: Die Fähren fahren bis Mitternacht\n"
          "body|Der Rat hofft, noch vor dem Winter eine Spur wieder freizugeben, doch das Geld "
          "dafür ist bisher nicht gefunden.\n"
          "related|Das könnte Sie auch interessieren\n"
          "related|Zehn Wege an der Küste\n"
          "footer|Impressum\n"
          "footer|Datenschutz\n"
          "footer|© 2019 Hafenbote. Alle Rechte vorbehalten.\n" },
  { "fr", "nav|Aller au contenu principal\n"
          "nav|Accueil\n"
          "nav|Se connecter\n"
          "headline|Le conseil ferme le vieux pont du port\n"
          "date|Publié le 4 mars 2019 à 16:23\n"
          "body|Le vieux pont du port est fermé à toute circulation depuis lundi, car des "
          "plongeurs ont trouvé des fissures dans deux piliers.\n"
          "body|Environ quatre mille personnes traversent le pont chaque jour, et la plupart "
          "devront prendre le bac en attendant la fin des travaux.\n"
          "promo|Inscrivez-vous à la newsletter\n"
          "body|« Nous avons tout examiné et il n’y avait pas d’autre solution », a dit "
          "l’ingénieure qui dirige les travaux devant le conseil.\n"
          "related|À lire aussi : Les bacs circulent jusqu’à minuit\n"
          "body|Le conseil espère rouvrir une voie avant l’hiver, mais l’argent nécessaire n’a pas "
          "encore été trouvé.\n"
          "related|Les plus lus\n"
          "related|Dix promenades le long de la côte\n"
          "footer|Mentions légales\n"
          "footer|Politique de confidentialité\n"
          "footer|© 2019 Le Port. Tous droits réservés.\n" },
  { "es", "nav|Saltar al contenido principal\n"
          "nav|Inicio\n"
          "nav|Iniciar sesión\n"
          "headline|El consejo cierra el viejo puente del puerto\n"
          "date|Publicado el 4 de marzo de 2019 a las 16:23\n"
          "body|El viejo puente del puerto está cerrado al tráfico desde el lunes porque los buzos "
          "hallaron grietas en dos de sus pilares.\n"
          "body|Unas cuatro mil personas cruzan el puente cada día, y la mayoría tendrá que tomar "
          "el transbordador hasta que se repare todo.\n"
          "promo|Suscríbete a nuestro boletín\n"
          "body|«Lo miramos todo y no había otro camino», dijo la ingeniera que dirige las obras "
          "ante el consejo, que se reunió por la noche.\n"
          "related|Lee también: Los barcos salen hasta medianoche\n"
          "body|El consejo espera abrir un carril antes del invierno, pero el dinero necesario no "
          "se ha encontrado todavía.\n"
          "related|Lo más leído\n"
          "related|Diez paseos por la costa\n"
          "footer|Aviso legal\n"
          "footer|Política de privacidad\n"
          "footer|© 2019 El Puerto. Todos los derechos reservados.\n" },
  { "it", "nav|Vai al contenuto principale\n"
          "nav|Home\n"
          "nav|Accedi\n"
          "headline|Il consiglio chiude il vecchio ponte del porto\n"
          "date|Pubblicato il 4 marzo 2019 alle 16:23\n"
          "body|Il vecchio ponte del porto è chiuso al traffico da lunedì perché i sommozzatori "
          "hanno trovato crepe in due dei suoi piloni.\n"
          "body|Circa quattromila persone attraversano il ponte ogni giorno, e quasi tutte "
          "dovranno prendere il traghetto fino alla fine dei lavori.\n"
          "promo|Iscriviti alla newsletter\n"
          "body|«Abbiamo guardato tutto e non c’era altra strada», ha detto l’ingegnera che dirige "
          "i lavori davanti al consiglio della città.\n"
          "related|Leggi anche: I traghetti fino a mezzanotte\n"
          "body|Il consiglio spera di riaprire una corsia prima dell’inverno, ma i soldi necessari "
          "non sono stati ancora trovati.\n"
          "related|I più letti\n"
          "related|Dieci passeggiate lungo la costa\n"
          "footer|Note legali\n"
          "footer|Informativa sulla privacy\n"
          "footer|© 2019 Il Porto. Tutti i diritti riservati.\n" },
  { "pt", "nav|Ir para o conteúdo principal\n"
          "nav|Início\n"
          "nav|Iniciar sessão\n"
          "headline|O conselho fecha a velha ponte do porto\n"
          "date|Publicado em 4 de março de 2019 às 16:23\n"
          "body|A velha ponte do porto está fechada ao trânsito desde segunda-feira porque os "
          "mergulhadores encontraram fendas em dois pilares.\n"
          "body|Cerca de quatro mil pessoas atravessam a ponte todos os dias, e a maioria terá de "
          "apanhar o barco até ao fim das obras.\n"
          "promo|Inscreva-se na newsletter\n"
          "body|«Vimos tudo e não havia outro caminho», disse a engenheira que dirige as obras "
          "perante o conselho, que se reuniu à noite.\n"
          "related|Leia também: Os barcos até à meia-noite\n"
          "body|O conselho espera abrir uma faixa antes do inverno, mas o dinheiro necessário "
          "ainda não foi encontrado.\n"
          "related|Mais lidas\n"
          "related|Dez passeios ao longo da costa\n"
          "footer|Política de privacidade\n"
          "footer|Termos de uso\n"
          "footer|© 2019 O Porto. Todos os direitos reservados.\n" },
  { "nl", "nav|Direct naar de inhoud\n"
          "nav|Voorpagina\n"
          "nav|Inloggen\n"
          "headline|Raad sluit de oude brug bij de haven\n"
          "date|Gepubliceerd op 4 maart 2019 om 16:23\n"
          "body|De oude havenbrug is sinds maandag gesloten voor al het verkeer, omdat duikers "
          "scheuren in twee pijlers hebben gevonden.\n"
          "body|Ongeveer vierduizend mensen steken de brug elke dag over, en de meesten moeten nu "
          "de veerboot nemen tot alles is hersteld.\n"
          "promo|Schrijf je in voor de nieuwsbrief\n"
          "body|“We hebben alles bekeken en er was geen andere weg”, zei de ingenieur die het werk "
          "leidt, 's avonds tegen de gemeenteraad.\n"
          "related|Lees ook: De veerboten varen tot middernacht\n"
          "body|De raad hoopt nog voor de winter een rijstrook te openen, maar het geld daarvoor "
          "is nog niet gevonden.\n"
          "related|Meest gelezen\n"
          "related|Tien wandelingen langs de kust\n"
          "footer|Privacybeleid\n"
          "footer|Algemene voorwaarden\n"
          "footer|© 2019 De Haven. Alle rechten voorbehouden.\n" },
  { "pl", "nav|Przejdź do treści\n"
          "nav|Strona główna\n"
          "nav|Zaloguj się\n"
          "headline|Rada zamyka stary most w porcie\n"
          "date|Opublikowano: 4 marca 2019, 16:23\n"
          "body|Stary most w porcie jest od poniedziałku zamknięty dla całego ruchu, ponieważ "
          "nurkowie znaleźli pęknięcia w dwóch filarach.\n"
          "body|Około czterech tysięcy ludzi przechodzi przez most każdego dnia, a większość musi "
          "teraz pływać promem, aż wszystko zostanie naprawione.\n"
          "promo|Zapisz się na newsletter\n"
          "body|„Sprawdziliśmy wszystko i nie było innej drogi”, powiedziała wieczorem przed radą "
          "inżynierka, która kieruje pracami.\n"
          "related|Czytaj także: Promy pływają do północy\n"
          "body|Rada ma nadzieję otworzyć jeden pas jeszcze przed zimą, ale pieniędzy na to dotąd "
          "nie znaleziono.\n"
          "related|Najczęściej czytane\n"
          "related|Dziesięć spacerów po wybrzeżu\n"
          "footer|Polityka prywatności\n"
          "footer|Regulamin\n"
          "footer|© 2019 Port. Wszelkie prawa zastrzeżone.\n" },
  { "ru", "nav|Перейти к содержанию\n"
          "nav|Главная\n"
          "nav|Войти\n"
          "headline|Совет закрыл старый мост в гавани\n"
          "date|Опубликовано: 4 марта 2019, 16:23\n"
          "body|Старый мост в гавани с понедельника закрыт для всякого движения, потому что "
          "водолазы нашли трещины в двух его опорах.\n"
          "body|Около четырёх тысяч человек переходят мост каждый день, и большинству из них "
          "придётся ездить на пароме до конца ремонта.\n"
          "promo|Подпишитесь на нашу рассылку\n"
          "body|«Мы осмотрели всё, и другого пути не было», — сказала вечером на совете инженер, "
          "которая руководит работами на мосту.\n"
          "related|Читайте также: Паромы ходят до полуночи\n"
          "body|Совет надеется открыть одну полосу до зимы, но деньги на это пока не найдены, как "
          "сообщили в городе.\n"
          "related|Самое читаемое\n"
          "related|Десять прогулок по берегу\n"
          "footer|Политика конфиденциальности\n"
          "footer|Контакты\n"
          "footer|© 2019 Гавань. Все права защищены.\n" },
  { "ja",
    "nav|本文へスキップ\n"
    "nav|ホーム\n"
    "nav|ログイン\n"
    "headline|市議会、港の古い橋を閉鎖\n"
    "date|2019年3月4日 16:23\n"
    "body|"
    "港の古い橋は、二本の橋脚にひびが見つかったため、月曜日からすべての交通が止められていると市議会"
    "が発表した。\n"
    "body|"
    "橋を渡る人は一日におよそ四千人にのぼり、修理が終わるまで多くの人が渡し船に乗らなければならない"
    "。\n"
    "body|"
    "「すべてを調べたが、ほかに方法はなかった」と、工事を率いる技師は夜の議会で述べ、鋼材には問題が"
    "ないと付け加えた。\n"
    "body|議会は冬の前に一車線を開けたいとしているが、そのための費用はまだ見つかっていない。\n"
    "related|関連記事\n"
    "related|海岸沿いの十の散歩道\n"
    "footer|プライバシーポリシー\n"
    "footer|利用規約\n"
    "footer|© 2019 港新聞\n" },
};

static VrParagraphs *
cut (const char *content)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr (VrText) text = vr_text_new_from_bytes (bytes, "UTF-8", "text", NULL);

  return vr_paragraphs_new (text, VR_PARAGRAPHS_AUTO);
}

/* Judges @rows as they were pasted, with @gap between lines. */
static void
check_page (const char *language, const char *rows, const char *gap)
{
  g_auto (GStrv) lines = g_strsplit (rows, "\n", -1);
  g_autoptr (GString) content = g_string_new (NULL);
  g_autoptr (VrParagraphs) paragraphs = NULL;
  guint8 roles[64];
  const char *reasons[64];

  for (guint i = 0; *lines[i] != '\0'; i++)
    g_string_append_printf (content, "%s%s", strchr (lines[i], '|') + 1, gap);
  paragraphs = cut (content->str);
  g_assert_true (vr_roles_judge (paragraphs, language, roles, reasons));
  for (guint i = 0; i < vr_paragraphs_get_n (paragraphs); i++)
    {
      g_autofree char *expected = g_strndup (lines[i], strcspn (lines[i], "|"));

      if (!g_str_equal (expected, vr_role_get_nick (roles[i])))
        {
          g_test_message ("%s: %s is %s (%s)", language, lines[i], vr_role_get_nick (roles[i]),
                          reasons[i]);
          g_test_fail ();
        }
      g_assert_true ((roles[i] == VR_ROLE_BODY) == (reasons[i] == NULL));
    }
}

static void
test_pages (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    check_page (pages[i][0], pages[i][1], "\n\n");
}

/* Nobody knows the language of a text by its menu. */
static void
test_language_unknown (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_auto (GStrv) lines = g_strsplit (pages[i][1], "\n", -1);
      g_autoptr (GString) content = g_string_new (NULL);
      g_autoptr (VrParagraphs) paragraphs = NULL;
      guint8 roles[64];

      for (guint j = 0; *lines[j] != '\0'; j++)
        g_string_append_printf (content, "%s\n\n", strchr (lines[j], '|') + 1);
      paragraphs = cut (content->str);
      g_assert_true (vr_roles_judge (paragraphs, i % 2 == 0 ? NULL : "und", roles, NULL));
      for (guint j = 0; j < vr_paragraphs_get_n (paragraphs); j++)
        if (g_str_has_prefix (lines[j], "body|"))
          g_assert_cmpuint (roles[j], ==, VR_ROLE_BODY);
    }
}

/* Blank lines at the end say nothing. */
static void
test_trailing_lines (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *longer = g_strconcat (pages[i][1], "\n\n  \n\n", NULL);
      g_autoptr (VrParagraphs) a = cut (pages[i][1]), b = cut (longer);
      guint n = vr_paragraphs_get_n (a);
      guint8 roles[2][64];

      g_assert_cmpuint (n, ==, vr_paragraphs_get_n (b));
      g_assert_cmpint (vr_roles_judge (a, "en", roles[0], NULL), ==,
                       vr_roles_judge (b, "en", roles[1], NULL));
      g_assert_cmpmem (roles[0], n, roles[1], n);
    }
}

/* What stands above the text of one page, each time otherwise: "role|line". */
static const char *const heads[] = {
  "headline|Council closes the old harbour bridge\n"
  "byline|By Mary Weaver for The Valley Courier\n",
  "headline|Council closes the old harbour bridge\n"
  "byline|By Mary Weaver for The Valley Courier\n"
  "date|Monday March 4, 2019\n"
  "nav|Share\n"
  "caption|A quiet morning by the water, with nobody on the quay. Photo: Jonas Kiel\n",
  "headline|Council closes the old harbour bridge\n"
  "date|Monday March 4, 2019\n"
  "caption|Closed: four thousand people have to wait | Photo: Jonas Kiel/The Valley Courier\n",
  "byline|By Mary Weaver\n"
  "headline|Council closes the old harbour bridge\n"
  "date|Monday March 4, 2019\n",
  /* The line nearest to the text, and longest, is no headline: the text has none of its words. */
  "headline|Divers found cracks in the bridge\n"
  "dek|Our newsroom has won a prize, and here you can read why\n",
  /* Nor does a word like "Photo:" or "By" make a caption or a byline of one. */
  "headline|The story behind the photo: a bridge in danger\nbyline|By Mary Weaver\n",
  "headline|By Monday the council must close the bridge\ndate|Monday March 4, 2019\n",
};

/* Nothing between the headline and the text is taken for the headline. */
static void
test_heads (void)
{
  const char *rest = strstr (pages[0][1], "body|");

  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autofree char *page = g_strconcat (
          "nav|Skip to main content\nnav|Menu\nnav|Sign in\nnav|Sport\n", heads[i], rest, NULL);

      check_page ("en", page, "\n\n");
      check_page ("en", page, "\n");
    }
}

/* Whether what follows is the text's is told by its being sentences, however short. */
static void
test_short_ending (void)
{
  g_autoptr (GString) page = g_string_new (pages[0][1]);

  g_string_replace (page, "related|Most read\n",
                    "body|He has waited for years.\nbody|Nobody else came on Monday.\n"
                    "related|Most read\n",
                    1);
  check_page ("en", page->str, "\n\n");
}

typedef struct
{
  const char *text;
  VrRole role; /* of its second paragraph; the others are body */
} PointerCase;

static const PointerCase pointer_cases[] = {
  { "READ MORE: Ferries to run until midnight", VR_ROLE_RELATED },
  { "Read more: Ferries to run until midnight", VR_ROLE_RELATED },
  { "Lesen Sie auch: Die Fähren fahren bis Mitternacht", VR_ROLE_RELATED },
  { "À lire aussi : Les bacs circulent jusqu’à minuit", VR_ROLE_RELATED },
  { "Skip to main content", VR_ROLE_NAV },
  { "Read more books, said the teacher, and fewer newspapers.", VR_ROLE_BODY },
  { "Privacy policy", VR_ROLE_BODY },
  { "Most read", VR_ROLE_BODY },
  { "See also: the ferry", VR_ROLE_BODY },
  { "Opinion: divided", VR_ROLE_BODY },
  { "Newsletter", VR_ROLE_BODY },
};

/* In a text that is no page only what names itself is furniture. */
static void
test_pointers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pointer_cases); i++)
    {
      g_autofree char *content = g_strdup_printf (
          "The old harbour bridge was closed on Monday, and nobody knows for how long.\n\n%s\n\n"
          "The council hopes to open one lane again before the winter, it said.\n",
          pointer_cases[i].text);
      g_autoptr (VrParagraphs) paragraphs = cut (content);
      guint8 roles[8];

      g_assert_cmpint (vr_roles_judge (paragraphs, NULL, roles, NULL), ==,
                       pointer_cases[i].role != VR_ROLE_BODY);
      g_assert_cmpuint (roles[0], ==, VR_ROLE_BODY);
      g_assert_cmpuint (roles[1], ==, pointer_cases[i].role);
      g_assert_cmpuint (roles[2], ==, VR_ROLE_BODY);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roles/pages", test_pages);
  g_test_add_func ("/roles/language-unknown", test_language_unknown);
  g_test_add_func ("/roles/trailing-lines", test_trailing_lines);
  g_test_add_func ("/roles/heads", test_heads);
  g_test_add_func ("/roles/short-ending", test_short_ending);
  g_test_add_func ("/roles/pointers", test_pointers);
  return g_test_run ();
}
