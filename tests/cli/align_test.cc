// muwazi align: what it does with good input and with bad.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/program.h"

namespace muwazi {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

const char* const kArabic =
    "افتتحت المدينة مكتبة جديدة يوم الأحد.\nتضم المكتبة 12 ألف كتاب.\nوهي مفتوحة كل يوم.\n";
const char* const kEnglish =
    "The city opened a new library on Sunday.\nThe library has 12 thousand books.\nIt is open "
    "every "
    "day.\n";

class Align : public Program {
 protected:
  void write_both() const {
    file("ar.txt", kArabic);
    file("en.txt", kEnglish);
    file("page.txt", std::string(kArabic) + "\n" + kEnglish);
  }
};

/// Tests that align something: they need the model that comes with the program.
class AlignWithModel : public Align {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(model())) GTEST_SKIP() << "no model at " << model();
    write_both();
  }
};

// Inputs that cannot be read.

struct BadInput {
  const char* name;
  std::string bytes;
  const char* code;
  int offset;  ///< -1: none
};
class BadInputs : public Align, public testing::WithParamInterface<BadInput> {};

TEST_P(BadInputs, AreAMessageAndARecord) {
  file("bad.txt", GetParam().bytes);
  const Outcome plain = run({"align", "bad.txt"});
  EXPECT_EQ(plain.code, 2);
  EXPECT_EQ(plain.out, "");
  EXPECT_THAT(plain.err, StartsWith("muwazi: bad.txt"));
  const Outcome record = run({"align", "--format", "json", "bad.txt"});
  EXPECT_EQ(record.code, 2);
  EXPECT_EQ(record.err, plain.err);
  const json parsed = json::parse(record.out);
  EXPECT_EQ(parsed["id"], "bad");
  EXPECT_EQ(parsed["error"]["code"], GetParam().code);
  EXPECT_EQ(parsed["error"].value("offset", -1), GetParam().offset);
}

INSTANTIATE_TEST_SUITE_P(
    All, BadInputs,
    testing::Values(
        BadInput{"invalid_utf8", std::string(kArabic) + "caf\xC3( here\n", "invalid_utf8",
                 static_cast<int>(std::string(kArabic).size()) + 3},
        BadInput{"nul", std::string(kEnglish) + std::string(1, '\0') + kEnglish, "nul_byte",
                 static_cast<int>(std::string(kEnglish).size())},
        BadInput{"png",
                 std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10\b\6\0\0\0", 29),
                 "binary", -1}),
    [](const auto& row) { return std::string(row.param.name); });

TEST_F(Align, SaysThatAFileIsMissing) {
  const Outcome outcome = run({"align", "nowhere.txt"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("nowhere.txt"), HasSubstr("no such file")));
}

TEST_F(Align, SaysThatAFolderIsNoFile) {
  const Outcome outcome = run({"align", "."});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("folder"));
}

