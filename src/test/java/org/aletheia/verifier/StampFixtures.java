package org.aletheia.verifier;

import static org.aletheia.verifier.FixtureWriter.bytes;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aletheia.custody.format.ReceiptTimestamp;
import org.aletheia.transparency.timestamp.TestAuthority;

/** Fixtures of timestamps: each broken token of {@link TimestampedReceiptTest}, and those beside a log. */
final class StampFixtures {
    private static final String RECEIPT =
            "receipt evidence.example/log ../keys.txt ./receipt.json ../file.txt --timestamp-root ./root.pem";
    private static final String LOG = "log evidence.example/log ../keys.txt ./log --timestamp-root ./root.pem";

    private final FixtureWriter writer;
    private final SmallHouse house;

    StampFixtures(Path all, SmallHouse house) {
        this.writer = new FixtureWriter(all);
        this.house = house;
    }

    void write() throws IOException, CertificateEncodingException {
        byte[] note = house.note();
        TestAuthority honest = TimestampedReceiptTest.honest("authority");
        receipt(
                "right-timestamp",
                "timestamped by an authority that is trusted",
                List.of(stamp(TimestampedReceiptTest.whole(honest, note).encoded())),
                honest.root(),
                "");
        receipt("timestamp", "no timestamp at all, and one was asked for", List.of(), honest.root(), "timestamp");
        Map<String, Integer> numbers = new HashMap<>();
        for (TimestampedReceiptTest.Case broken : TimestampedReceiptTest.cases()) {
            TimestampedReceiptTest.Wrong wrong = broken.made().of(note);
            int number = numbers.merge(broken.code(), 1, Integer::sum);
            receipt(
                    broken.code() + (number == 1 ? "" : "-" + number),
                    broken.about(),
                    List.of(stamp(wrong.token())),
                    wrong.authority().root(),
                    broken.code() + " timestamp");
        }
        logs(TestAuthority.named("one").make());
    }

    private void logs(TestAuthority authority) throws IOException, CertificateEncodingException {
        byte[] note = house.note();
        byte[] token = authority.token(note).encoded();
        log("right-timestamped-log", "its last timestamp", authority, "6 one\n", note, token, "");
        log(
                "timestamp-form-of-the-list",
                "the list of the last timestamps cannot be read",
                authority,
                "6\n",
                note,
                token,
                "timestamp-form timestamp");
        log(
                "timestamped-checkpoint",
                "the checkpoint that was timestamped is none",
                authority,
                "6 one\n",
                bytes("no\n"),
                token,
                "timestamped-checkpoint timestamp-imprint timestamp");
    }

    private void log(
            String name, String about, TestAuthority authority, String list, byte[] note, byte[] token, String fails)
            throws IOException, CertificateEncodingException {
        Map<String, byte[]> files = SmallHouse.published(house.log);
        files.put("log/timestamps/latest", bytes(list));
        files.put("log/timestamps/6/checkpoint", note);
        files.put("log/timestamps/6/one.tst", token);
        files.put("root.pem", pem(authority.root()));
        writer.fixture(name, about, LOG, fails, files);
    }

    private void receipt(String name, String about, List<ReceiptTimestamp> stamps, X509Certificate root, String fails)
            throws IOException, CertificateEncodingException {
        writer.fixture(
                name,
                about,
                RECEIPT,
                fails,
                Map.of("receipt.json", SmallHouse.json(house.stamped(stamps)), "root.pem", pem(root)));
    }

    private static ReceiptTimestamp stamp(byte[] token) {
        return new ReceiptTimestamp("one", Base64.getEncoder().encodeToString(token));
    }

    static byte[] pem(X509Certificate certificate) throws CertificateEncodingException {
        return bytes("-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, bytes("\n")).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n");
    }
}
