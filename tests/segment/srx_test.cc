// The SRX document is read by a small SRX engine of the test's own, on ICU's regular expressions:
// the document must be well-formed, its expressions must compile, and it must cut as the Segmenter.
#include <gtest/gtest.h>
#include <unicode/regex.h>

#include <fstream>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "muwazi/segment/segmenter.h"
#include "segment/lists.h"

namespace muwazi {
namespace {

std::string unescaped(std::string text) {
  for (const auto& [from, to] : {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}}) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; ++at) {
      text.replace(at, std::string_view(from).size(), to);
    }
  }
  return text;
}

/// What is wrong with `xml`, as far as tags, attributes and references go; empty: nothing.
std::string malformed(std::string_view xml) {
  std::vector<std::string> open;
  std::size_t roots = 0;
  for (std::size_t at = 0; at < xml.size();) {
    if (xml[at] != '<') {
      if (xml[at] == '&' && !xml.substr(at).starts_with("&lt;") &&
          !xml.substr(at).starts_with("&gt;") && !xml.substr(at).starts_with("&amp;")) {
        return "a bare & at byte " + std::to_string(at);
      }
      if (open.empty() && xml[at] != '\n') return "text outside the root";
      ++at;
      continue;
    }
    const bool comment = xml.substr(at).starts_with("<!--");
    const std::size_t end = xml.find(comment ? "-->" : ">", at);
    if (end == std::string_view::npos) return "a tag that does not end";
    std::string_view tag = xml.substr(at + 1, end - at - 1);
    if (tag.find('<') != std::string_view::npos) return "a bare <";
    at = end + (comment ? 3 : 1);
    if (comment) {
      if (tag.substr(3).find("--") != std::string_view::npos) return "-- inside a comment";
    } else if (tag.starts_with("?")) {
      if (end > 60) return "a declaration that is not at the beginning";
    } else if (tag.starts_with("/")) {
      if (open.empty() || open.back() != tag.substr(1)) return "</" + std::string(tag.substr(1));
      open.pop_back();
    } else {
      if (std::count(tag.begin(), tag.end(), '"') % 2 != 0) return "an open attribute";
      if (open.empty()) ++roots;
      if (!tag.ends_with("/")) open.emplace_back(tag.substr(0, tag.find(' ')));
    }
  }
  if (!open.empty()) return "<" + open.back() + "> is not closed";
  return roots == 1 ? "" : "not one root";
}

struct SrxRule {
  bool cuts = false;
  std::unique_ptr<icu::RegexPattern> before, after;
};
using SrxRules = std::vector<SrxRule>;

std::unique_ptr<icu::RegexPattern> compiled(const std::string& expression) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where;
  std::unique_ptr<icu::RegexPattern> pattern(
      icu::RegexPattern::compile(icu::UnicodeString::fromUTF8(expression), where, status));
  EXPECT_TRUE(U_SUCCESS(status)) << expression << " at " << where.offset;
  return pattern;
}

std::string between(const std::string& text, const std::string& from, const std::string& to) {
  const std::size_t begin = text.find(from) + from.size();
  return text.substr(begin, text.find(to, begin) - begin);
}

std::map<std::string, SrxRules> read_srx(const std::string& document) {
  std::map<std::string, SrxRules> languages;
  std::size_t at = 0;
  const std::string kLanguage = "<languagerule languagerulename=\"";
  while ((at = document.find(kLanguage, at)) != std::string::npos) {
    const std::string part = document.substr(at, document.find("</languagerule>", at) - at);
    SrxRules& rules = languages[between(part, kLanguage, "\"")];
    for (std::size_t i = 0; (i = part.find("<rule ", i)) != std::string::npos; ++i) {
      const std::string rule = part.substr(i, part.find("</rule>", i) - i);
      rules.push_back(
          {between(rule, "break=\"", "\"") == "yes",
           compiled("(?:" + unescaped(between(rule, "<beforebreak>", "</beforebreak>")) + ")\\z"),
           compiled(unescaped(between(rule, "<afterbreak>", "</afterbreak>")))});
    }
    at += part.size();
  }
  return languages;
}

