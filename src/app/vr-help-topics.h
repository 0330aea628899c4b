/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the help says: topics, each a row of blocks; the window only sets them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VrHelpKind:
 * @VR_HELP_PROSE: a paragraph
 * @VR_HELP_HEADING: of what follows
 * @VR_HELP_SIGN: the sign of a row, @mark, drawn as @style, and what it means
 * @VR_HELP_WORD: a marked word, translated, drawn as @style, and what it means
 * @VR_HELP_KEY: the keys of the action @mark and what it does, left out where it has none; or
 *   @mark is the key, where it is not an action's of the application
 * @VR_HELP_COMMAND: what is typed into a terminal, never translated, and what it does
 */
typedef enum
{
  VR_HELP_END,
  VR_HELP_PROSE,
  VR_HELP_HEADING,
  VR_HELP_SIGN,
  VR_HELP_WORD,
  VR_HELP_KEY,
  VR_HELP_COMMAND,
} VrHelpKind;

/**
 * VrHelpBlock:
 * @text: not yet translated
 * @mark: (nullable): see VrHelpKind
 * @style: (nullable): a class of the style sheet
 */
typedef struct
{
  VrHelpKind kind;
  const char *text;
  const char *mark;
  const char *style;
} VrHelpBlock;

/**
 * VrHelpTopic:
 * @title: not yet translated
 * @blocks: the last one is %VR_HELP_END
 */
typedef struct
{
  const char *title;
  const VrHelpBlock *blocks;
} VrHelpTopic;

/** vr_help_peek_topics: in the order in which they are listed; borrowed. */
const VrHelpTopic *vr_help_peek_topics (guint *n);

G_END_DECLS
