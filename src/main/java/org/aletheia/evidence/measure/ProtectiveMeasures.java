package org.aletheia.evidence.measure;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.aletheia.access.Closures;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordLookup;
import org.aletheia.access.RecordName;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Journal;
import org.aletheia.custody.JournalRef;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.evidence.measure.ProtectiveMeasure.Closing;
import org.aletheia.evidence.record.ExportBars;
import org.aletheia.evidence.record.ExportForm;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;
import org.aletheia.evidence.record.RecordVersion;
import org.jspecify.annotations.Nullable;

/**
 * Protective measures. What one orders holds from its commit on, for the records that it names, which the organisation that
 * writes it owns; record, events and closures are one transaction.
 */
@Singleton
public class ProtectiveMeasures extends LinkedRecords<ProtectiveMeasure> implements ExportBars.Kind {
    private static final Comparator<Closing> ORDER =
            Comparator.comparing((Closing closing) -> closing.record().id()).thenComparing(Closing::ground);

    private final RecordDesk desk;
    private final RecordLookup lookup;
    private final Closures closures;
    private final Journal journal;

    ProtectiveMeasures(
            RecordStore<ProtectiveMeasure> store,
            RecordDesk desk,
            RecordLookup lookup,
            Closures closures,
            Journal journal) {
        super(RecordKind.PROTECTIVE_MEASURE, store, desk);
        this.desk = desk;
        this.lookup = lookup;
        this.closures = closures;
        this.journal = journal;
    }

    /** Writes what was ordered. @throws org.aletheia.platform.http.ProblemException {@code forbidden}, {@code invalid-request} */
    @Transactional
    public RecordVersion<ProtectiveMeasure> create(@Nullable String key, ProtectiveMeasureBody body) {
        return create(
                key,
                "protective-measures",
                null,
                body,
                checks -> body.check(checks, this::isOwn, null),
                made -> apply(made.id(), Set.of(), made.content().closings()));
    }

    /**
     * Varies a measure by another order of the body that gave it.
     *
     * @throws org.aletheia.platform.http.ProblemException as {@link LinkedRecords#revise}
     */
    @Transactional
    public RecordVersion<ProtectiveMeasure> vary(UUID id, IntConsumer precondition, ProtectiveMeasureBody body) {
        AtomicReference<Set<Closing>> before = new AtomicReference<>(Set.of());
        RecordVersion<ProtectiveMeasure> next = revise(id, precondition, body, (checks, standing) -> {
            before.set(standing.closings());
            return body.check(checks, this::isOwn, standing);
        });
        apply(id, before.get(), next.content().closings());
        return next;
    }

    /** Each change is an event of the record that it is about, whose custody tells of it. */
    private void apply(UUID measure, Set<Closing> before, Set<Closing> after) {
        RecordName basis = new RecordName(RecordKind.PROTECTIVE_MEASURE, measure);
        List<Closing> closed = without(after, before);
        List<JournalRef> closing = journal.appendAll(
                closed.stream().map(each -> event(measure, each, true)).toList());
        for (int i = 0; i < closed.size(); i++) {
            Closing each = closed.get(i);
            RecordName record = each.record();
            closures.close(
                    record.kind(),
                    record.id(),
                    each.ground(),
                    basis,
                    closing.get(i).eventId());
        }
        List<Closing> opened = without(before, after);
        List<JournalRef> opening = journal.appendAll(
                opened.stream().map(each -> event(measure, each, false)).toList());
        for (int i = 0; i < opened.size(); i++) {
            Closing each = opened.get(i);
            RecordName record = each.record();
            closures.reopen(
                    record.kind(),
                    record.id(),
                    each.ground(),
                    basis,
                    opening.get(i).eventId());
        }
    }

    private EventDraft event(UUID measure, Closing closing, boolean closes) {
        RecordName record = closing.record();
        return desk.guard()
                .event(closes ? EventTypes.MEASURE_APPLIED : EventTypes.MEASURE_LIFTED, record.kind(), record.id())
                .detail("measure", measure.toString())
                .detail("ground", closing.ground().code())
                .build();
    }

    /** The records of an order are the body's own: counsel, who reads none of them, names them too. */
    private boolean isOwn(RecordName name) {
        UUID organisation = desk.guard().principal().organisation();
        return lookup.find(name.kind(), name.id())
                .filter(found -> found.ownerOrg().equals(organisation))
                .isPresent();
    }

    private static List<Closing> without(Set<Closing> all, Set<Closing> some) {
        Set<Closing> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest.stream().sorted(ORDER).toList();
    }

    /** Always: whom an order protects is told by nothing that leaves. */
    @Override
    public boolean barred(UUID id, ExportForm form) {
        return true;
    }
}
