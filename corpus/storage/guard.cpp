// SPDX-License-Identifier: GPL-2.0-or-later
#include "repere/storage/guard.h"

#include <xapian.h>

#include <filesystem>
#include <ios>
#include <new>
#include <nlohmann/json.hpp>

#include "repere/storage/codec.h"

namespace repere::storage {

Result<void> guarded(const std::function<Result<void>()>& body) {
  try {
    return body();
  } catch (const Xapian::DatabaseLockError&) {
    return Error{ErrorCode::locked, "l'index est en cours d'écriture par un autre programme",
                 "attendez sa fin puis relancez"};
  } catch (const Xapian::DatabaseCorruptError& error) {
    return Error{ErrorCode::unavailable, "l'index est endommagé : " + error.get_msg(),
                 "reconstruisez-le avec repere-index build"};
  } catch (const Xapian::Error& error) {
    return Error{ErrorCode::unavailable, "l'index ne répond pas : " + error.get_msg(),
                 "vérifiez-le avec repere-index check"};
  } catch (const std::filesystem::filesystem_error& error) {
    return Error{ErrorCode::unavailable, std::string("le disque refuse : ") + error.what(),
                 "vérifiez la place et les droits"};
  } catch (const std::ios_base::failure& error) {
    return Error{ErrorCode::unavailable, std::string("le disque refuse : ") + error.what(),
                 "vérifiez la place et les droits"};
  } catch (const CorruptRecord& error) {
    return Error{ErrorCode::unavailable, std::string("l'index est endommagé : ") + error.what(),
                 "reconstruisez-le avec repere-index build"};
  } catch (const nlohmann::json::exception& error) {
    return Error{ErrorCode::unavailable, std::string("l'index est endommagé : ") + error.what(),
                 "reconstruisez-le avec repere-index build"};
  } catch (const std::bad_alloc&) {
    return Error{ErrorCode::unavailable, "mémoire insuffisante", "relancez avec --jobs 1"};
  }
}

}  // namespace repere::storage
