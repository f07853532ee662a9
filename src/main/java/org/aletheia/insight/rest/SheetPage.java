package org.aletheia.insight.rest;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.insight.Disposed;
import org.aletheia.insight.sheet.ItemSheet;
import org.aletheia.insight.sheet.SheetRow;
import org.aletheia.insight.sheet.SheetTable;
import org.aletheia.platform.http.AnswerTexts;

/** An item sheet on paper: for each item its table and the draft declaration of the records custodian. Has no script. */
@ApplicationScoped
class SheetPage {
    private static final String RIGHT_TO_LEFT = "ar";

    private final Template template;
    private final AnswerTexts texts = AnswerTexts.load("sheet");

    SheetPage(@Location("sheet.html") Template template) {
        this.template = template;
    }

    /** A line of the table of an item. */
    record Cell(String label, String value) {}

    /** An item. @param declaration empty of one that is gone */
    record Item(String heading, List<Cell> cells, List<String> declaration) {}

    /** The page in one of the six languages. */
    String render(ItemSheet sheet, String language) {
        String missing = sheet.notRecorded().stream()
                .map(name -> texts.text(language, "missing-" + name))
                .collect(Collectors.joining(", "));
        return template.data("language", language)
                .data("direction", language.equals(RIGHT_TO_LEFT) ? "rtl" : "ltr")
                .data("title", texts.text(language, "title"))
                .data("note", texts.text(language, "note"))
                .data("missing", texts.text(language, "missing").replace("{names}", missing))
                .data("declaration", texts.text(language, "declaration"))
                .data("draft", texts.text(language, "declaration-draft"))
                .data("sign", texts.text(language, "declaration-sign"))
                .data(
                        "items",
                        Stream.concat(
                                        sheet.items().stream().map(row -> item(row, language)),
                                        sheet.disposed().stream().map(went -> item(went, language)))
                                .toList())
                .render();
    }

    private Item item(SheetRow row, String language) {
        return new Item(
                Objects.requireNonNullElse(row.number(), row.item().toString()),
                cells(SheetTable.cells(row), language),
                row.declaration());
    }

    private Item item(Disposed went, String language) {
        Map<String, String> known = SheetTable.cells(went);
        known.values().removeIf(String::isEmpty);
        return new Item(texts.text(language, "disposed") + ": " + went.id(), cells(known, language), List.of());
    }

    private List<Cell> cells(Map<String, String> cells, String language) {
        return cells.entrySet().stream()
                .map(cell -> new Cell(texts.text(language, "column-" + cell.getKey()), cell.getValue()))
                .toList();
    }
}
