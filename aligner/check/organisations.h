// Organisations, which one language calls by their initials and the other by their whole name: WHO, منظمة الصحة العالمية.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "muwazi/text/byte_range.h"
#include "muwazi/text/language.h"

namespace muwazi::check {

/// data/check/organisations.txt.
class Organisations {
 public:
  [[nodiscard]] static const Organisations& get();

  struct Place {
    std::uint32_t organisation = 0;  ///< its entry of the list, from 0
    ByteRange bytes;                 ///< in the text, with the particles of an Arabic name
    bool unclear = false;            ///< the name may mean something else
  };
  /// By the word that they begin at, of an Arabic text those in Latin letters last; of a name that has another one in it
  /// both.
  [[nodiscard]] std::vector<Place> find(std::string_view text, Language language) const;

  /// Whether the name of one may stand for the other: it is a body of it.
  [[nodiscard]] bool related(std::uint32_t x, std::uint32_t y) const {
    return whole_[x] == y || whole_[y] == x;
  }

 private:
  struct Name {
    std::vector<std::string> words;  ///< the first is how it is found
    std::uint32_t organisation = 0;
    bool initials = false, unclear = false;
  };
  using Table = std::unordered_map<std::string, std::vector<Name>>;
  Organisations();
  static void find_in(const Table& table, std::string_view text, Language language,
                      std::vector<Place>& out);
  static void add(std::string_view name, std::uint32_t organisation, Language language,
                  Table& table);

  Table english_, arabic_;
  std::vector<std::uint32_t> whole_;  ///< by organisation: that of which it is a body, or itself
};

}  // namespace muwazi::check
