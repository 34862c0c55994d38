// SPDX-License-Identifier: GPL-2.0-or-later
//
// Lucene 8 as its users run it: the language's own analyser, BM25, title and text in one field.
//   LucenePeer index TEXTS.tsv INDEX LANGUAGE            a line "ID TAB TITLE TAB TEXT"
//   LucenePeer search TOPICS.tsv INDEX LANGUAGE LIMIT K1 B    a line "ID TAB QUESTION"; a TREC run on stdout
// One index serves all settings: k1 and b count at search time only.

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.apache.lucene.util.Version;

public class LucenePeer {
  private static final String CONTENTS = "contents";

  private static Analyzer analyzerOf(String language) {
    switch (language) {
      case "ar": return new ArabicAnalyzer();
      case "de": return new GermanAnalyzer();
      case "el": return new GreekAnalyzer();
      case "en": return new EnglishAnalyzer();
      case "es": return new SpanishAnalyzer();
      case "fr": return new FrenchAnalyzer();
      case "hi": return new HindiAnalyzer();
      case "ro": return new RomanianAnalyzer();
      case "ru": return new RussianAnalyzer();
      case "th": return new ThaiAnalyzer();
      case "tr": return new TurkishAnalyzer();
      case "zh": return new CJKAnalyzer();
      default: return new StandardAnalyzer();  // Unicode's word breaks, lower case
    }
  }

  private static void index(Path texts, Path index, String language) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(analyzerOf(language));
    config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    try (IndexWriter writer = new IndexWriter(FSDirectory.open(index), config);
        BufferedReader lines = Files.newBufferedReader(texts, StandardCharsets.UTF_8)) {
      for (String line; (line = lines.readLine()) != null; ) {
        String[] columns = line.split("\t", 3);
        Document document = new Document();
        document.add(new StoredField("id", columns[0]));
        document.add(new TextField(CONTENTS, columns[1] + "\n" + columns[2], Field.Store.NO));
        writer.addDocument(document);
      }
    }
  }

  private static void search(Path topics, Path index, String language, int limit, float k1, float b)
      throws IOException {
    BooleanQuery.setMaxClauseCount(Integer.MAX_VALUE);
    PrintStream out = new PrintStream(new BufferedOutputStream(System.out), false, StandardCharsets.UTF_8);
    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(index));
        BufferedReader lines = Files.newBufferedReader(topics, StandardCharsets.UTF_8)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setSimilarity(new BM25Similarity(k1, b));
      QueryBuilder builder = new QueryBuilder(analyzerOf(language));
      for (String line; (line = lines.readLine()) != null; ) {
        String[] columns = line.split("\t", 2);
        if (columns.length < 2) continue;
        // Words of the question joined by OR. The query parser would read operators out of pasted text.
        Query query = builder.createBooleanQuery(CONTENTS, columns[1]);
        if (query == null) continue;
        int rank = 0;
        for (ScoreDoc hit : searcher.search(query, limit).scoreDocs) {
          // Scores fall strictly, so that measuring keeps the order: limit - rank, since Lucene's are tied.
          String id = searcher.doc(hit.doc).get("id");
          out.append(columns[0] + " Q0 " + id + ' ' + (rank + 1) + ' ' + (limit - rank) + " lucene-" + Version.LATEST + '\n');
          ++rank;
        }
      }
    }
    out.flush();
  }

  public static void main(String[] words) throws IOException {
    if (words.length == 4 && words[0].equals("index")) {
      index(Path.of(words[1]), Path.of(words[2]), words[3]);
    } else if (words.length == 7 && words[0].equals("search")) {
      search(Path.of(words[1]), Path.of(words[2]), words[3], Integer.parseInt(words[4]),
          Float.parseFloat(words[5]), Float.parseFloat(words[6]));
    } else {
      System.err.println("usage: LucenePeer index TEXTS INDEX LANGUAGE | search TOPICS INDEX LANGUAGE LIMIT K1 B");
      System.exit(2);
    }
  }
}
