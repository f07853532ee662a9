package org.aletheia.evidence.rest;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies content to the caller and closes it, whoever ends first. */
record ContentBody(InputStream bytes) implements StreamingOutput {
    @Override
    public void write(OutputStream out) throws IOException {
        try (InputStream in = bytes) {
            in.transferTo(out);
        }
    }
}
