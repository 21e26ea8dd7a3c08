#include "muwazi/format/pairs.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <pugixml.hpp>

#include "muwazi/text/utf8.h"

namespace muwazi {
namespace {

/// Two texts that belong together, before it is known which is Arabic.
struct Row {
  std::string first, second;
  std::uint32_t line = 0;
};

std::string folded(std::string_view text) {
  std::string out;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    if (is_space(c)) {
      space = !out.empty();
      continue;
    }
    if (space) out += ' ';
    space = false;
    append(out, c);
  }
  return out;
}

/// Arabic letters less Latin ones.
std::ptrdiff_t arabic_balance(std::string_view text) {
  std::ptrdiff_t balance = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    balance += is_arabic_letter(c) ? 1 : is_latin_letter(c) ? -1 : 0;
  }
  return balance;
}

void add(PairFile::Side& side, std::string_view segment) {
  if (!side.segments.empty()) side.text += '\n';
  const std::size_t begin = side.text.size();
  side.text += segment;
  side.segments.push_back({begin, side.text.size()});
}

PairFile in_order(const std::vector<Row>& rows) {
  std::ptrdiff_t balance = 0;
  for (const Row& row : rows) balance += arabic_balance(row.first) - arabic_balance(row.second);
  const bool swapped = balance < 0;
  PairFile out;
  for (const Row& row : rows) {
    add(out.arabic, swapped ? row.second : row.first);
    add(out.english, swapped ? row.first : row.second);
    out.lines.push_back(row.line);
  }
  return out;
}

// ---- tab-separated columns ----

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> out;
  if (line.ends_with('\r')) line.remove_suffix(1);
  for (;;) {
    const std::size_t tab = line.find('\t');
    out.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return out;
    line.remove_prefix(tab + 1);
  }
}

Result<PairFile> read_tsv(std::string_view text, const std::string& file) {
  std::vector<Row> rows;
  std::size_t first = 0, second = 1;
  for (std::uint32_t number = 1; !text.empty(); ++number) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const std::vector<std::string_view> cells = cells_of(line);
    if (number == 1) {
      const auto source = std::find(cells.begin(), cells.end(), "src_text");
      const auto target = std::find(cells.begin(), cells.end(), "trg_text");
      if (source != cells.end() && target != cells.end()) {
        first = static_cast<std::size_t>(source - cells.begin());
        second = static_cast<std::size_t>(target - cells.begin());
        continue;
      }
    }
    if (trimmed(line, {0, line.size()}).empty()) continue;
    if (cells.size() <= std::max(first, second)) {
      return Fault{FaultKind::malformed_pair,
                   file,
                   number,
                   {},
                   "a line without its two columns",
                   "put a tab between the Arabic and the English text"};
    }
    rows.push_back({folded(cells[first]), folded(cells[second]), number});
  }
  return in_order(rows);
}

// ---- XML ----

bool named(const pugi::xml_node& node, const char* name) {
  const char* const colon = std::strchr(node.name(), ':');
  return std::strcmp(colon == nullptr ? node.name() : colon + 1, name) == 0;
}

bool is_any(const pugi::xml_node& node, std::initializer_list<const char*> names) {
  return std::any_of(names.begin(), names.end(),
                     [&](const char* name) { return named(node, name); });
}

std::string code_of(const pugi::xml_node& node, std::string_view behind) {
  for (const char* attribute : {"id", "i", "x"}) {
    if (const pugi::xml_attribute found = node.attribute(attribute)) {
      return '{' + std::string(node.name()) + ':' + found.value() + std::string(behind) + '}';
    }
  }
  return '{' + std::string(node.name()) + std::string(behind) + '}';
}

