package org.aletheia.local.demo.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;

/** What an access token says of its bearer: enough to enrol that person. Not verified here, the server does that. */
public record Claims(String issuer, String subject) {

    /** Reads the payload of a signed token (RFC 7519 §3). */
    public static Claims of(String token) throws IOException {
        JsonNode payload = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        return new Claims(payload.get("iss").asText(), payload.get("sub").asText());
    }
}
