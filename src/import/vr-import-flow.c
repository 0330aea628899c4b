/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that comes in pieces, made paragraphs: with links, what stands in frames, and notes. */
#include "vr-import-flow.h"

#include <glib/gi18n-lib.h>

/* One that is put together, or waits for its place. */
typedef struct
{
  GString *text;
  GArray *spans; /* of VrTextSpan; the targets are in the chunk */
  VrImportStyle style;
  guint32 line;
  gboolean is_note;  /* of what it is the first */
  gboolean is_space; /* the last that came is white space that swallows more */
} Paragraph;

struct _VrImportFlow
{
  VrImportedBuilder *builder;
  GStringChunk *targets;
  GPtrArray *open;   /* of Paragraph: the innermost is the last */
  GPtrArray *behind; /* of Paragraph: come behind the outermost open one */
  GPtrArray *notes;  /* of Paragraph */
  gboolean has_headline;
  gboolean has_text;
};

static Paragraph *
new_paragraph (gboolean is_note)
{
  Paragraph *self = g_new0 (Paragraph, 1);

  self->text = g_string_new (NULL);
  self->spans = g_array_new (FALSE, FALSE, sizeof (VrTextSpan));
  self->is_note = is_note;
  return self;
}

static void
free_paragraph (gpointer data)
{
  Paragraph *self = data;

  g_string_free (self->text, TRUE);
  g_array_unref (self->spans);
  g_free (self);
}

VrImportFlow *
vr_import_flow_new (VrImportedBuilder *builder)
{
  VrImportFlow *self = g_new0 (VrImportFlow, 1);

  self->builder = builder;
  self->targets = g_string_chunk_new (256);
  self->open = g_ptr_array_new_with_free_func (free_paragraph);
  self->behind = g_ptr_array_new_with_free_func (free_paragraph);
  self->notes = g_ptr_array_new_with_free_func (free_paragraph);
  g_ptr_array_add (self->open, new_paragraph (FALSE));
  return self;
}

void
vr_import_flow_free (VrImportFlow *self)
{
  g_ptr_array_unref (self->open);
  g_ptr_array_unref (self->behind);
  g_ptr_array_unref (self->notes);
  g_string_chunk_free (self->targets);
  g_free (self);
}

static Paragraph *
peek_open (const VrImportFlow *self)
{
  return self->open->pdata[self->open->len - 1];
}

void
vr_import_flow_put (VrImportFlow *self, const char *text, gssize n_bytes)
{
  Paragraph *paragraph = peek_open (self);

  g_string_append_len (paragraph->text, text, n_bytes);
  paragraph->is_space = FALSE;
}

void
vr_import_flow_put_collapsed (VrImportFlow *self, const char *text, gssize n_bytes)
{
  Paragraph *paragraph = peek_open (self);
  const char *end = text + (n_bytes < 0 ? (gssize)strlen (text) : n_bytes);

  for (; text < end; text++)
    {
      gboolean is_space = g_ascii_isspace (*text);

      if (!is_space)
        g_string_append_c (paragraph->text, *text);
      else if (!paragraph->is_space && paragraph->text->len > 0)
        g_string_append_c (paragraph->text, ' ');
      paragraph->is_space = is_space;
    }
}

void
vr_import_flow_begin_span (VrImportFlow *self, VrTextSpanKind kind, const char *target)
{
  Paragraph *paragraph = peek_open (self);
  VrTextSpan span = { .kind = kind, .span = { paragraph->text->len, G_MAXUINT32 } };

  span.target = target != NULL ? g_string_chunk_insert_const (self->targets, target) : NULL;
  g_array_append_val (paragraph->spans, span);
}

void
vr_import_flow_end_span (VrImportFlow *self, VrTextSpanKind kind)
{
  Paragraph *paragraph = peek_open (self);

  for (guint i = paragraph->spans->len; i-- > 0;)
    {
      VrTextSpan *span = &g_array_index (paragraph->spans, VrTextSpan, i);

      if (span->kind == kind && span->span.to == G_MAXUINT32)
        {
          span->span.to = paragraph->text->len;
          return;
        }
    }
}

gboolean
vr_import_flow_is_empty (const VrImportFlow *self)
{
  return peek_open (self)->text->len == 0;
}

