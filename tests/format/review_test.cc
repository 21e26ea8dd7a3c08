// The page's data; what a browser makes of it is tested in tests/review.
#include "muwazi/format/review.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "format/sample.h"

namespace muwazi {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

json data_of(const std::string& page) {
  const std::string open = R"(<script type="application/json" id="data">)";
  const std::size_t begin = page.find(open) + open.size();
  return json::parse(page.substr(begin, page.find("</script>", begin) - begin));
}

TEST(Review, HoldsTheSentencesAndBeads) {
  const Sample s = sample();
  const json data = data_of(write_review(s.bitext, s.texts()));
  EXPECT_EQ(data["id"], "harbour");
  EXPECT_EQ(data["ar"]["texts"].size(), 4U);
  EXPECT_EQ(data["en"]["texts"][3], "The owner\tsaid \"nothing\".");
  EXPECT_EQ(data["en"]["keys"][4], sentence_key("It will be back in May."));
  EXPECT_EQ(data["beads"], json::parse("[[1,1,0.9877],[1,2,0.81],[1,0,0.9],[0,1,0.4],[1,1,1.0]]"));
  EXPECT_EQ(data["coverage"]["ar"], 0.88);
  EXPECT_EQ(data["unsure"], 0.9);
}

TEST(Review, HasAKeyOfItsSentencesAndBeads) {
  Sample s = sample();
  const auto key = [&] { return data_of(write_review(s.bitext, s.texts()))["key"]; };
  const json first = key();
  EXPECT_EQ(first.get<std::string>().size(), 16U);
  s.bitext.coverage.arabic = 0.5;
  EXPECT_EQ(key(), first);
  s.bitext.beads[1].posterior = 0.5F;
  EXPECT_NE(key(), first);
}

TEST(Review, PairsValuesAndNamesInUtf16Units) {
  Sample s;
  s.add(s.bitext.arabic, "\U00010900 زارت سلمى لندن ٢٥ مرة.");
  s.add(s.bitext.english, "\U00010900 So Salma visited London 25 times.");
  s.bitext.beads = {{{0, 1}, {0, 1}, 1.0F}};
  s.bitext.explanations.resize(1);
  s.bitext.explanations[0].names = {{"لندن", "London", 0.5F},
                                    {"سلمى", "Salma", 0.5F},
                                    {"زارت", "visited", 0.5F},   // no name
                                    {"مرة", "Absent", 0.5F},     // not there
                                    {"سلمى", "London", 0.25F}};  // each once
  const json data = data_of(write_review(s.bitext, s.texts()));
  EXPECT_EQ(data["pairs"], json::parse("[[0,8,12,0,6,11],[0,13,17,0,20,26],[0,18,20,0,27,29]]"));
}

TEST(Review, PlacesFindingsInTheirSentences) {
  const Sample s = sample();
  const std::size_t tons = s.text.find("12 tons"), late = s.text.find("two days late");
  Finding finding;
  finding.rule = Rule::number;
  finding.severity = Severity::error;
  finding.probability = 0.75F;
  finding.bead = 1;
  finding.english = {{tons, tons + 2},
                     {tons, late + 3}};  // the second reaches into the next sentence
  finding.message = "12 < 13";
  const std::vector<Finding> findings = {finding};
  ReviewOptions options;
  options.findings = findings;
  const std::string page = write_review(s.bitext, s.texts(), options);
  const json found = data_of(page)["findings"][0];
  EXPECT_EQ(found["rule"], "number");
  EXPECT_EQ(found["severity"], "error");
  EXPECT_EQ(found["probability"], 0.75);
  EXPECT_EQ(found["message"], "12 < 13");
  EXPECT_EQ(found["en"], json::parse("[[1,11,13],[1,11,28],[2,0,14]]"));
  EXPECT_EQ(found["ar"], json::array());
}

TEST(Review, NoTextEndsTheScriptItStandsIn) {
  Sample s;
  s.bitext.id = "</title><script>x</script>";
  s.add(s.bitext.arabic, "</script><script>alert(1)</script><!--");
  s.add(s.bitext.english, std::string_view("NUL \0 and \u2028 {{data}}", 22));
  s.bitext.beads = {{{0, 1}, {0, 1}, 1.0F}};
  const std::string page = write_review(s.bitext, s.texts());
  EXPECT_THAT(page, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(page, Not(HasSubstr("<script>x")));
  EXPECT_EQ(page.find('\0'), std::string::npos);
  EXPECT_EQ(data_of(page)["ar"]["texts"][0], "</script><script>alert(1)</script><!--");
  EXPECT_EQ(data_of(page)["id"], "</title><script>x</script>");
}

TEST(Review, NamesNoOtherPlace) {
  const Sample s = sample();
  const std::string page = write_review(s.bitext, s.texts());
  for (const char* address : {"http:", "https:", "//www", " src=", "@import"}) {
    EXPECT_THAT(page, Not(HasSubstr(address)));
  }
  EXPECT_EQ(page, write(s.bitext, s.texts(), Format::html));
}

TEST(Review, OfNothingIsAPage) {
  const json data = data_of(write_review({}, {}));
  EXPECT_EQ(data["beads"], json::array());
}

}  // namespace
}  // namespace muwazi
