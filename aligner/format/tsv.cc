// Tab-separated columns with a header line. The first five are Bitextor's, by which its filters and
// those of others find the texts; Arabic is the source. No quoting: no cell can hold a tab or a line end.
#include <fmt/format.h>

#include <iterator>

#include "format/cells.h"

namespace muwazi {
namespace {

constexpr std::string_view kHeader =
    "src_url\ttrg_url\tsrc_text\ttrg_text\taligner_score\tsrc_start\tsrc_end\ttrg_start\ttrg_end\t"
    "document\tmarked\n";

/// From the first byte of the first sentence to the last of the last; two empty cells for no sentence.
void append_offsets(std::string& out, const std::vector<Sentence>& sentences, SentenceSpan span) {
  if (span.empty()) {
    out += "\t\t";
    return;
  }
  fmt::format_to(std::back_inserter(out), "\t{}\t{}", sentences[span.begin].bytes.begin,
                 sentences[span.end - 1].bytes.end);
}

/// A name as a cell: whatever would end the cell is a space.
std::string cell(std::string_view name) {
  std::string out(name);
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  }
  return out;
}

}  // namespace

std::string write_tsv(const Bitext& bitext, const Texts& texts, const WriteOptions& options) {
  const std::string urls = cell(texts.arabic_name) + '\t' + cell(texts.english_name) + '\t';
  const std::string id = cell(bitext.id);
  std::string out(kHeader);
  for (const Bead& bead : bitext.beads) {
    out += urls;
    out += one_line(texts.arabic, bitext.arabic, bead.arabic);
    out += '\t';
    out += one_line(texts.english, bitext.english, bead.english);
    out += '\t';
    out += digits(bead.posterior);
    append_offsets(out, bitext.arabic, bead.arabic);
    append_offsets(out, bitext.english, bead.english);
    fmt::format_to(std::back_inserter(out), "\t{}\t{}\n", id, marked(bead, options) ? 1 : 0);
  }
  return out;
}

}  // namespace muwazi
