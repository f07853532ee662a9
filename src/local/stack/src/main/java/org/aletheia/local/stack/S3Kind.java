package org.aletheia.local.stack;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.aletheia.local.stack.data.DataFolder;
import org.aletheia.local.stack.data.PropertiesFile;

/** Which object store a data folder is kept in. Chosen at its first start, for good: the two do not share bytes. */
public enum S3Kind {
    S3PROXY,
    CEPH;

    private static final String SETTING = "s3";

    /** As written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param wanted null if the person did not say
     * @throws StackException if the folder was begun with the other kind
     */
    public static S3Kind settle(S3Kind wanted, DataFolder folder) throws IOException {
        PropertiesFile file = new PropertiesFile(folder.settings());
        Map<String, String> settings = new TreeMap<>(file.read());
        String kept = settings.get(SETTING);
        if (kept == null) {
            S3Kind chosen = wanted == null ? S3PROXY : wanted;
            settings.put(SETTING, chosen.toString());
            file.write(settings);
            return chosen;
        }
        S3Kind known = valueOf(kept.toUpperCase(Locale.ROOT));
        if (wanted != null && wanted != known) {
            throw new StackException("The data folder %s keeps its objects in %s. Start it with --s3 %s, or choose"
                            .formatted(folder.root(), known, known)
                    + " another folder with --data.");
        }
        return known;
    }
}
