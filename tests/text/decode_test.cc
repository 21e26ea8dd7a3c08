#include "muwazi/text/decode.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "muwazi/text/utf8.h"
#include "text/convert.h"

namespace muwazi {
namespace {

using namespace std::string_literals;

const std::string kArabic =
    "افتتحت البلدية أمس مكتبة جديدة في وسط المدينة، وقال رئيسها إن القاعات ستبقى مفتوحة للقراء "
    "حتى المساء.\nهل تكفي هذه الكتب لكل الطلاب؟ «لا»، كما يقول المعلمون؛ فالمدارس كثيرة.\n";
const std::string kEnglish =
    "The town opened a new library yesterday, and the halls stay open late.\n";

// The bytes of `text` in a single-byte encoding; characters that it does not have are left out.
std::string encoded(std::string_view text, const std::string& encoding) {
  const std::array<char32_t, 256> table = byte_table(encoding);
  std::string bytes;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    for (std::size_t byte = 0; byte < table.size(); ++byte) {
      if (table[byte] == c) {
        bytes += static_cast<char>(byte);
        break;
      }
    }
  }
  return bytes;
}

std::string utf16(std::string_view text, bool big_endian) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    std::vector<std::uint32_t> units = {c};
    if (c > 0xFFFFU) units = {0xD7C0U + (c >> 10U), 0xDC00U + (c & 0x3FFU)};
    for (const std::uint32_t unit : units) {
      const std::array<char, 2> pair = {static_cast<char>(unit >> 8U),
                                        static_cast<char>(unit & 0xFFU)};
      bytes += big_endian ? pair[0] : pair[1];
      bytes += big_endian ? pair[1] : pair[0];
    }
  }
  return bytes;
}

Result<Document> decoded(std::string bytes, const std::string& encoding = "auto") {
  return decode("page.txt", std::move(bytes), {encoding});
}

void expect_text(std::string bytes, std::string_view text, std::string_view encoding,
                 const std::string& stated = "auto") {
  const Result<Document> result = decoded(std::move(bytes), stated);
  if (const auto* fault = std::get_if<Fault>(&result)) FAIL() << message(*fault);
  EXPECT_EQ(std::get<Document>(result).text(), text);
  EXPECT_EQ(std::get<Document>(result).encoding(), encoding);
}

Fault fault_of(std::string bytes, const std::string& encoding = "auto") {
  const Result<Document> result = decoded(std::move(bytes), encoding);
  if (const auto* fault = std::get_if<Fault>(&result)) return *fault;
  ADD_FAILURE() << "no fault, but " << std::get<Document>(result).encoding();
  return {};
}

TEST(Decode, Utf8StaysAsItIs) {
  expect_text("", "", "UTF-8");
  expect_text(kArabic + kEnglish, kArabic + kEnglish, "UTF-8");
  expect_text("\uFEFF" + kArabic, "\uFEFF" + kArabic, "UTF-8");
  expect_text("\uFFFE\U0001FFFF\uFDD0", "\uFFFE\U0001FFFF\uFDD0", "UTF-8");
  expect_text("a\x1B[1m\f\v\b\x1Az", "a\x1B[1m\f\v\b\x1Az", "UTF-8");
  expect_text(kArabic, kArabic, "UTF-8", "utf8");
  expect_text("\uFEFFa", "\uFEFFa", "UTF-8", "UTF-8");
}

