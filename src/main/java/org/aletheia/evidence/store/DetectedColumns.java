package org.aletheia.evidence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.aletheia.evidence.content.DetectedType;
import org.jspecify.annotations.Nullable;

/** What the first bytes of a file are, in columns {@code detected_type} and {@code detector}: both or neither. */
public final class DetectedColumns {
    private DetectedColumns() {}

    public static @Nullable String type(@Nullable DetectedType detected) {
        return detected == null ? null : detected.mediaType();
    }

    public static @Nullable String detector(@Nullable DetectedType detected) {
        return detected == null ? null : detected.detector();
    }

    public static @Nullable DetectedType read(ResultSet row) throws SQLException {
        return of(row.getString("detected_type"), row.getString("detector"));
    }

    static @Nullable DetectedType of(@Nullable String type, @Nullable String detector) {
        return type == null || detector == null ? null : new DetectedType(type, detector);
    }
}
