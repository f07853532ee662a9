package org.aletheia.evidence.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.UUID;
import org.aletheia.custody.ChainEntry;
import org.jspecify.annotations.Nullable;

/**
 * One event in a history of an item.
 *
 * @param number in that history, from 1 and without holes; absent in the access record, where it would tell how often others
 *     used the item
 * @param index in the log
 * @param event the disclosed event, whose entry anybody can recompute
 * @param opening where the item is one of a list: shows that it is, without the others
 * @param integrated whether its proof can be had
 * @param proof where
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventView(
        @Nullable Long number,
        long index,
        UUID id,
        @JsonInclude(content = JsonInclude.Include.ALWAYS) Map<String, @Nullable Object> event,
        @Nullable Object opening,
        boolean integrated,
        String proof) {

    /** An entry of a history that is shown whole. */
    static EventView of(ChainEntry entry) {
        return of(entry, entry.number());
    }

    /** An entry of a history of which the reader sees a part. */
    static EventView unnumbered(ChainEntry entry) {
        return of(entry, null);
    }

    private static EventView of(ChainEntry entry, @Nullable Long number) {
        return new EventView(
                number,
                entry.index(),
                entry.eventId(),
                entry.event().json(),
                entry.opening() == null ? null : entry.opening().json(),
                entry.integrated(),
                "/api/v1/events/" + entry.eventId() + "/proof");
    }
}
