// Whether a sentence ends at a site. The rules stand in a list; the first that has an opinion
// decides, and where none has one, ICU's break iterator does.
#pragma once
#include <cstddef>
#include <span>
#include <string_view>

#include "muwazi/text/language.h"
#include "segment/lists.h"
#include "segment/site.h"

namespace muwazi::segment {

enum class Verdict : std::uint8_t { silent, join, cut };

/// What a rule may look at.
struct Case {
  std::string_view text;
  std::size_t sentence = 0;  ///< where the sentence begins
  const Lists& lists;
  Language language = Language::none;
  const Site& site;
  Sections left;   ///< lists that the word before the marks is in
  Sections right;  ///< lists that the word after them is in
};

struct Rule {
  std::string_view name;
  Verdict (*judge)(const Case&);
};

/// All rules, in the order in which they are asked.
[[nodiscard]] std::span<const Rule> rules();

[[nodiscard]] Verdict judge(std::string_view text, std::size_t sentence, const Lists& lists,
                            Language language, const Site& site);

}  // namespace muwazi::segment
