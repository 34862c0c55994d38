// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command_table.h"

#include <algorithm>
#include <boost/program_options.hpp>

namespace rapporteur {
namespace {

namespace po = boost::program_options;

struct OptionEntry {
  const char* name;      // "threads" or "quiet,q"
  const char* argument;  // nullptr: a switch
  const char* help;
};

constexpr OptionEntry kOptions[] = {
    {"index", "DIR", "the index folder; RAPPORTEUR_INDEX stands in for it"},
    {"threads", "N", "worker threads (default: one a core)"},
    {"format", "text|json", "how to print (default: text)"},
    {"progress", "WHEN", "a progress bar: auto, always or never (default: auto)"},
    {"verbose,v", nullptr, "tell what was left out of pages, and why"},
    {"quiet,q", nullptr, "tell only what was rejected"},
    {"help,h", nullptr, "show this help"},
    {"version", nullptr, "show the version"},
};

const std::vector<CommandEntry>& commands() {
  static const std::vector<CommandEntry> table = {
      {"add",
       "INPUT...",
       "read, split and tag pages, and put them into the index",
       "INPUT is a file, a folder (hidden files are passed over) or - for standard input: pages "
       "as\n"
       "plain text or HTML, or records as JSON Lines; any of them may be gzip. A source that is\n"
       "added again replaces its records. Everything becomes visible at once at the end; a run "
       "that\n"
       "is broken off leaves the index as it was.\n",
       true,
       true,
       {"index", "threads", "progress", "verbose,v", "quiet,q"}},
      {"extract",
       "INPUT...",
       "the same up to the index: records as JSON Lines on standard output",
       "What is printed can be looked at, corrected and given to `add`, which believes it.\n",
       true,
       false,
       {"threads", "progress", "verbose,v", "quiet,q"}},
      {"remove", "ID...", "take records out of the index", "", true, true, {"index", "quiet,q"}},
      {"info", "", "what the index holds", "", false, true, {"index", "format"}},
      {"verify",
       "",
       "check the whole index against its checksums",
       "",
       false,
       true,
       {"index", "quiet,q"}},
      {"compact",
       "",
       "rewrite the index as small as it gets",
       "",
       false,
       true,
       {"index", "quiet,q"}},
  };
  return table;
}

std::string long_name(const char* name) {
  const std::string all = name;
  return all.substr(0, all.find(','));
}

po::options_description option_descriptions() {
  po::options_description descriptions;
  for (const OptionEntry& option : kOptions) {
    if (option.argument != nullptr) {
      descriptions.add_options()(option.name, po::value<std::string>(), option.help);
    } else {
      descriptions.add_options()(option.name, option.help);
    }
  }
  descriptions.add_options()("words", po::value<std::vector<std::string>>());
  return descriptions;
}

Error misuse(const std::string& message) {
  return {ErrorCode::kInvalidInput, message + "; see rapporteur-index --help"};
}

Result<When> parse_when(const std::string& word) {
  if (word == "auto") return When::kAuto;
  if (word == "always") return When::kAlways;
  if (word == "never") return When::kNever;
  return misuse("--progress must be auto, always or never, not \"" + word + '"');
}

Result<unsigned> parse_threads(const std::string& word) {
  constexpr unsigned kMost = 256;
  unsigned number = 0;
  for (const char c : word) {
    if (c < '0' || c > '9' || number > kMost)
      number = kMost + 1;
    else
      number = number * 10 + static_cast<unsigned>(c - '0');
  }
  if (word.empty() || number == 0 || number > kMost) {
    return misuse("--threads must be a number from 1 to 256, not \"" + word + '"');
  }
  return number;
}

// Whether the options that were given belong to the command.
Result<void> check_options(const CommandEntry& command, const po::variables_map& given) {
  for (const OptionEntry& option : kOptions) {
    const std::string name = long_name(option.name);
    if (!given.contains(name) || name == "help" || name == "version") continue;
    const bool known = std::any_of(command.options.begin(), command.options.end(),
                                   [&](const char* own) { return long_name(own) == name; });
    if (!known) return misuse("the command " + std::string(command.name) + " has no --" + name);
  }
  return {};
}

std::string option_line(const OptionEntry& option) {
  std::string names = option.name;
  if (const std::size_t comma = names.find(','); comma != std::string::npos) {
    names = "-" + names.substr(comma + 1) + ", --" + names.substr(0, comma);
  } else {
    names = "    --" + names;
  }
  if (option.argument != nullptr) names += std::string(" ") + option.argument;
  names.resize(std::max<std::size_t>(names.size() + 2, 26), ' ');
  return "  " + names + option.help + '\n';
}

}  // namespace

std::span<const CommandEntry> command_table() {
  return commands();
}

const CommandEntry* find_command(const std::string& name) {
  for (const CommandEntry& command : commands()) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

Result<CommandLine> parse_command_line(const std::vector<std::string>& words) {
  po::variables_map given;
  try {
    po::positional_options_description positional;
    positional.add("words", -1);
    const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    const auto descriptions = option_descriptions();
    const auto parsed = po::command_line_parser(words)
                            .options(descriptions)
                            .positional(positional)
                            .style(style)
                            .run();
    for (const auto& option : parsed.options) {
      if (option.string_key == "words" && option.position_key < 0) {
        return misuse("unrecognised option '--words'");
      }
    }
    po::store(parsed, given);
  } catch (const po::error& error) {
    return misuse(error.what());
  }
  CommandLine line;
  line.help = given.contains("help");
  line.version = given.contains("version");
  line.quiet = given.contains("quiet");
  line.verbose = given.contains("verbose");
  if (given.contains("words")) {
    line.arguments = given["words"].as<std::vector<std::string>>();
    line.command = line.arguments.front();
    line.arguments.erase(line.arguments.begin());
  }
  if (given.contains("index")) line.index = given["index"].as<std::string>();
  if (given.contains("threads")) {
    auto threads = parse_threads(given["threads"].as<std::string>());
    if (!threads) return threads.error();
    line.threads = *threads;
  }
  if (given.contains("progress")) {
    auto when = parse_when(given["progress"].as<std::string>());
    if (!when) return when.error();
    line.progress = *when;
  }
  if (given.contains("format")) {
    const std::string format = given["format"].as<std::string>();
    if (format != "text" && format != "json") {
      return misuse("--format must be text or json, not \"" + format + '"');
    }
    line.json = format == "json";
  }
  if (line.command.empty()) return line;
  const CommandEntry* command = find_command(line.command);
  if (command == nullptr) return misuse("there is no command \"" + line.command + '"');
  if (auto fits = check_options(*command, given); !fits) return fits.error();
  if (!line.help && !line.version && command->needs_arguments && line.arguments.empty()) {
    return misuse(line.command + " needs " + command->arguments);
  }
  if (!line.help && command->arguments[0] == '\0' && !line.arguments.empty()) {
    return misuse(line.command + " takes no \"" + line.arguments.front() + '"');
  }
  return line;
}

std::string help_text(const CommandEntry* command) {
  std::string text;
  if (command == nullptr) {
    text =
        "rapporteur-index: turns scraped pages into records and a searchable index.\n\n"
        "usage: rapporteur-index COMMAND [ARGUMENT...] [--index DIR] [OPTION...]\n\ncommands:\n";
    for (const CommandEntry& entry : commands()) {
      std::string head = std::string("  ") + entry.name + ' ' + entry.arguments;
      head.resize(22, ' ');
      text += head + entry.summary + '\n';
    }
    text += "\noptions:\n";
    for (const OptionEntry& option : kOptions) text += option_line(option);
    text +=
        "\nexit codes: 0 done, 1 done but some inputs were rejected, 2 failed, 75 another writer\n"
        "holds the index. `rapporteur-index COMMAND --help` tells more of a command.\n";
    return text;
  }
  text = std::string("usage: rapporteur-index ") + command->name + ' ' + command->arguments +
         (command->needs_index ? " --index DIR" : "") + " [OPTION...]\n\n" + command->summary +
         ".\n";
  if (command->details[0] != '\0') text += std::string("\n") + command->details;
  text += "\noptions:\n";
  for (const OptionEntry& option : kOptions) {
    const bool own =
        std::any_of(command->options.begin(), command->options.end(),
                    [&](const char* name) { return std::string(name) == option.name; });
    if (own || std::string(option.name) == "help,h") text += option_line(option);
  }
  return text;
}

}  // namespace rapporteur
