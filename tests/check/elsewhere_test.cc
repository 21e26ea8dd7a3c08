// Words whose counterpart stands in the pair beside theirs.
#include "check/elsewhere.h"

#include <gmock/gmock.h>

#include "bitext/shipped.h"
#include "muwazi/bitext/aligner.h"

namespace muwazi::check {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Read {
  Read(const std::string& arabic_text, const std::string& english_text)
      : arabic("ar.txt", arabic_text), english("en.txt", english_text) {
    const Aligner aligner(testing::shipped_model(), default_parameters(), {.explain = true});
    bitext = aligner.align_segmented(arabic, english);
  }

  /// The words of a side of a bead that have their counterpart elsewhere.
  [[nodiscard]] std::vector<std::string> away(std::uint32_t bead, Language language) const {
    const BitextView view(bitext, arabic.text(), english.text());
    const Lexicon lexicon(testing::shipped_model());
    const SideOf& side = language == Language::arabic ? view.arabic : view.english;
    const std::vector<CoveredWord>& words = bitext.explanations[bead].*side.covered;
    const Elsewhere elsewhere(view, lexicon);
    std::vector<std::string> out;
    for (std::size_t k = 0; k < words.size(); ++k) {
      if (elsewhere.of(bead, language)[k])
        out.emplace_back(slice(side.sentence(words[k].sentence), words[k].bytes));
    }
    return out;
  }

  Document arabic, english;
  Bitext bitext;
};

TEST(Elsewhere, FindsWhatStandsInThePairBeside) {
  const Read read(
      "فتح الحارس بوابة الحديقة.\nثم دخل العمال وهم يحملون أدواتهم الثقيلة عند شروق الشمس.\n",
      "The guard opened the gate of the garden at sunrise.\n"
      "Then the workers came in carrying their heavy tools.\n");
  ASSERT_EQ(read.bitext.beads.size(), 2U);
  EXPECT_THAT(read.away(0, Language::english), ElementsAre("sunrise"));
  EXPECT_THAT(read.away(1, Language::arabic), ::testing::Contains("شروق"));
  EXPECT_THAT(read.away(0, Language::arabic), IsEmpty());
}

TEST(Elsewhere, FindsNothingBesideAnOmission) {
  const Read read("فتح الحارس بوابة الحديقة.\nثم دخل العمال وهم يحملون أدواتهم الثقيلة.\n",
                  "The guard opened the gate of the garden at sunrise.\n"
                  "Then the workers came in carrying their heavy tools.\n");
  EXPECT_THAT(read.away(0, Language::english), IsEmpty());
}

}  // namespace
}  // namespace muwazi::check
