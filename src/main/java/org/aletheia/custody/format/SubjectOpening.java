package org.aletheia.custody.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.InclusionProof;
import org.aletheia.transparency.TreeHash;
import org.jspecify.annotations.Nullable;

/**
 * Shows that one subject is in an event's {@link SubjectList}, and nothing of the others.
 *
 * @param place in the tree, 0 to 65 535; says nothing of rank or number
 * @param subject the record
 * @param salt of its commitment
 * @param path 16 hashes, the leaf's sibling first
 */
public record SubjectOpening(int place, RecordSubject subject, Salt salt, List<Hash> path) {
    private static final byte[] LEAF = "aletheia/subject/v1\n".getBytes(StandardCharsets.US_ASCII);
    private static final String SALT = "aletheia/subject-salt/v1\n";

    public SubjectOpening {
        path = List.copyOf(path);
        if (place < 0 || place >= SubjectTree.PLACES || path.size() != SubjectTree.HEIGHT) {
            throw new MalformedValueException("subject-opening", "not a place and a path of a subject tree");
        }
    }

    /**
     * Reads the JSON form; other keys are refused.
     *
     * @throws MalformedValueException {@code subject-opening}, {@code subject-kind}, {@code subject-id},
     *     {@code base64}, {@code salt-length} or {@code hash-length}
     */
    public static SubjectOpening ofJson(@Nullable Object json) {
        if (json instanceof Map<?, ?> map
                && map.size() == 4
                && map.get("place") instanceof Long place
                && EventCodec.subject(map.get("subject")) instanceof RecordSubject subject
                && map.get("salt") instanceof String salt
                && map.get("path") instanceof List<?> path) {
            int small = Math.clamp(place, -1, SubjectTree.PLACES);
            return new SubjectOpening(small, subject, Salt.ofBase64(salt), hashes(path));
        }
        throw new MalformedValueException("subject-opening", "expected place, subject, salt and path");
    }

    /** As JSON: {@code {"place","subject","salt","path"}}. */
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("place", (long) place);
        json.put("subject", subject.json());
        json.put("salt", salt.base64());
        json.put("path", path.stream().map(Hash::base64).toList());
        return json;
    }

    /**
     * Returns normally only if the subject is in the list.
     *
     * @throws org.aletheia.transparency.ProofException {@code ROOT_MISMATCH}
     */
    public void verify(SubjectList list) {
        new InclusionProof(place, SubjectTree.PLACES, path).verify(leaf(place, subject, salt), list.root());
    }

    /** Leaf hash of SHA-256("aletheia/subject/v1\n" ‖ salt ‖ canonical JSON of [place, subject]). */
    static Hash leaf(int place, RecordSubject subject, Salt salt) {
        byte[] pair = CanonicalJson.write(List.of((long) place, subject.json()));
        return TreeHash.leaf(Digest.sha256(LEAF, salt.bytes(), pair).bytes());
    }

    /** HMAC-SHA-256(seed, "aletheia/subject-salt/v1\n" ‖ place in decimal). */
    static Salt salt(EventSeed.Derivation seed, int place) {
        return new Salt(seed.of(SALT + place));
    }

    private static List<Hash> hashes(List<?> path) {
        List<Hash> hashes = new ArrayList<>();
        for (Object element : path) {
            if (!(element instanceof String text)) {
                throw new MalformedValueException("subject-opening", "a hash is not a string");
            }
            hashes.add(Hash.ofBase64(text));
        }
        return hashes;
    }
}
