#include "format/explained.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include "format/wrap.h"

namespace muwazi {
namespace {

constexpr float kNothing = 0.005F;  // contributions that would be printed as 0
constexpr std::size_t kLeastWidth = 24;

std::string line_of(const ScoreTerm& term) {
  std::string out = fmt::format("  {:+8.2f}  {}", term.contribution, term.name);
  if (term.weight != 1.0F && term.value != 1.0F) {
    out += fmt::format("  {:.4g} x {:.4g}", term.value, term.weight);
  }
  return out;
}

std::vector<ScoreTerm> greatest_first(std::vector<ScoreTerm> terms) {
  std::erase_if(terms, [](const ScoreTerm& x) { return std::abs(x.contribution) < kNothing; });
  std::stable_sort(terms.begin(), terms.end(), [](const ScoreTerm& x, const ScoreTerm& y) {
    return std::abs(x.contribution) > std::abs(y.contribution);
  });
  return terms;
}

std::string listed(std::string_view what, const std::vector<std::string>& words) {
  std::string out(what);
  for (std::size_t k = 0; k < words.size(); ++k) out += (k > 0 ? ", " : " ") + printable(words[k]);
  return out;
}

}  // namespace

std::string explained(const Explanation& why, std::size_t indent, std::size_t width) {
  if (why.terms.empty()) return {};
  std::string out;
  const auto add = [&](std::string_view text) {
    for (const std::string& line : wrap(text, std::max(width, indent + kLeastWidth) - indent)) {
      out.append(indent, ' ').append(line) += '\n';
    }
  };
  const auto add_row = [&](const std::string& row) { out.append(indent, ' ').append(row) += '\n'; };
  add_row(fmt::format("score {:.2f}", why.score));
  for (const ScoreTerm& term : greatest_first(why.terms)) add_row(line_of(term));
  for (const WordPair& pair : why.words) {
    add_row(fmt::format("{:10.2f}  {} = {}", pair.probability, printable(pair.english),
                        printable(pair.arabic)));
  }
  if (!why.uncovered_english.empty()) {
    add(listed("without counterpart, English:", why.uncovered_english));
  }
  if (!why.uncovered_arabic.empty()) {
    add(listed("without counterpart, Arabic:", why.uncovered_arabic));
  }
  return out;
}

}  // namespace muwazi
