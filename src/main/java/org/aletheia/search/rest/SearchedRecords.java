package org.aletheia.search.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.evidence.record.RecordSearch;
import org.aletheia.platform.http.Findings;
import org.aletheia.platform.http.PageLimit;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.search.SearchQuery;
import org.aletheia.search.SearchResults;
import org.aletheia.search.Searches;
import org.aletheia.search.elastic.IndexFamily;
import org.jspecify.annotations.Nullable;

/** Searches that are given within another request, in the words of the search itself. */
@ApplicationScoped
class SearchedRecords implements RecordSearch {
    private static final String AT = "/search/";

    private final Searches searches;

    SearchedRecords(Searches searches) {
        this.searches = searches;
    }

    @Override
    public Hits find(Asked asked, Set<RecordKind> kinds, int most, Findings findings) {
        SearchQuery query = query(asked, kinds, most, findings);
        if (query == null) {
            return new Hits(List.of(), false);
        }
        List<RecordName> found = new ArrayList<>();
        String cursor = null;
        do {
            SearchResults page = searches.search(query, cursor);
            page.hits().forEach(hit -> found.add(new RecordName(hit.kind(), hit.id())));
            cursor = page.next();
        } while (cursor != null && found.size() < most);
        boolean more = cursor != null || found.size() > most;
        return new Hits(found.stream().limit(most).toList(), more);
    }

    private static @Nullable SearchQuery query(Asked asked, Set<RecordKind> kinds, int most, Findings findings) {
        Set<RecordKind> possible = EnumSet.copyOf(kinds);
        possible.retainAll(IndexFamily.searchable());
        try {
            SearchQuery said = parameters(asked, most).query();
            boolean within = possible.containsAll(said.kinds());
            List<String> allowed =
                    possible.stream().map(RecordKind::code).sorted().toList();
            return findings.require(within, AT + "kind", "kind-unknown", Map.of("allowed", allowed))
                    ? said.of(said.kinds().isEmpty() ? possible : said.kinds())
                    : null;
        } catch (ProblemException e) {
            if (e.findings().isEmpty()) {
                throw e;
            }
            e.findings().forEach(each -> findings.add(AT + each.pointer().substring(1), each.code(), each.params()));
            return null;
        }
    }

    private static SearchParameters parameters(Asked asked, int most) {
        SearchParameters said = new SearchParameters();
        said.text = asked.q();
        said.kinds = given(asked.kind());
        said.languages = given(asked.language());
        said.codes = given(asked.code());
        said.from = asked.from();
        said.to = asked.to();
        said.near = asked.near();
        said.within = asked.within();
        said.bbox = asked.bbox();
        said.limit = Math.min(most, PageLimit.MAX);
        return said;
    }

    private static List<String> given(@Nullable List<String> values) {
        return values == null
                ? List.of()
                : values.stream()
                        .map(value -> Objects.requireNonNullElse(value, ""))
                        .toList();
    }
}
