/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page says of its article, each saying with where it was found. */
#include "vr-evidence.h"

#include "vr-extract-words.h"

#include <string.h>

/* Longer text in an element that is called an author or a date is something else. */
#define MAX_SHORT 120
/* A page that says more says it of many articles. */
#define MAX_ITEMS 2000

typedef struct
{
  const char *name;
  VrEvidenceField field;
  VrEvidenceSource source;
} Name;

/* What the name or property of a meta element says. */
static const Name metas[] = {
  { "og:title", VR_EVIDENCE_HEADLINE, VR_EVIDENCE_META },
  { "twitter:title", VR_EVIDENCE_HEADLINE, VR_EVIDENCE_META_WEAK },
  { "dc.title", VR_EVIDENCE_HEADLINE, VR_EVIDENCE_META_WEAK },
  { "dcterms.title", VR_EVIDENCE_HEADLINE, VR_EVIDENCE_META_WEAK },
  { "citation_title", VR_EVIDENCE_HEADLINE, VR_EVIDENCE_META },
  { "parsely-title", VR_EVIDENCE_HEADLINE, VR_EVIDENCE_META_WEAK },
  { "sailthru.title", VR_EVIDENCE_HEADLINE, VR_EVIDENCE_META_WEAK },
  { "headline", VR_EVIDENCE_HEADLINE, VR_EVIDENCE_META_WEAK },
  { "title", VR_EVIDENCE_HEADLINE, VR_EVIDENCE_META_WEAK },
  { "og:description", VR_EVIDENCE_DESCRIPTION, VR_EVIDENCE_META },
  { "description", VR_EVIDENCE_DESCRIPTION, VR_EVIDENCE_META_WEAK },
  { "twitter:description", VR_EVIDENCE_DESCRIPTION, VR_EVIDENCE_META_WEAK },
  { "dc.description", VR_EVIDENCE_DESCRIPTION, VR_EVIDENCE_META_WEAK },
  { "article:author", VR_EVIDENCE_AUTHOR, VR_EVIDENCE_META },
  { "citation_author", VR_EVIDENCE_AUTHOR, VR_EVIDENCE_META },
  { "og:article:author", VR_EVIDENCE_AUTHOR, VR_EVIDENCE_META },
  { "author", VR_EVIDENCE_AUTHOR, VR_EVIDENCE_META },
  { "byl", VR_EVIDENCE_AUTHOR, VR_EVIDENCE_META },
  { "parsely-author", VR_EVIDENCE_AUTHOR, VR_EVIDENCE_META },
  { "sailthru.author", VR_EVIDENCE_AUTHOR, VR_EVIDENCE_META },
  { "dc.creator", VR_EVIDENCE_AUTHOR, VR_EVIDENCE_META_WEAK },
  { "dcterms.creator", VR_EVIDENCE_AUTHOR, VR_EVIDENCE_META_WEAK },
  { "article:published_time", VR_EVIDENCE_PUBLISHED, VR_EVIDENCE_META },
  { "og:article:published_time", VR_EVIDENCE_PUBLISHED, VR_EVIDENCE_META },
  { "article:published", VR_EVIDENCE_PUBLISHED, VR_EVIDENCE_META },
  { "og:published_time", VR_EVIDENCE_PUBLISHED, VR_EVIDENCE_META },
  { "datepublished", VR_EVIDENCE_PUBLISHED, VR_EVIDENCE_META },
  { "citation_publication_date", VR_EVIDENCE_PUBLISHED, VR_EVIDENCE_META },
  { "citation_date", VR_EVIDENCE_PUBLISHED, VR_EVIDENCE_META },
  { "parsely-pub-date", VR_EVIDENCE_PUBLISHED, VR_EVIDENCE_META },
  { "sailthru.date", VR_EVIDENCE_PUBLISHED, VR_EVIDENCE_META },
  { "publishdate", VR_EVIDENCE_PUBLISHED, VR_EVIDENCE_META },
  { "publish_date", VR_EVIDENCE_PUBLISHED, VR_EVIDENCE_META },
  { "publish-date", VR_EVIDENCE_PUBLISHED, VR_EVIDENCE_META },
  { "pubdate", VR_EVIDENCE_PUBLISHED, VR_EVIDENCE_META },
  { "dcterms.created", VR_EVIDENCE_PUBLISHED, VR_EVIDENCE_META },
  { "dcterms.date", VR_EVIDENCE_PUBLISHED, VR_EVIDENCE_META },
  { "dc.date.issued", VR_EVIDENCE_PUBLISHED, VR_EVIDENCE_META },
  { "dc.date", VR_EVIDENCE_PUBLISHED, VR_EVIDENCE_META },
  { "dc.date.created", VR_EVIDENCE_PUBLISHED, VR_EVIDENCE_META },
  { "cxenseparse:recs:publishtime", VR_EVIDENCE_PUBLISHED, VR_EVIDENCE_META },
  { "date", VR_EVIDENCE_PUBLISHED, VR_EVIDENCE_META_WEAK },
  { "article.published", VR_EVIDENCE_PUBLISHED, VR_EVIDENCE_META },
  { "article:modified_time", VR_EVIDENCE_UPDATED, VR_EVIDENCE_META },
  { "og:updated_time", VR_EVIDENCE_UPDATED, VR_EVIDENCE_META },
  { "last-modified", VR_EVIDENCE_UPDATED, VR_EVIDENCE_META_WEAK },
  { "lastmod", VR_EVIDENCE_UPDATED, VR_EVIDENCE_META },
  { "dcterms.modified", VR_EVIDENCE_UPDATED, VR_EVIDENCE_META },
  { "article:section", VR_EVIDENCE_SECTION, VR_EVIDENCE_META },
  { "parsely-section", VR_EVIDENCE_SECTION, VR_EVIDENCE_META },
  { "og:url", VR_EVIDENCE_ADDRESS, VR_EVIDENCE_META },
  { "og:site_name", VR_EVIDENCE_SITE, VR_EVIDENCE_META },
  { "application-name", VR_EVIDENCE_SITE, VR_EVIDENCE_META_WEAK },
  { "dc.publisher", VR_EVIDENCE_SITE, VR_EVIDENCE_META_WEAK },
  { "og:locale", VR_EVIDENCE_LANGUAGE, VR_EVIDENCE_META_WEAK },
  { "content-language", VR_EVIDENCE_LANGUAGE, VR_EVIDENCE_META_WEAK },
  { "dc.language", VR_EVIDENCE_LANGUAGE, VR_EVIDENCE_META_WEAK },
};

