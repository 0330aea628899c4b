/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold for every decoded text and its paragraphs, for tests and fuzz targets. */
#pragma once

#include "vr-paragraphs.h"

/** check_text: valid UTF-8 without NUL, followed by one, and as many U+FFFD as were counted. */
void check_text (const VrText *text);

/**
 * check_paragraphs:
 *
 * Each byte that is not white space is in exactly one paragraph, in order; places and lines are
 * right; no paragraph has a line end in it or white space around it.
 */
void check_paragraphs (VrText *text, VrParagraphs *paragraphs);
