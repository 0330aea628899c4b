/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an office document, or a book, says of itself in the words of Dublin Core. */
#include "vr-import-properties.h"

#include "vr-import-xml.h"

/* Of several names for one fact, the later in this list is the better one. */
static const struct
{
  const char *space; /* what its namespace has in it; NULL for any */
  const char *name;
  VrFact fact; /* VR_N_FACTS: what the caller says */
} known[] = {
  { NULL, "title", VR_FACT_HEADLINE },          { NULL, "creator", VR_FACT_BYLINE },
  { NULL, "initial-creator", VR_FACT_BYLINE },  { "dc/terms", "created", VR_FACT_PUBLISHED },
  { NULL, "creation-date", VR_FACT_PUBLISHED }, { NULL, "date", VR_FACT_UPDATED },
  { "dc/terms", "modified", VR_FACT_UPDATED },  { NULL, "language", VR_FACT_LANGUAGE },
  { NULL, "publisher", VR_FACT_SITE },
};

typedef struct
{
  VrImportedBuilder *builder;
  VrFact date;
  int index; /* of what is being read, -1 for nothing */
  int found[VR_N_FACTS];
  GString *text;
  GString *authors;
} Walk;

static void
start_cb (gpointer data, xmlTextReader *reader, const char *space, const char *name)
{
  Walk *walk = data;

  walk->index = -1;
  g_string_truncate (walk->text, 0);
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i].name, name)
        && (known[i].space == NULL || strstr (space, known[i].space) != NULL))
      walk->index = (int)i;
}

/* The first of a name counts, as a book has a date for each of its editions; but all authors do. */
static void
end_cb (gpointer data, const char *space, const char *name)
{
  Walk *walk = data;
  VrFact fact;

  if (walk->index < 0)
    return;
  fact = known[walk->index].fact == VR_N_FACTS ? walk->date : known[walk->index].fact;
  if (fact == VR_FACT_BYLINE && walk->text->len > 0 && walk->index + 1 == walk->found[fact])
    {
      g_string_append_printf (walk->authors, ", %s", walk->text->str);
      vr_imported_builder_set_fact (walk->builder, fact, walk->authors->str);
    }
  else if (walk->text->len > 0 && walk->index + 1 > walk->found[fact])
    {
      if (fact == VR_FACT_BYLINE)
        g_string_assign (walk->authors, walk->text->str);
      vr_imported_builder_set_fact (walk->builder, fact, walk->text->str);
      walk->found[fact] = walk->index + 1;
    }
  walk->index = -1;
}

static void
text_cb (gpointer data, const char *text)
{
  Walk *walk = data;

  if (walk->index >= 0)
    g_string_append (walk->text, text);
}

void
vr_import_properties_read (GBytes *part, VrFact date, VrImportedBuilder *builder)
{
  static const VrImportXmlHandler handler = { start_cb, end_cb, text_cb };
  Walk walk = { .builder = builder,
                .date = date,
                .index = -1,
                .text = g_string_new (NULL),
                .authors = g_string_new (NULL) };

  vr_import_xml_read (part, &handler, &walk);
  g_string_free (walk.text, TRUE);
  g_string_free (walk.authors, TRUE);
}
