/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dateline is told from a sentence that merely has a dash. */
#include "vr-dateline.h"

/* A bar stands where the dateline ends; without one there is none. */
static const char *const cases[] = {
  "(CNN) -- |Talks began on Monday.",
  "(CNN)|Talks began on Monday.",
  "(CNN) — |Talks began on Monday.",
  "(CNN Business) |Talks began on Monday.",
  "(Reuters) - |Talks began on Monday.",
  "(AP) — |“We are ready,” she said.",
  "(XYZ) -- |Talks began on Monday.",
  "WASHINGTON (Reuters) - |The bank kept its rate.",
  "WASHINGTON (AP) — |The bank kept its rate.",
  "Washington (CNN) |The bank kept its rate.",
  "Washington (CNN) — |The bank kept its rate.",
  "JERUSALEM/GAZA (Reuters) - |Talks began.",
  "SALTMERE (The Harbour Post) — |The ferry is closed.",
  "LONDON (The Daily Whistle) – |The ferry is closed.",
  "NEW HAVEN, March 3 (The Evening Star) -- |The ferry is closed.",
  "DOVER, Del. (The Bee of Dover) — |The ferry is closed.",
  "OSLO (Harbour News) - |The ferry is closed.",
  "NEW YORK (Thomson Reuters Foundation) - |Talks began.",
  "LONDON, March 3 (Reuters) - |Shares fell.",
  "LONDON, March 3, 2019 (Reuters) - |Shares fell.",
  "ST. LOUIS (AP) — |The river rose.",
  "HAYWARD, Calif. (AP) — |The river rose.",
  "WASHINGTON, D.C. -- |The House voted.",
  "NEW YORK — |Stocks fell.",
  "NEW YORK — |$3 million was paid.",
  "SALT LAKE CITY — |Snow fell.",
  "PARIS — |“No,” he said.",
  "Dekalb, Ill. — |Two people came.",
  "NEW YORK, Nov. 19, 2019 (GLOBE NEWSWIRE) -- |Acme sold more.",
  "SAN FRANCISCO--(BUSINESS WIRE)--|Acme sold more.",
  "Berlin (dpa) - |Die Regierung tagt.",
  "Berlin (dpa/bb) – |Die Regierung tagt.",
  "Frankfurt am Main (dpa) - |Die Bank tagt.",
  "Kiel (dpa/lno) - |Im Norden regnet es.",
  "Wien (APA) – |Der Rat tagt.",
  "MÜNCHEN – |Die Stadt baut.",
  "PARIS, 3. März (AFP) – |Der Präsident reist ab.",
  "Hamburg (sid) - |Der Verein siegt.",
  "PARIS (AFP) - |Le ministre a parlé.",
  "Paris, 3 mars 2019 (AFP) – |Le ministre a parlé.",
  "ROMA (ANSA) - |Il governo cade.",
  "ROMA, 3 marzo (ANSA) - |Il governo cade.",
  "MADRID, 3 de marzo (EFE).- |El presidente viaja.",
  "Madrid (EFE).- |El presidente viaja.",
  "BUENOS AIRES — |El río creció.",
  "LISBOA, 3 março (Lusa) – |O governo caiu.",
  "Amsterdam (ANP) - |De raad vergadert.",
  "STOCKHOLM (TT) – |Regeringen faller.",
  "WARSZAWA (PAP) – |Rząd obraduje.",
  "МОСКВА, 3 мар - РИА Новости. |Совет собрался.",
  "МОСКВА, 3 марта. /ТАСС/. |Совет собрался.",
  "(서울=연합뉴스) 김가람 기자 = |정부는 오늘 발표했다.",
  "【ワシントン共同】|政府は発表した。",
  /* What only looks like one. */
  "Talks began on Monday.",
  "",
  "-",
  "(CNN)",
  "(Reuters) -",
  "(CNN) and others said so.",
  "(Applause) - Thank you.",
  "(AFP",
  "NOTE - The form is new.",
  "BREAKING — The bridge is closed.",
  "EXCLUSIVE: The bridge is closed.",
  "UPDATE (AP) - The bridge is closed.",
  "WATCH - The bridge is closed.",
  "NATO — the alliance — said no.",
  "IBM — which makes computers — said no.",
  "Hamlet — To be or not.",
  "Marie – Ich komme.",
  "He said - No.",
  "I - We shall see.",
  "In 1999 - The year began.",
  "- A point of a list",
  "– Oui, dit-il.",
  "— Нет, сказал он.",
  "12 - Twelve",
  "The House (of Commons) — It voted.",
  "NYT (The New York Times) — A newspaper of New York.",
  "TNYT (The New York Times) — A newspaper of New York.",
  "MACBETH (The King of Scotland) — Who did this?",
  "BENCH (Bench Press) – Three times ten.",
  "NOTE (The Harbour Post) — The form is new.",
  "The paper (The Harbour Post) — It was sold.",
  "He bought it (The Harbour Post) — A mistake.",
  "SALTMERE (The Harbour Post said so) — A mistake.",
  "SALTMERE (The Harbour Post) said so.",
  "The World Health Organization (WHO) - An agency of the United Nations.",
  "The mayor, who had been ill — Nobody knew it — came back.",
  "Well-known people (and others) came.",
  "Q - What is it?",
  "A — It is a cat.",
  "MAYOR: The meeting is open.",
  "Berlin ist groß – Hamburg auch.",
  "She lives in Paris - France is her home.",
  "「いいえ」と彼は言った。",
};

static void
test_dateline (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) parts = g_strsplit (cases[i], "|", 2);
      g_autofree char *text = g_strjoinv ("", parts);
      gsize expected = parts[0] != NULL && parts[1] != NULL ? strlen (parts[0]) : 0;
      gsize found = vr_dateline_measure ((VrSlice){ text, strlen (text) });

      if (found != expected)
        {
          g_test_message ("%s: %zu bytes instead of %zu", cases[i], found, expected);
          g_test_fail ();
        }
    }
}

/* It reads no further than the paragraph, wherever that ends. */
static void
test_ends (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize n = 0; n <= strlen (cases[i]); n++)
      if ((cases[i][n] & 0xC0) != 0x80)
        {
          g_autofree char *copy = g_memdup2 (cases[i], MAX (n, 1));

          g_assert_cmpuint (vr_dateline_measure ((VrSlice){ copy, n }), <=, n);
        }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dateline/cases", test_dateline);
  g_test_add_func ("/dateline/ends", test_ends);
  return g_test_run ();
}
