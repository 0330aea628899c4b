/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of a timeline: a version's number, what changed, when, its labels and its mark. */
#include "vr-version-row.h"

#include "vr-change-bar.h"
#include "vr-list-row.h"
#include "vr-resources.h"
#include "vr-version-words.h"

#include <glib/gi18n-lib.h>

struct _VrVersionRow
{
  GtkWidget parent_instance;

  guint number;
  gboolean is_setting;
  gboolean is_marked;
  gconstpointer told; /* the flags that are shown; only to be compared */
  char *words;        /* (nullable): what the bar says */
  char *why;          /* (nullable): the flags with their reasons */

  /* Template widgets */
  GtkWidget *content;
  GtkCheckButton *mark;
  GtkLabel *number_label;
  GtkLabel *labels_label;
  GtkWidget *change_box;
  VrChangeBar *bar;
  GtkLabel *counts_label;
  GtkLabel *flags_label;
  GtkLabel *summary_label;
  GtkLabel *when_label;
};

enum
{
  TOGGLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VrVersionRow, vr_version_row, GTK_TYPE_WIDGET)

static void
toggled_cb (VrVersionRow *self)
{
  if (!self->is_setting)
    g_signal_emit (self, signals[TOGGLED], 0);
}

/* Setting a tooltip asks the display where the pointer is; two hundred rows do not wait for that.
 */
static gboolean
tell (GtkTooltip *tooltip, const char *words)
{
  gtk_tooltip_set_text (tooltip, words);

  return words != NULL;
}

static gboolean
query_words_cb (GtkWidget *widget, int x, int y, gboolean is_by_key, GtkTooltip *tooltip,
                VrVersionRow *self)
{
  return tell (tooltip, self->words);
}

static gboolean
query_flags_cb (GtkWidget *widget, int x, int y, gboolean is_by_key, GtkTooltip *tooltip,
                VrVersionRow *self)
{
  return tell (tooltip, self->why);
}

static void
vr_version_row_finalize (GObject *object)
{
  VrVersionRow *self = VR_VERSION_ROW (object);

  g_free (self->words);
  g_free (self->why);

  G_OBJECT_CLASS (vr_version_row_parent_class)->finalize (object);
}

static void
vr_version_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VR_TYPE_VERSION_ROW);

  G_OBJECT_CLASS (vr_version_row_parent_class)->dispose (object);
}

static void
vr_version_row_class_init (VrVersionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vr_version_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = vr_version_row_finalize;

  signals[TOGGLED] = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (VR_TYPE_CHANGE_BAR);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "versionrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, VR_RESOURCES "vr-version-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VrVersionRow, content);
  gtk_widget_class_bind_template_child (widget_class, VrVersionRow, mark);
  gtk_widget_class_bind_template_child (widget_class, VrVersionRow, number_label);
  gtk_widget_class_bind_template_child (widget_class, VrVersionRow, labels_label);
  gtk_widget_class_bind_template_child (widget_class, VrVersionRow, change_box);
  gtk_widget_class_bind_template_child (widget_class, VrVersionRow, bar);
  gtk_widget_class_bind_template_child (widget_class, VrVersionRow, counts_label);
  gtk_widget_class_bind_template_child (widget_class, VrVersionRow, flags_label);
  gtk_widget_class_bind_template_child (widget_class, VrVersionRow, summary_label);
  gtk_widget_class_bind_template_child (widget_class, VrVersionRow, when_label);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, query_words_cb);
  gtk_widget_class_bind_template_callback (widget_class, query_flags_cb);
}

static void
vr_version_row_init (VrVersionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
vr_version_row_new (void)
{
  return g_object_new (VR_TYPE_VERSION_ROW, NULL);
}

static void
set_spoken (VrVersionRow *self, const VrVersion *version, const VrVersionFlags *flags)
{
  g_autofree char *spoken = vr_version_words_dup_spoken (version, flags, self->is_marked);

  vr_list_row_say (GTK_WIDGET (self), spoken);
}

void
vr_version_row_set_version (VrVersionRow *self, const VrVersion *version, gboolean is_marked)
{
  g_autofree char *number = NULL;
  g_autofree char *labels = NULL;
  g_autofree char *when = NULL;

  g_return_if_fail (VR_IS_VERSION_ROW (self));

  self->number = version != NULL ? version->number : 0;
  if (version == NULL)
    return;
  number = g_strdup_printf (_ ("Version %'u"), version->number);
  labels = vr_version_words_dup_labels (version);
  when = vr_version_words_dup_when (version);
  gtk_label_set_label (self->number_label, number);
  gtk_label_set_label (self->labels_label, labels != NULL ? labels : "");
  gtk_widget_set_visible (GTK_WIDGET (self->labels_label), labels != NULL);
  gtk_label_set_label (self->summary_label, version->summary);
  gtk_label_set_label (self->when_label, when);
  self->is_setting = TRUE;
  gtk_check_button_set_active (self->mark, is_marked);
  self->is_setting = FALSE;
  self->is_marked = is_marked;
  self->told = NULL;
}

static void
show_words (VrVersionRow *self, const VrVersionFlags *flags, guint64 longest)
{
  static const VrVersionFlags unknown = { .headline_changed = FALSE };
  const VrVersionFlags *shown = flags != NULL ? flags : &unknown;
  g_autofree char *counts = flags != NULL ? vr_version_words_dup_counts (&flags->words) : NULL;

  g_free (self->words);
  self->words = vr_changed_words_to_string (&shown->words);
  vr_change_bar_set_words (self->bar, &shown->words, longest);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), flags == NULL || self->words != NULL);
  /* The line is there before its words are. */
  gtk_label_set_label (self->counts_label, counts != NULL ? counts : "\302\240");
}

/* That a version is the first one is nothing to look twice at. */
static void
show_weight (VrVersionRow *self, const VrVersionFlags *flags)
{
  gboolean is_heavy =
      flags != NULL && (flags->headline_changed || flags->silent != NULL || flags->back_to > 0);
  GtkWidget *label = GTK_WIDGET (self->flags_label);

  gtk_widget_remove_css_class (label, is_heavy ? "dim-label" : "version-flags");
  gtk_widget_add_css_class (label, is_heavy ? "version-flags" : "dim-label");
}

void
vr_version_row_set_flags (VrVersionRow *self, const VrVersion *version, const VrVersionFlags *flags,
                          guint64 longest)
{
  g_autofree char *brief = NULL;

  g_return_if_fail (VR_IS_VERSION_ROW (self));

  /* Most rows stay as they are when a few are told. */
  if (flags != NULL && flags == self->told)
    {
      vr_change_bar_set_words (self->bar, &flags->words, longest);
      return;
    }
  self->told = flags;
  g_clear_pointer (&self->why, g_free);
  if (flags != NULL)
    {
      brief = vr_version_words_dup_flags (version, flags, FALSE);
      self->why = vr_version_words_dup_flags (version, flags, TRUE);
    }
  gtk_widget_set_visible (self->change_box, version->number > 1);
  show_words (self, flags, longest);
  gtk_label_set_label (self->flags_label, brief != NULL ? brief : "");
  gtk_widget_set_visible (GTK_WIDGET (self->flags_label), brief != NULL);
  show_weight (self, flags);
  set_spoken (self, version, flags);
}

guint
vr_version_row_get_number (VrVersionRow *self)
{
  g_return_val_if_fail (VR_IS_VERSION_ROW (self), 0);

  return self->number;
}
