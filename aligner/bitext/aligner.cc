#include "muwazi/bitext/aligner.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

#include "bitext/arabic_balance.h"
#include "bitext/clause_units.h"
#include "bitext/joined.h"
#include "bitext/layout.h"
#include "bitext/paragraphs.h"
#include "bitext/reading.h"
#include "lexicon/lexicon.h"
#include "muwazi/anchor/names.h"
#include "muwazi/segment/segmenter.h"
#include "muwazi/text/word.h"
#include "score/explanation.h"
#include "score/known_words.h"
#include "score/null_pairs.h"
#include "score/sentence_aligner.h"

namespace muwazi {
namespace {

void add_gaps(const Units& units, std::vector<Skipped>& skipped) {
  const std::vector<Skipped> gaps = units.gaps();
  skipped.insert(skipped.end(), gaps.begin(), gaps.end());
  sort(skipped);
}

std::vector<SentenceView> views(std::string_view text, const std::vector<Sentence>& sentences) {
  std::vector<SentenceView> out;
  out.reserve(sentences.size());
  for (const Sentence& s : sentences)
    out.push_back({slice(text, s.bytes), s.role == Role::heading, s.paragraph});
  return out;
}

std::vector<Bead> all_nulls(std::size_t arabic, std::size_t english) {
  std::vector<Bead> beads;
  const auto a_end = static_cast<std::uint32_t>(arabic),
             e_end = static_cast<std::uint32_t>(english);
  for (std::uint32_t a = 0; a < a_end; ++a) beads.push_back({{a, a + 1}, {0, 0}, 1.0F});
  for (std::uint32_t e = 0; e < e_end; ++e) beads.push_back({{a_end, a_end}, {e, e + 1}, 1.0F});
  return beads;
}

/// Of a side's words. `words`: the number of each sentence's.
double share_in_pairs(const std::vector<std::uint32_t>& words, const std::vector<Bead>& beads,
                      SentenceSpan Bead::*side) {
  std::size_t all = 0, paired = 0;
  for (const Bead& bead : beads) {
    for (std::uint32_t k = (bead.*side).begin; k < (bead.*side).end; ++k) {
      all += words[k];
      if (!bead.null()) paired += words[k];
    }
  }
  return all == 0 ? 0.0 : static_cast<double>(paired) / static_cast<double>(all);
}

Coverage coverage_of(const SentenceAligner& aligner, const std::vector<Bead>& beads) {
  return {share_in_pairs(aligner.arabic().words, beads, &Bead::arabic),
          share_in_pairs(aligner.english().words, beads, &Bead::english)};
}

constexpr std::string_view kNotTranslations =
    "nothing pairs: the texts are not translations of each other";
constexpr std::string_view kNotProbable = "nothing pairs: no pair is probable enough";

/// Whether there is a pair or not, that is what the notes say.
void note_no_pairs(Bitext& bitext, float related) {
  std::erase_if(bitext.notes, [](const std::string& note) {
    return note == kNotTranslations || note == kNotProbable;
  });
  if (!bitext.arabic.empty() && !bitext.english.empty() &&
      std::all_of(bitext.beads.begin(), bitext.beads.end(),
                  [](const Bead& b) { return b.null(); })) {
    bitext.notes.emplace_back(related < 0.5F ? kNotTranslations : kNotProbable);
  }
}

/// Words of units as words of sentences; false where some are of several sentences joined, whose places are lost.
bool renumber(std::vector<CoveredWord>& words, const Joined& joined) {
  for (CoveredWord& word : words) {
    const SentenceSpan sentences = joined.sentences({word.sentence, word.sentence + 1});
    if (sentences.size() != 1) return false;
    word.sentence = sentences.begin;
  }
  return true;
}

constexpr int kClauseRounds = 5;  // of joining clauses and aligning again

/// A text of this balance towards the other language has nothing to align: a file given twice, for example.
constexpr double kOtherLanguage = 0.95;

std::string language_note(const std::string& name, std::string_view expected) {
  return name + " holds hardly any " + std::string(expected) + ": check that it is the right file";
}

void note_missing_sides(Bitext& bitext) {
  if (bitext.arabic.empty() && bitext.english.empty()) {
    bitext.notes.emplace_back("no Arabic and no English text: nothing to align");
  } else if (bitext.arabic.empty()) {
    bitext.notes.emplace_back("no Arabic text: nothing to align");
  } else if (bitext.english.empty()) {
    bitext.notes.emplace_back("no English text: nothing to align");
  }
}

}  // namespace

struct Aligner::Parts {
  Parts(const Model& model, const Parameters& p, const AlignOptions& o)
      : lexicon(model), known(lexicon), names(NameModel::of(model)), parameters(p), options(o) {}

