#include "text/decoded.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "muwazi/text/fault.h"

namespace muwazi {
namespace {

using namespace std::string_literals;

/// Small pieces, so that characters are cut.
ReadBytes pieces(std::string bytes) {
  return [bytes = std::move(bytes), at = std::size_t{0}](char* to, std::size_t size) mutable {
    const std::size_t count = std::min({size, bytes.size() - at, std::size_t{3}});
    std::copy_n(bytes.data() + at, count, to);
    at += count;
    return count;
  };
}

std::string all_of(const ReadBytes& read) {
  std::string out, piece(5, '\0');
  while (const std::size_t count = read(piece.data(), piece.size())) out.append(piece, 0, count);
  return out;
}

std::string utf16(const std::u16string& text, bool big) {
  std::string out;
  for (const char16_t c : text) {
    const char low = static_cast<char>(c & 0xFFU), high = static_cast<char>(c >> 8U);
    out += big ? std::string{high, low} : std::string{low, high};
  }
  return out;
}

const std::u16string kText = u"نعم.\tYes. \U0001F6A2\n";
const std::string kUtf8 = "نعم.\tYes. \U0001F6A2\n";

TEST(Decoded, TakesAByteOrderMarkAtItsWord) {
  for (const bool big : {false, true}) {
    EXPECT_EQ(all_of(decoded(pieces(utf16(u"\uFEFF" + kText, big)), "auto", "x")), kUtf8);
    EXPECT_EQ(all_of(decoded(pieces(utf16(u"\uFEFF" + kText, big)), "UTF-16", "x")), kUtf8);
  }
}

TEST(Decoded, LeavesOtherBytesAsTheyAreUnlessToldWhatTheyAre) {
  for (const std::string& bytes : {kUtf8, ""s, "a"s, "\xEF\xBB\xBF" + kUtf8, "\xD3\0\xFF"s}) {
    EXPECT_EQ(all_of(decoded(pieces(bytes), "auto", "x")), bytes);
    EXPECT_EQ(all_of(decoded(pieces(bytes), "utf8", "x")), bytes);
  }
}

TEST(Decoded, TakesTheEncodingThatIsNamed) {
  EXPECT_EQ(all_of(decoded(pieces("\xE6\xD9\xE5"), "ISO-8859-6", "x")), "نعم");
  EXPECT_EQ(all_of(decoded(pieces("\xE1\xC7"), "cp1256", "x")), "لا");
  for (const bool big : {false, true}) {
    EXPECT_EQ(all_of(decoded(pieces(utf16(kText, big)), "UTF-16", "x")), kUtf8);
    EXPECT_EQ(all_of(decoded(pieces(utf16(kText, big)), big ? "UTF-16BE" : "UTF-16LE", "x")),
              kUtf8);
  }
}

TEST(Decoded, TakesTextsThatAreLongerThanItsPieces) {
  std::u16string text;
  std::string wanted;
  for (int k = 0; k < 20'000; ++k) {
    text += kText;
    wanted += kUtf8;
  }
  const auto whole = [bytes = utf16(text, false), at = std::size_t{0}](char* to,
                                                                       std::size_t size) mutable {
    const std::size_t count = std::min(size, bytes.size() - at);
    std::copy_n(bytes.data() + at, count, to);
    at += count;
    return count;
  };
  EXPECT_EQ(all_of(decoded(whole, "UTF-16LE", "x")), wanted);
}

std::string refusal(const std::string& bytes, const std::string& encoding) {
  try {
    (void)all_of(decoded(pieces(bytes), encoding, "x.tsv"));
  } catch (const EnvironmentError& error) {
    return error.what();
  }
  return "";
}

TEST(Decoded, SaysWhereTheEncodingDoesNotHold) {
  EXPECT_EQ(refusal("\xE4\n\xE4\xFF", "ISO-8859-6"),
            "x.tsv:2: byte 0xFF, which ISO-8859-6 does not have; name the right encoding with "
            "--encoding");
  EXPECT_EQ(refusal(utf16(u"\uFEFFyes", false) + "x", "auto"),
            "x.tsv:1: byte 0x78, where UTF-16LE is cut off; get the whole file, or name the right "
            "encoding with --encoding");
  EXPECT_EQ(refusal("yes", "cp-none"),
            "x.tsv: unknown encoding \"cp-none\"; use auto, UTF-8, UTF-16, windows-1256 or another "
            "name that ICU knows");
}

}  // namespace
}  // namespace muwazi
