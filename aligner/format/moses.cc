// Two files, in which line k of the one is the translation of line k of the other: what Moses, sacreBLEU and most
// training programs read.
#include <utility>

#include "format/cells.h"
#include "format/streams.h"
#include "text/byte_order_mark.h"
#include "text/line_reader.h"

namespace muwazi {
namespace {

class MosesReader : public PairReader {
 public:
  MosesReader(Input arabic, Input english)
      : arabic_(std::move(arabic)), english_(std::move(english)) {}

  bool next(SegmentPair& pair) override {
    while (!fault_) {
      const bool arabic = arabic_.next(fault_), english = english_.next(fault_);
      if (fault_) return false;
      if (arabic != english) {
        refuse(arabic ? arabic_ : english_, arabic ? english_ : arabic_);
        return false;
      }
      if (!arabic) return false;
      pair = {};
      pair.line = arabic_.line.number;
      pair.arabic.text = arabic_.line.bytes;
      pair.english.text = english_.line.bytes;
      if (!pair.arabic.text.empty() || !pair.english.text.empty()) return true;
    }
    return false;
  }
  [[nodiscard]] const std::optional<Fault>& fault() const override { return fault_; }

 private:
  struct Side {
    explicit Side(Input input)
        : name(std::move(input.name)), lines(std::move(input.read), kLongestPair) {}
    bool next(std::optional<Fault>& fault) {
      if (!lines.next(line)) return false;
      if (line.number == 1) line.bytes.erase(0, byte_order_mark_length(line.bytes));
      if (!fault) {
        fault =
            line.too_long ? too_long(name, line.number) : bad_byte(line.bytes, name, line.number);
      }
      return true;
    }

    std::string name;
    LineReader lines;
    TextLine line;
  };

  void refuse(const Side& longer, const Side& shorter) {
    fault_ = {FaultKind::malformed_pair,
              longer.name,
              longer.line.number,
              {},
              "a line that " + shorter.name + " has not",
              "both files need the same number of lines"};
  }

  Side arabic_, english_;
  std::optional<Fault> fault_;
};

class MosesWriter : public PairWriter {
 public:
  MosesWriter(Sink arabic, Sink english, bool keep_nulls)
      : arabic_(std::move(arabic)), english_(std::move(english)), keep_nulls_(keep_nulls) {}

  std::optional<Fault> write(const SegmentPair& pair) override {
    if (pair.judgement == Judgement::wrong) {
      ++losses_.wrong;
    } else if (!keep_nulls_ && (pair.arabic.text.empty() || pair.english.text.empty())) {
      ++losses_.nulls;
    } else {
      append(arabic_, pair.arabic.text);
      append(english_, pair.english.text);
    }
    return std::nullopt;
  }
  void finish() override {
    arabic_.pass_on();
    english_.pass_on();
  }
  [[nodiscard]] WriteLosses losses() const override { return losses_; }

 private:
  void append(Buffered& out, std::string text) {
    losses_.characters += replace_nuls(text);
    out.bytes() += one_line(text) + '\n';
    out.pass_on_if_full();
  }

  Buffered arabic_, english_;
  bool keep_nulls_;
  WriteLosses losses_;
};

}  // namespace

ReaderPointer read_moses(Input arabic, Input english) {
  return arabic_first(std::make_unique<MosesReader>(std::move(arabic), std::move(english)));
}

WriterPointer write_moses(Sink arabic, Sink english, bool keep_nulls) {
  return std::make_unique<MosesWriter>(std::move(arabic), std::move(english), keep_nulls);
}

}  // namespace muwazi
