/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks whether a text is a page's copy, and tells its text from its furniture. */
#include "vr-roles.h"

#include "vr-hash.h"
#include "vr-role-names.h"
#include "vr-role-words.h"

/* A page's menu and footer show in so many paragraphs at each end. */
#define GLANCE_LINES 300

/* Where none of so many at each end shows anything, no other is looked at: a book is none. */
#define FIRST_LINES 60

/* Of a line only so much is looked at before it is known to be a page's. */
#define GLANCE_BYTES 96

/* What is longer is a paragraph of prose, whose words tell nothing of a page: a menu's entry, a
 * button or a teaser is shorter in any script.  Looking at prose took a twentieth of the time of a
 * comparison of books. */
#define GLANCE_MAX_BYTES 320

/* A page is no longer than this; what is, is left alone but for its ends. */
#define PAGE_LINES 20000

/* What speaks for a page, in quarters of a sure sign; more than two are needed, of two roles and
 * from three lines that differ. */
#define SURE_SIGN 4
#define ENOUGH_SIGNS 9
#define ENOUGH_LINES 3

/* What @hits say for a page, and of which role; VR_N_ROLES for what other texts have too. */
static guint
weigh (const VrRoleHits *hits, VrRole *role)
{
  VrRole whole = hits->roles[VR_ROLE_PLACE_WHOLE], head = hits->roles[VR_ROLE_PLACE_HEAD];
  VrRole inside = hits->roles[VR_ROLE_PLACE_INSIDE];

  *role = whole;
  if (whole != VR_N_ROLES && vr_role_is_furniture (whole))
    {
      if (hits->is_maybe)
        *role = VR_N_ROLES;
      return hits->is_maybe ? 1 : SURE_SIGN;
    }
  *role = VR_ROLE_NAV;
  if (hits->has_sure && hits->n_words <= 14 && hits->n_spans > 1
      && hits->n_covered * 3 >= hits->n_words * 2)
    return SURE_SIGN;
  *role = head;
  if (hits->n_words <= 16 && head != VR_N_ROLES && vr_role_is_furniture (head))
    return 2;
  *role = inside;
  if (inside != VR_N_ROLES && vr_role_is_furniture (inside))
    return inside == VR_ROLE_FOOTER ? 1 : 2;
  *role = head;
  return head == VR_ROLE_CAPTION || (head == VR_ROLE_DATE && hits->n_words <= 12) ? 2 : 0;
}

/* No more is made of the signs of one role, or of words that other texts have too: a licence is
 * full of rights reserved, and a manual of headings that are a menu's elsewhere. */
#define MOST_OF_A_ROLE 7
#define MOST_OF_MAYBES 1

/* What the ends of a text show. */
typedef struct
{
  guint signs[VR_N_ROLES + 1]; /* by role; the last is of maybes */
  guint n_lines;
  GHashTable *seen; /* hashes of the lines that were counted */
  GArray *pointers; /* (element-type guint): lines that are furniture in any text */
} Glance;

static void
glance_at (Glance *self, VrSlice text, guint index, guint32 languages)
{
  VrRoleHits hits;
  VrRole role;
  guint weight;

  if (text.n_bytes > GLANCE_MAX_BYTES)
    return;
  hits = vr_role_phrases_look (text, GLANCE_BYTES, languages);
  weight = weigh (&hits, &role);
  if (hits.is_pointer)
    g_array_append_val (self->pointers, index);
  if (weight > 0
      && g_hash_table_add (self->seen, GSIZE_TO_POINTER ((gsize)vr_hash_bytes (
                                           text.n_bytes, text.text, text.n_bytes))))
    {
      self->signs[role] += weight;
      self->n_lines++;
    }
}

/* Looks at the lines from number @from on up to, not including, @to, and at as many from the end;
 * those before them on either side were looked at. */
