// muwazi corpus: the files that it writes, and that nothing is written where something is wrong.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/program.h"

namespace muwazi {
namespace {

using nlohmann::json;
using testing::HasSubstr;

class Corpus : public Program {
 protected:
  void SetUp() override {
    file(
        "records.jsonl",
        R"({"id": "a", "sentences": {"ar": [{"start": 0, "end": 7, "text": "نعم."}, )"
        R"({"start": 8, "end": 30, "text": "هذا مرسى النخيل."}], )"
        R"("en": [{"start": 0, "end": 4, "text": "Yes."}, {"start": 5, "end": 30, "text": "This is Palm Harbour."}]}, )"
        R"("beads": [{"ar": [0], "en": [0], "confidence": 0.9}, {"ar": [1], "en": [1], "confidence": 1.0}]})"
        "\n"
        R"({"id": "b", "error": {"code": "binary", "message": "b: no text"}})"
        "\n"
        R"({"id": "c#1", "document": "c", "ar": "نعم.", "en": "Yes.", "score": 0.9})"
        "\n"
        R"({"id": "c#2", "document": "c", "ar": "", "en": "Perhaps.", "score": 0.7})"
        "\n"
        R"({"id": "c#3", "document": "c", "ar": "لا أعرف.", "en": "The road is long.", "score": 0.4})"
        "\n");
  }
  [[nodiscard]] json sheet(const std::string& prefix) const {
    return json::parse(content(path(prefix + ".datasheet.json")));
  }
};

TEST_F(Corpus, WritesTextsTableAndDatasheet) {
  const Outcome outcome = run({"corpus", "records.jsonl", "-o", "c", "--rejected", "r.tsv"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err,
            "muwazi: error records in place of documents: 1\n"
            "muwazi: 2 of 5 pairs kept; 1 null, 1 confidence, 1 duplicate\n"
            "muwazi: expected precision 0.9500, by the confidences of 2 pairs\n");
  EXPECT_EQ(content(path("c.ar")), "نعم.\nهذا مرسى النخيل.\n");
  EXPECT_EQ(content(path("c.en")), "Yes.\nThis is Palm Harbour.\n");
  EXPECT_THAT(content(path("c.tsv")), HasSubstr("\tنعم.\tYes.\t0.9\t"));
  EXPECT_THAT(content(path("r.tsv")), HasSubstr("reason\tsrc_url\t"));
  EXPECT_THAT(content(path("r.tsv")), HasSubstr("\nconfidence\t\t\tلا أعرف.\tThe road is long.\t"));
  const json data = sheet("c");
  EXPECT_EQ(data["kept"]["pairs"], 2);
  EXPECT_EQ(data["kept"]["words"]["en"], 5);
  EXPECT_EQ(data["read"], (json{{"pairs", 5}, {"documents", 2}}));
  EXPECT_EQ(data["removed"]["duplicate"], 1);
  EXPECT_EQ(data["expected_precision"], 0.95);
  EXPECT_EQ(data["sources"][0]["failed_documents"], 1);
  EXPECT_EQ(data["histograms"]["sentences"], (json{{"1-1", 2}}));
}

TEST_F(Corpus, NamesTheChecksumsOfWhatItReadAndWrote) {
  file("m.model", "a model");
  ASSERT_EQ(run({"corpus", "-", "--from", "jsonl", "-o", "c", "--model", "m.model"},
                "gzip -c records.jsonl | tee packed.gz")
                .code,
            0);
  const auto sum = [this](const std::string& name) {
    const Outcome outcome = run({"--help"}, "sha256sum " + name + " >sum.txt");
    return outcome.code == 0 ? content(path("sum.txt")).substr(0, 64) : "";
  };
  const json data = sheet("c");
  EXPECT_EQ(data["sources"][0]["files"][0], (json{{"file", "-"}, {"sha256", sum("packed.gz")}}));
  EXPECT_EQ(data["models"][0], (json{{"file", "m.model"}, {"sha256", sum("m.model")}}));
  ASSERT_EQ(data["files"].size(), 3U);
  for (const json& written : data["files"])
    EXPECT_EQ(written["sha256"], sum(written["file"].get<std::string>()));
}

TEST_F(Corpus, TakesEveryFormatAndSeveralFiles) {
  for (const char* name : {"x.tsv", "x.tmx", "x.xlsx", "x.ces"})
    ASSERT_EQ(run({"convert", "records.jsonl", "-q", "-o", name}).code, 0);
  const Outcome outcome = run({"corpus", "x.tsv", "x.tmx", "x.xlsx", "-o", "c"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr("2 of 15 pairs kept"));
  EXPECT_EQ(sheet("c")["sources"][2]["files"][0]["file"], "x.xlsx");
  EXPECT_EQ(run({"corpus", "x.ces", "-o", "d"}).code, 0);
  EXPECT_EQ(content(path("d.ar")), content(path("c.ar")));
}

TEST_F(Corpus, GivesTheSameBytesTwice) {
  const std::vector<std::string> options = {"--split", "train=1,test=1", "-q", "-o"};
  for (const char* folder : {"one", "two"}) {
    std::filesystem::create_directory(path(folder));
    std::vector<std::string> arguments = {"corpus", "records.jsonl"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    arguments.push_back(std::string(folder) + "/c");
    ASSERT_EQ(run(arguments).code, 0);
  }
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(path("one"))) {
    ++files;
    EXPECT_EQ(content(entry.path()), content(path("two") / entry.path().filename()));
  }
  EXPECT_EQ(files, 7U);
}

TEST_F(Corpus, WritesEachSplitToItsFiles) {
  const Outcome outcome = run({"corpus", "records.jsonl", "-o", "c", "--split", "train=9,test=1"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  const json splits = sheet("c")["kept"]["splits"];
  EXPECT_THAT(outcome.err,
              HasSubstr("muwazi: train: " + splits["train"]["pairs"].dump() + " pairs of "));
  EXPECT_EQ(content(path("c.train.ar")) + content(path("c.test.ar")), "نعم.\nهذا مرسى النخيل.\n");
  EXPECT_FALSE(std::filesystem::exists(path("c.ar")));
}

TEST_F(Corpus, CanBeLearntFrom) {
  std::string pairs;
  for (int i = 0; i < 40; ++i)
    pairs += "{\"document\": \"d\", \"ar\": \"قارب نهر " + std::string(i, 'x') +
             "\", \"en\": \"boat river " + std::string(i, 'y') + "\", \"score\": 1}\n";
  file("pairs.jsonl", pairs);
  ASSERT_EQ(run({"corpus", "pairs.jsonl", "-o", "c", "-q", "--allow", "language"}).code, 0);
  const Outcome outcome = run({"train", "c.tsv", "-o", "c.model"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.err, testing::Not(HasSubstr("passed over")));
  // The same as from the texts alone.
  std::string texts;
  std::istringstream arabic(content(path("c.ar"))), english(content(path("c.en")));
  for (std::string a, e; std::getline(arabic, a) && std::getline(english, e);)
    ((texts += a) += '\t') += e + '\n';
  file("texts.tsv", texts);
  ASSERT_EQ(run({"train", "texts.tsv", "-q", "-o", "texts.model"}).code, 0);
  EXPECT_EQ(content(path("c.model")), content(path("texts.model")));
  EXPECT_GT(texts.size(), 100U);
}

TEST_F(Corpus, LeavesNothingBehindWhereAFileIsWrong) {
  file("bad.jsonl", content(path("records.jsonl")) + "{\"ar\": 1.5}\n");
  file("c.ar", "before\n");
  const Outcome outcome = run({"corpus", "bad.jsonl", "-o", "c"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("bad.jsonl:6:"));
  EXPECT_EQ(content(path("c.ar")), "before\n");
  EXPECT_FALSE(std::filesystem::exists(path("c.tsv")));
  EXPECT_FALSE(std::filesystem::exists(path("c.datasheet.json")));
}

TEST_F(Corpus, DoesNotWriteOverAnInput) {
  file("x.tsv", "نعم.\tYes.\n");
  const Outcome outcome = run({"corpus", "x.tsv", "-o", "x"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("x.tsv is an input too"));
  file("y.beads", "[0]:[0]:0.9\n");
  file("y.ar", "نعم.\n");
  file("y.en", "Yes.\n");
  EXPECT_THAT(run({"corpus", "y.beads", "-o", "y"}).err, HasSubstr("y.ar is an input too"));
}

TEST_F(Corpus, NamesTheDocumentsThatLinksGoWith) {
  ASSERT_EQ(run({"convert", "records.jsonl", "-o", "x.ces"}).code, 0);
  ASSERT_EQ(run({"corpus", "x.ces", "-o", "c"}).code, 0);
  const Outcome over = run({"corpus", "x.ces", "-o", "d", "--rejected", "x.en.xml"});
  EXPECT_EQ(over.code, 2);
  EXPECT_THAT(over.err, HasSubstr("x.en.xml is an input too"));
  EXPECT_FALSE(std::filesystem::exists(path("d.ar")));
  const std::string sheet = content(path("c.datasheet.json"));
  for (const char* name : {"\"x.ces\"", "\"x.ar.xml\"", "\"x.en.xml\""})
    EXPECT_THAT(sheet, HasSubstr(name));
}

TEST_F(Corpus, EndsByASignalWhileItWaitsAndLeavesNothing) {
  const std::string line = "cd " + path(".").string() + " && mkfifo in && exec 3<>in && { " +
                           std::string(MUWAZI_BINARY_DIR) +
                           "/bin/muwazi corpus --from jsonl in -o c & } && sleep 1; "
                           "kill -TERM $!; wait $!; echo $? >code; ls -A >files";
  ASSERT_EQ(std::system(line.c_str()), 0);
  EXPECT_EQ(content(path("code")), "143\n");
  EXPECT_THAT(content(path("files")), testing::Not(HasSubstr("tmp")));
}

}  // namespace
}  // namespace muwazi
