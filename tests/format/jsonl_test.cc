#include "format/jsonl.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace muwazi {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

JsonLine read(std::string_view line) { return read_json_line(line, "in.jsonl", 7); }

TEST(JsonLine, HoldsAPage) {
  const JsonLine line = read(R"( {"text": "نعم.\nYes. \u0644", "id": "a\"b"} )");
  ASSERT_FALSE(line.fault) << message(*line.fault);
  EXPECT_EQ(line.kind, JsonLine::Kind::page);
  EXPECT_EQ(line.id, R"("a\"b")");
  EXPECT_EQ(line.page, "نعم.\nYes. ل");
}

TEST(JsonLine, HoldsTwoDocuments) {
  const JsonLine line = read(R"({"id": 18446744073709551615, "en": "Yes.", "ar": "نعم."})");
  ASSERT_FALSE(line.fault) << message(*line.fault);
  EXPECT_EQ(line.kind, JsonLine::Kind::documents);
  EXPECT_EQ(line.id, "18446744073709551615");
  EXPECT_EQ(line.arabic.text, "نعم.");
  EXPECT_EQ(line.english.text, "Yes.");
}

TEST(JsonLine, HoldsSentencesAsTheyAre) {
  const JsonLine line = read(R"({"id": -3, "ar": [], "en": [" a\nb", "", "c "]})");
  ASSERT_FALSE(line.fault) << message(*line.fault);
  EXPECT_EQ(line.kind, JsonLine::Kind::sentences);
  EXPECT_EQ(line.id, "-3");
  EXPECT_TRUE(line.arabic.sentences.empty());
  EXPECT_EQ(line.english.text, " a\nb\n\nc ");
  EXPECT_THAT(line.english.sentences,
              ElementsAre(ByteRange{0, 4}, ByteRange{5, 5}, ByteRange{6, 8}));
}

