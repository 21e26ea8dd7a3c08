// The word lists of data/segment: which abbreviations never end a sentence, which may, and the
// words after them that tell.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace muwazi::segment {

/// One section of a list file each; data/segment/en.txt says what each means.
enum class Section : std::uint8_t {
  title,           ///< never ends a sentence
  number,          ///< belongs to the number, numeral or letter after it
  unless_starter,  ///< ends a sentence only before a starter
  clock,           ///< ends a sentence except before a clock_tail
  clock_tail,
  year,  ///< after a number: ends a sentence except before a year_tail
  year_tail,
  starter,       ///< a word that begins a sentence more often than it follows an abbreviation
  letter_noun,   ///< a noun that a single letter may follow: "vitamin C."
  label_noun,    ///< a noun that a number may follow as a label: "Step 2. Open the file"
  letter_name,   ///< the name of a Latin letter in Arabic script: an initial
  reporting,     ///< a verb that goes on after a quotation: '"Why?" Mona asked.'
  continuation,  ///< goes on after an ellipsis
  completion,    ///< goes on also after a quotation that ends with a mark
  marked_name,   ///< a name that ends with '!' or '?'
  count_,
};
inline constexpr std::size_t kSections = static_cast<std::size_t>(Section::count_);

/// The section names as the files write them, in the order of the enumerators.
[[nodiscard]] std::string_view name(Section section);

/// A set of sections.
class Sections {
 public:
  [[nodiscard]] constexpr bool has(Section s) const {
    return (bits_ >> static_cast<unsigned>(s)) & 1u;
  }
  constexpr void add(Section s) { bits_ |= 1u << static_cast<unsigned>(s); }
  constexpr void add(Sections s) { bits_ |= s.bits_; }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }

 private:
  std::uint32_t bits_ = 0;
};

class Lists {
 public:
  /// Those of data/segment, read once.
  static const Lists& shipped();

  /// `files`: (name, content). Throws std::logic_error at a section that does not exist: the files
  /// are part of the program, so that is a mistake of its own.
  explicit Lists(const std::vector<std::pair<std::string_view, std::string_view>>& files);

  /// The sections of `word`, an abbreviation without its last full stop. "fig" finds "Fig" too; a
  /// word in capitals finds the entry with one capital or none.
  [[nodiscard]] Sections find(std::string_view word) const;

  /// The entries of one section of the file "LANGUAGE.txt" as written, in order.
  [[nodiscard]] const std::vector<std::string>& entries(std::string_view language,
                                                        Section section) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
  };
  using Entries = std::array<std::vector<std::string>, kSections>;

  void read(std::string_view text, Entries& entries);

  std::unordered_map<std::string, Sections, Hash, std::equal_to<>> words_;
  std::vector<std::pair<std::string, Entries>> files_;
};

}  // namespace muwazi::segment
