/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader does to what was kept, done and taken back. */
#include "vr-window-library-acts.h"

#include "vr-variant.h"
#include "vr-window-library.h"

/* Until then a toast may still come in. */
#define COMING_IN_MS 600

/* What takes an act back, or does it again. */
typedef struct
{
  GArray *steps;
  char *sentence; /* what was done */
  guint number;
} Act;

struct _VrLibraryActs
{
  GPtrArray *done;
  GPtrArray *undone;
  guint last_number;
  gboolean is_acting;
  int direction;   /* of what is under way: 0 for what is new, -1 and 1 for steps */
  char *sentence;  /* of what is under way */
  AdwToast *toast; /* (nullable): weak; about the act done last */
};

static void
act_free (gpointer data)
{
  Act *act = data;

  g_array_unref (act->steps);
  g_free (act->sentence);
  g_free (act);
}

static VrLibraryActs *
get_acts (VrWindow *self)
{
  VrLibraryActs *acts = self->library_acts;

  if (acts == NULL)
    {
      acts = self->library_acts = g_new0 (VrLibraryActs, 1);
      acts->done = g_ptr_array_new_with_free_func (act_free);
      acts->undone = g_ptr_array_new_with_free_func (act_free);
    }

  return acts;
}

void
vr_window_dispose_library_acts (VrWindow *self)
{
  VrLibraryActs *acts = g_steal_pointer (&self->library_acts);

  if (acts == NULL)
    return;
  if (acts->toast != NULL)
    g_signal_handlers_disconnect_by_data (acts->toast, acts);
  g_clear_weak_pointer (&acts->toast);
  g_ptr_array_unref (acts->done);
  g_ptr_array_unref (acts->undone);
  g_free (acts->sentence);
  g_free (acts);
}

gboolean
vr_window_is_closed (VrWindow *self)
{
  return !gtk_widget_get_visible (GTK_WIDGET (self));
}

gboolean
vr_window_is_acting (VrWindow *self)
{
  return self->library_acts != NULL && self->library_acts->is_acting;
}

void
vr_window_set_acting (VrWindow *self, gboolean is_acting)
{
  get_acts (self)->is_acting = is_acting;
  vr_window_update_actions (self);
}

const char *
vr_window_get_variant (VrWindow *self)
{
  return self->library_page != NULL && vr_window_shows (self, "library")
                 && vr_library_page_can_search (self->library_page)
             ? vr_timeline_view_get_name (vr_library_page_get_timeline (self->library_page))
             : NULL;
}

const VrVersion *
vr_window_peek_version (VrWindow *self)
{
  return vr_timeline_view_peek_selected (vr_library_page_get_timeline (self->library_page));
}

void
vr_window_refresh_library (VrWindow *self, const char *name)
{
  if (self->library_page == NULL || !vr_window_shows (self, "library"))
    return;
  if (name != NULL)
    vr_timeline_view_show (vr_library_page_get_timeline (self->library_page), name);
  vr_library_page_refresh (self->library_page);
  vr_library_page_take_focus (self->library_page);
}

static gboolean
is_thrown_away (const GArray *inverse, const char *name)
{
  for (guint i = 0; i < inverse->len; i++)
    {
      const VrStoreStep *step = &g_array_index (inverse, VrStoreStep, i);

      if (step->kind == VR_STORE_RESTORE && g_strcmp0 (step->name, name) == 0)
        return TRUE;
    }

  return FALSE;
}

/* What stands below a variant that was thrown away, or else above it. */
static const char *
find_neighbour (VrLibraryModel *model, const GArray *inverse, const char *shown)
{
  guint n = vr_library_model_get_n_variants (model);
  const char *before = NULL;
  gboolean is_behind = FALSE;

  for (guint i = 0; i < n; i++)
    {
      const char *name = vr_library_model_peek_name (model, i);

      is_behind |= g_str_equal (name, shown);
      if (is_thrown_away (inverse, name))
        continue;
      if (is_behind)
        return name;
      before = name;
    }

  return before;
}

/* Whether what @step renames becomes @name. */
static gboolean
is_name_of (const VrStoreStep *step, const char *name)
{
  g_autofree char *own = vr_variant_dup_name (step->other, step->id, NULL);

  return g_strcmp0 (own, name) == 0;
}

/* Where the variant shown is now, by what takes the act back; NULL where it stays. */
static const char *
find_subject (VrWindow *self, const GArray *inverse)
{
  const char *shown = vr_window_get_variant (self);
  const char *subject = NULL;

  if (shown != NULL && is_thrown_away (inverse, shown))
    return find_neighbour (vr_library_page_get_model (self->library_page), inverse, shown);
  for (guint i = 0; i < inverse->len; i++)
    {
      const VrStoreStep *step = &g_array_index (inverse, VrStoreStep, i);

      if (step->kind == VR_STORE_RENAME && is_name_of (step, shown))
        return step->name;
      if (step->kind == VR_STORE_DELETE && subject == NULL)
        subject = step->name;
    }

  return subject;
}

