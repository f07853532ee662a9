package org.aletheia.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.aletheia.kernel.Mutations;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What fuzzers found once stays mended; and some seconds of damage that needs no fuzzer. {@link FuzzingTest} goes on. */
@Tag("unit")
class ParsersTest {
    @ParameterizedTest
    @EnumSource(FuzzTarget.class)
    void nothingBreaksThem(FuzzTarget target) throws IOException {
        assertThat(target.feed(target.seeds().getFirst()))
                .as("what is right is accepted")
                .isTrue();
        for (byte[] seed : target.seeds()) {
            target.feed(seed);
            Mutations.fuzz(seed, target::feed);
        }
        for (byte[] finding : target.findings()) {
            target.feed(finding);
        }
    }
}
