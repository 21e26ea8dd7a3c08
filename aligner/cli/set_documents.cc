#include "cli/set_documents.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "muwazi/text/document.h"

namespace muwazi {
namespace {

namespace fs = std::filesystem;

/// All files of the source, of the reference or of one system.
struct Part {
  std::string option;  ///< "the source", "--hypothesis nllb"
  std::vector<std::string> paths;
};

std::string id_of(const std::string& path) {
  std::string id = document_id(path);
  for (const char* ending : {".ar", ".en"}) {
    if (id.ends_with(ending) && id.size() > 3) id.resize(id.size() - 3);
  }
  for (char& c : id) {  // it stands in columns
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  }
  return id;
}

bool is_folder(const Part& part) {
  return part.paths.size() == 1 && part.paths.front() != "-" &&
         fs::is_directory(part.paths.front());
}

/// Files by their ids; what is wrong where two have one.
std::variant<std::map<std::string, std::string>, std::string> files_of(const Part& part) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::directory_iterator(part.paths.front())) {
    const std::string path = entry.path().string();
    if (entry.is_directory() || entry.path().filename().string().starts_with('.')) continue;
    if (const auto [at, added] = files.emplace(id_of(path), path); !added)
      return fmt::format("{}: {} and {} are both document {}", part.option, at->second, path,
                         at->first);
  }
  if (files.empty()) return fmt::format("{}: no file in {}", part.option, part.paths.front());
  return files;
}

using Documents = std::variant<std::vector<SetPaths>, std::string>;

Documents from_folders(const std::vector<Part>& parts) {
  std::vector<SetPaths> documents;
  for (const Part& part : parts) {
    if (!is_folder(part))
      return fmt::format("{}: {} is no folder, and the source is one", part.option,
                         part.paths.front());
    const auto read = files_of(part);
    if (const auto* wrong = std::get_if<std::string>(&read)) return *wrong;
    const auto& files = std::get<0>(read);
    if (&part == &parts.front()) {
      for (const auto& [id, path] : files) documents.push_back({id, {}});
    }
    for (SetPaths& document : documents) {
      const auto found = files.find(document.id);
      if (found == files.end())
        return fmt::format("{}: no document {} in {}", part.option, document.id,
                           part.paths.front());
      document.files.push_back(found->second);
    }
    for (const auto& file : files) {
      const bool known = std::any_of(documents.begin(), documents.end(),
                                     [&](const SetPaths& one) { return one.id == file.first; });
      if (!known) return fmt::format("{}: {} has no source", part.option, file.second);
    }
  }
  return documents;
}

std::string counted(std::size_t documents) {
  return fmt::format("{} document{}", documents, documents == 1 ? "" : "s");
}

Documents from_files(const std::vector<Part>& parts) {
  std::vector<SetPaths> documents;
  for (const std::string& path : parts.front().paths) {
    documents.push_back({id_of(path), {}});
    const auto same = [&](const SetPaths& d) { return d.id == documents.back().id; };
    if (std::count_if(documents.begin(), documents.end(), same) > 1)
      return fmt::format("two documents are called {}: rename one", documents.back().id);
  }
  for (const Part& part : parts) {
    if (part.paths.size() != documents.size())
      return fmt::format("{} is given for {}, and the source for {}", part.option,
                         counted(part.paths.size()), counted(documents.size()));
    for (std::size_t k = 0; k < documents.size(); ++k) {
      if (part.paths[k] != "-" && fs::is_directory(part.paths[k]))
        return fmt::format("{}: {} is a folder: give folders alone, or files alone", part.option,
                           part.paths[k]);
      documents[k].files.push_back(part.paths[k]);
    }
  }
  return documents;
}

/// Letters, digits, '-', '_', and '.' inside; files are called by it.
bool usable(std::string_view name) {
  return !name.empty() && name.front() != '.' && name.front() != '-' && name != "source" &&
         name != "reference" &&
         name.find_first_not_of(
             "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-") ==
             std::string_view::npos;
}

std::variant<std::vector<Part>, std::string> systems_of(
    const std::vector<std::string>& hypotheses) {
  std::vector<Part> systems;
  for (const std::string& given : hypotheses) {
    const std::size_t equals = given.find('=');
    if (equals == std::string::npos) return fmt::format("--hypothesis {}: it is NAME=FILE", given);
    const std::string name = given.substr(0, equals);
    if (!usable(name)) {
      return fmt::format(
          "--hypothesis {}: a name has letters a to z, digits, '-', '_' and '.', and is neither "
          "source nor reference",
          given);
    }
    const std::string option = "--hypothesis " + name;
    auto found = std::find_if(systems.begin(), systems.end(),
                              [&](const Part& part) { return part.option == option; });
    if (found == systems.end()) found = systems.insert(found, Part{option, {}});
    found->paths.push_back(given.substr(equals + 1));
  }
  return systems;
}

}  // namespace

std::variant<SetNames, std::string> set_names(const std::vector<std::string>& sources,
                                              const std::vector<std::string>& references,
                                              const std::vector<std::string>& hypotheses) {
  if (sources.empty()) return "neither --source nor --page given";
  if (hypotheses.empty()) return "no --hypothesis given";
  auto systems = systems_of(hypotheses);
  if (auto* wrong = std::get_if<std::string>(&systems)) return std::move(*wrong);
  std::vector<Part> parts = {{"the source", sources}};
  if (!references.empty()) parts.push_back({"--reference", references});
  SetNames names;
  for (Part& system : std::get<0>(systems)) {
    names.systems.push_back(system.option.substr(system.option.find(' ') + 1));
    parts.push_back(std::move(system));
  }
  Documents documents = is_folder(parts.front()) ? from_folders(parts) : from_files(parts);
  if (auto* wrong = std::get_if<std::string>(&documents)) return std::move(*wrong);
  names.documents = std::get<0>(std::move(documents));
  return names;
}

}  // namespace muwazi
