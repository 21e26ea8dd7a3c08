#include "muwazi/score/omissions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "lexicon/tiny.h"
#include "score/sentence_aligner.h"
#include "score/tiny_texts.h"

namespace muwazi {
namespace {

using tiny::lexicon;
using tiny::Strings;
using tiny::views;

std::vector<Bead> align(const Strings& arabic, const Strings& english, Omissions omissions) {
  return SentenceAligner(lexicon(), nullptr, default_parameters(), views(arabic), views(english),
                         omissions)
      .align();
}

std::size_t nulls(const std::vector<Bead>& beads) {
  return static_cast<std::size_t>(
      std::count_if(beads.begin(), beads.end(), [](const Bead& b) { return b.null(); }));
}

/// The tiny text; `left_out` says of each sentence whether its English is left out.
std::pair<Strings, Strings> text(const std::vector<bool>& left_out) {
  std::pair<Strings, Strings> sides;
  std::string_view lines = tiny::kSentences;
  for (std::size_t k = 0; !lines.empty(); ++k) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(line.size() + 1);
    const std::size_t tab = line.find('\t');
    sides.first.emplace_back(line.substr(0, tab));
    if (k < left_out.size() && left_out[k]) continue;
    sides.second.emplace_back(line.substr(tab + 1));
  }
  return sides;
}

TEST(Omissions, ChangeOnlyThePriorsOfNulls) {
  const Parameters& usual = default_parameters();
  EXPECT_EQ(format_parameters(with_omissions(usual, Omissions::estimated)),
            format_parameters(usual));
  const Parameters rare = with_omissions(usual, Omissions::rare),
                   common = with_omissions(usual, Omissions::common);
  EXPECT_LT(rare.mass_arabic_null, usual.mass_arabic_null);
  EXPECT_LT(rare.mass_english_null, usual.mass_english_null);
  EXPECT_GT(common.mass_arabic_null, usual.mass_arabic_null);
  EXPECT_GT(common.mass_english_null, usual.mass_english_null);
  EXPECT_EQ(rare.mass_one_one, usual.mass_one_one);
  EXPECT_EQ(common.mass_weight, usual.mass_weight);
}

TEST(Omissions, AreTheMoreTheMoreTheUserExpects) {
  std::mt19937 random(11);
  std::size_t never = 0, rare = 0, estimated = 0, common = 0;
  for (int trial = 0; trial < 20; ++trial) {
    std::vector<bool> left_out(40);
    for (auto&& out : left_out) out = random() % 6 == 0;
    const auto [arabic, english] = text(left_out);
    never += nulls(align(arabic, english, Omissions::never));
    rare += nulls(align(arabic, english, Omissions::rare));
    estimated += nulls(align(arabic, english, Omissions::estimated));
    common += nulls(align(arabic, english, Omissions::common));
  }
  EXPECT_EQ(never, 0U);
  EXPECT_LE(rare, estimated);
  EXPECT_LE(estimated, common);
  EXPECT_LT(rare, common);
}

TEST(Omissions, NeverLeaveNoSentenceAloneWhereverPairsCanHoldAll) {
  const auto [arabic, english] = text({});
  std::mt19937 random(12);
  std::size_t paired = 0;
  for (int trial = 0; trial < 300; ++trial) {
    const auto part = [&](const Strings& all, std::size_t longest) {
      const std::size_t begin = random() % 20, size = 1 + random() % longest;
      return Strings(all.begin() + static_cast<std::ptrdiff_t>(begin),
                     all.begin() + static_cast<std::ptrdiff_t>(begin + size));
    };
    const Strings a = part(arabic, 3), e = part(english, 20);
    const auto beads = align(a, e, Omissions::never);
    if (nulls(beads) == beads.size()) continue;  // no translations of each other
    ++paired;
    // 1-9 is the widest pair.
    EXPECT_EQ(nulls(beads) == 0, e.size() <= 9 * a.size() && a.size() <= 9 * e.size());
    for (const Bead& bead : beads) EXPECT_GT(bead.posterior, 0.0F);
  }
  EXPECT_GT(paired, 50U);
}

TEST(Omissions, NeverJoinASentenceToItsNeighbour) {
  std::vector<bool> left_out(40);
  left_out[17] = true;
  const auto [arabic, english] = text(left_out);
  const auto beads = align(arabic, english, Omissions::never);
  EXPECT_EQ(nulls(beads), 0U);
  EXPECT_EQ(beads.size(), 39U);
}

TEST(Omissions, NeverTakeAnEmptySide) {
  EXPECT_EQ(nulls(align({"القلم صغير"}, {}, Omissions::never)), 1U);
  EXPECT_EQ(nulls(align({}, {"a", "b"}, Omissions::never)), 2U);
  EXPECT_TRUE(align({}, {}, Omissions::never).empty());
}

TEST(Omissions, NeverGiveTheSameBeadsAgain) {
  const auto [arabic, english] = text({false, true});
  std::vector<SentenceView> of_arabic, of_english;
  for (const auto& s : arabic) of_arabic.push_back({s, false, 0});
  for (const auto& s : english) of_english.push_back({s, false, 0});
  SentenceAligner aligner(lexicon(), nullptr, default_parameters(), of_arabic, of_english,
                          Omissions::never);
  const auto first = aligner.align();
  EXPECT_EQ(aligner.align(), first);
}

}  // namespace
}  // namespace muwazi
