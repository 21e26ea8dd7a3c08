#include "text/byte_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include "muwazi/text/fault.h"
#include "text/packed.h"

namespace muwazi {
namespace {

using testing::HasSubstr;

class ByteSource : public testing::Test {
 protected:
  ByteSource() {
    std::string pattern = testing::TempDir() + "muwazi-source-XXXXXX";
    folder_ = ::mkdtemp(pattern.data()) == nullptr ? "" : pattern;
  }
  ~ByteSource() override { std::filesystem::remove_all(folder_); }

  [[nodiscard]] std::string put(const std::string& bytes) const {
    std::ofstream(folder_ / "in", std::ios::binary) << bytes;
    return (folder_ / "in").string();
  }

  std::filesystem::path folder_;
};

std::string all_of(const ReadBytes& read, std::size_t piece = 1000) {
  std::string bytes, buffer(piece, '\0');
  while (const std::size_t count = read(buffer.data(), buffer.size()))
    bytes.append(buffer, 0, count);
  return bytes;
}

TEST_F(ByteSource, GivesPlainAndPackedFilesAsTheyAre) {
  for (const std::string& text : {std::string(), std::string("\x1F"), std::string("("),
                                  std::string("Pxyz"), std::string("x"), lines(30'000)}) {
    EXPECT_EQ(all_of(open_stream(put(text))), text);
    for (const Packed& packed : packers()) {
      EXPECT_EQ(all_of(open_stream(put(packed.pack(text)))), text) << packed.name;
      EXPECT_EQ(all_of(open_stream(put(packed.pack(text) + packed.pack("second\n")))),
                text + "second\n")
          << packed.name;
    }
  }
}

TEST_F(ByteSource, SaysThatAPackedFileIsCutOffWhereverItIs) {
  const std::string text = lines(200);
  for (const Packed& packed : packers()) {
    const std::string bytes = packed.pack(text);
    for (std::size_t size = 6; size < bytes.size(); size += 1 + size % 3) {
      const ReadBytes read = open_stream(put(bytes.substr(0, size)));
      try {
        (void)all_of(read);
        ADD_FAILURE() << packed.name << ' ' << size;
      } catch (const EnvironmentError& error) {
        ASSERT_THAT(error.what(), HasSubstr("is damaged or cut off; get the file again"));
      }
    }
  }
}

TEST_F(ByteSource, SaysWhatCannotBeRead) {
  EXPECT_THROW((void)open_stream((folder_ / "absent").string()), EnvironmentError);
  EXPECT_THROW((void)open_stream(folder_.string()), EnvironmentError);
}

TEST_F(ByteSource, GivesWhatThereIsAndStopsWaitingWhenAsked) {
  int input[2], stop[2];
  ASSERT_EQ(::pipe(input), 0);
  ASSERT_EQ(::pipe(stop), 0);
  ASSERT_EQ(::write(input[1], "abc", 3), 3);
  const ReadBytes read = open_stream("/proc/self/fd/" + std::to_string(input[0]), stop[0]);
  char buffer[100];
  EXPECT_EQ(read(buffer, sizeof buffer), 3U);  // no end has come: it does not wait for more
  const std::jthread later([&] { (void)::write(stop[1], "x", 1); });
  EXPECT_EQ(read(buffer, sizeof buffer), 0U);
  EXPECT_EQ(read(buffer, sizeof buffer), 0U);
  for (const int end : {input[0], input[1], stop[0], stop[1]}) ::close(end);
}

}  // namespace
}  // namespace muwazi
