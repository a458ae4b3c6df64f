// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "http/message.h"
#include "repere/corpus/result.h"

namespace repere::web {

/// The one place where an error's code becomes an HTTP status.
int http_status(ErrorCode code);

/// RFC 9457 problem details. detail and hint in French; instance: the path asked for.
Response problem(int status, std::string_view detail, std::string_view hint,
                 std::string_view instance);

}  // namespace repere::web
