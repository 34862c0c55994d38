// SPDX-License-Identifier: GPL-2.0-or-later
//
// XML as a row of events: for feeds and for the parts of office files.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace rapporteur {

// Reads one XML text with libxml2. Nothing outside of it is fetched, entities of its own making are
// not expanded (those of HTML are), nesting and sizes are bounded by libxml2's own limits. One
// thread.
class XmlPull {
 public:
  enum class Event { kStart, kEnd, kText, kDone };

  // `bytes` must outlive the object; their character set is told by the XML declaration, a byte
  // order mark, or `charset` (empty: none) which goes before both.
  // `mend`: reads what is not well-formed on, for which it holds a tree of all of it in memory;
  // without, next() ends there.
  explicit XmlPull(std::string_view bytes, const std::string& charset = {}, bool mend = false);
  ~XmlPull();
  XmlPull(const XmlPull&) = delete;
  XmlPull& operator=(const XmlPull&) = delete;

  // Every kStart has its kEnd, unless kDone comes first.
  Event next();
  // After kDone: the text is not well-formed, and what came behind that was not read.
  bool failed() const;

  // Of kStart and kEnd; local name and namespace. Valid until next().
  std::string_view name() const;
  std::string_view space() const;
  // Of kStart: the value of the attribute with this local name; empty if there is none.
  std::string attribute(std::string_view local_name) const;
  // Of kText.
  std::string_view text() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace rapporteur
