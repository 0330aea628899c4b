/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader notes on changes: each note is a step that can be taken back. */
#include "vr-window-notes.h"

#include "vr-note-dialog.h"
#include "vr-report-cue.h"
#include "vr-report.h"
#include "vr-window-history.h"

#include <glib/gi18n-lib.h>

/* What a dialog asks about; by the time of the answer another comparison may be shown. */
typedef struct
{
  VrWindow *window; /* weak: the dialog is modal to it, and goes with it */
  char *row;
  char *about;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_weak_pointer (&question->window);
  g_free (question->row);
  g_free (question->about);
  g_free (question);
}

gboolean
vr_window_has_selected_row (VrWindow *self)
{
  VrPairPlan *plan = vr_compare_page_get_plan (self->compare_page);
  guint position = vr_compare_page_get_selected (self->compare_page);

  return plan != NULL && position != VR_PAIR_NONE && vr_pair_plan_get_fold (plan, position) == 0;
}

char *
vr_window_dup_selected_row (VrWindow *self)
{
  VrPairPlan *plan = vr_compare_page_get_plan (self->compare_page);
  guint position = vr_compare_page_get_selected (self->compare_page);

  if (plan == NULL || position == VR_PAIR_NONE)
    return NULL;

  return vr_comparison_dup_row_id (vr_pair_plan_get_comparison (plan),
                                   vr_pair_plan_get_row_index (plan, position));
}

/* The number of the note at the row of that id; behind the last one where there is none. */
static guint
find_index (const VrNotes *notes, const VrPairPlan *plan, const char *id)
{
  guint n = vr_notes_get_n (notes);

  for (guint i = 0; i < n; i++)
    {
      guint32 row = notes == vr_pair_plan_get_notes (plan) ? vr_pair_plan_get_note_row (plan, i)
                                                           : VR_NOTE_NO_ROW;
      g_autofree char *row_id =
          row != VR_NOTE_NO_ROW ? vr_comparison_dup_row_id (vr_pair_plan_get_comparison (plan), row)
                                : NULL;
      const VrRowNote *note = vr_notes_peek (notes, i);

      if (g_strcmp0 (row_id, id) == 0 || (!note->is_mirrored && g_str_equal (note->row, id)))
        return i;
    }

  return n;
}

static void
put_note (VrWindow *self, guint index, const VrRowNote *note, const char *sentence)
{
  VrDocument *before = vr_window_begin_step (self);
  g_autoptr (VrNotes) notes = vr_notes_put (vr_document_get_notes (before), index, note);
  g_autoptr (VrDocument) document = vr_document_with_notes (before, notes);

  if (!vr_document_equal (before, document))
    vr_window_push_document (self, document, sentence);
}

static void
answered_cb (const char *text, gpointer data)
{
  Question *question = data;
  VrWindow *self = question->window;
  VrPairPlan *plan = self != NULL ? vr_compare_page_get_plan (self->compare_page) : NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
  g_autofree char *copy = g_strdup (text);
  VrRowNote note = { .row = question->row, .text = copy, .about = question->about, .time = time };
  VrNotes *notes;
  guint index;

  if (plan == NULL)
    return;
  notes = vr_document_get_notes (vr_window_begin_step (self));
  index = find_index (notes, plan, question->row);
  if (*text == '\0')
    {
      if (index < vr_notes_get_n (notes))
        put_note (self, index, NULL, _ ("Note removed."));
    }
  else if (index == vr_notes_get_n (notes)
           || !g_str_equal (vr_notes_peek (notes, index)->text, text))
    put_note (self, index, &note, _ ("Note kept."));
}

/* How the row begins, on the new side where it has one. */
static char *
dup_about (const VrPairPlan *plan, guint position)
{
  VrRow row = vr_pair_plan_get_row (plan, position);
  g_autofree char *owned = NULL;
  VrSlice text = vr_report_peek_row_text (vr_pair_plan_get_comparison (plan),
                                          vr_pair_plan_get_row_index (plan, position),
                                          row.n_new > 0 ? VR_SIDE_NEW : VR_SIDE_OLD, &owned);

  return vr_report_dup_cue (text, FALSE);
}

static void
edit_note_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  VrPairPlan *plan = vr_compare_page_get_plan (self->compare_page);
  guint position = vr_compare_page_get_selected (self->compare_page);
  VrNotes *notes;
  Question *question;
  g_autofree char *sentence = NULL;
  guint index;

  if (!vr_window_has_selected_row (self))
    return;
  question = g_new0 (Question, 1);
  g_set_weak_pointer (&question->window, self);
  question->row = vr_window_dup_selected_row (self);
  question->about = dup_about (plan, position);
  notes = vr_pair_plan_get_notes (plan);
  index = find_index (notes, plan, question->row);
  /* Translators: how a paragraph begins, on which the reader writes a note. */
  sentence = g_strdup_printf (_ ("On “%s”"), question->about);
  vr_note_dialog_ask (GTK_WINDOW (self), sentence,
                      index < vr_notes_get_n (notes) ? vr_notes_peek (notes, index)->text : "",
                      answered_cb, question, question_free);
}

static void
remove_note_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  guint index = g_variant_get_uint32 (parameter);

  if (index < vr_notes_get_n (vr_document_get_notes (vr_window_begin_step (self))))
    put_note (self, index, NULL, _ ("Note removed."));
}

static void
go_to_note_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  VrPairPlan *plan = vr_compare_page_get_plan (self->compare_page);
  guint index = g_variant_get_uint32 (parameter);
  guint32 row;

  if (plan == NULL || index >= vr_notes_get_n (vr_pair_plan_get_notes (plan)))
    return;
  row = vr_pair_plan_get_note_row (plan, index);
  if (row != VR_NOTE_NO_ROW)
    vr_compare_page_go_to_place (
        self->compare_page, vr_comparison_get_row_place (vr_pair_plan_get_comparison (plan), row));
}

void
vr_window_tell_stray_notes (VrWindow *self, guint n_before)
{
  VrPairPlan *plan = vr_compare_page_get_plan (self->compare_page);
  guint n = plan != NULL ? vr_pair_plan_count_stray_notes (plan) : 0;
  g_autofree char *sentence = NULL;

  if (n <= n_before)
    return;
  sentence = g_strdup_printf (ngettext ("%'u of your notes is on a paragraph that is no longer "
                                        "there as it was; the note is kept.",
                                        "%'u of your notes are on paragraphs that are no longer "
                                        "there as they were; the notes are kept.",
                                        n),
                              n);
  vr_window_tell (self, sentence);
}

static const GActionEntry entries[] = {
  { .name = "edit-note", .activate = edit_note_action },
  { .name = "remove-note", .activate = remove_note_action, .parameter_type = "u" },
  { .name = "go-to-note", .activate = go_to_note_action, .parameter_type = "u" },
};

void
vr_window_add_note_actions (VrWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
