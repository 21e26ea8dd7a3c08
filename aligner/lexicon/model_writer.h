// Puts the sections of a model file together.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "muwazi/lexicon/trainer.h"

namespace muwazi {

class ModelWriter {
 public:
  /// Names are at most 15 bytes. The order of the sections is the order of the calls.
  void add(std::string_view name, std::string bytes) {
    sections_.emplace_back(std::string(name), std::move(bytes));
  }

  template <class T>
  void add_array(std::string_view name, const std::vector<T>& values) {
    add(name, std::string(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)));
  }

  [[nodiscard]] ModelSections take() { return std::move(sections_); }

 private:
  ModelSections sections_;
};

}  // namespace muwazi
