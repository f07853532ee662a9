package org.aletheia.incidents;

import java.util.List;
import java.util.Map;
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
 * @param child where it is alleged for acts committed as a child
 */
public record Involvement(
        UUID act,
        @Nullable Party party,
        @Nullable String perpetratorType,
        @Nullable String degree,
        List<String> liability,
        List<Attribution> attributions,
        @Nullable ChildAllegation child)
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
    }

    /** Always true: an involvement is an allegation until a court has decided. */
    public boolean alleged() {
        return true;
    }

    /** An allegation for acts committed as a child is told to nobody outside. */
    @Override
    public boolean staysInside() {
        return child != null;
    }

    Involvement supervised(ChildAllegation.Supervision by) {
        return child == null
                ? this
                : new Involvement(act, party, perpetratorType, degree, liability, attributions, child.supervised(by));
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

    /** That it is alleged stands with every involvement, always; with a child's, whether it stands, and that it is a victim. */
    @Override
    public Map<String, Object> shown() {
        return child == null
                ? Map.of("alleged", alleged())
                : Map.of("alleged", alleged(), "standing", child.standing(), "seenAs", "victim");
    }
}
