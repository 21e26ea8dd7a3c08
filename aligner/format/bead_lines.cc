// Beads by numbers, [0, 1]:[2]:0.98, as muwazi and vecalign write them; and ladders, as hunalign does: where a bead begins
// on each side, and its score, a tab between, and a last rung where the texts end. Both go with two documents, a sentence
// a line.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "format/bead_line.h"
#include "format/bitext_pairs.h"
#include "format/cells.h"
#include "format/fields.h"
#include "format/streams.h"
#include "text/byte_order_mark.h"
#include "text/line_reader.h"

namespace muwazi {
namespace {

/// The sentences of one document, in order. Beads go forward, so that no more is held than one bead's.
class Sentences {
 public:
  explicit Sentences(Input input)
      : name_(std::move(input.name)), lines_(std::move(input.read), kLongestPair) {}

  /// Moves to the sentence of that number; false where it is behind, or there is none.
  bool go_to(std::uint64_t number) {
    while (!fault_ && next_ <= number && lines_.next(line_)) {
      ++next_;
      if (next_ == 1) line_.bytes.erase(0, byte_order_mark_length(line_.bytes));
      fault_ = line_.too_long ? too_long(name_, line_.number)
                              : bad_byte(line_.bytes, name_, line_.number);
    }
    return !fault_ && next_ == number + 1;
  }
  [[nodiscard]] const std::string& text() const { return line_.bytes; }
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::optional<Fault>& fault() const { return fault_; }

 private:
  std::string name_;
  LineReader lines_;
  TextLine line_;
  std::uint64_t next_ = 0;  ///< number of the sentence behind the present one
  std::optional<Fault> fault_;
};

class NumberedReader : public PairReader {
 public:
  NumberedReader(Input beads, Input arabic, Input english)
      : name_(std::move(beads.name)),
        lines_(std::move(beads.read), kLongestPair),
        arabic_(std::move(arabic)),
        english_(std::move(english)) {}
  [[nodiscard]] const std::optional<Fault>& fault() const override { return fault_; }

 protected:
  /// The next line that is not blank.
  bool next_line() {
    while (!fault_ && lines_.next(line_)) {
      fault_ = line_.too_long ? too_long(name_, line_.number)
                              : bad_byte(line_.bytes, name_, line_.number);
      last_line_ = line_.number;
      if (!fault_ && line_.bytes.find_first_not_of(" \t") != std::string::npos) return true;
    }
    return false;
  }

  void refuse(std::size_t byte, std::string found, std::string remedy) {
    if (fault_) return;
    fault_ = {FaultKind::malformed_bead,
              name_,
              line_.number,
              {byte, line_.bytes.size()},
              std::move(found),
              std::move(remedy),
              column_of(line_.bytes, byte)};
  }

  /// A pair of the present line, whose sentences are then added.
  void begin(SegmentPair& pair) {
    pair = {};
    pair.line = line_.number;
    pair.arabic.source = arabic_.name();
    pair.english.source = english_.name();
  }
  bool add_arabic(SegmentPair& pair, std::uint32_t number) {
    return add(pair.arabic, arabic_, number);
  }
  bool add_english(SegmentPair& pair, std::uint32_t number) {
    return add(pair.english, english_, number);
  }

  /// Refuses documents that go on behind these numbers of sentences.
  void check_end(std::uint32_t arabic, std::uint32_t english) {
    for (auto [sentences, end] : {std::pair(&arabic_, arabic), std::pair(&english_, english)}) {
      if (fault_) return;
      if (sentences->go_to(end)) {
        fault_ = {FaultKind::malformed_bead,
                  name_,
                  last_line_,
                  {},
                  fmt::format("the end, before sentence {} of {}", end, sentences->name()),
                  "was it cut off?"};
      } else {
        fault_ = sentences->fault();
      }
    }
  }

  [[nodiscard]] const std::string& line() const { return line_.bytes; }

 private:
  bool add(SegmentSide& side, Sentences& sentences, std::uint32_t number) {
    if (!sentences.go_to(number)) {
      if (sentences.fault()) fault_ = sentences.fault();
      refuse(0, fmt::format("sentence {} of {}", number, sentences.name()),
             "the numbers rise, and none is past the last line");
      return false;
    }
    append_sentence(side, sentences.text(), {0, 0}, number);
    side.bytes.reset();
    if (side.text.size() > kLongestPair) fault_ = too_long(name_, line_.number);
    return !fault_;
  }

  std::string name_;
  LineReader lines_;
  TextLine line_;
  std::uint64_t last_line_ = 0;
  std::optional<Fault> fault_;
  Sentences arabic_, english_;
};

class BeadLineReader : public NumberedReader {
 public:
  using NumberedReader::NumberedReader;

  bool next(SegmentPair& pair) override {
    for (;;) {
      if (!next_line()) return false;
      const ParsedBead parsed = parse_bead(line());
      if (!parsed.bead) {
        refuse(parsed.end, quoted_line(std::string_view(line()).substr(parsed.end)),
               "a bead is written [0, 1]:[2], sentence numbers from 0, Arabic first");
        return false;
      }
      if (parsed.bead->arabic.empty() && parsed.bead->english.empty()) continue;
      begin(pair);
      for (const std::uint32_t number : parsed.bead->arabic) {
        if (!add_arabic(pair, number)) return false;
      }
      for (const std::uint32_t number : parsed.bead->english) {
        if (!add_english(pair, number)) return false;
      }
      std::string_view rest = std::string_view(line()).substr(parsed.end);
      if (rest.starts_with(':')) pair.score = score_of(rest.substr(1));
      return true;
    }
  }
};

class LadderReader : public NumberedReader {
 public:
  using NumberedReader::NumberedReader;

