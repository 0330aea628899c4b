/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures datelines, by what newsrooms' style books say of them. */
#include "vr-dateline.h"

#include "vr-dateline-glance.h"

/* A dateline is no longer: three names, a date and an agency. */
#define MAX_BYTES 160
#define MAX_TOKENS 12
#define MAX_AGENCY_BYTES 48

/* As long as the longest word below; without pointers there is nothing to set at every start. */
#define LISTED_BYTES 24

/* Agencies that are not all capitals, in small letters, and those whose capitals other things
 * share; what stands before a slash or a space counts ("dpa/lno", "Reuters Life!"). */
static const char agencies[][LISTED_BYTES] = {
  "cnn",        "reuters", "ap",         "afp",     "upi",       "dpa",       "sid",
  "epd",        "kna",     "ots",        "apa",     "sda",       "tass",      "itar-tass",
  "efe",        "ansa",    "lusa",       "anp",     "belga",     "ritzau",    "ntb",
  "tt",         "pap",     "ctk",        "čtk",     "mti",       "stt",       "bns",
  "hina",       "tanjug",  "bta",        "aa",      "xinhua",    "kyodo",     "yonhap",
  "pti",        "ians",    "ani",        "bernama", "antara",    "bloomberg", "marketwatch",
  "cnbc",       "cnet",    "cna",        "kcna",    "sputnik",   "interfax",  "ria",
  "dpa-afx",    "awp",     "adnkronos",  "agi",     "europa",    "notimex",   "telam",
  "télam",      "prensa",  "associated", "agence",  "business",  "globe",     "globenewswire",
  "prnewswire", "pr",      "thomson",    "dw",      "bbc",       "npr",       "voa",
  "rfe/rl",     "axios",   "politico",   "tca",     "tns",       "mct",       "cp",
  "aap",        "nzpa",    "тасс",       "риа",     "интерфакс", "укринформ", "lts"
};

/* Small words in names of places, and months that are written small. */
static const char small_words[][LISTED_BYTES] = {
  "de",           "del",       "della",    "di",
  "da",           "do",        "das",      "dos",
  "la",           "le",        "les",      "el",
  "los",          "las",       "al",       "am",
  "an",           "der",       "den",      "dem",
  "im",           "in",        "bei",      "ob",
  "van",          "von",       "and",      "und",
  "et",           "y",         "e",        "i",
  "of",           "the",       "on",       "upon",
  "sur",          "sous",      "en",       "nad",
  "pod",          "th",        "st",       "nd",
  "rd",           "h",         "aan",      "zee",
  "janvier",      "février",   "mars",     "avril",
  "mai",          "juin",      "juillet",  "août",
  "septembre",    "octobre",   "novembre", "décembre",
  "enero",        "febrero",   "marzo",    "abril",
  "mayo",         "junio",     "julio",    "agosto",
  "septiembre",   "setiembre", "octubre",  "noviembre",
  "diciembre",    "gennaio",   "febbraio", "aprile",
  "maggio",       "giugno",    "luglio",   "settembre",
  "ottobre",      "dicembre",  "janeiro",  "fevereiro",
  "março",        "maio",      "junho",    "julho",
  "setembro",     "outubro",   "novembro", "dezembro",
  "januari",      "februari",  "maart",    "april",
  "mei",          "juni",      "juli",     "augustus",
  "september",    "oktober",   "november", "december",
  "januar",       "februar",   "marts",    "maj",
  "august",       "augusti",   "desember", "stycznia",
  "lutego",       "marca",     "kwietnia", "maja",
  "czerwca",      "lipca",     "sierpnia", "września",
  "października", "listopada", "grudnia",  "января",
  "февраля",      "марта",     "апреля",   "мая",
  "июня",         "июля",      "августа",  "сентября",
  "октября",      "ноября",    "декабря",  "янв",
  "фев",          "мар",       "апр",      "июн",
  "июл",          "авг",       "сен",      "окт",
  "ноя",          "дек"
};

