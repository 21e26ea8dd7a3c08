// From a word for a part of the day ("evening", "صباحا") the text is read backwards, over what may stand between it and
// its hour ("o'clock", "دقايق", numbers), to the hour.
#include "check/clock_times.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "anchor/tables.h"
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
constexpr std::array<PartName, 10> kEnglish = {{
    {"am", Part::am}, {"pm", Part::pm}, {"morning", Part::morning}, {"afternoon", Part::afternoon},
    {"evening", Part::evening}, {"night", Part::night}, {"tonight", Part::night}, {"noon", Part::midday},
    {"midday", Part::midday}, {"midnight", Part::night}}};
constexpr std::array<PartName, 15> kArabic = {{
    {"صباحا", Part::morning}, {"الصباح", Part::morning}, {"فجرا", Part::morning}, {"الفجر", Part::morning},
    {"ضحى", Part::morning}, {"ظهرا", Part::midday}, {"الظهر", Part::midday}, {"النهار", Part::midday},
    {"عصرا", Part::afternoon}, {"العصر", Part::afternoon}, {"مساء", Part::evening}, {"المساء", Part::evening},
    {"ليلا", Part::night}, {"الليل", Part::night}, {"الليلة", Part::night}}};
/// These are other words as often ("appeared", "an age"), but not before a day.
constexpr std::array<PartName, 5> kArabicOfDay = {{
    {"صباح", Part::morning}, {"فجر", Part::morning}, {"ظهر", Part::midday}, {"عصر", Part::afternoon}, {"ليل", Part::night}}};
constexpr std::array<std::string_view, 14> kArabicDays = {
    "اليوم", "امس", "غد", "الغد", "يوم", "ذلك", "الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعة", "السبت", "نفس"};

/// What may stand between an hour and the part of the day, in comparison form.
constexpr std::array<std::string_view, 27> kEnglishBetween = {
    "a", "after", "and", "at", "half", "in", "minutes", "o'clock", "of", "on", "past", "quarter", "same", "sharp", "that",
    "the", "this", "to", "tomorrow", "yesterday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 22> kArabicBetween = {
    "الا", "الثلث", "الربع", "النصف", "اليوم", "بعد", "تماما", "ثلثا", "دقايق", "دقيقة", "ذات", "ربعا", "في", "قبل", "من", "منتصف",
    "نصف", "هذا", "والثلث", "والربع", "والنصف", "ونصف"};

/// What stands before an hour, and seldom before another number of a part of the day: "killed 3 on Sunday night".
constexpr std::array<std::string_view, 12> kEnglishBefore = {
    "about", "after", "around", "at", "before", "between", "by", "from", "past", "since", "till", "until"};
