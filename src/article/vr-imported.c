/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an importer found in a web page or a document: paragraphs with roles, and what is known of
 * the article. */
#include "vr-imported.h"

typedef struct
{
  VrSpan text; /* of the whole text */
  VrRole role;
  const char *reason;
  guint32 line;
  guint first_span;
} Paragraph;

struct _VrImported
{
  GString *text;
  GArray *paragraphs; /* of Paragraph */
  GArray *spans;      /* of VrTextSpan, paragraph by paragraph */
  GStringChunk *targets;
  char *facts[VR_N_FACTS];
};

/* The same, while it is built.  Where in the given text the last paragraph's begins, and how long
 * it is, tells where its spans are. */
struct _VrImportedBuilder
{
  VrImported *built;
  gsize n_stripped;
};

static const char *const fact_nicks[VR_N_FACTS] = {
  [VR_FACT_HEADLINE] = "headline",
  [VR_FACT_DEK] = "dek",
  [VR_FACT_BYLINE] = "byline",
  [VR_FACT_PUBLISHED] = "published",
  [VR_FACT_UPDATED] = "updated",
  [VR_FACT_SECTION] = "section",
  [VR_FACT_URL] = "url",
  [VR_FACT_SITE] = "site",
  [VR_FACT_LANGUAGE] = "language",
  [VR_FACT_ENCODING] = "encoding",
  [VR_FACT_DECIDED_BY] = "decidedBy",
  [VR_FACT_FORMAT] = "format",
};

static const char *const span_nicks[VR_N_TEXT_SPAN_KINDS] = {
  [VR_TEXT_SPAN_LINK] = "link",
  [VR_TEXT_SPAN_EMPHASIS] = "emphasis",
  [VR_TEXT_SPAN_STRONG] = "strong",
  [VR_TEXT_SPAN_DATELINE] = "dateline",
};

const char *
vr_fact_get_nick (VrFact fact)
{
  g_return_val_if_fail (fact < VR_N_FACTS, NULL);

  return fact_nicks[fact];
}

const char *
vr_text_span_kind_get_nick (VrTextSpanKind kind)
{
  g_return_val_if_fail (kind < VR_N_TEXT_SPAN_KINDS, NULL);

  return span_nicks[kind];
}

static void
clear (gpointer data)
{
  VrImported *self = data;

  g_string_free (self->text, TRUE);
  g_array_unref (self->paragraphs);
  g_array_unref (self->spans);
  g_string_chunk_free (self->targets);
  for (guint i = 0; i < VR_N_FACTS; i++)
    g_free (self->facts[i]);
}

VrImported *
vr_imported_ref (VrImported *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
vr_imported_unref (VrImported *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

const char *
vr_imported_peek_text (const VrImported *self, gsize *n_bytes)
{
  *n_bytes = self->text->len;

  return self->text->str;
}

guint
vr_imported_get_n_paragraphs (const VrImported *self)
{
  return self->paragraphs->len;
}

VrImportedParagraph
vr_imported_get_paragraph (const VrImported *self, guint index)
{
  const Paragraph *paragraph = &g_array_index (self->paragraphs, Paragraph, index);
  guint behind = index + 1 < self->paragraphs->len ? paragraph[1].first_span : self->spans->len;

  return (VrImportedParagraph){
    .text = self->text->str + paragraph->text.from,
    .n_bytes = paragraph->text.to - paragraph->text.from,
    .role = paragraph->role,
    .reason = paragraph->reason,
    .line = paragraph->line,
    .spans = behind > paragraph->first_span
                 ? &g_array_index (self->spans, VrTextSpan, paragraph->first_span)
                 : NULL,
    .n_spans = behind - paragraph->first_span,
  };
}

const char *
vr_imported_get_fact (const VrImported *self, VrFact fact)
{
  g_return_val_if_fail (fact < VR_N_FACTS, NULL);

  return self->facts[fact];
}

VrImportedBuilder *
vr_imported_builder_new (void)
{
  VrImportedBuilder *self = g_new0 (VrImportedBuilder, 1);

  self->built = g_atomic_rc_box_new0 (VrImported);
  self->built->text = g_string_new (NULL);
  self->built->paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));
  /* Sized, as an empty array has no data to count from. */
  self->built->spans = g_array_sized_new (FALSE, FALSE, sizeof (VrTextSpan), 16);
  self->built->targets = g_string_chunk_new (256);
  return self;
}

void
vr_imported_builder_free (VrImportedBuilder *self)
{
  g_clear_pointer (&self->built, vr_imported_unref);
  g_free (self);
}

/* What is white space to a reader: of no width to a screen reader either. */
static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x0B || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* Cuts white space from both ends of [@text, @end). */
static void
strip (const char **text, const char **end)
{
  while (*text < *end && is_space (g_utf8_get_char (*text)))
    *text = g_utf8_next_char (*text);
  while (*text < *end)
    {
      const char *last = g_utf8_prev_char (*end);

      if (!is_space (g_utf8_get_char (last)))
        break;
      *end = last;
    }
}

/* A day, month or year in ISO 8601, or its beginning: what else stands in a document's place for a
 * date is none. */
