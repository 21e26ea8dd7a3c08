// The words of a bead that may be names, and which of them have each other's letters.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "check/texts.h"
#include "muwazi/anchor/names.h"

namespace muwazi::check {

/// A word of a bead that may be a name.
struct NameWord {
  std::uint32_t number = 0;  ///< among those of its side of the bead
  ByteRange bytes;           ///< in the document
  std::string form;
  double left = 0.0;     ///< share of its content that nothing explains
  bool matched = false;  ///< by the letters of a word of the other side
  bool first = false;    ///< begins its sentence or is in a headline: a capital says nothing
  float content = 0.0F;
};

struct BeadNames {
  std::vector<NameWord> arabic, english;
};

/// Whether a letter behind the first is a capital.
[[nodiscard]] bool is_acronym(std::string_view text);

/// Whether nothing but marks and spaces stands before a word, or a mark that a sentence or a quotation begins behind: there
/// a capital says nothing.
[[nodiscard]] bool begins(std::string_view sentence, std::size_t at);

/// An Arabic word without the particles that are written with it, as far as the letters tell.
[[nodiscard]] std::string bare(const std::string& form);

/// Whether one English word has the beginning of the other in it, as a name and the words that are made of it do.
[[nodiscard]] bool related(std::string_view x, std::string_view y);

/// Refers to what it was made with.
class NameReader {
 public:
  static constexpr double kSurelySame =
      4.0;  ///< nats of letter evidence that make names of two words
  static constexpr std::size_t kLeastLetters = 4;

  NameReader(const BitextView& view, const NameModel& names) : view_(view), names_(names) {}

  /// Capitalised English words of kLeastLetters or more, and Arabic ones; none of a null.
  [[nodiscard]] BeadNames read(std::uint32_t number);

  /// NameModel::best_evidence(), each pair computed once.
  [[nodiscard]] double evidence(const std::string& arabic, const std::string& latin);

 private:
  [[nodiscard]] std::vector<NameWord> words_of(std::uint32_t number, const SideOf& side) const;

  const BitextView& view_;
  const NameModel& names_;
  std::unordered_map<std::string, double> cache_;
};

}  // namespace muwazi::check
