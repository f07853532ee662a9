package org.aletheia.search.elastic;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HighlighterOrder;
import co.elastic.clients.elasticsearch.core.search.HighlighterType;
import co.elastic.clients.util.NamedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aletheia.kernel.Ids;
import org.aletheia.search.SearchHit;
import org.aletheia.search.SearchHit.Mark;

/**
 * Cuts out why a document matches. Elasticsearch puts tags around matching words; the tags are random for each search, so
 * that no document can contain one, and are turned into positions before anybody sees them.
 */
final class Highlighting {
    /** About two lines; two pieces show a second context without a wall of text. */
    private static final int FRAGMENT_CHARACTERS = 160;

    private static final int FRAGMENTS = 2;

    /** Elasticsearch refuses to analyse more than a million characters for highlights; matches beyond it show none. */
    private static final int ANALYSED_CHARACTERS = 999_999;

    private final List<String> texts;
    private final String open;
    private final String close;

    /** @param texts from which pieces may be cut */
    Highlighting(List<String> texts) {
        this.texts = texts;
        String nonce = Ids.random().toString();
        this.open = "\uE000" + nonce + "\uE001";
        this.close = "\uE002" + nonce + "\uE003";
    }

    /**
     * What to ask for.
     *
     * @param searched the text
     * @param words what is sought of it, without the filters: Elasticsearch holds each hit against all clauses that it may mark,
     *     those of a thousand compartments too
     */
    Highlight asked(String searched, Query words) {
        Set<TextLanguage> languages = TextLanguage.written(searched);
        List<NamedValue<HighlightField>> fields = new ArrayList<>();
        fields.add(NamedValue.of(Fields.NAMES, HighlightField.of(field -> field.numberOfFragments(FRAGMENTS))));
        texts.forEach(text -> fields.add(NamedValue.of(
                Fields.folded(text),
                HighlightField.of(field -> field.matchedFields(TextLanguage.subfields(text, languages))))));
        return Highlight.of(highlight -> highlight
                .type(HighlighterType.Unified)
                .highlightQuery(words)
                .order(HighlighterOrder.Score)
                .fragmentSize(FRAGMENT_CHARACTERS)
                .numberOfFragments(FRAGMENTS)
                .maxAnalyzedOffset(ANALYSED_CHARACTERS)
                .preTags(open)
                .postTags(close)
                .fields(fields));
    }

    /** What came back for one hit. */
    List<SearchHit.Highlight> answered(Map<String, List<String>> fragments) {
        List<SearchHit.Highlight> highlights = new ArrayList<>();
        add(highlights, Fields.NAMES, fragments.getOrDefault(Fields.NAMES, List.of()));
        for (String text : texts) {
            add(highlights, text, fragments.getOrDefault(Fields.folded(text), List.of()));
        }
        return highlights;
    }

    private void add(List<SearchHit.Highlight> to, String field, List<String> fragments) {
        fragments.forEach(fragment -> to.add(marked(field, fragment)));
    }

    private SearchHit.Highlight marked(String field, String fragment) {
        StringBuilder text = new StringBuilder();
        List<Mark> marks = new ArrayList<>();
        int from = 0;
        int start = fragment.indexOf(open);
        while (start >= 0) {
            int end = fragment.indexOf(close, start);
            text.append(fragment, from, start);
            int first = text.length();
            text.append(fragment, start + open.length(), end);
            marks.add(new Mark(first, text.length()));
            from = end + close.length();
            start = fragment.indexOf(open, from);
        }
        text.append(fragment, from, fragment.length());
        return new SearchHit.Highlight(field, text.toString(), marks);
    }
}
