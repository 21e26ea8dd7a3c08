#include "muwazi/evaluate/projection.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <limits>
#include <map>
#include <random>
#include <sstream>
#include <string>

namespace muwazi {
namespace {

using Texts = std::vector<std::string>;

std::vector<std::string_view> views(const Texts& texts) { return {texts.begin(), texts.end()}; }

Texts projected(const Texts& reference, const std::string& hypothesis) {
  Texts out;
  for (const ByteRange range : project(views(reference), hypothesis).segments)
    out.emplace_back(slice(hypothesis, range));
  return out;
}

struct Row {
  const char* name;
  Texts reference;
  const char* hypothesis;
  Texts expected;
};
class Projected : public testing::TestWithParam<Row> {};

TEST_P(Projected, HasTheSegments) {
  EXPECT_EQ(projected(GetParam().reference, GetParam().hypothesis), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Rules, Projected,
    testing::Values(
        Row{"itself", {"One two.", "Three!"}, "One two. Three!", {"One two.", "Three!"}},
        Row{"lines_elsewhere",
            {"One two.", "Three!"},
            "One\ntwo. Three!\n",
            {"One\ntwo.", "Three!"}},
        Row{"case_and_marks",
            {"The ship.", "«It sank»"},
            "the ship It “sank”",
            {"the ship", "It “sank”"}},
        Row{"added_before_the_stop",
            {"They left.", "We stayed."},
            "They left early. We stayed.",
            {"They left early.", "We stayed."}},
        Row{"added_behind_the_stop",
            {"They left.", "We stayed."},
            "They left. Alone we stayed.",
            {"They left.", "Alone we stayed."}},
        Row{"dropped_word_at_the_end",
            {"They left home.", "We stayed."},
            "They left. We stayed.",
            {"They left.", "We stayed."}},
        Row{"dropped_segment",
            {"They left.", "Nobody knew.", "We stayed."},
            "They left. We stayed.",
            {"They left.", "", "We stayed."}},
        Row{"capital",
            {"we saw", "Bring water"},
            "we saw Quick bring water",
            {"we saw", "Quick bring water"}},
        Row{"displaced",
            {"rain fell on seven dark hills", "nobody saw any light below",
             "the wolf slept in the cave", "a bear came by"},
            "rain fell on seven dark hills nobody saw any light below the slept in the cave wolf a "
            "bear came by",
            {"rain fell on seven dark hills", "nobody saw any light below",
             "the slept in the cave wolf", "a bear came by"}},
        Row{"displaced_behind_the_stop",
            {"The plane circled above the northern lake.", "Nobody waved."},
            "The plane circled above the lake. northern Nobody waved.",
            {"The plane circled above the lake. northern", "Nobody waved."}},
        Row{"line_end", {"one two", "three four"}, "one x\ny four", {"one x", "y four"}},
        Row{"glued",
            {"One two.", "Three four."},
            "One two.Three four.",
            {"One two.", "Three four."}},
        Row{"brackets",
            {"They left (early).", "(We stayed.)"},
            "They left (soon). (We remained.)",
            {"They left (soon).", "(We remained.)"}},
        Row{"arabic",
            {"وصل القطار إلى المدينة.", "نزل الركّاب؟"},
            "وصل القطارُ الى مدينة. نزل كل الركاب؟",
            {"وصل القطارُ الى مدينة.", "نزل كل الركاب؟"}},
        Row{"stand_in",
            {"It is open every day.", "تدفع المدينة 12 دينارا.", "Nobody pays."},
            "Every day it is open. The city spends 12 dinars. Nobody pays.",
            {"Every day it is open.", "The city spends 12 dinars.", "Nobody pays."}},
        Row{"only_marks", {"One.", "* * *", "Two."}, "One. * * * Two.", {"One.", "* * *", "Two."}},
        Row{"nothing", {"One.", "Two."}, " \n", {"", ""}},
        Row{"empty_reference", {"", ""}, "One. Two.", {"", "One. Two."}},
        Row{"one_segment", {"One."}, " Anything at all. ", {"Anything at all."}}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Project, OfNoSegmentsIsNone) { EXPECT_TRUE(project({}, "words").segments.empty()); }

TEST(Project, CountsTheSharedWordsByHowRareTheyAre) {
  const auto numbered = [](const std::string& word, int count) {
    std::string text;
    for (int k = 0; k < count; ++k) text += word + std::to_string(k) + ' ';
    return text;
  };
  const Texts reference = {numbered("a", 20), numbered("b", 20)};
  const auto shared = [&](const std::string& text) {
    return project(views(reference), text).shared;
  };
  EXPECT_EQ(shared(numbered("a", 20) + numbered("b", 20)), 1.0);
  EXPECT_EQ(shared(numbered("c", 40)), 0.0);
  EXPECT_EQ(shared(""), 1.0);
  // Of 80 words the shared ones are seen twice, the others once: 5 and 6 halvings, 3 of which count for nothing.
  EXPECT_DOUBLE_EQ(shared(numbered("a", 20) + numbered("c", 20)), 0.4);
}

// The twin: every way to cut, each judged by the rule as projection.cc's head states it. Words here are one letter or a
// full stop, apart, so that a chunk is a word. Costs are in fortieths.
struct Judge {
  std::vector<Texts> reference;
  Texts hypothesis;
  std::vector<bool> line_end;
  std::map<std::string, int> seen;
  double all = 0;

  static std::string form(const std::string& word) { return word == "B" ? "b" : word; }

  Judge(const Texts& segments, const std::string& text) {
    const auto count = [this](const std::string& word) { ++seen[form(word)], ++all; };
    for (const std::string& segment : segments) {
      std::istringstream in(segment);
      reference.emplace_back();
      for (std::string word; in >> word;) reference.back().push_back(word), count(word);
    }
    for (std::size_t k = 0; k < text.size(); k += 2) {
      hypothesis.emplace_back(1, text[k]);
      line_end.push_back(k + 1 < text.size() && text[k + 1] == '\n');
      count(hypothesis.back());
    }
  }

  [[nodiscard]] long insertion(const std::string& word, const Texts& segment) const {
    const bool held = std::any_of(segment.begin(), segment.end(), [&](const std::string& other) {
      return form(other) == form(word);
    });
    const int halvings = static_cast<int>(std::log2(all / seen.at(form(word))));
    return 40 - (held && word != "." ? 5 * (std::clamp(halvings, 3, 10) - 3) : 0);
  }

  [[nodiscard]] long segment(std::size_t k, std::size_t begin, std::size_t end) const {
    const Texts& words = reference[k];
    std::vector<std::vector<long>> d(words.size() + 1, std::vector<long>(end - begin + 1));
    for (std::size_t r = 0; r <= words.size(); ++r) {
      for (std::size_t h = 0; h <= end - begin; ++h) {
        long least = r + h == 0 ? 0 : std::numeric_limits<long>::max();
        if (r > 0) least = std::min(least, d[r - 1][h] + 40);
        if (h > 0) {
          const std::string& word = hypothesis[begin + h - 1];
          const long insert = insertion(word, words);
          least = std::min(least, d[r][h - 1] + insert);
          if (r > 0 && form(words[r - 1]) == form(word)) least = std::min(least, d[r - 1][h - 1]);
          if (r > 0 && words[r - 1] != "." && word != ".")
            least = std::min(least, d[r - 1][h - 1] + insert + 30);
        }
        d[r][h] = least;
      }
    }
    return d.back().back();
  }

  [[nodiscard]] long boundary(std::size_t k, std::size_t at) const {
    if (at == 0 || at == hypothesis.size()) return 0;
    const bool stop = hypothesis[at - 1] == ".";
    const bool expects_stop = reference[k - 1].empty() || reference[k - 1].back() == ".";
    long cost = line_end[at - 1] ? 0 : 1;
    if (stop != expects_stop) cost += expects_stop ? 8 : 2;
    const auto first = [](const std::string& word) {
      return word == "." ? 0 : word == "B" ? 2 : 1;
    };
    if (!reference[k].empty() && first(reference[k].front()) != first(hypothesis[at])) cost += 12;
    if (hypothesis[at] == ".") cost += 8;
    return cost;
  }

  [[nodiscard]] long of(const std::vector<std::size_t>& begins) const {
    long cost = 0;
    for (std::size_t k = 0; k < reference.size(); ++k) {
      cost += segment(k, begins[k], begins[k + 1]);
      if (k > 0) cost += boundary(k, begins[k]);
    }
    return cost;
  }

  [[nodiscard]] long least(std::vector<std::size_t> begins, std::size_t k) const {
    if (k == reference.size()) return of(begins);
    long cost = std::numeric_limits<long>::max();
    for (begins[k] = begins[k - 1]; begins[k] <= hypothesis.size(); ++begins[k])
      cost = std::min(cost, least(begins, k + 1));
    return cost;
  }
  [[nodiscard]] long least() const {
    std::vector<std::size_t> begins(reference.size() + 1, 0);
    begins.back() = hypothesis.size();
    return least(begins, 1);
  }
};

/// `size` words; a space or a line feed between two.
std::string random_text(std::mt19937& random, std::size_t size, bool lines) {
  std::string text;
  for (std::size_t k = 0; k < size; ++k) {
    if (k > 0) text += lines && random() % 4 == 0 ? '\n' : ' ';
    text += "abcB."[random() % 5];
  }
  return text;
}

TEST(Project, IsAsGoodAsTheBestOfAllWaysToCut) {
  std::mt19937 random(1);
  for (int turn = 0; turn < 4000; ++turn) {
    Texts reference(1 + random() % 4);
    for (std::string& segment : reference) segment = random_text(random, random() % 4, false);
    const std::string hypothesis = random_text(random, random() % 8, true);
    const Projection found = project(views(reference), hypothesis);
    const Judge judge(reference, hypothesis);
    std::vector<std::size_t> begins = {0};  // in words, two bytes each
    for (const ByteRange range : found.segments)
      begins.push_back(range.empty() ? begins.back() : (range.end + 1) / 2);
    ASSERT_EQ(judge.of(begins), judge.least())
        << hypothesis << " on " << testing::PrintToString(reference);
  }
}

TEST(Project, PutsEveryByteButWhiteSpaceIntoOneSegment) {
  std::mt19937 random(2);
  const std::string marks = "ab.,(\" \n\"";
  for (int turn = 0; turn < 500; ++turn) {
    Texts reference(1 + random() % 5);
    for (std::string& segment : reference) segment = random_text(random, random() % 9, false);
    std::string hypothesis;
    for (std::size_t k = random() % 60; k > 0; --k) hypothesis += marks[random() % marks.size()];
    std::size_t at = 0;
    for (const ByteRange range : project(views(reference), hypothesis).segments) {
      ASSERT_LE(at, range.begin);
      ASSERT_EQ(hypothesis.substr(at, range.begin - at).find_first_not_of(" \n"),
                std::string::npos);
      if (!range.empty()) {
        ASSERT_TRUE(range.begin == 0 || std::isspace(hypothesis[range.begin - 1]));
        ASSERT_FALSE(std::isspace(hypothesis[range.begin]));
        ASSERT_FALSE(std::isspace(hypothesis[range.end - 1]));
      }
      at = range.end;
    }
    ASSERT_EQ(hypothesis.substr(at).find_first_not_of(" \n"), std::string::npos);
  }
}

TEST(SlowProject, CutsTwentyThousandWords) {
  std::mt19937 random(3);
  Texts reference;
  std::string hypothesis;
  for (int k = 0; k < 1000; ++k) {
    std::string line = "Line";
    for (int w = 0; w < 19; ++w) line += " w" + std::to_string(random() % 5000);
    reference.push_back(line + ".");
    hypothesis += line + ". ";
  }
  EXPECT_EQ(projected(reference, hypothesis), reference);
}

}  // namespace
}  // namespace muwazi
