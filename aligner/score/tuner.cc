#include "muwazi/score/tuner.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include "lexicon/lexicon.h"
#include "muwazi/anchor/names.h"
#include "score/calibration.h"
#include "score/likelihood_climb.h"
#include "score/sentence_aligner.h"

namespace muwazi {
namespace {

/// Numbers that change what SentenceAligner reads from the texts: every document is read again for each value tried.
bool changes_evidence(std::string_view name) {
  static const std::set<std::string_view> kNames = {
      "mix",        "full_cover",  "unknown_word",   "same_token",
      "name_scale", "name_offset", "own_translation"};
  return kNames.contains(name);
}

/// Numbers of the decision and of the confidence, which the posteriors do not depend on.
bool is_decision(std::string_view name) {
  return name.starts_with("confidence_") || name == "bead_cost" || name == "null_weight" ||
         name == "chance_match";
}

std::vector<SentenceView> views(const std::vector<GoldDocument::Line>& lines) {
  std::vector<SentenceView> out;
  out.reserve(lines.size());
  for (const auto& line : lines) out.push_back({line.text, false, line.paragraph});
  return out;
}

struct Decisions {
  double right = 0.0, predicted = 0.0, gold = 0.0;                 // beads with both sides
  double null_right = 0.0, null_predicted = 0.0, null_gold = 0.0;  // nulls
};

/// Whether beads are among the gold ones.
class GoldBeads {
 public:
  explicit GoldBeads(const std::vector<Bead>& gold) {
    for (const Bead& b : gold) {
      if (b.null()) {
        nulls_.insert(null_key(b));
      } else {
        beads_.insert(key(b));
      }
    }
  }
  [[nodiscard]] bool has(const Bead& b) const {
    return b.null() ? nulls_.contains(null_key(b)) : beads_.contains(key(b));
  }
  [[nodiscard]] double beads() const { return static_cast<double>(beads_.size()); }
  [[nodiscard]] double nulls() const { return static_cast<double>(nulls_.size()); }

 private:
  static std::array<std::uint32_t, 4> key(const Bead& b) {
    return {b.arabic.begin, b.arabic.end, b.english.begin, b.english.end};
  }
  /// A null's place on the side that it does not have is no part of it.
  static std::array<std::uint32_t, 2> null_key(const Bead& b) {
    return b.english.empty() ? std::array{b.arabic.begin, 0U} : std::array{b.english.begin, 1U};
  }
  std::set<std::array<std::uint32_t, 4>> beads_;
  std::set<std::array<std::uint32_t, 2>> nulls_;
};

Decisions compare(const std::vector<Bead>& gold, const std::vector<Bead>& predicted) {
  const GoldBeads truth(gold);
  Decisions d;
  for (const Bead& b : predicted) {
    (b.null() ? d.null_predicted : d.predicted) += 1.0;
    if (truth.has(b)) (b.null() ? d.null_right : d.right) += 1.0;
  }
  d.gold = truth.beads();
  d.null_gold = truth.nulls();
  return d;
}

class Tuner {
 public:
  Tuner(const Model& model, const std::vector<GoldDocument>& documents, const TuneOptions& options,
        const ParallelFor& parallel_for, const std::function<void(std::string_view)>& progress)
      : lexicon_(model),
        documents_(documents),
        options_(options),
        parallel_for_(parallel_for),
        progress_(progress) {
    names_ = NameModel::of(model);
    cases_.resize(documents.size());
  }

  Parameters tune(Parameters best) {
    read(best);
    double value = worth(best);
    say(fmt::format("start {:.5f}, F1 {:.4f}", value, decision_value(best)));
    if (options_.climbs > 0) climb(best, value);
    double step = options_.first_step;
    for (int round = 0; round < options_.rounds; ++round, step /= 2.0) {
      for (const std::string& name : names_of(best)) {
        if (!is_decision(name)) improve(name, step, best, value);
      }
      say(fmt::format("round {}: {:.5f}, F1 {:.4f}", round + 1, value, decision_value(best)));
    }
    if (options_.climbs > 0 || options_.rounds > 0) tune_decision(best);
    calibrate(best);
    return best;
  }

 private:
  void say(const std::string& line) const {
    if (progress_) progress_(line);
  }

  static std::vector<std::string> names_of(const Parameters& p) {
    std::vector<std::string> names;
    for_each_parameter(p, [&](std::string_view name, float) { names.emplace_back(name); });
    return names;
  }

  static float& number(Parameters& p, std::string_view wanted) {
    float* found = nullptr;
    for_each_parameter(p, [&](std::string_view name, float& value) {
      if (name == wanted) found = &value;
    });
    return *found;
  }

  void read(const Parameters& p) {
    parallel_for_(cases_.size(), [&](std::size_t k) {
      cases_[k] = std::make_unique<SentenceAligner>(lexicon_, names_ ? &*names_ : nullptr, p,
                                                    views(documents_[k].arabic),
                                                    views(documents_[k].english));
      cases_[k]->prepare_tuning();
    });
  }

  std::vector<TuningCase> tuning_cases() {
    std::map<std::string_view, double> beads;
    for (const GoldDocument& d : documents_) beads[d.set] += static_cast<double>(d.beads.size());
    std::vector<TuningCase> cases;
    for (std::size_t k = 0; k < documents_.size(); ++k) {
      const double of_set = beads[documents_[k].set] * static_cast<double>(beads.size());
      cases.push_back({*cases_[k], documents_[k].beads, 1.0 / std::max(of_set, 1.0)});
    }
    return cases;
  }

