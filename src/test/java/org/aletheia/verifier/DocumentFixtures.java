package org.aletheia.verifier;

import static org.aletheia.verifier.FixtureWriter.bytes;
import static org.aletheia.verifier.FixtureWriter.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.custody.format.EventField;
import org.aletheia.custody.format.EventSeed;
import org.aletheia.custody.format.Receipt;
import org.aletheia.custody.format.SubjectTree;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.SignatureType;

/** Fixtures of receipts and histories. */
final class DocumentFixtures {
    private static final String RECEIPT = "receipt evidence.example/log ../keys.txt ./receipt.json ../file.txt";
    private static final String ITEM = "item evidence.example/log ../keys.txt ./history.json ../file.txt";

    private final FixtureWriter writer;
    private final SmallHouse house = new SmallHouse();
    private final TestLog log = house.log;
    private final Receipt right = house.receipt(log, Optional.of(SmallHouse.AFTER));
    private final byte[] history = house.history(log, house.received, house.viewed, house.listed);

    DocumentFixtures(Path all) {
        this.writer = new FixtureWriter(all);
    }

    SmallHouse house() {
        return house;
    }

    void write() throws IOException {
        List<String> keys = new ArrayList<>();
        for (NoteKeyPair pair : List.of(log.ed25519, house.promiser, log.cosigner, house.ownWitness)) {
            keys.add(pair.verifierKey().format());
        }
        writer.shared("keys.txt", String.join("\n", keys) + "\n");
        keys.add(log.mlDsa.verifierKey().format());
        writer.shared("keys-with-ml-dsa.txt", String.join("\n", keys) + "\n");
        writer.shared("file.txt", text(SmallHouse.FILE));
        writer.shared("other.txt", "what was not received\n");
        receipts();
        heads();
        promises();
        histories();
    }

    private void receipts() throws IOException {
        receipt("right-receipt", "as it was handed out", right, "");
        receipt(
                "proof-absent",
                "nothing shows that the log holds the event",
                new Receipt(right.event(), right.promise(), Optional.empty()),
                "proof");
        changed(
                "proof-unreadable",
                "the proof is of a version that is not known",
                "tlog-proof@v1",
                "tlog-proof@v2",
                "proof");
        changed("inclusion", "the proof is that of another place", "index 1", "index 3", "inclusion");
        changed(
                "inclusion-of-another-event",
                "the event was downloaded and not received, says whoever handed this on",
                "\"CE-RECEIVED\"",
                "\"CE-ACCESS-DOWNLOAD\"",
                "inclusion promise file");
        changed(
                "signature",
                "the checkpoint has another size than was signed",
                "evidence.example/log\\\\n6\\\\n",
                "evidence.example/log\\\\n7\\\\n",
                "signature signature-ed25519");
        receipt("file", "another file", right, RECEIPT.replace("../file.txt", "../other.txt"), "file");
        receipt(
                "file-withheld",
                "the field that names the file's digest is withheld",
                new Receipt(house.received.disclose(Set.of(EventField.DETAIL)), right.promise(), right.proof()),
                "file");
        receipt(
                "origin",
                "of another log than was expected",
                right,
                "receipt other.example/log ../keys.txt ./receipt.json",
                "origin signature");
    }

