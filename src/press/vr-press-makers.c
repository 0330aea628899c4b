/* SPDX-License-Identifier: GPL-3.0-or-later */
/* On which libraries and fonts the bytes of a report depend. */
#include "vr-press-makers.h"

#include "vr-paper.h"
#include "vr-sha256.h"

#include <fontconfig/fontconfig.h>
#include <hb.h>
#include <pango/pangocairo.h>
#include <string.h>
#include <zlib.h>

/* As many digits of a sum tell sets of fonts apart. */
#define SUM_DIGITS 16

/* What tells one font file from another: neither its place nor its age. */
static FcFontSet *
list_fonts (void)
{
  FcPattern *all = FcPatternCreate ();
  FcObjectSet *objects =
      FcObjectSetBuild (FC_FAMILY, FC_STYLE, FC_FONTVERSION, FC_INDEX, FC_FONTFORMAT, NULL);
  FcFontSet *fonts = FcFontList (NULL, all, objects);

  FcObjectSetDestroy (objects);
  FcPatternDestroy (all);

  return fonts;
}

static void
free_name (gpointer name)
{
  FcStrFree (name);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

/* They are listed in no order. */
static char *
sum_fonts (void)
{
  FcFontSet *fonts = list_fonts ();
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (free_name);
  g_autoptr (VrSha256) sum = vr_sha256_new ();
  char hex[VR_SHA256_HEX_BYTES];

  for (int i = 0; fonts != NULL && i < fonts->nfont; i++)
    g_ptr_array_add (names, FcNameUnparse (fonts->fonts[i]));
  if (fonts != NULL)
    FcFontSetDestroy (fonts);
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      vr_sha256_update (sum, name, strlen (name) + 1);
    }
  vr_sha256_finish (sum, hex);

  return g_strndup (hex, SUM_DIGITS);
}

const char *
vr_press_get_packer (void)
{
  g_autofree char *packer = g_strdup_printf ("zlib %s", zlibVersion ());

  return g_intern_string (packer);
}

static char *
dup_drawer (void)
{
  g_autofree char *fonts = sum_fonts ();

  return g_strdup_printf ("cairo %s, Pango %s, HarfBuzz %s, fonts %s", cairo_version_string (),
                          pango_version_string (), hb_version_string (), fonts);
}

const char *
vr_press_get_drawer (void)
{
  g_autofree char *drawer = dup_drawer ();

  return g_intern_string (drawer);
}

const char *
vr_press_get_printer (void)
{
  g_autofree char *drawer = dup_drawer ();
  g_autofree char *printer = g_strdup_printf ("%s, paper %s", drawer, vr_paper_get_name ());

  return g_intern_string (printer);
}
