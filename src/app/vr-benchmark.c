/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The developer's stopwatch behind --benchmark: first frame, scrolling, finding, stalls, memory. */
#include "vr-benchmark.h"

#include <stdio.h>
#include <time.h>

#define N_FRAMES 400
#define STEP_PX 60
#define IDLE_SECONDS 20
#define N_SWITCHES 12
#define SWITCH_MS 700 /* between two switches, so that each begins at rest */
#define FIND_PREFIX "find:"

/* Finding is timed when the window is at rest. */
#define REST_MS 1500

typedef struct
{
  VrWindow *window; /* which holds this struct */
  char *mode;
  GArray *frames;     /* gint64: microseconds of work, one a frame */
  GArray *cpu_frames; /* the same in the thread's own time, whatever else the machine does */
  gint64 frame_started;
  gint64 cpu_started;
  GArray *switches;   /* gint64: microseconds from the command until rows are painted */
  gint64 switched_at; /* 0 while none is under way */
  gboolean is_scrolling;
  gboolean has_rows;
  gint64 asked_at; /* while it finds */
} Benchmark;

/* The default main context has one poll function, so these are of the process. */
static gint64 woke_at;
static gint64 longest_turn;
static gint64 cpu_woke_at;
static gint64 longest_cpu_turn;

static gint64
get_thread_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (gint64)now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* From one wait's end to the next one's begin the main loop answers nobody. */
static int
timed_poll (GPollFD *fds, guint n_fds, int timeout)
{
  int result;

  if (woke_at != 0)
    {
      longest_turn = MAX (longest_turn, g_get_monotonic_time () - woke_at);
      longest_cpu_turn = MAX (longest_cpu_turn, get_thread_time () - cpu_woke_at);
    }
  result = g_poll (fds, n_fds, timeout);
  woke_at = g_get_monotonic_time ();
  cpu_woke_at = get_thread_time ();

  return result;
}

static void
benchmark_free (gpointer data)
{
  Benchmark *self = data;

  g_free (self->mode);
  g_array_unref (self->frames);
  g_array_unref (self->cpu_frames);
  g_array_unref (self->switches);
  g_free (self);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 *left = a;
  const gint64 *right = b;

  return (*left > *right) - (*left < *right);
}

static double
percentile (GArray *sorted, double share)
{
  guint index = MIN ((guint)(sorted->len * share), sorted->len - 1);

  return g_array_index (sorted, gint64, index) / 1000.0;
}

static void
print_memory (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return;
  line = strstr (status, "VmHWM:");
  if (line != NULL)
    printf ("peak-kb %" G_GINT64_FORMAT "\n", g_ascii_strtoll (line + strlen ("VmHWM:"), NULL, 10));
}

static void
print_frames (const char *name, GArray *frames)
{
  if (frames->len == 0)
    return;
  g_array_sort (frames, compare_times);
  printf ("%s-p50-ms %.2f\n%s-p99-ms %.2f\n%s-max-ms %.2f\n", name, percentile (frames, 0.5), name,
          percentile (frames, 0.99), name, percentile (frames, 1));
}

static void
finish (Benchmark *self)
{
  printf ("frames %u\n", self->frames->len);
  print_frames ("frame", self->frames);
  print_frames ("frame-cpu", self->cpu_frames);
  print_frames ("switch", self->switches);
  printf ("longest-stall-ms %.2f\n", longest_turn / 1000.0);
  printf ("longest-stall-cpu-ms %.2f\n", longest_cpu_turn / 1000.0);
  print_memory ();
  fflush (stdout);
  gtk_window_close (GTK_WINDOW (self->window));
}

static gboolean
finish_cb (gpointer user_data)
{
  finish (user_data);

  return G_SOURCE_REMOVE;
}

static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Benchmark *self = user_data;

  self->is_scrolling =
      vr_compare_page_scroll_by (vr_window_get_compare_page (self->window), STEP_PX);
  if (self->is_scrolling && self->frames->len < N_FRAMES)
    return G_SOURCE_CONTINUE;

  self->is_scrolling = FALSE;
  g_idle_add (finish_cb, self);

  return G_SOURCE_REMOVE;
}

