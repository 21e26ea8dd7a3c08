#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "muwazi/segment/segmenter.h"
#include "segment/chars.h"
#include "segment/lists.h"

namespace muwazi {
namespace {

using segment::Kind;

bool is_space(Kind kind) { return kind == Kind::space || kind == Kind::line_end; }

/// `text` with '|' where a sentence ends inside it.
std::string marked(std::string_view text, Language language) {
  static const Segmenter segmenter;
  std::string result;
  std::size_t at = 0;
  for (const ByteRange range : segmenter.sentences(text, language)) {
    if (at > 0) result += '|';
    result += text.substr(at, range.end - at);
    at = range.end;
  }
  return result + std::string(text.substr(at));
}

std::string without_bars(std::string text) {
  std::erase(text, '|');
  return text;
}

std::vector<std::string> cases(const std::string& file) {
  std::ifstream in(std::string(MUWAZI_SOURCE_DIR) + "/tests/segment/" + file);
  std::vector<std::string> result;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && !line.starts_with("# ")) result.push_back(line);
  }
  return result;
}

TEST(HardCases, OfEnglishAreCutAsMarked) {
  const auto lines = cases("cases.en.txt");
  EXPECT_GE(lines.size(), 100u);
  for (const std::string& line : lines) {
    EXPECT_EQ(marked(without_bars(line), Language::english), line);
  }
}

TEST(HardCases, OfArabicAreCutAsMarked) {
  const auto lines = cases("cases.ar.txt");
  EXPECT_GE(lines.size(), 80u);
  for (const std::string& line : lines) {
    EXPECT_EQ(marked(without_bars(line), Language::arabic), line);
  }
}

TEST(HardCases, AreCutTheSameInAMixedPassage) {
  for (const char* file : {"cases.ar.txt", "cases.en.txt"}) {
    for (const std::string& line : cases(file)) {
      EXPECT_EQ(marked(without_bars(line), Language::mixed), line);
    }
  }
}

TEST(Quotations, ThatAreLongAreCut) {
  const std::string sentence = " The boat left the harbour before the storm came in.|";
  std::string marks = "She said: \"Nobody waved.|";
  for (int i = 0; i < 7; ++i) marks += sentence;
  marks += " It was late.\"| Then she sat down.";
  EXPECT_EQ(marked(without_bars(marks), Language::english), marks);
}

TEST(Quotations, EndWithTheirLine) {
  EXPECT_EQ(marked("He said: \"I came. I saw.\nI left.\" Then he sat down.", Language::english),
            "He said: \"I came.| I saw.|\nI left.\"| Then he sat down.");
}

TEST(OtherLanguages, FollowIcuWithTheGeneralRules) {
  for (const std::string line : {
           "Il est parti.| Elle est restée.",
           "M. Dupont est parti.| Il pleut.",
           "Er kam um 4.30 Uhr.| Sie ging.",
           "我来了。|我走了。",
           "वह आया।| वह गया।",
           "او آمد؟| من رفتم.",
           "وہ آیا۔| وہ گیا۔",
           "¿Quién es?| ¡Nadie!| Vale.",
       }) {
    EXPECT_EQ(marked(without_bars(line), Language::other), line);
  }
}

TEST(LineEnds, AllEndASentence) {
  for (const char* end :
       {"\n", "\r\n", "\r", "\v", "\f", "\xC2\x85", "\u2028", "\u2029", "\n \t\n"}) {
    const std::string text = std::string("first line") + end + "second line";
    const auto found = Segmenter().sentences(text, Language::english);
    ASSERT_EQ(found.size(), 2u) << text;
    EXPECT_EQ(slice(text, found[0]), "first line");
    EXPECT_EQ(slice(text, found[1]), "second line");
  }
}

TEST(LineEnds, EndASentenceAlsoAfterAnAbbreviation) {
  EXPECT_EQ(marked("written by Dr.\nHale", Language::english), "written by Dr.|\nHale");
}

/// As marked(), of a paragraph that was broken at a fixed width.
std::string marked_joined(std::string_view text, Language language) {
  static const Segmenter segmenter;
  std::string result;
  std::size_t at = 0;
  for (const ByteRange range : segmenter.sentences(text, language, true)) {
    if (at > 0) result += '|';
    result += text.substr(at, range.end - at);
    at = range.end;
  }
  return result + std::string(text.substr(at));
}

