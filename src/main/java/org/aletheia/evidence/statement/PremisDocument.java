package org.aletheia.evidence.statement;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.aletheia.custody.format.EventField;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.EventTypeRegistry;
import org.aletheia.evidence.content.DetectedType;

/**
 * A chain of custody as PREMIS 3 (www.loc.gov/premis/v3): one file object, an event each, an agent for each member and
 * organisation. An event's date is when it happened as stated (EDTF), else when it was recorded, as for a gap in custody,
 * whose period is in the detail; its outcome notes say where the log holds it. Event types without a near one of the Library of Congress keep our code alone.
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
        start("object");
        xml.writeAttribute("xsi", XSI, "type", "file");
        item("objectIdentifier", record);
        Optional<String> number = record.registrationNumber();
        if (number.isPresent()) {
            identifier("objectIdentifier", "registration number", number.get());
        }
        characteristics(record);
        for (Step step : record.steps()) {
            event("linkingEventIdentifier", step);
        }
        end();
    }

    private void characteristics(CustodyRecord record) throws XMLStreamException {
        start("objectCharacteristics");
        for (Map.Entry<String, String> digest : record.digests().entrySet()) {
            start("fixity");
            text("messageDigestAlgorithm", digest.getKey().toUpperCase(Locale.ROOT));
            text("messageDigest", digest.getValue());
            end();
        }
        Optional<String> size = record.size();
        if (size.isPresent()) {
            text("size", size.get());
        }
        start("format");
        start("formatDesignation");
        text("formatName", record.mediaType().orElse("unknown"));
        end();
        text("formatNote", "as the sender stated it; from the record of the item, the log does not hold it");
        end();
        Optional<DetectedType> detected = record.detected();
        if (detected.isPresent()) {
            detected(detected.get());
        }
        end();
    }

    /** PREMIS 3, 1.5.4: a format identified in more than one way is repeated, with whoever says so as its authority. */
    private void detected(DetectedType type) throws XMLStreamException {
        start("format");
        start("formatDesignation");
        start("formatName");
        xml.writeAttribute("authority", type.detector());
        xml.writeCharacters(type.mediaType());
        end();
        end();
        text("formatNote", "as the first bytes are; from the record of the item, the log does not hold it");
        end();
    }

    private void event(CustodyRecord record, Step step) throws XMLStreamException {
        start("event");
        event("eventIdentifier", step);
        type(step);
        text("eventDateTime", step.date().orElse("unknown"));
        detail(step);
        start("eventOutcomeInformation");
        outcome(step);
        start("eventOutcomeDetail");
        text("eventOutcomeDetailNote", step.standing(record));
        end();
        end();
        agent(step, EventField.ACTOR, "member");
        agent(step, EventField.ORGANISATION, "organisation");
        item("linkingObjectIdentifier", record);
        end();
    }

    private void item(String name, CustodyRecord record) throws XMLStreamException {
        Optional<String> id = record.item();
        identifier(name, id.isPresent() ? "UUID" : "local", id.orElse("withheld"));
    }

    private void event(String name, Step step) throws XMLStreamException {
        boolean named = step.text(EventField.ID).isPresent();
        identifier(name, named ? "UUID" : "local", step.name());
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
    private void detail(Step step) throws XMLStreamException {
        String said = step.said();
        if (!said.isEmpty()) {
            start("eventDetailInformation");
            text("eventDetail", said);
            end();
        }
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
