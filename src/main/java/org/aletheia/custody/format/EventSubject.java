package org.aletheia.custody.format;

import java.util.Map;

/** What an event is about: one record, or a list whose members are committed one by one. */
public sealed interface EventSubject permits RecordSubject, SubjectList {
    /** The value of the field {@code subject}. */
    Map<String, Object> json();
}
