/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks under which story and variants the articles shown are kept. */
#include "vr-snapshot-dialog.h"

#include "vr-completion.h"
#include "vr-resources.h"
#include "vr-store-task-titles.h"
#include "vr-store-task.h"
#include "vr-variant.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _VrSnapshotDialog
{
  AdwWindow parent_instance;

  GCancellable *reading;
  GHashTable *names;               /* by "story/variant", those that are there: their titles, which
                                    * are slugs until they are read; empty until listed */
  GtkListStore *stories;           /* for completion */
  GtkListStore *known[VR_N_SIDES]; /* the same, variants of the story that is named */
  char *listed;                    /* (nullable): the story whose variants are in there */

  /* Template widgets */
  GtkEditable *story_entry;
  GtkCheckButton *old_check;
  GtkCheckButton *new_check;
  GtkLabel *old_title;
  GtkLabel *new_title;
  GtkEditable *old_entry;
  GtkEditable *new_entry;
  GtkLabel *old_fate;
  GtkLabel *new_fate;
  GtkWidget *keep_button;
};

enum
{
  KEEP,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VrSnapshotDialog, vr_snapshot_dialog, ADW_TYPE_WINDOW)

static GtkEditable *
get_entry (VrSnapshotDialog *self, VrSide side)
{
  return side == VR_SIDE_OLD ? self->old_entry : self->new_entry;
}

static gboolean
is_kept (VrSnapshotDialog *self, VrSide side)
{
  return gtk_check_button_get_active (side == VR_SIDE_OLD ? self->old_check : self->new_check);
}

static GtkLabel *
get_fate (VrSnapshotDialog *self, VrSide side)
{
  return side == VR_SIDE_OLD ? self->old_fate : self->new_fate;
}

static char *
dup_slug (GtkEditable *entry)
{
  return vr_variant_dup_slug (gtk_editable_get_text (entry));
}

/* What keeping one side will do, in words; "" where a name is missing. */
static char *
dup_fate (VrSnapshotDialog *self, VrSide side)
{
  g_autofree char *story = dup_slug (self->story_entry);
  g_autofree char *variant = dup_slug (get_entry (self, side));
  g_autofree char *other = dup_slug (get_entry (self, 1 - side));
  g_autofree char *name = NULL;

  if (!is_kept (self, side))
    return g_strdup (_ ("Will not be kept."));
  if (story == NULL || variant == NULL)
    return g_strdup (_ ("Needs a name with a letter or a digit."));
  name = g_strconcat (story, "/", variant, NULL);
  if (g_hash_table_contains (self->names, name))
    return g_strdup (_ ("The next version of this variant."));
  if (side == VR_SIDE_NEW && is_kept (self, VR_SIDE_OLD) && g_strcmp0 (variant, other) == 0)
    return g_strdup (_ ("The second version of this variant, after the old article."));

  return g_strdup (_ ("The first version of a new variant."));
}

static gboolean
can_keep (VrSnapshotDialog *self)
{
  g_autofree char *story = dup_slug (self->story_entry);
  gboolean is_any = FALSE;

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      g_autofree char *variant = dup_slug (get_entry (self, (VrSide)side));

      if (is_kept (self, (VrSide)side) && variant == NULL)
        return FALSE;
      is_any |= is_kept (self, (VrSide)side);
    }

  return story != NULL && is_any;
}

/* The variants of the story that is named now. */
static void
list_variants (VrSnapshotDialog *self)
{
  g_autofree char *story = dup_slug (self->story_entry);
  g_autofree char *start = g_strconcat (story != NULL ? story : "", "/", NULL);
  GHashTableIter iter;
  gpointer name, titles;

  if (g_strcmp0 (story, self->listed) == 0)
    return;
  g_free (self->listed);
  self->listed = g_steal_pointer (&story);
  for (guint side = 0; side < VR_N_SIDES; side++)
    gtk_list_store_clear (self->known[side]);
  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, &name, &titles))
    for (guint side = 0; side < VR_N_SIDES && g_str_has_prefix (name, start); side++)
      vr_completion_add (self->known[side], ((VrVariantTitles *)titles)->variant);
}

static void
update (VrSnapshotDialog *self)
{
  list_variants (self);
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      g_autofree char *fate = dup_fate (self, (VrSide)side);

      gtk_label_set_label (get_fate (self, (VrSide)side), fate);
      gtk_widget_set_sensitive (GTK_WIDGET (get_entry (self, (VrSide)side)),
                                is_kept (self, (VrSide)side));
    }
  gtk_widget_set_sensitive (self->keep_button, can_keep (self));
}

static void
free_titles (gpointer data)
{
  vr_variant_titles_clear (data);
  g_free (data);
}

static void
put_titles (VrSnapshotDialog *self, const char *name, VrVariantTitles titles)
{
  g_hash_table_insert (self->names, g_strdup (name), g_memdup2 (&titles, sizeof titles));
}

/* A story has the titles that its variants give it, as a rule one. */
static void
list_stories (VrSnapshotDialog *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer titles;

  gtk_list_store_clear (self->stories);
  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, NULL, &titles))
    if (g_hash_table_add (seen, ((VrVariantTitles *)titles)->story))
      vr_completion_add (self->stories, ((VrVariantTitles *)titles)->story);
  g_clear_pointer (&self->listed, g_free);
  update (self);
}

