/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importers that do what no importer should, each when its source says so; and one that makes a
 * paragraph of each line.  Built as variorum-import beside the test that asks it. */
#include "vr-import-serve.h"

#include "vr-error.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define BLOCK ((gsize)1 << 20)

static void
add (VrImportedBuilder *builder, const char *what, gboolean is_allowed)
{
  g_autofree char *line = g_strdup_printf ("%s: %s", what, is_allowed ? "allowed" : "refused");

  vr_imported_builder_add (builder, VR_ROLE_BODY, NULL, 0, line, -1);
}

static gboolean
can_fork (void)
{
  pid_t pid = fork ();

  if (pid == 0)
    _exit (0);
  return pid > 0;
}

/* All that a hostile file would like to do. */
static void
try_everything (VrImportedBuilder *builder)
{
  char *const argv[] = { (char *)"/bin/true", NULL };

  add (builder, "read a file", open ("/etc/passwd", O_RDONLY) >= 0);
  add (builder, "write a file", open ("/tmp/variorum-bad-import", O_WRONLY | O_CREAT, 0600) >= 0);
  add (builder, "connect", socket (AF_INET, SOCK_STREAM, 0) >= 0);
  add (builder, "fork", can_fork ());
  add (builder, "kill", kill (getppid (), SIGTERM) == 0 || getpgid (0) < -1);
  add (builder, "run code",
       mmap (NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED);
  add (builder, "execute", execv (argv[0], argv) == 0);
}

static void
eat_memory (void)
{
  for (;;)
    memset (g_malloc (BLOCK), 1, BLOCK);
}

/* What the program and its libraries take before they read anything: later no file can be opened.
 */
static gsize n_own_bytes;

static void
warm_up (void)
{
  g_autofree char *pages = NULL;
  guint64 n = 0;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &pages, NULL, NULL));
  g_assert_cmpint (sscanf (pages, "%*u %" G_GUINT64_FORMAT, &n), ==, 1);
  n_own_bytes = (gsize)n * (gsize)sysconf (_SC_PAGESIZE);
}

/* Tells how many megabytes a process can have, all in. */
static void
fill_memory (VrImportedBuilder *builder)
{
  g_autofree char *line = NULL;
  void *last = NULL;
  gsize n = n_own_bytes;

  for (void *block = NULL; block != MAP_FAILED; n += BLOCK)
    {
      last = block != NULL ? block : last;
      block = mmap (NULL, BLOCK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    }
  munmap (last, BLOCK);
  line = g_strdup_printf ("%" G_GSIZE_FORMAT, (n - BLOCK) / BLOCK);
  vr_imported_builder_add (builder, VR_ROLE_BODY, NULL, 0, line, -1);
}

/* What is written is no answer. */
static void
lie (void)
{
  static const char words[] = "{\"paragraphs\":[{\"line\":1,\"role\":\"king\"}]}";

  (void)!write (STDOUT_FILENO, words, strlen (words));
  _exit (0);
}

/* Answers for ever. */
static void
chatter (void)
{
  static const char words[4096] = "";

  while (write (STDOUT_FILENO, words, sizeof words) > 0)
    ;
}

/* The mutex is locked already: it waits without taking any time of the processor. */
static void
sleep_for_ever (void)
{
  GMutex mutex;

  g_mutex_init (&mutex);
  g_mutex_lock (&mutex);
  g_mutex_lock (&mutex);
}

static void
work_for_ever (void)
{
  for (volatile guint i = 0;; i++)
    ;
}

static gboolean
import (const VrImportSource *source, VrImportedBuilder *builder, GError **error)
{
  g_autofree char *text = g_strndup ((const char *)source->data, source->n_bytes);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  if (g_str_equal (text, "try"))
    try_everything (builder);
  else if (g_str_equal (text, "eat"))
    eat_memory ();
  else if (g_str_equal (text, "fill"))
    fill_memory (builder);
  else if (g_str_equal (text, "gulp"))
    g_malloc ((gsize)1 << 40);
  else if (g_str_equal (text, "crash"))
    raise (SIGSEGV), __builtin_trap ();
  else if (g_str_equal (text, "leave"))
    _exit (0);
  else if (g_str_equal (text, "lie"))
    lie ();
  else if (g_str_equal (text, "chatter"))
    chatter ();
  else if (g_str_equal (text, "sleep"))
    sleep_for_ever ();
  else if (g_str_equal (text, "work"))
    work_for_ever ();
  else if (g_str_equal (text, "fail"))
    {
      g_set_error (error, VR_ERROR, VR_ERROR_INVALID, "“%s” is broken on purpose.", source->name);
      return FALSE;
    }
  else
    for (guint i = 0; lines[i] != NULL; i++)
      vr_imported_builder_add (builder, i == 0 ? VR_ROLE_HEADLINE : VR_ROLE_BODY, NULL, i + 1,
                               lines[i], -1);
  return TRUE;
}

static const VrImportFormat *
find (const char *name)
{
  static const VrImportFormat format = { "html", import, warm_up };

  return g_str_equal (name, "html") ? &format : NULL;
}

int
main (void)
{
  signal (SIGPIPE, SIG_IGN);
  return vr_import_serve (find) ? 0 : 2;
}
