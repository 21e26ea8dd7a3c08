// Windows-1256 and ISO-8859-6 put the Arabic letters in nearly the same places, up to U+063A; behind it
// windows-1256 has French letters in between. So each, read as the other, mixes scripts inside words:
//   byte            C7  E1  DF  CA  C7  C8
//   windows-1256    ا   ل   ك   ت   ا   ب
//   ISO-8859-6      ا   ف   -   ت   ا   ب     (- : it has no such character)
// A candidate is taken only where the high bytes make Arabic words. What both can read is left to the
// letter statistics of ICU's detector, and where that is in doubt is windows-1256, by far the commoner.
#include "text/encoding_guess.h"

#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "muwazi/text/utf8.h"
#include "text/byte_order_mark.h"
#include "text/convert.h"

namespace muwazi {
namespace {

unsigned char byte_of(char c) noexcept { return static_cast<unsigned char>(c); }
bool is_high(char c) noexcept { return byte_of(c) >= 0x80U; }

bool is_ascii_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// White space, backspace (old manual pages), end-of-file and escape stand in texts.
bool is_foreign_control(unsigned char c) noexcept {
  return (c < 0x20U && !(c >= 0x08U && c <= 0x0DU) && c != 0x1AU && c != 0x1BU) || c == 0x7FU;
}

// The words with high bytes and their neighbours, up to `limit` bytes: all that a guess can rest on.
std::string evidence(std::string_view bytes, std::size_t limit) {
  std::string words;
  const auto in_word = [](char c) { return is_high(c) || is_ascii_letter(c); };
  for (std::size_t at = 0; at < bytes.size() && words.size() < limit;) {
    if (!is_high(bytes[at])) {
      ++at;
      continue;
    }
    std::size_t begin = at, end = at;
    while (begin > 0 && at - begin < 16 && in_word(bytes[begin - 1]) &&
           !is_high(bytes[begin - 1])) {
      --begin;
    }
    while (end < bytes.size() && end - at < limit && in_word(bytes[end])) ++end;
    words.append(bytes.substr(begin, end - begin));
    words += ' ';
    at = end;
  }
  return words;
}

struct Reading {
  std::size_t arabic = 0;     // Arabic letters
  std::size_t foreign = 0;    // other letters and signs that Arabic texts seldom have
  std::size_t runs = 0;       // of Arabic letters
  std::size_t mixes = 0;      // an Arabic letter beside a letter of another script
  std::size_t undefined = 0;  // bytes that the encoding does not have
  std::size_t ascii = 0;      // ASCII letters
};

bool is_usual_sign(char32_t c) noexcept {
  return is_mark(c) || is_space(c) || is_format(c) || is_punctuation(c) || c == 0x640U ||
         c == 0xB0U;
}

Reading read_as(const std::string& words, const std::string& encoding) {
  const std::array<char32_t, 256> table = byte_table(encoding);
  enum class Kind : std::uint8_t { none, arabic, other };
  Reading reading;
  Kind before = Kind::none;
  for (const char byte : words) {
    const char32_t c = table[byte_of(byte)];
    Kind kind = Kind::none;
    if (!is_high(byte)) {
      if (is_ascii_letter(byte)) kind = Kind::other, ++reading.ascii;
    } else if (c == 0 || (c >= 0x80U && c < 0xA0U)) {
      ++reading.undefined;
    } else if (is_arabic_letter(c)) {
      kind = Kind::arabic, ++reading.arabic;
      if (before != Kind::arabic) ++reading.runs;
    } else if (is_mark(c) || c == 0x640U) {
      kind = before;
    } else if (!is_usual_sign(c)) {
      kind = Kind::other, ++reading.foreign;
    }
    if (kind != Kind::none && before != Kind::none && kind != before) ++reading.mixes;
    before = kind;
  }
  return reading;
}

// Arabic words, of more than one letter on the average; stray bytes in a Latin text are none.
bool is_plausible(const Reading& r) noexcept {
  const std::size_t least = r.ascii == 0 ? 2 : 4;
  return r.undefined == 0 && r.arabic >= least && r.arabic >= 2 * r.runs &&
         r.mixes * 20 <= r.arabic && r.foreign * 10 <= r.arabic;
}

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const noexcept { ucsdet_close(detector); }
};

struct Detected {
  std::string name;
  int confidence = 0;  // 0 to 100
};

// ICU's detector looks at no more than the first 8,000 bytes.
std::vector<Detected> detect(const std::string& sample) {
  std::vector<Detected> found;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  std::int32_t count = 0;
  const UCharsetMatch** const matches = ucsdet_detectAll(detector.get(), &count, &status);
  if (U_FAILURE(status) != 0) return found;
  for (std::int32_t i = 0; i < count; ++i) {
    const char* const name = ucsdet_getName(matches[i], &status);
    const int confidence = ucsdet_getConfidence(matches[i], &status);
    if (U_SUCCESS(status) != 0 && name != nullptr) found.push_back({name, confidence});
  }
  return found;
}

int confidence_in(const std::vector<Detected>& found, std::string_view name) {
  const auto match = std::find_if(found.begin(), found.end(),
                                  [name](const Detected& one) { return one.name == name; });
  return match == found.end() ? 0 : match->confidence;
}

// Capitals of windows-1251 and small letters of KOI8-R lie where both Arabic encodings have letters only.
// (Hebrew and Greek, which the detector also sees in short Arabic texts, mix scripts when read so.)
bool is_cyrillic(const std::vector<Detected>& found, int arabic_confidence) {
  constexpr int kMargin = 10;
  const auto best = [&found](const char* name) { return confidence_in(found, name); };
  const int cyrillic = std::max({best("windows-1251"), best("KOI8-R"), best("ISO-8859-5")});
  return cyrillic >= arabic_confidence + kMargin;
}

// Quotation marks, dashes and the ellipsis where English has them, and no other high byte.
bool is_typographic_ascii(std::string_view bytes) {
  const auto letter_at = [bytes](std::size_t at) {
    return at < bytes.size() && is_ascii_letter(bytes[at]);
  };
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (!is_high(bytes[at])) continue;
    const bool after_letter = at > 0 && letter_at(at - 1), before_letter = letter_at(at + 1);
    switch (byte_of(bytes[at])) {
      case 0x91:  // opening quotation marks
      case 0x93:
      case 0xAB:
        if (after_letter) return false;
        break;
      case 0x94:  // closing ones
      case 0xBB:
        if (before_letter) return false;
        break;
      case 0x85:  // ellipsis, apostrophe, dashes, no-break space
      case 0x92:
      case 0x96:
      case 0x97:
      case 0xA0:
        break;
      default:
        return false;
    }
  }
  return true;
}

