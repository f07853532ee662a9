package org.aletheia.evidence.anonymous;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.aletheia.evidence.content.SniffedStream;
import org.aletheia.evidence.content.StoredContent;
import org.aletheia.evidence.metadata.MediaTypes;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.BoundedStream;
import org.aletheia.platform.keys.UnitKey;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is handing in, as it arrives. Closed without having been kept, it leaves nothing. For one thread; not for use
 * inside a transaction.
 */
public final class Arrival implements AutoCloseable {
    /** What a form has around its files, at most. */
    private static final int AROUND = 1 << 20;

    private static final String TEXT = "text/plain; charset=utf-8";

    private final AnonymousIntake intake;
    private final AnonymousContents contents;
    private final int mostFiles;
    private final UUID receiver;
    private final UnitKey key;
    private final UUID id;
    private final Clock clock;
    private final Instant until;
    private final List<AnonymousFile> files = new ArrayList<>();
    private int offered;
    private long room;
    private boolean kept;

    Arrival(
            AnonymousIntake intake,
            AnonymousContents contents,
            AnonymousDoorConfig config,
            UUID receiver,
            UUID id,
            UnitKey key,
            Clock clock) {
        this.intake = intake;
        this.contents = contents;
        this.mostFiles = config.mostFiles();
        this.room = config.mostAtOnce().asLongValue();
        this.receiver = receiver;
        this.id = id;
        this.key = key;
        this.clock = clock;
        this.until = clock.instant().plus(config.longestArrival());
    }

    /** The deposit to be. */
    public UUID id() {
        return id;
    }

    /** The whole of what is sent, given up where it takes too long or goes on beyond what can be taken. */
    public InputStream whole(InputStream body) {
        return new BoundedStream(new TimelyStream(body, clock, until), room + AROUND);
    }

    /** Takes what was typed. */
    public void text(String text) throws IOException {
        take(true, null, TEXT, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Takes one file; an empty one is left out, and counts as one.
     *
     * @throws IOException when the bytes stop coming
     * @throws org.aletheia.platform.http.ProblemException {@code payload-too-large} where it is one file or byte too much
     */
    public void file(@Nullable String name, @Nullable String mediaType, InputStream bytes) throws IOException {
        String type = MediaTypes.stated(mediaType);
        take(false, AnonymousNames.said(name), type == null ? "application/octet-stream" : type, bytes);
    }

    private void take(boolean typed, @Nullable String name, String mediaType, InputStream bytes) throws IOException {
        if (!typed && ++offered > mostFiles) {
            throw BoundedStream.tooLarge(mostFiles);
        }
        PushbackInputStream peeked = new PushbackInputStream(bytes);
        int first = peeked.read();
        if (first < 0) {
            return;
        }
        peeked.unread(first);
        SniffedStream sniffed = new SniffedStream(new BoundedStream(peeked, room));
        StoredContent stored = contents.store(sniffed, key);
        room -= stored.length();
        int position = files.size() + 1;
        files.add(new AnonymousFile(Ids.random(), id, position, typed, name, mediaType, sniffed.type(), stored, null));
    }

    /** Whether nothing has come. */
    public boolean isEmpty() {
        return files.isEmpty();
    }

    /** Keeps all of it: from here on the organisation sees it, until it expires. */
    public void keep() {
        intake.keep(id, receiver, key, files);
        kept = true;
    }

    @Override
    public void close() {
        try {
            if (!kept) {
                contents.discard(files.stream().map(AnonymousFile::content).toList());
            }
        } finally {
            intake.left();
        }
    }
}
