// Which column of a table is taken for what.
#include "format/header.h"

#include <gmock/gmock.h>

#include "format/cells.h"
#include "format/pair_samples.h"
#include "format/streams.h"

namespace muwazi {
namespace {

using ::testing::ElementsAre;

/// "ARABIC|ENGLISH|ID" of each pair.
std::vector<std::string> read(PairReader& reader) {
  std::vector<std::string> out;
  SegmentPair pair;
  while (reader.next(pair))
    out.push_back(pair.arabic.text + '|' + pair.english.text + '|' + pair.id);
  EXPECT_EQ(reader.fault(), std::nullopt);
  return out;
}

struct Table {
  const char* name;
  const char* header;  ///< the cells with commas between; none of them holds one
  const char* row;
  const char* id = "";
};

class Header : public ::testing::TestWithParam<Table> {
 protected:
  [[nodiscard]] static std::string expected() {
    return std::string("صباح الخير|Good morning|") + GetParam().id;
  }
};

TEST_P(Header, NamesTheColumnsOfCsv) {
  const auto reader =
      read_csv(input_of(std::string(GetParam().header) + '\n' + GetParam().row + '\n'));
  EXPECT_THAT(read(*reader), ElementsAre(expected()));
}

TEST_P(Header, NamesTheColumnsOfTsv) {
  std::string text = std::string(GetParam().header) + '\n' + GetParam().row + '\n';
  std::replace(text.begin(), text.end(), ',', '\t');
  const auto reader = read_tsv(input_of(text));
  EXPECT_THAT(read(*reader), ElementsAre(expected()));
}

INSTANTIATE_TEST_SUITE_P(
    Columns, Header,
    ::testing::Values(
        Table{"small_letters", "arabic,english", "صباح الخير,Good morning"},
        Table{"codes", "ar,en", "صباح الخير,Good morning"},
        Table{"capital_codes", "AR,EN", "صباح الخير,Good morning"},
        Table{"countries", "en-US,ar_SA", "Good morning,صباح الخير"},
        Table{"in_arabic", "العربية,الإنجليزية", "صباح الخير,Good morning"},
        Table{"arabic_source", "source,target", "صباح الخير,Good morning"},
        Table{"english_source", "Source,Target", "Good morning,صباح الخير"},
        Table{"short_names", "src,trg", "صباح الخير,Good morning"},
        Table{"other_short_names", "SRC,TGT", "Good morning,صباح الخير"},
        Table{"source_and_translation", "Source text,Translation", "Good morning,صباح الخير"},
        Table{"source_and_language", "source,ar", "Good morning,صباح الخير"},
        Table{"languages_before_source", "source,ar,en", "book.txt,صباح الخير,Good morning"},
        Table{"capitals_of_bitextor", "SRC_TEXT,TRG_TEXT", "صباح الخير,Good morning"},
        Table{"id_first", "id,arabic,english", "1,صباح الخير,Good morning", "1"},
        Table{"id_and_english_first", "ID,en,ar", "7,Good morning,صباح الخير", "7"},
        Table{"unknown_column", "domain,en,ar", "greetings,Good morning,صباح الخير"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(HeaderOfColumns, PassesOverNumbersOfRowsWithoutHeader) {
  EXPECT_THAT(read(*read_csv(input_of("1,صباح الخير,Good morning\n2,نعم,Yes\n"))),
              ElementsAre("صباح الخير|Good morning|", "نعم|Yes|"));
  EXPECT_THAT(read(*read_tsv(input_of("Good morning\tصباح الخير\t0.9\nYes\tنعم\t1\n"))),
              ElementsAre("صباح الخير|Good morning|", "نعم|Yes|"));
  EXPECT_THAT(read(*read_tsv(input_of("2024\t2024\nنعم\tYes\n"))),
              ElementsAre("2024|2024|", "نعم|Yes|"));
}

TEST(HeaderOfColumns, TakesAGlossaryForData) {
  EXPECT_THAT(read(*read_tsv(input_of("العربية\tArabic\nالإنجليزية\tEnglish\n"))),
              ElementsAre("العربية|Arabic|", "الإنجليزية|English|"));
  EXPECT_THAT(read(*read_tsv(input_of("source\tمصدر\ntarget\tهدف\n"))),
              ElementsAre("مصدر|source|", "هدف|target|"));
}

}  // namespace
}  // namespace muwazi
