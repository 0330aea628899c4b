/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program variorum-import does: reads one source after the other, each in a process of its
 * own. */
#include "vr-import-serve.h"

#include "vr-import-child.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Whoever is killed for want of memory had nearly all of it. */
#define NEARLY_ALL_MEMORY (VR_IMPORT_MAX_MEMORY / 4 * 3)

/* What is read of an answer at a time: a pipe holds as much. */
#define READ_BYTES ((gsize)64 << 10)

/* How long a process that has said all may take to end, and how often it is looked after. */
#define LAST_WAIT_USEC 200

/* Why a process gave no answer. */
typedef enum
{
  TROUBLE_NONE,
  TROUBLE_BROKEN,
  TROUBLE_TIME,
  TROUBLE_MEMORY,
  TROUBLE_LENGTH,
  TROUBLE_STOPPED, /* by somebody else: the file is not to blame */
} Trouble;

typedef struct
{
  pid_t pid;
  int fd; /* what it says comes from here */
  gint64 deadline;
  GByteArray *answer;
} Child;

/* FALSE at the end of what comes. */
static gboolean
read_all (int fd, void *data, gsize n_bytes)
{
  guint8 *to = data;

  while (n_bytes > 0)
    {
      gssize n = read (fd, to, n_bytes);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      to += n;
      n_bytes -= (gsize)n;
    }
  return TRUE;
}

static gboolean
write_all (int fd, const void *data, gsize n_bytes)
{
  const guint8 *from = data;

  while (n_bytes > 0)
    {
      gssize n = write (fd, from, n_bytes);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      from += n;
      n_bytes -= (gsize)n;
    }
  return TRUE;
}

static gboolean
answer (VrImportStatus status, VrError code, const void *bytes, gsize n_bytes)
{
  VrImportAnswerHead head = vr_import_answer_head (status, code, n_bytes);

  return write_all (STDOUT_FILENO, &head, sizeof head) && write_all (STDOUT_FILENO, bytes, n_bytes);
}

/* Starts @child; FALSE where the system has no more processes. */
static gboolean
start (Child *child, const VrImportRequest *request, const VrImportFormat *format)
{
  int ends[2];

  if (pipe2 (ends, O_CLOEXEC) != 0)
    return FALSE;
  child->deadline = g_get_monotonic_time () + VR_IMPORT_MAX_MSEC * G_TIME_SPAN_MILLISECOND;
  child->pid = fork ();
  if (child->pid == 0)
    vr_import_child_run (request, format, ends[1]);
  close (ends[1]);
  child->fd = ends[0];
  if (child->pid < 0)
    close (ends[0]);
  return child->pid > 0;
}

static int
get_msec_left (const Child *child)
{
  gint64 left = child->deadline - g_get_monotonic_time ();

  return left > 0 ? (int)((left + G_TIME_SPAN_MILLISECOND - 1) / G_TIME_SPAN_MILLISECOND) : 0;
}

/* Whoever asked has gone, or wants no answer any more: only a socket tells. */
static gboolean
has_caller_gone (const struct pollfd *caller)
{
  struct stat info;

  return (caller->revents & (POLLHUP | POLLRDHUP | POLLERR)) != 0 && fstat (caller->fd, &info) == 0
         && S_ISSOCK (info.st_mode);
}

/* One more piece of what @child says; FALSE when that is all, or too much. */
static gboolean
read_piece (Child *child, Trouble *trouble)
{
  guint n_before = child->answer->len;
  gssize n;

  if (n_before > VR_IMPORT_MAX_ANSWER)
    {
      *trouble = TROUBLE_LENGTH;
      return FALSE;
    }
  g_byte_array_set_size (child->answer, n_before + READ_BYTES);
  n = read (child->fd, child->answer->data + n_before, READ_BYTES);
  g_byte_array_set_size (child->answer, n_before + (n > 0 ? (guint)n : 0));
  return n > 0 || (n < 0 && errno == EINTR);
}

static Trouble
listen_to (Child *child)
{
  Trouble trouble = TROUBLE_NONE;
  int left;

  while ((left = get_msec_left (child)) > 0)
    {
      struct pollfd polled[] = { { .fd = child->fd, .events = POLLIN },
                                 { .fd = STDIN_FILENO, .events = POLLRDHUP } };

      if (poll (polled, G_N_ELEMENTS (polled), left) < 0 && errno != EINTR)
        return TROUBLE_BROKEN;
      if (has_caller_gone (&polled[1]))
        {
          kill (child->pid, SIGKILL);
          _exit (0);
        }
      if (polled[0].revents != 0 && !read_piece (child, &trouble))
        return trouble;
    }
  return TROUBLE_TIME;
}

/* Waits for the end of what has nothing more to say, but not for ever. */
static int
reap (const Child *child, gboolean is_done, struct rusage *usage)
{
  int status = 0;

  while (is_done && get_msec_left (child) > 0)
    {
      if (wait4 (child->pid, &status, WNOHANG, usage) != 0)
        return status;
      g_usleep (LAST_WAIT_USEC);
    }
  kill (child->pid, SIGKILL);
  while (wait4 (child->pid, &status, 0, usage) < 0 && errno == EINTR)
    ;
  return status;
}

