package org.aletheia.local.demo.samples;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A one-page PDF 1.4 (ISO 32000-1 §7.5), written object by object: header, body, cross-reference table, trailer. */
public final class Document {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Integer> offsets = new ArrayList<>();

    private Document() {}

    /** A page that holds the lines one below the other; ASCII without parentheses. */
    public static SampleFile of(String name, List<String> lines) {
        return new SampleFile(name, "application/pdf", "en", new Document().render(lines));
    }

    private byte[] render(List<String> lines) {
        write("%PDF-1.4\n");
        object("<< /Type /Catalog /Pages 2 0 R >>");
        object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                + " /Resources << /Font << /F1 5 0 R >> >> >>");
        String page = pageOf(lines);
        object("<< /Length " + page.length() + " >>\nstream\n" + page + "\nendstream");
        object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        crossReferences();
        return out.toByteArray();
    }

    private static String pageOf(List<String> lines) {
        var page = new StringBuilder("BT /F1 12 Tf 72 770 Td 18 TL");
        lines.forEach(line -> page.append(" (").append(line).append(") Tj T*"));
        return page.append(" ET").toString();
    }

    private void object(String body) {
        offsets.add(out.size());
        write(offsets.size() + " 0 obj\n" + body + "\nendobj\n");
    }

    private void crossReferences() {
        int start = out.size();
        write("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
        offsets.forEach(offset -> write("%010d 00000 n \n".formatted(offset)));
        write("trailer\n<< /Size " + (offsets.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n");
    }

    private void write(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
