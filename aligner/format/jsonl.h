// A line of a stream of documents:
//   {"id": "7", "text": "…"}                  a page that holds both languages
//   {"id": "7", "ar": "…", "en": "…"}         two documents
//   {"id": "7", "ar": ["…"], "en": ["…"]}     the same, cut into sentences already
// Other fields are passed over.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "muwazi/text/byte_range.h"
#include "muwazi/text/fault.h"

namespace muwazi {

struct JsonLine {
  enum class Kind : std::uint8_t { page, documents, sentences };
  struct Side {
    std::string text;                  ///< of sentences: they, a line feed between two
    std::vector<ByteRange> sentences;  ///< each as it was given, white space and all
  };

  /// As JSON: a string with its quotation marks, an integer, or null where none was found. Also of a
  /// line with a fault, if the id stands before it.
  std::string id = "null";
  Kind kind = Kind::page;
  std::string page;
  Side arabic, english;
  std::optional<Fault> fault;  ///< there is one: the texts are not to be used
};

/// `file` and `number` go into the fault, whose bytes count in the line. An id is a string or an integer
/// of 64 bits. Faults: malformed_json, malformed_document (a field is missing, there twice or of another
/// type), invalid_utf8, nul_byte. Linear time however deep the line is nested; memory of about three
/// times the line.
[[nodiscard]] JsonLine read_json_line(std::string_view line, const std::string& file,
                                      std::uint64_t number);

}  // namespace muwazi
