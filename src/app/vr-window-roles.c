/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader says of how a side is read: roles of its paragraphs, its encoding, its repairs.
 */
#include "vr-window-roles.h"

#include "vr-role-target.h"
#include "vr-role-words.h"
#include "vr-window-history.h"

#include <glib/gi18n-lib.h>

/* What a line taken out by hand is, as nothing tells more. */
#define TAKEN_OUT VR_ROLE_NAV

/* Whatever of the article it is, a line put back after it was taken out is that again. */
static VrRole
put_back (VrRole own)
{
  return vr_role_is_furniture (own) ? VR_ROLE_BODY : own;
}

/* Says that a paragraph is a @role, or with %VR_N_ROLES that it is put back; where that is what its
 * article says, nothing is said. */
static void
say_role (VrComparison *comparison, VrOverrides *overrides, VrSide side, guint32 index, guint role)
{
  VrArticle *article = vr_comparison_get_article (comparison, side);
  VrRole own;

  if (index >= vr_article_get_n_paragraphs (article))
    return;
  own = vr_article_get_role (article, index);
  if (role == VR_N_ROLES)
    role = put_back (own);
  if (role == own)
    vr_overrides_unset_role (overrides, side, index);
  else
    vr_overrides_set_role (overrides, side, index, role);
}

static void
decide (VrWindow *self, VrOverrides *overrides, const char *sentence)
{
  g_autoptr (VrDocument) document = vr_document_with_overrides (
      vr_window_get_document (self), vr_overrides_get_n (overrides) > 0 ? overrides : NULL);

  vr_window_push_document (self, document, sentence);
}

static void
set_roles (VrWindow *self, guint role, GVariant *paragraphs)
{
  VrComparison *comparison = vr_window_get_comparison (self);
  g_autoptr (VrOverrides) overrides = NULL;
  g_autofree char *sentence = NULL;
  GVariantIter iter;
  guint32 side, index;

  if (comparison == NULL || g_variant_n_children (paragraphs) == 0)
    return;
  overrides = vr_overrides_copy (vr_document_get_overrides (vr_window_begin_step (self)));
  g_variant_iter_init (&iter, paragraphs);
  while (g_variant_iter_next (&iter, "(uu)", &side, &index))
    if (side < VR_N_SIDES)
      say_role (comparison, overrides, side, index, role);
  sentence = vr_role_words_dup_step (role, (guint)g_variant_n_children (paragraphs));
  decide (self, overrides, sentence);
}

static void
set_roles_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GVariant) paragraphs = NULL;
  const char *nick;
  VrRole role;

  g_variant_get (parameter, "(&s@a(uu))", &nick, &paragraphs);
  if (vr_role_from_nick (nick, &role))
    set_roles (VR_WINDOW (user_data), role == VR_ROLE_BODY ? VR_N_ROLES : role, paragraphs);
}

static gboolean
find_row (VrWindow *self, VrRow *row, VrRole *role)
{
  VrPairPlan *plan = vr_compare_page_get_plan (self->compare_page);
  guint position = vr_compare_page_get_selected (self->compare_page);

  if (plan == NULL || position == VR_PAIR_NONE || vr_pair_plan_get_fold (plan, position) > 0)
    return FALSE;
  *row = vr_pair_plan_get_row (plan, position);
  *role = vr_pair_plan_get_role (plan, position, VR_SIDE_NEW);

  return TRUE;
}

static void
set_row_role (VrWindow *self, const VrRow *row, guint role)
{
  g_autoptr (GVariant) target = g_variant_ref_sink (vr_role_target_for_row (VR_ROLE_BODY, row));
  g_autoptr (GVariant) paragraphs = g_variant_get_child_value (target, 1);

  set_roles (self, role, paragraphs);
}

static gboolean
has_role (VrComparison *comparison, const VrRow *row, VrRole role)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      guint n;
      const guint32 *paragraphs = vr_row_peek_paragraphs (row, side, &n);

      for (guint i = 0; i < n; i++)
        if (vr_comparison_get_role (comparison, side, paragraphs[i]) != role)
          return FALSE;
    }

  return TRUE;
}

static void
set_role_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  VrRole role, present;
  VrRow row;

  if (vr_role_from_nick (g_variant_get_string (parameter, NULL), &role)
      && find_row (self, &row, &present) && !has_role (vr_window_get_comparison (self), &row, role))
    set_row_role (self, &row, role);
}

static void
toggle_furniture_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  VrRole role;
  VrRow row;

  if (find_row (self, &row, &role))
    set_row_role (self, &row, vr_role_is_furniture (role) ? VR_N_ROLES : TAKEN_OUT);
}

