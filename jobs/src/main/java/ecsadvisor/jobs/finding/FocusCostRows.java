package ecsadvisor.jobs.finding;

import ecsadvisor.jobs.table.FocusCostRow;
import ecsadvisor.jobs.table.ServiceRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The services' daily charges as rows of {@code cost.csv}. */
public final class FocusCostRows {
  private static final double CENTS = 100;

  private FocusCostRows() {}

  /** One row per service, day and kind of charge. */
  public static List<FocusCostRow> of(List<ServiceFinding> findings) {
    List<FocusCostRow> rows = new ArrayList<>();
    for (ServiceFinding finding : findings) {
      finding.bill().charges().forEach(charge -> rows.add(row(finding, charge)));
    }
    return rows;
  }

  private static FocusCostRow row(ServiceFinding finding, DayCharge charge) {
    ServiceRow service = finding.service();
    YearMonth period = YearMonth.parse(charge.billingPeriod());
    return new FocusCostRow(
        finding.fleet().payerAccountId(),
        service.accountId(),
        service.region(),
        charge.service().serviceName(),
        charge.service().category(),
        service.serviceArn(),
        service.serviceName(),
        "ECS Service",
        start(charge.day()),
        start(charge.day().plusDays(1)),
        start(period.atDay(1)),
        start(period.plusMonths(1).atDay(1)),
        charge.category().category(),
        charge.category().chargeClass(),
        charge.billedCents() / CENTS,
        charge.effectiveCents() / CENTS,
        charge.listCents() / CENTS,
        finding.fleet().currency(),
        "AWS",
        finding.bill().tags(),
        service.clusterName(),
        service.owner(),
        finding.bill().costCentre());
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
