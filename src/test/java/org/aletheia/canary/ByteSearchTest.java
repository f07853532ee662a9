package org.aletheia.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What looks for leaks finds what leaked. */
@Tag("unit")
class ByteSearchTest {
    @Test
    void everyEncodingOfEveryWordIsFoundWhereverItStands() throws IOException {
        Seed seed = Seed.of("here");
        ByteSearch search = new ByteSearch();
        for (String word : seed.words()) {
            Spellings.of(word).forEach(bytes -> search.add(bytes, word));
        }
        assertThat(found(search, Seed.of("elsewhere").text().getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        for (String word : seed.words()) {
            for (String before : List.of("", "a", "ab", "abc")) {
                String text = before + word + " and so on";
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                for (Charset charset :
                        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                    assertThat(found(search, text.getBytes(charset))).contains(word);
                }
                assertThat(found(search, Base64.getEncoder().encode(utf8))).contains(word);
                String escaped = URLEncoder.encode(text, StandardCharsets.UTF_8);
                assertThat(found(search, escaped.getBytes(StandardCharsets.US_ASCII)))
                        .contains(word);
                StringBuilder json = new StringBuilder();
                text.chars().forEach(c -> json.append("\\u").append(String.format("%04x", c)));
                assertThat(found(search, json.toString().getBytes(StandardCharsets.US_ASCII)))
                        .contains(word);
            }
        }
    }

    @Test
    void patternsThatOverlapAreFoundEach() throws IOException {
        ByteSearch search = new ByteSearch();
        for (String word : List.of("she", "he", "hers", "his")) {
            search.add(word.getBytes(StandardCharsets.US_ASCII), word);
        }
        assertThat(found(search, "ushers".getBytes(StandardCharsets.US_ASCII))).containsExactly("he", "hers", "she");
        assertThat(found(search, "xhisx".getBytes(StandardCharsets.US_ASCII))).containsExactly("his");
    }

    private static Set<String> found(ByteSearch search, byte[] bytes) throws IOException {
        return search.in(new ByteArrayInputStream(bytes));
    }
}
