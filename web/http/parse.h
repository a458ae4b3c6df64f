// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"

namespace repere::web {

/// Target ("/a%20b?q=c", or "http://host/a" as proxies send it) → path and parameters.
/// returns: false when the path is no clean text.
/// cpp-httplib 0.11.4's own parameters are not used: "q=a=b" loses "a", and their order is lost.
bool read_target(std::string_view target, Request& request);

/// "a%20b+c" → "a b c"; a broken escape stays as it is. plus: '+' stands for a space.
std::string percent_decode(std::string_view text, bool plus);

/// Percent-encodes all but RFC 3986's unreserved characters; safe in a path segment or a value.
std::string percent_encode(std::string_view text);

/// The query string's pairs, decoded; ill-formed UTF-8 becomes U+FFFD, control characters spaces.
std::vector<Pair> parse_query(std::string_view query);

/// Well-formed UTF-8 without control characters but tab and line feed.
std::string clean_utf8(std::string_view text);

}  // namespace repere::web
