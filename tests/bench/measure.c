/* SPDX-License-Identifier: GPL-3.0-or-later */
/* measure OUTPUT PROGRAM [ARGUMENT...]: runs it and prints its CPU time, peak memory and status. */

/* Small on purpose: a process starts with the peak of the one that made it, so a large runner
   (Python) would hide what a small program takes. */

#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static double
to_ms (struct timeval time)
{
  return time.tv_sec * 1e3 + time.tv_usec / 1e3;
}

static int
run (const char *output, char **argv)
{
  int fd = open (output, O_WRONLY | O_CREAT | O_TRUNC, 0600);

  if (fd < 0 || dup2 (fd, STDOUT_FILENO) < 0)
    return 127;
  execvp (argv[0], argv);
  return 127;
}

int
main (int argc, char **argv)
{
  struct rusage usage;
  int status;
  pid_t child;

  if (argc < 3)
    {
      fprintf (stderr, "measure OUTPUT PROGRAM [ARGUMENT...]\n");
      return 2;
    }
  child = fork ();
  if (child == 0)
    _exit (run (argv[1], argv + 2));
  if (child < 0 || wait4 (child, &status, 0, &usage) < 0)
    {
      perror ("measure");
      return 2;
    }
  printf ("{\"cpu_ms\": %.3f, \"peak_kb\": %ld, \"status\": %d}\n",
          to_ms (usage.ru_utime) + to_ms (usage.ru_stime), usage.ru_maxrss,
          WIFEXITED (status) ? WEXITSTATUS (status) : 128 + WTERMSIG (status));
  return 0;
}
