#include "page/brackets.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "muwazi/page/page.h"

namespace muwazi {
namespace {

using Strings = std::vector<std::string>;

/// Passages as "ar:text" and "en:text".
Strings passages(const std::string& text) {
  Strings found;
  for (const Passage& p : read_page(text).passages) {
    found.push_back(std::string(code(p.language)) + ":" + std::string(slice(text, p.bytes)));
  }
  return found;
}

TEST(Brackets, OfEveryShapeHoldTranslations) {
  for (const auto& [open, close] : std::vector<std::pair<std::string, std::string>>{
           {"(", ")"}, {"[", "]"}, {"{", "}"}, {"（", "）"}, {"［", "］"}, {"｛", "｝"}}) {
    EXPECT_EQ(passages("The guard opened the gate " + open + "فتح الحارس الباب" + close + ".\n"),
              (Strings{"en:The guard opened the gate", "ar:فتح الحارس الباب"}))
        << open;
  }
}

TEST(Brackets, CutALineOfSeveralTranslations) {
  const Strings parts = {"ar:نزل المطر في الليل", "en:It rained at night", "ar:غرقت ثلاثة قوارب",
                         "en:Three boats sank"};
  for (const char* line :
       {"نزل المطر في الليل (It rained at night). غرقت ثلاثة قوارب (Three boats sank).",
        "نزل المطر في الليل [It rained at night]. غرقت ثلاثة قوارب {Three boats sank}",
        "نزل المطر في الليل (It rained at night)، غرقت ثلاثة قوارب (Three boats sank)"}) {
    EXPECT_EQ(passages(line), parts) << line;
  }
  EXPECT_EQ(passages("Three boats sank (غرقت ثلاثة قوارب). It rained (نزل المطر ليلا)! We left."),
            (Strings{"en:Three boats sank", "ar:غرقت ثلاثة قوارب", "en:It rained",
                     "ar:نزل المطر ليلا", "en:We left."}));
}

TEST(Brackets, CutALineOnAPageWithoutTheHabit) {
  std::string text;
  for (int i = 0; i < 12; ++i) text += "وقف الصيادون على الشاطئ ينتظرون عودة القوارب.\n";
  text += "نزل المطر في الليل (It rained at night). غرقت ثلاثة قوارب (Three boats sank).\n";
  EXPECT_EQ(passages(text).size(), 16U);
}

TEST(Brackets, MayFollowSentencesThatNobodyTranslated) {
  EXPECT_EQ(
      passages("وصل الصيادون قبل الفجر. عادت السفن. نزل المطر في الليل (It rained at night). "
               "غرقت ثلاثة قوارب (Three boats sank). انتهت القصة."),
      (Strings{"ar:وصل الصيادون قبل الفجر. عادت السفن. نزل المطر في الليل", "en:It rained at night",
               "ar:غرقت ثلاثة قوارب", "en:Three boats sank", "ar:انتهت القصة."}));
}

TEST(Brackets, AroundTermsCutNothing) {
  for (const std::string line :
       {"أعلن اتحاد الصيادين (FU) أن هيئة الموانئ (PA) أغلقت الميناء (port) أمس.",
        "زارت شركة دلتا (Delta). ثم شركة هاربر (Harbor).",
        "قال رئيس اتحاد صيادي الشمال (Northern Fishing Union) إن بنك الميناء (Harbour Bank) "
        "أغلق."}) {
    EXPECT_EQ(passages(line), Strings{"ar:" + line});
  }
}

TEST(Brackets, ThatDoNotMatchAreText) {
  for (const std::string line :
       {"وصلت القوارب :( ثم عادت (كلها) إلى port", "a) النص (b) النص c) (("}) {
    std::string all;
    for (const Passage& p : read_page(line).passages) all += slice(line, p.bytes);
    EXPECT_EQ(all, line);
  }
}

TEST(Brackets, TakeLinearTime) {
  const auto seconds = [](const std::string& unit) {
    std::string text;
    while (text.size() < 400000) text += unit;
    const auto begin = std::chrono::steady_clock::now();
    (void)page::bracket_chain(text, {0, text.size()});
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  for (const char* unit :
       {"(", ")", "كلمة (word) ", "كلمة (", "نزل المطر (It rained). ", "(a) ب. "})
    EXPECT_LT(seconds(unit), 2.0) << unit;
}

}  // namespace
}  // namespace muwazi
