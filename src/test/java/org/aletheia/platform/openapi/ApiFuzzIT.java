package org.aletheia.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.aletheia.access.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The description is a promise: whatever an ordinary user sends, the server answers as docs/openapi.yaml says, fails never
 * tells nothing of itself or of others, and asks nobody for them. What is drawn follows from the seed, which is told where it fails.
 */
@QuarkusTest
class ApiFuzzIT {
    private static final Set<Role> NO_ADMINISTRATOR = EnumSet.complementOf(EnumSet.of(Role.ADMINISTRATOR));

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI server;

    /** A few rounds of one seed in every build. */
    @Test
    @Tag("it")
    void everyOperationAnswersAsDescribed() throws IOException, InterruptedException {
        try (FuzzedWorld world = FuzzedWorld.make()) {
            long seed = Long.getLong("fuzz.api.seed", 20_261_130L);
            ApiFuzzer fuzzer = world.fuzzer(server, seed);
            for (Set<Role> roles : List.of(EnumSet.of(Role.DOCUMENTER), NO_ADMINISTRATOR)) {
                world.stand(roles);
                fuzzer.round();
                fuzzer.round();
            }
            verify(world, fuzzer, seed);
        }
    }

    /** As long as is wished ({@code fuzz.api.seconds}), each time from another seed, in every role. */
    @Test
    @Tag("campaign")
    void everyOperationAnswersAsDescribedInEveryRole() throws IOException, InterruptedException {
        try (FuzzedWorld world = FuzzedWorld.make()) {
            long seed = Long.getLong("fuzz.api.seed", new Random().nextLong());
            ApiFuzzer fuzzer = world.fuzzer(server, seed);
            long end = System.nanoTime()
                    + Duration.ofSeconds(Long.getLong("fuzz.api.seconds", 300)).toNanos();
            while (System.nanoTime() < end) {
                for (Role role : NO_ADMINISTRATOR) {
                    world.stand(EnumSet.of(role));
                    fuzzer.round();
                }
                world.stand(NO_ADMINISTRATOR);
                fuzzer.round();
            }
            verify(world, fuzzer, seed);
        }
    }

    private static void verify(FuzzedWorld world, ApiFuzzer fuzzer, long seed) {
        String answers = "seed " + seed + ", answers by status " + fuzzer.statuses();
        System.out.println("API fuzzer: " + answers);
        assertThat(fuzzer.found()).as(answers).isEmpty();
        assertThat(world.lured()).as("asked by the server for a caller").isZero();
        assertThat(fuzzer.statuses()).as(answers).containsKeys(200, 201, 400, 403, 404);
    }
}
