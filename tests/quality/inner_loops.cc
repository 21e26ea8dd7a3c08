// How fast the parts of the engine are, each alone, on one text (Google Benchmark). scripts/bench runs it.
//
//   inner_loops MODEL ARABIC ENGLISH [--benchmark_…]     files of a sentence a line
#include <benchmark/benchmark.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
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

namespace muwazi {
namespace {

std::string contents(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string_view> lines(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

std::vector<SentenceView> views(const std::vector<std::string_view>& lines) {
  std::vector<SentenceView> out;
  for (const std::string_view line : lines) out.push_back({line});
  return out;
}

/// A text at every stage of the way to posteriors.
struct Stages {
  Stages(const std::string& model_path, const std::string& arabic_path,
         const std::string& english_path)
      : model(std::get<Model>(Model::open(model_path))),
        lexicon(model),
        arabic_text(contents(arabic_path)),
        english_text(contents(english_path)) {}

  Model model;
  Lexicon lexicon;
  std::string arabic_text, english_text;
  std::vector<std::string_view> arabic_lines = lines(arabic_text),
                                english_lines = lines(english_text);
  std::vector<SentenceView> arabic_views = views(arabic_lines),
                            english_views = views(english_lines);
  Parameters parameters = default_parameters();
  SideTokens arabic = read_side(lexicon, Language::arabic, arabic_views),
             english = read_side(lexicon, Language::english, english_views);
  TranslationPair translations = gather_translations(lexicon, parameters, arabic, english);
  std::vector<Waypoint> chain = backbone(arabic, english, translations);
  Band band = Band::around(chain, arabic.size(), english.size(), 3);
  Windows reaches = windows(band);
  Scorer scorer{parameters, arabic, english, translations, reaches};
  Rates rates = Rates::prior(parameters, length_ratio(arabic, english));
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
  const std::size_t bytes = s.arabic_text.size() + s.english_text.size();
  const std::size_t sentences = s.arabic.size() + s.english.size();
  const auto reg = [&](const std::string& name, auto work) { run(name, bytes, sentences, work); };
  static const Segmenter segmenter;
  reg("lines and their languages", [&s] {
    benchmark::DoNotOptimize(read_monolingual(s.arabic_text, Language::arabic));
    benchmark::DoNotOptimize(read_monolingual(s.english_text, Language::english));
  });
  reg("sentences", [&s] {
    for (const auto line : s.arabic_lines)
      benchmark::DoNotOptimize(segmenter.sentences(line, Language::arabic));
    for (const auto line : s.english_lines)
      benchmark::DoNotOptimize(segmenter.sentences(line, Language::english));
  });
  reg("words", [&s] {
    benchmark::DoNotOptimize(words(s.arabic_text));
    benchmark::DoNotOptimize(words(s.english_text));
  });
  reg("values", [&s] {
    for (const auto line : s.arabic_lines) benchmark::DoNotOptimize(values(line, Language::arabic));
    for (const auto line : s.english_lines)
      benchmark::DoNotOptimize(values(line, Language::english));
  });
  reg("tokens of both sides", [&s] {
    benchmark::DoNotOptimize(read_side(s.lexicon, Language::arabic, s.arabic_views));
    benchmark::DoNotOptimize(read_side(s.lexicon, Language::english, s.english_views));
  });
  reg("translations of the text's words", [&s] {
    benchmark::DoNotOptimize(gather_translations(s.lexicon, s.parameters, s.arabic, s.english));
  });
  reg("backbone",
      [&s] { benchmark::DoNotOptimize(backbone(s.arabic, s.english, s.translations)); });
  reg("agreement", [&s] {
    benchmark::DoNotOptimize(
        agreement(s.arabic, s.english, s.translations, s.parameters.full_cover, s.band));
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
