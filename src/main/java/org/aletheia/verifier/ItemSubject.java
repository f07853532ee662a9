package org.aletheia.verifier;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aletheia.custody.format.EventField;
import org.aletheia.custody.format.EventSubject;
import org.aletheia.custody.format.RecordSubject;
import org.aletheia.custody.format.SubjectList;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.ProofException;

/** Checks that all events are about one and the same item. */
final class ItemSubject {
    private ItemSubject() {}

    static Finding oneItem(ItemHistory history) {
        Set<RecordSubject> found = new HashSet<>();
        int withheld = 0;
        try {
            for (ItemHistory.Entry entry : history.entries()) {
                Optional<RecordSubject> subject = subject(entry);
                subject.ifPresent(found::add);
                withheld += subject.isEmpty() ? 1 : 0;
            }
        } catch (MalformedValueException | ProofException e) {
            return Finding.failed(Check.SUBJECT, e);
        }
        return verdict(List.copyOf(found), withheld);
    }

    private static Finding verdict(List<RecordSubject> found, int withheld) {
        String hidden = withheld == 0 ? "" : ", " + withheld + " withheld";
        return switch (found.size()) {
            case 0 -> Finding.note(Check.SUBJECT, "no event shows what it is about" + hidden);
            case 1 ->
                Finding.passed(
                        Check.SUBJECT,
                        found.getFirst().kind() + " " + found.getFirst().id() + hidden);
            default -> Finding.failed(Check.SUBJECT, "the events are about different records: " + found);
        };
    }

    private static Optional<RecordSubject> subject(ItemHistory.Entry entry) {
        Optional<EventSubject> shown = entry.event().value(EventField.SUBJECT).map(EventSubject::ofJson);
        return shown.flatMap(subject -> switch (subject) {
            case RecordSubject single -> Optional.of(single);
            case SubjectList list ->
                entry.opening().map(opening -> {
                    opening.verify(list);
                    return opening.subject();
                });
        });
    }
}
