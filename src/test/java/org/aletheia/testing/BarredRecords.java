package org.aletheia.testing;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.ExportBars;
import org.aletheia.evidence.record.ExportForm;

/** Keeps single records inside, for tests of what asks. */
public final class BarredRecords {
    private static final Set<UUID> BARRED = ConcurrentHashMap.newKeySet();

    private BarredRecords() {}

    /** From now on the record leaves in no form. */
    public static void add(String id) {
        BARRED.add(UUID.fromString(id));
    }

    abstract static class Bar implements ExportBars.Kind {
        private final RecordKind kind;

        Bar(RecordKind kind) {
            this.kind = kind;
        }

        @Override
        public RecordKind kind() {
            return kind;
        }

        @Override
        public boolean barred(UUID id, ExportForm form) {
            return BARRED.contains(id);
        }
    }

    /** Allegations. */
    @Singleton
    public static final class Involvements extends Bar {
        Involvements() {
            super(RecordKind.INVOLVEMENT);
        }
    }

    /** Units. */
    @Singleton
    public static final class Units extends Bar {
        Units() {
            super(RecordKind.UNIT);
        }
    }

    /** Items. */
    @Singleton
    public static final class EvidenceItems extends Bar {
        EvidenceItems() {
            super(RecordKind.ITEM);
        }
    }
}
