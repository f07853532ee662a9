package org.aletheia.codelists;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operator says of a list, as given: only what is to be added or changed. What is absent stays as it is, also when
 * a later release changes it; {@link #CLEAR} takes a value away. Nothing here removes a row.
 *
 * @param version the edition of the list's source; a new list must have it
 * @param source whose list it is; a new list must have it
 * @param kind {@link CodeList#LEGAL_FRAMEWORK}
 * @param labels name of the list by language; a new list must have the English one
 * @param codes the rows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListEdition(
        @Nullable String version,
        @Nullable String source,
        @Nullable String kind,
        @Nullable Map<String, @Nullable String> labels,
        @Nullable List<@Nullable Row> codes) {
    /** In place of a value: there is to be none. */
    public static final String CLEAR = "-";

    /**
     * What is said of one code.
     *
     * @param code new, or one that the list has
     * @param parent a code of the same list
     * @param status as {@link CodeStatus} writes it; {@code current} for a new row
     * @param validFrom ISO 8601 day
     * @param validTo ISO 8601 day
     * @param labels by language; a new row must have the English one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            @Nullable String code,
            @Nullable String parent,
            @Nullable String status,
            @Nullable String validFrom,
            @Nullable String validTo,
            @Nullable String source,
            @Nullable Map<String, @Nullable String> labels,
            @Nullable Map<String, @Nullable String> attributes) {}

    /**
     * An edition with the lines of the text that its rows stood in.
     *
     * @param lines from 1, one for each row; empty where rows are told apart by pointers alone
     */
    public record Given(ListEdition edition, List<Integer> lines) {
        public Given {
            lines = List.copyOf(lines);
        }
    }
}
