package org.aletheia.evidence.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What files begin with tells what they are, however they are called and in whatever pieces they come. */
@Tag("unit")
class SniffedStreamTest {
    /** Evidence is taken, whatever becomes of those who only look at it. */
    @Test
    void aDetectorThatFailsIsAsIfNobodyHadLooked() throws IOException {
        byte[] file = {1, 2, 3};
        try (SniffedStream stream = new SniffedStream(new ByteArrayInputStream(file), (bytes, told) -> {
            throw new IllegalStateException("broken");
        })) {
            assertThat(stream.readAllBytes()).isEqualTo(file);
            assertThat(stream.type()).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "image/jpeg, ffd8ffe000104a4649460001",
        "image/png, 89504e470d0a1a0a0000000d49484452",
        "image/gif, 474946383961",
        "image/webp, 524946460000000057454250565038",
        "image/tiff, 49492a0008000000",
        "image/heic, 000000186674797068656963",
        "image/avif, 000000186674797061766966",
        "video/mp4, 00000018667479706d703432",
        "video/quicktime, 0000001866747970716c2020",
        "video/x-msvideo, 5249464600000000415649204c495354",
        "video/mpeg, 000001ba44000400",
        "video/x-flv, 464c560105",
        "application/x-matroska, 1a45dfa39f4286810142f7810142f2810442f381084282847765626d",
        "audio/vnd.wave, 524946460000000057415645666d7420",
        "application/pdf, 255044462d312e37",
        "application/zip, 504b0304"
    })
    void signaturesTell(String type, String beginning) throws IOException {
        byte[] file = Arrays.copyOf(HexFormat.of().parseHex(beginning), 3000);
        assertThat(sniffed(file).mediaType()).isEqualTo(type);
        assertThat(sniffed(file).detector()).matches("Apache Tika \\d+\\.\\d+.*");
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, She said that they came at night.",
        "text/plain, Вона сказала",
        "image/svg+xml, <svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        "text/html, <html><body>x</body></html>"
    })
    void textsTell(String type, String text) throws IOException {
        assertThat(sniffed(text.getBytes(StandardCharsets.UTF_8)).mediaType()).isEqualTo(type);
    }

    @Test
    void whatNobodyKnowsIsOctets() throws IOException {
        byte[] noise = new byte[200_000];
        new Random(1).nextBytes(noise);
        for (byte[] unknown : Stream.of(new byte[0], new byte[1], noise).toList()) {
            assertThat(sniffed(unknown).mediaType()).isEqualTo("application/octet-stream");
        }
    }

    /** XML is read as far as the name of its root, and fetches and expands nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
                "<!DOCTYPE a [<!ENTITY b 'bbbbbbbbbb'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d"
                        + " '&c;&c;&c;&c;&c;&c;&c;&c;'><!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;'><!ENTITY f"
                        + " '&e;&e;&e;&e;&e;&e;&e;&e;'>]><a b='&f;'>&f;</a>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'http://localhost:9/'>]><a y='&x;'/>",
                "<a"
            })
    void hostileXmlIsNoImage(String xml) throws IOException {
        assertThat(sniffed(("<?xml version='1.0'?>" + xml).getBytes(StandardCharsets.UTF_8))
                        .mediaType())
                .isIn("application/xml", "text/plain");
    }

    @Test
    void bytesPassAsTheyAreInWhateverPieces() throws IOException {
        byte[] picture = Arrays.copyOf(HexFormat.of().parseHex("ffd8ffe000104a4649460001"), 150_000);
        try (SniffedStream stream = new SniffedStream(new ByteArrayInputStream(picture))) {
            byte[] passed = new byte[picture.length];
            passed[0] = (byte) stream.read();
            int at = 1;
            for (int read = stream.read(passed, at, 7); read > 0; read = stream.read(passed, at, 4099)) {
                at += read;
                if (at + 4099 > passed.length) {
                    at += stream.readNBytes(passed, at, passed.length - at);
                    break;
                }
            }
            assertThat(at).isEqualTo(picture.length);
            assertThat(passed).isEqualTo(picture);
            assertThat(Objects.requireNonNull(stream.type()).mediaType()).isEqualTo("image/jpeg");
        }
    }

    private static DetectedType sniffed(byte[] file) throws IOException {
        try (SniffedStream stream = new SniffedStream(new ByteArrayInputStream(file))) {
            stream.transferTo(OutputStream.nullOutputStream());
            return Objects.requireNonNull(stream.type());
        }
    }
}
