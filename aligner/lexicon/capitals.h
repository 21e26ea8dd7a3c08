// How often English tokens have a capital where it says something: what tells names from other words.
#pragma once
#include <cstdint>
#include <vector>

#include "muwazi/lexicon/trainer.h"
#include "muwazi/text/word.h"

namespace muwazi {

class Capitals {
 public:
  /// `stems`: the token of each word. The first word of a sentence says nothing, nor does a title, in which all words have
  /// capitals; names are names even where a list has them in lower case.
  void add(const std::vector<Word>& words, const std::vector<std::uint32_t>& stems,
           SourceKind source);

  /// Behind the last words of a source: one that is all in lower case has said nothing.
  void end_source();

  /// The share of a token's occurrences, 0 to 255.
  [[nodiscard]] std::uint8_t share(std::uint32_t token) const;

 private:
  struct Counts {
    double with = 0.0, all = 0.0;
  };
  using Table = std::vector<Counts>;  // by token
  Table counts_, of_source_;
};

}  // namespace muwazi
