// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "text_outline.h"

namespace repere::corpus {

enum class Role { body, overlay, contents, dropped };

/// A block with its part in the report.
struct Unit {
  TextBlock block;
  Role role = Role::body;
  bool title = false;
  int entry = -1;      ///< line of the contents page that announces this title, or -1
  int overlay = -1;    ///< which box or caption group; -1 in the body
  int table = -1;      ///< which table it is a row of; -1 outside tables
  bool apart = false;  ///< a running head stood before it: a box ends there
};

/// Settles what is body and what lies over it (boxes, captions), and joins the sentences that a
/// page's end or a box had cut. Units stay in reading order, an overlay behind the block it cut.
std::vector<Unit> assign_roles(BlockedText text, const std::vector<bool>& titles,
                               const Outline& outline, const RepairContext& context);

}  // namespace repere::corpus
