#include "score/own_lexicon.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "score/tiny_texts.h"
#include "score/translations.h"

namespace muwazi {
namespace {

using tiny::lexicon;
using tiny::read;

/// A document whose sentences pair one by one, with its translations before and after it taught its own.
struct Taught {
  SideTokens arabic, english;
  TranslationPair before, after;
  std::size_t pairs = 0;

  Taught(const std::vector<std::string>& arabic_texts,
         const std::vector<std::string>& english_texts, float posterior = 0.95F,
         float own_translation = 0.1F)
      : arabic(read(Language::arabic, arabic_texts)),
        english(read(Language::english, english_texts)) {
    Parameters parameters;
    parameters.own_translation = own_translation;
    before = gather_translations(lexicon(), parameters, arabic, english);
    after = before;
    const Band band = Band::full(arabic.size(), english.size());
    Posteriors posteriors;
    posteriors.beads.assign(band.cells() * kShapeCount, 0.0F);
    for (std::uint32_t k = 1; k <= arabic.size(); ++k)
      posteriors.beads[band.cell(k, k) * kShapeCount + 2] = posterior;  // 1-1
    pairs = add_own_pairs(after, parameters, arabic, english, band, posteriors);
  }

  [[nodiscard]] float t(const std::string& a, const std::string& e) const {
    return tiny::both(after, arabic, a, english, e).first;
  }
};

TEST(OwnLexicon, PairsUnknownWordsThatKeepCompany) {
  const Taught taught({"زغلول", "كتاب", "زغلول", "زغلول"}, {"quux", "book", "quux", "quux"});
  EXPECT_EQ(taught.pairs, 1U);
  const float n = 3 * 0.95F;
  EXPECT_FLOAT_EQ(taught.t("زغلول", "quux"), 0.1F * (n - 1) / n * n / 3);
}

TEST(OwnLexicon, LearnsNothingFromOneMeeting) {
  EXPECT_EQ(Taught({"زغلول"}, {"quux"}).pairs, 0U);
  EXPECT_EQ(Taught({"زغلول", "كتاب"}, {"quux", "book"}).pairs, 0U);
}

TEST(OwnLexicon, LearnsNothingFromBeadsThatAreNotSure) {
  EXPECT_EQ(Taught({"زغلول", "زغلول", "زغلول"}, {"quux", "quux", "quux"}, 0.7F).pairs, 0U);
}

TEST(OwnLexicon, LeavesWordsThatAreExplained) {
  const Taught taught({"كتاب", "كتاب", "كتاب"}, {"book", "book", "book"});
  EXPECT_EQ(taught.pairs, 0U);
  EXPECT_EQ(taught.after.english.t, taught.before.english.t);
}

TEST(OwnLexicon, LeavesWordsThatComeWithoutEachOther) {
  std::vector<std::string> arabic(12, "زغلول"), english(12, "book");
  for (std::size_t k = 0; k < 2; ++k) english[k] = "quux";
  EXPECT_EQ(Taught(arabic, english).pairs, 1U);  // 2 of 12 and 2 of 2: 1/6
  arabic.insert(arabic.end(), 12, "زغلول"), english.insert(english.end(), 12, "book");
  EXPECT_EQ(Taught(arabic, english).pairs, 0U);  // 2 of 24
}

TEST(OwnLexicon, TakesAnEmptyDocument) { EXPECT_EQ(Taught({}, {}).pairs, 0U); }

}  // namespace
}  // namespace muwazi
