package org.aletheia.custody.fsck;

import java.util.UUID;
import org.aletheia.custody.Subject;
import org.jspecify.annotations.Nullable;

/** Behind which revision a run goes on, as text. */
record RevisionPosition(Subject subject, int number) {
    static final RevisionPosition START = new RevisionPosition(new Subject("", new UUID(0, 0)), 0);

    static RevisionPosition parse(@Nullable String text) {
        if (text == null) {
            return START;
        }
        String[] parts = text.split("/", -1);
        return new RevisionPosition(new Subject(parts[0], UUID.fromString(parts[1])), Integer.parseInt(parts[2]));
    }

    @Override
    public String toString() {
        return subject.kind() + "/" + subject.id() + "/" + number;
    }
}
