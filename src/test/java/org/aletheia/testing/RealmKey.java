package org.aletheia.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key with which the realm of the stack's Keycloak verifies and a test signs: so that a token can be right in all but one
 * thing. The realm goes on signing with its own key; closing takes this one away.
 */
public final class RealmKey implements AutoCloseable {
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final String keycloak;
    private final String realm;
    private final KeyPair keys;
    private final String component;
    private final String kid;

    private RealmKey(String keycloak, String realm, KeyPair keys, String component, String kid) {
        this.keycloak = keycloak;
        this.realm = realm;
        this.keys = keys;
        this.component = component;
        this.kid = kid;
    }

    /** Gives the realm another key. */
    public static RealmKey add() throws GeneralSecurityException {
        String tokens = Stack.running().get("stack.token-url");
        String keycloak = tokens.substring(0, tokens.indexOf("/realms/"));
        String realm = tokens.substring(keycloak.length() + "/realms/".length(), tokens.indexOf("/protocol/"));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        List<String> before = kids(keycloak, realm);
        Response made = admin(keycloak)
                .body(Map.of(
                        "name", "a test's",
                        "providerId", "rsa",
                        "providerType", "org.keycloak.keys.KeyProvider",
                        "config",
                                Map.of(
                                        "priority", List.of("-1"),
                                        "enabled", List.of("true"),
                                        "active", List.of("false"),
                                        "algorithm", List.of("RS256"),
                                        "privateKey", List.of(pem(keys.getPrivate())))))
                .post(keycloak + "/admin/realms/" + realm + "/components");
        made.then().statusCode(201);
        String component = made.header("Location").replaceFirst(".*/", "");
        String kid = kids(keycloak, realm).stream()
                .filter(each -> !before.contains(each))
                .findFirst()
                .orElseThrow();
        return new RealmKey(keycloak, realm, keys, component, kid);
    }

    /** A token of another realm of the same Keycloak, whose issuer and key are not the product's. */
    public static String tokenOfAnotherRealm() {
        String tokens = Stack.running().get("stack.token-url");
        return adminToken(tokens.substring(0, tokens.indexOf("/realms/")));
    }

    /** The id under which the realm publishes the key. */
    public String kid() {
        return kid;
    }

    /** A token signed with this key, as RS256. */
    public String sign(String claims) throws GeneralSecurityException {
        return sign("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + kid + "\"}", claims, keys.getPrivate());
    }

    /** A token signed with any key, under any header. */
    public static String sign(String header, String claims, PrivateKey key) throws GeneralSecurityException {
        String signed = encoded(header) + "." + encoded(claims);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + URL.encodeToString(signature.sign());
    }

    /** A token whose HMAC is made with the bytes of the public key, which everybody has. */
    public String signWithPublicKey(String claims, boolean asPem) throws GeneralSecurityException {
        String signed = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"" + kid + "\"}") + "." + encoded(claims);
        byte[] der = keys.getPublic().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END PUBLIC KEY-----\n";
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(asPem ? pem.getBytes(StandardCharsets.US_ASCII) : der, "HmacSHA256"));
        return signed + "." + URL.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    /** A part of a token. */
    public static String encoded(String json) {
        return URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        admin(keycloak)
                .delete(keycloak + "/admin/realms/" + realm + "/components/" + component)
                .then()
                .statusCode(204);
    }

    private static List<String> kids(String keycloak, String realm) {
        return given().get(keycloak + "/realms/" + realm + "/protocol/openid-connect/certs")
                .jsonPath()
                .getList("keys.kid");
    }

    private static RequestSpecification admin(String keycloak) {
        return given().auth().oauth2(adminToken(keycloak)).contentType(ContentType.JSON);
    }

    private static String adminToken(String keycloak) {
        return given().formParam("grant_type", "password")
                .formParam("client_id", "admin-cli")
                .formParam("username", "admin")
                .formParam("password", Stack.running().get("stack.keycloak.admin-password"))
                .post(keycloak + "/realms/master/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private static String pem(PrivateKey key) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }
}
