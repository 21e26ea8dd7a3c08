#include "muwazi/evaluate/evaluation_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "bitext/arabic_balance.h"
#include "format/cells.h"
#include "muwazi/evaluate/projection.h"
#include "muwazi/segment/segmenter.h"
#include "muwazi/text/utf8.h"
#include "text/blank.h"

namespace muwazi {
namespace {

constexpr double kOneLanguage =
    0.5;  // of arabic_balance(): beyond it a text is taken for that language

// Projection::shared of the right document is .7 where a third of the words are other ones and phrases stand in another
// order, and .5 or more where half of the words are; of another document of the same set, 360 of them in either language,
// it is .23 at the most.
constexpr double kAnotherDocument = 0.25;
constexpr double kBesideTheBest = 0.4;  // of what the best system has
constexpr std::size_t kTooShort = 200;  // bytes: one sentence may well have no word in common

std::string line_of(std::string_view text, ByteRange range) {
  return one_line(text, {Sentence{trimmed(text, range)}}, {0, 1});
}

/// From the begin of the first sentence to the end of the last one.
ByteRange range_of(const std::vector<Sentence>& sentences, SentenceSpan span) {
  if (span.empty()) return {};
  return {sentences[span.begin].bytes.begin, sentences[span.end - 1].bytes.end};
}

/// Lines without white space at their ends, empty ones too; none behind the last line end.
std::vector<ByteRange> lines_of(std::string_view text) {
  std::vector<ByteRange> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(trimmed(text, {begin, end}));
    begin = end + 1;
  }
  return lines;
}

/// An alignment of two documents seen from the side of the first.
struct Pairing {
  std::vector<Sentence> first, second;
  struct Link {
    SentenceSpan first, second;
    float confidence;
  };
  std::vector<Link> links;
  std::vector<std::string> notes;
  bool first_is_arabic = true;
};

Pairing pairing_of(Bitext bitext, bool first_is_arabic) {
  Pairing out;
  out.first_is_arabic = first_is_arabic;
  out.notes = std::move(bitext.notes);
  for (const Bead& bead : bitext.beads) {
    out.links.push_back(first_is_arabic ? Pairing::Link{bead.arabic, bead.english, bead.posterior}
                                        : Pairing::Link{bead.english, bead.arabic, bead.posterior});
  }
  out.first = std::move(first_is_arabic ? bitext.arabic : bitext.english);
  out.second = std::move(first_is_arabic ? bitext.english : bitext.arabic);
  return out;
}

/// Whichever language the first is in. It is cut into `sentences`, where they are given.
Pairing pair(const Aligner& aligner, const Document& first, const Document& second,
             const std::vector<ByteRange>* sentences = nullptr) {
  const bool first_is_arabic = arabic_balance(first.text()) >= arabic_balance(second.text());
  const Document& arabic = first_is_arabic ? first : second;
  const Document& english = first_is_arabic ? second : first;
  if (sentences == nullptr) return pairing_of(aligner.align(arabic, english), first_is_arabic);
  const Language other = first_is_arabic ? Language::english : Language::arabic;
  const std::vector<ByteRange> cut = Segmenter().sentences(second.text(), other);
  return pairing_of(first_is_arabic ? aligner.align_sentences(arabic, *sentences, english, cut)
                                    : aligner.align_sentences(arabic, cut, english, *sentences),
                    first_is_arabic);
}

class Builder {
 public:
  Builder(const Aligner& aligner, const SetInput& input) : aligner_(aligner), input_(input) {
    document_.id = input.id;
  }

  Result<SetDocument> run(bool segmented) {
    if (input_.reference == nullptr) {
      align_hypotheses(segmented);
    } else if (segmented) {
      if (auto fault = pair_lines()) return std::move(*fault);
      project_hypotheses();
    } else {
      align_reference();
      project_hypotheses();
    }
    note_texts();
    return std::move(document_);
  }

