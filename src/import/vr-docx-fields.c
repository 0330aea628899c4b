/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of a Word document: links that are written as instructions. */
#include "vr-docx-fields.h"

#include <string.h>

typedef struct
{
  GString *instruction;
  gboolean is_link;
} Field;

struct _VrDocxFields
{
  GArray *open; /* of Field: the innermost is the last */
};

static void
clear_field (gpointer data)
{
  g_string_free (((Field *)data)->instruction, TRUE);
}

VrDocxFields *
vr_docx_fields_new (void)
{
  VrDocxFields *self = g_new0 (VrDocxFields, 1);

  self->open = g_array_new (FALSE, FALSE, sizeof (Field));
  g_array_set_clear_func (self->open, clear_field);
  return self;
}

void
vr_docx_fields_free (VrDocxFields *self)
{
  g_array_unref (self->open);
  g_free (self);
}

static Field *
peek_last (const VrDocxFields *self)
{
  return self->open->len > 0 ? &g_array_index (self->open, Field, self->open->len - 1) : NULL;
}

void
vr_docx_fields_put (VrDocxFields *self, const char *text)
{
  Field *field = peek_last (self);

  if (field != NULL)
    g_string_append (field->instruction, text);
}

/* HYPERLINK "address" */
static void
begin_link (Field *field, VrImportFlow *flow)
{
  static const char word[] = "HYPERLINK";
  const char *found = strstr (field->instruction->str, word);
  g_auto (GStrv) parts = found != NULL ? g_strsplit (found + strlen (word), "\"", 3) : NULL;

  field->is_link = parts != NULL && g_strv_length (parts) == 3 && strchr (parts[0], '\\') == NULL;
  if (field->is_link)
    vr_import_flow_begin_span (flow, VR_TEXT_SPAN_LINK, parts[1]);
}

void
vr_docx_fields_step (VrDocxFields *self, const char *type, VrImportFlow *flow)
{
  Field *last = peek_last (self);

  if (g_strcmp0 (type, "begin") == 0)
    {
      Field field = { .instruction = g_string_new (NULL) };

      g_array_append_val (self->open, field);
    }
  else if (g_strcmp0 (type, "separate") == 0 && last != NULL && !last->is_link)
    {
      begin_link (last, flow);
    }
  else if (g_strcmp0 (type, "end") == 0 && last != NULL)
    {
      if (last->is_link)
        vr_import_flow_end_span (flow, VR_TEXT_SPAN_LINK);
      g_array_set_size (self->open, self->open->len - 1);
    }
}
