package org.aletheia.testimony.statement.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.util.List;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.store.LinkedProjections;
import org.aletheia.testimony.statement.Statement;

/** What followers may know of statements: nothing of claim narratives that are open to nobody, which the view leaves out. */
@Singleton
public class StatementProjections extends LinkedProjections {
    StatementProjections(@DataSource("follower") AgroalDataSource follower) {
        super(follower, List.of(new Table(RecordKind.STATEMENT, "searchable_statement", Statement.class)));
    }
}