 private:
  [[nodiscard]] SetSegment segment(ByteRange source, ByteRange reference, float confidence) const {
    SetSegment made;
    made.source = line_of(input_.source->text(), source);
    made.reference = line_of(input_.reference->text(), reference);
    made.source_bytes = source;
    made.reference_bytes = reference;
    made.confidence = confidence;
    if (made.source.empty()) {
      made.dropped = DropReason::no_source;
    } else if (made.reference.empty()) {
      made.dropped = DropReason::no_reference;
    }
    return made;
  }

  void take_language(bool source_is_arabic) {
    document_.source = source_is_arabic ? Language::arabic : Language::english;
  }

  void align_reference() {
    const bool page = input_.source == input_.reference;
    Pairing found = page ? pairing_of(aligner_.align_page(*input_.source),
                                      input_.page_source == Language::arabic)
                         : pair(aligner_, *input_.source, *input_.reference);
    take_language(found.first_is_arabic);
    document_.notes = std::move(found.notes);
    for (const Pairing::Link& link : found.links) {
      document_.segments.push_back(segment(range_of(found.first, link.first),
                                           range_of(found.second, link.second), link.confidence));
    }
  }

  std::optional<Fault> pair_lines() {
    const std::string_view source = input_.source->text(), reference = input_.reference->text();
    const std::vector<ByteRange> of_source = lines_of(source), of_reference = lines_of(reference);
    if (of_source.size() != of_reference.size()) {
      return Fault{FaultKind::malformed_set,
                   input_.reference->name(),
                   std::min(of_source.size(), of_reference.size()) + 1,
                   {},
                   fmt::format("{} lines, and {} has {}", of_reference.size(),
                               input_.source->name(), of_source.size()),
                   "leave --segmented out, and the two are aligned"};
    }
    for (std::size_t k = 0; k < of_source.size(); ++k) {
      if (of_source[k].empty() && of_reference[k].empty()) continue;
      document_.segments.push_back(segment(of_source[k], of_reference[k], 1.0F));
    }
    weigh_lines();
    return std::nullopt;
  }

  /// The lines stay pairs, and get the confidence that the model has in them.
  void weigh_lines() {
    const bool arabic_source =
        arabic_balance(input_.source->text()) >= arabic_balance(input_.reference->text());
    take_language(arabic_source);
    std::vector<ByteRange> source, reference;
    for (const SetSegment& made : document_.segments) {
      if (made.dropped) continue;
      source.push_back(made.source_bytes);
      reference.push_back(made.reference_bytes);
    }
    const Bitext weighed =
        arabic_source ? aligner_.weigh_pairs(*input_.source, source, *input_.reference, reference)
                      : aligner_.weigh_pairs(*input_.reference, reference, *input_.source, source);
    std::size_t bead = 0;
    for (SetSegment& made : document_.segments) {
      if (!made.dropped) made.confidence = weighed.beads[bead++].posterior;
    }
  }

  void project_hypotheses() {
    if (document_.segments.empty()) add_empty();
    // What nobody translated has its source for a reference: about as many words, and the same numbers and marks. It was
    // tried with words that cost nothing there, which drew in those of reordered neighbours.
    std::vector<std::string_view> reference;
    for (const SetSegment& made : document_.segments)
      reference.emplace_back(made.reference.empty() ? made.source : made.reference);
    for (const Document* hypothesis : input_.hypotheses) {
      const Projection found = project(reference, hypothesis->text());
      document_.edits.push_back(found.edits);
      shared_.push_back(found.shared);
      for (std::size_t k = 0; k < found.segments.size(); ++k) {
        document_.segments[k].hypotheses.push_back(line_of(hypothesis->text(), found.segments[k]));
      }
    }
  }

  void align_hypotheses(bool segmented) {
    std::vector<Pairing> pairings;
    std::vector<ByteRange> lines = lines_of(input_.source->text());
    std::erase_if(lines, [](ByteRange line) { return line.empty(); });
    for (const Document* hypothesis : input_.hypotheses) {
      pairings.push_back(pair(aligner_, *input_.source, *hypothesis, segmented ? &lines : nullptr));
    }
    if (pairings.empty()) return;
    take_language(pairings.front().first_is_arabic);
    cut_source(pairings);
    if (document_.segments.empty()) add_empty();
    for (std::size_t system = 0; system < pairings.size(); ++system) {
      fill_hypotheses(pairings[system], input_.hypotheses[system]->text());
      for (std::string& note : pairings[system].notes) document_.notes.push_back(std::move(note));
    }
  }

