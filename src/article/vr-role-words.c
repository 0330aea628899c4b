/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks a line's words and marks what it is. */
#include "vr-role-words.h"

#include <glib/gi18n-lib.h>

static VrRole
get_whole (const VrRoleLine *line)
{
  return line->hits.roles[VR_ROLE_PLACE_WHOLE];
}

static VrRole
get_head (const VrRoleLine *line)
{
  return line->hits.roles[VR_ROLE_PLACE_HEAD];
}

static VrRole
get_inside (const VrRoleLine *line)
{
  return line->hits.roles[VR_ROLE_PLACE_INSIDE];
}

static gboolean
is_covered (const VrRoleLine *line)
{
  return line->n_words <= 14 && line->hits.n_spans > 1
         && line->hits.n_covered * 3 >= line->hits.n_words * 2;
}

gboolean
vr_role_words_is_short (const VrRoleLine *line)
{
  return line->n_words <= 12 && !line->is_prose;
}

gboolean
vr_role_words_is_dated (const VrRoleLine *line)
{
  return (line->has_time || line->has_year) && line->n_digits >= 3 && line->n_words <= 14
         && line->end != VR_ROLE_LINE_ASKS && !line->is_prose;
}

gboolean
vr_role_words_tell_of_author (const VrRoleLine *line)
{
  return get_inside (line) == VR_ROLE_BIO || get_head (line) == VR_ROLE_BIO
         || get_whole (line) == VR_ROLE_BIO;
}

VrRole
vr_role_words_get_said (const VrRoleLine *line)
{
  VrRole head = get_head (line), inside = get_inside (line);

  if (get_whole (line) != VR_N_ROLES)
    return get_whole (line);
  if (is_covered (line))
    return VR_ROLE_NAV;
  if (head == VR_ROLE_CORRECTION || inside == VR_ROLE_CORRECTION)
    return VR_ROLE_CORRECTION;
  if (head != VR_N_ROLES
      && (vr_role_words_is_short (line) || head == VR_ROLE_PROMO || head == VR_ROLE_FOOTER
          || head == VR_ROLE_CAPTION || head == VR_ROLE_RELATED))
    {
      if (head == VR_ROLE_DATE && !vr_role_words_is_dated (line) && line->n_words > 3)
        return VR_N_ROLES;
      return head;
    }
  return inside;
}

gboolean
vr_role_words_is_credited (const VrRoleLine *line)
{
  return line->has_credit || (line->hits.ends_in_credit && line->n_stops < 4);
}

gboolean
vr_role_words_is_byline (const VrRoleLine *line)
{
  guint n_lower = line->n_lower - (line->start == VR_ROLE_LINE_LOWER && line->n_lower > 0);

  return line->hits.starts_as_byline && !line->is_prose && line->end == VR_ROLE_LINE_OPEN
         && line->n_words >= 2 && n_lower * 3 <= line->n_words;
}

gboolean
vr_role_words_is_capitalised (const VrRoleLine *line)
{
  return line->n_words >= 4 && line->n_upper * 3 >= line->n_words * 2;
}

gboolean
vr_role_words_is_pointer (const VrRoleLine *line, VrRole *role, const char **reason)
{
  if (!line->hits.is_pointer || line->n_words > 25 || line->n_stops > 2)
    return FALSE;
  *role = get_whole (line) != VR_N_ROLES ? get_whole (line) : get_head (line);
  *reason =
      *role == VR_ROLE_NAV ? N_ ("a link that skips the menu") : N_ ("points to another article");
  return TRUE;
}

gboolean
vr_role_words_give_away (const VrRoleLine *line, VrRole *role, const char **reason)
{
  VrRole whole = get_whole (line), head = get_head (line), inside = get_inside (line);

  if (vr_role_words_is_pointer (line, role, reason))
    return TRUE;
  *reason = N_ ("words that only pages have");
  if (whole != VR_N_ROLES && vr_role_is_furniture (whole) && !line->hits.is_maybe)
    *role = whole;
  else if (head != VR_N_ROLES && vr_role_is_furniture (head)
           && (head == inside || (!line->is_prose && line->n_words <= 16)))
    *role = head;
  else if ((vr_role_words_is_credited (line) && line->end != VR_ROLE_LINE_STOP)
           || (head == VR_ROLE_CAPTION && line->n_stops < 4))
    {
      *role = VR_ROLE_CAPTION;
      *reason = N_ ("names a picture’s source");
    }
  else if ((line->repeats_before || line->repeats_after) && line->n_words > 3)
    {
      *role = VR_ROLE_CAPTION;
      *reason = N_ ("stands twice, as a picture’s words do");
    }
  else if (!line->is_prose && line->n_words >= 7 && line->n_stops > 0
           && vr_role_words_is_capitalised (line))
    {
      *role = VR_ROLE_RELATED;
      *reason = N_ ("another article’s headline between paragraphs");
    }
  else if (line->gap_after == 0 && line->gap_before > 0 && !line->is_last
           && vr_role_words_get_said (line + 1) == VR_ROLE_CAPTION && line[1].gap_after > 0
           && vr_role_words_is_short (line + 1))
    {
      *role = VR_ROLE_CAPTION;
      *reason = N_ ("stands right above a picture’s source");
    }
  else if (head == VR_ROLE_CORRECTION)
    {
      *role = VR_ROLE_CORRECTION;
      *reason = N_ ("says what was changed");
    }
  else
    return FALSE;
  return TRUE;
}
