// muwazi segment and muwazi score.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/program.h"

namespace muwazi {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;

class Segment : public Program {};

TEST_F(Segment, PrintsASentenceALine) {
  file("a.txt", "It rained. We stayed in.\n\nجاء المطر. بقينا في البيت.\n");
  const Outcome outcome = run({"segment", "a.txt"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "It rained.\nWe stayed in.\nجاء المطر.\nبقينا في البيت.\n");
}

TEST_F(Segment, KeepsEveryLineWhateverItIs) {
  file("a.txt", "Share this\n1984\nIl pleut. On reste.\n***\n  \nنعم (Yes)\n");
  const Outcome outcome = run({"segment", "a.txt"});
  std::string letters = outcome.out;
  std::erase(letters, '\n');
  std::erase(letters, ' ');
  EXPECT_EQ(letters, "Sharethis1984Ilpleut.Onreste.***نعم(Yes)");
}

TEST_F(Segment, PutsAnEmptyLineAfterEachParagraphWhenAsked) {
  file("a.txt", "One. Two.\r\nThree.\r\n");
  EXPECT_EQ(run({"segment", "--paragraphs", "a.txt"}).out, "One.\nTwo.\n\nThree.\n\n");
}

TEST_F(Segment, ReadsOverTheLineEndsOfAParagraphBrokenAtAFixedWidth) {
  const std::string first =
      "The harbour master wrote every arrival into a long green\n"
      "book that lay open beside the window. He had done so since\n"
      "the spring of the flood, when the old records were lost.\n"
      "Nobody asked him to keep on with it after the office bought\n"
      "a computer. Still he went on, and the pages filled with\n"
      "boats, with weather and now and then with a small drawing of\n"
      "a gull.\n";
  file("a.txt", "The green book\n\n" + first + "\nIt is still there.\n");
  const std::string sentences =
      "The green book\n\n"
      "The harbour master wrote every arrival into a long green book that lay open beside the "
      "window.\n"
      "He had done so since the spring of the flood, when the old records were lost.\n"
      "Nobody asked him to keep on with it after the office bought a computer.\n"
      "Still he went on, and the pages filled with boats, with weather and now and then with a "
      "small drawing of a gull.\n\n"
      "It is still there.\n\n";
  for (const char* language : {"auto", "en"}) {
    EXPECT_EQ(run({"segment", "--paragraphs", "--language", language, "a.txt"}).out, sentences)
        << language;
  }
}

TEST_F(Segment, GivesSpansThatAreSlicesOfTheFile) {
  const std::string text = "\uFEFFIt rained. We stayed in.\nجاء المطر. بقينا في البيت.\n";
  file("a.txt", text);
  const json record = json::parse(run({"segment", "--format", "json", "a.txt"}).out);
  EXPECT_EQ(record["id"], "a");
  ASSERT_EQ(record["sentences"].size(), 4U);
  for (const json& sentence : record["sentences"]) {
    const std::size_t start = sentence["start"], end = sentence["end"];
    EXPECT_EQ(sentence["text"], text.substr(start, end - start));
  }
  EXPECT_EQ(record["sentences"][0]["language"], "en");
  EXPECT_EQ(record["sentences"][3]["language"], "ar");
}

TEST_F(Segment, TakesTheLanguageItIsTold) {
  file("a.txt", "It rained. We stayed in.\n");
  const json record =
      json::parse(run({"segment", "--language", "ar", "--format", "json", "a.txt"}).out);
  EXPECT_EQ(record["sentences"][0]["language"], "ar");
}

TEST_F(Segment, OfAnEmptyFileIsNothing) {
  file("a.txt", "");
  const Outcome outcome = run({"segment", "a.txt"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(run({"segment", "--format", "json", "a.txt"}).out,
            "{\"id\": \"a\", \"sentences\": []}\n");
}

TEST_F(Segment, GivesARecordOfAnError) {
  file("a.txt", "caf\xC3( and ماء ماء\n");
  const Outcome outcome = run({"segment", "--format", "json", "a.txt"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_TRUE(json::parse(outcome.out).contains("error"));
}

TEST_F(Segment, PrintsItsRulesAsSrx) {
  const Outcome outcome = run({"segment", "--srx"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("<srx"), HasSubstr("version=\"2.0\"")));
}

class Score : public Program {
 protected:
  Score() {
    for (const char* name : {"gold", "mine"}) std::filesystem::create_directory(path(name));
    file("gold/a.gold", "[0]:[0]\n[1]:[1, 2]\n[2]:[]\n");
    file("gold/b.gold", "[0]:[0]\n");
    file("mine/a.beads", "[0]:[0]:0.9\n[1]:[1]:0.5\n[2]:[2]:0.4\n");
    file("mine/b.gold", "[0]:[0]\n");
  }
};

TEST_F(Score, JudgesAFile) {
  const Outcome outcome = run({"score", "gold/a.gold", "mine/a.beads"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.out,
            "a" + std::string(27, ' ') +
                " strict P 0.333 R 0.500 F1 0.400 | lax F1 0.800 | null P 0.000 R 0.000 "
                "F1 0.000\n");
}

TEST_F(Score, AddsUpTheDocumentsOfAFolder) {
  const Outcome outcome = run({"score", "--per-doc", "gold/", "mine"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_THAT(outcome.out,
              AllOf(HasSubstr("a      "), HasSubstr("\nb      "),
                    HasSubstr("\ngold (2 docs)                strict P 0.500 R 0.667")));
}

TEST_F(Score, CountsAMissingPredictionAsEmptyAndSaysSo) {
  std::filesystem::remove(path("mine/b.gold"));
  const Outcome outcome = run({"score", "gold", "mine"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_THAT(outcome.err, HasSubstr("b: no prediction"));
  EXPECT_THAT(outcome.out, HasSubstr("strict P 0.333 R 0.333"));
}

TEST_F(Score, ReportsSentencesThatAreLeftOutOrRepeated) {
  file("mine/a.beads", "[0]:[0]\n[0]:[1]\n[2]:[2]\n[7]:[]\n");
  EXPECT_EQ(run({"score", "gold", "mine"}).err,
            "muwazi: a: Arabic: 1 sentences left out, 1 repeated, 1 that are not in the gold\n");
}

TEST_F(Score, UsesTheBlocksBesideTheGold) {
  file("gold/a.blocks", "[0, 1]:[0, 1]\n[2]:[2]\n");
  EXPECT_THAT(run({"score", "gold/a.gold", "mine/a.beads"}).out, HasSubstr("| in block 1.000\n"));
}

TEST_F(Score, PrintsObjectsWhenAsked) {
  const Outcome outcome = run({"score", "--format", "json", "gold/b.gold", "mine/b.gold"});
  EXPECT_EQ(json::parse(outcome.out)["strict"]["f1"], 1.0);
}

TEST_F(Score, SaysWhatIsNoBead) {
  file("mine/a.beads", "[0]:[0]\nnothing\n");
  const Outcome outcome = run({"score", "gold", "mine"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, HasSubstr("mine/a.beads:2: byte 8: malformed bead"));
}

TEST_F(Score, SaysThatAFolderHasNoGold) {
  std::filesystem::create_directory(path("empty"));
  const Outcome outcome = run({"score", "empty", "mine"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("no NAME.gold"));
}

}  // namespace
}  // namespace muwazi
