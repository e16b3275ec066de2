package org.ardina.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import org.ardina.account.PersonalData;

/** Which comments somebody has reported, in the export of their data. */
@ApplicationScoped
class OwnReports implements PersonalData {

    private static final int MOST = 10_000;

    @Inject
    private ReportRepository reports;

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public Object of(String account) {
        return reports.ofAccount(account, MOST).stream()
                .map(report -> new TreeMap<>(Map.of(
                        "comment", report.comment().value(),
                        "reason", report.reason().name(),
                        "detail", report.detail() == null ? "" : report.detail(),
                        "at", report.at())))
                .toList();
    }
}
