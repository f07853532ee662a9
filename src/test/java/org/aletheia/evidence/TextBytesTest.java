package org.aletheia.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class TextBytesTest {
    private static final String TEXT = "شهادة 证词 свідчення";

    @Test
    void readsUtf8WithAndWithoutMark() {
        assertThat(TextBytes.decode(TEXT.getBytes(StandardCharsets.UTF_8), "text/plain"))
                .contains(TEXT);
        assertThat(TextBytes.decode(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8), "text/plain"))
                .contains(TEXT);
    }

    @Test
    void readsUtf16ByItsMark() {
        assertThat(TextBytes.decode(TEXT.getBytes(StandardCharsets.UTF_16), "text/plain"))
                .contains(TEXT);
        byte[] little = ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE);
        assertThat(TextBytes.decode(little, "text/plain")).contains(TEXT);
    }

    @Test
    void readsTheStatedCharset() {
        byte[] bytes = "свідчення".getBytes(Charset.forName("windows-1251"));
        assertThat(TextBytes.decode(bytes, "text/plain; charset=\"windows-1251\""))
                .contains("свідчення");
        assertThat(TextBytes.decode("x".getBytes(StandardCharsets.UTF_8), "text/plain; charset=no-such"))
                .contains("x");
    }

    @Test
    void toleratesAnEndWithinACharacter() {
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        String read = TextBytes.decode(Arrays.copyOf(bytes, bytes.length - 1), "text/plain")
                .orElseThrow();
        assertThat(TEXT).startsWith(read);
        assertThat(read).hasSize(TEXT.length() - 1);
    }

    @Test
    void refusesWhatIsNoText() {
        assertThat(TextBytes.decode(new byte[] {'a', 0, 'b'}, "text/plain")).isEmpty();
        byte[] noise = new byte[200];
        Arrays.fill(noise, (byte) 0xC3);
        noise[199] = 'x';
        assertThat(TextBytes.decode(noise, "text/plain")).isEmpty();
    }
}
