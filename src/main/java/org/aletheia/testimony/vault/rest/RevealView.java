package org.aletheia.testimony.vault.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.StrictBase64;
import org.aletheia.testimony.vault.Reveal;
import org.aletheia.testimony.vault.RevealCustodians;
import org.aletheia.testimony.vault.RevealState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A request to see an identity, as those get it who may ask or approve.
 *
 * @param reason in words; null once the identity was erased
 * @param custodians what it needs of them; absent where it needs none
 * @param key to which they seal their shares, the private part: for whoever asked, in the answer to that alone
 */
record RevealView(
        UUID id,
        SubjectView subject,
        UUID requester,
        String purpose,
        @Nullable String reason,
        RevealState state,
        Instant requestedAt,
        @Nullable UUID approver,
        @Nullable Instant expiresAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CustodiansView custodians,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String key) {

    record SubjectView(String kind, UUID id) {}

    /**
     * How far it is with its custodians.
     *
     * @param given by so many, as far as is known
     * @param publicKey to which they seal; they read its fingerprint to whoever asked
     * @param fingerprint SHA-256 of it
     * @param wrong members whose share was found to be none
     */
    @Schema(name = "IdentityRevealCustodians")
    record CustodiansView(int needed, int given, List<UUID> wrong, String publicKey, String fingerprint) {
        static @Nullable CustodiansView of(Reveal reveal, RevealCustodians.@Nullable Progress progress) {
            Reveal.Guarded guarded = reveal.guarded();
            return guarded == null || progress == null
                    ? null
                    : new CustodiansView(
                            progress.needed(),
                            progress.given(),
                            progress.wrong(),
                            StrictBase64.encode(guarded.publicKey()),
                            Digest.sha256(guarded.publicKey()).toString());
        }
    }

    static RevealView of(
            Reveal reveal, @Nullable String reason, RevealCustodians.@Nullable Progress progress, Instant now) {
        return new RevealView(
                reveal.id(),
                new SubjectView(reveal.subject().kind().code(), reveal.subject().id()),
                reveal.requester(),
                reveal.purpose(),
                reason,
                reveal.stateAt(now),
                reveal.requestedAt(),
                reveal.approver(),
                reveal.expiresAt(),
                CustodiansView.of(reveal, progress),
                null);
    }

    /** The same, as whoever asked gets it once. */
    RevealView with(byte @Nullable [] privateKey) {
        return new RevealView(
                id,
                subject,
                requester,
                purpose,
                reason,
                state,
                requestedAt,
                approver,
                expiresAt,
                custodians,
                privateKey == null ? null : StrictBase64.encode(privateKey));
    }

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "RevealView[" + id + "]";
    }
}
