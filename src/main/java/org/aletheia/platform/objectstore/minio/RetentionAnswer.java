package org.aletheia.platform.objectstore.minio;

import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The answer of GetObjectRetention. Read here since Ceph gives the time in nanoseconds, which the MinIO client's own
 * reader refuses.
 *
 * @param until null where the store names no time
 */
record RetentionAnswer(String mode, @Nullable Instant until) {
    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /** @throws XMLStreamException where it is no such answer */
    static RetentionAnswer parse(InputStream body) throws XMLStreamException {
        XMLStreamReader reader = XML.createXMLStreamReader(body);
        String mode = "";
        Instant until = null;
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "Mode" -> mode = reader.getElementText().strip();
                    case "RetainUntilDate" -> until = time(reader);
                    default -> {
                        // an element around these two, or one that a later version of the protocol adds
                    }
                }
            }
        }
        return new RetentionAnswer(mode, until);
    }

    /** Whether nobody can end it early. */
    boolean compliance() {
        return mode.equals("COMPLIANCE");
    }

    private static Instant time(XMLStreamReader reader) throws XMLStreamException {
        try {
            return Instant.parse(reader.getElementText().strip());
        } catch (DateTimeException e) {
            throw new XMLStreamException("not a time", reader.getLocation(), e);
        }
    }
}
