#include "muwazi/evaluate/evaluation_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "muwazi/text/checksum.h"

namespace muwazi {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

EvaluationSet two_documents() {
  EvaluationSet set;
  set.systems = {"a", "b.2"};
  SetDocument first{"one", Language::arabic, {}, {3, 4}, {}};
  first.segments.push_back({"نعم،", "Yes,", {"Yes", "Yeah"}, {0, 8}, {0, 4}, 0.98F, {}});
  first.segments.push_back(
      {"زائد", "", {"", "More."}, {9, 17}, {}, 0.7F, DropReason::no_reference});
  first.segments.push_back({"«لا»", "\"No\" & <go>", {"No", ""}, {18, 25}, {5, 15}, 0.5F, {}});
  SetDocument second{"two", Language::arabic, {}, {0, 0}, {"a note"}};
  second.segments.push_back({"ربما", "Maybe", {"Maybe", "Maybe"}, {0, 8}, {0, 5}, 0.9F, {}});
  set.documents = {first, second};
  return set;
}

SetOptions options() {
  SetOptions options;
  options.program = "muwazi 9";
  options.origins = {{{"s1", "00"}, {"r1", "01"}, {"a1", "02"}, {"b1", "03"}},
                     {{"s2", "10"}, {"r2", "11"}, {"a2", "12"}, {"b2", "13"}}};
  return options;
}

std::string file(const std::vector<SetFile>& files, const std::string& name) {
  for (const SetFile& file : files) {
    if (file.name == name) return file.bytes;
  }
  return "no file " + name;
}

TEST(EvaluationFiles, HaveASegmentALine) {
  const auto files = evaluation_files(two_documents(), options());
  EXPECT_EQ(file(files, "source.txt"), "نعم،\n«لا»\nربما\n");
  EXPECT_EQ(file(files, "reference.txt"), "Yes,\n\"No\" & <go>\nMaybe\n");
  EXPECT_EQ(file(files, "a.txt"), "Yes\nNo\nMaybe\n");
  EXPECT_EQ(file(files, "b.2.txt"), "Yeah\n\nMaybe\n");
  EXPECT_EQ(file(files, "sacrebleu.tsv"),
            "نعم،\tYes,\tYes\tYeah\n«لا»\t\"No\" & <go>\tNo\t\nربما\tMaybe\tMaybe\tMaybe\n");
}

TEST(EvaluationFiles, SayWhichSegmentsAreOfLowConfidence) {
  const auto files = evaluation_files(two_documents(), options());
  EXPECT_EQ(
      file(files, "segments.tsv"),
      "document\tsegment\tconfidence\tlow\tsource_start\tsource_end\treference_start\t"
      "reference_end\n"
      "one\t1\t0.98\t0\t0\t8\t0\t4\none\t2\t0.5\t1\t18\t25\t5\t15\ntwo\t1\t0.9\t0\t0\t8\t0\t5\n");
}

TEST(EvaluationFiles, AreThoseThatMetricsRead) {
  const auto files = evaluation_files(two_documents(), options());
  EXPECT_EQ(file(files, "comet/b.2.tsv"),
            "src\tmt\tref\nنعم،\tYeah\tYes,\n«لا»\t\t\"No\" & <go>\nربما\tMaybe\tMaybe\n");
  const std::string comet = file(files, "comet/a.jsonl"), metricx = file(files, "metricx/a.jsonl");
  EXPECT_EQ(json::parse(comet.substr(0, comet.find('\n'))),
            (json{{"src", "نعم،"}, {"mt", "Yes"}, {"ref", "Yes,"}}));
  EXPECT_EQ(json::parse(metricx.substr(0, metricx.find('\n'))),
            (json{{"source", "نعم،"}, {"hypothesis", "Yes"}, {"reference", "Yes,"}}));
  EXPECT_THAT(file(files, "mqm.tsv"), HasSubstr("b.2\ttwo\t1\t3\t\tربما\tMaybe\t\t\t{}\n"));
  const std::string wmt = file(files, "wmt.xml");
  EXPECT_THAT(wmt, HasSubstr("<seg id=\"2\">&quot;No&quot; &amp; &lt;go&gt;</seg>"));
  EXPECT_THAT(wmt, HasSubstr("<hyp lang=\"en\" system=\"b.2\">"));
}

TEST(EvaluationFiles, ListWhatWasDroppedWithWhatTheSystemsHaveThere) {
  const json manifest =
      json::parse(file(evaluation_files(two_documents(), options()), "manifest.json"));
  EXPECT_EQ(manifest["segments"], 3);
  EXPECT_EQ(manifest["low_confidence"], 1);
  EXPECT_EQ(manifest["dropped"], json::parse(R"([{"document": "one", "after_segment": 1,
      "reason": "no_reference", "source": "زائد", "reference": "",
      "hypotheses": {"a": "", "b.2": "More."}}])"));
  EXPECT_EQ(manifest["documents"][0]["dropped"], 1);
  EXPECT_EQ(manifest["documents"][1]["hypotheses"]["b.2"],
            (json{{"file", "b2"}, {"sha256", "13"}, {"edits", 0}}));
}

