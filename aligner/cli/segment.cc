// muwazi segment: a text's sentences, or the rules by which they are found.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "cli/command.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/streams.h"
#include "format/cells.h"
#include "muwazi/page/page.h"
#include "muwazi/segment/segmenter.h"
#include "muwazi/text/decode.h"
#include "muwazi/text/files.h"
#include "muwazi/text/utf8.h"

namespace muwazi {
namespace {

struct SegmentConfig {
  std::vector<std::string> inputs;
  std::string language = "auto";
  std::string format = "text";
  bool paragraphs = false;  ///< an empty line after the sentences of each line or wrapped paragraph
  bool srx = false;
  std::string output = "-";
  std::string encoding = DecodeOptions{}.encoding;
  bool quiet = false;
};

struct Found {
  ByteRange bytes;
  Language language = Language::none;
  bool last_of_line = false;  ///< or of a wrapped paragraph
};

/// The rules to cut a line by: those of its language; of a line in both or in neither, those of the
/// script that most of its letters are in.
Language rules_for(std::string_view line, Language language) {
  if (language == Language::arabic || language == Language::english) return language;
  std::size_t arabic = 0, latin = 0;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = next(line, at);
    arabic += is_arabic_letter(c) ? 1 : 0;
    latin += is_latin_letter(c) ? 1 : 0;
  }
  return arabic > latin ? Language::arabic : Language::english;
}

Language stated_language(const SegmentConfig& config) {
  return config.language == "ar"   ? Language::arabic
         : config.language == "en" ? Language::english
                                   : Language::none;
}

/// The paragraphs that were broken at a fixed width, in order of the text.
std::vector<ByteRange> wrapped_paragraphs(std::string_view text, Language stated) {
  const Page page = stated == Language::none ? read_page(text) : read_monolingual(text, stated);
  std::vector<ByteRange> wrapped;
  for (const Passage& passage : page.passages) {
    if (passage.wrapped) wrapped.push_back(passage.bytes);
  }
  return wrapped;
}

/// Every line, boilerplate too: this is not the place to judge what a line is for.
std::vector<Found> find_sentences(std::string_view text, const SegmentConfig& config) {
  const Segmenter segmenter;
  const Language stated = stated_language(config);
  const std::vector<ByteRange> wrapped = wrapped_paragraphs(text, stated);
  auto paragraph = wrapped.begin();
  std::vector<Found> found;
  for (std::size_t at = text.starts_with("\uFEFF") ? 3 : 0; at < text.size();) {
    std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    bool join_lines = false;
    for (; paragraph != wrapped.end() && paragraph->begin < end; ++paragraph) {
      if (paragraph->end <= end) continue;
      join_lines = true;
      end = std::min(text.find_first_of("\r\n", paragraph->end), text.size());
    }
    const std::string_view line = text.substr(at, end - at);
    const Language language = stated == Language::none ? detect_language(line) : stated;
    const std::size_t before = found.size();
    for (const ByteRange range : segmenter.sentences(line, rules_for(line, language), join_lines)) {
      found.push_back({{at + range.begin, at + range.end}, language, false});
    }
    if (found.size() > before) found.back().last_of_line = true;
    at = end + 1;
  }
  return found;
}

std::string lines_of(std::string_view text, const std::vector<Found>& found, bool paragraphs) {
  std::string out;
  for (const Found& sentence : found) {
    const std::vector<Sentence> one = {{.bytes = sentence.bytes}};
    out += one_line(text, one, {0, 1});
    out += paragraphs && sentence.last_of_line ? "\n\n" : "\n";
  }
  return out;
}

std::string json_of(std::string_view text, const std::vector<Found>& found, std::string_view id) {
  std::string out = fmt::format(R"({{"id": {}, "sentences": [)", json_string(id));
  const char* comma = "";
  for (const Found& sentence : found) {
    fmt::format_to(std::back_inserter(out),
                   R"({}{{"start": {}, "end": {}, "text": {}, "language": "{}"}})", comma,
                   sentence.bytes.begin, sentence.bytes.end,
                   json_string(slice(text, sentence.bytes)), code(sentence.language));
    comma = ", ";
  }
  return out + "]}\n";
}

void add_options(Options& options, SegmentConfig& config) {
  options.operands(config.inputs, 0, 1);
  options.choice("language", config.language, {"ar", "en", "auto"},
                 fmt::format("of the text; auto tells it line by line [{}]", config.language));
  options.choice(
      "format", config.format, {"text", "json"},
      fmt::format("a sentence a line, or a record with offsets in bytes [{}]", config.format));
  options.flag("paragraphs", config.paragraphs,
               "text only: an empty line after the sentences of each line of the input");
  options.flag("srx", config.srx, "print the rules as an SRX 2.0 document and stop");
  options.value("output,o", config.output, "FILE", "write to FILE, whole or not at all");
  options.value("encoding", config.encoding, "NAME",
                fmt::format("of the input, windows-1256 for example [{}]", config.encoding));
  options.flag("quiet,q", config.quiet, "nothing on stderr but errors");
}

int run_segment(const Command& command, const Arguments& arguments) {
  SegmentConfig config;
  Options options(command);
  add_options(options, config);
  if (const auto code = options.read(arguments)) return *code;
  if (config.srx) {
    if (!config.inputs.empty()) return options.usage_error("--srx takes no file");
    write_whole(config.output, srx());
    return kDone;
  }
  if (config.inputs.empty()) return options.usage_error("no file given");
  if (config.paragraphs && config.format == "json")
    return options.usage_error("--paragraphs is of text; a record has offsets");
  if (const auto what = replaces_input(config.output, config.inputs))
    return options.usage_error(*what);

  const std::string& path = config.inputs.front();
  const Result<Document> read = read_document(path, config.encoding, config.quiet);
  const bool json = config.format == "json";
  if (const Fault* fault = std::get_if<Fault>(&read)) {
    print_error(message(*fault));
    if (json && config.output == "-") print_out(write_error(document_id(path), *fault));
    return kFailed;
  }
  const std::string_view text = std::get<Document>(read).text();
  const std::vector<Found> found = find_sentences(text, config);
  write_whole(config.output, json ? json_of(text, found, document_id(path))
                                  : lines_of(text, found, config.paragraphs));
  return kDone;
}

}  // namespace

extern const Command kSegmentCommand;
const Command kSegmentCommand{
    .name = "segment",
    .summary = "Cuts a text into sentences",
    .usage = "[options] FILE\n--srx",
    .notes =
        "FILE may be - for standard input, and packed (.gz, .xz, .zst). A line end ends a\n"
        "sentence, except in paragraphs that are broken at a fixed width. Every line is\n"
        "kept, whatever language it is in.",
    .run = run_segment};

}  // namespace muwazi
