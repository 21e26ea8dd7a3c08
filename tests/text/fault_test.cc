#include "muwazi/text/fault.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace muwazi {
namespace {

TEST(FaultMessage, NamesFileLineAndByte) {
  const Fault fault{FaultKind::invalid_utf8,
                    "page.txt",
                    3,
                    {812, 813},
                    "byte 0xC3 before 0x28",
                    "name the encoding with --encoding"};
  EXPECT_EQ(message(fault),
            "page.txt:3: byte 812: invalid UTF-8: byte 0xC3 before 0x28; name the encoding with "
            "--encoding");
}

TEST(FaultMessage, LeavesOutWhatThereIsNot) {
  Fault fault;
  fault.kind = FaultKind::binary;
  fault.file = "-";
  EXPECT_EQ(message(fault), "standard input: not a text");
  fault.bytes = {0, 1};  // the first byte is a place
  EXPECT_EQ(message(fault), "standard input: byte 0: not a text");
  fault.file.clear();
  EXPECT_EQ(message(fault), "byte 0: not a text");
}

TEST(FaultCode, IsDifferentForEveryKind) {
  std::set<std::string> codes;
  const int last = static_cast<int>(FaultKind::unreadable_file);
  for (int kind = 0; kind <= last; ++kind) {
    const std::string_view name = code(static_cast<FaultKind>(kind));
    EXPECT_NE(name, "unknown") << kind;
    EXPECT_TRUE(codes.emplace(name).second) << name;
  }
  EXPECT_EQ(code(FaultKind::invalid_utf8), "invalid_utf8");
  EXPECT_EQ(code(FaultKind::too_large), "too_large");
}

}  // namespace
}  // namespace muwazi
