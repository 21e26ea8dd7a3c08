#include "anchor/typed_text.h"

#include <algorithm>
#include <array>

namespace muwazi::anchor {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_alnum(char c) { return is_letter(c) || (c >= '0' && c <= '9'); }

template <class Of>
std::size_t run_length(std::string_view text, Of of) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), of) - text.begin());
}

bool is_modifier(std::string_view key) {
  constexpr std::array<std::string_view, 8> kKeys = {"Ctrl", "Control", "Alt", "Shift",
                                                     "Cmd",  "Command", "Win", "Fn"};
  return std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end();
}

}  // namespace

std::size_t keys_length(std::string_view text) {
  std::size_t at = run_length(text, is_alnum);
  if (!is_modifier(text.substr(0, at))) return 0;
  std::size_t keys = 1;
  while (text.substr(at).starts_with('+')) {
    const std::size_t key = run_length(text.substr(at + 1), is_alnum);
    if (key == 0) break;
    at += 1 + key;
    ++keys;
  }
  return keys > 1 ? at : 0;
}

std::size_t path_length(std::string_view text) {
  const bool drive = text.size() > 2 && is_letter(text[0]) && text.substr(1).starts_with(":\\");
  if (!drive && !text.starts_with('/')) return 0;
  const char between = drive ? '\\' : '/';
  const std::size_t from = drive ? 3 : 1;
  if (from >= text.size() || !is_alnum(text[from])) return 0;
  std::size_t end = from + run_length(text.substr(from), [between](char c) {
                      return is_alnum(c) || c == '_' || c == '-' || c == '.' || c == between;
                    });
  while (text[end - 1] == '.' || text[end - 1] == '-') --end;
  const bool parts = text.substr(from, end - from).find(between) != std::string_view::npos;
  return parts || drive ? end : 0;
}

std::size_t percent_name_length(std::string_view text) {
  constexpr std::size_t kLongest = 48;
  if (text.size() < 2 || !is_letter(text[1])) return 0;
  const std::size_t name =
      run_length(text.substr(1, kLongest), [](char c) { return is_alnum(c) || c == '_'; });
  return name > 1 && text.substr(1 + name).starts_with('%') ? name + 2 : 0;
}

}  // namespace muwazi::anchor