static void
glance_between (Glance *self, const VrParagraphs *paragraphs, guint32 languages, guint from,
                guint to)
{
  guint n = vr_paragraphs_get_n (paragraphs);

  for (guint i = from; i < to && i + from < n; i++)
    {
      guint mirrored = n - 1 - i;

      glance_at (self, vr_paragraphs_get_text (paragraphs, i), i, languages);
      if (mirrored >= to)
        glance_at (self, vr_paragraphs_get_text (paragraphs, mirrored), mirrored, languages);
    }
}

/* Whether the ends of the text have the words of a page. */
static gboolean
is_page (Glance *self, const VrParagraphs *paragraphs, guint32 languages)
{
  guint n = vr_paragraphs_get_n (paragraphs), n_signs = 0;

  glance_between (self, paragraphs, languages, 0, FIRST_LINES);
  if (self->n_lines + self->pointers->len > 0)
    glance_between (self, paragraphs, languages, FIRST_LINES, GLANCE_LINES);
  for (guint i = 0; i <= VR_N_ROLES; i++)
    n_signs += MIN (self->signs[i], i == VR_N_ROLES ? MOST_OF_MAYBES : MOST_OF_A_ROLE);
  return n <= PAGE_LINES && n_signs >= ENOUGH_SIGNS && self->n_lines >= ENOUGH_LINES;
}

/* ---- a text that is no page's ---- */

static void
fill (guint8 *roles, const char **reasons, guint n)
{
  memset (roles, VR_ROLE_BODY, n);
  for (guint i = 0; reasons != NULL && i < n; i++)
    reasons[i] = NULL;
}

/* Only what names itself: a skip link, "READ MORE: ...". */
static gboolean
mark_pointers (const VrParagraphs *paragraphs, const GArray *pointers, guint32 languages,
               guint8 *roles, const char **reasons)
{
  gboolean is_any = FALSE;

  for (guint i = 0; i < pointers->len; i++)
    {
      guint index = g_array_index (pointers, guint, i);
      VrRoleLine line;
      VrRole role;
      const char *reason;

      vr_role_line_measure (&line, paragraphs, index, languages);
      if (!vr_role_words_is_pointer (&line, &role, &reason))
        continue;
      roles[index] = role;
      if (reasons != NULL)
        reasons[index] = g_intern_static_string (reason);
      is_any = TRUE;
    }
  return is_any;
}

/* ---- a page ---- */

static gboolean
judge_page (const VrParagraphs *paragraphs, guint32 languages, guint8 *roles, const char **reasons)
{
  guint n = vr_paragraphs_get_n (paragraphs);
  g_autofree VrRoleLine *lines = vr_role_lines_measure (paragraphs, languages);
  g_autofree guint8 *states = g_new (guint8, n);
  gboolean is_any = FALSE;

  vr_role_chain_run (lines, n, states);
  if (memchr (states, VR_ROLE_STATE_TEXT, n) == NULL)
    return FALSE;
  vr_role_names_give (paragraphs, lines, n, states, roles, reasons);
  for (guint i = 0; i < n && !is_any; i++)
    is_any = roles[i] != VR_ROLE_BODY;
  return is_any;
}

gboolean
vr_roles_judge (const VrParagraphs *paragraphs, const char *language, guint8 *roles,
                const char **reasons)
{
  guint n = vr_paragraphs_get_n (paragraphs);
  guint32 languages = vr_role_phrases_get_languages (language);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GArray) pointers = g_array_new (FALSE, FALSE, sizeof (guint));
  Glance glance = { .seen = seen, .pointers = pointers };

  fill (roles, reasons, n);
  if (n == 0 || vr_paragraphs_get_mode (paragraphs) == VR_PARAGRAPHS_WRAPPED)
    return FALSE;
  if (is_page (&glance, paragraphs, languages))
    {
      if (judge_page (paragraphs, languages, roles, reasons))
        return TRUE;
      fill (roles, reasons, n);
    }
  return mark_pointers (paragraphs, pointers, languages, roles, reasons);
}
