#include "score/name_pairs.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "score/tiny_texts.h"
#include "score/translations.h"

namespace muwazi {
namespace {

using tiny::both;
using tiny::lexicon;
using tiny::read;

const NameModel& names() {
  static const NameModel trained = [] {
    const std::vector<NamePair> pairs = {
        {"سمير", "samir"},   {"سالم", "salim"},    {"كريم", "karim"},    {"كمال", "kamal"},
        {"نادر", "nadir"},   {"نديم", "nadim"},    {"مريم", "maryam"},   {"رامي", "rami"},
        {"دينا", "dina"},    {"لينا", "lina"},     {"باسم", "basim"},    {"بدر", "badr"},
        {"بلال", "bilal"},   {"سلمان", "salman"},  {"فريد", "farid"},    {"فارس", "faris"},
        {"تامر", "tamir"},   {"ماردين", "mardin"}, {"برلين", "berlin"},  {"لندن", "london"},
        {"مدريد", "madrid"}, {"روما", "roma"},     {"ميلانو", "milano"}, {"دبلن", "dublin"},
        {"بون", "bonn"},     {"ليون", "lyon"},     {"تونس", "tunis"},    {"ناميبيا", "namibia"}};
    std::vector<NamePair> repeated;
    for (int k = 0; k < 4; ++k) repeated.insert(repeated.end(), pairs.begin(), pairs.end());
    return NameModel::train(repeated);
  }();
  return trained;
}

Parameters with_names() {
  Parameters parameters;
  parameters.name_scale = 0.1F, parameters.name_offset = 0.0F;
  return parameters;
}

TranslationPair translations(const Parameters& parameters, const SideTokens& arabic,
                             const SideTokens& english) {
  TranslationPair pair = gather_translations(lexicon(), parameters, arabic, english);
  NamePairs(names(), parameters, arabic, english, pair)
      .add(pair, windows(Band::full(arabic.size(), english.size())).of_arabic);
  return pair;
}

TEST(NamePairs, AreFoundByTheirLetters) {
  const SideTokens arabic = read(Language::arabic, {"زار برلين"}),
                   english = read(Language::english, {"He visited Berlin and Madrid"});
  const auto pair = translations(with_names(), arabic, english);
  const auto [forth, back] = both(pair, arabic, "برلين", english, "berlin");
  EXPECT_GT(forth, 0.0F);
  EXPECT_EQ(forth, back);
  EXPECT_LE(forth, with_names().same_token);
  EXPECT_EQ(both(pair, arabic, "برلين", english, "madrid").first, 0.0F);
}

TEST(NamePairs, AreOfNamesAndOfTerms) {
  const SideTokens arabic = read(Language::arabic, {"زار برلين"});
  const auto forth = [&](const std::string& text, const Parameters& parameters) {
    const SideTokens english = read(Language::english, {text});
    return both(translations(parameters, arabic, english), arabic, "برلين", english, "berlin")
        .first;
  };
  EXPECT_GT(forth("in Berlin", with_names()), 0.0F);
  EXPECT_GT(forth("in berlin", with_names()), 0.0F);  // a term
  Parameters strict = with_names();
  strict.name_offset = 1000.0F;
  EXPECT_EQ(forth("in Berlin", strict), 0.0F);
}

TEST(NamePairs, AreOfSentencesThatMeetInTheBand) {
  const std::vector<std::string> other(30, "كتاب");
  std::vector<std::string> first = {"زار برلين"}, last;
  first.insert(first.end(), other.begin(), other.end());
  std::vector<std::string> english(31, "book");
  english.back() = "in Berlin";
  const SideTokens a = read(Language::arabic, first), e = read(Language::english, english);
  TranslationPair pair = gather_translations(lexicon(), with_names(), a, e);
  const TranslationPair before = pair;
  std::vector<Waypoint> diagonal;
  for (std::uint32_t k = 0; k < 31; ++k) diagonal.push_back({k, k});
  const Parameters parameters = with_names();
  NamePairs name_pairs(names(), parameters, a, e, pair);
  name_pairs.add(pair, windows(Band::around(diagonal, 31, 31, 1)).of_arabic);
  EXPECT_EQ(pair.english.source, before.english.source);
  name_pairs.add(pair, windows(Band::full(31, 31)).of_arabic);
  EXPECT_EQ(pair.english.source.size(), before.english.source.size() + 1);
}

TEST(NamePairs, AreAddedOnce) {
  const SideTokens arabic = read(Language::arabic, {"زار برلين"}),
                   english = read(Language::english, {"in Berlin"});
  TranslationPair pair = gather_translations(lexicon(), with_names(), arabic, english);
  const Parameters parameters = with_names();
  NamePairs name_pairs(names(), parameters, arabic, english, pair);
  name_pairs.add(pair, windows(Band::full(1, 1)).of_arabic);
  const TranslationPair once = pair;
  name_pairs.add(pair, windows(Band::full(1, 1)).of_arabic);
  EXPECT_EQ(pair.english.source, once.english.source);
  EXPECT_EQ(pair.english.t, once.english.t);
  EXPECT_EQ(pair.arabic.source, once.arabic.source);
}

}  // namespace
}  // namespace muwazi
