// Pages of many kinds, each with what must stay text and what must not.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "muwazi/page/page.h"

namespace muwazi {
namespace {

using Strings = std::vector<std::string>;

/// The lines that hold passages.
Strings kept(const std::string& text) {
  Strings found;
  const Page page = read_page(text);
  for (const Passage& passage : page.passages) {
    const std::string line(slice(text, page.lines[passage.line].bytes));
    if (found.empty() || found.back() != line) found.push_back(line);
  }
  return found;
}

/// Every line of `text` but those that begin with "~", which is not part of the line.
void expect_kept(const std::string& marked) {
  std::string text;
  Strings expected;
  for (std::size_t at = 0; at < marked.size();) {
    const std::size_t end = marked.find('\n', at);
    std::string line = marked.substr(at, end - at);
    at = end + 1;
    if (line.starts_with("~")) {
      line.erase(0, 1);
    } else if (!line.empty()) {
      expected.push_back(line);
    }
    text += line + "\n";
  }
  EXPECT_EQ(kept(text), expected);
}

TEST(PageOfNews, KeepsATranslationThatFollowsRelatedHeadlines) {
  expect_kept(
      "~الرئيسية\n~أخبار مصر\n~محافظات\n~حوادث\n~توك شو\n"
      "وزير النقل: تشغيل أول قطار سريع بين المدينتين العام المقبل\n"
      "~الثلاثاء 14/مايو/2024 - 03:22 م\n~كتب: محمود السيد - منى فتحي\n"
      "أعلن وزير النقل، اليوم الثلاثاء، أن أول قطار سريع بين المدينتين سيبدأ العمل العام المقبل.\n"
      "~اقرأ أيضًا| موعد صرف مرتبات شهر مايو\n"
      "وأوضح أن أسعار التذاكر لم تحدد بعد.\n"
      "~موضوعات متعلقة\n~تفاصيل حالة الطقس غدا\n~سعر الدولار اليوم في البنوك\n"
      "~لمتابعة أخبارنا أولا بأول تابعنا على جوجل نيوز\n"
      "Minister: First Fast Train Between the Two Cities to Run Next Year\n"
      "The Minister of Transport announced on Tuesday that the first fast train between the two "
      "cities would start running next year.\n"
      "He explained that ticket prices had not been set yet.\n~تم نسخ الرابط\n");
}

TEST(PageOfNews, KnowsTheMarginsOfBritishAndAmericanSites) {
  expect_kept(
      "~Accessibility links\n~Skip to content\n~Sport\n~Weather\n"
      "Council approves plan for new bridge over river\n~Published 2 hours ago\n~By Helen Marsh\n"
      "~Share page\n~About sharing\n~Image source, Getty Images\n"
      "The council has approved a plan for a new bridge over the river, two years after the old "
      "one "
      "was closed.\n"
      "~ADVERTISEMENT\n"
      "Work is due to start in the autumn and will cost £12m.\n"
      "~Copyright 2024 The Example Press. All rights reserved. This material may not be published, "
      "broadcast, rewritten or redistributed without permission.\n"
      "~More on this story\n~Old bridge closed after flood\n"
      "وافق المجلس على خطة لبناء جسر جديد فوق النهر بعد عامين من إغلاق الجسر القديم.\n"
      "ومن المقرر أن يبدأ العمل في الخريف وأن يكلف 12 مليون جنيه إسترليني.\n");
}

TEST(PageOfAnOrganisation, KeepsHeadingsThatMenusHaveToo) {
  expect_kept(
      "الصحة\nHealth\nتعمل الجمعية على تحسين صحة الأمهات والأطفال في القرى النائية.\n"
      "The association works to improve the health of mothers and children in remote villages.\n"
      "التعليم\nEducation\nبنينا عشر مدارس في السنوات الثلاث الماضية.\n"
      "We built ten schools in the past three years.\n"
      "من نحن\nAbout us\nنحن جمعية أهلية تأسست عام 1998.\n"
      "We are an association founded in 1998.\n");
}

TEST(PageOfLaw, KeepsArticlesChaptersAndItems) {
  expect_kept(
      "القانون رقم (12) لسنة 2015\nLaw No. (12) of 2015\nالمادة (1)\nArticle (1)\n"
      "يعمل بهذا القانون من تاريخ نشره.\nThis Law shall enter into force on its publication.\n"
      "أ- المستهلك: كل شخص يشتري سلعة.\na. Consumer: any person who buys goods.\n"
      "الفصل الثاني\nChapter Two\nأحكام ختامية\nFinal provisions\n");
}

TEST(PageOfSubtitles, KeepsShortLines) {
  expect_kept(
      "~1\n~00:00:01,000 --> 00:00:03,500\nWhere have you been?\nأين كنت؟\n\n"
      "~2\n~00:00:04,000 --> 00:00:06,000\nMore\nالمزيد\n\n"
      "~3\n~00:00:07,000 --> 00:00:09,000\nShare it with me!\nشاركني إياه!\n\n"
      "~4\n~00:00:10,000 --> 00:00:12,000\nPlease wait.\nيرجى الانتظار.\n");
}

TEST(PageOfQuestions, KeepsItsTitleAndAnswersOfOneWord) {
  expect_kept(
      "الأسئلة الشائعة\nFAQ\nس: كيف أسترجع كلمة المرور؟\nج: اضغط على «نسيت كلمة المرور».\n"
      "س: هل الخدمة مجانية؟\nج: نعم.\nQ: How do I recover my password?\n"
      "A: Click \"Forgot password\".\nQ: Is the service free?\nA: Yes.\n");
}

TEST(PageOfVerses, IsArabicWhereItCallsSomebody) {
  expect_kept("يا نهر يا صديقي\nإلى أين تمضي\n\nO river, my friend\nwhere are you going\n");
}

TEST(PageFromHtml, LosesTagsEntitiesAndNamesOfPictures) {
  expect_kept(
      "~[image: logo]\n~&nbsp;\nمهرجان الزيتون يعود إلى القرية\n~<br />\n"
      "يعود مهرجان الزيتون إلى القرية هذا الخريف بعد توقف دام ثلاث سنوات بسبب الجفاف.\n"
      "~[caption id=\"attachment_12\"]\nThe Olive Festival Returns to the Village\n"
      "The olive festival returns to the village this autumn after three years of drought.\n"
      "~[Read more...]\n~(adsbygoogle = window.adsbygoogle || []).push({});\n~Pin It\n");
}

TEST(PageOfAnEncyclopedia, KeepsSectionsAndReferences) {
  expect_kept(
      "~Jump to navigation\n~From Wikipedia, the free encyclopedia\nLighthouse[edit]\n"
      "A lighthouse is a tower that shows a bright light to help ships find their way at sea.[1]\n"
      "References[edit]\n^ Smith, John (2001). Towers of the Sea. pp. 12–15.\n"
      "منارة [عدل]\nالمنارة برج يظهر ضوءا ساطعا ليساعد السفن على معرفة طريقها في البحر.[1]\n"
      "~آخر تعديل لهذه الصفحة كان يوم 4 مايو 2020، الساعة 10:15.\n");
}

TEST(PageOfOtherLanguages, KeepsArabicAndEnglishOnly) {
  expect_kept(
      "~وزیر نیرو گفت که تولید برق در تابستان امسال افزایش خواهد یافت و خاموشی نخواهیم داشت.\n"
      "قال وزير الطاقة إن إنتاج الكهرباء سيزداد في صيف هذا العام ولن تكون هناك انقطاعات.\n"
      "The energy minister said that electricity production would increase this summer.\n"
      "~Le ministre de l'énergie a déclaré que la production d'électricité augmenterait cet été.\n"
      "~وزیر توانائی نے کہا کہ اس موسم گرما میں بجلی کی پیداوار میں اضافہ ہوگا۔\n");
}

}  // namespace
}  // namespace muwazi
