package org.aletheia.custody;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aletheia.custody.format.EventType;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.MalformedValueException;
import org.jspecify.annotations.Nullable;

/**
 * What a capability wants to be told; id, time, order and commitments are the journal's.
 *
 * @param type of the event; its group decides between chain of custody and access record
 * @param actor who acts
 * @param subjects what it is about: one record, or those of a list or search
 * @param list whether the subjects are committed one by one, as those of a list or search, however many
 * @param revision digest of the revision made or used
 * @param purpose code
 * @param reason code
 * @param detail further codes and numbers by the type's schema; never names or free text about people
 */
public record EventDraft(
        EventType type,
        Actor actor,
        List<Subject> subjects,
        boolean list,
        @Nullable Digest revision,
        @Nullable String purpose,
        @Nullable String reason,
        Map<String, @Nullable Object> detail) {
    public EventDraft {
        subjects = List.copyOf(subjects);
        if (!list && subjects.size() != 1) {
            throw new MalformedValueException("event-subject", "an event that is no list has one subject");
        }
    }

    /** An event about one record. */
    public static Builder of(EventType type, Actor actor, Subject subject) {
        return new Builder(type, actor, List.of(subject), false);
    }

    /** An event about the records of a list or search, each of which can be shown to be in it without the others. */
    public static Builder ofList(EventType type, Actor actor, List<Subject> subjects) {
        return new Builder(type, actor, subjects, true);
    }

    /** Collects what may be absent. Not thread-safe. */
    public static final class Builder {
        private final EventType type;
        private final Actor actor;
        private final List<Subject> subjects;
        private final boolean list;
        private final Map<String, @Nullable Object> detail = new LinkedHashMap<>();
        private @Nullable Digest revision;
        private @Nullable String purpose;
        private @Nullable String reason;

        private Builder(EventType type, Actor actor, List<Subject> subjects, boolean list) {
            this.type = type;
            this.actor = actor;
            this.subjects = subjects;
            this.list = list;
        }

        public Builder revision(@Nullable Digest value) {
            revision = value;
            return this;
        }

        public Builder purpose(@Nullable String value) {
            purpose = value;
            return this;
        }

        public Builder reason(@Nullable String value) {
            reason = value;
            return this;
        }

        /** Adds a value to the detail: null, boolean, integer, string, list or map. */
        public Builder detail(String key, @Nullable Object value) {
            detail.put(key, value);
            return this;
        }

        public Builder detail(Map<String, ? extends @Nullable Object> values) {
            detail.putAll(values);
            return this;
        }

        public EventDraft build() {
            return new EventDraft(type, actor, subjects, list, revision, purpose, reason, detail);
        }
    }
}