    private void heads() throws IOException {
        String all = RECEIPT.replace("keys.txt", "keys-with-ml-dsa.txt");
        receipt("signature-ml-dsa-44", "only one of the log's two keys has signed", right, all, "signature-ml-dsa-44");
        log.signWith(log.mlDsa);
        receipt(
                "signature-ed25519",
                "only the other of the log's two keys has signed",
                house.receipt(log, Optional.empty()),
                all,
                "signature-ed25519");
        log.signWith(log.ed25519, log.mlDsa, log.cosigner);
        receipt(
                "right-receipt-with-all-signatures",
                "both keys of the log and a cosigner have signed",
                house.receipt(log, Optional.of(SmallHouse.AFTER)),
                all,
                "");
        log.signWith(log.ed25519);
        NoteKeyPair third = NoteKeyPair.generate(TestLog.ORIGIN, SignatureType.ED25519_COSIGNATURE);
        Map<String, byte[]> material = new HashMap<>(Map.of("receipt.json", SmallHouse.json(right)));
        material.put(
                "keys.txt",
                bytes(log.ed25519.verifierKey().format() + "\n"
                        + third.verifierKey().format() + "\n"));
        writer.fixture(
                "signature-ed25519-cosignature",
                "a third key of the log was given, which has not signed",
                RECEIPT.replace("../keys.txt", "./keys.txt"),
                "signature-ed25519-cosignature",
                material);
        receipt("cosigners", "nobody has cosigned", right, RECEIPT + " --cosigners 1", "cosigners");
        log.signWith(log.ed25519, house.ownWitness);
        receipt(
                "cosigners-of-its-own",
                "nobody has cosigned but the log's own key for cosigning others",
                house.receipt(log, Optional.empty()),
                RECEIPT + " --cosigners 1",
                "cosigners");
        log.signWith(log.ed25519, log.cosigner);
        policy("right-policy", "the quorum has cosigned", "any", "");
        policy("cosigners-quorum", "one of two has cosigned, and all were asked for", "all", "cosigners");
        log.signWith(log.ed25519);
    }

    private void policy(String name, String about, String how, String fails) throws IOException {
        NoteKeyPair absent = NoteKeyPair.generate("absent.example", SignatureType.ED25519_COSIGNATURE);
        String policy = "# C2SP tlog-policy\nlog " + log.ed25519.verifierKey().format() + "\nwitness one "
                + log.cosigner.verifierKey().format() + "\nwitness two "
                + absent.verifierKey().format() + " https://absent.example\ngroup both " + how
                + " one two\nquorum both\n";
        writer.fixture(
                name,
                about,
                RECEIPT + " --policy ./policy.txt",
                fails,
                Map.of(
                        "receipt.json",
                        SmallHouse.json(house.receipt(log, Optional.empty())),
                        "policy.txt",
                        bytes(policy)));
    }

    private void promises() throws IOException {
        receipt(
                "promise",
                "the promise is of another event",
                new Receipt(right.event(), Optional.of(house.promise(house.viewed, SmallHouse.AFTER)), right.proof()),
                "promise");
        receipt(
                "promise-unreadable",
                "the promise is none",
                new Receipt(right.event(), Optional.of("no promise"), right.proof()),
                "promise");
        String whole = RECEIPT.replace("keys.txt", "keys-with-ml-dsa.txt");
        Optional<String> due = Optional.of(house.promise(house.received, SmallHouse.BEFORE));
        Map<String, byte[]> silent = published(house.fork(1, 3), log.ed25519, log.mlDsa);
        silent.put("receipt.json", SmallHouse.json(new Receipt(right.event(), due, Optional.empty())));
        writer.fixture(
                "promise-broken",
                "the whole log, signed after the promised time, does not hold the entry",
                whole + " --promise-suffices --log ./log",
                "promise-broken",
                silent);
        log.signWith(log.ed25519, log.mlDsa);
        Receipt late = new Receipt(right.event(), due, Optional.of(log.proof(house.received)));
        TestLog before = log.upTo(1);
        before.signWith(log.ed25519, log.mlDsa);
        writer.fixture(
                "promise-broken-and-kept-later",
                "the log holds the entry now, and did not when it signed this checkpoint after the promised time",
                whole + " --checkpoint ./checkpoint",
                "promise-broken",
                Map.of(
                        "receipt.json",
                        SmallHouse.json(late),
                        "checkpoint",
                        Objects.requireNonNull(before.files().get("checkpoint"))));
        log.signWith(log.ed25519);
        Map<String, byte[]> damaged = published(log, log.ed25519);
        damaged.remove("log/tile/0/000.p/6");
        damaged.put("receipt.json", SmallHouse.json(new Receipt(right.event(), right.promise(), Optional.empty())));
        writer.fixture(
                "in-log",
                "the log in which the entry was looked for lacks a tile",
                RECEIPT + " --promise-suffices --log ./log",
                "in-log missing",
                damaged);
    }

