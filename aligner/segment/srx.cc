// The rules as an SRX 2.0 document, written from the lists that the Segmenter reads. SRX asks its
// rules in order at every place of a text; the first whose expressions match on both sides decides.
// So the exceptions come first, in the order of kRules (rules.cc), and the rule that cuts comes last.
#include <initializer_list>
#include <string>

#include "muwazi/segment/segmenter.h"
#include "segment/chars.h"
#include "segment/lists.h"

namespace muwazi {
namespace {

using segment::Lists;
using segment::Section;

constexpr std::string_view kHead =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<!-- Sentence breaks of Arabic and English. Written by muwazi from its lists of abbreviations.
     It differs from muwazi's own segmenter in that SRX has no candidates of ICU, counts no
     quotation marks, knows no combining marks inside abbreviations, and cuts only at white space
     or between two words that a mark alone parts. -->
<srx xmlns="http://www.lisa.org/srx20" version="2.0">
<header segmentsubflows="yes" cascade="no">
<formathandle type="start" include="no"/>
<formathandle type="end" include="yes"/>
<formathandle type="isolated" include="yes"/>
</header>
<body>
<languagerules>
)";

constexpr std::string_view kTail =
    R"(</languagerules>
<maprules>
<languagemap languagepattern="[Aa][Rr].*" languagerulename="Arabic"/>
<languagemap languagepattern="[Ee][Nn].*" languagerulename="English"/>
</maprules>
</body>
</srx>
)";

// Pieces of expressions that ICU, Java and .NET read alike.
constexpr std::string_view kEnd = R"([.!?\x{061F}\x{2026}])";
constexpr std::string_view kClosers = R"(["'\x{201D}\x{2019}\x{BB}\x{203A})\]}]*)";
constexpr std::string_view kOpeners = R"(["'\x{201C}\x{2018}\x{AB}\x{2039}(\[]*)";
constexpr std::string_view kArabicLetter = R"([\x{0621}-\x{064A}])";
constexpr std::string_view kWordBegin = R"((?<![\p{L}\p{N}.\-]))";

std::string escaped_xml(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '&')
      result += "&amp;";
    else if (c == '<')
      result += "&lt;";
    else if (c == '>')
      result += "&gt;";
    else
      result += c;
  }
  return result;
}

/// An entry as an expression: "fig" as [Ff]ig, "هـ" with its tatweel optional.
std::string expression(std::string_view entry) {
  constexpr std::string_view kTatweel = "\u0640";
  std::string result;
  for (std::size_t i = 0; i < entry.size(); ++i) {
    const char c = entry[i];
    if (i == 0 && c >= 'a' && c <= 'z') {
      result += {'[', static_cast<char>(c - 32), c, ']'};
    } else if (entry.substr(i, kTatweel.size()) == kTatweel) {
      result += std::string(kTatweel) + "?";
      i += kTatweel.size() - 1;
    } else {
      if (std::string_view(".$!?+-").find(c) != std::string_view::npos) result += '\\';
      result += c;
    }
  }
  return result;
}

/// "(?:Mr|Mrs|د|أ\.د)": the entries of some sections in both languages.
std::string any_of(std::initializer_list<Section> sections) {
  std::string result = "(?:";
  for (const Section section : sections) {
    for (const std::string_view language : {"en", "ar"}) {
      for (const std::string& entry : Lists::shipped().entries(language, section)) {
        if (result.size() > 3) result += '|';
        result += expression(entry);
      }
    }
  }
  return result + ")";
}

std::string join(std::initializer_list<std::string_view> parts) {
  std::string result;
  for (const std::string_view part : parts) result += part;
  return result;
}

class Rules {
 public:
  void no(std::string_view before, std::string_view after) { add("no", before, after); }
  void yes(std::string_view before, std::string_view after) { add("yes", before, after); }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  void add(std::string_view verdict, std::string_view before, std::string_view after) {
    text_ += join({"<rule break=\"", verdict, "\"><beforebreak>", escaped_xml(before),
                   "</beforebreak><afterbreak>", escaped_xml(after), "</afterbreak></rule>\n"});
  }
  std::string text_;
};

void add_general(Rules& rules) {
  rules.yes(R"([\n\r\x{2028}\x{2029}])", "");
  rules.no(kEnd, R"(\s+[.!?\x{061F}\x{2026}])");
  rules.no(R"([(\[][.!?\x{061F}\x{2026}]+[)\]])", R"(\s)");
  rules.no(join({kEnd, kClosers}), R"(\s*[,;:\x{060C}\x{061B})\]}&+=/])");
  rules.no(
      R"((?:^|[\n\r]|:\s|\p{L}{5,}[.!?\x{061F}]\s)\s*(?:\p{Nd}{1,3}(?:\.\p{Nd}{1,3})*|\p{L}|[IVX]{1,5}|[ivx]{1,5})\.)",
      R"(\s)");
  rules.no(join({kEnd, kClosers}),
           join({R"(\s+)", kOpeners, R"([\-\x{2013}\x{2014}\s]*\p{Ll}(?!\p{Lu}))"}));
}

