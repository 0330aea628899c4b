/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The archive beside bare libgit2, for bench-archive.py.

   bench-archive snapshots FOLDER N     medians of N synced snapshots, of N bare loops, in turn
   bench-archive fill ARCHIVE N M       an archive of N variants with M versions each
   bench-archive log ARCHIVE N          medians of N logs with flags, of N bare walks, in turn
   bench-archive grow ARCHIVE M N       medians of N snapshots behind M versions and of a log; a
   text that is back for the first time, and another after it
   bench-archive search ARCHIVE N       medians of N searches for phrases of
   several kinds */
#include "vr-git.h"
#include "vr-history-flags.h"
#include "vr-history-search.h"
#include "vr-history-snapshot.h"
#include "vr-snapshot.h"
#include "vr-variant.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#define N_PARAGRAPHS 30
#define SPRING 1397606400
#define HOUR 3600
#define VARIANTS_A_STORY 10

static void
check (const GError *error)
{
  if (error == NULL)
    return;
  fprintf (stderr, "bench-archive: %s\n", error->message);
  exit (2);
}

static void
check_git (int code)
{
  if (code >= 0)
    return;
  fprintf (stderr, "bench-archive: %s\n", git_error_last ()->message);
  exit (2);
}

static guint
next_random (guint *seed)
{
  *seed = *seed * 1103515245 + 12345;

  return *seed >> 16;
}

/* Every other word is one of the few that stand everywhere, the rest are of some thousands, the
 * first of them the most frequent. */
static void
append_word (GString *text, guint *seed)
{
  static const char *const frequent[] = { "the",  "of",  "and", "to",   "in",   "a",  "that",
                                          "was",  "for", "on",  "with", "as",   "by", "at",
                                          "from", "it",  "is",  "said", "were", "had" };
  static const char *const syllables[] = { "ha", "ber", "lo",  "min", "qua", "ster", "fo", "gar",
                                           "pi", "lot", "tre", "vin", "cu",  "dal",  "ne", "rus" };
  guint number = next_random (seed) % 4096;

  if (next_random (seed) % 2 == 0)
    {
      g_string_append (text, frequent[number % G_N_ELEMENTS (frequent)]);
      return;
    }
  for (number = number * number >> 12; number > 0; number >>= 4)
    g_string_append (text, syllables[number % G_N_ELEMENTS (syllables)]);
  g_string_append (text, "den");
}

static void
append_sentence (GString *text, guint *seed)
{
  guint n = 9 + next_random (seed) % 8;

  g_string_append (text, "Ship");
  for (guint i = 0; i < n; i++)
    {
      g_string_append_c (text, ' ');
      append_word (text, seed);
    }
  g_string_append (text, ". ");
}

/* Some 8 KB of prose, a paragraph of which is another in each version. */
static char *
make_text (guint variant, guint version)
{
  GString *text = g_string_new ("The quay is shut\n\n");

  for (guint i = 0; i < N_PARAGRAPHS; i++)
    {
      guint own = version / N_PARAGRAPHS + (version % N_PARAGRAPHS >= i);
      guint seed = variant * 7919 + i * 104729 + own * 1299709;

      for (guint k = 0; k < 4; k++)
        append_sentence (text, &seed);
      g_string_append (text, "\n\n");
    }

  return g_string_free (text, FALSE);
}

static VrArticle *
make_article (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VrText) text = vr_text_new_from_bytes (bytes, "UTF-8", "bench", &error);

  check (error);

  return vr_article_new (text, VR_PARAGRAPHS_AUTO, "en");
}

/* What is kept, ready before the clock runs. */
typedef struct
{
  GBytes *bytes;
  VrArticle *article;
  GDateTime *time;
  VrSnapshot snapshot;
} Kept;

static void
kept_init (Kept *self, guint variant, guint version)
{
  char *text = make_text (variant, version);

  self->bytes = g_bytes_new_take (text, strlen (text));
  self->article = make_article (self->bytes);
  self->time = g_date_time_new_from_unix_utc (SPRING + (gint64)version * HOUR);
  self->snapshot = (VrSnapshot){ .story = "story",
                                 .variant = "variant",
                                 .article = self->article,
                                 .source = self->bytes,
                                 .source_name = "bench.txt",
                                 .retrieved = self->time };
}

static void
kept_clear (Kept *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->article, vr_article_unref);
  g_clear_pointer (&self->time, g_date_time_unref);
}

static gint64
snapshot_us (VrArchive *archive, const Kept *kept, char **before)
{
  g_autoptr (GError) error = NULL;
  char *id = NULL;
  gint64 began = g_get_monotonic_time ();
  VrSnapshotResult result = vr_snapshot_write (
      archive, &kept->snapshot, *before, "1 of 31 paragraphs changed: 1 edited.\n", &id, &error);
  gint64 took = g_get_monotonic_time () - began;

  check (error);
  if (result != VR_SNAPSHOT_WRITTEN)
    exit (2);
  g_free (*before);
  *before = id;

  return took;
}

