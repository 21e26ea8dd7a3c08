// What the program says about itself, and to those who mistype.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "cli/program.h"

namespace muwazi {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class Usage : public Program {};

/// The names in the list of `muwazi --help`.
std::vector<std::string> listed_commands(const std::string& help) {
  std::vector<std::string> names;
  std::istringstream lines(help);
  for (std::string line; std::getline(lines, line);) {
    std::string name;
    std::istringstream(line) >> name;
    if (line.starts_with("  ") && name != "muwazi") names.push_back(name);
  }
  return names;
}

void expect_a_screen(const std::string& text, int most_lines = 24) {
  EXPECT_LE(std::count(text.begin(), text.end(), '\n'), most_lines) << text;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 80U) << line;
}

TEST_F(Usage, HelpOfEveryCommandFitsAScreenAndGoesToStandardOutput) {
  const Outcome help = run({"--help"});
  EXPECT_EQ(help.code, 0);
  EXPECT_EQ(help.err, "");
  expect_a_screen(help.out);
  const std::vector<std::string> names = listed_commands(help.out);
  EXPECT_THAT(names, testing::IsSupersetOf({"align", "segment", "score"}));
  for (const std::string& name : names) {
    const Outcome one = run({name, "--help"});
    EXPECT_EQ(one.code, 0) << name;
    EXPECT_EQ(one.err, "") << name;
    EXPECT_THAT(one.out, AllOf(StartsWith("usage: muwazi " + name), HasSubstr("--help")));
    // align has two modes, check many ways to choose what it says
    expect_a_screen(one.out, name == "align" || name == "check" ? 40 : 24);
    EXPECT_EQ(run({"help", name}).out, one.out);
  }
}

TEST_F(Usage, AlignHelpNamesEveryOption) {
  const std::string help = run({"align", "--help"}).out;
  for (const char* option : {"--segmented", "--output", "--format", "--model", "--encoding",
                             "--min-confidence", "--quiet", "--explain", "--omissions",
                             "--granularity", "-o", "-q", "text, tsv, json, beads, html", "--apply",
                             "--jsonl", "--list", "--resume", "-j", "--max-document"}) {
    EXPECT_THAT(help, HasSubstr(option));
  }
}

