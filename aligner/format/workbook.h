// The rows of a workbook (.xlsx), sheet by sheet: a zip archive of XML, of which no more is held than a piece.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "muwazi/text/fault.h"

namespace muwazi {

struct SheetRow {
  std::size_t sheet = 0;           ///< from 0, in the order of their files
  std::uint64_t number = 0;        ///< as the program shows it, from 1
  std::vector<std::string> cells;  ///< what is shown of a formula is its value
};

class Workbook {
 public:
  /// Standard input ("-") and packed files are held in memory. Throws EnvironmentError.
  explicit Workbook(const std::string& path);
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  /// False at the end, and where there is a fault.
  [[nodiscard]] bool next(SheetRow& row);
  [[nodiscard]] const std::optional<Fault>& fault() const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace muwazi
