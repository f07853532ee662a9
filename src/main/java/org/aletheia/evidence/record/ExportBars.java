package org.aletheia.evidence.record;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.access.RecordKind;

/**
 * Which records never leave the repository, whoever may read them. Everything that makes a dossier or a package asks this
 * for each record before it takes it in; it decides nothing about who may read.
 */
@ApplicationScoped
public class ExportBars {
    private final List<Kind> kinds;

    ExportBars(@All List<Kind> kinds) {
        this.kinds = kinds;
    }

    /** A kind some or all of whose records stay inside. */
    public interface Kind {
        /** Which. */
        RecordKind kind();

        /** Whether that record stays out of what leaves in that form; true too where there is none. */
        boolean barred(UUID id, ExportForm form);

        /** Those of the records that stay out; kinds that can ask for all at once do. */
        default Set<UUID> barred(Collection<UUID> ids, ExportForm form) {
            return ids.stream().filter(id -> barred(id, form)).collect(Collectors.toSet());
        }
    }

    /** Whether that record stays out of what leaves in that form. */
    public boolean barred(RecordKind kind, UUID id, ExportForm form) {
        return kinds.stream().anyMatch(each -> each.kind() == kind && each.barred(id, form));
    }

    /** Those of the records of one kind that stay out of what leaves in that form. */
    public Set<UUID> barred(RecordKind kind, Collection<UUID> ids, ExportForm form) {
        return kinds.stream()
                .filter(each -> each.kind() == kind)
                .flatMap(each -> each.barred(ids, form).stream())
                .collect(Collectors.toSet());
    }
}
