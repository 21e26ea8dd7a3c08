// Pairs side by side for a terminal, wrapped to its width:
//
//     0.98 1-1  The committee met on Monday.                     اجتمعت اللجنة يوم الاثنين.
//   ? 0.41 1-2  It passed the budget. Nobody                        وأقرت الميزانية بلا أي
//               objected.                                                         اعتراض.
//     0.93 0-1  A second meeting will follow.                                           —
//   mark, confidence, shape (Arabic-English), English, Arabic
//
// No letter is reordered, and no bidi control is printed: terminals without bidi show controls as boxes.
// What makes the line right in terminals with bidi is its order. They take lines as left-to-right (VTE,
// Konsole) or after the first letter; either way the columns before the Arabic cell hold no Arabic, so
// nothing moves but the letters inside the last cell, which is flush right both ways. A full stop after
// the last Arabic word stands to its right there; that is the price of printing no controls.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "format/cells.h"
#include "format/explained.h"
#include "format/wrap.h"
#include "muwazi/text/utf8.h"

namespace muwazi {
namespace {

constexpr std::size_t kPrefix = 12;  // "? 0.98 1-1  "
constexpr std::size_t kGap = 2;      // between the two texts
constexpr std::size_t kLeastCell = 12;
constexpr std::string_view kNothing = "—";

struct Columns {
  std::size_t english = 0, arabic = 0;
};

Columns columns(std::uint32_t terminal) {
  const std::size_t least = kPrefix + kGap + 2 * kLeastCell;
  const std::size_t both = std::max<std::size_t>(terminal, least) - kPrefix - kGap;
  return {both / 2, both - both / 2};
}

/// Green, yellow, red by confidence.
std::string_view colour(const Bead& bead, bool is_marked) {
  if (is_marked || bead.posterior < 0.5F) return "\x1B[31m";
  return bead.posterior < 0.9F ? "\x1B[33m" : "\x1B[32m";
}

std::string prefix(const Bead& bead, const WriteOptions& options) {
  const bool is_marked = marked(bead, options);
  std::string out = fmt::format("{} {:.2f} {}-{}", is_marked ? '?' : ' ', bead.posterior,
                                bead.arabic.size(), bead.english.size());
  out.resize(std::max(out.size(), kPrefix), ' ');
  if (!options.colour) return out;
  return fmt::format("{}{}\x1B[0m", colour(bead, is_marked), out);
}

std::vector<std::string> cell(std::string_view text, const std::vector<Sentence>& sentences,
                              SentenceSpan span, std::size_t size) {
  if (span.empty()) return {std::string(kNothing)};
  return wrap(printable(one_line(text, sentences, span)), size);
}

void append_rows(std::string& out, const std::string& first,
                 const std::vector<std::string>& english, const std::vector<std::string>& arabic,
                 Columns size) {
  for (std::size_t row = 0; row < std::max<std::size_t>({english.size(), arabic.size(), 1});
       ++row) {
    out += row == 0 ? first : std::string(kPrefix, ' ');
    std::size_t used = 0;
    if (row < english.size()) {
      out += english[row];
      used = display_width(english[row]);
    }
    if (row < arabic.size()) {
      out.append(size.english + kGap + size.arabic - used - display_width(arabic[row]), ' ');
      out += arabic[row];
    }
    out.erase(out.find_last_not_of(' ') + 1);
    out += '\n';
  }
}

/// The bead that comes next in probability, then what the score of the chosen one is made of.
void append_explanation(std::string& out, const Bitext& bitext, const Texts& texts,
                        const Explanation& why, Columns size) {
  constexpr float kShown = 0.005F;  // less would be printed as 0.00
  if (why.instead && why.instead->posterior >= kShown) {
    const Bead& other = *why.instead;
    std::string first =
        fmt::format("or {:.2f} {}-{}", other.posterior, other.arabic.size(), other.english.size());
    first.resize(std::max(first.size(), kPrefix), ' ');
    append_rows(out, first, cell(texts.english, bitext.english, other.english, size.english),
                cell(texts.arabic, bitext.arabic, other.arabic, size.arabic), size);
  }
  out += explained(why, kPrefix, kPrefix + size.english + kGap + size.arabic);
  out += '\n';
}

std::string counted(std::size_t count, std::string_view one) {
  return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

/// Omissions are sentences of the Arabic that the English lacks, additions those that only it has.
std::string summary(const Bitext& bitext, const WriteOptions& options) {
  std::size_t pairs = 0, omissions = 0, additions = 0, doubtful = 0;
  for (const Bead& bead : bitext.beads) {
    if (!bead.null()) ++pairs;
    omissions += bead.english.empty() ? bead.arabic.size() : 0;
    additions += bead.arabic.empty() ? bead.english.size() : 0;
    if (marked(bead, options)) ++doubtful;
  }
  std::string out =
      fmt::format("{}, {}, {}; coverage ar {:.1f} %, en {:.1f} %", counted(pairs, "pair"),
                  counted(omissions, "omission"), counted(additions, "addition"),
                  100 * bitext.coverage.arabic, 100 * bitext.coverage.english);
  if (doubtful > 0) out += fmt::format("; {} below {}", doubtful, digits(options.min_confidence));
  return out + '\n';
}

}  // namespace

std::string write_text(const Bitext& bitext, const Texts& texts, const WriteOptions& options) {
  const Columns size = columns(options.width);
  std::string out;
  for (std::size_t k = 0; k < bitext.beads.size(); ++k) {
    const Bead& bead = bitext.beads[k];
    append_rows(out, prefix(bead, options),
                cell(texts.english, bitext.english, bead.english, size.english),
                cell(texts.arabic, bitext.arabic, bead.arabic, size.arabic), size);
    if (!bitext.explanations.empty()) {
      append_explanation(out, bitext, texts, bitext.explanations[k], size);
    }
  }
  if (!bitext.beads.empty() && bitext.explanations.empty()) out += '\n';
  return out + summary(bitext, options);
}

}  // namespace muwazi
