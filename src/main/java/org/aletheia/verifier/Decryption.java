package org.aletheia.verifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.aletheia.custody.format.Receipt;
import org.aletheia.kernel.Digest;
import org.aletheia.verifier.content.ContentFaultException;
import org.aletheia.verifier.content.ContentFile;
import org.aletheia.verifier.content.ContentKey;

/** Opens stored objects with a given key and holds the content against a receipt before it gets its name. */
final class Decryption {
    private static final String NOTHING = "nothing was written.";

    private final Path object;
    private final Path wanted;
    private final ContentKey key;

    /** @param wanted is written, and must not be there yet */
    Decryption(Path object, Path wanted, ContentKey key) {
        this.object = object;
        this.wanted = wanted;
        this.key = key;
    }

    /** The key as the options name it: one way, not two. */
    static ContentKey key(Arguments args) {
        List<ContentKey> given = new ArrayList<>();
        args.option("--data-key").map(Path::of).map(ContentKey.DataKey::new).ifPresent(given::add);
        args.option("--unit-key").map(Path::of).map(ContentKey.UnitKey::new).ifPresent(given::add);
        Optional<Path> kek = args.option("--kek").map(Path::of);
        Optional<Path> register = args.option("--register").map(Path::of);
        if (kek.isPresent() && register.isPresent()) {
            given.add(new ContentKey.Registered(register.get(), kek.get()));
        }
        if (given.size() != 1 || kek.isPresent() != register.isPresent()) {
            throw new IllegalArgumentException("one key: --data-key, --unit-key, or --register with --kek");
        }
        return given.getFirst();
    }

    /** Keeps the content only if the receipt verifies and names it. */
    Verdict against(Receipt receipt, ReceiptCheck check) throws IOException {
        return decrypt(content -> {
            try {
                return check.check(receipt, Optional.of(content), Optional.empty());
            } catch (IOException e) {
                throw new UncheckedIOException(e); // only a log is read
            }
        });
    }

    /** Keeps whatever opens. */
    Verdict withoutReceipt() throws IOException {
        return decrypt(content -> new Verdict(
                List.of(Finding.notChecked("file", "no receipt was given, which was waived")),
                "decrypted whole; nothing shows that these are the bytes that were received, or when.",
                NOTHING));
    }

    /** Writes the key of this object alone, so that it can be given away without those of others. */
    Verdict dataKey() throws IOException {
        try {
            ContentFile.exportDataKey(object, key, wanted);
            return new Verdict(
                    List.of(Finding.passed(Check.DATA_KEY, "of " + object + " written to " + wanted)),
                    "whoever has this key can read this object, and no other.",
                    NOTHING);
        } catch (ContentFaultException e) {
            return fault(e);
        }
    }

    private Verdict decrypt(Function<Digest, Verdict> decide) throws IOException {
        AtomicReference<Verdict> decided = new AtomicReference<>();
        try {
            Digest content = ContentFile.decrypt(object, key, wanted, digest -> {
                decided.set(decide.apply(digest));
                return decided.get().passed();
            });
            List<Finding> findings = new ArrayList<>(List.of(Finding.passed(Check.CONTENT, "opens whole: " + content)));
            findings.addAll(decided.get().findings());
            return new Verdict(
                    findings,
                    decided.get().proven(),
                    NOTHING + " " + decided.get().unproven());
        } catch (ContentFaultException e) {
            return fault(e);
        }
    }

    private static Verdict fault(ContentFaultException fault) {
        return new Verdict(
                List.of(Finding.failed(Check.of(fault.fault()), String.valueOf(fault.getMessage()))), NOTHING, NOTHING);
    }
}
