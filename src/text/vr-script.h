/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which script a text is written in, and what that says of its language. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VrScript:
 * @VR_SCRIPT_NONE: no letters to speak of
 * @VR_SCRIPT_DECIDED: the script or its letters tell the language
 *
 * The others are scripts of many languages.
 */
typedef enum
{
  VR_SCRIPT_NONE,
  VR_SCRIPT_DECIDED,
  VR_SCRIPT_LATIN,
  VR_SCRIPT_CYRILLIC,
  VR_SCRIPT_DEVANAGARI,
} VrScript;

/**
 * vr_script_detect:
 * @sample: valid UTF-8
 * @language: (out): the language where it is decided, else %NULL; static
 * @n_letters: (out): how many letters of the script that most are in
 */
VrScript vr_script_detect (const GString *sample, const char **language, guint *n_letters);

G_END_DECLS
