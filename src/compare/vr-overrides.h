/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader decided by hand: pairs that must and must not be, and roles. */
#pragma once

#include "vr-article.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** VrOverride: paragraph @old_index of the old and @new_index of the new side, from 0. */
typedef struct
{
  guint32 old_index;
  guint32 new_index;
} VrOverride;

/** VrRoleChoice: paragraph @index of @side, from 0, is a @role. */
typedef struct
{
  VrSide side;
  guint32 index;
  VrRole role;
} VrRoleChoice;

/** vr_override_compare: by old, then new index; a GCompareFunc. */
int vr_override_compare (gconstpointer a, gconstpointer b);

/** VrOverrides: immutable once shared, atomically ref-counted. */
typedef struct _VrOverrides VrOverrides;

VrOverrides *vr_overrides_new (void) G_GNUC_WARN_UNUSED_RESULT;
VrOverrides *vr_overrides_ref (VrOverrides *self);
void vr_overrides_unref (VrOverrides *self);

/** vr_overrides_must_pair: these two are one; said after a must_not_pair of the same two, it wins.
 */
void vr_overrides_must_pair (VrOverrides *self, guint32 old_index, guint32 new_index);
/** vr_overrides_must_not_pair: these two are not the same; the later of two words wins. */
void vr_overrides_must_not_pair (VrOverrides *self, guint32 old_index, guint32 new_index);

/** vr_overrides_peek_must: sorted by old, then new; borrowed. */
const VrOverride *vr_overrides_peek_must (const VrOverrides *self, guint *n);
const VrOverride *vr_overrides_peek_must_not (const VrOverrides *self, guint *n);

/** vr_overrides_set_role: what a paragraph is, whatever its article says; the later word counts. */
void vr_overrides_set_role (VrOverrides *self, VrSide side, guint32 index, VrRole role);
/** vr_overrides_unset_role: Returns: whether anything had been said. */
gboolean vr_overrides_unset_role (VrOverrides *self, VrSide side, guint32 index);
/** vr_overrides_peek_roles: sorted by side, then paragraph; borrowed. */
const VrRoleChoice *vr_overrides_peek_roles (const VrOverrides *self, guint *n);

/** VrRoleChoiceMap: as VrOverrideMap. */
typedef gboolean (*VrRoleChoiceMap) (VrRoleChoice *choice, gpointer user_data);

/** VrOverrideMap: says of other paragraphs what was said of @pair, in place; %FALSE leaves it out.
 */
typedef gboolean (*VrOverrideMap) (VrOverride *pair, gpointer user_data);

/** vr_overrides_map: the same words said of other paragraphs; no two pairs may become one. */
VrOverrides *vr_overrides_map (const VrOverrides *self, VrOverrideMap map, VrRoleChoiceMap map_role,
                               gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;

/** vr_overrides_swap: the same words of the reader, said of swapped sides. */
VrOverrides *vr_overrides_swap (const VrOverrides *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_overrides_compare_with_mirror:
 *
 * Returns: below, at or above 0 as they come before what vr_overrides_swap() makes of them, are the
 *   same, or come behind it: tells a comparison from its mirror where both texts are the same
 */
int vr_overrides_compare_with_mirror (const VrOverrides *self);

/**
 * vr_overrides_check:
 * @self: (nullable): what may be none
 *
 * Fails with %VR_ERROR_NOT_FOUND if a pair names a paragraph that is not there.
 */
gboolean vr_overrides_check (const VrOverrides *self, guint n_old, guint n_new, GError **error);

/**
 * vr_overrides_remove:
 *
 * Takes back what was said of these two, whichever it was.
 *
 * Returns: whether anything had been said of them
 */
gboolean vr_overrides_remove (VrOverrides *self, guint32 old_index, guint32 new_index);

/**
 * vr_overrides_copy:
 * @self: (nullable): what may be none
 *
 * Returns: (transfer full): the same words once more, for a next one to be added
 */
VrOverrides *vr_overrides_copy (const VrOverrides *self) G_GNUC_WARN_UNUSED_RESULT;

/** vr_overrides_equal: whether both say the same; none is as good as an empty list. */
gboolean vr_overrides_equal (const VrOverrides *a, const VrOverrides *b);

/** vr_overrides_get_n: how many words of the reader there are; @self may be %NULL. */
guint vr_overrides_get_n (const VrOverrides *self);

/**
 * vr_overrides_carry:
 * @self: (nullable): what may be none
 * @before: the two articles that @self numbers
 * @after: the same two, read again
 * @n_lost: (out): how many words name a paragraph that is gone
 *
 * After a file changed, finds the paragraphs again by their text: the first of several equal ones
 * before is the first of them after, and so on.  Where it is the same file in another encoding,
 * what reads otherwise is found by its place.  What names a paragraph that is gone is left out.
 * Time grows with the bytes of the articles; nothing is read where a side is the same article.
 *
 * Returns: (transfer full) (nullable): what is left, or %NULL where nothing is
 */
VrOverrides *vr_overrides_carry (const VrOverrides *self, VrArticle *const before[VR_N_SIDES],
                                 VrArticle *const after[VR_N_SIDES],
                                 guint *n_lost) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_overrides_new_from_file:
 *
 * Reads `{"schema":"variorum-overrides/1","must_pair":[[old,new],...],"must_not_pair":[...]}`;
 * unknown members are ignored.  Fails in %G_IO_ERROR, with %VR_ERROR_INVALID or
 * %VR_ERROR_TOO_LARGE; the message names the file and what is wrong.
 */
VrOverrides *vr_overrides_new_from_file (const char *path,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** vr_overrides_new_from_json: the same from bytes in memory; @name is for messages. */
VrOverrides *vr_overrides_new_from_json (const char *json, gsize n_bytes, const char *name,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrOverrides, vr_overrides_unref)

G_END_DECLS