static Trouble
judge_end (int status, const struct rusage *usage)
{
  if (WIFEXITED (status) && WEXITSTATUS (status) == 0)
    return TROUBLE_NONE;
  if (WIFEXITED (status) && WEXITSTATUS (status) == VR_IMPORT_CHILD_NO_MEMORY)
    return TROUBLE_MEMORY;
  if (WIFSIGNALED (status) && (WTERMSIG (status) == SIGPROF || WTERMSIG (status) == SIGXCPU))
    return TROUBLE_TIME;
  return (gsize)usage->ru_maxrss * 1024 > NEARLY_ALL_MEMORY ? TROUBLE_MEMORY : TROUBLE_BROKEN;
}

/* The kernel kills whoever has used the processor for too long as well, where the signal for that
 * did nothing. */
static Trouble
judge_killed (const Child *child, const struct rusage *usage)
{
  gint64 used = (usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) * G_TIME_SPAN_SECOND
                + usage->ru_utime.tv_usec + usage->ru_stime.tv_usec;

  return get_msec_left (child) == 0 || used >= VR_IMPORT_MAX_MSEC * G_TIME_SPAN_MILLISECOND
             ? TROUBLE_TIME
             : TROUBLE_STOPPED;
}

static gboolean
was_killed (int status)
{
  return WIFSIGNALED (status)
         && (WTERMSIG (status) == SIGKILL || WTERMSIG (status) == SIGTERM
             || WTERMSIG (status) == SIGINT || WTERMSIG (status) == SIGHUP);
}

static gboolean
answer_trouble (Trouble trouble, const char *name)
{
  g_autofree char *sentence = NULL;

  if (trouble == TROUBLE_TIME)
    sentence =
        g_strdup_printf (_ ("“%s” takes longer than two seconds to be read; save its text to "
                            "a file and compare that."),
                         name);
  else if (trouble == TROUBLE_MEMORY)
    sentence =
        g_strdup_printf (_ ("“%s” needs more than 256 MB of memory to be read; save its text "
                            "to a file and compare that."),
                         name);
  else if (trouble == TROUBLE_LENGTH)
    sentence =
        g_strdup_printf (_ ("“%s” has more text than an article may have, 64 MB; cut it into "
                            "parts."),
                         name);
  else if (trouble == TROUBLE_STOPPED)
    sentence = vr_import_dup_stopped (name);
  else
    sentence =
        g_strdup_printf (_ ("“%s” cannot be read: it is damaged; save its text to a file and "
                            "compare that."),
                         name);
  return answer (VR_IMPORT_FAILED,
                 trouble == TROUBLE_BROKEN || trouble == TROUBLE_STOPPED ? VR_ERROR_INVALID
                                                                         : VR_ERROR_TOO_LARGE,
                 sentence, strlen (sentence));
}

/* What the process said begins with the head of an answer. */
static gboolean
pass_on (const GByteArray *said, const char *name)
{
  VrImportAnswerHead head;

  if (said->len < sizeof head)
    return answer_trouble (TROUBLE_BROKEN, name);
  memcpy (&head, said->data, sizeof head);
  if (!vr_import_answer_check (&head))
    return answer_trouble (TROUBLE_BROKEN, name);
  return answer (head.status, head.code, said->data + sizeof head, said->len - sizeof head);
}

static gboolean
run (const VrImportRequest *request, const VrImportFormat *format)
{
  const char *name = request->fields[VR_IMPORT_FIELD_NAME];
  g_autoptr (GByteArray) said = g_byte_array_new ();
  Child child = { .answer = said };
  struct rusage usage = { 0 };
  Trouble trouble;
  int status;

  if (!start (&child, request, format))
    return answer_trouble (TROUBLE_MEMORY, name);
  trouble = listen_to (&child);
  status = reap (&child, trouble == TROUBLE_NONE, &usage);
  close (child.fd);
  if (trouble == TROUBLE_NONE)
    trouble = judge_end (status, &usage);
  if (trouble == TROUBLE_BROKEN && was_killed (status))
    trouble = judge_killed (&child, &usage);
  return trouble == TROUBLE_NONE ? pass_on (said, name) : answer_trouble (trouble, name);
}

/* Once for each format: what the processes that are forked later find done. */
static void
warm_up (const VrImportFormat *format, GHashTable *warm)
{
  if (g_hash_table_add (warm, (gpointer)format) && format->warm_up != NULL)
    format->warm_up ();
}

gboolean
vr_import_serve (VrImportFinder find)
{
  g_autoptr (GHashTable) warm = g_hash_table_new (NULL, NULL);
  VrImportRequestHead head;

  while (read_all (STDIN_FILENO, &head, sizeof head))
    {
      g_autofree guint8 *rest = NULL;
      const VrImportFormat *format;
      VrImportRequest request;
      gsize n_rest;

      if (!vr_import_request_measure (&head, &n_rest))
        return FALSE;
      rest = g_malloc (n_rest + 1);
      if (!read_all (STDIN_FILENO, rest, n_rest) || !vr_import_request_read (&request, &head, rest))
        return FALSE;
      format = find (request.fields[VR_IMPORT_FIELD_FORMAT]);
      if (format != NULL)
        warm_up (format, warm);
      if (format != NULL ? !run (&request, format) : !answer (VR_IMPORT_MISSING, 0, "", 0))
        return TRUE;
    }
  return TRUE;
}