// Arabic and Latin letters, signs and line ends; not the spaces of U+2000 and the signs above U+2070,
// which ASCII and Arabic become when read in the wrong byte order.
bool is_usual_unit(std::uint32_t u) noexcept {
  if (u < 0x20U) return u >= 0x09U && u <= 0x0DU;
  return u < 0x7FU || (u >= 0xA0U && u < 0x250U) || (u >= 0x600U && u < 0x780U) ||
         (u >= 0x200BU && u < 0x2070U) || (u >= 0xFB50U && u < 0xFE00U) ||
         (u >= 0xFE70U && u <= 0xFEFFU);
}

// The share of usual units; 0 where more than one in 50 cannot be text.
double utf16_share(std::string_view bytes, bool big_endian) {
  std::size_t usual = 0, bad = 0;
  const std::size_t count = bytes.size() / 2;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t first = byte_of(bytes[2 * i]), second = byte_of(bytes[2 * i + 1]);
    const std::uint32_t unit = big_endian ? first << 8U | second : second << 8U | first;
    if (is_usual_unit(unit)) {
      ++usual;
    } else if (unit < 0x20U || unit >= 0xFFFEU) {
      ++bad;
    }
  }
  if (count == 0 || bad * 50 > count) return 0.0;
  return static_cast<double>(usual) / static_cast<double>(count);
}

}  // namespace

std::optional<ByteOrderMark> byte_order_mark(std::string_view bytes) {
  using namespace std::string_view_literals;
  // UTF-32 first: its little-endian mark begins with that of UTF-16.
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kMarks = {{
      {"\xFF\xFE\0\0"sv, "UTF-32LE"},
      {"\0\0\xFE\xFF"sv, "UTF-32BE"},
      {"\xFF\xFE"sv, "UTF-16LE"},
      {"\xFE\xFF"sv, "UTF-16BE"},
      {kByteOrderMark, "UTF-8"},
  }};
  for (const auto& [mark, encoding] : kMarks) {
    if (bytes.starts_with(mark)) return ByteOrderMark{encoding, mark.size()};
  }
  return std::nullopt;
}

