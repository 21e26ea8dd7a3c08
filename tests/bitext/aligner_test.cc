#include "muwazi/bitext/aligner.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "bitext/shipped.h"
#include "muwazi/lexicon/trainer.h"

namespace muwazi {
namespace {

using testing::expect_files;
using testing::expect_page;
using testing::pairs;
using testing::shipped_aligner;
using Strings = std::vector<std::string>;

const Strings kArabic = {
    "وصلت الطبيبة إلى القرية صباح يوم الأحد.", "كانت المدرسة مغلقة بسبب المطر الغزير.",
    "اشترى الأطفال الخبز والحليب من السوق.",   "سيبدأ المهرجان في الثالث من يونيو عام 2019.",
    "هل تعرفون أين تقع المكتبة الجديدة؟",      "بلغ عدد سكان المدينة 45000 نسمة."};
const Strings kEnglish = {"The doctor arrived in the village on Sunday morning.",
                          "The school was closed because of the heavy rain.",
                          "The children bought bread and milk from the market.",
                          "The festival will begin on the third of June 2019.",
                          "Do you know where the new library is?",
                          "The population of the city reached 45000."};

std::string joined(const Strings& sentences, const std::string& with) {
  std::string out;
  for (const auto& sentence : sentences) out += (out.empty() ? "" : with) + sentence;
  return out;
}

Strings expected_pairs() {
  Strings out;
  for (std::size_t k = 0; k < kArabic.size(); ++k) out.push_back(kArabic[k] + " = " + kEnglish[k]);
  return out;
}

Document document(const std::string& text, const std::string& name = "page.txt") {
  return {name, text};
}

TEST(AlignPage, AlignsAnArabicBlockWithTheEnglishBlockAfterIt) {
  const std::string text = joined(kArabic, " ") + "\n\n" + joined(kEnglish, " ") + "\n";
  const Bitext bitext = shipped_aligner().align_page(document(text, "news/003.txt.gz"));
  expect_page(bitext, text);
  EXPECT_EQ(bitext.layout, "block");
  EXPECT_EQ(bitext.id, "003");
  EXPECT_EQ(pairs(bitext, text, text), expected_pairs());
  EXPECT_EQ(bitext.coverage.arabic, 1.0);
  EXPECT_EQ(bitext.coverage.english, 1.0);
  EXPECT_TRUE(bitext.notes.empty());
  for (const Bead& bead : bitext.beads) EXPECT_GT(bead.posterior, 0.5F);
}

TEST(AlignPage, AlignsAnEnglishBlockWithTheArabicBlockAfterIt) {
  const std::string text = joined(kEnglish, "\n") + "\n\n" + joined(kArabic, "\n");
  const Bitext bitext = shipped_aligner().align_page(document(text));
  expect_page(bitext, text);
  EXPECT_EQ(bitext.layout, "block_en_first");
  EXPECT_EQ(pairs(bitext, text, text), expected_pairs());
}

TEST(AlignPage, AlignsSentenceBySentence) {
  std::string text;
  for (std::size_t k = 0; k < kArabic.size(); ++k) text += kArabic[k] + "\n" + kEnglish[k] + "\n";
  const Bitext bitext = shipped_aligner().align_page(document(text));
  expect_page(bitext, text);
  EXPECT_EQ(bitext.layout, "interleaved_sentence");
  EXPECT_EQ(pairs(bitext, text, text), expected_pairs());
}

TEST(AlignPage, AlignsParagraphByParagraph) {
  std::string text;
  for (std::size_t k = 0; k < kArabic.size(); k += 2) {
    text +=
        kArabic[k] + " " + kArabic[k + 1] + "\n\n" + kEnglish[k] + " " + kEnglish[k + 1] + "\n\n";
  }
  const Bitext bitext = shipped_aligner().align_page(document(text));
  expect_page(bitext, text);
  EXPECT_EQ(bitext.layout, "interleaved");
  EXPECT_EQ(pairs(bitext, text, text), expected_pairs());
}

TEST(AlignPage, AlignsTheColumnsOfATable) {
  std::string arabic_first, english_first;
  for (std::size_t k = 0; k < kArabic.size(); ++k) {
    arabic_first += kArabic[k] + "\t" + kEnglish[k] + "\n";
    english_first += "| " + kEnglish[k] + " | " + kArabic[k] + " |\n";
  }
  const Bitext table = shipped_aligner().align_page(document(arabic_first));
  expect_page(table, arabic_first);
  EXPECT_EQ(table.layout, "table");
  EXPECT_EQ(pairs(table, arabic_first, arabic_first), expected_pairs());
  const Bitext reversed = shipped_aligner().align_page(document(english_first));
  expect_page(reversed, english_first);
  EXPECT_EQ(reversed.layout, "table_rev");
  EXPECT_EQ(pairs(reversed, english_first, english_first), expected_pairs());
}

TEST(AlignPage, LeavesASentenceWithoutCounterpartAlone) {
  Strings english = kEnglish;
  english.erase(english.begin() + 2);
  const std::string text = joined(kArabic, "\n") + "\n\n" + joined(english, "\n");
  const Bitext bitext = shipped_aligner().align_page(document(text));
  expect_page(bitext, text);
  Strings expected = expected_pairs();
  expected[2] = kArabic[2] + " = ";
  EXPECT_EQ(pairs(bitext, text, text), expected);
  EXPECT_LT(bitext.coverage.arabic, 1.0);
  EXPECT_EQ(bitext.coverage.english, 1.0);
}

TEST(AlignPage, PairsOneSentenceWithTwo) {
  Strings english = kEnglish;
  english[1] = "The school was closed. The reason was the heavy rain.";
  const std::string text = joined(kArabic, "\n") + "\n\n" + joined(english, "\n");
  const Bitext bitext = shipped_aligner().align_page(document(text));
  expect_page(bitext, text);
  Strings expected = expected_pairs();
  expected[1] = kArabic[1] + " = The school was closed. / The reason was the heavy rain.";
  EXPECT_EQ(pairs(bitext, text, text), expected);
}

TEST(AlignPage, PairsNothingOfTextsThatHaveNothingInCommon) {
  const Strings other = {"Quantum computers store information in fragile states.",
                         "Engineers cool the chips almost to absolute zero.",
                         "Errors grow quickly unless they are corrected.",
                         "Several companies compete for the first useful machine."};
  const std::string text = joined(kArabic, "\n") + "\n\n" + joined(other, "\n");
  const Bitext bitext = shipped_aligner().align_page(document(text));
  expect_page(bitext, text);
  EXPECT_EQ(bitext.layout, "unrelated");
  EXPECT_EQ(bitext.beads.size(), 10U);
  EXPECT_EQ(bitext.coverage.arabic, 0.0);
  EXPECT_EQ(bitext.coverage.english, 0.0);
}

TEST(AlignPage, TakesAnEmptyPage) {
  for (const char* text : {"", "\n\n \t\n", "...", "12\n13\n"}) {
    const Bitext bitext = shipped_aligner().align_page(document(text));
    expect_page(bitext, text);
    EXPECT_EQ(bitext.layout, "empty");
    EXPECT_TRUE(bitext.beads.empty());
    EXPECT_EQ(bitext.notes, Strings{"no Arabic and no English text: nothing to align"});
    EXPECT_EQ(bitext.coverage.arabic, 0.0);
  }
}

TEST(AlignPage, SaysWhichLanguageIsMissing) {
  const std::string english = joined(kEnglish, "\n"), arabic = joined(kArabic, "\n");
  const Bitext no_arabic = shipped_aligner().align_page(document(english)),
               no_english = shipped_aligner().align_page(document(arabic));
  expect_page(no_arabic, english);
  expect_page(no_english, arabic);
  EXPECT_EQ(no_arabic.layout, "monolingual");
  EXPECT_EQ(no_arabic.notes, Strings{"no Arabic text: nothing to align"});
  EXPECT_EQ(no_arabic.english.size(), 6U);
  EXPECT_EQ(no_english.notes, Strings{"no English text: nothing to align"});
  for (const Bitext* bitext : {&no_arabic, &no_english}) {
    EXPECT_EQ(bitext->beads.size(), 6U);
    for (const Bead& bead : bitext->beads) EXPECT_TRUE(bead.null());
    EXPECT_EQ(bitext->coverage.arabic + bitext->coverage.english, 0.0);
  }
}

TEST(AlignPage, TakesItsIdFromTheName) {
  const std::vector<std::pair<std::string, std::string>> cases = {{"003.txt", "003"},
                                                                  {"news/003.txt.gz", "003"},
                                                                  {"a.b/page.html.xz", "page"},
                                                                  {"page", "page"},
                                                                  {"-", "stdin"},
                                                                  {".hidden", ".hidden"},
                                                                  {"dir.d/page", "page"},
                                                                  {"page.zst", "page"},
                                                                  {"two.parts.txt", "two.parts"}};
  for (const auto& [name, id] : cases) {
    EXPECT_EQ(shipped_aligner().align_page(document("", name)).id, id) << name;
  }
}

TEST(AlignPage, GivesTheSameBitextAgain) {
  const std::string text = joined(kArabic, " ") + "\n\n" + joined(kEnglish, "\n");
  const Document page = document(text);
  const Bitext first = shipped_aligner().align_page(page);
  (void)shipped_aligner().align_page(document(joined(kEnglish, " ")));  // leaves nothing behind
  testing::expect_same(shipped_aligner().align_page(page), first);
  const Model model = std::get<Model>(Model::open(MUWAZI_SOURCE_DIR "/data/arabic-english.model"));
  testing::expect_same(Aligner(model).align_page(page), first);
}

/// Lines of all kinds, put together at random.
std::string random_page(std::mt19937& random) {
  static const Strings kOdd = {"",
                               " \t ",
                               "...",
                               "12",
                               "7\t8",
                               "- - -",
                               "Home | News",
                               "الرئيسية | أخبار",
                               "،؛؟",
                               "\u202Bنص\u202C (text)",
                               "\uFEFF",
                               "Привет мир, как дела сегодня",
                               "日本語の文です。",
                               "a\tب",
                               "كتاب (book)",
                               "x",
                               "١٢٣",
                               "https://example.org/1",
                               "!!!",
                               "\u00A0\u2003"};
  static const Strings kEnds = {"\n", "\r\n", "\n\n", "\r", "\u2028", "\t", " ", " | "};
  std::string text;
  for (auto k = random() % 25; k > 0; --k) {
    switch (random() % 4) {
      case 0:
        text += kArabic[random() % kArabic.size()];
        break;
      case 1:
        text += kEnglish[random() % kEnglish.size()];
        break;
      case 2:
        text += kOdd[random() % kOdd.size()];
        break;
      default:
        text += kArabic[random() % kArabic.size()] + "\t" + kEnglish[random() % kEnglish.size()];
    }
    text += kEnds[random() % kEnds.size()];
  }
  return text;
}

TEST(AlignPage, AccountsForEveryByteOfRandomPages) {
  std::mt19937 random(71);
  for (int trial = 0; trial < 150; ++trial) {
    const std::string text = random_page(random);
    const Bitext bitext = shipped_aligner().align_page(document(text));
    expect_page(bitext, text);
    ASSERT_FALSE(HasFailure()) << text;
  }
}

TEST(AlignFiles, AccountsForEveryByteOfRandomTexts) {
  std::mt19937 random(72);
  for (int trial = 0; trial < 80; ++trial) {
    const std::string first = random_page(random), second = random_page(random);
    bool swapped = false;
    const Document one = document(first), two = document(second);
    for (const bool segmented : {false, true}) {
      const Bitext bitext = segmented ? shipped_aligner().align_segmented(one, two, &swapped)
                                      : shipped_aligner().align(one, two, &swapped);
      expect_files(bitext, swapped ? second : first, swapped ? first : second);
      ASSERT_FALSE(HasFailure()) << first << "\n=====\n" << second;
    }
  }
}

TEST(AlignFiles, AlignsTwoDocuments) {
  const std::string arabic = joined(kArabic, " "), english = joined(kEnglish, " ");
  bool swapped = true;
  const Bitext bitext = shipped_aligner().align(document(arabic, "a/x.ar.txt"),
                                                document(english, "x.en.txt"), &swapped);
  expect_files(bitext, arabic, english);
  EXPECT_FALSE(swapped);
  EXPECT_EQ(bitext.layout, "files");
  EXPECT_EQ(bitext.id, "x.ar");
  EXPECT_EQ(pairs(bitext, arabic, english), expected_pairs());
  EXPECT_TRUE(bitext.notes.empty());
}

TEST(AlignFiles, SwapsDocumentsGivenInTheWrongOrder) {
  const std::string arabic = joined(kArabic, "\n"), english = joined(kEnglish, "\n");
  const Document first = document(english, "e.txt"), second = document(arabic, "a.txt");
  for (const bool segmented : {false, true}) {
    bool swapped = false;
    const Bitext bitext = segmented ? shipped_aligner().align_segmented(first, second, &swapped)
                                    : shipped_aligner().align(first, second, &swapped);
    EXPECT_TRUE(swapped);
    expect_files(bitext, arabic, english);
    EXPECT_EQ(pairs(bitext, arabic, english), expected_pairs());
    EXPECT_EQ(bitext.notes,
              Strings{"e.txt is English and a.txt is Arabic: taken the other way round"});
    testing::expect_same(bitext, segmented ? shipped_aligner().align_segmented(first, second)
                                           : shipped_aligner().align(first, second));
  }
}

TEST(AlignFiles, TakesEmptyDocuments) {
  const std::string arabic = joined(kArabic, "\n"), english = joined(kEnglish, "\n");
  const Bitext none = shipped_aligner().align(document(""), document("\n"));
  expect_files(none, "", "\n");
  EXPECT_EQ(none.notes, Strings{"no Arabic and no English text: nothing to align"});
  const Bitext no_english = shipped_aligner().align(document(arabic), document(""));
  expect_files(no_english, arabic, "");
  EXPECT_EQ(no_english.notes, Strings{"no English text: nothing to align"});
  EXPECT_EQ(no_english.beads.size(), 6U);
  const Bitext no_arabic = shipped_aligner().align_segmented(document(""), document(english));
  expect_files(no_arabic, "", english);
  EXPECT_EQ(no_arabic.notes, Strings{"no Arabic text: nothing to align"});
}

TEST(AlignSegmented, KeepsLinesAsTheyStand) {
  const std::string arabic = "  " + kArabic[0] + " " + kArabic[1] + "\n\n" + kArabic[2] + "\n٣\n",
                    english = kEnglish[0] + " " + kEnglish[1] + "\r\n\r\n" + kEnglish[2] + "\n3";
  const Bitext bitext = shipped_aligner().align_segmented(document(arabic), document(english));
  expect_files(bitext, arabic, english);
  EXPECT_EQ(pairs(bitext, arabic, english),
            (Strings{kArabic[0] + " " + kArabic[1] + " = " + kEnglish[0] + " " + kEnglish[1],
                     kArabic[2] + " = " + kEnglish[2], "٣ = 3"}));
  ASSERT_EQ(bitext.arabic.size(), 3U);
  EXPECT_EQ(bitext.arabic[0].line, 0U);
  EXPECT_EQ(bitext.arabic[1].line, 2U);
  EXPECT_EQ(bitext.arabic[2].line, 3U);
}

TEST(AlignSegmented, KeepsLinesThatLookBrokenAtAFixedWidth) {
  std::string arabic, english;
  for (int k = 0; k < 12; ++k) {
    arabic += "سار الرجل في الطريق الطويل بين الجبال العالية نحو قرية بعيدة لا يعرف\n";
    english += "the man walked along the long road between the high mountains to a village\n";
  }
  const Bitext bitext = shipped_aligner().align_segmented(document(arabic), document(english));
  expect_files(bitext, arabic, english);
  EXPECT_EQ(bitext.arabic.size(), 12U);
  EXPECT_EQ(bitext.english.size(), 12U);
}

TEST(AlignSentences, KeepsWhatIsCutAlreadyAndSkipsWhatIsBetween) {
  const Document arabic("ar", kArabic[0] + "\n\n" + kArabic[1] + " " + kArabic[2]);
  const Document english("en", kEnglish[0] + "\n" + kEnglish[1] + " " + kEnglish[2]);
  const std::size_t a = kArabic[0].size(), e = kEnglish[0].size();
  const std::vector<ByteRange> of_arabic = {{0, a}, {a + 1, a + 1}, {a + 2, arabic.text().size()}};
  const std::vector<ByteRange> of_english = {{0, e}, {e + 1, english.text().size()}};
  const auto ranges = [](const std::vector<Sentence>& sentences) {
    std::vector<ByteRange> out;
    for (const Sentence& sentence : sentences) out.push_back(sentence.bytes);
    return out;
  };
  bool swapped = true;
  const Bitext bitext =
      shipped_aligner().align_sentences(arabic, of_arabic, english, of_english, &swapped);
  EXPECT_FALSE(swapped);
  EXPECT_EQ(ranges(bitext.arabic), of_arabic);
  EXPECT_EQ(ranges(bitext.english), of_english);
  const std::vector<Skipped> between = {{{a, a + 1}, SkipReason::whitespace},
                                        {{a + 1, a + 2}, SkipReason::whitespace}};
  EXPECT_EQ(bitext.skipped, between);
  ASSERT_GE(bitext.beads.size(), 2U);
  EXPECT_EQ(bitext.beads.front().arabic, (SentenceSpan{0, 1}));
  EXPECT_EQ(bitext.beads.back().arabic.end, 3U);
  EXPECT_EQ(bitext.beads.back().english, (SentenceSpan{1, 2}));

  const Bitext other =
      shipped_aligner().align_sentences(english, of_english, arabic, of_arabic, &swapped);
  EXPECT_TRUE(swapped);
  EXPECT_EQ(ranges(other.arabic), of_arabic);
  EXPECT_EQ(other.beads, bitext.beads);
}

TEST(AlignSentences, KeepsTheNumbersOfASideInTheOtherLanguage) {
  const auto align = [](const std::string& arabic, const std::string& english) {
    const auto halves = [](const std::string& text) {
      const std::size_t middle = text.find('\n');
      return std::vector<ByteRange>{{0, middle}, {middle + 1, text.size()}};
    };
    return shipped_aligner().align_sentences(Document("ar", arabic), halves(arabic),
                                             Document("en", english), halves(english));
  };
  const std::string english = "Yes.\nI do not know.", arabic = "نعم.\nلا أعرف.";
  const std::string of_ar = "ar holds hardly any Arabic: check that it is the right file";
  const std::string of_en = "en holds hardly any English: check that it is the right file";
  const std::tuple<std::string, std::string, Strings> rows[] = {
      {english, english, {of_ar}}, {arabic, arabic, {of_en}}, {english, "1\n2", {of_ar}}};
  for (const auto& [first, second, notes] : rows) {
    const Bitext bitext = align(first, second);
    ASSERT_EQ(bitext.arabic.size(), 2U) << first;
    ASSERT_EQ(bitext.english.size(), 2U) << second;
    EXPECT_EQ(slice(first, bitext.arabic[1].bytes), first.substr(first.find('\n') + 1));
    EXPECT_EQ(slice(second, bitext.english[1].bytes), second.substr(second.find('\n') + 1));
    EXPECT_EQ(bitext.skipped.size(), 1U);
    EXPECT_EQ(bitext.beads.size(), 4U);
    for (const Bead& bead : bitext.beads) EXPECT_TRUE(bead.null());
    EXPECT_EQ(bitext.notes, notes);
  }
}

TEST(WeighPairs, RowsThatStandCrosswiseAreNoPairs) {
  const auto weigh = [](Strings arabic, Strings english) {
    const auto lines = [](const Strings& of) {
      std::vector<ByteRange> out;
      std::size_t at = 0;
      for (const std::string& line : of) {
        out.push_back({at, at + line.size()});
        at += line.size() + 1;
      }
      return out;
    };
    return shipped_aligner().weigh_pairs(Document("ar", joined(arabic, "\n")), lines(arabic),
                                         Document("en", joined(english, "\n")), lines(english));
  };
  const Strings arabic = {"وصل القطار متأخرا ساعة كاملة.", "كان الركاب متعبين وجائعين.",
                          "وجدوا مقهى صغيرا قرب المحطة.", "شربوا الشاي وأكلوا الخبز."};
  Strings english = {"The train arrived a whole hour late.",
                     "The passengers were tired and hungry.",
                     "They found a small café near the station.", "They drank tea and ate bread."};
  for (const Bead& bead : weigh(arabic, english).beads) EXPECT_GT(bead.posterior, 0.9F);
  std::swap(english[1], english[2]);
  const Bitext crossed = weigh(arabic, english);
  ASSERT_EQ(crossed.beads.size(), 4U);
  for (const std::uint32_t k : {0U, 3U}) EXPECT_GT(crossed.beads[k].posterior, 0.9F);
  for (const std::uint32_t k : {1U, 2U}) EXPECT_LT(crossed.beads[k].posterior, 0.1F);
}

TEST(Aligner, MayBeMoved) {
  const Model model = std::get<Model>(Model::open(MUWAZI_SOURCE_DIR "/data/arabic-english.model"));
  Aligner first(model);
  const Aligner second = std::move(first);
  const std::string text = joined(kArabic, "\n") + "\n\n" + joined(kEnglish, "\n");
  testing::expect_same(second.align_page(document(text)),
                       shipped_aligner().align_page(document(text)));
}

TEST(Aligner, TakesAModelWithoutSections) {
  const Model model = std::get<Model>(Model::from_bytes(model_bytes({})));
  const Aligner aligner(model);
  const std::string text = joined(kArabic, "\n") + "\n\n" + joined(kEnglish, "\n");
  expect_page(aligner.align_page(document(text)), text);
}

}  // namespace
}  // namespace muwazi
