package org.aletheia.evidence.statement;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.custody.format.EventField;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.EventTypeRegistry;
import org.aletheia.evidence.ReceivedFile;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.UncertainDate;

/**
 * A chain of custody as PREMIS 3 (www.loc.gov/premis/v3): one file object, an event each, an agent for each member and
 * organisation. An event's date is when it happened as stated (EDTF), else when it was recorded; its outcome notes say
 * where the log holds it. Event types without a near one of the Library of Congress keep our code alone.
 */
public final class PremisDocument {
    private static final String NAMESPACE = "http://www.loc.gov/premis/v3";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String EVENT_TYPES = "http://id.loc.gov/vocabulary/preservation/eventType";
    private static final String EVENT_OUTCOMES = "http://id.loc.gov/vocabulary/preservation/eventOutcome";
    private static final Set<String> OUTCOMES = Set.of("success", "fail", "warning");

    private final XMLStreamWriter xml;

    private PremisDocument(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Writes the document in UTF-8; does not close the stream. */
    public static void write(CustodyRecord record, OutputStream to) throws XMLStreamException {
        XMLStreamWriter xml =
                XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(to, StandardCharsets.UTF_8.name());
        new PremisDocument(xml).write(record);
        xml.flush();
    }

    private void write(CustodyRecord record) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.setDefaultNamespace(NAMESPACE);
        xml.writeStartElement(NAMESPACE, "premis");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeNamespace("xsi", XSI);
        xml.writeAttribute("version", "3.0");
        object(record);
        for (Step step : record.steps()) {
            event(record, step);
        }
        agents(record);
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void object(CustodyRecord record) throws XMLStreamException {
        ReceivedFile file = record.item().version().file();
        start("object");
        xml.writeAttribute("xsi", XSI, "type", "file");
        identifier("objectIdentifier", "UUID", record.item().id().toString());
        String number = record.item().version().registrationNumber();
        if (number != null) {
            identifier("objectIdentifier", "registration number", number);
        }
        start("objectCharacteristics");
        for (Digest digest : file.digests()) {
            start("fixity");
            text("messageDigestAlgorithm", digest.algorithm().label().toUpperCase(Locale.ROOT));
            text("messageDigest", digest.hex());
            end();
        }
        text("size", Long.toString(file.content().length()));
        start("format");
        start("formatDesignation");
        text("formatName", file.mediaType());
        end();
        end();
        end();
        for (Step step : record.steps()) {
            identifier("linkingEventIdentifier", "UUID", step.id().toString());
        }
        end();
    }

    private void event(CustodyRecord record, Step step) throws XMLStreamException {
        start("event");
        identifier("eventIdentifier", "UUID", step.id().toString());
        type(step);
        text(
                "eventDateTime",
                step.happened().map(UncertainDate::edtf).or(step::recorded).orElse("unknown"));
        start("eventDetailInformation");
        text("eventDetail", detail(step));
        end();
        start("eventOutcomeInformation");
        outcome(step);
        start("eventOutcomeDetail");
        text("eventOutcomeDetailNote", step.standing(record.origin()));
        end();
        end();
        agent(step, EventField.ACTOR, "member");
        agent(step, EventField.ORGANISATION, "organisation");
        identifier("linkingObjectIdentifier", "UUID", record.item().id().toString());
        end();
    }

    private void type(Step step) throws XMLStreamException {
        String code = step.type().orElse("unknown");
        Optional<String> premis = EventTypeRegistry.builtIn().find(code).flatMap(EventType::premisCode);
        start("eventType");
        if (premis.isPresent()) {
            xml.writeAttribute("authority", "eventType");
            xml.writeAttribute("authorityURI", EVENT_TYPES);
            xml.writeAttribute("valueURI", EVENT_TYPES + "/" + premis.get());
        }
        xml.writeCharacters(code);
        end();
    }

    /** How it ended, where the event says so in the words of PREMIS: checks of fixity do. */
    private void outcome(Step step) throws XMLStreamException {
        if (step.detail().get("outcome") instanceof String code && OUTCOMES.contains(code)) {
            start("eventOutcome");
            xml.writeAttribute("authority", "eventOutcome");
            xml.writeAttribute("authorityURI", EVENT_OUTCOMES);
            xml.writeCharacters(code);
            end();
        }
    }

    /** What the event says, in its own words. */
    private static String detail(Step step) {
        String reason = step.text(EventField.REASON)
                .map(code -> "reason " + code + "; ")
                .orElse("");
        return reason + CanonicalJson.text(step.detail());
    }

    private void agent(Step step, EventField field, String role) throws XMLStreamException {
        Optional<String> id = step.text(field);
        if (id.isPresent()) {
            start("linkingAgentIdentifier");
            text("linkingAgentIdentifierType", "local");
            text("linkingAgentIdentifierValue", id.get());
            text("linkingAgentRole", role);
            end();
        }
    }

    private void agents(CustodyRecord record) throws XMLStreamException {
        agents(record, EventField.ACTOR, "person");
        agents(record, EventField.ORGANISATION, "organization");
    }

    private void agents(CustodyRecord record, EventField field, String type) throws XMLStreamException {
        Set<String> ids = new LinkedHashSet<>();
        record.steps().forEach(step -> step.text(field).ifPresent(ids::add));
        for (String id : ids) {
            start("agent");
            identifier("agentIdentifier", "local", id);
            text("agentType", type);
            end();
        }
    }

    private void identifier(String name, String type, String value) throws XMLStreamException {
        start(name);
        text(name + "Type", type);
        text(name + "Value", value);
        end();
    }

    private void start(String name) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, name);
    }

    private void end() throws XMLStreamException {
        xml.writeEndElement();
    }

    private void text(String name, String value) throws XMLStreamException {
        start(name);
        xml.writeCharacters(value);
        end();
    }
}
