package org.aletheia.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class MultipartPartsTest {
    private static final String TYPE = "multipart/form-data; boundary=b1";
    private static final String METADATA =
            "--b1\r\nContent-Disposition: form-data; name=\"metadata\"\r\nContent-Type: application/json\r\n\r\n{}\r\n";

    @Test
    void readsPartsInOrder() throws IOException {
        MultipartParts parts = open(METADATA
                + "--b1\r\nContent-Disposition: form-data; name=\"file\"; filename=\"صورة.jpg\"\r\n"
                + "Content-Type: image/jpeg\r\nRepr-Digest: sha-256=:AA==:\r\n\r\n--b\r\n-b1\r\n--b1--\r\n");

        MultipartParts.Part metadata = Objects.requireNonNull(parts.next());
        assertThat(metadata.headers().name()).isEqualTo("metadata");
        assertThat(metadata.headers().fileName()).isNull();
        assertThat(metadata.body().readAllBytes()).asString().isEqualTo("{}");
        assertThat(parts.advance()).isTrue();

        MultipartParts.Part file = Objects.requireNonNull(parts.next());
        assertThat(file.headers().fileName()).isEqualTo("صورة.jpg");
        assertThat(file.headers().field("content-type")).isEqualTo("image/jpeg");
        assertThat(file.headers().field("repr-digest")).isEqualTo("sha-256=:AA==:");
        assertThat(file.body().readAllBytes()).asString().isEqualTo("--b\r\n-b1");
        assertThat(parts.advance()).isFalse();
        assertThat(parts.next()).isNull();
    }

    @Test
    void takesTheBoundaryInQuotesAndSkipsAPreamble() throws IOException {
        byte[] body = ("read me first\r\n" + METADATA + "--b1--").getBytes(StandardCharsets.UTF_8);
        MultipartParts parts =
                MultipartParts.open("multipart/form-data; boundary=\"b1\"", new ByteArrayInputStream(body));
        assertThat(Objects.requireNonNull(parts.next()).headers().name()).isEqualTo("metadata");
    }

    @Test
    void readsFileNamesAsClientsQuoteThem() throws FileUploadException {
        assertThat(name("a\\\"b.txt")).isEqualTo("a\"b.txt");
        assertThat(name("a%22b.txt")).isEqualTo("a\"b.txt");
        assertThat(name("a;b=c.txt")).isEqualTo("a;b=c.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=", "text/plain", ""})
    void refusesABodyWithoutBoundary(String type) {
        assertThatThrownBy(() -> MultipartParts.open(type, new ByteArrayInputStream(new byte[0])))
                .isInstanceOf(FileUploadException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--b1\r\n\r\n{}\r\n--b1--",
                "--b1\r\nContent-Disposition: attachment; filename=x\r\n\r\n{}\r\n--b1--",
                "--b1\r\nContent-Disposition: form-data\r\n\r\n{}\r\n--b1--"
            })
    void refusesPartsWithoutName(String body) throws IOException {
        MultipartParts parts = open(body);
        assertThatThrownBy(parts::next).isInstanceOf(FileUploadException.class);
    }

    @Test
    void noticesABodyThatEndsEarly() throws IOException {
        MultipartParts parts = open(METADATA.substring(0, METADATA.length() - 2));
        MultipartParts.Part part = Objects.requireNonNull(parts.next());
        assertThatThrownBy(() -> part.body().readAllBytes()).isInstanceOf(FileUploadException.class);
    }

    @Test
    void boundsTheHeadersOfAPart() throws IOException {
        MultipartParts parts =
                open("--b1\r\nContent-Disposition: form-data; name=\"" + "x".repeat(9000) + "\"\r\n\r\n{}\r\n--b1--");
        assertThatThrownBy(parts::next).isInstanceOf(FileUploadException.class);
    }

    @Test
    void anEmptyBodyHasNoPart() throws IOException {
        assertThat(open("").next()).isNull();
    }

    private static String name(String written) throws FileUploadException {
        String text = "Content-Disposition: form-data; name=\"file\"; filename=\"" + written + "\"\r\n\r\n";
        return Objects.requireNonNull(PartHeaders.parse(text).fileName());
    }

    private static MultipartParts open(String body) throws IOException {
        return MultipartParts.open(TYPE, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
