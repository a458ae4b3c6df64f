// SPDX-License-Identifier: GPL-2.0-or-later
#include "write/inputs.h"

#include <algorithm>
#include <map>
#include <set>

#include "repere/corpus/analysis.h"
#include "repere/storage/index_folder.h"
#include "repere/storage/mapped_file.h"

namespace repere::indexer {
namespace {

namespace fs = std::filesystem;

/// Raise when a reader's or extractor's output changes, so that unchanged files are read again.
constexpr int reading_version = 1;

bool is_readable_kind(const fs::path& path) {
  static const std::set<std::string> kinds = {".txt", ".md", ".html", ".htm", ".jsonl", ".pdf"};
  auto extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return kinds.count(extension) != 0 && path.filename() != "README.md";
}

std::string describe(const corpus::Description& d) {
  std::string out = std::to_string(reading_version);
  for (const auto* field : {&d.title, &d.publisher, &d.territory, &d.url, &d.licence, &d.theme})
    out += '\x1f' + *field;
  out += '\x1f' + std::to_string(d.year.value_or(0));
  out += d.nature == corpus::Nature::digest ? "d" : "o";
  return out;
}

std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> out;
  for (const auto& entry :
       fs::recursive_directory_iterator(folder, fs::directory_options::follow_directory_symlink |
                                                    fs::directory_options::skip_permission_denied))
    if (entry.is_regular_file() && is_readable_kind(entry.path())) out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

/// corpus.toml of each folder, read once.
class Descriptions {
 public:
  Result<corpus::Description> of(const fs::path& file) {
    const auto folder = file.parent_path().empty() ? fs::path(".") : file.parent_path();
    auto at = known_.find(folder);
    if (at == known_.end()) {
      auto read = corpus::read_descriptions(folder);
      if (!read) return Error{ErrorCode::invalid_argument, read.error().message, read.error().hint};
      at = known_.emplace(folder, *std::move(read)).first;
    }
    for (const auto& description : at->second)
      if (description.file == file.filename()) return description;
    corpus::Description none;
    none.file = file.filename().string();
    return none;
  }

 private:
  std::map<fs::path, std::vector<corpus::Description>> known_;
};

void hash(Input& input) {
  const storage::MappedFile file(input.path);
  input.bytes = file.bytes().size();
  input.hash = storage::hash_hex(storage::hash_hex(file.bytes()) + describe(input.description));
}

/// Two files of one name in different folders get their folder's name in front.
void name_documents(std::vector<Input>& inputs) {
  std::set<std::string> taken;
  for (auto& input : inputs) {
    input.document = document_id(input.path);
    for (auto above = input.path.parent_path(); !taken.insert(input.document).second;) {
      const auto folder = document_id(above.filename());
      input.document = (folder.empty() ? std::string("bis") : folder) + "-" + input.document;
      above = above.parent_path();
    }
  }
}

}  // namespace

std::string document_id(const fs::path& path) {
  std::string out;
  for (const char c : corpus::fold(path.stem().string())) {
    const bool kept = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
    if (kept)
      out += c;
    else if (!out.empty() && out.back() != '-')
      out += '-';
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

Result<std::vector<Input>> list_inputs(const std::vector<fs::path>& paths,
                                       std::vector<Refused>& refused) {
  std::vector<fs::path> files;
  for (const auto& path : paths) {
    if (fs::is_directory(path)) {
      const auto below = files_below(path);
      files.insert(files.end(), below.begin(), below.end());
    } else if (!fs::exists(path)) {
      return Error{ErrorCode::invalid_argument, "« " + path.string() + " » n'existe pas",
                   "donnez un fichier ou un dossier de rapports"};
    } else if (is_readable_kind(path)) {
      files.push_back(path);
    } else {
      refused.push_back(
          {path.string(),
           "ce genre de fichier n'est pas lu ; formats : .txt .md .html .pdf .jsonl"});
    }
  }
  if (files.empty() && refused.empty())
    return Error{ErrorCode::invalid_argument, "aucun rapport à lire dans ce qui est donné",
                 "donnez des fichiers .txt .md .html .pdf ou .jsonl"};
  std::set<fs::path> once;
  std::vector<Input> out;
  Descriptions descriptions;
  for (const auto& file : files) {
    if (!once.insert(fs::weakly_canonical(file)).second) continue;
    auto description = descriptions.of(file);
    if (!description) return description.error();
    Input input;
    input.path = file;
    input.description = *std::move(description);
    hash(input);
    out.push_back(std::move(input));
  }
  name_documents(out);
  return out;
}

}  // namespace repere::indexer
