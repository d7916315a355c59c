package org.eportfolio.spring;

import java.util.List;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.core.Portfolios;
import org.eportfolio.journal.Inspection;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Looks through a whole school, beside those who work in it: the store, each chain and record, and what records name. It
 * takes as long as the school is large, so that it is for operators and not for a probe.
 */
@Endpoint(id = "portfolio")
public class PortfolioCheck {
    static final String SERVICE = "portfolio-check";

    private final Portfolios portfolios;

    PortfolioCheck(Portfolios portfolios) {
        this.portfolios = portfolios;
    }

    /**
     * What was found.
     *
     * @param sound whether that is nothing
     * @param faults of journal and records
     * @param storage what the store says of its medium
     * @param references which records name something that is not there
     */
    public record Found(boolean sound, List<String> faults, List<String> storage, List<String> references) {}

    /**
     * Looks through one school; an answer without content where there is none of this id.
     *
     * @param school its id, as the host's {@link SchoolResolver} gives it
     */
    @ReadOperation
    public @Nullable Found check(@Selector String school) {
        try {
            return found(portfolios.call(
                    school,
                    portfolio -> portfolio.asService(SERVICE).safekeeping().check()));
        } catch (NotFoundException none) {
            return null;
        }
    }

    private static Found found(Inspection inspection) {
        return new Found(
                inspection.sound(),
                inspection.journal().faults().stream()
                        .map(each -> said(each.what()))
                        .toList(),
                inspection.storage().stream().map(PortfolioCheck::said).toList(),
                inspection.references().stream().map(PortfolioCheck::said).toList());
    }

    private static String said(Message message) {
        return message.in(LocaleContextHolder.getLocale());
    }
}
