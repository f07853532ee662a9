package org.aletheia.transparency;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aletheia.kernel.MalformedValueException;
import org.jspecify.annotations.Nullable;

/** Reads one policy file, line by line: a line may only speak of what stands above it. */
final class TlogPolicyParser {
    private static final int MAX_LENGTH = 1 << 18;
    private static final int MAX_NAMES = 256;
    private static final String NONE = "none";

    private final List<NoteVerifierKey> logs = new ArrayList<>();
    private final Map<String, TlogPolicy.Quorum> defined = new HashMap<>();
    private final Set<String> members = new HashSet<>();
    private final Set<String> logKeys = new HashSet<>();
    private final Set<String> witnessKeys = new HashSet<>();
    private TlogPolicy.@Nullable Quorum quorum;

    private TlogPolicyParser() {}

    static TlogPolicy parse(byte[] file) {
        if (file.length > MAX_LENGTH) {
            throw new MalformedValueException("policy-length", "longer than " + MAX_LENGTH + " bytes");
        }
        String text = new String(file, StandardCharsets.ISO_8859_1); // a character is a byte
        if (text.chars().anyMatch(c -> (c < ' ' && c != '\t' && c != '\n') || c == 0x7F)) {
            throw new MalformedValueException("policy-characters", "a control character");
        }
        if (!text.endsWith("\n")) {
            throw new MalformedValueException("policy-form", "the last line does not end in a newline");
        }
        TlogPolicyParser parser = new TlogPolicyParser();
        for (String line : text.split("\n", -1)) {
            parser.line(List.of(line.replaceAll("^[ \t]+", "").split("[ \t]+")));
        }
        if (parser.quorum == null) {
            throw new MalformedValueException("policy-quorum", "no quorum line");
        }
        return new TlogPolicy(parser.logs, parser.quorum);
    }

    private void line(List<String> words) {
        String kind = words.isEmpty() ? "" : words.getFirst();
        if (kind.isEmpty() || kind.startsWith("#")) {
            return;
        }
        switch (kind) {
            case "log" -> log(words);
            case "witness" -> witness(words);
            case "group" -> group(words);
            case "quorum" -> quorum(words);
            default ->
                throw new MalformedValueException("policy-form", "a line is none of log, witness, group, quorum");
        }
    }

    private void log(List<String> words) {
        require(words, 2, 3);
        NoteVerifierKey key = key(words.get(1), logKeys);
        if (key.type() == SignatureType.ED25519_COSIGNATURE) {
            throw new MalformedValueException("policy-key", "a log does not sign with a key of " + key.type());
        }
        if (logs.size() == MAX_NAMES) {
            throw new MalformedValueException("policy-length", "more than " + MAX_NAMES + " logs");
        }
        logs.add(key);
    }

    private void witness(List<String> words) {
        require(words, 3, 4);
        NoteVerifierKey key = key(words.get(2), witnessKeys);
        if (!key.type().timestamped()) {
            throw new MalformedValueException("policy-key", "a witness does not sign with a key of " + key.type());
        }
        define(words.get(1), new TlogPolicy.Witness(words.get(1), key));
    }

    private void group(List<String> words) {
        require(words, 4, MAX_NAMES + 3);
        List<TlogPolicy.Quorum> named = new ArrayList<>();
        for (String name : words.subList(3, words.size())) {
            named.add(named(name));
            if (!members.add(name)) {
                throw new MalformedValueException("policy-group", "twice a member: " + name);
            }
        }
        int needed =
                switch (words.get(2)) {
                    case "any" -> 1;
                    case "all" -> named.size();
                    default -> (int) Math.min(DecimalText.parse("policy-threshold", words.get(2)), MAX_NAMES + 1);
                };
        define(words.get(1), new TlogPolicy.Group(words.get(1), needed, named));
    }

    private void quorum(List<String> words) {
        require(words, 2, 2);
        if (quorum != null) {
            throw new MalformedValueException("policy-quorum", "a second quorum line");
        }
        quorum = words.get(1).equals(NONE) ? new TlogPolicy.Group(NONE, 0, List.of()) : named(words.get(1));
    }

    private TlogPolicy.Quorum named(String name) {
        TlogPolicy.Quorum found = defined.get(name);
        if (found == null) {
            throw new MalformedValueException("policy-name", "not defined above: " + name);
        }
        return found;
    }

    private void define(String name, TlogPolicy.Quorum meaning) {
        if (name.equals(NONE) || defined.size() == 2 * MAX_NAMES || defined.putIfAbsent(name, meaning) != null) {
            throw new MalformedValueException("policy-name", "defined already, or too many: " + name);
        }
    }

    /** One public key under two names would count twice. */
    private static NoteVerifierKey key(String vkey, Set<String> known) {
        NoteVerifierKey key = NoteVerifierKey.parse(NoteText.decode(vkey.getBytes(StandardCharsets.ISO_8859_1)));
        if (!known.add(Arrays.toString(key.publicKey()))) {
            throw new MalformedValueException("policy-key", "a key stands twice: " + key.label());
        }
        return key;
    }

    private static void require(List<String> words, int least, int most) {
        if (words.size() < least || words.size() > most) {
            throw new MalformedValueException("policy-form", "a " + words.getFirst() + " line has other words");
        }
    }
}
