/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which languages in Latin letters a text may be in, by the little words that each is full of. */
#include "vr-function-words.h"

#include <string.h>

/* Longer than any word of the table. */
#define MAX_WORD_BYTES 16

/* The commonest words of running text, by language (the names are libexttextcat's). */
static const struct
{
  const char *name;
  const char *words;
} languages[] = {
  { "en", "the of and to in is that for was with he it on as are his be by at from has not this" },
  { "de", "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch" },
  { "fr", "de la le et les des en un une du dans est que qui pour par sur au pas plus ce il ne" },
  { "es", "de la que el en y los del se las por un para con no una su al es lo como más o" },
  { "it", "di e il la che in un per è una del della sono con non si da dei le al nel gli ha" },
  { "pt", "de a o que e do da em um para com não uma os no se na por mais as dos ao das à" },
  { "nl", "de van het een en in is dat op te zijn met voor niet aan er om hij ook als bij naar" },
  { "sv", "och i att det som en på är av för med till den har inte om ett han de var sig" },
  { "da", "og i at det er en den til på som med for af der de ikke har han et blev ved var" },
  { "nb", "og i det er en på som til at for med av den har ikke de et fra han om ble var seg" },
  { "nn", "og i det er ein på som til at for med av den har ikkje dei eit frå han om vart ho" },
  { "fi", "ja on ei se että oli hän joka mutta myös ovat tai kun sen niin mukaan kuin ole siitä" },
  { "is", "og að í á sem er til við um með var en fyrir ekki hann af það því eru frá hún" },
  { "pl", "w i na z się do nie że jest to o jak po od za przez dla są oraz który ale co jego" },
  { "cs", "a v se na je že s z do o to i pro by ve po jsou za jako od bylo ale který před při" },
  { "sk", "a v sa na je že s z do o to aj pre by vo po sú za ako od bolo ale ktorý pred pri" },
  { "hu", "a az és hogy nem is egy ez volt de meg csak már van vagy mint ki el szerint még" },
  { "ro", "de și în a la cu pe care din o un nu că pentru este mai au sau fi prin ale lui" },
  { "tr", "ve bir bu da de için ile olarak çok daha olan gibi kadar ne en sonra ancak var her" },
  { "az", "və bir bu da də üçün ilə olan kimi çox daha hər onun o isə sonra qədər ki var" },
  { "hr", "i u je na se da za su od s koji kao bi iz o ili što ne će te nije to koja do" },
  { "sl", "in je v na za se da so ki z pa od tudi kot ne po s bi ni pri ali to o iz do" },
  { "et", "ja on ei et see oli ka mis kui oma aga või ta ning seda selle mida kes olid tema" },
  { "lv", "un ir no ar par uz ka kas to tā bet pie arī vai lai kā bija nav viņš gan pēc" },
  { "lt", "ir yra kad į su iš kaip tai bet jo ar buvo nuo apie už po dėl per tik taip ne" },
  { "sq", "të e në dhe për i një me që nga është si do se ka më u nuk kanë janë në" },
  { "id",
    "yang dan di dengan untuk dari pada ini dalam itu akan tidak adalah oleh telah juga karena" },
  { "ms",
    "yang dan di dengan untuk dari pada ini dalam itu akan tidak adalah oleh telah beliau kerana" },
  { "vi", "và của là các có được trong cho một không với những này người đã đến khi để ở" },
  { "ca", "de la i que el en a per els un amb del una les és no al dels va ha més com seva" },
  { "gl", "de a e o que do da en un os para con unha non no se na por máis as dos ao é" },
  { "eu", "eta da ez du bat ere izan den dira dute zen egin edo hau baina zuen dela duen" },
  { "af", "die van en in het is dat vir nie met op te wat sy om as aan hy ook word nog" },
  { "ga", "an na agus ar i a go is le do ag bhí sé mar den sin níl atá gan bhfuil ó" },
  { "cy", "y a yn i o ar yr mae wedi am ei oedd bod gan hefyd eu fel hyn gyda sydd" },
  { "lb", "de d'an an a vun den op dat ass mat fir net ze sech och hunn gouf eng" },
  { "mt", "il li ta u fil minn tal din hu dan kien biex mill għal kienet dwar fuq hija" },
  { "eo", "la de kaj en estas al por ne ke kun pri li ĝi sed kiu ankaŭ el tiu per oni" },
  { "la", "et in est non ut ad cum ex quod sed qui ab esse si enim atque sunt hoc per" },
  { "sw", "ya na wa kwa ni katika za la kuwa cha hii yake huo au kama watu kila vya bila" },
  { "tl", "ang ng sa na mga at ay si ni para hindi ito kung may isang kanyang siya mula" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (languages) <= 64);

/* Which languages a word belongs to, as a bit set of positions in the table. */
static GHashTable *
build_index (void)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_auto (GStrv) words = g_strsplit (languages[i].words, " ", -1);

      for (guint j = 0; words[j] != NULL; j++)
        {
          guint64 *set = g_hash_table_lookup (index, words[j]);

          if (set == NULL)
            {
              set = g_new0 (guint64, 1);
              g_hash_table_insert (index, g_strdup (words[j]), set);
            }
          *set |= G_GUINT64_CONSTANT (1) << i;
        }
    }
  return index;
}

static void
count_word (GHashTable *index, const char *word, gsize n_bytes, guint *counts)
{
  char key[MAX_WORD_BYTES + 1];
  const guint64 *set;

  if (n_bytes > MAX_WORD_BYTES)
    return;
  memcpy (key, word, n_bytes);
  key[n_bytes] = '\0';
  key[0] = g_ascii_tolower (key[0]);
  set = g_hash_table_lookup (index, key);
  if (set != NULL)
    for (guint64 left = *set; left != 0; left &= left - 1)
      counts[__builtin_ctzll (left)]++;
}

/* A word here is what stands between ASCII characters that are no letters. */
static guint
count_words (const GString *sample, guint *counts)
{
  static GHashTable *index;
  const char *p = sample->str, *end = p + sample->len;
  guint n_words = 0;

  if (g_once_init_enter (&index))
    g_once_init_leave (&index, build_index ());
  while (p < end)
    {
      const char *start = p;

      while (p < end && ((guint8)*p >= 0x80 || g_ascii_isalpha (*p)))
        p++;
      if (p > start)
        {
          count_word (index, start, p - start, counts);
          n_words++;
        }
      p++;
    }
  return n_words;
}

guint
vr_function_words_rank (const GString *sample, const char **names, guint n_names)
{
  guint counts[G_N_ELEMENTS (languages)] = { 0 };
  guint n_words = count_words (sample, counts), n_best = 0, n = 0;

  for (; n < n_names; n++)
    {
      guint best = 0;

      for (guint i = 1; i < G_N_ELEMENTS (languages); i++)
        if (counts[i] > counts[best])
          best = i;
      if (n == 0)
        n_best = counts[best];
      if (counts[best] == 0 || counts[best] * 10 < n_best * 9)
        break;
      names[n] = languages[best].name;
      counts[best] = 0;
    }
  names[n] = NULL;
  return n_words > 0 ? n_best * 100 / n_words : 0;
}
