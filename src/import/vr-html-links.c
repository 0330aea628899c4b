/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a page's links lead: what is told from the page's own place is made whole. */
#include "vr-html-links.h"

#include <string.h>

/* Addresses are often not as strict as they should be, and are to stay as the page has them. */
#define FLAGS (G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED)

/* Each link would be as long: with a longer one a small page could be made a large answer. */
#define MAX_BASE 2048

struct _VrHtmlLinks
{
  GUri *base; /* NULL where it is not known */
};

/* Without what browsers overlook: white space at the ends, and line ends and tabs anywhere. */
static char *
dup_clean (const char *href)
{
  GString *clean = g_string_sized_new (strlen (href));

  for (const char *p = href; *p != '\0'; p++)
    if (*p != '\t' && *p != '\n' && *p != '\r')
      g_string_append_c (clean, *p);
  return g_strstrip (g_string_free (clean, FALSE));
}

static gboolean
is_web (const GUri *uri)
{
  const char *scheme = g_uri_get_scheme ((GUri *)uri);
  const char *host = g_uri_get_host ((GUri *)uri);

  return (g_str_equal (scheme, "http") || g_str_equal (scheme, "https")) && host != NULL
         && *host != '\0';
}

/* Takes @uri over; only a place on the web is one to start from. */
static void
take_base (VrHtmlLinks *self, GUri *uri)
{
  if (uri == NULL)
    return;
  if (!is_web (uri))
    {
      g_uri_unref (uri);
      return;
    }
  g_clear_pointer (&self->base, g_uri_unref);
  self->base = uri;
}

static void
start_from (VrHtmlLinks *self, const char *address)
{
  g_autofree char *clean = dup_clean (address);

  if (strlen (clean) > MAX_BASE)
    return;
  take_base (self, self->base != NULL ? g_uri_parse_relative (self->base, clean, FLAGS, NULL)
                                      : g_uri_parse (clean, FLAGS, NULL));
}

/* Of several base elements the first that has an address counts. */
static const char *
find_base (const VrHtmlPage *page)
{
  for (guint32 i = 0; i < page->n_nodes; i++)
    {
      const char *href =
          page->nodes[i].tag == VR_HTML_BASE ? vr_html_page_get_attribute (page, i, "href") : NULL;

      if (href != NULL)
        return href;
    }
  return NULL;
}

VrHtmlLinks *
vr_html_links_new (const VrHtmlPage *page, const char *address)
{
  VrHtmlLinks *self = g_new0 (VrHtmlLinks, 1);
  const char *base = find_base (page);

  if (address != NULL)
    start_from (self, address);
  if (base != NULL)
    start_from (self, base);
  return self;
}

void
vr_html_links_free (VrHtmlLinks *self)
{
  g_clear_pointer (&self->base, g_uri_unref);
  g_free (self);
}

/* RFC 3986, 3.1. */
static gboolean
has_scheme (const char *address)
{
  const char *p = address;

  if (!g_ascii_isalpha (*p))
    return FALSE;
  while (g_ascii_isalnum (*p) || *p == '+' || *p == '-' || *p == '.')
    p++;
  return *p == ':';
}

char *
vr_html_links_dup_target (const VrHtmlLinks *self, const char *href)
{
  g_autofree char *clean = dup_clean (href);
  g_autoptr (GUri) whole = NULL;

  if (self->base == NULL || has_scheme (clean))
    return g_steal_pointer (&clean);
  whole = g_uri_parse_relative (self->base, clean, FLAGS, NULL);
  return whole != NULL ? g_uri_to_string (whole) : g_steal_pointer (&clean);
}
