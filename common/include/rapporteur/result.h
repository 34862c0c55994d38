// SPDX-License-Identifier: GPL-2.0-or-later
//
// How every fallible call of Rapporteur answers: with a value or with an Error that a person can
// act on. Nothing in the library throws across its public border, prints, or ends the process.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace rapporteur {

// What kind of thing went wrong; programs map it to their exit codes.
enum class ErrorCode {
  kInvalidInput,  // the caller's or user's words or data cannot be used
  kNotFound,      // a file, index or record that was named does not exist
  kNotAnIndex,    // the folder exists but holds no index, or one of another format
  kBusy,          // another writer holds the index
  kIo,            // reading or writing failed (disk full, permissions, device)
  kCorrupt,       // stored bytes do not agree with their checksum
  kDeadline,      // the time allowed ran out
  kInternal,      // a defect in Rapporteur; worth a report
};

// One failure. `message` is UTF-8 without a trailing full stop or newline; it names the file,
// record or word and says what to do.
struct Error {
  ErrorCode code = ErrorCode::kInternal;
  std::string message;
};

// A value of type T, or an Error. Check ok() first: value() of a failed Result and error() of a
// good one are defects (std::bad_variant_access).
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& value() & { return std::get<0>(state_); }
  const T& value() const& { return std::get<0>(state_); }
  T&& value() && { return std::get<0>(std::move(state_)); }
  const Error& error() const { return std::get<1>(state_); }

  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::get<0>(std::move(state_)); }

 private:
  std::variant<T, Error> state_;
};

// The answer of a call that has nothing to return but may fail.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return error_.index() == 0; }
  explicit operator bool() const { return ok(); }
  const Error& error() const { return std::get<1>(error_); }

 private:
  std::variant<std::monostate, Error> error_;
};

}  // namespace rapporteur
