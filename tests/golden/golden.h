// Comparison with the files of tests/golden. MUWAZI_UPDATE_GOLDEN=1 writes them anew and fails all the
// same, so that a run that wrote them never passes for one that compared.
#pragma once
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace muwazi {

inline void expect_golden(const std::string& name, const std::string& actual) {
  const std::string path = std::string(MUWAZI_SOURCE_DIR) + "/tests/golden/" + name;
  if (std::getenv("MUWAZI_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << actual;
    ADD_FAILURE() << path
                  << " was written; look at it, then run again without MUWAZI_UPDATE_GOLDEN";
    return;
  }
  std::ifstream file(path, std::ios::binary);
  ASSERT_TRUE(file) << path;
  std::ostringstream expected;
  expected << file.rdbuf();
  EXPECT_EQ(actual, expected.str()) << name;
}

}  // namespace muwazi