static gint64
history_us (VrArchive *archive, Kept *kept, const char *variant)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  gint64 began = g_get_monotonic_time ();

  kept->snapshot.variant = variant;
  if (vr_history_snapshot (archive, &kept->snapshot, &id, &error) != VR_SNAPSHOT_WRITTEN)
    check (error);

  return g_get_monotonic_time () - began;
}

/* What libgit2's own functions take for a text that nobody compares: blob, tree, commit, ref. */
static gint64
bare_us (git_repository *repository, const Kept *kept)
{
  gsize n_bytes;
  const void *data = g_bytes_get_data (kept->bytes, &n_bytes);
  gint64 began = g_get_monotonic_time ();
  git_treebuilder *builder = NULL;
  git_signature *person = NULL;
  git_commit *parent = NULL;
  git_tree *tree = NULL;
  git_oid id, parent_id;
  const git_commit *parents[1];
  gint64 took;

  check_git (git_blob_create_from_buffer (&id, repository, data, n_bytes));
  check_git (git_treebuilder_new (&builder, repository, NULL));
  check_git (git_treebuilder_insert (NULL, builder, "article.md", &id, GIT_FILEMODE_BLOB));
  check_git (git_treebuilder_write (&id, builder));
  check_git (git_tree_lookup (&tree, repository, &id));
  check_git (git_signature_new (&person, "A", "a@b", g_date_time_to_unix (kept->time), 0));
  if (git_reference_name_to_id (&parent_id, repository, "refs/heads/story/variant") == 0)
    check_git (git_commit_lookup (&parent, repository, &parent_id));
  parents[0] = parent;
  check_git (git_commit_create (&id, repository, "refs/heads/story/variant", person, person, NULL,
                                "1 of 31 paragraphs changed: 1 edited.\n", tree, parent != NULL,
                                (gpointer)parents));
  took = g_get_monotonic_time () - began;
  git_commit_free (parent);
  git_tree_free (tree);
  git_signature_free (person);
  git_treebuilder_free (builder);

  return took;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *)a, y = *(const gint64 *)b;

  return (x > y) - (x < y);
}

static gint64
get_median (gint64 *times, guint n)
{
  qsort (times, n, sizeof *times, compare_times);

  return times[n / 2];
}

static void
bench_snapshots (const char *folder, guint n)
{
  g_autofree char *own_path = g_build_filename (folder, "own.git", NULL);
  g_autofree char *bare_path = g_build_filename (folder, "bare.git", NULL);
  g_autofree gint64 *own = g_new0 (gint64, n);
  g_autofree gint64 *bare = g_new0 (gint64, n);
  g_autofree gint64 *history = g_new0 (gint64, n);
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VrArchive) archive = vr_archive_create (own_path, &error);
  git_repository *repository = NULL;

  check (error);
  check_git (git_repository_init (&repository, bare_path, TRUE));
  for (guint i = 0; i < n; i++)
    {
      Kept kept;

      kept_init (&kept, 0, i);
      own[i] = snapshot_us (archive, &kept, &before);
      bare[i] = bare_us (repository, &kept);
      history[i] = history_us (archive, &kept, "told");
      kept_clear (&kept);
    }
  git_repository_free (repository);
  printf ("{\"snapshot_us\": %" G_GINT64_FORMAT ", \"bare_us\": %" G_GINT64_FORMAT
          ", \"history_us\": %" G_GINT64_FORMAT "}\n",
          get_median (own, n), get_median (bare, n), get_median (history, n));
}

typedef struct
{
  guint variant;
  guint version;
  guint n_versions;
  Kept kept;
  GString *message;
} Series;

static gboolean
take_next (gpointer data, VrSnapshot *snapshot, const char **message, GError **error)
{
  Series *self = data;

  kept_clear (&self->kept);
  if (self->version == self->n_versions)
    return FALSE;
  kept_init (&self->kept, self->variant, self->version++);
  *snapshot = self->kept.snapshot;
  g_string_assign (self->message, "1 of 31 paragraphs changed: 1 edited.");
  /* As a snapshot keeps them, so that a log compares nothing. */
  vr_history_flags_append (self->message, NULL, NULL);
  g_string_append (self->message, "\n" VR_VERSION_TRAILER "Words: 9 removed, 9 added, 0 moved");
  *message = self->message->str;

  return TRUE;
}

static void
fill (const char *path, guint n_variants, guint n_versions)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VrArchive) archive = vr_archive_create (path, &error);
  g_autoptr (GString) message = g_string_new (NULL);

  check (error);
  for (guint i = 0; i < n_variants; i++)
    {
      g_autofree char *name =
          g_strdup_printf ("story-%u/variant-%u", i / VARIANTS_A_STORY, i % VARIANTS_A_STORY);
      Series series = { .variant = i, .n_versions = n_versions, .message = message };
      guint n;

      vr_snapshot_write_series (archive, name, take_next, &series, &n, &error);
      check (error);
    }
}

static gint64
list_us (const char *path, const char *name)
{
  gint64 began = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (VrArchive) archive = vr_archive_open (path, &error);
  g_autoptr (GArray) versions = NULL;
  g_autoptr (VrHistoryFlags) flags = NULL;

  check (error);
  versions = vr_version_list (archive, name, &error);
  check (error);
  flags = vr_history_flags_new (archive, versions);
  for (guint i = versions->len; i > 0; i--)
    {
      vr_history_flags_get (flags, i - 1, &error);
      check (error);
    }

  return g_get_monotonic_time () - began;
}

