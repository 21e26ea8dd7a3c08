// One that a pair has on one side only says little: a text may go on with "the Organization", or with its capital. Where both
// sides have one that the other lacks, one was changed.
#include "check/organisation_swaps.h"

#include <algorithm>
#include <iterator>

#include "check/organisations.h"

namespace muwazi::check {
namespace {

// One that each side lacks, and several.
constexpr double kProbability = 0.9, kUnclearProbability = 0.6;

using Places = std::vector<Organisations::Place>;

bool has(const ByteRange& outer, const ByteRange& inner) {
  return outer.begin <= inner.begin && inner.end <= outer.end && outer.size() > inner.size();
}

/// With places in the document; none within a longer one.
Places read(const SideOf& side, SentenceSpan span) {
  Places out;
  for (std::uint32_t k = span.begin; k < span.end; ++k) {
    const std::size_t offset = side.sentences[k].bytes.begin;
    for (Organisations::Place place : Organisations::get().find(side.sentence(k), side.language)) {
      place.bytes = {offset + place.bytes.begin, offset + place.bytes.end};
      out.push_back(place);
    }
  }
  const Places all = out;
  std::erase_if(out, [&](const Organisations::Place& place) {
    return std::any_of(all.begin(), all.end(),
                       [&](const auto& outer) { return has(outer.bytes, place.bytes); });
  });
  return out;
}

/// Those of which the other side has neither the name nor that of one that they belong to.
Places missing(const Places& own, const Places& other) {
  Places out;
  std::copy_if(own.begin(), own.end(), std::back_inserter(out), [&](const auto& place) {
    return !place.unclear && std::none_of(other.begin(), other.end(), [&](const auto& there) {
      return there.organisation == place.organisation ||
             Organisations::get().related(there.organisation, place.organisation);
    });
  });
  return out;
}

/// The sentence before a span and the one behind it.
Places beside(const SideOf& side, SentenceSpan span) {
  const auto count = static_cast<std::uint32_t>(side.sentences.size());
  Places out = read(side, {span.begin > 0 ? span.begin - 1 : 0, span.begin});
  const Places behind = read(side, {span.end, std::min(span.end + 1, count)});
  out.insert(out.end(), behind.begin(), behind.end());
  return out;
}

/// The other side's, with those that moved there into a sentence beside it: the own side has them in none.
Places there(const SideOf& own, SentenceSpan own_span, const SideOf& other, SentenceSpan span,
             const Places& here) {
  Places out = here;
  const Places moved = missing(beside(other, span), beside(own, own_span));
  out.insert(out.end(), moved.begin(), moved.end());
  return out;
}

/// Of those that the other side has, too.
void add_shared(const Places& own, const Places& other, std::vector<ByteRange>& to) {
  for (const Organisations::Place& place : own) {
    const bool there = std::any_of(other.begin(), other.end(), [&](const auto& one) {
      return one.organisation == place.organisation;
    });
    if (there) to.push_back(place.bytes);
  }
}

}  // namespace

void add_shared_organisations(const BitextView& view, std::vector<SharedPlaces>& to) {
  for (std::uint32_t k = 0; k < view.beads().size(); ++k) {
    const Places english = read(view.english, view.beads()[k].english);
    if (english.empty()) continue;
    const Places arabic = read(view.arabic, view.beads()[k].arabic);
    add_shared(arabic, english, to[k].arabic);
    add_shared(english, arabic, to[k].english);
  }
}

std::vector<ChangedName> organisation_swaps(const BitextView& view) {
  std::vector<ChangedName> out;
  for (std::uint32_t k = 0; k < view.beads().size(); ++k) {
    const Bead& bead = view.beads()[k];
    if (bead.null()) continue;
    const Places in_english = read(view.english, bead.english);
    if (in_english.empty()) continue;
    const Places in_arabic = read(view.arabic, bead.arabic);
    if (missing(in_arabic, in_english).empty() || missing(in_english, in_arabic).empty()) continue;
    const Places arabic =
        missing(in_arabic, there(view.arabic, bead.arabic, view.english, bead.english, in_english));
    const Places english =
        missing(in_english, there(view.english, bead.english, view.arabic, bead.arabic, in_arabic));
    const bool alone = arabic.size() == 1 && english.size() == 1;
    for (std::size_t j = 0; j < std::min(arabic.size(), english.size()); ++j)
      out.push_back(
          {k, arabic[j].bytes, english[j].bytes, alone ? kProbability : kUnclearProbability});
  }
  return out;
}

}  // namespace muwazi::check