/* What is set in capitals before a dash and is no place. */
static const char labels[][LISTED_BYTES] = {
  "note",      "notes",      "update",       "updated",    "breaking", "exclusive",  "watch",
  "opinion",   "analysis",   "warning",      "caution",    "question", "answer",     "editor",
  "file",      "photo",      "photos",       "video",      "live",     "correction", "corrected",
  "summary",   "conclusion", "introduction", "chapter",    "part",     "section",    "act",
  "scene",     "step",       "day",          "week",       "pros",     "cons",       "tip",
  "tips",      "important",  "attention",    "achtung",    "hinweis",  "eilmeldung", "kommentar",
  "interview", "video",      "frage",        "antwort",    "info",     "p.s",        "ps",
  "nb",        "todo",       "fixme",        "faq",        "faqs",     "tl;dr",      "review",
  "recap",     "preview",    "spoiler",      "spoilers",   "news",     "sports",     "weather",
  "yes",       "no",         "ok",           "okay",       "so",       "but",        "and",
  "oh",        "attenzione", "nota",         "aviso",      "atención", "attention",  "remarque",
  "opgelet",   "uwaga",      "важно",        "внимание",   "end",      "the",        "ingredients",
  "method",    "directions", "verse",        "chorus",     "bridge",   "int",        "ext",
  "narrator",  "host",       "moderator",    "speaker",    "q",        "a",          "i",
  "results",   "methods",    "objective",    "background", "aim"
};

/* What newspapers and stations are called; of the second list only behind "The". */
static const char outlets[][LISTED_BYTES] = { "news",      "times",     "post",     "tribune",
                                              "gazette",   "herald",    "journal",  "daily",
                                              "telegraph", "chronicle", "zeitung",  "anzeiger",
                                              "tageblatt", "examiner",  "inquirer", "newspaper" };
static const char outlets_with_article[][LISTED_BYTES] = {
  "advertiser", "argus",        "atlantic", "banner",      "beacon",    "bee",       "bulletin",
  "citizen",    "conversation", "courier",  "dispatch",    "echo",      "economist", "enquirer",
  "express",    "globe",        "guardian", "independent", "intercept", "leader",    "ledger",
  "mail",       "mercury",      "mirror",   "monitor",     "observer",  "press",     "record",
  "register",   "review",       "scotsman", "sentinel",    "spectator", "standard",  "star",
  "sun",        "verge",        "weekly"
};

/* As the Associated Press shortens them. */
static const char regions[][LISTED_BYTES] = {
  "Ala.",  "Ariz.", "Ark.", "Calif.", "Colo.", "Conn.", "Del.",  "D.C.",  "Fla.",  "Ga.",
  "Ill.",  "Ind.",  "Kan.", "Ky.",    "La.",   "Md.",   "Mass.", "Mich.", "Minn.", "Miss.",
  "Mo.",   "Mont.", "Neb.", "Nev.",   "N.H.",  "N.J.",  "N.M.",  "N.Y.",  "N.C.",  "N.D.",
  "Okla.", "Ore.",  "Pa.",  "R.I.",   "S.C.",  "S.D.",  "Tenn.", "Vt.",   "Va.",   "Wash.",
  "W.Va.", "Wis.",  "Wyo.", "Ont.",   "Que.",  "B.C.",  "Alta."
};

static gboolean
is_listed (const char *word, gsize n_bytes, const char (*list)[LISTED_BYTES], guint n,
           gboolean fold)
{
  char key[64];
  g_autofree char *lower = NULL;

  if (n_bytes == 0 || n_bytes >= sizeof key)
    return FALSE;
  memcpy (key, word, n_bytes);
  key[n_bytes] = '\0';
  lower = fold ? g_utf8_strdown (key, n_bytes) : g_strdup (key);
  for (guint i = 0; i < n; i++)
    if (g_str_equal (lower, list[i]))
      return TRUE;
  return FALSE;
}

#define IS_LISTED(word, n_bytes, list, fold)                                                       \
  is_listed (word, n_bytes, list, G_N_ELEMENTS (list), fold)

/* What stands before the dash. */
typedef struct
{
  const char *end;  /* of the paragraph */
  const char *at;   /* how far it was read */
  guint n_tokens;   /* names, numbers and small words */
  guint n_digits;   /* tokens that begin with a digit */
  guint n_capitals; /* words of the place, up to the first comma, in capitals alone */
  guint n_others;   /* its other words */
  gboolean has_comma, has_region, has_agency, knows_agency, has_outlet, has_month;
  gboolean is_label;
} Head;

