package org.aletheia.local.analysis;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.email.UAX29URLEmailTokenizer;
import org.apache.lucene.analysis.icu.ICUNormalizer2CharFilter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.elasticsearch.cluster.node.DiscoveryNodes;
import org.elasticsearch.features.NodeFeature;
import org.elasticsearch.index.analysis.AbstractIndexAnalyzerProvider;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.index.analysis.PreBuiltAnalyzerProviderFactory;
import org.elasticsearch.index.analysis.PreConfiguredCharFilter;
import org.elasticsearch.index.analysis.PreConfiguredTokenFilter;
import org.elasticsearch.index.analysis.PreConfiguredTokenizer;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.indices.analysis.PreBuiltCacheFactory.CachingStrategy;
import org.elasticsearch.plugins.ActionPlugin;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.rest.RestHandler;

/**
 * Stands in for the official modules analysis-common, analysis-icu, analysis-smartcn and analysis-ukrainian, whose jars
 * are not published on Maven Central. It registers their documented names on the same Lucene classes, so that an index
 * made for an official distribution opens here unchanged. For the local stack only.
 */
public final class AletheiaAnalysisPlugin extends Plugin implements AnalysisPlugin, ActionPlugin {

    private final Map<String, LanguageAnalyzers.Maker> languages = LanguageAnalyzers.all();

    @Override
    public Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> getAnalyzers() {
        Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> providers = new TreeMap<>();
        languages.forEach((name, maker) -> providers.put(name, provider(maker)));
        return providers;
    }

    private static AnalysisProvider<AnalyzerProvider<? extends Analyzer>> provider(LanguageAnalyzers.Maker maker) {
        return (index, environment, name, settings) -> {
            Analyzer analyzer = maker.make(
                    Analysis.parseStopWords(environment, settings, null),
                    Analysis.parseStemExclusion(settings, CharArraySet.EMPTY_SET));
            return new AbstractIndexAnalyzerProvider<Analyzer>(name) {
                @Override
                public Analyzer get() {
                    return analyzer;
                }
            };
        };
    }

    /** So that a mapping may name a language without declaring it in the index settings first. */
    @Override
    public List<PreBuiltAnalyzerProviderFactory> getPreBuiltAnalyzerProviderFactories() {
        return languages.entrySet().stream()
                .map(language -> new PreBuiltAnalyzerProviderFactory(
                        language.getKey(), CachingStrategy.ONE, () -> language.getValue()
                                .make(null, CharArraySet.EMPTY_SET)))
                .toList();
    }

    @Override
    public List<PreConfiguredTokenFilter> getPreConfiguredTokenFilters() {
        return TokenFilters.ready();
    }

    @Override
    public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
        return TokenFilters.configurable();
    }

    @Override
    public List<PreConfiguredCharFilter> getPreConfiguredCharFilters() {
        return List.of(
                PreConfiguredCharFilter.singleton("html_strip", false, HTMLStripCharFilter::new),
                PreConfiguredCharFilter.singleton("icu_normalizer", true, ICUNormalizer2CharFilter::new));
    }

    @Override
    public List<PreConfiguredTokenizer> getPreConfiguredTokenizers() {
        return List.of(
                PreConfiguredTokenizer.singleton("icu_tokenizer", ICUTokenizer::new),
                PreConfiguredTokenizer.singleton("smartcn_tokenizer", HMMChineseTokenizer::new),
                PreConfiguredTokenizer.singleton("uax_url_email", UAX29URLEmailTokenizer::new));
    }

    @Override
    public Collection<RestHandler> getRestHandlers(
            ActionPlugin.RestHandlersServices services,
            Supplier<DiscoveryNodes> nodes,
            Predicate<NodeFeature> features) {
        return List.of(new RootHandler(services.settings()));
    }
}
