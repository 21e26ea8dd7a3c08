// The record: one JSON object on one line. Written field by field, because the order of its fields and
// the digits of its numbers are part of the format, and because a tree of a long text would take many
// times the memory of the text.
#include <fmt/format.h>

#include <cmath>
#include <iterator>

#include "format/cells.h"

namespace muwazi {
namespace {

void append_sentences(std::string& out, std::string_view text,
                      const std::vector<Sentence>& sentences) {
  const char* comma = "";
  out += '[';
  for (const Sentence& sentence : sentences) {
    fmt::format_to(std::back_inserter(out), R"({}{{"start": {}, "end": {}, "text": )", comma,
                   sentence.bytes.begin, sentence.bytes.end);
    out += json_string(slice(text, sentence.bytes));
    out += '}';
    comma = ", ";
  }
  out += ']';
}

void append_numbers(std::string& out, SentenceSpan span) {
  out += '[';
  for (std::uint32_t i = span.begin; i < span.end; ++i) {
    fmt::format_to(std::back_inserter(out), "{}{}", i > span.begin ? ", " : "", i);
  }
  out += ']';
}

/// At most four digits after the point; what is no finite number, which extreme weights give, is null.
std::string number(float value) {
  if (!std::isfinite(value)) return "null";
  std::string out = fmt::format("{:.4f}", value);
  while (out.back() == '0' && out[out.size() - 2] != '.') out.pop_back();
  return out == "-0.0" ? "0.0" : out;
}

void append_strings(std::string& out, const std::vector<std::string>& strings) {
  out += '[';
  for (std::size_t i = 0; i < strings.size(); ++i) {
    out += (i > 0 ? ", " : "") + json_string(strings[i]);
  }
  out += ']';
}

void append_explanation(std::string& out, const Explanation& why) {
  out += R"(, "explain": {"score": )" + number(why.score) + R"(, "terms": {)";
  const char* comma = "";
  for (const ScoreTerm& term : why.terms) {
    fmt::format_to(std::back_inserter(out),
                   R"({}"{}": {{"value": {}, "weight": {}, "contribution": {}}})", comma, term.name,
                   number(term.value), number(term.weight), number(term.contribution));
    comma = ", ";
  }
  out += R"(}, "words": [)";
  comma = "";
  for (const WordPair& pair : why.words) {
    fmt::format_to(std::back_inserter(out), R"({}{{"ar": {}, "en": {}, "t": {}}})", comma,
                   json_string(pair.arabic), json_string(pair.english), digits(pair.probability));
    comma = ", ";
  }
  out += R"(], "uncovered": {"ar": )";
  append_strings(out, why.uncovered_arabic);
  out += R"(, "en": )";
  append_strings(out, why.uncovered_english);
  out += '}';
  if (why.instead) {
    out += R"(, "instead": {"ar": )";
    append_numbers(out, why.instead->arabic);
    out += R"(, "en": )";
    append_numbers(out, why.instead->english);
    out += R"(, "confidence": )" + digits(why.instead->posterior) + '}';
  }
  out += '}';
}

void append_beads(std::string& out, const Bitext& bitext, const WriteOptions& options) {
  const char* comma = "";
  out += '[';
  for (std::size_t k = 0; k < bitext.beads.size(); ++k) {
    const Bead& bead = bitext.beads[k];
    fmt::format_to(std::back_inserter(out), R"({}{{"ar": )", comma);
    append_numbers(out, bead.arabic);
    out += R"(, "en": )";
    append_numbers(out, bead.english);
    fmt::format_to(std::back_inserter(out), R"(, "confidence": {})", digits(bead.posterior));
    if (marked(bead, options)) out += R"(, "marked": true)";
    if (!bitext.explanations.empty()) append_explanation(out, bitext.explanations[k]);
    out += '}';
    comma = ", ";
  }
  out += ']';
}

/// `side` is "" for a page, where both sides are of one text.
void append_skipped(std::string& out, const std::vector<Skipped>& ranges, std::string_view side,
                    const char*& comma) {
  for (const Skipped& skipped : ranges) {
    fmt::format_to(std::back_inserter(out), R"({}{{"start": {}, "end": {}, "reason": "{}")", comma,
                   skipped.bytes.begin, skipped.bytes.end, code(skipped.reason));
    if (!side.empty()) fmt::format_to(std::back_inserter(out), R"(, "side": "{}")", side);
    out += '}';
    comma = ", ";
  }
}

bool one_document(const Texts& texts) {
  return texts.arabic.data() == texts.english.data() && texts.arabic.size() == texts.english.size();
}

}  // namespace

std::string write_json(const Bitext& bitext, const Texts& texts, const WriteOptions& options) {
  return write_json_as(json_string(bitext.id), bitext, texts, options);
}

std::string write_json_as(std::string_view id, const Bitext& bitext, const Texts& texts,
                          const WriteOptions& options) {
  std::string out = fmt::format(R"({{"id": {}, "layout": {})", id, json_string(bitext.layout));
  out += R"(, "sentences": {"ar": )";
  append_sentences(out, texts.arabic, bitext.arabic);
  out += R"(, "en": )";
  append_sentences(out, texts.english, bitext.english);
  out += R"(}, "beads": )";
  append_beads(out, bitext, options);
  out += R"(, "skipped": [)";
  const char* comma = "";
  append_skipped(out, bitext.skipped, one_document(texts) ? "" : "ar", comma);
  append_skipped(out, bitext.english_skipped, "en", comma);
  fmt::format_to(std::back_inserter(out), R"(], "coverage": {{"ar": {}, "en": {}}})",
                 digits(bitext.coverage.arabic), digits(bitext.coverage.english));
  if (!bitext.notes.empty()) {
    out += R"(, "notes": [)";
    for (std::size_t i = 0; i < bitext.notes.size(); ++i) {
      out += (i > 0 ? ", " : "") + json_string(bitext.notes[i]);
    }
    out += ']';
  }
  out += "}\n";
  return out;
}

std::string write_error(std::string_view id, const Fault& fault) {
  return write_error_as(json_string(id), fault);
}

std::string write_error_as(std::string_view id, const Fault& fault) {
  std::string out = fmt::format(R"({{"id": {}, "error": {{"code": "{}", "message": {})", id,
                                code(fault.kind), json_string(message(fault)));
  if (fault.bytes != ByteRange{}) {
    fmt::format_to(std::back_inserter(out), R"(, "offset": {})", fault.bytes.begin);
  }
  out += "}}\n";
  return out;
}

}  // namespace muwazi
