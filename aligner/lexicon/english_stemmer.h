// English words without their inflection: Snowball's English stemmer (Porter2) behind a small class.
#pragma once
#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace muwazi {

/// Keeps a buffer of its own: one a thread.
class EnglishStemmer {
 public:
  EnglishStemmer();
  /// `form`: a word in comparison form.
  [[nodiscard]] std::string stem(std::string_view form);

 private:
  struct Delete {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::unique_ptr<sb_stemmer, Delete> stemmer_;
};

}  // namespace muwazi
