package org.aletheia.cases.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.util.List;
import org.aletheia.access.RecordKind;
import org.aletheia.cases.CaseElement;
import org.aletheia.cases.CaseFile;
import org.aletheia.evidence.record.store.LinkedProjections;

/** What followers may know of case files and their elements; each tells for whom alone it is. */
@Singleton
public class CaseProjections extends LinkedProjections {
    CaseProjections(@DataSource("follower") AgroalDataSource follower) {
        super(
                follower,
                List.of(
                        new Table(RecordKind.CASE_FILE, "case_file", CaseFile.class),
                        new Table(RecordKind.CASE_ELEMENT, "searchable_case_element", CaseElement.class, true)),
                List.of(new Along(RecordKind.CASE_FILE, RecordKind.CASE_ELEMENT, "case_element", List.of("case_id"))));
    }
}