  [[nodiscard]] SentenceAligner aligner_of(std::span<const SentenceView> arabic,
                                           std::span<const SentenceView> english) const {
    return {known,  lexicon, names ? &*names : nullptr, parameters,
            arabic, english, options.omissions};
  }

  /// Where beads of sentences may not cross: at the ends of paragraphs that pair.
  [[nodiscard]] std::vector<Waypoint> paragraph_corners(const Bitext& bitext,
                                                        std::string_view arabic,
                                                        std::string_view english) const {
    const auto arabic_paragraphs = paragraphs_of(bitext.arabic),
               english_paragraphs = paragraphs_of(bitext.english);
    const Joined of_arabic(arabic, bitext.arabic, arabic_paragraphs);
    const Joined of_english(english, bitext.english, english_paragraphs);
    return corners_of(aligner_of(of_arabic.views(), of_english.views()).align(), arabic_paragraphs,
                      english_paragraphs);
  }

  /// Both sides have sentences. Gives how probably they are translations of each other.
  float align_sentences(Bitext& bitext, std::string_view arabic, std::string_view english) const {
    const auto of_arabic = views(arabic, bitext.arabic),
               of_english = views(english, bitext.english);
    SentenceAligner aligner = aligner_of(of_arabic, of_english);
    Constraints constraints;
    constraints.single = options.fixed;
    if (options.lock_paragraphs) constraints.corners = paragraph_corners(bitext, arabic, english);
    aligner.constrain_to(std::move(constraints));
    bitext.beads = aligner.align();
    bitext.coverage = coverage_of(aligner, bitext.beads);
    if (options.explain) {
      bitext.explanations = explain(aligner, lexicon, of_arabic, of_english, bitext.beads);
      bitext.null_pairs = null_pairs(aligner, bitext.beads);
    }
    return aligner.related();
  }

  /// The same of clauses; those that the alignment does not part are one again. What is between the others is skipped.
  float align_clauses(Bitext& bitext, std::string_view arabic, std::string_view english,
                      std::vector<Skipped>& english_skipped) const {
    Units of_arabic = Units::cut(arabic, bitext.arabic, Language::arabic);
    Units of_english = Units::cut(english, bitext.english, Language::english);
    float related = 0.0F;
    bool joined = true;
    for (int round = 0; joined && round < kClauseRounds; ++round) {
      bitext.arabic = of_arabic.units;
      bitext.english = of_english.units;
      related = align_sentences(bitext, arabic, english);
      joined = round + 1 < kClauseRounds && join_unsupported(bitext.beads, of_arabic, of_english);
    }
    add_gaps(of_arabic, bitext.skipped);
    add_gaps(of_english, english_skipped);
    return related;
  }

  /// The beads stay as they are, each with the probability that it is a pair and not something else. With one empty side it
  /// is none.
  void weigh(Bitext& bitext, std::string_view arabic, std::string_view english) const {
    const auto of_arabic = views(arabic, bitext.arabic),
               of_english = views(english, bitext.english);
    SentenceAligner aligner = aligner_of(of_arabic, of_english);
    // Two rows whose sentences stand crosswise would be one bead of two pairs otherwise, and look right.
    Constraints constraints;
    constraints.one_to_one = true;
    aligner.constrain_to(std::move(constraints));
    static_cast<void>(aligner.align());
    const NullPosteriors nulls = null_posteriors(aligner.band(), aligner.decided_on());
    for (Bead& bead : bitext.beads) {
      bead.posterior = posterior_of(bead, aligner.band(), aligner.decided_on(), nulls);
      bead.posterior = aligner.confidence(bead);
      const bool no_arabic = bitext.arabic[bead.arabic.begin].bytes.empty();
      if (no_arabic != bitext.english[bead.english.begin].bytes.empty()) bead.posterior = 0.0F;
    }
    bitext.coverage = coverage_of(aligner, bitext.beads);
    if (options.explain) {
      bitext.explanations = explain(aligner, lexicon, of_arabic, of_english, bitext.beads);
    }
  }

  void pair_nothing(Bitext& bitext) const {
    bitext.beads = all_nulls(bitext.arabic.size(), bitext.english.size());
    if (options.explain) bitext.explanations.resize(bitext.beads.size());
  }

