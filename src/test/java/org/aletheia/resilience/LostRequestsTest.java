package org.aletheia.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.aletheia.resilience.faults.Fault;
import org.aletheia.resilience.faults.FaultPlan;
import org.aletheia.resilience.faults.Protocol;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Promise 1 against every single fault: a table of all kinds of requests that a busy server sends to PostgreSQL, object
 * store and cosigner, each cut before it was forwarded, and after it took effect but before the answer. In each run one is
 * cut; then everything acknowledged is there once, and the estate is clean. The table is made by a run without faults.
 */
class LostRequestsTest {
    private static final int QUARTERS = 4;
    /** Which quarter of the table today is, unless told. */
    private static final int QUARTER =
            Integer.getInteger("aletheia.faults.quarter", LocalDate.now().getDayOfYear() % QUARTERS);
    /** Background work asks in an order of its own, so that a kind of request may not come in a run. */
    private static final int TRIES = 3;

    private final FaultPlan plan = new FaultPlan();

    @Test
    @Tag("slow")
    void aQuarterOfTheTable() throws Exception {
        System.out.println("Quarter " + QUARTER + " of the fault table (-Daletheia.faults.quarter=N takes another)");
        runAll(faults -> IntStream.range(0, faults.size())
                .filter(i -> i % QUARTERS == QUARTER)
                .mapToObj(faults::get)
                .toList());
    }

    @Test
    @Tag("campaign")
    void theWholeTable() throws Exception {
        runAll(faults -> faults);
    }

    @FunctionalInterface
    private interface Choice {
        List<Fault> of(List<Fault> table);
    }

    private void runAll(Choice choice) throws Exception {
        try (FaultLines lines = new FaultLines(plan);
                Trial trial = new Trial(lines::led);
                Trial partner = new Trial(Map.of())) {
            House one = House.of(trial);
            House two = House.of(partner);
            int witness = lines.to("cosigner", "127.0.0.1", two.port(), Protocol.HTTP);
            Map<String, String> settings = new HashMap<>(one.with(two));
            settings.put("aletheia.cosigners.asked.other.url", "http://127.0.0.1:" + witness + "/witness");
            try (RunningServer other = partner.start(two.with(one));
                    RunningServer server = trial.start(settings)) {
                trial.enrol(server);
                partner.enrol(other);
                List<Fault> table = table(server);
                List<Fault> chosen = choice.of(table);
                List<Fault> missed = new ArrayList<>();
                for (int i = 0; i < chosen.size(); i++) {
                    Fault fault = chosen.get(i);
                    System.out.println("Fault " + (i + 1) + " of " + chosen.size() + ": " + fault);
                    if (!happens(trial, server, fault, 2 + i)) {
                        missed.add(fault);
                    }
                }
                System.out.println("Faults: " + table.size() + " in the table, " + chosen.size() + " tried, "
                        + (chosen.size() - missed.size()) + " happened; not met: " + missed);
                assertThat(missed).as("faults that never happened").hasSizeLessThanOrEqualTo(chosen.size() / 5);
            }
        }
    }

    /** Every kind of request that two runs have in common; the one before them opens connections and does what is done once. */
    private List<Fault> table(RunningServer server) throws Exception {
        new FaultScenario(server, 1_000_001).run();
        plan.forget();
        new FaultScenario(server, 1_000_002).run();
        List<Fault> table = new ArrayList<>(plan.faults());
        plan.forget();
        new FaultScenario(server, 1_000_003).run();
        table.retainAll(plan.faults());
        return table;
    }

    private boolean happens(Trial trial, RunningServer server, Fault fault, int seed) throws Exception {
        boolean happened = false;
        for (int i = 0; i < TRIES && !happened; i++) {
            plan.arm(fault);
            new FaultScenario(server, seed + 10_000L * i).run();
            happened = plan.disarm();
        }
        assertThat(trial.fsck()).as("the estate after " + fault).isEmpty();
        return happened;
    }
}