TEST(JoinedLines, EndNoSentence) {
  for (const char* text : {"The ferry left the\nharbour at noon.|\nNobody waved.",
                           "The ferry left the\r\nharbour at noon.|\r\nNobody waved.",
                           "They met Dr.\nSalem at the gate.| He was\nlate.", "One line alone",
                           "A last line end stays outside.\n"}) {
    EXPECT_EQ(marked_joined(without_bars(text), Language::english), text);
  }
  const char* arabic = "غادرت العبارة الميناء\nعند الظهر.|\nلم يلوح أحد.";
  EXPECT_EQ(marked_joined(without_bars(arabic), Language::arabic), arabic);
  EXPECT_EQ(marked_joined("", Language::english), "");
  EXPECT_EQ(marked_joined("\r\n\n", Language::english), "\r\n\n");
}

TEST(WhiteSpace, OfEveryKindStaysOutside) {
  const std::string text = "\uFEFF \u00A0One.\u2003Two.\u3000 ";
  const auto found = Segmenter().sentences(text, Language::english);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(slice(text, found[0]), "One.");
  EXPECT_EQ(slice(text, found[1]), "Two.");
}

TEST(Nothing, HasNoSentences) {
  for (const std::string text : {"", " ", "\n", "\r\n\t \u00A0\u2028\uFEFF\n"}) {
    EXPECT_TRUE(Segmenter().sentences(text, Language::arabic).empty());
  }
}

TEST(Punctuation, AloneIsOneSentence) {
  for (const std::string text :
       {".", "...", "?!", "* * *", "—", "\"\"", ". . .", "؟", "()", "[...]", "…"}) {
    EXPECT_EQ(marked(text, Language::arabic), text);
    EXPECT_EQ(marked(text, Language::english), text);
  }
}

TEST(Directions, MarksAreAsIfNotThere) {
  EXPECT_EQ(marked("التقى د\u200F. أحمد بهم.\u200F ثم عاد.", Language::arabic),
            "التقى د\u200F. أحمد بهم.\u200F| ثم عاد.");
}

/// Ranges in order, not empty, trimmed, and only white space outside them.
void expect_tiles(std::string_view text, const std::vector<ByteRange>& found) {
  std::size_t at = 0;
  const auto only_space = [&](std::size_t end) {
    while (at < end) {
      const segment::Char c = segment::char_at(text, at);
      ASSERT_TRUE(is_space(c.kind)) << "byte " << at;
      at = c.end;
    }
    ASSERT_EQ(at, end);
  };
  for (const ByteRange range : found) {
    ASSERT_LT(range.begin, range.end);
    ASSERT_LE(range.end, text.size());
    ASSERT_LE(at, range.begin);
    only_space(range.begin);
    ASSERT_FALSE(is_space(segment::char_at(text, range.begin).kind));
    ASSERT_FALSE(is_space(segment::char_before(text, range.end).kind));
    at = range.end;
  }
  only_space(text.size());
}

TEST(Tiling, HoldsForRandomTexts) {
  const std::vector<std::string> pieces = {
      "a",    "B",  "The",    "word",   "Dr",     "U.S",    "1",  "23",     "٤", "د", "م", "قال",
      "وكان", ".",  ".",      "...",    "…",      "!",      "?",  "؟",      "،", "؛", ":", " ",
      " ",    "  ", "\n",     "\r\n",   "\u00A0", "\u2028", "\"", "'",      "“", "”", "«", "»",
      "(",    ")",  "[1]",    "[",      "]",      "-",      "—",  "•",      "$", "@", "/", "。",
      "।",    "😀",  "\u200F", "\u0651", "\u0640", "\uFEFF", "é",  "e\u0301"};
  std::mt19937 random(20240517);
  const Segmenter segmenter;
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    for (std::size_t n = random() % 60; n > 0; --n) text += pieces[random() % pieces.size()];
    for (const Language language : {Language::arabic, Language::english, Language::other}) {
      SCOPED_TRACE(text);
      expect_tiles(text, segmenter.sentences(text, language));
      if (testing::Test::HasFatalFailure()) return;
    }
  }
}

