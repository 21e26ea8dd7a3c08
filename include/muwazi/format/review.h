// The review page: an alignment as one HTML file, which shows it in a browser and takes a person's decisions on it.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "muwazi/bitext/bitext.h"
#include "muwazi/bitext/decisions.h"
#include "muwazi/check/finding.h"
#include "muwazi/format/writers.h"

namespace muwazi {

struct ReviewOptions {
  double unsure = 0.9;  ///< pairs and nulls of lower confidence are shown as unsure. 0 to 1
  std::span<const Finding> findings;    ///< shown with their rows and marked in the texts
  std::span<const Decision> decisions;  ///< what the page begins with
};

/// The whole file: no other file and no network is needed to show it. Names that match are marked where the Bitext has
/// explanations, values always.
[[nodiscard]] std::string write_review(const Bitext& bitext, const Texts& texts,
                                       const ReviewOptions& options = {});

}  // namespace muwazi
