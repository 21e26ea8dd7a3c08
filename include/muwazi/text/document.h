// A text and its name. Owned once; all else holds byte ranges into it.
#pragma once
#include <string>
#include <string_view>
#include <utility>

namespace muwazi {

/// Move-only, so that no second copy of a text comes about unseen. A string_view from text() does
/// not survive a move of its Document; a ByteRange does.
class Document {
 public:
  /// `utf8` must be valid UTF-8 (decode() guarantees it). `encoding` is what the bytes were in.
  Document(std::string name, std::string utf8, std::string encoding = "UTF-8")
      : name_(std::move(name)), text_(std::move(utf8)), encoding_(std::move(encoding)) {}
  Document(Document&&) = default;
  Document& operator=(Document&&) = default;
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  [[nodiscard]] std::string_view text() const noexcept { return text_; }
  [[nodiscard]] const std::string& encoding() const noexcept { return encoding_; }

 private:
  std::string name_, text_, encoding_;
};

/// The file's name without folder and endings: "a/003.txt.gz" is "003"; "-" is "stdin".
[[nodiscard]] std::string document_id(std::string_view path);

}  // namespace muwazi
