/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Addresses of web pages, told from names of files. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** vr_url_is_page: whether @word is the address of a web page: http or https. */
gboolean vr_url_is_page (const char *word);

G_END_DECLS
