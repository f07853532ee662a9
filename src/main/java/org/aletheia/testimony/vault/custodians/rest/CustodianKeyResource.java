package org.aletheia.testimony.vault.custodians.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ChecksFactory;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.StrictBase64;
import org.aletheia.testimony.vault.custodians.CustodianKeys;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The caller's public key as a custodian. Who may call: any member who is a person, about their own. */
@Path("/api/v1/me/custodian-key")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class CustodianKeyResource {
    private final CustodianKeys keys;
    private final ChecksFactory checks;

    CustodianKeyResource(CustodianKeys keys, ChecksFactory checks) {
        this.keys = keys;
        this.checks = checks;
    }

    @PUT
    @Operation(
            summary = "Register the public key to which one's shares as a custodian are sealed",
            description = "Counts for custodians that are set up from then on. The private key never comes here.")
    public KeyView register(KeyBody body) {
        Checks found = checks.begin();
        byte[] key = KeyBody.bytes(body.key(), found);
        found.throwIfAny();
        return new KeyView(StrictBase64.encode(key), keys.register(key).toString());
    }

    @GET
    @Operation(summary = "One's public key as a custodian")
    public KeyView get() {
        byte[] key = keys.own();
        return new KeyView(StrictBase64.encode(key), Digest.sha256(key).toString());
    }

    /** @param key X25519, the 32 bytes of RFC 7748 in base64 */
    @Schema(name = "CustodianKeyRequest")
    record KeyBody(@Nullable String key) {
        private static final int LONGEST = 200;

        /** Nothing with findings where it is none. */
        static byte[] bytes(@Nullable String key, Checks checks) {
            String given = checks.text("/key", checks.required("/key", key), LONGEST);
            byte[] read = given == null ? null : checks.findings().parse("/key", () -> StrictBase64.decode(given));
            return read == null ? new byte[0] : read;
        }
    }

    /** @param fingerprint SHA-256, by which people compare keys */
    @Schema(name = "CustodianKey")
    record KeyView(String key, String fingerprint) {}
}
