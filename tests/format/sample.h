// A small page and its alignment, written for the tests of the writers.
#pragma once
#include <string>
#include <string_view>

#include "muwazi/bitext/bitext.h"
#include "muwazi/format/writers.h"

namespace muwazi {

struct Sample {
  std::string text;
  Bitext bitext;

  /// Appends a line to the text as one sentence.
  void add(std::vector<Sentence>& side, std::string_view sentence) {
    const std::size_t begin = text.size();
    text += sentence;
    const auto line = static_cast<std::uint32_t>(bitext.arabic.size() + bitext.english.size());
    side.push_back({.bytes = {begin, text.size()}, .line = line});
    bitext.skipped.push_back({{text.size(), text.size() + 1}, SkipReason::whitespace});
    text += '\n';
  }
  [[nodiscard]] Texts texts() const { return {text, text, "harbour.txt", "harbour.txt"}; }
};

/// Four Arabic and five English sentences; beads 1-1, 1-2, 1-0, 0-1 and 1-1.
inline Sample sample() {
  Sample s;
  s.bitext.id = "harbour";
  s.bitext.layout = "block";
  s.text = "Home | Contact\n";
  s.bitext.skipped.push_back({{0, 14}, SkipReason::boilerplate});
  s.bitext.skipped.push_back({{14, 15}, SkipReason::whitespace});
  s.add(s.bitext.arabic, "غادرت السفينة الميناء فجر الأحد.");
  s.add(s.bitext.arabic,
        "حملت السفينةُ ١٢ طنًّا من القمح، وتأخر وصولها يومين بسبب العاصفة التي ضربت الساحل.");
  s.add(s.bitext.arabic, "ولم يصب أحد.");
  s.add(s.bitext.arabic, "وستعود في مايو.");
  s.add(s.bitext.english, "The ship left the harbour at dawn on Sunday.");
  s.add(s.bitext.english, "It carried 12 tons of wheat.");
  s.add(s.bitext.english, "It came in two days late because of the storm that hit the coast.");
  s.add(s.bitext.english, "The owner\tsaid \"nothing\".");
  s.add(s.bitext.english, "It will be back in May.");
  s.bitext.beads = {{{0, 1}, {0, 1}, 0.98766F},
                    {{1, 2}, {1, 3}, 0.81F},
                    {{2, 3}, {3, 3}, 0.9F},
                    {{3, 3}, {3, 4}, 0.4F},
                    {{3, 4}, {4, 5}, 1.0F}};
  s.bitext.coverage = {.arabic = 0.88, .english = 0.9};
  return s;
}

/// Explanations of its beads, as far as the writers care: figures of no model.
inline void explain(Sample& s) {
  s.bitext.explanations.resize(5);
  Explanation& first = s.bitext.explanations[0];
  first.terms = {{"likelihood_root", 9.125F, 0.75F, 6.84375F},
                 {"length", 2.5F, -0.004F, -0.01F},
                 {"question_mismatch", 0.0F, -0.25F, 0.0F},
                 {"prior", -0.5F, 1.0F, -0.5F}};
  first.score = 6.33375F;
  first.words = {{"السفينة", "ship", 0.625F}, {"الميناء", "harbour", 0.5F}};
  first.uncovered_english = {"left", "on"};
  first.uncovered_arabic = {"فجر"};
  first.instead = Bead{{0, 2}, {0, 1}, 0.0125F};
  Explanation& third = s.bitext.explanations[2];
  third.terms = {{"null_score", 1.0F, -1.8F, -1.8F}, {"prior", -3.0F, 1.0F, -3.0F}};
  third.score = -4.8F;
}

}  // namespace muwazi
