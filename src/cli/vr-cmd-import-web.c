/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum archive import of a web archive. */
#include "vr-cmd-import-web.h"

#include "vr-cli-archive.h"
#include "vr-cli-gone.h"
#include "vr-import.h"
#include "vr-variant.h"
#include "vr-webarchive.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#define SNIFF_BYTES 4096

/* All of one address. */
typedef struct
{
  char *variant;
  GArray *pages;   /* VrImportPage, borrowing from the captures */
  GPtrArray *gone; /* VrCapture, borrowed */
} Page;

/* What is at hand while they are taken in. */
typedef struct
{
  const VrCliWords *words;
  const char *story;
  VrArchive *archive;
  GPtrArray *all;     /* Page, in the file's order */
  GHashTable *by_key; /* char *, Page */
  VrJsonWriter *json; /* NULL for text */
  gboolean has_failed;
} Taking;

static void
page_free (gpointer data)
{
  Page *page = data;

  g_free (page->variant);
  g_array_unref (page->pages);
  g_ptr_array_unref (page->gone);
  g_free (page);
}

gboolean
vr_cmd_import_is_web (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) input = g_file_read (file, NULL, NULL);
  guint8 data[SNIFF_BYTES];
  gsize n_bytes = 0;

  return input != NULL
         && g_input_stream_read_all (G_INPUT_STREAM (input), data, sizeof data, &n_bytes, NULL,
                                     NULL)
         && vr_webarchive_is (data, n_bytes);
}

/* What stays the same when a site moves to https: the host without www., path and query. */
static char *
dup_key (const char *url)
{
  const char *rest = strstr (url, "://") + strlen ("://");
  gsize n_host = strcspn (rest, "/?#");
  g_autofree char *host = g_ascii_strdown (rest, (gssize)n_host);
  g_autofree char *path = g_strndup (rest + n_host, strcspn (rest + n_host, "#"));
  gsize n_path = strlen (path);

  if (n_path > 0 && path[n_path - 1] == '/')
    path[n_path - 1] = '\0';
  return g_strconcat (g_str_has_prefix (host, "www.") ? host + strlen ("www.") : host, path, NULL);
}

/* What crawlers ask for besides pages. */
static gboolean
is_for_crawlers (const char *key)
{
  return g_str_has_suffix (key, "/robots.txt");
}

static Page *
find_page (Taking *self, const char *key)
{
  Page *page = g_hash_table_lookup (self->by_key, key);

  if (page != NULL)
    return page;
  page = g_new0 (Page, 1);
  page->variant = g_strdup (key);
  page->pages = g_array_new (FALSE, FALSE, sizeof (VrImportPage));
  page->gone = g_ptr_array_new ();
  g_ptr_array_add (self->all, page);
  g_hash_table_insert (self->by_key, g_strdup (key), page);
  return page;
}

static void
add_capture (Taking *self, VrCapture *capture)
{
  g_autofree char *key = dup_key (capture->url);
  VrImportPage version = { capture->url, capture->date, capture->body, capture->charset };
  Page *page;

  if (is_for_crawlers (key))
    return;
  page = find_page (self, key);
  if (capture->body != NULL)
    g_array_append_val (page->pages, version);
  else
    g_ptr_array_add (page->gone, capture);
}

/* Pages that were never there are none. */
static void
drop_empty (Taking *self)
{
  gpointer *pages = self->all->pdata;
  guint n = 0;

  for (guint i = 0; i < self->all->len; i++)
    if (((Page *)pages[i])->pages->len > 0)
      {
        gpointer page = pages[i];

        pages[i] = pages[n];
        pages[n++] = page;
      }
  g_ptr_array_set_size (self->all, (gint)n);
}

static gboolean
note_gone (Taking *self, const Page *page, GError **error)
{
  g_autofree char *name = vr_variant_dup_name (self->story, page->variant, error);

  for (guint i = 0; name != NULL && i < page->gone->len; i++)
    {
      const VrCapture *capture = g_ptr_array_index (page->gone, i);
      g_autofree char *id = NULL;

      if (!vr_cli_gone_note (self->archive, name, capture->url, capture->status, capture->date, &id,
                             error))
        return FALSE;
    }
  return name != NULL;
}

