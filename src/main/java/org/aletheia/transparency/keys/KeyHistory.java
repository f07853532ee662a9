package org.aletheia.transparency.keys;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.NoteException;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignatureType;
import org.aletheia.transparency.SignedNote;
import org.aletheia.transparency.TreeHash;
import org.aletheia.transparency.TreeHead;

/**
 * All lists of keys that a log has made, from the first, each signed by all keys that it makes active, and by all that were
 * active before and that it does not revoke. A value of this type is right in itself: each list follows on the one before and
 * is signed as it must be. Whether it is the log's own is for {@link #vouchedBy} to say.
 */
public final class KeyHistory {
    private static final Pattern START = Pattern.compile("(?md)^" + Pattern.quote(KeyList.FORMAT) + "$");

    private final List<SignedKeyList> lists;

    /**
     * Takes lists that follow on each other.
     *
     * @throws MalformedValueException {@code key-list-…}: the first rule that is broken, and of which list
     */
    public KeyHistory(List<SignedKeyList> lists) {
        this.lists = List.copyOf(lists);
        KeyList.require(!lists.isEmpty(), "none", "a log has at least one list of keys");
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < lists.size(); i++) {
            KeyList list = lists.get(i).list();
            KeyList.require(list.number() == i + 1, "number", "list " + list.number() + " at place " + (i + 1));
            if (i > 0) {
                follow(lists.get(i - 1).list(), list);
            }
            leaves.add(TreeHash.leaf(list.text().getBytes(StandardCharsets.UTF_8)));
            check(i, TreeHash.root(leaves));
        }
    }

    /**
     * Parses lists with their heads, one behind the other, as {@link #format} gives them.
     *
     * @throws MalformedValueException as the constructor, or that of the part that cannot be read
     */
    public static KeyHistory parse(String text) {
        List<Integer> starts = new ArrayList<>();
        Matcher matcher = START.matcher(text);
        while (matcher.find()) {
            starts.add(matcher.start());
        }
        KeyList.require(!starts.isEmpty() && starts.getFirst() == 0, "form", "expected " + KeyList.FORMAT);
        starts.add(text.length());
        List<SignedKeyList> lists = new ArrayList<>();
        for (int i = 0; i + 1 < starts.size(); i++) {
            lists.add(SignedKeyList.parse(text.substring(starts.get(i), starts.get(i + 1))));
        }
        return new KeyHistory(lists);
    }

    /** All lists with their heads, one behind the other. */
    public String format() {
        return lists.stream().map(SignedKeyList::format).collect(Collectors.joining());
    }

    /** The lists, the first one first. */
    public List<SignedKeyList> lists() {
        return lists;
    }

    /** How many there are. */
    public int size() {
        return lists.size();
    }

    /** What the log says of its keys now. */
    public KeyList newest() {
        return lists.getLast().list();
    }

    /** This history with one list more. @throws MalformedValueException where it does not follow */
    public KeyHistory with(SignedKeyList next) {
        List<SignedKeyList> longer = new ArrayList<>(lists);
        longer.add(next);
        return new KeyHistory(longer);
    }

    /** The checkpoint text that is to be signed by {@link #signersOf} for a list that follows on this history. */
    public String headOf(KeyList next) {
        return head(Stream.concat(lists.stream().map(SignedKeyList::list), Stream.of(next))
                .toList());
    }

    /** The checkpoint text for the first list of a log. */
    public static String headOfFirst(KeyList first) {
        return head(List.of(first));
    }

    /** The keys that must sign the head of a list: what it makes active, and what it finds active and does not revoke. */
    public static Set<NoteVerifierKey> signersOf(Optional<KeyList> before, KeyList list) {
        Set<NoteVerifierKey> signers = new LinkedHashSet<>();
        before.ifPresent(previous -> previous.active().stream()
                .filter(key -> list.of(key).stream().noneMatch(now -> now.standing() == KeyStanding.REVOKED))
                .forEach(signers::add));
        signers.addAll(list.active());
        return signers;
    }

    /**
     * How many of the lists are to be believed by somebody who believes these keys: up to the last one that they, or keys that
     * a list vouched for so has named, have signed. With every kind of key for checkpoints that there is among them, since a
     * kind is there against whoever breaks the other.
     *
     * @param given keys of the log that were got by another way; those for other purposes are ignored
     * @return 0 to {@link #size()}
     */
    public int vouchedBy(Collection<NoteVerifierKey> given) {
        Set<NoteVerifierKey> anchors =
                given.stream().filter(this::signsCheckpoints).collect(Collectors.toSet());
        int vouched = 0;
        for (int i = 0; i < lists.size(); i++) {
            Set<NoteVerifierKey> signers = signers(i);
            boolean continued =
                    vouched == i && i > 0 && coversKinds(lists.get(i - 1).list().active(), signers);
            if (continued || coversKinds(anchors, signers)) {
                vouched = i + 1;
            }
        }
        return vouched;
    }

    /** The first so many lists. @throws MalformedValueException for none */
    public KeyHistory upTo(int number) {
        return new KeyHistory(lists.subList(0, number));
    }

    private boolean signsCheckpoints(NoteVerifierKey key) {
        return key.name().equals(newest().origin());
    }

    /** Whether of each kind among the believed keys for checkpoints one has signed. */
    private boolean coversKinds(Collection<NoteVerifierKey> believed, Set<NoteVerifierKey> signers) {
        Set<SignatureType> wanted = kinds(believed);
        Set<NoteVerifierKey> signed = new HashSet<>(believed);
        signed.retainAll(signers);
        return !wanted.isEmpty() && kinds(signed).equals(wanted);
    }

    private Set<SignatureType> kinds(Collection<NoteVerifierKey> keys) {
        return keys.stream()
                .filter(this::signsCheckpoints)
                .map(NoteVerifierKey::type)
                .collect(Collectors.toSet());
    }

    private Set<NoteVerifierKey> signers(int index) {
        return signersOf(
                index == 0 ? Optional.empty() : Optional.of(lists.get(index - 1).list()),
                lists.get(index).list());
    }

    private void check(int index, Hash root) {
        SignedKeyList signed = lists.get(index);
        String expected = head(signed.list().origin(), index + 1, root);
        KeyList.require(
                signed.head().text().equals(expected),
                "head",
                "the head is not that of the first " + (index + 1) + " lists");
        Set<NoteVerifierKey> missing = new LinkedHashSet<>(signers(index));
        verified(signed.head(), missing).forEach(missing::remove);
        KeyList.require(
                missing.isEmpty(),
                "signature",
                "list " + (index + 1) + " is not signed by "
                        + missing.stream().map(NoteVerifierKey::label).collect(Collectors.joining(", ")));
    }

    private static List<NoteVerifierKey> verified(SignedNote head, Set<NoteVerifierKey> keys) {
        try {
            return head.open(keys).stream().map(SignedNote.Verified::key).toList();
        } catch (NoteException e) {
            throw new MalformedValueException("key-list-signature", String.valueOf(e.getMessage()));
        }
    }

    private static void follow(KeyList before, KeyList list) {
        KeyList.require(list.origin().equals(before.origin()), "origin", "the lists are of different logs");
        KeyList.require(!list.madeAt().isBefore(before.madeAt()), "time", "a list is older than the one before");
        for (ListedKey known : before.keys()) {
            ListedKey now = list.of(known.key())
                    .orElseThrow(() -> new MalformedValueException(
                            "key-list-forgotten",
                            "list " + list.number() + " lacks " + known.key().label()));
            KeyList.require(
                    now.mayFollow(known),
                    "standing",
                    "list " + list.number() + " takes back what was said of "
                            + known.key().label());
        }
        KeyList.require(
                list.keys().stream()
                        .allMatch(key -> key.isActive() || before.of(key.key()).isPresent()),
                "standing",
                "list " + list.number() + " begins a key that is not active");
    }

    private static String head(List<KeyList> lists) {
        List<Hash> leaves = lists.stream()
                .map(list -> TreeHash.leaf(list.text().getBytes(StandardCharsets.UTF_8)))
                .toList();
        return head(lists.getFirst().origin(), lists.size(), TreeHash.root(leaves));
    }

    private static String head(String origin, int size, Hash root) {
        return Checkpoint.of(SignedKeyList.logOrigin(origin), new TreeHead(size, root))
                .format();
    }
}
