package org.aletheia.cases.disclosure;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.Classification;
import org.aletheia.access.Principal;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.citation.CitationWatch;
import org.aletheia.evidence.citation.Source;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.Protection;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.platform.http.Page;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.jspecify.annotations.Nullable;

/** What members say may help the defence, and what the disclosure officer did about it. */
@Singleton
public class DisclosureFlags extends LinkedRecords<DisclosureFlag> implements CitationWatch {
    /** The wall shows a flag to the officer, and to whoever sees its item: no level may keep it from the former. */
    private static final Protection BY_THE_WALL = new Protection(Classification.CLEAR, Set.of());

    /** The code of {@code source-note} by which a source says the same. */
    private static final String EXCULPATORY = "exculpatory";

    private final RecordDesk desk;
    private final RecordStore<Source> sources;

    DisclosureFlags(RecordStore<DisclosureFlag> store, RecordDesk desk, RecordStore<Source> sources) {
        super(RecordKind.DISCLOSURE_FLAG, store, desk);
        this.desk = desk;
        this.sources = sources;
    }

    /** What somebody says of an item. */
    @FunctionalInterface
    public interface Marking {
        DisclosureFlag mark(Checks checks, UUID by);
    }

    /**
     * Flags an item that the caller may read.
     *
     * @throws ProblemException {@code not-found}, {@code forbidden}, {@code invalid-request}
     */
    @Transactional
    public RecordVersion<DisclosureFlag> raise(UUID item, @Nullable String key, Object body, Marking marking) {
        desk.directory().require(AccessIntent.READ, RecordKind.ITEM, item);
        Principal caller = desk.guard().requireCreate(RecordKind.DISCLOSURE_FLAG);
        return once(
                key,
                "disclosure-flags/" + item,
                body,
                () -> add(caller, BY_THE_WALL, marking.mark(desk.checks(), caller.member())));
    }

    /** Whether that source is one of the item, as far as the caller sees it. */
    public boolean isSourceOf(UUID source, UUID item) {
        return sources.find(source)
                .filter(found -> found.content().item().equals(item))
                .isPresent();
    }

    /** A source that is noted as exculpatory is a flag, whoever may raise one otherwise. */
    @Override
    public void cited(RecordVersion<Source> made) {
        if (EXCULPATORY.equals(made.content().note())) {
            Principal caller = desk.guard().principal();
            add(
                    caller,
                    BY_THE_WALL,
                    DisclosureFlag.open(made.content().item(), made.id(), List.of(EXCULPATORY), caller.member()));
        }
    }

    /** The flags that the caller's body has on an item that they may read. */
    public Page<RecordVersion<DisclosureFlag>> of(UUID item, PageRequest request) {
        desk.directory().require(AccessIntent.READ, RecordKind.ITEM, item);
        return list(request.with("item", item.toString()));
    }

    /** All of the officer's body. @throws ProblemException {@code not-found} to everybody else */
    public Page<RecordVersion<DisclosureFlag>> tasks(@Nullable String state, PageRequest request) {
        desk.guard().requireRegister();
        return list(request.with("state", state));
    }

    /**
     * Says what came of a flag.
     *
     * @throws ProblemException {@code not-found} to all but the officer, {@code state-refused} where it is closed
     */
    @Transactional
    public RecordVersion<DisclosureFlag> close(
            UUID id, IntConsumer precondition, ProtectionBody body, @Nullable String outcome) {
        AccessGuard guard = desk.guard();
        // Others may see a flag that the wall does not let them lock.
        find(id).ifPresent(found -> guard.check(AccessIntent.REVISE, found.guarded()));
        return revise(id, precondition, body, (checks, before) -> {
            String how = checks.code("disclosure-outcome", "/outcome", checks.required("/outcome", outcome));
            checks.throwIfAny();
            if (before.state() == FlagState.CLOSED) {
                throw new ProblemException(ProblemType.STATE_REFUSED, Map.of());
            }
            return before.closed(Checks.sure(how), guard.principal().member());
        });
    }
}
