/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that deny, by language, written from each language's grammar. */
#include "vr-negations.h"

#define APOSTROPHE "\u2019"

static const VrNegations lists[] = {
  { "en", " not no never neither nor none nobody no-one nothing nowhere without cannot ", " ",
    "n't", NULL },
  { "de",
    " nicht nichts nie niemals niemand niemanden niemandem niemandes kein keine keinen keinem "
    "keiner keines keinerlei keineswegs keinesfalls ohne weder nirgends nirgendwo nein mitnichten ",
    " ", NULL, NULL },
  { "fr",
    " non pas jamais sans ni aucun aucune aucuns aucunes rien nul nulle nullement aucunement "
    "guère ",
    " ne ", NULL, "n'" },
  { "es", " no nunca jamás ni sin nadie nada ningún ninguno ninguna ningunos ningunas tampoco ",
    " ", NULL, NULL },
  { "it", " non no mai né senza nessun nessuno nessuna niente nulla neanche nemmeno neppure ", " ",
    NULL, NULL },
  { "pt", " não nunca jamais nem sem ninguém nada nenhum nenhuma nenhuns nenhumas tampouco ", " ",
    NULL, NULL },
  { "nl", " niet niets nooit niemand geen zonder noch nergens nee evenmin ", " ", NULL, NULL },
  { "sv", " inte ej icke aldrig ingen inget inga ingenting ingenstans utan varken nej ", " ", NULL,
    NULL },
  { "da", " ikke ej aldrig ingen intet ingenting ingensteds uden hverken nej ", " ", NULL, NULL },
  { "nb", " ikke aldri ingen intet ingenting ingensteds uten verken nei ", " ", NULL, NULL },
  { "no", " ikke aldri ingen intet ingenting ingensteds uten verken nei ", " ", NULL, NULL },
  { "nn", " ikkje aldri ingen inga inkje ingenting utan verken nei ", " ", NULL, NULL },
  { "pl",
    " nie nigdy nikt nikogo nikomu nikim nic niczego niczemu niczym bez ani nigdzie żaden żadna "
    "żadne żadnego żadnej żadnemu żadnym żadną żadnych żadnymi ",
    " ", NULL, NULL },
  { "ru",
    " не ни нет никогда никто никого никому никем ничто ничего ничему ничем никакой никакая "
    "никакое никакие никакого никакую никаких без нигде никуда нельзя ",
    " ", NULL, NULL },
  { "uk",
    " не ні ніколи ніхто нікого нікому ніщо нічого нічому без ніде немає нема жоден жодна жодне "
    "жодного жодної жодних ",
    " ", NULL, NULL },
  { "cs",
    " ne nikdy nikdo nikoho nikomu nic ničeho ničím bez ani není nejsou žádný žádná žádné "
    "žádného ",
    " ", NULL, NULL },
  { "el", " όχι δεν δε μη μην ούτε μήτε χωρίς δίχως ουδείς ουδέποτε ",
    " ποτέ κανείς κανένας καμία καμιά κανένα τίποτα τίποτε πουθενά ", NULL, NULL },
  { "fi", " ei en et emme ette eivät älä älkää ilman eikä eivätkä ", " ", NULL, NULL },
  { "hu", " nem ne soha senki senkit semmi semmit sem nincs nincsenek nélkül sehol ", " ", NULL,
    NULL },
  { "ro", " nu nici niciodată nimeni nimic fără niciun nicio nicăieri ", " ", NULL, "n-" },
  { "tr", " değil hayır yok hiç hiçbir asla ", " ", NULL, NULL },
  { "zh",
    " 不 没 没有 沒 沒有 無 无 不是 不会 不會 不能 不可 不得 不再 从不 從不 未 未能 非 并非 並非 "
    "绝不 絕不 勿 别 別 ",
    " ", NULL, NULL },
  { "ja", " ない なかった なく なし ません ぬ ず 無い 非 ", " ", NULL, NULL },
  { "ar", " لا لم لن ليس ليست ليسوا غير بدون دون ", " ", NULL, NULL },
  { "und",
    " not no never without cannot nicht kein keine nie ohne pas jamais sans non nunca não niet "
    "geen nooit inte aldrig ikke aldri bez не нет никогда без ",
    " ", "n't", NULL },
};

const VrNegations *
vr_negations_find (const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (strcmp (language, lists[i].language) == 0)
      return &lists[i];

  return NULL;
}

/* Whether @text starts as @affix does, in any case and with any apostrophe; @n: bytes they take. */
static gboolean
starts_with (VrSlice text, const char *affix, gsize *n)
{
  gsize at = 0;

  for (; *affix != '\0'; affix++)
    if (at < text.n_bytes && g_ascii_tolower (text.text[at]) == *affix)
      at++;
    else if (*affix == '\'' && text.n_bytes - at >= strlen (APOSTROPHE)
             && memcmp (text.text + at, APOSTROPHE, strlen (APOSTROPHE)) == 0)
      at += strlen (APOSTROPHE);
    else
      return FALSE;
  *n = at;

  return TRUE;
}

gboolean
vr_negations_has_suffix (const VrNegations *self, VrSlice key)
{
  gsize n_suffix, n;

  if (self->suffix == NULL || key.n_bytes == 0)
    return FALSE;
  n_suffix = strlen (self->suffix);
  if (g_ascii_tolower (key.text[key.n_bytes - 1]) != self->suffix[n_suffix - 1])
    return FALSE; /* spares nearly all keys the rest */
  for (gsize i = n_suffix; i < n_suffix + strlen (APOSTROPHE) && i < key.n_bytes; i++)
    if (starts_with ((VrSlice){ key.text + key.n_bytes - i, i }, self->suffix, &n) && n == i)
      return TRUE;

  return FALSE;
}

gboolean
vr_negations_has_prefix (const VrNegations *self, VrSlice key)
{
  gsize n;

  return self->prefix != NULL && starts_with (key, self->prefix, &n) && n < key.n_bytes;
}
