// SPDX-License-Identifier: GPL-2.0-or-later
#include "repere/corpus/extraction.h"

namespace repere::corpus {

std::vector<Figure> find_figures(const Report&, const std::vector<Entity>&) { return {}; }

}  // namespace repere::corpus
