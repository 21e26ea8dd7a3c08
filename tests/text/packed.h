// Packing texts, and a text to pack.
#pragma once
#include <boost/iostreams/device/back_inserter.hpp>
#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filter/lzma.hpp>
#include <boost/iostreams/filter/zstd.hpp>
#include <boost/iostreams/filtering_stream.hpp>
#include <string>
#include <vector>

namespace muwazi {

template <class Filter>
std::string compressed(const std::string& text, const Filter& filter) {
  std::string bytes;
  {
    boost::iostreams::filtering_ostream out;
    out.push(filter);
    out.push(boost::iostreams::back_inserter(bytes));
    out << text;
  }
  return bytes;
}

struct Packed {
  const char* name;
  std::string (*pack)(const std::string&);
};

inline const std::vector<Packed>& packers() {
  namespace io = boost::iostreams;
  static const std::vector<Packed> all = {
      {"gzip", [](const std::string& text) { return compressed(text, io::gzip_compressor()); }},
      {"xz", [](const std::string& text) { return compressed(text, io::lzma_compressor()); }},
      {"zstd", [](const std::string& text) { return compressed(text, io::zstd_compressor()); }}};
  return all;
}

inline std::string lines(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "السطر " + std::to_string(i * 7919 % 1009) + "\n";
  return text;
}

}  // namespace muwazi
