package org.aletheia.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.aletheia.evidence.content.ContentStore;
import org.aletheia.evidence.content.ContentTamperedException;
import org.aletheia.platform.keys.BrokenSealException;
import org.aletheia.platform.keys.KeyDestroyedException;
import org.aletheia.platform.keys.KeyMissingException;
import org.jboss.logging.Logger;

/** Reads the beginning of plain text files, in memory only. */
@ApplicationScoped
public class PlainText {
    private static final Logger LOG = Logger.getLogger(PlainText.class);

    private final ContentStore contents;
    private final long limit;

    PlainText(ContentStore contents, EvidenceConfig config) {
        this.contents = contents;
        this.limit = config.indexedText().asLongValue();
    }

    /**
     * The text of a {@code text/*} file, as much as is indexed; empty for other files, for what is not text after all, and
     * where the content is gone for good or does not open. Makes network calls.
     */
    public Optional<String> of(ReceivedFile file) {
        if (!file.mediaType().toLowerCase(Locale.ROOT).startsWith("text/")) {
            return Optional.empty();
        }
        long length = Math.min(limit, file.content().length());
        try (InputStream bytes = contents.open(file.content(), 0, length)) {
            return TextBytes.decode(bytes.readAllBytes(), file.mediaType());
        } catch (KeyDestroyedException e) {
            return Optional.empty();
        } catch (ContentTamperedException e) {
            LOG.errorf(
                    "stored content %s is not what was stored: %s",
                    file.content().objectId(), e.finding());
            return Optional.empty();
        } catch (BrokenSealException | KeyMissingException e) {
            // One item's key must not keep every later change from search. Other reads of it fail and are told.
            LOG.errorf(
                    "stored content %s does not open with its key: %s",
                    file.content().objectId(), e.getClass().getSimpleName());
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether {@link #of} reads the file to its end. */
    public boolean isWhole(ReceivedFile file) {
        return file.content().length() <= limit;
    }
}
