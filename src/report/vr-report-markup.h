/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text as data inside of markup: HTML, XML. */
#pragma once

#include "vr-output.h"
#include "vr-span.h"

G_BEGIN_DECLS

/**
 * vr_markup_is_allowed:
 *
 * Whether XML 1.0 can hold @c (https://www.w3.org/TR/xml/#charsets), and HTML as itself.
 */
gboolean vr_markup_is_allowed (gunichar c);

/** vr_markup_get_picture: what stands for a character that is not allowed: its picture (U+2400 and
 * on), else U+FFFD. */
gunichar vr_markup_get_picture (gunichar c);

/**
 * vr_markup_put:
 * @text: valid UTF-8 of any origin
 *
 * Writes text for the inside of an element or of a quoted attribute: nothing in it is markup.  What
 * XML cannot hold stands as its picture (U+2400 and on), else as U+FFFD.
 */
void vr_markup_put (VrOutput *output, const char *text, gsize n_bytes);

/** vr_markup_put_string: the same for a terminated string. */
void vr_markup_put_string (VrOutput *output, const char *text);

/** vr_markup_put_attribute: a space, @name, and @value in quotes; nothing where that is %NULL. */
void vr_markup_put_attribute (VrOutput *output, const char *name, const char *value);

G_END_DECLS
