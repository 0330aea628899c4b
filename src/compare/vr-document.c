/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is compared, with everything the reader said of it: two sources, options, overrides,
 * notes. */
#include "vr-document-file.h"

#include "vr-article-reading.h"
#include "vr-error.h"
#include "vr-url.h"

#include <glib/gi18n-lib.h>

struct _VrDocument
{
  VrSource sources[VR_N_SIDES];
  VrOptions options;
  VrOverrides *overrides;
  VrNotes *notes;
};

static VrSource
copy_source (const VrSource *source)
{
  return (VrSource){ .name = g_strdup (source->name),
                     .uri = g_strdup (source->uri),
                     .bytes = source->bytes != NULL ? g_bytes_ref (source->bytes) : NULL,
                     .encoding = g_strdup (source->encoding),
                     .format = g_strdup (source->format),
                     .kept = g_memdup2 (source->kept, source->n_kept * sizeof *source->kept),
                     .n_kept = source->n_kept };
}

static void
clear_source (VrSource *source)
{
  g_free ((char *)source->name);
  g_free ((char *)source->uri);
  g_free ((char *)source->encoding);
  g_free ((char *)source->format);
  g_free ((guint32 *)source->kept);
  g_clear_pointer (&source->bytes, g_bytes_unref);
}

VrDocument *
vr_document_new (const VrSource sources[VR_N_SIDES], const VrOptions *options,
                 VrOverrides *overrides)
{
  const VrOptions defaults = VR_OPTIONS_INIT;
  VrDocument *self = g_atomic_rc_box_new0 (VrDocument);

  for (guint side = 0; side < VR_N_SIDES; side++)
    self->sources[side] = copy_source (&sources[side]);
  self->options = options != NULL ? *options : defaults;
  self->options.language = g_strdup (self->options.language);
  self->options.encoding = g_strdup (self->options.encoding);
  self->overrides = overrides != NULL ? vr_overrides_ref (overrides) : NULL;

  return self;
}

VrDocument *
vr_document_new_for_files (GFile *old_file, GFile *new_file)
{
  g_autofree char *old_uri = g_file_get_uri (old_file);
  g_autofree char *new_uri = g_file_get_uri (new_file);
  g_autofree char *old_name = g_file_get_parse_name (old_file);
  g_autofree char *new_name = g_file_get_parse_name (new_file);
  const VrSource sources[VR_N_SIDES] = { { .name = old_name, .uri = old_uri },
                                         { .name = new_name, .uri = new_uri } };

  return vr_document_new (sources, NULL, NULL);
}

static void
document_clear (gpointer data)
{
  VrDocument *self = data;

  for (guint side = 0; side < VR_N_SIDES; side++)
    clear_source (&self->sources[side]);
  g_free ((char *)self->options.language);
  g_free ((char *)self->options.encoding);
  g_clear_pointer (&self->overrides, vr_overrides_unref);
  g_clear_pointer (&self->notes, vr_notes_unref);
}

