/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where templates and styles stand in the resource. */
#pragma once

#define VR_RESOURCE_BASE "/io/github/variorum/Variorum"
#define VR_RESOURCES VR_RESOURCE_BASE "/ui/"
