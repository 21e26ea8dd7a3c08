#include "lexicon/morphology.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "lexicon/morphology_trainer.h"
#include "lexicon/tiny.h"

namespace muwazi {
namespace {

/// "و+ ال+ كتاب +ها"
std::string joined(const Pieces& pieces) {
  std::string out;
  for (const auto& proclitic : pieces.proclitics) out += proclitic + " ";
  out += pieces.stem;
  return pieces.enclitic.empty() ? out : out + " " + pieces.enclitic;
}

template <std::size_t N>
std::vector<std::array<std::string, N>> rows(std::string_view text) {
  std::vector<std::array<std::string, N>> out(1);
  std::size_t column = 0;
  for (const char c : text) {
    if (c == '\n') {
      out.emplace_back();
      column = 0;
    } else if (c == '\t') {
      ++column;
    } else {
      out.back()[column] += c;
    }
  }
  out.pop_back();
  return out;
}

MorphologicalDictionary dictionary() {
  MorphologicalDictionary d;
  for (const auto& row : rows<3>(tiny::kStems)) d.stems.push_back({row[0], row[1], row[2]});
  for (const auto& row : rows<3>(tiny::kAffixes)) d.affixes.push_back({row[0], row[1], row[2]});
  for (const auto& row : rows<3>(tiny::kCompatible))
    d.compatible.push_back({row[0], row[1], row[2]});
  return d;
}

using Counts = std::vector<std::pair<std::string, double>>;

TEST(PiecesOf, CutsPrefixesIntoTheirProclitics) {
  struct Case {
    const char *prefix, *stem, *suffix, *pieces;
  };
  const Case cases[] = {
      {"", "كتاب", "", "كتاب"},
      {"و", "كتاب", "", "و+ كتاب"},
      {"ال", "كتاب", "", "ال+ كتاب"},
      {"وال", "كتاب", "ها", "و+ ال+ كتاب +ها"},
      {"فبال", "كتاب", "", "ف+ ب+ ال+ كتاب"},
      {"ك", "كتاب", "هم", "ك+ كتاب +هم"},
      {"لل", "كتاب", "", "ل+ ال+ كتاب"},  // the article's alif is not written after ل
      {"ولل", "كتاب", "", "و+ ل+ ال+ كتاب"},
      {"سي", "كتب", "", "س+ ي+ كتب"},
      {"وسي", "كتب", "ون", "و+ س+ ي+ كتب +ون"},
      {"ي", "كتب", "", "ي+ كتب"},
      {"", "مدرس", "ة", "مدرسة"},  // the feminine ending makes another word
      {"ال", "مدرس", "ة", "ال+ مدرسة"},
      {"", "مدرس", "ات", "مدرس +ات"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(joined(pieces_of(c.prefix, c.stem, c.suffix)), c.pieces);
  }
}

TEST(AffixIndex, GivesEveryCutThatLeavesAStem) {
  Affixes affixes;
  affixes.prefixes = {"", "و", "وا"};
  affixes.suffixes = {"", "ا"};
  const AffixIndex index(affixes);
  const auto cuts = [&](std::string_view word) {
    std::vector<std::string> out;
    index.for_each_cut(word, [&](std::uint32_t p, std::uint32_t x, std::string_view stem) {
      out.push_back(affixes.prefixes[p] + "-" + std::string(stem) + "-" + affixes.suffixes[x]);
    });
    return out;
  };
  EXPECT_EQ(cuts("وابا"),
            (std::vector<std::string>{"-وابا-", "-واب-ا", "و-ابا-", "و-اب-ا", "وا-با-", "وا-ب-ا"}));
  EXPECT_EQ(cuts("وا"), (std::vector<std::string>{"-وا-", "-و-ا", "و-ا-"}));  // never all affixes
  EXPECT_EQ(cuts("و"), std::vector<std::string>{"-و-"});
  EXPECT_TRUE(cuts("").empty());
}

TEST(Affixes, ComeBackFromTheirBytes) {
  Affixes affixes;
  affixes.prefixes = {"", "و"};
  affixes.suffixes = {"", "ة", "ها"};
  affixes.prefix_costs = {0.5F, 1.25F};
  affixes.suffix_costs = {0.0F, 2.0F, 3.5F};
  affixes.allowed.resize(6);
  affixes.allowed[3].set(0);
  affixes.allowed[5].set(StemCategories::kOpen);
  const std::string bytes = affixes.serialise();
  const Affixes back = Affixes::parse(std::as_bytes(std::span(bytes)));
  EXPECT_EQ(back.prefixes, affixes.prefixes);
  EXPECT_EQ(back.suffixes, affixes.suffixes);
  EXPECT_EQ(back.prefix_costs, affixes.prefix_costs);
  EXPECT_EQ(back.suffix_costs, affixes.suffix_costs);
  ASSERT_EQ(back.allowed.size(), 6U);
  for (std::size_t k = 0; k < 6; ++k) EXPECT_EQ(back.allowed[k].bits, affixes.allowed[k].bits);
  EXPECT_TRUE(Affixes::parse({}).prefixes.empty());
}

TEST(StemCategories, MeetWhereTheyShareOne) {
  StemCategories a, b;
  EXPECT_FALSE(a.meets(b));
  a.set(0), a.set(64), b.set(1);
  EXPECT_FALSE(a.meets(b));
  b.set(64);
  EXPECT_TRUE(a.meets(b));
  StemCategories open;
  open.set(StemCategories::kOpen);
  EXPECT_FALSE(open.meets(a));
  open |= a;
  EXPECT_TRUE(open.meets(b));
}

TEST(MorphologyTrainer, CutsWhatTheDictionaryAllowsAndNothingElse) {
  // None of these words is in the text, so that no stem is open.
  const MorphologyTrainer trainer(dictionary(), {});
  struct Case {
    const char *word, *pieces;
  };
  const Case cases[] = {
      {"كتاب", "كتاب"},
      {"والكتاب", "و+ ال+ كتاب"},
      {"للكتاب", "ل+ ال+ كتاب"},
      {"وللمدرسة", "و+ ل+ ال+ مدرسة"},
      {"كتابها", "كتاب +ها"},
      {"مدرسة", "مدرسة"},
      {"المدرس", "ال+ مدرس"},
      {"كتبت", "كتب +ت"},
      {"وكتبت", "و+ كتب +ت"},
      // The categories do not go together:
      {"الكتب", "الكتب"},        // an article before a verb
      {"كتابت", "كتابت"},        // a verb's ending on a noun
      {"الكتابها", "الكتابها"},  // article and possessor
      {"كتابة", "كتابة"},        // كتاب has no feminine
      {"للكتبت", "للكتبت"},
      // Nothing is known of them:
      {"برتقال", "برتقال"},
      {"والبرتقال", "والبرتقال"},
      {"ال", "ال"},
      {"و", "و"},
      {"", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(joined(trainer.cut(c.word)), c.pieces) << c.word;
}

/// A made-up stem of four letters, a different one for each k below 4096.
std::string made_up_stem(unsigned k) {
  static constexpr std::array<const char*, 8> kLetters = {"خ", "ج", "د", "ر", "ط", "ق", "م", "ش"};
  const unsigned n = k * 37 % 4096;
  std::string stem;
  for (const unsigned place : {512U, 64U, 8U, 1U}) stem += kLetters[n / place % 8];
  return stem;
}

TEST(MorphologyTrainer, LearnsAffixesFromTheWordsOfATextAlone) {
  // Each stem stands bare and with one affix; the cuts of it with another affix are to be found.
  const std::vector<std::array<std::string, 3>> affixes = {// before, after, pieces
                                                           {"ال", "", "ال+ S"},
                                                           {"و", "", "و+ S"},
                                                           {"وال", "", "و+ ال+ S"},
                                                           {"", "ها", "S +ها"}};
  Counts counts;
  for (unsigned k = 0; k < 200; ++k) {
    const auto& [before, after, pieces] = affixes[k % affixes.size()];
    counts.emplace_back(made_up_stem(k), 3.0);
    counts.emplace_back(before + made_up_stem(k) + after, 1.0);
  }
  MorphologyTrainer trainer({}, counts);
  trainer.train(5);
  for (unsigned k = 0; k < 200; ++k) {
    const std::string stem = made_up_stem(k);
    EXPECT_EQ(joined(trainer.cut(stem)), stem);
    for (std::size_t x = 0; x < affixes.size(); ++x) {
      const auto& [before, after, pieces] = affixes[x];
      // The word itself is in the text, or is و before one that is.
      if (x == k % affixes.size() || (x == 2 && k % affixes.size() == 0)) continue;
      std::string expected = pieces;
      expected.replace(expected.find('S'), 1, stem);
      EXPECT_EQ(joined(trainer.cut(before + stem + after)), expected);
    }
  }
  EXPECT_EQ(joined(trainer.cut("التفاح")), "التفاح");
}

TEST(MorphologyTrainer, HasFiniteCostsWithoutWordsToLearnFrom) {
  MorphologyTrainer trainer(dictionary(), {});
  trainer.train(3);
  for (const float cost : trainer.affixes().prefix_costs) EXPECT_TRUE(std::isfinite(cost));
  for (const auto& [form, stem] : trainer.stems()) EXPECT_TRUE(std::isfinite(stem.cost)) << form;
  EXPECT_EQ(joined(trainer.cut("للكتاب")), "ل+ ال+ كتاب");
  MorphologyTrainer nothing({}, {});
  nothing.train(3);
  EXPECT_EQ(joined(nothing.cut("للكتاب")), "للكتاب");
}

TEST(MorphologyTrainer, PrefersTheCutThatTheTextMakesProbable) {
  // وجد is "found" or "and grandfather"; which it is, the rest of the text says.
  const Counts apart = {{"وجد", 2.0},  {"جد", 40.0},   {"وبيت", 20.0},
                        {"بيت", 40.0}, {"ونهر", 20.0}, {"نهر", 40.0}};
  const Counts whole = {{"وجد", 40.0}, {"وجدت", 20.0}, {"بيت", 40.0}, {"نهر", 40.0}};
  MorphologyTrainer first({}, apart), second({}, whole);
  first.train(5);
  second.train(5);
  EXPECT_EQ(joined(first.cut("وجد")), "و+ جد");
  EXPECT_EQ(joined(second.cut("وجد")), "وجد");
}

TEST(Morphology, CutsWithTheModelAsTheTrainerDid) {
  const Model model = tiny::train(tiny::sources());
  const Lexicon lexicon(model);
  const Morphology morphology(model, lexicon.arabic());
  Counts counts;
  std::map<std::string, double> by_form;
  for (const auto& [text, weight] : {std::pair(tiny::kSentences, 1.0), {tiny::kWords, 0.1}}) {
    for (const auto& row : rows<2>(text)) {
      for (const Word& word : words(row[0])) by_form[word.form] += weight;
    }
  }
  counts.assign(by_form.begin(), by_form.end());
  MorphologyTrainer trainer(dictionary(), counts);
  trainer.train(TrainOptions{}.morphology_rounds);
  for (const auto& [form, count] : counts) {
    for (const char* prefix : {"", "و", "ال", "لل"}) {
      EXPECT_EQ(joined(morphology.cut(prefix + form)), joined(trainer.cut(prefix + form)));
    }
  }
}

TEST(Morphology, CutsByTheTablesOfAModel) {
  const Model model = tiny::train(tiny::sources());
  const Lexicon lexicon(model);
  const Morphology morphology(model, lexicon.arabic());
  // None of these words is in the text.
  EXPECT_EQ(joined(morphology.cut("وللمدرسة")), "و+ ل+ ال+ مدرسة");
  EXPECT_EQ(joined(morphology.cut("للكتاب")), "ل+ ال+ كتاب");
  EXPECT_EQ(joined(morphology.cut("للطبيب")), "ل+ ال+ طبيب");
  EXPECT_EQ(joined(morphology.cut("كتابها")), "كتاب +ها");
  EXPECT_EQ(joined(morphology.cut("زارت")), "زار +ت");
  EXPECT_EQ(joined(morphology.cut("المكتبها")), "المكتبها");
  EXPECT_EQ(joined(morphology.cut("برتقال")), "برتقال");
  EXPECT_EQ(joined(morphology.cut("")), "");
}

TEST(Morphology, LeavesWordsWholeWhereTheModelHasNoTables) {
  const auto model = std::get<Model>(Model::from_bytes(model_bytes({})));
  const Morphology morphology(model, {});
  EXPECT_EQ(joined(morphology.cut("والكتاب")), "والكتاب");
}

TEST(Morphology, PutsAWordTogetherAgainFromItsPieces) {
  const Model model = tiny::train(tiny::sources());
  const Lexicon lexicon(model);
  const Morphology morphology(model, lexicon.arabic());
  std::mt19937 random(3);
  const std::vector<std::string> letters = {"ا", "ل", "و", "ك", "ت", "ب", "ة", "ه", "س", "م", "ر"};
  for (int trial = 0; trial < 5000; ++trial) {
    std::string word;
    for (auto k = random() % 9; k > 0; --k) word += letters[random() % letters.size()];
    const Pieces pieces = morphology.cut(word);
    std::string together;
    for (const auto& p : pieces.proclitics) together += p.substr(0, p.size() - 1);
    if (together.ends_with("لال")) together = together.substr(0, together.size() - 4) + "ل";
    together += pieces.stem;
    if (!pieces.enclitic.empty()) together += pieces.enclitic.substr(1);
    EXPECT_EQ(together, word);
  }
}

TEST(Morphology, TakesHostileBytes) {
  const Model model = tiny::train(tiny::sources());
  const Lexicon lexicon(model);
  const Morphology morphology(model, lexicon.arabic());
  for (const std::string& word : {std::string("\xD9"), std::string("\0\xFF\xD9\x88", 4),
                                  std::string("وx"), std::string(100'001, 'a')}) {
    EXPECT_EQ(joined(morphology.cut(word)), word);
  }
}

}  // namespace
}  // namespace muwazi