VrDocument *
vr_document_ref (VrDocument *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
vr_document_unref (VrDocument *self)
{
  g_atomic_rc_box_release_full (self, document_clear);
}

const VrSource *
vr_document_peek_source (const VrDocument *self, VrSide side)
{
  return &self->sources[side];
}

const VrOptions *
vr_document_peek_options (const VrDocument *self)
{
  return &self->options;
}

VrOverrides *
vr_document_get_overrides (const VrDocument *self)
{
  return self->overrides;
}

VrNotes *
vr_document_get_notes (const VrDocument *self)
{
  return self->notes;
}

gboolean
vr_source_is_page (const VrSource *source)
{
  return source->uri != NULL && vr_url_is_page (source->uri);
}

gboolean
vr_document_wants_page (const VrDocument *self, VrSide side)
{
  return self->sources[side].bytes == NULL && vr_source_is_page (&self->sources[side]);
}

/* Gives @notes to @document, which nobody has seen yet. */
static VrDocument *
add_notes (VrDocument *document, VrNotes *notes)
{
  if (notes != NULL)
    vr_notes_ref (notes);
  g_clear_pointer (&document->notes, vr_notes_unref);
  document->notes = notes;

  return document;
}

VrDocument *
vr_document_swap (const VrDocument *self)
{
  const VrSource sources[VR_N_SIDES] = { self->sources[VR_SIDE_NEW], self->sources[VR_SIDE_OLD] };
  g_autoptr (VrOverrides) overrides =
      self->overrides != NULL ? vr_overrides_swap (self->overrides) : NULL;
  g_autoptr (VrNotes) notes = self->notes != NULL ? vr_notes_swap (self->notes) : NULL;

  return add_notes (vr_document_new (sources, &self->options, overrides), notes);
}

VrDocument *
vr_document_with_source (const VrDocument *self, VrSide side, const VrSource *source)
{
  VrSource sources[VR_N_SIDES] = { self->sources[VR_SIDE_OLD], self->sources[VR_SIDE_NEW] };

  sources[side] = *source;

  return add_notes (vr_document_new (sources, &self->options, NULL), self->notes);
}

VrDocument *
vr_document_with_options (const VrDocument *self, const VrOptions *options)
{
  return add_notes (vr_document_new (self->sources, options, self->overrides), self->notes);
}

VrDocument *
vr_document_with_overrides (const VrDocument *self, VrOverrides *overrides)
{
  return add_notes (vr_document_new (self->sources, &self->options, overrides), self->notes);
}

VrDocument *
vr_document_with_notes (const VrDocument *self, VrNotes *notes)
{
  return add_notes (vr_document_new (self->sources, &self->options, self->overrides), notes);
}

/* A name that somebody gave stays; else the text is called by its path. */
static const char *
choose_name (const VrSource *source, GFile *file)
{
  g_autofree char *own_name = g_file_get_parse_name (file);

  return g_strcmp0 (source->name, own_name) == 0 ? g_file_peek_path (file) : source->name;
}

static VrArticle *
read_uri (const VrSource *source, const VrReading *reading, GCancellable *cancellable,
          GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_uri (source->uri);
  const char *path = g_file_peek_path (file);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) trouble = NULL;

  if (vr_source_is_page (source))
    {
      g_set_error (error, VR_ERROR, VR_ERROR_NOT_FOUND, _ ("“%s” has not been fetched yet."),
                   source->uri);
      return NULL;
    }
  if (!vr_document_check_article (file, path != NULL ? path : source->name, cancellable, error))
    return NULL;
  if (path != NULL)
    return vr_article_read_file (path, choose_name (source, file), reading, cancellable, error);
  bytes = g_file_load_bytes (file, cancellable, NULL, &trouble);
  if (bytes == NULL)
    return vr_error_take_unreadable (error, g_steal_pointer (&trouble), source->name), NULL;

  return vr_article_read_bytes (bytes, source->name, reading, cancellable, error);
}

VrArticle *
vr_document_read (const VrDocument *self, VrSide side, GCancellable *cancellable, GError **error)
{
  const VrSource *source = &self->sources[side];
  const VrReading reading = {
    .format = source->format,
    .encoding = source->encoding != NULL ? source->encoding : self->options.encoding,
    .url = vr_source_is_page (source) ? source->uri : NULL,
    .paragraphs = self->options.paragraphs,
    .language = self->options.language,
    .verbatim = self->options.verbatim,
    .kept = source->kept,
    .n_kept = source->n_kept,
  };

  return source->bytes != NULL
             ? vr_article_read_bytes (source->bytes, source->name, &reading, cancellable, error)
             : read_uri (source, &reading, cancellable, error);
}

static VrArticle *
know_or_read (const VrDocument *self, VrSide side, VrArticle *known, GCancellable *cancellable,
              GError **error)
{
  return known != NULL ? vr_article_ref (known) : vr_document_read (self, side, cancellable, error);
}

VrComparison *
vr_document_compare_known (const VrDocument *self, VrArticle *const known[VR_N_SIDES],
                           const VrProgress *progress, GCancellable *cancellable, guint *failed,
                           GError **error)
{
  g_autoptr (VrArticle) old_article = NULL;
  g_autoptr (VrArticle) new_article = NULL;

  *failed = VR_SIDE_OLD;
  old_article = know_or_read (self, VR_SIDE_OLD, known[VR_SIDE_OLD], cancellable, error);
  if (old_article == NULL)
    return NULL;
  *failed = VR_SIDE_NEW;
  new_article = know_or_read (self, VR_SIDE_NEW, known[VR_SIDE_NEW], cancellable, error);
  if (new_article == NULL)
    return NULL;
  *failed = VR_N_SIDES;

  return vr_compare (old_article, new_article, &self->options, self->overrides, progress,
                     cancellable, error);
}

VrComparison *
vr_document_compare (const VrDocument *self, const VrProgress *progress, GCancellable *cancellable,
                     guint *failed, GError **error)
{
  VrArticle *const nothing[VR_N_SIDES] = { NULL, NULL };

  return vr_document_compare_known (self, nothing, progress, cancellable, failed, error);
}
