// Bad files: what is said of them, and where.
#include <gtest/gtest.h>

#include "format/edits.h"
#include "format/pair_samples.h"

namespace muwazi {
namespace {

struct Bad {
  const char* name;
  std::function<ReaderPointer(Input)> read;
  std::string text;
  const char* message;
};

class BadFile : public testing::TestWithParam<Bad> {};

TEST_P(BadFile, IsRefusedWithItsPlace) {
  const auto reader = GetParam().read(input_of(GetParam().text, "bad"));
  (void)all_of(*reader);
  ASSERT_TRUE(reader->fault().has_value());
  EXPECT_EQ(message(*reader->fault()), GetParam().message);
}

std::string deep(std::size_t levels) {
  std::string out = "<tmx>";
  for (std::size_t i = 0; i < levels; ++i) out += "<x>";
  return out;
}

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

INSTANTIATE_TEST_SUITE_P(
    Pairs, BadFile,
    testing::Values(
        Bad{"cut_xml", tmx, "<tmx>\n<body>\n  <tu>",
            "bad:3:7: malformed XML: no element found; was it cut off?"},
        Bad{"crossed_tags", tmx, "<tmx>\n<body></tmx>", "bad:2:9: malformed XML: mismatched tag"},
        Bad{"other_root", tmx, "<html/>",
            "bad:1:1: malformed XML: the root element is html; a .tmx file has tmx"},
        Bad{"other_root_of_xliff", xliff, "\n <tmx/>",
            "bad:2:2: malformed XML: the root element is tmx; an .xlf file has xliff"},
        Bad{"entity_bomb", tmx, "<!DOCTYPE tmx [<!ENTITY a \"aaaa\">\n]><tmx>&a;</tmx>",
            "bad:1:27: malformed XML: the entity a; write what it stands for: entities of "
            "its own are not read"},
        Bad{"external_entity", tmx,
            "<!DOCTYPE tmx [\n<!ENTITY x SYSTEM \"file:///etc/passwd\">]><tmx>&x;</tmx>",
            "bad:2:39: malformed XML: the entity x; write what it stands for: entities of "
            "its own are not read"},
        Bad{"unknown_entity", tmx, "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\"><tmx>&nbsp;</tmx>",
            "bad:1:39: malformed XML: the entity nbsp; write what it stands for: entities "
            "of its own are not read"},
        Bad{"deep", tmx, deep(1000),
            "bad:1:603: malformed XML: more than 200 elements inside each other; no format "
            "of segments has so many"},
        Bad{"control_in_xml", tmx, "<tmx>\x07</tmx>",
            "bad:1:6: malformed XML: not well-formed (invalid token)"},
        Bad{"no_utf8_in_xml", tmx, "<tmx>\xC3</tmx>",
            "bad:1:6: malformed XML: not well-formed (invalid token)"},
        Bad{"one_column", read_tsv, "نعم\tyes\n\nلا\n",
            "bad:3:3: malformed pair: a line without its two columns; put a tab between the Arabic "
            "and the English text"},
        Bad{"one_text_in_the_header", read_tsv, "src_text\tother\nنعم\tyes\n",
            "bad:1:1: malformed pair: a header without trg_text (English); name the columns of "
            "both "
            "texts"},
        Bad{"header_without_texts", read_tsv, "document\tid\nd\t1\n",
            "bad:1:1: malformed pair: a header without src_text (Arabic); name the columns of both "
            "texts"},
        Bad{"one_text_in_the_header_of_csv", read_csv, "id,English\n1,yes\n",
            "bad:1: malformed pair: a header without src_text (Arabic); name the columns of both "
            "texts"},
        Bad{"short_row", read_csv, "id,Arabic,English\n1,نعم\n",
            "bad:2: malformed pair: a row without its two columns; it needs an Arabic and an "
            "English "
            "text"},
        Bad{"score_of_letters", read_tsv, "src_text\ttrg_text\taligner_score\nنعم\tyes\thigh\n",
            "bad:2:9: malformed pair: the score is \"high\""},
        Bad{"no_utf8", read_tsv, "نعم\tye\xFFs\n",
            "bad:1:7: invalid UTF-8: byte 0xFF; save the file as UTF-8, or name its encoding "
            "with --encoding"},
        Bad{"nul", read_tsv, std::string("نعم\ty\0s\n", 11),
            "bad:1:6: NUL byte in a text; remove it"},
        Bad{"open_quotation", read_csv, "Arabic,English\nنعم,\"yes\nno",
            "bad:2:5: malformed pair: a quotation mark that nothing closes; was it cut off?"},
        Bad{"behind_quotation", read_csv, "\"نعم\"x,yes\n",
            "bad:1:6: malformed pair: text behind the closing quotation mark; write a quotation "
            "mark "
            "inside a cell twice"},
        Bad{"bad_byte_in_csv", read_csv, "a,b\nنعم,\"yes\nn\xFFo\"\n",
            "bad:3:2: invalid UTF-8: byte 0xFF; save the file as UTF-8, or name its encoding "
            "with --encoding"},
        Bad{"judgement", read_csv, "Arabic,English,accepted/wrong\nنعم,yes,maybe\n",
            "bad:2: malformed pair: \"maybe\" is neither \"accepted\" nor \"wrong\""},
        Bad{"cut_json", read_jsonl, "{\"ar\": \"نعم\", \"en\": \"yes\"}\n{\"ar\": \"",
            "bad:2:9: no JSON; was it cut off?"},
        Bad{"other_json", read_jsonl, "{\"x\": 1}\n",
            "bad:1:1: no document: neither a pair nor a record of align; a line is a pair or a "
            "record "
            "of align"},
        Bad{"number_for_text", read_jsonl, "{\"ar\": \"نعم\", \"en\": [1]}\n",
            "bad:1:1: no document: \"en\" is no string; a line is a pair or a record of align"},
        Bad{"integer_for_text", read_jsonl, "{\"ar\": \"نعم\", \"en\": 1}\n",
            "bad:1:1: no document: \"en\" is no string; a line is a pair or a record of align"},
        Bad{"one_text_in_json", read_jsonl, "{\"ar\": \"نعم\", \"eng\": \"yes\"}\n",
            "bad:1:1: no document: no \"en\"; a line is a pair or a record of align"},
        Bad{"parts_of_another_text", read_jsonl,
            R"({"ar": "x y", "en": "", "sides": {"ar": {"parts": [[0, 1], [2, 9]]}}})",
            "bad:1:1: no document: \"parts\" are not those of its text; a line is a pair or a "
            "record "
            "of align"},
        Bad{"end_before_begin", read_jsonl,
            R"({"ar": "x", "en": "", "sides": {"ar": {"bytes": [5, 2]}}})",
            "bad:1:1: no document: \"bytes\" ends before it begins; a line is a pair or a record "
            "of "
            "align"},
        Bad{"end_before_start", read_tsv,
            "src_text\ttrg_text\tsrc_start\tsrc_end\nنعم\tyes\t9\t3\n",
            "bad:2:11: malformed pair: the end 3 stands before the start 9"},
        Bad{"bead_past_the_end", read_jsonl,
            R"({"id": "d", "sentences": {"ar": [], "en": []}, "beads": [{"ar": [3], "en": []}]})",
            "bad:1:1: no document: a bead with sentence 3 of 0 in \"ar\"; a line is a pair or a "
            "record "
            "of align"},
        Bad{"nul_in_json", read_jsonl, R"({"ar": "a\u0000", "en": "b"})",
            "bad:1:10: NUL byte in a text: \\u0000; remove it"},
        Bad{"longer_side", moses, "نعم\nلا\n",
            "bad:2: malformed pair: a line that en has not; both files need the same number of "
            "lines"},
        Bad{"no_bead", beads, "[0]:[0]\n[1]:1\n",
            "bad:2:5: malformed bead: \"1\"; a bead is written [0, 1]:[2], sentence numbers "
            "from 0, Arabic first"},
        Bad{"sentence_past_the_end", beads, "[0]:[0]\n[1, 2]:[1]\n",
            "bad:2:1: malformed bead: sentence 2 of ar; the numbers rise, and none is past the "
            "last "
            "line"},
        Bad{"beads_backwards", beads, "[1]:[0]\n[0]:[1]\n",
            "bad:2:1: malformed bead: sentence 0 of ar; the numbers rise, and none is past the "
            "last "
            "line"},
        Bad{"no_rung", ladder, "0\t0\t0.3\n1\tx\t0.3\n",
            "bad:2:3: malformed bead: \"1 x 0.3\"; a rung is two numbers and a score, tabs "
            "between"},
        Bad{"ladder_past_the_end", ladder, "0\t0\t0.3\n4000000000\t4000000000\t0.3\n",
            "bad:2:1: malformed bead: sentence 2 of ar; the numbers rise, and none is past the "
            "last "
            "line"},
        Bad{"cut_ladder", ladder, "0\t0\t0.3\n1\t1\t0.3\n",
            "bad:2: malformed bead: the end, before sentence 1 of ar; was it cut off?"},
        Bad{"ladder_down", ladder, "1\t1\t0.3\n0\t2\t0.3\n",
            "bad:2:1: malformed bead: a rung below the one before it; the numbers of a ladder "
            "rise"}),
    [](const auto& bad) { return std::string(bad.param.name); });

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