static void
undecide_role_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  g_autoptr (VrOverrides) overrides =
      vr_overrides_copy (vr_document_get_overrides (vr_window_begin_step (self)));
  guint32 side, index;

  g_variant_get (parameter, "(uu)", &side, &index);
  if (side < VR_N_SIDES && vr_overrides_unset_role (overrides, side, index))
    decide (self, overrides, _ ("What you decided on a role was removed."));
}

/* What the reader decided stays, of the same paragraphs. */
static VrDocument *
replace_source (VrWindow *self, VrSide side, const VrSource *source)
{
  VrDocument *before = vr_window_get_document (self);
  g_autoptr (VrDocument) bare = vr_document_with_source (before, side, source);

  return vr_document_with_overrides (bare, vr_document_get_overrides (before));
}

static void
set_encoding_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  g_autoptr (VrDocument) document = NULL;
  g_autofree char *sentence = NULL;
  const char *encoding;
  VrSource source;
  guint32 side;

  g_variant_get (parameter, "(u&s)", &side, &encoding);
  if (side >= VR_N_SIDES || vr_window_get_comparison (self) == NULL)
    return;
  source = *vr_document_peek_source (vr_window_begin_step (self), side);
  source.encoding = *encoding != '\0' ? encoding : NULL;
  /* What was taken back stood in another text. */
  source.kept = NULL;
  source.n_kept = 0;
  /* Translators: %s is the name of an encoding, as in “Read as windows-1252.” */
  sentence = *encoding != '\0' ? g_strdup_printf (_ ("Read as %s."), encoding)
                               : g_strdup (_ ("The encoding is detected again."));
  document = replace_source (self, side, &source);
  vr_window_push_reading (self, document, side, sentence);
}

static GArray *
copy_kept (const VrSource *source, guint32 without)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < source->n_kept; i++)
    if (source->kept[i] != without)
      g_array_append_val (kept, source->kept[i]);

  return kept;
}

static int
compare_offsets (gconstpointer a, gconstpointer b)
{
  const guint32 *one = a, *other = b;

  return (*one > *other) - (*one < *other);
}

/* Takes a repair back, or makes it again. */
static void
keep_characters_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  g_autoptr (VrDocument) document = NULL;
  g_autoptr (GArray) kept = NULL;
  gboolean is_kept;
  VrSource source;
  guint32 side, offset;

  g_variant_get (parameter, "(uub)", &side, &offset, &is_kept);
  if (side >= VR_N_SIDES || vr_window_get_comparison (self) == NULL)
    return;
  source = *vr_document_peek_source (vr_window_begin_step (self), side);
  kept = copy_kept (&source, offset);
  if (is_kept)
    g_array_append_val (kept, offset);
  g_array_sort (kept, compare_offsets);
  source.kept = (const guint32 *)(gpointer)kept->data;
  source.n_kept = kept->len;
  document = replace_source (self, side, &source);
  vr_window_push_document (self, document,
                           is_kept ? _ ("The repair was undone.") : _ ("Repaired again."));
}

static const GActionEntry entries[] = {
  { .name = "set-roles", .activate = set_roles_action, .parameter_type = VR_ROLE_TARGET_TYPE },
  { .name = "set-role", .activate = set_role_action, .parameter_type = "s", .state = "'body'" },
  { .name = "toggle-furniture", .activate = toggle_furniture_action },
  { .name = "take-out", .activate = toggle_furniture_action },
  { .name = "put-back", .activate = toggle_furniture_action },
  { .name = "undecide-role", .activate = undecide_role_action, .parameter_type = "(uu)" },
  { .name = "set-encoding", .activate = set_encoding_action, .parameter_type = "(us)" },
  { .name = "keep-characters", .activate = keep_characters_action, .parameter_type = "(uub)" },
};

void
vr_window_add_role_actions (VrWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

void
vr_window_update_role_actions (VrWindow *self, gboolean is_compare)
{
  VrRole role = VR_ROLE_BODY;
  VrRow row;
  gboolean has_row = is_compare && find_row (self, &row, &role);
  GAction *set_role = g_action_map_lookup_action (G_ACTION_MAP (self), "set-role");

  vr_window_set_enabled (self, "set-role", has_row);
  /* A menu shows which one it is. */
  if (set_role != NULL)
    g_simple_action_set_state (G_SIMPLE_ACTION (set_role),
                               g_variant_new_string (vr_role_get_nick (role)));
  vr_window_set_enabled (self, "toggle-furniture", has_row);
  vr_window_set_enabled (self, "take-out", has_row && !vr_role_is_furniture (role));
  vr_window_set_enabled (self, "put-back", has_row && vr_role_is_furniture (role));
}
