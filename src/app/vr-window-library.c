/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library in the window: articles are kept, versions found and compared. */
#include "vr-window-library.h"

#include "vr-library-menu.h"
#include "vr-snapshot-dialog.h"
#include "vr-store-task.h"
#include "vr-window-library-acts.h"
#include "vr-window-walk.h"

#include <glib/gi18n-lib.h>

void
vr_window_tell_library_trouble (VrWindow *self, const GError *error)
{
  vr_notice_say (vr_window_get_notice (self), "dialog-warning-symbolic", error->message, NULL,
                 NULL);
}

void
vr_window_hush_library_trouble (VrWindow *self)
{
  if (self->notice != NULL)
    vr_notice_hush (self->notice);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (VrDocument) document = vr_store_task_read_pair_finish (result, &error);
  VrWindow *window;

  if (g_task_get_cancellable (G_TASK (result)) != self->fetching)
    return;
  g_clear_object (&self->fetching);
  if (document == NULL)
    {
      vr_window_stop_playing (self);
      vr_window_tell_library_trouble (self, error);
      return;
    }
  window = vr_window_find_free (self);
  vr_window_open_document (window, document);
  vr_window_move_walk (self, window);
  window->version_place = g_steal_pointer (&self->fetched_place);
  if (window != self)
    vr_window_present_soon (window);
}

static void
stop_fetching (VrWindow *self)
{
  g_cancellable_cancel (self->fetching);
  g_clear_object (&self->fetching);
  g_clear_pointer (&self->fetched_place, vr_version_place_free);
}

static void
compare_cb (VrLibraryPage *page, const VrVersionPair *pair, VrWindow *self)
{
  VrOptions options = vr_preferences_get_options (self->preferences);

  stop_fetching (self);
  self->fetching = g_cancellable_new ();
  self->fetched_place = vr_version_place_copy (&pair->place);
  vr_window_expect_walk (self, pair);
  vr_store_task_read_pair (G_OBJECT (self), pair, &options, self->fetching, read_cb);
}

/* What others keep meanwhile comes by itself. */
static void
follow_archive (VrWindow *self)
{
  if (vr_window_shows (self, "library"))
    vr_library_page_refresh (self->library_page);
  else if (vr_window_shows (self, "compare"))
    vr_window_renew_walk (self);
}

static void
active_cb (VrWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    follow_archive (self);
}

static void
watch_archive (VrWindow *self)
{
  g_autofree char *path = vr_archive_dup_default_path ();

  self->archive = vr_archive_monitor_new (path);
  g_signal_connect_swapped (self->archive, "changed", G_CALLBACK (follow_archive), self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
}

void
vr_window_forget_version_place (VrWindow *self)
{
  g_clear_pointer (&self->version_place, vr_version_place_free);
}

void
vr_window_go_to_version_place (VrWindow *self)
{
  g_autoptr (VrVersionPlace) place = g_steal_pointer (&self->version_place);

  if (place != NULL)
    vr_compare_page_go_to_text (self->compare_page, place->side, place->text, place->is_sought);
}

static void
show_library (VrWindow *self)
{
  VrReadingStyle style = vr_preferences_get_style (self->preferences);

  if (self->library_page == NULL)
    {
      self->library_page = g_object_new (VR_TYPE_LIBRARY_PAGE, NULL);
      vr_library_page_set_style (self->library_page, &style);
      g_signal_connect (self->library_page, "compare", G_CALLBACK (compare_cb), self);
      g_signal_connect_swapped (self->library_page, "notify::comparable",
                                G_CALLBACK (vr_window_update_actions), self);
      vr_library_menu_attach (self->library_page);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->library_page), "library");
      watch_archive (self);
    }
  self->page_before_library = g_intern_string (vr_window_get_state (self));
  vr_library_page_refresh (self->library_page);
  vr_window_show_page (self, "library");
  vr_library_page_take_focus (self->library_page);
}

