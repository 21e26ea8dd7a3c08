#include "muwazi/format/pairs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>

#include "format/cells.h"
#include "format/pair_samples.h"
#include "format/sheet.h"

namespace muwazi {
namespace {

namespace fs = std::filesystem;

class Folder {
 public:
  Folder() {
    std::string name = testing::TempDir() + "muwazi-pairs-XXXXXX";
    path_ = mkdtemp(name.data()) == nullptr ? "" : name;
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::string operator/(const std::string& name) const { return path_ / name; }

 private:
  fs::path path_;
};

WriteLosses save(const std::vector<SegmentPair>& pairs, const std::string& path,
                 PairFormat format) {
  const auto writer = create_pairs(path, format);
  for (const SegmentPair& pair : pairs) EXPECT_EQ(writer->write(pair), std::nullopt);
  writer->finish();
  return writer->losses();
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
    text.replace(at, what.size(), by);
  return text;
}

/// What a pair is after it was written and read: what its format does not keep is gone.
struct Kept {
  const char* name;
  PairFormat format;
  std::function<void(SegmentPair&)> change;
  std::function<bool(const SegmentPair&)> stays = [](const SegmentPair&) { return true; };
};

void each_text(SegmentPair& pair, const std::function<std::string(const std::string&)>& change) {
  for (std::string* text : {&pair.arabic.text, &pair.english.text, &pair.note, &pair.document})
    *text = change(*text);
}

std::string without_controls(const std::string& text) {
  return replaced(replaced(text, "\x07", "\uFFFD"), "\x1B", "\uFFFD");
}

void only_texts_and_score(SegmentPair& pair) {
  pair.id = pair.document = pair.note = "";
  pair.marked = false;
  pair.judgement = Judgement::none;
  for (SegmentSide* side : {&pair.arabic, &pair.english}) {
    side->source = "";
    side->bytes.reset();
    side->sentences.clear();
    side->text = one_line(side->text);
  }
}

void no_parts(SegmentPair& pair) { pair.arabic.parts = pair.english.parts = {}; }

class RoundTrip : public testing::TestWithParam<Kept> {};

TEST_P(RoundTrip, KeepsWhatTheTableOfFormatsSays) {
  const Folder folder;
  const Kept& kept = GetParam();
  const std::string path = folder / std::string("x.") + kept.name;
  (void)save(nasty_pairs(), path, kept.format);
  const auto reader = open_pairs({path}, kept.format);
  std::vector<SegmentPair> read = all_of(*reader);
  ASSERT_EQ(reader->fault(), std::nullopt) << message(*reader->fault());
  std::vector<SegmentPair> expected;
  for (SegmentPair pair : nasty_pairs()) {
    if (!kept.stays(pair)) continue;
    kept.change(pair);
    expected.push_back(pair);
  }
  const bool numbered = kept.format == PairFormat::beads || kept.format == PairFormat::ladder ||
                        kept.format == PairFormat::ces;
  ASSERT_EQ(read.size(), expected.size());
  for (std::size_t i = 0; i < read.size(); ++i) {
    EXPECT_GT(read[i].line, 0U);
    read[i].line = 0;
    read[i].key.clear();
    if (numbered) {  // they are those of the lines now
      for (SegmentSide* side : {&read[i].arabic, &read[i].english}) {
        EXPECT_EQ(side->sentences.empty(), side->text.empty());
        side->sentences.clear();
        side->source.clear();
      }
    }
    EXPECT_EQ(read[i], expected[i])
        << read[i].id << ' ' << read[i].arabic.text << '|' << read[i].english.text << "\n"
        << expected[i].arabic.text << '|' << expected[i].english.text;
  }
}

INSTANTIATE_TEST_SUITE_P(
    AllFormats, RoundTrip,
    testing::Values(
        Kept{"tsv", PairFormat::tsv,
             [](SegmentPair& pair) {
               each_text(pair, [](const std::string& text) { return one_line(text); });
               no_parts(pair);
             }},
        Kept{"csv", PairFormat::csv, no_parts}, Kept{"xlsx", PairFormat::xlsx, no_parts},
        Kept{"jsonl", PairFormat::jsonl, [](SegmentPair&) {}},
        Kept{"tmx", PairFormat::tmx, [](SegmentPair& pair) { each_text(pair, without_controls); }},
        Kept{"xliff", PairFormat::xliff,
             [](SegmentPair& pair) { each_text(pair, without_controls); }},
        Kept{"xliff2", PairFormat::xliff2, [](SegmentPair&) {}},
        Kept{"moses", PairFormat::moses,
             [](SegmentPair& pair) {
               only_texts_and_score(pair);
               no_parts(pair);
               pair.score.reset();
             },
             [](const SegmentPair& pair) { return !pair.english.text.empty(); }},
        Kept{"ces", PairFormat::ces,
             [](SegmentPair& pair) {
               const std::string id = pair.id, document = pair.document;
               only_texts_and_score(pair);
               for (SegmentSide* side : {&pair.arabic, &pair.english}) {
                 side->text = without_controls(side->text);
                 const std::size_t begin = side->text.find_first_not_of(' ');
                 if (begin == std::string::npos) continue;
                 side->text =
                     side->text.substr(begin, side->text.find_last_not_of(' ') + 1 - begin);
               }
               pair.id = id;
               pair.document = document;
             }},
        Kept{"beads", PairFormat::beads, only_texts_and_score},
        Kept{"ladder", PairFormat::ladder,
             [](SegmentPair& pair) {
               only_texts_and_score(pair);
               pair.score = pair.score.value_or(0.0);
             }}),
    [](const auto& kept) { return std::string(kept.param.name); });

TEST(Pairs, AreWrittenAsTheSameBytesEachTime) {
  const Folder folder;
  for (const std::string& name : pair_format_names()) {
    const PairFormat format = *pair_format_named(name);
    (void)save(nasty_pairs(), folder / "a", format);
    std::vector<std::string> first;
    const auto contents = [&] {
      std::vector<std::string> out;
      for (const std::string& file : pair_files(folder / "a", format)) {
        std::ifstream in(file, std::ios::binary);
        std::ostringstream bytes;
        bytes << in.rdbuf();
        out.push_back(bytes.str());
        EXPECT_FALSE(out.back().empty()) << file;
      }
      return out;
    };
    first = contents();
    (void)save(nasty_pairs(), folder / "a", format);
    EXPECT_EQ(first, contents()) << name;
  }
}

TEST(Pairs, OfAnEmptyFileAreNone) {
  const Folder folder;
  for (const std::string& name : pair_format_names()) {
    const PairFormat format = *pair_format_named(name);
    (void)save({}, folder / "empty", format);
    const auto reader = open_pairs({folder / "empty"}, format);
    EXPECT_TRUE(all_of(*reader).empty()) << name;
    EXPECT_EQ(reader->fault(), std::nullopt) << name << message(*reader->fault());
  }
}

TEST(Pairs, LosesAreCounted) {
  const Folder folder;
  SegmentPair bell;
  bell.arabic.text = "نعم";
  bell.english.text = std::string("a\0b", 3) + "\x07";
  EXPECT_EQ(save({bell}, folder / "x", PairFormat::tmx).characters, 2U);
  EXPECT_EQ(save({bell}, folder / "x", PairFormat::xliff).characters, 2U);
  EXPECT_EQ(save({bell}, folder / "x", PairFormat::xliff2).characters, 0U);
  EXPECT_EQ(save({bell}, folder / "x", PairFormat::tsv).characters, 1U);
  EXPECT_EQ(save({bell}, folder / "x", PairFormat::xlsx).characters, 1U);
  const WriteLosses moses = save(nasty_pairs(), folder / "x", PairFormat::moses);
  EXPECT_EQ(moses.wrong, 1U);
  bell.english.text = "";
  EXPECT_EQ(save({bell}, folder / "x", PairFormat::moses).nulls, 1U);
}

TEST(Pairs, AreKeptWithoutCounterpartWhereMosesIsAskedTo) {
  const Folder folder;
  SegmentPair null;
  null.arabic.text = "نعم";
  const auto writer = create_pairs(folder / "x", PairFormat::moses, {.keep_nulls = true});
  ASSERT_EQ(writer->write(null), std::nullopt);
  writer->finish();
  EXPECT_EQ(all_of(*open_pairs({folder / "x.ar"}, PairFormat::moses)).size(), 1U);
}

TEST(Pairs, AreTurnedWhereTheFirstSideIsEnglish) {
  const auto reader = read_tsv(input_of("Yes, the ship left.\tنعم، غادرت السفينة.\nNo.\tلا.\n"));
  const auto pairs = all_of(*reader);
  ASSERT_EQ(pairs.size(), 2U);
  EXPECT_EQ(pairs[1].arabic.text, "لا.");
  EXPECT_EQ(pairs[1].english.text, "No.");
}

TEST(Pairs, OfBitextorsColumnsWithoutAHeader) {
  const auto reader =
      read_tsv(input_of("http://a.org/ar\thttp://a.org/en\tنعم.\tYes.\t0.75\tmore\n"));
  const auto pairs = all_of(*reader);
  ASSERT_EQ(pairs.size(), 1U);
  EXPECT_EQ(pairs[0].arabic.source, "http://a.org/ar");
  EXPECT_EQ(pairs[0].english.text, "Yes.");
  EXPECT_EQ(pairs[0].score, 0.75);
}

TEST(Pairs, OfAUnitInManyLanguagesAreTheFirstArabicAndEnglish) {
  const auto reader = read_tmx(
      input_of("<tmx version='1.4'><header><note>x</note></header><body><tu tuid='7'>"
               "<tuv xml:lang='fr'><seg>Oui</seg></tuv><tuv xml:lang='EN-us'><seg>Yes <bpt i='1'>"
               "&lt;b></bpt>now<ept i='1'>&lt;/b></ept><hi>!</hi></seg></tuv>"
               "<tuv lang='ar'><seg>نعم</seg></tuv><tuv xml:lang='en'><seg>Aye</seg></tuv></tu>"
               "<tu><tuv xml:lang='fr'><seg>Non</seg></tuv></tu></body></tmx>"));
  const auto pairs = all_of(*reader);
  ASSERT_EQ(reader->fault(), std::nullopt);
  ASSERT_EQ(pairs.size(), 1U);
  EXPECT_EQ(pairs[0].id, "7");
  EXPECT_EQ(pairs[0].english.text, "Yes {bpt:1}now{ept:1}!");
  EXPECT_EQ(pairs[0].arabic.text, "نعم");
}

TEST(Pairs, OfXliffAreThoseOfUnitsAndNotOfProposals) {
  const auto old = read_xliff(input_of(
      "<xliff version='1.2'><file original='a' source-language='en' target-language='ar'><header>"
      "<note>x</note></header><body><group><trans-unit id='1' approved='yes'><source>One <g id='2'>"
      "ship</g></source><seg-source>x</seg-source><target>سفينة <g id='2'>واحدة</g></target>"
      "<alt-trans><source>x</source><target>y</target></alt-trans><note>hm</note></trans-unit>"
      "</group></body></file></xliff>"));
  auto pairs = all_of(*old);
  ASSERT_EQ(old->fault(), std::nullopt);
  ASSERT_EQ(pairs.size(), 1U);
  EXPECT_EQ(pairs[0].english.text, "One {g:2}ship{g:2:end}");
  EXPECT_EQ(pairs[0].arabic.text, "سفينة {g:2}واحدة{g:2:end}");
  EXPECT_EQ(pairs[0].note, "hm");
  EXPECT_EQ(pairs[0].judgement, Judgement::accepted);
  const auto new_one = read_xliff(input_of(
      "<xliff version='2.0' srcLang='ar' trgLang='en'><file id='f'><unit id='u'><segment>"
      "<source>نعم</source><target>Yes</target></segment><ignorable><source> </source></ignorable>"
      "<segment id='s2' state='final'><source>لا<cp hex='0007'/></source><target>No</target>"
      "</segment></unit></file></xliff>"));
  pairs = all_of(*new_one);
  ASSERT_EQ(pairs.size(), 2U);
  EXPECT_EQ(pairs[0].id, "u");
  EXPECT_EQ(pairs[1].id, "u.s2");
  EXPECT_EQ(pairs[1].arabic.text, "لا\x07");
}

TEST(Pairs, OfARecordAreItsBeads) {
  const auto reader = read_jsonl(input_of(
      R"({"id": 3, "sentences": {"ar": [{"start": 0, "end": 8, "text": "نعم."}], "en": )"
      R"([{"start": 9, "end": 13, "text": "Yes."}, {"start": 14, "end": 21, "text": "So\n it"}]}, )"
      R"("beads": [{"ar": [0], "en": [0, 1], "confidence": 0.5, "marked": true}]})"
      "\n"
      R"({"id": 4, "error": {"code": "binary", "message": "x"}})"
      "\n\n"
      R"({"ar": "لا", "en": "No", "other": [1]})"));
  const auto pairs = all_of(*reader);
  ASSERT_EQ(reader->fault(), std::nullopt) << message(*reader->fault());
  ASSERT_EQ(pairs.size(), 2U);
  EXPECT_EQ(pairs[0].id, "3#1");
  EXPECT_EQ(pairs[0].english.text, "Yes. So it");
  EXPECT_THAT(pairs[0].english.parts, testing::ElementsAre(ByteRange{0, 4}, ByteRange{5, 10}));
  EXPECT_EQ(pairs[0].english.bytes, (ByteRange{9, 21}));
  EXPECT_TRUE(pairs[0].marked);
  EXPECT_EQ(pairs[1].arabic.text, "لا");
  EXPECT_EQ(pairs[1].line, 4U);
  EXPECT_EQ(reader->failed_documents(), 1U);
}

TEST(Pairs, UnitsInOtherLanguagesAreCounted) {
  const auto reader = read_tmx(input_of(
      "<tmx version=\"1.4\"><header srclang=\"fr\"/><body>"
      "<tu><tuv xml:lang=\"fr\"><seg>oui</seg></tuv><tuv xml:lang=\"de\"><seg>ja</seg></tuv></tu>"
      "<tu><tuv xml:lang=\"ar\"><seg>نعم</seg></tuv><tuv xml:lang=\"en\"><seg>yes</seg></tuv></tu>"
      "</body></tmx>"));
  const auto pairs = all_of(*reader);
  ASSERT_EQ(reader->fault(), std::nullopt);
  ASSERT_EQ(pairs.size(), 1U);
  EXPECT_EQ(pairs[0].english.text, "yes");
  EXPECT_EQ(reader->foreign_units(), 1U);
}

TEST(Pairs, LosePartsThatAreNoLongerThoseOfTheirText) {
  const auto parts = [](const std::string& value, const std::string& text) {
    const auto reader =
        read_tmx(input_of("<tmx><body><tu><tuv xml:lang='ar'><prop type='parts'>" + value +
                          "</prop><seg>" + text + "</seg></tuv></tu></body></tmx>"));
    return all_of(*reader).at(0).arabic.parts.size();
  };
  EXPECT_EQ(parts("0-6 7-11", "نعم. لا"), 0U);
  EXPECT_EQ(parts("0-7 8-12", "نعم. لا"), 2U);
  EXPECT_EQ(parts("0-7 8-12", "نعم. لا."), 0U);
  EXPECT_EQ(parts("0-8 9-12", "نعم. لا"), 0U);
  EXPECT_EQ(parts("0-7 50-99", "نعم. لا"), 0U);
  EXPECT_EQ(parts("0-1", "نعم"), 0U);
  EXPECT_EQ(parts("0-6", "نعم"), 1U);
}

TEST(Pairs, OfXmlInOtherEncodings) {
  const auto single = read_tmx(input_of(
      "<?xml version='1.0' encoding='windows-1256'?><tmx><body><tu><tuv xml:lang='ar'>"
      "<seg>\xE4\xDA\xE3</seg></tuv><tuv xml:lang='en'><seg>Yes</seg></tuv></tu></body></tmx>"));
  const auto pairs = all_of(*single);
  ASSERT_EQ(pairs.size(), 1U);
  EXPECT_EQ(pairs[0].arabic.text, "نعم");
  std::string wide = "\xFF\xFE";
  for (const char c :
       std::string("<tmx><body><tu><tuv xml:lang='en'><seg>Yes</seg></tuv></tu></body></tmx>"))
    wide += std::string(1, c) + '\0';
  EXPECT_EQ(all_of(*read_tmx(input_of(wide))).size(), 1U);
}

TEST(Sheets, HoldNoFormula) {
  for (const std::string& text : nasty_texts()) {
    const std::string cell = guarded(text);
    EXPECT_EQ(std::string("=+-@\t\r\n").find(cell.front()), std::string::npos) << cell;
    EXPECT_EQ(unguarded(cell), text);
    EXPECT_EQ(unguarded(guarded(cell)), cell);
  }
}

TEST(Sheets, OfASemicolonCountryAreRead) {
  const auto reader = read_csv(input_of(
      "\xEF\xBB\xBFid;accepted/wrong;Arabic;English\r\n1;Wrong;نعم;\"a \"\"b\"\";\r\nc\"\r\n"));
  const auto pairs = all_of(*reader);
  ASSERT_EQ(reader->fault(), std::nullopt) << message(*reader->fault());
  ASSERT_EQ(pairs.size(), 1U);
  EXPECT_EQ(pairs[0].english.text, "a \"b\";\r\nc");
  EXPECT_EQ(pairs[0].judgement, Judgement::wrong);
}

TEST(TrainingPairs, HaveBothSidesAndNobodyMarkedThemAsWrong) {
  const std::string table =
      "id\ttrg_text\tsrc_text\tjudgement\n1\tYes.\tنعم.\t\n2\tNo.\tلا.\twrong\n3\tPerhaps.\t\t\n";
  EXPECT_TRUE(has_pair_columns(table));
  EXPECT_FALSE(has_pair_columns("نعم.\tYes.\n"));
  EXPECT_FALSE(has_pair_columns(""));
  EXPECT_EQ(std::get<std::string>(training_pairs(table, "x.tsv")), "نعم.\tYes.\n");
  const auto wrong = training_pairs("src_text\ttrg_text\taligner_score\na\tb\tc\n", "x.tsv");
  ASSERT_TRUE(std::holds_alternative<Fault>(wrong));
  EXPECT_EQ(std::get<Fault>(wrong).line, 2U);
}

}  // namespace
}  // namespace muwazi
