// The page is a template with its style and scripts, which are files of aligner/format/review, and the alignment as
// JSON in it. What the page's script reads, positions in UTF-16 units of a sentence, as its strings have them:
//
//   "key"        of the sentences, beads and decisions: what the browser keeps of steps holds for a page with the same one
//   "ar", "en"   texts, keys and paragraphs of the sentences, and which of them are headings
//   "beads"      [Arabic sentences, English sentences, confidence], in order: the sentences are counted
//   "pairs"      [Arabic sentence, begin, end, English sentence, begin, end] of values and names that match
//   "findings"   with [sentence, begin, end] of their places on each side, and the side of which these are only "context"
#include "muwazi/format/review.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <optional>

#include "format/cells.h"
#include "format/context_side.h"
#include "format/counterparts.h"
#include "muwazi/text/utf8.h"
#include "text/embedded.h"

namespace muwazi {

extern const EmbeddedTexts kReviewParts;

namespace {

template <class... Values>
void append(std::string& out, fmt::format_string<Values...> format, Values&&... values) {
  fmt::format_to(std::back_inserter(out), format, std::forward<Values>(values)...);
}

template <class List, class Write>
std::string list(const List& items, Write write) {
  std::string out = "[";
  const char* comma = "";
  for (const auto& item : items) {
    out += comma + std::string(write(item));
    comma = ",";
  }
  return out + ']';
}

std::string quoted(const std::string& text) { return json_string(text); }

std::string side(std::string_view text, const std::vector<Sentence>& sentences) {
  std::string out = "{\"texts\":" + list(sentences, [&](const Sentence& sentence) {
                      return json_string(slice(text, sentence.bytes));
                    });
  out += ",\"keys\":" + list(sentence_keys(text, sentences), quoted);
  out += ",\"paragraphs\":" + list(sentences, [](const Sentence& sentence) {
           return std::to_string(sentence.paragraph + 1);
         });
  std::vector<std::size_t> headings;
  for (std::size_t k = 0; k < sentences.size(); ++k) {
    if (sentences[k].role == Role::heading) headings.push_back(k);
  }
  return out + ",\"headings\":" + list(headings, [](std::size_t k) { return std::to_string(k); }) +
         '}';
}

/// "sentence,begin,end" of bytes inside a sentence.
std::string place(std::string_view text, const std::vector<Sentence>& sentences, const Spot& spot) {
  const std::string_view sentence = slice(text, sentences[spot.sentence].bytes);
  const std::size_t begin = utf16_units(sentence.substr(0, spot.bytes.begin));
  return fmt::format("{},{},{}", spot.sentence, begin,
                     begin + utf16_units(slice(sentence, spot.bytes)));
}

/// The parts of the sentences that a range of a text covers.
std::vector<Spot> spots(const std::vector<Sentence>& sentences, ByteRange range) {
  std::vector<Spot> out;
  auto at = std::partition_point(sentences.begin(), sentences.end(), [&](const Sentence& sentence) {
    return sentence.bytes.end <= range.begin;
  });
  for (; at != sentences.end() && at->bytes.begin < range.end; ++at) {
    const std::size_t begin = std::max(range.begin, at->bytes.begin) - at->bytes.begin;
    const std::size_t end = std::min(range.end, at->bytes.end) - at->bytes.begin;
    out.push_back({static_cast<std::uint32_t>(at - sentences.begin()), {begin, end}});
  }
  return out;
}

std::string places(std::string_view text, const std::vector<Sentence>& sentences,
                   const std::vector<ByteRange>& ranges) {
  std::vector<Spot> all;
  for (const ByteRange range : ranges) {
    for (const Spot& spot : spots(sentences, range)) all.push_back(spot);
  }
  return list(all, [&](const Spot& spot) { return '[' + place(text, sentences, spot) + ']'; });
}

std::string_view word_of(Rule rule) {
  static constexpr std::string_view kNames[] = {
      "omission",    "addition",     "number",      "date",   "name",  "unit",      "link",
      "placeholder", "untranslated", "consistency", "length", "order", "duplicate", "punctuation"};
  return kNames[static_cast<std::size_t>(rule)];
}

std::string_view word_of(Severity severity) {
  static constexpr std::string_view kNames[] = {"info", "warning", "error"};
  return kNames[static_cast<std::size_t>(severity)];
}

std::string finding_json(const Bitext& bitext, const Texts& texts, const Finding& finding) {
  const std::optional<Language> context = context_side(finding, bitext);
  return fmt::format(
      R"({{"rule":"{}","severity":"{}","probability":{},"bead":{},"message":{},"context":"{}","ar":{},"en":{}}})",
      word_of(finding.rule), word_of(finding.severity),
      digits(static_cast<double>(finding.probability)), finding.bead, json_string(finding.message),
      !context                      ? ""
      : context == Language::arabic ? "ar"
                                    : "en",
      places(texts.arabic, bitext.arabic, finding.arabic),
      places(texts.english, bitext.english, finding.english));
}

std::string side_json(const DecidedSide& decided) {
  return fmt::format(R"({{"sentences":{},"before":{},"after":{},"text":{}}})",
                     list(decided.sentences, quoted), list(decided.before, quoted),
                     list(decided.after, quoted), json_string(decided.text));
}

std::string beads_json(const std::vector<Bead>& beads) {
  return list(beads, [](const Bead& bead) {
    return fmt::format("[{},{},{}]", bead.arabic.size(), bead.english.size(),
                       digits(static_cast<double>(bead.posterior)));
  });
}

std::string decisions_json(std::span<const Decision> decisions) {
  return list(decisions, [](const Decision& decision) {
    return fmt::format(R"({{"verdict":"{}","ar":{},"en":{}}})",
                       decision.verdict == Verdict::right ? "right" : "wrong",
                       side_json(decision.arabic), side_json(decision.english));
  });
}

std::string key_of(std::initializer_list<std::string> parts) {
  std::uint64_t key = 0;
  for (const std::string& part : parts) key = XXH64(part.data(), part.size(), key);
  return fmt::format("{:016x}", key);
}

std::string data(const Bitext& bitext, const Texts& texts, const ReviewOptions& options) {
  const std::string arabic = side(texts.arabic, bitext.arabic),
                    english = side(texts.english, bitext.english), beads = beads_json(bitext.beads),
                    decisions = decisions_json(options.decisions);
  std::string out = fmt::format(R"({{"id":{},"names":{{"ar":{},"en":{}}})", json_string(bitext.id),
                                json_string(texts.arabic_name), json_string(texts.english_name));
  append(out, R"(,"coverage":{{"ar":{},"en":{}}},"unsure":{},"notes":{})",
         digits(bitext.coverage.arabic), digits(bitext.coverage.english), digits(options.unsure),
         list(bitext.notes, quoted));
  append(out, R"(,"key":"{}")", key_of({arabic, english, beads, decisions}));
  append(out, ",\n\"ar\":{},\n\"en\":{},\n\"beads\":{}", arabic, english, beads);
  out += ",\n\"pairs\":" + list(counterparts(bitext, texts), [&](const Counterparts& pair) {
           return fmt::format("[{},{}]", place(texts.arabic, bitext.arabic, pair.arabic),
                              place(texts.english, bitext.english, pair.english));
         });
  out += ",\n\"findings\":" + list(options.findings, [&](const Finding& finding) {
           return finding_json(bitext, texts, finding);
         });
  return out + ",\n\"decisions\":" + decisions + '}';
}

/// Inside a script element only `<` can end it or change how it is read; in JSON it stands in strings alone.
std::string without_tags(const std::string& json) {
  std::string out;
  out.reserve(json.size());
  for (const char c : json) {
    if (c == '<') {
      out += "\\u003c";
    } else {
      out += c;
    }
  }
  return out;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else if (static_cast<unsigned char>(c) >= ' ') {
      out += c;
    }
  }
  return out;
}

std::string_view part(std::string_view name) {
  const auto found = std::find_if(kReviewParts.begin(), kReviewParts.end(),
                                  [&](const auto& file) { return file.first == name; });
  return found->second;
}

std::string scripts() {
  std::string out;
  for (const auto& [name, text] : kReviewParts) {
    if (name.ends_with(".js")) out += text;
  }
  return out;
}

}  // namespace

std::string write_review(const Bitext& bitext, const Texts& texts, const ReviewOptions& options) {
  std::string_view page = part("page.html");
  std::string out;
  while (!page.empty()) {
    const std::size_t mark = page.find("{{");
    out += page.substr(0, mark);
    if (mark == std::string_view::npos) break;
    const std::size_t end = page.find("}}", mark);
    const std::string_view name = page.substr(mark + 2, end - mark - 2);
    if (name == "title") out += escaped(bitext.id);
    if (name == "style") out += part("style.css");
    if (name == "script") out += scripts();
    if (name == "data") out += without_tags(data(bitext, texts, options));
    page.remove_prefix(end + 2);
  }
  return out;
}

}  // namespace muwazi
