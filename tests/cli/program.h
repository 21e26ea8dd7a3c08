// Runs the built program as a user would.
#pragma once
#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace muwazi {

inline std::string content(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

/// A folder of its own for each test, in which the program runs.
class Program : public testing::Test {
 protected:
  struct Outcome {  // the program has another type of this name, which some tests use
    int code = -1;
    std::string out, err;
  };

  Program() {
    std::string name = testing::TempDir() + "muwazi-XXXXXX";
    folder_ = mkdtemp(name.data()) == nullptr ? "" : name;
  }
  ~Program() override { std::filesystem::remove_all(folder_); }

  [[nodiscard]] std::filesystem::path path(const std::string& name) const { return folder_ / name; }

  void file(const std::string& name, const std::string& bytes) const {
    std::ofstream(path(name), std::ios::binary) << bytes;
  }

  /// `before` is a shell command whose output is standard input.
  [[nodiscard]] Outcome run(const std::vector<std::string>& arguments,
                            const std::string& before = "true") const {
    std::string line = "cd " + quoted(folder_.string()) + " && " + before + " | " +
                       quoted(MUWAZI_BINARY_DIR "/bin/muwazi");
    for (const std::string& argument : arguments) line += ' ' + quoted(argument);
    line += " >.out 2>.err";
    const int status = std::system(line.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, content(path(".out")),
            content(path(".err"))};
  }

  [[nodiscard]] static std::string model() {
    return MUWAZI_BINARY_DIR "/share/muwazi/arabic-english.model";
  }

 private:
  static std::string quoted(const std::string& word) {
    std::string out = "'";
    for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
  }

  std::filesystem::path folder_;
};

}  // namespace muwazi