/// Text and codes of a segment, in their order. Depth is that of the file's elements.
void append_segment(const pugi::xml_node& segment, std::string& out) {
  for (const pugi::xml_node& child : segment.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
      out += child.value();
    } else if (is_any(child, {"ph", "x", "it", "bpt", "ept", "bx", "ex", "sc", "ec", "cp", "ut"})) {
      out += code_of(child, "");  // what is inside is the code in its own language
    } else if (is_any(child, {"g", "pc"})) {
      out += code_of(child, "");
      append_segment(child, out);
      out += code_of(child, ":end");
    } else if (child.type() == pugi::node_element) {
      append_segment(child, out);
    }
  }
}

std::string segment_of(const pugi::xml_node& node) {
  std::string out;
  append_segment(node, out);
  return folded(out);
}

class XmlReader {
 public:
  XmlReader(std::string_view text, PairFormat format) : text_(text), format_(format) {}

  void walk(const pugi::xml_node& node, int depth = 0) {
    constexpr int kDeepest = 200;
    if (depth > kDeepest) return;
    for (const pugi::xml_node& child : node.children()) {
      if (format_ == PairFormat::tmx ? named(child, "tu")
                                     : is_any(child, {"trans-unit", "segment"})) {
        add(child);
      } else {
        walk(child, depth + 1);
      }
    }
  }

  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }

 private:
  void add(const pugi::xml_node& unit) {
    Row row{{}, {}, line_of(unit)};
    if (format_ == PairFormat::tmx) {
      read_variants(unit, row);
    } else {
      for (const pugi::xml_node& child : unit.children()) {
        if (named(child, "source")) row.first = segment_of(child);
        if (named(child, "target")) row.second = segment_of(child);
      }
    }
    if (!row.first.empty() || !row.second.empty()) rows_.push_back(std::move(row));
  }

  /// Of a unit in many languages the Arabic and the English one; the language names come first.
  static void read_variants(const pugi::xml_node& unit, Row& row) {
    for (const pugi::xml_node& variant : unit.children()) {
      if (!named(variant, "tuv")) continue;
      pugi::xml_attribute language = variant.attribute("xml:lang");
      if (!language) language = variant.attribute("lang");
      const std::string_view code = language.value();
      std::string& text = code.starts_with("ar") || code.starts_with("AR") ? row.first : row.second;
      const bool wanted = code.starts_with("ar") || code.starts_with("AR") ||
                          code.starts_with("en") || code.starts_with("EN");
      if (!wanted || !text.empty()) continue;
      for (const pugi::xml_node& segment : variant.children()) {
        if (named(segment, "seg")) text = segment_of(segment);
      }
    }
  }

  /// Units come in the order of the file.
  std::uint32_t line_of(const pugi::xml_node& node) {
    const auto offset = std::min(
        static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0)), text_.size());
    for (; at_ < offset; ++at_) line_ += text_[at_] == '\n' ? 1 : 0;
    return line_;
  }

  std::string_view text_;
  PairFormat format_;
  std::vector<Row> rows_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
};

Result<PairFile> read_xml(std::string_view text, const std::string& file, PairFormat format) {
  pugi::xml_document document;
  const pugi::xml_parse_result result = document.load_buffer(
      text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
  const auto fault = [&](std::string found, std::string remedy) {
    const auto at =
        std::min(static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0)), text.size());
    const auto line =
        std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    return Fault{FaultKind::malformed_xml,
                 file,
                 static_cast<std::uint64_t>(line) + 1,
                 {at, at},
                 std::move(found),
                 std::move(remedy)};
  };
  if (!result) return fault(result.description(), "");
  const bool tmx = format == PairFormat::tmx;
  if (!named(document.document_element(), tmx ? "tmx" : "xliff")) {
    return fault(std::string("the root element is ") + document.document_element().name(),
                 tmx ? "a .tmx file has tmx" : "an .xlf file has xliff");
  }
  XmlReader reader(text, format);
  reader.walk(document);
  return in_order(reader.rows());
}

}  // namespace

Result<PairFile> read_pairs(std::string_view text, const std::string& file, PairFormat format) {
  return format == PairFormat::tsv ? read_tsv(text, file) : read_xml(text, file, format);
}

}  // namespace muwazi
