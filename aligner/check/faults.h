// How probable it is that groups of candidates have a fault, where how often a document has such is not known.
#pragma once
#include <vector>

namespace muwazi::check {

/// Of all documents: the usual share of groups with a fault, and how many groups of the document weigh as much as that.
struct UsualShare {
  double share, weight;
};

/// `odds`: of each group for a fault, given that a share `learnt` of all has one. The share of the document is estimated from
/// them (expectation maximisation): a translation without faults has few groups that probably have one, and the others then
/// are less likely to.
[[nodiscard]] std::vector<double> fault_probabilities(const std::vector<double>& odds,
                                                      double learnt, const UsualShare& usual);

}  // namespace muwazi::check
