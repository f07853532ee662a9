package org.aletheia.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Whether the events of an item can be proven by what the API hands out. */
final class Proven {

    private static final long PATIENCE_SECONDS = 20;

    private Proven() {}

    /** Waits for a proof of each event of the item's custody chain; returns how many events there are. */
    static int custodyOf(Documenter documenter, String item) throws Exception {
        var chain = documenter.get("/api/v1/items/" + item + "/custody?limit=100");
        assertThat(chain.status()).isEqualTo(200);
        List<String> proofs = JsonPath.from(chain.body()).getList("items.proof");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        for (String proof : proofs) {
            var answer = documenter.get(proof);
            while (answer.status() == 409 && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(50);
                answer = documenter.get(proof);
            }
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).startsWith("c2sp.org/tlog-proof@v1");
        }
        return proofs.size();
    }
}
