// muwazi check, as a user runs it.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "cli/program.h"

namespace muwazi {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kArabic =
    "فتح الحارس بوابة الحديقة قبل شروق الشمس.\n"
    "دخل خمسة وعشرون عاملا وهم يحملون أدواتهم.\n"
    "ثم سقى البستاني أشجار الليمون القديمة بماء البئر العميقة.\n"
    "عاد المهندس إلى بيته في 3 مايو 1987.\n"
    "أغلقت المدينة المكتبة يوم الأحد.\n";
constexpr const char* kEnglish =
    "The guard opened the gate of the garden before sunrise.\n"
    "Twenty-five workers came in carrying their tools.\n"
    "Then the gardener watered the old lemon trees with water from the deep well.\n"
    "The engineer returned to his house on 3 May 1987.\n"
    "The city closed the library on Sunday.\n";

class Check : public Program {
 protected:
  void texts(const std::string& english) const {
    file("ar.txt", kArabic);
    file("en.txt", english);
  }
  [[nodiscard]] static std::string replaced(const std::string& from, const std::string& to) {
    std::string text = kEnglish;
    return text.replace(text.find(from), from.size(), to);
  }
  [[nodiscard]] json report(std::vector<std::string> options = {}) const {
    options.insert(options.begin(), {"check", "--format", "json", "ar.txt", "en.txt"});
    return json::parse(run(options).out);
  }
};

TEST_F(Check, SaysNothingOfACompleteTranslation) {
  texts(kEnglish);
  const Outcome outcome = run({"check", "ar.txt", "en.txt"});
  EXPECT_EQ(outcome.code, 0) << outcome.out;
  EXPECT_EQ(outcome.err, "");
  EXPECT_THAT(outcome.out, testing::StartsWith("0 errors, 0 warnings; coverage ar "));
}

TEST_F(Check, FindsASentenceThatWasLeftOut) {
  texts(replaced("Then the gardener watered the old lemon trees with water from the deep well.\n",
                 ""));
  EXPECT_EQ(run({"check", "ar.txt", "en.txt"}).code, 1);
  const json said = report();
  ASSERT_EQ(said["findings"].size(), 1U);
  const json& finding = said["findings"][0];
  EXPECT_EQ(finding["rule"], "omission");
  EXPECT_EQ(finding["mqm"], "Accuracy/Omission");
  EXPECT_EQ(finding["severity"], "error");
  EXPECT_EQ(finding["line"], 3);
  const std::size_t start = finding["ar"][0]["start"];
  EXPECT_EQ(std::string(kArabic).substr(start, 4), "ثم");
  EXPECT_TRUE(finding["en"].empty());
  EXPECT_LT(said["coverage"]["ar"]["high"], 0.95);
  EXPECT_EQ(said["alignment"]["beads"].size(), 5U);
}

TEST_F(Check, SaysThatCoverageIsTheReason) {
  texts(replaced("Then the gardener watered the old lemon trees with water from the deep well.\n",
                 ""));
  const Outcome outcome =
      run({"check", "ar.txt", "en.txt", "--ignore", "omission", "--fail-under", "0.95"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("--fail-under 0.95: of the Arabic, 0."));
  EXPECT_THAT(outcome.err, Not(HasSubstr("of the English")));
}

TEST_F(Check, TakesDecisions) {
  texts(kEnglish);
  file("d.json", R"({"muwazi": "decisions", "version": 1, "decisions": []})");
  EXPECT_EQ(run({"check", "ar.txt", "en.txt", "--apply", "d.json"}).code, 0);
  file("d.json", R"({"muwazi": "decisions", "version": 1, "decisions": [{"verdict": "right"}]})");
  const Outcome outcome = run({"check", "ar.txt", "en.txt", "--apply", "d.json"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("decision 1 has no \"ar\""));
}

TEST_F(Check, GivesNoCoverageOfTextsThatDoNotTranslateEachOther) {
  file("ar.txt", "نزل المطر على المدينة القديمة. خرج الأولاد إلى الشارع.\n");
  file("en.txt", "Parliament rejected the tax reform. The price of chips fell.\n");
  const Outcome outcome = run({"check", "ar.txt", "en.txt"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.out, HasSubstr("not a translation of each other"));
  EXPECT_THAT(outcome.out, testing::EndsWith("1 error, 0 warnings\n"));
}

TEST_F(Check, FailsWhereThereIsNothingToCompare) {
  file("empty.txt", "");
  file("french.txt", "Bonjour tout le monde. La ville est belle et les gens sont gentils.\n");
  file("empty.tsv", "");
  for (const std::vector<std::string>& inputs : std::vector<std::vector<std::string>>{
           {"empty.txt"}, {"french.txt"}, {"empty.txt", "empty.txt"}, {"--pairs", "empty.tsv"}}) {
    std::vector<std::string> arguments = {"check"};
    arguments.insert(arguments.end(), inputs.begin(), inputs.end());
    const Outcome outcome = run(arguments);
    EXPECT_EQ(outcome.code, 1) << inputs.back();
    EXPECT_EQ(outcome.out,
              inputs.back() +
                  ":1: error: omission 1.00: there is neither Arabic nor English text\n"
                  "1 error, 0 warnings\n");
    std::vector<std::string> numbers = arguments;
    numbers.insert(numbers.end(), {"--only", "number"});
    EXPECT_EQ(run(numbers).code, 1);
    EXPECT_EQ(run(numbers).out, outcome.out);
    for (const char* format : {"json", "junit", "sarif", "html", "tsv"}) {
      std::vector<std::string> others = arguments;
      others.insert(others.end(), {"--format", format});
      EXPECT_EQ(run(others).code, 1) << format;
    }
  }
}

TEST_F(Check, SaysThatATextWasGivenTwice) {
  file("page.txt", std::string(kEnglish) + "\n" + kArabic);
  EXPECT_THAT(run({"check", "page.txt", "page.txt"}).err,
              HasSubstr("both documents are the same text"));
}

TEST_F(Check, FindsANumberAndADateThatChanged) {
  std::string text = replaced("Twenty-five", "Twenty-seven");
  texts(text.replace(text.find("1987"), 4, "1978"));
  const json said = report();
  ASSERT_EQ(said["findings"].size(), 2U) << said["findings"];
  EXPECT_EQ(said["findings"][0]["rule"], "number");
  EXPECT_EQ(said["findings"][1]["rule"], "date");
  EXPECT_EQ(said["findings"][1]["severity"], "error");
}

TEST_F(Check, ReportsOnlyTheRulesAndSeveritiesThatAreWanted) {
  texts(replaced("3 May 1987", "3 May 1978"));
  EXPECT_EQ(run({"check", "--only", "number", "ar.txt", "en.txt"}).code, 0);
  EXPECT_EQ(run({"check", "--ignore", "number, date", "ar.txt", "en.txt"}).code, 0);
  EXPECT_EQ(run({"check", "--only", "date", "ar.txt", "en.txt"}).code, 1);
  EXPECT_EQ(run({"check", "--severity", "error", "ar.txt", "en.txt"}).code, 1);
  const Outcome unknown = run({"check", "--only", "nomber", "ar.txt", "en.txt"});
  EXPECT_EQ(unknown.code, 2);
  EXPECT_THAT(unknown.err, HasSubstr("number"));
}

TEST_F(Check, TellsOfTextsThatDoNotPairWhateverRulesAreWanted) {
  file("ar.txt", kArabic);
  file("en.txt", "");
  EXPECT_EQ(run({"check", "--only", "number", "ar.txt", "en.txt"}).code, 1);
  EXPECT_EQ(run({"check", "--ignore", "omission", "ar.txt", "en.txt"}).code, 1);
}

TEST_F(Check, LeavesOutWhatABaselineHasThoughOtherLinesChanged) {
  texts(replaced("3 May 1987", "3 May 1978"));
  const Outcome first = run({"check", "--format", "json", "ar.txt", "en.txt"});
  EXPECT_EQ(first.code, 1);
  file("baseline.json", first.out);
  file("ar.txt", "نعم، هذا صحيح.\n" + std::string(kArabic));
  file("en.txt", "Yes, that is right.\n" + replaced("3 May 1987", "3 May 1978"));
  const Outcome again = run({"check", "--baseline", "baseline.json", "ar.txt", "en.txt"});
  EXPECT_EQ(again.code, 0) << again.out;
  EXPECT_THAT(again.out, HasSubstr("1 accepted or suppressed"));
  file("baseline.json", "[]");
  EXPECT_EQ(run({"check", "--baseline", "baseline.json", "ar.txt", "en.txt"}).code, 2);
}

TEST_F(Check, KeepsABaselineFromBeingReplacedByWhatIsNew) {
  texts(replaced("3 May 1987", "3 May 1978"));
  file("baseline.json", run({"check", "--format", "json", "ar.txt", "en.txt"}).out);
  const Outcome outcome =
      run({"check", "--baseline", "baseline.json", "-o", "baseline.json", "ar.txt", "en.txt"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("baseline.json is an input too"));
}

TEST_F(Check, SaysThatNoRuleIsLeft) {
  texts(kEnglish);
  const Outcome outcome =
      run({"check", "--only", "number,date", "--ignore", "date, number", "ar.txt", "en.txt"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("leave no rule"));
}

TEST_F(Check, NamesTheFileThatHasTheSpot) {
  texts(kEnglish);
  EXPECT_THAT(run({"check", "ar.txt", "en.txt"}).out, Not(HasSubstr(".txt:")));
  file("en.txt", replaced("The engineer returned", "The engineer (returned"));
  const std::string arabic =
      std::string(kArabic).replace(std::string(kArabic).find("المهندس"), 14, "(المهندس)");
  file("ar.txt", "\n" + arabic);
  EXPECT_THAT(run({"check", "ar.txt", "en.txt"}).out,
              testing::StartsWith("en.txt:4: warning: punctuation"));
}

TEST_F(Check, LeavesOutWhatASuppressionFileNames) {
  texts(replaced("3 May 1987", "3 May 1978"));
  file("known.txt", "# the translator knows better\ndate The engineer returned\n");
  EXPECT_EQ(run({"check", "--suppress", "known.txt", "ar.txt", "en.txt"}).code, 0);
  file("known.txt", "* عاد المهندس\n");
  EXPECT_EQ(run({"check", "--suppress", "known.txt", "ar.txt", "en.txt"}).code, 0);
  file("known.txt", "\xEF\xBB\xBF* عاد المهندس\n");
  EXPECT_EQ(run({"check", "--suppress", "known.txt", "ar.txt", "en.txt"}).code, 0);
  file("known.txt", "number The engineer returned\n");
  EXPECT_EQ(run({"check", "--suppress", "known.txt", "ar.txt", "en.txt"}).code, 1);
  file("known.txt", "dates The engineer returned\n");
  const Outcome wrong = run({"check", "--suppress", "known.txt", "ar.txt", "en.txt"});
  EXPECT_EQ(wrong.code, 2);
  EXPECT_THAT(wrong.err, HasSubstr("known.txt:1"));
}

TEST_F(Check, FailsUnderTheCoverageThatIsAskedFor) {
  texts(kEnglish);
  EXPECT_EQ(run({"check", "--fail-under", "0.9", "ar.txt", "en.txt"}).code, 0);
  texts(replaced("Then the gardener watered the old lemon trees with water from the deep well.\n",
                 ""));
  EXPECT_EQ(run({"check", "--ignore", "omission", "--fail-under", "0.95", "ar.txt", "en.txt"}).code,
            1);
  EXPECT_EQ(run({"check", "--ignore", "omission", "--fail-under", "0.5", "ar.txt", "en.txt"}).code,
            0);
  EXPECT_EQ(run({"check", "--fail-under", "95", "ar.txt", "en.txt"}).code, 2);
}

TEST_F(Check, SaysOnceThatTextsAreNoTranslations) {
  file("ar.txt", kArabic);
  file("en.txt",
       "Prices of copper fell for a third week in London.\nShares in mining firms lost ground.\n"
       "Analysts blame weak demand from factories.\nThe bank keeps its forecast.\n");
  const json said = report();
  ASSERT_EQ(said["findings"].size(), 1U);
  EXPECT_THAT(said["findings"][0]["message"].get<std::string>(),
              HasSubstr("not a translation of each other"));
  EXPECT_TRUE(said["coverage"]["ar"].is_null() && said["coverage"]["en"].is_null());
  EXPECT_THAT(run({"check", "--fail-under", "0.5", "ar.txt", "en.txt"}).err,
              HasSubstr("--fail-under 0.5: nothing has a counterpart"));
}

TEST_F(Check, ListsEveryRule) {
  const Outcome outcome = run({"check", "--rules"});
  EXPECT_EQ(outcome.code, 0);
  for (const char* rule :
       {"omission", "addition", "number", "date", "name", "unit", "link", "placeholder",
        "untranslated", "consistency", "length", "order", "duplicate", "punctuation"}) {
    EXPECT_THAT(outcome.out, HasSubstr(std::string(rule) + "  "));
  }
}

TEST_F(Check, MarksTheSpotInTextAndHasALineAFindingInTsv) {
  texts(replaced("3 May 1987", "3 May 1978"));
  const Outcome text = run({"check", "ar.txt", "en.txt"});
  EXPECT_THAT(text.out,
              testing::StartsWith("ar.txt:4: error: date 0.97: the Arabic has 3 مايو 1987, "
                                  "the English 3 May 1978 (en.txt:4)\n"));
  EXPECT_THAT(text.out, HasSubstr("    The engineer returned to his house on ⟦3 May 1978⟧.\n"));
  const Outcome tsv = run({"check", "--format", "tsv", "ar.txt", "en.txt"});
  EXPECT_EQ(std::count(tsv.out.begin(), tsv.out.end(), '\n'), 2) << tsv.out;
  EXPECT_THAT(tsv.out,
              HasSubstr("\nar.txt\t4\terror\tdate\tAccuracy/Mistranslation/Date-time\t0.97\t"));
  EXPECT_THAT(tsv.out, testing::EndsWith("\ten.txt\t4\n"));
  EXPECT_EQ(report()["findings"][0]["other"], (json{{"file", "en.txt"}, {"line", 4}}));
}

TEST_F(Check, GivesTheSameBytesEachTime) {
  texts(replaced("3 May 1987", "3 May 1978"));
  for (const char* format : {"text", "json", "junit", "sarif", "html", "tsv"}) {
    const std::vector<std::string> arguments = {"check", "--format", format, "ar.txt", "en.txt"};
    EXPECT_EQ(run(arguments).out, run(arguments).out);
  }
}

TEST_F(Check, SaysThatAPassageWasLeftInTheOtherLanguage) {
  texts(replaced("Then the gardener watered the old lemon trees with water from the deep well.",
                 "ثم سقى البستاني أشجار الليمون القديمة بماء البئر العميقة."));
  const json said = report();
  ASSERT_EQ(said["findings"].size(), 1U) << said["findings"];
  EXPECT_EQ(said["findings"][0]["rule"], "untranslated");
  EXPECT_FALSE(said["findings"][0]["en"].empty());
}

TEST_F(Check, SaysOfASentenceOfAPageThatItWasLeftInArabic) {
  const std::string sentence = "ثم سقى البستاني أشجار الليمون القديمة بماء البئر العميقة.";
  file("page.txt",
       std::string(kArabic) + "\n" +
           replaced("Then the gardener watered the old lemon trees with water from the deep well.",
                    sentence));
  const json found = json::parse(run({"check", "--format", "json", "page.txt"}).out)["findings"];
  ASSERT_EQ(found.size(), 1U) << found;
  EXPECT_EQ(found[0]["rule"], "untranslated");
  EXPECT_EQ(found[0]["message"], "left in Arabic");
  EXPECT_EQ(found[0]["line"], 9);
}

TEST_F(Check, SaysOfASentenceThatStandsTwiceAndIsNotTranslatedThatItWasLeftOut) {
  const std::string sentence = "ثم سقى البستاني أشجار الليمون القديمة بماء البئر العميقة.\n";
  file("ar.txt", kArabic + sentence);
  file("en.txt", replaced("Then the gardener watered the old lemon trees with water from the deep "
                          "well.\n",
                          ""));
  const json found = report()["findings"];
  ASSERT_EQ(found.size(), 2U) << found;
  for (const json& finding : found) EXPECT_EQ(finding["rule"], "omission");
}

class CheckPairs : public Check {
 protected:
  [[nodiscard]] json findings(const std::string& name) const {
    const Outcome outcome = run({"check", "--format", "json", "--pairs", name});
    EXPECT_EQ(outcome.code, 1) << outcome.err;
    return json::parse(outcome.out)["findings"];
  }
};

TEST_F(CheckPairs, ReadsColumns) {
  file("pairs.tsv",
       "trg_text\tsrc_text\n"
       "The guard opened the gate of the garden before sunrise.\tفتح الحارس بوابة الحديقة قبل شروق "
       "الشمس.\n"
       "Twenty-seven workers came in carrying their tools.\tدخل خمسة وعشرون عاملا وهم يحملون "
       "أدواتهم.\n"
       "Prices of copper fell again.\tسقى البستاني أشجار الليمون بماء البئر.\n"
       "The city closed the library on Sunday.\tأغلقت المدينة المكتبة يوم الأحد.\n");
  const json found = findings("pairs.tsv");
  ASSERT_EQ(found.size(), 2U) << found;
  EXPECT_EQ(found[0]["rule"], "number");
  EXPECT_EQ(found[0]["line"], 3);
  EXPECT_EQ(found[1]["line"], 4);
  EXPECT_THAT(found[1]["message"].get<std::string>(), HasSubstr("not a translation"));
}

TEST_F(CheckPairs, ReadsColumnsFromStandardInput) {
  file("pairs.tsv",
       "دخل خمسة وعشرون عاملا وهم يحملون أدواتهم.\tTwenty-seven workers came in carrying their "
       "tools.\n");
  const Outcome outcome = run({"check", "--pairs", "-"}, "cat pairs.tsv");
  EXPECT_EQ(outcome.code, 1) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("number"));
}

TEST_F(CheckPairs, ReadsTablesOfSpreadsheets) {
  file("pairs.csv",
       "\xEF\xBB\xBFid,Arabic,English\r\n"
       "1,\"فتح الحارس بوابة الحديقة، ثم نام.\",\"The guard opened the gate of the garden, then "
       "slept.\"\r\n"
       "2,\"دخل خمسة وعشرون عاملا\nوهم يحملون أدواتهم.\",Twenty-seven workers came in carrying "
       "their "
       "tools.\r\n"
       "3,زرع البستاني شجرتين.,\r\n");
  const json found = findings("pairs.csv");
  ASSERT_EQ(found.size(), 2U) << found;
  EXPECT_EQ(found[0]["rule"], "number");
  EXPECT_EQ(found[0]["line"], 3);
  EXPECT_EQ(found[1]["message"], "not translated");
  EXPECT_EQ(found[1]["line"], 5);
}

TEST_F(CheckPairs, ReadsTranslationMemories) {
  file("memory.tmx", R"(<?xml version="1.0"?>
<tmx version="1.4"><header/><body>
<tu><tuv xml:lang="en"><seg>The baker sold <ph x="1">&lt;b&gt;</ph> 52 loaves.</seg></tuv>
    <tuv xml:lang="ar"><seg>باع الخباز <ph x="1">&lt;b&gt;</ph> 25 رغيفا.</seg></tuv></tu>
<tu><tuv xml:lang="en-GB"><seg>The city closed the library on Sunday.</seg></tuv>
    <tuv xml:lang="ar"><seg>أغلقت المدينة المكتبة يوم الأحد.</seg></tuv></tu>
</body></tmx>
)");
  const json found = findings("memory.tmx");
  ASSERT_EQ(found.size(), 1U) << found;
  EXPECT_EQ(found[0]["rule"], "number");
  EXPECT_EQ(found[0]["line"], 3);
}

TEST_F(CheckPairs, ReadsBothVersionsOfXliff) {
  file("one.xlf", R"(<xliff version="1.2"><file source-language="ar"><body>
<trans-unit id="1"><source>حذف البرنامج <x id="1"/> من الملفات القديمة.</source>
<target>The program deleted some of the old files.</target></trans-unit>
</body></file></xliff>)");
  json found = findings("one.xlf");
  ASSERT_EQ(found.size(), 1U) << found;
  EXPECT_EQ(found[0]["rule"], "placeholder");
  EXPECT_EQ(found[0]["line"], 2);
  file("two.xlf", R"(<xliff version="2.0"><file id="f"><unit id="1"><segment>
<source>أغلقت المدينة المكتبة يوم الأحد.</source></segment></unit></file></xliff>)");
  found = findings("two.xlf");
  ASSERT_EQ(found.size(), 1U) << found;
  EXPECT_EQ(found[0]["message"], "not translated");
}

TEST_F(CheckPairs, TellsOfEveryRowWithAnEmptySide) {
  file("pairs.tsv",
       "أغلق النافذة قبل المطر.\tClose the window before the rain.\n\tSettings\n"
       "\tThe file is missing\nإلغاء الأمر\t\n\u200F\tOpen\n");
  const json found = findings("pairs.tsv");
  ASSERT_EQ(found.size(), 4U) << found;
  EXPECT_EQ(found[0]["message"], "there is no Arabic text");
  EXPECT_EQ(found[0]["line"], 2);
  EXPECT_EQ(found[2]["message"], "not translated");
  for (const json& finding : found) EXPECT_EQ(finding["severity"], "error");
}

TEST_F(CheckPairs, SaysWhereAFileIsWrong) {
  file("bad.tmx", "<tmx><body>\n<tu></body></tmx>");
  const Outcome bad = run({"check", "--pairs", "bad.tmx"});
  EXPECT_EQ(bad.code, 2);
  EXPECT_THAT(bad.err, HasSubstr("bad.tmx:2"));
  file("bad.tsv", "no tab\n");
  EXPECT_EQ(run({"check", "--pairs", "bad.tsv"}).code, 2);
  file("bad.csv", "no comma\n");
  EXPECT_EQ(run({"check", "--pairs", "bad.csv"}).code, 2);
  EXPECT_THAT(run({"check", "--pairs", "bad.docx"}).err, HasSubstr(".tsv, .csv, .tmx or .xlf"));
}

TEST_F(Check, EndsWithTwoOnWrongUsage) {
  texts(kEnglish);
  EXPECT_EQ(run({"check"}).code, 2);
  EXPECT_EQ(run({"check", "none.txt"}).code, 2);
  EXPECT_EQ(run({"check", "--format", "html5", "ar.txt", "en.txt"}).code, 2);
}

}  // namespace
}  // namespace muwazi
