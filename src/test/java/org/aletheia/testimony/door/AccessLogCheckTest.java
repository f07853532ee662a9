package org.aletheia.testimony.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.aletheia.platform.config.Unsafe;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class AccessLogCheckTest {
    private static final String ENABLED = "quarkus.http.access-log.enabled";
    private static final String LEFT_OUT = "quarkus.http.access-log.exclude-pattern";

    @Test
    void anAccessLogThatKeepsWhoComesToTheirDoorStopsTheStart() {
        assertThat(check(Map.of(ENABLED, "true"))).hasSize(1).allMatch(Unsafe::severe);
        assertThat(check(Map.of(ENABLED, "true", LEFT_OUT, "/log/.*"))).hasSize(1);
        assertThat(check(Map.of(ENABLED, "true", LEFT_OUT, "/page("))).hasSize(1);
    }

    @Test
    void whereThereIsAnAnonymousDoorThatIsLeftOutToo() {
        String receives = "aletheia.anonymous-door.organisation";
        assertThat(check(Map.of(ENABLED, "true", LEFT_OUT, "/page", receives, "Field Team")))
                .hasSize(1);
        assertThat(check(Map.of(ENABLED, "true", LEFT_OUT, "/page|/form", receives, "Field Team")))
                .isEmpty();
    }

    @Test
    void oneThatLeavesItOutDoesNot() {
        assertThat(check(Map.of())).isEmpty();
        assertThat(check(Map.of(ENABLED, "false"))).isEmpty();
        assertThat(check(Map.of(ENABLED, "true", LEFT_OUT, "/page|/log/.*"))).isEmpty();
    }

    private static List<Unsafe> check(Map<String, String> properties) {
        return new AccessLogCheck(new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(properties, "test", 100))
                        .build())
                .check();
    }
}
