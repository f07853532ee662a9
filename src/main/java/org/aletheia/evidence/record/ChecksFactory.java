package org.aletheia.evidence.record;

import jakarta.enterprise.context.ApplicationScoped;
import org.aletheia.codelists.CodeLists;

/** Makes the checks of one request. */
@ApplicationScoped
public class ChecksFactory {
    private final CodeLists codeLists;
    private final RecordDirectory directory;

    ChecksFactory(CodeLists codeLists, RecordDirectory directory) {
        this.codeLists = codeLists;
        this.directory = directory;
    }

    /** Checks that have found nothing yet. */
    public Checks begin() {
        return new Checks(codeLists, directory::permits);
    }

    /** Checks of a request that names records in another way too, and that knows more of who may read what. */
    public Checks begin(Checks.Readable readable, Checks.Named named) {
        return new Checks(codeLists, readable, named);
    }
}
