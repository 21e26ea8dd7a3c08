// Writers of a Bitext: the record of JSON, tab-separated columns, beads, text for a terminal.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "muwazi/bitext/bitext.h"
#include "muwazi/text/fault.h"

namespace muwazi {

enum class Format : std::uint8_t { text, tsv, json, beads, html };

/// The texts that the ranges of a Bitext point into; both the same for a page.
struct Texts {
  std::string_view arabic, english;
  std::string arabic_name, english_name;  ///< file names, for the url columns of tsv
};

struct WriteOptions {
  double min_confidence =
      0.0;  ///< below it a pair is marked; json keeps all, html marks by it where it is not 0.
            ///< 0 to 1
  std::uint32_t width = 100;  ///< columns of the terminal, text format only
  bool colour = false;        ///< ANSI colours, text format only
};

/// The whole output for one document, with its last line end.
[[nodiscard]] std::string write(const Bitext& bitext, const Texts& texts, Format format,
                                const WriteOptions& options = {});

/// The record that stands in the place of a document that cannot be read:
/// {"id": …, "error": {"code": "invalid_utf8", "message": "…", "offset": 812}}
[[nodiscard]] std::string write_error(std::string_view id, const Fault& fault);

}  // namespace muwazi
