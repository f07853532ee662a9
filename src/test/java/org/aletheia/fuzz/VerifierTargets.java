package org.aletheia.fuzz;

import static org.aletheia.fuzz.FuzzTarget.same;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.custody.format.EventTypeRegistry;
import org.aletheia.custody.format.Receipt;
import org.aletheia.transparency.CosignDecision;
import org.aletheia.transparency.CosignRequest;
import org.aletheia.transparency.CosignRules;
import org.aletheia.transparency.Cosignatures;
import org.aletheia.transparency.NoteSignature;
import org.aletheia.verifier.ItemCheck;
import org.aletheia.verifier.ItemHistory;
import org.aletheia.verifier.LogCheck;
import org.aletheia.verifier.LogFiles;
import org.aletheia.verifier.ReceiptCheck;
import org.aletheia.verifier.Trust;

/** Parsers together with what judges what they have read: it never breaks, and passes nothing but what was signed. */
final class VerifierTargets {
    private static final Trust TRUST = new Trust(
                    LogSeeds.ORIGIN, List.of(LogSeeds.ED25519.verifierKey(), Seeds.PROMISES.verifierKey()), 0)
            .timestampedUnder(TimestampSeeds.ROOTS, false);

    private static final ReceiptCheck RECEIPTS = new ReceiptCheck(TRUST, EventTypeRegistry.builtIn(), false);
    private static final ItemCheck ITEMS = new ItemCheck(TRUST, EventTypeRegistry.builtIn());
    private static final Pattern TOKEN = Pattern.compile("timestamps/(\\d+)/([a-z0-9-]+)\\.tst");
    private static final CosignRules RULES =
            new CosignRules(Map.of(LogSeeds.ORIGIN, List.of(LogSeeds.ED25519.verifierKey())));

    private VerifierTargets() {}

    static void receipt(byte[] bytes) {
        Receipt receipt = Receipt.parse(bytes);
        same(receipt, Receipt.parse(CanonicalJson.write(receipt.json())));
        try {
            if (RECEIPTS.check(receipt, Optional.empty(), Optional.empty()).passed()) {
                same(LogSeeds.SEALED.entry(), receipt.event().entry());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void history(byte[] bytes) {
        ItemHistory history = ItemHistory.parse(bytes);
        if (ITEMS.check(history, Optional.empty()).passed()) {
            history.entries()
                    .forEach(
                            entry -> same(LogSeeds.SEALED.entry(), entry.event().entry()));
        }
    }

    /** Each token that is asked for stands in the list, on a line of its own. */
    static void timestampsLatest(byte[] bytes) {
        List<String> asked = new ArrayList<>();
        LogFiles files = path -> {
            asked.add(path);
            return path.equals("timestamps/latest") ? Optional.of(bytes) : Optional.empty();
        };
        try {
            same(false, new LogCheck(TRUST).check(files, Optional.empty()).passed());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String lines = "\n" + FuzzTarget.text(bytes);
        for (String path : asked) {
            Matcher token = TOKEN.matcher(path);
            if (token.matches()) {
                same(true, lines.contains("\n" + token.group(1) + " " + token.group(2) + "\n"));
            }
        }
    }

    /** The log's one key has signed one checkpoint that extends the last one: that alone is cosigned. */
    static void cosignRequest(byte[] bytes) {
        CosignRequest request = CosignRequest.parse(bytes);
        same(FuzzTarget.text(bytes), request.format());
        CosignDecision decision =
                RULES.decide(request, origin -> Optional.of(LogSeeds.signed(LogSeeds.head(LogSeeds.EARLIER))));
        if (decision instanceof CosignDecision.Extends extended) {
            same(LogSeeds.SIGNED, extended.note());
        }
    }

    static void cosignatures(byte[] bytes) {
        List<NoteSignature> signatures = Cosignatures.parse(bytes);
        StringBuilder text = new StringBuilder();
        signatures.forEach(signature -> text.append(signature.format()));
        same(FuzzTarget.text(bytes), text.toString());
        Cosignatures.valid(LogSeeds.HEAD.format(), signatures, List.of(Seeds.COSIGNER.verifierKey()))
                .values()
                .forEach(
                        verified -> same(Optional.of(LogSeeds.CLOCK.instant().getEpochSecond()), verified.timestamp()));
    }
}
