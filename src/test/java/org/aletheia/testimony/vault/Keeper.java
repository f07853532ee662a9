package org.aletheia.testimony.vault;

import static org.aletheia.testing.Records.get;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.security.InvalidKeyException;
import java.util.Map;
import java.util.UUID;
import org.aletheia.kernel.StrictBase64;
import org.aletheia.kernel.split.Hpke;
import org.aletheia.kernel.split.HpkeKeys;
import org.aletheia.kernel.split.ShareSeal;
import org.aletheia.kernel.split.SplitSecret.Share;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;

/** A custodian, with the private key that the server never sees. */
record Keeper(String user, HpkeKeys keys) {
    /** One whose public key is registered. */
    static Keeper registered(String user) {
        Keeper keeper = new Keeper(user, Hpke.generate());
        keeper.register().statusCode(200);
        return keeper;
    }

    ValidatableResponse register() {
        return Records.put(user, "me/custodian-key", null, Map.of("key", StrictBase64.encode(keys.publicKey())));
    }

    String member() {
        return Enrolment.member(user).toString();
    }

    /** The share of this custodian for a request, opened on a machine of their own. */
    Share share(String reveal) {
        JsonPath sealed = sealed(reveal);
        return seal(sealed)
                .openKept(keys.privateKey(), StrictBase64.decode(sealed.getString("sealed.part")))
                .orElseThrow();
    }

    /** Gives it, sealed to the key of the request. */
    ValidatableResponse give(String reveal) throws InvalidKeyException {
        return give(reveal, share(reveal));
    }

    /** Gives something for it. */
    ValidatableResponse give(String reveal, Share given) throws InvalidKeyException {
        JsonPath sealed = sealed(reveal);
        return send(
                reveal,
                seal(sealed)
                        .give(
                                UUID.fromString(reveal),
                                StrictBase64.decode(sealed.getString("sealed.revealKey")),
                                given));
    }

    ValidatableResponse send(String reveal, byte[] sealed) {
        return Records.put(
                user, "custodian-requests/" + reveal + "/share", null, Map.of("share", StrictBase64.encode(sealed)));
    }

    private JsonPath sealed(String reveal) {
        return get(user, "custodian-requests/" + reveal)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .jsonPath();
    }

    private static ShareSeal seal(JsonPath sealed) {
        return new ShareSeal(UUID.fromString(sealed.getString("sealed.split")), sealed.getInt("sealed.number"));
    }
}