TEST(Tiling, KeepsTheOrderForBytesThatAreNoUtf8) {
  std::mt19937 random(7);
  const Segmenter segmenter;
  for (int round = 0; round < 2000; ++round) {
    std::string text(random() % 80, '\0');
    for (char& c : text) c = static_cast<char>(random() % 3 == 0 ? '.' : random());
    std::size_t at = 0;
    // The bytes stand in a block of exactly their size, so that a sanitizer sees a read past them.
    const std::vector<char> exact(text.begin(), text.end());
    const std::string_view view(exact.data(), exact.size());
    for (const ByteRange range : segmenter.sentences(view, Language::english)) {
      ASSERT_LE(at, range.begin);
      ASSERT_LT(range.begin, range.end);
      ASSERT_LE(range.end, view.size());
      at = range.end;
    }
  }
}

TEST(LongLines, OfManySentencesAreCutInto) {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += "Dr. Hale left. She stayed. ";
  const auto found = Segmenter().sentences(text, Language::english);
  EXPECT_EQ(found.size(), 200000u);
}

TEST(LongLines, WithoutAnyEndTakeLinearTime) {
  // Each of these made a naive look to the left or right quadratic.
  for (const std::string piece : {".", ". ", "\"", "(", ")", "a.", "A.", "1.", "? ", " ", ".)",
                                  ".[", "'.", "د.", "…", "،", "-."}) {
    std::string text = "x";
    while (text.size() < 3'000'000) text += piece;
    const auto found = Segmenter().sentences(text, Language::arabic);
    EXPECT_FALSE(found.empty()) << piece;
  }
}

TEST(Pieces, OfALongTextDoNotShow) {
  // ICU reads a text in pieces of a megabyte; the sentences must be those of the lines alone.
  const std::string line = "Dr. Hale left。She stayed. ثم عاد د. أحمد؟ نعم.\n";
  std::string text;
  while (text.size() < 3'000'000) text += line;
  const Segmenter segmenter;
  const auto of_line = segmenter.sentences(line, Language::mixed);
  const auto found = segmenter.sentences(text, Language::mixed);
  ASSERT_EQ(found.size(), of_line.size() * (text.size() / line.size()));
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::size_t shift = i / of_line.size() * line.size();
    ASSERT_EQ(found[i].begin, of_line[i % of_line.size()].begin + shift);
    ASSERT_EQ(found[i].end, of_line[i % of_line.size()].end + shift);
  }
}

TEST(Lists, FindAnEntryInTheFormsOfItsCase) {
  using segment::Lists;
  using segment::Section;
  const Lists lists({{"en.txt", "[number]\nfig. | No. # comment\n[title]\nDr.\ne.g."},
                     {"ar.txt", "[year]\nهـ."}});
  struct Row {
    const char* word;
    Section section;
    bool found;
  };
  for (const Row& row : std::vector<Row>{{"fig", Section::number, true},
                                         {"Fig", Section::number, true},
                                         {"FIG", Section::number, true},
                                         {"No", Section::number, true},
                                         {"NO", Section::number, true},
                                         {"no", Section::number, false},
                                         {"Dr", Section::title, true},
                                         {"DR", Section::title, true},
                                         {"Dr", Section::number, false},
                                         {"E.g", Section::title, true},
                                         {"comment", Section::number, false},
                                         {"ه", Section::year, true},
                                         {"هِـ", Section::year, true},
                                         {"", Section::year, false}}) {
    EXPECT_EQ(lists.find(row.word).has(row.section), row.found) << row.word;
  }
  EXPECT_EQ(lists.entries("en", Section::number), (std::vector<std::string>{"fig", "No"}));
  const std::vector<std::pair<std::string_view, std::string_view>> wrong = {
      {"en.txt", "[titles]\nDr."}};
  EXPECT_THROW(Lists{wrong}, std::logic_error);
}

TEST(ASegmenter, CanBeMovedAndUsedAgain) {
  Segmenter first;
  EXPECT_EQ(first.sentences("One. Two.", Language::english).size(), 2u);
  const Segmenter second = std::move(first);
  EXPECT_EQ(second.sentences("One. Two. Three.", Language::english).size(), 3u);
  EXPECT_EQ(second.sentences("One.", Language::english).size(), 1u);
}

}  // namespace
}  // namespace muwazi