TEST_F(Align, SaysThatAnEncodingIsUnknown) {
  write_both();
  const Outcome outcome = run({"align", "--encoding", "klingon-8", "page.txt"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("klingon-8"));
}

TEST_F(Align, LeavesAnOutputFileAsItWasWhereTheInputIsBad) {
  file("bad.txt", std::string(100, '\0'));
  file("out.json", "before");
  EXPECT_EQ(run({"align", "bad.txt", "-o", "out.json"}).code, 2);
  EXPECT_EQ(content(path("out.json")), "before");
}

TEST_F(Align, SaysWhatIsWrongWithAModel) {
  write_both();
  const Outcome missing = run({"align", "--model", "none.model", "page.txt"});
  EXPECT_EQ(missing.code, 2);
  EXPECT_THAT(missing.err, HasSubstr("none.model"));
  const Outcome other = run({"align", "--model", "ar.txt", "page.txt"});
  EXPECT_EQ(other.code, 2);
  EXPECT_THAT(other.err, HasSubstr("not a model"));
}

TEST_F(AlignWithModel, SaysThatAModelIsCutOff) {
  const std::string whole = content(model());
  file("cut.model", whole.substr(0, whole.size() / 2));
  const Outcome outcome = run({"align", "--model", "cut.model", "page.txt"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, HasSubstr("cut off"));
}

// What there is to align.

TEST_F(AlignWithModel, PairsTheSentencesOfTwoFiles) {
  const Outcome outcome = run({"align", "--format", "beads", "ar.txt", "en.txt"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.out,
              testing::MatchesRegex("\\[0\\]:\\[0\\]:[0-9.]+\n\\[1\\]:\\[1\\]:[0-9.]+\n"
                                    "\\[2\\]:\\[2\\]:[0-9.]+\n"));
}

TEST_F(AlignWithModel, PairsTheSentencesOfAPage) {
  const Outcome outcome = run({"align", "--format", "json", "page.txt"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const json record = json::parse(outcome.out);
  EXPECT_EQ(record["id"], "page");
  ASSERT_EQ(record["beads"].size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(record["beads"][i]["ar"], json::array({i}));
    EXPECT_EQ(record["beads"][i]["en"], json::array({i}));
  }
}

TEST_F(AlignWithModel, KeepsTheLinesOfSegmentedFiles) {
  file("ar.txt", "نعم. لا.\n\nربما.\n");
  file("en.txt", "Yes. No.\nPerhaps.\n");
  const Outcome outcome = run({"align", "--segmented", "--format", "json", "ar.txt", "en.txt"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const json record = json::parse(outcome.out);
  ASSERT_EQ(record["sentences"]["ar"].size(), 2U);
  EXPECT_EQ(record["sentences"]["ar"][0]["text"], "نعم. لا.");
  EXPECT_EQ(record["sentences"]["en"][0]["text"], "Yes. No.");
}

TEST_F(AlignWithModel, NotesSwappedFilesAndGoesOn) {
  const Outcome right = run({"align", "--format", "beads", "ar.txt", "en.txt"});
  const Outcome swapped = run({"align", "--format", "beads", "en.txt", "ar.txt"});
  EXPECT_EQ(swapped.code, 0);
  EXPECT_EQ(swapped.out, right.out);
  EXPECT_NE(swapped.err, "");
  EXPECT_EQ(run({"align", "-q", "--format", "beads", "en.txt", "ar.txt"}).err, "");
  EXPECT_THAT(run({"align", "en.txt", "ar.txt"}).out, HasSubstr("\nar.txt\ten.txt\tافتتحت"));
}

TEST_F(AlignWithModel, TakesTextsWithNothingToPairAsTheyAre) {
  file("empty.txt", "");
  for (const auto& arguments : std::vector<std::vector<std::string>>{{"empty.txt"},
                                                                     {"ar.txt"},
                                                                     {"en.txt"},
                                                                     {"empty.txt", "en.txt"},
                                                                     {"ar.txt", "empty.txt"}}) {
    std::vector<std::string> all = {"align", "--format", "json"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    const Outcome outcome = run(all);
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_NE(outcome.err, "") << arguments.front();
    const json record = json::parse(outcome.out);
    EXPECT_FALSE(record["notes"].empty());
    for (const json& bead : record["beads"]) EXPECT_TRUE(bead["ar"].empty() || bead["en"].empty());
  }
}

TEST_F(AlignWithModel, ReadsStandardInputAndPackedFiles) {
  const std::string plain = run({"align", "--format", "beads", "page.txt"}).out;
  EXPECT_NE(plain, "");
  EXPECT_EQ(run({"align", "--format", "beads", "-"}, "cat page.txt").out, plain);
  EXPECT_EQ(run({"align", "--format", "beads", "-"}, "gzip -c page.txt").out, plain);
  ASSERT_EQ(run({"--version"}, "gzip -k page.txt").code, 0);
  const Outcome packed = run({"align", "--format", "json", "page.txt.gz"});
  EXPECT_EQ(json::parse(packed.out)["id"], "page");
}

TEST_F(AlignWithModel, ChoosesTheFormatByTheEndingOfTheOutput) {
  EXPECT_THAT(run({"align", "page.txt"}).out, StartsWith("src_url\t"));
  for (const auto& [name, start] :
       std::vector<std::pair<std::string, std::string>>{{"x.json", "{\"id\": \"page\""},
                                                        {"x.tsv", "src_url\t"},
                                                        {"x.beads", "[0]:["},
                                                        {"x.out", "src_url\t"},
                                                        {"x.txt", "  "}}) {
    const Outcome outcome = run({"align", "page.txt", "-o", name});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(content(path(name)), StartsWith(start));
  }
  EXPECT_THAT(run({"align", "page.txt", "-o", "-", "--format", "beads"}).out, StartsWith("[0]:["));
}

TEST_F(AlignWithModel, SaysThatAnOutputCannotBeWritten) {
  const Outcome outcome = run({"align", "page.txt", "-o", "no/such/folder/x.json"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("no/such/folder/x.json"));
}

TEST_F(AlignWithModel, MarksPairsBelowTheLeastConfidenceAndKeepsThem) {
  const Outcome all = run({"align", "--format", "json", "page.txt"});
  const Outcome outcome = run({"align", "--format", "json", "--min-confidence", "1", "page.txt"});
  EXPECT_EQ(json::parse(outcome.out)["beads"].size(), json::parse(all.out)["beads"].size());
}

TEST_F(AlignWithModel, ExplainsEveryPairInTextAndJson) {
  const Outcome text = run({"align", "--explain", "page.txt"});
  EXPECT_EQ(text.code, 0) << text.err;
  EXPECT_THAT(text.out, AllOf(HasSubstr("likelihood_root"), HasSubstr("library = ")));
  const Outcome outcome = run({"align", "--explain", "--format", "json", "page.txt"});
  json record = json::parse(outcome.out);
  for (json& bead : record["beads"]) {
    double sum = 0.0;
    for (const auto& [name, term] : bead["explain"]["terms"].items()) {
      const double contribution = term["contribution"];
      sum += contribution;
    }
    EXPECT_NEAR(sum, bead["explain"]["score"].get<double>(), 0.002);
    EXPECT_FALSE(bead["explain"]["words"].empty());
    bead.erase("explain");
  }
  EXPECT_EQ(record, json::parse(run({"align", "--format", "json", "page.txt"}).out));
  const Outcome tsv = run({"align", "--explain", "--format", "tsv", "page.txt"});
  EXPECT_EQ(tsv.code, 2);
  EXPECT_THAT(tsv.err, HasSubstr("text and json"));
  EXPECT_EQ(run({"align", "--explain", "page.txt", "-o", "x.beads"}).code, 2);
}

TEST_F(AlignWithModel, LeavesNoSentenceAloneWhereOmissionsNeverHappen) {
  file("gap.txt",
       "The city opened a new library on Sunday.\nThe library has 12 thousand books.\n"
       "Fishermen mend blue nets beside the wharf.\nIt is open every day.\n");
  const std::vector<std::string> files = {"--format", "beads", "ar.txt", "gap.txt"};
  const auto with = [&](const std::string& omissions) {
    std::vector<std::string> arguments = {"align", "--omissions", omissions};
    arguments.insert(arguments.end(), files.begin(), files.end());
    return run(arguments).out;
  };
  EXPECT_THAT(with("common"), HasSubstr("[]:[2]"));
  EXPECT_THAT(with("never"), testing::Not(HasSubstr("[]")));
}

TEST_F(AlignWithModel, CutsAtSemicolonsWhereGranularityIsFine) {
  file("chain.txt",
       "افتتحت المدينة مكتبة جديدة يوم الأحد؛ تضم المكتبة 12 ألف كتاب.\nوهي مفتوحة كل يوم.\n");
  const std::vector<std::string> files = {"--format", "beads", "chain.txt", "en.txt"};
  const auto with = [&](const std::string& granularity) {
    std::vector<std::string> arguments = {"align", "--granularity", granularity};
    arguments.insert(arguments.end(), files.begin(), files.end());
    return run(arguments).out;
  };
  EXPECT_THAT(with("sentence"), StartsWith("[0]:[0, 1]:"));
  EXPECT_THAT(with("fine"), AllOf(StartsWith("[0]:[0]:"), HasSubstr("\n[1]:[1]:")));
}

TEST_F(AlignWithModel, SaysWhatEncodingWasTaken) {
  const std::string before = "iconv -f UTF-8 -t WINDOWS-1256 page.txt";
  const std::string plain = run({"align", "--format", "beads", "page.txt"}).out;
  const Outcome outcome =
      run({"align", "--format", "beads", "--encoding", "windows-1256", "-"}, before);
  EXPECT_EQ(outcome.out, plain);
  EXPECT_THAT(outcome.err, HasSubstr("standard input: read as windows-1256"));
  EXPECT_EQ(run({"align", "-q", "--encoding", "windows-1256", "-"}, before).err, "");
}

TEST_F(AlignWithModel, GivesTheSameBytesEachTime) {
  const std::vector<std::string> arguments = {"align", "--format", "json", "page.txt"};
  EXPECT_EQ(run(arguments).out, run(arguments).out);
}

}  // namespace
}  // namespace muwazi
