// English marks names by capitals, Arabic does not, and much that has a capital is translated word by word. So a word is
// taken for a name only where the document pairs it by its letters somewhere, or where nothing else is known of it; and
// it is told of only where a bead has such a word left over on both sides: one name in the place of another.
#include "check/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

#include "check/name_words.h"
#include "muwazi/text/utf8.h"

namespace muwazi::check {
namespace {

constexpr double kMaybeSame = -1.0;  // and from which they may be the same one
constexpr float kChanged = 0.9F, kUnsure = 0.6F;
constexpr std::size_t kMostNames = 2000;  // of a document that a word is compared with

class Finder {
 public:
  Finder(const BitextView& view, const NameModel& names) : view_(view), reader_(view, names) {
    for (std::uint32_t k = 0; k < view.beads().size(); ++k) beads_.push_back(reader_.read(k));
    for (const BeadNames& bead : beads_) {
      for (const NameWord& word : bead.english) {
        if (word.matched && names_.size() < kMostNames) names_.insert(word.form);
      }
    }
  }

  [[nodiscard]] std::vector<Finding> run() {
    for (std::uint32_t k = 0; k < beads_.size(); ++k) look(k);
    return std::move(out_);
  }

 private:
  /// A name that neither translates nor sounds like any Arabic word of the bead and of its neighbours.
  bool alone(std::uint32_t bead, const NameWord& english) {
    if (english.covered || english.matched || english.first) return false;
    if (english.known && !names_.contains(english.form)) return false;
    const std::uint32_t from = bead > 0 ? bead - 1 : 0;
    const auto end = std::min<std::size_t>(bead + 2, beads_.size());
    for (std::uint32_t near = from; near < end; ++near) {
      for (const NameWord& arabic : beads_[near].arabic) {
        if (near != bead && arabic.matched) continue;  // it has its counterpart there
        const double least = near == bead ? kMaybeSame : NameReader::kSurelySame;
        if (reader_.evidence(arabic.form, english.form) > least) return false;
      }
    }
    return true;
  }

  bool left_over(const NameWord& arabic) {
    if (arabic.covered || arabic.matched || code_points(arabic.form) < NameReader::kLeastLetters)
      return false;
    return !arabic.known || std::any_of(names_.begin(), names_.end(), [&](const std::string& name) {
      return reader_.evidence(arabic.form, name) >= NameReader::kSurelySame;
    });
  }

  void look(std::uint32_t bead) {
    std::vector<const NameWord*> english;
    for (const NameWord& word : beads_[bead].english) {
      if (alone(bead, word)) english.push_back(&word);
    }
    if (english.empty()) return;
    const auto arabic = std::find_if(beads_[bead].arabic.begin(), beads_[bead].arabic.end(),
                                     [&](const NameWord& word) { return left_over(word); });
    if (arabic == beads_[bead].arabic.end()) return;
    std::size_t end = 1;  // of a name of several words
    while (end < english.size() && english[end]->bytes.begin <= english[end - 1]->bytes.end + 1) {
      ++end;
    }
    const bool sure = names_.contains(english[0]->form);
    add(bead, {english[0]->bytes.begin, english[end - 1]->bytes.end}, arabic->bytes, sure);
  }

  void add(std::uint32_t bead, ByteRange english, ByteRange arabic, bool sure) {
    Finding finding;
    finding.rule = Rule::name;
    finding.bead = bead;
    finding.severity = sure ? Severity::error : Severity::warning;
    finding.probability = sure ? kChanged : kUnsure;
    finding.arabic = {arabic};
    finding.english = {english};
    finding.message =
        fmt::format("the Arabic has {}, the English {}", quoted(slice(view_.arabic.text, arabic)),
                    quoted(slice(view_.english.text, english)));
    out_.push_back(std::move(finding));
  }

  const BitextView& view_;
  NameReader reader_;
  std::vector<BeadNames> beads_;
  std::set<std::string> names_;  ///< English ones that the document pairs by their letters
  std::vector<Finding> out_;
};

}  // namespace

std::vector<Finding> name_findings(const BitextView& view, const NameModel* names) {
  return names == nullptr ? std::vector<Finding>{} : Finder(view, *names).run();
}

}  // namespace muwazi::check
