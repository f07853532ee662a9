package org.aletheia.parties.command;

import java.util.List;
import java.util.UUID;
import org.aletheia.evidence.citation.Cited;
import org.aletheia.evidence.citation.Evidence;
import org.aletheia.evidence.record.RecordCodec;
import org.jspecify.annotations.Nullable;

/**
 * A link of command as readers get it.
 *
 * @param affiliation id of its record
 * @param relation code of {@code affiliation-relation}
 * @param upper the commander, or the body above
 * @param lower the body below
 * @param basis code of {@code command-basis}; null where the record says none
 * @param certainty {@code certain}: it held on the day, whatever its dates mean; {@code possible}: it can have
 * @param rank as recorded
 * @param post as recorded
 * @param period as recorded
 * @param sources the first of them that the caller sees; none is visible as such
 * @param sourceCount of all that the caller sees
 */
public record ShownLink(
        UUID affiliation,
        String relation,
        Party upper,
        Party lower,
        @Nullable String basis,
        String certainty,
        Object rank,
        Object post,
        Object period,
        List<Cited> sources,
        int sourceCount) {

    /** An end of a link. */
    public record Party(String kind, UUID id) {}

    static ShownLink of(CommandLink link, Evidence evidence) {
        var said = RecordCodec.encode(link.said());
        return new ShownLink(
                link.id(),
                link.said().relation(),
                new Party(link.upper().kind().code(), link.upper().id()),
                new Party(link.lower().kind().code(), link.lower().id()),
                link.said().basis(),
                link.certainty(),
                said.getOrDefault("rank", List.of()),
                said.getOrDefault("post", List.of()),
                said.getOrDefault("period", List.of()),
                evidence.sources(),
                evidence.sourceCount());
    }
}
