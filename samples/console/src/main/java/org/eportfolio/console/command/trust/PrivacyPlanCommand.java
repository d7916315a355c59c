package org.eportfolio.console.command.trust;

import org.eportfolio.console.command.Action;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.School;
import org.eportfolio.console.view.PlanView;
import org.eportfolio.core.Desk;
import org.eportfolio.core.PrivacyDesk;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.ErasurePlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What erasing somebody would do; nothing is done. */
@Command(name = "plan")
public final class PrivacyPlanCommand extends Action.InSchool {
    @Parameters(paramLabel = "PERSON")
    String person = "";

    @Option(names = "--rule", paramLabel = "RULE")
    @Nullable
    String rule;

    public PrivacyPlanCommand(Session session) {
        super(session);
    }

    @Override
    public boolean answers() {
        return true;
    }

    @Override
    public void act(School school, Desk desk) {
        ErasurePlan plan = plan(desk.privacy(), person, rule);
        session.show(new PlanView(plan, school.clock().getZone(), session.texts()));
    }

    static ErasurePlan plan(PrivacyDesk desk, String person, @Nullable String rule) {
        PersonId id = PersonId.of(person);
        return rule == null ? desk.planErasure(id) : desk.planRetention(id, rule);
    }
}
