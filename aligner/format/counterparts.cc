#include "format/counterparts.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "muwazi/anchor/values.h"
#include "muwazi/text/language.h"
#include "muwazi/text/word.h"

namespace muwazi {
namespace {

struct Found {
  Spot spot;
  std::string form;  ///< what is compared: the key of a value, a word as it stands
  bool taken = false;
};

bool overlap(const Spot& x, const Spot& y) {
  return x.sentence == y.sentence && overlap(x.bytes, y.bytes);
}

using Words = std::unordered_set<std::string_view>;

/// Words that have a capital inside a sentence.
Words names_inside(std::string_view text, const std::vector<Sentence>& sentences) {
  Words names;
  for (const Sentence& sentence : sentences) {
    const std::string_view bytes = slice(text, sentence.bytes);
    bool first = true;
    for (const Word& word : words(bytes)) {
      if (word.capitalised && !first) names.insert(slice(bytes, word.bytes));
      first = false;
    }
  }
  return names;
}

/// One side of a bead.
class SideOfBead {
 public:
  /// Of its words Arabic ones and `names` are looked for.
  SideOfBead(std::string_view text, const std::vector<Sentence>& sentences, SentenceSpan span,
             Language language, const Words& names) {
    for (std::uint32_t k = span.begin; k < span.end; ++k) {
      const std::string_view sentence = slice(text, sentences[k].bytes);
      for (const Value& value : muwazi::values(sentence, language))
        values_.push_back({{k, value.bytes}, value.key});
      for (const Word& word : words(sentence)) {
        const std::string_view written = slice(sentence, word.bytes);
        if (word.kind == WordKind::arabic || names.contains(written))
          words_.push_back({{k, word.bytes}, std::string(written)});
      }
    }
  }

  [[nodiscard]] std::vector<Found>& values() { return values_; }

  /// The word as it stands where it is in no pair yet; null where there is none.
  [[nodiscard]] Found* word(std::string_view form) {
    const auto free = [&](const Found& word) {
      return !word.taken && word.form == form &&
             std::none_of(values_.begin(), values_.end(), [&](const Found& value) {
               return value.taken && overlap(value.spot, word.spot);
             });
    };
    const auto found = std::find_if(words_.begin(), words_.end(), free);
    return found == words_.end() ? nullptr : &*found;
  }

 private:
  std::vector<Found> values_, words_;
};

void pair_up(Found& arabic, Found& english, std::vector<Counterparts>& out) {
  arabic.taken = english.taken = true;
  out.push_back({arabic.spot, english.spot});
}

}  // namespace

std::vector<Counterparts> counterparts(const Bitext& bitext, const Texts& texts) {
  std::vector<Counterparts> out;
  const Words names =
      bitext.explanations.empty() ? Words() : names_inside(texts.english, bitext.english);
  for (std::size_t k = 0; k < bitext.beads.size(); ++k) {
    const Bead& bead = bitext.beads[k];
    if (bead.null()) continue;
    SideOfBead arabic(texts.arabic, bitext.arabic, bead.arabic, Language::arabic, names);
    SideOfBead english(texts.english, bitext.english, bead.english, Language::english, names);
    const auto before = static_cast<std::ptrdiff_t>(out.size());
    for (Found& value : english.values()) {
      const auto same = std::find_if(
          arabic.values().begin(), arabic.values().end(),
          [&](const Found& other) { return !other.taken && other.form == value.form; });
      if (same != arabic.values().end()) pair_up(*same, value, out);
    }
    if (!bitext.explanations.empty()) {
      for (const WordPair& pair : bitext.explanations[k].names) {
        Found* const of_arabic = arabic.word(pair.arabic);
        Found* const of_english = english.word(pair.english);
        if (of_arabic != nullptr && of_english != nullptr) pair_up(*of_arabic, *of_english, out);
      }
    }
    std::sort(out.begin() + before, out.end(), [](const Counterparts& x, const Counterparts& y) {
      return std::pair(x.english.sentence, x.english.bytes.begin) <
             std::pair(y.english.sentence, y.english.bytes.begin);
    });
  }
  return out;
}

}  // namespace muwazi
