#include "muwazi/format/beads.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace muwazi {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<BeadLine> read(std::string_view text) {
  auto result = read_beads(text, "x.beads");
  if (const Fault* fault = std::get_if<Fault>(&result)) {
    ADD_FAILURE() << message(*fault);
    return {};
  }
  return std::get<0>(std::move(result));
}

TEST(ReadBeads, TakesWhatThisAndOtherProgramsWrite) {
  EXPECT_THAT(read("[0]:[0, 1]:0.98\n[1,2]:[2]\n[]:[3]\n [3] : [ 4 ] \r\n\n[4]:[]:0.0"),
              ElementsAre(BeadLine{{0}, {0, 1}}, BeadLine{{1, 2}, {2}}, BeadLine{{}, {3}},
                          BeadLine{{3}, {4}}, BeadLine{{4}, {}}));
}

TEST(ReadBeads, TakesAnyOrder) {
  EXPECT_THAT(read("[5, 2]:[1]"), ElementsAre(BeadLine{{5, 2}, {1}}));
}

TEST(ReadBeads, OfNothingIsNothing) {
  EXPECT_THAT(read(""), IsEmpty());
  EXPECT_THAT(read("\n \t\r\n"), IsEmpty());
  EXPECT_THAT(read("\xEF\xBB\xBF"), IsEmpty());
}

struct Row {
  const char* name;
  std::string text;
  std::uint64_t line;
  ByteRange bytes;
};
class Malformed : public testing::TestWithParam<Row> {};
TEST_P(Malformed, IsAFaultWithItsPlace) {
  const auto result = read_beads(GetParam().text, "x.beads");
  ASSERT_TRUE(std::holds_alternative<Fault>(result));
  const Fault& fault = std::get<Fault>(result);
  EXPECT_EQ(fault.kind, FaultKind::malformed_bead);
  EXPECT_EQ(fault.line, GetParam().line);
  EXPECT_EQ(fault.bytes, GetParam().bytes) << fault.bytes.begin << " " << fault.bytes.end;
  EXPECT_LE(fault.bytes.end, GetParam().text.size());
}
INSTANTIATE_TEST_SUITE_P(Lines, Malformed,
                         testing::Values(Row{"words", "[0]:[0]\nhello\n", 2, {8, 13}},
                                         Row{"one_side", "[0]", 1, {3, 3}},
                                         Row{"no_bracket", "[0]:[1", 1, {6, 6}},
                                         Row{"two_numbers", "[0 1]:[]", 1, {3, 8}},
                                         Row{"negative", "[-1]:[0]", 1, {1, 8}},
                                         Row{"too_large", "[99999999999]:[0]", 1, {1, 17}},
                                         Row{"rest", "[0]:[0] and", 1, {8, 11}},
                                         Row{"tsv", "0\t1\n", 1, {0, 3}}),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(ReadBeads, SaysWhatItFoundInOneShortLine) {
  const auto result = read_beads("\n[0]:" + std::string(1000, 'x') + "\n", "x.beads");
  const std::string text = message(std::get<Fault>(result));
  EXPECT_EQ(text, "x.beads:2: byte 5: malformed bead: \"" + std::string(40, 'x') +
                      "…\"; a bead is written [0, 1]:[2], sentence numbers from 0, Arabic first");
}

TEST(ReadBeads, CutsWhatItFoundBetweenCharacters) {
  std::string arabic = "x";
  for (int i = 0; i < 40; ++i) arabic += "ب";
  const auto result = read_beads(arabic, "x.beads");
  std::string expected = "\"x";
  for (int i = 0; i < 19; ++i) expected += "ب";
  EXPECT_EQ(std::get<Fault>(result).found, expected + "…\"");
}

}  // namespace
}  // namespace muwazi
