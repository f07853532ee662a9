package org.aletheia.custody.cosigning;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.aletheia.platform.time.Ticker;

/** Cosigners as a configuration would name them. */
public final class TestCosigners {
    private TestCosigners() {}

    /** Nobody. */
    public static Cosigners none() {
        return of(0, Duration.ofSeconds(2), Map.of());
    }

    /** Those that are asked, by name. */
    public static Cosigners of(int needed, Duration patience, Map<String, CosignersConfig.Asked> asked) {
        return of(needed, patience, asked, Clock.systemUTC(), Ticker.ofMachine());
    }

    /** As {@link #of(int, Duration, Map)}, by another time. */
    public static Cosigners of(
            int needed, Duration patience, Map<String, CosignersConfig.Asked> asked, Clock clock, Ticker ticker) {
        return new Cosigners(new Settings(asked, needed, patience), () -> "own.example/log", clock, ticker);
    }

    /** One of them. */
    public record Asked(URI url, List<String> vkeys) implements CosignersConfig.Asked {}

    private record Settings(Map<String, CosignersConfig.Asked> asked, int needed, Duration patience)
            implements CosignersConfig {}
}
