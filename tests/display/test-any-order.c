/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever the reader does, in whatever order: every action of the window in every state of it.
 * VARIORUM_SEED repeats a run, VARIORUM_STEPS makes it longer. */
#include "plan-fixture.h"
#include "vr-preferences.h"
#include "window-fixture.h"

/* More names are interned here than GLib's first table of them has room for, and it never frees the
 * table that it leaves: tests/lsan.supp knows it by what called it, which a quick look at the stack
 * does not show. */
const char *__asan_default_options (void);

const char *
__asan_default_options (void)
{
  return "fast_unwind_on_malloc=0";
}

/* Bounds the test: about a minute where everything is slow. */
#define N_STEPS 1500

/* The window settles before the next one begins. */
#define STEPS_A_ROUND 250

/* These leave the window, or open one of the system's. */
static const char *const left_out[] = {
  "open",           "close",     "save-as",           "save", "choose-another",
  "show-shortcuts", "pair-with", "show-help-overlay", "print"
};

static const char *const texts[] = {
  "",
  "\n\n\n",
  "One word",
  "Fog came in.\n\nThe ferry waits.\n\nNobody knows why 12 boats sank.\n",
  "Fog came in at noon.\n\nNobody knows why 13 boats did not sank.\n\nThe ferry waits.\n",
  "\xe2\x80\xae"
  "desrever\xe2\x80\xac e\xcc\x81\xcc\x81\xcc\x81 \xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9\xe2"
  "\x80\x8d\xf0\x9f\x91\xa7\xe2\x80\x8d\xf0\x9f\x91\xa6\n\n\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d 5 "
  "abc\n",
};

static gboolean
is_left_out (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (left_out); i++)
    if (g_str_equal (left_out[i], name))
      return TRUE;

  return FALSE;
}

static guint32
draw (GRand *rand, guint32 n)
{
  return (guint32)g_rand_int_range (rand, 0, (gint32)n);
}

static const char *
draw_word (GRand *rand)
{
  static const char *const words[] = { "side-by-side", "inline", "changes",  "shown",
                                       "faint",        "hidden", "nonsense", "" };

  return words[draw (rand, G_N_ELEMENTS (words))];
}

/* Roles for some paragraphs, some of which may not be there. */
static GVariant *
draw_roles (GRand *rand)
{
  static const char *const roles[] = { "body", "promo", "headline", "nonsense", "" };
  g_auto (GVariantBuilder) places = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(uu)"));

  for (guint i = draw (rand, 4); i > 0; i--)
    g_variant_builder_add (&places, "(uu)", draw (rand, 3), draw (rand, 14));

  return g_variant_new ("(sa(uu))", roles[draw (rand, G_N_ELEMENTS (roles))], &places);
}

static GVariant *
draw_parameter (GRand *rand, const GVariantType *type)
{
  if (type == NULL)
    return NULL;
  if (g_variant_type_equal (type, G_VARIANT_TYPE_STRING))
    return g_variant_new_string (draw_word (rand));
  if (g_variant_type_equal (type, G_VARIANT_TYPE_BOOLEAN))
    return g_variant_new_boolean ((gboolean)draw (rand, 2));
  if (g_variant_type_equal (type, G_VARIANT_TYPE_UINT32))
    return g_variant_new_uint32 (draw (rand, 14));
  if (g_variant_type_equal (type, G_VARIANT_TYPE ("(us)")))
    return g_variant_new ("(us)", draw (rand, 3), draw_word (rand));
  if (g_variant_type_equal (type, G_VARIANT_TYPE ("(uub)")))
    return g_variant_new ("(uub)", draw (rand, 3), draw (rand, 60), (gboolean)draw (rand, 2));
  if (g_variant_type_equal (type, G_VARIANT_TYPE ("(sa(uu))")))
    return draw_roles (rand);
  g_assert_true (g_variant_type_equal (type, G_VARIANT_TYPE ("(uu)")));

  return g_variant_new ("(uu)", draw (rand, 14), draw (rand, 14));
}

