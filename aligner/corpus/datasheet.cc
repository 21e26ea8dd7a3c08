#include "muwazi/corpus/datasheet.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace muwazi {
namespace {

using Json = nlohmann::ordered_json;

/// Four digits behind the point are what a probability has everywhere.
double rounded(double share) { return std::round(share * 1e4) / 1e4; }

Json file_json(const CorpusFile& file) { return {{"file", file.name}, {"sha256", file.sha256}}; }

Json files_json(const std::vector<CorpusFile>& files) {
  Json out = Json::array();
  for (const CorpusFile& file : files) out.push_back(file_json(file));
  return out;
}

Json sources_json(const std::vector<CorpusSource>& sources) {
  Json out = Json::array();
  for (const CorpusSource& source : sources) {
    Json& row =
        out.emplace_back(Json{{"files", files_json(source.files)}, {"pairs", source.pairs}});
    if (source.failed_documents > 0) row["failed_documents"] = source.failed_documents;
    if (source.foreign_units > 0) row["foreign_units"] = source.foreign_units;
  }
  return out;
}

Json options_json(const CorpusFilters& filters, const std::vector<CorpusSplit>& splits) {
  Json out = {{"min_confidence", filters.min_confidence},
              {"max_sentences", filters.max_sentences},
              {"max_copied", filters.max_copied},
              {"max_length_ratio", filters.max_length_ratio},
              {"max_documents", filters.max_documents}};
  Json allowed = Json::array();
  for (const Removal removal : filters.allowed) allowed.push_back(name(removal));
  out["allow"] = std::move(allowed);
  for (const CorpusSplit& split : splits) out["split"][split.name] = split.share;
  return out;
}

Json split_json(const SplitCounts& counts) {
  return {{"pairs", counts.pairs},
          {"documents", counts.documents},
          {"words", {{"ar", counts.arabic_words}, {"en", counts.english_words}}}};
}

Json kept_json(const CorpusCounts& counts, const std::vector<CorpusSplit>& splits) {
  SplitCounts all;
  for (const SplitCounts& split : counts.splits) {
    all.pairs += split.pairs;
    all.documents += split.documents;
    all.arabic_words += split.arabic_words;
    all.english_words += split.english_words;
  }
  Json out = split_json(all);
  for (std::size_t i = 0; i < splits.size(); ++i)
    out["splits"][splits[i].name] = split_json(counts.splits[i]);
  return out;
}

Json removed_json(const CorpusCounts& counts) {
  Json out = Json::object();
  for (std::size_t i = 0; i < kRemovals; ++i) out[removal_names()[i]] = counts.removed[i];
  return out;
}

/// What each bin counts stands in its first value.
Json confidences_json(const CorpusCounts& counts) {
  Json out = Json::array();
  for (std::size_t i = 0; i < kConfidenceBins; ++i) {
    out.push_back({{"from", rounded(static_cast<double>(i) / kConfidenceBins)},
                   {"read", counts.confidence_read[i]},
                   {"kept", counts.confidence_kept[i]}});
  }
  return out;
}

Json lengths_json(const CorpusCounts& counts) {
  Json out = Json::array();
  for (std::size_t i = 0; i < kLengthBins; ++i) {
    out.push_back({{"from", i == 0 ? 0U : 1U << (i - 1)},
                   {"ar", counts.arabic_lengths[i]},
                   {"en", counts.english_lengths[i]}});
  }
  return out;
}

}  // namespace

std::string datasheet(const CorpusCounts& counts, const CorpusFilters& filters,
                      const std::vector<CorpusSplit>& splits, const CorpusOrigin& origin) {
  Json out = {{"muwazi", "corpus"}, {"version", 1}, {"program", origin.program}};
  out["models"] = files_json(origin.models);
  out["options"] = options_json(filters, splits);
  out["sources"] = sources_json(origin.sources);
  out["read"] = {{"pairs", counts.pairs}, {"documents", counts.documents}};
  out["kept"] = kept_json(counts, splits);
  out["removed"] = removed_json(counts);
  const auto precision = counts.expected_precision();
  out["expected_precision"] = precision ? Json(rounded(*precision)) : Json(nullptr);
  out["with_confidence"] = counts.with_confidence;
  out["histograms"] = {{"confidence", confidences_json(counts)},
                       {"words", lengths_json(counts)},
                       {"sentences", counts.shapes}};
  out["files"] = files_json(origin.files);
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace muwazi
