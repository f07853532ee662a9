package org.aletheia.testimony.door;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.custody.Chains;
import org.aletheia.custody.format.DisclosedEvent;
import org.aletheia.custody.format.EventField;
import org.aletheia.testimony.door.store.GivenRows;

/**
 * What a person gave the organisation whose door they have, and who lets them know of a use. What they gave to others is
 * those others' to show: an organisation must not be able to close another's evidence by giving somebody a door.
 */
@ApplicationScoped
class GivenThings {
    private static final int DAY = 10;

    private final List<Given> kinds;
    private final GivenRows rows;
    private final Chains chains;

    GivenThings(@All List<Given> kinds, GivenRows rows, Chains chains) {
        this.kinds = kinds;
        this.rows = rows;
        this.chains = chains;
    }

    /** The name of the organisation that keeps it. */
    String keeper(KeptCode code) {
        return rows.name(code.ownerOrg()).orElse("");
    }

    /** All of it, by day. */
    List<GivenThing> of(KeptCode code) {
        return kinds.stream()
                .flatMap(kind -> kind.by(code.subject(), code.ownerOrg()).stream())
                .sorted(Comparator.comparing(GivenThing::day))
                .toList();
    }

    /**
     * What is closed when uses of all that they gave stop now; to be asked within the transaction that stops them. What others
     * have written by then is read beside that transaction, by the role that may.
     */
    Set<RecordName> closesNow(KeptCode code) {
        return QuarkusTransaction.suspendingExisting().call(() -> closes(of(code)));
    }

    /** What is closed when uses stop. */
    static Set<RecordName> closes(List<GivenThing> given) {
        return given.stream().flatMap(thing -> thing.closes().stream()).collect(Collectors.toSet());
    }

    /** Uses of which the person may know, oldest first. */
    List<ToldUse> uses(List<GivenThing> given) {
        Set<UUID> items = closes(given).stream()
                .filter(record -> record.kind() == RecordKind.ITEM)
                .map(RecordName::id)
                .collect(Collectors.toSet());
        return rows.uses(items).stream()
                .map(this::told)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<ToldUse> told(GivenRows.Use use) {
        return chains.find(use.event()).map(found -> {
            DisclosedEvent event = found.event();
            String time = text(event, EventField.TIME);
            return new ToldUse(
                    time.substring(0, Math.min(DAY, time.length())),
                    use.organisation(),
                    text(event, EventField.PURPOSE));
        });
    }

    private static String text(DisclosedEvent event, EventField field) {
        return event.value(field).map(Object::toString).orElse("");
    }
}
