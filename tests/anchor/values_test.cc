#include "muwazi/anchor/values.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace muwazi {
namespace {

std::string keys(std::string_view text, Language language) {
  std::string out;
  for (const Value& value : values(text, language)) {
    if (!out.empty()) out.push_back(' ');
    out += value.key;
  }
  return out;
}

struct Row {
  const char* text;
  const char* keys;
};

void expect_rows(const std::vector<Row>& rows, Language language) {
  for (const Row& row : rows) EXPECT_EQ(keys(row.text, language), row.keys) << row.text;
}

TEST(Values, ReadArabicNumerals) {
  expect_rows(
      {
          {"", ""},
          {"لا شيء هنا", ""},
          {"عددهم 25 رجلا", "#25"},
          {"عددهم ٢٥ رجلا", "#25"},
          {"عددهم ۲۵ رجلا", "#25"},
          {"بلغت 1,234 وحدة", "#1234"},
          {"بلغت ١٬٢٣٤ وحدة", "#1234"},
          {"بلغت ١٬٢٣٤٬٥٦٧٫٨٩ وحدة", "#1234567.89"},
          {"بلغت 1.234.567 وحدة", "#1234567"},
          {"بلغت 1.234,5 وحدة", "#1234.5"},
          {"بلغت 2.500 وحدة", "#2500"},
          {"بلغت 2.500 مليون وحدة", "#2500000"},
          {"طوله ١٫٥ متر", "#1.5"},
          {"طوله 1.50 متر", "#1.5"},
          {"طوله 1,5 متر", "#1.5"},
          {"طوله ١،٥ متر", "#1.5"},
          {"رقم 0.125 ورقم 007", "#0.125 #7"},
          {"لـ25 طالبا", "#25"},
          {"والـ25 الباقون", "#25"},
          {"و300 آخرون", "#300"},
          {"3 ملايين", "#3000000"},
          {"3,5 ملايين", "#3500000"},
          {"25 ألفا و300 نسمة", "#25300"},
          {"مليون و200 ألف نسمة", "#1200000"},
          {"بين 1914 و1918", "#1914 #1918"},
          {"بنسبة 25% و٣٠٪", "#25 #30"},
          {"بنسبة 25 في المئة", "#25"},
          {"بنسبة 25 بالمائة منهم", "#25"},
          {"1، 2، 3", "#1 #2 #3"},
          {"1,2,3,4,5,6,7,8,9,10", "#1 #2 #3 #4 #5 #6 #7 #8 #9 #10"},
          {"كوفيد-19", "#19"},
          {"مساحتها 120 م2 وسعتها ٣٠ م٣", "#120 #30"},
          {"سورة النور (24:35)", "#24 #35"},
          {"123456789012345678901234567890", "#123456789012345678901234567890"},
      },
      Language::arabic);
}

TEST(Values, ReadArabicNumberWords) {
  expect_rows(
      {
          {"خمسة وعشرون كتابا", "#25"},
          {"خمس وعشرين سنة", "#25"},
          {"خَمْسَةٌ وعِشرونَ", "#25"},
          {"بخمسة دنانير", "#5"},
          {"وعشرون رجلا", "#20"},
          {"مئة", "#100"},
          {"مائة رجل", "#100"},
          {"مئة وخمسة رجال", "#105"},
          {"مئتان وخمسون", "#250"},
          {"ثلاث مئة وخمسة وستون يوما", "#365"},
          {"ثلاثمائة وستين", "#360"},
          {"أحد عشر كوكبا", "#11"},
          {"اثنا عشر شهرا", "#12"},
          {"خمس عشرة سنة", "#15"},
          {"واحد وعشرون", "#21"},
          {"ألف", "#1000"},
          {"ألفين", "#2000"},
          {"ألفين وخمسة", "#2005"},
          {"ثلاثة آلاف", "#3000"},
          {"ثلاثة آلاف وخمسمئة وخمسة وعشرون", "#3525"},
          {"ثلاثة آلاف وخمسة آلاف", "#3000 #5000"},
          {"خمسة عشر ألف نسمة", "#15000"},
          {"مئة وعشرون ألفا", "#120000"},
          {"مئة ألف", "#100000"},
          {"ألف وتسعمئة وأربعة عشر", "#1914"},
          {"خمسا وعشرين سنة", "#25"},
          {"ثمانيا وأربعين ساعة", "#48"},
          {"ألفا جندي", "#2000"},
          {"مليونا شخص", "#2000000"},
          {"ألفا وخمسمئة دينار", "#1500"},
          {"مليونا ونصف مليون", "#1500000"},
          {"مليونا و200 ألف", "#1200000"},
          {"بلغ عددهم مليونا.", "#1000000"},
          {"مليون وألفا دينار", "#1002000"},
          {"خمسون مليونا", "#50000000"},
          {"مليونان", "#2000000"},
          {"مليونين وثلاثمئة ألف", "#2300000"},
          {"مليون وألفان", "#1002000"},
          {"ألف مليار", "#1000000000000"},
          {"مليونين ونصف المليون", "#2500000"},
          {"نصف مليون دولار", "#500000"},
          {"نصف البيت", "#0.5"},
          {"القرن التاسع عشر", "#19"},
          {"الذكرى الخامسة والعشرين", "#25"},
          {"المادة الثالثة", "#3"},
          {"خمسة وستة", "#5 #6"},
          {"رجل واحد وامرأة ثانية", ""},
          {"أول مرة", ""},
          {"يوم الاثنين", ""},
          {"لست وحدك", ""},
          {"مئات الناس وآلاف البيوت", ""},
          {"ثلاثة أرباع", "#0.75"},
          {"النسبة في المئة", ""},
          {"خمسون بالمئة", "#50"},
      },
      Language::arabic);
}

TEST(Values, ReadEnglishNumbers) {
  expect_rows(
      {
          {"25 men, 1,234 women", "#25 #1234"},
          {"1,234,567.89", "#1234567.89"},
          {"1.50 m and 1.234", "#1.5 #1.234"},
          {"pages 1,5", "#1 #5"},
          {"1,5 million", "#1500000"},
          {"1\u00A0234\u00A0567 people", "#1234567"},
          {"twenty-five", "#25"},
          {"Twenty five books", "#25"},
          {"two million", "#2000000"},
          {"a hundred and five", "#105"},
          {"three hundred sixty-five days", "#365"},
          {"two hundred and fifty thousand", "#250000"},
          {"one million two hundred thousand", "#1200000"},
          {"3 million", "#3000000"},
          {"$3bn and 3.5 billion", "#3000000000 #3500000000"},
          {"a $300+ billion loss, 20+ years", "#300000000000 #20"},
          {"3 + 5 million", "#3 #5000000"},
          {"$7m, SAR 1.2m, €50k and 30m", "#7000000 #1200000 #50000 #30"},
          {"SR1,500, QR12, Dh1,000 and JD15", "#1500 #12 #1000 #15"},
          {"USD 300 m, $3tn, £2bn, 5mln and US$4 t",
           "#300000000 #3000000000000 #2000000000 #5000000 #4000000000000"},
          {"one and a half million", "#1500000"},
          {"a $20 T-shirt, $15 B&B", "#20 #15"},
          {"120 m2, 40m2, 7m long", "#120 #40 #7"},
          {"one hundred soldiers", "#100"},
          {"one hundred and fifty", "#150"},
          {"1 million 200 thousand", "#1200000"},
          {"two and a half million", "#2500000"},
          {"half a million", "#500000"},
          {"a million and a half", "#1500000"},
          {"fifteen hundred", "#1500"},
          {"nineteen eighty-four", "#1984"},
          {"two thousand and five", "#2005"},
          {"25th, twenty-fifth, the nineteenth century", "#25 #25 #19"},
          {"25 percent, 25 per cent, 25%", "#25 #25 #25"},
          {"five and six", "#5 #6"},
          {"one of them, a second time, the first", ""},
          {"several hundred people and thousands of others", ""},
          {"two-thirds of a mile, one fifth", "#2/3 #0.2"},
          {"1990s", "#1990"},
          {"25km", "#25"},
          {"a 10-year-old", "#10"},
          {"COVID-19 and UTF-8", "#19 #8"},
          {"2010-2015", "#2010 #2015"},
          {"2010–11, 2010/11, 2010/25, 2010-05", "#2010 #2011 #2010 #2011 #2010 #25 #2010 #5"},
          {"a five-hundred-page book", "#500"},
      },
      Language::english);
}

TEST(Values, ReadArabicDatesAndTimes) {
  expect_rows(
      {
          {"في 11 نوفمبر 1918", "@1918-11-11"},
          {"في 11 نوفمبر/تشرين الثاني 1918", "@1918-11-11"},
          {"في 11 تشرين الثاني (نوفمبر) 1918م", "@1918-11-11"},
          {"في ١١ كانون الأول", "@--12-11"},
          {"الحادي عشر من نوفمبر عام 1918", "@1918-11-11"},
          {"الأول من مايو", "@--05-01"},
          {"الخامس والعشرين من شهر ديسمبر", "@--12-25"},
          {"5 جويلية 1962 و20 أوت 1955", "@1962-07-05 @1955-08-20"},
          {"وفي شباط 2003", "@2003-02"},
          {"بديسمبر", "@--12"},
          {"في مارس", "@--03"},
          {"كان مارس الرياضة", ""},
          {"5 رجب 1440 هـ", "@h1440-07-05"},
          {"15 ربيع الأول 1440هـ الموافق 23 نوفمبر 2018م", "@h1440-03-15 @2018-11-23"},
          {"عام 1440هـ", "@h1440"},
          {"رمضان كريم", ""},
          {"2019/3/12", "@2019-03-12"},
          {"٢٥/١٢/٢٠١٩", "@2019-12-25"},
          {"12/3/2019", "@n:2019-3-12"},
          {"5/7/1440هـ", "@h1440-07-05"},
          {"الساعة 14:05", ":14:05"},
          {"الساعة 2:05 مساء", ":14:05"},
          {"الساعة ٢ بعد الظهر", ":14:00"},
          {"الساعة الثانية ظهرا", ":14:00"},
          {"الساعة 11 ليلا", ":23:00"},
      },
      Language::arabic);
}

TEST(Values, ReadEnglishDatesAndTimes) {
  expect_rows(
      {
          {"On 11 November 1918", "@1918-11-11"},
          {"November 11, 1918.", "@1918-11-11"},
          {"Nov. 11, 1918", "@1918-11-11"},
          {"the 11th of November, 1918", "@1918-11-11"},
          {"December the 25th", "@--12-25"},
          {"first of May", "@--05-01"},
          {"February 2003", "@2003-02"},
          {"in December", "@--12"},
          {"It may be 5 or we march", "#5"},
          {"in March", "@--03"},
          {"May I", ""},
          {"Jan is here", ""},
          {"5 Rajab 1440 AH", "@h1440-07-05"},
          {"15 Rabi' al-Awwal 1440", "@h1440-03-15"},
          {"AH 1440", "@h1440"},
          {"2019-03-12", "@2019-03-12"},
          {"25/12/2019 12/25/2019 25.12.2019", "@2019-12-25 @2019-12-25 @2019-12-25"},
          {"03/12/2019", "@n:2019-3-12"},
          {"5/5/2019", "@2019-05-05"},
          {"at 14:05:30", ":14:05:30"},
          {"at 2:05 p.m. and 2 p.m.", ":14:05 :14:00"},
          {"2pm, 12am, 12 pm", ":14:00 :00:00 :12:00"},
          {"at 7.15 p.m., 7.15 metres, 7.75 p.m.", ":19:15 #7.15 #7.75"},
          {"24:00, 24:35 and 25:10", ":24:00 #24 #35 #25 #10"},
          {"24/7 and 9/11", "#24 #7 #9 #11"},
          {"1:75", "#1 #75"},
      },
      Language::english);
}

TEST(Values, ReadLinksCodesAndPlaceholders) {
  const std::vector<Row> rows = {
      {"https://Example.org/A/b/?q=1.", "link:https://example.org/A/b/?q=1"},
      {"(https://example.org/)", "link:https://example.org"},
      {"www.example.org، example.com", "link:www.example.org link:example.com"},
      {"A.Name@Example.org", "link:mailto:a.name@example.org"},
      {"V2.1.3 2.1.3", "code:v2.1.3 code:v2.1.3"},
      {"H2O ISO-8859-6 CVE-2021-1234", "code:h2o code:iso-8859-6 code:cve-2021-1234"},
      {"m2 TD1 SHA256", "code:m2 code:td1 code:sha256"},
      {"x86-64 file1.txt", "code:x86-64 code:file1.txt"},
      {"{0} {name} {{ name }} ${x}", "ph:{0} ph:{name} ph:{{name}} ph:${x}"},
      {"%s %1$d %(name)s %.2f", "ph:%s ph:%1$d ph:%(name)s ph:%.2f"},
      {"%NAME% %user_id% 50%or 20%", "ph:%NAME% ph:%user_id% #50 #20"},
      {"Ctrl+S (Shift+F5) Ctrl+Alt+Del Ctrl +", "code:ctrl+s code:shift+f5 code:ctrl+alt+del"},
      {"/etc/hosts. /a.d/b-1/, C:\\Data\\list.txt",
       "code:/etc/hosts code:/a.d/b-1 code:c:\\data\\list.txt"},
      {"and/or /tmp a/b/c /very/ ", ""},
      {"\u00ABCtrl + S\u00BB CTRL+S \u201C/etc/hosts/\u201D",
       "code:ctrl+s code:ctrl+s code:/etc/hosts"},
      {"/15/ /500/", "#15 #500"},
      {"~/logs/x report.pdf, (a-b_2.tar.gz.txt).",
       "code:~/logs/x code:report.pdf code:a-b_2.tar.gz.txt"},
      {"--dry-run `--user=` max_jobs DEBUG=true",
       "code:--dry-run code:--user code:max_jobs code:debug=true"},
      {"the boy --then small-- ran, a--b, --x, e.g. this.one", ""},
      {"<b>x</b> <a href=\"y z\">", "ph:<b> ph:</b> ph:<a>"},
      {"a < b and c > d <b and c>", ""},
      {"$1 %2", "#1 #2"},
      {"node.js v", ""},
      {"{ a b } %", ""},
  };
  expect_rows(rows, Language::english);
  expect_rows(rows, Language::arabic);
}

TEST(Values, TellNumberedPlaceholdersByKind) {
  const std::vector<Value> found = values("$1 %2 $3 million $45", Language::english);
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0], (Value{{0, 2}, ValueKind::placeholder, "#1"}));
  EXPECT_EQ(found[1], (Value{{3, 5}, ValueKind::placeholder, "#2"}));
  EXPECT_EQ(found[2], (Value{{7, 16}, ValueKind::number, "#3000000"}));
  EXPECT_EQ(found[3], (Value{{18, 20}, ValueKind::number, "#45"}));
}

