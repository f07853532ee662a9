package org.aletheia.transparency.timestamp;

/** An answer or a token breaks a rule, and shows nothing. */
public final class TimestampException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Rule rule;
    private final String detail;

    TimestampException(Rule rule, String detail) {
        super(rule.code() + ": " + detail);
        this.rule = rule;
        this.detail = detail;
    }

    TimestampException(Rule rule, String detail, Throwable cause) {
        super(rule.code() + ": " + detail, cause);
        this.rule = rule;
        this.detail = detail;
    }

    /** What can be broken. */
    public enum Rule {
        /** Not a token, or not an answer. */
        FORM("timestamp-form"),
        /** The authority refused (RFC 3161 §2.4.2, PKIStatus other than granted). */
        STATUS("timestamp-status"),
        /** The answer is to another question. */
        NONCE("timestamp-nonce"),
        /** Not under the policy that was asked for. */
        POLICY("timestamp-policy"),
        /** The token is about other bytes. */
        IMPRINT("timestamp-imprint"),
        /** The signer's certificate is absent, not named by ESSCertIDv2, or not for timestamps alone. */
        CERTIFICATE("timestamp-certificate"),
        /** The signature does not verify. */
        SIGNATURE("timestamp-signature"),
        /** At the token's time no valid chain of certificates led to a trusted root. */
        CHAIN("timestamp-chain"),
        /** A certificate of the chain was revoked. */
        REVOKED("timestamp-revoked"),
        /** Nothing shows that a certificate of the chain was not revoked, although its issuer publishes that. */
        REVOCATION_UNKNOWN("timestamp-revocation"),
        /** The token's time cannot be right. */
        TIME("timestamp-time");

        private final String code;

        Rule(String code) {
            this.code = code;
        }

        /** Stable code, as in docs/custody.md. */
        public String code() {
            return code;
        }
    }

    /** The broken rule. */
    public Rule rule() {
        return rule;
    }

    /** What was found, for people, without the rule's code. */
    public String detail() {
        return detail;
    }
}
