package org.aletheia.local.analysis;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.ckb.SoraniNormalizationFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.core.UpperCaseFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2Filter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.LimitTokenCountFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.pattern.PatternCaptureGroupTokenFilter;
import org.apache.lucene.analysis.reverse.ReverseStringFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.PreConfiguredTokenFilter;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** Token filters by Elasticsearch's documented names and settings. */
final class TokenFilters {

    private TokenFilters() {}

    /** Usable by bare name, without settings. {@code true}: also allowed in a keyword normalizer. */
    static List<PreConfiguredTokenFilter> ready() {
        return List.of(
                PreConfiguredTokenFilter.singleton("arabic_normalization", true, ArabicNormalizationFilter::new),
                PreConfiguredTokenFilter.singleton("asciifolding", true, ASCIIFoldingFilter::new),
                PreConfiguredTokenFilter.singleton("cjk_bigram", false, CJKBigramFilter::new),
                PreConfiguredTokenFilter.singleton("cjk_width", true, CJKWidthFilter::new),
                PreConfiguredTokenFilter.singleton("decimal_digit", true, DecimalDigitFilter::new),
                PreConfiguredTokenFilter.singleton("german_normalization", true, GermanNormalizationFilter::new),
                PreConfiguredTokenFilter.singleton("hindi_normalization", true, HindiNormalizationFilter::new),
                PreConfiguredTokenFilter.singleton("icu_folding", true, ICUFoldingFilter::new),
                PreConfiguredTokenFilter.singleton("icu_normalizer", true, ICUNormalizer2Filter::new),
                PreConfiguredTokenFilter.singleton("persian_normalization", true, PersianNormalizationFilter::new),
                PreConfiguredTokenFilter.singleton("reverse", false, ReverseStringFilter::new),
                PreConfiguredTokenFilter.singleton("sorani_normalization", true, SoraniNormalizationFilter::new),
                PreConfiguredTokenFilter.singleton("trim", true, TrimFilter::new),
                PreConfiguredTokenFilter.singleton("unique", false, RemoveDuplicatesTokenFilter::new),
                PreConfiguredTokenFilter.singleton("uppercase", true, UpperCaseFilter::new));
    }

    /** Declared in an index's settings, with settings of their own. */
    static Map<String, AnalysisProvider<TokenFilterFactory>> configurable() {
        return Map.of(
                "asciifolding",
                        normalizing(
                                (in, set) -> new ASCIIFoldingFilter(in, set.getAsBoolean("preserve_original", false))),
                "edge_ngram", filter(TokenFilters::edgeGrams),
                "icu_folding", normalizing((in, set) -> new ICUFoldingFilter(in)),
                "length",
                        filter((in, set) ->
                                new LengthFilter(in, set.getAsInt("min", 0), set.getAsInt("max", Integer.MAX_VALUE))),
                "limit", filter((in, set) -> new LimitTokenCountFilter(in, set.getAsInt("max_token_count", 1))),
                "ngram", filter(TokenFilters::grams),
                "pattern_capture", filter(TokenFilters::captures),
                "truncate", filter((in, set) -> new TruncateTokenFilter(in, set.getAsInt("length", 10))),
                "unique", filter((in, set) -> new RemoveDuplicatesTokenFilter(in)));
    }

    private static TokenStream edgeGrams(TokenStream in, Settings set) {
        return new EdgeNGramTokenFilter(
                in,
                set.getAsInt("min_gram", 1),
                set.getAsInt("max_gram", 2),
                set.getAsBoolean("preserve_original", false));
    }

    private static TokenStream grams(TokenStream in, Settings set) {
        return new NGramTokenFilter(
                in,
                set.getAsInt("min_gram", 1),
                set.getAsInt("max_gram", 2),
                set.getAsBoolean("preserve_original", false));
    }

    private static TokenStream captures(TokenStream in, Settings set) {
        Pattern[] patterns =
                set.getAsList("patterns").stream().map(Pattern::compile).toArray(Pattern[]::new);
        return new PatternCaptureGroupTokenFilter(in, set.getAsBoolean("preserve_original", true), patterns);
    }

    private static AnalysisProvider<TokenFilterFactory> filter(BiFunction<TokenStream, Settings, TokenStream> make) {
        return (index, environment, name, settings) -> new AbstractTokenFilterFactory(name) {
            @Override
            public TokenStream create(TokenStream in) {
                return make.apply(in, settings);
            }
        };
    }

    private static AnalysisProvider<TokenFilterFactory> normalizing(
            BiFunction<TokenStream, Settings, TokenStream> make) {
        return (index, environment, name, settings) -> new NormalizingFilter(name, settings, make);
    }

    /** The marker interface lets Elasticsearch accept the filter inside a keyword normalizer. */
    private static final class NormalizingFilter extends AbstractTokenFilterFactory
            implements NormalizingTokenFilterFactory {
        private final Settings settings;
        private final BiFunction<TokenStream, Settings, TokenStream> make;

        NormalizingFilter(String name, Settings settings, BiFunction<TokenStream, Settings, TokenStream> make) {
            super(name);
            this.settings = settings;
            this.make = make;
        }

        @Override
        public TokenStream create(TokenStream in) {
            return make.apply(in, settings);
        }
    }
}
