// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/feed.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/extract/html_fragment.h"
#include "indexer/extract/html_url.h"
#include "indexer/extract/xml_pull.h"

namespace rapporteur {
namespace {

// The members of an entry that we know, by the names they have in the formats, best first.
enum class Field { kTitle, kLink, kDate, kContent, kAuthor, kCategory, kLanguage, kNone };

struct FieldName {
  std::string_view name;
  Field field;
  int rank;  // of several for one field the highest counts
};

constexpr std::array<FieldName, 21> kFields = {
    {{"title", Field::kTitle, 1},         {"link", Field::kLink, 2},
     {"guid", Field::kLink, 1},           {"pubDate", Field::kDate, 5},
     {"published", Field::kDate, 5},      {"issued", Field::kDate, 4},
     {"date", Field::kDate, 3},           {"created", Field::kDate, 2},
     {"updated", Field::kDate, 1},        {"modified", Field::kDate, 1},
     {"encoded", Field::kContent, 4},     {"content", Field::kContent, 3},
     {"description", Field::kContent, 2}, {"summary", Field::kContent, 1},
     {"subtitle", Field::kNone, 0},       {"creator", Field::kAuthor, 2},
     {"author", Field::kAuthor, 1},       {"name", Field::kNone, 0},
     {"category", Field::kCategory, 1},   {"subject", Field::kCategory, 1},
     {"language", Field::kLanguage, 1}}};

// Media and iTunes elements are called "title" and "content" too.
bool is_of_feeds(std::string_view space) {
  for (const std::string_view known :
       {"", "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/",
        "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#",
        "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/",
        "http://purl.org/rss/1.0/modules/content/", "http://backend.userland.com/rss2",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#"}) {
    if (space == known) return true;
  }
  return false;
}

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '<')
      result += "&lt;";
    else if (c == '&')
      result += "&amp;";
    else
      result += c;
  }
  return result;
}

class Reader {
 public:
  Reader(std::string_view bytes, const std::string& charset, std::string base, bool mend)
      : xml_(bytes, charset, mend), base_(std::move(base)) {}

  bool failed() const { return xml_.failed(); }

  Result<Feed> run() {
    for (auto event = xml_.next(); event != XmlPull::Event::kDone; event = xml_.next()) {
      switch (event) {
        case XmlPull::Event::kStart:
          start();
          ++depth_;
          break;
        case XmlPull::Event::kEnd:
          if (depth_ > 0) --depth_;
          end();
          break;
        default:
          if (field_ != nullptr && !muted_)
            (markup_ ? html_ += escaped(xml_.text()) : html_ += xml_.text());
      }
    }
    if (in_entry_) finish_entry();
    if (!is_feed_) return Error{ErrorCode::kInvalidInput, "is XML, but no feed"};
    return std::move(feed_);
  }

 private:
  void start() {
    const std::string_view name = xml_.name();
    if (field_ != nullptr) {  // XHTML inside of a field
      if (field_->field == Field::kAuthor && name != "name") muted_ = true;
      markup_ = true;
      html_ += '<' + std::string(name) + '>';
      return;
    }
    if (name == "rss" || name == "feed" || name == "RDF") {
      is_feed_ = true;
      if (feed_.language.empty()) feed_.language = xml_.attribute("lang");
    }
    if (name == "item" || name == "entry") {
      if (in_entry_) finish_entry();
      in_entry_ = true;
      entry_depth_ = depth_;
      entry_ = {};
      ranks_.fill(0);
      if (const std::string about = xml_.attribute("about"); !about.empty()) entry_.url = about;
      return;
    }
    if (!is_of_feeds(xml_.space())) return;
    for (const FieldName& known : kFields) {
      if (known.name != name || known.field == Field::kNone) continue;
      field_ = &known;
      field_depth_ = depth_;
      html_.clear();
      markup_ = muted_ = false;
      begin_field();
    }
  }

  // What attributes say.
  void begin_field() {
    if (field_->field == Field::kCategory) term_ = xml_.attribute("term");
    if (field_->field != Field::kLink) return;
    const std::string relation = xml_.attribute("rel");
    href_ = relation.empty() || relation == "alternate" ? xml_.attribute("href") : "";
    skip_link_ =
        (!relation.empty() && relation != "alternate") || xml_.attribute("isPermaLink") == "false";
  }