  bool next(SegmentPair& pair) override {
    if (!begun_) {
      begun_ = true;
      if (next_line() && !read_rung(from_)) return false;
    }
    for (;;) {
      Rung to;
      if (!next_line()) {
        check_end(from_.arabic, from_.english);
        return false;
      }
      if (!read_rung(to)) return false;
      if (to.arabic < from_.arabic || to.english < from_.english) {
        refuse(0, "a rung below the one before it", "the numbers of a ladder rise");
        return false;
      }
      const Rung from = std::exchange(from_, to);
      if (from.arabic == to.arabic && from.english == to.english) continue;
      begin(pair);
      for (auto number = from.arabic; number < to.arabic; ++number) {
        if (!add_arabic(pair, number)) return false;
      }
      for (auto number = from.english; number < to.english; ++number) {
        if (!add_english(pair, number)) return false;
      }
      pair.score = from.score;
      return true;
    }
  }

 private:
  struct Rung {
    std::uint32_t arabic = 0, english = 0;
    std::optional<double> score;
  };

  bool read_rung(Rung& rung) {
    std::array<std::string_view, 3> cells;
    std::string_view rest = line();
    for (std::string_view& cell : cells) {
      cell = rest.substr(0, rest.find('\t'));
      rest.remove_prefix(std::min(cell.size() + 1, rest.size()));
    }
    const auto arabic = number_of(cells[0]), english = number_of(cells[1]);
    constexpr std::size_t kMost = UINT32_MAX;
    if (!arabic || !english || *arabic > kMost || *english > kMost) {
      const std::size_t at = arabic ? cells[0].size() + 1 : 0;
      refuse(std::min(at, line().size()), quoted_line(line()),
             "a rung is two numbers and a score, tabs between");
      return false;
    }
    rung = {static_cast<std::uint32_t>(*arabic), static_cast<std::uint32_t>(*english),
            score_of(cells[2])};
    return true;
  }

  bool begun_ = false;
  Rung from_;
};

/// Lines of the documents, as many as the text has parts. Gives how many.
std::uint32_t append_lines(std::string& out, const SegmentSide& side, WriteLosses& losses) {
  if (side.text.empty()) return 0;
  const auto add = [&](std::string text) {
    losses.characters += replace_nuls(text);
    out += one_line(text) + '\n';
  };
  if (side.parts.empty()) add(side.text);
  for (const ByteRange part : side.parts) add(std::string(slice(side.text, part)));
  return std::max<std::uint32_t>(static_cast<std::uint32_t>(side.parts.size()), 1);
}

/// Writes the documents, and the beads on their lines.
class NumberedWriter : public StreamWriter {
 public:
  NumberedWriter(Sink sink, Sink arabic, Sink english)
      : StreamWriter(std::move(sink)), arabic_(std::move(arabic)), english_(std::move(english)) {}

  std::optional<Fault> write(const SegmentPair& pair) override {
    const SentenceSpan arabic{lines_.arabic.end, 0}, english{lines_.english.end, 0};
    lines_.arabic = {arabic.begin, arabic.begin + append_lines(arabic_.bytes(), pair.arabic, lost)};
    lines_.english = {english.begin,
                      english.begin + append_lines(english_.bytes(), pair.english, lost)};
    append_bead(lines_, pair.score);
    for (Buffered* out : {&stream, &arabic_, &english_}) out->pass_on_if_full();
    return std::nullopt;
  }

  void finish() override {
    append_end(lines_);
    for (Buffered* out : {&stream, &arabic_, &english_}) out->pass_on();
  }

 protected:
  virtual void append_bead(const Bead& bead, std::optional<double> score) = 0;
  virtual void append_end(const Bead& /*last*/) {}

 private:
  Buffered arabic_, english_;
  Bead lines_;  ///< of the last pair
};

class BeadLineWriter : public NumberedWriter {
  using NumberedWriter::NumberedWriter;
  void append_bead(const Bead& bead, std::optional<double> score) override {
    append_bead_line(stream.bytes(), bead, score);
  }
};

class LadderWriter : public NumberedWriter {
  using NumberedWriter::NumberedWriter;
  void append_bead(const Bead& bead, std::optional<double> score) override {
    fmt::format_to(std::back_inserter(stream.bytes()), "{}\t{}\t{}\n", bead.arabic.begin,
                   bead.english.begin, score_text(score.value_or(0.0)));
  }
  void append_end(const Bead& last) override {
    fmt::format_to(std::back_inserter(stream.bytes()), "{}\t{}\t0.0\n", last.arabic.end,
                   last.english.end);
  }
};

}  // namespace

ReaderPointer read_bead_lines(Input beads, Input arabic, Input english) {
  return arabic_first(
      std::make_unique<BeadLineReader>(std::move(beads), std::move(arabic), std::move(english)));
}

ReaderPointer read_ladder(Input ladder, Input arabic, Input english) {
  return arabic_first(
      std::make_unique<LadderReader>(std::move(ladder), std::move(arabic), std::move(english)));
}

WriterPointer write_bead_lines(Sink sink, Sink arabic, Sink english) {
  return std::make_unique<BeadLineWriter>(std::move(sink), std::move(arabic), std::move(english));
}

WriterPointer write_ladder(Sink sink, Sink arabic, Sink english) {
  return std::make_unique<LadderWriter>(std::move(sink), std::move(arabic), std::move(english));
}

}  // namespace muwazi
