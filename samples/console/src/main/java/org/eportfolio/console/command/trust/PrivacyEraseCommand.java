package org.eportfolio.console.command.trust;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import org.eportfolio.Message;
import org.eportfolio.console.command.Action;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.School;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.view.View;
import org.eportfolio.core.Desk;
import org.eportfolio.core.PrivacyDesk;
import org.eportfolio.id.SealId;
import org.eportfolio.privacy.ErasurePlan;
import org.eportfolio.privacy.ErasureReceipt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Erases somebody, as planned. */
@Command(name = "erase")
public final class PrivacyEraseCommand extends Action.InSchool {
    @Parameters(paramLabel = "PERSON")
    String person = "";

    @Option(names = "--records", paramLabel = "N", required = true)
    int records;

    @Option(names = "--rule", paramLabel = "RULE")
    @Nullable
    String rule;

    @Option(names = "--visa", paramLabel = "REFERENCE")
    @Nullable
    String visa;

    @Option(names = "--keep-seal", paramLabel = "ID=GROUND")
    Map<String, String> kept = Map.of();

    @Option(names = "--drop-seal", paramLabel = "ID=GROUND")
    Map<String, String> dropped = Map.of();

    public PrivacyEraseCommand(Session session) {
        super(session);
    }

    @Override
    public boolean answers() {
        return true;
    }

    @Override
    public void act(School school, Desk desk) {
        PrivacyDesk privacy = desk.privacy();
        ErasurePlan plan = PrivacyPlanCommand.plan(privacy, person, rule);
        if (plan.records().size() != records) {
            throw new Refusal(say("privacy.erase.records", plan.records().size(), records));
        }
        for (Map.Entry<String, String> each : kept.entrySet()) {
            plan = privacy.decide(plan, SealId.parse(each.getKey()), true, each.getValue());
        }
        for (Map.Entry<String, String> each : dropped.entrySet()) {
            plan = privacy.decide(plan, SealId.parse(each.getKey()), false, each.getValue());
        }
        if (visa != null) plan = plan.withVisa(visa);
        session.show(new Receipt(privacy.erase(plan)));
    }

    private record Receipt(ErasureReceipt receipt) implements View {
        @Override
        public void print(Screen screen, Texts texts) {
            screen.line(texts.say("privacy.erased", receipt.id(), receipt.files(), receipt.pseudonym()));
            for (ErasureReceipt.Count each : receipt.done()) {
                screen.line("  " + texts.name(each.outcome()) + " : "
                        + Message.of("kind." + each.kind()).in(texts.locale()) + " × " + each.records());
            }
        }

        @Override
        public void write(JsonGenerator to) throws IOException {
            to.writeStartObject();
            to.writeStringField("id", receipt.id().toString());
            to.writeStringField("at", receipt.at().toString());
            to.writeStringField("pseudonym", receipt.pseudonym().value());
            to.writeNumberField("files", receipt.files());
            to.writeArrayFieldStart("done");
            for (ErasureReceipt.Count each : receipt.done()) {
                to.writeStartObject();
                to.writeStringField("kind", each.kind());
                to.writeStringField("outcome", each.outcome().name());
                to.writeNumberField("records", each.records());
                to.writeEndObject();
            }
            to.writeEndArray();
            to.writeEndObject();
        }
    }
}