void
vr_window_leave_library (VrWindow *self)
{
  if (!vr_library_page_go_back (self->library_page))
    vr_window_return_to_page (self, self->page_before_library);
}

static void
library_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);

  if (vr_window_shows (self, "library"))
    vr_window_return_to_page (self, self->page_before_library);
  else
    show_library (self);
}

static void
compare_versions_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  vr_comparer_compare (VR_COMPARER (VR_WINDOW (user_data)->library_page));
}

/* Where a page is from: the name of its outlet, as far as its address has it. */
static char *
dup_host (const char *uri)
{
  g_autoptr (GUri) parsed =
      g_uri_parse (uri, G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED, NULL);
  const char *host = parsed != NULL ? g_uri_get_host (parsed) : NULL;

  if (host == NULL)
    return NULL;

  return g_strdup (g_str_has_prefix (host, "www.") ? host + strlen ("www.") : host);
}

/* A file's name without its suffix, a page's server, or what people call it. */
static char *
suggest_variant (const VrSource *source)
{
  g_autofree char *host = vr_source_is_page (source) ? dup_host (source->uri) : NULL;
  g_autoptr (GFile) file = source->uri != NULL ? g_file_new_for_uri (source->uri) : NULL;
  char *name = file != NULL ? g_file_get_basename (file) : NULL;
  char *dot = name != NULL ? strrchr (name, '.') : NULL;

  if (host != NULL)
    {
      g_free (name);
      return g_steal_pointer (&host);
    }
  if (dot != NULL && dot > name)
    *dot = '\0';
  if (name != NULL && g_utf8_validate (name, -1, NULL))
    return name;
  g_free (name);

  return g_strdup (source->name);
}

static char *
dup_kept (const VrStoreKept *kept)
{
  guint n_written = 0, n_seen = 0;

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      n_written += kept->results[side] == VR_SNAPSHOT_WRITTEN;
      n_seen += kept->results[side] == VR_SNAPSHOT_SEEN;
    }
  if (n_written == 0)
    return g_strdup_printf (ngettext ("Nothing has changed since the last version; it was noted "
                                      "that it was seen again.",
                                      "Neither has changed since its last version; it was noted "
                                      "that they were seen again.",
                                      n_seen));
  if (n_seen > 0)
    return g_strdup (_ ("One version was kept; the other article has not changed since its last."));

  return g_strdup_printf (ngettext ("%'u version was kept.", "%'u versions were kept.", n_written),
                          n_written);
}

static void
kept_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (object);
  VrStoreKept kept;
  g_autoptr (GError) error = NULL;
  gboolean is_kept = vr_store_task_keep_finish (result, &kept, &error);
  g_autofree char *sentence = NULL;

  self->is_keeping = FALSE;
  if (vr_window_is_closed (self))
    return;
  vr_window_update_actions (self);
  if (self->library_page != NULL && vr_window_shows (self, "library"))
    vr_library_page_refresh (self->library_page);
  if (!is_kept)
    {
      vr_window_tell_library_trouble (self, error);
      return;
    }
  sentence = dup_kept (&kept);
  vr_window_tell (self, sentence);
}

/* What was shown when the reader asked, whatever is shown by now. */
typedef struct
{
  VrDocument *document;
  VrComparison *comparison;
  VrWindow *window; /* above which the dialog stands */
} Shown;

static void
shown_free (gpointer data, GClosure *closure)
{
  Shown *shown = data;

  vr_document_unref (shown->document);
  vr_comparison_unref (shown->comparison);
  g_free (shown);
}

static void
keep_cb (VrSnapshotDialog *dialog, const char *story, const char *old_variant,
         const char *new_variant, Shown *shown)
{
  const char *const variants[VR_N_SIDES] = { old_variant, new_variant };

  shown->window->is_keeping = TRUE;
  vr_window_update_actions (shown->window);
  /* What was begun is kept, also where the window closes meanwhile. */
  vr_store_task_keep (G_OBJECT (shown->window), shown->document, shown->comparison, story, variants,
                      NULL, kept_cb);
}

