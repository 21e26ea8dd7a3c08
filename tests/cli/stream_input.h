// Streams of small documents for the tests of `align --jsonl` and `--list`.
#pragma once
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "cli/program.h"

namespace muwazi {

inline const char* const kArabicText =
    "وصلت الطبيبة إلى القرية صباح يوم الأحد. كانت المدرسة مغلقة.";
inline const char* const kEnglishText =
    "The doctor arrived in the village on Sunday morning. The school was closed.";

/// A document's line, with its line end; which of the three kinds it is goes by `number`.
inline std::string document_line(int number) {
  nlohmann::json line = {{"id", "d" + std::to_string(number)}};
  if (number % 3 == 0) {
    line["text"] = std::string(kArabicText) + " " + std::to_string(number) + ".\n" + kEnglishText;
  } else if (number % 3 == 1) {
    line["ar"] = kArabicText;
    line["en"] = kEnglishText;
  } else {
    line["ar"] = {kArabicText, "نعم."};
    line["en"] = {kEnglishText, "Yes."};
  }
  return line.dump() + "\n";
}

inline std::string document_lines(int count) {
  std::string lines;
  for (int k = 0; k < count; ++k) lines += document_line(k);
  return lines;
}

inline std::vector<nlohmann::json> records_of(const std::string& out) {
  std::vector<nlohmann::json> records;
  std::istringstream lines(out);
  for (std::string line; std::getline(lines, line);) records.push_back(nlohmann::json::parse(line));
  return records;
}

/// Tests that align: they need the model that comes with the program.
class StreamProgram : public Program {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(model())) GTEST_SKIP() << "no model at " << model();
  }
};

}  // namespace muwazi
