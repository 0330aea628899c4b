/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article for people to read: without the page's furniture. */
#include "vr-cli-article.h"

#include "vr-markdown.h"

/* A page may tell its headline in its head alone. */
static const char *
get_untold_headline (const VrArticle *article)
{
  for (guint i = 0; i < vr_article_get_n_paragraphs (article); i++)
    if (vr_article_get_role (article, i) == VR_ROLE_HEADLINE)
      return NULL;
  return vr_article_get_fact (article, VR_FACT_HEADLINE);
}

void
vr_cli_article_write_text (const VrArticle *article, VrOutput *output)
{
  const char *headline = get_untold_headline (article);
  gboolean is_first = headline == NULL;

  if (headline != NULL)
    {
      vr_output_put (output, headline);
      vr_output_put_char (output, '\n');
    }
  for (guint i = 0; i < vr_article_get_n_paragraphs (article); i++)
    {
      VrSlice text = vr_article_get_paragraph_text (article, i);

      if (vr_role_is_furniture (vr_article_get_role (article, i)))
        continue;
      if (!is_first)
        vr_output_put_char (output, '\n');
      is_first = FALSE;
      vr_output_write (output, text.text, text.n_bytes);
      vr_output_put_char (output, '\n');
    }
}

static const char *
get_block_mark (VrRole role)
{
  switch (role)
    {
    case VR_ROLE_HEADLINE:
      return "# ";
    case VR_ROLE_SUBHEAD:
      return "## ";
    case VR_ROLE_QUOTE:
      return "> ";
    case VR_ROLE_LIST:
      return "- ";
    default:
      return "";
    }
}

/* Between angle brackets; what would end them is written as addresses write it. */
static void
put_target (VrOutput *output, const char *target)
{
  vr_output_put (output, "](<");
  for (const char *p = target; *p != '\0'; p++)
    {
      char escaped[4];

      if ((guchar)*p > ' ' && strchr ("<>\\", *p) == NULL)
        {
          vr_output_put_char (output, *p);
          continue;
        }
      g_snprintf (escaped, sizeof escaped, "%%%02X", (guchar)*p);
      vr_output_put (output, escaped);
    }
  vr_output_put (output, ">)");
}

static void
put_span (VrOutput *output, const VrTextSpan *span, VrSlice text)
{
  static const char *const marks[VR_N_TEXT_SPAN_KINDS] = {
    [VR_TEXT_SPAN_EMPHASIS] = "*",
    [VR_TEXT_SPAN_STRONG] = "**",
  };
  gboolean is_link = span->kind == VR_TEXT_SPAN_LINK && span->target != NULL;
  const char *mark = is_link ? "[" : marks[span->kind];

  if (mark != NULL)
    vr_output_put (output, mark);
  vr_markdown_put (output, text, 0);
  if (is_link)
    put_target (output, span->target);
  else if (mark != NULL)
    vr_output_put (output, mark);
}

/* Of spans within others the outer one is written. */
static void
put_paragraph (VrOutput *output, const VrArticle *article, guint index)
{
  VrImported *imported = vr_article_get_imported (article);
  VrSlice text = vr_article_get_paragraph_text (article, index);
  VrImportedParagraph paragraph = { .n_spans = 0 };
  guint flags = VR_MARKDOWN_BLOCK;
  gsize at = 0;

  if (imported != NULL)
    paragraph = vr_imported_get_paragraph (imported, index);
  for (guint i = 0; i < paragraph.n_spans; i++)
    {
      const VrTextSpan *span = &paragraph.spans[i];

      if (span->span.from < at)
        continue;
      if (span->span.from > at)
        vr_markdown_put (output, (VrSlice){ text.text + at, span->span.from - at }, flags);
      put_span (output, span,
                (VrSlice){ text.text + span->span.from, span->span.to - span->span.from });
      at = span->span.to;
      flags = 0;
    }
  if (at < text.n_bytes)
    vr_markdown_put (output, (VrSlice){ text.text + at, text.n_bytes - at }, flags);
  vr_output_put_char (output, '\n');
}

void
vr_cli_article_write_markdown (const VrArticle *article, VrOutput *output)
{
  const char *headline = get_untold_headline (article);
  VrRole before = VR_N_ROLES;

  if (headline != NULL)
    {
      vr_output_put (output, get_block_mark (VR_ROLE_HEADLINE));
      vr_markdown_put_string (output, headline, VR_MARKDOWN_BLOCK);
      vr_output_put_char (output, '\n');
      before = VR_ROLE_HEADLINE;
    }
  for (guint i = 0; i < vr_article_get_n_paragraphs (article); i++)
    {
      VrRole role = vr_article_get_role (article, i);

      if (vr_role_is_furniture (role))
        continue;
      if (before != VR_N_ROLES && (role != VR_ROLE_LIST || before != VR_ROLE_LIST))
        vr_output_put_char (output, '\n');
      vr_output_put (output, get_block_mark (role));
      put_paragraph (output, article, i);
      before = role;
    }
}
