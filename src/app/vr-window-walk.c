/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From version to version: by a step, or by itself through the life of an article. */
#include "vr-window-walk-private.h"

#include "vr-version-name.h"
#include "vr-version-word.h"
#include "vr-version-words.h"
#include "vr-window-library.h"

#include <glib/gi18n-lib.h>

VrWalk *
vr_window_get_walk (VrWindow *self)
{
  if (self->walk == NULL)
    self->walk = g_new0 (VrWalk, 1);

  return self->walk;
}

/* "story/variant" of a source, and its number. */
static char *
dup_name (const VrSource *source, guint *number)
{
  /* One that a command line named may be called anything; its address is what it is. */
  g_autofree char *address = g_uri_unescape_string (source->uri != NULL ? source->uri : "", NULL);
  const char *name = source->uri == NULL ? source->name
                     : address != NULL   ? vr_version_word_peek_name (address)
                                         : "";
  const char *at = vr_store_task_is_version (source) ? strrchr (name, '@') : NULL;

  if (at == NULL || !vr_version_name_is_number (at + 1, number))
    return NULL;

  return g_strndup (name, (gsize)(at - name));
}

/* The two versions that are shown, the older one first.  Returns: (transfer full) (nullable): their
 * variant, where both are of one */
static char *
dup_shown (VrWindow *self, guint numbers[VR_N_SIDES])
{
  g_autofree char *old_name = NULL;
  g_autofree char *new_name = NULL;
  VrDocument *document;
  guint swap;

  if (!vr_window_shows (self, "compare") || vr_window_get_comparison (self) == NULL)
    return NULL;
  document = vr_compare_task_get_document (self->task);
  old_name = dup_name (vr_document_peek_source (document, VR_SIDE_OLD), &numbers[VR_SIDE_OLD]);
  new_name = dup_name (vr_document_peek_source (document, VR_SIDE_NEW), &numbers[VR_SIDE_NEW]);
  if (old_name == NULL || g_strcmp0 (old_name, new_name) != 0)
    return NULL;
  if (numbers[VR_SIDE_OLD] > numbers[VR_SIDE_NEW])
    {
      swap = numbers[VR_SIDE_OLD];
      numbers[VR_SIDE_OLD] = numbers[VR_SIDE_NEW];
      numbers[VR_SIDE_NEW] = swap;
    }

  return g_steal_pointer (&old_name);
}

static void
forget_versions (VrWalk *walk)
{
  g_cancellable_cancel (walk->listing);
  g_clear_object (&walk->listing);
  g_clear_pointer (&walk->versions, vr_store_task_drop_versions);
  g_clear_pointer (&walk->stamp, g_free);
  walk->waiting = 0;
}

static void
stop_reading (VrWalk *walk)
{
  g_cancellable_cancel (walk->reading);
  g_clear_object (&walk->reading);
  walk->at[VR_SIDE_OLD] = walk->at[VR_SIDE_NEW] = 0;
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (VrDocument) document = vr_store_task_read_pair_finish (result, &error);

  if (self->walk == NULL || g_task_get_cancellable (G_TASK (result)) != self->walk->reading)
    return;
  g_clear_object (&self->walk->reading);
  if (document != NULL)
    {
      vr_window_replace_document (self, document);
      return;
    }
  stop_reading (self->walk);
  vr_window_stop_playing (self);
  vr_window_tell_library_trouble (self, error);
}

/* Both are there. */
void
vr_window_go_to_versions (VrWindow *self, guint older, guint newer)
{
  VrWalk *walk = self->walk;
  VrOptions options = *vr_document_peek_options (vr_compare_task_get_document (self->task));
  VrVersionPair pair = { .name = walk->name, .numbers = { older, newer } };

  stop_reading (walk);
  g_clear_handle_id (&walk->timeout, g_source_remove);
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      pair.ids[side] = g_array_index (walk->versions, VrVersion, pair.numbers[side] - 1).id;
      walk->at[side] = pair.numbers[side];
    }
  walk->reading = g_cancellable_new ();
  vr_store_task_read_pair (G_OBJECT (self), &pair, &options, walk->reading, read_cb);
}

/* Where a step goes from: whoever steps fast goes on from what is under way. */
static gboolean
find_at (VrWindow *self, guint at[VR_N_SIDES])
{
  g_autofree char *name = dup_shown (self, at);

  if (name == NULL)
    return FALSE;
  for (guint side = 0; side < VR_N_SIDES && self->walk->at[VR_SIDE_NEW] != 0; side++)
    at[side] = self->walk->at[side];

  return TRUE;
}

