// One pass over the bytes. At each place where something could begin, the scanners are asked in turn; each
// looks ahead over ASCII only and at most to the end of its chunk, whose scanners then go on behind it.
#include "anchor/opaque.h"

#include <algorithm>
#include <array>

#include "anchor/code.h"
#include "anchor/typed_text.h"
#include "muwazi/text/utf8.h"
#include "text/unit_names.h"

namespace muwazi::anchor {
namespace {

bool is_lower_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_ascii_letter(char c) { return is_lower_letter(c) || (c >= 'A' && c <= 'Z'); }
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alnum(char c) { return is_ascii_letter(c) || is_ascii_digit(c); }
bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

char at_or_zero(std::string_view text, std::size_t at) {
  return at < text.size() ? text[at] : '\0';
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

/// Bytes of a URL; quotes, brackets of mark-up and everything that is not ASCII end it.
bool is_link_char(char c) { return c > ' ' && c < 0x7F && !is_one_of(c, "<>\"`{}|\\^"); }

/// "<b>", "</b>", "<a href=…>": the length, or 0.
std::size_t tag_length(std::string_view text, std::string& key) {
  constexpr std::size_t kLongest = 300;
  std::size_t at = 1;
  if (at_or_zero(text, at) == '/') ++at;
  if (!is_ascii_letter(at_or_zero(text, at))) return 0;
  while (is_alnum(at_or_zero(text, at)) || is_one_of(at_or_zero(text, at), "-:")) {
    if (text[at] == ':' && at_or_zero(text, at + 1) == '/') return 0;  // "<https://…>"
    ++at;
  }
  const std::size_t name_end = at;
  if (!is_one_of(at_or_zero(text, at), " />")) return 0;
  while (at < text.size() && at < kLongest && text[at] != '>' && text[at] != '<') ++at;
  if (at_or_zero(text, at) != '>') return 0;
  // "a <b and c> d": words that are no attributes.
  const std::string_view rest = text.substr(name_end, at - name_end);
  const bool blank = rest.find_first_not_of(" /") == std::string_view::npos;
  if (!blank && rest.find('=') == std::string_view::npos) return 0;
  key = "ph:" + lower(text.substr(0, name_end)) + ">";
  return at + 1;
}

/// "{0}", "{name}", "{{name}}", "{0:d}": the length, or 0.
std::size_t brace_length(std::string_view text, std::string& key) {
  constexpr std::size_t kLongest = 48;
  const std::size_t braces = at_or_zero(text, 1) == '{' ? 2 : 1;
  std::size_t at = braces;
  std::string name;
  while (at < text.size() && at < kLongest && text[at] != '}') {
    const char c = text[at++];
    if (c == ' ' && braces == 2) continue;
    if (!is_alnum(c) && !is_one_of(c, "_.$-:,#[]")) return 0;
    name.push_back(c);
  }
  if (text.substr(at, braces) != (braces == 2 ? "}}" : "}")) return 0;
  if (name.empty() && braces == 2) return 0;
  key = std::string(braces, '{') + name + std::string(braces, '}');
  return at + braces;
}

/// "%s", "%1$d", "%.2f", "%lu", "%(name)s": the length, or 0.
std::size_t printf_length(std::string_view text) {
  std::size_t at = 1;
  if (at_or_zero(text, at) == '(') {
    const std::size_t close = text.substr(0, 60).find(')');
    if (close == std::string_view::npos || close == 2) return 0;
    const std::string_view name = text.substr(2, close - 2);
    if (!std::all_of(name.begin(), name.end(), [](char c) { return is_alnum(c) || c == '_'; })) {
      return 0;
    }
    at = close + 1;
  }
  constexpr std::size_t kLongest = 16;
  const auto skip = [&](std::string_view set) {
    while (at < kLongest && is_one_of(at_or_zero(text, at), set) && at < text.size()) ++at;
  };
  const std::size_t position = at;
  skip("0123456789");
  if (at_or_zero(text, at) == '$' && at > position) ++at;
  skip("-+#0");
  skip("0123456789*");
  if (at_or_zero(text, at) == '.') {
    ++at;
    skip("0123456789*");
  }
  skip("hlLzjtq");
  if (at >= text.size() || !is_one_of(text[at], "sdiufFeEgGxXcpn@")) return 0;
  ++at;
  return is_alnum(at_or_zero(text, at)) ? 0 : at;
}

bool is_top_level_domain(std::string_view label) {
  constexpr std::array<std::string_view, 14> kDomains = {"com", "org",  "net", "edu", "gov",
                                                         "int", "info", "io",  "dev", "app",
                                                         "co",  "eu",   "mil", "tv"};
  return std::find(kDomains.begin(), kDomains.end(), lower(label)) != kDomains.end();
}

/// The bytes of "name.example.org" at the begin of `text`.
std::size_t host_length(std::string_view text) {
  std::size_t at = 0;
  while (is_alnum(at_or_zero(text, at)) ||
         (is_one_of(at_or_zero(text, at), ".-") && is_alnum(at_or_zero(text, at + 1)))) {
    ++at;
  }
  return at;
}

/// A link without the punctuation of the sentence behind it.
std::size_t trimmed_link(std::string_view text, std::size_t length) {
  while (length > 0) {
    const char last = text[length - 1];
    const bool unbalanced =
        last == ')' && text.substr(0, length).find('(') == std::string_view::npos;
    if (!is_one_of(last, ".,;:!?'*]_") && !unbalanced) break;
    --length;
  }
  return length;
}

/// "a@x.org": the length, or 0; `no_link` if it is an address that cannot be one.
std::size_t mail_length(std::string_view chunk, std::string& key, bool& no_link) {
  std::size_t local = 0;
  while (is_alnum(at_or_zero(chunk, local)) || is_one_of(at_or_zero(chunk, local), "._%+-")) {
    if (++local >= chunk.size()) break;
  }
  if (local == 0 || at_or_zero(chunk, local) != '@') return 0;
  const std::size_t domain = host_length(chunk.substr(local + 1));
  no_link = chunk.substr(local + 1, domain).find('.') == std::string_view::npos;
  if (no_link) return 0;
  key = "link:mailto:" + lower(chunk.substr(0, local + 1 + domain));
  return local + 1 + domain;
}

/// "www.x.org", "x.org": a host that is told as one without a scheme before it.
bool is_bare_host(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return false;
  return name.starts_with("www.") || is_top_level_domain(name.substr(dot + 1));
}

/// "https://x.org/a", "www.x.org", "x.org/a", "a@x.org": the length, or 0. `chunk`: link characters only.
std::size_t link_length(std::string_view chunk, std::string& key) {
  std::size_t letters = 0;
  while (letters < 16 && is_ascii_letter(at_or_zero(chunk, letters))) ++letters;
  const bool scheme = letters > 1 && chunk.substr(letters, 3) == "://";
  const std::size_t host_at = scheme ? letters + 3 : 0;
  const std::size_t host = host_length(chunk.substr(host_at));
  const std::string_view name = chunk.substr(host_at, host);
  if (!scheme) {
    bool no_link = false;
    if (const std::size_t mail = mail_length(chunk, key, no_link); mail > 0) return mail;
    if (no_link || !is_bare_host(name)) return 0;
  }
  if (host == 0) return 0;
  std::size_t length = host_at + host;
  if (scheme || is_one_of(at_or_zero(chunk, length), "/:?#"))
    length = trimmed_link(chunk, chunk.size());
  std::string_view path = chunk.substr(host_at + host, length - std::min(length, host_at + host));
  if (path.ends_with('/')) path.remove_suffix(1);
  key = "link:" + lower(chunk.substr(0, host_at + host)) + std::string(path);
  return length;
}

/// "m2" behind a number.
bool is_measure(std::string_view before, std::string_view code) {
  std::size_t end = before.size();
  if (before.ends_with(' ')) --end;
  const bool lower = code.front() >= 'a' && code.front() <= 'z';  // "13 M3" is no volume
  return lower && end > 0 && is_digit(previous(before, end)) &&
         UnitNames::get().behind(code, Language::english).bytes == ByteRange{0, code.size()};
}

/// Keys to press, paths, options and settings at `at`, where no Latin word goes on.
std::size_t typed_length(std::string_view sentence, std::size_t at) {
  const std::string_view text = sentence.substr(at);
  if (at > 0) {
    std::size_t from = at;
    const char32_t before = previous(sentence, from);
    const bool ascii = before < 0x80;
    if (ascii && !is_one_of(static_cast<char>(before), " \t\n\"'`([:")) return 0;
    if (!ascii && is_latin_letter(before)) return 0;
  }
  for (const auto length :
       {&keys_length, &path_length, &option_length, &file_name_length, &setting_length}) {
    if (const std::size_t found = length(text); found > 0) return found;
  }
  return 0;
}

/// The value that begins at `at`: its length and key; 0 if none does.
std::size_t scan(std::string_view text, std::size_t at, std::size_t chunk_end, Value& value) {
  const std::string_view rest = text.substr(at);
  const char before = at > 0 ? text[at - 1] : '\0';
  value.kind = ValueKind::placeholder;
  if (text[at] == '<') return tag_length(rest, value.key);
  if (text[at] == '{') return brace_length(rest, value.key);
  if (is_one_of(text[at], "$%#") && at_or_zero(text, at + 1) == '{') {
    const std::size_t length = brace_length(rest.substr(1), value.key);
    value.key.insert(0, 1, text[at]);
    return length == 0 ? 0 : length + 1;
  }
  if (text[at] == '%' && !is_ascii_digit(before)) {
    std::size_t length = printf_length(rest);
    if (length == 0) length = percent_name_length(rest);
    value.key = std::string(rest.substr(0, length));
    return length;
  }
  if (const std::size_t length = typed_length(text, at); length > 0) {
    value.kind = ValueKind::code;
    value.key = "code:" + lower(rest.substr(0, length));
    std::erase(value.key, ' ');  // "Ctrl + S"
    return length;
  }
  if (!is_alnum(text[at])) return 0;
  value.kind = ValueKind::link;
  return link_length(text.substr(at, chunk_end - at), value.key);
}

}  // namespace

std::vector<Value> opaque_values(std::string_view sentence) {
  std::vector<Value> out;
  std::size_t at = 0, chunk_end = 0;
  while (at < sentence.size()) {
    chunk_end = std::max(chunk_end, at);
    while (chunk_end < sentence.size() && is_link_char(sentence[chunk_end])) ++chunk_end;
    Value value;
    std::size_t length = scan(sentence, at, chunk_end, value);
    if (length > 0) {
      if (value.kind == ValueKind::placeholder && !value.key.starts_with("ph:")) {
        value.key.insert(0, "ph:");
      }
      value.bytes = {at, at + length};
      out.push_back(std::move(value));
    } else if (is_alnum(sentence[at])) {
      const CodeSpan code = code_span(sentence.substr(at, chunk_end - at));
      const std::string_view of_code = sentence.substr(at + code.begin, code.end - code.begin);
      if (!code.key.empty() && !is_measure(sentence.substr(0, at + code.begin), of_code)) {
        out.push_back({{at + code.begin, at + code.end}, ValueKind::code, code.key});
      }
      length = code.token;
    }
    at += std::max<std::size_t>(length, 1);
  }
  return out;
}

}  // namespace muwazi::anchor
