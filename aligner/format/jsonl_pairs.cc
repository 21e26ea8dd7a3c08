// JSON Lines. A pair a line, which `muwazi align --jsonl` takes as well:
//   {"id": "harbour#3", "document": "harbour", "ar": "…", "en": "…", "score": 0.98,
//    "sides": {"ar": {"source": "harbour.txt", "bytes": [62, 130], "sentences": [4, 5], "parts": [[0, 31], [32, 70]]}, …}}
// and read also a record of align a line, whose beads are the pairs; error records among them are counted.
#include <fmt/format.h>

#include <deque>
#include <nlohmann/json.hpp>
#include <utility>

#include "format/bitext_pairs.h"
#include "format/cells.h"
#include "format/fields.h"
#include "format/streams.h"
#include "text/byte_order_mark.h"
#include "text/line_reader.h"

namespace muwazi {
namespace {

using nlohmann::json;

/// A member that is not of the type it should be.
struct WrongMember {
  std::string what;
};

const json* member(const json& object, const char* name) {
  const auto found = object.find(name);
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

std::string string_of(const json& object, const char* name) {
  const json* const found = member(object, name);
  if (found == nullptr) return "";
  if (found->is_string()) return found->get<std::string>();
  if (found->is_number_integer()) return found->dump();
  throw WrongMember{fmt::format("\"{}\" is no string", name)};
}

/// Of a text: a number is none.
std::string text_of(const json& object, const char* name) {
  const json* const found = member(object, name);
  if (found != nullptr && !found->is_string())
    throw WrongMember{fmt::format("\"{}\" is no string", name)};
  return found == nullptr ? "" : found->get<std::string>();
}

std::size_t count_of(const json& value, const char* name) {
  if (!value.is_number_unsigned()) throw WrongMember{fmt::format("\"{}\" holds no number", name)};
  return value.get<std::size_t>();
}

const json& array_of(const json& object, const char* name) {
  const json* const found = member(object, name);
  if (found == nullptr || !found->is_array())
    throw WrongMember{fmt::format("\"{}\" is no array", name)};
  return *found;
}

std::optional<double> score_of_member(const json& object, const char* name) {
  const json* const found = member(object, name);
  if (found == nullptr) return std::nullopt;
  if (!found->is_number()) throw WrongMember{fmt::format("\"{}\" is no number", name)};
  return found->get<double>();
}

ByteRange range_of(const json& value, const char* name) {
  if (!value.is_array() || value.size() != 2)
    throw WrongMember{fmt::format("\"{}\" is no [begin, end]", name)};
  const ByteRange range{count_of(value[0], name), count_of(value[1], name)};
  if (range.begin > range.end) throw WrongMember{fmt::format("\"{}\" ends before it begins", name)};
  return range;
}

void read_side(const json& sides, const char* name, SegmentSide& side) {
  const json* const found = member(sides, name);
  if (found == nullptr) return;
  side.source = string_of(*found, "source");
  if (const json* const bytes = member(*found, "bytes")) side.bytes = range_of(*bytes, "bytes");
  if (member(*found, "sentences") != nullptr) {
    for (const json& number : array_of(*found, "sentences"))
      side.sentences.push_back(static_cast<std::uint32_t>(count_of(number, "sentences")));
  }
  if (member(*found, "parts") != nullptr) {
    for (const json& part : array_of(*found, "parts"))
      side.parts.push_back(range_of(part, "parts"));
    if (!parts_fit(side)) throw WrongMember{"\"parts\" are not those of its text"};
  }
}

SegmentPair pair_of(const json& line) {
  SegmentPair pair;
  pair.id = string_of(line, "id");
  pair.document = string_of(line, "document");
  pair.arabic.text = text_of(line, "ar");
  pair.english.text = text_of(line, "en");
  pair.score = score_of_member(line, "score");
  pair.marked = line.value("marked", json(false)) == true;
  const std::string judgement = string_of(line, "judgement");
  if (!judgement_named(judgement)) throw WrongMember{"\"judgement\" is \"" + judgement + '"'};
  pair.judgement = *judgement_named(judgement);
  pair.note = string_of(line, "note");
  if (const json* const sides = member(line, "sides")) {
    read_side(*sides, "ar", pair.arabic);
    read_side(*sides, "en", pair.english);
  }
  return pair;
}

/// Of a bead of a record.
void read_sentences(const json& bead, const json& sentences, const char* name, SegmentSide& side) {
  const json& all = array_of(sentences, name);
  for (const json& number : array_of(bead, name)) {
    const std::size_t at = count_of(number, name);
    if (at >= all.size()) {
      throw WrongMember{
          fmt::format("a bead with sentence {} of {} in \"{}\"", at, all.size(), name)};
    }
    const json& sentence = all[at];
    const ByteRange bytes{count_of(sentence.value("start", json(0U)), "start"),
                          count_of(sentence.value("end", json(0U)), "end")};
    append_sentence(side, text_of(sentence, "text"), bytes, static_cast<std::uint32_t>(at));
  }
}

class JsonlReader : public PairReader {
 public:
  explicit JsonlReader(Input input)
      : name_(std::move(input.name)), lines_(std::move(input.read), kLongestRecord) {}

  bool next(SegmentPair& pair) override {
    while (ready_.empty()) {
      if (fault_ || !lines_.next(line_)) return false;
      if (line_.number == 1) line_.bytes.erase(0, byte_order_mark_length(line_.bytes));
      fault_ = line_.too_long ? too_long(name_, line_.number, kLongestRecord)
                              : bad_byte(line_.bytes, name_, line_.number);
      if (fault_ || line_.bytes.find_first_not_of(" \t") == std::string::npos) continue;
      read_line();
    }
    pair = std::move(ready_.front());
    ready_.pop_front();
    return true;
  }
  [[nodiscard]] const std::optional<Fault>& fault() const override { return fault_; }
  [[nodiscard]] std::uint64_t failed_documents() const override { return failed_; }

 private:
  /// The record of a long book; of other lines far less is to be expected.
  static constexpr std::size_t kLongestRecord = std::size_t{1} << 30U;

  void read_line() {
    json line;
    try {
      line = json::parse(line_.bytes);
      take(line);
    } catch (const json::parse_error& error) {
      refuse(FaultKind::malformed_json, error.byte > 0 ? error.byte - 1 : 0, "", "was it cut off?");
    } catch (const json::exception&) {  // an object that is an array, and the like
      refuse_document("a member of another type than it should be");
    } catch (const WrongMember& wrong) {
      refuse_document(wrong.what);
    }
  }

  void take(const json& line) {
    if (!line.is_object()) return refuse_document("no object");
    if (line.contains("error")) {
      ++failed_;
    } else if (line.contains("beads")) {
      take_record(line);
    } else if (line.contains("ar") != line.contains("en")) {
      refuse_document(fmt::format("no \"{}\"", line.contains("ar") ? "en" : "ar"));
    } else if (line.contains("ar")) {
      ready_.push_back(pair_of(line));
      ready_.back().line = line_.number;
      refuse_nul(ready_.back());
    } else {
      refuse_document("neither a pair nor a record of align");
    }
  }

  void take_record(const json& line) {
    const std::string id = string_of(line, "id");
    const json& sentences = line.at("sentences");
    std::size_t number = 0;
    for (const json& bead : array_of(line, "beads")) {
      SegmentPair& pair = ready_.emplace_back();
      pair.id = bead_id(id, number++);
      pair.document = id;
      pair.line = line_.number;
      read_sentences(bead, sentences, "ar", pair.arabic);
      read_sentences(bead, sentences, "en", pair.english);
      pair.score = score_of_member(bead, "confidence");
      pair.marked = bead.value("marked", json(false)) == true;
      refuse_nul(pair);
    }
  }

  void refuse_nul(const SegmentPair& pair) {
    for (const std::string* text : {&pair.arabic.text, &pair.english.text, &pair.id, &pair.note}) {
      if (text->find('\0') == std::string::npos) continue;
      refuse(FaultKind::nul_byte, std::min(line_.bytes.find("\\u0000"), line_.bytes.size()),
             "\\u0000", "remove it");
      break;
    }
  }

  void refuse_document(std::string found) {
    refuse(FaultKind::malformed_document, 0, std::move(found),
           "a line is a pair or a record of align");
  }

  void refuse(FaultKind kind, std::size_t at, std::string found, std::string remedy) {
    ready_.clear();
    fault_ = {kind,
              name_,
              line_.number,
              {at, at + 1},
              std::move(found),
              std::move(remedy),
              column_of(line_.bytes, std::min(at, line_.bytes.size()))};
  }

  std::string name_;
  LineReader lines_;
  TextLine line_;
  std::deque<SegmentPair> ready_;  ///< of the record that was read
  std::uint64_t failed_ = 0;
  std::optional<Fault> fault_;
};

class JsonlWriter : public StreamWriter {
 public:
  using StreamWriter::StreamWriter;

  std::optional<Fault> write(const SegmentPair& pair) override {
    std::string& out = stream.bytes();
    out += R"({"id": )" + string(pair.id);
    if (!pair.document.empty()) out += R"(, "document": )" + string(pair.document);
    out += R"(, "ar": )" + string(pair.arabic.text);
    out += R"(, "en": )" + string(pair.english.text);
    if (pair.score) out += R"(, "score": )" + score_text(*pair.score);
    if (pair.marked) out += R"(, "marked": true)";
    if (pair.judgement != Judgement::none)
      ((out += R"(, "judgement": ")") += judgement_name(pair.judgement)) += '"';
    if (!pair.note.empty()) out += R"(, "note": )" + string(pair.note);
    append_sides(pair);
    out += "}\n";
    stream.pass_on_if_full();
    return std::nullopt;
  }
  void finish() override { stream.pass_on(); }

 private:
  std::string string(std::string text) {
    lost.characters += replace_nuls(text);
    return json_string(text);
  }

  void append_sides(const SegmentPair& pair) {
    const std::string arabic = side(pair.arabic), english = side(pair.english);
    if (arabic.empty() && english.empty()) return;
    std::string& out = stream.bytes();
    out += R"(, "sides": {)";
    if (!arabic.empty()) out += R"("ar": {)" + arabic + '}';
    if (!arabic.empty() && !english.empty()) out += ", ";
    if (!english.empty()) out += R"("en": {)" + english + '}';
    out += '}';
  }

  std::string side(const SegmentSide& side) {
    std::string out;
    const auto begin = [&](std::string_view name) {
      if (!out.empty()) out += ", ";
      ((out += '"') += name) += "\": ";
    };
    const auto range = [](ByteRange bytes) {
      return fmt::format("[{}, {}]", bytes.begin, bytes.end);
    };
    if (!side.source.empty()) {
      begin("source");
      out += string(side.source);
    }
    if (side.bytes) {
      begin("bytes");
      out += range(*side.bytes);
    }
    if (!side.sentences.empty()) {
      begin("sentences");
      std::string numbers;
      for (const std::uint32_t number : side.sentences)
        numbers += (numbers.empty() ? "" : ", ") + std::to_string(number);
      out += '[' + numbers + ']';
    }
    if (!side.parts.empty()) {
      begin("parts");
      std::string parts;
      for (const ByteRange part : side.parts) parts += (parts.empty() ? "" : ", ") + range(part);
      out += '[' + parts + ']';
    }
    return out;
  }
};

}  // namespace

ReaderPointer read_jsonl(Input input) { return std::make_unique<JsonlReader>(std::move(input)); }

WriterPointer write_jsonl(Sink sink) { return std::make_unique<JsonlWriter>(std::move(sink)); }

}  // namespace muwazi
