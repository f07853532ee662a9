package org.aletheia.evidence.content;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.aletheia.platform.http.SafeTrace;
import org.apache.tika.Tika;
import org.apache.tika.detect.Detector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the first bytes that pass, and says what they are: by their signature, and of XML by the name of its root. Nothing is
 * told of the name or the stated type, which would be believed; nothing is parsed beyond that, and the bytes pass as they are.
 */
public final class SniffedStream extends FilterInputStream {
    private static final Logger LOG = Logger.getLogger(SniffedStream.class);
    private static final int AHEAD = 64 << 10;
    private static final int LITTLE = 4 << 10;

    private final Detector detector;
    private byte[] first = new byte[LITTLE];
    private int kept;

    public SniffedStream(InputStream bytes) {
        this(bytes, Known.TYPES);
    }

    SniffedStream(InputStream bytes, Detector detector) {
        super(bytes);
        this.detector = detector;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            keep(new byte[] {(byte) next}, 0, 1);
        }
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        keep(buffer, offset, read);
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /**
     * What came so far begins like; to be asked when all, or more than is needed to tell, has come.
     *
     * @return null where the detector fails: what came is taken all the same, as if nobody had looked
     */
    public @Nullable DetectedType type() {
        try (InputStream beginning = new ByteArrayInputStream(first, 0, kept)) {
            String found =
                    detector.detect(beginning, new Metadata()).getBaseType().toString();
            return new DetectedType(found, Tika.getString());
        } catch (IOException | RuntimeException e) {
            LOG.warnf("the first bytes of a file could not be told: %s", SafeTrace.of(e));
            return null;
        }
    }

    private void keep(byte[] buffer, int offset, int read) {
        int more = Math.min(read, AHEAD - kept);
        if (more <= 0) {
            return;
        }
        if (kept + more > first.length) {
            first = Arrays.copyOf(first, Math.min(AHEAD, Math.max(kept + more, first.length * 4)));
        }
        System.arraycopy(buffer, offset, first, kept, more);
        kept += more;
    }

    /** Read from the detector's own list when the first file comes. */
    private static final class Known {
        static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
    }
}
