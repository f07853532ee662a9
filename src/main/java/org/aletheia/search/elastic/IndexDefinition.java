package org.aletheia.search.elastic;

import co.elastic.clients.elasticsearch.indices.IndexSettings;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.aletheia.search.SearchConfig;

/**
 * Settings and mapping of every index.
 *
 * <p>Scores use Elasticsearch's {@code boolean} similarity: a term counts its boost and nothing else. The usual BM25
 * weighs a term by how many documents hold it and how long they are, and these statistics include documents that the
 * caller may not see: by their own documents' scores or order a caller could learn that a name occurs in hidden ones.
 * It also makes a document's score depend on nothing but itself, so that pages do not shift when others are added.
 *
 * <p>{@code _source} is off: the index repeats no more of the record than it must, and is rebuilt from the record only.
 */
@ApplicationScoped
class IndexDefinition {
    private static final JsonMapper JSON = new JsonMapper();

    private final SearchConfig config;

    IndexDefinition(SearchConfig config) {
        this.config = config;
    }

    /** The body of a create-index request, for an index that is filled before anybody searches it. */
    StringReader json() {
        return json(Map.of("settings", settings(), "mappings", mappings()));
    }

    private static StringReader json(Map<String, Object> body) {
        try {
            return new StringReader(JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The body of a put-mapping request: what an index of an earlier release lacks. */
    StringReader additions() {
        return json(Map.of(
                "properties",
                Map.of(Fields.CLOSURES, ending("ground"), Fields.SHARES, ending("organisation", "purposes"))));
    }

    /** What an index needs before it is searched. */
    IndexSettings searched() {
        return IndexSettings.of(settings -> settings.numberOfReplicas(String.valueOf(config.replicas()))
                // stated, because an index without it stops refreshing when nobody searched for 30 s
                .refreshInterval(every -> every.time(config.refreshInterval().toMillis() + "ms")));
    }

    private Map<String, Object> settings() {
        return Map.of(
                "number_of_shards",
                config.shards(),
                // copied once when it is full instead of analysed twice
                "number_of_replicas",
                0,
                "refresh_interval",
                "-1",
                // a delete must be remembered longer than a late write of an older version can take
                "gc_deletes",
                "1h",
                "similarity",
                Map.of("default", Map.of("type", "boolean")),
                "analysis",
                Map.of("normalizer", Map.of("folded", Map.of("type", "custom", "filter", "icu_folding"))));
    }

    private static Map<String, Object> mappings() {
        return Map.of("dynamic", "strict", "_source", Map.of("enabled", false), "properties", properties());
    }

    private static Map<String, Object> properties() {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String keyword : new String[] {
            Fields.KIND,
            Fields.OWNER_ORG,
            Fields.CLASSIFICATION,
            Fields.COMPARTMENTS,
            Fields.CONFINED_TO,
            Fields.LANGUAGES,
            Fields.MARKINGS,
            Fields.CODES
        }) {
            fields.put(keyword, Map.of("type", "keyword"));
        }
        fields.put(Fields.COMPARTMENT_COUNT, Map.of("type", "short"));
        fields.put(Fields.SHARES, ending("organisation", "purposes"));
        fields.put(Fields.CLOSURES, ending("ground"));
        fields.put(Fields.IDENTIFIERS, Map.of("type", "keyword", "normalizer", "folded", "ignore_above", 256));
        fields.put(Fields.NAMES, Map.of("type", "text", "analyzer", "icu_analyzer", "store", true));
        fields.put(Fields.WHEN, Map.of("type", "date_range"));
        fields.put(Fields.YEARS, Map.of("type", "short"));
        fields.put(Fields.PLACES, Map.of("type", "geo_point"));
        Fields.TEXTS.forEach(text -> fields.put(text, text()));
        return fields;
    }

    /** Several, each with these keywords, each of which may end by itself. */
    private static Map<String, Object> ending(String... keywords) {
        Map<String, Object> fields = new LinkedHashMap<>(Map.of("ends", Map.of("type", "date")));
        for (String keyword : keywords) {
            fields.put(keyword, Map.of("type", "keyword"));
        }
        return Map.of("type", "nested", "properties", fields);
    }

    private static Map<String, Object> text() {
        Map<String, Object> subfields = new LinkedHashMap<>();
        subfields.put(TextLanguage.FOLDED, Map.of("type", "text", "analyzer", "icu_analyzer", "store", true));
        for (TextLanguage language : TextLanguage.values()) {
            subfields.put(language.code(), Map.of("type", "text", "analyzer", language.analyzer()));
        }
        return Map.of("properties", subfields);
    }
}
