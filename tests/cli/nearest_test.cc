#include "cli/nearest.h"

#include <gtest/gtest.h>

namespace muwazi {
namespace {

struct Row {
  const char* a;
  const char* b;
  std::size_t distance;
};

TEST(EditDistance, CountsInsertionsDeletionsReplacementsAndSwaps) {
  for (const auto& [a, b, distance] :
       {Row{"", "", 0}, Row{"", "abc", 3}, Row{"abc", "", 3}, Row{"abc", "abc", 0},
        Row{"format", "fromat", 1}, Row{"model", "modle", 1}, Row{"quiet", "quite", 1},
        Row{"align", "alin", 1}, Row{"align", "aligns", 1}, Row{"score", "scare", 1},
        Row{"kitten", "sitting", 3}, Row{"ca", "abc", 3}}) {
    EXPECT_EQ(edit_distance(a, b), distance) << a << " " << b;
    EXPECT_EQ(edit_distance(b, a), distance) << b << " " << a;
  }
}

TEST(Nearest, IsTheFirstOfTheNearestOrNone) {
  const std::vector<std::string> known = {"output", "format", "model", "min-confidence", "quiet"};
  EXPECT_EQ(nearest("ouput", known), "output");
  EXPECT_EQ(nearest("fromat", known), "format");
  EXPECT_EQ(nearest("min-confidnece", known), "min-confidence");
  EXPECT_EQ(nearest("min", known), "min-confidence");
  EXPECT_EQ(nearest("m", known), std::nullopt);
  EXPECT_EQ(nearest("", known), std::nullopt);
  EXPECT_EQ(nearest("colour", known), std::nullopt);
  EXPECT_EQ(nearest(std::string(100000, 'f'), known), std::nullopt);
  EXPECT_EQ(nearest("ab", {"aa", "bb"}), "aa");
}

}  // namespace
}  // namespace muwazi