TEST(Values, AreTheSameInBothLanguages) {
  struct Pair {
    const char *arabic, *english;
  };
  const Pair pairs[] = {
      {"في القرن التاسع عشر بلغ عددهم خمسة وعشرين ألفا", "In the 19th century they were 25,000"},
      {"اجتمعوا في ٥ آذار ٢٠١٢ الساعة ٣:٣٠ عصرا", "They met on March 5, 2012 at 3:30 p.m."},
      {"نحو 40 في المئة من 2,5 مليون", "Some forty percent of two and a half million"},
      {"انظر https://example.org/ar والمادة الثالثة",
       "See https://example.org/ar and article three"},
      {"ولد عام ألف وتسعمئة وأربعة عشر", "He was born in 1914"},
      {"تعذر فتح %s (الخطأ %d)", "Could not open %s (error %d)"},
  };
  for (const Pair& pair : pairs) {
    const std::string arabic = keys(pair.arabic, Language::arabic);
    EXPECT_EQ(arabic, keys(pair.english, Language::english));
    EXPECT_NE(arabic, "");
  }
}

TEST(Values, SayWhichBytesTheyAre) {
  const std::string text = "وصل 25 ألفا في 11 نوفمبر 1918م.";
  const std::vector<Value> found = values(text, Language::arabic);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(slice(text, found[0].bytes), "25 ألفا");
  EXPECT_EQ(slice(text, found[1].bytes), "11 نوفمبر 1918م");
}