bool cuts_at(const SrxRules& rules, const icu::UnicodeString& text, std::int32_t place) {
  for (const SrxRule& rule : rules) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::RegexMatcher> after(rule.after->matcher(text, status));
    after->region(place, text.length(), status).useTransparentBounds(true);
    if (!after->lookingAt(status)) continue;
    const icu::UnicodeString left = text.tempSubString(0, place);
    const std::unique_ptr<icu::RegexMatcher> before(rule.before->matcher(left, status));
    if (before->find(status)) return rule.cuts;
  }
  return false;
}

std::string cut(const SrxRules& rules, const std::string& text) {
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
  icu::UnicodeString result;
  for (std::int32_t i = 0; i < wide.length(); ++i) {
    if (i > 0 && cuts_at(rules, wide, i)) result += u'|';
    result += wide[i];
  }
  std::string utf8;
  return result.toUTF8String(utf8);
}

class Srx : public testing::Test {
 protected:
  static void SetUpTestSuite() { languages_ = new std::map(read_srx(srx())); }
  static void TearDownTestSuite() { delete languages_; }
  static const SrxRules& rules(const std::string& language) { return languages_->at(language); }
  static std::map<std::string, SrxRules>* languages_;
};
std::map<std::string, SrxRules>* Srx::languages_ = nullptr;

TEST_F(Srx, IsWellFormed) {
  EXPECT_EQ(malformed(srx()), "");
  EXPECT_NE(malformed("<a><b></a></b>"), "");  // the check itself sees a fault
  EXPECT_NE(malformed("<a>R & D</a>"), "");
}

TEST_F(Srx, HasTheRulesOfBothLanguages) {
  ASSERT_EQ(languages_->size(), 2u);
  EXPECT_EQ(rules("English").size(), 32u);
  EXPECT_EQ(rules("Arabic").size(), 33u);  // those of English, and small Latin letters
}

TEST_F(Srx, NeverCutsAfterATitle) {
  for (const std::string language : {"en", "ar"}) {
    for (const std::string& entry :
         segment::Lists::shipped().entries(language, segment::Section::title)) {
      const std::string text =
          language == "en" ? "Ask " + entry + ". Hale now." : "سأل " + entry + ". هالة الآن.";
      EXPECT_EQ(cut(rules(language == "en" ? "English" : "Arabic"), text), text);
    }
  }
}

TEST_F(Srx, CutsAfterOtherAbbreviationsOnlyBeforeAStarter) {
  for (const std::string& entry :
       segment::Lists::shipped().entries("en", segment::Section::unless_starter)) {
    if (segment::Lists::shipped().find(entry).has(segment::Section::title)) continue;
    EXPECT_EQ(cut(rules("English"), "At Foo " + entry + ". Hale sang."),
              "At Foo " + entry + ". Hale sang.");
    EXPECT_EQ(cut(rules("English"), "At Foo " + entry + ". They sang."),
              "At Foo " + entry + ".| They sang.");
  }
}

/// The share of the hard cases that the document cuts as marked.
double share(const SrxRules& rules, const std::string& file) {
  std::ifstream in(std::string(MUWAZI_SOURCE_DIR) + "/tests/segment/" + file);
  int right = 0, all = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.starts_with("# ")) continue;
    std::string text = line;
    std::erase(text, '|');
    ++all;
    right += cut(rules, text) == line;
  }
  return static_cast<double>(right) / all;
}

TEST_F(Srx, CutsMostHardCasesAsTheSegmenterDoes) {
  EXPECT_GE(share(rules("English"), "cases.en.txt"), 0.92);
  EXPECT_GE(share(rules("Arabic"), "cases.ar.txt"), 0.92);
}

}  // namespace
}  // namespace muwazi
