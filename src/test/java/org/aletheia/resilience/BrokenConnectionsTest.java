package org.aletheia.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aletheia.resilience.faults.Fault;
import org.aletheia.resilience.faults.FaultPlan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** More connections to the database break than the pool has, each in the middle of a request, and it still gives some. */
@Tag("slow")
class BrokenConnectionsTest {
    /** More than {@code quarkus.datasource.jdbc.max-size}. */
    private static final int BREAKS = 30;

    private static final String QUESTION = "/api/v1/items?limit=5";

    private final FaultPlan plan = new FaultPlan();

    @Test
    void everyBrokenConnectionIsReplaced() throws Exception {
        try (FaultLines lines = new FaultLines(plan);
                Trial trial = new Trial(lines::led);
                RunningServer server = trial.start()) {
            trial.enrol(server);
            Documenter documenter = new Documenter(server);
            documenter.get(QUESTION);
            plan.forget();
            assertThat(documenter.get(QUESTION).status()).isEqualTo(200);
            List<Fault> faults = plan.faults().stream()
                    .filter(fault -> fault.line().equals(FaultLines.REQUESTS))
                    .toList();
            assertThat(faults).hasSizeGreaterThan(4);
            for (Fault fault : faults) {
                breaks(documenter, fault);
            }
        }
    }

    private void breaks(Documenter documenter, Fault fault) throws Exception {
        int happened = 0;
        for (int i = 0; i < BREAKS; i++) {
            plan.arm(fault);
            assertThat(documenter.get(QUESTION).status()).as(fault.toString()).isIn(200, 503);
            happened += plan.disarm() ? 1 : 0;
        }
        System.out.println(happened + " of " + BREAKS + " happened: " + fault);
        assertThat(documenter.get(QUESTION).status()).as("after " + fault).isEqualTo(200);
    }
}