TEST(EvaluationFiles, AreAllInTheManifestWithTheirChecksums) {
  const auto files = evaluation_files(two_documents(), options());
  const json sums = json::parse(files.back().bytes)["files"];
  ASSERT_EQ(files.back().name, "manifest.json");
  EXPECT_EQ(sums.size() + 1, files.size());
  for (const SetFile& one : files) {
    if (one.name == "manifest.json") continue;
    EXPECT_EQ(sums[one.name], sha256(one.bytes)) << one.name;
  }
}

TEST(EvaluationFiles, WithoutReferenceHaveNoneThatNeedOne) {
  EvaluationSet set = two_documents();
  set.has_reference = false;
  SetOptions some = options();
  const auto files = evaluation_files(set, some);
  for (const char* name : {"reference.txt", "sacrebleu.tsv", "wmt.xml"})
    EXPECT_EQ(file(files, name), std::string("no file ") + name);
  EXPECT_THAT(file(files, "comet/a.tsv"), testing::StartsWith("src\tmt\n"));
}

TEST(EvaluationFiles, SeparateArabicPunctuationOnlyForSacrebleu) {
  EvaluationSet set = two_documents();
  for (SetSegment& segment : set.documents[0].segments)
    std::swap(segment.source, segment.reference);
  SetOptions apart = options();
  apart.separate_arabic_punctuation = true;
  const auto files = evaluation_files(set, apart);
  EXPECT_THAT(file(files, "reference.txt"), testing::StartsWith("نعم ،\n« لا »\n"));
  EXPECT_THAT(file(files, "comet/a.tsv"), HasSubstr("نعم،"));
  EXPECT_EQ(json::parse(files.back().bytes)["options"]["separate_arabic_punctuation"], true);
}

TEST(SeparateArabicPunctuation, SetsMarksApart) {
  for (const auto& [text, expected] : std::vector<std::pair<std::string, std::string>>{
           {"قال: «لن نتراجع»، ثم صمت؟", "قال: « لن نتراجع » ، ثم صمت ؟"},
           {"2،5 و٣٫١٤", "2،5 و٣٫١٤"},
           {"don’t ‘go’", "don’t ‘ go ’"},
           {"plain (ASCII), marks.", "plain (ASCII), marks."},
           {" ، ", " ، "},
           {"", ""},
           {"…", "…"}}) {
    EXPECT_EQ(separate_arabic_punctuation(text), expected);
  }
}

TEST(SetIndex, IsReadBack) {
  const auto files = evaluation_files(two_documents(), options());
  const auto read =
      read_set_index(file(files, "manifest.json"), file(files, "segments.tsv"), "set");
  ASSERT_TRUE(std::holds_alternative<SetIndex>(read));
  const auto& index = std::get<SetIndex>(read);
  EXPECT_EQ(index.systems, (std::vector<std::string>{"a", "b.2"}));
  ASSERT_EQ(index.segments.size(), 3U);
  EXPECT_EQ(index.segments[1].document, "one");
  EXPECT_DOUBLE_EQ(index.segments[1].confidence, 0.5);
  EXPECT_TRUE(index.segments[1].low);
  EXPECT_FALSE(index.segments[2].low);
}

TEST(SetIndex, RefusesWhatIsNone) {
  const auto files = evaluation_files(two_documents(), options());
  const std::string manifest = file(files, "manifest.json"), segments = file(files, "segments.tsv");
  for (const auto& [first, second] : std::vector<std::pair<std::string, std::string>>{
           {"{}", segments},
           {"no JSON", segments},
           {R"({"muwazi": 5})", segments},
           {manifest, "document\n"},
           {manifest, segments.substr(0, segments.size() - 40) + "x"},
           {R"({"muwazi": "evaluation set", "version": 1})", segments}}) {
    const auto read = read_set_index(first, second, "set");
    ASSERT_TRUE(std::holds_alternative<Fault>(read)) << second;
    EXPECT_EQ(std::get<Fault>(read).kind, FaultKind::malformed_set);
  }
}

}  // namespace
}  // namespace muwazi
