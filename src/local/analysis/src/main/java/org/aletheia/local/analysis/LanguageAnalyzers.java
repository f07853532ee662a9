package org.aletheia.local.analysis;

import java.io.Reader;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.ckb.SoraniAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2CharFilter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.apache.lucene.analysis.uk.UkrainianMorfologikAnalyzer;

/** Lucene's analyzers under the names that Elasticsearch documents for them. */
final class LanguageAnalyzers {

    /** Makes an analyzer; {@code stopWords} is null where the index names none, so that the language's own apply. */
    @FunctionalInterface
    interface Maker {
        Analyzer make(CharArraySet stopWords, CharArraySet stemExclusions);
    }

    private LanguageAnalyzers() {}

    static Map<String, Maker> all() {
        Map<String, Maker> makers = new TreeMap<>();
        addLatin(makers);
        addOtherScripts(makers);
        makers.put("icu_analyzer", (stop, exclude) -> new IcuAnalyzer());
        return makers;
    }

    private static void addLatin(Map<String, Maker> makers) {
        makers.put("dutch", (stop, ex) -> new DutchAnalyzer(or(stop, DutchAnalyzer.getDefaultStopSet()), ex));
        makers.put("english", (stop, ex) -> new EnglishAnalyzer(or(stop, EnglishAnalyzer.getDefaultStopSet()), ex));
        makers.put("french", (stop, ex) -> new FrenchAnalyzer(or(stop, FrenchAnalyzer.getDefaultStopSet()), ex));
        makers.put("german", (stop, ex) -> new GermanAnalyzer(or(stop, GermanAnalyzer.getDefaultStopSet()), ex));
        makers.put("italian", (stop, ex) -> new ItalianAnalyzer(or(stop, ItalianAnalyzer.getDefaultStopSet()), ex));
        makers.put(
                "portuguese",
                (stop, ex) -> new PortugueseAnalyzer(or(stop, PortugueseAnalyzer.getDefaultStopSet()), ex));
        makers.put("spanish", (stop, ex) -> new SpanishAnalyzer(or(stop, SpanishAnalyzer.getDefaultStopSet()), ex));
        makers.put("turkish", (stop, ex) -> new TurkishAnalyzer(or(stop, TurkishAnalyzer.getDefaultStopSet()), ex));
    }

    private static void addOtherScripts(Map<String, Maker> makers) {
        makers.put("arabic", (stop, ex) -> new ArabicAnalyzer(or(stop, ArabicAnalyzer.getDefaultStopSet()), ex));
        makers.put("armenian", (stop, ex) -> new ArmenianAnalyzer(or(stop, ArmenianAnalyzer.getDefaultStopSet()), ex));
        makers.put("bengali", (stop, ex) -> new BengaliAnalyzer(or(stop, BengaliAnalyzer.getDefaultStopSet()), ex));
        makers.put("cjk", (stop, ex) -> new CJKAnalyzer(or(stop, CJKAnalyzer.getDefaultStopSet())));
        makers.put("hindi", (stop, ex) -> new HindiAnalyzer(or(stop, HindiAnalyzer.getDefaultStopSet()), ex));
        makers.put("persian", (stop, ex) -> new PersianAnalyzer(or(stop, PersianAnalyzer.getDefaultStopSet()), ex));
        makers.put("russian", (stop, ex) -> new RussianAnalyzer(or(stop, RussianAnalyzer.getDefaultStopSet()), ex));
        makers.put("smartcn", (stop, ex) -> new SmartChineseAnalyzer());
        makers.put("sorani", (stop, ex) -> new SoraniAnalyzer(or(stop, SoraniAnalyzer.getDefaultStopSet()), ex));
        makers.put("thai", (stop, ex) -> new ThaiAnalyzer(or(stop, ThaiAnalyzer.getDefaultStopSet())));
        makers.put(
                "ukrainian",
                (stop, ex) -> new UkrainianMorfologikAnalyzer(
                        or(stop, UkrainianMorfologikAnalyzer.getDefaultStopwords()), ex));
    }

    private static CharArraySet or(CharArraySet stopWords, CharArraySet ofTheLanguage) {
        return stopWords == null ? ofTheLanguage : stopWords;
    }

    /** What the official analysis-icu plugin builds: NFKC case folding, ICU word breaks, ICU folding. */
    private static final class IcuAnalyzer extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new ICUTokenizer();
            return new TokenStreamComponents(words, new ICUFoldingFilter(words));
        }

        @Override
        protected Reader initReader(String field, Reader text) {
            return new ICUNormalizer2CharFilter(text);
        }
    }
}