static void
activate_any (GRand *rand, VrWindow *window)
{
  GActionGroup *group = G_ACTION_GROUP (window);
  g_auto (GStrv) names = g_action_group_list_actions (group);
  const char *name = names[draw (rand, g_strv_length (names))];

  if (is_left_out (name))
    return;
  g_test_message ("%s (%s)", name, vr_window_get_state (window));
  g_action_group_activate_action (
      group, name, draw_parameter (rand, g_action_group_get_action_parameter_type (group, name)));
}

static const char *
draw_text (GRand *rand)
{
  return texts[draw (rand, G_N_ELEMENTS (texts))];
}

static void
open_any (GRand *rand, VrWindow *window, char *const paths[])
{
  g_autoptr (GFile) old_file = g_file_new_for_path (paths[draw (rand, 3)]);
  g_autoptr (GFile) new_file = g_file_new_for_path (paths[draw (rand, 3)]);
  g_autoptr (VrDocument) files = vr_document_new_for_files (old_file, new_file);
  const char *old_text = draw_text (rand);
  g_autoptr (VrDocument) pasted = fixture_pasted (old_text, draw_text (rand));

  vr_window_open_document (window, draw (rand, 2) == 0 ? files : pasted);
}

static void
write_any (GRand *rand, char *const paths[])
{
  guint i = draw (rand, 2);
  g_autofree char *base = g_path_get_basename (paths[i]);
  g_autofree char *path = fixture_write (base, draw_text (rand), -1);
}

static void
prefer_any (GRand *rand)
{
  static const char *const names[] = { "fold-typographic", "fold-space", "fold-case",
                                       "fold-punctuation", "strict",     "full-width" };
  g_autoptr (VrPreferences) preferences = vr_preferences_dup_default ();

  if (draw (rand, 4) == 0)
    g_object_set (preferences, "paragraphs", draw (rand, VR_PARAGRAPHS_WRAPPED + 1), NULL);
  else if (draw (rand, 4) == 0)
    g_object_set (preferences, "mark-unit", draw (rand, 2), NULL);
  else
    g_object_set (preferences, names[draw (rand, G_N_ELEMENTS (names))], (gboolean)draw (rand, 2),
                  NULL);
}

/* Rows and folds by the pointer, which leads to these. */
static void
point_at_any (GRand *rand, VrComparePage *page)
{
  VrPairPlan *plan = vr_compare_page_get_plan (page);
  guint n = plan != NULL ? vr_pair_plan_get_n (plan) : 0;
  static const char *const actions[] = { "compare.toggle-fold", "compare.follow" };

  if (n == 0)
    return;
  if (draw (rand, 3) == 0)
    vr_compare_page_go_to_row (
        page, draw (rand, vr_comparison_get_n_rows (vr_pair_plan_get_comparison (plan))));
  else
    gtk_widget_activate_action (GTK_WIDGET (page), actions[draw (rand, 2)], "u",
                                draw (rand, n + 1));
}

static void
move_caret (GRand *rand, VrComparePage *page)
{
  VrSelection *selection = vr_compare_page_get_selection (page);

  if (vr_selection_get_column (selection) == NULL)
    return;
  vr_selection_move (selection, draw (rand, VR_TEXT_STEP_END + 1), draw (rand, 2) == 0 ? -1 : 1,
                     (gboolean)draw (rand, 2));
  vr_compare_page_copy (page);
}

