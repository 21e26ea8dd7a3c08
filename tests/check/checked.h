// Texts that are aligned and checked with the shipped model.
#pragma once
#include <string>
#include <vector>

#include "bitext/shipped.h"
#include "muwazi/check/checker.h"
#include "muwazi/check/rules.h"

namespace muwazi {

inline const Aligner& explaining_aligner() {
  static const Aligner aligner(testing::shipped_model(), default_parameters(), {.explain = true});
  return aligner;
}

struct Checked {
  Document arabic, english;
  Bitext bitext;
  CheckReport report;
};

/// Of the bitext that it has.
inline void judge(Checked& checked) {
  static const Checker checker(testing::shipped_model());
  checked.report = checker.check(checked.bitext, checked.arabic.text(), checked.english.text());
}

/// The names of the rules of what is a warning at least.
inline std::vector<std::string> found(const Checked& checked) {
  std::vector<std::string> out;
  for (const Finding& finding : checked.report.findings) {
    if (finding.severity != Severity::info) out.emplace_back(info(finding.rule).name);
  }
  return out;
}

/// Of texts with a sentence a line.
inline Checked check_texts(const std::string& arabic, const std::string& english) {
  Checked out{Document("ar.txt", arabic), Document("en.txt", english), {}, {}};
  out.bitext = explaining_aligner().align_segmented(out.arabic, out.english);
  judge(out);
  return out;
}

// A frame of sentences that pair without doubt; the one under test stands between them.
inline std::vector<std::string> found_between(const std::string& arabic,
                                              const std::string& english) {
  return found(
      check_texts("فتح الحارس بوابة الحديقة قبل شروق الشمس.\nدخل العمال وهم يحملون أدواتهم.\n" +
                      arabic + "\nأغلقت المدينة المكتبة يوم الأحد.\n",
                  "The guard opened the gate of the garden before sunrise.\n"
                  "The workers came in carrying their tools.\n" +
                      english + "\nThe city closed the library on Sunday.\n"));
}

}  // namespace muwazi
