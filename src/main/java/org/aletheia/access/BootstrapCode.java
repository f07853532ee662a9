package org.aletheia.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Compares the bootstrap code in constant time and stops listening after too many wrong ones. The count is this
 * replica's own: several replicas multiply it by their number, which a code of 16 characters bears.
 */
@ApplicationScoped
class BootstrapCode {
    static final int MIN_LENGTH = 16;

    private final Optional<String> expected;
    private final int attempts;
    private final Duration window;
    private final Clock clock;
    private final Deque<Instant> wrong = new ArrayDeque<>();

    BootstrapCode(AccessConfig config, Clock clock) {
        this.expected = config.code().filter(code -> code.length() >= MIN_LENGTH);
        this.attempts = config.attempts();
        this.window = config.attemptWindow();
        this.clock = clock;
    }

    enum Verdict {
        RIGHT,
        WRONG,
        TOO_MANY
    }

    synchronized Verdict hear(String code) {
        Instant now = clock.instant();
        while (!wrong.isEmpty() && wrong.getFirst().isBefore(now.minus(window))) {
            wrong.removeFirst();
        }
        if (wrong.size() >= attempts) {
            return Verdict.TOO_MANY;
        }
        if (expected.isPresent() && same(expected.get(), code)) {
            return Verdict.RIGHT;
        }
        wrong.addLast(now);
        return Verdict.WRONG;
    }

    private static boolean same(String expected, String heard) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), heard.getBytes(StandardCharsets.UTF_8));
    }
}