constexpr std::array<std::string_view, 14> kArabicBefore = {
    "الساعة", "والساعة", "للساعة", "ساعة", "في", "عند", "من", "الى", "حتى", "بين", "قبل", "بعد", "منذ", "نحو"};
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
  constexpr int kFirstOfEvening = 4, kFirstOfNight = 6, kLastOfNight = 4, kFirstOfMidday = 10,
                kLastOfMidday = 3;
  switch (part) {
    case Part::am:
      return false;
    case Part::pm:
    case Part::afternoon:
      return true;
    case Part::morning:
      return hour == kNoon ? std::nullopt : std::optional(false);
    case Part::evening:
      return hour == kNoon || hour < kFirstOfEvening ? std::nullopt : std::optional(true);
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
        words_(words(sentence)),
        told_(values.size()) {}

  std::vector<ClockTime> run() {
    for (std::size_t k = 0; k < words_.size(); ++k) {
      if (const std::optional<Part> part = part_at(k)) read_back(k, *part);
    }
    for (std::size_t k = 0; k < values_.size(); ++k) {
      if (!told_[k]) add_stated(values_[k]);
    }
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
    const bool of_day = k + 1 < words_.size() && holds(kArabicDays, form(k + 1));
    const bool of_hour = k > 0 && form(k - 1) == "من";
    std::optional<Part> part = part_named(kArabic, form(k));
    if (!part && (of_day || of_hour)) part = part_named(kArabicOfDay, form(k));
    if (part == Part::midday && k > 0 && form(k - 1) == "بعد") return Part::afternoon;
    if (part == Part::midday && k > 0 && form(k - 1) == "قبل") return Part::am;
    return part;
  }

  [[nodiscard]] std::string_view between(std::size_t first, std::size_t second) const {
    return slice(sentence_, {words_[first].bytes.end, words_[second].bytes.begin});
  }

  [[nodiscard]] const Value* value_at(std::size_t word) const {
    const ByteRange bytes = words_[word].bytes;
    const auto found =
        std::partition_point(values_.begin(), values_.end(),
                             [&](const Value& value) { return value.bytes.end <= bytes.begin; });
    return found != values_.end() && overlap(found->bytes, bytes) ? &*found : nullptr;
  }

  /// Hours that are no values.
  [[nodiscard]] int hour_named(std::size_t word) const {
    if (form(word) == (arabic_ ? "الواحدة" : "one")) return 1;
    return arabic_ && form(word) == "الثانية" ? 2 : 0;
  }

  [[nodiscard]] bool may_be_between(std::size_t word) const {
    return arabic_ ? holds(kArabicBetween, form(word)) : holds(kEnglishBetween, form(word));
  }

  /// A word on the way back: the hour that it says, or 0, and the value that it is part of.
  struct Step {
    int hour = 0;
    const Value* value = nullptr;
    [[nodiscard]] bool is_time() const {
      return value != nullptr && value->kind == ValueKind::time;
    }
  };

  [[nodiscard]] Step step_at(std::size_t word) const {
    const Value* const value = value_at(word);
    if (value == nullptr) return {hour_named(word), nullptr};
    return {hour_of(*value, slice(sentence_, value->bytes)), value};
  }

  /// Whether a word may stand between an hour and the part of the day at `at`.
  [[nodiscard]] bool leads_back(std::size_t word, std::size_t at, Part part,
                                const Step& step) const {
    if (word == at) return true;
    if (word + 1 == at && form(at) == "m") return true;  // "p.m."
    if (ends_clause(between(word, word + 1))) return false;
    const bool letters = part == Part::am || part == Part::pm;
    return step.value != nullptr || step.hour > 0 || (!letters && may_be_between(word));
  }

  void read_back(std::size_t at, Part part) {
    constexpr std::size_t kFurthest = 8;  // words
    std::vector<int> hours;
    bool sure = part == Part::am || part == Part::pm;
    ByteRange bytes = words_[at].bytes;
    for (std::size_t k = at + 1; k-- > 0 && at - k <= kFurthest;) {
      const Step step = step_at(k);
      if (!leads_back(k, at, part, step)) break;
      sure = sure || form(k) == "o'clock";
      if (step.hour == 0) continue;
      sure = sure || is_hour(k, step.value);
      const ByteRange of_hour = step.value != nullptr ? step.value->bytes : words_[k].bytes;
      bytes = {std::min(bytes.begin, of_hour.begin), std::max(bytes.end, of_hour.end)};
      if (step.is_time()) hours.clear();
      hours.push_back(step.hour);
      if (step.is_time()) {
        told_[static_cast<std::size_t>(step.value - values_.data())] = true;
        break;
      }
    }
    if (hours.empty() && is_twelve(at)) {
      add({kNoon}, part, {words_[at - (is_two_words(at) ? 1 : 0)].bytes.begin, bytes.end});
    } else if (sure) {
      add(hours, part, bytes);
    }
  }

  /// By how the number at a word is written, or by what stands before it.
  [[nodiscard]] bool is_hour(std::size_t word, const Value* value) const {
    const std::string_view text = value != nullptr ? slice(sentence_, value->bytes) : form(word);
    if (text.find(':') != std::string_view::npos) return true;
    while (word > 0 && value != nullptr && overlap(words_[word - 1].bytes, value->bytes)) --word;
    if (arabic_) {
      anchor::Cut cut{form(word)};
      bool definite = false;
      do definite = definite || cut.definite || cut.stem.starts_with("ال");
      while (anchor::shorten(cut));
      return definite || (word > 0 && holds(kArabicBefore, form(word - 1)));
    }
    if (word == 0) return false;
    const bool to = form(word - 1) == "to" && word > 1 && value_at(word - 2) == nullptr;
    return to || holds(kEnglishBefore, form(word - 1));
  }

  static bool ends_clause(std::string_view between_words) {
    constexpr std::array<std::string_view, 7> kMarks = {",", ";", ".", "?", "،", "؛", "؟"};
    return std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) {
      return between_words.find(mark) != std::string_view::npos;
    });
  }

  /// "منتصف الليل", "منتصف النهار".
  [[nodiscard]] bool is_two_words(std::size_t at) const {
    return at > 0 && form(at - 1) == "منتصف" && (form(at) == "الليل" || form(at) == "النهار");
  }

  /// "Midnight" and "noon" without an hour.
  [[nodiscard]] bool is_twelve(std::size_t at) const {
    if (!arabic_) return form(at) == "midnight" || form(at) == "noon" || form(at) == "midday";
    return form(at) == "ظهرا" || is_two_words(at);
  }

  void add(const std::vector<int>& hours, Part part, ByteRange bytes, bool sure = true) {
    for (const bool afternoon : {false, true}) {
      ClockTime time{.afternoon = afternoon, .sure = sure, .bytes = bytes};
      for (const int hour : hours) {
        if (is_afternoon(hour, part) == afternoon) time.hours.set(static_cast<std::size_t>(hour));
      }
      if (time.hours.any()) out_.push_back(time);
    }
  }

  /// "21:30" and "00:15", and "9:30am", in which the half is part of a word. "09:30" is likely to be of twenty-four hours.
  void add_stated(const Value& value) {
    constexpr int kDay = 24;
    if (value.kind != ValueKind::time) return;
    const int hour = number_of(std::string_view(value.key).substr(1, 2)) % kDay;
    const std::string_view text = slice(sentence_, value.bytes);
    const bool letters = std::any_of(text.begin(), text.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
    const bool sure = hour > kNoon || hour == 0 || letters;
    const std::string digits = comparison_form(text);
    if (sure || digits.starts_with('0'))
      add({hour_of(value, text)}, hour < kNoon ? Part::am : Part::pm, value.bytes, sure);
  }

  std::string_view sentence_;
  const std::vector<Value>& values_;
  bool arabic_;
  std::vector<Word> words_;
  std::vector<bool> told_;  ///< of the values
  std::vector<ClockTime> out_;
};

}  // namespace

std::vector<ClockTime> clock_times(std::string_view sentence, const std::vector<Value>& values,
                                   Language language) {
  return Reader(sentence, values, language).run();
}

}  // namespace muwazi::check