/* What itemprop says. */
static const Name properties[] = {
  { "headline", VR_EVIDENCE_HEADLINE, VR_EVIDENCE_MICRODATA },
  { "author", VR_EVIDENCE_AUTHOR, VR_EVIDENCE_MICRODATA },
  { "creator", VR_EVIDENCE_AUTHOR, VR_EVIDENCE_MICRODATA },
  { "datepublished", VR_EVIDENCE_PUBLISHED, VR_EVIDENCE_MICRODATA },
  { "datecreated", VR_EVIDENCE_PUBLISHED, VR_EVIDENCE_MICRODATA },
  { "datemodified", VR_EVIDENCE_UPDATED, VR_EVIDENCE_MICRODATA },
  { "articlesection", VR_EVIDENCE_SECTION, VR_EVIDENCE_MICRODATA },
};

/* Whether character references are left in what should be text: some write them into JSON. */
static gboolean
has_references (const char *value)
{
  const char *reference = strchr (value, '&');

  return reference != NULL && strchr (value, '<') == NULL
         && reference[1 + strcspn (reference + 1, "; &")] == ';'
         && (g_ascii_isalpha (reference[1]) || reference[1] == '#');
}

/* The parser knows all references; what it leaves of "&amp;amp;" is "&amp;", of which the sign is
 * taken, so that nothing is resolved for ever. */
static char *
resolve_references (const char *value)
{
  g_autoptr (VrHtmlPage) page = vr_html_page_new (value, strlen (value));
  char *resolved = vr_html_page_dup_text (page, 0);

  if (has_references (resolved))
    g_strdelimit (resolved, "&", ' ');
  return resolved;
}

