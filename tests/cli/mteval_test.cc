// muwazi mteval: what it writes, and that it writes nothing where something is wrong. With sacreBLEU itself: tests/mteval.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/program.h"

namespace muwazi {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class Mteval : public Program {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(model())) GTEST_SKIP() << "no model at " << model();
    file("s.ar.txt",
         "افتتحت المدينة مكتبة جديدة يوم الأحد.\nتضم المكتبة 12 ألف كتاب.\nوهي مفتوحة كل يوم.\n");
    file("r.en.txt",
         "The city opened a new library on Sunday. The library has 12 thousand books. It is open "
         "every day.\n");
    file("h.txt",
         "A new library was opened by the city on\nSunday. The library holds 12 thousand books. "
         "Every\nday it is open.");
  }

  [[nodiscard]] Outcome build(std::vector<std::string> more) const {
    std::vector<std::string> arguments = {"mteval", "build", "--source", "s.ar.txt"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(arguments);
  }
  [[nodiscard]] json manifest(const std::string& set) const {
    return json::parse(content(path(set + "/manifest.json")));
  }
};

TEST_F(Mteval, CutsEachSystemAsTheReference) {
  const Outcome outcome = build({"--reference", "r.en.txt", "--hypothesis", "one=h.txt",
                                 "--hypothesis", "same=r.en.txt", "-o", "set"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err, "muwazi: set: 3 segments of 1 document, 2 systems; 0 dropped\n");
  EXPECT_EQ(content(path("set/source.txt")), content(path("s.ar.txt")));
  EXPECT_EQ(
      content(path("set/reference.txt")),
      "The city opened a new library on Sunday.\nThe library has 12 thousand books.\nIt is open "
      "every day.\n");
  EXPECT_EQ(content(path("set/same.txt")), content(path("set/reference.txt")));
  EXPECT_EQ(
      content(path("set/one.txt")),
      "A new library was opened by the city on Sunday.\nThe library holds 12 thousand books.\n"
      "Every day it is open.\n");
  EXPECT_EQ(manifest("set")["systems"], (json{"one", "same"}));
  EXPECT_EQ(manifest("set")["documents"][0]["direction"], "ar-en");
  EXPECT_EQ(manifest("set")["documents"][0]["id"], "s");
}

TEST_F(Mteval, GivesTheSameBytesTwice) {
  for (const char* name : {"x", "y"}) {
    ASSERT_EQ(build({"--reference", "r.en.txt", "--hypothesis", "one=h.txt", "-o", name}).code, 0);
  }
  for (const auto& entry : std::filesystem::recursive_directory_iterator(path("x"))) {
    const auto name = std::filesystem::relative(entry.path(), path("x")).string();
    if (!entry.is_regular_file()) continue;
    EXPECT_EQ(content(entry.path()), content(path("y/" + name))) << name;
  }
}

TEST_F(Mteval, ListsWhatNobodyTranslated) {
  file("s.ar.txt", content(path("s.ar.txt")) + "وقد تبرع التجار بثمن النوافذ والستائر الخضراء.\n");
  file("h.txt", content(path("h.txt")) + " The merchants paid for windows and green curtains.\n");
  const Outcome outcome =
      build({"--reference", "r.en.txt", "--hypothesis", "one=h.txt", "-o", "set"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  const json dropped = manifest("set")["dropped"];
  ASSERT_EQ(dropped.size(), 1U);
  EXPECT_EQ(dropped[0]["reason"], "no_reference");
  EXPECT_EQ(dropped[0]["source"], "وقد تبرع التجار بثمن النوافذ والستائر الخضراء.");
  EXPECT_EQ(dropped[0]["hypotheses"]["one"], "The merchants paid for windows and green curtains.");
  EXPECT_THAT(content(path("set/one.txt")), testing::EndsWith("Every day it is open.\n"));
}

TEST_F(Mteval, SaysWhichHypothesisIsOfAnotherDocument) {
  file("other.txt",
       "Rain fell on the harbour all night. The fishermen stayed at home and mended their nets "
       "beside the stove.\nIn the morning the captain counted the boats: two of them were gone, "
       "and nobody had seen a sail since midnight.\n");
  const Outcome outcome = build({"--reference", "r.en.txt", "--hypothesis", "one=h.txt",
                                 "--hypothesis", "two=other.txt", "-o", "set"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_THAT(outcome.err, HasSubstr("s: other.txt shares "));
  EXPECT_THAT(outcome.err, HasSubstr("of its rarer words with the reference: check that it is the "
                                     "right file\n"));
  EXPECT_THAT(outcome.err, Not(HasSubstr("h.txt shares")));
}

TEST_F(Mteval, TakesPairedLinesAsTheyAre) {
  file("r.txt", "The city opened a new library on Sunday.\n\nIt is open every day.\n");
  file("h.txt",
       "A new library was opened by the city on Sunday. Inside are 12 thousand books.\nEvery day "
       "it is open.");
  const Outcome outcome =
      build({"--segmented", "--reference", "r.txt", "--hypothesis", "one=h.txt", "-o", "set"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(content(path("set/one.txt")),
            "A new library was opened by the city on Sunday.\nEvery day it is open.\n");
  EXPECT_EQ(manifest("set")["dropped"][0]["hypotheses"]["one"], "Inside are 12 thousand books.");
  const Outcome wrong =
      build({"--segmented", "--reference", "r.en.txt", "--hypothesis", "one=h.txt", "-o", "none"});
  EXPECT_EQ(wrong.code, 2);
  EXPECT_THAT(wrong.err, HasSubstr("r.en.txt:2: no evaluation set: 1 lines, and s.ar.txt has 3"));
  EXPECT_FALSE(std::filesystem::exists(path("none")));
}

TEST_F(Mteval, AlignsWithTheSourceWhereThereIsNoReference) {
  const Outcome outcome =
      build({"--hypothesis", "one=h.txt", "--hypothesis", "two=r.en.txt", "-o", "set"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(content(path("set/source.txt")), content(path("s.ar.txt")));
  EXPECT_THAT(content(path("set/two.txt")), HasSubstr("\nThe library has 12 thousand books.\n"));
  EXPECT_FALSE(std::filesystem::exists(path("set/reference.txt")));
  const Outcome score = run({"mteval", "score", "set"});
  EXPECT_EQ(score.code, 2);
  EXPECT_THAT(score.err, HasSubstr("the set has no reference"));
}

TEST_F(Mteval, TakesFoldersAndSourcesInEitherLanguage) {
  for (const char* folder : {"s", "r", "h"}) std::filesystem::create_directory(path(folder));
  for (const char* name : {"b", "a"}) {
    file(std::string("s/") + name + ".en.txt", content(path("r.en.txt")));
    file(std::string("r/") + name + ".ar.txt", content(path("s.ar.txt")));
    file(std::string("h/") + name + ".txt", "تضم المكتبة 12 ألف كتاب. وهي مفتوحة يوميا.");
  }
  const Outcome outcome = run({"mteval", "build", "--source", "s", "--reference", "r",
                               "--hypothesis", "one=h", "-o", "set"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(manifest("set")["documents"][1]["direction"], "en-ar");
  EXPECT_EQ(manifest("set")["documents"][1]["id"], "b");
  EXPECT_THAT(content(path("set/one.txt")),
              StartsWith("\nتضم المكتبة 12 ألف كتاب.\nوهي مفتوحة يوميا.\n"));
}

TEST_F(Mteval, TakesAPage) {
  file("page.txt", content(path("s.ar.txt")) + "\n" + content(path("r.en.txt")));
  const Outcome outcome =
      run({"mteval", "build", "--page", "page.txt", "--hypothesis", "one=h.txt", "-o", "set"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(content(path("set/source.txt")), content(path("s.ar.txt")));
  EXPECT_THAT(content(path("set/one.txt")), HasSubstr("\nThe library holds 12 thousand books.\n"));
}

TEST_F(Mteval, LeavesNothingBehindWhereNothingPairs) {
  file("r.en.txt", "Bees make honey.\n");
  const Outcome outcome =
      build({"--reference", "r.en.txt", "--hypothesis", "one=r.en.txt", "-o", "set"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("no part of the source has a counterpart"));
  EXPECT_FALSE(std::filesystem::exists(path("set")));
}

TEST_F(Mteval, ScoresNothingThatWasChanged) {
  ASSERT_EQ(build({"--reference", "r.en.txt", "--hypothesis", "one=h.txt", "-o", "set"}).code, 0);
  file("set/one.txt", "a\nb\nc\n");
  const Outcome outcome = run({"mteval", "score", "set"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("set/one.txt: no evaluation set: it is not as it was built"));
}

TEST_F(Mteval, ScoresBySacrebleuAlone) {
  ASSERT_EQ(build({"--reference", "r.en.txt", "--hypothesis", "one=h.txt", "-o", "set"}).code, 0);
  const Outcome absent = run({"mteval", "score", "--sacrebleu", "./none", "set"});
  EXPECT_EQ(absent.code, 2);
  EXPECT_THAT(absent.err,
              AllOf(HasSubstr("cannot run ./none"), HasSubstr("pip install sacrebleu")));
  file("broken", "#!/bin/sh\necho it is broken >&2\nexit 3\n");
  std::filesystem::permissions(path("broken"), std::filesystem::perms::owner_all);
  EXPECT_THAT(run({"mteval", "score", "--sacrebleu", "./broken", "set"}).err,
              HasSubstr("it ended with 3: it is broken"));
  file("fake",
       "#!/bin/sh\nwc -l <\"$3\" >>lines\n"
       "echo '[{\"name\": \"BLEU\", \"score\": 12.5, \"signature\": \"x\"},"
       "{\"name\": \"chrF2++\", \"score\": 30.5, \"signature\": \"y\"}]'\n");
  std::filesystem::permissions(path("fake"), std::filesystem::perms::owner_all);
  const Outcome outcome = run({"mteval", "score", "--sacrebleu", "./fake", "set"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("document s"));
  EXPECT_THAT(outcome.out, HasSubstr("12.50"));
  // All of it, and no part a second time that has the same segments.
  EXPECT_THAT(content(path("lines")), StartsWith("3\n"));
  EXPECT_THAT(content(path("lines")).substr(2), Not(HasSubstr("3\n")));
}

}  // namespace
}  // namespace muwazi