TEST(Decode, InvalidUtf8IsSaidWithOffsetLineAndBytes) {
  struct Row {
    std::string bytes;
    std::uint64_t line;
    ByteRange where;
    std::string found;
  };
  const std::vector<Row> rows = {
      {"Hello\n\xC3(", 2, {6, 7}, "byte 0xC3 before 0x28"},
      {"ab\xE2\x82", 1, {2, 4}, "bytes 0xE2 0x82 at the end of the file"},
      {"ab\x80z", 1, {2, 3}, "byte 0x80 without a lead byte"},
      {"\xC0\xAF", 1, {0, 2}, "bytes 0xC0 0xAF, an overlong form"},
      {"x\xE0\x80\x80", 1, {1, 4}, "bytes 0xE0 0x80 0x80, an overlong form"},
      {"x\xED\xA0\x80", 1, {1, 4}, "bytes 0xED 0xA0 0x80, half a surrogate pair"},
      {"x\xF4\x90\x80\x80", 1, {1, 5}, "bytes 0xF4 0x90 0x80 0x80, past U+10FFFF"},
      {"x\xFFy", 1, {1, 2}, "byte 0xFF, which UTF-8 never has"}};
  for (const Row& row : rows) {
    for (const char* encoding : {"auto", "UTF-8"}) {
      const Fault fault = fault_of(row.bytes, encoding);
      EXPECT_EQ(fault.kind, FaultKind::invalid_utf8);
      EXPECT_EQ(fault.file, "page.txt");
      EXPECT_EQ(fault.line, row.line) << row.found;
      EXPECT_EQ(fault.bytes, row.where) << row.found;
      EXPECT_EQ(fault.found, row.found);
      EXPECT_NE(fault.remedy.find("--encoding"), std::string::npos);
    }
  }
}

TEST(Decode, DamagedUtf8IsNotTakenForAnotherEncoding) {
  for (std::size_t at = 0; at < kArabic.size(); ++at) {
    std::string damaged = kArabic;
    damaged[at] = '\xFF';
    const Fault fault = fault_of(damaged);
    EXPECT_EQ(fault.kind, FaultKind::invalid_utf8);
    EXPECT_LE(fault.bytes.begin, at);
    EXPECT_GE(fault.bytes.end + 2, at);
  }
  const Fault half = fault_of(kArabic + encoded(kArabic, "windows-1256"));
  EXPECT_EQ(half.kind, FaultKind::invalid_utf8);
  EXPECT_EQ(half.bytes.begin, kArabic.size());
}

TEST(Decode, SingleByteArabicIsToldApart) {
  for (const std::string encoding : {"windows-1256", "ISO-8859-6"}) {
    for (const std::string& text : {kArabic, kEnglish + kEnglish + kArabic}) {
      const std::string bytes = encoded(text, encoding);
      const auto stated = decoded(bytes, encoding);
      const std::string whole(std::get<Document>(stated).text());
      EXPECT_EQ(encoded(whole, encoding), bytes);
      expect_text(bytes, whole, encoding);
    }
  }
  const std::string quoted = "It\x92s \x93new\x94 \x96 they say\x85";
  expect_text(quoted, "It’s “new” – they say…", "windows-1256");
}

TEST(Decode, OtherSingleByteTextIsRefusedWithAHint) {
  const Fault russian = fault_of(encoded(
      "Городская библиотека открыла вчера новый читальный зал, и он будет работать до вечера.",
      "windows-1251"));
  EXPECT_EQ(russian.kind, FaultKind::invalid_utf8);
  EXPECT_NE(russian.remedy.find("windows-1251 perhaps"), std::string::npos) << russian.remedy;
  for (const char* encoding : {"windows-1251", "KOI8-R", "ISO-8859-5"}) {
    const std::string text = "НОВЫЙ ЗАЛ ОТКРЫТ ДЛЯ ВСЕХ и мы идем туда вечером";
    EXPECT_EQ(fault_of(encoded(text, encoding)).kind, FaultKind::invalid_utf8) << encoding;
  }
  const std::string french = "Le café était fermé, les élèves étaient déjà rentrés à l'école.";
  EXPECT_EQ(fault_of(encoded(french, "windows-1252")).kind, FaultKind::invalid_utf8);
  const std::string greek = "Η βιβλιοθήκη της πόλης άνοιξε χθες και μένει ανοιχτή ως το βράδυ";
  EXPECT_EQ(fault_of(encoded(greek, "windows-1253")).kind, FaultKind::invalid_utf8);
}

