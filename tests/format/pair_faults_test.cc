// Bad files: what is said of them, and where.
#include <gtest/gtest.h>

#include "format/edits.h"
#include "format/pair_samples.h"

namespace muwazi {
namespace {

ReaderPointer tmx(Input input) { return read_tmx(std::move(input)); }
ReaderPointer xliff(Input input) { return read_xliff(std::move(input)); }
ReaderPointer beads(Input input) {
  return read_bead_lines(std::move(input), input_of("نعم\nلا\n", "ar"),
                         input_of("yes\nno\n", "en"));
}
ReaderPointer ladder(Input input) {
  return read_ladder(std::move(input), input_of("نعم\nلا\n", "ar"), input_of("yes\nno\n", "en"));
}
ReaderPointer moses(Input input) { return read_moses(std::move(input), input_of("yes\n", "en")); }

struct Bad {
  std::string text, place, found;
};

/// What is said is "bad:PLACE: ", `before`, what was found, and `behind`.
void expect_refused(const std::function<ReaderPointer(Input)>& read, const std::string& before,
                    const std::string& behind, const std::vector<Bad>& files) {
  for (const Bad& file : files) {
    SCOPED_TRACE(file.text);
    const auto reader = read(input_of(file.text, "bad"));
    (void)all_of(*reader);
    std::string expected = "bad:";
    expected.append(file.place).append(": ").append(before).append(file.found).append(behind);
    EXPECT_EQ(reader->fault() ? message(*reader->fault()) : "", expected);
  }
}

std::string deep(std::size_t levels) {
  std::string out = "<tmx>";
  for (std::size_t i = 0; i < levels; ++i) out += "<x>";
  return out;
}

TEST(BadFile, OfXmlIsRefusedWithItsPlace) {
  const std::string xml = "malformed XML: ";
  expect_refused(tmx, xml, "",
                 {{"<tmx>\n<body>\n  <tu>", "3:7", "no element found; was it cut off?"},
                  {"<tmx>\n<body></tmx>", "2:9", "mismatched tag"},
                  {"<tmx>\x07</tmx>", "1:6", "not well-formed (invalid token)"},
                  {"<tmx>\xC3</tmx>", "1:6", "not well-formed (invalid token)"},
                  {deep(1000), "1:603",
                   "more than 200 elements inside each other; no format of segments has so many"},
                  {"<html/>", "1:1", "the root element is html; a .tmx file has tmx"}});
  expect_refused(xliff, xml, "",
                 {{"\n <tmx/>", "2:2", "the root element is tmx; an .xlf file has xliff"}});
}

TEST(BadFile, WithEntitiesOfItsOwnIsRefusedWithItsPlace) {
  expect_refused(
      tmx, "malformed XML: the entity ",
      "; write what it stands for: entities of its own are not read",
      {{"<!DOCTYPE tmx [<!ENTITY a \"aaaa\">\n]><tmx>&a;</tmx>", "1:27", "a"},
       {"<!DOCTYPE tmx [\n<!ENTITY x SYSTEM \"file:///etc/passwd\">]><tmx>&x;</tmx>", "2:39", "x"},
       {"<!DOCTYPE tmx SYSTEM \"tmx14.dtd\"><tmx>&nbsp;</tmx>", "1:39", "nbsp"}});
}

TEST(BadFile, OfRowsIsRefusedWithItsPlace) {
  const std::string pair = "malformed pair: ";
  expect_refused(
      read_tsv, pair, "",
      {{"نعم\tyes\n\nلا\n", "3:3",
        "a line without its two columns; put a tab between the Arabic and the English "
        "text"},
       {"src_text\ttrg_text\taligner_score\nنعم\tyes\thigh\n", "2:9", "the score is \"high\""},
       {"src_text\ttrg_text\tsrc_start\tsrc_end\nنعم\tyes\t9\t3\n", "2:11",
        "the end 3 stands before the start 9"}});
  expect_refused(
      read_csv, pair, "",
      {{"id,Arabic,English\n1,نعم\n", "2",
        "a row without its two columns; it needs an Arabic and an English text"},
       {"Arabic,English\nنعم,\"yes\nno", "2:5",
        "a quotation mark that nothing closes; was it cut off?"},
       {"\"نعم\"x,yes\n", "1:6",
        "text behind the closing quotation mark; write a quotation mark inside a cell twice"},
       {"Arabic,English,accepted/wrong\nنعم,yes,maybe\n", "2",
        "\"maybe\" is neither \"accepted\" nor \"wrong\""}});
  expect_refused(
      moses, pair, "",
      {{"نعم\nلا\n", "2", "a line that en has not; both files need the same number of lines"}});
}

TEST(BadFile, WithAHeaderThatLacksATextIsRefusedWithItsPlace) {
  const std::string before = "malformed pair: a header without ",
                    behind = "; name the columns of both texts";
  expect_refused(read_tsv, before, behind,
                 {{"src_text\tother\nنعم\tyes\n", "1:1", "trg_text (English)"},
                  {"document\tid\nd\t1\n", "1:1", "src_text (Arabic)"}});
  expect_refused(read_csv, before, behind, {{"id,English\n1,yes\n", "1", "src_text (Arabic)"}});
}

TEST(BadFile, OfOtherBytesThanTextIsRefusedWithItsPlace) {
  const std::string before = "invalid UTF-8: byte ",
                    behind = "; save the file as UTF-8, or name its encoding with --encoding";
  expect_refused(read_tsv, before, behind, {{"نعم\tye\xFFs\n", "1:7", "0xFF"}});
  expect_refused(read_csv, before, behind, {{"a,b\nنعم,\"yes\nn\xFFo\"\n", "3:2", "0xFF"}});
  expect_refused(read_tsv, "NUL byte in a text", "; remove it",
                 {{std::string("نعم\ty\0s\n", 11), "1:6", ""}});
  expect_refused(read_jsonl, "NUL byte in a text", "; remove it",
                 {{R"({"ar": "a\u0000", "en": "b"})", "1:10", ": \\u0000"}});
}

TEST(BadFile, OfJsonIsRefusedWithItsPlace) {
  expect_refused(read_jsonl, "no JSON; was it cut off?", "",
                 {{"{\"ar\": \"نعم\", \"en\": \"yes\"}\n{\"ar\": \"", "2:9", ""}});
  expect_refused(
      read_jsonl, "no document: ", "; a line is a pair or a record of align",
      {{R"({"x": 1})", "1:1", "neither a pair nor a record of align"},
       {R"({"ar": "نعم", "en": [1]})", "1:1", "\"en\" is no string"},
       {R"({"ar": "نعم", "en": 1})", "1:1", "\"en\" is no string"},
       {R"({"ar": "نعم", "eng": "yes"})", "1:1", "no \"en\""},
       {R"({"ar": "x y", "en": "", "sides": {"ar": {"parts": [[0, 1], [2, 9]]}}})", "1:1",
        "\"parts\" are not those of its text"},
       {R"({"ar": "x", "en": "", "sides": {"ar": {"bytes": [5, 2]}}})", "1:1",
        "\"bytes\" ends before it begins"},
       {R"({"id": "d", "sentences": {"ar": [], "en": []}, "beads": [{"ar": [3], "en": []}]})",
        "1:1", "a bead with sentence 3 of 0 in \"ar\""}});
}

TEST(BadFile, OfBeadsIsRefusedWithItsPlace) {
  const std::string bead = "malformed bead: ",
                    order = "; the numbers rise, and none is past the last line";
  expect_refused(beads, bead, order,
                 {{"[0]:[0]\n[1, 2]:[1]\n", "2:1", "sentence 2 of ar"},
                  {"[1]:[0]\n[0]:[1]\n", "2:1", "sentence 0 of ar"}});
  expect_refused(ladder, bead, order,
                 {{"0\t0\t0.3\n4000000000\t4000000000\t0.3\n", "2:1", "sentence 2 of ar"}});
  expect_refused(beads, bead, "",
                 {{"[0]:[0]\n[1]:1\n", "2:5",
                   "\"1\"; a bead is written [0, 1]:[2], sentence numbers from 0, Arabic first"}});
  expect_refused(
      ladder, bead, "",
      {{"0\t0\t0.3\n1\tx\t0.3\n", "2:3",
        "\"1 x 0.3\"; a rung is two numbers and a score, tabs between"},
       {"0\t0\t0.3\n1\t1\t0.3\n", "2", "the end, before sentence 1 of ar; was it cut off?"},
       {"1\t1\t0.3\n0\t2\t0.3\n", "2:1",
        "a rung below the one before it; the numbers of a ladder rise"}});
}

TEST(BadFile, GivesWhatStandsBeforeItsFault) {
  const auto reader = read_tmx(
      input_of("<tmx><body><tu><tuv xml:lang='en'><seg>Yes</seg></tuv></tu><tu></body></tmx>"));
  EXPECT_EQ(all_of(*reader).size(), 1U);
  EXPECT_TRUE(reader->fault().has_value());
}

TEST(BadFile, IsNoPlaceForATagWithoutEnd) {
  std::size_t given = 0;
  const Input endless{"bad", [&](char* to, std::size_t size) {
                        std::fill_n(to, size, 'x');
                        if (given == 0) std::copy_n("<tmx a='", 8, to);
                        given += size;
                        return size;
                      }};
  const auto reader = read_tmx(endless);
  (void)all_of(*reader);
  ASSERT_TRUE(reader->fault().has_value());
  EXPECT_EQ(reader->fault()->kind, FaultKind::too_large);
  EXPECT_LT(given, std::size_t{1} << 22U);
}

TEST(Edits, OfALongTextAreShownWhereTheyAre) {
  SegmentPair pair, edited;
  pair.id = edited.id = "7";
  pair.english.text = std::string(200, 'x') + "old" + std::string(200, 'y');
  edited.english.text = std::string(200, 'x') + "new" + std::string(200, 'y');
  std::string rows;
  const auto writer = write_jsonl(sink_to(rows));
  ASSERT_EQ(writer->write(edited), std::nullopt);
  writer->finish();
  auto read = PairEdits::read(*read_jsonl(input_of(rows)), "edited.jsonl");
  const std::string xs(20, 'x'), ys(37, 'y');
  EXPECT_EQ(std::get<PairEdits>(read).apply(pair),
            std::vector<std::string>{"7: English: \"…" + xs + "old" + ys + "…\" -> \"…" + xs +
                                     "new" + ys + "…\""});
}

TEST(BadFile, IsNoPlaceForABeadThatHoldsATextWithoutEnd) {
  std::size_t lines = 0;
  const Input endless{"ar", [&](char* to, std::size_t size) {
                        std::fill_n(to, size, 'x');
                        to[size - 1] = '\n';
                        ++lines;
                        return size;
                      }};
  const auto reader =
      read_ladder(input_of("0\t0\t1\n1000000000\t1\t1\n"), endless, input_of("yes\n", "en"));
  (void)all_of(*reader);
  ASSERT_TRUE(reader->fault().has_value());
  EXPECT_EQ(reader->fault()->kind, FaultKind::too_large);
  EXPECT_LT(lines, 5000U);
}

TEST(Edits, ThatWantTwoThingsOfOnePairAreRefused) {
  const std::string row = "{\"id\": \"7\", \"ar\": \"نعم\", \"en\": \"yes\"}\n";
  const auto again = PairEdits::read(*read_jsonl(input_of(row + row)), "edited.jsonl");
  EXPECT_TRUE(std::holds_alternative<PairEdits>(again));
  const std::string other = "{\"id\": \"7\", \"ar\": \"نعم\", \"en\": \"Yes.\"}\n";
  const auto two = PairEdits::read(*read_jsonl(input_of(row + other)), "edited.jsonl");
  ASSERT_TRUE(std::holds_alternative<Fault>(two));
  EXPECT_EQ(message(std::get<Fault>(two)),
            "edited.jsonl:2: malformed pair: another edit of the pair 7; leave one row of each id");
}

TEST(Edits, AreAppliedByIdsAndListed) {
  std::vector<SegmentPair> pairs = nasty_pairs();
  std::string sheet;
  const auto writer = write_csv(sink_to(sheet));
  for (const SegmentPair& pair : pairs) ASSERT_EQ(writer->write(pair), std::nullopt);
  writer->finish();
  const auto replace = [&](const std::string& from, const std::string& to) {
    const std::size_t at = sheet.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    sheet.replace(at, from.size(), to);
  };
  replace("\"n2\",,", "\"n2\",accepted,");
  replace(",\"plain\"", ",\"plainer\"");
  replace("\"harbour#2\",wrong,", "\"harbour#2\",,");
  replace("\"n9\",,", "\"n999\",,");
  replace("\"n5\",,", "\"n5\",wrong,");
  const auto read = PairEdits::read(*read_csv(input_of(sheet)), "edited.csv");
  ASSERT_TRUE(std::holds_alternative<PairEdits>(read));
  auto edits = std::get<PairEdits>(read);
  pairs[5].english.text += '!';  // the pair changed since the sheet was made
  std::vector<std::string> lines;
  for (SegmentPair& pair : pairs) {
    for (std::string& line : edits.apply(pair)) lines.push_back(std::move(line));
  }
  EXPECT_EQ(lines, (std::vector<std::string>{
                       "harbour#2: no longer marked", "n2: English: \"plain\" -> \"plainer\"",
                       "n2: accepted",
                       "n5: not applied: the pair is another one than when the sheet was made"}));
  EXPECT_EQ(pairs[2].english.text, "plainer");
  EXPECT_EQ(pairs[2].judgement, Judgement::accepted);
  EXPECT_EQ(pairs[1].judgement, Judgement::none);
  EXPECT_EQ(edits.changed(), 2U);
  EXPECT_EQ(edits.refused(), 1U);
  // Its content is that of its key: the row was not changed but for its id.
  EXPECT_TRUE(edits.left_over().empty());
}

}  // namespace
}  // namespace muwazi