static void
snapshot_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  VrComparison *comparison = vr_window_get_comparison (self);
  VrDocument *document = vr_compare_task_get_document (self->task);
  const char *titles[VR_N_SIDES];
  char *variants[VR_N_SIDES];
  Shown *shown = g_new0 (Shown, 1);
  VrSnapshotDialog *dialog;

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      titles[side] = vr_article_get_title (vr_comparison_get_article (comparison, side));
      variants[side] = suggest_variant (vr_document_peek_source (document, side));
    }
  dialog = vr_snapshot_dialog_new (GTK_WINDOW (self), titles, (const char *const *)variants);
  *shown = (Shown){ vr_document_ref (document), vr_comparison_ref (comparison), self };
  g_signal_connect_data (dialog, "keep", G_CALLBACK (keep_cb), shown, shown_free, 0);
  for (guint side = 0; side < VR_N_SIDES; side++)
    g_free (variants[side]);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
search_versions_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  vr_library_page_search_versions (VR_WINDOW (user_data)->library_page);
}

static void
change_library_view (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  const char *view = g_variant_get_string (state, NULL);

  if (!g_str_equal (view, "versions") && !g_str_equal (view, "origins"))
    return;
  g_simple_action_set_state (action, state);
  vr_library_page_set_view (VR_WINDOW (user_data)->library_page, g_str_equal (view, "origins")
                                                                     ? VR_VARIANT_ORIGINS
                                                                     : VR_VARIANT_VERSIONS);
}

static const GActionEntry entries[] = {
  { .name = "library", .activate = library_action },
  { .name = "search-versions", .activate = search_versions_action },
  { .name = "library-view",
    .parameter_type = "s",
    .state = "'versions'",
    .change_state = change_library_view },
  { .name = "snapshot", .activate = snapshot_action },
  { .name = "compare-versions", .activate = compare_versions_action },
};

void
vr_window_add_library_actions (VrWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  vr_window_add_library_names (self);
  vr_window_add_library_files (self);
  vr_window_add_library_trash (self);
}

/* What comes from the library is in there. */
gboolean
vr_window_can_keep (VrWindow *self)
{
  VrDocument *document;

  if (self->is_keeping || vr_window_is_leaving (self) || vr_window_get_comparison (self) == NULL
      || !(vr_window_shows (self, "compare") || vr_window_shows (self, "library")))
    return FALSE;
  document = vr_compare_task_get_document (self->task);

  return !vr_store_task_is_version (vr_document_peek_source (document, VR_SIDE_OLD))
         || !vr_store_task_is_version (vr_document_peek_source (document, VR_SIDE_NEW));
}

gboolean
vr_window_can_compare_versions (VrWindow *self)
{
  return vr_window_shows (self, "library")
         && vr_comparer_can_compare (VR_COMPARER (self->library_page));
}

gboolean
vr_window_can_search_library (VrWindow *self)
{
  return vr_window_shows (self, "library") && vr_library_page_can_search (self->library_page);
}

void
vr_window_search_library (VrWindow *self)
{
  vr_library_page_search (self->library_page);
}

gboolean
vr_window_can_play_library (VrWindow *self)
{
  return vr_window_shows (self, "library")
         && vr_timeline_view_can_play (vr_library_page_get_timeline (self->library_page));
}

void
vr_window_play_library (VrWindow *self)
{
  vr_timeline_view_play (vr_library_page_get_timeline (self->library_page));
}

void
vr_window_dispose_library (VrWindow *self)
{
  if (self->archive != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->archive, self);
      g_signal_handlers_disconnect_by_func (self, active_cb, NULL);
    }
  g_clear_object (&self->archive);
  stop_fetching (self);
  vr_window_dispose_library_acts (self);
  vr_window_forget_version_place (self);
}
