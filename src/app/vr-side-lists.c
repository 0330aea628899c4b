/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of how a side was read, as lists: each thing in them can be undone. */
#include "vr-side-lists.h"

#include "vr-closures.h"
#include "vr-report-cue.h"
#include "vr-role-target.h"
#include "vr-role-words.h"
#include "vr-wrapped-label.h"

#include <glib/gi18n-lib.h>

/* A popover keeps within a telephone's screen; where there is more room, a line has most of it. */
#define NARROW_PX 280
#define WIDE_PX 400
#define HEIGHT_PX 420

/* By so much of it a line is known; of a biography no more is shown. */
#define LINE_CHARS 240
#define LINE_LINES 3

/* A page of a thousand comments is no list to go through line by line. */
#define MOST_LINES 500

static VrText *
get_text (VrComparison *comparison, VrSide side)
{
  return vr_article_get_text (vr_comparison_get_article (comparison, side));
}

guint
vr_side_lists_count_repairs (VrComparison *comparison, VrSide side)
{
  VrText *text = get_text (comparison, side);
  guint n = 0, n_kept = 0;

  if (text != NULL)
    {
      vr_text_peek_repairs (text, &n);
      vr_text_peek_kept (text, &n_kept);
    }

  return n + n_kept;
}

/* Whether the reader put any line of the page back. */
static guint
count_put_back (VrComparison *comparison, VrSide side)
{
  VrOverrides *overrides = vr_comparison_get_overrides (comparison);
  VrArticle *article = vr_comparison_get_article (comparison, side);
  guint n = 0, n_back = 0;
  const VrRoleChoice *choices = overrides != NULL ? vr_overrides_peek_roles (overrides, &n) : NULL;

  for (guint i = 0; i < n; i++)
    n_back += choices[i].side == side && !vr_role_is_furniture (choices[i].role)
              && vr_role_is_furniture (vr_article_get_role (article, choices[i].index));

  return n_back;
}

/* A document's format prescribes its encoding, and no other can be chosen. */
static gboolean
has_encoding (VrText *text)
{
  return text != NULL && !g_str_equal (vr_text_get_decided_by (text), "format");
}

guint
vr_side_lists_find (VrComparison *comparison, VrSide side)
{
  guint lists = has_encoding (get_text (comparison, side)) ? VR_SIDE_LIST_ENCODING : 0;

  if (vr_side_lists_count_repairs (comparison, side) > 0)
    lists |= VR_SIDE_LIST_REPAIRS;
  if (vr_comparison_get_summary (comparison)->n_furniture[side] > 0
      || count_put_back (comparison, side) > 0)
    lists |= VR_SIDE_LIST_FURNITURE;

  return lists;
}

/* As the rows have it, what is done with a line is a small button with a picture where @icon is not
 * %NULL. */
static GtkWidget *
make_button (const char *label, const char *icon, const char *about, const char *action,
             GVariant *target)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new ();
  /* Translators: what assistive technology says of a button: “Put Back: Skip to main content”. */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), label, about);

  if (icon != NULL)
    {
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, label);
    }
  else
    {
      gtk_button_set_child (GTK_BUTTON (button), gtk_label_new (label));
      gtk_widget_add_css_class (button, "text-button");
    }
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static void
add_line (GtkWidget *list, const char *line, const char *detail, GtkWidget *button)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *labels = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *words = vr_wrapped_label_new (line, NULL);

  gtk_label_set_lines (GTK_LABEL (words), LINE_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (labels), words);
  if (detail != NULL)
    gtk_box_append (GTK_BOX (labels), vr_wrapped_label_new (detail, "side-note"));
  gtk_widget_set_hexpand (labels, TRUE);
  gtk_widget_set_valign (labels, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), labels);
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (GTK_BOX (list), row);
}

static void
add_repair (GtkWidget *list, VrText *text, VrSide side, const VrRepairedRun *run, gboolean is_kept)
{
  VrSlice before = vr_text_peek_before (text, run);
  g_autofree char *old_words = g_strndup (before.text, before.n_bytes);
  g_autofree char *new_words =
      g_strndup (vr_text_peek (text, &(gsize){ 0 }) + run->from, run->to - run->from);
  /* Translators: characters before and after they were repaired. */
  g_autofree char *line = is_kept ? g_strdup_printf (_ ("“%s”"), old_words)
                                  : g_strdup_printf (_ ("“%s” → “%s”"), old_words, new_words);
  g_autofree char *detail = g_strdup_printf (
      /* Translators: %s is an encoding that a text was wrongly read in. */
      is_kept ? _ ("Left as it is; it looks as if read as %s") : _ ("Had been read as %s"),
      run->codec);

  add_line (list, line, detail,
            make_button (is_kept ? _ ("Repair Again") : _ ("Undo"), NULL, line,
                         "win.keep-characters",
                         g_variant_new ("(uub)", (guint32)side, run->source_from, !is_kept)));
}

static GtkWidget *
new_repairs (VrComparison *comparison, VrSide side)
{
  VrText *text = get_text (comparison, side);
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  guint n, n_kept;
  const VrRepairedRun *runs = vr_text_peek_repairs (text, &n);
  const VrRepairedRun *kept = vr_text_peek_kept (text, &n_kept);

  gtk_box_append (GTK_BOX (list), vr_wrapped_label_new (_ ("Repaired Characters"), "heading"));
  for (guint i = 0; i < MIN (n, MOST_LINES); i++)
    add_repair (list, text, side, &runs[i], FALSE);
  for (guint i = 0; i < MIN (n_kept, MOST_LINES); i++)
    add_repair (list, text, side, &kept[i], TRUE);

  return list;
}