static char *
dup_date (const char *value, gsize n_bytes)
{
  static const char shape[] = "0000-00-00";
  gsize n = 0;
  guint month, day;

  while (n < MIN (n_bytes, strlen (shape))
         && (shape[n] == '0' ? g_ascii_isdigit (value[n]) : value[n] == shape[n]))
    n++;
  if ((n != strlen ("0000") && n != strlen ("0000-00") && n != strlen (shape))
      || (n < n_bytes && (n != strlen (shape) || strchr ("T ", value[n]) == NULL)))
    return NULL;
  month = n > strlen ("0000") ? (guint)g_ascii_strtoull (value + strlen ("0000-"), NULL, 10) : 1;
  day = n == strlen (shape) ? (guint)g_ascii_strtoull (value + strlen ("0000-00-"), NULL, 10) : 1;
  if (!g_date_valid_dmy ((GDateDay)day, (GDateMonth)month,
                         (GDateYear)g_ascii_strtoull (value, NULL, 10)))
    return NULL;
  if (n < n_bytes && value[n] == 'T')
    n += 1 + strspn (value + n + 1, "0123456789:.,+-Z");
  return g_strndup (value, MIN (n, n_bytes));
}

void
vr_imported_builder_set_fact (VrImportedBuilder *self, VrFact fact, const char *value)
{
  const char *end = value != NULL ? value + strlen (value) : NULL;

  g_return_if_fail (fact < VR_N_FACTS);
  g_clear_pointer (&self->built->facts[fact], g_free);
  if (value == NULL)
    return;
  strip (&value, &end);
  if ((gsize)(end - value) > VR_IMPORTED_MAX_FACT)
    return;
  if (value < end && (fact == VR_FACT_PUBLISHED || fact == VR_FACT_UPDATED))
    self->built->facts[fact] = dup_date (value, (gsize)(end - value));
  else if (value < end)
    self->built->facts[fact] = g_strndup (value, end - value);
}

/* Puts [@from, @to) at the end; what ends a line becomes as many spaces as it has bytes, so that
 * spans stay where they are. */
static void
append_as_line (GString *text, const char *from, const char *to)
{
  for (const char *p = from; p < to; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gsize n_bytes = g_utf8_next_char (p) - p;

      if (c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029)
        for (gsize i = 0; i < n_bytes; i++)
          g_string_append_c (text, ' ');
      else
        g_string_append_len (text, p, n_bytes);
    }
}

gboolean
vr_imported_builder_add (VrImportedBuilder *self, VrRole role, const char *reason, guint32 line,
                         const char *text, gssize n_bytes)
{
  VrImported *built = self->built;
  const char *from = text, *to = text + (n_bytes < 0 ? strlen (text) : (gsize)n_bytes);
  Paragraph paragraph = { .role = role, .reason = g_intern_string (reason), .line = line };

  g_return_val_if_fail (role < VR_N_ROLES, FALSE);
  strip (&from, &to);
  if (from == to)
    return FALSE;
  if (built->paragraphs->len > 0)
    g_string_append_c (built->text, '\n');
  paragraph.text.from = built->text->len;
  append_as_line (built->text, from, to);
  paragraph.text.to = built->text->len;
  paragraph.first_span = built->spans->len;
  g_array_append_val (built->paragraphs, paragraph);
  self->n_stripped = from - text;
  return TRUE;
}

/* Whatever a source says, and whatever a process that read it says. */
static gboolean
may_lead_there (const char *target)
{
  static const char *const schemes[] = { "http:", "https:", "ftp:", "mailto:", "tel:" };
  gsize n_scheme = strcspn (target, ":/?#");

  if (strlen (target) > VR_IMPORTED_MAX_FACT)
    return FALSE;
  if (target[n_scheme] != ':')
    return *target != '\0';
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (target, schemes[i], strlen (schemes[i])) == 0)
      return TRUE;
  return FALSE;
}

void
vr_imported_builder_add_span (VrImportedBuilder *self, VrTextSpanKind kind, VrSpan span,
                              const char *target)
{
  VrImported *built = self->built;
  const Paragraph *last;
  guint32 n_bytes, n_stripped = self->n_stripped;
  VrTextSpan cut = { .kind = kind };

  g_return_if_fail (built->paragraphs->len > 0);
  last = &g_array_index (built->paragraphs, Paragraph, built->paragraphs->len - 1);
  n_bytes = last->text.to - last->text.from;
  cut.span.from = span.from > n_stripped ? MIN (span.from - n_stripped, n_bytes) : 0;
  cut.span.to = span.to > n_stripped ? MIN (span.to - n_stripped, n_bytes) : 0;
  if (cut.span.from >= cut.span.to)
    return;
  if (target != NULL && may_lead_there (target))
    cut.target = g_string_chunk_insert_const (built->targets, target);
  g_array_append_val (built->spans, cut);
}

guint
vr_imported_builder_get_n (const VrImportedBuilder *self)
{
  return self->built->paragraphs->len;
}

VrImported *
vr_imported_builder_finish (VrImportedBuilder *self)
{
  VrImported *built = g_steal_pointer (&self->built);

  vr_imported_builder_free (self);
  return built;
}
