package org.aletheia.search.elastic;

import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.SimpleQueryStringFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Full text. All words must occur, each in any field and any language, so that a name in one script and a word in
 * another may be asked for together. Besides, plain words may also match within one language alone: there its stop words
 * do not count, so that "the burning of villages" finds "villages burned".
 *
 * <p>Only languages whose script the question uses are asked. Another language's analyser has nothing to add to it and
 * may do harm: the Chinese one takes {@code K745PA} apart and would find, and mark, each 7 and each P.
 */
final class TextQuery {
    /** A number somebody types is almost always meant as that record. */
    private static final String IDENTIFIERS = Fields.IDENTIFIERS + "^10";

    /** Whoever asks for a name wants the party before every text that mentions it. */
    private static final String NAMES = Fields.NAMES + "^4";

    private static final Map<String, String> BOOSTS = Map.of(Fields.TITLE, "^3", Fields.DESCRIPTION, "^2");

    /** Anything that is an operator of the query syntax. */
    private static final Pattern OPERATORS = Pattern.compile("[\"|*()\\\\]|(^|\\s)[+-]");

    /** No fuzzy terms: they expand to the terms of the whole index, hidden documents' included. */
    private static final List<SimpleQueryStringFlag> SYNTAX = List.of(
            SimpleQueryStringFlag.And,
            SimpleQueryStringFlag.Or,
            SimpleQueryStringFlag.Not,
            SimpleQueryStringFlag.Phrase,
            SimpleQueryStringFlag.Prefix,
            SimpleQueryStringFlag.Precedence,
            SimpleQueryStringFlag.Escape,
            SimpleQueryStringFlag.Whitespace);

    private TextQuery() {}

    /** @param content whether words of contents may match */
    static Query of(String text, boolean content) {
        Set<TextLanguage> languages = TextLanguage.written(text);
        Query everywhere = words(text, allFields(languages, content));
        if (OPERATORS.matcher(text).find()) {
            return everywhere;
        }
        List<Query> ways = new ArrayList<>();
        ways.add(everywhere);
        for (TextLanguage language : languages) {
            ways.add(words(text, texts(language.code(), content)));
        }
        return Query.of(query -> query.disMax(best -> best.queries(ways)));
    }

    private static Query words(String text, List<String> fields) {
        return Query.of(query -> query.simpleQueryString(words -> words.query(text)
                .fields(fields)
                .flags(SYNTAX)
                .analyzeWildcard(true)
                .defaultOperator(Operator.And)));
    }

    private static List<String> allFields(Set<TextLanguage> languages, boolean content) {
        Stream<String> subfields =
                Stream.concat(Stream.of(TextLanguage.FOLDED), languages.stream().map(TextLanguage::code));
        return Stream.concat(
                        Stream.of(IDENTIFIERS, NAMES), subfields.flatMap(subfield -> texts(subfield, content).stream()))
                .toList();
    }

    private static List<String> texts(String subfield, boolean content) {
        return Fields.texts(content).stream()
                .map(text -> text + "." + subfield + BOOSTS.getOrDefault(text, ""))
                .toList();
    }
}
