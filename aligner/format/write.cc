#include "format/cells.h"
#include "muwazi/format/review.h"

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
    case Format::html: {
      ReviewOptions review;
      if (options.min_confidence > 0.0) review.unsure = options.min_confidence;
      return write_review(bitext, texts, review);
    }
    case Format::beads:
      break;
  }
  return write_beads(bitext);
}

}  // namespace muwazi