/* By turns what changed, one column, two columns. */
static gboolean
switch_cb (gpointer user_data)
{
  static const char *const views[] = { "changes", "inline", "side-by-side" };
  Benchmark *self = user_data;

  if (self->switches->len == N_SWITCHES)
    {
      finish (self);
      return G_SOURCE_REMOVE;
    }
  self->switched_at = g_get_monotonic_time ();
  g_action_group_activate_action (
      G_ACTION_GROUP (self->window), "view",
      g_variant_new_string (views[self->switches->len % G_N_ELEMENTS (views)]));

  return G_SOURCE_CONTINUE;
}

static gboolean
find_cb (gpointer user_data)
{
  Benchmark *self = user_data;
  VrComparePage *page = vr_window_get_compare_page (self->window);

  longest_turn = longest_cpu_turn = 0;
  self->asked_at = g_get_monotonic_time ();
  vr_compare_page_find (page, self->mode + strlen (FIND_PREFIX));

  return G_SOURCE_REMOVE;
}

static void
found (Benchmark *self)
{
  printf ("found-ms %.2f\n", (g_get_monotonic_time () - self->asked_at) / 1000.0);
  self->asked_at = 0;
  g_idle_add (finish_cb, self);
}

static void
first_rows (Benchmark *self)
{
  printf ("first-frame %" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  printf ("first-frame-cpu-us %" G_GINT64_FORMAT "\n", get_thread_time ());
  fflush (stdout);
  if (g_str_equal (self->mode, "scroll"))
    gtk_widget_add_tick_callback (GTK_WIDGET (self->window), scroll_cb, self, NULL);
  else if (g_str_equal (self->mode, "views"))
    g_timeout_add (SWITCH_MS, switch_cb, self);
  else if (g_str_equal (self->mode, "idle"))
    g_timeout_add_seconds (IDLE_SECONDS, finish_cb, self);
  else if (g_str_has_prefix (self->mode, FIND_PREFIX))
    g_timeout_add (REST_MS, find_cb, self);
  else
    g_idle_add (finish_cb, self);
}

static void
before_paint_cb (GdkFrameClock *clock, Benchmark *self)
{
  self->frame_started = g_get_monotonic_time ();
  self->cpu_started = get_thread_time ();
}

static void
after_paint_cb (GdkFrameClock *clock, Benchmark *self)
{
  gint64 spent = g_get_monotonic_time () - self->frame_started;
  gint64 cpu_spent = get_thread_time () - self->cpu_started;
  VrComparePage *page = vr_window_get_compare_page (self->window);

  if (self->is_scrolling)
    {
      g_array_append_val (self->frames, spent);
      g_array_append_val (self->cpu_frames, cpu_spent);
    }
  if (self->switched_at != 0 && vr_compare_page_has_painted_rows (page))
    {
      gint64 taken = g_get_monotonic_time () - self->switched_at;

      g_array_append_val (self->switches, taken);
      self->switched_at = 0;
    }
  if (self->asked_at != 0 && vr_compare_page_has_painted_match (page))
    found (self);
  if (self->has_rows || !vr_compare_page_has_painted_rows (page))
    return;
  self->has_rows = TRUE;
  first_rows (self);
}

void
vr_benchmark_print_stall (const char *name)
{
  printf ("%s-stall-ms %.2f\n%s-stall-cpu-ms %.2f\n", name, (double)longest_turn / 1000.0, name,
          (double)longest_cpu_turn / 1000.0);
  fflush (stdout);
  longest_turn = longest_cpu_turn = 0;
}

static gboolean
library_cb (gpointer user_data)
{
  vr_benchmark_run_library (VR_WINDOW (user_data));

  return G_SOURCE_REMOVE;
}

static void
realize_cb (GtkWidget *widget, Benchmark *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);

  if (g_str_equal (self->mode, "library"))
    {
      g_timeout_add (REST_MS, library_cb, widget);
      return;
    }

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), self);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb), self);
}

void
vr_benchmark_run (VrWindow *window, const char *mode)
{
  Benchmark *self = g_new0 (Benchmark, 1);

  self->window = window;
  self->mode = g_strdup (mode);
  self->frames = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->cpu_frames = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->switches = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_object_set_data_full (G_OBJECT (window), "vr-benchmark", self, benchmark_free);
  g_main_context_set_poll_func (NULL, timed_poll);
  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), self);
}
