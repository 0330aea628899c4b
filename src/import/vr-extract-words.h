/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Word lists: what the names of elements and the first words of paragraphs say about them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** VrMark: what an element's tag, class, id or role calls it. */
typedef enum
{
  VR_MARK_CONTENT, /* surely the article's text */
  VR_MARK_TEXT,    /* maybe */
  VR_MARK_NAV,
  VR_MARK_HEADER,
  VR_MARK_FOOTER,
  VR_MARK_SIDE,
  VR_MARK_RELATED,
  VR_MARK_PROMO,
  VR_MARK_SOCIAL,
  VR_MARK_COMMENT,
  VR_MARK_AUTHOR,
  VR_MARK_DATE,
  VR_MARK_META,
  VR_MARK_CAPTION,
  VR_MARK_MEDIA,
  VR_MARK_DEK,
  VR_MARK_HEADLINE,
  VR_MARK_HIDDEN,
  VR_MARK_DIALOG,
  VR_MARK_CORRECTION,
  VR_MARK_FORM,
  VR_MARK_CONTENTS,
  VR_MARK_BOX,
  VR_MARK_QUOTE,
  VR_MARK_SHOP,
  VR_MARK_LEGAL,
  VR_MARK_THREAD, /* surely readers' comments, however many */
  VR_N_MARKS,
} VrMark;

#define VR_MARK_BIT(mark) (1u << (mark))

/** VrPhrase: what the first words of a paragraph announce. */
typedef enum
{
  VR_PHRASE_NONE,
  VR_PHRASE_MORE,
  VR_PHRASE_SOCIAL,
  VR_PHRASE_PROMO,
  VR_PHRASE_CAPTION,
  VR_PHRASE_BYLINE,
  VR_PHRASE_DATE,
  VR_PHRASE_META,
  VR_PHRASE_LEGAL,
  VR_PHRASE_CORRECTION,
  VR_PHRASE_ABOUT,
  VR_N_PHRASES,
} VrPhrase;

/** vr_mark_words: of each mark, in lower case, parted by spaces; a star is for any ending. */
extern const char *const vr_mark_words[VR_N_MARKS];

/** vr_phrase_find: @text is in lower case; what it begins with. */
VrPhrase vr_phrase_find (const char *text);

/** vr_phrase_count: how often @text, in lower case, has words of furniture anywhere. */
guint vr_phrase_count (const char *text);

G_END_DECLS
