// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_tree.h"

#include <gtest/gtest.h>

#include <string>

#include "indexer/extract/html_entities.h"

namespace rapporteur {
namespace {

// The tree as nested names: "div(p('one') p('two'))".
std::string outline(const HtmlTree& tree, NodeId node) {
  std::string out;
  for (NodeId child = node + 1; child < tree.nodes[node].end; child = tree.nodes[child].end) {
    if (!out.empty()) out += ' ';
    if (tree.nodes[child].tag == Tag::kText) {
      out += '\'' + std::string(tree.raw_text(child)) + '\'';
      continue;
    }
    const std::string_view start = tree.source.substr(tree.nodes[child].source_begin + 1);
    out += std::string(start.substr(0, start.find_first_of(" >/")));
    const std::string inner = outline(tree, child);
    if (!inner.empty()) out += '(' + inner + ')';
  }
  return out;
}

std::string outline(std::string_view html) {
  return outline(parse_html(html), 0);
}

TEST(HtmlTree, NestsAsWritten) {
  EXPECT_EQ(outline("<div><p>one</p><p>two</p></div>"), "div(p('one') p('two'))");
}

TEST(HtmlTree, EndTagsMayBeMissing) {
  EXPECT_EQ(outline("<p>one<p>two<div>three"), "p('one') p('two') div('three')");
  EXPECT_EQ(outline("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>"),
            "ul(li('a') li('b' ul(li('c'))) li('d'))");
  EXPECT_EQ(outline("<table><tr><td>a<td>b<tr><td>c</table>x"),
            "table(tr(td('a') td('b')) tr(td('c'))) 'x'");
  EXPECT_EQ(outline("<dl><dt>a<dd>b<dt>c</dl>"), "dl(dt('a') dd('b') dt('c'))");
}

TEST(HtmlTree, StrayEndTagsAreIgnored) {
  EXPECT_EQ(outline("<div>a</span></p></table>b</div>c"), "div('a' 'b') 'c'");
  EXPECT_EQ(outline("<div><b>a</div>b"), "div(b('a')) 'b'");
}

TEST(HtmlTree, ALinkEndsWhereTheNextStarts) {
  EXPECT_EQ(outline("<a href=x>one<a href=y>two</a>"), "a('one') a('two')");
}

TEST(HtmlTree, ScriptsAndTitlesHoldNoMarkup) {
  EXPECT_EQ(outline("<script>if (a<b) '<p>'</script>x"), "script('if (a<b) '<p>'') 'x'");
  EXPECT_EQ(outline("<title>a<b>c</title>"), "title('a<b>c')");
  EXPECT_EQ(outline("<!-- <p>no</p> --><p>yes</p>"), "p('yes')");
}

TEST(HtmlTree, AnAngleBracketMayBeText) {
  EXPECT_EQ(outline("<p>1 < 2 and <3</p>"), "p('1 < 2 and <3')");
  EXPECT_EQ(outline("a <"), "'a ' '<'");
}

TEST(HtmlTree, AttributesAreReadInAllSpellings) {
  const std::string html = "<A HREF='a&amp;b' title=\"x > y\" data-n=1 hidden>t</A>";
  const HtmlTree tree = parse_html(html);
  EXPECT_EQ(tree.attribute(1, "href"), "a&b");
  EXPECT_EQ(tree.attribute(1, "title"), "x > y");
  EXPECT_EQ(tree.attribute(1, "data-n"), "1");
  EXPECT_TRUE(tree.has_attribute(1, "hidden"));
  EXPECT_FALSE(tree.has_attribute(1, "class"));
}

TEST(HtmlTree, CharacterReferencesAreResolved) {
  const auto resolved = [](std::string_view raw) {
    std::string text;
    append_resolved(raw, text);
    return text;
  };
  EXPECT_EQ(resolved("caf&eacute; &#233; &#xE9; &amp;amp;"), "café é é &amp;");
  EXPECT_EQ(resolved("AT&T &unknown; &nbsp x & y"), "AT&T &unknown; \u00A0 x & y");
  EXPECT_EQ(resolved("&copy2024 &#150; &#0; &#xD800; &#99999999999;"),
            "©2024 – \uFFFD \uFFFD \uFFFD");
  EXPECT_EQ(resolved("&"), "&");
  EXPECT_EQ(resolved("&#"), "&#");
}

}  // namespace
}  // namespace rapporteur
