package org.aletheia.verifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.ProofException;
import org.aletheia.transparency.Tile;
import org.aletheia.transparency.TileHashReader;
import org.aletheia.transparency.TileId;
import org.aletheia.transparency.TreeProofs;

/** Checks that one tree head extends another, by the few tiles that show it. Never throws for what the notes hold. */
public final class ConsistencyCheck {
    private final Trust trust;

    public ConsistencyCheck(Trust trust) {
        this.trust = trust;
    }

    /**
     * Runs all checks.
     *
     * @param one a signed checkpoint, of any age
     * @param other another
     * @throws IOException a tile could not be had; nothing is known then
     */
    public Verdict check(byte[] one, byte[] other, LogFiles files) throws IOException {
        List<Finding> findings = new ArrayList<>();
        HeadCheck heads = new HeadCheck(trust);
        Optional<Checkpoint> first =
                heads.read(Check.CHECKPOINT, Optional.of(one), findings).map(HeadCheck.Signed::head);
        Optional<Checkpoint> second =
                heads.read(Check.CHECKPOINT, Optional.of(other), findings).map(HeadCheck.Signed::head);
        if (first.isPresent() && second.isPresent()) {
            boolean inOrder = first.get().size() <= second.get().size();
            Checkpoint older = inOrder ? first.get() : second.get();
            Checkpoint newer = inOrder ? second.get() : first.get();
            findings.add(consistency(older, newer, files));
        }
        return new Verdict(
                findings,
                "proves that " + trust.origin() + " only appended between the two checkpoints; says nothing of what the"
                        + " entries commit to.",
                "proves nothing about this log.");
    }

    private static Finding consistency(Checkpoint older, Checkpoint newer, LogFiles files) throws IOException {
        try {
            new TreeProofs(new TileHashReader(id -> tile(files, id), newer.size()))
                    .consistency(older.size(), newer.size())
                    .verify(older.root(), newer.root());
            return Finding.passed(
                    Check.CONSISTENCY, newer.size() + " entries, the first " + older.size() + " as before");
        } catch (ProofException e) {
            return Finding.failed(Check.CONSISTENCY, e.getMessage() + ": keep both checkpoints and the tiles");
        } catch (MalformedValueException e) {
            return Finding.failed(Check.CONSISTENCY, e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Tile tile(LogFiles files, TileId id) {
        try {
            byte[] found = find(files, id).orElseThrow(() -> new MalformedValueException("tile-missing", id.path()));
            return Tile.parse(id, Arrays.copyOf(found, id.width() * Hash.LENGTH));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A partial tile may be gone once the full one is there, which begins with it. */
    private static Optional<byte[]> find(LogFiles files, TileId id) throws IOException {
        Optional<byte[]> own = files.find(id.path());
        Optional<byte[]> found =
                own.isEmpty() && id.partial() ? files.find(id.full().path()) : own;
        return found.filter(bytes -> bytes.length >= id.width() * Hash.LENGTH);
    }
}
