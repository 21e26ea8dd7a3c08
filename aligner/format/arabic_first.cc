// Which side of a file is Arabic, where its format does not say: what the letters of its first pairs say. A thousand are
// enough to see past a name or a quotation in the other language, and few enough to be held.
#include <cstddef>
#include <utility>
#include <vector>

#include "format/streams.h"
#include "muwazi/text/utf8.h"

namespace muwazi {
namespace {

constexpr std::size_t kMostPairs = 1000;
constexpr std::size_t kEnoughBytes = std::size_t{1} << 20U;

/// Arabic letters less Latin ones.
std::ptrdiff_t arabic_balance(std::string_view text) {
  std::ptrdiff_t balance = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    balance += is_arabic_letter(c) ? 1 : is_latin_letter(c) ? -1 : 0;
  }
  return balance;
}

class ArabicFirst : public PairReader {
 public:
  explicit ArabicFirst(ReaderPointer reader) : reader_(std::move(reader)) {}

  bool next(SegmentPair& pair) override {
    if (!looked_) look();
    if (given_ < held_.size()) {
      pair = std::move(held_[given_++]);
      if (given_ == held_.size()) held_ = {};
      if (held_.empty()) given_ = 0;
    } else if (!reader_->next(pair)) {
      return false;
    }
    if (swapped_) std::swap(pair.arabic, pair.english);
    return true;
  }
  [[nodiscard]] const std::optional<Fault>& fault() const override { return reader_->fault(); }
  [[nodiscard]] std::uint64_t failed_documents() const override {
    return reader_->failed_documents();
  }
  [[nodiscard]] std::uint64_t foreign_units() const override { return reader_->foreign_units(); }
  [[nodiscard]] std::vector<std::string> further_files() const override {
    return reader_->further_files();
  }

 private:
  void look() {
    looked_ = true;
    std::ptrdiff_t balance = 0;
    std::size_t bytes = 0;
    SegmentPair pair;
    while (held_.size() < kMostPairs && bytes < kEnoughBytes && reader_->next(pair)) {
      balance += arabic_balance(pair.arabic.text) - arabic_balance(pair.english.text);
      bytes += pair.arabic.text.size() + pair.english.text.size();
      held_.push_back(std::move(pair));
      pair = {};
    }
    swapped_ = balance < 0;
  }

  ReaderPointer reader_;
  std::vector<SegmentPair> held_;
  std::size_t given_ = 0;
  bool looked_ = false, swapped_ = false;
};

}  // namespace

ReaderPointer arabic_first(ReaderPointer reader) {
  return std::make_unique<ArabicFirst>(std::move(reader));
}

}  // namespace muwazi