    private void histories() throws IOException {
        history("right-history", "as it was handed out", history, ITEM, "");
        item(
                "numbering",
                "an event was cut out",
                house.history(log, house.received, house.viewed),
                "\"number\":2",
                "\"number\":3",
                "numbering");
        item(
                "log-order",
                "two events changed their numbers",
                house.history(log, house.viewed, house.received),
                "",
                "",
                "log-order");
        TestLog fork = house.fork(5, 1);
        fork.signWith(log.ed25519);
        history(
                "one-tree",
                "the log has signed two histories of one size, and shows one with each event",
                joined(house.history(log, house.received), house.history(fork, house.viewed)),
                ITEM,
                "one-tree");
        item(
                "subject",
                "the second event is about another item",
                house.history(log, house.received, house.ofOther),
                "",
                "",
                "subject");
        ItemHistory told = ItemHistory.parse(history);
        List<ItemHistory.Entry> entries = new ArrayList<>(told.entries());
        ItemHistory.Entry last = entries.removeLast();
        entries.add(new ItemHistory.Entry(
                last.number(),
                last.event(),
                Optional.of(new SubjectTree(EventSeed.random(), List.of(house.item)).open(0)),
                last.proof()));
        history(
                "subject-opening",
                "what shows the item in a list is of another list",
                json(new ItemHistory(entries)),
                ITEM,
                "subject");
        history("file-of-a-history", "another file", history, ITEM.replace("file.txt", "other.txt"), "file");
        Map<String, byte[]> less = new HashMap<>(Map.of("history.json", house.history(log, house.received)));
        less.put("earlier.json", history);
        writer.fixture(
                "earlier-history",
                "two events that were told before are not told any more",
                ITEM + " --earlier ./earlier.json",
                "earlier-history",
                less);
        Map<String, byte[]> invented = new HashMap<>(Map.of("history.json", history));
        invented.put("earlier.json", bytes(text(history).replaceFirst("CE-ACCESS-VIEW", "CE-ACCESS-DENIED")));
        writer.fixture(
                "earlier-unverified",
                "the earlier history was never told by this log",
                ITEM + " --earlier ./earlier.json",
                "earlier-unverified",
                invented);
        invented = new HashMap<>(Map.of("history.json", history));
        invented.put("earlier.json", TestLog.history(List.of()));
        writer.fixture(
                "earlier-unverified-empty",
                "the earlier history tells nothing",
                ITEM + " --earlier ./earlier.json",
                "earlier-unverified",
                invented);
        Map<String, byte[]> forked = published(house.fork(2, 5), log.ed25519);
        forked.put("history.json", history);
        writer.fixture(
                "consistency-of-a-history",
                "the log does not extend the trees of the proofs: it has forked",
                ITEM + " --log ./log",
                "consistency",
                forked);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ItemHistory.Entry one = ItemHistory.parse(first).entries().getFirst();
        ItemHistory.Entry two = ItemHistory.parse(second).entries().getFirst();
        return json(new ItemHistory(List.of(one, new ItemHistory.Entry(2, two.event(), two.opening(), two.proof()))));
    }

    private static byte[] json(ItemHistory history) {
        return CanonicalJson.write(history.json());
    }

    private static Map<String, byte[]> published(TestLog of, NoteKeyPair... keys) {
        of.signWith(keys);
        return SmallHouse.published(of);
    }

    private void item(String name, String about, byte[] document, String from, String to, String fails)
            throws IOException {
        history(name, about, bytes(text(document).replace(from, to)), ITEM, fails);
    }

    private void history(String name, String about, byte[] document, String command, String fails) throws IOException {
        writer.fixture(name, about, command, fails, Map.of("history.json", document));
    }

    private void changed(String name, String about, String from, String to, String fails) throws IOException {
        String text = text(SmallHouse.json(right));
        String wrong = text.replaceFirst(from, to);
        if (wrong.equals(text)) {
            throw new IllegalStateException(name + " changes nothing");
        }
        writer.fixture(name, about, RECEIPT, fails, Map.of("receipt.json", bytes(wrong)));
    }

    private void receipt(String name, String about, Receipt receipt, String fails) throws IOException {
        receipt(name, about, receipt, RECEIPT, fails);
    }

    private void receipt(String name, String about, Receipt receipt, String command, String fails) throws IOException {
        writer.fixture(name, about, command, fails, Map.of("receipt.json", SmallHouse.json(receipt)));
    }
}
