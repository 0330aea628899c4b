/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pasted page is told from a text; what is the page's is told from the article; and no text that
 * is no page loses a paragraph. */
#include "vr-roles.h"

int main (int argc, char **argv) { return 0; }
