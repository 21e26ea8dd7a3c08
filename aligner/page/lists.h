// The word lists of data/page: sections in brackets, an entry a line, comments after ';'.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "muwazi/text/word.h"

namespace muwazi::page {

/// Calls `entry(section, line)` for every entry of the embedded file of that name.
void for_each_entry(std::string_view file,
                    const std::function<void(std::string_view, std::string_view)>& entry);

/// The forms of words, numbers replaced by "#".
[[nodiscard]] std::vector<std::string> phrase_forms(const std::vector<Word>& words);

/// The words of an entry in comparison form; a "#" in it stays as a word.
[[nodiscard]] std::vector<std::string> entry_forms(std::string_view entry);

/// `forms` from `begin` to `end`, joined by one space.
[[nodiscard]] std::string joined(const std::vector<std::string>& forms, std::size_t begin,
                                 std::size_t end);

}  // namespace muwazi::page