static void
do_anything (GRand *rand, VrWindow *window, char *const paths[])
{
  VrComparePage *page = vr_window_get_compare_page (window);
  static const char *const queries[] = { "", "e", "the ferry", "\xe2\x80\xae", "zzz" };
  gboolean is_shown = g_str_equal (vr_window_get_state (window), "compare");
  guint32 n = draw (rand, 100);

  if (n < 60)
    activate_any (rand, window);
  else if (n < 66)
    open_any (rand, window, paths);
  else if (n < 70)
    write_any (rand, paths);
  else if (n < 76)
    prefer_any (rand);
  else if (n < 86 && is_shown)
    point_at_any (rand, page);
  else if (n < 92 && is_shown)
    move_caret (rand, page);
  else if (n < 95 && is_shown && vr_compare_page_can_find (page))
    vr_compare_page_find (page, queries[draw (rand, G_N_ELEMENTS (queries))]);
  else
    gtk_window_set_default_size (GTK_WINDOW (window), 360 + (int)draw (rand, 900), 600);
  if (draw (rand, 3) == 0)
    fixture_wait_ms (draw (rand, 30));
}

/* What the window says of itself once nothing is under way. */
static void
assert_settled (VrWindow *window)
{
  const char *state = vr_window_get_state (window);

  g_test_message ("settled: %s", state);
  for (guint i = 0; i < 400 && fixture_is_enabled (window, "cancel"); i++)
    fixture_wait_ms (25);
  g_assert_false (fixture_is_enabled (window, "cancel"));
  fixture_wait_ms (50);
  state = vr_window_get_state (window);
  g_assert_true (g_strv_contains (
      (const char *const[]){ "start", "compare", "error", "paste", "library", NULL }, state));
  if (g_str_equal (state, "compare"))
    {
      VrPairPlan *plan = vr_compare_page_get_plan (vr_window_get_compare_page (window));
      guint selected = vr_compare_page_get_selected (vr_window_get_compare_page (window));

      g_assert_nonnull (plan);
      g_assert_true (selected == VR_PAIR_NONE || selected < vr_pair_plan_get_n (plan));
    }
}

static guint32
read_number (const char *variable, guint32 otherwise)
{
  const char *word = g_getenv (variable);

  return word != NULL ? (guint32)g_ascii_strtoull (word, NULL, 10) : otherwise;
}

static void
test_any_order (void)
{
  guint32 seed = read_number ("VARIORUM_SEED", g_test_rand_int ());
  guint32 n_steps = read_number ("VARIORUM_STEPS", N_STEPS);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  VrWindow *window = fixture_open_pair (12, 1000);
  g_autofree char *old_path = fixture_write ("old.txt", texts[3], -1);
  g_autofree char *new_path = fixture_write ("new.txt", texts[4], -1);
  char *const paths[] = { old_path, new_path, "/nowhere/else.txt" };

  g_print ("# VARIORUM_SEED=%u VARIORUM_STEPS=%u\n", seed, n_steps);
  for (guint32 i = 1; i <= n_steps; i++)
    {
      do_anything (rand, window, paths);
      if (i % STEPS_A_ROUND == 0)
        assert_settled (window);
    }
  assert_settled (window);
  fixture_close_window (window);
}

/* Says which widget it is that GTK complains of; its own words have an address only. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  const char *message = "";
  const char *address;

  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE"))
      message = fields[i].value;
  address = strstr (message, " 0x");
  if (address != NULL && strstr (message, "overlapping") != NULL)
    for (GtkWidget *widget = (GtkWidget *)(gsize)g_ascii_strtoull (address + 1, NULL, 16);
         widget != NULL; widget = gtk_widget_get_parent (widget))
      g_printerr ("  %s “%s” %s\n", G_OBJECT_TYPE_NAME (widget), gtk_widget_get_name (widget),
                  GTK_IS_LABEL (widget) ? gtk_label_get_label (GTK_LABEL (widget)) : "");

  return g_log_writer_default (level, fields, n_fields, user_data);
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = NULL;

  fixture_init (&argc, &argv);
  g_log_set_writer_func (write_log, NULL, NULL);
  /* The window and the test share what is preferred by way of it. */
  application = adw_application_new ("io.github.variorum.Test", G_APPLICATION_NON_UNIQUE);
  g_test_add_func ("/window/any-order", test_any_order);

  return g_test_run ();
}