  /// Where no bead of any system goes on.
  void cut_source(const std::vector<Pairing>& pairings) {
    const std::vector<Sentence>& sentences = pairings.front().first;
    std::vector<bool> inside(sentences.size() + 1, false);
    for (const Pairing& pairing : pairings) {
      for (const Pairing::Link& link : pairing.links) {
        for (std::uint32_t k = link.first.begin + 1; k < link.first.end; ++k) inside[k] = true;
      }
    }
    for (std::uint32_t begin = 0; begin < sentences.size();) {
      std::uint32_t end = begin + 1;
      while (end < sentences.size() && inside[end]) ++end;
      SetSegment made;
      made.source_bytes = range_of(sentences, {begin, end});
      made.source = line_of(input_.source->text(), made.source_bytes);
      document_.segments.push_back(std::move(made));
      segment_ends_.push_back(end);
      begin = end;
    }
  }

  void fill_hypotheses(const Pairing& pairing, std::string_view text) {
    std::size_t at = 0;
    std::vector<ByteRange> ranges(document_.segments.size());
    for (const Pairing::Link& link : pairing.links) {
      if (!link.first.empty()) {
        while (segment_ends_[at] <= link.first.begin) ++at;
        float& least = document_.segments[at].confidence;
        least = std::min(least, link.confidence);
      }
      if (link.second.empty()) continue;
      const ByteRange more = range_of(pairing.second, link.second);
      ranges[at] = {ranges[at].empty() ? more.begin : ranges[at].begin, more.end};
    }
    for (std::size_t k = 0; k < ranges.size(); ++k)
      document_.segments[k].hypotheses.push_back(line_of(text, ranges[k]));
  }

  /// Where source and reference are empty, for what the hypotheses may have.
  void add_empty() {
    SetSegment made;
    made.dropped = DropReason::no_source;
    document_.segments.push_back(std::move(made));
    segment_ends_.push_back(0);
  }

  void note_texts() {
    const double sign = document_.source == Language::arabic ? -1.0 : 1.0;
    for (const Document* hypothesis : input_.hypotheses) {
      if (is_blank(hypothesis->text())) document_.notes.push_back(hypothesis->name() + " is empty");
      if (sign * arabic_balance(hypothesis->text()) >= -kOneLanguage) continue;
      document_.notes.push_back(
          hypothesis->name() +
          " is in the language of the source: check that it is the right file");
    }
    note_strangers();
  }

  /// What shares so little with the reference belongs to another document.
  void note_strangers() {
    if (shared_.empty()) return;
    const double best = *std::max_element(shared_.begin(), shared_.end());
    for (std::size_t system = 0; system < shared_.size(); ++system) {
      const Document& hypothesis = *input_.hypotheses[system];
      if (hypothesis.text().size() < kTooShort) continue;
      if (shared_[system] >= std::max(kAnotherDocument, kBesideTheBest * best)) continue;
      document_.notes.push_back(fmt::format(
          "{} shares {:.0f} % of its rarer words with the reference: check that it is the right "
          "file",
          hypothesis.name(), 100.0 * shared_[system]));
    }
  }

  const Aligner& aligner_;
  const SetInput& input_;
  SetDocument document_;
  std::vector<double> shared_;               ///< of each system, with a reference
  std::vector<std::uint32_t> segment_ends_;  ///< without reference: in sentences of the source
};

}  // namespace

std::string_view code(DropReason reason) noexcept {
  return reason == DropReason::no_reference ? "no_reference" : "no_source";
}

Result<SetDocument> evaluation_document(const Aligner& aligner, const SetInput& input,
                                        bool segmented) {
  return Builder(aligner, input).run(segmented);
}

}  // namespace muwazi
