// From a word for a part of the day ("evening", "صباحا") the text is read backwards, over what may stand between it and
// its hour ("o'clock", "دقايق", numbers), to the hour.
#include "check/clock_times.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "check/date_keys.h"
#include "muwazi/text/word.h"

namespace muwazi::check {
namespace {

constexpr int kNoon = 12;

/// The parts of the day, by the names for them. `am` and `pm` are sure of each hour, of noon and midnight as well.
enum class Part : std::uint8_t { am, pm, morning, midday, afternoon, evening, night };

struct PartName {
  std::string_view form;
  Part part;
};

// clang-format off
constexpr std::array<PartName, 9> kEnglish = {{
    {"am", Part::am}, {"pm", Part::pm}, {"morning", Part::morning}, {"afternoon", Part::afternoon},
    {"evening", Part::evening}, {"night", Part::night}, {"tonight", Part::night}, {"noon", Part::midday},
    {"midnight", Part::night}}};
constexpr std::array<PartName, 19> kArabic = {{
    {"صباحا", Part::morning}, {"صباح", Part::morning}, {"الصباح", Part::morning},
    {"فجرا", Part::morning}, {"فجر", Part::morning}, {"الفجر", Part::morning}, {"ضحى", Part::morning},
    {"ظهرا", Part::midday}, {"ظهر", Part::midday}, {"الظهر", Part::midday},
    {"عصرا", Part::afternoon}, {"عصر", Part::afternoon}, {"العصر", Part::afternoon},
    {"مساء", Part::evening}, {"المساء", Part::evening},
    {"ليلا", Part::night}, {"ليل", Part::night}, {"الليل", Part::night}, {"النهار", Part::midday}}};

/// What may stand between an hour and the part of the day, in comparison form.
constexpr std::array<std::string_view, 27> kEnglishBetween = {
    "a", "after", "and", "at", "half", "in", "minutes", "o'clock", "of", "on", "past", "quarter", "same", "sharp", "that",
    "the", "this", "to", "tomorrow", "yesterday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 22> kArabicBetween = {
    "الا", "الثلث", "الربع", "النصف", "اليوم", "بعد", "تماما", "ثلثا", "دقايق", "دقيقة", "ذات", "ربعا", "في", "قبل", "من", "منتصف",
    "نصف", "هذا", "والثلث", "والربع", "والنصف", "ونصف"};
// clang-format on

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& all, std::string_view form) {
  return std::find(all.begin(), all.end(), form) != all.end();
}

template <std::size_t size>
std::optional<Part> part_named(const std::array<PartName, size>& names, std::string_view form) {
  const auto found = std::find_if(names.begin(), names.end(),
                                  [&](const PartName& name) { return name.form == form; });
  return found == names.end() ? std::nullopt : std::optional(found->part);
}

/// Whether an hour of a part of the day is after noon; nothing where people differ: "12 مساء".
std::optional<bool> is_afternoon(int hour, Part part) {
  constexpr int kFirstOfNight = 6, kLastOfNight = 4, kFirstOfMidday = 10, kLastOfMidday = 3;
  switch (part) {
    case Part::am:
      return false;
    case Part::pm:
    case Part::afternoon:
      return true;
    case Part::morning:
      return hour == kNoon ? std::nullopt : std::optional(false);
    case Part::evening:
      return hour == kNoon ? std::nullopt : std::optional(true);
    case Part::midday:
      if (hour == kNoon || hour <= kLastOfMidday) return true;
      return hour >= kFirstOfMidday ? std::optional(false) : std::nullopt;
    case Part::night:
      if (hour == kNoon || hour <= kLastOfNight) return false;
      return hour >= kFirstOfNight ? std::optional(true) : std::nullopt;
  }
  return std::nullopt;
}

/// 1 to 12; 0: none. `written`: the text of the value.
int hour_of(const Value& value, std::string_view written) {
  const std::string_view key = value.key;
  if (value.kind == ValueKind::time) {
    const int hour = number_of(key.substr(1, 2)) % kNoon;
    return hour == 0 ? kNoon : hour;
  }
  if (value.kind != ValueKind::number) return 0;
  const std::string_view whole = key.substr(1, key.find('.') - 1);  // "الثالثة والنصف" may be 3.5
  int hour = whole.size() <= 2 ? number_of(whole) : 0;
  constexpr int kTen = 10, kTwenty = 20;
  if (hour > kTwenty && written.starts_with("ال")) hour %= kTen;  // 23 of "الثالثة وعشرين دقيقة"
  return hour <= kNoon ? hour : 0;
}

class Reader {
 public:
  Reader(std::string_view sentence, const std::vector<Value>& values, Language language)
      : sentence_(sentence),
        values_(values),
        arabic_(language == Language::arabic),
        words_(words(sentence)) {}

