/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the program variorum-import to read a web page or a document. */
#include "vr-importer.h"

#include "config.h"

#include "vr-imported-json.h"
#include "vr-program.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* The program keeps its own time; one that says and takes nothing for this long has been stopped.
 */
#define STUCK_MSEC 20000

#define MAX_SENTENCE_BYTES 4096

/* One that was started, and waits for something to do or does it. */
typedef struct
{
  GPid pid;
  int fd;
  gboolean was_used;
} VrImporter;

/* Those that wait.  They belong to the process, as their programs do: starting one takes longer
 * than reading most pages. */
static GMutex idle_mutex;
static GQueue idle = G_QUEUE_INIT;

/* How a request ended without an answer. */
typedef enum
{
  TALK_DONE,
  TALK_CANCELLED,
  TALK_STOPPED, /* the other end is gone, or says nothing */
  TALK_BROKEN,  /* it says nothing that makes sense */
  TALK_MISSING, /* there is none */
} Talk;

static void
importer_free (VrImporter *self)
{
  close (self->fd);
  kill (self->pid, SIGKILL);
  while (waitpid (self->pid, NULL, 0) < 0 && errno == EINTR)
    ;
  g_spawn_close_pid (self->pid);
  g_free (self);
}

/* NULL where the program is not installed, or cannot be started. */
static VrImporter *
importer_new (void)
{
  g_autofree char *path = vr_program_find (VR_IMPORT_PROGRAM, VR_LIBEXECDIR);
  const char *const argv[] = { path, NULL };
  VrImporter *self;
  int ends[2];
  GPid pid;
  gboolean is_started;

  if (path == NULL || socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    return NULL;
  /* It closes what it inherits by itself, and the system starts it faster so. */
  is_started = g_spawn_async_with_fds (NULL, (char **)argv, NULL,
                                       G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_LEAVE_DESCRIPTORS_OPEN,
                                       NULL, NULL, &pid, ends[1], ends[1], -1, NULL);
  close (ends[1]);
  if (!is_started)
    {
      close (ends[0]);
      return NULL;
    }
  self = g_new0 (VrImporter, 1);
  self->pid = pid;
  self->fd = ends[0];
  return self;
}

static VrImporter *
take_importer (void)
{
  VrImporter *self;

  g_mutex_lock (&idle_mutex);
  self = g_queue_pop_head (&idle);
  g_mutex_unlock (&idle_mutex);
  return self != NULL ? self : importer_new ();
}

static void
give_importer_back (VrImporter *self)
{
  self->was_used = TRUE;
  g_mutex_lock (&idle_mutex);
  g_queue_push_head (&idle, self);
  g_mutex_unlock (&idle_mutex);
}

/* Waits until the other end takes or says something. */
static Talk
wait_for (const VrImporter *self, short events, GCancellable *cancellable)
{
  GPollFD cancelled = { .fd = -1 };
  gboolean can_cancel = cancellable != NULL && g_cancellable_make_pollfd (cancellable, &cancelled);
  struct pollfd polled[] = { { .fd = self->fd, .events = events },
                             { .fd = can_cancel ? cancelled.fd : -1, .events = POLLIN } };
  int n;

  do
    n = poll (polled, G_N_ELEMENTS (polled), STUCK_MSEC);
  while (n < 0 && errno == EINTR);
  if (can_cancel)
    g_cancellable_release_fd (cancellable);
  if (g_cancellable_is_cancelled (cancellable))
    return TALK_CANCELLED;
  return n > 0 ? TALK_DONE : TALK_STOPPED;
}

static Talk
say (const VrImporter *self, const void *data, gsize n_bytes, GCancellable *cancellable)
{
  const guint8 *from = data;

  while (n_bytes > 0)
    {
      gssize n = send (self->fd, from, n_bytes, MSG_NOSIGNAL | MSG_DONTWAIT);
      Talk talk;

      if (n > 0)
        {
          from += n;
          n_bytes -= (gsize)n;
          continue;
        }
      if (n == 0 || (errno != EAGAIN && errno != EINTR))
        return TALK_STOPPED;
      talk = wait_for (self, POLLOUT, cancellable);
      if (talk != TALK_DONE)
        return talk;
    }
  return TALK_DONE;
}

static Talk
listen_for (const VrImporter *self, void *data, gsize n_bytes, GCancellable *cancellable)
{
  guint8 *to = data;

  while (n_bytes > 0)
    {
      gssize n = recv (self->fd, to, n_bytes, MSG_DONTWAIT);
      Talk talk;

      if (n > 0)
        {
          to += n;
          n_bytes -= (gsize)n;
          continue;
        }
      if (n == 0 || (errno != EAGAIN && errno != EINTR))
        return TALK_STOPPED;
      talk = wait_for (self, POLLIN, cancellable);
      if (talk != TALK_DONE)
        return talk;
    }
  return TALK_DONE;
}

/* Puts the answer's head into @head and what follows, with a NUL, into @answer. */
static Talk
ask (const VrImporter *self, const VrImportRequest *request, VrImportAnswerHead *head,
     char **answer, GCancellable *cancellable)
{
  g_autoptr (GByteArray) front = g_byte_array_new ();
  Talk talk;

  vr_import_request_write_front (request, front);
  talk = say (self, front->data, front->len, cancellable);
  if (talk == TALK_DONE)
    talk = say (self, request->data, request->n_bytes, cancellable);
  if (talk == TALK_DONE)
    talk = listen_for (self, head, sizeof *head, cancellable);
  if (talk != TALK_DONE)
    return talk;
  if (!vr_import_answer_check (head))
    return TALK_BROKEN;
  *answer = g_malloc ((gsize)head->n_bytes + 1);
  (*answer)[head->n_bytes] = '\0';
  return listen_for (self, *answer, (gsize)head->n_bytes, cancellable);
}

/* The same by whichever program is there: one that waited may have been ended by somebody. */
static Talk
ask_any (const VrImportRequest *request, VrImportAnswerHead *head, char **answer,
         GCancellable *cancellable)
{
  gboolean may_try_again = TRUE;
  Talk talk = TALK_MISSING;

  while (may_try_again)
    {
      VrImporter *self = take_importer ();

      if (self == NULL)
        return TALK_MISSING;
      may_try_again = self->was_used;
      talk = ask (self, request, head, answer, cancellable);
      if (talk == TALK_DONE)
        give_importer_back (self);
      else
        importer_free (self);
      if (talk != TALK_BROKEN && talk != TALK_STOPPED)
        return talk;
      g_clear_pointer (answer, g_free);
    }
  return talk;
}

/* Why there is no answer, or none that makes sense. */
static void
set_trouble (GError **error, Talk talk, const VrImportRequest *request)
{
  const char *name = request->fields[VR_IMPORT_FIELD_NAME];
  g_autofree char *stopped = NULL;

  if (talk == TALK_STOPPED)
    {
      stopped = vr_import_dup_stopped (name);
      g_set_error_literal (error, VR_ERROR, VR_ERROR_INVALID, stopped);
    }
  else if (talk == TALK_MISSING)
    g_set_error (error, VR_ERROR, VR_ERROR_NOT_FOUND,
                 _ ("“%s” cannot be read as %s: the program “%s” is not installed."), name,
                 request->fields[VR_IMPORT_FIELD_FORMAT], VR_IMPORT_PROGRAM);
  else
    g_set_error (
        error, VR_ERROR, VR_ERROR_INVALID,
        _ ("“%s” cannot be read: it is damaged; save its text to a file and compare that."), name);
}

/* One sentence for people, whoever wrote it. */
static gboolean
is_sentence (const char *text, gsize n_bytes)
{
  if (n_bytes == 0 || n_bytes > MAX_SENTENCE_BYTES || !g_utf8_validate_len (text, n_bytes, NULL))
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

VrImported *
vr_importer_read (const VrImportRequest *request, gboolean *is_missing, GCancellable *cancellable,
                  GError **error)
{
  const char *name = request->fields[VR_IMPORT_FIELD_NAME];
  g_autofree char *answer = NULL;
  VrImportAnswerHead head = { .status = VR_IMPORT_FAILED };
  VrImported *imported = NULL;
  Talk talk;

  *is_missing = FALSE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (request->n_bytes > VR_IMPORT_MAX_BYTES)
    {
      g_set_error (error, VR_ERROR, VR_ERROR_TOO_LARGE,
                   _ ("“%s” is over the limit of 128 MB for documents; cut it into parts."), name);
      return NULL;
    }
  talk = ask_any (request, &head, &answer, cancellable);
  if (talk == TALK_CANCELLED)
    return (void)g_cancellable_set_error_if_cancelled (cancellable, error), NULL;
  *is_missing = talk == TALK_DONE && head.status == VR_IMPORT_MISSING;
  if (*is_missing)
    return NULL;
  if (talk == TALK_DONE && head.status == VR_IMPORT_DONE)
    imported = vr_imported_new_from_json (answer, (gsize)head.n_bytes);
  else if (talk == TALK_DONE && is_sentence (answer, (gsize)head.n_bytes))
    g_set_error_literal (error, VR_ERROR, (int)head.code, answer);
  if (imported == NULL && (error == NULL || *error == NULL))
    set_trouble (error, talk, request);
  return imported;
}