static const char *
skip_spaces (const char *p, const char *end)
{
  while (p < end && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/* The dash at @p with the space behind it; NULL if there is none.  A hyphen needs spaces on both
 * sides. */
static const char *
skip_dash (const char *start, const char *p, const char *end)
{
  gunichar c;

  p = skip_spaces (p, end);
  if (p >= end)
    return NULL;
  c = g_utf8_get_char (p);
  if (c == 0x2013 || c == 0x2014 || c == 0x2012 || c == 0x2015 || c == 0x2212)
    {
      p = g_utf8_next_char (p);
      if (p < end && *p == '-')
        p++;
    }
  else if (end - p >= 2 && p[0] == '-' && p[1] == '-')
    p += 2;
  else if (end - p >= 2 && c == '-' && p > start && strchr (" )].", p[-1]) != NULL
           && g_unichar_isspace (g_utf8_get_char (p + 1)))
    p++;
  else
    return NULL;
  return skip_spaces (p, end);
}

static gboolean
is_capitals (const char *word, gsize n_bytes)
{
  guint n_upper = 0;

  for (const char *p = word; p < word + n_bytes; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_islower (c))
        return FALSE;
      n_upper += g_unichar_isupper (c) != FALSE;
    }
  return n_upper >= 2;
}

static gsize
get_token_bytes (const char *p, const char *end)
{
  const char *q = p;

  while (q < end)
    {
      gunichar c = g_utf8_get_char (q);

      if (g_unichar_isspace (c) || c == ',' || c == '(' || c == '[' || c == ':' || c == ';'
          || c == '!' || c == '?' || c == '"' || c == 0x2013 || c == 0x2014)
        break;
      if (c == '-' && end - q > 1 && q[1] == '-')
        break;
      q = g_utf8_next_char (q);
    }
  return q - p;
}

/* "NYT (The New York Times)": the word @start is made of the first letters of what @p holds. */
static gboolean
is_short_for (const char *start, const char *p, const char *end)
{
  gboolean is_word_start = TRUE;

  for (; p < end; p++)
    {
      if (is_word_start && g_ascii_isupper (*p) && *start++ != *p)
        return FALSE;
      is_word_start = *p == ' ';
    }
  return !g_ascii_isalnum (*start);
}

/* Whether what is in the brackets, from @p to @end, is the name of a newspaper or station that has
 * written from a place: words with capitals, and one of them a word of such names. */
static gboolean
names_outlet (const char *start, const char *p, const char *end)
{
  gboolean has_article = end - p > 4 && memcmp (p, "The ", 4) == 0, is_outlet = FALSE;
  const char *name = p + (has_article ? 4 : 0);
  gsize n_bytes;

  if (is_short_for (start, p, end) || is_short_for (start, name, end))
    return FALSE;
  for (p = name; p < end; p = skip_spaces (p + n_bytes, end))
    {
      n_bytes = get_token_bytes (p, end);
      if (n_bytes == 0
          || (!g_unichar_isupper (g_utf8_get_char (p))
              && (p == name || !IS_LISTED (p, n_bytes, small_words, FALSE))))
        return FALSE;
      is_outlet |= IS_LISTED (p, n_bytes, outlets, TRUE)
                   || (has_article && IS_LISTED (p, n_bytes, outlets_with_article, TRUE));
    }
  return is_outlet;
}

/* The agency in brackets at @head->at; Returns: whether there is one. */
static gboolean
read_agency (Head *head, const char *start)
{
  const char *p = head->at, *close;
  char closing = *p == '(' ? ')' : *p == '[' ? ']' : '/';
  gsize n_bytes, n_first;
  gboolean is_short;

  close = memchr (p + 1, closing, MIN (head->end - p - 1, MAX_AGENCY_BYTES));
  if (close == NULL || close == p + 1)
    return FALSE;
  n_bytes = close - p - 1;
  for (n_first = 0; n_first < n_bytes && !strchr ("/ ,;", p[1 + n_first]); n_first++)
    ;
  head->knows_agency = IS_LISTED (p + 1, n_first, agencies, TRUE);
  is_short = closing != '/' && n_bytes <= 12 && is_capitals (p + 1, n_bytes);
  head->has_outlet =
      !head->knows_agency && !is_short && closing == ')' && names_outlet (start, p + 1, close);
  if (!head->knows_agency && !is_short && !head->has_outlet)
    return FALSE;
  head->has_agency = TRUE;
  head->at = close + 1;
  if (head->at < head->end && *head->at == '.')
    head->at++;
  return TRUE;
}

static gboolean
ends_in_stop (const char *p, gsize n_bytes)
{
  return n_bytes > 1 && p[n_bytes - 1] == '.';
}

/* One word or number; Returns: whether a dateline may have it. */
static gboolean
read_token (Head *head)
{
  const char *p = head->at;
  gsize n_bytes = get_token_bytes (p, head->end), n_bare;
  gunichar c = g_utf8_get_char (p);

  if (n_bytes == 0 || ++head->n_tokens > MAX_TOKENS)
    return FALSE;
  n_bare = n_bytes - ends_in_stop (p, n_bytes);
  head->at += n_bytes;
  if (g_unichar_isdigit (c))
    {
      head->n_digits++;
      return head->n_tokens > 1;
    }
  if (IS_LISTED (p, n_bare, small_words, FALSE))
    {
      head->has_month |= head->n_digits > 0 || n_bare > 3;
      return head->n_tokens > 1;
    }
  if (head->has_comma && IS_LISTED (p, n_bytes, regions, FALSE))
    head->has_region = TRUE;
  /* A sentence's end; what shortens a name is no longer than "Calif.". */
  else if (ends_in_stop (p, n_bytes) && n_bytes > 6)
    return FALSE;
  if (!g_unichar_isupper (c) && !g_unichar_istitle (c))
    return FALSE;
  if (IS_LISTED (p, n_bare, labels, TRUE) && head->n_tokens == 1)
    head->is_label = TRUE;
  if (!head->has_comma && is_capitals (p, n_bytes))
    head->n_capitals++;
  else if (!head->has_comma)
    head->n_others++;
  return TRUE;
}

/* "SAN FRANCISCO--(BUSINESS WIRE)--": the agency may stand between two dashes. */
static gboolean
read_agency_behind (Head *head, const char *start)
{
  const char *behind = skip_dash (start, head->at, head->end);
  Head next = *head;

  next.at = behind;
  if (behind < head->end && *behind == '(' && !head->has_agency && read_agency (&next, start)
      && skip_dash (start, next.at, next.end) != NULL)
    *head = next;
  return TRUE;
}

/* Reads names, dates and an agency, up to where the dash should be. */
static gboolean
read_head (Head *head, const char *start)
{
  char before = '\0';

  for (; head->at < head->end; before = head->at[-1])
    {
      head->at = skip_spaces (head->at, head->end);
      if (head->at >= head->end || head->at - start > MAX_BYTES)
        return FALSE;
      if (skip_dash (start, head->at, head->end) != NULL && head->at > start)
        return read_agency_behind (head, start);
      if (*head->at == ',' && head->n_tokens > 0)
        {
          head->has_comma = TRUE;
          head->at++;
        }
      else if (*head->at == '(' || *head->at == '[' || *head->at == '/')
        {
          if (head->has_agency || !read_agency (head, start))
            return FALSE;
        }
      else if (head->has_agency && before != ',' && !g_ascii_isdigit (*head->at))
        return TRUE;
      else if (!read_token (head))
        return FALSE;
    }
  return FALSE;
}

/* Text goes on with a capital, a number or a quotation. */
static gboolean
starts_text (const char *p, const char *end)
{
  gunichar c;

  if (p >= end)
    return FALSE;
  c = g_utf8_get_char (p);
  if (g_unichar_isalpha (c))
    return !g_unichar_islower (c);
  return g_unichar_isdigit (c) || c == '"' || c == '\'' || c == '$' || c == '(' || c == '['
         || c == '.' || (c >= 0x2018 && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0x2026
         || c == 0xBF || c == 0xA1 || g_unichar_iswide (c) || c == 0x20AC || c == 0xA3;
}

/* A Russian agency stands behind the dash: "МОСКВА, 3 мар - РИА Новости. ". */
static const char *
skip_agency_behind (const char *p, const char *end)
{
  static const char *const names[] = { "РИА Новости. ", "ТАСС. ", "Интерфакс. ", "РИА Новости, ",
                                       "AFP. ",         "EFE. ",  "REUTERS. " };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((gsize)(end - p) > strlen (names[i]) && memcmp (p, names[i], strlen (names[i])) == 0)
      return p + strlen (names[i]);
  return p;
}

static gboolean
is_place (const Head *head)
{
  if (head->is_label || head->n_tokens == 0)
    return FALSE;
  if (head->n_others == 0 && head->n_capitals > 0 && head->n_capitals <= 5)
    return TRUE;
  /* A place in small letters needs more than a dash. */
  return head->n_others + head->n_capitals <= 4
         && (head->has_region || (head->has_comma && head->n_digits > 0 && head->n_tokens > 2));
}

/* "The World Health Organization (WHO) - ": capitals in brackets may be anything, but behind a
 * short name. */
static gboolean
is_written_there (const Head *head)
{
  if (head->has_outlet)
    return is_place (head);
  return !head->is_label && (head->knows_agency || (head->n_others <= 2 && head->n_tokens <= 6));
}

/* East Asian agencies put it all in brackets: "【北京=新華社】", "(서울=연합뉴스) 홍길동 기자 = ".
 */
static gsize
measure_bracketed (VrSlice paragraph)
{
  static const char *const signs[] = { "【", "】", "(", ")", "［", "］", "[", "]", "（", "）" };
  const char *text = paragraph.text, *end = text + paragraph.n_bytes;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i += 2)
    {
      const char *close, *p, *equals;

      if (paragraph.n_bytes < 8 || strncmp (text, signs[i], strlen (signs[i])) != 0)
        continue;
      close = g_strstr_len (text, MIN (paragraph.n_bytes, 64), signs[i + 1]);
      if (close == NULL || (guint8)text[strlen (signs[i])] < 0xE0)
        return 0;
      p = close + strlen (signs[i + 1]);
      equals = g_strstr_len (text, close - text, "=");
      if (equals == NULL && g_strstr_len (text, close - text, "共同") == NULL
          && g_strstr_len (text, close - text, "時事") == NULL
          && g_strstr_len (text, close - text, "ロイター") == NULL
          && g_strstr_len (text, close - text, "新华社") == NULL
          && g_strstr_len (text, close - text, "新華社") == NULL
          && g_strstr_len (text, close - text, "AFP") == NULL)
        return 0;
      /* The reporter's name goes with it. */
      equals = equals != NULL ? g_strstr_len (p, MIN (end - p, 48), " = ") : NULL;
      if (equals != NULL)
        p = equals + 3;
      else if (skip_dash (text, p, end) != NULL)
        p = skip_dash (text, p, end);
      p = skip_spaces (p, end);
      return p < end ? p - text : 0;
    }
  return 0;
}

gsize
vr_dateline_measure (VrSlice paragraph)
{
  Head head = { .end = paragraph.text + paragraph.n_bytes, .at = paragraph.text };
  const char *behind;

  if (!vr_dateline_is_possible (paragraph))
    return 0;
  if (*paragraph.text == '(' || (guint8)*paragraph.text >= 0xE0 || *paragraph.text == '[')
    {
      gsize n_bytes = measure_bracketed (paragraph);

      if (n_bytes > 0)
        return n_bytes;
    }
  if (!read_head (&head, paragraph.text))
    return 0;
  behind = skip_dash (paragraph.text, head.at, head.end);
  if (behind == NULL)
    {
      /* "(CNN)The president ..." and "LONDON (AP) The ..." have no dash. */
      if (!head.knows_agency || head.n_tokens > 3 || head.is_label)
        return 0;
      behind = skip_spaces (head.at, head.end);
    }
  else if (head.has_agency ? !is_written_there (&head) : !is_place (&head))
    return 0;
  else if (!head.has_agency)
    behind = skip_agency_behind (behind, head.end);
  return starts_text (behind, head.end) ? (gsize)(behind - paragraph.text) : 0;
}
