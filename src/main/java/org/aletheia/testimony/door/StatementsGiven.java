package org.aletheia.testimony.door;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.access.Closures;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.testimony.PersonRef;
import org.aletheia.testimony.door.store.GivenRows;
import org.aletheia.testimony.statement.Circumstances;
import org.aletheia.testimony.statement.Statement;

/** The statements of a person, with the items that hold their words. */
@Singleton
class StatementsGiven implements Given {
    private final GivenRows rows;
    private final Closures closures;

    StatementsGiven(GivenRows rows, Closures closures) {
        this.rows = rows;
        this.closures = closures;
    }

    @Override
    public List<GivenThing> by(PersonRef person, UUID organisation) {
        List<GivenRows.Told> statements = rows.statements(organisation, person);
        Set<UUID> words = statements.stream()
                .flatMap(each -> each.content().words().stream())
                .collect(Collectors.toSet());
        Set<UUID> own = Set.copyOf(rows.owned(organisation, words));
        return statements.stream().map(each -> thing(each, own)).toList();
    }

    /** What is closed with one statement of the organisation; asked within the transaction that writes it. */
    Set<RecordName> closes(RecordVersion<Statement> statement, UUID organisation) {
        List<UUID> own = QuarkusTransaction.suspendingExisting()
                .call(() -> rows.owned(organisation, statement.content().words()));
        return closes(statement.id(), statement.content(), Set.copyOf(own));
    }

    /** Items of others stay open: an organisation could else close another's evidence by calling it somebody's words. */
    private static Set<RecordName> closes(UUID statement, Statement said, Set<UUID> own) {
        return Stream.concat(
                        Stream.of(new RecordName(RecordKind.STATEMENT, statement)),
                        said.words().stream().filter(own::contains).map(item -> new RecordName(RecordKind.ITEM, item)))
                .collect(Collectors.toSet());
    }

    private GivenThing thing(GivenRows.Told told, Set<UUID> own) {
        Statement said = told.content();
        RecordName record = new RecordName(RecordKind.STATEMENT, told.id());
        boolean closed = !closures.inForce(record.kind(), record.id()).isEmpty();
        return new GivenThing(
                "given." + said.kind(),
                day(said, told.recordedAt()),
                closed ? "state.stopped" : "state.used",
                closes(told.id(), said, own));
    }

    private static String day(Statement said, Instant recordedAt) {
        Circumstances circumstances = said.circumstances();
        return circumstances == null || circumstances.sessions().isEmpty()
                ? recordedAt.atOffset(ZoneOffset.UTC).toLocalDate().toString()
                : circumstances.sessions().getFirst().date().edtf();
    }
}
