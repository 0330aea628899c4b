/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The articles that a command line names: two files, or one saved comparison. */
#pragma once

#include "vr-cli-fetch.h"
#include "vr-cli.h"
#include "vr-document-file.h"
#include "vr-report.h"

G_BEGIN_DECLS

/**
 * VrVersionReader:
 * @archive: (nullable): the folder given by --archive, else the user's own
 * @word: as given, without "archive:" in front
 * @witness: what is known of it; the caller's, all %NULL at first; its name is what to call it
 * @format, @encoding: (out) (optional): how they are to be read, as VrVersionFacts has it
 *
 * Reads a version, or a saved comparison, from the archive.  Returns: (transfer full): its bytes;
 * fails with one sentence
 */
typedef GBytes *(*VrVersionReader) (const char *archive, const char *word, VrReportWitness *witness,
                                    char **format, char **encoding, GError **error);

/**
 * VrOperands:
 * @read_version: (nullable): where versions can be read; set before vr_operands_take()
 * @archive: (nullable): what it is given; borrowed
 * @as: (nullable): what both files are, where that was said; borrowed
 * @fetch: how web pages are fetched
 * @paths: two files, or addresses of web pages, one of which may be "-"; borrowed
 * @saved: (nullable): or the path of a saved comparison, or its name in the archive; borrowed
 * @document: (nullable): what that one holds; or two articles, one of them a version at least
 * @input: (nullable): what came from standard input, where it will be saved
 * @info: (nullable): what a report tells of them besides; the reader's notes are in it when they
 *   are compared
 *
 * On the caller's stack, all zeros at first; ends with vr_operands_clear().
 */
typedef struct
{
  VrVersionReader read_version;
  const char *archive;
  const char *as;
  VrCliFetch fetch;
  const char *paths[VR_N_SIDES];
  const char *saved;
  VrDocument *document;
  GBytes *input;
  VrReportInfo *info;
} VrOperands;

/** vr_operands_take: @words are what is left of the command line.  Returns: %FALSE when they make
 * no sense, or the saved comparison cannot be read, which it has said. */
gboolean vr_operands_take (VrOperands *self, int n_words, char **words);

/** vr_operands_has: whether @path is one of the files, or of those of a saved comparison. */
gboolean vr_operands_has (const VrOperands *self, const char *path);

/** vr_operands_is_same_file: whether both are there and one file, whatever their names. */
gboolean vr_operands_is_same_file (const char *a, const char *b);

/**
 * vr_operands_compare:
 * @overrides: (nullable): those of the reader; where there are none, a saved comparison has its own
 * @will_save: whether vr_operands_save() will follow
 *
 * Fetches pages that were named.  Fails as vr_document_compare(), vr_fetch() and vr_fetched_read()
 * do.
 *
 * Returns: (transfer full): the comparison
 */
VrComparison *vr_operands_compare (VrOperands *self, const VrOptions *options,
                                   VrOverrides *overrides, gboolean will_save,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** vr_operands_save: writes what was compared to @path; fails as vr_document_save() does. */
gboolean vr_operands_save (const VrOperands *self, const VrComparison *comparison, const char *path,
                           GError **error);

void vr_operands_clear (VrOperands *self);

/** VrWriterFinder: tells what writes a format, and @options what its bytes depend on. */
typedef VrReportFunc (*VrWriterFinder) (const VrReportFormat *format, VrReportOptions *options);

/**
 * vr_compare_with:
 * @read_version: (nullable): reads versions
 * @find_writer: (nullable): knows all formats; without it, those that have no writer of their own
 *   are another program's, which is run in this one's place
 *
 * The command compare.
 */
VrStatus vr_compare_with (int argc, char **argv, VrVersionReader read_version,
                          VrWriterFinder find_writer);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VrOperands, vr_operands_clear)

G_END_DECLS
