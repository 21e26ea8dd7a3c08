// The networks of the rules that are learnt. Written by scripts/train-checks, a file each.
#pragma once
#include "check/clause_spans.h"
#include "check/name_swaps.h"
#include "check/network.h"

namespace muwazi::check {

using ClauseNetwork = Network<kClauseFeatures, 16>;
using NameNetwork = Network<kNameFeatures, 128>;
extern const ClauseNetwork kClauseWeights;
extern const NameNetwork kNameWeights;

}  // namespace muwazi::check
