/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that any sentence has: they join, and carry no meaning of their own. */
#include "vr-inline.h"
#include "vr-word-list.h"

#include <string.h>

/* Written from the grammar of each language: articles, prepositions, conjunctions, pronouns,
 * auxiliary verbs.  Negations are left out on purpose: they are never small change. */
static const struct
{
  const char *language;
  const char *words;
} lists[] = {
  { "en", " a an the of to in on at by for from with as and or but that this these those it its he "
          "his him she her they their them we our us you your i my me who which is are was were be "
          "been being has have had do does did will would can could may might shall should there "
          "than then so if when while into over after before about up out also " },
  { "de", " der die das den dem des ein eine einen einem einer eines und oder aber in im an am auf "
          "aus bei mit nach von vom zu zum zur für um über unter durch als wie dass daß er sie es "
          "wir ihr ihm ihn ihre sein seine sich ist sind war waren hat haben hatte wird werden "
          "wurde wurden auch so dann wenn da " },
  { "fr", " le la les l' un une des du de d' à au aux et ou mais en dans sur sous par pour avec "
          "comme que qu' qui dont ce cette ces cet il elle ils elles on nous vous se s' son sa ses "
          "leur leurs est sont était étaient a ont avait avaient être avoir y aussi si plus " },
  { "es",
    " el la los las un una unos unas de del a al y e o u pero en con por para como que se su "
    "sus lo le les él ella ellos ellas es son era eran ha han había ser este esta estos estas "
    "ese esa más también si " },
  { "it",
    " il lo la i gli le l' un uno una di del della dei delle dello a al alla ai alle da dal "
    "dalla in nel nella con su sul sulla per tra e ed o ma che chi cui si suo sua suoi è sono "
    "era erano ha hanno aveva questo questa anche se come più " },
  { "nl",
    " de het een van in op aan bij met voor naar uit om te en of maar dat die dit deze er hij "
    "zij ze het we wij hun hem haar zijn is was waren heeft hebben had wordt worden werd ook "
    "als dan zo " },
  { "pt", " o a os as um uma de do da dos das em no na nos nas a ao à e ou mas que se por para com "
          "como ele ela eles elas seu sua seus é são era eram foi tem têm tinha este esta também "
          "mais " },
  { "sv", " en ett den det de och eller men i på av för med till från om att som han hon de vi ni "
          "sin sitt sina är var har hade kan ska skulle också så då när " },
  { "pl",
    " i a o w we z ze na do od po za przez dla przy oraz lub ale że to ten ta te tego tej się "
    "jest są był była było były jego jej ich jak także też już " },
  { "ru", " и а но или в во на с со к ко от до по за из у о об при для что как это этот эта эти он "
          "она оно они его её ее их был была было были же бы так также " },
};

void
vr_stop_words_put (const char *language, VrInterner *interner, GArray *ids)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (strcmp (language, lists[i].language) == 0)
      vr_word_list_put (lists[i].words, FALSE, interner, ids);
}
