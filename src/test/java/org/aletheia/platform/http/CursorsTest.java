package org.aletheia.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.aletheia.platform.persistence.ServerSecrets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class CursorsTest {
    private static final UUID MEMBER = UUID.fromString("3f2c0b34-6a0e-4f0e-9b63-2f1d9d6d9a11");

    @Inject
    Cursors cursors;

    @Inject
    ServerSecrets secrets;

    @Inject
    HttpConfig config;

    @Test
    void opensForTheSameMemberAndQueryOnly() {
        String cursor = cursors.seal(MEMBER, "items?kind=video", "position é");
        assertThat(cursors.open(MEMBER, "items?kind=video", cursor)).isEqualTo("position é");
        assertThat(refusal(new UUID(1, 1), "items?kind=video", cursor)).isEqualTo(ProblemType.CURSOR_INVALID);
        assertThat(refusal(MEMBER, "items?kind=audio", cursor)).isEqualTo(ProblemType.CURSOR_INVALID);
    }

    @Test
    void anyChangedByteIsRefused() {
        byte[] cursor = Base64.getUrlDecoder().decode(cursors.seal(MEMBER, "q", "p"));
        for (int i = 0; i < cursor.length; i++) {
            byte[] changed = cursor.clone();
            changed[i] ^= 1;
            String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
            assertThat(refusal(MEMBER, "q", forged)).as("byte %d", i).isEqualTo(ProblemType.CURSOR_INVALID);
        }
    }

    @Test
    void whatIsNoCursorIsRefused() {
        assertThat(refusal(MEMBER, "q", "")).isEqualTo(ProblemType.CURSOR_INVALID);
        assertThat(refusal(MEMBER, "q", "not base64!")).isEqualTo(ProblemType.CURSOR_INVALID);
        assertThat(refusal(MEMBER, "q", "AAAA")).isEqualTo(ProblemType.CURSOR_INVALID);
    }

    @Test
    void anOldCursorHasExpired() {
        Clock earlier = Clock.offset(
                Clock.systemUTC(),
                config.cursorLife().plus(Duration.ofMinutes(1)).negated());
        String old = new Cursors(secrets, config, earlier).seal(MEMBER, "q", "p");
        assertThat(refusal(MEMBER, "q", old)).isEqualTo(ProblemType.CURSOR_EXPIRED);
    }

    private ProblemType refusal(UUID member, String query, String cursor) {
        return catchThrowableOfType(ProblemException.class, () -> cursors.open(member, query, cursor))
                .type();
    }
}
