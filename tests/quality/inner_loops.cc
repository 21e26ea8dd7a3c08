// How fast the parts of the engine are, each alone, on one text (Google Benchmark). scripts/bench runs it.
//
//   inner_loops MODEL ARABIC ENGLISH [--benchmark_…]     files of a sentence a line
#include <benchmark/benchmark.h>

#include <cstdio>
#include <string>
#include <variant>
#include <vector>

#include "lexicon/lexicon.h"
#include "muwazi/anchor/values.h"
#include "muwazi/lexicon/model.h"
#include "muwazi/page/page.h"
#include "muwazi/segment/segmenter.h"
#include "muwazi/text/word.h"
#include "score/agreement.h"
#include "score/backbone.h"
#include "score/scorer.h"
#include "score/translations.h"
#include "sentence_lines.h"

namespace muwazi {
namespace {

/// A text at every stage of the way to posteriors.
struct Stages {
  Stages(const std::string& model_path, const std::string& arabic_path,
         const std::string& english_path)
      : model(std::get<Model>(Model::open(model_path))),
        lexicon(model),
        arabic_lines(arabic_path),
        english_lines(english_path) {}

  Model model;
  Lexicon lexicon;
  SentenceLines arabic_lines, english_lines;
  Parameters parameters = default_parameters();
  SideTokens arabic = read_side(lexicon, Language::arabic, arabic_lines.sentences),
             english = read_side(lexicon, Language::english, english_lines.sentences);
  TranslationPair translations = gather_translations(lexicon, parameters, arabic, english);
  std::vector<Waypoint> chain = backbone(arabic, english, translations);
  Band band = Band::around(chain, arabic.size(), english.size(), 3);
  Windows reaches = windows(band);
  Scorer scorer{parameters, arabic, english, translations, reaches};
  Rates rates = Rates::prior(parameters, length_ratios(arabic, english));
  Lattice lattice{band};
};

void run(const std::string& name, std::size_t bytes, std::size_t sentences, auto work) {
  benchmark::RegisterBenchmark(name.c_str(), [=](benchmark::State& state) {
    for (auto _ : state) work();
    const auto rounds = static_cast<std::int64_t>(state.iterations());
    state.SetBytesProcessed(rounds * static_cast<std::int64_t>(bytes));
    state.SetItemsProcessed(rounds * static_cast<std::int64_t>(sentences));
  })->Unit(benchmark::kMillisecond);
}

void register_all(Stages& s) {
  const std::size_t bytes = s.arabic_lines.bytes.size() + s.english_lines.bytes.size();
  const std::size_t sentences = s.arabic.size() + s.english.size();
  const auto reg = [&](const std::string& name, auto work) { run(name, bytes, sentences, work); };
  static const Segmenter segmenter;
  reg("lines and their languages", [&s] {
    benchmark::DoNotOptimize(read_monolingual(s.arabic_lines.bytes, Language::arabic));
    benchmark::DoNotOptimize(read_monolingual(s.english_lines.bytes, Language::english));
  });
  reg("sentences", [&s] {
    for (const SentenceView& line : s.arabic_lines.sentences)
      benchmark::DoNotOptimize(segmenter.sentences(line.text, Language::arabic));
    for (const SentenceView& line : s.english_lines.sentences)
      benchmark::DoNotOptimize(segmenter.sentences(line.text, Language::english));
  });
  reg("words", [&s] {
    benchmark::DoNotOptimize(words(s.arabic_lines.bytes));
    benchmark::DoNotOptimize(words(s.english_lines.bytes));
  });
  reg("values", [&s] {
    for (const SentenceView& line : s.arabic_lines.sentences)
      benchmark::DoNotOptimize(values(line.text, Language::arabic));
    for (const SentenceView& line : s.english_lines.sentences)
      benchmark::DoNotOptimize(values(line.text, Language::english));
  });
  reg("tokens of both sides", [&s] {
    benchmark::DoNotOptimize(read_side(s.lexicon, Language::arabic, s.arabic_lines.sentences));
    benchmark::DoNotOptimize(read_side(s.lexicon, Language::english, s.english_lines.sentences));
  });
  reg("translations of the text's words", [&s] {
    benchmark::DoNotOptimize(gather_translations(s.lexicon, s.parameters, s.arabic, s.english));
  });
  reg("backbone",
      [&s] { benchmark::DoNotOptimize(backbone(s.arabic, s.english, s.translations)); });
  reg("agreement", [&s] {
    benchmark::DoNotOptimize(
        Agreement(s.arabic, s.english, s.translations, s.parameters.full_cover).in(s.band));
  });
  reg("evidence", [&s] {
    benchmark::DoNotOptimize(Scorer(s.parameters, s.arabic, s.english, s.translations, s.reaches));
  });
  reg("scores of all beads", [&s] { s.scorer.fill(s.rates, s.lattice); });
  reg("posteriors", [&s] { benchmark::DoNotOptimize(posteriors(s.lattice)); });
  reg("decision", [&s, found = posteriors(s.lattice)] {
    benchmark::DoNotOptimize(most_expected_path(s.band, found));
  });
}

}  // namespace
}  // namespace muwazi

int main(int count, char** arguments) {
  benchmark::Initialize(&count, arguments);
  if (count != 4) {
    std::fputs("usage: inner_loops MODEL ARABIC ENGLISH [--benchmark_…]\n", stderr);
    return 2;
  }
  muwazi::Stages stages(arguments[1], arguments[2], arguments[3]);
  stages.scorer.fill(stages.rates, stages.lattice);
  muwazi::register_all(stages);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
