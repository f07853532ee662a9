package org.aletheia.testimony.door;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.aletheia.kernel.SecureBytes;

/**
 * What tries a code and a word at doors of one kind. Whatever keeps one shut is answered alike and costs alike: a code that is
 * unknown, replaced, ended or past its time, another word, too many attempts. Each asks the vault once and the record once, and
 * compares in constant time with something.
 *
 * @param <C> a code as it is kept
 * @param <O> an open door
 */
public final class DoorLock<C, O> {
    private static final int PROOF_LENGTH = 32;

    private final DoorKeys keys;
    private final DoorLimits limits;
    private final Function<byte[], Optional<Provable<C>>> codes;
    private final Function<Optional<C>, Supplier<Optional<O>>> records;
    private final byte[] nobodysProof = SecureBytes.random(PROOF_LENGTH);

    /**
     * Of one kind of door.
     *
     * @param limits of this kind alone
     * @param codes the code with a locator, whether it opens anything or not; asks the vault once
     * @param records looks once for the record of a code, or for one that there is not. What that returns opens it, if the code
     *     stands and the record is there; it is asked only where the word was right
     */
    public DoorLock(
            DoorKeys keys,
            DoorLimits limits,
            Function<byte[], Optional<Provable<C>>> codes,
            Function<Optional<C>, Supplier<Optional<O>>> records) {
        this.keys = keys;
        this.limits = limits;
        this.codes = codes;
        this.records = records;
    }

    /** A code with what proves it. */
    @SuppressWarnings("ArrayRecordComponent") // compared in constant time, here alone
    public record Provable<C>(C code, byte[] proof) {}

    /**
     * Tries once.
     *
     * @param code of the right form
     * @param address from which it is tried; forgotten with the process
     */
    public Optional<O> open(String code, String word, String address) {
        if (!limits.enter()) {
            return Optional.empty();
        }
        try {
            return attempt(DoorCode.read(code), DoorWord.heard(word), address);
        } finally {
            limits.leave();
        }
    }

    /** The same, for who has a turn already. */
    Optional<O> attempt(DoorCode code, DoorWord word, String address) {
        byte[] locator = keys.locator(code);
        byte[] proof = keys.proof(code, word);
        DoorLimits.Attempt attempt = limits.attempt(locator, address);
        Optional<Provable<C>> found = codes.apply(locator);
        boolean proven = MessageDigest.isEqual(found.map(Provable::proof).orElse(nobodysProof), proof);
        Supplier<Optional<O>> reached = records.apply(found.map(Provable::code));
        Optional<O> open = limits.hears(attempt) && proven ? reached.get() : Optional.empty();
        if (open.isEmpty()) {
            limits.wrong(attempt);
        }
        return open;
    }
}
