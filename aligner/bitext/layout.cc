#include "bitext/layout.h"

#include <algorithm>
#include <vector>

namespace muwazi {
namespace {

/// The first lines of a pair on both sides.
struct PairLines {
  std::uint32_t arabic, english;
  ByteRange arabic_bytes, english_bytes;
};

std::vector<PairLines> pairs_of(const Bitext& bitext) {
  std::vector<PairLines> pairs;
  for (const Bead& bead : bitext.beads) {
    if (bead.null()) continue;
    const Sentence& a = bitext.arabic[bead.arabic.begin];
    const Sentence& e = bitext.english[bead.english.begin];
    pairs.push_back({a.line, e.line, a.bytes, e.bytes});
  }
  return pairs;
}

template <class F>
double share(const std::vector<PairLines>& pairs, F f) {
  return static_cast<double>(std::count_if(pairs.begin(), pairs.end(), f)) /
         static_cast<double>(pairs.size());
}

/// Both languages in one line: cells of a table, or a translation in brackets.
std::string within_lines(const std::vector<PairLines>& pairs, std::string_view text) {
  const auto same_line = [](const PairLines& p) { return p.arabic == p.english; };
  const double tabs = share(pairs, [&](const PairLines& p) {
    if (!same_line(p)) return false;
    const std::size_t begin = std::min(p.arabic_bytes.end, p.english_bytes.end);
    const std::size_t end = std::max(p.arabic_bytes.begin, p.english_bytes.begin);
    return begin < end &&
           text.substr(begin, end - begin).find_first_of("\t|") != std::string_view::npos;
  });
  if (tabs < 0.4) return "mixed_inline";
  const double arabic_first =
      share(pairs, [](const PairLines& p) { return p.arabic_bytes.begin < p.english_bytes.begin; });
  return arabic_first >= 0.5 ? "table" : "table_rev";
}

std::size_t without_counterpart_at_end(const Bitext& bitext) {
  std::size_t nulls = 0;
  for (auto bead = bitext.beads.rbegin(); bead != bitext.beads.rend() && bead->null(); ++bead)
    ++nulls;
  return nulls;
}

/// One language after the other.
std::string block(const Bitext& bitext, const std::vector<PairLines>& pairs, bool arabic_first) {
  const auto headings = [](const std::vector<Sentence>& sentences) {
    return static_cast<double>(
               std::count_if(sentences.begin(), sentences.end(),
                             [](const Sentence& s) { return s.role == Role::heading; })) /
           static_cast<double>(sentences.size());
  };
  const double few = 0.25;
  if (static_cast<double>(bitext.arabic.size()) <
          few * static_cast<double>(bitext.english.size()) &&
      headings(bitext.arabic) > 0.5) {
    return "heading_ar_body_en";
  }
  if (static_cast<double>(bitext.english.size()) <
          few * static_cast<double>(bitext.arabic.size()) &&
      headings(bitext.english) > 0.5) {
    return "heading_en_body_ar";
  }
  if (without_counterpart_at_end(bitext) > pairs.size() / 4) return "partial";
  return arabic_first ? "block" : "block_en_first";
}

}  // namespace

std::string layout_of(const Bitext& bitext, std::string_view text) {
  if (bitext.arabic.empty() && bitext.english.empty()) return "empty";
  if (bitext.arabic.empty() || bitext.english.empty()) return "monolingual";
  const auto pairs = pairs_of(bitext);
  if (pairs.empty()) return "unrelated";
  if (share(pairs, [](const PairLines& p) { return p.arabic == p.english; }) >= 0.5)
    return within_lines(pairs, text);
  const auto arabic_last =
      std::max_element(pairs.begin(), pairs.end(), [](const auto& x, const auto& y) {
        return x.arabic < y.arabic;
      })->arabic;
  const auto english_last =
      std::max_element(pairs.begin(), pairs.end(), [](const auto& x, const auto& y) {
        return x.english < y.english;
      })->english;
  if (share(pairs, [&](const PairLines& p) { return p.english > arabic_last; }) > 0.9)
    return block(bitext, pairs, true);
  if (share(pairs, [&](const PairLines& p) { return p.arabic > english_last; }) > 0.9)
    return block(bitext, pairs, false);
  // Lines that hold one sentence each: sentence by sentence; several: paragraph by paragraph.
  std::size_t alone = 0;
  for (std::size_t k = 0; k < bitext.arabic.size(); ++k) {
    const std::uint32_t line = bitext.arabic[k].line;
    const bool before = k > 0 && bitext.arabic[k - 1].line == line;
    const bool after = k + 1 < bitext.arabic.size() && bitext.arabic[k + 1].line == line;
    if (!before && !after) ++alone;
  }
  return alone * 10 >= bitext.arabic.size() * 9 ? "interleaved_sentence" : "interleaved";
}

}  // namespace muwazi
