#include "format/edits.h"

#include <fmt/format.h>

#include <algorithm>

#include "format/columns.h"
#include "format/fields.h"

namespace muwazi {
namespace {

std::string without_returns(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), '\r'), text.end());
  return text;
}

bool same_edit(const SegmentPair& one, const SegmentPair& other) {
  return one.arabic.text == other.arabic.text && one.english.text == other.english.text &&
         one.judgement == other.judgement && one.note == other.note;
}

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// What of a text is shown in a line of a list: from a little before `change`, where it differs from the other one.
std::string clipped(const std::string& text, std::size_t change) {
  constexpr std::size_t kMost = 60, kBefore = 20;
  std::size_t begin = change > kBefore && text.size() > kMost ? change - kBefore : 0;
  while (begin > 0 && continues(text[begin])) --begin;
  std::size_t end = std::min(begin + kMost, text.size());
  while (end < text.size() && continues(text[end])) --end;
  return (begin > 0 ? "…" : "") + text.substr(begin, end - begin) + (end < text.size() ? "…" : "");
}

class Changes {
 public:
  explicit Changes(const std::string& id) : id_(id) {}

  bool text(std::string_view what, std::string& now, const std::string& wanted) {
    if (without_returns(now) == without_returns(wanted)) return false;
    const auto change = static_cast<std::size_t>(
        std::mismatch(now.begin(), now.end(), wanted.begin(), wanted.end()).first - now.begin());
    lines_.push_back(fmt::format("{}: {}: \"{}\" -> \"{}\"", id_, what, clipped(now, change),
                                 clipped(wanted, change)));
    now = wanted;
    return true;
  }
  void side(std::string_view what, SegmentSide& now, const SegmentSide& wanted) {
    if (text(what, now.text, wanted.text)) now.parts.clear();  // they were those of the old text
  }
  void judgement(Judgement& now, Judgement wanted) {
    if (now == wanted) return;
    const std::string_view name = judgement_name(wanted);
    lines_.push_back(fmt::format("{}: {}", id_, name.empty() ? "no longer marked" : name));
    now = wanted;
  }
  [[nodiscard]] std::vector<std::string> lines() && { return std::move(lines_); }

 private:
  const std::string& id_;
  std::vector<std::string> lines_;
};

}  // namespace

Result<PairEdits> PairEdits::read(PairReader& edited, const std::string& file) {
  PairEdits out;
  SegmentPair pair;
  while (edited.next(pair)) {
    if (pair.id.empty()) {
      return Fault{FaultKind::malformed_pair,
                   file,
                   pair.line,
                   {},
                   "a row without an id",
                   "edits are brought back by ids: give the file that 'muwazi convert' made"};
    }
    if (!pair.key.empty() && pair.key == pair_key(pair)) continue;
    const auto [at, is_new] = out.rows_.try_emplace(pair.id, Row{pair});
    if (!is_new && !same_edit(at->second.pair, pair)) {
      return Fault{FaultKind::malformed_pair,
                   file,
                   pair.line,
                   {},
                   fmt::format("another edit of the pair {}", pair.id),
                   "leave one row of each id"};
    }
  }
  if (edited.fault()) return *edited.fault();
  return out;
}

std::vector<std::string> PairEdits::apply(SegmentPair& pair) {
  const auto found = rows_.find(pair.id);
  if (found == rows_.end()) return {};
  const SegmentPair& wanted = found->second.pair;
  found->second.met = true;
  if (!wanted.key.empty() && wanted.key != pair_key(pair)) {
    ++refused_;
    return {fmt::format("{}: not applied: the pair is another one than when the sheet was made",
                        pair.id)};
  }
  Changes changes(pair.id);
  changes.side("Arabic", pair.arabic, wanted.arabic);
  changes.side("English", pair.english, wanted.english);
  changes.judgement(pair.judgement, wanted.judgement);
  changes.text("note", pair.note, wanted.note);
  std::vector<std::string> lines = std::move(changes).lines();
  changed_ += lines.empty() ? 0 : 1;
  return lines;
}

std::vector<std::string> PairEdits::left_over() const {
  std::vector<std::string> lines;
  for (const auto& [id, row] : rows_) {
    if (!row.met) lines.push_back(fmt::format("{}: not applied: there is no such pair", id));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

}  // namespace muwazi