void add_other_marks(Rules& rules) {
  const std::string starter = any_of({Section::starter});
  rules.no(join({kWordBegin, any_of({Section::marked_name})}),
           join({R"(\s+(?!)", starter, R"(\b)\S)"}));
  rules.no(join({kEnd, R"(["\x{201D}\x{BB}])"}),
           join({R"(\s+)", any_of({Section::reporting}), R"(\b)"}));
  rules.no(R"([!?\x{061F}]["\x{201D}\x{BB})\]])",
           join({R"(\s+)", any_of({Section::completion}), R"(\b)"}));
  rules.no(
      join({R"((?:^|[\n\r])\s*["\x{201C}][^"\x{201D}\n]*[!?]["\x{201D}])"}),
      join({R"(\s+(?!)", starter, R"(\b)\p{Lu}\w*\s+)", any_of({Section::reporting}), R"(\b)"}));
  rules.no(join({R"((?:\.\s?\.|\x{2026})[.\x{2026}]*)", kClosers}),
           join({R"(\s+(?:I\b|\x{0648}\p{L}{3,}|(?=\x{0648}))", any_of({Section::starter}),
                 R"(\b|)", any_of({Section::continuation, Section::completion}), R"(\b))"}));
  rules.yes(join({R"((?:\.\s?\.|[!?\x{061F}\x{2026}])[.!?\x{061F}\x{2026}]*)", kClosers}), R"(\s)");
}

void add_abbreviations(Rules& rules) {
  const std::string starter = any_of({Section::starter});
  const std::string unless_starter = join({R"(\s+(?!)", starter, R"(\b(?!\.))\S)"});
  rules.no(join({kWordBegin, any_of({Section::title, Section::number, Section::unless_starter}),
                 R"(\.)"}),
           R"(\s+\p{Nd})");
  rules.no(R"(\b\p{Nd}{1,2}\.)", R"(\s+\p{Nd}{1,2}\b)");
  rules.no(R"(\b\p{Nd}{1,2}\.\s\p{Nd}{1,2}\.)", R"(\s+\p{Nd})");
  rules.yes(join({kWordBegin, any_of({Section::letter_noun}), R"(\s+(?:\p{Lu}|)", kArabicLetter,
                  R"()\.)"}),
            R"(\s)");
  const std::string year = join({R"(\p{Nd}\s?)", any_of({Section::year}), R"(\.)"});
  rules.no(year, join({R"(\s+)", any_of({Section::year_tail}), R"(\b)"}));
  rules.yes(year, R"(\s)");
  rules.no(join({kWordBegin, any_of({Section::title}), R"(\.)"}), R"(\s)");
  rules.no(join({R"((?:^|[\n\r])\s*)", any_of({Section::label_noun}), R"(\s+\p{Nd}{1,3}\.)"}),
           R"(\s)");
  rules.no(join({kWordBegin, any_of({Section::number}), R"(\.)"}),
           R"(\s+(?![AI]\s)(?:[IVX]{1,5}|[ivx]{1,5}|\p{L})\b)");
  const std::string clock = join({kWordBegin, any_of({Section::clock}), R"(\.)"});
  rules.no(clock, join({R"(\s+)", any_of({Section::clock_tail}), R"(\b)"}));
  rules.yes(clock, R"(\s)");
  rules.no(join({kWordBegin, any_of({Section::unless_starter}), R"(\.)"}), unless_starter);
  rules.no(join({kWordBegin, kArabicLetter, R"(\.)"}), R"(\s)");
  rules.no(join({kWordBegin, R"((?:\p{Lu}|\p{L}(?:\.\p{L})+)\.)"}), unless_starter);
  const std::string letter = any_of({Section::letter_name});
  rules.no(join({kWordBegin, letter, R"(\.)"}), join({R"(\s+)", letter, R"(\.)"}));
}

void add_breaks(Rules& rules) {
  rules.yes(join({R"(\p{Ll}{3,}[.!?])", kClosers}), R"(\p{Lu}\p{Ll}+[\s,])");
  rules.yes(join({kArabicLetter, R"({2,}[.!?\x{061F}])", kClosers}), join({kArabicLetter, "{2,}"}));
  rules.yes(R"(\p{Ll}{4,}\.\p{Nd}{1,3})", R"(\s+\p{Lu})");
  rules.yes(join({kArabicLetter, R"({3,}\.\p{Nd}{1,3})"}), join({R"(\s+)", kArabicLetter}));
  rules.yes(
      join({kEnd, "+", kClosers,
            R"((?:\[[^\]\n]{1,40}\]|\(\p{Nd}{1,3}\)|[\x{B9}\x{B2}\x{B3}\x{2070}-\x{2079}])*)"}),
      R"(\s)");
}

}  // namespace

std::string srx() {
  // Both languages know both lists, as the Segmenter does: Latin words stand in Arabic text.
  Rules rules;
  add_general(rules);
  Rules rest;
  add_other_marks(rest);
  add_abbreviations(rest);
  add_breaks(rest);
  // Arabic has no capitals: there a Latin word in small letters may begin a sentence.
  Rules arabic;
  arabic.yes(join({kArabicLetter, R"({2,}[.!?\x{061F}])"}), R"(\s+\p{Ll})");
  return join({kHead, "<languagerule languagerulename=\"Arabic\">\n", arabic.text(), rules.text(),
               rest.text(), "</languagerule>\n<languagerule languagerulename=\"English\">\n",
               rules.text(), rest.text(), "</languagerule>\n", kTail});
}

}  // namespace muwazi
