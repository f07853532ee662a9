package org.aletheia.verifier;

import java.util.Locale;
import org.aletheia.transparency.SignatureType;
import org.aletheia.transparency.timestamp.TimestampException;
import org.aletheia.verifier.content.ContentFault;

/**
 * What was looked at. The codes of those that can fail stand in the table of {@code docs/custody.md} §8, no others, and a
 * code is never given another meaning.
 */
public enum Check {
    /** What was not looked at, and what would be needed. */
    NOT_CHECKED(false),
    EVENT(false),
    TYPE(false),
    WITHHELD(false),
    TIME(false),
    CONTENT(false),
    /** The log states that it goes on in place of another one. */
    SUCCESSION(false),
    /** The log itself states that a checkpoint covered the entry in time. */
    PROMISE_KEPT(false),
    /** The authority is that of a local stack. */
    TIMESTAMP_TEST(false),

    PROOF,
    CHECKPOINT,
    EARLIER_CHECKPOINT,
    ORIGIN,
    SIGNATURE,
    SIGNATURE_ED25519,
    SIGNATURE_ED25519_COSIGNATURE,
    SIGNATURE_ML_DSA_44,
    COSIGNERS,
    INCLUSION,
    PROMISE,
    PROMISE_BROKEN,
    IN_LOG,
    NUMBERING,
    LOG_ORDER,
    ONE_TREE,
    SUBJECT,
    FILE,
    TIMESTAMP,
    TIMESTAMP_FORM,
    TIMESTAMP_IMPRINT,
    TIMESTAMP_CERTIFICATE,
    TIMESTAMP_SIGNATURE,
    TIMESTAMP_CHAIN,
    TIMESTAMP_REVOKED,
    TIMESTAMP_REVOCATION,
    TIMESTAMPED_CHECKPOINT,
    MISSING,
    ENTRIES,
    TILES,
    MORE,
    TREE,
    CONSISTENCY,
    KEY_HISTORY,
    KEY_REVOKED,
    EARLIER_HISTORY,
    EARLIER_UNVERIFIED,
    OBJECT_HEADER,
    OBJECT_ID,
    OBJECT_END,
    SEGMENT,
    KEY,
    UNIT_KEY,
    DATA_KEY;

    private final boolean canFail;

    Check() {
        this(true);
    }

    Check(boolean canFail) {
        this.canFail = canFail;
    }

    /** The stable code: lower case with hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it can come out wrong; others only tell. */
    public boolean canFail() {
        return canFail;
    }

    /** Whether the log has signed with a key of this kind. */
    static Check signatureOf(SignatureType type) {
        return switch (type) {
            case ED25519 -> SIGNATURE_ED25519;
            case ED25519_COSIGNATURE -> SIGNATURE_ED25519_COSIGNATURE;
            case ML_DSA_44 -> SIGNATURE_ML_DSA_44;
        };
    }

    /** The rule of a timestamp; those that only whoever asked for it can check are none of a token. */
    static Check of(TimestampException.Rule rule) {
        return switch (rule) {
            case FORM, STATUS, NONCE, POLICY, TIME -> TIMESTAMP_FORM;
            case IMPRINT -> TIMESTAMP_IMPRINT;
            case CERTIFICATE -> TIMESTAMP_CERTIFICATE;
            case SIGNATURE -> TIMESTAMP_SIGNATURE;
            case CHAIN -> TIMESTAMP_CHAIN;
            case REVOKED -> TIMESTAMP_REVOKED;
            case REVOCATION_UNKNOWN -> TIMESTAMP_REVOCATION;
        };
    }

    static Check of(ContentFault fault) {
        return switch (fault) {
            case OBJECT_HEADER -> OBJECT_HEADER;
            case OBJECT_ID -> OBJECT_ID;
            case OBJECT_END -> OBJECT_END;
            case SEGMENT -> SEGMENT;
            case KEY -> KEY;
            case UNIT_KEY -> UNIT_KEY;
            case DATA_KEY -> DATA_KEY;
        };
    }
}
