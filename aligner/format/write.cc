#include "format/cells.h"

namespace muwazi {

std::string write(const Bitext& bitext, const Texts& texts, Format format,
                  const WriteOptions& options) {
  switch (format) {
    case Format::text:
      return write_text(bitext, texts, options);
    case Format::tsv:
      return write_tsv(bitext, texts, options);
    case Format::json:
      return write_json(bitext, texts, options);
    case Format::beads:
      break;
  }
  return write_beads(bitext);
}

}  // namespace muwazi