TEST(Decode, Utf16WithAndWithoutMark) {
  for (const std::string& text : {kArabic, kEnglish, kArabic + "\U0001F4D6" + kEnglish, "مرحبا"s}) {
    for (const bool big : {false, true}) {
      const std::string mark = big ? "\xFE\xFF" : "\xFF\xFE", name = big ? "UTF-16BE" : "UTF-16LE";
      const std::string bytes = utf16(text, big);
      expect_text(mark + bytes, text, name);
      expect_text(bytes, text, name);
      for (const std::string& stated : {"UTF-16"s, name}) {
        expect_text(mark + bytes, text, name, stated);
        expect_text(bytes, text, name, stated);
      }
    }
  }
  expect_text("\xFF\xFE\0\0\x41\0\0\0\x28\x06\0\0"s, "Aب", "UTF-32LE");
  expect_text("\0\0\xFE\xFF\0\0\0\x41"s, "A", "UTF-32BE");
  expect_text("\xFF\xFE", "", "UTF-16LE");
}

TEST(Decode, DamagedUtf16IsSaidWithOffset) {
  const Fault odd = fault_of("\xFF\xFE" + utf16(kEnglish, false) + "x");
  EXPECT_EQ(odd.kind, FaultKind::invalid_encoding);
  EXPECT_EQ(odd.bytes, (ByteRange{2 + 2 * kEnglish.size(), 3 + 2 * kEnglish.size()}));
  EXPECT_EQ(odd.found, "byte 0x78, where UTF-16LE is cut off");
  EXPECT_EQ(odd.line, 2U);
  const Fault half = fault_of("\xFE\xFF\0a\xD8\0\0b"s);
  EXPECT_EQ(half.kind, FaultKind::invalid_encoding);
  EXPECT_EQ(half.bytes, (ByteRange{4, 6}));
}

TEST(Decode, BytesThatAStatedEncodingLacksAreSaid) {
  const Fault fault = fault_of("ab\nc\xDDz", "ISO-8859-6");
  EXPECT_EQ(fault.kind, FaultKind::invalid_encoding);
  EXPECT_EQ(fault.bytes, (ByteRange{4, 5}));
  EXPECT_EQ(fault.line, 2U);
  EXPECT_EQ(message(fault),
            "page.txt:2: byte 4: not in the stated encoding: byte 0xDD, which ISO-8859-6 does not "
            "have; name the right encoding with --encoding");
  const std::string long_text(100'000, 'a');  // the fault is not in the first piece
  EXPECT_EQ(fault_of(long_text + "\xDD", "ISO-8859-6").bytes, (ByteRange{100'000, 100'001}));
}

TEST(Decode, AliasesGetTheUsualName) {
  expect_text("\xC8", "ب", "windows-1256", "CP1256");
  expect_text("\xC8", "ب", "ISO-8859-6", "arabic");
  expect_text("\xE9", "é", "ISO-8859-1", "latin1");
}

TEST(Decode, UnknownNamesAreSaid) {
  for (const char* name : {"", "nonsense", "utf-8,locale=ar", "win-dows"}) {
    const Fault fault = fault_of("text", name);
    EXPECT_EQ(fault.kind, FaultKind::unknown_encoding) << name;
    EXPECT_NE(fault.remedy.find("windows-1256"), std::string::npos);
    EXPECT_TRUE(fault.bytes.empty());
  }
}

TEST(Decode, ANulIsSaidWithItsPlace) {
  const Fault fault = fault_of(kEnglish + "a\0b"s);
  EXPECT_EQ(fault.kind, FaultKind::nul_byte);
  EXPECT_EQ(fault.line, 2U);
  EXPECT_EQ(fault.bytes, (ByteRange{kEnglish.size() + 1, kEnglish.size() + 2}));
  EXPECT_EQ(fault_of("a\0b"s).kind, FaultKind::nul_byte);
  EXPECT_EQ(fault_of("a\0b"s, "UTF-8").bytes, (ByteRange{1, 2}));
  EXPECT_EQ(fault_of(kArabic + "\0"s).bytes.begin, kArabic.size());
  const std::string long_text(100'000, '\xC8');
  EXPECT_EQ(fault_of(long_text + "\0x"s, "windows-1256").bytes, (ByteRange{100'000, 100'001}));
  EXPECT_EQ(fault_of("\xFF\xFE"s + utf16(kEnglish, false) + "\0\0"s).bytes.begin,
            2 + 2 * kEnglish.size());
}

TEST(Decode, BinaryFilesAreSaid) {
  std::mt19937 random(7);
  std::string noise;
  for (int i = 0; i < 5000; ++i) noise += static_cast<char>(random() & 0xFFU);
  std::string tar(1024, '\0');
  tar.replace(257, 5, "ustar");
  tar += kEnglish;
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"\x89PNG\r\n\x1A\n" + noise, "a PNG image"},
      {"\x7F"
       "ELF\2\1\1\0"s +
           noise,
       "a program"},
      {"%PDF-1.7\n" + noise, "a PDF document"},
      {"PK\x03\x04" + noise, "a ZIP archive, as Word, Excel and OpenDocument files are"},
      {tar, "a tar archive"},
      {noise, "control bytes all over"}};
  for (const auto& [bytes, found] : rows) {
    const Fault fault = fault_of(bytes);
    EXPECT_EQ(fault.kind, FaultKind::binary);
    EXPECT_EQ(fault.found, found);
    EXPECT_EQ(fault.line, 0U);
  }
}

