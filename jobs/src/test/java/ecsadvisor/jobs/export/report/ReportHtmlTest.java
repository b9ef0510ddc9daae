package ecsadvisor.jobs.export.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.table.SavingsRow;
import ecsadvisor.jobs.table.ServiceRow;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ReportHtmlTest {
  private static final ReportModel DEMO = DemoRows.model();
  private static String page = "";

  @BeforeAll
  static void render() throws IOException {
    page = ReportHtml.render(DEMO);
    Path folder = Files.createDirectories(Path.of("target", "demo-report"));
    Files.writeString(folder.resolve("report.html"), page);
    Files.writeString(folder.resolve("report-email.html"), ReportEmail.render(DEMO));
    Files.writeString(folder.resolve("report-empty.html"), ReportHtml.render(DemoRows.empty()));
  }

  private static Document parse(String html) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
  }

  private static List<Element> elements(Document document, String name) {
    NodeList nodes = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static String text(Document document, String id) {
    return elements(document, "section").stream()
        .filter(section -> section.getAttribute("id").equals(id))
        .map(section -> section.getTextContent().replace(Figures.JOIN, ' '))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void pageIsWellFormedWithAllSectionsAndUniqueIds() throws Exception {
    Document document = parse(page);
    List<String> sections =
        elements(document, "section").stream().map(section -> section.getAttribute("id")).toList();
    assertEquals(
        List.of(
            "headline",
            "decisions",
            "forecast",
            "anomalies",
            "cost",
            "sizing",
            "savings",
            "idle",
            "schedules",
            "scaling",
            "arm",
            "spot",
            "packing",
            "load-balancers",
            "images",
            "commitments",
            "advice",
            "controls",
            "security",
            "reconciliation",
            "health",
            "method"),
        sections);
    Set<String> ids = new HashSet<>();
    for (Element element : elements(document, "*")) {
      String id = element.getAttribute("id");
      assertTrue(id.isEmpty() || ids.add(id), "Twice in the page: " + id);
    }
    for (Element link : elements(document, "a")) {
      String target = link.getAttribute("href");
      assertTrue(
          ids.contains(target.substring(1)) || target.matches("patches/[a-z-]+/README\\.md"),
          target);
    }
  }

  @Test
  void everyFigureIsNamedOrHidden() throws Exception {
    List<Element> figures = elements(parse(page), "svg");
    assertTrue(figures.size() > 60);
    for (Element figure : figures) {
      boolean isNamed =
          figure.getAttribute("role").equals("img")
              && !figure.getElementsByTagName("title").item(0).getTextContent().isEmpty()
              && !figure.getElementsByTagName("desc").item(0).getTextContent().isEmpty();
      assertTrue(isNamed || figure.getAttribute("aria-hidden").equals("true"));
    }
  }

  @Test
  void nothingRunsAndNothingIsLoaded() {
    String lower = page.toLowerCase(Locale.ROOT);
    assertFalse(lower.contains("<script"));
    assertFalse(Pattern.compile("\\son[a-z]+\\s*=\\s*\"").matcher(lower).find());
    assertFalse(Pattern.compile("(src|href)\\s*=\\s*\"(?!#|patches/)").matcher(lower).find());
    assertFalse(
        Pattern.compile("url\\(|@import|<link|<iframe|<img|http-equiv").matcher(lower).find());
  }

  @Test
  void hostileNamesAreTextAndNothingElse() throws Exception {
    DemoRows rows = new DemoRows("USD");
    String hostile = "\"><script>alert(1)</script>\u0000\u202E';--<svg onload=x>";
    rows.add(
        new DemoRows.Shape(
            hostile, hostile, hostile, hostile, hostile, hostile, 1024, 2048, 3, 0.2, 0.3,
            "ADVISED", ""));
    rows.levers.add(
        new DemoLevers.Shape(
            "x\"><script>",
            "COST-09",
            "DeleteIdleLoadBalancer",
            hostile,
            "",
            hostile,
            hostile,
            hostile,
            hostile,
            9_000),
        hostile,
        hostile);
    String html = ReportHtml.render(rows.toModel());
    Document document = parse(html);
    assertTrue(elements(document, "script").isEmpty());
    for (Element element : elements(document, "*")) {
      assertFalse(element.hasAttribute("onload"));
    }
    for (Element link : elements(document, "a")) {
      assertTrue(link.getAttribute("href").startsWith("#"), link.getAttribute("href"));
    }
    assertTrue(text(document, "advice").contains("\"><script>alert(1)"));
    assertTrue(text(document, "cost").contains("\"><script>alert(1)</script>\uFFFD\uFFFD';--"));
    parse(ReportEmail.render(rows.toModel()));
  }

  @Test
  void totalsAreTheSumsOfTheCellsThatTheCsvPrints() throws Exception {
    BigDecimal cost = BigDecimal.ZERO;
    for (ServiceRow row : DEMO.services()) {
      cost = cost.add(Figures.cents(row.effectiveCost()));
    }
    BigDecimal saving = BigDecimal.ZERO;
    for (SavingsRow row : DEMO.savings()) {
      if (row.scope().equals("TOTAL")) {
        saving = saving.add(Figures.cents(row.waterfallMonthlySavings()));
      }
    }
    Document document = parse(page);
    assertTrue(text(document, "cost").contains("Cost, USD"));
    assertTrue(text(document, "cost").contains("All services" + Figures.amount(cost)));
    assertTrue(text(document, "headline").contains("USD " + Figures.briefAmount(saving)));
    assertTrue(text(document, "savings").contains("All levers" + Figures.amount(saving)));
  }

  @Test
  void adviceCarriesItsVerdictInWords() throws Exception {
    String sizing = text(parse(page), "sizing");
    assertTrue(
        sizing.contains(
            "Judged on 7 held-out days: CPU over 0.0 % of the time, no day out of memory."));
    assertTrue(sizing.contains("Not judged on held-out days: the history is too short."));
  }

  @Test
  void upsizingIsNotCountedAsSaving() throws Exception {
    Document document = parse(page);
    assertTrue(text(document, "headline").contains("2 services need more room"));
    assertFalse(text(document, "decisions").contains("payments"));
  }

  @Test
  void withheldAdviceSaysWhyAndWhatWouldSettleIt() throws Exception {
    String health = text(parse(page), "health");
    assertTrue(health.contains("the task definition is not in the inventory"));
    assertTrue(health.contains("aws ecs describe-task-definition"));
    assertTrue(health.contains("metrics/2026/11/03/part-00017.gz"));
  }

  @Test
  void withoutInputsThePageSaysSo() throws Exception {
    Document document = parse(ReportHtml.render(DemoRows.empty()));
    assertTrue(text(document, "headline").contains("No ECS service was found in the inputs."));
    assertTrue(text(document, "cost").contains("No service has a cost"));
    assertTrue(text(document, "reconciliation").contains("nothing to reconcile"));
    assertTrue(text(document, "controls").contains("No control was judged."));
    assertTrue(text(document, "forecast").contains("No month could be forecast"));
    assertTrue(text(document, "anomalies").contains("No cost left what its past says."));
    assertTrue(text(document, "savings").contains("No saving was worked out"));
    assertTrue(text(document, "idle").contains("No service was idle."));
    assertTrue(text(document, "schedules").contains("No service is quiet"));
    assertTrue(text(document, "packing").contains("No capacity provider"));
    assertTrue(text(document, "commitments").contains("No commitment would pay"));
    assertTrue(text(document, "advice").contains("There is no recommendation."));
    parse(ReportEmail.render(DemoRows.empty()));
  }

  @Test
  void leversOtherThanSizeHaveNoCards() throws Exception {
    String sizing = text(parse(page), "sizing");
    assertFalse(sizing.contains("Spot"));
    assertFalse(sizing.contains("m5.2xlarge"));
    assertTrue(text(parse(page), "spot").contains("Fargate Spot, 3 tasks on demand"));
  }

  @Test
  void leversThatSaveNothingAreInTheTableAndNotInTheFigure() throws Exception {
    Document document = parse(page);
    String table = text(document, "savings");
    assertTrue(table.contains("EC2 Spot"));
    Element figure =
        elements(document, "svg").stream()
            .filter(svg -> svg.getAttribute("class").equals("waterfall"))
            .findFirst()
            .orElseThrow();
    assertFalse(figure.getTextContent().contains("EC2 Spot"));
    assertTrue(figure.getTextContent().contains("Fargate Spot"));
  }

  @Test
  void openAnomaliesComeFirst() throws Exception {
    String anomalies = text(parse(page), "anomalies");
    assertTrue(anomalies.contains("1 still goes on."));
    assertTrue(anomalies.indexOf("shipping") < anomalies.indexOf("stock"));
  }

  @Test
  void packingSaysWhatIsAdvisedAndWhatIsNot() throws Exception {
    String packing = text(parse(page), "packing");
    assertTrue(packing.contains("14 × m5.2xlarge → 11 × m5.xlarge + 2 × m5.large"));
    assertTrue(packing.contains("No change is advised: spare room"));
  }

  @Test
  void commitmentsNameTheAdvisedOneFirstAndWhatExpires() throws Exception {
    String commitments = text(parse(page), "commitments");
    int advised =
        commitments.indexOf("✓ advised: Compute Savings Plan for one year, nothing upfront");
    assertTrue(advised >= 0, commitments);
    assertTrue(advised < commitments.indexOf("for three years"));
    assertTrue(commitments.contains("USD 0.400 an hour ends within 90 days, of 2.926."));
  }

  @Test
  void differencesOfOppositeSignDoNotHideEachOther() throws Exception {
    ReportModel broken =
        new ReportModel(
            DEMO.facts(),
            DEMO.services(),
            DEMO.recommendations(),
            DEMO.savings(),
            DEMO.controls(),
            DEMO.reconciliation().stream()
                .map(
                    row ->
                        new ecsadvisor.jobs.table.ReconciliationRow(
                            row.billingPeriod(),
                            row.payerAccountId(),
                            row.accountId(),
                            row.chargeType(),
                            row.currency(),
                            row.billedTotal(),
                            row.allocatedToServices(),
                            row.allocatedToClusters(),
                            row.otherEcs(),
                            row.notEcs(),
                            new BigDecimal(row.accountId().startsWith("0") ? "1.25" : "-1.25")))
                .toList(),
            DEMO.dataQuality(),
            DEMO.dailyCosts(),
            DEMO.dailyUtilization(),
            DEMO.packing(),
            DEMO.schedules(),
            DEMO.commitments(),
            DEMO.anomalies(),
            DEMO.forecasts(),
            DEMO.securitySteps(),
            DEMO.plan());
    Document document = parse(ReportHtml.render(broken));
    assertTrue(text(document, "headline").contains("does NOT add up in 4 rows"));
    assertTrue(text(document, "reconciliation").contains("2.50"));
  }

  @Test
  void currenciesAreNeverAddedUp() throws Exception {
    DemoRows dollars = new DemoRows("USD");
    dollars.add(
        new DemoRows.Shape(
            "1", "r", "c", "a", "FARGATE", "", 1024, 2048, 3, 0.2, 0.3, "OPTIMAL", ""));
    DemoRows yuan = new DemoRows("CNY");
    yuan.add(
        new DemoRows.Shape(
            "2", "r", "c", "b", "FARGATE", "", 1024, 2048, 3, 0.2, 0.3, "OPTIMAL", ""));
    List<ServiceRow> both = new ArrayList<>(dollars.services);
    both.addAll(yuan.services);
    ReportModel model =
        new ReportModel(
            DemoRows.facts(List.of("CNY", "USD")),
            both,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    String headline = text(parse(ReportHtml.render(model)), "headline");
    assertTrue(
        Pattern.compile("cost CNY [0-9.,]+ and USD [0-9.,]+ a month").matcher(headline).find());
  }

  @Test
  void sameRowsInAnyOrderGiveTheSamePage() {
    ReportModel shuffled =
        new ReportModel(
            DEMO.facts(),
            reversed(DEMO.services()),
            reversed(DEMO.recommendations()),
            reversed(DEMO.savings()),
            reversed(DEMO.controls()),
            reversed(DEMO.reconciliation()),
            reversed(DEMO.dataQuality()),
            reversed(DEMO.dailyCosts()),
            reversed(DEMO.dailyUtilization()),
            reversed(DEMO.packing()),
            reversed(DEMO.schedules()),
            reversed(DEMO.commitments()),
            reversed(DEMO.anomalies()),
            reversed(DEMO.forecasts()),
            reversed(DEMO.securitySteps()),
            reversed(DEMO.plan()));
    assertEquals(page, ReportHtml.render(shuffled));
  }

  private static <T> List<T> reversed(List<T> rows) {
    List<T> reversed = new ArrayList<>(rows);
    Collections.reverse(reversed);
    return reversed;
  }

  @Test
  void tenThousandServicesStayBelowFiveMegabytesAndTheMailBelowAHundredKilobytes() {
    DemoRows rows = new DemoRows("USD");
    for (int i = 0; i < 10_000; i++) {
      rows.add(
          new DemoRows.Shape(
              "210987654321",
              "eu-west-1",
              "cluster-" + i % 40,
              "service-with-a-name-" + i,
              "FARGATE",
              "team",
              1024,
              2048,
              1 + i % 7,
              i % 97 == 0 ? 0.2 : 0,
              0.3,
              i % 3 == 0 ? "WITHHELD" : "ADVISED",
              i % 3 == 0 ? "NO_DATA" : i % 50 == 1 ? "upsize" : ""));
    }
    ReportModel model = rows.toModel();
    assertTrue(ReportHtml.render(model).getBytes(StandardCharsets.UTF_8).length < 5_000_000);
    assertTrue(ReportEmail.render(model).getBytes(StandardCharsets.UTF_8).length < 100_000);
  }

  @Test
  void mailHasNoFigureNoStyleSheetAndNothingToLoad() throws Exception {
    String mail = ReportEmail.render(DEMO);
    Document document = parse(mail);
    for (String forbidden : List.of("svg", "style", "script", "img", "link", "a")) {
      assertTrue(elements(document, forbidden).isEmpty(), forbidden);
    }
  }

  @Test
  void summaryAgreesWithThePage() throws Exception {
    var summary = ReportSummary.of(DEMO);
    String headline = text(parse(page), "headline").replaceAll("\\s+", " ");
    assertTrue(headline.contains(summary.headline()), headline);
    assertEquals(5, summary.decisions().size());
    String decisions = text(parse(page), "decisions");
    for (var decision : summary.decisions()) {
      assertTrue(decisions.contains(decision.subject()), decisions);
      decision.changes().forEach(change -> assertTrue(decisions.contains(change), change));
    }
    assertEquals(DEMO.services().size(), summary.services());
    assertEquals(true, summary.reconciled());
  }

  @Test
  void securityIsToldWithItsPrice() throws Exception {
    String security = text(parse(page), "security");
    assertTrue(
        security.contains(
            "Of the security rows that could be judged 75.0 % pass. Fixes that cost nothing raise"
                + " that to 87.5 %. All fixes together raise it to 100.0 % for USD 11.25 a month."
                + " What could not be judged stays open: the coverage is 90.0 %."));
    assertTrue(security.contains("no upper bound known"));
  }
}
