package org.aletheia.custody.format;

import java.util.Map;

/** What an event is about: one record, or a list whose members are committed one by one. */
public sealed interface EventSubject permits RecordSubject, SubjectList {
    /** The value of the field {@code subject}. */
    Map<String, Object> json();

    /**
     * Reads the value of the field {@code subject}.
     *
     * @throws org.aletheia.kernel.MalformedValueException {@code event-subject}, {@code subject-kind},
     *     {@code subject-id}, {@code base64} or {@code hash-length}
     */
    static EventSubject ofJson(Object json) {
        return EventCodec.someSubject(json);
    }
}
