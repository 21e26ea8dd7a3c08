#include "muwazi/check/rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "check/texts.h"
#include "muwazi/text/word.h"
#include "text/byte_order_mark.h"

namespace muwazi {
namespace {

constexpr std::array<RuleInfo, 14> kRules = {{
    {Rule::omission, "omission", "Accuracy/Omission",
     "a passage, a sentence or a part of one that the English has not",
     "فتح الحارس باب الحديقة. ثم سقى البستاني أشجار الليمون.", "The guard opened the garden gate."},
    {Rule::addition, "addition", "Accuracy/Addition",
     "a passage, a sentence or a part of one that the Arabic has not", "فتح الحارس الباب.",
     "The guard opened the door. Then he put out the lamps."},
    {Rule::number, "number", "Accuracy/Mistranslation/Number",
     "a number in digits or words, or of a phone, that the other side has not",
     "باع الخباز خمسة وعشرين رغيفا.", "The baker sold 52 loaves."},
    {Rule::date, "date", "Accuracy/Mistranslation/Date-time",
     "a date or a time of day that the other side has not", "عاد في 3 كانون الثاني 1987.",
     "He came back on 3 June 1987."},
    {Rule::name, "name", "Accuracy/Mistranslation/Entity",
     "a name whose letters and translations the other side has not",
     "زار كريم بغداد أمس. عاش كريم في بغداد عاما.",
     "Karim visited Baghdad yesterday. Karim lived in Lisbon for a year."},
    {Rule::unit, "unit", "Accuracy/Mistranslation/Unit-conversion",
     "the same number with another unit or currency", "يبعد النهر 40 كيلومترا.",
     "The river is 40 miles away."},
    {Rule::link, "link", "Accuracy/Mistranslation/Link",
     "a link or an e-mail address that the other side has not", "راجع https://example.org/ar",
     "See https://example.com/ar"},
    {Rule::placeholder, "placeholder", "Design and markup/Markup",
     "a placeholder, a tag or a code that the other side has not", "حُذف {count} من الملفات.",
     "Files were deleted."},
    {Rule::untranslated, "untranslated", "Accuracy/Untranslated",
     "text that was left in the other language", "أغلق النافذة قبل المطر.",
     "Close the window قبل المطر الشديد."},
    {Rule::consistency, "consistency", "Terminology/Inconsistent use of terminology",
     "the same term, name or sentence given in different ways", "وصل محمود. نام محمود. ضحك محمود.",
     "Mahmoud came. Mahmud slept. Mahmoud laughed."},
    {Rule::length, "length", "Design and markup/Length",
     "a sentence much shorter or longer than the other side lets expect",
     "فتح الحارس الباب. نعم، وقد كتب ذلك كله في رسالة طويلة إلى أخيه. وصل القطار إلى المحطة.",
     "The guard opened the door. Yes. The train reached the station."},
    {Rule::order, "order", "Linguistic conventions/Order",
     "a sentence that stands at another place",
     "وصل القطار إلى المحطة. فتح الحارس باب الحديقة. كتب الطالب رسالة إلى أمه.",
     "The guard opened the garden gate. The student wrote a letter to his mother. The train "
     "reached "
     "the station."},
    {Rule::duplicate, "duplicate", "Linguistic conventions/Duplication",
     "a sentence that stands twice on one side and once on the other",
     "أغلق الحارس باب الحديقة مساء.",
     "The guard closed the garden gate in the evening. The guard closed the garden gate in the "
     "evening."},
    {Rule::punctuation, "punctuation", "Linguistic conventions/Punctuation",
     "a question that became a statement, or a bracket or quotation mark without its partner",
     "هل عاد البحار؟", "The sailor came back."},
}};

constexpr std::array<std::string_view, 3> kSeverities = {"info", "warning", "error"};

/// The comparison form of the side's sentences that the places stand in.
std::string sentences_at(const std::vector<ByteRange>& places,
                         const std::vector<Sentence>& sentences, std::string_view text) {
  std::string out;
  for (const Sentence& sentence : sentences) {
    const bool meets = std::any_of(places.begin(), places.end(),
                                   [&](ByteRange place) { return overlap(place, sentence.bytes); });
    if (meets) out += comparison_form(slice(text, sentence.bytes)) + '\n';
  }
  return out;
}

std::string spots(const std::vector<ByteRange>& places, std::string_view text) {
  std::string out;
  for (const ByteRange place : places) out += comparison_form(slice(text, place)) + '\t';
  return out;
}

/// Fowler-Noll-Vo, 64 bits, variant 1a.
std::uint64_t hash(std::string_view bytes) {
  std::uint64_t out = 0xCBF29CE484222325U;
  for (const char c : bytes) {
    out ^= static_cast<unsigned char>(c);
    out *= 0x100000001B3U;
  }
  return out;
}

bool contains(const std::vector<Rule>& list, Rule rule) {
  return std::find(list.begin(), list.end(), rule) != list.end();
}

}  // namespace

std::span<const RuleInfo> rules() noexcept { return kRules; }

const RuleInfo& info(Rule rule) noexcept { return kRules[static_cast<std::size_t>(rule)]; }

std::optional<Rule> rule_named(std::string_view name) noexcept {
  for (const RuleInfo& rule : kRules) {
    if (rule.name == name) return rule.rule;
  }
  return std::nullopt;
}

std::string_view name(Severity severity) noexcept {
  return kSeverities[static_cast<std::size_t>(severity)];
}

std::optional<Severity> severity_named(std::string_view name) noexcept {
  for (std::size_t k = 0; k < kSeverities.size(); ++k) {
    if (kSeverities[k] == name) return static_cast<Severity>(k);
  }
  return std::nullopt;
}

std::string fingerprint(const Finding& finding, const Bitext& bitext, std::string_view arabic,
                        std::string_view english) {
  return fmt::format(
      "{:016x}", hash(fmt::format("{}\f{}\f{}\f{}\f{}", info(finding.rule).name,
                                  sentences_at(finding.arabic, bitext.arabic, arabic),
                                  sentences_at(finding.english, bitext.english, english),
                                  spots(finding.arabic, arabic), spots(finding.english, english))));
}

Result<std::vector<Suppression>> parse_suppressions(std::string_view text,
                                                    const std::string& file) {
  std::vector<Suppression> out;
  std::uint64_t number = 0;
  text.remove_prefix(byte_order_mark_length(text));
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    ++number;
    const std::string_view trimmed =
        line.substr(std::min(line.find_first_not_of(" \t\r"), line.size()));
    if (trimmed.empty() || trimmed.starts_with('#')) continue;
    const std::size_t space = std::min(trimmed.find_first_of(" \t"), trimmed.size());
    const std::string_view word = trimmed.substr(0, space);
    Suppression made{rule_named(word), comparison_form(trimmed.substr(space))};
    if ((!made.rule && word != "*") || made.text.empty()) {
      return Fault{FaultKind::malformed_suppression,
                   file,
                   number,
                   {},
                   "\"" + check::quoted(trimmed) + "\"",
                   "write the name of a rule or *, a space, and text of the sentence"};
    }
    out.push_back(std::move(made));
  }
  return out;
}

