package org.aletheia.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aletheia.resilience.faults.Fault;
import org.aletheia.resilience.faults.FaultPlan;
import org.aletheia.resilience.faults.Protocol;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Each step of a disposal after its decision, cut before it took effect and after: the tombstone of the key and the copy
 * without the key in the keys bucket, the document in the index, the bytes in the evidence bucket, and what the database notes
 * of each; and the decision itself. Nobody tries again but the server, on the path on which it works without a fault.
 */
class DisposalFaultsTest {
    /** By a part of the name of the request that is each step's effect. */
    private static final Map<String, Pattern> STEPS = Map.of(
            "decision committed", Pattern.compile("COMMIT of .*disposal"),
            "key's tombstone sealed", Pattern.compile("PUT .*destroyed-keys/"),
            "key destroyed in the bucket", Pattern.compile("PUT .*unit-keys/"),
            "key noted", Pattern.compile("^COMMIT of update unit_key$"),
            "index without it", Pattern.compile("POST .*_bulk"),
            "index noted", Pattern.compile("^update restriction_pending"),
            "bytes removed", Pattern.compile("DELETE .*content/"),
            "removal noted", Pattern.compile("^update item set content_removed_at"));

    private static final String SEARCH = "aletheia.search.url";
    private static final int TRIES = 3;

    private final FaultPlan plan = new FaultPlan();

    @Test
    @Tag("campaign")
    void everyStepIsTakenUpAgain() throws Exception {
        try (FaultLines lines = new FaultLines(plan);
                Trial trial = new Trial(properties -> led(lines, properties));
                RunningServer server = trial.start(
                        Map.of("aletheia.retention.patrol-every", "1S", "aletheia.keys.copy-every", "1S"))) {
            Trial.join(server, trial.enrol(server), "counsel2", "counsel");
            String commission = Trial.enrol(server, "Commission", "case-team");
            DisposalScenario scenario = new DisposalScenario(server, trial, commission);
            scenario.approved(scenario.asked());
            Map<String, List<Fault>> table = table(scenario);
            assertThat(table.keySet()).as("steps that are in the table").isEqualTo(STEPS.keySet());
            List<Fault> missed = new ArrayList<>();
            for (Fault fault : table.values().stream().flatMap(List::stream).toList()) {
                if (!happens(trial, scenario, fault)) {
                    missed.add(fault);
                }
            }
            assertThat(missed).as("faults that never happened").isEmpty();
            assertThat(trial.fsck()).as("the estate after all faults").isEmpty();
        }
    }

    private static Map<String, String> led(FaultLines lines, Map<String, String> properties) {
        Map<String, String> led = new HashMap<>(lines.led(properties));
        URI search = URI.create(properties.get(SEARCH));
        int port = lines.to("search", search.getHost(), search.getPort(), Protocol.HTTP);
        led.put(SEARCH, search.getScheme() + "://127.0.0.1:" + port);
        return led;
    }

    /** Both faults of the first request of each step, as it is asked without a fault. */
    private Map<String, List<Fault>> table(DisposalScenario scenario) throws Exception {
        DisposalScenario.Asked asked = scenario.asked();
        plan.forget();
        scenario.approved(asked);
        List<Fault> all = plan.faults();
        Map<String, List<Fault>> table = new LinkedHashMap<>();
        STEPS.forEach((step, effect) -> {
            Set<Fault> of = all.stream()
                    .filter(fault -> effect.matcher(fault.kind()).find())
                    .limit(2)
                    .collect(Collectors.toSet());
            if (of.size() == 2) {
                table.put(step, List.copyOf(of));
            }
        });
        return table;
    }

    private boolean happens(Trial trial, DisposalScenario scenario, Fault fault) throws Exception {
        boolean happened = false;
        for (int i = 0; i < TRIES && !happened; i++) {
            DisposalScenario.Asked asked = scenario.asked();
            plan.arm(fault);
            scenario.approved(asked);
            happened = plan.disarm();
        }
        System.out.println((happened ? "Happened and broke nothing: " : "Not met: ") + fault);
        assertThat(trial.fsckWithoutContent()).as("the estate after " + fault).isEmpty();
        return happened;
    }
}
