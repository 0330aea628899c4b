/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Electronic books, EPUB 2 and 3: the pages in their order. */
#include "vr-epub-page.h"
#include "vr-error.h"
#include "vr-import-fail.h"
#include "vr-import-formats.h"
#include "vr-import-package.h"
#include "vr-import-properties.h"
#include "vr-import-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CONTAINER "META-INF/container.xml"
#define LOCKS "META-INF/encryption.xml"

/* A file of the book. */
typedef struct
{
  char *path;
  gboolean is_page;
  gboolean is_sheet; /* of styles */
  gboolean is_contents;
} Item;

/* What the book says that it is made of. */
typedef struct
{
  char *path;        /* where it says so */
  GHashTable *items; /* of Item, by their ids */
  GPtrArray *spine;  /* of ids */
} Book;

static void
free_item (gpointer data)
{
  Item *item = data;

  g_free (item->path);
  g_free (item);
}

static void
clear_book (Book *book)
{
  g_free (book->path);
  g_hash_table_unref (book->items);
  g_ptr_array_unref (book->spine);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Book, clear_book)

static void
container_start_cb (gpointer data, xmlTextReader *reader, const char *space, const char *name)
{
  Book *book = data;

  if (book->path == NULL && g_str_equal (name, "rootfile"))
    book->path = vr_import_xml_dup (reader, "full-path");
}

static void
add_item (Book *book, xmlTextReader *reader)
{
  g_autofree char *href = vr_import_xml_dup (reader, "href");
  g_autofree char *type = vr_import_xml_dup (reader, "media-type");
  g_autofree char *properties = vr_import_xml_dup (reader, "properties");
  char *id = vr_import_xml_dup (reader, "id");
  Item *item;

  if (id == NULL || href == NULL)
    {
      g_free (id);
      return;
    }
  item = g_new0 (Item, 1);
  item->path = vr_import_package_resolve (book->path, href);
  item->is_page = type == NULL || strstr (type, "html") != NULL || strstr (type, "oeb") != NULL;
  item->is_sheet = g_strcmp0 (type, "text/css") == 0;
  item->is_contents = properties != NULL && strstr (properties, "nav") != NULL;
  g_hash_table_insert (book->items, id, item);
}

static void
package_start_cb (gpointer data, xmlTextReader *reader, const char *space, const char *name)
{
  Book *book = data;

  if (g_str_equal (name, "item"))
    {
      add_item (book, reader);
    }
  else if (g_str_equal (name, "itemref"))
    {
      char *id = vr_import_xml_dup (reader, "idref");

      if (id != NULL)
        g_ptr_array_add (book->spine, id);
    }
}

static gboolean
read_book (Book *book, const VrImportPackage *package, VrImportedBuilder *builder)
{
  static const VrImportXmlHandler container_handler = { container_start_cb };
  static const VrImportXmlHandler package_handler = { package_start_cb };
  GBytes *container = vr_import_package_peek (package, CONTAINER);
  GBytes *part;

  if (container == NULL || !vr_import_xml_read (container, &container_handler, book)
      || book->path == NULL)
    return FALSE;
  part = vr_import_package_peek (package, book->path);
  if (part == NULL || !vr_import_xml_read (part, &package_handler, book))
    return FALSE;
  vr_import_properties_read (part, VR_FACT_PUBLISHED, builder);
  return TRUE;
}

static VrEpubStyle *
read_style (const Book *book, const VrImportPackage *package)
{
  VrEpubStyle *style = vr_epub_style_new ();
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, book->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      const Item *sheet = item;
      GBytes *part = sheet->is_sheet ? vr_import_package_peek (package, sheet->path) : NULL;

      if (part != NULL)
        vr_epub_style_add (style, part);
    }
  return style;
}

/* The page at that place of the spine; NULL where there is none. */
static const Item *
find_page (const Book *book, const VrImportPackage *package, guint place, GBytes **part)
{
  const Item *item = g_hash_table_lookup (book->items, book->spine->pdata[place]);

  *part = item != NULL && item->is_page ? vr_import_package_peek (package, item->path) : NULL;
  return *part != NULL ? item : NULL;
}

/* Whether there was a page of it: a book of pictures alone is none to read. */
static gboolean
read_pages (const Book *book, const VrImportPackage *package, VrImportedBuilder *builder)
{
  g_autoptr (VrEpubStyle) style = read_style (book, package);
  g_autoptr (VrImportFlow) flow = vr_import_flow_new (builder);
  gboolean is_found = FALSE;

  for (guint i = 0; i < book->spine->len; i++)
    {
      GBytes *part;
      const Item *item = find_page (book, package, i, &part);

      if (item != NULL)
        vr_epub_page_read (part, style, item->is_contents, flow);
      is_found = is_found || item != NULL;
    }
  vr_import_flow_finish (flow);
  return is_found;
}

/* A cover is a page without a word. */
static gboolean
has_text (GBytes *part, const VrEpubStyle *style)
{
  g_autoptr (VrImportedBuilder) builder = vr_imported_builder_new ();
  g_autoptr (VrImportFlow) flow = vr_import_flow_new (builder);

  vr_epub_page_read (part, style, FALSE, flow);
  vr_import_flow_finish (flow);
  return vr_imported_builder_get_n (builder) > 0;
}

/* Chapters are the pages that have text, but for the table of contents. */
static gboolean
read_chapter (const Book *book, const VrImportPackage *package, const VrImportSource *source,
              VrImportedBuilder *builder, GError **error)
{
  g_autoptr (VrEpubStyle) style = read_style (book, package);
  g_autoptr (VrImportFlow) flow = vr_import_flow_new (builder);
  guint n = 0;

  for (guint i = 0; i < book->spine->len; i++)
    {
      GBytes *part;
      const Item *item = find_page (book, package, i, &part);

      if (item == NULL || item->is_contents || !has_text (part, style) || ++n < source->chapter)
        continue;
      vr_epub_page_read (part, style, FALSE, flow);
      vr_import_flow_finish (flow);
      return TRUE;
    }
  if (n == 0)
    return vr_import_fail_damaged (source, error);
  g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
               _ ("“%s” has no chapter %u; ask for one from 1 to %u."), source->name,
               source->chapter, n);
  return FALSE;
}

/* Books lock their fonts too, which does not matter; a locked page is no XML. */
static gboolean
is_locked (const VrImportPackage *package)
{
  GBytes *list = vr_import_package_peek (package, LOCKS);
  gsize n_bytes;
  const char *bytes = list != NULL ? g_bytes_get_data (list, &n_bytes) : NULL;

  return bytes != NULL
         && (memmem (bytes, n_bytes, "html\"", 5) != NULL
             || memmem (bytes, n_bytes, ".htm\"", 5) != NULL);
}

gboolean
vr_import_epub (const VrImportSource *source, VrImportedBuilder *builder, GError **error)
{
  g_autoptr (VrImportPackage) package = vr_import_package_new (source, error);
  g_auto (Book)
      book = { .items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_item),
               .spine = g_ptr_array_new_with_free_func (g_free) };

  if (package == NULL)
    return FALSE;
  if (is_locked (package))
    return vr_import_fail_locked (source, error);
  if (!read_book (&book, package, builder))
    return vr_import_fail_damaged (source, error);
  if (source->chapter > 0)
    return read_chapter (&book, package, source, builder, error);
  return read_pages (&book, package, builder) || vr_import_fail_damaged (source, error);
}
