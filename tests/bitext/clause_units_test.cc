#include "bitext/clause_units.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace muwazi {
namespace {

/// A side of which each letter of `ends` is a unit of one byte: '.' ends a sentence, ';' and ',' do not.
Units units(const std::string& ends) {
  Units out;
  for (std::size_t k = 0; k < ends.size(); ++k) {
    out.units.push_back({.bytes = {2 * k, 2 * k + 1}});
    out.ends.push_back(ends[k] == ';'   ? UnitEnd::semicolon
                       : ends[k] == ',' ? UnitEnd::comma
                                        : UnitEnd::sentence);
  }
  return out;
}

/// How many units of the other kind each is now made of: "1 2".
std::string sizes(const Units& side) {
  std::string out;
  for (const Sentence& unit : side.units) {
    out += (out.empty() ? "" : " ") + std::to_string((unit.bytes.size() + 1) / 2);
  }
  return out;
}

Bead bead(std::uint32_t a, std::uint32_t a_end, std::uint32_t e, std::uint32_t e_end,
          float posterior = 0.99F) {
  return {{a, a_end}, {e, e_end}, posterior};
}

struct Row {
  const char* name;
  const char *arabic, *english;
  std::vector<Bead> beads;
  const char *arabic_sizes, *english_sizes;
};
class Joining : public testing::TestWithParam<Row> {};

TEST_P(Joining, KeepsTheCutsThatTheBeadsSupport) {
  const Row& row = GetParam();
  Units arabic = units(row.arabic), english = units(row.english);
  const bool joined = join_unsupported(row.beads, arabic, english);
  EXPECT_EQ(sizes(arabic), row.arabic_sizes);
  EXPECT_EQ(sizes(english), row.english_sizes);
  EXPECT_EQ(joined, sizes(units(row.arabic)) != sizes(arabic) ||
                        sizes(units(row.english)) != sizes(english));
  EXPECT_EQ(arabic.ends.size(), arabic.units.size());
  EXPECT_EQ(arabic.ends.back(), UnitEnd::sentence);
}

INSTANTIATE_TEST_SUITE_P(
    Rules, Joining,
    testing::Values(
        Row{"sentence_end_against_semicolon",
            ";.",
            "..",
            {bead(0, 1, 0, 1), bead(1, 2, 1, 2)},
            "1 1",
            "1 1"},
        Row{"sentence_end_against_comma",
            "..",
            ",.",
            {bead(0, 1, 0, 1), bead(1, 2, 1, 2)},
            "1 1",
            "1 1"},
        Row{"semicolons", ";.", ";.", {bead(0, 1, 0, 1), bead(1, 2, 1, 2)}, "1 1", "1 1"},
        Row{"commas", ",.", ",.", {bead(0, 1, 0, 1), bead(1, 2, 1, 2)}, "2", "2"},
        Row{"within_a_bead", ";.", ".", {bead(0, 2, 0, 1)}, "2", "1"},
        Row{"doubtful_before", ";.", "..", {bead(0, 1, 0, 1, 0.6F), bead(1, 2, 1, 2)}, "2", "1 1"},
        Row{"doubtful_after", ";.", "..", {bead(0, 1, 0, 1), bead(1, 2, 1, 2, 0.6F)}, "2", "1 1"},
        Row{"beside_a_null", ";.", ".", {bead(0, 1, 0, 1), bead(1, 2, 1, 1)}, "2", "1"},
        Row{"one_of_two", ";;.", "..", {bead(0, 1, 0, 1), bead(1, 3, 1, 2)}, "1 2", "1 1"},
        Row{"nothing_to_join", "..", "..", {bead(0, 1, 0, 1), bead(1, 2, 1, 2)}, "1 1", "1 1"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Units, CutSentencesOfTheBodyAndNoHeadings) {
  const std::string text =
      "The boats came back; nobody was lost. The boats came back; nobody was lost.";
  const std::vector<Sentence> sentences = {
      {.bytes = {0, 37}, .role = Role::heading, .line = 3, .paragraph = 1},
      {.bytes = {38, 75}, .line = 4, .paragraph = 2}};
  const Units cut = Units::cut(text, sentences, Language::english);
  ASSERT_EQ(cut.units.size(), 3U);
  EXPECT_EQ(cut.units[0], sentences[0]);
  EXPECT_EQ(slice(text, cut.units[1].bytes), "The boats came back;");
  EXPECT_EQ(slice(text, cut.units[2].bytes), "nobody was lost.");
  EXPECT_EQ(cut.units[2].line, 4U);
  EXPECT_EQ(cut.units[2].paragraph, 2U);
  ASSERT_EQ(cut.gaps().size(), 1U);
  EXPECT_EQ(cut.gaps()[0], (Skipped{{58, 59}, SkipReason::whitespace}));
}

}  // namespace
}  // namespace muwazi
