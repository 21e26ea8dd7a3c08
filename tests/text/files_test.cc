#include "muwazi/text/files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

#include "text/packed.h"

namespace muwazi {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void put(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string error_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const EnvironmentError& error) {
    return error.what();
  }
  return "no error";
}

constexpr std::size_t kMagicSize = 6;  // what is shorter is not known as compressed

class Files : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "muwazi-files-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override {
    std::error_code ignored;
    fs::permissions(folder_, fs::perms::owner_all, ignored);
    fs::remove_all(folder_, ignored);
  }

  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  std::string text_of(const std::string& name) const {
    return std::get<std::string>(read_bytes(path(name)));
  }
  Fault fault_of(const std::string& name, const ReadOptions& options = {}) const {
    const auto result = read_bytes(path(name), options);
    if (const auto* fault = std::get_if<Fault>(&result)) return *fault;
    ADD_FAILURE() << name << " was read";
    return {};
  }
  std::size_t files_in_folder() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), {}));
  }

  fs::path folder_;
};

TEST_F(Files, PlainBytesComeAsTheyAre) {
  const std::string bytes("a\0\xFF\r\nb", 6);
  put(path("plain"), bytes);
  EXPECT_EQ(text_of("plain"), bytes);
  put(path("empty"), "");
  EXPECT_EQ(text_of("empty"), "");
  const std::string large(3'000'001, 'x');
  put(path("large"), large);
  EXPECT_EQ(text_of("large"), large);
  EXPECT_EQ(std::get<std::string>(read_bytes("/dev/null")), "");
}