static gint64
walk_us (const char *path, const char *name)
{
  gint64 began = g_get_monotonic_time ();
  g_autofree char *ref = g_strconcat ("refs/heads/", name, NULL);
  git_repository *repository = NULL;
  git_revwalk *walk = NULL;
  git_oid id;

  check_git (git_repository_open_bare (&repository, path));
  check_git (git_revwalk_new (&walk, repository));
  check_git (git_revwalk_push_ref (walk, ref));
  while (git_revwalk_next (&id, walk) == 0)
    {
      git_commit *commit = NULL;

      check_git (git_commit_lookup (&commit, repository, &id));
      git_commit_summary (commit);
      git_commit_free (commit);
    }
  git_revwalk_free (walk);
  git_repository_free (repository);

  return g_get_monotonic_time () - began;
}

static void
bench_log (const char *path, guint n)
{
  g_autofree gint64 *own = g_new0 (gint64, n);
  g_autofree gint64 *bare = g_new0 (gint64, n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name =
          g_strdup_printf ("story-%u/variant-%u", i / VARIANTS_A_STORY, i % VARIANTS_A_STORY);

      own[i] = list_us (path, name);
      bare[i] = walk_us (path, name);
    }
  printf ("{\"log_us\": %" G_GINT64_FORMAT ", \"walk_us\": %" G_GINT64_FORMAT "}\n",
          get_median (own, n), get_median (bare, n));
}

static void
bench_grown (const char *path, guint n_versions, guint n)
{
  g_autofree gint64 *times = g_new0 (gint64, n);
  g_autofree gint64 *logs = g_new0 (gint64, n);
  g_autoptr (GError) error = NULL;
  g_autoptr (VrArchive) archive = vr_archive_open (path, &error);
  gint64 backs[2];

  check (error);
  for (guint i = 0; i < n + G_N_ELEMENTS (backs); i++)
    {
      Kept kept;
      gint64 took;

      kept_init (&kept, 0, i >= n ? n_versions / (2 + i - n) : n_versions + i);
      kept.snapshot.story = "story-0";
      took = history_us (archive, &kept, "variant-0");
      kept_clear (&kept);
      if (i >= n)
        backs[i - n] = took;
      else
        times[i] = took;
    }
  for (guint i = 0; i < n; i++)
    logs[i] = list_us (path, "story-0/variant-0");
  printf ("{\"snapshot_us\": %" G_GINT64_FORMAT ", \"back_us\": %" G_GINT64_FORMAT
          ", \"back_again_us\": %" G_GINT64_FORMAT ", \"log_us\": %" G_GINT64_FORMAT "}\n",
          get_median (times, n), backs[0], backs[1], get_median (logs, n));
}

static gint64
search_us (VrArchive *archive, const char *phrase)
{
  gint64 began = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (VrHistorySearch) search G_GNUC_UNUSED =
      vr_history_search_new (archive, phrase, NULL, NULL, NULL, &error);

  check (error);

  return g_get_monotonic_time () - began;
}

static void
bench_search (const char *path, guint n)
{
  /* Nowhere; now and then; half of the paragraphs; two of the most frequent words; in each; too
   * short for the index and nowhere. */
  static const char *const phrases[][2] = {
    { "absent", "zebra crossing" }, { "rare", "haberden loquarusden" },
    { "frequent", "garden" },       { "two frequent words", "is said" },
    { "everywhere", "ship" },       { "two letters", "zq" }
  };
  g_autofree gint64 *times = g_new0 (gint64, n);
  g_autoptr (GError) error = NULL;
  g_autoptr (VrArchive) archive = vr_archive_open (path, &error);

  check (error);
  printf ("{\"index_us\": %" G_GINT64_FORMAT, search_us (archive, phrases[0][1]));
  for (guint k = 0; k < G_N_ELEMENTS (phrases); k++)
    {
      for (guint i = 0; i < n; i++)
        times[i] = search_us (archive, phrases[k][1]);
      printf (", \"%s\": %" G_GINT64_FORMAT, phrases[k][0], get_median (times, n));
    }
  printf ("}\n");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  if (argc == 4 && g_str_equal (argv[1], "snapshots"))
    bench_snapshots (argv[2], (guint)atoi (argv[3]));
  else if (argc == 5 && g_str_equal (argv[1], "fill"))
    fill (argv[2], (guint)atoi (argv[3]), (guint)atoi (argv[4]));
  else if (argc == 4 && g_str_equal (argv[1], "log"))
    bench_log (argv[2], (guint)atoi (argv[3]));
  else if (argc == 5 && g_str_equal (argv[1], "grow"))
    bench_grown (argv[2], (guint)atoi (argv[3]), (guint)atoi (argv[4]));
  else if (argc == 4 && g_str_equal (argv[1], "search"))
    bench_search (argv[2], (guint)atoi (argv[3]));
  else
    return 2;

  return 0;
}
