#include <gmock/gmock.h>

#include "cli/program.h"

namespace muwazi {
namespace {

using testing::HasSubstr;

class Convert : public Program {
 protected:
  void SetUp() override {
    file("pairs.jsonl",
         "{\"id\": \"a\", \"ar\": \"نعم.\", \"en\": \"Yes.\", \"score\": 0.9}\n"
         "{\"id\": \"b\", \"ar\": \"لا.\", \"en\": \"\"}\n"
         "{\"ar\": \"ربما.\", \"en\": \"Perhaps.\"}\n");
  }
};

TEST_F(Convert, ReadsBackWhatItWroteInEveryFormat) {
  ASSERT_EQ(run({"convert", "pairs.jsonl", "-o", "first.jsonl"}).code, 0);
  for (const char* name : {"x.tsv", "x.csv", "x.xlsx", "x.tmx", "x.xlf"}) {
    const Outcome there = run({"convert", "pairs.jsonl", "-o", name});
    ASSERT_EQ(there.code, 0) << there.err;
    const Outcome back = run({"convert", name, "-o", "back.jsonl"});
    ASSERT_EQ(back.code, 0) << back.err;
    EXPECT_EQ(back.err, "muwazi: 3 pairs\n");
    EXPECT_EQ(content(path("back.jsonl")), content(path("first.jsonl"))) << name;
  }
}

TEST_F(Convert, WritesSeveralFilesAndFindsThemAgain) {
  for (const char* name : {"x.ces", "x.beads", "x.ladder"}) {
    ASSERT_EQ(run({"convert", "pairs.jsonl", "-o", name}).code, 0);
    const Outcome back = run({"convert", name, "--to", "tsv", "-q"});
    ASSERT_EQ(back.code, 0) << back.err;
    EXPECT_THAT(back.out, HasSubstr("\tربما.\tPerhaps.\t")) << name;
  }
  EXPECT_EQ(content(path("x.ladder")), "0\t0\t0.9\n1\t1\t0.0\n2\t1\t0.0\n3\t2\t0.0\n");
  ASSERT_EQ(run({"convert", "pairs.jsonl", "-o", "y.beads"}).code, 0);
  EXPECT_EQ(content(path("y.beads")), "[0]:[0]:0.9\n[1]:[]\n[2]:[1]\n");
  std::filesystem::rename(path("y.en"), path("z.txt"));
  const Outcome named = run({"convert", "y.beads", "y.ar", "z.txt", "--to", "tsv"});
  EXPECT_EQ(named.code, 0) << named.err;
}

TEST_F(Convert, NeverReplacesADocumentThatItsInputNames) {
  ASSERT_EQ(run({"convert", "pairs.jsonl", "-o", "x.ces"}).code, 0);
  const std::string before = content(path("x.ar.xml"));
  for (const char* output : {"x.xml", "x.ar.xml"}) {
    const Outcome outcome = run({"convert", "x.ces", "-o", output});
    EXPECT_EQ(outcome.code, 2);
    EXPECT_EQ(outcome.err, "muwazi: x.ar.xml is an input too: name another file to write\n");
  }
  EXPECT_EQ(run({"convert", "pairs.jsonl", "--apply", "x.ces", "-o", "x.xml"}).code, 2);
  EXPECT_EQ(content(path("x.ar.xml")), before);
  EXPECT_FALSE(std::filesystem::exists(path("x.xml")));
}

TEST_F(Convert, LeavesNullsOutOfMosesAndSaysSo) {
  const Outcome outcome = run({"convert", "pairs.jsonl", "--to", "moses", "-o", "x"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_THAT(outcome.err, HasSubstr("1 pair with an empty side left out"));
  EXPECT_EQ(content(path("x.ar")), "نعم.\nربما.\n");
  EXPECT_EQ(content(path("x.en")), "Yes.\nPerhaps.\n");
  const std::string there = run({"convert", "x.ar", "--to", "jsonl"}).out;
  EXPECT_THAT(there, HasSubstr("Perhaps."));
  EXPECT_EQ(run({"convert", "x.ar", "x.en", "--to", "jsonl"}).out, there);
  EXPECT_EQ(run({"convert", "x.en", "x.ar", "--to", "jsonl"}).out, there);
  EXPECT_EQ(run({"convert", "--from", "moses", "x", "--to", "jsonl"}).out, there);
  ASSERT_EQ(run({"convert", "pairs.jsonl", "--keep-nulls", "-o", "y.ar"}).code, 0);
  EXPECT_EQ(content(path("y.en")), "Yes.\n\nPerhaps.\n");
}

TEST_F(Convert, TakesSeveralInputsAndPackedOnes) {
  const Outcome outcome =
      run({"convert", "pairs.jsonl", "-", "--from", "jsonl", "-o", "x.tsv"}, "gzip -c pairs.jsonl");
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr("6 pairs"));
}

TEST_F(Convert, AppliesEditsByIdsAndListsThem) {
  ASSERT_EQ(run({"convert", "pairs.jsonl", "-o", "edited.csv"}).code, 0);
  std::string sheet = content(path("edited.csv"));
  sheet.replace(sheet.find("Perhaps."), 8, "Maybe.");
  sheet.replace(sheet.find("\"a\",,"), 5, "\"a\",wrong,");
  file("edited.csv", sheet);
  const Outcome outcome = run({"convert", "pairs.jsonl", "--apply", "edited.csv", "-o", "new.tsv"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.err,
            "muwazi: a: wrong\n"
            "muwazi: 3: English: \"Perhaps.\" -> \"Maybe.\"\n"
            "muwazi: 3 pairs\n"
            "muwazi: 2 pairs changed, 0 edits not applied\n");
  EXPECT_THAT(content(path("new.tsv")), HasSubstr("\tربما.\tMaybe.\t"));
  const Outcome again = run({"convert", "new.tsv", "--apply", "edited.csv", "--to", "jsonl"});
  EXPECT_EQ(again.code, 1);
  EXPECT_THAT(again.err,
              HasSubstr("a: not applied: the pair is another one than when the sheet was made"));
}

TEST_F(Convert, TellsOfUnitsInOtherLanguages) {
  file("x.tmx",
       "<tmx><body><tu><tuv xml:lang=\"fr\"><seg>oui</seg></tuv></tu>"
       "<tu><tuv xml:lang=\"ar\"><seg>نعم</seg></tuv></tu></body></tmx>");
  const Outcome outcome = run({"convert", "x.tmx", "-o", "x.tsv"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_THAT(outcome.err, HasSubstr("units without Arabic or English: 1\n"));
  EXPECT_THAT(outcome.err, HasSubstr("1 pair\n"));
}

TEST_F(Convert, WritesNothingWhereAnInputIsWrong) {
  file("bad.tmx", "<tmx>\n<body><tu>");
  file("out.tsv", "was here");
  const Outcome outcome = run({"convert", "bad.tmx", "-o", "out.tsv"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(outcome.err,
            "muwazi: bad.tmx:2:11: malformed XML: no element found; was it cut off?\n");
  EXPECT_EQ(content(path("out.tsv")), "was here");
  EXPECT_EQ(run({"convert", "no.tmx", "-o", "new.tsv"}).code, 2);
  EXPECT_FALSE(std::filesystem::exists(path("new.tsv")));
  file("no.xlsx", "this is no workbook");
  EXPECT_THAT(run({"convert", "no.xlsx", "-o", "new.tsv"}).err, HasSubstr("malformed sheet"));
}

TEST_F(Convert, DoesNotWriteOverFilesThatGoWithAnInput) {
  ASSERT_EQ(run({"convert", "pairs.jsonl", "-o", "x.beads"}).code, 0);
  for (const char* name : {"x.ar", "x.ladder"}) {
    const Outcome outcome = run({"convert", "x.beads", "-o", name});
    EXPECT_EQ(outcome.code, 2);
    EXPECT_THAT(outcome.err, HasSubstr("x.ar is an input too"));
  }
}

TEST_F(Convert, ReadsOtherEncodings) {
  file("arabic.tsv", "\xE6\xD9\xE5.\tYes.\n");  // ISO-8859-6
  const std::string pair = "{\"id\": \"1\", \"ar\": \"نعم.\", \"en\": \"Yes.\"}\n";
  EXPECT_THAT(run({"convert", "arabic.tsv", "--to", "jsonl"}).err,
              HasSubstr("name its encoding with --encoding"));
  EXPECT_EQ(run({"convert", "arabic.tsv", "--to", "jsonl", "--encoding", "ISO-8859-6"}).out, pair);
  file("utf16.tsv", std::string("\xFF\xFE\x46\x06\x39\x06\x45\x06.\0\t\0Y\0e\0s\0.\0\n\0", 22));
  EXPECT_EQ(run({"convert", "utf16.tsv", "--to", "jsonl"}).out, pair);
  // A sheet that a spreadsheet saved in the encoding of the country.
  file("edited.csv", "id,Arabic,English\na,\xE6\xD9\xE5.,Yes!\n");
  const Outcome outcome = run({"convert", "pairs.jsonl", "--apply", "edited.csv", "--encoding",
                               "ISO-8859-6", "-o", "new.jsonl"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr("a: English: \"Yes.\" -> \"Yes!\""));
  EXPECT_THAT(outcome.err, HasSubstr("1 pair changed"));
}

TEST_F(Convert, EndsByASignalWhileItWaitsAndLeavesNothing) {
  // The shell keeps the pipe open, so that there is neither a line to read nor an end.
  const std::string line = "cd " + path(".").string() + " && mkfifo in && exec 3<>in && { " +
                           std::string(MUWAZI_BINARY_DIR) +
                           "/bin/muwazi convert --from jsonl in -o out.tsv & } && sleep 1; "
                           "kill -TERM $!; wait $!; echo $? >code; ls -A >files";
  ASSERT_EQ(std::system(line.c_str()), 0);
  EXPECT_EQ(content(path("code")), "143\n");
  EXPECT_THAT(content(path("files")), testing::Not(HasSubstr("tmp")));
}

TEST_F(Convert, SaysWhatItsOptionsLack) {
  EXPECT_THAT(run({"convert", "pairs.jsonl"}).err, HasSubstr("no output named: -o FILE"));
  EXPECT_THAT(run({"convert", "pairs.jsonl", "-o", "x"}).err, HasSubstr("--to is missing"));
  EXPECT_THAT(run({"convert", "pairs.txt", "--to", "tsv"}).err, HasSubstr("name it with --from"));
  EXPECT_THAT(run({"convert", "pairs.jsonl", "--to", "ces"}).err, HasSubstr("several files"));
  EXPECT_THAT(run({"convert", "pairs.jsonl", "-o", "pairs.jsonl"}).err,
              HasSubstr("is an input too"));
  EXPECT_THAT(run({"convert", "pairs.jsonl", "-o", "pairs.tmx.gz"}).err,
              HasSubstr("what is written is not packed: leave .gz out"));
  EXPECT_THAT(run({"convert", "pairs.jsonl", "--to", "tsv", "--encoding", "cp-none"}).err,
              HasSubstr("pairs.jsonl: unknown encoding \"cp-none\""));
  EXPECT_THAT(run({"convert", "pairs.jsonl", "--to", "tmz"}).err, HasSubstr("did you mean tmx?"));
}

class AlignToPairs : public Program {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(model())) GTEST_SKIP() << "no model at " << model();
    file("page.txt",
         "وصلت الطبيبة إلى القرية صباح يوم الأحد.\nكانت المدرسة مغلقة.\n"
         "The doctor arrived in the village on Sunday morning.\nThe school was closed.\n");
  }
};

TEST_F(AlignToPairs, WritesWhatConvertMakesOfItsRecord) {
  ASSERT_EQ(run({"align", "page.txt", "-o", "page.json"}).code, 0);
  for (const char* format : {"tmx", "xliff", "xliff2", "csv", "ces", "ladder", "moses"}) {
    ASSERT_EQ(run({"align", "page.txt", "--format", format, "-o", "one"}).code, 0) << format;
    ASSERT_EQ(run({"convert", "page.json", "--to", format, "-o", "two"}).code, 0) << format;
    const auto one = run({"convert", "--from", format, "one", "--to", "moses", "-o", "m1"});
    const auto two = run({"convert", "--from", format, "two", "--to", "moses", "-o", "m2"});
    EXPECT_EQ(one.code + two.code, 0) << one.err << two.err;
    EXPECT_EQ(content(path("m1.en")),
              "The doctor arrived in the village on Sunday morning.\n"
              "The school was closed.\n")
        << format;
    EXPECT_EQ(content(path("m1.ar")), content(path("m2.ar"))) << format;
  }
  EXPECT_THAT(run({"align", "page.txt", "--format", "moses"}).err, HasSubstr("several files"));
  EXPECT_EQ(run({"align", "page.txt", "-o", "page.tmx"}).code, 0);
  EXPECT_THAT(content(path("page.tmx")), HasSubstr("<tu tuid=\"page#2\">"));
}

}  // namespace
}  // namespace muwazi
