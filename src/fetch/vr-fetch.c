/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loads what fetches pages, with the first one. */
#include "vr-fetch.h"

#include "config.h"

#include "vr-program.h"
#include "vr-url.h"

#include <dlfcn.h>
#include <glib/gi18n-lib.h>

#define FETCH_MODULE "variorum-fetch.so"

void
vr_fetched_free (VrFetched *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->url);
  g_free (self->content_type);
  g_free (self->charset);
  g_free (self->modified);
  g_free (self->date);
  g_free (self);
}

gboolean
vr_fetch_is_url (const char *word)
{
  return vr_url_is_page (word);
}

/* It stays until the program ends: GObject never forgets a type. */
static VrFetchFunc
load (GError **error)
{
  g_autofree char *path = vr_program_find_module (FETCH_MODULE, VR_LIBEXECDIR);
  void *module = path != NULL ? dlopen (path, RTLD_LAZY | RTLD_LOCAL) : NULL;
  VrFetchFunc fetch = NULL;

  if (path == NULL)
    {
      g_set_error (error, VR_ERROR, VR_ERROR_NOT_FOUND,
                   _ ("Web pages cannot be fetched: “%s” is not installed."), FETCH_MODULE);
      return NULL;
    }
  /* The standard has no other way from an object's address to a function's. */
  if (module != NULL)
    *(void **)&fetch = dlsym (module, "vr_fetch_with_soup");
  if (fetch == NULL)
    g_set_error (error, VR_ERROR, VR_ERROR_NOT_FOUND, _ ("Web pages cannot be fetched: %s."),
                 dlerror ());
  return fetch;
}

VrFetched *
vr_fetch (const char *url, const VrFetchOptions *options, const VrProgress *progress,
          GCancellable *cancellable, GError **error)
{
  VrFetchFunc fetch;

  if (!vr_fetch_is_url (url))
    {
      g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
                   _ ("“%s” is no address of a web page: it begins with neither http:// nor "
                      "https://."),
                   url);
      return NULL;
    }
  fetch = load (error);
  return fetch != NULL ? fetch (url, options, progress, cancellable, error) : NULL;
}
