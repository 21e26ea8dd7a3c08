// Reading the documents that a command line names.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "muwazi/score/parameters.h"
#include "muwazi/text/document.h"
#include "muwazi/text/fault.h"
#include "muwazi/text/files.h"

namespace muwazi {

/// Opens, unpacks and decodes. Unless `quiet`, stderr says what a text was taken for that is not plain
/// UTF-8. The document's name is `path`. Throws EnvironmentError.
[[nodiscard]] Result<Document> read_document(const std::string& path, const std::string& encoding,
                                             bool quiet, const ReadOptions& options = {});

/// "page.txt: read as windows-1256"; nothing of plain UTF-8.
[[nodiscard]] std::optional<std::string> encoding_note(const Document& document);

/// What to say where writing `output` would replace one of the inputs; "-" is none.
[[nodiscard]] std::optional<std::string> replaces_input(const std::string& output,
                                                        const std::vector<std::string>& inputs);

/// share/muwazi/arabic-english.model beside the folder that this program is in.
[[nodiscard]] std::string default_model();

/// The numbers of a weights file; those that came with the program where `path` is empty.
[[nodiscard]] Result<Parameters> read_weights(const std::string& path);

}  // namespace muwazi
