/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A commit as git keeps it, read without libgit2. */
#include "vr-commit-text.h"

/* Later times are no calendar's. */
#define MAX_TIME_DIGITS 12
#define ZONE_CHARS 5
#define MAX_ZONE_HOURS 14
#define SPACES " \t\f\r\v"

/* "tree 8f6…" and a line's end; moves @at behind it. */
static gboolean
read_id (const char **at, const char *key, git_oid *id)
{
  g_autofree char *hex = NULL;
  const char *from = *at + strlen (key);

  if (!g_str_has_prefix (*at, key))
    return FALSE;
  hex = g_strndup (from, GIT_OID_HEXSZ);
  if (!vr_git_parse_id (hex, id) || from[GIT_OID_HEXSZ] != '\n')
    return FALSE;
  *at = from + GIT_OID_HEXSZ + 1;

  return TRUE;
}

static gboolean
are_digits (const char *text, gsize n)
{
  return strspn (text, "0123456789") >= n;
}

/* "1397606400 +0200" to a line's end. */
static gboolean
read_time (const char *text, const char *end, git_time *time)
{
  gsize n_digits = strspn (text, "0123456789");
  const char *zone = text + n_digits + 1;
  int hours, minutes;

  if (n_digits == 0 || n_digits > MAX_TIME_DIGITS || text[n_digits] != ' '
      || end - zone != ZONE_CHARS || (*zone != '+' && *zone != '-')
      || !are_digits (zone + 1, ZONE_CHARS - 1))
    return FALSE;
  hours = g_ascii_digit_value (zone[1]) * 10 + g_ascii_digit_value (zone[2]);
  minutes = g_ascii_digit_value (zone[3]) * 10 + g_ascii_digit_value (zone[4]);
  time->time = g_ascii_strtoll (text, NULL, 10);
  time->offset = (hours * 60 + minutes) * (*zone == '-' ? -1 : 1);

  return hours < MAX_ZONE_HOURS && minutes < 60;
}

/* "author Name <address> 1397606400 +0200" and a line's end. */
static gboolean
read_person (const char **at, const char *key, git_time *time)
{
  const char *end = strchr (*at, '\n');
  const char *open, *close;

  if (end == NULL || !g_str_has_prefix (*at, key))
    return FALSE;
  open = g_strrstr_len (*at, end - *at, "<");
  close = g_strrstr_len (*at, end - *at, ">");
  if (open == NULL || close == NULL || close < open || close[1] != ' '
      || !read_time (close + 2, end, time))
    return FALSE;
  *at = end + 1;

  return TRUE;
}

gboolean
vr_commit_text_read (VrCommitText *commit, GBytes *bytes)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);
  g_autofree char *text = g_strndup (data, n_bytes);
  const char *at = text;
  git_oid id;

  *commit = (VrCommitText){ .parents = g_array_new (FALSE, FALSE, sizeof (git_oid)) };
  if (strlen (text) != n_bytes || !read_id (&at, "tree ", &commit->tree))
    return FALSE;
  while (read_id (&at, "parent ", &id))
    g_array_append_val (commit->parents, id);
  if (!read_person (&at, "author ", &commit->author)
      || !read_person (&at, "committer ", &commit->committer) || *at != '\n')
    return FALSE;
  commit->message = g_strdup (at + strspn (at, "\n"));

  return TRUE;
}

void
vr_commit_text_clear (VrCommitText *commit)
{
  g_clear_pointer (&commit->parents, g_array_unref);
  g_clear_pointer (&commit->message, g_free);
}

char *
vr_commit_text_dup_summary (const char *message)
{
  gsize n = strcspn (message, "\n");

  if (message[n] == '\n' && message[n + 1] != '\n' && message[n + 1] != '\0')
    return NULL;
  while (n > 0 && strchr (SPACES, message[n - 1]) != NULL)
    n--;

  return g_strndup (message, n);
}
