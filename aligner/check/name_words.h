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
  double left = 0.0;  ///< share of its content that nothing explains
  bool matched =
      false;           ///< by the letters of a word of the other side, or as what both sides share
  bool first = false;  ///< begins its sentence or is in a headline: a capital says nothing
  bool known = false;  ///< the model or the document can translate it
  bool acronym = false;  ///< has a capital behind the first letter
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

/// Whether an Arabic word as it is written has the article, behind particles perhaps: "إلى" and "ألفاريز" have none.
[[nodiscard]] bool has_article(std::string_view text);

/// The comparison form of an Arabic word without the particles that are written with it, as far as the letters tell.
[[nodiscard]] std::string bare(const std::string& form, bool article);

/// Whether one English word has the beginning of the other in it, as a name and the words that are made of it do.
[[nodiscard]] bool related(std::string_view x, std::string_view y);

/// Refers to what it was made with.
class NameReader {
 public:
  static constexpr double kSurelySame =
      4.0;  ///< nats of letter evidence that make names of two words
  static constexpr std::size_t kLeastLetters = 3;

  /// `shared`: what both sides have by bead, whatever the letters; may be null.
  NameReader(const BitextView& view, const NameModel& names,
             const std::vector<SharedPlaces>* shared = nullptr)
      : view_(view), names_(names), shared_(shared) {}

  static constexpr std::size_t kMostWords = 400;  ///< of a side: the time grows with its square

  /// Capitalised English words and Arabic ones, of kLeastLetters or more, and initials that are spelled; none of a null, nor
  /// of a bead with more than kMostWords.
  [[nodiscard]] BeadNames read(std::uint32_t number);

  /// The letter evidence in nats that makes one name of two words, of whose content so much is left over: more where one of
  /// them has another counterpart.
  [[nodiscard]] static double least_evidence(double left, double other_left);

  /// NameModel::best_evidence(), each pair computed once.
  [[nodiscard]] double evidence(const std::string& arabic, const std::string& latin);

 private:
  [[nodiscard]] std::vector<NameWord> words_of(std::uint32_t number, const SideOf& side) const;
  void match_spelled(std::uint32_t number, BeadNames& names) const;
  void match_joined(const SideOf& side, std::uint32_t number, std::vector<NameWord>& own,
                    std::vector<NameWord>& other);

  const BitextView& view_;
  const NameModel& names_;
  const std::vector<SharedPlaces>* shared_;
  std::unordered_map<std::string, double> cache_;
};

}  // namespace muwazi::check
