package org.aletheia.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A line of a witness list: under a pseudonym of this case, and in codes.
 *
 * @param kind person, victim or capacity
 * @param pseudonym the same in this case always, and in no other
 * @param record whom it stands for; told to those alone who ask for it and may know
 * @param named whether the case file names them; else only statements do
 * @param capacity code of {@code person-capacity}; of a capacity that the reader may see
 * @param availability code of {@code witness-availability}, as the case file says
 * @param measures codes of {@code protection-measure}, as the case file says
 * @param protectionNeeds codes of {@code protection-need}, as the statements say
 * @param statements that they gave, as far as the reader may list them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WitnessLine(
        String kind,
        String pseudonym,
        @Nullable Linked record,
        boolean named,
        @Nullable String capacity,
        @Nullable String availability,
        List<String> measures,
        List<String> protectionNeeds,
        List<Account> statements) {
    public WitnessLine {
        measures = List.copyOf(measures);
        protectionNeeds = List.copyOf(protectionNeeds);
        statements = List.copyOf(statements);
    }

    /**
     * The record that a line stands for.
     *
     * @param pseudonym of the record, which is the same everywhere
     */
    @Schema(name = "WitnessRecord")
    public record Linked(UUID id, String pseudonym) {}

    /**
     * A statement.
     *
     * @param id told with the record of who gave it, since it leads there
     * @param kind code of {@code statement-kind}
     * @param elements of the case that cite an item with its words
     * @param acts charged in the case that it speaks of
     */
    @Schema(name = "WitnessAccount")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Account(@Nullable UUID id, String kind, List<UUID> elements, List<UUID> acts) {
        public Account {
            elements = List.copyOf(elements);
            acts = List.copyOf(acts);
        }
    }
}
