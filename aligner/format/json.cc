// The record: one JSON object on one line. Written field by field, because the order of its fields and
// the digits of its numbers are part of the format, and because a tree of a long text would take many
// times the memory of the text.
#include <fmt/format.h>

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

void append_beads(std::string& out, const Bitext& bitext, const WriteOptions& options) {
  const char* comma = "";
  out += '[';
  for (const Bead& bead : bitext.beads) {
    fmt::format_to(std::back_inserter(out), R"({}{{"ar": )", comma);
    append_numbers(out, bead.arabic);
    out += R"(, "en": )";
    append_numbers(out, bead.english);
    fmt::format_to(std::back_inserter(out), R"(, "confidence": {})", digits(bead.posterior));
    out += marked(bead, options) ? R"(, "marked": true})" : "}";
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