TEST_F(Files, CompressedFilesAreOpenedWhateverTheirName) {
  for (const Packed& packed : packers()) {
    for (const std::string& text : {std::string(), std::string("x"), lines(50'000)}) {
      const std::string bytes = packed.pack(text);
      put(path("page"), bytes);
      EXPECT_EQ(text_of("page"), text) << packed.name;
      put(path("page"), bytes + packed.pack("second\n"));
      EXPECT_EQ(text_of("page"), text + "second\n") << packed.name;
    }
  }
}

TEST_F(Files, EveryCutOffStreamIsAFault) {
  const std::string text = lines(300);
  for (const Packed& packed : packers()) {
    const std::string bytes = packed.pack(text);
    for (std::size_t size = kMagicSize; size < bytes.size(); size += 1 + size % 3) {
      put(path("cut"), bytes.substr(0, size));
      const Fault fault = fault_of("cut");
      ASSERT_EQ(fault.kind, FaultKind::corrupt_compression) << packed.name << ' ' << size;
      ASSERT_THAT(fault.found, HasSubstr(packed.name));
    }
  }
}

TEST_F(Files, DamagedStreamsGiveNoOtherText) {
  const std::string text = lines(100);
  for (const Packed& packed : packers()) {
    if (packed.name == std::string("zstd")) continue;  // has a checksum only on demand
    const std::string bytes = packed.pack(text);
    for (std::size_t at = kMagicSize; at < bytes.size(); ++at) {
      std::string damaged = bytes;
      damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
      put(path("damaged"), damaged);
      const auto result = read_bytes(path("damaged"));
      if (const auto* read = std::get_if<std::string>(&result)) {
        ASSERT_EQ(*read, text) << packed.name << ' ' << at;  // a header field that does not matter
      }
    }
  }
}

TEST_F(Files, TheLimitHoldsBeforeAndAfterDecompression) {
  put(path("plain"), "12345678");
  EXPECT_EQ(std::get<std::string>(read_bytes(path("plain"), {.max_bytes = 8})), "12345678");
  EXPECT_EQ(fault_of("plain", {.max_bytes = 7}).kind, FaultKind::too_large);
  for (const Packed& packed : packers()) {
    put(path("bomb"), packed.pack(std::string(20'000'000, ' ')));
    const Fault fault = fault_of("bomb", {.max_bytes = 1'000'000});
    EXPECT_EQ(fault.kind, FaultKind::too_large) << packed.name;
    EXPECT_THAT(message(fault), HasSubstr("too large: more than 1000000 bytes; "));
  }
  const auto endless = read_bytes("/dev/zero", {.max_bytes = 100'000});
  EXPECT_EQ(std::get<Fault>(endless).kind, FaultKind::too_large);
}

TEST_F(Files, WhatCannotBeReadIsSaidInPlainWords) {
  EXPECT_EQ(error_of([&] { (void)read_bytes(path("absent")); }),
            "cannot read " + path("absent") + ": no such file or folder; check the name");
  EXPECT_EQ(error_of([&] { (void)read_bytes(folder_.string()); }),
            "cannot read " + folder_.string() + ": it is a folder; name a file in it");
  put(path("plain"), "x");
  EXPECT_THAT(error_of([&] { (void)read_bytes(path("plain/below")); }),
              HasSubstr("; a part of the"));
  if (::geteuid() == 0) return;  // root may read everything
  fs::permissions(path("plain"), fs::perms::none);
  EXPECT_THAT(error_of([&] { (void)read_bytes(path("plain")); }), HasSubstr("permission denied; "));
}

TEST_F(Files, AFileIsWrittenAndReplacedWhole) {
  write_whole(path("out"), "first version, longer");
  EXPECT_EQ(content(path("out")), "first version, longer");
  write_whole(path("out"), "second");
  EXPECT_EQ(content(path("out")), "second");
  write_whole(path("out"), "");
  EXPECT_EQ(content(path("out")), "");
  EXPECT_EQ(files_in_folder(), 1U);
}

TEST_F(Files, TheReaderOfTheOldFileKeepsIt) {
  put(path("out"), "old");
  std::ifstream reader(path("out"));
  write_whole(path("out"), "new content");
  std::string seen;
  reader >> seen;
  EXPECT_EQ(seen, "old");
}

TEST_F(Files, PermissionsStayAndNewFilesFollowTheMask) {
  put(path("out"), "old");
  fs::permissions(path("out"), static_cast<fs::perms>(0640));
  write_whole(path("out"), "new");
  EXPECT_EQ(fs::status(path("out")).permissions(), static_cast<fs::perms>(0640));
  const mode_t mask = ::umask(027);
  write_whole(path("fresh"), "new");
  ::umask(mask);
  EXPECT_EQ(fs::status(path("fresh")).permissions(), static_cast<fs::perms>(0640));
}

TEST_F(Files, AReadOnlyFileIsNotReplaced) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may write everything";
  put(path("out"), "old");
  fs::permissions(path("out"), static_cast<fs::perms>(0444));
  EXPECT_THAT(error_of([&] { write_whole(path("out"), "new"); }), HasSubstr("permission denied; "));
  EXPECT_EQ(content(path("out")), "old");
}

TEST_F(Files, ALinkStaysAndItsTargetIsWritten) {
  fs::create_directory(path("deep"));
  put(path("deep/target"), "old");
  fs::create_symlink("deep/target", path("link"));
  fs::create_symlink("link", path("second"));
  write_whole(path("second"), "new");
  EXPECT_TRUE(fs::is_symlink(path("second")) && fs::is_symlink(path("link")));
  EXPECT_EQ(content(path("deep/target")), "new");
  fs::create_symlink("deep/absent", path("dangling"));
  write_whole(path("dangling"), "made");
  EXPECT_TRUE(fs::is_symlink(path("dangling")));
  EXPECT_EQ(content(path("deep/absent")), "made");
  fs::create_symlink("loop", path("loop"));
  EXPECT_THAT(error_of([&] { write_whole(path("loop"), "x"); }), HasSubstr("cannot write"));
}

TEST_F(Files, DevicesAndPipesAreWrittenDirectly) {
  write_whole("/dev/null", "gone");
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
  EXPECT_THAT(error_of([] { write_whole("/dev/full", "x"); }), HasSubstr("free some space"));
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  write_whole("/proc/self/fd/" + std::to_string(ends[1]), "through");
  char buffer[16] = {};
  EXPECT_EQ(::read(ends[0], buffer, sizeof buffer), 7);
  ::close(ends[0]);
  ::close(ends[1]);
  EXPECT_EQ(std::string(buffer), "through");
}

TEST_F(Files, WhatCannotBeWrittenLeavesNothingBehind) {
  EXPECT_EQ(error_of([&] { write_whole(path("absent/out"), "x"); }),
            "cannot write " + path("absent/out") + ": no such file or folder; check the name");
  EXPECT_EQ(error_of([&] { write_whole(folder_.string(), "x"); }),
            "cannot write " + folder_.string() + ": it is a folder; name a file in it");
  EXPECT_THAT(error_of([] { write_whole("", "x"); }), HasSubstr("cannot write \"\""));
  EXPECT_THAT(error_of([&] { write_whole(path(std::string(300, 'n')), "x"); }),
              HasSubstr("choose a shorter name"));
  EXPECT_EQ(files_in_folder(), 0U);
}

TEST_F(Files, AClosedPipeOnStandardOutputIsAnErrorOrTheUsualSignal) {
  const auto write_to_closed_pipe = [](bool ignore_signal) {
    int ends[2];
    if (::pipe(ends) != 0) std::_Exit(1);
    ::dup2(ends[1], STDOUT_FILENO);
    ::close(ends[0]);
    if (ignore_signal) std::signal(SIGPIPE, SIG_IGN);
    try {
      write_whole("-", std::string(1'000'000, 'x'));
    } catch (const EnvironmentError&) {
      std::_Exit(3);
    }
    std::_Exit(0);
  };
  EXPECT_EXIT(write_to_closed_pipe(false), testing::KilledBySignal(SIGPIPE), "");
  EXPECT_EXIT(write_to_closed_pipe(true), testing::ExitedWithCode(3), "");
}

TEST_F(Files, StandardInputIsReadToItsEnd) {
  put(path("in"), packers()[0].pack("from standard input\n"));
  const auto read_it = [this] {
    if (std::freopen(path("in").c_str(), "r", stdin) == nullptr) std::_Exit(1);
    const auto result = read_bytes("-");
    write_whole(path("copy"), std::get<std::string>(result));
    std::_Exit(0);
  };
  EXPECT_EXIT(read_it(), testing::ExitedWithCode(0), "");
  EXPECT_EQ(content(path("copy")), "from standard input\n");
}

}  // namespace
}  // namespace muwazi