  void align(Bitext& bitext, std::string_view arabic, std::string_view english,
             Granularity granularity, std::vector<Skipped>& english_skipped) const {
    note_missing_sides(bitext);
    if (options.by == AlignBy::paragraph) {
      join_paragraphs(arabic, bitext.arabic, bitext.skipped);
      join_paragraphs(english, bitext.english, english_skipped);
    }
    float related = 0.0F;
    if (bitext.arabic.empty() || bitext.english.empty()) {
      pair_nothing(bitext);
    } else if (granularity == Granularity::fine && options.by == AlignBy::sentence) {
      related = align_clauses(bitext, arabic, english, english_skipped);
    } else {
      related = align_sentences(bitext, arabic, english);
    }
    note_no_pairs(bitext, related);
  }

  /// Both sides have sentences.
  void align_again(Bitext& bitext, std::string_view arabic, std::string_view english,
                   const PlacedDecisions& placed) const {
    const Joined of_arabic(arabic, bitext.arabic, in_pairs(placed.right, &Bead::arabic));
    const Joined of_english(english, bitext.english, in_pairs(placed.right, &Bead::english));
    Constraints constraints = constraints_of(placed, of_arabic, of_english);
    constraints.single = options.fixed;
    if (options.lock_paragraphs) {
      constraints.corners = corners_of_units(paragraph_corners(bitext, arabic, english), of_arabic,
                                             of_english, constraints.given);
    }
    SentenceAligner aligner = aligner_of(of_arabic.views(), of_english.views());
    aligner.constrain_to(constraints);
    bitext.beads = aligner.align();
    mark_given(bitext.beads, constraints);
    bitext.coverage = coverage_of(aligner, bitext.beads);
    if (options.explain) {
      bitext.explanations =
          explain(aligner, lexicon, of_arabic.views(), of_english.views(), bitext.beads);
    }
    const auto in_sentences = [&](Bead& bead) {
      bead.arabic = of_arabic.sentences(bead.arabic);
      bead.english = of_english.sentences(bead.english);
    };
    for (Bead& bead : bitext.beads) in_sentences(bead);
    for (Explanation& explanation : bitext.explanations) {
      if (explanation.instead) in_sentences(*explanation.instead);
      if (renumber(explanation.arabic_words, of_arabic) &&
          renumber(explanation.english_words, of_english)) {
        continue;
      }
      explanation.arabic_words.clear();
      explanation.english_words.clear();
      explanation.links.clear();
    }
    bitext.null_pairs.clear();
    note_no_pairs(bitext, aligner.related());
  }

  struct Sides {
    Granularity granularity = Granularity::sentence;
    bool keep_foreign = false;  ///< a side in the other language has its sentences all the same
  };

  template <class ReadSide>
  Bitext align_files(const Document& first, const Document& second, bool* swapped, Sides sides,
                     ReadSide read) const {
    const double of_first = arabic_balance(first.text()), of_second = arabic_balance(second.text());
    const bool swap = of_first < -0.5 && of_second > 0.5;
    if (swapped != nullptr) *swapped = swap;
    const Document& arabic = swap ? second : first;
    const Document& english = swap ? first : second;
    const double of_arabic_file = swap ? of_second : of_first,
                 of_english_file = swap ? of_first : of_second;
    Bitext bitext;
    bitext.id = document_id(first.name());
    bitext.layout = "files";
    if (swap) {
      bitext.notes.push_back(first.name() + " is English and " + second.name() +
                             " is Arabic: taken the other way round");
    }
    // Of one language it has the note on the language of the one or the other file.
    if (first.text() == second.text() && !first.text().empty() && std::abs(of_first) <= 0.5) {
      bitext.notes.emplace_back("both documents are the same text");
    }
    const auto note_language = [&](const Document& document, double balance,
                                   std::string_view expected) {
      if (!swap && balance < -0.5) {
        bitext.notes.push_back(language_note(document.name(), expected));
      }
    };
    note_language(arabic, of_arabic_file, "Arabic");
    note_language(english, -of_english_file, "English");
    const auto read_side = [&](const Document& document, Language language, bool foreign) {
      return foreign && !sides.keep_foreign ? all_skipped(document.text())
                                            : read(document.text(), language);
    };
    const bool foreign_arabic = of_arabic_file < -kOtherLanguage;
    const bool foreign_english = of_english_file > kOtherLanguage;
    Reading of_arabic = read_side(arabic, Language::arabic, foreign_arabic);
    Reading of_english = read_side(english, Language::english, foreign_english);
    bitext.arabic = std::move(of_arabic.arabic);
    bitext.english = std::move(of_english.english);
    bitext.skipped = std::move(of_arabic.skipped);
    bitext.english_skipped = std::move(of_english.skipped);
    if (sides.keep_foreign && (foreign_arabic || foreign_english)) {
      pair_nothing(bitext);  // the note on the language says why
    } else {
      align(bitext, arabic.text(), english.text(), sides.granularity, bitext.english_skipped);
    }
    return bitext;
  }

