#include "bitext/clause_units.h"

#include <algorithm>

#include "segment/clauses.h"

namespace muwazi {
namespace {

UnitEnd end_of(segment::ClauseMark mark) {
  return mark == segment::ClauseMark::comma ? UnitEnd::comma : UnitEnd::semicolon;
}

void add(Units& units, const Sentence& sentence, ByteRange bytes, UnitEnd end) {
  units.units.push_back(sentence);
  units.units.back().bytes = bytes;
  units.ends.push_back(end);
}

/// Whether a cut may stand against the other side's end.
bool match(UnitEnd x, UnitEnd y) { return x != UnitEnd::comma || y != UnitEnd::comma; }

/// One flag a unit: its end is that of a sentence or supported.
struct Kept {
  std::vector<bool> arabic, english;
};

Kept kept(const std::vector<Bead>& beads, const Units& arabic, const Units& english) {
  Kept out;
  for (const UnitEnd end : arabic.ends) out.arabic.push_back(end == UnitEnd::sentence);
  for (const UnitEnd end : english.ends) out.english.push_back(end == UnitEnd::sentence);
  for (std::size_t k = 0; k + 1 < beads.size(); ++k) {
    const Bead &bead = beads[k], &next = beads[k + 1];
    if (bead.null() || next.null()) continue;
    if (std::min(bead.posterior, next.posterior) < kLeastForCut) continue;
    const std::uint32_t a = bead.arabic.end - 1, e = bead.english.end - 1;
    if (!match(arabic.ends[a], english.ends[e])) continue;
    out.arabic[a] = out.english[e] = true;
  }
  return out;
}

bool join(const std::vector<bool>& keep, Units& side) {
  Units joined;
  bool open = false;
  for (std::size_t k = 0; k < side.units.size(); ++k) {
    if (open) {
      joined.units.back().bytes.end = side.units[k].bytes.end;
      joined.ends.back() = side.ends[k];
    } else {
      joined.units.push_back(side.units[k]);
      joined.ends.push_back(side.ends[k]);
    }
    open = !keep[k];
  }
  const bool any = joined.units.size() != side.units.size();
  side = std::move(joined);
  return any;
}

}  // namespace

Units Units::cut(std::string_view text, const std::vector<Sentence>& sentences, Language language) {
  Units out;
  for (const Sentence& sentence : sentences) {
    std::size_t begin = sentence.bytes.begin;
    if (sentence.role == Role::body) {
      for (const auto& cut : segment::clause_cuts(slice(text, sentence.bytes), language)) {
        add(out, sentence, {begin, sentence.bytes.begin + cut.end}, end_of(cut.mark));
        begin = sentence.bytes.begin + cut.next;
      }
    }
    add(out, sentence, {begin, sentence.bytes.end}, UnitEnd::sentence);
  }
  return out;
}

bool Units::whole() const {
  return std::all_of(ends.begin(), ends.end(), [](UnitEnd x) { return x == UnitEnd::sentence; });
}

std::vector<Skipped> Units::gaps() const {
  std::vector<Skipped> out;
  for (std::size_t k = 0; k + 1 < units.size(); ++k) {
    if (ends[k] == UnitEnd::sentence) continue;
    out.push_back({{units[k].bytes.end, units[k + 1].bytes.begin}, SkipReason::whitespace});
  }
  return out;
}

bool join_unsupported(const std::vector<Bead>& beads, Units& arabic, Units& english) {
  const Kept keep = kept(beads, arabic, english);
  const bool of_arabic = join(keep.arabic, arabic), of_english = join(keep.english, english);
  return of_arabic || of_english;
}

}  // namespace muwazi