TEST_F(Usage, VersionIsOneLine) {
  const Outcome version = run({"--version"});
  EXPECT_EQ(version.code, 0);
  EXPECT_THAT(version.out, testing::MatchesRegex("muwazi [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

struct Mistake {
  const char* name;
  std::vector<std::string> arguments;
  const char* said;
};
class Mistakes : public Program, public testing::WithParamInterface<Mistake> {};

TEST_P(Mistakes, AreToldInTwoLinesAndExitWith2) {
  file("a.txt", "One.\n");
  const Outcome outcome = run(GetParam().arguments);
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, AllOf(StartsWith("muwazi: "), HasSubstr(GetParam().said)));
  EXPECT_LE(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 2) << outcome.err;
}

INSTANTIATE_TEST_SUITE_P(
    All, Mistakes,
    testing::Values(
        Mistake{"nothing", {}, "no command given"},
        Mistake{"command", {"aling"}, "no command aling; did you mean align?"},
        Mistake{"far_command", {"translate"}, "no command translate\n"},
        Mistake{"program_option", {"--versoin"}, "no option --versoin; did you mean --version?"},
        Mistake{"option", {"align", "--fromat", "tsv", "a.txt"}, "did you mean --format?"},
        Mistake{
            "abbreviation", {"align", "--min", "0.5", "a.txt"}, "did you mean --min-confidence?"},
        Mistake{"option_with_value", {"align", "--modle=x", "a.txt"}, "did you mean --model?"},
        Mistake{"far_option", {"align", "--purple", "a.txt"}, "no option --purple\n"},
        Mistake{"short_option", {"align", "-z", "a.txt"}, "no option -z"},
        Mistake{"choice", {"align", "--format", "jsno", "a.txt"}, "did you mean json?"},
        Mistake{"no_value", {"align", "a.txt", "-o"}, "--output"},
        Mistake{"no_number", {"align", "--min-confidence", "high", "a.txt"}, "--min-confidence"},
        Mistake{
            "number_too_large", {"align", "--min-confidence", "1.5", "a.txt"}, "between 0 and 1"},
        Mistake{"not_a_number", {"align", "--min-confidence", "nan", "a.txt"}, "between 0 and 1"},
        Mistake{"twice", {"align", "-o", "x", "-o", "y", "a.txt"}, "--output"},
        Mistake{"no_file", {"align"}, "no file given"},
        Mistake{"three_files", {"align", "a.txt", "b", "c"}, "one too many: c"},
        Mistake{"stdin_twice", {"align", "-", "-"}, "standard input"},
        Mistake{"segmented_page", {"align", "--segmented", "a.txt"}, "two files"},
        Mistake{"segmented_fine",
                {"align", "--segmented", "--granularity", "fine", "a.txt", "b.txt"},
                "lines as they are"},
        Mistake{"paragraphs_fine",
                {"align", "--by", "paragraph", "--granularity", "fine", "a.txt"},
                "paragraphs whole"},
        Mistake{"paragraphs_locked",
                {"align", "--by", "paragraph", "--lock-paragraphs", "a.txt"},
                "does not go with --by"},
        Mistake{"fixed_french", {"align", "--fixed", "fr", "a.txt"}, "ar|en"},
        Mistake{"explain_tsv", {"align", "--explain", "--format", "tsv", "a.txt"}, "text and json"},
        Mistake{"omissions", {"align", "--omissions", "some", "a.txt"}, "never|rare|common"},
        Mistake{"two_streams", {"align", "--jsonl", "--list", "a.txt"}, "not both"},
        Mistake{"two_jsonl", {"align", "--jsonl", "a.txt", "b"}, "one too many: b"},
        Mistake{"list_and_file", {"align", "--list", "a.txt", "b"}, "leave b out"},
        Mistake{"jsonl_format", {"align", "--jsonl", "--format", "tsv"}, "json only"},
        Mistake{"jsonl_ending", {"align", "--jsonl", "-o", "x.tsv"}, "json only"},
        Mistake{"jsonl_segmented", {"align", "--jsonl", "--segmented"}, "arrays of sentences"},
        Mistake{"jsonl_encoding", {"align", "--jsonl", "--encoding", "cp1256"}, "JSON is UTF-8"},
        Mistake{"jsonl_onto_itself",
                {"align", "--jsonl", "a.txt", "-o", "a.txt", "--format", "json"},
                "is an input too"},
        Mistake{"resume_itself",
                {"align", "--list", "a.txt", "--resume", "a.txt", "--format", "json"},
                "is an input too"},
        Mistake{"resume_and_output", {"align", "--jsonl", "--resume", "x", "-o", "y"}, "--output"},
        Mistake{"jobs", {"align", "--jsonl", "-j", "-1"}, "between 0 and 256"},
        Mistake{"size", {"align", "--jsonl", "--max-document", "5X"}, "such as 500K"},
        Mistake{"no_size", {"align", "--jsonl", "--max-document", "0"}, "such as 500K"},
        Mistake{"huge_size", {"align", "--jsonl", "--max-document", "9000000000G"}, "such as 500K"},
        Mistake{"jobs_of_a_page", {"align", "-j", "2", "a.txt"}, "--jsonl and --list"},
        Mistake{"resume_of_a_page", {"align", "--resume", "x", "a.txt"}, "--jsonl and --list"},
        Mistake{"jsonl_apply", {"align", "--jsonl", "--apply", "d.json"}, "one document"},
        Mistake{"apply_onto_itself", {"align", "--apply", "a.txt", "b", "-o", "a.txt"}, "an input"},
        Mistake{"apply_stdin_twice", {"align", "--apply", "-", "-"}, "standard input"},
        Mistake{
            "apply_no_decisions", {"align", "--apply", "a.txt", "a.txt"}, "a.txt: byte 0: no JSON"},
        Mistake{"view_nothing", {"view"}, "no file given"},
        Mistake{"view_onto_itself", {"view", "a.txt", "-o", "a.txt"}, "an input too"},
        Mistake{"view_number", {"view", "--min-confidence", "2", "a.txt"}, "between 0 and 1"},
        Mistake{"segment_nothing", {"segment"}, "no file given"},
        Mistake{"segment_language", {"segment", "--language", "fr", "a.txt"}, "ar|en|auto"},
        Mistake{"score_one", {"score", "a.txt"}, "a file is missing"},
        Mistake{"score_mixed", {"score", "a.txt", "."}, "two of a kind"},
        Mistake{"score_folder", {"score", ".", "a.txt"}, "no folder"},
        Mistake{"corpus_no_prefix", {"corpus", "a.jsonl"}, "-o PREFIX"},
        Mistake{"corpus_confidence",
                {"corpus", "a.jsonl", "-o", "x", "--min-confidence", "2"},
                "--min-confidence 2: it is between 0 and 1"},
        Mistake{"corpus_allow",
                {"corpus", "a.jsonl", "-o", "x", "--allow", "null"},
                "--allow null: it is of shape, untranslated"},
        Mistake{"corpus_split",
                {"corpus", "a.jsonl", "-o", "x", "--split", "train"},
                "--split: \"train\": the share is a number above 0"},
        Mistake{"corpus_twice",
                {"corpus", "a.jsonl", "-o", "x", "--rejected", "x.tsv"},
                "x.tsv would be written twice"},
        Mistake{"mteval_nothing", {"mteval"}, "what? it is build or score"},
        Mistake{"mteval_other", {"mteval", "buld"}, "buld: it is build or score"},
        Mistake{"mteval_no_source", {"mteval", "build", "-o", "x"}, "neither --source nor --page"},
        Mistake{"mteval_no_folder", {"mteval", "build", "--source", "a.txt"}, "-o DIR"},
        Mistake{"mteval_no_name",
                {"mteval", "build", "--source", "a.txt", "--hypothesis", "a.txt", "-o", "x"},
                "it is NAME=FILE"},
        Mistake{"mteval_bad_name",
                {"mteval", "build", "--source", "a.txt", "--hypothesis", "../x=a.txt", "-o", "x"},
                "a name has letters"},
        Mistake{"mteval_too_few",
                {"mteval", "build", "--source", "a.txt", "--source", "b.txt", "--hypothesis",
                 "x=a.txt", "-o", "x"},
                "--hypothesis x is given for 1 document, and the source for 2 documents"},
        Mistake{"mteval_same_name",
                {"mteval", "build", "--source", "a.txt", "--source", "b/a.txt", "--hypothesis",
                 "x=a.txt", "-o", "x"},
                "two documents are called a"},
        Mistake{"mteval_page_and_source",
                {"mteval", "build", "--source", "a.txt", "--page", "a.txt", "--hypothesis",
                 "x=a.txt", "-o", "x"},
                "leave --source and --reference out"},
        Mistake{"mteval_score_nothing", {"mteval", "score"}, "no file given"},
        Mistake{"mteval_score_samples", {"mteval", "score", "--samples", "0", "x"}, "1 or more"},
        Mistake{"control_characters", {"align", "--\x1B[31m"}, "no option --"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST_F(Usage, MessagesCarryNoControlCharacters) {
  EXPECT_THAT(run({"align", "x\x1B[31m"}).err, Not(HasSubstr("\x1B")));
}

}  // namespace
}  // namespace muwazi