std::size_t select(std::vector<Finding>& findings, Selection selection, const Bitext& bitext,
                   std::string_view arabic, std::string_view english) {
  std::size_t accepted = 0;
  const auto suppressed = [&](const Finding& finding) {
    if (selection.suppressions.empty()) return false;
    const std::string texts = sentences_at(finding.arabic, bitext.arabic, arabic) +
                              sentences_at(finding.english, bitext.english, english);
    return std::any_of(selection.suppressions.begin(), selection.suppressions.end(),
                       [&](const Suppression& one) {
                         return (!one.rule || one.rule == finding.rule) &&
                                texts.find(one.text) != std::string::npos;
                       });
  };
  const auto known = [&](const Finding& finding) {
    const auto found = selection.accepted.empty()
                           ? selection.accepted.end()
                           : selection.accepted.find(fingerprint(finding, bitext, arabic, english));
    return found != selection.accepted.end() && found->second-- > 0;
  };
  std::erase_if(findings, [&](const Finding& finding) {
    if (finding.severity < selection.least || contains(selection.ignored, finding.rule))
      return true;
    if (!selection.only.empty() && !contains(selection.only, finding.rule)) return true;
    const bool hidden = suppressed(finding) || known(finding);
    accepted += hidden ? 1 : 0;
    return hidden;
  });
  return accepted;
}

}  // namespace muwazi