gboolean
vr_window_can_step_versions (VrWindow *self, int direction)
{
  guint at[VR_N_SIDES];

  if (self->walk == NULL || !find_at (self, at))
    return FALSE;
  /* Until they are listed there may be one. */
  if (self->walk->versions == NULL)
    return direction > 0 || at[VR_SIDE_OLD] > 1;
  /* The variant may be gone from the archive, or another of its name be there, with fewer. */
  if (direction < 0)
    return at[VR_SIDE_OLD] > 1 && at[VR_SIDE_OLD] <= self->walk->versions->len;

  return at[VR_SIDE_NEW] < self->walk->versions->len;
}

void
vr_window_step_versions (VrWindow *self, int direction)
{
  guint at[VR_N_SIDES];

  if (self->walk->versions == NULL)
    {
      self->walk->waiting = direction;
      return;
    }
  if (!vr_window_can_step_versions (self, direction) || !find_at (self, at))
    return;
  if (direction > 0)
    vr_window_go_to_versions (self, at[VR_SIDE_NEW], at[VR_SIDE_NEW] + 1);
  else
    vr_window_go_to_versions (self, at[VR_SIDE_OLD] - 1, at[VR_SIDE_OLD]);
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (object);
  g_autoptr (GError) error = NULL;
  g_auto (VrStoreListed) listed = { NULL };
  GArray *versions = vr_store_task_list_versions_finish (result, &listed, &error);
  VrWalk *walk = self->walk;
  int waiting;

  if (walk == NULL || g_task_get_cancellable (G_TASK (result)) != walk->listing)
    {
      g_clear_pointer (&versions, vr_store_task_drop_versions);
      return;
    }
  g_clear_object (&walk->listing);
  waiting = walk->waiting;
  walk->waiting = 0;
  /* A variant that is gone, or an archive, has no other versions either. */
  if (error != NULL)
    {
      g_clear_pointer (&walk->versions, vr_store_task_drop_versions);
      walk->versions = g_array_new (FALSE, FALSE, sizeof (VrVersion));
    }
  else if (versions != NULL)
    {
      g_clear_pointer (&walk->versions, vr_store_task_drop_versions);
      walk->versions = g_steal_pointer (&versions);
    }
  g_free (walk->stamp);
  walk->stamp = g_steal_pointer (&listed.stamp);
  vr_window_update_actions (self);
  vr_window_update_title (self);
  if (waiting != 0)
    vr_window_step_versions (self, waiting);
}

static void
list (VrWindow *self)
{
  VrWalk *walk = self->walk;

  if (walk->listing != NULL)
    return;
  walk->listing = g_cancellable_new ();
  vr_store_task_list_versions (G_OBJECT (self), walk->name, walk->stamp, walk->listing, listed_cb);
}

void
vr_window_renew_walk (VrWindow *self)
{
  if (self->walk != NULL && self->walk->versions != NULL)
    list (self);
}

/* "Version 3 of 8, 16 April 2014, 16:23" */
static char *
dup_place (VrWalk *walk, const guint shown[VR_N_SIDES])
{
  guint n = walk->versions != NULL ? walk->versions->len : 0;
  g_autofree char *when = NULL;

  if (shown[VR_SIDE_NEW] > n)
    return g_strdup ("");
  if (shown[VR_SIDE_OLD] + 1 != shown[VR_SIDE_NEW])
    return g_strdup_printf (_ ("Versions %'u and %'u of %'u"), shown[VR_SIDE_OLD],
                            shown[VR_SIDE_NEW], n);
  when = vr_version_words_dup_time (
      g_array_index (walk->versions, VrVersion, shown[VR_SIDE_NEW] - 1).published, NULL);

  /* Translators: which version of how many is compared with the one before it, and its time. */
  return g_strdup_printf (_ ("Version %'u of %'u, %s"), shown[VR_SIDE_NEW], n, when);
}

char *
vr_window_dup_walk_words (VrWindow *self)
{
  guint shown[VR_N_SIDES];
  g_autofree char *name = dup_shown (self, shown);

  /* Translators: the numbers of the two versions that are compared. */
  return name != NULL
             ? g_strdup_printf (_ ("Versions %'u and %'u"), shown[VR_SIDE_OLD], shown[VR_SIDE_NEW])
             : NULL;
}

