package ecsadvisor.jobs.export.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** Renders the templates of {@code src/main/jte}, which the build turns into classes. */
final class Templates {
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          Templates.class.getClassLoader(),
          "ecsadvisor.jobs.export.template");

  private Templates() {}

  static String render(String template, Object parameter) {
    StringOutput output = new StringOutput(1 << 16);
    ENGINE.render(template, parameter, output);
    return Markup.legal(output.toString());
  }
}
