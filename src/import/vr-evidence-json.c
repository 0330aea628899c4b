/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What JSON-LD says of an article. */
#include "vr-evidence.h"

#include "vr-json-reader.h"

#include <string.h>

/* Deeper than this nobody nests an article. */
#define MAX_DEPTH 6
/* Of lists no more than this are read. */
#define MAX_ITEMS 50

typedef struct
{
  VrEvidenceList *list;
  VrEvidenceSource source;
} Reader;

static void read_value (VrEvidenceList *list, JsonNode *node, guint depth);

/* Whether @type, or one of its list, ends as the types of articles do. */
static gboolean
has_type (JsonObject *object, const char *const *types)
{
  JsonNode *node = json_object_get_member (object, "@type");
  JsonArray *array;

  if (node == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    {
      for (guint i = 0; types[i] != NULL; i++)
        if (g_str_has_suffix (json_node_get_string (node), types[i]))
          return TRUE;
      return FALSE;
    }
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *item = json_array_get_element (array, i);

      for (guint k = 0; types[k] != NULL; k++)
        if (JSON_NODE_HOLDS_VALUE (item) && json_node_get_value_type (item) == G_TYPE_STRING
            && g_str_has_suffix (json_node_get_string (item), types[k]))
          return TRUE;
    }
  return FALSE;
}

/* Adds a string, or of an object its @name, or of a list what its items say. */
static void
add (const Reader *reader, VrEvidenceField field, JsonNode *node, guint depth)
{
  if (node == NULL || depth > 3)
    return;
  if (JSON_NODE_HOLDS_VALUE (node))
    {
      if (json_node_get_value_type (node) == G_TYPE_STRING)
        vr_evidence_list_add (reader->list, field, reader->source, 0, json_node_get_string (node));
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);

      add (reader, field,
           json_object_get_member (object, field == VR_EVIDENCE_ADDRESS ? "@id" : "name"),
           depth + 1);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < MIN (json_array_get_length (array), MAX_ITEMS); i++)
        add (reader, field, json_array_get_element (array, i), depth + 1);
    }
}

static void
read_thing (VrEvidenceList *list, JsonObject *object, VrEvidenceSource source)
{
  static const struct
  {
    const char *name;
    VrEvidenceField field;
  } members[] = {
    { "headline", VR_EVIDENCE_HEADLINE },
    { "description", VR_EVIDENCE_DESCRIPTION },
    { "author", VR_EVIDENCE_AUTHOR },
    { "datePublished", VR_EVIDENCE_PUBLISHED },
    { "dateModified", VR_EVIDENCE_UPDATED },
    { "articleSection", VR_EVIDENCE_SECTION },
    { "mainEntityOfPage", VR_EVIDENCE_ADDRESS },
    { "url", VR_EVIDENCE_ADDRESS },
    { "publisher", VR_EVIDENCE_SITE },
    { "inLanguage", VR_EVIDENCE_LANGUAGE },
    { "articleBody", VR_EVIDENCE_BODY },
  };
  const Reader reader = { list, source };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    add (&reader, members[i].field, json_object_get_member (object, members[i].name), 0);
  if (json_object_get_member (object, "headline") == NULL)
    add (&reader, VR_EVIDENCE_HEADLINE, json_object_get_member (object, "name"), 0);
  if (json_object_get_member (object, "datePublished") == NULL)
    add (&reader, VR_EVIDENCE_PUBLISHED, json_object_get_member (object, "dateCreated"), 0);
}

static void
read_object (VrEvidenceList *list, JsonObject *object, guint depth)
{
  static const char *const articles[] = { "Article", "BlogPosting", "Posting",         "Report",
                                          "Review",  "Recipe",      "LiveBlogPosting", NULL };
  static const char *const pages[] = { "WebPage",      "ItemPage",    "AboutPage",
                                       "Event",        "VideoObject", "Product",
                                       "CreativeWork", "Book",        NULL };
  static const char *const sites[] = { "WebSite", NULL };
  static const char *const comments[] = { "Comment", "Review", "Answer", "UserReview", NULL };

  if (has_type (object, articles))
    read_thing (list, object, VR_EVIDENCE_JSON);
  else if (has_type (object, pages))
    read_thing (list, object, VR_EVIDENCE_JSON_PAGE);
  else if (json_object_has_member (object, "datePublished") && !has_type (object, comments))
    read_thing (list, object, VR_EVIDENCE_JSON_PAGE);
  else if (has_type (object, sites))
    vr_evidence_list_add (list, VR_EVIDENCE_SITE, VR_EVIDENCE_JSON_PAGE, 0,
                          vr_json_peek_string (object, "name"));
  read_value (list, json_object_get_member (object, "@graph"), depth + 1);
  read_value (list, json_object_get_member (object, "mainEntity"), depth + 1);
}

static void
read_value (VrEvidenceList *list, JsonNode *node, guint depth)
{
  if (node == NULL || depth > MAX_DEPTH)
    return;
  if (JSON_NODE_HOLDS_OBJECT (node))
    read_object (list, json_node_get_object (node), depth);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < MIN (json_array_get_length (array), MAX_ITEMS); i++)
        read_value (list, json_array_get_element (array, i), depth + 1);
    }
}

/* Many write line ends into strings, and wrap all in comments. */
static char *
clean (const char *json)
{
  const char *from = strpbrk (json, "{[");
  char *cleaned;
  gsize n;

  if (from == NULL)
    return NULL;
  cleaned = g_strdup (from);
  for (char *p = cleaned; *p != '\0'; p++)
    if ((guchar)*p < ' ')
      *p = ' ';
  n = strlen (cleaned);
  while (n > 0 && cleaned[n - 1] != '}' && cleaned[n - 1] != ']')
    n--;
  cleaned[n] = '\0';
  return cleaned;
}

void
vr_evidence_list_add_json (VrEvidenceList *self, const char *json)
{
  g_autofree char *cleaned = clean (json);
  g_autoptr (JsonNode) node = NULL;

  if (cleaned == NULL)
    return;
  node = vr_json_read (cleaned, strlen (cleaned), "JSON-LD", NULL);
  if (node != NULL)
    read_value (self, node, 0);
}
