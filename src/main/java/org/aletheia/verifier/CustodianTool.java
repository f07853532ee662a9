package org.aletheia.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.Ids;
import org.aletheia.kernel.StrictBase64;
import org.aletheia.kernel.split.Hpke;
import org.aletheia.kernel.split.HpkeKeys;
import org.aletheia.kernel.split.ShareSeal;
import org.aletheia.kernel.split.SplitSecret.Share;
import org.aletheia.verifier.content.NewFile;
import org.jspecify.annotations.Nullable;

/**
 * What a custodian of the vault does on a machine of their own: makes a key pair, and opens a share and seals it anew for one
 * request. Nothing of it goes over a network, and nothing is printed or written that is a secret but the private key's file.
 */
final class CustodianTool {
    static final String MAKE = "custodian-key";
    static final String SHARE = "custodian-share";

    private static final Set<String> COMMANDS = Set.of(MAKE, SHARE);
    private static final long LONGEST = 1 << 16;
    private static final int MAKE_WORDS = 2;
    private static final int SHARE_WORDS = 4;

    private CustodianTool() {}

    static boolean knows(String[] words) {
        return words.length > 0 && COMMANDS.contains(words[0]);
    }

    /** Exit code 0: done; 1: this share is none of this key's, or not the one that was split; 2: it could not be done. */
    static int run(String[] words, PrintStream out, PrintStream err) {
        try {
            if (words[0].equals(MAKE) && words.length == MAKE_WORDS) {
                return make(Path.of(words[1]), out);
            }
            if (words[0].equals(SHARE) && words.length == SHARE_WORDS) {
                return share(Path.of(words[1]), Path.of(words[2]), Path.of(words[3]), out, err);
            }
            err.println(Verify.USAGE);
        } catch (IOException | InvalidKeyException | IllegalArgumentException e) {
            err.println("cannot be done: " + Verify.reason(e));
        }
        return Result.UNCHECKED;
    }

    private static int make(Path file, PrintStream out) throws IOException {
        HpkeKeys pair = Hpke.generate();
        String publicKey = StrictBase64.encode(pair.publicKey());
        NewFile.write(file, line(StrictBase64.encode(pair.privateKey())));
        Arrays.fill(pair.privateKey(), (byte) 0);
        out.println("The private key is in " + file + ": keep it, and a copy elsewhere; give it to nobody.");
        out.println("Register the public key: " + publicKey);
        out.println("Its fingerprint: " + Digest.sha256(pair.publicKey()));
        return Result.VERIFIED;
    }

    private static int share(Path keyFile, Path request, Path wanted, PrintStream out, PrintStream err)
            throws IOException, InvalidKeyException {
        Map<?, ?> asked = object(CanonicalJson.parse(small(request)), "the answer of custodian-requests");
        Map<?, ?> sealed = object(asked.get("sealed"), "sealed");
        ShareSeal seal = new ShareSeal(Ids.parse(text(sealed, "split")), number(sealed));
        UUID reveal = Ids.parse(text(sealed, "reveal"));
        byte[] revealKey = StrictBase64.decode(text(sealed, "revealKey"));
        byte[] privateKey = StrictBase64.decode(new String(small(keyFile), StandardCharsets.US_ASCII).strip());
        Share share = seal.openKept(privateKey, StrictBase64.decode(text(sealed, "part")))
                .orElse(null);
        Arrays.fill(privateKey, (byte) 0);
        if (share == null || !seal.commitment(share).equals(Digest.parse(text(sealed, "commitment")))) {
            err.println(
                    "This share does not open with this key, or is not the one that was split. Nothing was written: tell the"
                            + " other custodians.");
            return Result.FAILED;
        }
        byte[] given = seal.give(reveal, revealKey, share);
        Arrays.fill(share.bytes(), (byte) 0);
        NewFile.write(wanted, line(CanonicalJson.text(Map.of("share", StrictBase64.encode(given)))));
        out.println("Your share for request " + reveal + " is in " + wanted
                + ", sealed to the key with the fingerprint " + Digest.sha256(revealKey) + ".");
        out.println("Before you send it, have whoever asked read you the fingerprint that they got, by another way than"
                + " this server.");
        return Result.VERIFIED;
    }

    private static byte[] small(Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            throw new IllegalArgumentException(file + " is too long");
        }
        return Files.readAllBytes(file);
    }

    private static Map<?, ?> object(@Nullable Object value, String what) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException(what + " is not there");
    }

    private static String text(Map<?, ?> sealed, String name) {
        if (sealed.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(name + " is not there");
    }

    private static int number(Map<?, ?> sealed) {
        if (sealed.get("number") instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalArgumentException("number is not there");
    }

    private static byte[] line(String text) {
        return (text + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}
