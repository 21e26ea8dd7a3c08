// Reading the documents that a command line names.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "muwazi/bitext/aligner.h"
#include "muwazi/format/writers.h"
#include "muwazi/lexicon/model.h"
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
/// The same, and where the name of `output` says that it is packed.
[[nodiscard]] std::optional<std::string> wrong_output(const std::string& output,
                                                      const std::vector<std::string>& inputs);

/// A path without its folder; "-" stays.
[[nodiscard]] std::string file_name(const std::string& path);

/// What aligning takes besides documents.
struct AlignerFiles {
  Model model;
  Parameters weights;
};

/// The model's file: `model`, or where that is empty the one that came with the program.
[[nodiscard]] std::string model_path(const std::string& model);

/// Those that the names say; an empty name is for what came with the program, the model in
/// share/muwazi/arabic-english.model beside the folder that this program is in.
[[nodiscard]] Result<AlignerFiles> open_aligner_files(const std::string& model,
                                                      const std::string& weights);

/// One page, or an Arabic and an English document; `segmented`: each line is a sentence. `swapped`: the two were given
/// the other way round.
[[nodiscard]] Bitext align_documents(const Aligner& aligner, const std::vector<Document>& documents,
                                     bool segmented, bool* swapped);

/// The texts that the ranges of that Bitext point into.
[[nodiscard]] Texts texts_of(const std::vector<Document>& documents, bool swapped);

}  // namespace muwazi
