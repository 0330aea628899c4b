/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates in running text, in many languages and forms. */
#include "vr-date-words.h"

#include <stdio.h>
#include <string.h>

#define MAX_TOKENS 7
#define MAX_WORD 24
#define FIRST_YEAR 1990
#define LAST_YEAR 2049

/* The months' beginnings, each long enough to be no other word; in the language of the line. */
static const char *const months[12] = {
  /* en de fr es it pt nl pl cs sv fi tr ru hu ro */
  "jan|jän|janv|ener|genn|stycz|led|tammi|oca|янв|ocak|ianuar|ιαν|січ",
  "feb|fév|fev|febr|lut|únor|února|helmi|şub|фев|лют|φεβ",
  "mar|mär|mrz|maerz|mart|brez|břez|maalis|мар|már|берез|μαρ|mrt",
  "apr|avr|abr|kwie|dub|huhti|nis|апр|ápr|квіт|απρ",
  "may|mai|mag|maj|maio|mei|mayo|květ|touko|may|мая|май|máj|трав|μαΐ|μαϊ",
  "jun|jui|giu|czer|červn|kesä|haz|июн|jún|черв|ιουν",
  "jul|juil|lug|lip|červen|heinä|tem|июл|júl|лип|ιουλ",
  "aug|aoû|aou|ago|sie|srp|elo|ağu|авг|серп|αυγ",
  "sep|set|wrz|zář|syys|eyl|сен|szept|верес|σεπ",
  "oct|okt|out|ott|paź|říj|loka|eki|окт|жовт|οκτ",
  "nov|lis|marras|kas|ноя|νοε",
  "dec|dez|déc|dic|gru|pros|joulu|ara|дек|груд|δεκ",
};

typedef struct
{
  guint number; /* 0 for a word */
  guint n_digits;
  guint month;      /* of a word */
  char behind;      /* what parts it from the next: its first sign that is no space */
  gboolean is_near; /* no more than a few signs to the next */
  const char *from, *to;
} Token;

guint
vr_date_month (const char *word)
{
  guint found = 0;
  gsize longest = 0;

  for (guint i = 0; i < 12; i++)
    for (const char *at = months[i]; *at != '\0';)
      {
        const char *end = strchrnul (at, '|');
        gsize n = end - at;

        if (n > longest && strncmp (word, at, n) == 0)
          {
            found = i + 1;
            longest = n;
          }
        at = end + (*end == '|');
      }
  return found;
}

static const char *
read_number (const char *at, Token *token)
{
  token->from = at;
  for (; g_ascii_isdigit (*at); at++)
    if (token->n_digits++ < 9)
      token->number = token->number * 10 + (*at - '0');
  return at;
}

