package org.aletheia.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aletheia.resilience.faults.Fault;
import org.aletheia.resilience.faults.FaultPlan;
import org.aletheia.resilience.faults.Protocol;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Promise 1 against every single fault: a table of all kinds of requests that a busy server sends to PostgreSQL, object
 * store, timestamp authority and cosigner, each cut before it was forwarded, and after it took effect but before the answer. In each run one is
 * cut; then everything acknowledged is there once, and the estate is clean. The table is made by runs without faults.
 *
 * <p>A kind is what a request asks without its values, on the line on which it goes: of HTTP the method, the path without ids
 * and numbers, and the names of the query's parameters; of PostgreSQL the statements that are executed together; and of a
 * COMMIT, since all look alike, what its transaction has written into which tables. Of each kind the first request of a run is
 * cut: a second part of an upload, or a second event of a chain, is taken to be like the first. A read is cut before its answer
 * alone, since it leaves nothing behind by which it would matter whether it was forwarded.
 */
class LostRequestsTest {
    private static final int QUARTERS = 4;
    /** Which quarter of the table today is, unless told. */
    private static final int QUARTER =
            Integer.getInteger("aletheia.faults.quarter", LocalDate.now().getDayOfYear() % QUARTERS);
    /** A part of the whole table: what is found in line and kind of the request, without the first of it. */
    private static final Pattern ONLY = Pattern.compile(System.getProperty("aletheia.faults.only", ""));

    private static final int FROM = Integer.getInteger("aletheia.faults.from", 0);
    /** Background work asks in an order of its own, so that a kind of request may not come in a run. */
    private static final int TRIES = 3;
    /** After so many it is not worth the time to go on. */
    private static final int MOST_BROKEN = 5;

    /**
     * What the scenario waits for, and what waits for a turn whose end was lost. Fixity looks seldom for what nobody asked for,
     * so that the first claim of a run is mostly that of the item that is damaged.
     */
    private static final Map<String, String> SOON = Map.of(
            "aletheia.timestamps.interval", "2S",
            "aletheia.timestamps.patience", "2S",
            "aletheia.fixity.poll", "20S",
            "aletheia.fixity.retry", "1S",
            "aletheia.fixity.rate", "0");

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
        runAll(faults -> faults.stream()
                .filter(fault ->
                        ONLY.matcher(fault.line() + ", " + fault.kind()).find())
                .skip(FROM)
                .toList());
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
            settings.putAll(SOON);
            settings.put("aletheia.cosigners.asked.other.url", "http://127.0.0.1:" + witness + "/witness");
            try (RunningServer other = partner.start(two.with(one));
                    RunningServer server = trial.start(settings)) {
                trial.enrol(server);
                partner.enrol(other);
                FaultStage stage = new FaultStage(
                        server,
                        Trial.enrol(server, "Commission", "case-team"),
                        new StoredBytes(trial),
                        new PartnerLog(other, one.cosigningKeys()),
                        FaultStage.trust(server, trial));
                List<Fault> table = table(stage);
                System.out.println("Table of " + table.size() + " faults: "
                        + table.stream()
                                .collect(Collectors.groupingBy(Fault::line, TreeMap::new, Collectors.counting())));
                tryAll(trial, stage, choice.of(table));
                assertThat(trial.fsck()).as("the estate after all faults").isEmpty();
            }
        }
    }

    /** Each is tried, also after one that broke something. */
    private void tryAll(Trial trial, FaultStage stage, List<Fault> chosen) throws Exception {
        List<Fault> missed = new ArrayList<>();
        Map<Fault, String> broken = new LinkedHashMap<>();
        for (int i = 0; i < chosen.size() && broken.size() < MOST_BROKEN; i++) {
            Fault fault = chosen.get(i);
            System.out.println("Fault " + (i + 1) + " of " + chosen.size() + ": " + fault);
            try {
                if (!happens(trial, stage, fault, 2 + i)) {
                    missed.add(fault);
                }
            } catch (AssertionError e) {
                System.out.println("It broke something: " + e);
                broken.put(fault, String.valueOf(e.getMessage()));
            }
        }
        int harmless = chosen.size() - missed.size() - broken.size();
        System.out.println("Faults: " + harmless + " happened and broke nothing; not met: " + missed);
        assertThat(broken).as("faults that broke something").isEmpty();
        assertThat(missed).as("faults that never happened").hasSizeLessThanOrEqualTo(chosen.size() / 5);
    }

    /** Every kind of request that two runs have in common; the one before them opens connections and does what is done once. */
    private List<Fault> table(FaultStage stage) throws Exception {
        new FaultScenario(stage, 1_000_001).run();
        plan.forget();
        new FaultScenario(stage, 1_000_002).run();
        List<Fault> table = new ArrayList<>(plan.faults());
        plan.forget();
        new FaultScenario(stage, 1_000_003).run();
        table.retainAll(plan.faults());
        return table;
    }

    private boolean happens(Trial trial, FaultStage stage, Fault fault, int seed) throws Exception {
        boolean happened = false;
        for (int i = 0; i < TRIES && !happened; i++) {
            plan.arm(fault);
            new FaultScenario(stage, seed + 10_000L * i).run();
            happened = plan.disarm();
        }
        // the run has read the bytes that it had stored; all bytes are read once more at the end
        assertThat(trial.fsckWithoutContent()).as("the estate after " + fault).isEmpty();
        return happened;
    }
}
