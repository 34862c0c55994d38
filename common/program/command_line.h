// SPDX-License-Identifier: GPL-2.0-or-later
//
// Commands and options of the programs, once: a program says what it has in one table, from which
// its command line is read and its help is printed. Not part of the libraries: programs link
// rapporteur_program.
#pragma once

#include <rapporteur/result.h>

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace rapporteur {

struct OptionEntry {
  const char* name;      // without dashes: "index"
  char letter;           // 'q' for -q; 0: none
  const char* argument;  // as the help prints it; nullptr: a switch
  bool repeatable;
  const char* help;  // one line
};

struct CommandEntry {
  const char* name;
  const char* arguments;  // as the help prints them: "QUERY..."; empty: it takes none
  bool needs_arguments;
  const char* summary;               // one line
  const char* details;               // paragraphs for `COMMAND --help`
  std::vector<std::string> options;  // names; help and version go with every command
  // "-word" is an argument unless -w is an option: for questions that exclude words.
  bool dashed_arguments = false;
};

struct ProgramTable {
  const char* name;
  const char* summary;
  const char* exit_codes;  // paragraph behind the help
  std::vector<OptionEntry> options;
  std::vector<CommandEntry> commands;
};

// What a command line says.
class CommandLine {
 public:
  const CommandEntry* command = nullptr;  // nullptr: none was given
  std::vector<std::string> arguments;     // behind the command

  bool has(const std::string& option) const { return values_.count(option) > 0; }
  // The value of an option that was given once; nullopt if it was not.
  std::optional<std::string> value(const std::string& option) const;
  // All values in the order given.
  std::vector<std::string> values(const std::string& option) const;

 private:
  friend Result<CommandLine> parse_command_line(const ProgramTable&,
                                                const std::vector<std::string>&);
  std::map<std::string, std::vector<std::string>> values_;
};

// Reads the words behind the program's name. Options may stand anywhere, never abbreviated; "--"
// ends them. kInvalidInput names the word that is wrong and what to do. --help and --version are in
// every table by themselves.
Result<CommandLine> parse_command_line(const ProgramTable& program,
                                       const std::vector<std::string>& words);

// The help of the program, or of one command.
std::string help_text(const ProgramTable& program, const CommandEntry* command);

// `word` as a whole number from `least` to `most`; kInvalidInput names the option.
Result<std::size_t> parse_number(const std::string& option, const std::string& word,
                                 std::size_t least, std::size_t most);

// The index in `choices` of `word`; kInvalidInput names the option and the choices.
Result<std::size_t> parse_choice(const std::string& option, const std::string& word,
                                 std::span<const char* const> choices);

}  // namespace rapporteur
