/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a process that reads a file of unknown origin may ask of the system, and how much of it. */
#include "vr-import-filter.h"

#include "vr-import-protocol.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

/* The processor's time has its own clock, as limits count whole seconds; the limit stands behind it
 * for a process that could stop the clock. */
#define LIMIT_SECONDS (VR_IMPORT_MAX_MSEC / 1000 + 1)

#if defined __x86_64__
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined __aarch64__
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

/* What the stack may have, and what more of its libraries a process may come to use: only of data
 * can the system count what is used, without what is mapped and never read, as 30 MB of ICU's. */
#define STACK_BYTES ((gsize)8 << 20)
#define MORE_LIBRARY_BYTES ((gsize)8 << 20)

/* What is in memory of the libraries when a process begins, where nobody tells. */
#define LIBRARY_BYTES ((gsize)16 << 20)

/* Numbers from here on are another way into the same kernel. */
#define X32_BIT 0x40000000

static void
limit (int resource, rlim_t most)
{
  const struct rlimit value = { most, most };

  setrlimit (resource, &value);
}

#ifndef __SANITIZE_ADDRESS__ /* which maps terabytes */

/* What is in memory of the program's and its libraries' files. */
static gsize
measure_libraries (void)
{
  int fd = open ("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  char line[128] = "";
  gssize n = fd >= 0 ? read (fd, line, sizeof line - 1) : -1;
  guint64 n_pages;

  if (fd >= 0)
    close (fd);
  if (n <= 0 || sscanf (line, "%*u %*u %" G_GUINT64_FORMAT, &n_pages) != 1)
    return LIBRARY_BYTES;
  return (gsize)n_pages * (gsize)sysconf (_SC_PAGESIZE);
}

/* All that a process has in memory is bounded: data, stack and files. */
static void
limit_memory (void)
{
  gsize n_other_bytes = STACK_BYTES + MORE_LIBRARY_BYTES + measure_libraries ();

  limit (RLIMIT_STACK, STACK_BYTES);
  limit (RLIMIT_DATA, VR_IMPORT_MAX_MEMORY - MIN (n_other_bytes, VR_IMPORT_MAX_MEMORY / 2));
}

#else

static void
limit_memory (void)
{
}

#endif

void
vr_import_limits_set (void)
{
  const struct itimerval time = { .it_value = { VR_IMPORT_MAX_MSEC / 1000,
                                                VR_IMPORT_MAX_MSEC % 1000 * 1000 } };

  limit_memory ();
  setitimer (ITIMER_PROF, &time, NULL);
  limit (RLIMIT_CPU, LIMIT_SECONDS);
  limit (RLIMIT_CORE, 0);
  limit (RLIMIT_FSIZE, 0);
  limit (RLIMIT_NOFILE, 0);
  limit (RLIMIT_NPROC, 0);
  prctl (PR_SET_DUMPABLE, 0);
  prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

#ifdef ARCHITECTURE

#define LOAD(field)                                                                                \
  BPF_STMT (BPF_LD | BPF_W | BPF_ABS, (guint32)offsetof (struct seccomp_data, field))
#define ANSWER(what) BPF_STMT (BPF_RET | BPF_K, what)
#define REFUSE ANSWER (SECCOMP_RET_ERRNO | EACCES)
#define SKIP_UNLESS(value, n) BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, value, 0, n)
#define ALLOW(call) SKIP_UNLESS (SYS_##call, 1), ANSWER (SECCOMP_RET_ALLOW)
/* Memory, but none that could be run: of 64 bits the lower half has the flags. */
#define ALLOW_DATA(call)                                                                           \
  SKIP_UNLESS (SYS_##call, 4), LOAD (args[2]),                                                     \
      BPF_JUMP (BPF_JMP | BPF_JSET | BPF_K, PROT_EXEC, 0, 1), REFUSE, ANSWER (SECCOMP_RET_ALLOW)

static const struct sock_filter calls[] = {
  LOAD (arch),
  SKIP_UNLESS (ARCHITECTURE, 1),
  BPF_JUMP (BPF_JMP | BPF_JA, 1, 0, 0),
  ANSWER (SECCOMP_RET_KILL_PROCESS),
  LOAD (nr),
  BPF_JUMP (BPF_JMP | BPF_JGE | BPF_K, X32_BIT, 0, 1),
  REFUSE,
  ALLOW (read),
  ALLOW (write),
  ALLOW (readv),
  ALLOW (writev),
  ALLOW (lseek),
  ALLOW (fstat),
  ALLOW (close),
  ALLOW (brk),
  ALLOW_DATA (mmap),
  ALLOW_DATA (mprotect),
  ALLOW (munmap),
  ALLOW (mremap),
  ALLOW (madvise),
  ALLOW (futex),
  ALLOW (sched_yield),
  ALLOW (clock_gettime),
  ALLOW (clock_getres),
  ALLOW (gettimeofday),
  ALLOW (getrandom),
  ALLOW (getpid),
  ALLOW (gettid),
  ALLOW (getuid),
  ALLOW (geteuid),
  ALLOW (getgid),
  ALLOW (getegid),
  ALLOW (sysinfo),
  ALLOW (rt_sigaction),
  ALLOW (rt_sigprocmask),
  ALLOW (rt_sigreturn),
  ALLOW (sigaltstack), /* a thread's own stack: sanitizers put it away at the end */
  ALLOW (restart_syscall),
  ALLOW (exit),
  ALLOW (exit_group),
  REFUSE,
};

gboolean
vr_import_filter_install (void)
{
  const struct sock_fprog program = { G_N_ELEMENTS (calls), (struct sock_filter *)calls };

  return prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

#else

gboolean
vr_import_filter_install (void)
{
  return FALSE;
}

#endif
