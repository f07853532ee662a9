package org.aletheia.evidence.record;

import jakarta.enterprise.context.ApplicationScoped;
import org.aletheia.codelists.CodeLists;

/** Makes the checks of one request. */
@ApplicationScoped
public class ChecksFactory {
    private final CodeLists codeLists;
    private final RecordDirectory directory;
    private final PseudonymousRecords pseudonymous;

    ChecksFactory(CodeLists codeLists, RecordDirectory directory, PseudonymousRecords pseudonymous) {
        this.codeLists = codeLists;
        this.directory = directory;
        this.pseudonymous = pseudonymous;
    }

    /** Checks of a request that refers to records by their ids alone; they have found nothing yet. */
    public Checks begin() {
        return begin(directory::permits, Checks.Named.NONE, pseudonymous::holdsIdentity);
    }

    /** Checks of a request that names records in another way too, and that knows of records which are yet to be written. */
    public Checks begin(Checks.Readable readable, Checks.Named named, Checks.Pseudonymous hidden) {
        return new Checks(codeLists, readable, named, hidden);
    }
}
