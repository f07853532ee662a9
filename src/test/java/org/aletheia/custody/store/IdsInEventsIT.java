package org.aletheia.custody.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.aletheia.testing.AdminDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the indexes of uses take from the bytes of an event: the id in its field, and from whatever else nothing at all. */
@QuarkusTest
@Tag("it")
class IdsInEventsIT {
    private static final UUID ACTOR = UUID.fromString("a1b2c3d4-0000-7000-8000-00000000000a");
    private static final UUID ORGANISATION = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final String EVENT = """
            [["schema",1],["type","CE-ACCESS-VIEW"],["id","01890a5d-ac96-774b-bcce-b302099a8059"],\
            ["time","2026-01-31T23:59:59.070Z"],["actor",%s],["organisation",%s],["role","investigator"],\
            ["purpose",null],["reason",null],["subject",null],["revision",null],\
            ["detail",{"said":["organisation","%3$s"],"so":["actor","%3$s"]}]]""";

    @Test
    void areTheActorAndTheOrganisation() {
        byte[] event = event("\"" + ACTOR + "\"", "\"" + ORGANISATION + "\"");
        assertThat(actor(event)).isEqualTo(ACTOR.toString());
        assertThat(organisation(event)).isEqualTo(ORGANISATION.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"\"",
                "\"server\"",
                "\"01890a5d-ac96-774b-bcce-b302099a805\"",
                "\"01890a5d-ac96-774b-bcce-b302099a805g\"",
                "\"\\\\u00e9\\\"[\\\"organisation\\\",\\\"01890a5d-ac96-774b-bcce-b302099a8057\\\"]\""
            })
    void areNothingWhereTheFieldHoldsNoneWhateverTheDetailSays(String value) {
        byte[] event = event(value, value);
        assertThat(actor(event)).isNull();
        assertThat(organisation(event)).isNull();
    }

    @Test
    void areNothingInBytesThatAreNoEvent() {
        for (String bytes : new String[] {"", "{", "[\"organisation\",\"", "[\"organisation\",\"é\\"}) {
            assertThat(organisation(bytes.getBytes(StandardCharsets.UTF_8))).isNull();
        }
        byte[] event = event("null", "\"" + ORGANISATION + "\"");
        event[event.length - 1] = 0;
        for (int i = 0; i < event.length; i++) {
            byte[] torn = Arrays.copyOf(event, i);
            String found = organisation(torn);
            assertThat(found == null || found.equals(ORGANISATION.toString())).isTrue();
        }
    }

    private static byte[] event(String actor, String organisation) {
        return EVENT.formatted(actor, organisation, ORGANISATION).getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable String actor(byte[] event) {
        return AdminDatabase.column("select aletheia_actor(?)::text", (Object) event)
                .getFirst();
    }

    private static @Nullable String organisation(byte[] event) {
        return AdminDatabase.column("select aletheia_organisation(?)::text", (Object) event)
                .getFirst();
    }
}
