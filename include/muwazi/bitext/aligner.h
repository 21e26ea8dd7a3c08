// The pipeline: documents to a Bitext.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "muwazi/bitext/bitext.h"
#include "muwazi/bitext/decisions.h"
#include "muwazi/score/omissions.h"
#include "muwazi/score/parameters.h"
#include "muwazi/text/document.h"
#include "muwazi/text/language.h"

namespace muwazi {

class Model;  // muwazi/lexicon/model.h

/// How finely texts are cut.
enum class Granularity : std::uint8_t {
  sentence,
  fine,  ///< also at ; : and before "and" where the translation ends a sentence there, or has such a mark as well
};

/// What is a unit of an alignment.
enum class AlignBy : std::uint8_t {
  sentence,
  paragraph,  ///< all sentences of a paragraph together: they are the sentences of the Bitext
};

struct AlignOptions {
  Omissions omissions = Omissions::estimated;
  Granularity granularity = Granularity::sentence;  ///< of align_page() and align()
  AlignBy by = AlignBy::sentence;
  /// No bead has more than one unit of this side: segments of a translation memory, verses, articles of a law.
  std::optional<Language> fixed = std::nullopt;
  /// No bead crosses the end of a paragraph where the paragraphs of both sides correspond: where paragraphs, aligned
  /// as a whole, pair with a confidence of .9 or more. Ignored where `by` is a paragraph.
  bool lock_paragraphs = false;
  bool explain = false;  ///< fills Bitext::explanations
};

/// Aligns documents with one model. Holds no state of a document: the same input gives the same Bitext.
/// One a thread; the model may be shared and must outlive it.
class Aligner {
 public:
  explicit Aligner(const Model& model, const Parameters& parameters = default_parameters(),
                   const AlignOptions& options = {});
  ~Aligner();
  Aligner(Aligner&&) noexcept;
  Aligner& operator=(Aligner&&) noexcept;

  /// One document that holds both languages, in any layout.
  [[nodiscard]] Bitext align_page(const Document& page) const;
  /// Two documents, one language each. Given in the wrong order they are swapped, with a note; the
  /// Bitext's Arabic side then is of the second document (`swapped`).
  [[nodiscard]] Bitext align(const Document& arabic, const Document& english,
                             bool* swapped = nullptr) const;
  /// The same, each line a sentence as it stands; an empty line is no sentence.
  [[nodiscard]] Bitext align_segmented(const Document& arabic, const Document& english,
                                       bool* swapped = nullptr) const;
  /// The same with sentences that are cut already: ranges of each document, in order and apart, which
  /// may be empty and may hold line ends. What lies between them is skipped as white space. A side in the other language
  /// keeps its sentences too, without pairs.
  [[nodiscard]] Bitext align_sentences(const Document& arabic,
                                       const std::vector<ByteRange>& arabic_sentences,
                                       const Document& english,
                                       const std::vector<ByteRange>& english_sentences,
                                       bool* swapped = nullptr) const;

  /// The same of sentences that are paired already, one of each to a bead, whatever they say: a bead's posterior tells
  /// how probably its two translate each other, 0 where one is empty. As many ranges on both sides.
  [[nodiscard]] Bitext weigh_pairs(const Document& arabic,
                                   const std::vector<ByteRange>& arabic_sentences,
                                   const Document& english,
                                   const std::vector<ByteRange>& english_sentences) const;
  /// The same sentences aligned again, with what a person decided of them: the beads that are right stand as they were
  /// given, with posterior 1; what is wrong is none, and its sentences and all others are aligned as the model says,
  /// between the given beads. A note says of each decision that no longer applies that it does not.
  /// `arabic` and `english` are the texts that the Bitext's ranges point into.
  [[nodiscard]] Bitext apply(const std::vector<Decision>& decisions, Bitext bitext,
                             std::string_view arabic, std::string_view english) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace muwazi
