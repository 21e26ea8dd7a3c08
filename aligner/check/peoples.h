// Names of countries, peoples, languages and faiths, of which one may stand for another: China, Chinese.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "muwazi/text/language.h"

namespace muwazi::check {

/// data/check/peoples.txt.
class Peoples {
 public:
  [[nodiscard]] static const Peoples& get();

  /// The entries of the list that have an English word, by its comparison form, which may be a plural or a possessive.
  [[nodiscard]] std::vector<std::uint32_t> english(std::string_view form) const;
  /// Of an Arabic word, whatever particles and endings it has.
  [[nodiscard]] std::vector<std::uint32_t> arabic(std::string_view form) const;

 private:
  using Table = std::unordered_map<std::string, std::vector<std::uint32_t>>;
  Peoples();

  Table english_, arabic_;
};

}  // namespace muwazi::check
