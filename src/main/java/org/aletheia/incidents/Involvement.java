package org.aletheia.incidents;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.evidence.record.SearchCodes;
import org.aletheia.platform.persistence.Projection;
import org.jspecify.annotations.Nullable;

/**
 * That somebody is alleged to be involved in an act. The party may be unknown while its type is not.
 *
 * @param act in which
 * @param party the person, group, unit, organisation or State alleged; null where not known
 * @param perpetratorType code of {@code huridocs-mt-24}
 * @param degree code of {@code huridocs-mt-18}
 * @param liability modes of liability, codes of {@code icc-liability}
 * @param attributions on which basis the act may be a State's
 * @param child where it is stated to be for acts committed as a child
 * @param adult where it is stated with a source that it is not
 * @param supervision null while no supervisor has decided since it was written last
 * @param derived what the records tell of a childhood; never part of what is written
 */
public record Involvement(
        UUID act,
        @Nullable Party party,
        @Nullable String perpetratorType,
        @Nullable String degree,
        List<String> liability,
        List<Attribution> attributions,
        @Nullable ChildAllegation child,
        @Nullable Adulthood adult,
        @Nullable Supervision supervision,
        @JsonIgnore DerivedChildhood derived)
        implements RecordContent {

    /** A record of the kinds that can be involved. */
    public record Party(RecordKind kind, UUID id) {}

    /**
     * @param state the record of the State
     * @param basis code of {@code arsiwa}, one by which conduct is a State's (Articles 4 to 11)
     */
    public record Attribution(UUID state, String basis) {}

    public Involvement {
        liability = List.copyOf(liability);
        attributions = List.copyOf(attributions);
        derived = Objects.requireNonNullElse(derived, DerivedChildhood.NONE);
    }

    /** Always true: an involvement is an allegation until a court has decided. */
    public boolean alleged() {
        return true;
    }

    /**
     * An allegation for acts committed as a child is told to nobody outside: where somebody states the childhood, where the
     * records leave no doubt of it, and where they leave it possible and nobody has stated, with a source and knowing them as
     * they are now, that it was none.
     */
    @Override
    public boolean staysInside() {
        return child != null
                || switch (derived.likelihood()) {
                    case NO -> false;
                    case POSSIBLY -> adult == null || adult.changes() != derived.changes();
                    case SURELY -> true;
                };
    }

    /** Whether a supervisor has decided of it, and of the dates as they are now. */
    boolean decided() {
        return supervision != null && supervision.changes() == derived.changes();
    }

    Involvement supervised(Supervision by) {
        return new Involvement(act, party, perpetratorType, degree, liability, attributions, child, adult, by, derived);
    }

    /** The same, with what the database keeps beside it. */
    public Involvement derived(DerivedChildhood known) {
        return new Involvement(
                act, party, perpetratorType, degree, liability, attributions, child, adult, supervision, known);
    }

    @Override
    public void describe(Projection.Builder search) {
        search.codes(new SearchCodes()
                .add("huridocs-mt-24", perpetratorType)
                .add("huridocs-mt-18", degree)
                .add("icc-liability", liability)
                .add("arsiwa", attributions.stream().map(Attribution::basis).toList())
                .list());
    }

    /**
     * That it is alleged stands with every involvement, always; with a child's, whether it stands, by what it is a child's, and
     * that it is a victim.
     */
    @Override
    public Map<String, Object> shown() {
        if (!staysInside()) {
            return Map.of("alleged", alleged());
        }
        return Map.of(
                "alleged",
                alleged(),
                "standing",
                supervision != null && decided() ? supervision.outcome() : "awaits-supervisor",
                "childhood",
                child == null ? derived.likelihood().code() : "stated",
                "seenAs",
                "victim");
    }
}
