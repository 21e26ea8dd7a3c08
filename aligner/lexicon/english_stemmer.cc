#include "lexicon/english_stemmer.h"

#include <libstemmer.h>

namespace muwazi {

void EnglishStemmer::Delete::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

EnglishStemmer::EnglishStemmer() : stemmer_(sb_stemmer_new("english", "UTF_8")) {}

std::string EnglishStemmer::stem(std::string_view form) {
  const auto* symbols = reinterpret_cast<const sb_symbol*>(form.data());
  const sb_symbol* stemmed =
      sb_stemmer_stem(stemmer_.get(), symbols, static_cast<int>(form.size()));
  if (stemmed == nullptr) return std::string(form);
  return {reinterpret_cast<const char*>(stemmed),
          static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
}

}  // namespace muwazi
