package org.aletheia.evidence.record;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A record as readers get it: what every record has, then the members of its content as they were written.
 *
 * @param organisation the member organisation that owns it
 * @param content members beside these
 */
public record RecordView(
        UUID id,
        String kind,
        UUID organisation,
        String classification,
        List<String> compartments,
        int revision,
        Instant createdAt,
        Instant revisedAt,
        @JsonAnyGetter Map<String, Object> content) {
    /** The view of a record. */
    public static RecordView of(RecordVersion<?> version) {
        return of(version, Map.of());
    }

    /** The view of a record with what stands in other records and is to be seen with it, for example its sources. */
    public static RecordView of(RecordVersion<?> version, Map<String, Object> remarks) {
        Map<String, Object> members = new LinkedHashMap<>(RecordCodec.encode(version.content()));
        if (version.content() instanceof RecordContent content) {
            members.putAll(content.shown());
        }
        members.putAll(remarks);
        return new RecordView(
                version.id(),
                version.kind().code(),
                version.ownerOrg(),
                version.protection().classification().code(),
                version.protection().compartments().stream().sorted().toList(),
                version.revision(),
                version.createdAt(),
                version.revisedAt(),
                members);
    }
}
