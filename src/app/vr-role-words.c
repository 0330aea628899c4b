/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Roles, encodings and repairs in words: pure formatting, as in vr-closures.h. */
#include "vr-role-words.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* Whether the reader said what the paragraph is. */
static gboolean
is_decided (const VrComparison *comparison, VrSide side, guint32 paragraph)
{
  const VrOverrides *overrides = vr_comparison_get_overrides (comparison);
  guint n = 0;
  const VrRoleChoice *choices = overrides != NULL ? vr_overrides_peek_roles (overrides, &n) : NULL;

  for (guint i = 0; i < n; i++)
    if (choices[i].side == side && choices[i].index == paragraph)
      return TRUE;

  return FALSE;
}

char *
vr_role_words_dup_reason (const VrComparison *comparison, VrSide side, guint32 paragraph)
{
  const VrArticle *article = vr_comparison_get_article (comparison, side);
  const char *title = vr_role_get_title (vr_comparison_get_role (comparison, side, paragraph));
  const char *reason = vr_article_get_role_reason (article, paragraph);

  if (is_decided (comparison, side, paragraph))
    /* Translators: what a paragraph is: "Caption: you decided so". */
    return g_strdup_printf (_ ("%s: you decided so"), title);
  if (reason == NULL)
    return g_strdup (title);

  /* Translators: what a paragraph is and what tells so: "Navigation: many short links". */
  return g_strdup_printf (_ ("%s: %s"), title, _ (reason));
}

char *
vr_role_words_dup_decision (const VrRoleChoice *choice)
{
  return g_strdup_printf (choice->side == VR_SIDE_OLD
                              /* Translators: a paragraph's number and what it is: "Caption". */
                              ? _ ("Paragraph %'u of the old article: %s")
                              : _ ("Paragraph %'u of the new article: %s"),
                          choice->index + 1, vr_role_get_title (choice->role));
}

char *
vr_role_words_dup_step (guint role, guint n)
{
  if (vr_role_is_furniture (role))
    return g_strdup_printf (
        ngettext ("%'u line is page furniture now.", "%'u lines are page furniture now.", n), n);
  if (role == VR_N_ROLES)
    return g_strdup_printf (ngettext ("%'u line is part of the article now.",
                                      "%'u lines are part of the article now.", n),
                            n);

  /* Translators: %s is what a paragraph is to its article: “Caption”. */
  return g_strdup_printf (_ ("The role is “%s” now."), vr_role_get_title (role));
}

const char *
vr_role_words_get_decided (const char *decided_by)
{
  static const struct
  {
    const char *nick;
    const char *sentence;
  } decided[] = {
    { "bom", N_ ("The file begins with a mark that says so.") },
    { "utf-8", N_ ("All of its bytes are valid in it, or nearly all.") },
    { "zeros", N_ ("The zeros among its bytes tell so.") },
    { "http", N_ ("The server said so.") },
    { "declared", N_ ("The document says so itself.") },
    { "statistics", N_ ("In it the bytes make the likeliest text.") },
    { "default", N_ ("Nothing tells; it is what most old files are in.") },
    { "option", N_ ("You chose it.") },
    { "empty", N_ ("The file is empty.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (decided); i++)
    if (g_strcmp0 (decided_by, decided[i].nick) == 0)
      return _ (decided[i].sentence);

  return "";
}

char *
vr_role_words_dup_repairs (guint n)
{
  return g_strdup_printf (ngettext ("%'u repair", "%'u repairs", n), n);
}

static char *
dup_day (int year, guint month, guint day)
{
  g_autoptr (GDateTime) date = g_date_time_new_local (year, (int)month, (int)day, 12, 0, 0);

  /* Translators: a day, as in “16 April 2014”, in the notation of g_date_time_format(). */
  return date != NULL ? g_date_time_format (date, _ ("%-e %B %Y")) : NULL;
}

char *
vr_role_words_dup_date (const char *date)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (date, NULL);
  int year;
  guint month, day;
  char rest;

  if (moment != NULL)
    /* Translators: a day and a time, as in “16 April 2014, 16:23”. */
    return g_date_time_format (moment, _ ("%-e %B %Y, %H:%M"));
  if (sscanf (date, "%4d-%2u-%2u%c", &year, &month, &day, &rest) == 3)
    {
      char *words = dup_day (year, month, day);

      return words != NULL ? words : g_strdup (date);
    }

  return g_strdup (date);
}
