package org.aletheia.testimony.interest;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.ClosureGround;
import org.aletheia.access.Closures;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.codelists.CodeLists;
import org.aletheia.custody.Journal;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.testimony.TestimonyChecks;
import org.jspecify.annotations.Nullable;

/** The interests of people who appear in items of the caller's organisation; one that restricts closes the item at once. */
@Singleton
public class ProtectionInterests extends LinkedRecords<ProtectionInterest> {
    static final String ANSWERS = "protection-answer";
    private static final String YES = "yes";

    private final RecordDesk desk;
    private final TestimonyChecks testimony;
    private final CodeLists lists;
    private final Closures closures;
    private final Journal journal;

    ProtectionInterests(
            RecordStore<ProtectionInterest> store,
            RecordDesk desk,
            TestimonyChecks testimony,
            CodeLists lists,
            Closures closures,
            Journal journal) {
        super(RecordKind.PROTECTION_INTEREST, store, desk);
        this.desk = desk;
        this.testimony = testimony;
        this.lists = lists;
        this.closures = closures;
        this.journal = journal;
    }

    /** Random: it stands for somebody. */
    @Override
    protected UUID newId() {
        return Ids.random();
    }

    @Override
    protected Optional<Whole> whole(ProtectionInterest content) {
        return Optional.of(new Whole(RecordKind.ITEM, content.item()));
    }

    /**
     * Records that somebody appears in an item.
     *
     * @throws ProblemException {@code not-found} where the caller may not revise the item, as it is that of others; {@code
     *     forbidden}; {@code invalid-request}
     */
    @Transactional
    public RecordVersion<ProtectionInterest> create(UUID item, @Nullable String key, ProtectionInterestBody body) {
        desk.directory().require(AccessIntent.REVISE, RecordKind.ITEM, item);
        return create(
                key,
                "protection-interests/" + item,
                new Whole(RecordKind.ITEM, item),
                body,
                checks -> body.check(item, checks, testimony, lists),
                made -> answered(null, made));
    }

    /**
     * Writes it anew, for example how it is answered; an item that it closed is open again where it restricts no more.
     *
     * @throws ProblemException as {@link LinkedRecords#revise}
     */
    @Transactional
    public RecordVersion<ProtectionInterest> revise(UUID id, IntConsumer precondition, ProtectionInterestBody body) {
        List<ProtectionInterest> held = new ArrayList<>(1);
        RecordVersion<ProtectionInterest> next = revise(id, precondition, body, (checks, before) -> {
            held.add(before);
            return body.check(before.item(), checks, testimony, lists);
        });
        answered(held.getFirst(), next);
        return next;
    }

    private void answered(@Nullable ProtectionInterest before, RecordVersion<ProtectionInterest> next) {
        boolean closed = before != null && closes(before);
        boolean closes = closes(next.content());
        if (closed == closes) {
            return;
        }
        UUID item = next.content().item();
        RecordName basis = new RecordName(RecordKind.PROTECTION_INTEREST, next.id());
        List<Subject> both = List.of(
                new Subject(RecordKind.PROTECTION_INTEREST.code(), next.id()),
                new Subject(RecordKind.ITEM.code(), item));
        UUID event = journal.append(desk.guard()
                        .listEvent(closes ? EventTypes.LINK_CREATED : EventTypes.LINK_REMOVED, both)
                        .reason(closes ? "item-closed" : "item-open-again")
                        .build())
                .eventId();
        if (closes) {
            closures.close(RecordKind.ITEM, item, ClosureGround.PROTECTION_INTEREST, basis, event);
        } else {
            closures.reopen(RecordKind.ITEM, item, ClosureGround.PROTECTION_INTEREST, basis, event);
        }
    }

    private boolean closes(ProtectionInterest interest) {
        return says(lists, interest.answer(), "closes").filter(YES::equals).isPresent();
    }

    /** What the list of answers says of one of them. */
    static Optional<String> says(CodeLists lists, String answer, String what) {
        return lists.find(ANSWERS)
                .flatMap(list -> list.find(answer))
                .flatMap(row -> Optional.ofNullable(row.attributes().get(what)));
    }
}