std::string_view binary_kind(std::string_view bytes) {
  using namespace std::string_view_literals;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kMagics = {{
      {"\x89PNG\r\n\x1A\n"sv, "a PNG image"},
      {"\xFF\xD8\xFF"sv, "a JPEG image"},
      {"GIF87a"sv, "a GIF image"},
      {"GIF89a"sv, "a GIF image"},
      {"%PDF-"sv, "a PDF document"},
      {"PK\x03\x04"sv, "a ZIP archive, as Word, Excel and OpenDocument files are"},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an old Word, Excel or PowerPoint file"},
      {"\x7F"
       "ELF"sv,
       "a program"},
      {"\x1F\x8B\x08"sv, "gzip data"},
      {"\xFD"
       "7zXZ\0"sv,
       "xz data"},
      {"\x28\xB5\x2F\xFD"sv, "zstd data"},
      {"7z\xBC\xAF\x27\x1C"sv, "a 7z archive"},
      {"Rar!\x1A\x07"sv, "a RAR archive"},
      {"SQLite format 3\0"sv, "an SQLite database"},
  }};
  for (const auto& [magic, kind] : kMagics) {
    if (bytes.starts_with(magic)) return kind;
  }
  constexpr std::size_t kTarMagicAt = 257;
  if (bytes.size() >= 512 && bytes.substr(kTarMagicAt, 5) == "ustar") return "a tar archive";
  return {};
}

Controls count_controls(std::string_view bytes) {
  std::size_t nul = 0, all = 0;
  for (const char c : bytes) {
    nul += c == '\0' ? 1 : 0;
    all += is_foreign_control(byte_of(c)) ? 1 : 0;
  }
  return {nul, all - nul};
}

std::string_view guess_utf16(std::string_view bytes) {
  constexpr std::size_t kEnough = 1U << 16U;
  const std::string_view sample = bytes.substr(0, kEnough);
  const double little = utf16_share(sample, false), big = utf16_share(sample, true);
  constexpr double kNeeded = 0.8;
  if (std::max(little, big) < kNeeded || little == big) return {};
  constexpr std::size_t kTooShort = 16;  // "a\0b" is ASCII with a NUL, not UTF-16 that is cut off
  if (bytes.size() % 2 != 0 && bytes.size() < kTooShort) return {};
  return little > big ? "UTF-16LE" : "UTF-16BE";
}

bool is_damaged_utf8(std::string_view bytes) {
  std::size_t sequences = 0, invalid = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    if (!is_high(bytes[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    const char32_t c = next(bytes, at);
    ++(c == kReplacement && at == begin + 1 ? invalid : sequences);
  }
  return sequences * 2 > invalid;
}

std::string_view guess_single_byte(std::string_view bytes) {
  constexpr std::size_t kEnough = 1U << 16U;
  const std::string words = evidence(bytes, kEnough);
  const bool windows = is_plausible(read_as(words, "windows-1256"));
  const bool iso = is_plausible(read_as(words, "ISO-8859-6"));
  if (!windows && !iso) return is_typographic_ascii(bytes) ? "windows-1256" : "";
  const std::vector<Detected> found = detect(words);
  const int windows_confidence = confidence_in(found, "windows-1256");
  const int iso_confidence = confidence_in(found, "ISO-8859-6");
  if (is_cyrillic(found, std::max(windows_confidence, iso_confidence))) return {};
  if (windows && iso) return iso_confidence > windows_confidence ? "ISO-8859-6" : "windows-1256";
  return windows ? "windows-1256" : "ISO-8859-6";
}

std::string detector_hint(std::string_view bytes) {
  constexpr std::size_t kEnough = 8000;
  constexpr int kSure = 30;  // one sentence in the right language has about 35
  const std::vector<Detected> found = detect(evidence(bytes, kEnough));
  if (found.empty() || found.front().confidence < kSure) return {};
  const std::string& name = found.front().name;
  return name == "UTF-8" || name.starts_with("UTF-") ? std::string() : name;
}

}  // namespace muwazi