static void
tell (Taking *self, const Page *page, const VrImport *import)
{
  g_autofree char *name = vr_variant_dup_name (self->story, page->variant, NULL);

  for (guint i = 0; i < import->skipped->len; i++)
    vr_cli_say (_ ("Left out: %s"), (const char *)g_ptr_array_index (import->skipped, i));
  if (self->json != NULL)
    {
      vr_json_writer_begin (self->json, '{');
      vr_json_writer_put (self->json, "name", string, name);
      vr_json_writer_put (self->json, "versions", uint, import->n_versions);
      vr_json_writer_end (self->json, '}');
      return;
    }
  printf (ngettext ("%s: %u version", "%s: %u versions", import->n_versions), name,
          import->n_versions);
  printf ("\n");
  if (import->n_same > 0)
    printf (ngettext ("%u more has the same text as the one before.\n",
                      "%u more have the same text as the one before.\n", import->n_same),
            import->n_same);
}

/* One page that cannot be read keeps no other out. */
static void
take (Taking *self, const Page *page)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VrImport) import =
      vr_import_pages (self->archive, page->pages, self->story, page->variant, &error);

  if (import != NULL)
    tell (self, page, import);
  if (import != NULL && note_gone (self, page, &error))
    return;
  vr_cli_fail_with (error);
  self->has_failed = TRUE;
}

static VrStatus
take_all (Taking *self)
{
  g_autoptr (VrOutput) output = self->words->is_json ? vr_cli_open_output () : NULL;
  VrJsonWriter json = VR_JSON_WRITER_INIT (output);

  if (output != NULL)
    {
      self->json = &json;
      vr_json_writer_begin (&json, '[');
    }
  for (guint i = 0; i < self->all->len; i++)
    take (self, g_ptr_array_index (self->all, i));
  vr_cli_pack_in_background (self->archive);
  if (output == NULL)
    return self->has_failed ? VR_STATUS_TROUBLE : VR_STATUS_DONE;
  vr_json_writer_end (&json, ']');
  return vr_cli_close_line (output, self->has_failed ? VR_STATUS_TROUBLE : VR_STATUS_DONE);
}

static VrStatus
import (Taking *self, const VrWebarchive *web, const char *path, const char *variant)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < web->troubles->len; i++)
    vr_cli_say ("%s: %s", path, (const char *)g_ptr_array_index (web->troubles, i));
  for (guint i = 0; i < web->captures->len; i++)
    add_capture (self, g_ptr_array_index (web->captures, i));
  drop_empty (self);
  if (self->all->len == 0)
    return vr_cli_fail (_ ("There is no page in the web archive “%s”."), path);
  if (variant != NULL && self->all->len > 1)
    return vr_cli_fail (ngettext ("“%s” has %u page, each a variant of its own; leave --variant "
                                  "out.",
                                  "“%s” has %u pages, each a variant of its own; leave --variant "
                                  "out.",
                                  self->all->len),
                        path, self->all->len);
  if (variant != NULL)
    {
      Page *page = g_ptr_array_index (self->all, 0);

      g_free (page->variant);
      page->variant = g_strdup (variant);
    }
  self->archive = vr_archive_create (self->words->archive, &error);
  self->has_failed = web->troubles->len > 0;
  return self->archive != NULL ? take_all (self) : vr_cli_fail_with (error);
}

VrStatus
vr_cmd_import_web (const VrCliWords *words, const char *path, const char *story,
                   const char *variant)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, &error);
  g_autoptr (VrWebarchive) web = NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (page_free);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Taking taking = { .words = words, .story = story, .all = all, .by_key = by_key };
  VrStatus status;

  if (story == NULL)
    return vr_cli_fail (
        _ ("A web archive needs the --story that its pages belong to; see “variorum "
           "archive import --help”."));
  if (file != NULL)
    web = vr_webarchive_read ((const guint8 *)g_mapped_file_get_contents (file),
                              g_mapped_file_get_length (file), NULL, &error);
  if (web == NULL)
    return vr_cli_fail_with (error);
  status = import (&taking, web, path, variant);
  g_clear_pointer (&taking.archive, vr_archive_free);
  return status;
}
