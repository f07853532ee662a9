package org.aletheia.insight.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aletheia.insight.Disposed;

/** A sheet as files for other programs; the names of columns never change and are in no language. */
public final class SheetFiles {
    private SheetFiles() {}

    /** CSV with a header. */
    public static String csv(ItemSheet sheet) {
        StringBuilder csv = new StringBuilder(Csv.line(SheetTable.COLUMNS));
        sheet.items()
                .forEach(row ->
                        csv.append(Csv.line(List.copyOf(SheetTable.cells(row).values()))));
        sheet.disposed()
                .forEach(went ->
                        csv.append(Csv.line(List.copyOf(SheetTable.cells(went).values()))));
        return csv.toString();
    }

    /**
     * A load file: an item is one document, named by its registration number, or its id where it has none; NATIVELINK is where
     * its bytes are had on this server. An item that is gone has neither custodian nor link.
     */
    public static String loadFile(ItemSheet sheet) {
        List<String> header = new ArrayList<>(List.of("BEGDOC", "ENDDOC", "CUSTODIAN", "SHA256", "NATIVELINK"));
        SheetTable.COLUMNS.forEach(column -> header.add(column.toUpperCase(java.util.Locale.ROOT)));
        StringBuilder file = new StringBuilder(LoadFile.line(header));
        sheet.items().forEach(row -> file.append(LoadFile.line(document(row))));
        sheet.disposed().forEach(went -> file.append(LoadFile.line(document(went))));
        return file.toString();
    }

    private static List<String> document(Disposed went) {
        String id = went.id().toString();
        String hex = went.digest().substring(went.digest().indexOf(':') + 1);
        List<String> fields = new ArrayList<>(List.of(id, id, "", hex, ""));
        fields.addAll(SheetTable.cells(went).values());
        return fields;
    }

    private static List<String> document(SheetRow row) {
        String name = Objects.requireNonNullElse(row.number(), row.item().toString());
        Map<String, String> digests = row.digests();
        List<String> fields = new ArrayList<>(List.of(
                name,
                name,
                row.organisation().toString(),
                digests.getOrDefault("sha-256", ""),
                "/api/v1/items/" + row.item() + "/content"));
        fields.addAll(SheetTable.cells(row).values());
        return fields;
    }
}
