/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether what a server gave is the article, or what stands in front of it. */
#include "vr-fetch-verdict.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Letters of the article's own text: what publishers show of a paid article is a paragraph or two,
 * of fewer letters than the shortest reports that stand alone. */
#define LITTLE_CHARS 1500
/* How far a value may stand behind its name, with quotes, spaces and "content=". */
#define VALUE_BYTES 32
/* schema.org's isAccessibleForFree. */
#define FREE "AccessibleForFree"
/* What it takes to be called one. */
#define ENOUGH 2

/* In lower case; those above the line alone are enough, of the others it takes two. */
typedef struct
{
  guint weight;
  const char *words;
} Phrase;

static const Phrase paywall_phrases[] = {
  { 2, "to continue reading" },
  { 2, "to keep reading" },
  { 2, "subscribe to read" },
  { 2, "for subscribers only" },
  { 2, "for subscribers." },
  { 2, "subscribe to unlock" },
  { 2, "subscribers can read" },
  { 2, "to read the full article" },
  { 2, "um weiterzulesen" },
  { 2, "weiterlesen mit" },
  { 2, "nur für abonnenten" },
  { 2, "exklusiv für abonnenten" },
  { 2, "réservé aux abonnés" },
  { 2, "pour lire la suite" },
  { 2, "la suite est réservée" },
  { 2, "suscríbete para seguir leyendo" },
  { 2, "para seguir leyendo" },
  { 2, "exclusivo para suscriptores" },
  { 2, "per continuare a leggere" },
  { 2, "riservato agli abbonati" },
  { 2, "om verder te lezen" },
  { 2, "alleen voor abonnees" },
  { 2, "exclusivo para assinantes" },
  { 2, "para continuar a ler" },
  { 2, "para continuar lendo" },
  { 2, "aby czytać dalej" },
  { 2, "tylko dla prenumeratorów" },
  { 2, "för att läsa vidare" },
  { 2, "endast för prenumeranter" },
  { 2, "for at læse videre" },
  { 2, "kun for abonnenter" },
  { 2, "for å lese videre" },
  { 2, "чтобы читать дальше" },
  { 2, "только для подписчиков" },
  { 2, "会員限定" },
  { 2, "有料会員" },
  { 1, "already a subscriber" },
  { 1, "become a subscriber" },
  { 1, "free articles left" },
  { 1, "start your trial" },
  { 1, "bereits abonnent" },
  { 1, "jetzt abonnieren" },
  { 1, "déjà abonné" },
  { 1, "abonnez-vous" },
  { 1, "ya eres suscriptor" },
  { 1, "sei già abbonato" },
  { 1, "al abonnee" },
  { 1, "já é assinante" },
};

static const Phrase consent_phrases[] = {
  { 1, "accept all" },           { 1, "reject all" },
  { 1, "we use cookies" },       { 1, "we value your privacy" },
  { 1, "before you continue" },  { 1, "our partners" },
  { 1, "manage your choices" },  { 1, "alle akzeptieren" },
  { 1, "alles akzeptieren" },    { 1, "alle ablehnen" },
  { 1, "unsere partner" },       { 1, "wir verwenden cookies" },
  { 1, "zustimmen und weiter" }, { 1, "mit werbung weiterlesen" },
  { 1, "tout accepter" },        { 1, "tout refuser" },
  { 1, "nos partenaires" },      { 1, "continuer sans accepter" },
  { 1, "aceptar todo" },         { 1, "rechazar todo" },
  { 1, "nuestros socios" },      { 1, "utilizamos cookies" },
  { 1, "accetta tutto" },        { 1, "rifiuta tutto" },
  { 1, "nostri partner" },       { 1, "alles accepteren" },
  { 1, "alles weigeren" },       { 1, "onze partners" },
  { 1, "aceitar tudo" },         { 1, "rejeitar tudo" },
  { 1, "zaakceptuj wszystko" },  { 1, "nasi partnerzy" },
  { 1, "acceptera alla" },       { 1, "accepter alle" },
  { 1, "godta alle" },
};

/* Names of servers, and of places on them, that ask for consent. */
static const char *const consent_hosts[] = { "consent.",   "guce.",    "cmp.",
                                             "myprivacy.", "privacy.", "cookiewall." };
static const char *const consent_paths[] = { "/consent",     "/zustimmung",  "/cookiewall",
                                             "/cookie-wall", "/privacygate", "/collectconsent" };

static guint
weigh (const char *text, const Phrase *phrases, guint n_phrases)
{
  guint weight = 0;

  for (guint i = 0; i < n_phrases; i++)
    if (strstr (text, phrases[i].words) != NULL)
      weight += phrases[i].weight;
  return weight;
}

/* All the page says: what stands in front of an article may look like furniture. */
static char *
dup_lower_text (const VrArticle *article)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < vr_article_get_n_paragraphs (article); i++)
    {
      VrSlice slice = vr_article_get_paragraph_text (article, i);

      g_string_append_len (text, slice.text, (gssize)slice.n_bytes);
      g_string_append_c (text, '\n');
    }
  return g_utf8_strdown (text->str, (gssize)text->len);
}

