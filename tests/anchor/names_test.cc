#include "muwazi/anchor/names.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace muwazi {
namespace {

/// Comparison forms.
const std::vector<NamePair>& some_names() {
  static const std::vector<NamePair> pairs = {
      {"محمد", "muhammad"}, {"محمود", "mahmoud"}, {"احمد", "ahmad"},      {"حمد", "hamad"},
      {"سمير", "samir"},    {"سلمي", "salma"},    {"سالم", "salim"},      {"سلمان", "salman"},
      {"كريم", "karim"},    {"كمال", "kamal"},    {"كارل", "karl"},       {"نادر", "nadir"},
      {"نديم", "nadim"},    {"مريم", "maryam"},   {"رامي", "rami"},       {"رانيا", "rania"},
      {"دانيال", "daniel"}, {"دينا", "dina"},     {"لينا", "lina"},       {"ليلي", "layla"},
      {"باسم", "basim"},    {"بسام", "bassam"},   {"بدر", "badr"},        {"بلال", "bilal"},
      {"حسن", "hasan"},     {"حسين", "husayn"},   {"حازم", "hazim"},      {"زينب", "zaynab"},
      {"زياد", "ziyad"},    {"يزيد", "yazid"},    {"شادي", "shadi"},      {"شريف", "sharif"},
      {"هشام", "hisham"},   {"هاني", "hani"},     {"فريد", "farid"},      {"فارس", "faris"},
      {"يوسف", "yusuf"},    {"توماس", "thomas"},  {"تامر", "tamir"},      {"طارق", "tariq"},
      {"صادق", "sadiq"},    {"قاسم", "qasim"},    {"خالد", "khalid"},     {"خليل", "khalil"},
      {"جميل", "jamil"},    {"جمال", "jamal"},    {"غسان", "ghassan"},    {"غالب", "ghalib"},
      {"عمر", "umar"},      {"عادل", "adil"},     {"سعيد", "said"},       {"سعد", "saad"},
      {"وليد", "walid"},    {"انور", "anwar"},    {"ابراهيم", "ibrahim"}, {"اسماعيل", "ismail"},
      {"كلارك", "clark"},   {"سميث", "smith"},    {"مارتن", "martin"},    {"فاطمة", "fatima"},
      {"نعيمة", "naima"},   {"سميرة", "samira"},  {"كريمة", "karima"},    {"جميلة", "jamila"},
      {"ماجد", "majid"},    {"راشد", "rashid"},   {"طاهر", "tahir"},      {"حامد", "hamid"},
      {"حميد", "hamid"},    {"مجيد", "majid"},    {"بشير", "bashir"},     {"منير", "munir"},
      {"ماهر", "mahir"},    {"عامر", "amir"},     {"امير", "amir"},       {"مراد", "murad"},
      {"خيري", "khayri"},   {"شكري", "shukri"},   {"رجب", "rajab"},       {"نجيب", "najib"},
      {"كرم", "karam"},     {"عزيز", "aziz"},     {"مكرم", "mukarram"},   {"لطيف", "latif"},
      {"خليفة", "khalifa"}, {"شاهين", "shahin"},  {"فيكتور", "victor"},
  };
  return pairs;
}

/// Each name several times, as in long lists: units seen once are taken for noise.
std::vector<NamePair> names_to_learn() {
  std::vector<NamePair> pairs;
  for (int i = 0; i < 4; ++i) pairs.insert(pairs.end(), some_names().begin(), some_names().end());
  return pairs;
}

const NameModel& model() {
  static const NameModel trained = NameModel::train(names_to_learn());
  return trained;
}

TEST(NameModel, SpeaksForTransliterationsItHasNotSeen) {
  const std::vector<NamePair> unseen = {{"كامل", "kamil"},  {"نبيل", "nabil"}, {"رشيد", "rashid"},
                                        {"سليم", "salim"},  {"مالك", "malik"}, {"فادي", "fadi"},
                                        {"شاكر", "shakir"}, {"هادي", "hadi"},  {"خديجة", "khadija"},
                                        {"مارك", "mark"}};
  for (const NamePair& pair : unseen) {
    EXPECT_GT(model().evidence(pair.arabic, pair.latin), 0.0) << pair.latin;
    for (const NamePair& other : unseen) {
      if (other.latin == pair.latin) continue;
      EXPECT_GT(model().evidence(pair.arabic, pair.latin),
                model().evidence(pair.arabic, other.latin))
          << pair.latin << " against " << other.latin;
    }
  }
  EXPECT_LT(model().evidence("خديجة", "martin"), 0.0);
  EXPECT_LT(model().evidence("رشيد", "company"), 0.0);
}

TEST(NameModel, CutsProcliticsOff) {
  const double bare = model().evidence("سمير", "samir");
  EXPECT_EQ(model().best_evidence("سمير", "samir"), bare);
  for (const char* const word : {"وسمير", "فسمير", "بسمير", "لسمير", "كسمير", "السمير", "والسمير",
                                 "بالسمير", "وبسمير", "فبالسمير", "للسمير", "وللسمير"}) {
    EXPECT_GT(model().best_evidence(word, "samir"), bare - 2.0) << word;
    EXPECT_LT(model().evidence(word, "samir"), bare) << word;
  }
  // What begins with a proclitic's letter keeps it where the name has it.
  EXPECT_EQ(model().best_evidence("وليد", "walid"), model().evidence("وليد", "walid"));
}

TEST(NameModel, IsTheSameForTheSamePairs) {
  const std::string bytes = model().serialise();
  EXPECT_EQ(NameModel::train(names_to_learn()).serialise(), bytes);
  const auto read = NameModel::parse(bytes);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->serialise(), bytes);
  EXPECT_EQ(read->evidence("نبيل", "nabil"), model().evidence("نبيل", "nabil"));
}