TEST(JsonLine, PassesOverOtherFieldsHoweverDeep) {
  const std::string deep = std::string(300'000, '[') + std::string(300'000, ']');
  const JsonLine line = read(R"({"url": {"id": 2, "text": [1.5]}, "x": )" + deep +
                             R"(, "x": null, "id": "1", "text": ""})");
  ASSERT_FALSE(line.fault) << message(*line.fault);
  EXPECT_EQ(line.id, "\"1\"");
  EXPECT_EQ(line.page, "");
}

struct Row {
  const char* name;
  std::string line;
  const char* id;  ///< what is known of it all the same
  FaultKind kind;
  int offset;  ///< -1: none
  const char* found;
};
class BadLines : public testing::TestWithParam<Row> {};

TEST_P(BadLines, HaveAFaultInItsPlace) {
  const JsonLine line = read(GetParam().line);
  EXPECT_EQ(line.id, GetParam().id);
  ASSERT_TRUE(line.fault);
  EXPECT_EQ(line.fault->kind, GetParam().kind) << message(*line.fault);
  EXPECT_EQ(line.fault->bytes.empty() ? -1 : static_cast<int>(line.fault->bytes.begin),
            GetParam().offset);
  EXPECT_THAT(message(*line.fault), HasSubstr(GetParam().found));
  EXPECT_THAT(message(*line.fault), testing::StartsWith("in.jsonl:7: "));
}

constexpr FaultKind kJson = FaultKind::malformed_json, kDocument = FaultKind::malformed_document;

INSTANTIATE_TEST_SUITE_P(
    All, BadLines,
    testing::Values(
        Row{"empty", "", "null", kDocument, -1, "an empty line"},
        Row{"blank", " \t\r", "null", kDocument, -1, "an empty line"},
        Row{"words", "hello", "null", kJson, 0, "no JSON: invalid literal"},
        Row{"cut_off", R"({"id": "a", "text": "x)", "\"a\"", kJson, 22, "missing closing quote"},
        Row{"two_values", R"({"id": 1, "text": ""} {})", "1", kJson, 22, "expected end of input"},
        Row{"tab", "{\"id\": 1, \"text\": \"a\tb\"}", "1", kJson, 20, "control character"},
        Row{"comment", R"({"id": 1, /* no */ "text": ""})", "1", kJson, 10, "invalid literal"},
        Row{"comma", R"({"id": 1, "text": "",})", "1", kJson, 21, "expected string literal"},
        Row{"surrogate", R"({"id": 1, "text": "\ud800x"})", "1", kJson, 25, "surrogate"},
        Row{"low_surrogate", R"({"id": 1, "text": "\udc00"})", "1", kJson, 24, "surrogate"},
        Row{"deep", std::string(200'000, '['), "null", kJson, 200'000, "unexpected end"},
        Row{"utf8", "{\"id\": 1, \"text\": \"\xC3(\"}", "1", FaultKind::invalid_utf8, 19,
            "byte 0xC3"},
        Row{"utf8_elsewhere", "{\"id\": 1, \"text\": \"\", \"x\": \"\xFF\"}", "1",
            FaultKind::invalid_utf8, 28, "byte 0xFF"},
        Row{"nul_behind", std::string("{\"id\": 1, \"text\": \"\"}\0x", 23), "1",
            FaultKind::nul_byte, 21, "NUL"},
        Row{"nul_inside", R"({"id": 1, "text": "a\u0000b"})", "1", FaultKind::nul_byte, 18,
            "in \"text\""},
        Row{"nul_in_sentence", R"({"id": 1, "ar": ["a", "\u0000"], "en": []})", "1",
            FaultKind::nul_byte, 22, "in \"ar\""},
        Row{"array", "[1]", "null", kDocument, 0, "an array, not an object"},
        Row{"string", R"("id")", "null", kDocument, 0, "a string, not an object"},
        Row{"number", "17", "null", kDocument, 0, "a number, not an object"},
        Row{"null", " null", "null", kDocument, 1, "null, not an object"},
        Row{"nothing", "{}", "null", kDocument, -1, "neither \"text\" nor \"ar\" and \"en\""},
        Row{"no_id", R"({"text": "x"})", "null", kDocument, -1, "no \"id\""},
        Row{"no_text", R"({"id": "x"})", "\"x\"", kDocument, -1, "neither"},
        Row{"no_english", R"({"id": "x", "ar": ""})", "\"x\"", kDocument, -1, "no \"en\""},
        Row{"no_arabic", R"({"id": "x", "en": []})", "\"x\"", kDocument, -1, "no \"ar\""},
        Row{"both", R"({"id": "x", "text": "", "ar": "", "en": ""})", "\"x\"", kDocument, -1,
            "both \"text\""},
        Row{"two_kinds", R"({"id": "x", "ar": "", "en": []})", "\"x\"", kDocument, -1,
            "one is a string"},
        Row{"id_null", R"({"id": null, "text": ""})", "null", kDocument, 7, "\"id\" is null"},
        Row{"id_float", R"({"id": 1.0, "text": ""})", "null", kDocument, 7, "no integer"},
        Row{"id_large", R"({"id": 18446744073709551616, "text": ""})", "null", kDocument, 7,
            "no integer"},
        Row{"id_array", R"({"id": ["a"], "text": ""})", "null", kDocument, 7, "\"id\" is an array"},
        Row{"text_number", R"({"text": 5, "id": "x"})", "\"x\"", kDocument, 9,
            "\"text\" is a number"},
        Row{"text_true", R"({"text": true, "id": "x"})", "\"x\"", kDocument, 9, "true or false"},
        Row{"text_array", R"({"text" :["a"], "id": "x"})", "\"x\"", kDocument, 9, "is an array"},
        Row{"text_object", R"({"text":{"a":1}, "id": "x"})", "\"x\"", kDocument, 8, "is an object"},
        Row{"sentence_number", R"({"id": 1, "ar": ["a", 5], "en": []})", "1", kDocument, 22,
            "\"ar\" holds a number"},
        Row{"sentence_array", R"({"id": 1, "ar": [["a"]], "en": []})", "1", kDocument, 17,
            "\"ar\" holds an array"},
        Row{"sentence_object", R"({"id": 1, "ar": [], "en": [7, {}]})", "1", kDocument, 27,
            "\"en\" holds a number"},
        Row{"id_twice", R"({"id": 1, "id": 2, "text": ""})", "1", kDocument, 10,
            "\"id\" is there twice"},
        Row{"text_twice", R"({"id": 1, "text": "", "text": ""})", "1", kDocument, 22, "twice"}),
    [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace muwazi
