#include "muwazi/lexicon/model.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "muwazi/lexicon/trainer.h"

namespace muwazi {
namespace {

std::string sample() {
  return model_bytes({{"first", "abc"},
                      {"nothing", ""},
                      {"fifteen.letters", std::string(100, 'x')},
                      {"numbers", std::string("\1\0\0\0\2\0\0\0\3\0\0\0", 12)}});
}

std::string text(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// The code of the fault, or "none".
std::string fault_of(const std::string& bytes) {
  const auto model = Model::from_bytes(bytes);
  const auto* fault = std::get_if<Fault>(&model);
  return fault == nullptr ? "none" : std::string(code(fault->kind));
}

class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& bytes)
      : path_(std::filesystem::temp_directory_path() /
              ("muwazi_model_test_" + std::to_string(getpid()))) {
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~TemporaryFile() { std::filesystem::remove(path_); }
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

TEST(ModelFile, GivesItsSectionsBack) {
  const auto model = std::get<Model>(Model::from_bytes(sample()));
  EXPECT_EQ(text(model.section("first")), "abc");
  EXPECT_EQ(text(model.section("fifteen.letters")), std::string(100, 'x'));
  const auto numbers = model.array<std::uint32_t>("numbers");
  EXPECT_EQ(std::vector<std::uint32_t>(numbers.begin(), numbers.end()),
            (std::vector<std::uint32_t>{1, 2, 3}));
}

TEST(ModelFile, HasAnEmptySectionWhereThereIsNoneOfThatNameOrNothingInIt) {
  const auto model = std::get<Model>(Model::from_bytes(sample()));
  EXPECT_TRUE(model.section("nothing").empty());
  EXPECT_TRUE(model.section("absent").empty());
  EXPECT_TRUE(model.section("").empty());
  EXPECT_TRUE(model.section("firs").empty());
  EXPECT_TRUE(model.section("fifteen.letters and more").empty());
  EXPECT_TRUE(model.array<std::uint64_t>("absent").empty());
}

TEST(ModelFile, MayHaveNoSections) {
  const auto model = std::get<Model>(Model::from_bytes(model_bytes({})));
  EXPECT_TRUE(model.section("first").empty());
}

TEST(ModelFile, MayEndWithAnEmptySection) {
  EXPECT_EQ(fault_of(model_bytes({{"a", "1"}, {"b", ""}})), "none");
  EXPECT_EQ(fault_of(model_bytes({{"a", std::string(64, '1')}, {"b", ""}, {"c", ""}})), "none");
}

TEST(ModelFile, AlignsItsSectionsTo64Bytes) {
  const std::string bytes = sample();
  EXPECT_EQ(bytes.size() % 64, 0U);
  const auto model = std::get<Model>(Model::from_bytes(bytes));
  for (const char* name : {"first", "fifteen.letters", "numbers"}) {
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(model.section(name).data()) % 64, 0U) << name;
  }
}

TEST(ModelFile, OpensAsAFile) {
  const TemporaryFile file(sample());
  const auto model = std::get<Model>(Model::open(file.path()));
  EXPECT_EQ(text(model.section("first")), "abc");
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(model.section("numbers").data()) % 64, 0U);
}

TEST(ModelFile, KeepsItsSectionsWhereItIsMoved) {
  auto first = std::get<Model>(Model::from_bytes(sample()));
  const auto before = first.section("first");
  const Model second = std::move(first);
  EXPECT_EQ(second.section("first").data(), before.data());
  EXPECT_EQ(text(before), "abc");
}

TEST(ModelFile, NamesTheFileInItsFaults) {
  const TemporaryFile file("this is a text\n");
  const auto result = Model::open(file.path());
  const auto& fault = std::get<Fault>(result);
  EXPECT_EQ(fault.kind, FaultKind::not_a_model);
  EXPECT_EQ(fault.file, file.path());
  EXPECT_FALSE(fault.remedy.empty());
}

TEST(ModelFile, ThatCannotBeOpenedThrows) {
  EXPECT_THROW((void)Model::open("no/such/folder/a.model"), EnvironmentError);
  EXPECT_THROW((void)Model::open(MUWAZI_SOURCE_DIR), EnvironmentError);  // a folder
}

TEST(ModelFile, IsToldFromOtherFiles) {
  EXPECT_EQ(fault_of(""), "not_a_model");
  EXPECT_EQ(fault_of("MUWAZI"), "not_a_model");
  EXPECT_EQ(fault_of(std::string(1000, '\0')), "not_a_model");
  EXPECT_EQ(fault_of("\x1F\x8B" + sample()), "not_a_model");
}

TEST(ModelFile, OfAnotherVersionSaysWhich) {
  std::string bytes = sample();
  bytes[8] = 7;
  const auto result = Model::from_bytes(bytes);
  const auto& fault = std::get<Fault>(result);
  EXPECT_EQ(fault.kind, FaultKind::model_version);
  EXPECT_EQ(fault.found, "version 7, this program reads version 1");
}

TEST(ModelFile, IsTruncatedAtEveryLengthFromItsMagicNumberOn) {
  const std::string bytes = sample();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_EQ(fault_of(bytes.substr(0, size)), size < 8 ? "not_a_model" : "model_truncated")
        << size;
  }
}

TEST(ModelFile, ThatGrewIsNoModelEither) { EXPECT_EQ(fault_of(sample() + "x"), "model_truncated"); }

TEST(ModelFile, NoticesEveryFlippedBit) {
  const std::string bytes = sample();
  const auto expected = [](std::size_t at) {
    return at < 8    ? "not_a_model"
           : at < 12 ? "model_version"
           : at < 16 ? "model_checksum"  // the number of sections
           : at < 24 ? "model_truncated"
                     : "model_checksum";
  };
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string flipped = bytes;
      flipped[at] = static_cast<char>(flipped[at] ^ (1 << bit));
      ASSERT_EQ(fault_of(flipped), expected(at)) << "byte " << at << ", bit " << bit;
    }
  }
}

TEST(ModelFile, IsTheSameForTheSameSections) { EXPECT_EQ(sample(), sample()); }

}  // namespace
}  // namespace muwazi
