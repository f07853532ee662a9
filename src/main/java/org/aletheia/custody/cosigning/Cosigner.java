package org.aletheia.custody.cosigning;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.platform.time.Ticker;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.ConsistencyProof;
import org.aletheia.transparency.CosignRequest;
import org.aletheia.transparency.Cosignatures;
import org.aletheia.transparency.NoteSignature;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignedNote;
import org.aletheia.transparency.TileHashReader;
import org.aletheia.transparency.TileReader;
import org.aletheia.transparency.TreeProofs;
import org.jboss.logging.Logger;

/**
 * One institution that cosigns this log, as this replica knows it. Who failed is left alone for a time that doubles up to a
 * minute, so that one who is away does not slow every publication.
 */
final class Cosigner {
    private static final Logger LOG = Logger.getLogger(Cosigner.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final String name;
    private final List<NoteVerifierKey> keys;
    private final CosignerDoor door;
    private final InstantSource clock;
    private final Ticker ticker;
    private volatile long lastSize;
    private Duration pause = Duration.ZERO;
    private long restsSince;
    private String standing = "not asked yet";
    private int contradictions;

    /** @param clock for what cosignatures state; waits go by the ticker */
    Cosigner(String name, List<NoteVerifierKey> keys, CosignerDoor door, InstantSource clock, Ticker ticker) {
        this.name = name;
        this.keys = List.copyOf(keys);
        this.door = door;
        this.clock = clock;
        this.ticker = ticker;
    }

    String name() {
        return name;
    }

    /** Name of its keys. */
    String keyName() {
        return keys.getFirst().name();
    }

    /** How many keys it may sign with. */
    int keys() {
        return keys.size();
    }

    /** How the last request went. */
    synchronized String standing() {
        return standing;
    }

    /** Whether it is left alone for now. */
    synchronized boolean rests() {
        return !pause.isZero() && ticker.since(restsSince).compareTo(pause) < 0;
    }

    /** Its signatures that hold, one a key. */
    List<NoteSignature> valid(String noteText, Collection<NoteSignature> signatures) {
        return Cosignatures.valid(noteText, signatures, keys).values().stream()
                .map(SignedNote.Verified::signature)
                .toList();
    }

    /**
     * Asks it to cosign a checkpoint of the tree of these rows. The first proof leads from the tree that it is thought to have
     * cosigned last; where it names another size, a second one from there.
     *
     * @return its cosignatures that hold; none where it did not cosign, which its standing tells
     */
    List<NoteSignature> ask(SignedNote note, TileReader rows) {
        try {
            List<NoteSignature> cosignatures = exchange(note, rows);
            cosigned();
            return cosignatures;
        } catch (CosignerFailure e) {
            failed(e);
        } catch (InterruptedException e) {
            failed(CosignerFailure.absent("no answer in time"));
        } catch (RuntimeException e) {
            failed(CosignerFailure.absent("cannot be asked: " + e.getClass().getSimpleName()));
        }
        return List.of();
    }

    /** The last checkpoint of this log that it shows, unverified; empty also where it cannot be asked. */
    Optional<String> last(String origin) {
        try {
            CosignerDoor.Answer answer = door.last(origin);
            return answer.status() == OK ? Optional.of(answer.text()) : Optional.empty();
        } catch (CosignerFailure | RuntimeException e) {
            LOG.debugf("cosigner %s shows no checkpoint: %s", name, e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private List<NoteSignature> exchange(SignedNote note, TileReader rows)
            throws CosignerFailure, InterruptedException {
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        CosignerDoor.Answer answer = door.send(request(note, checkpoint, Math.min(lastSize, checkpoint.size()), rows));
        if (answer.status() == CONFLICT) {
            answer = door.send(request(note, checkpoint, statedSize(answer, checkpoint), rows));
        }
        if (answer.status() == UNPROCESSABLE) {
            throw CosignerFailure.contradicting("refuses the proof: it has cosigned another history of this log");
        }
        if (answer.status() != OK) {
            throw CosignerFailure.absent("answers " + answer.status());
        }
        List<NoteSignature> cosignatures = verified(note.text(), answer.body());
        lastSize = checkpoint.size();
        return cosignatures;
    }

    private static CosignRequest request(SignedNote note, Checkpoint checkpoint, long oldSize, TileReader rows) {
        ConsistencyProof proof =
                new TreeProofs(new TileHashReader(rows, checkpoint.size())).consistency(oldSize, checkpoint.size());
        return CosignRequest.of(proof, note);
    }

    private static long statedSize(CosignerDoor.Answer answer, Checkpoint checkpoint) throws CosignerFailure {
        long size;
        try {
            size = Long.parseLong(answer.text().strip());
        } catch (NumberFormatException e) {
            throw CosignerFailure.absent("answers 409 without a size");
        }
        if (size > checkpoint.size()) {
            throw CosignerFailure.contradicting(
                    "has cosigned this log at size " + size + ", which now has " + checkpoint.size());
        }
        if (size < 0) {
            throw CosignerFailure.absent("answers 409 without a size");
        }
        return size;
    }

    private List<NoteSignature> verified(String noteText, byte[] answer) throws CosignerFailure {
        Instant latest = clock.instant().plus(CLOCKS_DIFFER);
        try {
            List<NoteSignature> valid = Cosignatures.valid(noteText, Cosignatures.parse(answer), keys).values().stream()
                    .filter(verified -> verified.timestamp().orElse(0L) <= latest.getEpochSecond())
                    .map(SignedNote.Verified::signature)
                    .toList();
            if (!valid.isEmpty()) {
                return valid;
            }
        } catch (MalformedValueException e) {
            throw CosignerFailure.absent("answers what is no cosignature: " + e.reason());
        }
        throw CosignerFailure.absent("answers no cosignature that its keys verify");
    }

    private synchronized void cosigned() {
        contradictions = 0;
        went("cosigned", Logger.Level.INFO, Duration.ZERO);
    }

    /** A replica that was slower than another one is contradicted once; only a log that was set back is so again. */
    private synchronized void failed(CosignerFailure failure) {
        contradictions = failure.contradicting() ? contradictions + 1 : 0;
        Logger.Level level = contradictions > 1 ? Logger.Level.ERROR : Logger.Level.WARN;
        Duration longer = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
        went(String.valueOf(failure.getMessage()), level, longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE);
    }

    private synchronized void went(String how, Logger.Level level, Duration rest) {
        if (!how.equals(standing) || contradictions == 2) {
            LOG.logf(level, "cosigner %s: %s", name, how);
        }
        standing = how;
        pause = rest;
        restsSince = ticker.nanos();
    }
}
