package org.aletheia.testimony.consent;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Protection;

/**
 * What the consents of the caller's organisation govern, asked past the walls of the records and of the consents: what was
 * agreed to binds also whoever sees neither. Every method joins the caller's transaction.
 */
public interface ConsentRegister {
    /** A record that a consent governs: one that it names, or an item that holds the words of one. */
    record Covered(RecordKind kind, UUID id, Protection protection) {}

    /**
     * That a record went to a member organisation.
     *
     * @param how {@code share} or {@code transfer}
     * @param reference id of the share or transfer
     */
    record Given(RecordKind kind, UUID id, UUID recipient, String how, UUID reference, Instant at) {}

    /** What a consent says of a record. */
    record Said(UUID record, UUID consent, Terms terms) {}

    /** Of a consent what binds whoever uses the record. */
    record Terms(String state, List<ScopeAnswer> scopes, List<Consent.Condition> conditions) {
        public Terms {
            scopes = List.copyOf(scopes);
            conditions = List.copyOf(conditions);
        }
    }

    /** What a consent governs. */
    List<Covered> covers(UUID consent);

    /** To which member organisations any of it ever went, oldest first. */
    List<Given> recipients(UUID consent);

    /** Events of use of it of which those who used it let its owner know. */
    List<UUID> uses(UUID consent);

    /** What the consents say under which these records were given; they stay so until the caller's transaction ends. */
    List<Said> of(RecordKind kind, Collection<UUID> records);
}
