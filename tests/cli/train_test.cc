// muwazi train and muwazi tune; and that no command writes over what it reads.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/program.h"

namespace muwazi {
namespace {

using testing::HasSubstr;

class Train : public Program {
 protected:
  Train() {
    std::string lines;
    for (int k = 0; k < 40; ++k) {
      lines +=
          "قرأ الولد الكتاب\tthe boy read the book\nفتح الباب القديم\the opened the old door\n";
      lines += "قرأت البنت\tthe girl read\nالكتاب القديم\tthe old book\nالباب\tthe door\n";
    }
    file("pairs.tsv", lines);
  }
};

TEST_F(Train, WritesAModelThatAlignUses) {
  const Outcome outcome = run({"train", "pairs.tsv", "-o", "m.model"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "");
  file("a.txt", "قرأ الولد الكتاب\n");
  file("e.txt", "The boy read the book\n");
  const Outcome aligned = run({"align", "--model", "m.model", "a.txt", "e.txt"});
  EXPECT_EQ(aligned.code, 0) << aligned.err;
}

TEST_F(Train, GivesTheSameBytesForTheSamePairs) {
  for (const char* name : {"1.model", "2.model"}) {
    EXPECT_EQ(run({"train", "-q", "pairs.tsv@0.5", "-o", name}).code, 0);
  }
  EXPECT_EQ(content(path("1.model")), content(path("2.model")));
}

TEST_F(Train, WritesNothingWhereNothingIsLearnt) {
  file("bad.tsv", "no tab here\n\tno Arabic\nلا إنجليزية\t\n");
  const Outcome outcome = run({"train", "bad.tsv", "-o", "m.model"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("bad.tsv:1: "));
  EXPECT_THAT(outcome.err, HasSubstr("bad.tsv:2: "));
  EXPECT_THAT(outcome.err, HasSubstr("bad.tsv:3: "));
  EXPECT_THAT(outcome.err, HasSubstr("nothing is written"));
  EXPECT_FALSE(std::filesystem::exists(path("m.model")));
}

TEST_F(Train, LearnsFromDecisionsAsFromTheirPairs) {
  file("few.tsv", "الباب القديم\tthe old door\nالباب\tthe door\n");
  const auto side = [](const std::string& text) {
    return R"({"sentences": ["a"], "before": [], "after": [], "text": ")" + text + "\"}";
  };
  const auto decision = [&](const std::string& verdict, const std::string& ar,
                            const std::string& en) {
    return R"({"verdict": ")" + verdict + R"(", "ar": )" + side(ar) + R"(, "en": )" + side(en) +
           "}";
  };
  file("d.json", R"({"muwazi": "decisions", "version": 1, "decisions": [)" +
                     decision("right", "الباب القديم", "the old door") + ", " +
                     decision("wrong", "الباب", "the sea") + ", " +
                     decision("right", "الباب", "the door") + "]}");
  for (const char* name : {"few.tsv", "d.json"}) {
    EXPECT_EQ(run({"train", "-q", "pairs.tsv", name, "-o", std::string(name) + ".model"}).code, 0);
  }
  EXPECT_EQ(content(path("few.tsv.model")), content(path("d.json.model")));
  file("bad.json", R"({"muwazi": "decisions", "version": 1})");
  EXPECT_EQ(run({"train", "bad.json", "-o", "m.model"}).code, 2);
}

TEST_F(Train, RefusesNumbersOutsideTheirRange) {
  for (const char* pairs : {"0", "-1", "99999999999"}) {
    const Outcome outcome = run({"train", "pairs.tsv", "-o", "m", "--max-pairs", pairs});
    EXPECT_EQ(outcome.code, 2) << pairs;
    EXPECT_THAT(outcome.err, HasSubstr("max-pairs"));
  }
}

TEST_F(Train, LearnsWeightsFromGoldAlignments) {
  ASSERT_EQ(run({"train", "-q", "pairs.tsv", "-o", "m.model"}).code, 0);
  std::filesystem::create_directory(path("gold"));
  file("gold/a.ar", "قرأ الولد الكتاب\nفتح الباب القديم\n");
  file("gold/a.en", "The boy read the book\nHe opened the old door\n");
  file("gold/a.gold", "[0]:[0]\n[1]:[1]\n");
  const Outcome outcome =
      run({"tune", "-q", "--model", "m.model", "--rounds", "1", "gold", "-o", "w"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(content(path("w")), HasSubstr("null_score\t"));
  EXPECT_EQ(run({"align", "--model", "m.model", "--weights", "w", "gold/a.ar", "gold/a.en"}).code,
            0);
}

TEST_F(Train, NoCommandWritesOverItsInput) {
  file("page.txt", "نزل المطر.\nIt rained.\n");
  std::filesystem::create_directory(path("gold"));
  file("gold/a.gold", "[0]:[0]\n");
  const std::string pairs = content(path("pairs.tsv"));
  const std::vector<std::vector<std::string>> commands = {
      {"train", "pairs.tsv", "-o", "pairs.tsv"},
      {"train", "pairs.tsv@0.5", "-o", "./pairs.tsv"},
      {"train", "--dictionary", "pairs.tsv", "-o", "pairs.tsv"},
      {"segment", "page.txt", "-o", "page.txt"},
      {"align", "page.txt", "-o", "page.txt"},
      {"tune", "gold", "-o", "gold/a.gold"}};
  for (const auto& command : commands) {
    const Outcome outcome = run(command);
    EXPECT_EQ(outcome.code, 2) << command[0];
    EXPECT_THAT(outcome.err, HasSubstr("is an input too")) << command[0];
  }
  EXPECT_EQ(content(path("pairs.tsv")), pairs);
  EXPECT_EQ(content(path("page.txt")), "نزل المطر.\nIt rained.\n");
  EXPECT_EQ(content(path("gold/a.gold")), "[0]:[0]\n");
}

}  // namespace
}  // namespace muwazi