  /// Likelier is not always better: kept only where it is.
  void climb(Parameters& best, double& value) {
    std::vector<TuningCase> cases = tuning_cases();
    const Parameters tried =
        climb_likelihood(cases, best, options_, parallel_for_,
                         [&](std::string_view line) { say(std::string(line)); });
    const double there = worth(tried);
    say(fmt::format("climbed: {:.5f}, F1 {:.4f}{}", there, decision_value(tried),
                    there > value ? "" : ": not kept"));
    if (there > value) best = tried, value = there;
  }

  /// Mean over sets of the mean over documents' beads of f(document).
  template <class F>
  double mean_over_sets(F f) {
    std::vector<double> sums(cases_.size(), 0.0);
    parallel_for_(cases_.size(), [&](std::size_t k) { sums[k] = f(k); });
    std::map<std::string, std::pair<double, double>> sets;
    for (std::size_t k = 0; k < cases_.size(); ++k) {
      auto& [sum, beads] = sets[documents_[k].set];
      sum += sums[k];
      beads += static_cast<double>(documents_[k].beads.size());
    }
    double mean = 0.0;
    for (const auto& [name, set] : sets)
      mean += set.first / set.second / static_cast<double>(sets.size());
    return mean;
  }

  double likelihood(const Parameters& p) {
    return mean_over_sets([&](std::size_t k) {
      return cases_[k]->log_posterior(documents_[k].beads, p, options_.doubt);
    });
  }

  double worth(const Parameters& p) {
    const double nats = likelihood(p);  // fills in the posteriors that the decisions are made from
    return decision_value(p) + options_.likelihood_weight * nats;
  }

  double value_of(const std::string& name, const Parameters& p) {
    if (changes_evidence(name)) read(p);
    return worth(p);
  }

  /// Tries a number larger and smaller; goes on in the direction that helps.
  void improve(const std::string& name, double step, Parameters& best, double& value) {
    const float now = number(best, name);
    const double scale =
        std::max(std::abs(static_cast<double>(now)), name.ends_with("_mismatch") ? 0.5 : 0.02);
    bool moved = false;
    for (const double direction : {1.0, -1.0}) {
      for (const double factor : {1.0, 2.0, 4.0, 8.0}) {
        Parameters tried = best;
        number(tried, name) =
            static_cast<float>(static_cast<double>(now) + direction * factor * step * scale);
        if (!sensible(name, number(tried, name))) break;
        const double there = value_of(name, tried);
        if (!(there > value + options_.hold)) break;
        best = tried, value = there, moved = true;
      }
      if (moved) break;
    }
    if (changes_evidence(name)) read(best);
    if (moved)
      say(fmt::format("  {} {:.4g} -> {:.4g}: {:.5f}", name, now, number(best, name), value));
  }

  static bool sensible(std::string_view name, float value) {
    const ValueRange range = range_of(name);
    return value >= range.least && value <= range.most;
  }

  double decision_value(const Parameters& p) {
    std::vector<Decisions> found(cases_.size());
    parallel_for_(cases_.size(), [&](std::size_t k) {
      found[k] = compare(documents_[k].beads, cases_[k]->decide({p.bead_cost, p.null_weight}));
    });
    std::map<std::string, Decisions> sets;
    for (std::size_t k = 0; k < cases_.size(); ++k) {
      Decisions& d = sets[documents_[k].set];
      d.right += found[k].right, d.predicted += found[k].predicted, d.gold += found[k].gold;
      d.null_right += found[k].null_right, d.null_predicted += found[k].null_predicted;
      d.null_gold += found[k].null_gold;
    }
    double value = 0.0;
    for (const auto& [name, d] : sets) {
      const double f1 = 2.0 * d.right / std::max(d.predicted + d.gold, 1.0);
      const double null_f1 =
          d.null_gold > 0.0 ? 2.0 * d.null_right / (d.null_predicted + d.null_gold) : f1;
      value += (0.75 * f1 + 0.25 * null_f1) / static_cast<double>(sets.size());
    }
    return value;
  }

  void tune_decision(Parameters& best) {
    static_cast<void>(likelihood(best));  // posteriors for the decisions
    double value = decision_value(best);
    for (const float cost : {0.0F, 0.007F, 0.014F, 0.03F, 0.06F, 0.1F}) {
      for (const float weight : {0.8F, 1.0F, 1.15F, 1.3F, 1.5F}) {
        Parameters tried = best;
        tried.bead_cost = cost, tried.null_weight = weight;
        const double there = decision_value(tried);
        if (there > value) value = there, best = tried;
      }
    }
    say(fmt::format("decision: cost {} null weight {}: F1 {:.4f}", best.bead_cost, best.null_weight,
                    value));
  }

  /// After tune_decision(): the posteriors of the last likelihood() are still those of `best`.
  void calibrate(Parameters& best) const {
    std::vector<Chosen> chosen;
    for (std::size_t k = 0; k < cases_.size(); ++k) {
      const GoldBeads truth(documents_[k].beads);
      for (const Bead& bead : cases_[k]->decide({best.bead_cost, best.null_weight}))
        chosen.push_back({bead, truth.has(bead)});
    }
    fit_calibration(chosen, best);
  }

  Lexicon lexicon_;
  std::optional<NameModel> names_;
  const std::vector<GoldDocument>& documents_;
  const TuneOptions& options_;
  const ParallelFor& parallel_for_;
  const std::function<void(std::string_view)>& progress_;
  std::vector<std::unique_ptr<SentenceAligner>> cases_;
};

}  // namespace

Parameters tune(const Model& model, const std::vector<GoldDocument>& documents,
                const Parameters& start, const TuneOptions& options,
                const ParallelFor& parallel_for,
                const std::function<void(std::string_view)>& progress) {
  return Tuner(model, documents, options, parallel_for, progress).tune(start);
}

}  // namespace muwazi
