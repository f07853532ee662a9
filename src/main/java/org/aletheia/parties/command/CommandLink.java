package org.aletheia.parties.command;

import java.util.Objects;
import java.util.UUID;
import org.aletheia.parties.Affiliation;
import org.aletheia.parties.PartyRef;

/**
 * An affiliation that puts one party above another, and that can have held on the day asked about.
 *
 * @param id of the affiliation
 * @param said what it says
 * @param certain whether it held on that day, whatever its dates mean
 */
public record CommandLink(UUID id, Affiliation said, boolean certain) {
    /** Who is above: the commander, the body that another is part of, the body that controls. */
    public PartyRef upper() {
        return partOf() ? object() : said.subject();
    }

    /** Who is below. */
    public PartyRef lower() {
        return partOf() ? said.subject() : object();
    }

    /** {@code certain} or {@code possible}. */
    public String certainty() {
        return certainty(certain);
    }

    static String certainty(boolean certain) {
        return certain ? "certain" : "possible";
    }

    private boolean partOf() {
        return said.relation().equals(Affiliation.PART_OF);
    }

    private PartyRef object() {
        return Objects.requireNonNull(said.object());
    }
}
