package org.aletheia.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.InvalidKeyException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.kernel.StrictBase64;
import org.aletheia.kernel.split.Hpke;
import org.aletheia.kernel.split.HpkeKeys;
import org.aletheia.kernel.split.ShareSeal;
import org.aletheia.kernel.split.SplitSecret;
import org.aletheia.kernel.split.SplitSecret.Share;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A custodian's program: the share goes from one seal into another, and no secret comes out of it. */
@Tag("unit")
class CustodianToolTest {
    private final ShareSeal seal = new ShareSeal(UUID.randomUUID(), 3);
    private final UUID reveal = UUID.randomUUID();
    private final HpkeKeys revealKeys = Hpke.generate();
    private final Share share =
            SplitSecret.split(Hpke.generate().privateKey(), 2, 3).get(2);

    @TempDir
    Path folder;

    private String said = "";
    private byte[] publicKey = {};

    @BeforeEach
    void makeKey() {
        assertThat(run("custodian-key", path("key"))).isZero();
        publicKey = StrictBase64.decode(said.lines()
                .filter(line -> line.startsWith("Register"))
                .findFirst()
                .orElseThrow()
                .replace("Register the public key: ", ""));
    }

    @Test
    void aKeyIsForItsOwnerAloneAndTakesThePlaceOfNone() throws IOException {
        assertThat(Hpke.matches(publicKey, privateKey())).isTrue();
        assertThat(said).doesNotContain(StrictBase64.encode(privateKey()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key"))))
                .isEqualTo("rw-------");
        assertThat(run("custodian-key", path("key"))).isEqualTo(2);
        assertThat(said).contains("is there already");
    }

    @Test
    void aShareIsSealedAnewForOneRequest() throws Exception {
        write("request", request());
        assertThat(run("custodian-share", path("key"), path("request"), path("out")))
                .isZero();
        assertThat(said).contains(reveal.toString(), "fingerprint").doesNotContain(text(share.bytes()));
        Map<?, ?> body = (Map<?, ?>) Objects.requireNonNull(CanonicalJson.parse(
                Files.readString(folder.resolve("out")).strip().getBytes(StandardCharsets.UTF_8)));
        byte[] given = StrictBase64.decode(String.valueOf(body.get("share")));
        assertThat(seal.openGiven(reveal, revealKeys.privateKey(), given)
                        .orElseThrow()
                        .bytes())
                .isEqualTo(share.bytes());
    }

    @Test
    void anothersShareOrAnAlteredOneIsNotGiven() throws Exception {
        assertThat(run("custodian-key", path("another"))).isZero();
        write("request", request());
        assertThat(run("custodian-share", path("another"), path("request"), path("out")))
                .isEqualTo(1);
        Map<String, Object> altered = request();
        altered.put("commitment", seal.commitment(new Share(3, new byte[32])).toString());
        write("altered", altered);
        assertThat(run("custodian-share", path("key"), path("altered"), path("out")))
                .isEqualTo(1);
        Map<String, Object> moved = request();
        moved.put("number", 2);
        write("moved", moved);
        assertThat(run("custodian-share", path("key"), path("moved"), path("out")))
                .isEqualTo(1);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void whatIsNoRequestIsSaidToBeNone() throws Exception {
        Files.writeString(folder.resolve("nothing"), "{}");
        assertThat(run("custodian-share", path("key"), path("nothing"), path("out")))
                .isEqualTo(2);
        for (String name : request().keySet()) {
            Map<String, Object> without = request();
            without.remove(name);
            write("without-" + name, without);
            assertThat(run("custodian-share", path("key"), path("without-" + name), path("out")))
                    .isEqualTo(2);
            assertThat(said).contains(name);
        }
        Map<String, Object> point = request();
        point.put("revealKey", text(new byte[32]));
        write("point", point);
        assertThat(run("custodian-share", path("key"), path("point"), path("out")))
                .isEqualTo(2);
        assertThat(run("custodian-share", path("key"), path("none"), path("out")))
                .isEqualTo(2);
        assertThat(run("custodian-share", path("key"))).isEqualTo(2);
        assertThat(said).startsWith("usage: ");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private Map<String, Object> request() throws InvalidKeyException {
        return new HashMap<>(Map.of(
                "reveal", reveal.toString(),
                "split", seal.split().toString(),
                "number", seal.number(),
                "part", text(seal.keep(publicKey, share)),
                "commitment", seal.commitment(share).toString(),
                "revealKey", text(revealKeys.publicKey())));
    }

    private void write(String name, Map<String, Object> sealed) throws IOException {
        Files.write(
                folder.resolve(name),
                CanonicalJson.write(Map.of("request", Map.of("purpose", "victim-contact"), "sealed", sealed)));
    }

    private byte[] privateKey() throws IOException {
        return StrictBase64.decode(Files.readString(folder.resolve("key")).strip());
    }

    private static String text(byte[] bytes) {
        return StrictBase64.encode(bytes);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private int run(String... words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int exit = Verify.run(words, out, out);
        said = bytes.toString(StandardCharsets.UTF_8);
        return exit;
    }
}