  Lexicon lexicon;
  mutable KnownWordsPair known;  ///< makes reading faster and changes nothing else
  std::optional<NameModel> names;
  Segmenter segmenter;
  Parameters parameters;
  AlignOptions options;
};

Aligner::Aligner(const Model& model, const Parameters& parameters, const AlignOptions& options)
    : parts_(std::make_unique<Parts>(model, parameters, options)) {}
Aligner::~Aligner() = default;
Aligner::Aligner(Aligner&&) noexcept = default;
Aligner& Aligner::operator=(Aligner&&) noexcept = default;

Bitext Aligner::align_page(const Document& page) const {
  Reading reading = read_sentences(page.text(), read_page(page.text()), parts_->segmenter);
  Bitext bitext;
  bitext.id = document_id(page.name());
  bitext.arabic = std::move(reading.arabic);
  bitext.english = std::move(reading.english);
  bitext.skipped = std::move(reading.skipped);
  parts_->align(bitext, page.text(), page.text(), parts_->options.granularity, bitext.skipped);
  bitext.layout = layout_of(bitext, page.text());
  return bitext;
}

Bitext Aligner::align(const Document& arabic, const Document& english, bool* swapped) const {
  return parts_->align_files(arabic, english, swapped, {.granularity = parts_->options.granularity},
                             [&](std::string_view text, Language language) {
                               return read_sentences(text, read_monolingual(text, language),
                                                     parts_->segmenter);
                             });
}

Bitext Aligner::align_segmented(const Document& arabic, const Document& english,
                                bool* swapped) const {
  return parts_->align_files(arabic, english, swapped, {},
                             [](std::string_view text, Language language) {
                               return read_segmented(read_monolingual(text, language, false));
                             });
}

Bitext Aligner::align_sentences(const Document& arabic,
                                const std::vector<ByteRange>& arabic_sentences,
                                const Document& english,
                                const std::vector<ByteRange>& english_sentences,
                                bool* swapped) const {
  return parts_->align_files(arabic, english, swapped, {.keep_foreign = true},
                             [&](std::string_view text, Language language) {
                               // The documents may be taken the other way round.
                               const bool first = text.data() == arabic.text().data();
                               return read_cut(text, language,
                                               first ? arabic_sentences : english_sentences);
                             });
}

Bitext Aligner::weigh_pairs(const Document& arabic, const std::vector<ByteRange>& arabic_sentences,
                            const Document& english,
                            const std::vector<ByteRange>& english_sentences) const {
  Reading of_arabic = read_cut(arabic.text(), Language::arabic, arabic_sentences);
  Reading of_english = read_cut(english.text(), Language::english, english_sentences);
  Bitext bitext;
  bitext.id = document_id(arabic.name());
  bitext.layout = "files";
  bitext.arabic = std::move(of_arabic.arabic);
  bitext.english = std::move(of_english.english);
  bitext.skipped = std::move(of_arabic.skipped);
  bitext.english_skipped = std::move(of_english.skipped);
  for (std::uint32_t k = 0; k < bitext.arabic.size(); ++k) {
    bitext.beads.push_back({{k, k + 1}, {k, k + 1}, 0.0F});
  }
  if (!bitext.beads.empty()) parts_->weigh(bitext, arabic.text(), english.text());
  return bitext;
}

Bitext Aligner::apply(const std::vector<Decision>& decisions, Bitext bitext,
                      std::string_view arabic, std::string_view english) const {
  const PlacedDecisions placed = place(decisions, sentence_keys(arabic, bitext.arabic),
                                       sentence_keys(english, bitext.english));
  for (const LostDecision& lost : placed.lost)
    bitext.notes.push_back(lost_note(lost, decisions[lost.number]));
  const bool decided = !placed.right.empty() || !placed.wrong.empty();
  if (decided && !bitext.arabic.empty() && !bitext.english.empty())
    parts_->align_again(bitext, arabic, english, placed);
  return bitext;
}

}  // namespace muwazi
