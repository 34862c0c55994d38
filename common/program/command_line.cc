// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/program/command_line.h"

#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>

namespace rapporteur {

namespace {

namespace po = boost::program_options;

const std::vector<OptionEntry>& options_of_all() {
  static const std::vector<OptionEntry> options = {
      {"help", 'h', nullptr, false, "show this help"},
      {"version", 0, nullptr, false, "show the version"},
  };
  return options;
}

std::vector<OptionEntry> all_options(const ProgramTable& program) {
  std::vector<OptionEntry> options = program.options;
  options.insert(options.end(), options_of_all().begin(), options_of_all().end());
  return options;
}

Error misuse(const ProgramTable& program, const std::string& message) {
  return {ErrorCode::kInvalidInput, message + "; see " + program.name + " --help"};
}

po::options_description descriptions(const std::vector<OptionEntry>& options) {
  po::options_description all;
  for (const OptionEntry& option : options) {
    std::string names = option.name;
    if (option.letter != 0) names += std::string(",") + option.letter;
    if (option.argument != nullptr) {
      all.add_options()(names.c_str(), po::value<std::vector<std::string>>(), option.help);
    } else {
      all.add_options()(names.c_str(), option.help);
    }
  }
  return all;
}

const CommandEntry* find_command(const ProgramTable& program, const std::string& name) {
  for (const CommandEntry& command : program.commands) {
    if (name == command.name) return &command;
  }
  return nullptr;
}

bool belongs(const CommandEntry& command, const OptionEntry& option) {
  const auto named = [&](const std::string& name) { return name == option.name; };
  return std::any_of(command.options.begin(), command.options.end(), named) ||
         std::any_of(options_of_all().begin(), options_of_all().end(),
                     [&](const OptionEntry& own) { return named(own.name); });
}

// "-china" in a question excludes a word; Boost would read letters of options out of it.
bool is_dashed_word(const std::vector<OptionEntry>& options, const std::string& word) {
  if (word.size() < 2 || word[0] != '-' || word[1] == '-') return false;
  if (word.size() > 2) return true;
  return std::none_of(options.begin(), options.end(),
                      [&](const OptionEntry& o) { return o.letter == word[1]; });
}

std::string option_line(const OptionEntry& option) {
  std::string names = option.letter != 0 ? std::string("-") + option.letter + ", --" : "    --";
  names += option.name;
  if (option.argument != nullptr) names += std::string(" ") + option.argument;
  names.resize(std::max<std::size_t>(names.size() + 2, 30), ' ');
  return "  " + names + option.help + '\n';
}

}  // namespace

std::optional<std::string> CommandLine::value(const std::string& option) const {
  const auto found = values_.find(option);
  if (found == values_.end() || found->second.empty()) return std::nullopt;
  return found->second.back();
}

std::vector<std::string> CommandLine::values(const std::string& option) const {
  const auto found = values_.find(option);
  return found == values_.end() ? std::vector<std::string>() : found->second;
}

Result<CommandLine> parse_command_line(const ProgramTable& program,
                                       const std::vector<std::string>& words) {
  const std::vector<OptionEntry> options = all_options(program);
  // The first word that is no option names the command, which tells how words with dashes are to be
  // read.
  const CommandEntry* likely = nullptr;
  for (const std::string& word : words) {
    if (likely == nullptr && !word.empty() && word[0] != '-') likely = find_command(program, word);
  }
  std::vector<std::string>
      plain;  // for Boost; words with dashes that are arguments get a mark in front
  const std::string mark = "\x01";
  const auto as_typed = [&](const std::string& word) {
    return word.starts_with(mark) ? word.substr(mark.size()) : word;
  };
  bool options_ended = false;
  for (const std::string& word : words) {
    options_ended = options_ended || word == "--";
    const bool is_argument = !options_ended && likely != nullptr && likely->dashed_arguments &&
                             is_dashed_word(options, word);
    plain.push_back(is_argument ? mark + word : word);
  }

  CommandLine line;
  try {
    po::options_description known = descriptions(options);
    const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    const po::parsed_options parsed = po::command_line_parser(plain)
                                          .options(known)

                                          .style(style)
                                          .allow_unregistered()
                                          .run();
    for (const po::option& option : parsed.options) {
      if (option.position_key >= 0) {
        for (const std::string& word : option.value) line.arguments.push_back(as_typed(word));
      } else if (option.unregistered) {
        return misuse(program, "there is no option \"" + option.original_tokens.front() + "\"");
      } else {
        std::vector<std::string>& values = line.values_[option.string_key];
        for (const std::string& word : option.value) values.push_back(as_typed(word));
      }
    }
  } catch (const po::error& error) {
    return misuse(program, error.what());
  }

  for (const OptionEntry& option : options) {
    if (option.argument != nullptr && !option.repeatable && line.values(option.name).size() > 1) {
      return misuse(program, std::string("--") + option.name + " was given more than once");
    }
  }
  if (line.arguments.empty()) return line;
  line.command = find_command(program, line.arguments.front());
  if (line.command == nullptr)
    return misuse(program, "there is no command \"" + line.arguments.front() + "\"");
  line.arguments.erase(line.arguments.begin());
  for (const OptionEntry& option : options) {
    if (line.has(option.name) && !belongs(*line.command, option)) {
      return misuse(program,
                    std::string("the command ") + line.command->name + " has no --" + option.name);
    }
  }
  if (line.has("help") || line.has("version")) return line;
  if (line.command->needs_arguments && line.arguments.empty()) {
    return misuse(program, std::string(line.command->name) + " needs " + line.command->arguments);
  }
  if (line.command->arguments[0] == '\0' && !line.arguments.empty()) {
    return misuse(program,
                  std::string(line.command->name) + " takes no \"" + line.arguments.front() + "\"");
  }
  return line;
}

std::string help_text(const ProgramTable& program, const CommandEntry* command) {
  std::string text;
  if (command == nullptr) {
    text = std::string(program.name) + ": " + program.summary + "\n\nusage: " + program.name +
           " COMMAND [ARGUMENT...] [OPTION...]\n\ncommands:\n";
    for (const CommandEntry& entry : program.commands) {
      std::string head = std::string("  ") + entry.name + " " + entry.arguments;
      head.resize(std::max<std::size_t>(head.size() + 2, 22), ' ');
      text += head + entry.summary + '\n';
    }
    text += "\noptions:\n";
    for (const OptionEntry& option : all_options(program)) text += option_line(option);
    return text + '\n' + program.exit_codes + "`" + program.name +
           " COMMAND --help` tells more of a command.\n";
  }
  text = std::string("usage: ") + program.name + " " + command->name + " " + command->arguments +
         " [OPTION...]\n\n" + command->summary + ".\n";
  if (command->details[0] != '\0') text += std::string("\n") + command->details;
  text += "\noptions:\n";
  for (const OptionEntry& option : all_options(program)) {
    if (belongs(*command, option)) text += option_line(option);
  }
  return text;
}

Result<std::size_t> parse_number(const std::string& option, const std::string& word,
                                 std::size_t least, std::size_t most) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error == std::errc() && end == word.data() + word.size() && least <= number && number <= most)
    return number;
  return Error{ErrorCode::kInvalidInput, "--" + option + " must be a whole number from " +
                                             std::to_string(least) + " to " + std::to_string(most) +
                                             ", not \"" + word + "\""};
}

Result<std::size_t> parse_choice(const std::string& option, const std::string& word,
                                 std::span<const char* const> choices) {
  std::string names;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (word == choices[i]) return i;
    names += (i == 0 ? "" : i + 1 == choices.size() ? " or " : ", ") + std::string(choices[i]);
  }
  return Error{ErrorCode::kInvalidInput,
               "--" + option + " must be " + names + ", not \"" + word + "\""};
}

}  // namespace rapporteur