void
vr_evidence_list_add (VrEvidenceList *self, VrEvidenceField field, VrEvidenceSource source,
                      guint32 node, const char *value)
{
  g_autoptr (GString) collapsed = g_string_new (NULL);
  VrEvidence made = { field, source, node, NULL };

  if (value == NULL || self->items->len >= MAX_ITEMS)
    return;
  if (field != VR_EVIDENCE_ADDRESS && field != VR_EVIDENCE_BODY && has_references (value))
    {
      g_autofree char *resolved = resolve_references (value);

      vr_evidence_list_add (self, field, source, node, resolved);
      return;
    }
  /* Of a whole text the paragraphs are kept. */
  for (const char *from = value; from != NULL;)
    {
      const char *end = field == VR_EVIDENCE_BODY ? strchr (from, '\n') : NULL;

      vr_html_append_collapsed (collapsed, from, end != NULL ? (gsize)(end - from) : strlen (from));
      if (end != NULL)
        g_string_append_c (collapsed, '\n');
      from = end != NULL ? end + 1 : NULL;
    }
  made.value = g_strstrip (g_string_free (g_steal_pointer (&collapsed), FALSE));
  if (*made.value == '\0')
    {
      g_free (made.value);
      return;
    }
  g_array_append_val (self->items, made);
}

static void
clear_item (gpointer data)
{
  g_free (((VrEvidence *)data)->value);
}

static const Name *
find_name (const Name *names, guint n_names, const char *name)
{
  for (guint i = 0; name != NULL && i < n_names; i++)
    if (g_ascii_strcasecmp (names[i].name, name) == 0)
      return &names[i];
  return NULL;
}

static void
read_meta (VrEvidenceList *self, const VrHtmlPage *page, guint32 node)
{
  static const char *const keys[] = { "property", "name", "http-equiv" };
  const char *content = vr_html_page_get_attribute (page, node, "content");

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const Name *name =
          find_name (metas, G_N_ELEMENTS (metas), vr_html_page_get_attribute (page, node, keys[i]));

      if (name != NULL)
        {
          vr_evidence_list_add (self, name->field, name->source, 0, content);
          return;
        }
    }
}

/* The words of an element, but not where they are so many that it must be something else. */
static void
add_text (VrEvidenceList *self, const VrHtmlPage *page, guint32 node, VrEvidenceField field,
          VrEvidenceSource source)
{
  g_autofree char *text = vr_html_page_dup_text (page, node);

  if (g_utf8_strlen (text, -1) <= MAX_SHORT || field == VR_EVIDENCE_HEADLINE)
    vr_evidence_list_add (self, field, source, node, text);
}

/* Of an author that is an element with a name, the name. */
static guint32
find_inner_name (const VrHtmlPage *page, guint32 node)
{
  for (guint32 i = node + 1; i < page->nodes[node].end; i++)
    {
      const char *property = vr_html_page_get_attribute (page, i, "itemprop");

      if (property != NULL && g_str_equal (property, "name"))
        return i;
    }
  return node;
}

static void
read_property (VrEvidenceList *self, const VrHtmlPage *page, guint32 node)
{
  const Name *name = find_name (properties, G_N_ELEMENTS (properties),
                                vr_html_page_get_attribute (page, node, "itemprop"));
  const char *content;

  if (name == NULL)
    return;
  if (name->field == VR_EVIDENCE_AUTHOR)
    node = find_inner_name (page, node);
  content = vr_html_page_get_attribute (page, node, "content");
  if (content == NULL || *content == '\0')
    content = vr_html_page_get_attribute (page, node, "datetime");
  if (content != NULL && *content != '\0')
    vr_evidence_list_add (self, name->field, name->source, node, content);
  else
    add_text (self, page, node, name->field, name->source);
}

static void
read_rel (VrEvidenceList *self, const VrHtmlPage *page, guint32 node)
{
  const char *rel = vr_html_page_get_attribute (page, node, "rel");

  if (rel == NULL)
    return;
  if (page->nodes[node].tag == VR_HTML_LINK && g_ascii_strcasecmp (rel, "canonical") == 0)
    vr_evidence_list_add (self, VR_EVIDENCE_ADDRESS, VR_EVIDENCE_REL, 0,
                          vr_html_page_get_attribute (page, node, "href"));
  else if (page->nodes[node].tag == VR_HTML_A && strstr (rel, "author") != NULL)
    add_text (self, page, node, VR_EVIDENCE_AUTHOR, VR_EVIDENCE_REL);
}

