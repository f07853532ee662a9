package org.aletheia.evidence.statement;

import java.util.UUID;

/** Ids of nodes in JSON-LD, below the name of the log. */
final class Ids {
    private Ids() {}

    static String base(CustodyRecord record) {
        return "https://" + record.origin() + "/id/";
    }

    static String item(UUID item) {
        return "kb:item-" + item;
    }

    static String event(Step step) {
        return "kb:event-" + step.id();
    }

    static String member(String id) {
        return "kb:member-" + id;
    }

    static String organisation(String id) {
        return "kb:organisation-" + id;
    }
}
