package org.aletheia.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class PreferencesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "wait=2",
                "Wait = 2",
                "wait=\"2\"",
                "respond-async, wait=2",
                "wait=2; why=\"slow line\"",
                "wait=2, wait=9"
            })
    void theWaitIsFound(String header) {
        assertThat(Preferences.wait(List.of("return=minimal", header))).contains(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wait", "wait=", "wait=-1", "wait=2s", "wait=99999999999", "awaits=2", "wait=1.5"})
    void whatIsNotUnderstoodIsIgnored(String header) {
        assertThat(Preferences.wait(List.of(header))).isEmpty();
    }

    @Test
    void nothingIsPreferred() {
        assertThat(Preferences.wait(List.of())).isEmpty();
    }
}
