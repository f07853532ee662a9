package org.aletheia.custody.cosigning;

import java.util.List;
import org.aletheia.transparency.CosignDecision;
import org.aletheia.transparency.NoteSignature;

/**
 * What a log is answered.
 *
 * @param cosignatures made only where the decision is to cosign, and is durable
 */
public record CosignAnswer(CosignDecision decision, List<NoteSignature> cosignatures) {
    public CosignAnswer {
        cosignatures = List.copyOf(cosignatures);
    }
}