static const char *
read_word (const char *at, Token *token)
{
  g_autofree char *lower = NULL;

  token->from = at;
  while (*at != '\0' && g_unichar_isalpha (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  if (at - token->from <= MAX_WORD)
    {
      lower = g_utf8_strdown (token->from, at - token->from);
      token->month = vr_date_month (lower);
    }
  return at;
}

/* Reads the next number or word. */
static gboolean
next_token (const char **at, Token *token)
{
  const char *p = *at;
  guint n_away = 0;

  *token = (Token){ 0 };
  while (*p != '\0' && !g_ascii_isdigit (*p) && !g_unichar_isalpha (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  if (*p == '\0')
    return FALSE;
  p = g_ascii_isdigit (*p) ? read_number (p, token) : read_word (p, token);
  token->to = p;
  for (const char *q = p; *q != '\0' && !g_ascii_isalnum (*q) && (guchar)*q < 0x80; q++, n_away++)
    if (token->behind == '\0' && *q != ' ')
      token->behind = *q;
  token->is_near = n_away <= 3;
  *at = p;
  return TRUE;
}

static gboolean
is_year (const Token *token)
{
  return token->n_digits == 4 && token->number >= FIRST_YEAR && token->number <= LAST_YEAR;
}

static gboolean
is_day (const Token *token)
{
  return token->n_digits >= 1 && token->n_digits <= 2 && token->number >= 1 && token->number <= 31;
}

static gboolean
put (char date[VR_DATE_BYTES], guint year, guint month, guint day)
{
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1
      || day > g_date_get_days_in_month (month, year))
    return FALSE;
  g_snprintf (date, VR_DATE_BYTES, "%04u-%02u-%02u", year, month, day);
  return TRUE;
}

/* "T12:30:00+01:00" behind an ISO date. */
static const char *
read_time (const char *at, char date[VR_DATE_BYTES])
{
  const char *p = at;
  guint n = 0;

  if ((*p != 'T' && *p != ' ') || !g_ascii_isdigit (p[1]) || !g_ascii_isdigit (p[2]) || p[3] != ':')
    return at;
  date[10] = 'T';
  for (p++, n = 11; n < VR_DATE_BYTES - 1 && (g_ascii_isdigit (*p) || *p == ':' || *p == '.'); p++)
    date[n++] = *p;
  if (*p == 'Z')
    date[n++] = *p++;
  else if (*p == '+' || *p == '-')
    for (guint k = 0; k < 6 && n < VR_DATE_BYTES - 1
                      && (g_ascii_isdigit (*p) || *p == ':' || *p == '+' || *p == '-');
         k++)
      date[n++] = *p++;
  date[MIN (n, VR_DATE_BYTES - 1)] = '\0';
  return p;
}

static gboolean
try_numbers (const Token *t, gboolean month_first, char date[VR_DATE_BYTES])
{
  static const char separators[] = "-./|";

  if (t[0].month > 0 || t[1].month > 0)
    return FALSE;
  /* 2020年2月14日: each number is followed by a word that is no month. */
  if (is_year (&t[0]) && is_day (&t[1]) && is_day (&t[2]) && t[0].behind != '\0'
      && strchr (separators, t[0].behind) != NULL)
    return put (date, t[0].number, t[1].number, t[2].number);
  if (!is_day (&t[0]) || !is_day (&t[1]) || t[0].behind == '\0'
      || strchr (separators, t[0].behind) == NULL || t[0].behind != t[1].behind)
    return FALSE;
  if (is_year (&t[2]))
    {
      if (t[1].number > 12 || (month_first && t[0].behind == '/' && t[0].number <= 12))
        return put (date, t[2].number, t[0].number, t[1].number);
      return put (date, t[2].number, t[1].number, t[0].number);
    }
  if (t[2].n_digits == 2 && t[0].behind == '.' && t[2].number >= 1 && t[2].number < 50)
    return put (date, 2000 + t[2].number, t[1].number, t[0].number);
  return FALSE;
}

/* Whether the year belongs to a date in numbers, whatever stands before that. */
static gboolean
ends_numbers (const Token *t, guint year_at)
{
  return year_at >= 2 && is_day (&t[year_at - 1]) && is_day (&t[year_at - 2])
         && t[year_at - 1].behind != '\0' && strchr ("./-", t[year_at - 1].behind) != NULL
         && t[year_at - 1].behind == t[year_at - 2].behind;
}

/* "3 February 2020", "February 3rd, 2020", "3 de febrero de 2020", "Feb 3 12:30:00 2020". */
static gboolean
try_words (const Token *t, guint n, char date[VR_DATE_BYTES], guint *n_used)
{
  guint month_at = n, year_at = n, day_at = n;

  if (!(is_day (&t[0]) || t[0].month > 0))
    return FALSE;
  for (guint i = 0; i < MIN (n, MAX_TOKENS) && year_at == n; i++)
    if (is_year (&t[i]))
      year_at = i;
    else if (t[i].month > 0 && month_at == n)
      month_at = i;
    else if (is_day (&t[i]) && day_at == n)
      day_at = i;
    else if ((i > 0 && !t[i - 1].is_near) || (t[i].n_digits == 0 && t[i].to - t[i].from > 3))
      return FALSE;
  if (year_at == n || month_at == n || day_at == n || month_at > 2 || day_at > 2
      || ends_numbers (t, year_at))
    return FALSE;
  *n_used = year_at;
  return put (date, t[year_at].number, t[month_at].month, t[day_at].number);
}

static gboolean
try_cjk (const Token *t, guint n, char date[VR_DATE_BYTES])
{
  if (n < 5 || !is_year (&t[0]) || !is_day (&t[2]) || !is_day (&t[4])
      || !(g_str_has_prefix (t[1].from, "年") || g_str_has_prefix (t[1].from, "년")))
    return FALSE;
  return put (date, t[0].number, t[2].number, t[4].number);
}

static gboolean
try_digits (const Token *token, char date[VR_DATE_BYTES])
{
  if (token->n_digits != 8)
    return FALSE;
  return put (date, token->number / 10000, token->number / 100 % 100, token->number % 100);
}

const char *
vr_date_find (const char *text, gboolean month_first, char date[VR_DATE_BYTES])
{
  Token tokens[MAX_TOKENS];
  guint n = 0;
  const char *at = text;

  if (strpbrk (text, "0123456789") == NULL)
    return NULL;
  while (TRUE)
    {
      guint n_used = 2;

      while (n < MAX_TOKENS && next_token (&at, &tokens[n]))
        n++;
      if (n == 0)
        return NULL;
      if (n > 2 && try_numbers (tokens, month_first, date))
        return read_time (tokens[2].to, date);
      if (n > 2 && try_words (tokens, n, date, &n_used))
        return tokens[n_used].to;
      if (try_cjk (tokens, n, date))
        return tokens[4].to;
      if (try_digits (&tokens[0], date))
        return tokens[0].to;
      memmove (tokens, tokens + 1, --n * sizeof (Token));
    }
}

gboolean
vr_date_find_in_address (const char *address, char date[VR_DATE_BYTES])
{
  guint year, month, day;

  for (const char *p = address; (p = strpbrk (p, "/-_")) != NULL; p++)
    {
      int n = 0;
      char first, second;

      if (sscanf (p + 1, "%4u%c%2u%c%2u%n", &year, &first, &month, &second, &day, &n) == 5 && n >= 8
          && first == second && strchr ("/-_", first) != NULL && !g_ascii_isdigit (p[1 + n])
          && put (date, year, month, day))
        return TRUE;
      if (sscanf (p + 1, "%2u%c%2u%c%4u%n", &day, &first, &month, &second, &year, &n) == 5
          && n == 10 && first == second && strchr ("/-_", first) != NULL
          && !g_ascii_isdigit (p[1 + n]) && put (date, year, month, day))
        return TRUE;
    }
  return FALSE;
}
