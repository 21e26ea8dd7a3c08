#include "lexicon/capitals.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace muwazi {
namespace {

/// Numbers words as they come, by their forms.
class Counted {
 public:
  void add(std::string_view text, SourceKind kind) {
    const std::vector<Word> found = words(text);
    std::vector<std::uint32_t> tokens;
    tokens.reserve(found.size());
    for (const Word& word : found)
      tokens.push_back(numbers_.try_emplace(word.form, static_cast<std::uint32_t>(numbers_.size()))
                           .first->second);
    capitals_.add(found, tokens, kind);
  }
  void end_source() { capitals_.end_source(); }
  [[nodiscard]] int share(const std::string& form) const {
    return capitals_.share(numbers_.at(form));
  }

 private:
  std::map<std::string, std::uint32_t> numbers_;
  Capitals capitals_;
};

TEST(Capitals, AreCountedInSentencesBehindTheFirstWord) {
  Counted counted;
  counted.add("Rivers flow through Cairo to the sea", SourceKind::sentences);
  counted.add("She saw many rivers in Cairo", SourceKind::sentences);
  counted.end_source();
  EXPECT_GT(counted.share("cairo"), 220);
  EXPECT_LT(counted.share("rivers"), 20);
  EXPECT_LT(counted.share("sea"), 20);
  EXPECT_EQ(counted.share("she"), 51);  // nothing is known: a fifth
}

TEST(Capitals, SayNothingInTitles) {
  Counted counted;
  counted.add("Open The File", SourceKind::sentences);
  counted.add("we went to Cairo", SourceKind::sentences);
  counted.end_source();
  EXPECT_EQ(counted.share("file"), counted.share("open"));
  EXPECT_EQ(counted.share("file"), 51);
}

TEST(Capitals, AreThoseOfNamesWhateverTheListHas) {
  Counted counted;
  counted.add("madrid", SourceKind::names);
  counted.end_source();
  EXPECT_GT(counted.share("madrid"), 200);
}

TEST(Capitals, AreNotMissedInAListThatHasNone) {
  Counted counted;
  counted.add("Madrid", SourceKind::dictionary);
  counted.end_source();
  const int before = counted.share("madrid");
  counted.add("madrid", SourceKind::dictionary);
  counted.add("tennis club", SourceKind::dictionary);
  counted.end_source();
  EXPECT_EQ(counted.share("madrid"), before);
  counted.add("madrid", SourceKind::dictionary);
  counted.add("Lisbon", SourceKind::dictionary);
  counted.end_source();
  EXPECT_LT(counted.share("madrid"), before);
}

}  // namespace
}  // namespace muwazi
