/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article whose sentences are known to come from versions, as a list of its paragraphs. */
#include "vr-origins-model.h"

#include "vr-pair-plan.h"
#include "vr-pattern.h"

struct _VrOriginsModel
{
  GObject parent_instance;

  VrOriginsLook *look; /* an atomic box */
  GArray *parts;       /* guint32: the first sentence of each, and behind the last one's last */
};

static void vr_origins_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VrOriginsModel, vr_origins_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      vr_origins_model_list_init))

static GType
vr_origins_model_get_item_type (GListModel *model)
{
  return VR_TYPE_ORIGINS_ITEM;
}

static guint
vr_origins_model_get_n_items (GListModel *model)
{
  return VR_ORIGINS_MODEL (model)->parts->len - 1;
}

static gpointer
vr_origins_model_get_item (GListModel *model, guint position)
{
  VrOriginsModel *self = VR_ORIGINS_MODEL (model);

  if (position + 1 >= self->parts->len)
    return NULL;

  return vr_origins_item_new (self->look, vr_origins_model_get_span (self, position));
}

static void
vr_origins_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = vr_origins_model_get_item_type;
  iface->get_n_items = vr_origins_model_get_n_items;
  iface->get_item = vr_origins_model_get_item;
}

static void
vr_origins_model_finalize (GObject *object)
{
  VrOriginsModel *self = VR_ORIGINS_MODEL (object);

  g_atomic_rc_box_release_full (self->look, vr_origins_look_clear);
  g_array_unref (self->parts);

  G_OBJECT_CLASS (vr_origins_model_parent_class)->finalize (object);
}

static void
vr_origins_model_class_init (VrOriginsModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vr_origins_model_finalize;
}

static void
vr_origins_model_init (VrOriginsModel *self)
{
  self->parts = g_array_new (FALSE, FALSE, sizeof (guint32));
}

/* A paragraph that would take too long to lay out goes on in another row, behind a sentence. */
static gboolean
begins_part (const VrBlamedSentence *sentences, guint first, guint index, gsize n_bytes)
{
  return sentences[index].paragraph != sentences[first].paragraph
         || (n_bytes > VR_PAIR_MAX_BYTES
             && sentences[index].span.to - sentences[first].span.from > VR_PAIR_PART_BYTES);
}

static void
cut (VrOriginsModel *self)
{
  const VrHistoryBlame *blame = self->look->blame;
  guint n;
  const VrBlamedSentence *sentences = vr_history_blame_peek_sentences (blame, &n);
  guint32 first = 0;

  for (guint32 i = 0; i < n; i++)
    {
      gsize n_bytes = vr_article_get_paragraph_text (vr_history_blame_get_article (blame),
                                                     sentences[i].paragraph)
                          .n_bytes;

      if (i > 0 && !begins_part (sentences, first, i, n_bytes))
        continue;
      first = i;
      g_array_append_val (self->parts, first);
    }
  g_array_append_val (self->parts, n);
}

/* The versions that sentences come from, the oldest faint and the newest strong, in even steps:
 * where all but one are from the first week, those that came in it are told apart all the same. */
static void
weigh (VrOriginsLook *look)
{
  guint n_versions = vr_history_blame_get_n_versions (look->blame);
  guint n, n_steps = 0;
  const VrBlamedSentence *sentences = vr_history_blame_peek_sentences (look->blame, &n);

  look->strengths = g_new0 (double, n_versions + 1);
  for (guint i = 0; i < n; i++)
    look->strengths[sentences[i].changed] = 1;
  for (guint i = 1; i <= n_versions; i++)
    if (look->strengths[i] > 0)
      look->strengths[i] = n_steps++;
  for (guint i = 1; i <= n_versions && n_steps > 1; i++)
    look->strengths[i] /= n_steps - 1;
}

VrOriginsModel *
vr_origins_model_new (VrHistoryBlame *blame)
{
  VrOriginsModel *self = g_object_new (VR_TYPE_ORIGINS_MODEL, NULL);

  self->look = g_atomic_rc_box_new0 (VrOriginsLook);
  self->look->blame = blame;
  weigh (self->look);
  cut (self);

  return self;
}

const VrHistoryBlame *
vr_origins_model_get_blame (VrOriginsModel *self)
{
  g_return_val_if_fail (VR_IS_ORIGINS_MODEL (self), NULL);

  return self->look->blame;
}

guint
vr_origins_model_find (VrOriginsModel *self, guint sentence)
{
  guint first = 0, end;

  g_return_val_if_fail (VR_IS_ORIGINS_MODEL (self), 0);

  end = self->parts->len;
  while (end - first > 1)
    {
      guint middle = first + (end - first) / 2;

      if (g_array_index (self->parts, guint32, middle) <= sentence)
        first = middle;
      else
        end = middle;
    }

  return first;
}

VrSpan
vr_origins_model_get_span (VrOriginsModel *self, guint position)
{
  return (VrSpan){ g_array_index (self->parts, guint32, position),
                   g_array_index (self->parts, guint32, position + 1) };
}

guint
vr_origins_model_find_text (VrOriginsModel *self, const char *text)
{
  g_autoptr (VrPattern) pattern = vr_pattern_new (text);
  VrArticle *article = vr_history_blame_get_article (self->look->blame);
  guint n, found = G_MAXUINT32;
  const VrBlamedSentence *sentences = vr_history_blame_peek_sentences (self->look->blame, &n);
  VrSpan match;

  for (guint i = 0; pattern != NULL && i < n; i++)
    {
      gboolean begins = i == 0 || sentences[i].paragraph != sentences[i - 1].paragraph;

      if (begins && found == G_MAXUINT32
          && vr_pattern_find (
              pattern, vr_article_get_paragraph_text (article, sentences[i].paragraph), 0, &match))
        found = sentences[i].paragraph;
      if (sentences[i].paragraph == found && sentences[i].span.to > match.from)
        return i;
    }

  return G_MAXUINT;
}
