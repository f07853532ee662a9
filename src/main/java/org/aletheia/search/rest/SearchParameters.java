package org.aletheia.search.rest;

import jakarta.ws.rs.QueryParam;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.aletheia.access.RecordKind;
import org.aletheia.kernel.LanguageTag;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.platform.http.Findings;
import org.aletheia.platform.http.PageLimit;
import org.aletheia.search.Facet;
import org.aletheia.search.SearchQuery;
import org.aletheia.search.elastic.IndexFamily;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query of a search as it comes in. */
class SearchParameters {
    private static final int MAX_TEXT = 500;
    private static final int MAX_CODES = 10;

    /** A code and the list that it is of. */
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,60}:\\S{1,60}");

    @QueryParam("q")
    @Parameter(description = "Words; all must occur")
    @Nullable
    String text;

    @QueryParam("kind")
    @Parameter(description = "Kinds of record, any of them")
    List<String> kinds = List.of();

    @QueryParam("language")
    @Parameter(description = "BCP 47 tags, any of which the record states")
    List<String> languages = List.of();

    @QueryParam("code")
    @Parameter(description = "Codes with the lists that they are of, as missing-status:missing; all that are given")
    List<String> codes = List.of();

    @QueryParam("from")
    @Parameter(description = "EDTF date; records that may be of then or later")
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(description = "EDTF date; records that may be of then or earlier")
    @Nullable
    String to;

    @QueryParam("near")
    @Parameter(description = "Longitude and latitude, as 36.3,33.5; goes with within")
    @Nullable
    String near;

    @QueryParam("within")
    @Parameter(description = "Kilometres around near")
    @Nullable
    String within;

    @QueryParam("bbox")
    @Parameter(description = "West, south, east, north in degrees (RFC 7946 §5)")
    @Nullable
    String bbox;

    @QueryParam("facets")
    @Parameter(description = "What to count by, comma-separated: kind, language, year, marking, place")
    @Nullable
    String facets;

    @QueryParam("limit")
    @Parameter(description = "Most hits of a page, 1 to 200; 50 without")
    @Nullable
    Integer limit;

    @QueryParam("cursor")
    @Parameter(description = "The next of the page before; the other parameters stay the same")
    @Nullable
    String cursor;

    /** @throws org.aletheia.platform.http.ProblemException {@code invalid-request} with all findings */
    SearchQuery query() {
        int most = PageLimit.of(limit);
        Findings findings = new Findings();
        SearchArea area = new SearchArea(findings);
        SearchQuery query = new SearchQuery(
                words(findings),
                kinds(findings),
                languages(findings),
                codes(findings),
                SearchDates.from(findings, from),
                SearchDates.to(findings, to),
                area.near(near, within),
                area.box(bbox),
                facets(findings),
                most);
        findings.throwIfAny();
        return query;
    }

    private @Nullable String words(Findings findings) {
        if (text == null || text.isBlank()) {
            return null;
        }
        findings.require(text.length() <= MAX_TEXT, "?q", "too-long", Map.of("max", MAX_TEXT));
        return text.strip();
    }

    private Set<RecordKind> kinds(Findings findings) {
        Set<RecordKind> read = new HashSet<>();
        for (String code : kinds) {
            RecordKind kind = findings.parse("?kind", () -> searchable(RecordKind.parse(code)));
            if (kind != null) {
                read.add(kind);
            }
        }
        return read;
    }

    private static RecordKind searchable(RecordKind kind) {
        if (IndexFamily.of(kind).isEmpty()) {
            throw new MalformedValueException("kind-not-searchable", "records of this kind are not searched");
        }
        return kind;
    }

    private Set<String> languages(Findings findings) {
        Set<String> read = new HashSet<>();
        for (String tag : languages) {
            LanguageTag language = findings.parse("?language", () -> new LanguageTag(tag));
            if (language != null) {
                read.add(language.value());
            }
        }
        return read;
    }

    private Set<String> codes(Findings findings) {
        findings.require(codes.size() <= MAX_CODES, "?code", "too-many", Map.of("max", MAX_CODES));
        boolean formed = codes.stream().allMatch(code -> CODE.matcher(code).matches());
        findings.require(formed, "?code", "code-with-list");
        return Set.copyOf(new HashSet<>(codes));
    }

    private Set<Facet> facets(Findings findings) {
        Set<Facet> read = new HashSet<>();
        for (String code : facets == null || facets.isEmpty() ? new String[0] : facets.split(",", -1)) {
            Facet facet = findings.parse("?facets", () -> Facet.parse(code));
            if (facet != null) {
                read.add(facet);
            }
        }
        return read;
    }
}
