package org.aletheia.custody.format;

import java.util.Map;
import java.util.UUID;
import org.aletheia.kernel.MalformedValueException;

/**
 * One record. As JSON {@code {"id":…,"kind":…}}.
 *
 * @param kind lower-case words with hyphens, for example {@code item}; {@code subject-list} is reserved
 * @param id the record's id: 1 to 128 printable ASCII characters without space, never a name
 */
public record RecordSubject(String kind, String id) implements EventSubject {
    public RecordSubject {
        EventCodes.checkKind(kind);
        EventCodes.check("subject-id", id);
        if (kind.equals(SubjectList.KIND)) {
            throw new MalformedValueException("subject-kind", "reserved for lists of subjects");
        }
    }

    /** The record with this id. */
    public static RecordSubject of(String kind, UUID id) {
        return new RecordSubject(kind, id.toString());
    }

    @Override
    public Map<String, Object> json() {
        return Map.of("id", id, "kind", kind);
    }
}
