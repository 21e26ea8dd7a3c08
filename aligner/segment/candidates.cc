#include "segment/candidates.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <string>

#include "muwazi/text/fault.h"

namespace muwazi::segment {
namespace {

// A piece is at least this long, then goes to the end of its line, but never past ICU's limit.
constexpr std::size_t kPiece = std::size_t{1} << 20;
constexpr std::size_t kLongestPiece = std::size_t{1} << 30;

}  // namespace

struct Candidates::Icu {
  std::unique_ptr<icu::BreakIterator> breaks;
  UText text = UTEXT_INITIALIZER;
  ~Icu() { utext_close(&text); }
};

Candidates::Candidates() : icu_(std::make_unique<Icu>()) {
  UErrorCode status = U_ZERO_ERROR;
  icu_->breaks.reset(icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) {
    throw EnvironmentError(std::string("ICU has no sentence breaks: ") + u_errorName(status),
                           "install ICU's data");
  }
}

Candidates::~Candidates() = default;

void Candidates::reset(std::string_view text) {
  text_ = text;
  piece_begin_ = piece_end_ = break_ = 0;
  if (!text_.empty()) open_piece();
}

void Candidates::open_piece() {
  piece_begin_ = piece_end_;
  piece_end_ = text_.size();
  if (piece_end_ - piece_begin_ > kPiece) {
    const std::size_t line_end = text_.find('\n', piece_begin_ + kPiece);
    if (line_end != std::string_view::npos) piece_end_ = line_end + 1;
  }
  if (piece_end_ - piece_begin_ > kLongestPiece) {
    piece_end_ = piece_begin_ + kLongestPiece;
    const auto inside = [&] {
      return (static_cast<unsigned char>(text_[piece_end_]) & 0xC0u) == 0x80;
    };
    for (int i = 0; i < 3 && inside(); ++i) --piece_end_;
  }
  UErrorCode status = U_ZERO_ERROR;
  utext_openUTF8(&icu_->text, text_.data() + piece_begin_,
                 static_cast<std::int64_t>(piece_end_ - piece_begin_), &status);
  icu_->breaks->setText(&icu_->text, status);
  if (U_FAILURE(status)) {
    throw EnvironmentError(std::string("ICU cannot read a text: ") + u_errorName(status),
                           "give it more memory");
  }
  icu_->breaks->first();
}

void Candidates::advance() {
  const std::int32_t next = icu_->breaks->next();
  if (next != icu::BreakIterator::DONE) {
    break_ = piece_begin_ + static_cast<std::size_t>(next);
    return;
  }
  break_ = piece_end_;
  if (piece_end_ < text_.size()) open_piece();
}

std::size_t Candidates::at_or_after(std::size_t position) {
  while (break_ < position && break_ < text_.size()) advance();
  return break_;
}

}  // namespace muwazi::segment
