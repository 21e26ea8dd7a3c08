#include "format/bitext_pairs.h"

#include <fmt/format.h>

#include <cmath>

#include "format/cells.h"
#include "format/fields.h"
#include "muwazi/format/pairs.h"
#include "muwazi/text/utf8.h"

namespace muwazi {
namespace {

/// A file's name may be any bytes; U+FFFD stands for those that are no UTF-8.
std::string valid_utf8(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) append(out, next(text, at));
  return out;
}

void fill(SegmentSide& side, std::string_view text, const std::vector<Sentence>& sentences,
          SentenceSpan span) {
  for (std::uint32_t i = span.begin; i < span.end; ++i) {
    append_sentence(side, slice(text, sentences[i].bytes), sentences[i].bytes, i);
  }
}

}  // namespace

void append_sentence(SegmentSide& side, std::string_view sentence, ByteRange bytes,
                     std::uint32_t number) {
  const std::size_t before = side.text.size();
  if (!side.sentences.empty()) {
    if (side.parts.empty()) side.parts.push_back({0, before});
    side.text += ' ';
  }
  const std::size_t begin = side.text.size();
  side.text += one_line(sentence);
  if (!side.sentences.empty()) side.parts.push_back({begin, side.text.size()});
  side.sentences.push_back(number);
  side.bytes = side.bytes ? ByteRange{side.bytes->begin, bytes.end} : bytes;
}

bool parts_fit(const SegmentSide& side) {
  if (side.parts.empty()) return true;
  std::size_t at = 0;  // where the next part begins
  for (const ByteRange& part : side.parts) {
    const bool space = at == 0 || (at <= side.text.size() && side.text[at - 1] == ' ');
    if (part.begin != at || part.end < at || part.end > side.text.size() || !space) return false;
    at = part.end + 1;
  }
  return at == side.text.size() + 1;
}

std::string bead_id(std::string_view document, std::size_t bead) {
  return fmt::format("{}#{}", document, bead + 1);
}

std::optional<Fault> write_pairs(const Bitext& bitext, const Texts& texts,
                                 const WriteOptions& options, PairWriter& writer) {
  const std::string id = valid_utf8(bitext.id);
  const std::string arabic_source = valid_utf8(texts.arabic_name),
                    english_source = valid_utf8(texts.english_name);
  for (std::size_t k = 0; k < bitext.beads.size(); ++k) {
    const Bead& bead = bitext.beads[k];
    SegmentPair pair;
    pair.id = bead_id(id, k);
    pair.document = id;
    pair.arabic.source = arabic_source;
    pair.english.source = english_source;
    fill(pair.arabic, texts.arabic, bitext.arabic, bead.arabic);
    fill(pair.english, texts.english, bitext.english, bead.english);
    pair.score = score_of(digits(bead.posterior));  // as it is printed everywhere
    pair.marked = marked(bead, options);
    if (auto fault = writer.write(pair)) return fault;
  }
  return std::nullopt;
}

}  // namespace muwazi
