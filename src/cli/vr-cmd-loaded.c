/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands that compare, in a file that is loaded for them: the libraries they need take longer
 * to load than all that the other commands do here. */
#include "vr-cli.h"
#include "vr-program.h"

#include "config.h"

#include <dlfcn.h>
#include <glib/gi18n.h>

#define COMPARE_MODULE "variorum-compare.so"

VrStatus
vr_cmd_loaded (int argc, char **argv)
{
  g_autofree char *path = vr_program_find_module (COMPARE_MODULE, VR_LIBEXECDIR);
  /* It stays until the program ends; most of what its libraries call is never called here. */
  void *module = path != NULL ? dlopen (path, RTLD_LAZY | RTLD_LOCAL) : NULL;
  VrStatus (*run) (int, char **);

  if (path == NULL)
    return vr_cli_fail (_ ("“%s” needs the program “%s”, which is not installed."), argv[0],
                        COMPARE_MODULE);
  if (module == NULL)
    return vr_cli_fail (_ ("“%s” cannot be started: %s."), path, dlerror ());
  /* The standard has no other way from an object's address to a function's. */
  *(void **)&run = dlsym (module, "vr_compare_run");
  return run != NULL ? run (argc, argv)
                     : vr_cli_fail (_ ("“%s” cannot be started: %s."), path, dlerror ());
}
