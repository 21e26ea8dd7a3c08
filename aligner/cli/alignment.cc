#include "cli/alignment.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cli/inputs.h"
#include "cli/streams.h"
#include "muwazi/format/decisions.h"
#include "muwazi/format/review.h"
#include "muwazi/lexicon/model.h"
#include "muwazi/text/files.h"

namespace muwazi {

Result<std::vector<Decision>> decisions_of(const AlignmentConfig& config) {
  if (config.decisions.empty()) return std::vector<Decision>();
  Result<Document> file = read_document(config.decisions, DecodeOptions{}.encoding, true);
  if (Fault* fault = std::get_if<Fault>(&file)) return std::move(*fault);
  return read_decisions(std::get<Document>(file).text(), config.decisions);
}

void add_alignment_options(Options& options, AlignmentConfig& config) {
  options.flag("segmented", config.segmented, "every line is a sentence and stays one");
  options.value("apply", config.decisions, "FILE", "decisions that the review page saved");
  options.value("model", config.model, "FILE", "a model that 'muwazi train' made");
  options.value("weights", config.weights, "FILE", "numbers that 'muwazi tune' made");
  options.value("encoding", config.encoding, "NAME",
                fmt::format("of the input, windows-1256 for example [{}]", config.encoding));
  options.choice("omissions", config.omissions, {"never", "rare", "common"},
                 "never|rare|common: sentences left alone [estimated]", "WORD");
  options.choice("granularity", config.granularity, {"sentence", "fine"},
                 "fine: cut at ; and : too where pairs allow [sentence]", "WORD");
  options.choice("by", config.by, {"sentence", "paragraph"},
                 "paragraph: aligned and written as a whole [sentence]", "WORD");
  options.choice("fixed", config.fixed, {"ar", "en"},
                 "ar|en: each sentence of this side is a pair of its own, or alone", "SIDE");
  options.flag("lock-paragraphs", config.lock_paragraphs,
               "pairs stay within paragraphs that correspond");
  options.flag("quiet,q", config.quiet, "nothing on stderr but errors");
}

std::optional<std::string> wrong_alignment(const AlignmentConfig& config) {
  if (config.segmented && config.granularity == "fine") {
    return "--segmented keeps lines as they are: it does not go with --granularity fine";
  }
  if (config.by == "paragraph" && config.granularity == "fine") {
    return "--by paragraph keeps paragraphs whole: it does not go with --granularity fine";
  }
  if (config.by == "paragraph" && config.lock_paragraphs) {
    return "--lock-paragraphs is of sentences: it does not go with --by paragraph";
  }
  return std::nullopt;
}

std::optional<std::string> wrong_inputs(const AlignmentConfig& config, const std::string& output) {
  if (config.inputs.empty()) return "no file given";
  if (config.segmented && config.inputs.size() == 1) {
    return "--segmented takes two files, Arabic and English";
  }
  std::vector<std::string> files = config.inputs;
  if (!config.decisions.empty()) files.push_back(config.decisions);
  if (std::count(files.begin(), files.end(), "-") > 1) {
    return "standard input can be read once only";
  }
  return wrong_output(output, files);
}

AlignOptions align_options(const AlignmentConfig& config) {
  AlignOptions options;
  options.explain = config.explain;
  if (config.granularity == "fine") options.granularity = Granularity::fine;
  if (config.by == "paragraph") options.by = AlignBy::paragraph;
  if (!config.fixed.empty())
    options.fixed = config.fixed == "ar" ? Language::arabic : Language::english;
  options.lock_paragraphs = config.lock_paragraphs;
  options.omissions = config.omissions == "never"    ? Omissions::never
                      : config.omissions == "rare"   ? Omissions::rare
                      : config.omissions == "common" ? Omissions::common
                                                     : Omissions::estimated;
  return options;
}

Result<std::vector<Document>> read_documents(const AlignmentConfig& config) {
  std::vector<Document> documents;
  for (const std::string& path : config.inputs) {
    Result<Document> read = read_document(path, config.encoding, config.quiet);
    if (Fault* fault = std::get_if<Fault>(&read)) return std::move(*fault);
    documents.push_back(std::get<Document>(std::move(read)));
  }
  return documents;
}

Result<Aligned> align_documents(const AlignmentConfig& config,
                                const std::vector<Document>& documents) {
  const Result<AlignerFiles> files = open_aligner_files(config.model, config.weights);
  if (const Fault* fault = std::get_if<Fault>(&files)) return *fault;
  Result<std::vector<Decision>> decisions = decisions_of(config);
  if (const Fault* fault = std::get_if<Fault>(&decisions)) return *fault;

  const auto& [model, weights] = std::get<AlignerFiles>(files);
  const Aligner aligner(model, weights, align_options(config));
  bool swapped = false;
  Aligned aligned;
  aligned.bitext = align_documents(aligner, documents, config.segmented, &swapped);
  aligned.texts = texts_of(documents, swapped);
  aligned.decisions = std::get<std::vector<Decision>>(std::move(decisions));
  if (!config.decisions.empty()) {
    aligned.bitext = aligner.apply(aligned.decisions, std::move(aligned.bitext),
                                   aligned.texts.arabic, aligned.texts.english);
  }
  aligned.bitext.id = document_id(config.inputs.front());
  if (!config.quiet) {
    for (const std::string& note : aligned.bitext.notes)
      print_error(aligned.bitext.id + ": " + note);
  }
  return aligned;
}

void write_page(const Aligned& aligned, const std::string& output, double unsure) {
  ReviewOptions review;
  review.unsure = unsure;
  review.decisions = aligned.decisions;
  write_whole(output, write_review(aligned.bitext, aligned.texts, review));
}

Fault out_of_memory(const AlignmentConfig& config) {
  return {FaultKind::too_large, config.inputs.front(),      0, {},
          "out of memory",      "cut it into smaller files"};
}

}  // namespace muwazi