/* Links to authors' pages, and elements that are called authors. */
static void
read_names (VrEvidenceList *self, const VrHtmlPage *page, guint32 node)
{
  static const char *const addresses[] = { "/author/", "/autor/",     "/autoren/",    "/authors/",
                                           "/auteur/", "/redaktion/", "/journalist/", "/staff/" };
  static const char *const classes[] = { "author-name",  "author__name",   "authorname",
                                         "byline-name",  "byline__name",   "byline",
                                         "author",       "autor",          "post-author",
                                         "entry-author", "article-author", "vcard",
                                         "author-link" };
  const char *href =
      page->nodes[node].tag == VR_HTML_A ? vr_html_page_get_attribute (page, node, "href") : NULL;
  const char *class = vr_html_page_get_attribute (page, node, "class");

  for (guint i = 0; href != NULL && i < G_N_ELEMENTS (addresses); i++)
    if (strstr (href, addresses[i]) != NULL)
      {
        add_text (self, page, node, VR_EVIDENCE_AUTHOR, VR_EVIDENCE_CLASS);
        return;
      }
  for (guint i = 0; class != NULL && i < G_N_ELEMENTS (classes); i++)
    {
      gsize n = strlen (classes[i]);
      const char *found = strstr (class, classes[i]);

      if (found != NULL && (found == class || found[-1] == ' ')
          && (found[n] == '\0' || found[n] == ' '))
        {
          add_text (self, page, node, VR_EVIDENCE_AUTHOR, VR_EVIDENCE_CLASS);
          return;
        }
    }
}

static void
read_time (VrEvidenceList *self, const VrHtmlPage *page, guint32 node)
{
  const char *value = vr_html_page_get_attribute (page, node, "datetime");

  if (value != NULL && *value != '\0')
    vr_evidence_list_add (self, VR_EVIDENCE_PUBLISHED, VR_EVIDENCE_TIME, node, value);
  else
    add_text (self, page, node, VR_EVIDENCE_PUBLISHED, VR_EVIDENCE_TIME);
}

static void
read_element (VrEvidenceList *self, const VrHtmlPage *page, guint32 node)
{
  const char *type;

  switch ((int)page->nodes[node].tag)
    {
    case VR_HTML_META:
      read_meta (self, page, node);
      break;
    case VR_HTML_SCRIPT:
      type = vr_html_page_get_attribute (page, node, "type");
      if (type != NULL && strstr (type, "ld+json") != NULL && page->nodes[node].end > node + 1)
        vr_evidence_list_add_json (self, page->nodes[node + 1].text);
      break;
    case VR_HTML_TITLE:
      if (page->nodes[page->nodes[node].parent].tag == VR_HTML_HEAD)
        {
          g_autofree char *text = vr_html_page_dup_text (page, node);

          vr_evidence_list_add (self, VR_EVIDENCE_HEADLINE, VR_EVIDENCE_TITLE, 0, text);
        }
      break;
    case VR_HTML_H1:
    case VR_HTML_H2:
    case VR_HTML_H3:
      add_text (self, page, node, VR_EVIDENCE_HEADLINE, VR_EVIDENCE_HEADING);
      break;
    case VR_HTML_TIME:
      read_time (self, page, node);
      break;
    case VR_HTML_HTML:
      vr_evidence_list_add (self, VR_EVIDENCE_LANGUAGE, VR_EVIDENCE_META, 0,
                            vr_html_page_get_attribute (page, node, "lang"));
      break;
    default:
      break;
    }
  read_rel (self, page, node);
  read_property (self, page, node);
  read_names (self, page, node);
}

VrEvidenceList *
vr_evidence_list_new (const VrHtmlPage *page)
{
  VrEvidenceList *self = g_new0 (VrEvidenceList, 1);

  self->items = g_array_new (FALSE, FALSE, sizeof (VrEvidence));
  g_array_set_clear_func (self->items, clear_item);
  for (guint32 i = 0; i < page->n_nodes; i++)
    if (page->nodes[i].tag != VR_HTML_TEXT)
      read_element (self, page, i);
  return self;
}

void
vr_evidence_list_free (VrEvidenceList *self)
{
  g_array_unref (self->items);
  g_free (self);
}

const char *
vr_evidence_list_find (const VrEvidenceList *self, VrEvidenceField field, VrEvidenceSource source)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const VrEvidence *item = &g_array_index (self->items, VrEvidence, i);

      if (item->field == field && item->source == source)
        return item->value;
    }
  return NULL;
}

const char *
vr_evidence_list_find_first (const VrEvidenceList *self, VrEvidenceField field)
{
  for (VrEvidenceSource source = 0; source < VR_N_EVIDENCE_SOURCES; source++)
    {
      const char *found = vr_evidence_list_find (self, field, source);

      if (found != NULL)
        return found;
    }
  return NULL;
}