/* A title or heading of the first level is the headline where no text stands before it. */
static VrImportStyle
settle_heading (VrImportFlow *self, VrImportStyle style)
{
  if (style.level == 1 && !self->has_headline && !self->has_text)
    return (VrImportStyle){ VR_ROLE_HEADLINE, N_ ("the first heading") };
  return (VrImportStyle){ VR_ROLE_SUBHEAD, style.reason };
}

static void
emit (VrImportFlow *self, const Paragraph *paragraph)
{
  const GArray *spans = paragraph->spans;
  VrImportStyle style =
      paragraph->style.level > 0 ? settle_heading (self, paragraph->style) : paragraph->style;

  if (!vr_imported_builder_add (self->builder, style.role, style.reason, paragraph->line,
                                paragraph->text->str, (gssize)paragraph->text->len))
    return;
  for (guint i = 0; i < spans->len; i++)
    {
      VrTextSpan span = g_array_index (spans, VrTextSpan, i);

      span.span.to = MIN (span.span.to, (guint32)paragraph->text->len);
      vr_imported_builder_add_span (self->builder, span.kind, span.span, span.target);
    }
  if (style.role == VR_ROLE_HEADLINE && !self->has_headline)
    vr_imported_builder_set_fact (self->builder, VR_FACT_HEADLINE, paragraph->text->str);
  if (style.role == VR_ROLE_DEK)
    vr_imported_builder_set_fact (self->builder, VR_FACT_DEK, paragraph->text->str);
  self->has_headline = self->has_headline || style.role == VR_ROLE_HEADLINE;
  self->has_text = self->has_text || vr_role_is_text (style.role);
}

static void
emit_all (VrImportFlow *self, GPtrArray *paragraphs)
{
  for (guint i = 0; i < paragraphs->len; i++)
    emit (self, paragraphs->pdata[i]);
  g_ptr_array_set_size (paragraphs, 0);
}

/* More of them than a document has that means no harm need not go on. */
#define MAX_OPEN_SPANS 8

/* A span that is still open goes on in the next paragraph. */
static Paragraph *
go_on (const Paragraph *before)
{
  Paragraph *self = new_paragraph (before->is_note);

  for (guint i = 0; i < before->spans->len; i++)
    {
      VrTextSpan span = g_array_index (before->spans, VrTextSpan, i);

      span.span.from = 0;
      if (span.span.to == G_MAXUINT32 && self->spans->len < MAX_OPEN_SPANS)
        g_array_append_val (self->spans, span);
    }
  return self;
}

void
vr_import_flow_end (VrImportFlow *self, VrImportStyle style, guint32 line)
{
  Paragraph *paragraph = g_ptr_array_steal_index (self->open, self->open->len - 1);
  guint n_outer = self->open->len;
  gboolean is_in_note = paragraph->is_note;

  g_ptr_array_add (self->open, go_on (paragraph));
  paragraph->style = style;
  paragraph->line = line;
  for (guint i = 0; i < n_outer; i++)
    is_in_note = is_in_note || ((Paragraph *)self->open->pdata[i])->is_note;
  if (is_in_note || n_outer > 0)
    {
      g_ptr_array_add (is_in_note ? self->notes : self->behind, paragraph);
      return;
    }
  emit (self, paragraph);
  free_paragraph (paragraph);
  emit_all (self, self->behind);
}

void
vr_import_flow_push (VrImportFlow *self, gboolean is_note)
{
  g_ptr_array_add (self->open, new_paragraph (is_note));
}

void
vr_import_flow_pop (VrImportFlow *self)
{
  const Paragraph *paragraph = peek_open (self);

  if (self->open->len == 1)
    return;
  if (paragraph->text->len > 0)
    vr_import_flow_end (self, (VrImportStyle){ VR_ROLE_BODY, N_ ("a paragraph of text") }, 0);
  g_ptr_array_set_size (self->open, (int)self->open->len - 1);
}

void
vr_import_flow_finish (VrImportFlow *self)
{
  while (self->open->len > 1)
    vr_import_flow_pop (self);
  vr_import_flow_end (self, (VrImportStyle){ VR_ROLE_BODY, N_ ("a paragraph of text") }, 0);
  emit_all (self, self->notes);
}