static void
titled_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  VrSnapshotDialog *self = VR_SNAPSHOT_DIALOG (object);
  g_autoptr (GArray) all = vr_store_task_list_titles_finish (result, NULL);

  if (all == NULL || g_cancellable_is_cancelled (self->reading))
    return;
  for (guint i = 0; i < all->len; i++)
    {
      const VrTitled *titled = &g_array_index (all, VrTitled, i);

      put_titles (self, titled->name, vr_variant_titles_copy (&titled->titles));
    }
  list_stories (self);
}

/* Nothing is completed where the archive cannot be read; keeping then says why. */
static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  VrSnapshotDialog *self = VR_SNAPSHOT_DIALOG (object);
  g_autoptr (GArray) variants = vr_store_task_list_variants_finish (result, NULL);

  if (variants == NULL || g_cancellable_is_cancelled (self->reading))
    return;
  for (guint i = 0; i < variants->len; i++)
    {
      const char *name = g_array_index (variants, VrStoreVariant, i).name;
      VrVariantTitles slugs;

      vr_variant_titles_init_slugs (&slugs, name);
      put_titles (self, name, slugs);
    }
  list_stories (self);
  vr_store_task_list_titles (G_OBJECT (self), self->reading, titled_cb);
}

static void
keep_cb (VrSnapshotDialog *self)
{
  const char *variants[VR_N_SIDES];

  if (!can_keep (self))
    return;
  for (guint side = 0; side < VR_N_SIDES; side++)
    variants[side] = is_kept (self, (VrSide)side)
                         ? gtk_editable_get_text (get_entry (self, (VrSide)side))
                         : NULL;
  g_signal_emit (self, signals[KEEP], 0, gtk_editable_get_text (self->story_entry),
                 variants[VR_SIDE_OLD], variants[VR_SIDE_NEW]);
  gtk_window_close (GTK_WINDOW (self));
}

static void
vr_snapshot_dialog_dispose (GObject *object)
{
  VrSnapshotDialog *self = VR_SNAPSHOT_DIALOG (object);

  g_cancellable_cancel (self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (self), VR_TYPE_SNAPSHOT_DIALOG);

  G_OBJECT_CLASS (vr_snapshot_dialog_parent_class)->dispose (object);
}

static void
vr_snapshot_dialog_finalize (GObject *object)
{
  VrSnapshotDialog *self = VR_SNAPSHOT_DIALOG (object);

  g_object_unref (self->reading);
  g_hash_table_unref (self->names);
  g_object_unref (self->stories);
  for (guint side = 0; side < VR_N_SIDES; side++)
    g_object_unref (self->known[side]);
  g_free (self->listed);

  G_OBJECT_CLASS (vr_snapshot_dialog_parent_class)->finalize (object);
}

static void
vr_snapshot_dialog_class_init (VrSnapshotDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vr_snapshot_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = vr_snapshot_dialog_finalize;

  signals[KEEP] = g_signal_new ("keep", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, VR_RESOURCES "vr-snapshot-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VrSnapshotDialog, story_entry);
  gtk_widget_class_bind_template_child (widget_class, VrSnapshotDialog, old_check);
  gtk_widget_class_bind_template_child (widget_class, VrSnapshotDialog, new_check);
  gtk_widget_class_bind_template_child (widget_class, VrSnapshotDialog, old_title);
  gtk_widget_class_bind_template_child (widget_class, VrSnapshotDialog, new_title);
  gtk_widget_class_bind_template_child (widget_class, VrSnapshotDialog, old_entry);
  gtk_widget_class_bind_template_child (widget_class, VrSnapshotDialog, new_entry);
  gtk_widget_class_bind_template_child (widget_class, VrSnapshotDialog, old_fate);
  gtk_widget_class_bind_template_child (widget_class, VrSnapshotDialog, new_fate);
  gtk_widget_class_bind_template_child (widget_class, VrSnapshotDialog, keep_button);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
vr_snapshot_dialog_init (VrSnapshotDialog *self)
{
  self->reading = g_cancellable_new ();
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_titles);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->stories = vr_completion_new (GTK_ENTRY (self->story_entry));
  for (guint side = 0; side < VR_N_SIDES; side++)
    self->known[side] = vr_completion_new (GTK_ENTRY (get_entry (self, (VrSide)side)));
  for (guint side = 0; side < VR_N_SIDES; side++)
    g_signal_connect_swapped (get_entry (self, (VrSide)side), "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->story_entry, "changed", G_CALLBACK (update), self);
}

VrSnapshotDialog *
vr_snapshot_dialog_new (GtkWindow *parent, const char *const titles[VR_N_SIDES],
                        const char *const variants[VR_N_SIDES])
{
  VrSnapshotDialog *self = g_object_new (VR_TYPE_SNAPSHOT_DIALOG, "transient-for", parent, NULL);

  /* A job may hold it for longer than its parent lives, which GTK's own way would not survive. */
  g_signal_connect_object (parent, "destroy", G_CALLBACK (gtk_window_destroy), self,
                           G_CONNECT_SWAPPED);
  gtk_label_set_label (self->old_title, titles[VR_SIDE_OLD]);
  gtk_label_set_label (self->new_title, titles[VR_SIDE_NEW]);
  gtk_editable_set_text (self->story_entry, titles[VR_SIDE_NEW]);
  for (guint side = 0; side < VR_N_SIDES; side++)
    gtk_editable_set_text (get_entry (self, (VrSide)side), variants[side]);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->story_entry));
  vr_store_task_list_variants (G_OBJECT (self), self->reading, listed_cb);

  return self;
}