/* The line, or as much of it as is shown. */
static char *
dup_line (VrSlice text)
{
  gsize n_bytes = text.n_bytes;
  char *line;

  if (g_utf8_strlen (text.text, (gssize)n_bytes) > LINE_CHARS)
    n_bytes = (gsize)(g_utf8_offset_to_pointer (text.text, LINE_CHARS) - text.text);
  line = g_strndup (text.text, n_bytes);
  g_strdelimit (line, "\r\n\t", ' ');

  return line;
}

static void
add_paragraph (GtkWidget *list, VrComparison *comparison, VrSide side, guint32 index, VrRole role)
{
  VrArticle *article = vr_comparison_get_article (comparison, side);
  VrSlice text = vr_article_get_paragraph_text (article, index);
  const char *reason = vr_article_get_role_reason (article, index);
  g_autofree char *line = dup_line (text);
  g_autofree char *cue = vr_report_dup_cue (text, TRUE);
  gboolean is_folded = role == VR_ROLE_BODY;

  add_line (list, line, is_folded && reason != NULL ? _ (reason) : NULL,
            make_button (is_folded ? _ ("Put Back") : _ ("Fold Again"),
                         is_folded ? "edit-undo-symbolic" : "edit-redo-symbolic", cue,
                         "win.set-roles", vr_role_target_new (role, side, &index, 1)));
}

/* The paragraphs of @side that are @role; with %VR_N_ROLES those of the page that were put back. */
static GArray *
find_paragraphs (VrComparison *comparison, VrSide side, guint role)
{
  VrArticle *article = vr_comparison_get_article (comparison, side);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < vr_article_get_n_paragraphs (article); i++)
    {
      VrRole own = vr_comparison_get_role (comparison, side, i);
      gboolean is_back =
          vr_role_is_furniture (vr_article_get_role (article, i)) && !vr_role_is_furniture (own);

      if (role == VR_N_ROLES ? is_back : own == role)
        g_array_append_val (found, i);
    }

  return found;
}

static void
add_furniture (GtkWidget *list, VrComparison *comparison, VrSide side, VrRole role, GArray *all)
{
  g_autoptr (GArray) found = find_paragraphs (comparison, side, role);

  if (found->len > 0)
    gtk_box_append (GTK_BOX (list), vr_wrapped_label_new (vr_role_get_title (role), "heading"));
  for (guint i = 0; i < found->len; i++)
    {
      guint32 index = g_array_index (found, guint32, i);

      if (all->len < MOST_LINES)
        add_paragraph (list, comparison, side, index, VR_ROLE_BODY);
      g_array_append_val (all, index);
    }
}

/* Lines that the reader put back go behind all others, to be folded again. */
static void
add_put_back (GtkWidget *list, VrComparison *comparison, VrSide side)
{
  g_autoptr (GArray) found = find_paragraphs (comparison, side, VR_N_ROLES);
  VrArticle *article = vr_comparison_get_article (comparison, side);

  if (count_put_back (comparison, side) == 0)
    return;
  gtk_box_append (GTK_BOX (list), vr_wrapped_label_new (_ ("Put Back"), "heading"));
  for (guint i = 0; i < MIN (found->len, MOST_LINES); i++)
    {
      guint32 index = g_array_index (found, guint32, i);

      add_paragraph (list, comparison, side, index, vr_article_get_role (article, index));
    }
}

static GtkWidget *
new_furniture (VrComparison *comparison, VrSide side)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree char *count =
      vr_closure_furniture (vr_comparison_get_summary (comparison)->n_furniture[side]);
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (list), first);
  for (guint role = 0; role < VR_N_ROLES; role++)
    if (vr_role_is_furniture (role))
      add_furniture (list, comparison, side, role, all);
  add_put_back (list, comparison, side);
  if (all->len > 0)
    add_line (first, count, NULL,
              make_button (_ ("Put All Back"), NULL, count, "win.set-roles",
                           vr_role_target_new (VR_ROLE_BODY, side,
                                               (const guint32 *)(gpointer)all->data, all->len)));

  return list;
}

GtkWidget *
vr_side_lists_new (VrComparison *comparison, VrSide side, guint lists, gboolean is_narrow)
{
  gboolean is_wide = !is_narrow && lists != VR_SIDE_LIST_ENCODING;
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  if (lists & VR_SIDE_LIST_REPAIRS)
    gtk_box_append (GTK_BOX (box), new_repairs (comparison, side));
  if (lists & VR_SIDE_LIST_FURNITURE)
    gtk_box_append (GTK_BOX (box), new_furniture (comparison, side));
  if (lists & VR_SIDE_LIST_ENCODING)
    gtk_box_append (GTK_BOX (box), vr_side_lists_new_encodings (comparison, side));
  gtk_widget_add_css_class (box, "side-lists");
  gtk_widget_set_size_request (box, is_wide ? WIDE_PX : NARROW_PX, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), HEIGHT_PX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);

  return scroller;
}