TEST(Decode, LargeTextsComeThrough) {
  std::string arabic;
  while (arabic.size() < 3'000'000) arabic += kArabic;
  const std::string bytes = encoded(arabic, "windows-1256");
  const auto result = decoded(bytes);
  EXPECT_EQ(std::get<Document>(result).text(), arabic);
  expect_text(std::string(1'000'000, '\n'), std::string(1'000'000, '\n'), "UTF-8");
  const std::string one_line(5'000'000, 'x');
  expect_text(one_line, one_line, "UTF-8");
}

// Mutations of valid texts, and noise: whatever comes out is valid, and faults lie inside the input.
TEST(Decode, HostileBytesGiveATextOrAFaultInside) {
  std::mt19937 random(20261121);
  const auto below = [&random](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
  const std::vector<std::string> seeds = {kArabic,
                                          kEnglish,
                                          encoded(kArabic, "windows-1256"),
                                          encoded(kArabic, "ISO-8859-6"),
                                          utf16(kArabic, false),
                                          "\xFE\xFF" + utf16(kEnglish, true),
                                          "\xFF\xFE\0\0a\0\0\0"s,
                                          ""};
  const std::vector<std::string> encodings = {
      "auto",       "auto",   "auto",  "UTF-8",     "windows-1256", "UTF-16",      "UTF-16LE",
      "ISO-8859-6", "UTF-32", "UTF-7", "Shift_JIS", "GB18030",      "ISO-2022-JP", "CESU-8"};
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes = seeds[below(seeds.size())].substr(0, 1 + below(200));
    for (std::size_t change = below(6); change > 0; --change) {
      const std::size_t at = below(bytes.size() + 1);
      if (below(2) == 0 && at < bytes.size()) {
        bytes[at] = static_cast<char>(random() & 0xFFU);
      } else if (below(2) == 0) {
        bytes.insert(at, 1, static_cast<char>(random() & 0xFFU));
      } else {
        bytes.erase(at, below(4));
      }
    }
    const std::string encoding = encodings[below(encodings.size())];
    const std::size_t size = bytes.size();
    const Result<Document> result = decoded(bytes, encoding);
    if (const auto* fault = std::get_if<Fault>(&result)) {
      ASSERT_LE(fault->bytes.begin, fault->bytes.end) << encoding << ' ' << message(*fault);
      ASSERT_LE(fault->bytes.end, size) << encoding << ' ' << message(*fault);
      ASSERT_FALSE(fault->remedy.empty());
    } else {
      const std::string_view text = std::get<Document>(result).text();
      ASSERT_EQ(first_invalid_utf8(text), text.size()) << encoding;
      ASSERT_EQ(text.find('\0'), std::string_view::npos) << encoding;
    }
  }
}

}  // namespace
}  // namespace muwazi
