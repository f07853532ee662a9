package org.aletheia.access;

import java.util.Set;

/** What whoever makes use of a permit owes for it. Who carries out each, and what fails without it: docs/access.md. */
public sealed interface Obligation {
    /** The use is told to the journal, durably, before anything of the record leaves. */
    record LogUse() implements Obligation {
        @Override
        public String code() {
            return "log-use";
        }

        @Override
        public boolean ofAnswer() {
            return true;
        }
    }

    /** What is shown says to whom, by which request and when. */
    record Watermark() implements Obligation {
        @Override
        public String code() {
            return "watermark";
        }
    }

    /** The terms on which the record was received go with it. */
    record ShowConditions() implements Obligation {
        @Override
        public String code() {
            return "show-conditions";
        }

        @Override
        public boolean ofAnswer() {
            return true;
        }
    }

    /** These parts of the record are left out of whatever is shown, found or counted. */
    record RedactFields(Set<String> fields) implements Obligation {
        public RedactFields {
            fields = Set.copyOf(fields);
        }

        @Override
        public String code() {
            return "redact-fields";
        }
    }

    /** The kebab-case code. */
    String code();

    /** Whether each answer that makes use of the permit is kept back until somebody says that it is carried out. */
    default boolean ofAnswer() {
        return false;
    }
}
