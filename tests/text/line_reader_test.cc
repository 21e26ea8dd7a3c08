#include "text/line_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace muwazi {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Gives `bytes` in pieces of `piece` bytes.
ReadBytes source_of(std::string bytes, std::size_t piece) {
  return
      [bytes = std::move(bytes), piece, at = std::size_t{0}](char* to, std::size_t size) mutable {
        const std::size_t count = std::min({size, piece, bytes.size() - at});
        std::copy_n(bytes.data() + at, count, to);
        at += count;
        return count;
      };
}

/// The lines; "-" before what was kept of one past the limit.
std::vector<std::string> lines_of(const std::string& bytes, std::size_t piece,
                                  std::size_t most = 1000) {
  LineReader reader(source_of(bytes, piece), most);
  std::vector<std::string> lines;
  TextLine line;
  while (reader.next(line)) {
    lines.push_back((line.too_long ? "-" : "") + line.bytes);
    EXPECT_EQ(line.number, lines.size());
  }
  return lines;
}

TEST(LineReader, GivesTheSameLinesHoweverTheBytesCome) {
  for (std::size_t piece = 1; piece < 12; ++piece) {
    EXPECT_THAT(lines_of("one\ntwo\r\n\nfour", piece), ElementsAre("one", "two", "", "four"));
  }
}

TEST(LineReader, EndsLinesAtLineFeedsOnly) {
  EXPECT_THAT(lines_of("a\u2028b\u2029c\u0085d\re\vf\n", 3),
              ElementsAre("a\u2028b\u2029c\u0085d\re\vf"));
}

TEST(LineReader, HasNoLineBehindTheLastLineEnd) {
  EXPECT_THAT(lines_of("", 9), IsEmpty());
  EXPECT_THAT(lines_of("\n", 9), ElementsAre(""));
  EXPECT_THAT(lines_of("a\n", 9), ElementsAre("a"));
  EXPECT_THAT(lines_of("a\n\n", 9), ElementsAre("a", ""));
}

TEST(LineReader, MarksALinePastTheLimitAndGoesOnBehindIt) {
  for (std::size_t piece = 1; piece < 12; ++piece) {
    EXPECT_THAT(lines_of("1234\n12345\nabcd\r\nabcde\r\nx\n12345", piece, 4),
                ElementsAre("1234", "-1234", "abcd", "-abcd", "x", "-1234"));
  }
}

TEST(LineReader, KeepsOnlyTheBeginningOfALineThatIsTooLong) {
  LineReader reader(source_of(std::string(100'000'000, 'x') + "\nend", 1U << 16U), 50'000'000);
  TextLine line;
  ASSERT_TRUE(reader.next(line));
  EXPECT_TRUE(line.too_long);
  EXPECT_EQ(line.bytes.size(), LineReader::kKept);
  EXPECT_LE(line.bytes.capacity(), 2 * LineReader::kKept);
  ASSERT_TRUE(reader.next(line));
  EXPECT_EQ(line.bytes, "end");
}

}  // namespace
}  // namespace muwazi
