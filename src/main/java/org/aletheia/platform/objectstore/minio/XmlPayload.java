package org.aletheia.platform.objectstore.minio;

import io.minio.Xml;
import io.minio.errors.XmlParserException;
import java.nio.charset.StandardCharsets;
import org.aletheia.platform.objectstore.Payload;

/** A request body in XML. */
final class XmlPayload {
    private XmlPayload() {}

    static Payload of(Object message) {
        try {
            return Payload.of(Xml.marshal(message).getBytes(StandardCharsets.UTF_8));
        } catch (XmlParserException e) {
            throw new IllegalStateException("an S3 message that cannot be written", e);
        }
    }
}
