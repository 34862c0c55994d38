// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_tree.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace rapporteur {
namespace {

const char* name_of(Tag tag) {
  for (const char* name : {"div", "p",      "b",     "ul",      "li",     "table",   "tr",    "td",
                           "dl",  "dt",     "dd",    "a",       "span",   "script",  "title", "br",
                           "wbr", "source", "video", "section", "button", "noscript"})
    if (tag_of(name) == tag) return name;
  return "?";
}

// The tree as nested names: "div(p('one') p('two'))".
std::string outline(const HtmlTree& tree, NodeId node) {
  std::string out;
  for (NodeId child = node + 1; child < tree.nodes[node].end; child = tree.nodes[child].end) {
    if (!out.empty()) out += ' ';
    if (tree.nodes[child].tag == Tag::kText) {
      out += '\'' + std::string(tree.characters_of(child)) + '\'';
      continue;
    }
    out += name_of(tree.nodes[child].tag);
    const std::string inner = outline(tree, child);
    if (!inner.empty()) out += '(' + inner + ')';
  }
  return out;
}

std::string outline(std::string_view html) {
  return outline(parse_html("<body>" + std::string(html)), 1);
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
  EXPECT_EQ(outline("<div>a</span></p></table>b</div>c"), "div('ab') 'c'");
  EXPECT_EQ(outline("<div><b>a</div>b"), "div(b('a')) 'b'");
}

TEST(HtmlTree, ALinkEndsWhereTheNextStarts) {
  EXPECT_EQ(outline("<a href=x>one<a href=y>two</a>"), "a('one') a('two')");
}

TEST(HtmlTree, ScriptsAndTitlesHoldNoMarkup) {
  EXPECT_EQ(outline("<script>if (a<b) '<p>'</script>x"), "script('if (a<b) '<p>'') 'x'");
  EXPECT_EQ(outline("<title>a &lt; c</title>"), "title('a < c')");
  EXPECT_EQ(outline("<!-- <p>no</p> --><p>yes</p>"), "p('yes')");
}

TEST(HtmlTree, AnAngleBracketMayBeText) {
  EXPECT_EQ(outline("<p>1 < 2 and <3</p>"), "p('1 < 2 and <3')");
  EXPECT_EQ(outline("a <"), "'a <'");
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
  EXPECT_EQ(resolve_references("caf&eacute; &#233; &#xE9; &amp;amp;"), "café é é &amp;");
  EXPECT_EQ(resolve_references("AT&T &unknown; & y"), "AT&T &unknown; & y");
  EXPECT_EQ(resolve_references("&rsquo;&#150; &#8211;"), "’– –");
  EXPECT_EQ(resolve_references("&#0;&#xD800;&#99999999999;x"), "x");
  EXPECT_EQ(resolve_references("&"), "&");
  EXPECT_EQ(resolve_references("a < b &lt; c"), "a < b < c");
}

TEST(HtmlTree, EmptyElementsOfHtml5TakeNoContent) {
  EXPECT_EQ(outline("<p>a<wbr>b<br>c</p>d"), "p('a' wbr 'b' br 'c') 'd'");
  EXPECT_EQ(outline("<video><source src=x><source src=y>a</video>b"),
            "video(source source 'a') 'b'");
}

TEST(HtmlTree, ThePageIsUtf8WhateverItSays) {
  EXPECT_EQ(outline("<meta charset=iso-8859-1><p>é</p><meta http-equiv=Content-Type "
                    "content='text/html; charset=utf-16'><p>ü"),
            "? p('é') ? p('ü')");
}

// What a text's place in the source holds is the text as it was written.
TEST(HtmlTree, TextsKnowTheirPlace) {
  const std::vector<std::string> parts = {"Texte",
                                          "é",
                                          " ",
                                          "\n",
                                          "<p>",
                                          "</p>",
                                          "<div class='a b'>",
                                          "</div>",
                                          "<b>",
                                          "</b>",
                                          "&amp;",
                                          "&eacute;",
                                          "&x",
                                          "&#233;",
                                          "<!-- no -->",
                                          "<br>",
                                          "<a href=\"x\">",
                                          "</a>",
                                          "<script>1<2</script>",
                                          "\u4E2D\u6587",
                                          "< ",
                                          "&",
                                          "</i>",
                                          "<wbr>"};
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string html;
    for (int i = 0; i < 40; ++i) html += parts[random() % parts.size()];
    // Over the parser's buffer; not as a name behind "&", which libxml2 cuts where its buffer ends.
    if (round % 50 == 0) html += " " + std::string(9000, 'y') + "<p>" + html;
    const HtmlTree tree = parse_html(html);
    std::size_t last = 0;
    for (NodeId id = 0; id < tree.nodes.size(); ++id) {
      if (tree.nodes[id].tag != Tag::kText) continue;
      EXPECT_LE(last, tree.nodes[id].source_begin) << html;
      last = tree.nodes[id].source_end;
      const std::string raw(tree.raw_text(id));
      if (raw.find_first_of("&<") == std::string::npos) {
        ASSERT_EQ(raw, tree.characters_of(id)) << html;
      } else if (tree.nodes[tree.nodes[id].parent].tag != Tag::kScript) {
        ASSERT_EQ(resolve_references(raw + "&amp;"), std::string(tree.characters_of(id)) + "&")
            << html;
      }
    }
  }
}

TEST(HtmlTree, AForgottenEndInsideAButtonDoesNotMakeTheRestPartOfIt) {
  EXPECT_EQ(outline("<button><div>menu</button><p>text</p>"), "button(div('menu')) p('text')");
  EXPECT_EQ(outline("<noscript><div><div>x</div></noscript><p>text</p></div>"),
            "noscript(div(div('x'))) p('text')");
}

TEST(HtmlTree, ReferencesOfHtml5AreResolved) {
  EXPECT_EQ(outline("<p>&Scaron;u&cacute; &lstrok;&period;"), "p('Šuć ł.')");
  EXPECT_EQ(outline("<p>R&eacutesum&eacute, AT&T &amp &amp;eacute; &unknown;"),
            "p('Résumé, AT&T & &eacute; &unknown;')");
  const HtmlTree tree = parse_html("<a title='&zcaron; &copy=1&amp;b'>x</a>");
  EXPECT_EQ(tree.attribute(1, "title"), "ž &copy=1&b");
}

}  // namespace
}  // namespace rapporteur
