package org.aletheia.custody.format;

import java.util.Optional;

/** The fields of an event in format {@code aletheia/event/v1}, in the order in which they are committed. Frozen. */
public enum EventField {
    SCHEMA("schema"),
    TYPE("type"),
    ID("id"),
    TIME("time"),
    ACTOR("actor"),
    ORGANISATION("organisation"),
    ROLE("role"),
    PURPOSE("purpose"),
    REASON("reason"),
    SUBJECT("subject"),
    REVISION("revision"),
    DETAIL("detail");

    private final String label;

    EventField(String label) {
        this.label = label;
    }

    /** The name inside the commitment and in JSON. */
    public String label() {
        return label;
    }

    /** The field with this name. */
    public static Optional<EventField> ofLabel(String label) {
        for (EventField field : values()) {
            if (field.label.equals(label)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
