// The model file: what `muwazi train` learnt. One file of named sections, memory-mapped, shared by all
// processes that have it open.
#pragma once
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "muwazi/text/fault.h"

namespace muwazi {

/// Owns the mapping; move-only. Everything that reads a model (Lexicon, NameModel) keeps views into it
/// and must not outlive it.
class Model {
 public:
  /// Opens a file in milliseconds: its size, version and checksum are tested, nothing is parsed.
  /// Faults: not_a_model, model_version, model_truncated, model_checksum. Throws EnvironmentError where
  /// the file cannot be opened.
  [[nodiscard]] static Result<Model> open(const std::string& path);
  /// A model in memory, as model_bytes() gives it; for tests and for training.
  [[nodiscard]] static Result<Model> from_bytes(std::string bytes);

  Model(Model&&) noexcept;
  Model& operator=(Model&&) noexcept;
  ~Model();

  /// The bytes of a section, aligned to 64; empty where the model has none of that name.
  [[nodiscard]] std::span<const std::byte> section(std::string_view name) const;

  template <class T>
  [[nodiscard]] std::span<const T> array(std::string_view name) const {
    const auto bytes = section(name);
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }

 private:
  struct Mapping;
  explicit Model(std::unique_ptr<Mapping> mapping);
  std::unique_ptr<Mapping> mapping_;
};

}  // namespace muwazi
