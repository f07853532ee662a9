package org.aletheia.evidence.statement;

/** Ids of nodes in JSON-LD, below the name of the log. */
final class Ids {
    private Ids() {}

    static String base(CustodyRecord record) {
        return "https://" + record.origin() + "/id/";
    }

    /** Of the item, of its provenance record, or of another node that it has one of. */
    static String item(String kind, CustodyRecord record) {
        return "kb:" + kind + "-" + record.item().orElse("withheld");
    }

    static String event(Step step) {
        return "kb:event-" + step.name();
    }

    static String statement(Step step) {
        return "kb:statement-" + step.name();
    }

    static String member(String id) {
        return "kb:member-" + id;
    }

    static String organisation(String id) {
        return "kb:organisation-" + id;
    }
}