static void
undo_told (VrWindow *self, gpointer data)
{
  VrLibraryActs *acts = get_acts (self);
  const Act *last =
      acts->done->len > 0 ? g_ptr_array_index (acts->done, acts->done->len - 1) : NULL;

  if (last != NULL && last->number == GPOINTER_TO_UINT (data) && !acts->is_acting)
    vr_window_step_acts (self, -1);
}

static void
forget_toast (VrLibraryActs *acts)
{
  g_clear_weak_pointer (&acts->toast);
}

/* What was said is not so any more.  Libadwaita 1.2 would free the animation of a toast that only
 * now comes in: that one goes by itself. */
static void
dismiss_toast (VrWindow *self)
{
  VrLibraryActs *acts = get_acts (self);

  if (acts->toast != NULL
      && (g_get_monotonic_time () - self->toast_shown_at) / 1000 >= COMING_IN_MS)
    adw_toast_dismiss (acts->toast);
}

static void
tell (VrWindow *self, const Act *act)
{
  VrLibraryActs *acts = get_acts (self);
  AdwToast *toast = vr_window_tell_undo (self, acts->toast, act->sentence, undo_told,
                                         GUINT_TO_POINTER (act->number), NULL);

  if (toast == acts->toast)
    return;
  g_clear_weak_pointer (&acts->toast);
  g_set_weak_pointer (&acts->toast, toast);
  g_signal_connect_swapped (toast, "dismissed", G_CALLBACK (forget_toast), acts);
}

static void
note_done (VrWindow *self, GArray *inverse)
{
  VrLibraryActs *acts = get_acts (self);
  Act *act = g_new0 (Act, 1);

  *act = (Act){ inverse, g_steal_pointer (&acts->sentence), ++acts->last_number };
  g_ptr_array_add (acts->direction < 0 ? acts->undone : acts->done, act);
  if (acts->direction == 0)
    g_ptr_array_set_size (acts->undone, 0);
  if (acts->direction < 0)
    dismiss_toast (self);
  else
    tell (self, act);
}

static void
acted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (object);
  g_autoptr (GError) error = NULL;
  GArray *inverse = vr_store_task_act_finish (result, &error);

  if (vr_window_is_closed (self))
    {
      g_clear_pointer (&inverse, g_array_unref);
      return;
    }
  vr_window_set_acting (self, FALSE);
  if (inverse == NULL)
    {
      vr_window_tell_library_trouble (self, error);
      return;
    }
  vr_window_hush_library_trouble (self);
  vr_window_refresh_library (self, find_subject (self, inverse));
  note_done (self, inverse);
  vr_window_update_actions (self);
}

static void
begin (VrWindow *self, GArray *steps, const char *sentence, int direction)
{
  VrLibraryActs *acts = get_acts (self);

  g_free (acts->sentence);
  acts->sentence = g_strdup (sentence);
  acts->direction = direction;
  vr_window_set_acting (self, TRUE);
  vr_store_task_act (G_OBJECT (self), steps, acted_cb);
}

void
vr_window_act (VrWindow *self, GArray *steps, const char *sentence)
{
  begin (self, steps, sentence, 0);
  g_array_unref (steps);
}

gboolean
vr_window_can_step_acts (VrWindow *self, int direction)
{
  VrLibraryActs *acts = self->library_acts;

  return acts != NULL && !acts->is_acting && vr_window_shows (self, "library")
         && (direction < 0 ? acts->done : acts->undone)->len > 0;
}

void
vr_window_step_acts (VrWindow *self, int direction)
{
  VrLibraryActs *acts = get_acts (self);
  GPtrArray *from = direction < 0 ? acts->done : acts->undone;
  Act *act = g_ptr_array_steal_index (from, from->len - 1);

  begin (self, act->steps, act->sentence, direction);
  act_free (act);
}

static void
set_all_enabled (VrWindow *self, const char *const *names, gboolean is_enabled)
{
  for (guint i = 0; names[i] != NULL; i++)
    vr_window_set_enabled (self, names[i], is_enabled);
}

void
vr_window_update_library_acts (VrWindow *self)
{
  static const char *const of_variant[] = { "rename-variant", "rename-story", "move-variant",
                                            "delete-variant", "delete-story", NULL };
  static const char *const of_version[] = { "label-version", "copy-version-name", "save-source",
                                            NULL };
  static const char *const of_library[] = { "import-archive", "trash", NULL };
  gboolean can_act = vr_window_shows (self, "library") && !vr_window_is_acting (self);
  gboolean has_variant = can_act && vr_window_get_variant (self) != NULL;

  set_all_enabled (self, of_library, can_act);
  vr_window_set_enabled (self, "export-archive", has_variant);
  set_all_enabled (self, of_variant, has_variant);
  set_all_enabled (self, of_version, has_variant && vr_window_peek_version (self) != NULL);
}