  void end() {
    if (field_ != nullptr && depth_ == field_depth_) {
      const FieldName& field = *field_;
      field_ = nullptr;
      in_entry_ ? take(field) : take_of_feed(field);
    } else if (field_ != nullptr) {
      muted_ = false;
      html_ += "</" + std::string(xml_.name()) + '>';
    } else if (in_entry_ && depth_ == entry_depth_) {
      finish_entry();
    }
  }

  // True once for each field that is better than the ones before.
  bool is_better(const FieldName& field) {
    int& rank = ranks_[static_cast<std::size_t>(field.field)];
    if (field.rank <= rank) return false;
    rank = field.rank;
    return true;
  }

  std::string line() const {
    return markup_ || is_marked_up(html_) || html_.find('&') != std::string::npos
               ? fragment_line(html_)
               : collapse_spaces(html_);
  }

  void take(const FieldName& field) {
    if (trim(html_).empty() && field.field != Field::kLink && field.field != Field::kCategory) {
      return;
    }
    switch (field.field) {
      case Field::kTitle:
        if (is_better(field)) entry_.title = line();
        break;
      case Field::kLink: {
        std::string url = href_.empty() ? collapse_spaces(html_) : href_;
        const bool address = field.name == "link" || url.find("://") != std::string::npos;
        if (skip_link_ || url.empty() || !address || !is_better(field)) break;
        entry_.url = clean_utf8(resolve_url(base_, url));
        break;
      }
      case Field::kDate:
        if (!is_better(field)) break;
        entry_.date_name = std::string(field.name);
        entry_.date = collapse_spaces(html_);
        break;
      case Field::kContent:
        if (!is_better(field)) break;
        entry_.text = markup_ || is_marked_up(html_) || html_.find('&') != std::string::npos
                          ? fragment_text(html_)
                          : std::string(trim(html_));
        entry_.is_whole = field.name == "encoded" || field.name == "content";
        break;
      case Field::kAuthor:
        if (is_better(field)) entry_.author = line();
        break;
      case Field::kCategory: {
        std::string category = term_.empty() ? line() : collapse_spaces(term_);
        if (!category.empty()) entry_.categories.push_back(std::move(category));
        break;
      }
      default:
        break;
    }
  }

  void take_of_feed(const FieldName& field) {
    if (field.field == Field::kTitle && feed_.title.empty()) feed_.title = line();
    if (field.field == Field::kLanguage) feed_.language = collapse_spaces(html_);
    if (field.field == Field::kLink && base_.empty()) {
      base_ = href_.empty() ? collapse_spaces(html_) : href_;
    }
  }

  void finish_entry() {
    in_entry_ = false;
    field_ = nullptr;
    if (entry_.title.empty() && entry_.text.empty()) return;
    feed_.entries.push_back(std::move(entry_));
  }

  XmlPull xml_;
  std::string base_;
  Feed feed_;
  FeedEntry entry_;
  bool is_feed_ = false;
  bool in_entry_ = false;
  std::size_t depth_ = 0;
  std::size_t entry_depth_ = 0;
  std::size_t field_depth_ = 0;
  const FieldName* field_ = nullptr;  // the one being read
  std::string html_;                  // its content
  bool markup_ = false;               // which has elements in it
  bool muted_ = false;                // inside of an author's address
  std::string href_;
  bool skip_link_ = false;
  std::string term_;
  std::array<int, 8> ranks_ = {};
};

}  // namespace

Result<Feed> read_feed(std::string_view bytes, const std::optional<std::string>& url,
                       const std::optional<std::string>& charset) {
  while (!bytes.empty() && (bytes[0] == ' ' || bytes[0] == '\n' || bytes[0] == '\r')) {
    bytes.remove_prefix(1);  // in front of the declaration they are an error
  }
  constexpr std::size_t kMostMended = 16U << 20;
  Reader reader(bytes, charset.value_or(""), url.value_or(""), false);
  auto feed = reader.run();
  if (!reader.failed() || bytes.size() > kMostMended) return feed;
  return Reader(bytes, charset.value_or(""), url.value_or(""), true).run();
}

}  // namespace rapporteur
