package org.aletheia.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Points the server under test at the running stack, with a {@link TestRun} of its own. */
public final class StackResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable TestRun run;

    @Override
    public Map<String, String> start() {
        try {
            run = TestRun.begin();
            Map<String, String> properties = run.properties();
            properties.put("quarkus.http.test-port", "0");
            properties.put("quarkus.management.test-port", "0");
            return properties;
        } catch (Exception e) {
            throw new IllegalStateException("the stack does not serve this run", e);
        }
    }

    @Override
    public void stop() {
        try (TestRun ended = run) {
            run = null;
        } catch (Exception e) {
            throw new IllegalStateException("this run's leftovers could not be removed", e);
        }
    }
}
