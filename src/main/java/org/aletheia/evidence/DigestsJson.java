package org.aletheia.evidence;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.aletheia.kernel.Digest;

/** Digests as a JSON object: RFC 9530 label to lower-case hexadecimal. */
public final class DigestsJson {
    private DigestsJson() {}

    /** The object. */
    public static Map<String, String> of(Collection<Digest> digests) {
        Map<String, String> json = new TreeMap<>();
        digests.forEach(digest -> json.put(digest.algorithm().label(), digest.hex()));
        return json;
    }
}
