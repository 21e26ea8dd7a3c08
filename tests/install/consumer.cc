// Aligns the page given as the first argument with the installed library and model: one line a pair,
// its numbers of Arabic and English sentences. Fails where there is no pair.
#include <cstdlib>
#include <iostream>
#include <string>
#include <utility>
#include <variant>

#include "muwazi/bitext/aligner.h"
#include "muwazi/lexicon/model.h"
#include "muwazi/text/decode.h"
#include "muwazi/text/files.h"

namespace {

// The value of a Result, or the end of the program with the fault's message.
template <class T>
T value(muwazi::Result<T> result) {
  if (const auto* fault = std::get_if<muwazi::Fault>(&result)) {
    std::cerr << muwazi::message(*fault) << '\n';
    std::exit(2);
  }
  return std::get<T>(std::move(result));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::string path = argv[1];
  const auto page = value(muwazi::decode(path, value(muwazi::read_bytes(path))));
  const auto model = value(muwazi::Model::open(MUWAZI_MODEL));
  const auto bitext = muwazi::Aligner(model).align_page(page);
  int pairs = 0;
  for (const auto& bead : bitext.beads) {
    if (bead.null()) continue;
    std::cout << bead.arabic.size() << '-' << bead.english.size() << '\n';
    ++pairs;
  }
  return pairs > 0 ? 0 : 1;
}
