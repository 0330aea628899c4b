/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program variorum-import is asked and answers, and the limits that it sets. */
#pragma once

#include "vr-error.h"

G_BEGIN_DECLS

/* The program reads requests from its standard input and answers each on its standard output, in
 * order, until its input ends.  Both are what one process says to another on the same machine, so
 * numbers are as the processor has them.
 *
 * A request is a VrImportRequestHead, the fields that it tells of, each ended by a NUL, and the
 * bytes of the source.  An answer is a VrImportAnswerHead and as many bytes as that tells of: for
 * %VR_IMPORT_DONE JSON as vr_imported_write_json() writes it, else one translated sentence. */

#define VR_IMPORT_PROGRAM "variorum-import"

/* Other letters with every change of what follows. */
#define VR_IMPORT_MAGIC "VrImp002"
#define VR_IMPORT_MAGIC_BYTES 8

/** VR_IMPORT_MAX_BYTES: of a source; a long book with its pictures has less. */
#define VR_IMPORT_MAX_BYTES ((gsize)128 << 20)

/** VR_IMPORT_MAX_ANSWER: of what is answered; the longest novels have ten megabytes. */
#define VR_IMPORT_MAX_ANSWER ((gsize)64 << 20)

/** VR_IMPORT_MAX_FIELD: of a name or an address, with its NUL. */
#define VR_IMPORT_MAX_FIELD ((gsize)64 << 10)

/** VR_IMPORT_MAX_MEMORY: what one source may need to be read: itself, the program and its libraries
 * included. */
#define VR_IMPORT_MAX_MEMORY ((gsize)256 << 20)

/** VR_IMPORT_MAX_MSEC: how long one source may take by the clock, and of the processor: two seconds
 * with what it takes to start the programs and to say what went wrong. */
#define VR_IMPORT_MAX_MSEC 1700

/** VrImportStatus: how a request ended. */
typedef enum
{
  VR_IMPORT_DONE,
  VR_IMPORT_FAILED,  /* with a VrError and a sentence */
  VR_IMPORT_MISSING, /* nothing here reads the format */
  VR_IMPORT_N_STATUSES,
} VrImportStatus;

/** VrImportField: the strings of a request, in their order. */
typedef enum
{
  VR_IMPORT_FIELD_FORMAT,
  VR_IMPORT_FIELD_NAME,
  VR_IMPORT_FIELD_URL,
  VR_IMPORT_FIELD_ENCODING,
  VR_IMPORT_FIELD_DECLARED,
  VR_IMPORT_N_FIELDS,
} VrImportField;

/** VR_IMPORT_MAX_CHAPTER: the last of a book that can be asked for. */
#define VR_IMPORT_MAX_CHAPTER G_MAXUINT16

#define VR_IMPORT_FLAG_ORIGINAL 1u /* of tracked changes: as before them */

typedef struct
{
  char magic[VR_IMPORT_MAGIC_BYTES];
  guint16 flags;
  guint16 chapter;                           /* of a book, from 1; 0 for all */
  guint32 n_field_bytes[VR_IMPORT_N_FIELDS]; /* with the NUL; 0 for none */
  guint64 n_bytes;                           /* of the source */
} VrImportRequestHead;

typedef struct
{
  char magic[VR_IMPORT_MAGIC_BYTES];
  guint32 status;
  guint32 code; /* a VrError */
  guint64 n_bytes;
} VrImportAnswerHead;

/**
 * VrImportRequest:
 * @fields: borrowed, by VrImportField; the format and the name are never %NULL in one that was read
 * @data: the source; borrowed
 */
typedef struct
{
  const char *fields[VR_IMPORT_N_FIELDS];
  guint16 flags;
  guint16 chapter;
  const guint8 *data;
  gsize n_bytes;
} VrImportRequest;

/** vr_import_request_write_front: puts all but the source at the end of @bytes. */
void vr_import_request_write_front (const VrImportRequest *self, GByteArray *bytes);

/** vr_import_request_measure: how many bytes come behind @head; %FALSE where it makes no sense. */
gboolean vr_import_request_measure (const VrImportRequestHead *head, gsize *n_rest);

/** vr_import_request_read: takes apart what comes behind @head, as vr_import_request_measure() told
 * its length; what is read is borrowed from @rest.  Returns: %FALSE where it makes no sense. */
gboolean vr_import_request_read (VrImportRequest *self, const VrImportRequestHead *head,
                                 const guint8 *rest);

/** vr_import_answer_head: of an answer of @n_bytes. */
VrImportAnswerHead vr_import_answer_head (VrImportStatus status, VrError code, gsize n_bytes);

/** vr_import_answer_check: whether @head begins an answer that may be read. */
gboolean vr_import_answer_check (const VrImportAnswerHead *head);

/** vr_import_dup_stopped: Returns: (transfer full): the sentence for a program that somebody, as
 * the system, has ended while it read @name. */
char *vr_import_dup_stopped (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