TEST(Values, StayInOrderOnHostileText) {
  std::vector<std::string> texts;
  const char* const pieces[] = {"1,",       "1.",       "2:",
                                "<a ",      "%",        "{",
                                "https://", "مئة و",    "خمسة ",
                                "two ",     "hundred ", "million ",
                                "May ",     "5H",       "٥H2O",
                                "1/2/",     "a@",       "-",
                                "و",        "ال",       "12/03/2019",
                                "\u0640",   "\u064B",   "\u200F",
                                "(نوفمبر)", "AH ",      "99999999999999999999"};
  for (const char* piece : pieces) {
    std::string text;
    for (int i = 0; i < 20000; ++i) text += piece;
    texts.push_back(std::move(text));
  }
  std::uint32_t seed = 7;
  for (int i = 0; i < 300; ++i) {
    std::string text;
    for (int j = 0; j < 40; ++j) {
      seed = seed * 1664525U + 1013904223U;
      text += pieces[(seed >> 16) % std::size(pieces)];
    }
    texts.push_back(std::move(text));
  }
  for (const std::string& text : texts) {
    for (const Language language : {Language::arabic, Language::english}) {
      std::size_t end = 0;
      for (const Value& value : values(text, language)) {
        ASSERT_LE(end, value.bytes.begin) << text.substr(0, 400);
        ASSERT_LT(value.bytes.begin, value.bytes.end);
        ASSERT_LE(value.bytes.end, text.size());
        ASSERT_FALSE(value.key.empty());
        end = value.bytes.end;
      }
    }
  }
}

}  // namespace
}  // namespace muwazi
