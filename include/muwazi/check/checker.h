// What a translation lacks, adds or changes, read off its alignment.
#pragma once
#include <memory>
#include <string_view>
#include <vector>

#include "muwazi/bitext/bitext.h"
#include "muwazi/check/finding.h"
#include "muwazi/text/byte_range.h"

namespace muwazi {

class Model;  // muwazi/lexicon/model.h

/// A share of words, and where the true one lies with a probability of 0.9. All 0 to 1.
struct ShareInterval {
  double share = 0.0, low = 0.0, high = 0.0;
};

struct PassageCoverage {
  ByteRange bytes;  ///< of a paragraph, in its side's document
  ShareInterval coverage;
};

struct CheckReport {
  /// False: no sentence pairs. There is one finding then, which says so.
  bool related = true;
  /// Of each side's words those that have a counterpart: without those of sentences and of parts of sentences that
  /// have none.
  ShareInterval arabic, english;
  std::vector<PassageCoverage> arabic_passages, english_passages;
  std::vector<Finding> findings;  ///< in the order of the beads
};

/// Holds no state of a document. One a thread; the model may be shared and must outlive it.
class Checker {
 public:
  explicit Checker(const Model& model);
  ~Checker();
  Checker(Checker&&) noexcept;
  Checker& operator=(Checker&&) noexcept;

  /// `bitext` has explanations (AlignOptions::explain), and its ranges point into the two texts; both are the same for
  /// a page.
  [[nodiscard]] CheckReport check(const Bitext& bitext, std::string_view arabic,
                                  std::string_view english) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace muwazi
