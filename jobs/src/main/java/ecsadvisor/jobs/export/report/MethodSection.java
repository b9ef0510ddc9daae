package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.export.RunFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How the figures came about.
 *
 * @param facts the run's identity, name and value
 * @param options the options, name and value
 */
public record MethodSection(List<Entry> facts, List<Entry> options) {

  /** A name and its value. */
  public record Entry(String name, String value) {}

  static MethodSection of(RunFacts facts) {
    LocalDate prices = facts.pricesDate();
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry("Run", facts.runId()));
    entries.add(new Entry("Run date", facts.runDate().toString()));
    entries.add(new Entry("Look-back", facts.windowStart() + " to " + facts.windowEnd()));
    entries.add(new Entry("Price list of", prices == null ? "none was needed" : prices.toString()));
    entries.add(new Entry("ECS Cost Advisor", facts.programVersion()));
    List<Entry> options = new ArrayList<>();
    facts.options().forEach((name, value) -> options.add(new Entry(name, value)));
    return new MethodSection(List.copyOf(entries), List.copyOf(options));
  }
}