/* A sign of Chinese or Japanese says as much as a short word. */
static glong
count_own_chars (const VrArticle *article)
{
  glong n = 0;

  for (guint i = 0; i < vr_article_get_n_paragraphs (article); i++)
    {
      VrSlice slice = vr_article_get_paragraph_text (article, i);

      if (!vr_role_is_furniture (vr_article_get_role (article, i)))
        for (const char *p = slice.text; p < slice.text + slice.n_bytes; p = g_utf8_next_char (p))
          n += g_unichar_iswide (g_utf8_get_char (p)) ? 3 : 1;
    }
  return n;
}

static const char *
find_word (const char *text, const char *end, const char *word)
{
  gsize n_bytes = strlen (word);

  for (const char *p = text; (gsize)(end - p) >= n_bytes; p++)
    {
      p = memchr (p, *word, (gsize)(end - p));
      if (p == NULL || (gsize)(end - p) < n_bytes)
        return NULL;
      if (memcmp (p, word, n_bytes) == 0)
        return p;
    }
  return NULL;
}

/* As JSON-LD has it, or microdata, which heed case: isAccessibleForFree": "False",
 * isAccessibleForFree" content=. */
static gboolean
says_paid (GBytes *bytes)
{
  gsize n_bytes;
  const char *text = g_bytes_get_data (bytes, &n_bytes);
  const char *end = text + n_bytes;
  const char *name = text;

  while ((name = find_word (name, end, FREE)) != NULL)
    {
      gsize n_window = MIN ((gsize)(end - name) - strlen (FREE), VALUE_BYTES);
      g_autofree char *value = g_ascii_strdown (name + strlen (FREE), (gssize)n_window);

      g_strdelimit (value, ",;}<\n", '\0');
      if (strstr (value, "false") != NULL)
        return TRUE;
      name += strlen (FREE);
    }
  return FALSE;
}

static gboolean
asks_by_address (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;
  const char *path = uri != NULL ? g_uri_get_path (uri) : "";

  for (guint i = 0; host != NULL && i < G_N_ELEMENTS (consent_hosts); i++)
    if (g_str_has_prefix (host, consent_hosts[i]))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (consent_paths); i++)
    if (g_str_has_prefix (path, consent_paths[i]))
      return TRUE;
  return FALSE;
}

VrFetchVerdict
vr_fetch_verdict (const VrFetched *fetched, const VrArticle *article)
{
  g_autofree char *text = NULL;
  guint consent, paywall;

  if (count_own_chars (article) >= LITTLE_CHARS)
    return VR_FETCH_ARTICLE;
  text = dup_lower_text (article);
  consent = weigh (text, consent_phrases, G_N_ELEMENTS (consent_phrases))
            + (asks_by_address (fetched->url) ? ENOUGH : 0);
  paywall = weigh (text, paywall_phrases, G_N_ELEMENTS (paywall_phrases))
            + (says_paid (fetched->bytes) ? ENOUGH : 0);
  if (paywall >= ENOUGH && paywall >= consent)
    return VR_FETCH_PAYWALL;
  return consent >= ENOUGH ? VR_FETCH_CONSENT : VR_FETCH_ARTICLE;
}

/* What the server says goes where the bytes themselves say nothing. */
static const char *
find_format (const VrFetched *self)
{
  gsize n_bytes;
  const guint8 *data = g_bytes_get_data (self->bytes, &n_bytes);
  const char *type = self->content_type != NULL ? self->content_type : "";
  const char *format = vr_format_sniff (data, n_bytes, NULL);

  if (!g_str_equal (format, "text"))
    return format;
  return g_str_equal (type, "text/html") || g_str_equal (type, "application/xhtml+xml") ? "html"
         : g_str_equal (type, "text/markdown")                                          ? "markdown"
                                                                                        : "text";
}

static gboolean
check_verdict (const VrFetched *self, const VrArticle *article, GError **error)
{
  VrFetchVerdict verdict = vr_fetch_verdict (self, article);

  if (verdict == VR_FETCH_PAYWALL)
    g_set_error (
        error, VR_ERROR, VR_ERROR_WITHHELD,
        _ ("“%s” shows its article to subscribers alone; a page that was saved in a browser "
           "can be read."),
        self->url);
  else if (verdict == VR_FETCH_CONSENT)
    g_set_error (error, VR_ERROR, VR_ERROR_WITHHELD,
                 _ ("“%s” asks about cookies instead of showing its article; a page that was saved "
                    "in a browser can be read."),
                 self->url);
  return verdict == VR_FETCH_ARTICLE;
}

VrArticle *
vr_fetched_read (const VrFetched *self, const VrReading *reading, GCancellable *cancellable,
                 GError **error)
{
  VrReading whole = *reading;
  g_autoptr (VrArticle) article = NULL;

  if (whole.url == NULL)
    whole.url = self->url;
  if (whole.declared == NULL)
    whole.declared = self->charset;
  if (whole.format == NULL)
    whole.format = find_format (self);
  article = vr_article_read_bytes (self->bytes, self->url, &whole, cancellable, error);
  if (article == NULL || !check_verdict (self, article, error))
    return NULL;
  return g_steal_pointer (&article);
}

const char *
vr_fetched_get_encoding (const VrArticle *article)
{
  VrText *text = vr_article_get_text (article);

  return text != NULL && g_str_equal (vr_text_get_decided_by (text), "http")
             ? vr_text_get_encoding (text)
             : NULL;
}