  std::vector<ClockTime> run() {
    for (std::size_t k = 0; k < words_.size(); ++k) {
      if (const std::optional<Part> part = part_at(k)) read_back(k, *part);
    }
    for (const Value& value : values_) add_stated(value);
    std::sort(out_.begin(), out_.end(),
              [](const ClockTime& x, const ClockTime& y) { return x.bytes.begin < y.bytes.begin; });
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view form(std::size_t word) const { return words_[word].form; }

  [[nodiscard]] std::optional<Part> part_at(std::size_t k) const {
    if (arabic_) {
      // "ص" and "م" are parts of the day where values() read them as such.
      if (form(k) == "ص" || form(k) == "م") {
        const Value* const value = value_at(k);
        if (value == nullptr || value->kind != ValueKind::time) return std::nullopt;
        return form(k) == "ص" ? Part::am : Part::pm;
      }
      return named_arabic(k);
    }
    const bool letters = k > 0 && form(k) == "m" && (form(k - 1) == "a" || form(k - 1) == "p") &&
                         between(k - 1, k) == ".";
    if (letters) return form(k - 1) == "a" ? Part::am : Part::pm;
    return part_named(kEnglish, form(k));
  }

  [[nodiscard]] std::optional<Part> named_arabic(std::size_t k) const {
    const std::optional<Part> part = part_named(kArabic, form(k));
    if (part == Part::midday && k > 0 && form(k - 1) == "بعد") return Part::afternoon;
    if (part == Part::midday && k > 0 && form(k - 1) == "قبل") return Part::am;
    return part;
  }

  [[nodiscard]] std::string_view between(std::size_t first, std::size_t second) const {
    return slice(sentence_, {words_[first].bytes.end, words_[second].bytes.begin});
  }

  [[nodiscard]] const Value* value_at(std::size_t word) const {
    const auto found = std::find_if(values_.begin(), values_.end(), [&](const Value& value) {
      return overlap(value.bytes, words_[word].bytes);
    });
    return found == values_.end() ? nullptr : &*found;
  }

  /// Hours that are no values.
  [[nodiscard]] int hour_named(std::size_t word) const {
    if (form(word) == (arabic_ ? "الواحدة" : "one")) return 1;
    return arabic_ && form(word) == "الثانية" ? 2 : 0;
  }

  [[nodiscard]] bool may_be_between(std::size_t word) const {
    return arabic_ ? holds(kArabicBetween, form(word)) : holds(kEnglishBetween, form(word));
  }

  void read_back(std::size_t at, Part part) {
    constexpr std::size_t kFurthest = 8;  // words
    std::vector<int> hours;
    ByteRange bytes = words_[at].bytes;
    for (std::size_t k = at + 1; k-- > 0 && at - k <= kFurthest;) {
      if (k + 1 < at && ends_clause(between(k, k + 1))) break;
      const Value* const value = value_at(k);
      const int hour =
          value != nullptr ? hour_of(*value, slice(sentence_, value->bytes)) : hour_named(k);
      if (value == nullptr && hour == 0 && k != at && !may_be_between(k)) break;
      if (hour == 0) continue;
      hours.push_back(hour);
      const ByteRange of_hour = value != nullptr ? value->bytes : words_[k].bytes;
      bytes = {std::min(bytes.begin, of_hour.begin), std::max(bytes.end, of_hour.end)};
      if (value != nullptr && value->kind == ValueKind::time) {
        told_.push_back(value);
        hours = {hour};
        break;
      }
    }
    if (hours.empty() && is_twelve(at)) hours.push_back(kNoon);
    add(hours, part, bytes);
  }

  static bool ends_clause(std::string_view between_words) {
    constexpr std::array<std::string_view, 7> kMarks = {",", ";", ".", "?", "،", "؛", "؟"};
    return std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) {
      return between_words.find(mark) != std::string_view::npos;
    });
  }

  /// "Midnight" and "noon" without an hour.
  [[nodiscard]] bool is_twelve(std::size_t at) const {
    if (!arabic_) return form(at) == "midnight" || form(at) == "noon";
    return at > 0 && form(at - 1) == "منتصف" && (form(at) == "الليل" || form(at) == "النهار");
  }

  void add(const std::vector<int>& hours, Part part, ByteRange bytes) {
    for (const bool afternoon : {false, true}) {
      ClockTime time;
      time.afternoon = afternoon;
      time.bytes = bytes;
      for (const int hour : hours) {
        if (is_afternoon(hour, part) == afternoon) time.hours.set(static_cast<std::size_t>(hour));
      }
      if (time.hours.any()) out_.push_back(time);
    }
  }

  /// "21:30" and "00:15", and "9:30am", in which the half is part of a word.
  void add_stated(const Value& value) {
    if (value.kind != ValueKind::time) return;
    if (std::find(told_.begin(), told_.end(), &value) != told_.end()) return;
    const int hour = number_of(std::string_view(value.key).substr(1, 2));
    const std::string_view text = slice(sentence_, value.bytes);
    const bool letters = std::any_of(text.begin(), text.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
    if (hour > kNoon || hour == 0 || letters)
      add({hour_of(value, text)}, hour < kNoon ? Part::am : Part::pm, value.bytes);
  }

  std::string_view sentence_;
  const std::vector<Value>& values_;
  bool arabic_;
  std::vector<Word> words_;
  std::vector<const Value*> told_;
  std::vector<ClockTime> out_;
};

}  // namespace

std::vector<ClockTime> clock_times(std::string_view sentence, const std::vector<Value>& values,
                                   Language language) {
  return Reader(sentence, values, language).run();
}

}  // namespace muwazi::check
