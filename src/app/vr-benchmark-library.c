/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The developer's stopwatch in the library: each thing that a reader does there, and how long the
 * window stood still for it. */
#include "vr-benchmark.h"

#include <stdio.h>

/* Whatever a step begins is over by then. */
#define STEP_MS 2500
/* A list that does not grow any more is whole. */
#define LISTED_MS 20

typedef struct
{
  VrWindow *window;
  guint step;
  gint64 asked_at;
} Tour;

static GtkWidget *
find_named (GtkWidget *widget, const char *name)
{
  if (g_str_equal (gtk_widget_get_name (widget), name))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkSelectionModel *
get_model (Tour *tour, const char *name)
{
  GtkWidget *list = find_named (GTK_WIDGET (tour->window), name);

  return list != NULL ? gtk_list_view_get_model (GTK_LIST_VIEW (list)) : NULL;
}

static guint
count (Tour *tour, const char *name)
{
  GtkSelectionModel *model = get_model (tour, name);

  return model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;
}

static void
toggle_library (Tour *tour)
{
  g_action_group_activate_action (G_ACTION_GROUP (tour->window), "library", NULL);
}

static void
go_to_end (Tour *tour, const char *name)
{
  GtkWidget *list = find_named (GTK_WIDGET (tour->window), name);

  gtk_widget_activate_action (list, "list.scroll-to-item", "u", count (tour, name) - 1);
}

static void
end_of_versions (Tour *tour)
{
  go_to_end (tour, "versions");
}

static void
end_of_stories (Tour *tour)
{
  go_to_end (tour, "stories");
}

static void
mark (Tour *tour)
{
  GtkWidget *list = find_named (GTK_WIDGET (tour->window), "versions");
  GtkWidget *box = find_named (list, "mark-version");

  gtk_check_button_set_active (GTK_CHECK_BUTTON (box), TRUE);
}

static void
type (Tour *tour, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (find_named (GTK_WIDGET (tour->window), "library-search")),
                         words);
}

static void
search (Tour *tour)
{
  type (tour, "1");
}

static void
search_for_all (Tour *tour)
{
  type (tour, "");
}

static void
select_other (Tour *tour)
{
  guint n = count (tour, "stories");

  if (n > 1)
    gtk_selection_model_select_item (get_model (tour, "stories"), n / 2, TRUE);
}

static const struct
{
  const char *name;
  void (*act) (Tour *tour);
} steps[] = {
  { "open", toggle_library },
  { "end-of-versions", end_of_versions },
  { "mark", mark },
  { "end-of-stories", end_of_stories },
  { "search", search },
  { "search-for-all", search_for_all },
  { "select-other", select_other },
  { "leave", toggle_library },
  { "open-again", toggle_library },
};

/* Until the versions are there. */
static gboolean
listed_cb (gpointer user_data)
{
  Tour *tour = user_data;

  if (count (tour, "versions") == 0)
    return G_SOURCE_CONTINUE;
  printf ("listed-ms %.0f\n", (double)(g_get_monotonic_time () - tour->asked_at) / 1000);

  return G_SOURCE_REMOVE;
}

static gboolean
step_cb (gpointer user_data)
{
  Tour *tour = user_data;

  if (tour->step == 0)
    {
      tour->asked_at = g_get_monotonic_time ();
      g_timeout_add (LISTED_MS, listed_cb, tour);
    }
  else if (tour->step == 1 && count (tour, "versions") == 0)
    return G_SOURCE_CONTINUE;
  vr_benchmark_print_stall (tour->step > 0 ? steps[tour->step - 1].name : "start");
  if (tour->step == G_N_ELEMENTS (steps))
    {
      printf ("first-frame 0\nversions %u\nvariants %u\n", count (tour, "versions"),
              count (tour, "stories"));
      fflush (stdout);
      gtk_window_close (GTK_WINDOW (tour->window));
      return G_SOURCE_REMOVE;
    }
  steps[tour->step++].act (tour);

  return G_SOURCE_CONTINUE;
}

void
vr_benchmark_run_library (VrWindow *window)
{
  Tour *tour = g_new0 (Tour, 1);

  tour->window = window;
  g_object_set_data_full (G_OBJECT (window), "vr-tour", tour, g_free);
  g_timeout_add (STEP_MS, step_cb, tour);
}
