package org.aletheia.testing;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignatureType;

/** Logs of other institutions that every server under test cosigns; one key signs for all of them. */
public final class TestPartners {
    /** How many there are: a test that moves one forward takes one for itself. */
    public static final int COUNT = 9;

    private static final String PUBLIC = "r2WWvtiLIFOWKJY++gTm+v56SZdbBIJXefg0/gDKW44=";
    private static final String PRIVATE = "MC4CAQAwBQYDK2VwBCIEIF0/fltmHcan50rsoONVmAVZAM/BYCfonVi5qPiLtN9B";

    private TestPartners() {}

    /** Origin of one of them. */
    public static String origin(int number) {
        return "partner.example/" + number;
    }

    /** The key of one of them. */
    public static NoteKeyPair key(int number) {
        Base64.Decoder base64 = Base64.getDecoder();
        NoteVerifierKey verifierKey = new NoteVerifierKey(origin(number), SignatureType.ED25519, base64.decode(PUBLIC));
        return NoteKeyPair.of(verifierKey, base64.decode(PRIVATE));
    }

    static Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>();
        for (int number = 0; number < COUNT; number++) {
            String partner = "aletheia.witness.partners.p" + number;
            properties.put(partner + ".origin", origin(number));
            properties.put(partner + ".vkeys", key(number).verifierKey().format());
        }
        return properties;
    }
}