VrVersionBar *
vr_window_get_version_bar (VrWindow *self)
{
  GtkWidget *below = GTK_WIDGET (self->toasts);
  GtkBox *box = GTK_BOX (gtk_widget_get_parent (below));

  if (self->walk->bar == NULL)
    {
      self->walk->bar = g_object_new (VR_TYPE_VERSION_BAR, NULL);
      gtk_box_insert_child_after (box, GTK_WIDGET (self->walk->bar),
                                  gtk_widget_get_prev_sibling (below));
    }

  return self->walk->bar;
}

static gboolean
is_under_way (VrWindow *self)
{
  return self->fetching != NULL || vr_window_is_busy (self)
         || (self->walk != NULL && self->walk->reading != NULL);
}

static void
show_walk (VrWindow *self, const char *name, const guint shown[VR_N_SIDES])
{
  VrWalk *walk = vr_window_get_walk (self);
  g_autofree char *place = NULL;

  if (g_strcmp0 (walk->name, name) != 0)
    {
      forget_versions (walk);
      stop_reading (walk);
      vr_window_stop_playing (self);
      g_free (walk->name);
      walk->name = g_strdup (name);
    }
  walk->is_expected = FALSE;
  if (!is_under_way (self))
    walk->at[VR_SIDE_OLD] = walk->at[VR_SIDE_NEW] = 0;
  if (walk->versions == NULL)
    list (self);
  place = dup_place (walk, shown);
  vr_version_bar_set_place (vr_window_get_version_bar (self), place);
  gtk_widget_set_visible (GTK_WIDGET (walk->bar), TRUE);
  vr_window_play_on (self);
}

void
vr_window_update_walk (VrWindow *self)
{
  guint shown[VR_N_SIDES];
  g_autofree char *name = dup_shown (self, shown);
  gboolean can_play = vr_window_can_play_library (self);

  if (name != NULL)
    {
      show_walk (self, name, shown);
      can_play = self->walk->versions == NULL || self->walk->versions->len > 1;
    }
  else if (self->walk != NULL)
    {
      if (self->walk->bar != NULL)
        gtk_widget_set_visible (GTK_WIDGET (self->walk->bar), FALSE);
      if (!self->walk->is_expected || vr_window_shows (self, "error"))
        vr_window_stop_playing (self);
    }
  vr_window_set_enabled (self, "previous-version",
                         name != NULL && vr_window_can_step_versions (self, -1));
  vr_window_set_enabled (self, "next-version",
                         name != NULL && vr_window_can_step_versions (self, 1));
  vr_window_set_enabled (self, "play-versions", can_play);
}

void
vr_window_expect_walk (VrWindow *self, const VrVersionPair *pair)
{
  VrWalk *walk = vr_window_get_walk (self);

  forget_versions (walk);
  stop_reading (walk);
  g_free (walk->name);
  walk->name = g_strdup (pair->name);
  walk->versions = pair->versions != NULL ? g_array_ref (pair->versions) : NULL;
  walk->is_expected = TRUE;
}

void
vr_window_move_walk (VrWindow *self, VrWindow *other)
{
  VrWalk *from = self->walk;
  VrWalk *to = vr_window_get_walk (other);

  if (from == NULL || from == to)
    return;
  forget_versions (to);
  g_free (to->name);
  to->name = g_steal_pointer (&from->name);
  to->versions = g_steal_pointer (&from->versions);
  to->is_expected = TRUE;
  if (from->is_playing)
    {
      vr_window_set_playing (self, FALSE);
      vr_window_set_playing (other, TRUE);
    }
}

static void
previous_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  vr_window_stop_playing (VR_WINDOW (user_data));
  vr_window_step_versions (VR_WINDOW (user_data), -1);
}

static void
next_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  vr_window_stop_playing (VR_WINDOW (user_data));
  vr_window_step_versions (VR_WINDOW (user_data), 1);
}

static const GActionEntry entries[] = {
  { .name = "previous-version", .activate = previous_action },
  { .name = "next-version", .activate = next_action },
};

void
vr_window_add_walk_actions (VrWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  vr_window_add_play_actions (self);
}

void
vr_window_dispose_walk (VrWindow *self)
{
  if (self->walk == NULL)
    return;
  g_clear_handle_id (&self->walk->timeout, g_source_remove);
  stop_reading (self->walk);
  forget_versions (self->walk);
  g_free (self->walk->name);
  g_clear_pointer (&self->walk, g_free);
}
