package org.aletheia.parties;

import java.util.Set;
import java.util.UUID;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.evidence.record.SearchCodes;
import org.aletheia.platform.persistence.Projection;
import org.jspecify.annotations.Nullable;

/**
 * That two records of persons, victims or capacities belong together. The link is a record with an audience of its own,
 * never wider than that of either end, so that neither end tells of the other.
 *
 * @param from who …
 * @param relation code of {@code person-relation}, read as "from is … of to"
 * @param to … of whom
 * @param act the act that makes the relation, for example of sexual violence
 * @param withdrawn whether it was found wrong; it stays on record
 */
public record PersonLink(
        PartyRef from,
        String relation,
        PartyRef to,
        @Nullable UUID act,
        boolean withdrawn) implements RecordContent {
    /** Of a child born of sexual violence to its mother. */
    public static final String BORN_OF_SEXUAL_VIOLENCE = "born-of-sexual-violence";

    /** Relations that stand in a compartment or not at all. */
    public static final Set<String> IN_A_COMPARTMENT = Set.of("same-person", BORN_OF_SEXUAL_VIOLENCE);

    /** The relation; neither of the two, nor the act. */
    @Override
    public void describe(Projection.Builder search) {
        search.mayIdentifyProtectedPerson(true)
                .codes(new SearchCodes().add("person-relation", relation).list());
    }
}
