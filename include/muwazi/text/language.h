// The languages that muwazi tells apart.
#pragma once
#include <cstdint>
#include <string_view>

namespace muwazi {

/// `mixed`: both Arabic and English; `other`: any other language, Persian, Urdu and French among them;
/// `none`: no letters at all.
enum class Language : std::uint8_t { arabic, english, mixed, other, none };

/// "ar", "en", "mixed", "other", "none".
[[nodiscard]] constexpr std::string_view code(Language language) noexcept {
  switch (language) {
    case Language::arabic:
      return "ar";
    case Language::english:
      return "en";
    case Language::mixed:
      return "mixed";
    case Language::other:
      return "other";
    case Language::none:
      break;
  }
  return "none";
}

}  // namespace muwazi
