// What muwazi check looks at before it tells of a fault, with the numbers that speak for it: what scripts/train-checks
// learns from.
//
//   fault_candidates MODEL clauses|names {ARABIC ENGLISH}…     files of a sentence a line
//
// Written, a line for each group of candidates of which one at most is the fault: where its pair is, "ar" or "en" for the side
// under the eye, then the lines of the Arabic and of the English file that the pair has, both as begin<TAB>end; of a name the
// English word. Behind it a line for each candidate: an empty cell, what it is, its numbers. What it is: of a clause where it
// begins and ends, as shares of the words (check/clause_spans.h); of a name the Arabic word (check/name_swaps.h). A full
// stop alone behind each text.
#include <fmt/format.h>

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "check/clause_spans.h"
#include "check/name_swaps.h"
#include "check/organisation_swaps.h"
#include "check/values.h"
#include "lexicon/lexicon.h"
#include "muwazi/anchor/names.h"
#include "muwazi/bitext/aligner.h"
#include "muwazi/lexicon/model.h"
#include "muwazi/text/decode.h"
#include "muwazi/text/files.h"

namespace muwazi {
namespace {

void print_pair(const check::BitextView& view, const Bead& bead, std::string_view name) {
  const auto line = [&](const check::SideOf& side, std::uint32_t sentence) {
    return side.sentences[sentence].line;
  };
  fmt::print("{}\t{}\t{}\t{}\t{}", name, line(view.arabic, bead.arabic.begin),
             line(view.arabic, bead.arabic.end - 1) + 1, line(view.english, bead.english.begin),
             line(view.english, bead.english.end - 1) + 1);
}

template <class Features>
void print_numbers(const Features& features) {
  for (const double feature : features) fmt::print("\t{:.4f}", feature);
  fmt::print("\n");
}

/// Values and organisations.
std::vector<check::SharedPlaces> shared_places(const check::BitextView& view) {
  std::vector<check::SharedPlaces> out = check::compared_values(view).shared;
  check::add_shared_organisations(view, out);
  return out;
}

void print_clauses(const check::BitextView& view, const Lexicon& lexicon) {
  const check::ClauseReader reader(view, lexicon, shared_places(view));
  for (std::uint32_t b = 0; b < view.beads().size(); ++b) {
    if (view.beads()[b].null()) continue;
    for (const auto& [own, other] :
         {std::pair(&view.arabic, &view.english), std::pair(&view.english, &view.arabic)}) {
      print_pair(view, view.beads()[b], own == &view.arabic ? "ar" : "en");
      fmt::print("\n");
      const auto words = static_cast<double>((view.bitext.explanations[b].*own->covered).size());
      for (const check::ClauseSpan& span : reader.spans(b, *own, *other)) {
        fmt::print("\t{:.4f}\t{:.4f}", span.begin / words, span.end / words);
        print_numbers(span.features);
      }
    }
  }
}

void print_names(const check::BitextView& view, const NameModel& names, const Lexicon& lexicon) {
  const std::vector<check::SharedPlaces> shared = shared_places(view);
  check::NameSwapReader reader(view, names, lexicon, shared);
  for (std::uint32_t b = 0; b < view.beads().size(); ++b) {
    for (const check::SuspectName& suspect : reader.suspects(b)) {
      print_pair(view, view.beads()[b], "en");
      fmt::print("\t{}\n", slice(view.english.text, suspect.bytes));
      for (const check::NameSwap& swap : suspect.swaps) {
        fmt::print("\t{}", slice(view.arabic.text, swap.bytes));
        print_numbers(swap.features);
      }
    }
  }
}

Document read(const char* path) {
  return std::get<Document>(decode(path, std::get<std::string>(read_bytes(path))));
}

int run(int count, char** arguments) {
  const Model model = std::get<Model>(Model::open(arguments[1]));
  const Lexicon lexicon(model);
  const NameModel names = *NameModel::of(model);
  const Aligner aligner(model, default_parameters(), {.explain = true});
  const bool clauses = std::string_view(arguments[2]) == "clauses";
  for (int k = 3; k + 1 < count; k += 2) {
    const Document arabic = read(arguments[k]);
    const Document english = read(arguments[k + 1]);
    const Bitext bitext = aligner.align(arabic, english);
    const check::BitextView view(bitext, arabic.text(), english.text());
    if (clauses) {
      print_clauses(view, lexicon);
    } else {
      print_names(view, names, lexicon);
    }
    fmt::print(".\n");
  }
  return 0;
}

}  // namespace
}  // namespace muwazi

int main(int count, char** arguments) {
  if (count < 5 || count % 2 != 1) {
    fmt::print(stderr, "usage: fault_candidates MODEL clauses|names {{ARABIC ENGLISH}}…\n");
    return 2;
  }
  return muwazi::run(count, arguments);
}
