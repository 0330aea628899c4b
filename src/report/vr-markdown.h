/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text as data inside of Markdown. */
#pragma once

#include "vr-output.h"
#include "vr-span.h"

G_BEGIN_DECLS

/**
 * VrMarkdownFlags: where a text stands.
 * @VR_MARKDOWN_BLOCK: it begins a block, as far as is known
 * @VR_MARKDOWN_CRITIC: inside of CriticMarkup, whose marks a program may look for before it knows
 *   of backslashes
 * @VR_MARKDOWN_HIDE_FIRST, @VR_MARKDOWN_HIDE_LAST: that character is written by its number, so that
 *   what stands next to it stands next to punctuation
 */
typedef enum
{
  VR_MARKDOWN_BLOCK = 1 << 0,
  VR_MARKDOWN_CRITIC = 1 << 1,
  VR_MARKDOWN_HIDE_FIRST = 1 << 2,
  VR_MARKDOWN_HIDE_LAST = 1 << 3,
} VrMarkdownFlags;

/**
 * vr_markdown_put:
 * @text: valid UTF-8 of any origin, one line; white space at its ends is the caller's
 * @flags: VrMarkdownFlags
 *
 * Writes text so that CommonMark (https://spec.commonmark.org/0.31.2/) shows it as it is: nothing
 * in it is a mark, a link, or HTML.  Control characters, line ends, and those that turn the reading
 * direction are written by their numbers.
 */
void vr_markdown_put (VrOutput *output, VrSlice text, guint flags);

/** vr_markdown_put_string: the same for a terminated string. */
void vr_markdown_put_string (VrOutput *output, const char *text, guint flags);

G_END_DECLS
