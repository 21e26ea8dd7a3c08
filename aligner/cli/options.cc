#include "cli/options.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options/errors.hpp>
#include <boost/program_options/parsers.hpp>
#include <boost/program_options/variables_map.hpp>

#include "cli/nearest.h"
#include "cli/streams.h"
#include "format/wrap.h"

namespace muwazi {
namespace {

namespace po = boost::program_options;

constexpr std::size_t kHelpWidth = 80;
constexpr std::size_t kNameWidth = 27;  // of the column of option names

// Guessing is off: an abbreviation that works today would break when an option is added.
constexpr int kStyle = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : "|") + word;
  return out;
}

std::string two_columns(std::string_view left, std::string_view right) {
  std::string out = fmt::format("  {:<{}}", left, kNameWidth - 2);
  if (left.size() + 3 > kNameWidth) out += '\n' + std::string(kNameWidth, ' ');
  bool first = true;
  for (const std::string& line : wrap(right, kHelpWidth - kNameWidth)) {
    out += (first ? "" : std::string(kNameWidth, ' ')) + line + '\n';
    first = false;
  }
  return out;
}

}  // namespace

std::string usage_lines(const Command& command) {
  std::string out, start = "usage: ";
  std::string_view rest = command.usage;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    out += fmt::format("{}muwazi {} {}\n", start, command.name, line);
    start = "       ";
  }
  return out;
}

Options::Options(const Command& command) : command_(command) {
  flag("help,h", help_asked_, "print this and stop");
}

void Options::add(const std::string& names, const po::value_semantic* semantic,
                  const std::string& placeholder, const std::string& help) {
  options_.add_options()(names.c_str(), semantic);
  const std::size_t comma = names.find(',');
  const std::string shorter =
      comma == std::string::npos ? "    " : fmt::format("-{}, ", names.substr(comma + 1));
  shown_.push_back({fmt::format("{}--{}{}{}", shorter, names.substr(0, comma),
                                placeholder.empty() ? "" : " ", placeholder),
                    help});
}

void Options::flag(const std::string& names, bool& field, const std::string& help) {
  add(names, po::bool_switch(&field), "", help);
}

void Options::choice(const std::string& names, std::string& field, std::vector<std::string> choices,
                     const std::string& help, const std::string& placeholder) {
  add(names, po::value<std::string>(&field), placeholder.empty() ? joined(choices) : placeholder,
      help);
  choices_.push_back({names.substr(0, names.find(',')), &field, std::move(choices)});
}

void Options::operands(std::vector<std::string>& field, std::size_t least, std::size_t most) {
  operands_ = &field;
  least_ = least;
  most_ = most;
}

std::optional<int> Options::read(const Arguments& arguments) {
  try {
    const auto parsed = po::command_line_parser(arguments).options(options_).style(kStyle).run();
    po::variables_map values;
    po::store(parsed, values);
    po::notify(values);
    if (operands_ != nullptr) {
      *operands_ = po::collect_unrecognized(parsed.options, po::include_positional);
    }
  } catch (const po::unknown_option& error) {
    return usage_error(unknown_option(error.get_option_name()));
  } catch (const po::error& error) {
    return usage_error(error.what());
  }
  if (help_asked_) {
    print_out(help());
    return kDone;
  }
  if (const auto wrong = wrong_choice()) return usage_error(*wrong);
  if (const auto wrong = wrong_count()) return usage_error(*wrong);
  return std::nullopt;
}

int Options::usage_error(std::string_view what) const {
  print_error(fmt::format("{}: {}", command_.name, what));
  print_error(fmt::format("'muwazi {} --help' says what it takes", command_.name));
  return kFailed;
}

std::string Options::help() const {
  std::string out = usage_lines(command_);
  out += fmt::format("{}.\n\n", command_.summary);
  // --help was declared first and is read last.
  for (std::size_t i = 1; i <= shown_.size(); ++i) {
    const Shown& shown = shown_[i % shown_.size()];
    out += two_columns(shown.names, shown.help);
  }
  if (!command_.notes.empty()) out += fmt::format("\n{}\n", command_.notes);
  return out;
}

std::string Options::unknown_option(std::string name) const {
  name.resize(std::min(name.find('='), name.size()));  // "--modle=x"
  std::string what = fmt::format("no option {}", name);
  if (name.starts_with("--")) {
    name.erase(0, 2);
    std::vector<std::string> known;
    for (const auto& option : options_.options()) known.push_back(option->long_name());
    if (const auto near = nearest(name, known)) what += fmt::format("; did you mean --{}?", *near);
  }
  return what;
}

std::optional<std::string> Options::wrong_choice() const {
  for (const Choice& choice : choices_) {
    const auto& all = choice.choices;
    if (choice.field->empty() || std::find(all.begin(), all.end(), *choice.field) != all.end()) {
      continue;
    }
    std::string what =
        fmt::format("--{} {}: it is one of {}", choice.name, *choice.field, joined(all));
    if (const auto near = nearest(*choice.field, all))
      what += fmt::format("; did you mean {}?", *near);
    return what;
  }
  return std::nullopt;
}

std::optional<std::string> Options::wrong_count() const {
  const std::size_t count = operands_ == nullptr ? 0 : operands_->size();
  if (count < least_) return count == 0 ? "no file given" : "a file is missing";
  if (count > most_) return fmt::format("one too many: {}", (*operands_)[most_]);
  return std::nullopt;
}

}  // namespace muwazi
