// Numbers, dates and units of pairs of sentences: which are the same, and which are not.
#include <gmock/gmock.h>

#include <string>

#include "check/checked.h"

namespace muwazi {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Pair {
  const char* arabic;
  const char* english;
};

struct Fault {
  const char* rule;
  const char* arabic;
  const char* english;
};

void expect_same(const std::vector<Pair>& pairs) {
  for (const Pair& pair : pairs)
    EXPECT_THAT(found_between(pair.arabic, pair.english), IsEmpty()) << pair.english;
}

void expect_different(const std::vector<Fault>& faults) {
  for (const Fault& fault : faults) {
    EXPECT_THAT(found_between(fault.arabic, fault.english), ElementsAre(fault.rule))
        << fault.arabic << '\n'
        << fault.english;
  }
}

TEST(CheckedValues, AreAmountsOfMoneyHoweverTheirCurrencyIsWritten) {
  expect_same({
      {"استأجر النجار الدكان بمبلغ ١٬٢٠٠ ريال.", "The carpenter rented the shop for SR1,200."},
      {"دفع الصياد ثمن القارب ٤٬٥٠٠ ريال قطري.", "The fisherman paid QR4,500 for the boat."},
      {"دفع التاجر 1.27 مليار ريال.", "The merchant paid SR1.27bn."},
      {"دفع التاجر مليونا ونصف مليون ريال.", "The merchant paid SR1.5 million."},
      {"دفع المسافر 300 ليرة أجرة الغرفة.", "The traveller paid TL 300 for the room."},
      {"يبيع البقال الصندوق بمبلغ 70 جنيها.", "The grocer sells the box for LE 70."},
      {"دفع السائق غرامة قدرها 2000 درهم.", "The driver paid a fine of Dh2,000."},
      {"اشترى الزائر لوحة بمبلغ 40 ريالا برازيليا.", "The visitor bought a painting for R$40."},
      {"أخذ المصنع قرضا قدره 300 مليون دولار.", "The factory took a loan of USD 300 m."},
      {"بلغ دين الدولة ٣ تريليونات دولار.", "The debt of the state reached $3tn."},
      {"غادر القرى 5 ملايين شخص.", "Some 5m people left the villages."},
      {"ربح المصرف 1.2 مليار يورو.", "The bank earned €1.2bn."},
  });
  expect_different({
      {"number", "استأجر النجار الدكان بمبلغ ١٬٢٠٠ ريال.",
       "The carpenter rented the shop for SR1,700."},
      {"number", "بلغ دين الدولة ٣ تريليونات دولار.", "The debt of the state reached $3bn."},
      {"number", "غادر القرى 5 مليارات شخص.", "Some 5m people left the villages."},
      {"unit", "استأجر النجار الدكان بمبلغ 1200 ريال سعودي.",
       "The carpenter rented the shop for QR1,200."},
  });
}

TEST(CheckedValues, AreNumbersInWordsWithHalves) {
  expect_same({
      {"بلغ عدد الزوار مليونا ونصف مليون.", "The visitors numbered 1.5 million."},
      {"يسكن الوادي مليون ونصف المليون نسمة.", "One and a half million people live in the valley."},
      {"كلف السد مليوني ونصف المليون دينار.", "The dam cost two and a half million dinars."},
      {"دفع المزارع ألفا وخمسمئة دينار.", "The farmer paid 1,500 dinars."},
      {"تبلغ نسبة المرضى 5 في الألف.", "The share of the sick is 5 per thousand."},
      {"وافق ثلثا الصيادين على السعر.", "Two thirds of the fishermen agreed to the price."},
      {"باع البستاني ثلاثة أرباع الليمون.", "The gardener sold 75 percent of the lemons."},
  });
  expect_different(
      {{"number", "دفع المزارع ألفا وخمسمئة دينار.", "The farmer paid 2,500 dinars."}});
}

TEST(CheckedValues, AreLengthsOfTimeInOtherUnits) {
  expect_same({
      {"أصلح النجار السفينة في أسبوعين.", "The carpenter repaired the ship in two weeks."},
      {"أصلح النجار السفينة في أسبوعين.", "The carpenter repaired the ship in 14 days."},
      {"علّمت سلمى في القرية عقدين.", "Salma taught in the village for twenty years."},
      {"علّمت سلمى في القرية ثلاثة عقود.", "Salma taught in the village for 30 years."},
  });
  expect_different({{"number", "علّمت سلمى في القرية ثلاثة عقود كاملة.",
                     "Salma taught in the village for 50 whole years."}});
}

TEST(CheckedValues, AreUnitsByNamesAndAbbreviations) {
  expect_same({
      {"مساحة الساحة 150 م².", "The yard covers 150 sq. m."},
      {"مساحة الساحة ١٥٠ م٢.", "The yard covers 150 square metres."},
      {"يسع البرميل الكبير 3 م3.", "The big barrel holds 3 cubic metres."},
      {"تبلغ سرعة القارب 45 كم/س.", "The boat does 45 km/h."},
      {"تبلغ سرعة القارب 45 كلم في الساعة.", "The boat does 45 kilometres per hour."},
      {"ينتج المصنع 20 ميجاوات.", "The plant produces 20 MW."},
      {"حجم الكتاب 8 جيجا بايت.", "The book has 8 GB."},
      {"يأخذ الطفل 50 ملجم مساء كل يوم.", "The child takes 50 mg in the evening."},
      {"وزن السمكة 12 كجم.", "The fish weighs 12 kg."},
      {"دفع الطالب 900 دولار كندي.", "The student paid 900 dollars."},
      {"بلغت الحرارة 31 درجة مئوية.", "It was 31 degrees centigrade."},
  });
}

TEST(CheckedValues, DifferByTheirUnits) {
  expect_different({
      {"unit", "مساحة الساحة 150 مترا مربعا.", "The yard covers 150 cubic metres."},
      {"unit", "مساحة الساحة 150 م٢.", "The yard covers 150 metres."},
      {"unit", "يسع الخزان الكبير 30 م3.", "The big tank holds 30 m²."},
      {"unit", "تبلغ سرعة القارب 45 كم/س.", "The boat does 45 mph."},
      {"unit", "ينتج المصنع 20 ميغاواط.", "The plant produces 20 kW."},
      {"unit", "حجم الكتاب 8 م.ب.", "The book has 8 GB."},
      {"unit", "يأخذ الطفل 50 ملغ كل يوم.", "The child takes 50 g every day."},
      {"unit", "يشرب الطفل 250 مل من اللبن.", "The child drinks 250 l of milk."},
      {"unit", "وزن السمكة 12 كغ.", "The fish weighs 12 lb."},
      {"unit", "وزن السمكة خمسة أرطال.", "The fish weighs five kilograms."},
      {"unit", "دفع الطالب 900 دولار كندي.", "The student paid US$900."},
      {"unit", "دفع الطالب 900 دولارا كنديا.", "The student paid 900 US dollars."},
  });
}

TEST(CheckedValues, SayNothingOfAUnitThatOneSideConverts) {
  expect_same({
      {"تبعد المزرعة 80 كم عن البلدة.", "The farm is 50 miles (80 km) away from the town."},
      {"دفع التاجر 1500 ريال (نحو 400 دولار).", "The merchant paid 1,500 riyals."},
  });
  expect_different({
      {"number", "تبعد المزرعة 80 كم عن البلدة.", "The farm is 50 miles away from the town."},
      {"number", "تبعد المزرعة 50 ميلا (80 كم) عن البلدة.",
       "The farm is 50 miles (95 km) away from the town."},
      {"number", "قرأ الطالب 30 كتابا (12 رواية).", "The student read 30 books."},
  });
}

TEST(CheckedValues, AreTurnedRoundInLabelsOnly) {
  expect_same({{"انظر القسم 3.1 من الدليل.", "See section 1.3 of the manual."},
               {"انظر الشرح (3.1) في الدليل.", "See the explanation (1.3) in the manual."}});
  expect_different({{"number", "بلغت قوة الزلزال 6.8 تقريبا.", "The earthquake had about 8.6."},
                    {"number", "بلغ سعر القمح 6.8 دينار.", "The price of wheat was 8.6 dinars."}});
}

TEST(CheckedValues, AreNoMonthsWherePersonsAreNamedLikeThem) {
  expect_same({{"حكم القيصر أغسطس زمنا طويلا.", "The emperor Augustus ruled for a long time."},
               {"كتب الطبيب مايو إلى أخيه.", "Doctor Mayo wrote to his brother."},
               {"اشترى الطبيب سيارة نيسان.", "The doctor bought a Nissan car."}});
  expect_different({{"date", "عاد البحار في 3 أغسطس.", "The sailor returned on 3 May."}});
}

TEST(CheckedValues, AreDatesInDigitsAloneAndTimesWithPoints) {
  expect_same({{"تغيرت المدينة بعد 11 سبتمبر.", "The city changed after 9/11."},
               {"تغلق المكتبة الساعة 7:15 مساء.", "The library closes at 7.15 p.m."},
               {"أغلقت المدرسة بسبب كوفيد 19.", "The school was closed because of COVID-19."}});
  expect_different({{"date", "تغيرت المدينة بعد 11 سبتمبر.", "The city changed after 7/11."}});
}

TEST(CheckedValues, OfAnHourMayBeSaidByItsParts) {
  expect_same(
      {{"وصل القطار في الثامنة والثلث.", "The train arrived at 8:20."},
       {"انتهى الاجتماع في الواحدة والربع.", "The meeting ended at 1:15."},
       {"انتهى الاجتماع في الثانية ظهرا.", "The meeting ended at 2 p.m."},
       {"انتهى الاجتماع في الثالثة وعشرين دقيقة.", "The meeting ended at 3:20."},
       {"انتهى الاجتماع في التاسعة إلا ربعا.", "The meeting ended at 8:45."},
       {"انتهى الاجتماع في التاسعة إلا الربع.", "The meeting ended at 8:45."},
       {"انتهى الاجتماع في التاسعة إلا ثلثا.", "The meeting ended at 8:40."},
       {"انتهى الاجتماع في التاسعة إلا عشر دقائق.", "The meeting ended at 8:50."},
       {"استمرت الرحلة ساعتين وثلث الساعة.", "The journey lasted two hours and twenty minutes."}});
  expect_different(
      {{"number", "انتهى الاجتماع في التاسعة إلا ثلثا.", "The meeting ended at 7:40."},
       {"date", "انتهى الاجتماع في الثانية ظهرا.", "The meeting ended at 4 p.m."},
       {"number", "انتهى الاجتماع في الرابعة وعشرين دقيقة.", "The meeting ended at 3:20."},
       {"number", "انتهى الاجتماع في التاسعة إلا ربعا.", "The meeting ended at 8:35."},
       {"number", "بدأ الدرس في 11:45 ودفع الطبيب 15 دولارا.",
        "The lesson began at 11:45 and the doctor paid 12 dollars."},
       {"number", "بدأ الدرس في 8:40 ودخل 20 طالبا.",
        "The lesson began at 8:40 and 9 students came in."}});
}

TEST(CheckedValues, AreTheSameInOtherUnitsOfTheirKind) {
  expect_same(
      {{"يشرب المريض 2000 ملغ من الدواء.", "The patient drinks 2 g of the medicine."},
       {"في العلبة ثلاثة أرباع اللتر من الزيت.", "The can holds 0.75 litres of oil."},
       {"أضاف الطاهي نصف كيلو من الدقيق.", "The cook added 500 g of flour."},
       {"أضاف الطاهي ربع لتر من الحليب.", "The cook added 250 ml of milk."},
       {"انتظر البحار ثلاثة أرباع الساعة.", "The sailor waited for 45 minutes."},
       {"بقي البحار في الميناء 36 شهرا.", "The sailor stayed in the harbour for 3 years."}});
  expect_different(
      {{"number", "يشرب المريض 2000 ملغ من الدواء.", "The patient drinks 4 g of the medicine."},
       {"number", "حمل البغل 2000 كغ من القمح.", "The mule carried 2 kg of wheat."},
       {"number", "انتظر البحار 120 دقيقة.", "The sailor waited for 2 minutes."},
       {"number", "مشى البحار 3000 متر.", "The sailor walked 3 metres."},
       {"number", "أضاف الطاهي نصف كيلو من الدقيق.", "The cook added 300 g of flour."},
       {"number", "انتظر البحار أربع ساعات.", "The sailor waited for 15 minutes."}});
}

TEST(CheckedValues, OfAScoreMayBeSaidInWords) {
  const Checked checked = check_texts("فاز فريق الميناء بخماسية نظيفة سجل منها كريم ثلاثة أهداف.",
                                      "The team of the port won 5-0, with a hat-trick by Karim.");
  for (const Finding& finding : checked.report.findings) {
    EXPECT_TRUE(finding.rule != Rule::number || finding.severity != Severity::error)
        << finding.message;
  }
  EXPECT_THAT(found_between("فاز فريق الميناء 5-0 على الجميع.",
                            "The team of the port won 4-1 against all."),
              ::testing::Contains("number"));
}

TEST(CheckedValues, AreShownWithoutProclitics) {
  const Checked checked =
      check_texts("أتى النجار بخمسة وعشرين لوحا.", "The carpenter brought 52 boards.");
  ASSERT_EQ(checked.report.findings.size(), 1U);
  const Finding& finding = checked.report.findings[0];
  EXPECT_EQ(finding.message, "the Arabic has خمسة وعشرين, the English 52");
  EXPECT_EQ(slice(checked.arabic.text(), finding.arabic[0]), "بخمسة وعشرين");
}

}  // namespace
}  // namespace muwazi
