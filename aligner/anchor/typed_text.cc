#include "anchor/typed_text.h"

#include <algorithm>
#include <array>
#include <string>

namespace muwazi::anchor {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_alnum(char c) { return is_letter(c) || (c >= '0' && c <= '9'); }

template <class Of>
std::size_t run_length(std::string_view text, Of of) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), of) - text.begin());
}

/// A run of what names of files are made of, and of `between`, without a full stop or a hyphen at its end.
std::size_t path_run(std::string_view text, char between) {
  std::size_t end = run_length(text, [between](char c) {
    return is_alnum(c) || c == '_' || c == '-' || c == '.' || c == between;
  });
  while (end > 0 && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
  return end;
}

/// In either case.
bool is_modifier(std::string_view key) {
  constexpr std::array<std::string_view, 8> kKeys = {"ctrl", "control", "alt", "shift",
                                                     "cmd",  "command", "win", "fn"};
  std::string lower(key.substr(0, kKeys[1].size() + 1));
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return std::find(kKeys.begin(), kKeys.end(), lower) != kKeys.end();
}

}  // namespace

std::size_t keys_length(std::string_view text) {
  std::size_t at = run_length(text, is_alnum);
  if (!is_modifier(text.substr(0, at))) return 0;
  std::size_t keys = 1;
  while (true) {
    const std::size_t spaced = text.substr(at).starts_with(" + ") ? 1 : 0;
    if (!text.substr(at + spaced).starts_with('+')) break;
    const std::size_t from = at + 1 + 2 * spaced;
    const std::size_t key = run_length(text.substr(from), is_alnum);
    if (key == 0) break;
    at = from + key;
    ++keys;
  }
  return keys > 1 ? at : 0;
}

std::size_t path_length(std::string_view text) {
  const bool drive = text.size() > 2 && is_letter(text[0]) && text.substr(1).starts_with(":\\");
  const bool home = text.starts_with("~/");
  if (!drive && !home && !text.starts_with('/')) return 0;
  const char between = drive ? '\\' : '/';
  const std::size_t from = drive ? 3 : home ? 2 : 1;
  if (from >= text.size() || !is_alnum(text[from])) return 0;
  std::size_t end = from + path_run(text.substr(from), between);
  while (text[end - 1] == between) --end;
  const std::string_view path = text.substr(from, end - from);
  const std::string_view first = path.substr(0, path.find(between));
  const bool named = std::any_of(first.begin(), first.end(), is_letter);  // "/15/" is a number
  return named && (drive || home || first.size() < path.size()) ? end : 0;
}

std::size_t file_name_length(std::string_view text) {
  constexpr std::array<std::string_view, 36> kEndings = {
      "bak",  "bat", "bmp",  "cfg", "conf", "csv", "db",   "doc", "docx", "exe", "gif",  "htm",
      "html", "ini", "jpeg", "jpg", "json", "log", "mp3",  "mp4", "pdf",  "png", "ppt",  "pptx",
      "py",   "rtf", "sh",   "sql", "svg",  "tmx", "toml", "tsv", "txt",  "xls", "xlsx", "xml"};
  constexpr std::array<std::string_view, 4> kFurther = {"yaml", "yml", "zip", "md"};
  const std::size_t end = path_run(text, '.');
  const std::size_t dot = text.substr(0, end).rfind('.');
  if (dot == std::string_view::npos || dot == 0) return 0;
  const std::string_view ending = text.substr(dot + 1, end - dot - 1);
  const auto among = [&](const auto& all) {
    return std::find(all.begin(), all.end(), ending) != all.end();
  };
  return among(kEndings) || among(kFurther) ? end : 0;
}

std::size_t option_length(std::string_view text) {
  constexpr std::size_t kFurthest = 300;  // bytes in which a dash may have its second
  text = text.substr(0, kFurthest);
  if (!text.starts_with("--") || text.size() < 4 || !is_letter(text[2])) return 0;
  std::size_t end = 2 + run_length(text.substr(2), [](char c) { return is_alnum(c) || c == '-'; });
  while (text[end - 1] == '-') --end;
  if (end < 4 || text.find("--", end) == end) return 0;
  for (std::size_t at = text.find("--", end); at != std::string_view::npos;
       at = text.find("--", at + 2)) {
    if (is_alnum(text[at - 1]) || at + 2 >= text.size() || !is_letter(text[at + 2])) return 0;
  }
  return end;
}

std::size_t setting_length(std::string_view text) {
  const auto of_name = [](char c) { return is_alnum(c) || c == '_'; };
  const std::size_t name = run_length(text, of_name);
  if (name < 3 || !is_letter(text[0]) || !is_alnum(text[name - 1])) return 0;
  if (text.substr(name).starts_with('=')) {
    const std::size_t value = run_length(text.substr(name + 1), of_name);
    if (value > 0) return name + 1 + value;
  }
  return text.substr(0, name).find('_') != std::string_view::npos ? name : 0;
}

std::size_t percent_name_length(std::string_view text) {
  constexpr std::size_t kLongest = 48;
  if (text.size() < 2 || !is_letter(text[1])) return 0;
  const std::size_t name =
      run_length(text.substr(1, kLongest), [](char c) { return is_alnum(c) || c == '_'; });
  return name > 1 && text.substr(1 + name).starts_with('%') ? name + 2 : 0;
}

}  // namespace muwazi::anchor
