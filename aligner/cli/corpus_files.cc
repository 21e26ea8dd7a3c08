#include "cli/corpus_files.h"

#include <algorithm>
#include <array>

#include "text/byte_source.h"

namespace muwazi {

std::vector<std::string> split_files(const std::string& prefix, const std::string& split) {
  const std::string stem = split.empty() ? prefix : prefix + '.' + split;
  return {stem + ".ar", stem + ".en", stem + ".tsv"};
}

SplitFiles::SplitFiles(const std::vector<std::string>& paths)
    : arabic_(paths[0]),
      english_(paths[1]),
      table_(paths[2]),
      sides_(write_moses(arabic_.sink(), english_.sink(), false)),
      rows_(write_tsv(table_.sink())) {}

void SplitFiles::write(const SegmentPair& pair) {
  // Neither format refuses a pair that has both sides.
  (void)sides_->write(pair);
  (void)rows_->write(pair);
}

void SplitFiles::end() {
  sides_->finish();
  rows_->finish();
}

std::vector<CorpusFile> SplitFiles::entries() const {
  return {arabic_.entry(), english_.entry(), table_.entry()};
}

void SplitFiles::finish() {
  for (SummedFile* const file : {&arabic_, &english_, &table_}) file->finish();
}

RemovedFile::RemovedFile(const std::string& path)
    : file_(path), out_([this](std::string_view bytes) { (void)file_.write(bytes); }) {
  out_.bytes() += "reason\t" + tsv_header();
}

void RemovedFile::write(const SegmentPair& pair, Removal removal) {
  (out_.bytes() += name(removal)) += '\t';
  append_tsv_row(out_.bytes(), pair);
  out_.pass_on_if_full();
}

void RemovedFile::finish() {
  out_.pass_on();
  file_.finish();
}

SummedSource::SummedSource(const PairSource& source, PairReadOptions how) : source_(source) {
  how.see = [this](const std::string& file, std::string_view bytes) { sums_[file].update(bytes); };
  reader_ = open_pairs(source.files, source.format, how);
}

CorpusSource SummedSource::entry(std::uint64_t pairs) {
  CorpusSource out;
  out.pairs = pairs;
  out.failed_documents = reader_->failed_documents();
  out.foreign_units = reader_->foreign_units();
  std::vector<std::string> unseen = reader_->further_files();
  if (sums_.empty()) unseen.insert(unseen.end(), source_.files.begin(), source_.files.end());
  std::sort(unseen.begin(), unseen.end());
  unseen.erase(std::unique(unseen.begin(), unseen.end()), unseen.end());
  for (const std::string& file : unseen) {
    if (file == "-") continue;
    // xlsx and ces: read again for this.
    const ReadBytes read =
        open_stream(file, -1, [&](std::string_view bytes) { sums_[file].update(bytes); });
    std::array<char, std::size_t{1} << 16U> buffer{};
    while (read(buffer.data(), buffer.size()) > 0) continue;
  }
  for (const auto& [file, sum] : sums_) out.files.push_back({file_name(file), sum.hex()});
  return out;
}

}  // namespace muwazi
