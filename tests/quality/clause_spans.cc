// What clause_spans.h says of the pairs of texts: what scripts/train-clauses learns from.
//
//   clause_spans MODEL {ARABIC ENGLISH}…     files of a sentence a line
//
// Written: for each side of a pair "ar" or "en", the lines of its Arabic and of its English file that the pair has, both
// as begin<TAB>end, and behind it a line for each span: an empty cell, where it begins and ends as shares of the words, its numbers. An empty
// line behind each text.
#include "check/clause_spans.h"

#include <fmt/format.h>

#include <string>
#include <variant>

#include "lexicon/lexicon.h"
#include "muwazi/bitext/aligner.h"
#include "muwazi/lexicon/model.h"
#include "muwazi/text/decode.h"
#include "muwazi/text/files.h"

namespace muwazi {
namespace {

void print(const check::BitextView& view, const Bead& bead, std::string_view name,
           const std::vector<check::ClauseSpan>& spans, std::size_t words) {
  const auto line = [&](const check::SideOf& side, std::uint32_t sentence) {
    return side.sentences[sentence].line;
  };
  fmt::print("{}\t{}\t{}\t{}\t{}\n", name, line(view.arabic, bead.arabic.begin),
             line(view.arabic, bead.arabic.end - 1) + 1, line(view.english, bead.english.begin),
             line(view.english, bead.english.end - 1) + 1);
  for (const check::ClauseSpan& span : spans) {
    const auto share = [words](std::uint32_t word) {
      return static_cast<double>(word) / static_cast<double>(words);
    };
    fmt::print("\t{:.4f}\t{:.4f}", share(span.begin), share(span.end));
    for (const double feature : span.features) fmt::print("\t{:.4f}", feature);
    fmt::print("\n");
  }
}

Document read(const char* path) {
  return std::get<Document>(decode(path, std::get<std::string>(read_bytes(path))));
}

int run(int count, char** arguments) {
  const Model model = std::get<Model>(Model::open(arguments[1]));
  const Lexicon lexicon(model);
  const Aligner aligner(model, default_parameters(), {.explain = true});
  for (int k = 2; k + 1 < count; k += 2) {
    const Document arabic = read(arguments[k]);
    const Document english = read(arguments[k + 1]);
    const Bitext bitext = aligner.align(arabic, english);
    const check::BitextView view(bitext, arabic.text(), english.text());
    const check::ClauseReader reader(view, lexicon);
    for (std::uint32_t b = 0; b < bitext.beads.size(); ++b) {
      if (bitext.beads[b].null()) continue;
      const Explanation& why = bitext.explanations[b];
      print(view, bitext.beads[b], "ar", reader.spans(b, view.arabic, view.english),
            why.arabic_words.size());
      print(view, bitext.beads[b], "en", reader.spans(b, view.english, view.arabic),
            why.english_words.size());
    }
    fmt::print("\n");
  }
  return 0;
}

}  // namespace
}  // namespace muwazi

int main(int count, char** arguments) {
  if (count < 4 || count % 2 != 0) {
    fmt::print(stderr, "usage: clause_spans MODEL {{ARABIC ENGLISH}}…\n");
    return 2;
  }
  return muwazi::run(count, arguments);
}
