/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What paragraphs of OpenDocument have in common, wherever they stand. */
#pragma once

#include "vr-import-style.h"

#include <libxml/xmlreader.h>

G_BEGIN_DECLS

/** VrOdtSpaces: where in white space that counts as one the text is. */
typedef struct
{
  gboolean is_first; /* nothing has come in the paragraph */
  gboolean is_space; /* the last that came is white space */
} VrOdtSpaces;

/** vr_odt_text_collapse: puts @text at the end of @into as ODF 1.3, part 3, 6.1.2 has it: white
 * space of any length is one space, and none at the start. */
void vr_odt_text_collapse (const char *text, GString *into, VrOdtSpaces *spaces);

/** vr_odt_text_put_white: where the element is white space that is said in words, puts it. */
void vr_odt_text_put_white (xmlTextReader *reader, const char *name, GString *into,
                            VrOdtSpaces *spaces);

/** vr_odt_text_is_unseen: whether nobody sees what stands in the element: comments, scripts. */
gboolean vr_odt_text_is_unseen (const char *space, const char *name);

/** vr_odt_text_style: of the paragraph or heading that @reader stands on. */
VrImportStyle vr_odt_text_style (const VrImportStyles *styles, xmlTextReader *reader,
                                 const char *name, gboolean is_item);

G_END_DECLS
