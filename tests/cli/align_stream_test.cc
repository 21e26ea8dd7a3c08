// muwazi align --jsonl and --list: a record a line for each line of the input.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/stream_input.h"

namespace muwazi {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::Not;
using testing::StartsWith;

class Jsonl : public StreamProgram {};

std::string last_line(const std::string& text) {
  const std::size_t end = text.size() - 1;
  return text.substr(text.rfind('\n', end - 1) + 1);
}

TEST_F(Jsonl, WritesARecordForEachDocumentInOrder) {
  file("in.jsonl", document_lines(7));
  const Outcome outcome = run({"align", "--jsonl", "in.jsonl"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.err, MatchesRegex("muwazi: 7 documents, 0 errors, [0-9]+ pairs, "
                                        "[0-9]+ sentences a second\n"));
  const std::vector<json> records = records_of(outcome.out);
  ASSERT_EQ(records.size(), 7U);
  for (std::size_t k = 0; k < records.size(); ++k) {
    EXPECT_EQ(records[k]["id"], "d" + std::to_string(k));
    EXPECT_EQ(records[k]["beads"].size(), 2U) << records[k];
  }
  EXPECT_EQ(records[0]["layout"], "block");
  EXPECT_EQ(records[1]["layout"], "files");
}

TEST_F(Jsonl, WritesTheRecordThatAFileGives) {
  file("page.txt", std::string(kArabicText) + "\n" + kEnglishText);
  const json line = {{"id", "page"}, {"text", content(path("page.txt"))}};
  file("in.jsonl", line.dump());
  const std::string record = run({"align", "--format", "json", "page.txt"}).out;
  EXPECT_EQ(run({"align", "--jsonl", "in.jsonl"}).out, record);
  EXPECT_EQ(run({"align", "--jsonl"}, "cat in.jsonl").out, record);
  EXPECT_EQ(run({"align", "--jsonl", "-", "--format", "json"}, "gzip -c in.jsonl").out, record);
}

TEST_F(Jsonl, HearsTheOptionsOfASingleDocument) {
  file("page.txt", std::string(kArabicText) + "\n" + kEnglishText);
  const json line = {{"id", "page"}, {"text", content(path("page.txt"))}};
  file("in.jsonl", line.dump());
  const std::vector<std::string> more = {"--explain", "--omissions", "never", "--granularity",
                                         "fine"};
  std::vector<std::string> single = {"align", "--format", "json", "page.txt"},
                           stream = {"align", "--jsonl", "in.jsonl"};
  single.insert(single.end(), more.begin(), more.end());
  stream.insert(stream.end(), more.begin(), more.end());
  const std::string record = run(single).out;
  EXPECT_THAT(record, HasSubstr("\"explain\""));
  EXPECT_EQ(run(stream).out, record);
}

TEST_F(Jsonl, GivesTheSameBytesForAnyNumberOfThreads) {
  file("in.jsonl", document_lines(60) + "bad\n" + document_lines(20));
  const Outcome one = run({"align", "--jsonl", "-q", "in.jsonl"});
  EXPECT_EQ(one.code, 2);
  EXPECT_EQ(records_of(one.out).size(), 81U);
  for (const char* jobs : {"0", "2", "3", "16"}) {
    const Outcome more = run({"align", "--jsonl", "-q", "-j", jobs, "in.jsonl"});
    EXPECT_EQ(more.out, one.out) << jobs;
    EXPECT_EQ(more.err, one.err) << jobs;
  }
}

TEST_F(Jsonl, KeepsSentencesAsTheyAreGiven) {
  file("in.jsonl",
       R"({"id": 5, "ar": ["نعم. لا.", "", " ربما\n"], "en": ["Yes. No.", "", "Perhaps"]})");
  const json record = records_of(run({"align", "--jsonl", "in.jsonl"}).out).at(0);
  EXPECT_EQ(record["id"], 5);
  std::vector<std::string> arabic, english;
  for (const json& sentence : record["sentences"]["ar"]) arabic.push_back(sentence["text"]);
  for (const json& sentence : record["sentences"]["en"]) english.push_back(sentence["text"]);
  EXPECT_THAT(arabic, ElementsAre("نعم. لا.", "", " ربما\n"));
  EXPECT_THAT(english, ElementsAre("Yes. No.", "", "Perhaps"));
  EXPECT_EQ(record["sentences"]["en"][2]["start"], 10);  // a line feed between two sentences
  EXPECT_EQ(record["sentences"]["en"][2]["end"], 17);
}

TEST_F(Jsonl, KeepsTheNumbersOfSentencesInTheOtherLanguage) {
  file("in.jsonl",
       R"({"id": 1, "ar": ["Yes.", "I do not know."], "en": ["Yes.", "I do not know."]})");
  const json record = records_of(run({"align", "--jsonl", "in.jsonl"}).out).at(0);
  ASSERT_EQ(record["sentences"]["ar"].size(), 2U) << record;
  EXPECT_EQ(record["sentences"]["ar"][1]["text"], "I do not know.");
  EXPECT_EQ(record["sentences"]["en"].size(), 2U);
  EXPECT_THAT(std::string(record["notes"][0]), HasSubstr("hardly any Arabic"));
}

TEST_F(Jsonl, PutsAnErrorRecordInThePlaceOfABadLineAndGoesOn) {
  file("in.jsonl", document_line(1) + "{\"id\": \"bad\", \"text\": 5}\n\n{\"id\": 4\n\xFF\n" +
                       R"({"id": 7, "id": 7, "text": ""})" + "\n" + R"({"id": "\ud800"})" + "\n" +
                       std::string(1000, '[') + "\r\n" + document_line(2));
  const Outcome outcome = run({"align", "--jsonl", "in.jsonl"});
  EXPECT_EQ(outcome.code, 2);
  const std::vector<json> records = records_of(outcome.out);
  ASSERT_EQ(records.size(), 9U);
  const std::vector<std::pair<json, std::string>> errors = {
      {"bad", "malformed_document"}, {nullptr, "malformed_document"}, {4, "malformed_json"},
      {nullptr, "invalid_utf8"},     {7, "malformed_document"},       {nullptr, "malformed_json"},
      {nullptr, "malformed_json"}};
  for (std::size_t k = 0; k < errors.size(); ++k) {
    const json& record = records[k + 1];
    EXPECT_EQ(record["id"], errors[k].first) << record;
    EXPECT_EQ(record["error"]["code"], errors[k].second) << record;
    EXPECT_THAT(std::string(record["error"]["message"]),
                StartsWith("in.jsonl:" + std::to_string(k + 2) + ": "));
  }
  EXPECT_EQ(records[1]["error"]["offset"], 22);
  EXPECT_EQ(records[0]["id"], "d1");
  EXPECT_EQ(records[8]["id"], "d2");
  EXPECT_THAT(outcome.err, StartsWith("muwazi: in.jsonl:2: byte 22: no document: \"text\" is a "));
  EXPECT_THAT(last_line(outcome.err), StartsWith("muwazi: 9 documents, 7 errors, "));
  EXPECT_THAT(run({"align", "--jsonl", "-q", "in.jsonl"}).err, Not(HasSubstr("documents,")));
}

TEST_F(Jsonl, EndsLinesAtLineFeedsOnly) {
  const std::string line = "{\"id\": \"a\u2028b\", \"text\": \"x\u2028y\u0085z\"}";
  file("in.jsonl", line + "\r\n" + line);
  const Outcome outcome = run({"align", "--jsonl", "in.jsonl"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  const std::vector<json> records = records_of(outcome.out);
  ASSERT_EQ(records.size(), 2U);
  EXPECT_EQ(records[1]["id"], "a\u2028b");
}

TEST_F(Jsonl, TakesUtf8ByAnyOfItsNames) {
  for (const char* name : {"UTF-8", "utf-8", "utf8", "auto"})
    EXPECT_EQ(run({"align", "--jsonl", "--encoding", name}).code, 0) << name;
}

TEST_F(Jsonl, TakesAnEmptyStream) {
  const Outcome outcome = run({"align", "--jsonl"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, StartsWith("muwazi: 0 documents, 0 errors, 0 pairs, "));
}

TEST_F(Jsonl, PutsAnErrorRecordInThePlaceOfALineThatIsTooLong) {
  file("in.jsonl", document_line(0) + "{\"id\": \"long\", \"text\": \"" + std::string(5000, 'x') +
                       "\"}\n" + document_line(1));
  const Outcome outcome = run({"align", "--jsonl", "--max-document", "1K", "in.jsonl"});
  EXPECT_EQ(outcome.code, 2);
  const std::vector<json> records = records_of(outcome.out);
  ASSERT_EQ(records.size(), 3U);
  EXPECT_EQ(records[1]["id"], "long");
  EXPECT_EQ(records[1]["error"]["code"], "too_large");
  EXPECT_THAT(std::string(records[1]["error"]["message"]),
              HasSubstr("in.jsonl:2: too large: a line of more than 1024 bytes"));
  EXPECT_EQ(records[2]["id"], "d1");
  EXPECT_EQ(run({"align", "--jsonl", "--max-document", "2m", "in.jsonl"}).code, 0);
}

TEST_F(Jsonl, WritesAFileWholeOrNotAtAll) {
  file("in.jsonl", document_lines(3));
  file("out.jsonl", "before");
  ASSERT_EQ(run({"--version"}, "gzip -kc in.jsonl | head -c 100 >cut.gz").code, 0);
  const Outcome cut = run({"align", "--jsonl", "cut.gz", "-o", "out.jsonl"});
  EXPECT_EQ(cut.code, 2);
  EXPECT_THAT(cut.err, HasSubstr("cut.gz: the gzip data is damaged or cut off"));
  EXPECT_EQ(content(path("out.jsonl")), "before");
  const Outcome outcome = run({"align", "--jsonl", "in.jsonl", "-o", "out.jsonl"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(content(path("out.jsonl")), run({"align", "--jsonl", "in.jsonl"}).out);
}

TEST_F(Jsonl, SaysThatItsInputIsMissing) {
  const Outcome outcome = run({"align", "--jsonl", "absent.jsonl"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, HasSubstr("cannot read absent.jsonl: no such file"));
}

TEST_F(Jsonl, SaysThatItsReaderEndedWhereTheSignalIsIgnored) {
  file("in.jsonl", document_lines(300));
  const std::string program = MUWAZI_BINARY_DIR "/bin/muwazi align --jsonl -q";
  // Its input does not end: it must not wait for it.
  (void)run({"--version"},
            "{ trap '' PIPE; { cat in.jsonl; sleep 60 & echo $! >pid; "
            "wait; } | { " +
                program + "; echo $? >code; kill $(cat pid); } | head -1 >one; }");
  EXPECT_EQ(content(path("code")), "2\n");
  EXPECT_EQ(records_of(content(path("one"))).size(), 1U);
}

TEST_F(Jsonl, EndsWhenItsReaderDoes) {
  file("in.jsonl", document_lines(300));
  const std::string program = MUWAZI_BINARY_DIR "/bin/muwazi";
  (void)run({"--version"},
            "{ " + program + " align --jsonl in.jsonl; echo $? >code; } | head -1 >one");
  // 128 and SIGPIPE; 2 where whoever runs the tests ignores that signal.
  EXPECT_THAT(content(path("code")), testing::AnyOf("141\n", "2\n"));
  EXPECT_EQ(records_of(content(path("one"))).size(), 1U);
}

class List : public StreamProgram {
 protected:
  void SetUp() override {
    StreamProgram::SetUp();
    file("ar.txt", kArabicText);
    file("en.txt", kEnglishText);
    file("page.txt", std::string(kArabicText) + "\n" + kEnglishText);
  }
};

TEST_F(List, GivesTheRecordsThatTheFilesGive) {
  file("list", "page.txt\nar.txt\ten.txt\r\npage.txt");
  const std::string page = run({"align", "--format", "json", "page.txt"}).out;
  const std::string files = run({"align", "--format", "json", "ar.txt", "en.txt"}).out;
  const Outcome outcome = run({"align", "--list", "list", "-j", "2"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.out, page + files + page);
  EXPECT_EQ(run({"align", "--list", "-"}, "cat list").out, outcome.out);
  file("list", "ar.txt\ten.txt");
  EXPECT_EQ(run({"align", "--segmented", "--list", "list"}).out,
            run({"align", "--segmented", "--format", "json", "ar.txt", "en.txt"}).out);
}

TEST_F(List, PutsAnErrorRecordInThePlaceOfWhatCannotBeRead) {
  file("bad.txt", "One.\xFF\n");
  file("list",
       "a/absent.txt\n\npage.txt\tabsent.txt\nbad.txt\n.\na\tb\tc\nar.txt\t\n-\npage.txt\n");
  const Outcome outcome = run({"align", "--list", "list"});
  EXPECT_EQ(outcome.code, 2);
  const std::vector<json> records = records_of(outcome.out);
  ASSERT_EQ(records.size(), 9U);
  const std::vector<std::pair<json, std::string>> errors = {
      {"absent", "unreadable_file"},   {nullptr, "malformed_document"},
      {"page", "unreadable_file"},     {"bad", "invalid_utf8"},
      {".", "unreadable_file"},        {nullptr, "malformed_document"},
      {nullptr, "malformed_document"}, {nullptr, "malformed_document"}};
  for (std::size_t k = 0; k < errors.size(); ++k) {
    EXPECT_EQ(records[k]["error"]["code"], errors[k].second) << records[k];
    EXPECT_EQ(records[k]["id"], errors[k].first) << records[k];
  }
  EXPECT_THAT(std::string(records[0]["error"]["message"]),
              HasSubstr("list:1: unreadable file: cannot read a/absent.txt: no such file"));
  EXPECT_EQ(records[8]["id"], "page");
  EXPECT_THAT(last_line(outcome.err), StartsWith("muwazi: 9 documents, 8 errors, 2 pairs, "));
}

TEST_F(List, SaysWhatEncodingAFileWasIn) {
  ASSERT_EQ(run({"--version"}, "iconv -f UTF-8 -t WINDOWS-1256 ar.txt >old.txt").code, 0);
  file("list", "old.txt\ten.txt\n");
  const std::vector<std::string> arguments = {"align", "--encoding", "windows-1256", "--list",
                                              "list"};
  EXPECT_THAT(run(arguments).err, StartsWith("muwazi: old.txt: read as windows-1256\n"));
  std::vector<std::string> quiet = arguments;
  quiet.emplace_back("-q");
  EXPECT_EQ(run(quiet).err, "");
  EXPECT_EQ(records_of(run(quiet).out).at(0)["beads"].size(), 2U);
}

TEST_F(List, HasALimitForEachFile) {
  file("list", "page.txt\nar.txt\ten.txt\n");
  const Outcome outcome = run({"align", "--list", "list", "--max-document", "150"});
  const std::vector<json> records = records_of(outcome.out);
  ASSERT_EQ(records.size(), 2U);
  EXPECT_EQ(records[0]["error"]["code"], "too_large");
  EXPECT_EQ(records[1]["beads"].size(), 2U);
}

TEST_F(List, NamesItsLineAndTheOptionWhereAFileIsTooLarge) {
  file("list", "ar.txt\ten.txt\npage.txt\n");
  const Outcome outcome = run({"align", "-q", "--list", "list", "--max-document", "150"});
  EXPECT_EQ(outcome.err,
            "muwazi: list:2: too large: page.txt has more than 150 bytes; allow more with "
            "--max-document\n");
}

TEST_F(List, MayBeginWithAByteOrderMark) {
  const std::string mark = "\xEF\xBB\xBF";
  file("list", mark + "page.txt\n" + mark + "page.txt\n");
  const std::vector<json> records = records_of(run({"align", "--list", "list"}).out);
  ASSERT_EQ(records.size(), 2U);
  ASSERT_EQ(records[0]["id"], "page") << records[0];
  EXPECT_EQ(records[0]["beads"].size(), 2U);
  EXPECT_EQ(records[1]["error"]["code"], "unreadable_file");  // there, it is part of the name
}

TEST_F(List, NeverReplacesAFileThatItReads) {
  file("list", "page.txt\nen.txt\n");
  const Outcome outcome = run({"align", "--list", "list", "-o", "en.txt", "--format", "json"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("en.txt is an input too"));
  EXPECT_EQ(content(path("en.txt")), kEnglishText);
}

TEST_F(List, ShowsItsProgressOnATerminalOnly) {
  if (std::system("script -qec true /dev/null >/dev/null 2>&1 </dev/null") != 0)
    GTEST_SKIP() << "no terminal can be made here: /dev/pts is not mounted";
  std::string list;
  for (int k = 0; k < 100; ++k) list += "page.txt\n";
  file("list", list);
  EXPECT_THAT(run({"align", "--list", "list"}).err, Not(HasSubstr("\r")));
  const std::string program = MUWAZI_BINARY_DIR "/bin/muwazi align --list list -o out.json";
  (void)run({"--version"}, "script -qec '" + program + "' /dev/null >shown </dev/null");
  EXPECT_THAT(content(path("shown")),
              AllOf(HasSubstr(" documents, "), HasSubstr(" a second\x1B[K"),
                    HasSubstr("muwazi: 100 documents, 0 errors, 200 pairs, ")));
  (void)run({"--version"}, "script -qec '" + program + " -q' /dev/null >shown </dev/null");
  EXPECT_EQ(content(path("shown")), "");
}

// What is held is bounded, however long the stream is and however slowly its records are taken.

class SlowMemory : public StreamProgram {
 protected:
  /// Megabytes of the largest resident set; input is what `before` writes.
  [[nodiscard]] int peak(const std::string& before, const std::string& options) const {
    const std::string program = MUWAZI_BINARY_DIR "/bin/muwazi align --jsonl -q " + options;
    const std::string measure =
        "python3 -c \"import resource as r, subprocess as s, sys; "
        "s.run(sys.argv[1:], stdout=open('/dev/null', 'w')); "
        "print(r.getrusage(r.RUSAGE_CHILDREN).ru_maxrss // 1024)\" ";
    (void)run({"--version"}, "{ " + before + "; } | " + measure + program + " >peak");
    return std::stoi("0" + content(path("peak")));
  }
};

TEST_F(SlowMemory, StaysWithinItsBoundForALongStream) {
  file("one.jsonl", document_lines(3));
  file("hundred.jsonl", document_lines(100));
  const int one = peak("cat one.jsonl", "-j 2");
  EXPECT_GT(one, 10);
  EXPECT_LT(peak("for k in $(seq 50); do cat hundred.jsonl; done", "-j 2"), one + 50);
  // 1 GB of lines of 10 MB, nearly all of it in a field that is passed over.
  const std::string large =
      "x=$(head -c 10000000 /dev/zero | tr '\\0' x); for k in $(seq 100); do "
      "printf '{\"id\": 1, \"text\": \"\", \"x\": \"%s\"}\\n' $x; done";
  EXPECT_LT(peak(large, "-j 2"), one + 170);
  // 1 GB of one line, of which only the beginning is kept.
  EXPECT_LT(peak("head -c 1000000000 /dev/zero | tr '\\0' x", "--max-document 1M"), one + 20);
}

}  // namespace
}  // namespace muwazi
