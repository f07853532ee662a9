package org.aletheia.testimony.consent;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.format.DisclosedEvent;
import org.aletheia.custody.format.EventField;
import org.aletheia.evidence.record.RecordVersion;
import org.jspecify.annotations.Nullable;

/**
 * What was done with what somebody gave, as far as this server's log knows and may say.
 *
 * @param uses of which the bodies that used it let its owner know
 * @param handedOn shares, their ends, transfers, disclosures
 * @param changes of the consent itself
 * @param notices the notices of its withdrawal, each with its last event, where that is in the log
 */
public record Done(List<Step> uses, List<Step> handedOn, List<Step> changes, List<Told> notices) {
    /** Where a checkpoint that covers an event stands. */
    public record Covering(String origin, long size) {}

    /**
     * An event with its place in the log.
     *
     * @param kind of the record that it is about
     * @param index in the log, from 0
     * @param covering null while no published checkpoint covers it
     */
    public record Step(
            RecordKind kind,
            UUID eventId,
            long index,
            DisclosedEvent event,
            @Nullable Covering covering) {
        /** Code of the event's type. */
        public String type() {
            return text(EventField.TYPE);
        }

        /** A field as text; empty where it is not there. */
        public String text(EventField field) {
            return event.value(field).map(Object::toString).orElse("");
        }

        /** The detail of the event. */
        public Map<?, ?> detail() {
            return event.value(EventField.DETAIL).orElse(Map.of()) instanceof Map<?, ?> detail ? detail : Map.of();
        }
    }

    /** @param last null while it is not in the log yet */
    public record Told(
            RecordVersion<WithdrawalNotice> notice,
            @Nullable Step last) {}
}