TEST(NameModel, ReadsNothingButItsOwnBytes) {
  const std::string bytes = model().serialise();
  EXPECT_FALSE(NameModel::parse("").has_value());
  EXPECT_FALSE(NameModel::parse("MWZNAME1").has_value());
  EXPECT_FALSE(NameModel::parse(bytes + "x").has_value());
  for (std::size_t cut = 0; cut < bytes.size(); cut += 7) {
    EXPECT_FALSE(NameModel::parse(std::string_view(bytes).substr(0, cut)).has_value()) << cut;
  }
  std::string other = bytes;
  other[7] = '2';
  EXPECT_FALSE(NameModel::parse(other).has_value());
  std::string unsorted = bytes;
  std::swap_ranges(unsorted.begin() + 12, unsorted.begin() + 18, unsorted.begin() + 18);
  EXPECT_FALSE(NameModel::parse(unsorted).has_value());
}

TEST(NameModel, HasNoEvidenceForWhatIsNoName) {
  const std::string long_word(100000, 'a');
  std::string long_arabic;
  for (int i = 0; i < 50000; ++i) long_arabic += "ا";
  EXPECT_EQ(model().evidence("", ""), NameModel::kNoEvidence);
  EXPECT_EQ(model().evidence("سمير", ""), NameModel::kNoEvidence);
  EXPECT_EQ(model().best_evidence("", "samir"), NameModel::kNoEvidence);
  EXPECT_EQ(model().best_evidence("و", "samir"), NameModel::kNoEvidence);
  EXPECT_EQ(model().evidence("س", long_word), NameModel::kNoEvidence);
  EXPECT_TRUE(std::isfinite(model().evidence(long_arabic, long_word)));
  EXPECT_TRUE(std::isfinite(model().best_evidence("\xFF\xD8", "\xC3")));
  EXPECT_GE(model().evidence("شششش", "xxxx"), NameModel::kNoEvidence);
}

TEST(NameModel, LeavesOutWordsOfOtherConsonants) {
  const auto may_match = [](std::string_view arabic, std::string_view latin) {
    return NameModel::may_match(model().arabic_sketch(arabic), model().latin_sketch(latin));
  };
  EXPECT_TRUE(may_match("سمير", "samir"));
  EXPECT_TRUE(may_match("والسمير", "samir"));
  EXPECT_TRUE(may_match("", ""));
  EXPECT_FALSE(may_match("سمير", "bakul"));
  EXPECT_FALSE(may_match("سمير", ""));
  EXPECT_FALSE(may_match("سمير", "samirbakulatand"));
}

TEST(NameModel, MayBeTrainedOnNothing) {
  const NameModel empty = NameModel::train({});
  EXPECT_LT(empty.evidence("سمير", "samir"), 0.0);
  EXPECT_TRUE(NameModel::parse(empty.serialise()).has_value());
  EXPECT_LT(NameModel::train({{"", ""}, {"سمير", ""}}, 2).evidence("سمير", "samir"), 0.0);
}

}  // namespace
}  // namespace muwazi
